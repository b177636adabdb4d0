// textfill.c - methods of str, bytes and bytearray that fill up to a width.
#include "py/runtime.h"
#include "textmethods.h"

static size_t length(mp_obj_t self) {
    vitrine_span s = vitrine_span_of(self);
    return mp_obj_is_str(self) ? vitrine_text_length(s.p, s.n) : s.n;
}

static void add_fill(vstr_t *out, vitrine_span fill, size_t n) {
    while (n-- > 0) {
        vstr_add_strn(out, (const char *)fill.p, fill.n);
    }
}

// `left` parts in two of the filling go before the text.
static mp_obj_t fill_up(const char *name, size_t n_args, const mp_obj_t *args, int left) {
    vitrine_span s = vitrine_span_of(args[0]), fill = {(const byte *)" ", 1};
    mp_int_t width = vitrine_index(args[1]), pad = width - (mp_int_t)length(args[0]);
    if (n_args > 2) {
        bool is_text = mp_obj_is_str(args[0]);
        mp_obj_t text = vitrine_native(args[2], &mp_type_str);
        if (is_text && text == MP_OBJ_NULL) {
            vitrine_raise_type("The fill character must be a unicode character, not %s", args[2]);
        }
        bool fits = is_text || mp_obj_is_type(args[2], &mp_type_bytes) || mp_obj_is_type(args[2], &mp_type_bytearray);
        if (!fits || length(is_text ? text : args[2]) != 1) {
            if (is_text) {
                mp_raise_TypeError(MP_ERROR_TEXT("The fill character must be exactly one character long"));
            }
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("%s() argument 2 must be a byte string of length 1, not %s"), name,
                mp_obj_get_type_str(args[2]));
        }
        fill = vitrine_span_of(is_text ? text : args[2]);
    }
    if (pad <= 0) {
        return mp_obj_is_type(args[0], &mp_type_bytearray) ? vitrine_piece(args[0], s.p, s.n) : args[0];
    }
    mp_int_t before = left == 1 ? pad / 2 + (pad & width & 1) : left == 2 ? pad : 0;
    vstr_t out;
    vstr_init(&out, s.n + pad * fill.n + 1);
    add_fill(&out, fill, before);
    vstr_add_strn(&out, (const char *)s.p, s.n);
    add_fill(&out, fill, pad - before);
    return vitrine_new_from_vstr(mp_obj_get_type(args[0]), &out);
}

static mp_obj_t text_center(size_t n_args, const mp_obj_t *args) {
    return fill_up("center", n_args, args, 1);
}
VITRINE_METHOD(center, 2, 3, text_center);

static mp_obj_t text_ljust(size_t n_args, const mp_obj_t *args) {
    return fill_up("ljust", n_args, args, 0);
}
VITRINE_METHOD(ljust, 2, 3, text_ljust);

static mp_obj_t text_rjust(size_t n_args, const mp_obj_t *args) {
    return fill_up("rjust", n_args, args, 2);
}
VITRINE_METHOD(rjust, 2, 3, text_rjust);

static mp_obj_t text_zfill(size_t n_args, const mp_obj_t *args) {
    vitrine_span s = vitrine_span_of(args[0]);
    mp_int_t pad = vitrine_index(args[1]) - (mp_int_t)length(args[0]);
    if (pad <= 0) {
        return vitrine_piece(args[0], s.p, s.n);
    }
    size_t sign = s.n > 0 && (*s.p == '+' || *s.p == '-');
    vstr_t out;
    vstr_init_len(&out, s.n + pad);
    memcpy(out.buf, s.p, sign);
    memset(out.buf + sign, '0', pad);
    memcpy(out.buf + sign + pad, s.p + sign, s.n - sign);
    return vitrine_new_from_vstr(mp_obj_get_type(args[0]), &out);
}
VITRINE_METHOD(zfill, 2, 2, text_zfill);

static mp_obj_t text_expandtabs(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_tabsize, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(8)} },
    };
    mp_arg_val_t a;
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, MP_ARRAY_SIZE(allowed), allowed, &a);
    mp_int_t size = vitrine_index(a.u_obj);
    vitrine_span s = vitrine_span_of(args[0]), blank = {(const byte *)" ", 1};
    bool is_text = mp_obj_is_str(args[0]);
    vstr_t out;
    vstr_init(&out, s.n + 16);
    size_t column = 0;
    for (size_t i = 0; i < s.n; ++i) {
        byte c = s.p[i];
        if (c == '\t') {
            size_t n = size > 0 ? size - column % size : 0;
            add_fill(&out, blank, n);
            column += n;
            continue;
        }
        vstr_add_byte(&out, c);
        if (c == '\n' || c == '\r') {
            column = 0;
        } else if (!is_text || !vitrine_is_inner(c)) {
            ++column;
        }
    }
    return vitrine_new_from_vstr(mp_obj_get_type(args[0]), &out);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_text_expandtabs_obj, 1, text_expandtabs);
