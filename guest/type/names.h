// names.h - names of functions written in C: names.c.
#ifndef VITRINE_GUEST_NAMES_H
#define VITRINE_GUEST_NAMES_H

#include "py/runtime.h"

void vitrine_builtin_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);
void vitrine_builtin_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind);
bool vitrine_is_builtin(mp_obj_t function);
// The type that it is a method of; NULL: of none.
const mp_obj_type_t *vitrine_builtin_owner(mp_obj_t function);

// TypeError: it was not called with `least` to `most` arguments without names.
NORETURN void vitrine_wrong_count(mp_const_obj_t function, size_t n_args, size_t n_kw, size_t least, size_t most);

// The name of the built-in type that was called last, and what is said if the
// arguments do not fit it.
extern qstr vitrine_type_called;
NORETURN void vitrine_wrong_type_count(size_t n_args, size_t n_kw, size_t least, size_t most);

// Of a method that is bound; false, MP_OBJ_NULL: it is not written in C.
bool vitrine_bound_print(const mp_print_t *print, mp_obj_t method, mp_obj_t self);
mp_obj_t vitrine_bound_qualname(mp_obj_t method, mp_obj_t self);

#endif
