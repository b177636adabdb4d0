// texttranslate.c - translate() and maketrans() of str, bytes and bytearray.
#include "py/runtime.h"
#include "machine/stop.h"
#include "textmethods.h"

// What the table has for a key, or MP_OBJ_NULL where it raises LookupError.
static mp_obj_t look_up(mp_obj_t table, mp_obj_t key) {
    if (mp_obj_is_exact_type(table, &mp_type_dict)) {
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(table), key, MP_MAP_LOOKUP);
        return found == NULL ? MP_OBJ_NULL : found->value;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t value = mp_obj_subscr(table, key, MP_OBJ_SENTINEL);
        nlr_pop();
        return value;
    }
    if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(((mp_obj_base_t *)nlr.ret_val)->type),
        MP_OBJ_FROM_PTR(&mp_type_LookupError))) {
        return MP_OBJ_NULL;
    }
    nlr_jump(nlr.ret_val);
}

static mp_obj_t text_translate(mp_obj_t self, mp_obj_t table) {
    vitrine_span s = vitrine_span_of(self);
    const byte *end = s.p + s.n;
    mp_obj_t known[128] = {MP_OBJ_NULL}; // of ASCII, asked for once
    vstr_t out;
    vstr_init(&out, s.n + 1);
    for (const byte *p = s.p; p < end;) {
        vitrine_stop_check();
        const byte *at = p;
        unichar c = vitrine_char_next(&p, end);
        mp_obj_t value = c < 128 ? known[c] : MP_OBJ_NULL;
        if (value == MP_OBJ_NULL) {
            value = look_up(table, MP_OBJ_NEW_SMALL_INT(c));
            if (value == MP_OBJ_NULL) {
                value = MP_OBJ_NEW_SMALL_INT(c);
            }
            if (c < 128) {
                known[c] = value;
            }
        }
        if (value == MP_OBJ_NEW_SMALL_INT(c)) {
            vstr_add_strn(&out, (const char *)at, p - at);
        } else if (vitrine_native(value, &mp_type_str) != MP_OBJ_NULL) {
            vitrine_span t = vitrine_span_of(vitrine_native(value, &mp_type_str));
            vstr_add_strn(&out, (const char *)t.p, t.n);
        } else if (vitrine_native(value, &mp_type_int) != MP_OBJ_NULL) {
            mp_int_t code = vitrine_bound(value, 0);
            if (code < 0 || code > 0x10ffff) {
                mp_raise_ValueError(MP_ERROR_TEXT("character mapping must be in range(0x110000)"));
            }
            vstr_add_char(&out, code);
        } else if (value != mp_const_none) {
            mp_raise_TypeError(MP_ERROR_TEXT("character mapping must return integer, None or str"));
        }
    }
    return vitrine_text_new_vstr(&out);
}

static mp_obj_t bytes_translate(mp_obj_t self, mp_obj_t table, mp_obj_t delete) {
    vitrine_span s = vitrine_span_of(self), map = {NULL, 256}, drop = {NULL, 0};
    if (table != mp_const_none) {
        map = vitrine_other(self, table);
    }
    if (map.n != 256) {
        mp_raise_ValueError(MP_ERROR_TEXT("translation table must be 256 characters long"));
    }
    if (delete != MP_OBJ_NULL) {
        drop = vitrine_other(self, delete);
    }
    vstr_t out;
    vstr_init(&out, s.n + 1);
    for (size_t i = 0; i < s.n; ++i) {
        if (drop.n == 0 || memchr(drop.p, s.p[i], drop.n) == NULL) {
            vstr_add_byte(&out, map.p != NULL ? map.p[s.p[i]] : s.p[i]);
        }
    }
    return vitrine_new_from_vstr(mp_obj_get_type(self), &out);
}

static mp_obj_t translate(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    if (mp_obj_is_str(args[0])) {
        mp_arg_check_num(n_args, kwargs->used, 2, 2, false);
        return text_translate(args[0], args[1]);
    }
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_delete, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
    };
    mp_arg_val_t a[2];
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, 2, allowed, a);
    return bytes_translate(args[0], a[0].u_obj, a[1].u_obj);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_text_translate_obj, 2, translate);

