// complexops.c - powers and quotients of complex numbers, to CPython's last digit.
#include "complexops.h"

#include <math.h>

#include "py/runtime.h"

// A whole exponent means products, as in CPython.
void vitrine_complex_power(double *real, double *imag, double by, double by_imag) {
    double a = *real, b = *imag, size = hypot(a, b);
    if (size == 0) {
        if (by_imag != 0 || by < 0) {
            mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("0.0 to a negative or complex power"));
        }
        *real = by == 0;
        return;
    }
    if (by_imag == 0 && by == floor(by) && fabs(by) <= 100) {
        double x = 1, y = 0;
        for (unsigned n = (unsigned)fabs(by); n > 0; n >>= 1) {
            if (n & 1) {
                double t = x * a - y * b;
                y = x * b + y * a;
                x = t;
            }
            double t = a * a - b * b;
            b = a * b + b * a;
            a = t;
        }
        double square = x * x + y * y;
        *real = by < 0 ? x / square : x;
        *imag = by < 0 ? -y / square : y;
        return;
    }
    double length = pow(size, by), angle = atan2(b, a), turn = angle * by;
    if (by_imag != 0) {
        length /= exp(angle * by_imag);
        turn += by_imag * log(size);
    }
    *real = length * cos(turn);
    *imag = length * sin(turn);
}

// Smith's algorithm.
void vitrine_complex_divide(double *real, double *imag, double by, double by_imag) {
    bool real_larger = fabs(by) >= fabs(by_imag);
    double ratio = real_larger ? by_imag / by : by / by_imag;
    double divisor = real_larger ? by + by_imag * ratio : by * ratio + by_imag;
    double quotient = real_larger ? *real + *imag * ratio : *real * ratio + *imag;
    *imag = (real_larger ? *imag - *real * ratio : *imag * ratio - *real) / divisor;
    *real = quotient / divisor;
}

static mp_obj_t complex_conjugate(mp_obj_t self) {
    mp_float_t real, imag;
    mp_obj_get_complex(self, &real, &imag);
    return mp_obj_new_complex(real, -imag);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_complex_conjugate_obj, complex_conjugate);
