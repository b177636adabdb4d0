// namedtuple.h - what classes and their printing have to know of named tuples.
#ifndef VITRINE_NAMEDTUPLE_H
#define VITRINE_NAMEDTUPLE_H

#include "py/obj.h"

// False, and nothing printed, if it is none.
bool vitrine_namedtuple_print(const mp_print_t *print, qstr name, mp_obj_t o);

bool vitrine_namedtuple_is(const mp_obj_type_t *type);

// The field as the class has it, or MP_OBJ_NULL.
mp_obj_t vitrine_namedtuple_field(const mp_obj_type_t *type, qstr name);

// Sets (MP_OBJ_NULL: deletes) an attribute of the class. False: it cannot have that.
bool vitrine_namedtuple_store(const mp_obj_type_t *type, qstr name, mp_obj_t value);

// The attribute __defaults__ of the class's __new__, loaded or stored.
void vitrine_namedtuple_defaults(const mp_obj_type_t *type, mp_obj_t *dest);

#endif
