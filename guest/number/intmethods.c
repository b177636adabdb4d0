// intmethods.c - int(…) and the methods of ints.
#include "intmethods.h"

#include <string.h>

#include "type/argument.h"
#include "numbertext.h"
#include "py/builtin.h"
#include "py/parsenum.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "py/smallint.h"
#include "text/utf8.h"

mp_obj_t vitrine_int_normal(mp_obj_t o) {
    mp_int_t value;
    if (!mp_obj_is_small_int(o) && mpz_as_int_checked(&((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz, &value)
        && MP_SMALL_INT_FITS(value)) {
        return MP_OBJ_NEW_SMALL_INT(value);
    }
    return o;
}

// The bits of an int; `room` is for those of a small one.
static const mpz_t *bits_of(mp_obj_t o, mpz_t *room, mpz_dig_t *digits) {
    if (!mp_obj_is_small_int(o)) {
        return &((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz;
    }
    mpz_init_fixed_from_int(room, digits, MPZ_NUM_DIG_FOR_INT, MP_OBJ_SMALL_INT_VALUE(o));
    return room;
}

// --- making ---

static bool text_of(mp_obj_t o, mp_buffer_info_t *buffer) {
    mp_obj_t text = vitrine_native(o, &mp_type_str);
    text = text == MP_OBJ_NULL ? vitrine_native(o, &mp_type_bytes) : text;
    text = text == MP_OBJ_NULL ? vitrine_native(o, &mp_type_bytearray) : text;
    text = text == MP_OBJ_NULL ? vitrine_native(o, &mp_type_memoryview) : text;
    return text != MP_OBJ_NULL && mp_get_buffer(text, buffer, MP_BUFFER_READ);
}

static mp_obj_t call_int(mp_obj_t o, qstr name) {
    mp_obj_t dest[2];
    mp_load_method_maybe(o, name, dest);
    return dest[0] == MP_OBJ_NULL ? MP_OBJ_NULL : mp_call_method_n_kw(0, 0, dest);
}

static mp_obj_t int_of(mp_obj_t o) {
    mp_buffer_info_t buffer;
    if (mp_obj_is_float(o)) {
        return mp_obj_new_int_from_float(mp_obj_float_get(o));
    }
    if (!mp_obj_is_instance_type(mp_obj_get_type(o)) && vitrine_is_index(o)) {
        return vitrine_int(o);
    }
    if (text_of(o, &buffer)) {
        return mp_parse_num_integer(buffer.buf, buffer.len, 10, NULL);
    }
    if (mp_obj_is_instance_type(mp_obj_get_type(o))) {
        mp_obj_t value = call_int(o, MP_QSTR___int__);
        if (value != MP_OBJ_NULL) {
            if (!vitrine_is_index(value)) {
                vitrine_raise_type("__int__ returned non-int (type %s)", value);
            }
            return vitrine_int(value);
        }
        if (vitrine_is_index(o)) {
            return vitrine_int(o);
        }
        mp_obj_t native = vitrine_native(o, &mp_type_float);
        if (native != MP_OBJ_NULL) {
            return mp_obj_new_int_from_float(mp_obj_float_get(native));
        }
        if ((value = call_int(o, MP_QSTR___trunc__)) != MP_OBJ_NULL) {
            return vitrine_int(value);
        }
    }
    vitrine_raise_type("int() argument must be a string, a bytes-like object or a real number, not '%s'", o);
}

mp_obj_t vitrine_int_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t base = n_args > 1 ? args[1] : MP_OBJ_NULL;
    if (n_kw == 1 && n_args == 1 && args[n_args] == MP_OBJ_NEW_QSTR(MP_QSTR_base)) {
        base = args[n_args + 1];
        n_kw = 0;
    }
    mp_arg_check_num(n_args, n_kw, 0, 2, false);
    if (n_args == 0) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    if (base == MP_OBJ_NULL) {
        return int_of(args[0]);
    }
    mp_buffer_info_t buffer;
    mp_int_t number = vitrine_bound(vitrine_int(base), 0);
    if (!text_of(args[0], &buffer)) {
        mp_raise_TypeError(MP_ERROR_TEXT("int() can't convert non-string with explicit base"));
    }
    return mp_parse_num_integer(buffer.buf, buffer.len, number > 36 || number < 0 ? 37 : number, NULL);
}

void vitrine_int_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    char room[32];
    vstr_t text;
    if (mp_obj_is_small_int(self_in)) {
        vstr_init_fixed_buf(&text, sizeof(room), room);
    } else {
        vstr_init(&text, 64);
    }
    bool negative = vitrine_int_digits(&text, self_in, 10, false);
    if (negative) {
        print->print_strn(print->data, "-", 1);
    }
    print->print_strn(print->data, text.buf, text.len);
    vstr_clear(&text);
}

// --- methods ---

static size_t bit_length(const mpz_t *z) {
    return z->len == 0 ? 0 : z->len * MPZ_DIG_SIZE - __builtin_clz(z->dig[z->len - 1]);
}

static mp_obj_t int_bit_length(mp_obj_t self_in) {
    mpz_t room;
    mpz_dig_t digits[MPZ_NUM_DIG_FOR_INT];
    return MP_OBJ_NEW_SMALL_INT(bit_length(bits_of(vitrine_int(self_in), &room, digits)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_bit_length_obj, int_bit_length);

static mp_obj_t int_bit_count(mp_obj_t self_in) {
    mpz_t room;
    mpz_dig_t digits[MPZ_NUM_DIG_FOR_INT];
    const mpz_t *z = bits_of(vitrine_int(self_in), &room, digits);
    size_t count = 0;
    for (size_t i = 0; i < z->len; ++i) {
        count += __builtin_popcount(z->dig[i]);
    }
    return MP_OBJ_NEW_SMALL_INT(count);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_bit_count_obj, int_bit_count);

static mp_obj_t int_self(mp_obj_t self_in) {
    return vitrine_int(self_in);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_self_obj, int_self);

static mp_obj_t int_as_integer_ratio(mp_obj_t self_in) {
    mp_obj_t both[2] = {vitrine_int(self_in), MP_OBJ_NEW_SMALL_INT(1)};
    return mp_obj_new_tuple(2, both);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_as_integer_ratio_obj, int_as_integer_ratio);

static bool is_big(mp_obj_t order) {
    size_t n;
    const char *name = mp_obj_str_get_data(order, &n);
    bool big = strcmp(name, "big") == 0;
    if (!big && strcmp(name, "little") != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("byteorder must be either 'little' or 'big'"));
    }
    return big;
}

static mp_obj_t int_to_bytes(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_length, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(1)} },
        { MP_QSTR_byteorder, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_QSTR(MP_QSTR_big)} },
        { MP_QSTR_signed, MP_ARG_KW_ONLY | MP_ARG_BOOL, {.u_bool = false} },
    };
    struct { mp_arg_val_t length, order, is_signed; } a;
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, MP_ARRAY_SIZE(allowed), allowed, (mp_arg_val_t *)&a);
    mp_int_t length = vitrine_index(a.length.u_obj);
    bool big = is_big(a.order.u_obj);
    if (length < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("length argument must be non-negative"));
    }
    mp_obj_t self = vitrine_int(args[0]);
    mpz_t room;
    mpz_dig_t digits[MPZ_NUM_DIG_FOR_INT];
    const mpz_t *z = bits_of(self, &room, digits);
    if (z->neg && !a.is_signed.u_bool) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("can't convert negative int to unsigned"));
    }
    vstr_t out;
    vstr_init_len(&out, length);
    // Bytes of the number, or of its two's complement.
    unsigned carry = 1;
    for (mp_int_t i = 0; i < length; ++i) {
        size_t word = i / sizeof(mpz_dig_t);
        unsigned value = word < z->len ? z->dig[word] >> i % sizeof(mpz_dig_t) * 8 & 0xff : 0;
        if (z->neg) {
            value = (value ^ 0xff) + carry;
            carry = value >> 8;
        }
        out.buf[big ? length - 1 - i : i] = value;
    }
    size_t bits = bit_length(z), have = (size_t)length * 8;
    bool fits = bits <= have;
    if (fits && a.is_signed.u_bool && bits > 0) {
        // One bit says which sign: -128 is all of a byte, 128 is not.
        bool top = (out.buf[big ? 0 : length - 1] & 0x80) != 0;
        fits = top == z->neg;
    }
    if (!fits) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("int too big to convert"));
    }
    return mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(int_to_bytes_obj, 1, int_to_bytes);

