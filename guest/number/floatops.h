// floatops.h - doubles as Python counts with them, and ints that become doubles.
#ifndef VITRINE_GUEST_FLOATOPS_H
#define VITRINE_GUEST_FLOATOPS_H

#include "py/objint.h"

// The double nearest to top / bottom; OverflowError with `text` if there is none.
double vitrine_ratio(const mpz_t *top, const mpz_t *bottom, const char *text);
// OverflowError: int too large to convert to float.
double vitrine_mpz_double(const mpz_t *z);
// round(value, digits)
double vitrine_float_round(double value, mp_int_t digits);
// What isclose() is given; ValueError.
void vitrine_isclose_arguments(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs, mp_obj_t *pair,
    double *relative, double *absolute);
mp_obj_t vitrine_round(size_t n_args, const mp_obj_t *args);
// math.floor(), math.ceil(), math.trunc()
MP_DECLARE_CONST_FUN_OBJ_1(math_floor_obj);
MP_DECLARE_CONST_FUN_OBJ_1(math_ceil_obj);
MP_DECLARE_CONST_FUN_OBJ_1(math_trunc_obj);

NORETURN void vitrine_raise_zero(mp_binary_op_t op, bool is_float);

#endif
