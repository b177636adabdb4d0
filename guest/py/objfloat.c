// objfloat.c - float: made, shown, counted with, rounded.
//
// Takes the place of upstream's.
#include <limits.h>
#include <math.h>
#include <string.h>

#include "type/argument.h"
#include "number/digits.h"
#include "number/floatops.h"
#include "number/numbertext.h"
#include "machine/leaf.h"
#include "py/builtin.h"
#include "py/parsenum.h"
#include "py/runtime.h"
#include "text/utf8.h"

typedef struct _mp_obj_float_t {
    mp_obj_base_t base;
    mp_float_t value;
} mp_obj_float_t;

const mp_obj_float_t mp_const_float_e_obj = {{&mp_type_float}, 2.718281828459045};
const mp_obj_float_t mp_const_float_pi_obj = {{&mp_type_float}, 3.141592653589793};
const mp_obj_float_t mp_const_float_tau_obj = {{&mp_type_float}, 6.283185307179586};
const mp_obj_float_t mp_const_float_inf_obj = {{&mp_type_float}, (mp_float_t)INFINITY};
const mp_obj_float_t mp_const_float_nan_obj = {{&mp_type_float}, (mp_float_t)NAN};

mp_obj_t mp_obj_new_float(mp_float_t value) {
    mp_obj_float_t *o = vitrine_leaf(sizeof(mp_obj_float_t));
    o->base.type = &mp_type_float;
    o->value = value;
    return MP_OBJ_FROM_PTR(o);
}

mp_float_t mp_obj_float_get(mp_obj_t self_in) {
    return ((mp_obj_float_t *)MP_OBJ_TO_PTR(self_in))->value;
}

// A whole number has the hash of the int, and what it is made of otherwise.
mp_int_t mp_float_hash(mp_float_t value) {
    if (!isfinite(value)) {
        return isnan(value) ? 0 : value < 0 ? -314159 : 314159;
    }
    if (value == trunc(value)) {
        mp_obj_t whole = mp_obj_new_int_from_float(value);
        return mp_obj_is_small_int(whole) ? MP_OBJ_SMALL_INT_VALUE(whole)
            : mpz_hash(&((mp_obj_int_t *)MP_OBJ_TO_PTR(whole))->mpz);
    }
    uint64_t bits;
    memcpy(&bits, &value, 8);
    return (mp_int_t)((bits ^ bits >> 32) * 0x9e3779b1u);
}

static void float_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    char room[32];
    vstr_t text;
    vstr_init_fixed_buf(&text, sizeof(room), room);
    vitrine_float_text(&text, mp_obj_float_get(self_in), 'r', 0, VITRINE_FLOAT_POINT);
    print->print_strn(print->data, text.buf, text.len);
}

static mp_obj_t float_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 1, false);
    if (n_args == 0) {
        return mp_obj_new_float(0);
    }
    if (mp_obj_is_float(args[0])) {
        return args[0];
    }
    mp_float_t value;
    mp_buffer_info_t buffer;
    mp_obj_t text = vitrine_native(args[0], &mp_type_str);
    if (text != MP_OBJ_NULL || mp_obj_is_type(args[0], &mp_type_bytes) || mp_obj_is_type(args[0], &mp_type_bytearray)) {
        mp_get_buffer_raise(text != MP_OBJ_NULL ? text : args[0], &buffer, MP_BUFFER_READ);
        return mp_parse_num_float(buffer.buf, buffer.len, false, NULL);
    }
    if (mp_obj_get_float_maybe(args[0], &value)) {
        return mp_obj_new_float(value);
    }
    if (vitrine_is_index(args[0])) {
        return mp_obj_new_float(mp_obj_get_float(vitrine_int(args[0])));
    }
    vitrine_raise_type("float() argument must be a string or a real number, not '%s'", args[0]);
}

// --- operators ---

static mp_obj_t float_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    mp_float_t value = mp_obj_float_get(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(value != 0);
        case MP_UNARY_OP_HASH:
            return MP_OBJ_NEW_SMALL_INT(mp_float_hash(value));
        case MP_UNARY_OP_POSITIVE:
            return self_in;
        case MP_UNARY_OP_NEGATIVE:
            return mp_obj_new_float(-value);
        case MP_UNARY_OP_ABS:
            return signbit(value) ? mp_obj_new_float(-value) : self_in;
        default:
            return MP_OBJ_NULL;
    }
}

