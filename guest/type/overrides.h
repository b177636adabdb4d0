// overrides.h - attributes that a program gives to modules written in C.
#ifndef VITRINE_GUEST_OVERRIDES_H
#define VITRINE_GUEST_OVERRIDES_H

#include "py/objmodule.h"
#include "py/runtime.h"

// What the program gave to the module, or MP_OBJ_NULL.
mp_obj_t vitrine_override_load(const mp_obj_module_t *module, qstr attr);
// A value of MP_OBJ_NULL takes it back; false: there is nothing to take back.
bool vitrine_override_store(const mp_obj_module_t *module, qstr attr, mp_obj_t value);

#endif