static mp_obj_t int_from_bytes(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_bytes, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_byteorder, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_QSTR(MP_QSTR_big)} },
        { MP_QSTR_signed, MP_ARG_KW_ONLY | MP_ARG_BOOL, {.u_bool = false} },
    };
    struct { mp_arg_val_t bytes, order, is_signed; } a;
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, MP_ARRAY_SIZE(allowed), allowed, (mp_arg_val_t *)&a);
    bool big = is_big(a.order.u_obj);
    mp_buffer_info_t buffer;
    if (vitrine_native(a.bytes.u_obj, &mp_type_str) != MP_OBJ_NULL) {
        vitrine_raise_type("cannot convert '%s' object to bytes", a.bytes.u_obj);
    }
    mp_obj_t bytes = a.bytes.u_obj;
    if (!mp_get_buffer(bytes, &buffer, MP_BUFFER_READ)) {
        bytes = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_bytes), bytes);
        mp_get_buffer_raise(bytes, &buffer, MP_BUFFER_READ);
    }
    const byte *p = buffer.buf;
    size_t n = buffer.len, words = n / sizeof(mpz_dig_t) + 1;
    mp_obj_int_t *o = mp_obj_int_new_mpz();
    mpz_dig_t *dig = m_new0(mpz_dig_t, words);
    bool negative = a.is_signed.u_bool && n > 0 && p[big ? 0 : n - 1] >= 0x80;
    unsigned carry = 1;
    for (size_t i = 0; i < n; ++i) {
        unsigned value = p[big ? n - 1 - i : i];
        if (negative) {
            value = (value ^ 0xff) + carry;
            carry = value >> 8;
        }
        dig[i / sizeof(mpz_dig_t)] |= (mpz_dig_t)(value & 0xff) << i % sizeof(mpz_dig_t) * 8;
    }
    if (negative && carry) {
        dig[n / sizeof(mpz_dig_t)] |= (mpz_dig_t)1 << n % sizeof(mpz_dig_t) * 8;
    }
    size_t used = words;
    while (used > 0 && dig[used - 1] == 0) {
        --used;
    }
    o->mpz = (mpz_t) {.neg = negative, .alloc = words, .len = used, .dig = dig};
    mp_obj_t result = vitrine_int_normal(MP_OBJ_FROM_PTR(o));
    return args[0] == MP_OBJ_FROM_PTR(&mp_type_int) ? result : mp_call_function_1(args[0], result);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(int_from_bytes_fun, 1, int_from_bytes);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(int_from_bytes_obj, MP_ROM_PTR(&int_from_bytes_fun));

