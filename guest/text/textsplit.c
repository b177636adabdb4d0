// textsplit.c - methods of str, bytes and bytearray that split, and join().
#include "chars.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "textmethods.h"

typedef struct {
    mp_obj_t self, list;
    const byte *p, *end;
    bool is_text, from_end;
} cutter_t;

static inline bool is_blank(const cutter_t *c, const byte **at) {
    unichar ch = c->from_end ? (*at)[-1] : **at;
    if (ch >= 0x80 && c->is_text) {
        return vitrine_is_space(c->from_end ? vitrine_char_before(c->p, at) : vitrine_char_next(at, c->end));
    }
    *at += c->from_end ? -1 : 1;
    return ch == ' ' || (ch >= 9 && ch <= 13) || (c->is_text && ch >= 28 && ch <= 31);
}

static void add(const cutter_t *c, const byte *start, const byte *end) {
    mp_obj_list_append(c->list, vitrine_piece(c->self, start, end - start));
}

// What is left of the text is c->p to c->end.
static void split_blanks(cutter_t *c, size_t left) {
    const byte **from = c->from_end ? &c->end : &c->p;
    for (;;) {
        const byte *at = *from;
        while (c->p < c->end && is_blank(c, &at)) {
            *from = at;
        }
        if (c->p == c->end) {
            return;
        }
        if (left-- == 0) {
            break;
        }
        const byte *word = *from, *word_end = word;
        at = word;
        while (c->from_end ? at > c->p : at < c->end) {
            if (is_blank(c, &at)) {
                break;
            }
            word_end = at;
        }
        *from = word_end;
        c->from_end ? add(c, word_end, word) : add(c, word, word_end);
    }
    add(c, c->p, c->end);
}

static void split_at(cutter_t *c, vitrine_span sep, size_t left) {
    if (sep.n == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("empty separator"));
    }
    while (left-- > 0) {
        const byte *found = vitrine_find((vitrine_span) {c->p, c->end - c->p}, sep, c->from_end);
        if (found == NULL) {
            break;
        }
        if (c->from_end) {
            add(c, found + sep.n, c->end);
            c->end = found;
        } else {
            add(c, c->p, found);
            c->p = found + sep.n;
        }
    }
    add(c, c->p, c->end);
}

static mp_obj_t split(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs, bool from_end) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_sep, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_maxsplit, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(-1)} },
    };
    struct { mp_arg_val_t sep, maxsplit; } a;
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, MP_ARRAY_SIZE(allowed), allowed, (mp_arg_val_t *)&a);
    vitrine_span s = vitrine_span_of(args[0]);
    cutter_t c = {args[0], mp_obj_new_list(0, NULL), s.p, s.p + s.n, mp_obj_is_str(args[0]), from_end};
    mp_int_t most = vitrine_index(a.maxsplit.u_obj);
    size_t left = most < 0 ? SIZE_MAX : (size_t)most;
    if (a.sep.u_obj == mp_const_none) {
        split_blanks(&c, left);
    } else {
        if (c.is_text && vitrine_native(a.sep.u_obj, &mp_type_str) == MP_OBJ_NULL) {
            vitrine_raise_type("must be str or None, not %s", a.sep.u_obj);
        }
        split_at(&c, vitrine_other(args[0], a.sep.u_obj), left);
    }
    if (from_end) {
        size_t n;
        mp_obj_t *items;
        mp_obj_list_get(c.list, &n, &items);
        for (size_t i = 0; i < n / 2; ++i) {
            mp_obj_t other = items[n - 1 - i];
            items[n - 1 - i] = items[i];
            items[i] = other;
        }
    }
    return c.list;
}

static mp_obj_t text_split(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    return split(n_args, args, kwargs, false);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_text_split_obj, 1, text_split);

static mp_obj_t text_rsplit(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    return split(n_args, args, kwargs, true);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_text_rsplit_obj, 1, text_rsplit);

