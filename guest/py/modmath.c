// modmath.c - the module math.
//
// Takes the place of upstream's. What is counted with ints is exact, whatever their size.
#include <math.h>

#include "type/argument.h"
#include "number/floatops.h"
#include "number/numbertext.h"
#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objint.h"
#include "py/runtime.h"
#include "machine/stop.h"

static NORETURN void domain_error(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("math domain error"));
}

static NORETURN void range_error(void) {
    mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("math range error"));
}

static double number(mp_obj_t o) {
    return mp_obj_is_float(o) ? mp_obj_float_get(o) : vitrine_real(o);
}

// The result of a function: NaN from a number is an error, and so is infinity
// from a finite one.
static mp_obj_t checked(double result, bool from_nan, bool from_infinity, bool overflows) {
    if (isnan(result) && !from_nan) {
        domain_error();
    }
    if (isinf(result) && !from_infinity && !from_nan) {
        if (overflows) {
            range_error();
        }
        domain_error();
    }
    return mp_obj_new_float(result);
}

#define UNARY(name, function, overflows) \
    static mp_obj_t math_##name(mp_obj_t x_in) { \
        double x = number(x_in); \
        return checked(function(x), isnan(x), isinf(x), overflows); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_1(math_##name##_obj, math_##name);

UNARY(sqrt, sqrt, false)
UNARY(cbrt, cbrt, false)
UNARY(exp, exp, true)
UNARY(exp2, exp2, true)
UNARY(expm1, expm1, true)
UNARY(log1p, log1p, false)
UNARY(cosh, cosh, true)
UNARY(sinh, sinh, true)
UNARY(tanh, tanh, false)
UNARY(acosh, acosh, false)
UNARY(asinh, asinh, false)
UNARY(atanh, atanh, false)
UNARY(cos, cos, false)
UNARY(sin, sin, false)
UNARY(tan, tan, false)
UNARY(acos, acos, false)
UNARY(asin, asin, false)
UNARY(atan, atan, false)
UNARY(fabs, fabs, false)
UNARY(erf, erf, false)
UNARY(erfc, erfc, false)

static mp_obj_t math_gamma(mp_obj_t x_in) {
    double x = number(x_in);
    if (x == -INFINITY || (x == floor(x) && x <= 0)) {
        domain_error();
    }
    // Of a small whole number it is a factorial, which is exact.
    if (x == floor(x) && x <= 23) {
        double product = 1;
        for (int i = 2; i < x; ++i) {
            product *= i;
        }
        return mp_obj_new_float(product);
    }
    return checked(tgamma(x), isnan(x), isinf(x), true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_gamma_obj, math_gamma);

static mp_obj_t math_lgamma(mp_obj_t x_in) {
    double x = number(x_in);
    if (isfinite(x) && x == floor(x) && x <= 0) {
        domain_error();
    }
    return checked(isinf(x) ? INFINITY : lgamma(x), isnan(x), isinf(x), true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_lgamma_obj, math_lgamma);

// --- logarithms ---

// Of an int that no double holds, too.
static double logarithm(mp_obj_t x_in, double (*function)(double)) {
    if (vitrine_is_index(x_in) && !mp_obj_is_float(x_in)) {
        mp_obj_t x = vitrine_int(x_in);
        if (mp_obj_int_sign(x) <= 0) {
            domain_error();
        }
        if (!mp_obj_is_small_int(x)) {
            const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(x))->mpz;
            if (z->len > 30) {
                size_t cut = (z->len - 4) * MPZ_DIG_SIZE;
                mp_obj_t top = mp_binary_op(MP_BINARY_OP_RSHIFT, x, mp_obj_new_int(cut));
                int exponent;
                double part = frexp(mp_obj_get_float(top), &exponent);
                return function(part) + function(2) * ((double)cut + exponent);
            }
        }
        return function(mp_obj_get_float(x));
    }
    double x = number(x_in);
    if (x <= 0) {
        domain_error();
    }
    return function(x);
}

static mp_obj_t math_log(size_t n_args, const mp_obj_t *args) {
    double value = logarithm(args[0], log);
    if (n_args > 1) {
        double base = logarithm(args[1], log);
        if (base == 0) {
            mp_raise_msg(&mp_type_ZeroDivisionError, MP_ERROR_TEXT("float division by zero"));
        }
        value /= base;
    }
    return mp_obj_new_float(value);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(math_log_obj, 1, 2, math_log);

static mp_obj_t math_log2(mp_obj_t x) {
    return mp_obj_new_float(logarithm(x, log2));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_log2_obj, math_log2);

static mp_obj_t math_log10(mp_obj_t x) {
    return mp_obj_new_float(logarithm(x, log10));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_log10_obj, math_log10);

// --- of two ---

#define BINARY(name, expression) \
    static mp_obj_t math_##name(mp_obj_t x_in, mp_obj_t y_in) { \
        double x = number(x_in), y = number(y_in); \
        return mp_obj_new_float(expression); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_2(math_##name##_obj, math_##name);

BINARY(atan2, atan2(x, y))
BINARY(copysign, copysign(x, isnan(y) ? (double)NAN : y))
BINARY(nextafter, nextafter(x, y))

static mp_obj_t math_pow(mp_obj_t x_in, mp_obj_t y_in) {
    double x = number(x_in), y = number(y_in), result = pow(x, y);
    if (isfinite(x) && isfinite(y) && !isfinite(result)) {
        if (isnan(result) || x == 0) {
            domain_error();
        }
        range_error();
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_pow_obj, math_pow);

static mp_obj_t math_fmod(mp_obj_t x_in, mp_obj_t y_in) {
    double x = number(x_in), y = number(y_in);
    return checked(fmod(x, y), isnan(x) || isnan(y), false, false);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_fmod_obj, math_fmod);

static mp_obj_t math_remainder(mp_obj_t x_in, mp_obj_t y_in) {
    double x = number(x_in), y = number(y_in);
    return checked(remainder(x, y), isnan(x) || isnan(y), false, false);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_remainder_obj, math_remainder);

static mp_obj_t math_ldexp(mp_obj_t x_in, mp_obj_t e_in) {
    double x = number(x_in);
    mp_int_t e = vitrine_bound(vitrine_int(e_in), 0);
    double result = ldexp(x, e > 100000 ? 100000 : e < -100000 ? -100000 : (int)e);
    if (isinf(result) && isfinite(x)) {
        range_error();
    }
    return mp_obj_new_float(result);
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_ldexp_obj, math_ldexp);

// --- one into parts ---

static mp_obj_t math_modf(mp_obj_t x_in) {
    double whole, part = modf(number(x_in), &whole);
    mp_obj_t both[2] = {mp_obj_new_float(part), mp_obj_new_float(whole)};
    return mp_obj_new_tuple(2, both);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_modf_obj, math_modf);

static mp_obj_t math_frexp(mp_obj_t x_in) {
    double x = number(x_in);
    int exponent = 0;
    double part = isfinite(x) ? frexp(x, &exponent) : x;
    mp_obj_t both[2] = {mp_obj_new_float(part), MP_OBJ_NEW_SMALL_INT(exponent)};
    return mp_obj_new_tuple(2, both);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_frexp_obj, math_frexp);

static mp_obj_t whole(mp_obj_t x, qstr method, double (*function)(double)) {
    if (mp_obj_is_instance_type(mp_obj_get_type(x))) {
        mp_obj_t dest[2];
        mp_load_method_maybe(x, method, dest);
        if (dest[0] != MP_OBJ_NULL) {
            return mp_call_method_n_kw(0, 0, dest);
        }
    }
    if (!mp_obj_is_float(x) && vitrine_is_index(x)) {
        return vitrine_int(x);
    }
    if (method == MP_QSTR___trunc__ && !mp_obj_is_float(x) && vitrine_native(x, &mp_type_float) == MP_OBJ_NULL) {
        vitrine_raise_type("type %s doesn't define __trunc__ method", x);
    }
    return mp_obj_new_int_from_float(function(number(x)));
}

#define WHOLE(name) \
    static mp_obj_t math_##name(mp_obj_t x) { \
        return whole(x, MP_QSTR___##name##__, name); \
    } \
    MP_DEFINE_CONST_FUN_OBJ_1(math_##name##_obj, math_##name);
WHOLE(floor)
WHOLE(ceil)
WHOLE(trunc)

static mp_obj_t math_ulp(mp_obj_t x_in) {
    double x = fabs(number(x_in));
    if (!isfinite(x)) {
        return mp_obj_new_float(x);
    }
    double next = nextafter(x, INFINITY);
    return mp_obj_new_float(isinf(next) ? x - nextafter(x, 0) : next - x);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_ulp_obj, math_ulp);

static mp_obj_t math_degrees(mp_obj_t x) {
    return mp_obj_new_float(number(x) * (180 / 3.141592653589793));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_degrees_obj, math_degrees);

static mp_obj_t math_radians(mp_obj_t x) {
    return mp_obj_new_float(number(x) * (3.141592653589793 / 180));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_radians_obj, math_radians);

static mp_obj_t math_isfinite(mp_obj_t x) {
    return mp_obj_new_bool(isfinite(number(x)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_isfinite_obj, math_isfinite);

static mp_obj_t math_isinf(mp_obj_t x) {
    return mp_obj_new_bool(isinf(number(x)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_isinf_obj, math_isinf);

static mp_obj_t math_isnan(mp_obj_t x) {
    return mp_obj_new_bool(isnan(number(x)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_isnan_obj, math_isnan);

void vitrine_isclose_arguments(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs, mp_obj_t *pair,
    double *relative, double *absolute) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_a, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_b, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_rel_tol, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_abs_tol, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
    };
    mp_arg_val_t v[4];
    mp_arg_parse_all(n_args, args, kwargs, 4, allowed, v);
    pair[0] = v[0].u_obj;
    pair[1] = v[1].u_obj;
    *relative = v[2].u_obj == MP_OBJ_NULL ? 1e-9 : number(v[2].u_obj);
    *absolute = v[3].u_obj == MP_OBJ_NULL ? 0 : number(v[3].u_obj);
    if (*relative < 0 || *absolute < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("tolerances must be non-negative"));
    }
}

static mp_obj_t math_isclose(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_t pair[2];
    double relative, absolute;
    vitrine_isclose_arguments(n_args, args, kwargs, pair, &relative, &absolute);
    double a = number(pair[0]), b = number(pair[1]);
    double apart = fabs(a - b);
    return mp_obj_new_bool(a == b || (isfinite(a) && isfinite(b)
        && (apart <= fabs(relative * b) || apart <= fabs(relative * a) || apart <= absolute)));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(math_isclose_obj, 0, math_isclose);

// --- of many ---

// The root of the sum of squares, each scaled so that none overflows.
static double norm(const double *x, size_t n) {
    double largest = 0, sum = 0, lost = 0;
    bool unknown = false;
    for (size_t i = 0; i < n; ++i) {
        if (isinf(x[i])) {
            return INFINITY;
        }
        unknown = unknown || isnan(x[i]);
        largest = fmax(largest, fabs(x[i]));
    }
    if (unknown || largest == 0) {
        return unknown ? (double)NAN : 0;
    }
    int exponent;
    frexp(largest, &exponent);
    for (size_t i = 0; i < n; ++i) {
        double scaled = ldexp(x[i], -exponent), square = scaled * scaled;
        lost += fma(scaled, scaled, -square);
        double more = sum + square;
        lost += sum >= square ? sum - more + square : square - more + sum;
        sum = more;
    }
    double root = sqrt(sum + lost);
    root += (fma(-root, root, sum) + lost) / (2 * root); // what rounding left out
    return ldexp(root, exponent);
}

static mp_obj_t math_hypot(size_t n_args, const mp_obj_t *args) {
    double *x = m_new(double, n_args + 1);
    bool finite = true;
    for (size_t i = 0; i < n_args; ++i) {
        x[i] = number(args[i]);
        finite = finite && isfinite(x[i]);
    }
    return checked(norm(x, n_args), true, !finite, true);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(math_hypot_obj, 0, math_hypot);

static mp_obj_t as_tuple(mp_obj_t o) {
    return mp_obj_is_type(o, &mp_type_tuple) ? o : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), o);
}

static mp_obj_t math_dist(mp_obj_t p_in, mp_obj_t q_in) {
    size_t n, m;
    mp_obj_t *p, *q, p_tuple = as_tuple(p_in), q_tuple = as_tuple(q_in);
    mp_obj_tuple_get(p_tuple, &n, &p);
    mp_obj_tuple_get(q_tuple, &m, &q);
    if (n != m) {
        mp_raise_ValueError(MP_ERROR_TEXT("both points must have the same number of dimensions"));
    }
    double *x = m_new(double, n + 1);
    for (size_t i = 0; i < n; ++i) {
        x[i] = number(p[i]) - number(q[i]);
    }
    return mp_obj_new_float(norm(x, n));
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_dist_obj, math_dist);

// Shewchuk's: partial sums that do not overlap, from small to large, lose nothing.
static mp_obj_t math_fsum(mp_obj_t iterable) {
    size_t alloc = 32, n = 0;
    double *parts = m_new(double, alloc), special = 0;
    bool has_special = false, infinite = false;
    mp_obj_iter_buf_t room;
    mp_obj_t item, iterator = mp_getiter(iterable, &room);
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        double x = number(item), given = x;
        size_t kept = 0;
        for (size_t i = 0; i < n; ++i) {
            double y = parts[i];
            if (fabs(x) < fabs(y)) {
                double other = x;
                x = y;
                y = other;
            }
            double high = x + y, low = y - (high - x);
            if (low != 0) {
                parts[kept++] = low;
            }
            x = high;
        }
        n = kept;
        if (!isfinite(x)) {
            if (isfinite(given)) {
                mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("intermediate overflow in fsum"));
            }
            infinite = infinite || isinf(given);
            has_special = true;
            special += given;
            n = 0;
        } else if (x != 0) {
            if (n == alloc) {
                parts = m_renew(double, parts, alloc, 2 * alloc);
                alloc *= 2;
            }
            parts[n++] = x;
        }
    }
    if (has_special) {
        if (isnan(special) && infinite) {
            mp_raise_ValueError(MP_ERROR_TEXT("-inf + inf in fsum"));
        }
        return mp_obj_new_float(special);
    }
    double high = n > 0 ? parts[--n] : 0, low = 0;
    while (n > 0) {
        double x = high, y = parts[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0) {
            break;
        }
    }
    // Half of the last bit is rounded to even by what is below it.
    if (n > 0 && ((low < 0 && parts[n - 1] < 0) || (low > 0 && parts[n - 1] > 0))) {
        double twice = low * 2, x = high + twice;
        if (twice == x - high) {
            high = x;
        }
    }
    return mp_obj_new_float(high);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_fsum_obj, math_fsum);

static mp_obj_t op(mp_binary_op_t which, mp_obj_t a, mp_obj_t b) {
    vitrine_stop_check();
    return mp_binary_op(which, a, b);
}

static mp_obj_t math_prod(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_start, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(1)} },
    };
    mp_arg_val_t a[2];
    mp_arg_parse_all(n_args, args, kwargs, 2, allowed, a);
    mp_obj_t product = a[1].u_obj, item;
    mp_obj_iter_buf_t room;
    mp_obj_t iterator = mp_getiter(a[0].u_obj, &room);
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        product = op(MP_BINARY_OP_MULTIPLY, product, item);
    }
    return product;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(math_prod_obj, 1, math_prod);

// --- of ints ---

static mp_obj_t gcd(mp_obj_t a, mp_obj_t b) {
    a = mp_unary_op(MP_UNARY_OP_ABS, a);
    b = mp_unary_op(MP_UNARY_OP_ABS, b);
    while (!mp_obj_is_small_int(a) || !mp_obj_is_small_int(b)) {
        if (!mp_obj_is_true(b)) {
            return a;
        }
        mp_obj_t rest = op(MP_BINARY_OP_MODULO, a, b);
        a = b;
        b = rest;
    }
    mp_int_t x = MP_OBJ_SMALL_INT_VALUE(a), y = MP_OBJ_SMALL_INT_VALUE(b);
    while (y != 0) {
        mp_int_t rest = x % y;
        x = y;
        y = rest;
    }
    return MP_OBJ_NEW_SMALL_INT(x);
}

static mp_obj_t math_gcd(size_t n_args, const mp_obj_t *args) {
    mp_obj_t result = MP_OBJ_NEW_SMALL_INT(0);
    for (size_t i = 0; i < n_args; ++i) {
        result = gcd(result, vitrine_int(args[i]));
    }
    return result;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(math_gcd_obj, 0, math_gcd);

static mp_obj_t math_lcm(size_t n_args, const mp_obj_t *args) {
    mp_obj_t result = MP_OBJ_NEW_SMALL_INT(1);
    for (size_t i = 0; i < n_args; ++i) {
        mp_obj_t value = vitrine_int(args[i]), divisor = gcd(result, value);
        if (!mp_obj_is_true(value) || !mp_obj_is_true(divisor)) {
            result = MP_OBJ_NEW_SMALL_INT(0);
            continue;
        }
        result = op(MP_BINARY_OP_MULTIPLY, op(MP_BINARY_OP_FLOOR_DIVIDE, result, divisor), value);
        result = mp_unary_op(MP_UNARY_OP_ABS, result);
    }
    return result;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(math_lcm_obj, 0, math_lcm);

// Newton's, from above.
static mp_obj_t math_isqrt(mp_obj_t n_in) {
    mp_obj_t n = vitrine_int(n_in);
    if (mp_obj_int_sign(n) < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("isqrt() argument must be nonnegative"));
    }
    if (!mp_obj_is_true(n)) {
        return n;
    }
    mp_obj_t dest[2];
    mp_load_method(n, MP_QSTR_bit_length, dest);
    mp_int_t bits = mp_obj_get_int(mp_call_method_n_kw(0, 0, dest));
    mp_obj_t x = op(MP_BINARY_OP_LSHIFT, MP_OBJ_NEW_SMALL_INT(1), mp_obj_new_int((bits + 1) / 2));
    for (;;) {
        mp_obj_t next = op(MP_BINARY_OP_RSHIFT, op(MP_BINARY_OP_ADD, x, op(MP_BINARY_OP_FLOOR_DIVIDE, n, x)),
            MP_OBJ_NEW_SMALL_INT(1));
        if (!mp_obj_is_true(op(MP_BINARY_OP_LESS, next, x))) {
            return x;
        }
        x = next;
    }
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_isqrt_obj, math_isqrt);

// low * … * high, halves multiplied with halves.
static mp_obj_t product_of(mp_int_t low, mp_int_t high) {
    mp_cstack_check();
    if (high - low < 8) {
        mp_obj_t product = mp_obj_new_int(low);
        for (mp_int_t i = low + 1; i <= high; ++i) {
            product = op(MP_BINARY_OP_MULTIPLY, product, mp_obj_new_int(i));
        }
        return product;
    }
    mp_int_t middle = low + (high - low) / 2;
    mp_obj_t left = product_of(low, middle);
    return op(MP_BINARY_OP_MULTIPLY, left, product_of(middle + 1, high));
}

static mp_obj_t math_factorial(mp_obj_t n_in) {
    if (mp_obj_is_float(n_in)) {
        mp_raise_TypeError(MP_ERROR_TEXT("'float' object cannot be interpreted as an integer"));
    }
    mp_obj_t n = vitrine_int(n_in);
    if (mp_obj_int_sign(n) < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("factorial() not defined for negative values"));
    }
    mp_int_t count = vitrine_bound(n, 0);
    if (count == INTPTR_MAX) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("factorial() argument should not exceed 2147483647"));
    }
    return count < 2 ? MP_OBJ_NEW_SMALL_INT(1) : product_of(1, count);
}
static MP_DEFINE_CONST_FUN_OBJ_1(math_factorial_obj, math_factorial);

// n * (n - 1) * …, k of them.
static mp_obj_t falling(mp_obj_t n, mp_int_t k) {
    mp_obj_t product = MP_OBJ_NEW_SMALL_INT(1);
    for (mp_int_t i = 0; i < k; ++i) {
        product = op(MP_BINARY_OP_MULTIPLY, product, op(MP_BINARY_OP_SUBTRACT, n, mp_obj_new_int(i)));
    }
    return product;
}

// How many are chosen, or -1 if there are not that many.
static mp_int_t chosen(mp_obj_t n, mp_obj_t k) {
    if (mp_obj_int_sign(n) < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("n must be a non-negative integer"));
    }
    if (mp_obj_int_sign(k) < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("k must be a non-negative integer"));
    }
    return mp_obj_is_true(op(MP_BINARY_OP_MORE, k, n)) ? -1 : vitrine_bound(k, 0);
}