void vitrine_raise_zero(mp_binary_op_t op, bool is_float) {
    const char *text = is_float ? "float division by zero" : "division by zero";
    if (op == MP_BINARY_OP_FLOOR_DIVIDE || op == MP_BINARY_OP_INPLACE_FLOOR_DIVIDE) {
        text = is_float ? "float floor division by zero" : "integer division or modulo by zero";
    } else if (op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO) {
        text = is_float ? "float modulo" : "integer modulo by zero";
    } else if (op == MP_BINARY_OP_DIVMOD) {
        text = is_float ? "float divmod()" : "integer division or modulo by zero";
    } else if (op == MP_BINARY_OP_POWER || op == MP_BINARY_OP_INPLACE_POWER) {
        text = "0.0 cannot be raised to a negative power";
    }
    mp_raise_msg(&mp_type_ZeroDivisionError, (mp_rom_error_text_t)text);
}

// x == *quotient * y + *rest, and the rest has the sign of y.
static void divide(double x, double y, double *quotient, double *rest) {
    double r = fmod(x, y), q = (x - r) / y;
    if (r == 0) {
        r = copysign(0, y);
    } else if ((y < 0) != (r < 0)) {
        r += y;
        q -= 1;
    }
    double whole = copysign(0, x / y);
    if (q != 0) {
        whole = floor(q);
        whole += q - whole > 0.5;
    }
    *quotient = whole;
    *rest = r;
}

// Whether x < y, x == y, x > y for an int that a double may not hold: -1, 0, 1; 2: never.
static int compare_int(double x, mp_obj_t y) {
    if (isnan(x)) {
        return 2;
    }
    if (isinf(x)) {
        return x < 0 ? -1 : 1;
    }
    mp_obj_t whole = mp_obj_new_int_from_float(x);
    if (mp_obj_equal(whole, y)) {
        double rest = x - trunc(x);
        return rest < 0 ? -1 : rest > 0;
    }
    return mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, whole, y)) ? -1 : 1;
}

static mp_obj_t power(double x, double y, mp_obj_t y_in) {
    if (x == 0 && y < 0) {
        if (isinf(y)) {
            return mp_obj_new_float(INFINITY);
        }
        vitrine_raise_zero(MP_BINARY_OP_POWER, true);
    }
    if (x < 0 && isfinite(x) && isfinite(y) && y != floor(y)) {
        return mp_obj_complex_binary_op(MP_BINARY_OP_POWER, x, 0, y_in);
    }
    double result = pow(x, y);
    if (isinf(result) && isfinite(x) && isfinite(y)) {
        mp_obj_t args[2] = {MP_OBJ_NEW_SMALL_INT(34), mp_obj_new_str_from_cstr("Numerical result out of range")};
        nlr_raise(mp_obj_new_exception_args(&mp_type_OverflowError, 2, args));
    }
    return mp_obj_new_float(result);
}

