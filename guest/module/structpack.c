// structpack.c - the module _struct: numbers and bytes in given layouts.
//
// Native sizes and places are those of a 64-bit little-endian machine, wherever
// this runs. lib/struct.py has the exception and the class Struct.
#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "number/intmethods.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "machine/stop.h"

typedef struct {
    const char *p, *end;
    bool native, big;
    size_t size; // of what was laid out so far
} layout_t;

typedef struct {
    char code;
    uint8_t width;
    size_t count;
    size_t offset;
} item_t;

static NORETURN void fail(const char *format, ...) {
    vstr_t text;
    vstr_init(&text, 32);
    va_list arguments;
    va_start(arguments, format);
    vstr_vprintf(&text, format, arguments);
    va_end(arguments);
    mp_obj_t module = mp_import_name(MP_QSTR_struct, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    nlr_raise(mp_call_function_1(mp_load_attr(module, MP_QSTR_error), mp_obj_new_str_from_vstr(&text)));
}

static layout_t layout_begin(mp_obj_t format) {
    mp_buffer_info_t info;
    mp_get_buffer_raise(format, &info, MP_BUFFER_READ);
    layout_t l = {.p = info.buf, .end = (const char *)info.buf + info.len, .native = true};
    if (l.p < l.end && *l.p != '\0' && strchr("@=<>!", *l.p) != NULL) {
        l.native = *l.p == '@';
        l.big = *l.p == '>' || *l.p == '!';
        ++l.p;
    }
    return l;
}

static int width_of(char code, bool native) {
    static const char codes[] = "xcbB?spHhefIiLlqQdnNP";
    static const uint8_t widths[] = {1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8};
    const char *found = code == '\0' ? NULL : strchr(codes, code);
    if (found == NULL || (!native && strchr("nNP", code) != NULL)) {
        fail("bad char in struct format");
    }
    return native && (code == 'l' || code == 'L') ? 8 : widths[found - codes];
}

// The next item; false: there is none.
static bool layout_next(layout_t *l, item_t *item) {
    while (l->p < l->end && unichar_isspace((byte)*l->p)) {
        ++l->p;
    }
    if (l->p == l->end) {
        return false;
    }
    item->count = 1;
    if (unichar_isdigit((byte)*l->p)) {
        uint64_t n = 0;
        while (l->p < l->end && unichar_isdigit((byte)*l->p)) {
            n = n * 10 + (*l->p++ - '0');
            if (n > 0x3fffffff) {
                fail("total struct size too long");
            }
        }
        item->count = n;
        if (l->p == l->end) {
            fail("repeat count given without format specifier");
        }
    }
    item->code = *l->p++;
    item->width = width_of(item->code, l->native);
    if (l->native) {
        l->size = (l->size + item->width - 1) / item->width * item->width;
    }
    item->offset = l->size;
    if ((uint64_t)l->size + (uint64_t)item->count * item->width > 0x3fffffff) {
        fail("total struct size too long");
    }
    l->size += item->count * item->width;
    return true;
}

// Its size; *values: how many there are in it.
static size_t measure(mp_obj_t format, size_t *values) {
    layout_t l = layout_begin(format);
    item_t item;
    *values = 0;
    while (layout_next(&l, &item)) {
        *values += item.code == 'x' ? 0 : item.code == 's' || item.code == 'p' ? 1 : item.count;
        vitrine_stop_check();
    }
    return l.size;
}

static mp_obj_t struct_calcsize(mp_obj_t format) {
    size_t values;
    return mp_obj_new_int_from_uint(measure(format, &values));
}
static MP_DEFINE_CONST_FUN_OBJ_1(struct_calcsize_obj, struct_calcsize);

// --- numbers ---

static void put_bits(byte *to, uint64_t bits, size_t width, bool big) {
    for (size_t i = 0; i < width; ++i) {
        to[big ? width - 1 - i : i] = bits >> 8 * i;
    }
}

static uint64_t get_bits(const byte *from, size_t width, bool big) {
    uint64_t bits = 0;
    for (size_t i = 0; i < width; ++i) {
        bits = bits << 8 | from[big ? i : width - 1 - i];
    }
    return bits;
}

static NORETURN void fail_range(char code, size_t width, bool is_signed) {
    if (width == 8) {
        fail("int too large to convert");
    }
    if (width == 1) {
        fail(is_signed ? "byte format requires -128 <= number <= 127" : "ubyte format requires 0 <= number <= 255");
    }
    if (width == 2) {
        fail(is_signed ? "short format requires -32768 <= number <= 32767"
            : "ushort format requires 0 <= number <= 65535");
    }
    if (is_signed) {
        fail("'%c' format requires -%u <= number <= %u", code, 1u << (8 * width - 1), (1u << (8 * width - 1)) - 1);
    }
    fail("'%c' format requires 0 <= number <= %u", code, (unsigned)(((uint64_t)1 << 8 * width) - 1));
}

static void put_int(byte *to, char code, size_t width, bool big, mp_obj_t value) {
    bool is_signed = strchr("bhilqn", code) != NULL;
    if (!mp_obj_is_int(value) && value != mp_const_true && value != mp_const_false) {
        mp_obj_t method[2];
        mp_load_method_maybe(value, MP_QSTR___index__, method);
        if (method[0] == MP_OBJ_NULL) {
            fail("required argument is not an integer");
        }
        value = mp_call_method_n_kw(0, 0, method);
    }
    mp_int_t small;
    if (!mp_obj_is_exact_type(value, &mp_type_int)) {
        small = mp_obj_get_int(value); // a small int or a bool
        bool fits = is_signed
            ? width == 8 || ((int64_t)small >= -((int64_t)1 << (8 * width - 1)) && (int64_t)small < (int64_t)1 << (8 * width - 1))
            : small >= 0 && (width == 8 || (uint64_t)small < (uint64_t)1 << 8 * width);
        if (!fits) {
            fail_range(code, width, is_signed);
        }
        put_bits(to, (int64_t)small, width, big);
        return;
    }
    const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(value))->mpz;
    if ((z->neg && !is_signed) || !mpz_as_bytes(z, big, is_signed, width, to)) {
        fail_range(code, width, is_signed);
    }
}

