// modcmath.c - the module cmath.
//
// Takes the place of upstream's. The branch cuts and what avoids overflow and
// cancellation are W. Kahan's, "Branch cuts for complex elementary functions".
#include <complex.h>
#include <float.h>
#include <math.h>

#include "type/argument.h"
#include "number/floatops.h"
#include "py/runtime.h"

typedef struct {
    double re, im;
} number_t;

// Squares and sums of smaller numbers do not overflow.
static const double large = DBL_MAX / 4;
static const double log_large = 708.3964185322641; // log(large)
static const double ln2 = 0.6931471805599453, euler = 2.718281828459045, half_pi = 1.5707963267948966;

static NORETURN void domain_error(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("math domain error"));
}

static number_t given(mp_obj_t o) {
    number_t z = {0, 0};
    mp_obj_t made = mp_obj_is_float(o) ? o : vitrine_complex_of(o);
    if (mp_obj_is_exact_type(made, &mp_type_complex)) {
        mp_obj_get_complex(made, &z.re, &z.im);
    } else {
        z.re = vitrine_real(o);
    }
    return z;
}

static bool finite2(number_t z) {
    return isfinite(z.re) && isfinite(z.im);
}

static number_t turned(number_t z) { // i z
    return (number_t) {-z.im, z.re};
}

static number_t back(number_t z) { // -i z
    return (number_t) {z.im, -z.re};
}

static number_t special(double complex z) {
    return (number_t) {creal(z), cimag(z)};
}

static number_t sqrt_of(number_t z) {
    if (!finite2(z)) {
        return special(csqrt(CMPLX(z.re, z.im)));
    }
    double x = fabs(z.re), y = fabs(z.im), s;
    if (x == 0 && y == 0) {
        return (number_t) {0, z.im};
    }
    if (x < DBL_MIN && y < DBL_MIN) {
        x = ldexp(x, 54);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, 54))), -27);
    } else {
        x /= 8;
        s = 2 * sqrt(x + hypot(x, y / 8));
    }
    double d = y / (2 * s);
    return z.re >= 0 ? (number_t) {s, copysign(d, z.im)} : (number_t) {d, copysign(s, z.im)};
}

// Of the absolute value.
static double log_abs(number_t z) {
    double x = fabs(z.re), y = fabs(z.im);
    if (!finite2(z)) {
        return isinf(x) || isinf(y) ? INFINITY : (double)NAN;
    }
    if (x > large || y > large) {
        return log(hypot(x / 2, y / 2)) + ln2;
    }
    if (x < DBL_MIN && y < DBL_MIN) {
        if (x == 0 && y == 0) {
            domain_error();
        }
        return log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * ln2;
    }
    double h = hypot(x, y);
    if (0.71 <= h && h <= 1.73) {
        double most = fmax(x, y), least = fmin(x, y);
        return log1p((most - 1) * (most + 1) + least * least) / 2;
    }
    return log(h);
}

static number_t log_of(number_t z) {
    return (number_t) {log_abs(z), atan2(z.im, z.re)};
}

static number_t log10_of(number_t z) {
    static const double ln10 = 2.302585092994046;
    z = log_of(z);
    return (number_t) {z.re / ln10, z.im / ln10};
}

static number_t exp_of(number_t z) {
    if (!finite2(z)) {
        if (isinf(z.im) && (isfinite(z.re) || z.re > 0)) {
            domain_error();
        }
        return special(cexp(CMPLX(z.re, z.im)));
    }
    bool far = z.re > log_large;
    double size = exp(far ? z.re - 1 : z.re);
    number_t r = {size * cos(z.im), size * sin(z.im)};
    return far ? (number_t) {r.re * euler, r.im * euler} : r;
}

static number_t cosh_of(number_t z) {
    if (!finite2(z)) {
        if (isinf(z.im) && !isnan(z.re)) {
            domain_error();
        }
        return special(ccosh(CMPLX(z.re, z.im)));
    }
    if (fabs(z.re) > log_large) {
        double x = z.re - copysign(1, z.re);
        return (number_t) {cos(z.im) * cosh(x) * euler, sin(z.im) * sinh(x) * euler};
    }
    return (number_t) {cos(z.im) * cosh(z.re), sin(z.im) * sinh(z.re)};
}

static number_t sinh_of(number_t z) {
    if (!finite2(z)) {
        if (isinf(z.im) && !isnan(z.re)) {
            domain_error();
        }
        return special(csinh(CMPLX(z.re, z.im)));
    }
    if (fabs(z.re) > log_large) {
        double x = z.re - copysign(1, z.re);
        return (number_t) {cos(z.im) * sinh(x) * euler, sin(z.im) * cosh(x) * euler};
    }
    return (number_t) {cos(z.im) * sinh(z.re), sin(z.im) * cosh(z.re)};
}

