// jsontext.c - the module _json: JSON to objects and back.
//
// lib/json has the classes around it. Nesting follows the C stack and is
// checked; the errors are CPython's.
#include <math.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/parsenum.h"
#include "py/runtime.h"
#include "machine/stop.h"

static mp_obj_t base_of(mp_obj_t o, const mp_obj_type_t *type) {
    return mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(type));
}

// --- reading ---

typedef struct {
    mp_obj_t document;
    const byte *start, *end, *p;
    bool strict;
    // None: as it is.
    mp_obj_t object_hook, pairs_hook, parse_float, parse_int, parse_constant;
} reader_t;

static mp_obj_t read_value(reader_t *r);

static NORETURN void fail(const reader_t *r, const char *message, const byte *place) {
    mp_obj_t module = mp_import_name(MP_QSTR_json, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_obj_t args[] = {
        mp_obj_new_str(message, strlen(message)), r->document,
        mp_obj_new_int_from_uint(utf8_charlen(r->start, place - r->start)),
    };
    nlr_raise(mp_call_function_n_kw(mp_load_attr(module, MP_QSTR_JSONDecodeError), 3, 0, args));
}

static void skip_space(reader_t *r) {
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\n' || *r->p == '\r' || *r->p == '\t')) {
        ++r->p;
    }
}

static bool take(reader_t *r, char c) {
    if (r->p == r->end || *r->p != c) {
        return false;
    }
    ++r->p;
    return true;
}

static int32_t read_hex(reader_t *r, const byte *p) {
    int32_t value = 0;
    for (size_t i = 0; i < 4; ++i) {
        if (p + i >= r->end || !unichar_isxdigit(p[i])) {
            return -1;
        }
        value = value << 4 | unichar_xdigit_value(p[i]);
    }
    return value;
}

// p: behind "\u".
static void read_unicode(reader_t *r, vstr_t *out) {
    int32_t c = read_hex(r, r->p);
    if (c < 0) {
        fail(r, "Invalid \\uXXXX escape", r->p - 1);
    }
    r->p += 4;
    if (c >= 0xd800 && c < 0xdc00 && r->end - r->p >= 6 && r->p[0] == '\\' && r->p[1] == 'u') {
        int32_t low = read_hex(r, r->p + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
            r->p += 6;
        }
    }
    vstr_add_char(out, c);
}

// p: behind the opening quote.
static mp_obj_t read_string(reader_t *r) {
    const byte *begin = r->p - 1;
    const byte *p = r->p;
    while (p < r->end && *p != '"' && *p != '\\' && *p >= 0x20) {
        ++p;
    }
    if (p < r->end && *p == '"') {
        mp_obj_t string = mp_obj_new_str((const char *)r->p, p - r->p);
        r->p = p + 1;
        return string;
    }
    vstr_t out;
    vstr_init(&out, p - r->p + 16);
    for (;;) {
        vstr_add_strn(&out, (const char *)r->p, p - r->p);
        r->p = p;
        if (p == r->end) {
            fail(r, "Unterminated string starting at", begin);
        }
        ++r->p;
        if (*p == '"') {
            return mp_obj_new_str_from_utf8_vstr(&out);
        }
        if (*p == '\\') {
            if (r->p == r->end) {
                fail(r, "Unterminated string starting at", begin);
            }
            static const char letters[] = "\"\\/bfnrt";
            static const char values[] = "\"\\/\b\f\n\r\t";
            byte c = *r->p++;
            const char *letter = c == '\0' ? NULL : strchr(letters, c);
            if (letter != NULL) {
                vstr_add_byte(&out, values[letter - letters]);
            } else if (c == 'u') {
                read_unicode(r, &out);
            } else {
                fail(r, "Invalid \\escape", p);
            }
        } else if (r->strict) {
            fail(r, "Invalid control character at", p);
        } else {
            vstr_add_byte(&out, *p);
        }
        p = r->p;
        while (p < r->end && *p != '"' && *p != '\\' && *p >= 0x20) {
            ++p;
        }
        vitrine_stop_check();
    }
}

static bool is_digit(const reader_t *r, const byte *p) {
    return p < r->end && *p >= '0' && *p <= '9';
}

