// complexops.h - arithmetic of complex numbers; each changes the first number.
#ifndef VITRINE_GUEST_COMPLEXOPS_H
#define VITRINE_GUEST_COMPLEXOPS_H

#include "py/obj.h"

// ZeroDivisionError: zero to a power that is negative or complex.
void vitrine_complex_power(double *real, double *imag, double by, double by_imag);
// The divisor is not zero.
void vitrine_complex_divide(double *real, double *imag, double by, double by_imag);
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_complex_conjugate_obj);

#endif