mp_obj_t mp_obj_float_binary_op(mp_binary_op_t op, mp_float_t x, mp_obj_t rhs) {
    double y;
    if (mp_obj_is_float(rhs)) {
        y = mp_obj_float_get(rhs);
    } else if (mp_obj_is_small_int(rhs)) {
        y = MP_OBJ_SMALL_INT_VALUE(rhs);
    } else if (mp_obj_is_exact_type(rhs, &mp_type_int) && op <= MP_BINARY_OP_NOT_EQUAL) {
        int order = compare_int(x, rhs);
        switch (op) {
            case MP_BINARY_OP_LESS:
                return mp_obj_new_bool(order == -1);
            case MP_BINARY_OP_MORE:
                return mp_obj_new_bool(order == 1);
            case MP_BINARY_OP_EQUAL:
                return mp_obj_new_bool(order == 0);
            case MP_BINARY_OP_LESS_EQUAL:
                return mp_obj_new_bool(order <= 0);
            case MP_BINARY_OP_MORE_EQUAL:
                return mp_obj_new_bool(order == 0 || order == 1);
            default:
                return MP_OBJ_NULL;
        }
    } else if (mp_obj_is_instance_type(mp_obj_get_type(rhs))) {
        mp_obj_t native = vitrine_native(rhs, &mp_type_float);
        native = native == MP_OBJ_NULL ? vitrine_native(rhs, &mp_type_int) : native;
        if (native == MP_OBJ_NULL) {
            return MP_OBJ_NULL;
        }
        y = mp_obj_get_float(native);
    } else if (!mp_obj_get_float_maybe(rhs, &y)) {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return mp_obj_new_float(x + y);
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return mp_obj_new_float(x - y);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            return mp_obj_new_float(x * y);
        case MP_BINARY_OP_TRUE_DIVIDE:
        case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
            if (y == 0) {
                vitrine_raise_zero(op, true);
            }
            return mp_obj_new_float(x / y);
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
        case MP_BINARY_OP_DIVMOD: {
            if (y == 0) {
                vitrine_raise_zero(op, true);
            }
            double quotient, rest;
            divide(x, y, &quotient, &rest);
            if (op == MP_BINARY_OP_DIVMOD) {
                mp_obj_t both[2] = {mp_obj_new_float(quotient), mp_obj_new_float(rest)};
                return mp_obj_new_tuple(2, both);
            }
            bool modulo = op == MP_BINARY_OP_MODULO || op == MP_BINARY_OP_INPLACE_MODULO;
            return mp_obj_new_float(modulo ? rest : quotient);
        }
        case MP_BINARY_OP_POWER:
        case MP_BINARY_OP_INPLACE_POWER:
            return power(x, y, rhs);
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(x < y);
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(x > y);
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(x == y);
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(x <= y);
        case MP_BINARY_OP_MORE_EQUAL:
            return mp_obj_new_bool(x >= y);
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t float_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    mp_float_t x = mp_obj_float_get(lhs_in);
    if (mp_obj_is_type(rhs_in, &mp_type_complex)) {
        return mp_obj_complex_binary_op(op, x, 0, rhs_in);
    }
    return mp_obj_float_binary_op(op, x, rhs_in);
}

// --- between ints and doubles ---

double vitrine_ratio(const mpz_t *top, const mpz_t *bottom, const char *text) {
    double value = vitrine_digits_ratio(top, bottom);
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, (mp_rom_error_text_t)text);
    }
    return value;
}

double vitrine_mpz_double(const mpz_t *z) {
    mpz_dig_t digit = 1;
    mpz_t one = {.fixed_dig = 1, .alloc = 1, .len = 1, .dig = &digit};
    return vitrine_ratio(z, &one, "int too large to convert to float");
}

// --- rounding ---

double vitrine_float_round(double value, mp_int_t digits) {
    if (!isfinite(value) || value == 0 || digits > 323) {
        return value;
    }
    if (digits < -308) {
        return copysign(0, value);
    }
    vitrine_decimal_text d;
    vitrine_digits_exact(fabs(value), digits, true, &d);
    double result = vitrine_digits_value(d.digits, d.n, d.point - d.n);
    if (isinf(result)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("rounded value too large to represent"));
    }
    return copysign(result, value);
}

static mp_obj_t round_int(mp_obj_t value, mp_int_t digits) {
    if (digits >= 0) {
        return value;
    }
    mp_obj_t unit = mp_binary_op(MP_BINARY_OP_POWER, MP_OBJ_NEW_SMALL_INT(10), mp_obj_new_int(-digits));
    mp_obj_t rest = mp_binary_op(MP_BINARY_OP_MODULO, value, unit);
    mp_obj_t down = mp_binary_op(MP_BINARY_OP_SUBTRACT, value, rest);
    mp_obj_t twice = mp_binary_op(MP_BINARY_OP_ADD, rest, rest);
    bool up = mp_obj_is_true(mp_binary_op(MP_BINARY_OP_MORE, twice, unit));
    if (!up && mp_obj_equal(twice, unit)) {
        mp_obj_t whole = mp_binary_op(MP_BINARY_OP_FLOOR_DIVIDE, value, unit);
        up = mp_obj_is_true(mp_binary_op(MP_BINARY_OP_AND, whole, MP_OBJ_NEW_SMALL_INT(1)));
    }
    return up ? mp_binary_op(MP_BINARY_OP_ADD, down, unit) : down;
}

static mp_obj_t round_half_even(double value) {
    return mp_obj_new_int_from_float(nearbyint(value));
}