static mp_obj_t bytes_maketrans(mp_obj_t from_in, mp_obj_t to_in) {
    vitrine_span from = vitrine_other(mp_const_empty_bytes, from_in), to = vitrine_other(mp_const_empty_bytes, to_in);
    if (from.n != to.n) {
        mp_raise_ValueError(MP_ERROR_TEXT("maketrans arguments must have same length"));
    }
    byte map[256];
    for (size_t i = 0; i < 256; ++i) {
        map[i] = i;
    }
    for (size_t i = 0; i < from.n; ++i) {
        map[from.p[i]] = to.p[i];
    }
    return mp_obj_new_bytes(map, 256);
}
static MP_DEFINE_CONST_FUN_OBJ_2(bytes_maketrans_fun, bytes_maketrans);
MP_DEFINE_CONST_STATICMETHOD_OBJ(vitrine_bytes_maketrans_obj, MP_ROM_PTR(&bytes_maketrans_fun));

static mp_obj_t table_of_dict(mp_obj_t from, mp_obj_t table) {
    if (vitrine_native(from, &mp_type_dict) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("if you give only one argument to maketrans it must be a dict"));
    }
    mp_map_t *map = mp_obj_dict_get_map(vitrine_native(from, &mp_type_dict));
    for (size_t i = 0; i < map->alloc; ++i) {
        if (!mp_map_slot_is_filled(map, i)) {
            continue;
        }
        mp_obj_t key = map->table[i].key, text = vitrine_native(key, &mp_type_str);
        if (text != MP_OBJ_NULL) {
            vitrine_span s = vitrine_span_of(text);
            if (vitrine_text_length(s.p, s.n) != 1) {
                mp_raise_ValueError(MP_ERROR_TEXT("string keys in translate table must be of length 1"));
            }
            key = MP_OBJ_NEW_SMALL_INT(vitrine_char_next(&s.p, s.p + s.n));
        } else if (!mp_obj_is_int(key)) {
            mp_raise_TypeError(MP_ERROR_TEXT("keys in translate table must be strings or integers"));
        }
        mp_obj_dict_store(table, key, map->table[i].value);
    }
    return table;
}

static mp_obj_t text_maketrans(size_t n_args, const mp_obj_t *args) {
    mp_obj_t table = mp_obj_new_dict(0);
    if (n_args == 1) {
        return table_of_dict(args[0], table);
    }
    vitrine_span s[3];
    for (size_t i = 0; i < n_args; ++i) {
        mp_obj_t text = vitrine_native(args[i], &mp_type_str);
        if (text == MP_OBJ_NULL) {
            if (i == 0) {
                mp_raise_TypeError(MP_ERROR_TEXT("first maketrans argument must be a string if there is a second argument"));
            }
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("maketrans() argument %d must be str, not %s"),
                (int)i + 1, mp_obj_get_type_str(args[i]));
        }
        s[i] = vitrine_span_of(text);
    }
    if (vitrine_text_length(s[0].p, s[0].n) != vitrine_text_length(s[1].p, s[1].n)) {
        mp_raise_ValueError(MP_ERROR_TEXT("the first two maketrans arguments must have equal length"));
    }
    const byte *to = s[1].p, *to_end = s[1].p + s[1].n;
    for (const byte *p = s[0].p, *end = p + s[0].n; p < end;) {
        unichar c = vitrine_char_next(&p, end);
        mp_obj_dict_store(table, MP_OBJ_NEW_SMALL_INT(c), MP_OBJ_NEW_SMALL_INT(vitrine_char_next(&to, to_end)));
    }
    if (n_args == 3) {
        for (const byte *p = s[2].p, *end = p + s[2].n; p < end;) {
            mp_obj_dict_store(table, MP_OBJ_NEW_SMALL_INT(vitrine_char_next(&p, end)), mp_const_none);
        }
    }
    return table;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(text_maketrans_fun, 1, 3, text_maketrans);
MP_DEFINE_CONST_STATICMETHOD_OBJ(vitrine_text_maketrans_obj, MP_ROM_PTR(&text_maketrans_fun));
