// namedtuple.h - what prints a named tuple under the name of a subclass.
#ifndef VITRINE_NAMEDTUPLE_H
#define VITRINE_NAMEDTUPLE_H

#include "py/obj.h"

// False, and nothing printed, if it is none.
bool vitrine_namedtuple_print(const mp_print_t *print, qstr name, mp_obj_t o);

#endif