// round() of what has no __round__ of its own.
mp_obj_t vitrine_round(size_t n_args, const mp_obj_t *args) {
    mp_obj_t value = args[0], native;
    bool digits = n_args > 1 && args[1] != mp_const_none;
    if (mp_obj_is_instance_type(mp_obj_get_type(value))) {
        mp_obj_t dest[3];
        mp_load_method_maybe(value, MP_QSTR___round__, dest);
        if (dest[0] != MP_OBJ_NULL) {
            dest[2] = n_args > 1 ? args[1] : mp_const_none;
            return mp_call_method_n_kw(digits ? 1 : 0, 0, dest);
        }
    }
    if ((native = vitrine_native(value, &mp_type_float)) != MP_OBJ_NULL) {
        double number = mp_obj_float_get(native);
        return digits ? mp_obj_new_float(vitrine_float_round(number, vitrine_index(args[1]))) : round_half_even(number);
    }
    if (mp_obj_is_bool(value) || (native = vitrine_native(value, &mp_type_int)) != MP_OBJ_NULL) {
        native = vitrine_int(value);
        return digits ? round_int(native, vitrine_index(args[1])) : native;
    }
    vitrine_raise_type("type %s doesn't define __round__ method", value);
}

// --- methods ---

static mp_obj_t float_is_integer(mp_obj_t self_in) {
    mp_float_t value = mp_obj_float_get(self_in);
    return mp_obj_new_bool(isfinite(value) && value == floor(value));
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_is_integer_obj, float_is_integer);

static mp_obj_t float_conjugate(mp_obj_t self_in) {
    return self_in;
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_conjugate_obj, float_conjugate);

static mp_obj_t float_as_integer_ratio(mp_obj_t self_in) {
    mp_float_t value = mp_obj_float_get(self_in);
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot convert Infinity to integer ratio"));
    }
    if (isnan(value)) {
        mp_raise_ValueError(MP_ERROR_TEXT("cannot convert NaN to integer ratio"));
    }
    int exponent;
    value = frexp(value, &exponent);
    while (value != floor(value)) {
        value *= 2;
        --exponent;
    }
    mp_obj_t both[2] = {mp_obj_new_int_from_float(value), MP_OBJ_NEW_SMALL_INT(1)};
    both[exponent < 0] = mp_binary_op(MP_BINARY_OP_LSHIFT, both[exponent < 0],
        MP_OBJ_NEW_SMALL_INT(exponent < 0 ? -exponent : exponent));
    return mp_obj_new_tuple(2, both);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_as_integer_ratio_obj, float_as_integer_ratio);