void vitrine_int_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_real || attr == MP_QSTR_numerator) {
        dest[0] = vitrine_int(self_in);
    } else if (attr == MP_QSTR_imag || attr == MP_QSTR_denominator) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(attr == MP_QSTR_denominator);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t int_table[] = {
    { MP_ROM_QSTR(MP_QSTR___ceil__), MP_ROM_PTR(&int_self_obj) },
    { MP_ROM_QSTR(MP_QSTR___floor__), MP_ROM_PTR(&int_self_obj) },
    { MP_ROM_QSTR(MP_QSTR___round__), MP_ROM_PTR(&mp_builtin_round_obj) },
    { MP_ROM_QSTR(MP_QSTR___trunc__), MP_ROM_PTR(&int_self_obj) },
    { MP_ROM_QSTR(MP_QSTR_as_integer_ratio), MP_ROM_PTR(&int_as_integer_ratio_obj) },
    { MP_ROM_QSTR(MP_QSTR_bit_count), MP_ROM_PTR(&int_bit_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_bit_length), MP_ROM_PTR(&int_bit_length_obj) },
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&int_self_obj) },
    { MP_ROM_QSTR(MP_QSTR_from_bytes), MP_ROM_PTR(&int_from_bytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_to_bytes), MP_ROM_PTR(&int_to_bytes_obj) },
};
MP_DEFINE_CONST_DICT(vitrine_int_locals, int_table);

// --- powers of a modulus ---

static mp_obj_t op(mp_binary_op_t which, mp_obj_t a, mp_obj_t b) {
    return mp_binary_op(which, a, b);
}