static mp_obj_t read_number(reader_t *r) {
    const byte *begin = r->p, *p = begin;
    p += *p == '-';
    if (!is_digit(r, p)) {
        fail(r, "Expecting value", begin);
    }
    if (*p == '0') {
        ++p;
    } else {
        while (is_digit(r, p)) {
            ++p;
        }
    }
    bool whole = true;
    if (p < r->end && *p == '.' && is_digit(r, p + 1)) {
        whole = false;
        for (++p; is_digit(r, p); ++p) {
        }
    }
    if (p < r->end && (*p == 'e' || *p == 'E')) {
        const byte *q = p + 1;
        q += q < r->end && (*q == '+' || *q == '-');
        if (is_digit(r, q)) {
            whole = false;
            for (p = q; is_digit(r, p); ++p) {
            }
        }
    }
    r->p = p;
    const char *text = (const char *)begin;
    mp_obj_t hook = whole ? r->parse_int : r->parse_float;
    if (hook != mp_const_none) {
        return mp_call_function_1(hook, mp_obj_new_str(text, p - begin));
    }
    return whole ? mp_parse_num_integer(text, p - begin, 10, NULL)
        : mp_parse_num_float(text, p - begin, false, NULL);
}

static mp_obj_t read_word(reader_t *r) {
    static const char *const words[] = {"null", "true", "false", "NaN", "Infinity", "-Infinity"};
    for (size_t i = 0; i < MP_ARRAY_SIZE(words); ++i) {
        size_t len = strlen(words[i]);
        if ((size_t)(r->end - r->p) < len || memcmp(r->p, words[i], len) != 0) {
            continue;
        }
        r->p += len;
        if (i < 3) {
            return i == 0 ? mp_const_none : mp_obj_new_bool(i == 1);
        }
        if (r->parse_constant != mp_const_none) {
            return mp_call_function_1(r->parse_constant, mp_obj_new_str(words[i], len));
        }
        return mp_obj_new_float(i == 3 ? (mp_float_t)NAN : i == 4 ? (mp_float_t)INFINITY : -(mp_float_t)INFINITY);
    }
    if (r->p < r->end && (*r->p == '-' || is_digit(r, r->p))) {
        return read_number(r);
    }
    fail(r, "Expecting value", r->p);
}

static mp_obj_t read_array(reader_t *r) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    skip_space(r);
    if (take(r, ']')) {
        return list;
    }
    for (;;) {
        mp_obj_list_append(list, read_value(r));
        skip_space(r);
        if (take(r, ']')) {
            return list;
        }
        if (!take(r, ',')) {
            fail(r, "Expecting ',' delimiter", r->p);
        }
        skip_space(r);
    }
}

static mp_obj_t read_object(reader_t *r) {
    bool pairs = r->pairs_hook != mp_const_none;
    mp_obj_t result = pairs ? mp_obj_new_list(0, NULL) : mp_obj_new_dict(0);
    skip_space(r);
    if (!take(r, '}')) {
        do {
            skip_space(r);
            if (!take(r, '"')) {
                fail(r, "Expecting property name enclosed in double quotes", r->p);
            }
            mp_obj_t key = read_string(r);
            skip_space(r);
            if (!take(r, ':')) {
                fail(r, "Expecting ':' delimiter", r->p);
            }
            skip_space(r);
            mp_obj_t item[] = {key, read_value(r)};
            if (pairs) {
                mp_obj_list_append(result, mp_obj_new_tuple(2, item));
            } else {
                mp_obj_dict_store(result, item[0], item[1]);
            }
            skip_space(r);
        } while (take(r, ','));
        if (!take(r, '}')) {
            fail(r, "Expecting ',' delimiter", r->p);
        }
    }
    mp_obj_t hook = pairs ? r->pairs_hook : r->object_hook;
    return hook == mp_const_none ? result : mp_call_function_1(hook, result);
}

static mp_obj_t read_value(reader_t *r) {
    mp_cstack_check();
    vitrine_stop_check();
    if (take(r, '"')) {
        return read_string(r);
    }
    if (take(r, '{')) {
        return read_object(r);
    }
    if (take(r, '[')) {
        return read_array(r);
    }
    return read_word(r);
}

static byte *text_of(mp_obj_t string, size_t *len) {
    mp_buffer_info_t info;
    mp_get_buffer_raise(string, &info, MP_BUFFER_READ);
    *len = info.len;
    return info.buf;
}

// read(text, start, whole, strict, object_hook, object_pairs_hook, parse_float,
// parse_int, parse_constant): the value, or without `whole` it and where it ends.
static mp_obj_t json_read(size_t n_args, const mp_obj_t *args) {
    size_t len;
    const byte *start = text_of(args[0], &len);
    reader_t r = {
        .document = args[0], .start = start, .end = start + len, .p = start,
        .strict = mp_obj_is_true(args[3]), .object_hook = args[4], .pairs_hook = args[5],
        .parse_float = args[6], .parse_int = args[7], .parse_constant = args[8],
    };
    for (mp_int_t n = mp_obj_get_int(args[1]); n > 0 && r.p < r.end; --n) {
        r.p = utf8_next_char(r.p);
    }
    bool whole = mp_obj_is_true(args[2]);
    if (whole) {
        skip_space(&r);
    }
    mp_obj_t value = read_value(&r);
    if (!whole) {
        mp_obj_t pair[] = {value, mp_obj_new_int_from_uint(utf8_charlen(r.start, r.p - r.start))};
        return mp_obj_new_tuple(2, pair);
    }
    skip_space(&r);
    if (r.p < r.end) {
        fail(&r, "Extra data", r.p);
    }
    return value;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_read_obj, 9, 9, json_read);

