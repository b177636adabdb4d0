// intmethods.h - int(…) and the methods of ints.
#ifndef VITRINE_GUEST_INTMETHODS_H
#define VITRINE_GUEST_INTMETHODS_H

#include "py/objint.h"

mp_obj_t vitrine_int_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
void vitrine_int_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind);
void vitrine_int_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);
mp_obj_t vitrine_int_pow3(mp_obj_t base, mp_obj_t exponent, mp_obj_t modulus);
extern const mp_obj_dict_t vitrine_int_locals;
// A small int where the value of an int fits.
mp_obj_t vitrine_int_normal(mp_obj_t o);
// Of sys: how many digits ints may have as text.
MP_DECLARE_CONST_FUN_OBJ_0(vitrine_get_digits_obj);
extern const mp_obj_fun_builtin_var_t vitrine_set_digits_obj;

#endif
