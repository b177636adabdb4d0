// textmethods.c - the tables of the methods of str and bytes.
#include "textmethods.h"

#include "textcodec.h"
#include "py/runtime.h"

// --- to bytes and back ---

static const mp_arg_t codec_allowed[] = {
    { MP_QSTR_encoding, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
    { MP_QSTR_errors, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
};

static mp_obj_t text_encode(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_arg_val_t a[2];
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, 2, codec_allowed, a);
    vstr_t out;
    vstr_init(&out, vitrine_span_of(args[0]).n + 1);
    vitrine_encode(&out, args[0], a[0].u_obj, a[1].u_obj);
    return mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(text_encode_obj, 1, text_encode);

static mp_obj_t bytes_decode(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_arg_val_t a[2];
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, 2, codec_allowed, a);
    vitrine_span s = vitrine_span_of(args[0]);
    return vitrine_decode(args[0], s.p, s.n, a[0].u_obj, a[1].u_obj);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_bytes_decode_obj, 1, bytes_decode);

// --- hexadecimal ---

// A separator after every `group` bytes, counted from the end, or from the
// beginning if that is negative.
static mp_obj_t to_hex(vitrine_span s, mp_obj_t sep_in, mp_int_t group, const mp_obj_type_t *type) {
    char sep = '\0';
    if (sep_in != MP_OBJ_NULL) {
        mp_buffer_info_t buffer;
        mp_get_buffer_raise(sep_in, &buffer, MP_BUFFER_READ);
        if (buffer.len != 1) {
            mp_raise_ValueError(MP_ERROR_TEXT("sep must be length 1."));
        }
        sep = *(const char *)buffer.buf;
        if ((byte)sep >= 0x80) {
            mp_raise_ValueError(MP_ERROR_TEXT("sep must be ASCII."));
        }
    }
    vstr_t out;
    vstr_init(&out, s.n * (sep ? 3 : 2) + 1);
    size_t size = group < 0 ? -(mp_uint_t)group : (mp_uint_t)group;
    for (size_t i = 0; i < s.n; ++i) {
        if (sep && size && i > 0 && (group < 0 ? i : s.n - i) % size == 0) {
            vstr_add_byte(&out, sep);
        }
        vstr_add_byte(&out, "0123456789abcdef"[s.p[i] >> 4]);
        vstr_add_byte(&out, "0123456789abcdef"[s.p[i] & 15]);
    }
    return vitrine_new_from_vstr(type, &out);
}

mp_obj_t mp_obj_bytes_hex(size_t n_args, const mp_obj_t *args, const mp_obj_type_t *type) {
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(args[0], &buffer, MP_BUFFER_READ);
    return to_hex((vitrine_span) {buffer.buf, buffer.len}, n_args > 1 ? args[1] : MP_OBJ_NULL,
        n_args > 2 ? vitrine_index(args[2]) : 1, type);
}

static mp_obj_t bytes_hex(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_sep, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_bytes_per_sep, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(1)} },
    };
    mp_arg_val_t a[2];
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, 2, allowed, a);
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(args[0], &buffer, MP_BUFFER_READ);
    return to_hex((vitrine_span) {buffer.buf, buffer.len}, a[0].u_obj, vitrine_index(a[1].u_obj), &mp_type_str);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_bytes_hex_obj, 1, bytes_hex);

static int hex_value(byte c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

mp_obj_t mp_obj_bytes_fromhex(mp_obj_t type, mp_obj_t data) {
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(data, &buffer, MP_BUFFER_READ);
    const byte *p = buffer.buf, *end = p + buffer.len, *start = p;
    vstr_t out;
    vstr_init(&out, buffer.len / 2 + 1);
    while (p < end) {
        if (*p == ' ' || (*p >= 9 && *p <= 13)) {
            ++p;
            continue;
        }
        int high = hex_value(*p), low = p + 1 < end ? hex_value(p[1]) : -1;
        if (high < 0 || low < 0) {
            mp_raise_msg_varg(&mp_type_ValueError,
                MP_ERROR_TEXT("non-hexadecimal number found in fromhex() arg at position %u"),
                (unsigned)(p - start + (high >= 0)));
        }
        vstr_add_byte(&out, high << 4 | low);
        p += 2;
    }
    bool plain = type == MP_OBJ_NULL || type == MP_OBJ_FROM_PTR(&mp_type_bytes) || type == MP_OBJ_FROM_PTR(&mp_type_bytearray);
    mp_obj_t bytes = vitrine_new_from_vstr(type == MP_OBJ_FROM_PTR(&mp_type_bytearray) ? &mp_type_bytearray : &mp_type_bytes, &out);
    return plain ? bytes : mp_call_function_1(type, bytes);
}

static mp_obj_t bytes_fromhex(mp_obj_t type, mp_obj_t text) {
    if (vitrine_native(text, &mp_type_str) == MP_OBJ_NULL) {
        vitrine_raise_type("fromhex() argument must be str, not %s", text);
    }
    return mp_obj_bytes_fromhex(type, text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(fromhex_fun, bytes_fromhex);
MP_DEFINE_CONST_CLASSMETHOD_OBJ(vitrine_bytes_fromhex_obj, MP_ROM_PTR(&fromhex_fun));

// --- the tables ---

#define ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&vitrine_text_##name##_obj) },
static const mp_rom_map_elem_t text_table[] = {
    VITRINE_SHARED_METHODS(ENTRY)
    VITRINE_TEXT_CASE_METHODS(ENTRY)
    ENTRY(format)
    ENTRY(format_map)
    ENTRY(maketrans)
    { MP_ROM_QSTR(MP_QSTR_encode), MP_ROM_PTR(&text_encode_obj) },
};
MP_DEFINE_CONST_DICT(mp_obj_str_locals_dict, text_table);

static const mp_rom_map_elem_t bytes_table[] = {
    VITRINE_SHARED_METHODS(ENTRY)
    VITRINE_BYTES_ENTRIES
};
MP_DEFINE_CONST_DICT(mp_obj_bytes_locals_dict, bytes_table);