// --- writing ---

// The containers around the one that is written.
typedef struct outer {
    mp_obj_t object;
    const struct outer *outer;
} outer_t;

typedef struct {
    vstr_t out;
    mp_print_t print;
    mp_obj_t otherwise; // what to do with what JSON does not know; None: fail
    const char *indent; // NULL: all in one line
    size_t indent_len;
    const char *comma, *colon;
    size_t comma_len, colon_len;
    bool skip_keys, ascii, check, nan, sort;
} writer_t;

static void write_value(writer_t *w, mp_obj_t value, const outer_t *outer, size_t depth);

static void write_string(writer_t *w, mp_obj_t string) {
    size_t len;
    const byte *p = text_of(string, &len), *end = p + len;
    vstr_add_byte(&w->out, '"');
    while (p < end) {
        const byte *plain = p;
        while (p < end && *p >= 0x20 && *p != '"' && *p != '\\' && (*p < 0x7f || !w->ascii)) {
            ++p;
        }
        vstr_add_strn(&w->out, (const char *)plain, p - plain);
        if (p == end) {
            break;
        }
        static const char letters[] = "\"\\bfnrt";
        static const char values[] = "\"\\\b\f\n\r\t";
        const char *value = *p == '\0' ? NULL : strchr(values, *p);
        if (value != NULL) {
            vstr_add_byte(&w->out, '\\');
            vstr_add_byte(&w->out, letters[value - values]);
            ++p;
            continue;
        }
        uint32_t c = utf8_get_char(p);
        p = utf8_next_char(p);
        if (c >= 0x10000) {
            c -= 0x10000;
            mp_printf(&w->print, "\\u%04x", (unsigned)(0xd800 | c >> 10));
            c = 0xdc00 | (c & 0x3ff);
        }
        mp_printf(&w->print, "\\u%04x", (unsigned)c);
    }
    vstr_add_byte(&w->out, '"');
}

static void write_float(writer_t *w, mp_obj_t number) {
    mp_float_t f = mp_obj_float_get(number);
    if (isfinite(f)) {
        mp_obj_print_helper(&w->print, number, PRINT_REPR);
        return;
    }
    if (!w->nan) {
        mp_raise_ValueError(MP_ERROR_TEXT("Out of range float values are not JSON compliant"));
    }
    vstr_add_str(&w->out, isnan(f) ? "NaN" : f > 0 ? "Infinity" : "-Infinity");
}

// None, booleans, numbers. False: it is none of them.
static bool write_plain(writer_t *w, mp_obj_t value) {
    mp_obj_t base;
    if (value == mp_const_none) {
        vstr_add_str(&w->out, "null");
    } else if (value == mp_const_true) {
        vstr_add_str(&w->out, "true");
    } else if (value == mp_const_false) {
        vstr_add_str(&w->out, "false");
    } else if (mp_obj_is_int(value)) {
        mp_obj_print_helper(&w->print, value, PRINT_REPR);
    } else if (mp_obj_is_float(value)) {
        write_float(w, value);
    } else if ((base = base_of(value, &mp_type_int)) != MP_OBJ_NULL) {
        mp_obj_print_helper(&w->print, base, PRINT_REPR);
    } else if ((base = base_of(value, &mp_type_float)) != MP_OBJ_NULL) {
        write_float(w, base);
    } else {
        return false;
    }
    return true;
}

static void write_line(writer_t *w, size_t depth) {
    if (w->indent == NULL) {
        return;
    }
    vstr_add_byte(&w->out, '\n');
    for (; depth > 0; --depth) {
        vstr_add_strn(&w->out, w->indent, w->indent_len);
    }
}

static void write_comma(writer_t *w, bool first, size_t depth) {
    vitrine_stop_check();
    if (!first) {
        vstr_add_strn(&w->out, w->comma, w->comma_len);
    }
    write_line(w, depth);
}