static number_t tanh_of(number_t z) {
    if (!finite2(z)) {
        if (isinf(z.im) && isfinite(z.re)) {
            domain_error();
        }
        return special(ctanh(CMPLX(z.re, z.im)));
    }
    if (fabs(z.re) > log_large) {
        return (number_t) {copysign(1, z.re), 4 * sin(z.im) * cos(z.im) * exp(-2 * fabs(z.re))};
    }
    double x = tanh(z.re), y = tan(z.im), c = 1 / cosh(z.re), xy = x * y, below = 1 + xy * xy;
    return (number_t) {x * (1 + y * y) / below, y / below * c * c};
}

static bool is_far(number_t z) {
    return fabs(z.re) > large || fabs(z.im) > large;
}

static double log_far(number_t z) {
    return log(hypot(z.re / 2, z.im / 2)) + 2 * ln2;
}

static number_t acos_of(number_t z) {
    if (is_far(z)) {
        return (number_t) {atan2(fabs(z.im), z.re), copysign(log_far(z), -z.im)};
    }
    number_t a = sqrt_of((number_t) {1 - z.re, -z.im}), b = sqrt_of((number_t) {1 + z.re, z.im});
    return (number_t) {2 * atan2(a.re, b.re), asinh(b.re * a.im - b.im * a.re)};
}

static number_t acosh_of(number_t z) {
    if (is_far(z)) {
        return (number_t) {log_far(z), atan2(z.im, z.re)};
    }
    number_t a = sqrt_of((number_t) {z.re - 1, z.im}), b = sqrt_of((number_t) {z.re + 1, z.im});
    return (number_t) {asinh(a.re * b.re + a.im * b.im), 2 * atan2(a.im, b.re)};
}

static number_t asinh_of(number_t z) {
    if (is_far(z)) {
        return (number_t) {copysign(log_far(z), z.re), atan2(z.im, fabs(z.re))};
    }
    number_t a = sqrt_of((number_t) {1 + z.im, -z.re}), b = sqrt_of((number_t) {1 - z.im, z.re});
    return (number_t) {asinh(a.re * b.im - b.re * a.im), atan2(z.im, a.re * b.re - a.im * b.im)};
}

static number_t atanh_of(number_t z) {
    if (signbit(z.re)) {
        z = atanh_of((number_t) {-z.re, -z.im});
        return (number_t) {-z.re, -z.im};
    }
    double y = fabs(z.im);
    if (z.re > sqrt(large) || y > sqrt(large)) {
        double h = hypot(z.re / 2, z.im / 2);
        return (number_t) {isinf(h) ? 0 : z.re / 4 / h / h, copysign(half_pi, z.im)};
    }
    if (z.re == 1 && y < sqrt(DBL_MIN)) {
        if (y == 0) {
            domain_error();
        }
        return (number_t) {-log(sqrt(y) / sqrt(hypot(y, 2))), copysign(atan2(2, -y) / 2, z.im)};
    }
    double x = 1 - z.re;
    return (number_t) {log1p(4 * z.re / (x * x + y * y)) / 4, -atan2(-2 * z.im, x * (1 + z.re) - y * y) / 2};
}

static number_t asin_of(number_t z) {
    return back(asinh_of(turned(z)));
}

static number_t atan_of(number_t z) {
    return back(atanh_of(turned(z)));
}

static number_t cos_of(number_t z) {
    return cosh_of(turned(z));
}

static number_t sin_of(number_t z) {
    return back(sinh_of(turned(z)));
}

static number_t tan_of(number_t z) {
    return back(tanh_of(turned(z)));
}

// Infinite from what was finite is an error.
static mp_obj_t applied(number_t (*function)(number_t), mp_obj_t o) {
    number_t z = given(o), r = function(z);
    if (finite2(z) && (isinf(r.re) || isinf(r.im))) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("math range error"));
    }
    return mp_obj_new_complex(r.re, r.im);
}