mp_obj_t mp_obj_str_split(size_t n_args, const mp_obj_t *args) {
    mp_map_t none;
    mp_map_init_fixed_table(&none, 0, NULL);
    return split(n_args, args, &none, false);
}

static bool ends_line(unichar c, bool is_text) {
    return c == '\n' || c == '\r'
        || (is_text && (c == 11 || c == 12 || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029));
}

static mp_obj_t text_splitlines(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_keepends, MP_ARG_BOOL, {.u_bool = false} },
    };
    mp_arg_val_t keep;
    mp_arg_parse_all(n_args - 1, args + 1, kwargs, MP_ARRAY_SIZE(allowed), allowed, &keep);
    vitrine_span s = vitrine_span_of(args[0]);
    bool is_text = mp_obj_is_str(args[0]);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    const byte *start = s.p, *end = s.p + s.n;
    for (const byte *p = s.p; p < end;) {
        const byte *stop = p;
        unichar c = is_text ? vitrine_char_next(&p, end) : *p++;
        if (ends_line(c, is_text)) {
            p += c == '\r' && p < end && *p == '\n';
            mp_obj_list_append(list, vitrine_piece(args[0], start, (keep.u_bool ? p : stop) - start));
            start = p;
        }
    }
    if (start < end) {
        mp_obj_list_append(list, vitrine_piece(args[0], start, end - start));
    }
    return list;
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_text_splitlines_obj, 1, text_splitlines);

static vitrine_span join_item(mp_obj_t self, mp_obj_t item, size_t i) {
    mp_buffer_info_t buffer;
    bool is_text = mp_obj_is_str(self);
    mp_obj_t text = vitrine_native(item, &mp_type_str);
    if (is_text && text != MP_OBJ_NULL) {
        return vitrine_span_of(text);
    }
    if (is_text || text != MP_OBJ_NULL || !mp_get_buffer(item, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("sequence item %u: expected %s, %s found"),
            (unsigned)i, is_text ? "str instance" : "a bytes-like object", mp_obj_get_type_str(item));
    }
    return (vitrine_span) {buffer.buf, buffer.len};
}

static mp_obj_t text_join(size_t n_args, const mp_obj_t *args) {
    mp_obj_t self = args[0], parts = args[1];
    if (!mp_obj_is_type(parts, &mp_type_list) && !mp_obj_is_type(parts, &mp_type_tuple)) {
        const mp_obj_type_t *type = mp_obj_get_type(parts);
        if (!mp_obj_is_instance_type(type) && !MP_OBJ_TYPE_HAS_SLOT(type, iter)) {
            mp_raise_TypeError(MP_ERROR_TEXT("can only join an iterable"));
        }
        mp_obj_t item, iterator = mp_getiter(parts, NULL);
        parts = mp_obj_new_list(0, NULL);
        while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
            mp_obj_list_append(parts, item);
        }
    }
    size_t n, total = 0;
    mp_obj_t *items;
    mp_obj_get_array(parts, &n, &items);
    vitrine_span sep = vitrine_span_of(self);
    for (size_t i = 0; i < n; ++i) {
        size_t size = join_item(self, items[i], i).n + (i > 0 ? sep.n : 0);
        if (total + size < total) {
            m_malloc_fail(SIZE_MAX);
        }
        total += size;
    }
    if (n == 1 && mp_obj_is_str(self) && mp_obj_is_str(items[0])) {
        return items[0];
    }
    vstr_t out;
    vstr_init_len(&out, total);
    char *to = out.buf;
    for (size_t i = 0; i < n; ++i) {
        if (i > 0) {
            memcpy(to, sep.p, sep.n);
            to += sep.n;
        }
        vitrine_span s = join_item(self, items[i], i);
        memcpy(to, s.p, s.n);
        to += s.n;
    }
    return vitrine_new_from_vstr(mp_obj_get_type(self), &out);
}
VITRINE_METHOD(join, 2, 2, text_join);