static void write_list(writer_t *w, mp_obj_t sequence, const outer_t *outer, size_t depth) {
    bool first = true;
    vstr_add_byte(&w->out, '[');
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterable = mp_getiter(sequence, &buffer);
    mp_obj_t item;
    while ((item = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
        write_comma(w, first, depth + 1);
        write_value(w, item, outer, depth + 1);
        first = false;
    }
    if (!first) {
        write_line(w, depth);
    }
    vstr_add_byte(&w->out, ']');
}

// False: it is left out.
static bool write_key(writer_t *w, mp_obj_t key) {
    mp_obj_t base = base_of(key, &mp_type_str);
    if (base != MP_OBJ_NULL) {
        write_string(w, base);
        return true;
    }
    size_t begin = w->out.len;
    vstr_add_byte(&w->out, '"');
    if (write_plain(w, key)) {
        vstr_add_byte(&w->out, '"');
        return true;
    }
    w->out.len = begin;
    if (!w->skip_keys) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("keys must be str, int, float, bool or None, not %s"), mp_obj_get_type_str(key));
    }
    return false;
}

static void write_dict(writer_t *w, mp_obj_t dict, const outer_t *outer, size_t depth) {
    mp_obj_t method[2];
    mp_load_method(dict, MP_QSTR_items, method);
    mp_obj_t items = mp_call_method_n_kw(0, 0, method);
    if (w->sort) {
        items = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), items);
        mp_obj_list_sort(1, &items, (mp_map_t *)&mp_const_empty_map);
    }
    vstr_add_byte(&w->out, '{');
    bool first = true;
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterable = mp_getiter(items, &buffer);
    mp_obj_t item;
    while ((item = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_t *pair;
        mp_obj_get_array_fixed_n(item, 2, &pair);
        mp_obj_t key = pair[0], value = pair[1];
        size_t before = w->out.len;
        write_comma(w, first, depth + 1);
        if (!write_key(w, key)) {
            w->out.len = before;
            continue;
        }
        vstr_add_strn(&w->out, w->colon, w->colon_len);
        write_value(w, value, outer, depth + 1);
        first = false;
    }
    if (!first) {
        write_line(w, depth);
    }
    vstr_add_byte(&w->out, '}');
}

static void write_value(writer_t *w, mp_obj_t value, const outer_t *outer, size_t depth) {
    mp_cstack_check();
    mp_obj_t base = base_of(value, &mp_type_str);
    if (base != MP_OBJ_NULL) {
        write_string(w, base);
        return;
    }
    if (write_plain(w, value)) {
        return;
    }
    outer_t self = {value, outer};
    if (w->check) {
        for (; outer != NULL; outer = outer->outer) {
            if (outer->object == value) {
                mp_raise_ValueError(MP_ERROR_TEXT("Circular reference detected"));
            }
        }
    }
    if (base_of(value, &mp_type_list) != MP_OBJ_NULL || base_of(value, &mp_type_tuple) != MP_OBJ_NULL) {
        write_list(w, value, &self, depth);
    } else if (base_of(value, &mp_type_dict) != MP_OBJ_NULL) {
        write_dict(w, value, &self, depth);
    } else if (w->otherwise != mp_const_none) {
        write_value(w, mp_call_function_1(w->otherwise, value), &self, depth);
    } else {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("Object of type %s is not JSON serializable"),
            mp_obj_str_get_str(mp_load_attr(MP_OBJ_FROM_PTR(mp_obj_get_type(value)), MP_QSTR___name__)));
    }
}

// write(object, default, indent, comma, colon, skipkeys, ensure_ascii,
// check_circular, allow_nan, sort_keys); indent: None or a str.
static mp_obj_t json_write(size_t n_args, const mp_obj_t *args) {
    writer_t w = {
        .otherwise = args[1], .skip_keys = mp_obj_is_true(args[5]), .ascii = mp_obj_is_true(args[6]),
        .check = mp_obj_is_true(args[7]), .nan = mp_obj_is_true(args[8]), .sort = mp_obj_is_true(args[9]),
    };
    if (args[2] != mp_const_none) {
        w.indent = mp_obj_str_get_data(args[2], &w.indent_len);
    }
    w.comma = mp_obj_str_get_data(args[3], &w.comma_len);
    w.colon = mp_obj_str_get_data(args[4], &w.colon_len);
    vstr_init_print(&w.out, 64, &w.print);
    write_value(&w, args[0], NULL, 0);
    return mp_obj_new_str_from_utf8_vstr(&w.out);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(json_write_obj, 10, 10, json_write);

static const mp_rom_map_elem_t json_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__json) },
    { MP_ROM_QSTR(MP_QSTR_read), MP_ROM_PTR(&json_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_write), MP_ROM_PTR(&json_write_obj) },
};
static MP_DEFINE_CONST_DICT(json_globals, json_globals_table);

const mp_obj_module_t vitrine_module_json = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&json_globals,
};
MP_REGISTER_MODULE(MP_QSTR__json, vitrine_module_json);