#define FUNCTION(name) \
    static mp_obj_t cmath_##name(mp_obj_t z) { \
        return applied(name##_of, z); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(cmath_##name##_obj, cmath_##name);
FUNCTION(acos)
FUNCTION(acosh)
FUNCTION(asin)
FUNCTION(asinh)
FUNCTION(atan)
FUNCTION(atanh)
FUNCTION(cos)
FUNCTION(cosh)
FUNCTION(exp)
FUNCTION(log10)
FUNCTION(sin)
FUNCTION(sinh)
FUNCTION(sqrt)
FUNCTION(tan)
FUNCTION(tanh)

static mp_obj_t cmath_log(size_t n_args, const mp_obj_t *args) {
    mp_obj_t result = applied(log_of, args[0]);
    return n_args == 1 ? result : mp_binary_op(MP_BINARY_OP_TRUE_DIVIDE, result, applied(log_of, args[1]));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(cmath_log_obj, 1, 2, cmath_log);

static double phase(number_t z) {
    return atan2(z.im, z.re);
}

static mp_obj_t cmath_phase(mp_obj_t z) {
    return mp_obj_new_float(phase(given(z)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(cmath_phase_obj, cmath_phase);

static mp_obj_t cmath_polar(mp_obj_t o) {
    number_t z = given(o);
    double size = hypot(z.re, z.im);
    if (isinf(size) && finite2(z)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("math range error"));
    }
    mp_obj_t items[] = {mp_obj_new_float(size), mp_obj_new_float(phase(z))};
    return mp_obj_new_tuple(2, items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(cmath_polar_obj, cmath_polar);

static mp_obj_t cmath_rect(mp_obj_t r_in, mp_obj_t angle_in) {
    double r = vitrine_real(r_in), angle = vitrine_real(angle_in);
    if (isinf(angle) && r != 0 && !isnan(r)) {
        domain_error();
    }
    if (angle == 0 || isinf(angle)) {
        return mp_obj_new_complex(r, angle == 0 ? r * angle : 0);
    }
    return mp_obj_new_complex(r * cos(angle), r * sin(angle));
}
static MP_DEFINE_CONST_FUN_OBJ_2(cmath_rect_obj, cmath_rect);

static mp_obj_t cmath_isfinite(mp_obj_t z) {
    return mp_obj_new_bool(finite2(given(z)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(cmath_isfinite_obj, cmath_isfinite);

static mp_obj_t cmath_isinf(mp_obj_t o) {
    number_t z = given(o);
    return mp_obj_new_bool(isinf(z.re) || isinf(z.im));
}
static MP_DEFINE_CONST_FUN_OBJ_1(cmath_isinf_obj, cmath_isinf);

static mp_obj_t cmath_isnan(mp_obj_t o) {
    number_t z = given(o);
    return mp_obj_new_bool(isnan(z.re) || isnan(z.im));
}
static MP_DEFINE_CONST_FUN_OBJ_1(cmath_isnan_obj, cmath_isnan);

static mp_obj_t cmath_isclose(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_t pair[2];
    double relative, absolute;
    vitrine_isclose_arguments(n_args, args, kwargs, pair, &relative, &absolute);
    number_t a = given(pair[0]), b = given(pair[1]);
    if (a.re == b.re && a.im == b.im) {
        return mp_const_true;
    }
    if (isinf(a.re) || isinf(a.im) || isinf(b.re) || isinf(b.im)) {
        return mp_const_false;
    }
    double apart = hypot(a.re - b.re, a.im - b.im);
    return mp_obj_new_bool(apart <= relative * hypot(b.re, b.im) || apart <= relative * hypot(a.re, a.im) || apart <= absolute);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(cmath_isclose_obj, 0, cmath_isclose);

// As upstream's objcomplex.c has it, which keeps it to itself.
typedef struct {
    mp_obj_base_t base;
    double re, im;
} complex_t;

static const complex_t infj = {{&mp_type_complex}, 0, (double)INFINITY}, nanj = {{&mp_type_complex}, 0, (double)NAN};

#define ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&cmath_##name##_obj) }
static const mp_rom_map_elem_t cmath_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_cmath) },
    { MP_ROM_QSTR(MP_QSTR_e), mp_const_float_e },
    { MP_ROM_QSTR(MP_QSTR_pi), mp_const_float_pi },
    { MP_ROM_QSTR(MP_QSTR_tau), mp_const_float_tau },
    { MP_ROM_QSTR(MP_QSTR_inf), mp_const_float_inf },
    { MP_ROM_QSTR(MP_QSTR_nan), mp_const_float_nan },
    { MP_ROM_QSTR(MP_QSTR_infj), MP_ROM_PTR(&infj) },
    { MP_ROM_QSTR(MP_QSTR_nanj), MP_ROM_PTR(&nanj) },
    ENTRY(acos), ENTRY(acosh), ENTRY(asin), ENTRY(asinh), ENTRY(atan), ENTRY(atanh), ENTRY(cos), ENTRY(cosh),
    ENTRY(exp), ENTRY(isclose), ENTRY(isfinite), ENTRY(isinf), ENTRY(isnan), ENTRY(log), ENTRY(log10), ENTRY(phase),
    ENTRY(polar), ENTRY(rect), ENTRY(sin), ENTRY(sinh), ENTRY(sqrt), ENTRY(tan), ENTRY(tanh),
};
static MP_DEFINE_CONST_DICT(cmath_globals, cmath_table);

const mp_obj_module_t mp_module_cmath = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&cmath_globals,
};
MP_REGISTER_MODULE(MP_QSTR_cmath, mp_module_cmath);