static mp_obj_t get_int(const byte *from, char code, size_t width, bool big) {
    uint64_t bits = get_bits(from, width, big);
    if (strchr("bhilqn", code) != NULL) {
        unsigned shift = 64 - 8 * width;
        return vitrine_int_normal(mp_obj_new_int_from_ll((int64_t)(bits << shift) >> shift));
    }
    return vitrine_int_normal(mp_obj_new_int_from_ull(bits));
}

// Half precision, rounded to the nearest, ties to the even.
static uint16_t half_of(double d) {
    uint16_t sign = signbit(d) ? 0x8000 : 0;
    d = fabs(d);
    if (isnan(d)) {
        return sign | 0x7e00;
    }
    if (isinf(d)) {
        return sign | 0x7c00;
    }
    int exponent = d == 0 ? -15 : ilogb(d);
    if (exponent < -14) {
        exponent = -15;
    }
    double unit = ldexp(1, (exponent < -14 ? -14 : exponent) - 10);
    uint32_t n = (uint32_t)nearbyint(d / unit);
    uint32_t bits = exponent < -14 ? n : ((uint32_t)(exponent + 14) << 10) + n;
    if (exponent > 15 || bits >= 0x7c00) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("float too large to pack with e format"));
    }
    return sign | bits;
}

static double of_half(uint16_t bits) {
    int exponent = bits >> 10 & 31;
    double n = bits & 0x3ff;
    double d = exponent == 31 ? (n == 0 ? (double)INFINITY : (double)NAN)
        : exponent == 0 ? ldexp(n, -24) : ldexp(n + 1024, exponent - 25);
    return bits & 0x8000 ? -d : d;
}

static void put_float(byte *to, char code, size_t width, bool big, mp_obj_t value) {
    mp_float_t d;
    if (!mp_obj_get_float_maybe(value, &d)) {
        fail("required argument is not a float");
    }
    uint64_t bits = 0;
    if (code == 'd') {
        memcpy(&bits, &d, 8);
    } else if (code == 'f') {
        if (isfinite(d) && fabs(d) >= 0x1.ffffffp127) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("float too large to pack with f format"));
        }
        float f = (float)d;
        uint32_t word;
        memcpy(&word, &f, 4);
        bits = word;
    } else {
        bits = half_of(d);
    }
    put_bits(to, bits, width, big);
}

static mp_obj_t get_float(const byte *from, char code, size_t width, bool big) {
    uint64_t bits = get_bits(from, width, big);
    if (code == 'e') {
        return mp_obj_new_float(of_half(bits));
    }
    if (code == 'f') {
        uint32_t word = bits;
        float f;
        memcpy(&f, &word, 4);
        return mp_obj_new_float((mp_float_t)f);
    }
    double d;
    memcpy(&d, &bits, 8);
    return mp_obj_new_float(d);
}

// --- bytes ---

static void put_bytes(byte *to, const item_t *item, mp_obj_t value) {
    mp_buffer_info_t info;
    if (mp_obj_is_str(value) || !mp_get_buffer(value, &info, MP_BUFFER_READ)) {
        fail("argument for '%c' must be a bytes object", item->code);
    }
    size_t room = item->count;
    if (item->code == 'p') {
        if (room == 0) {
            return;
        }
        --room;
        size_t n = MIN(info.len, room);
        *to++ = MIN(n, 255);
    }
    memcpy(to, info.buf, MIN(info.len, room));
}