// The number that times `a` is 1, of a modulus.
static mp_obj_t inverse(mp_obj_t a, mp_obj_t modulus) {
    mp_obj_t r = modulus, next = op(MP_BINARY_OP_MODULO, a, modulus);
    mp_obj_t t = MP_OBJ_NEW_SMALL_INT(0), next_t = MP_OBJ_NEW_SMALL_INT(1);
    while (mp_obj_is_true(next)) {
        mp_obj_t quotient = op(MP_BINARY_OP_FLOOR_DIVIDE, r, next);
        mp_obj_t rest = op(MP_BINARY_OP_SUBTRACT, r, op(MP_BINARY_OP_MULTIPLY, quotient, next));
        mp_obj_t rest_t = op(MP_BINARY_OP_SUBTRACT, t, op(MP_BINARY_OP_MULTIPLY, quotient, next_t));
        r = next;
        next = rest;
        t = next_t;
        next_t = rest_t;
    }
    if (r != MP_OBJ_NEW_SMALL_INT(1)) {
        mp_raise_ValueError(MP_ERROR_TEXT("base is not invertible for the given modulus"));
    }
    return op(MP_BINARY_OP_MODULO, t, modulus);
}

// Where the square of what is left fits into two digits. base is less than m.
static mp_obj_t pow_digit(const mpz_t *base, const mpz_t *exponent, mpz_dbl_dig_t m) {
    mpz_dbl_dig_t x = base->len == 0 ? 0 : base->dig[0], power = 1;
    for (size_t at = exponent->len; at-- > 0;) {
        for (mpz_dig_t bit = (mpz_dig_t)1 << (MPZ_DIG_SIZE - 1); bit != 0; bit >>= 1) {
            power = power * power % m;
            if (exponent->dig[at] & bit) {
                power = power * x % m;
            }
        }
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
    }
    return vitrine_int_normal(mp_obj_new_int_from_ull(power));
}

mp_obj_t vitrine_int_pow3(mp_obj_t base, mp_obj_t exponent, mp_obj_t modulus) {
    if (mp_obj_is_instance_type(mp_obj_get_type(base)) && vitrine_native(base, &mp_type_int) == MP_OBJ_NULL) {
        mp_obj_t method[4];
        mp_load_method_maybe(base, MP_QSTR___pow__, method);
        if (method[0] != MP_OBJ_NULL) {
            method[2] = exponent;
            method[3] = modulus;
            return mp_call_method_n_kw(2, 0, method);
        }
    }
    if (!vitrine_is_index(base) || !vitrine_is_index(exponent) || !vitrine_is_index(modulus)) {
        mp_raise_TypeError(MP_ERROR_TEXT("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    base = vitrine_int(base);
    exponent = vitrine_int(exponent);
    modulus = vitrine_int(modulus);
    int sign = mp_obj_int_sign(modulus);
    if (sign == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("pow() 3rd argument cannot be 0"));
    }
    mp_obj_t size = sign < 0 ? mp_unary_op(MP_UNARY_OP_NEGATIVE, modulus) : modulus, result;
    if (size == MP_OBJ_NEW_SMALL_INT(1)) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    if (mp_obj_int_sign(exponent) < 0) {
        base = inverse(base, size);
        exponent = mp_unary_op(MP_UNARY_OP_NEGATIVE, exponent);
    }
    base = op(MP_BINARY_OP_MODULO, base, size);
    mpz_t rooms[3];
    mpz_dig_t digits[3][MPZ_NUM_DIG_FOR_INT];
    const mpz_t *m = bits_of(size, &rooms[0], digits[0]);
    result = exponent == MP_OBJ_NEW_SMALL_INT(0) ? MP_OBJ_NEW_SMALL_INT(1) : m->len == 1
        ? pow_digit(bits_of(base, &rooms[1], digits[1]), bits_of(exponent, &rooms[2], digits[2]), m->dig[0])
        : vitrine_int_normal(mp_obj_int_pow3(base, exponent, size));
    return sign < 0 ? op(MP_BINARY_OP_MODULO, result, modulus) : result;
}

// --- of sys ---

static mp_obj_t get_digits(void) {
    return mp_obj_new_int(vitrine_digits_limit);
}
MP_DEFINE_CONST_FUN_OBJ_0(vitrine_get_digits_obj, get_digits);

static mp_obj_t set_digits(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_maxdigits, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
    };
    mp_arg_val_t a;
    mp_arg_parse_all(n_args, args, kwargs, 1, allowed, &a);
    mp_int_t most = vitrine_index(a.u_obj);
    if (most != 0 && most < 640) {
        mp_raise_ValueError(MP_ERROR_TEXT("maxdigits must be 0 or larger than 640"));
    }
    vitrine_digits_limit = most;
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_set_digits_obj, 1, set_digits);