static mp_obj_t math_perm(size_t n_args, const mp_obj_t *args) {
    if (n_args == 1 || args[1] == mp_const_none) {
        return math_factorial(args[0]);
    }
    mp_obj_t n = vitrine_int(args[0]);
    mp_int_t k = chosen(n, vitrine_int(args[1]));
    return k < 0 ? MP_OBJ_NEW_SMALL_INT(0) : falling(n, k);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(math_perm_obj, 1, 2, math_perm);

static mp_obj_t math_comb(mp_obj_t n_in, mp_obj_t k_in) {
    mp_obj_t n = vitrine_int(n_in), k_obj = vitrine_int(k_in);
    mp_int_t k = chosen(n, k_obj);
    if (k < 0) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    mp_int_t others = vitrine_bound(op(MP_BINARY_OP_SUBTRACT, n, k_obj), 0);
    k = MIN(k, others);
    mp_obj_t result = MP_OBJ_NEW_SMALL_INT(1);
    for (mp_int_t i = 0; i < k; ++i) {
        result = op(MP_BINARY_OP_MULTIPLY, result, op(MP_BINARY_OP_SUBTRACT, n, mp_obj_new_int(i)));
        result = op(MP_BINARY_OP_FLOOR_DIVIDE, result, mp_obj_new_int(i + 1));
    }
    return result;
}
static MP_DEFINE_CONST_FUN_OBJ_2(math_comb_obj, math_comb);

#define ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&math_##name##_obj) }
static const mp_rom_map_elem_t math_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_math) },
    { MP_ROM_QSTR(MP_QSTR_e), mp_const_float_e },
    { MP_ROM_QSTR(MP_QSTR_pi), mp_const_float_pi },
    { MP_ROM_QSTR(MP_QSTR_tau), mp_const_float_tau },
    { MP_ROM_QSTR(MP_QSTR_inf), mp_const_float_inf },
    { MP_ROM_QSTR(MP_QSTR_nan), mp_const_float_nan },
    ENTRY(acos), ENTRY(acosh), ENTRY(asin), ENTRY(asinh), ENTRY(atan), ENTRY(atan2), ENTRY(atanh), ENTRY(cbrt),
    ENTRY(ceil), ENTRY(comb), ENTRY(copysign), ENTRY(cos), ENTRY(cosh), ENTRY(degrees), ENTRY(dist), ENTRY(erf),
    ENTRY(erfc), ENTRY(exp), ENTRY(exp2), ENTRY(expm1), ENTRY(fabs), ENTRY(factorial), ENTRY(floor), ENTRY(fmod),
    ENTRY(frexp), ENTRY(fsum), ENTRY(gamma), ENTRY(gcd), ENTRY(hypot), ENTRY(isclose), ENTRY(isfinite), ENTRY(isinf),
    ENTRY(isnan), ENTRY(isqrt), ENTRY(lcm), ENTRY(ldexp), ENTRY(lgamma), ENTRY(log), ENTRY(log10), ENTRY(log1p),
    ENTRY(log2), ENTRY(modf), ENTRY(nextafter), ENTRY(perm), ENTRY(pow), ENTRY(prod), ENTRY(radians),
    ENTRY(remainder), ENTRY(sin), ENTRY(sinh), ENTRY(sqrt), ENTRY(tan), ENTRY(tanh), ENTRY(trunc), ENTRY(ulp),
};
static MP_DEFINE_CONST_DICT(math_globals, math_table);

const mp_obj_module_t mp_module_math = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&math_globals,
};
MP_REGISTER_MODULE(MP_QSTR_math, mp_module_math);