static mp_obj_t get_bytes(const byte *from, const item_t *item) {
    size_t len = item->count;
    if (item->code == 'p') {
        if (len == 0) {
            return mp_const_empty_bytes;
        }
        len = MIN((size_t)*from, len - 1);
        ++from;
    }
    return mp_obj_new_bytes(from, len);
}

// --- packing ---

static void pack(mp_obj_t format, byte *to, const mp_obj_t *values) {
    layout_t l = layout_begin(format);
    item_t item;
    while (layout_next(&l, &item)) {
        byte *p = to + item.offset;
        vitrine_stop_check();
        if (item.code == 'x') {
            continue;
        }
        if (item.code == 's' || item.code == 'p') {
            put_bytes(p, &item, *values++);
            continue;
        }
        for (size_t i = 0; i < item.count; ++i, p += item.width) {
            mp_obj_t value = *values++;
            if (item.code == 'c') {
                mp_buffer_info_t info;
                if (mp_obj_is_str(value) || !mp_get_buffer(value, &info, MP_BUFFER_READ) || info.len != 1) {
                    fail("char format requires a bytes object of length 1");
                }
                *p = *(const byte *)info.buf;
            } else if (item.code == '?') {
                *p = mp_obj_is_true(value);
            } else if (strchr("efd", item.code) != NULL) {
                put_float(p, item.code, item.width, l.big, value);
            } else {
                put_int(p, item.code, item.width, l.big, value);
            }
        }
    }
}

// Into memory of its own: what it calls for a value may change any other.
static mp_obj_t struct_pack(size_t n_args, const mp_obj_t *args) {
    size_t values;
    size_t size = measure(args[0], &values);
    if (values != n_args - 1) {
        fail("pack expected %u items for packing (got %u)", (unsigned)values, (unsigned)(n_args - 1));
    }
    vstr_t bytes;
    vstr_init_len(&bytes, size);
    memset(bytes.buf, 0, size);
    pack(args[0], (byte *)bytes.buf, args + 1);
    return mp_obj_new_bytes_from_vstr(&bytes);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(struct_pack_obj, 1, struct_pack);

// unpack(format, buffer, offset, exact)
static mp_obj_t struct_unpack(size_t n_args, const mp_obj_t *args) {
    size_t values;
    size_t size = measure(args[0], &values);
    mp_buffer_info_t info;
    mp_get_buffer_raise(args[1], &info, MP_BUFFER_READ);
    mp_int_t offset = mp_obj_get_int(args[2]);
    if (args[3] == mp_const_true) {
        if (info.len != size) {
            fail("unpack requires a buffer of %u bytes", (unsigned)size);
        }
    } else {
        if (offset < 0) {
            if ((size_t)-offset > info.len) {
                fail("offset %d out of range for %u-byte buffer", (int)offset, (unsigned)info.len);
            }
            offset += info.len;
        }
        if ((size_t)offset > info.len || info.len - offset < size) {
            fail("unpack_from requires a buffer of at least %u bytes for unpacking %u bytes at offset %d (actual buffer size is %u)",
                (unsigned)(size + offset), (unsigned)size, (int)offset, (unsigned)info.len);
        }
    }
    const byte *from = (const byte *)info.buf + offset;
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(values, NULL));
    mp_obj_t *to = tuple->items;
    layout_t l = layout_begin(args[0]);
    item_t item;
    while (layout_next(&l, &item)) {
        const byte *p = from + item.offset;
        vitrine_stop_check();
        if (item.code == 'x') {
            continue;
        }
        if (item.code == 's' || item.code == 'p') {
            *to++ = get_bytes(p, &item);
            continue;
        }
        for (size_t i = 0; i < item.count; ++i, p += item.width) {
            if (item.code == 'c') {
                *to++ = mp_obj_new_bytes(p, 1);
            } else if (item.code == '?') {
                *to++ = mp_obj_new_bool(*p);
            } else if (strchr("efd", item.code) != NULL) {
                *to++ = get_float(p, item.code, item.width, l.big);
            } else {
                *to++ = get_int(p, item.code, item.width, l.big);
            }
        }
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(struct_unpack_obj, 4, 4, struct_unpack);

static const mp_rom_map_elem_t struct_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__struct) },
    { MP_ROM_QSTR(MP_QSTR_calcsize), MP_ROM_PTR(&struct_calcsize_obj) },
    { MP_ROM_QSTR(MP_QSTR_pack), MP_ROM_PTR(&struct_pack_obj) },
    { MP_ROM_QSTR(MP_QSTR_unpack), MP_ROM_PTR(&struct_unpack_obj) },
};
static MP_DEFINE_CONST_DICT(struct_globals, struct_globals_table);

const mp_obj_module_t vitrine_module_struct = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&struct_globals,
};
MP_REGISTER_MODULE(MP_QSTR__struct, vitrine_module_struct);