static mp_obj_t float_hex(mp_obj_t self_in) {
    mp_float_t value = mp_obj_float_get(self_in);
    vstr_t text;
    vstr_init(&text, 32);
    if (!isfinite(value)) {
        vitrine_float_text(&text, value, 'r', 0, 0);
        return mp_obj_new_str_from_vstr(&text);
    }
    uint64_t bits;
    memcpy(&bits, &value, 8);
    int exponent = bits >> 52 & 0x7ff;
    vstr_add_str(&text, signbit(value) ? "-0x" : "0x");
    if (value == 0) {
        vstr_add_str(&text, "0.0p+0");
        return mp_obj_new_str_from_vstr(&text);
    }
    vstr_add_str(&text, exponent ? "1." : "0.");
    for (int shift = 48; shift >= 0; shift -= 4) {
        vstr_add_byte(&text, "0123456789abcdef"[bits >> shift & 15]);
    }
    exponent = exponent ? exponent - 1023 : -1022;
    vstr_printf(&text, "p%c%d", exponent < 0 ? '-' : '+', exponent < 0 ? -exponent : exponent);
    return mp_obj_new_str_from_vstr(&text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(float_hex_obj, float_hex);

static int hex_digit(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static NORETURN void bad_hex(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("invalid hexadecimal floating-point string"));
}

static mp_obj_t float_fromhex(mp_obj_t type, mp_obj_t text_in) {
    mp_obj_t text = vitrine_native(text_in, &mp_type_str);
    if (text == MP_OBJ_NULL) {
        vitrine_raise_type("fromhex() argument must be str, not %s", text_in);
    }
    vitrine_span s = vitrine_span_of(text);
    const byte *p = s.p, *end = p + s.n;
    for (; p < end && (*p == ' ' || (*p >= 9 && *p <= 13)); ++p) {
    }
    for (; p < end && (end[-1] == ' ' || (end[-1] >= 9 && end[-1] <= 13)); --end) {
    }
    bool negative = p < end && *p == '-';
    p += p < end && (*p == '-' || *p == '+');
    if (p < end && ((*p | 32) == 'i' || (*p | 32) == 'n')) {
        mp_obj_t special = mp_parse_num_float((const char *)s.p, s.n, false, NULL);
        return special;
    }
    p += end - p > 1 && *p == '0' && (p[1] | 32) == 'x' ? 2 : 0;
    // The first digits that are not zero make a number of 64 bits; what is below makes it odd.
    uint64_t m = 0;
    int64_t exponent = 0;
    bool any = false, point = false;
    for (; p < end; ++p) {
        int digit = hex_digit(*p);
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        if (digit < 0) {
            break;
        }
        any = true;
        if (m >> 60) {
            m |= digit != 0;
            exponent += point ? 0 : 4;
        } else {
            m = m << 4 | digit;
            exponent -= point ? 4 : 0;
        }
    }
    if (any && p < end && (*p | 32) == 'p') {
        ++p;
        bool down = p < end && *p == '-';
        p += p < end && (*p == '-' || *p == '+');
        int64_t power = 0;
        any = p < end;
        for (; p < end && *p >= '0' && *p <= '9'; ++p) {
            power = power > 1000000 ? power : power * 10 + (*p - '0');
        }
        exponent += down ? -power : power;
    }
    if (!any || p != end) {
        bad_hex();
    }
    double value = 0;
    if (m != 0) {
        int bits = 64 - __builtin_clzll(m);
        // Rounded by hand to what the exponent leaves.
        int64_t lowest = MAX(exponent, MAX(exponent + bits - 53, (int64_t)-1074)), cut = lowest - exponent;
        if (cut > 64) {
            m = 0;
        } else if (cut == 64) {
            m = m > (uint64_t)1 << 63;
        } else if (cut > 0) {
            uint64_t lost = m & (((uint64_t)1 << cut) - 1), half = (uint64_t)1 << (cut - 1);
            m >>= cut;
            m += lost > half || (lost == half && (m & 1));
        }
        value = ldexp((double)m, lowest > 5000 ? 5000 : lowest < -5000 ? -5000 : (int)lowest);
    }
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("hexadecimal value too large to represent as a float"));
    }
    return mp_obj_new_float(negative ? -value : value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(float_fromhex_fun, float_fromhex);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(float_fromhex_obj, MP_ROM_PTR(&float_fromhex_fun));

static void float_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_real) {
        dest[0] = self_in;
    } else if (attr == MP_QSTR_imag) {
        dest[0] = mp_obj_new_float(0);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t float_table[] = {
    { MP_ROM_QSTR(MP_QSTR___ceil__), MP_ROM_PTR(&math_ceil_obj) },
    { MP_ROM_QSTR(MP_QSTR___floor__), MP_ROM_PTR(&math_floor_obj) },
    { MP_ROM_QSTR(MP_QSTR___round__), MP_ROM_PTR(&mp_builtin_round_obj) },
    { MP_ROM_QSTR(MP_QSTR___trunc__), MP_ROM_PTR(&math_trunc_obj) },
    { MP_ROM_QSTR(MP_QSTR_is_integer), MP_ROM_PTR(&float_is_integer_obj) },
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&float_conjugate_obj) },
    { MP_ROM_QSTR(MP_QSTR_as_integer_ratio), MP_ROM_PTR(&float_as_integer_ratio_obj) },
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&float_hex_obj) },
    { MP_ROM_QSTR(MP_QSTR_fromhex), MP_ROM_PTR(&float_fromhex_obj) },
};
static MP_DEFINE_CONST_DICT(float_locals, float_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_float, MP_QSTR_float, MP_TYPE_FLAG_EQ_NOT_REFLEXIVE | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, float_make_new,
    print, float_print,
    unary_op, float_unary_op,
    binary_op, float_binary_op,
    attr, float_attr,
    locals_dict, &float_locals
    );
