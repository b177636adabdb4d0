// percent.c - text % values, and the same of bytes.
#include "formatspec.h"
#include "number/numbertext.h"
#include "quote.h"
#include "py/runtime.h"
#include "type/classes.h"
#include "machine/stop.h"
#include "textmethods.h"

#define FAIL(text) mp_raise_TypeError(MP_ERROR_TEXT(text))

typedef struct {
    size_t n, used;
    mp_obj_t *items, mapping, all;
    bool is_text;
} values_t;

typedef struct {
    bool left, plus, blank, alternate, zero;
    mp_int_t width, precision; // -1: not given
} flags_t;

static mp_obj_t next_value(values_t *v) {
    if (v->used >= v->n) {
        FAIL("not enough arguments for format string");
    }
    return v->items[v->used++];
}

// A number of digits, or * for the next value.
static mp_int_t read_number(values_t *v, const byte **p, const byte *end) {
    if (*p < end && **p == '*') {
        ++*p;
        mp_obj_t value = next_value(v);
        if (vitrine_native(value, &mp_type_int) == MP_OBJ_NULL) {
            FAIL("* wants int");
        }
        mp_int_t given = vitrine_index(value);
        if (given > INT32_MAX || given < -INT32_MAX) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("Python int too large to convert to C int"));
        }
        return given;
    }
    mp_int_t n = 0;
    for (; *p < end && **p >= '0' && **p <= '9'; ++*p) {
        if (n > (INT32_MAX - 9) / 10) {
            mp_raise_ValueError(MP_ERROR_TEXT("width too big"));
        }
        n = n * 10 + (**p - '0');
    }
    return n;
}

// (key): of nested parentheses, the outer ones count.
static const byte *read_key(values_t *v, const byte *p, const byte *end) {
    const byte *start = p;
    for (int open = 1; p < end; ++p) {
        open += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (open == 0) {
            break;
        }
    }
    if (p == end) {
        mp_raise_ValueError(MP_ERROR_TEXT("incomplete format key"));
    }
    if (v->mapping == MP_OBJ_NULL) {
        FAIL("format requires a mapping");
    }
    mp_obj_t key = v->is_text ? vitrine_text_new(start, p - start) : mp_obj_new_bytes(start, p - start);
    v->all = mp_obj_subscr(v->mapping, key, MP_OBJ_SENTINEL);
    v->n = 1;
    v->used = 0;
    v->items = &v->all;
    return p + 1;
}

static vitrine_spec spec_of(const flags_t *f, bool number) {
    vitrine_spec spec = {.fill = ' ', .align = f->left ? '<' : '>', .width = f->width, .precision = -1};
    if (number && f->zero && !f->left) {
        spec.fill = '0';
        spec.align = '=';
    }
    return spec;
}

static void add_text(vstr_t *out, const flags_t *f, vitrine_span s, bool is_text) {
    vitrine_spec spec = spec_of(f, false);
    if (is_text) {
        spec.precision = f->precision;
        vitrine_format_text(out, &spec, s);
        return;
    }
    size_t n = f->precision >= 0 && (size_t)f->precision < s.n ? (size_t)f->precision : s.n;
    mp_int_t pad = MAX(f->width - (mp_int_t)n, 0);
    memset(vstr_add_len(out, f->left ? 0 : pad), ' ', f->left ? 0 : pad);
    vstr_add_strn(out, (const char *)s.p, n);
    memset(vstr_add_len(out, f->left ? pad : 0), ' ', f->left ? pad : 0);
}

static char sign_of(const flags_t *f, bool negative) {
    return negative ? '-' : f->plus ? '+' : f->blank ? ' ' : '\0';
}

static NORETURN void raise_number(char code, const char *wanted, mp_obj_t value) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%%%c format: %s is required, not %s"), code, wanted,
        mp_obj_get_type_str(value));
}

// The int that %d and its kin show.
static mp_obj_t integer_of(char code, mp_obj_t value) {
    bool decimal = code == 'd' || code == 'i' || code == 'u';
    mp_obj_t number = vitrine_native(value, &mp_type_float);
    if (decimal && number != MP_OBJ_NULL) {
        mp_obj_t *type_args = &number;
        return mp_call_function_n_kw(MP_OBJ_FROM_PTR(&mp_type_int), 1, 0, type_args);
    }
    if (vitrine_is_index(value)) {
        return vitrine_int(value);
    }
    if (decimal) {
        mp_obj_t dest[2];
        mp_load_method_maybe(value, MP_QSTR___int__, dest);
        if (dest[0] != MP_OBJ_NULL && mp_obj_is_instance_type(mp_obj_get_type(value))) {
            return vitrine_int(mp_call_method_n_kw(0, 0, dest));
        }
    }
    raise_number(code, decimal ? "a real number" : "an integer", value);
}

static void add_int(vstr_t *out, const flags_t *f, char code, mp_obj_t value) {
    unsigned base = code == 'o' ? 8 : (code | 32) == 'x' ? 16 : 10;
    vstr_t text;
    char room[32];
    value = integer_of(code, value);
    if (mp_obj_is_small_int(value) && f->precision < 0) {
        vstr_init_fixed_buf(&text, sizeof(room), room);
    } else {
        vstr_init(&text, 64);
    }
    bool negative = vitrine_int_digits(&text, value, base, code == 'X');
    char prefix[3];
    size_t n = 0;
    if (sign_of(f, negative)) {
        prefix[n++] = sign_of(f, negative);
    }
    if (f->alternate && base != 10) {
        prefix[n++] = '0';
        prefix[n++] = code;
    }
    if (f->precision > (mp_int_t)text.len) {
        mp_int_t zeros = f->precision - (mp_int_t)text.len;
        vstr_add_len(&text, zeros);
        memmove(text.buf + zeros, text.buf, text.len - zeros);
        memset(text.buf, '0', zeros);
    }
    vitrine_spec spec = spec_of(f, true);
    vitrine_number number = {{(const byte *)prefix, n}, {(const byte *)text.buf, text.len}, {NULL, 0}, 3};
    vitrine_format_number(out, &spec, &number);
    vstr_clear(&text);
}

static void add_float(vstr_t *out, const flags_t *f, char code, mp_obj_t value) {
    mp_float_t number;
    mp_obj_t native = vitrine_native(value, &mp_type_float);
    if (native != MP_OBJ_NULL) {
        number = mp_obj_float_get(native);
    } else if (vitrine_native(value, &mp_type_str) != MP_OBJ_NULL || !mp_obj_get_float_maybe(value, &number)) {
        vitrine_raise_type("must be real number, not %s", value);
    }
    vstr_t text;
    vstr_init(&text, 32);
    vitrine_float_text(&text, number, code, f->precision < 0 ? 6 : f->precision,
        f->alternate ? VITRINE_FLOAT_ALTERNATE : 0);
    bool negative = *text.buf == '-';
    char sign = sign_of(f, negative);
    vitrine_spec spec = spec_of(f, true);
    vitrine_number parts = {{(const byte *)&sign, sign != '\0'}, {(const byte *)text.buf + negative, text.len - negative},
                            {NULL, 0}, 3};
    vitrine_format_number(out, &spec, &parts);
    vstr_clear(&text);
}

static void add_char(vstr_t *out, flags_t *f, mp_obj_t value, bool is_text) {
    f->precision = -1;
    if (vitrine_is_index(value)) {
        mp_int_t code = vitrine_bound(value, 0), most = is_text ? 0x10ffff : 255;
        if (code < 0 || code > most) {
            mp_raise_msg(&mp_type_OverflowError, is_text
                ? MP_ERROR_TEXT("%c arg not in range(0x110000)") : MP_ERROR_TEXT("%c arg not in range(256)"));
        }
        vstr_t c;
        char room[8];
        vstr_init_fixed_buf(&c, sizeof(room), room);
        if (is_text) {
            vstr_add_char(&c, code);
        } else {
            vstr_add_byte(&c, code);
        }
        add_text(out, f, (vitrine_span) {(const byte *)c.buf, c.len}, is_text);
        return;
    }
    mp_obj_t text = is_text ? vitrine_native(value, &mp_type_str) : value;
    if (text != MP_OBJ_NULL && (is_text || mp_obj_is_type(text, &mp_type_bytes) || mp_obj_is_type(text, &mp_type_bytearray))) {
        vitrine_span s = vitrine_span_of(text);
        if ((is_text ? vitrine_text_length(s.p, s.n) : s.n) == 1) {
            add_text(out, f, s, is_text);
            return;
        }
    }
    if (is_text) {
        FAIL("%c requires int or char");
    }
    FAIL("%c requires an integer in range(256) or a single byte");
}

// %s of bytes takes bytes, or what has __bytes__.
static void add_bytes(vstr_t *out, const flags_t *f, mp_obj_t value) {
    mp_buffer_info_t buffer;
    mp_obj_t dest[2] = {MP_OBJ_NULL};
    if (vitrine_native(value, &mp_type_str) == MP_OBJ_NULL && !mp_get_buffer(value, &buffer, MP_BUFFER_READ)) {
        mp_load_method_maybe(value, MP_QSTR___bytes__, dest);
        if (dest[0] != MP_OBJ_NULL) {
            mp_get_buffer_raise(mp_call_method_n_kw(0, 0, dest), &buffer, MP_BUFFER_READ);
        }
    } else if (vitrine_native(value, &mp_type_str) == MP_OBJ_NULL) {
        dest[0] = value;
    }
    if (dest[0] == MP_OBJ_NULL) {
        vitrine_raise_type(
            "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", value);
    }
    add_text(out, f, (vitrine_span) {buffer.buf, buffer.len}, false);
}

static void add_shown(vstr_t *out, const flags_t *f, char code, mp_obj_t value, bool is_text) {
    mp_obj_t native = vitrine_native(value, &mp_type_str);
    if (code == 's' && native != MP_OBJ_NULL && native == value) {
        add_text(out, f, vitrine_span_of(native), true);
        return;
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 16, &print);
    if (code == 'a' || !is_text) {
        vitrine_print_ascii(&print, value);
    } else {
        mp_obj_print_helper(&print, value, code == 'r' ? PRINT_REPR : PRINT_STR);
    }
    add_text(out, f, (vitrine_span) {(const byte *)text.buf, text.len}, is_text);
    vstr_clear(&text);
}

static const byte *read_flags(flags_t *f, values_t *v, const byte *p, const byte *end) {
    for (; p < end; ++p) {
        if (*p == '-') {
            f->left = true;
        } else if (*p == '+') {
            f->plus = true;
        } else if (*p == ' ') {
            f->blank = true;
        } else if (*p == '#') {
            f->alternate = true;
        } else if (*p == '0') {
            f->zero = true;
        } else {
            break;
        }
    }
    f->width = read_number(v, &p, end);
    if (f->width < 0) {
        f->left = true;
        f->width = -f->width;
    }
    if (p < end && *p == '.') {
        ++p;
        mp_int_t given = read_number(v, &p, end);
        f->precision = MAX(given, 0);
    }
    while (p < end && (*p == 'l' || *p == 'h' || *p == 'L')) {
        ++p;
    }
    return p;
}

mp_obj_t vitrine_percent(mp_obj_t pattern, mp_obj_t all) {
    bool is_text = mp_obj_is_str(pattern);
    values_t v = {.n = 1, .items = &v.all, .all = all, .is_text = is_text};
    mp_obj_t tuple = vitrine_native(all, &mp_type_tuple);
    if (tuple != MP_OBJ_NULL) {
        mp_obj_tuple_get(tuple, &v.n, &v.items);
    } else if (vitrine_native(all, &mp_type_str) == MP_OBJ_NULL && MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(all), subscr)) {
        v.mapping = all;
        if (mp_obj_is_instance_type(mp_obj_get_type(all))) {
            // Not by the instance, whose __getattr__ need not be asked.
            const mp_obj_type_t *where;
            v.mapping = class_find(mp_obj_get_type(all), MP_QSTR___getitem__, MP_OBJ_TYPE_OFFSETOF_SLOT(subscr), &where);
            v.mapping = v.mapping == MP_OBJ_NULL ? MP_OBJ_NULL : all;
        }
    }
    vitrine_span s = vitrine_span_of(pattern);
    vstr_t out;
    vstr_init(&out, s.n + 16);
    const byte *p = s.p, *end = s.p + s.n;
    while (p < end) {
        const byte *plain = p;
        const byte *percent = memchr(p, '%', end - p);
        p = percent == NULL ? end : percent;
        vstr_add_strn(&out, (const char *)plain, p - plain);
        if (p == end) {
            break;
        }
        if (++p < end && *p == '(') {
            p = read_key(&v, p + 1, end);
        }
        flags_t f = {.precision = -1};
        p = read_flags(&f, &v, p, end);
        if (p == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("incomplete format"));
        }
        const byte *at = p;
        unichar code = is_text ? vitrine_char_next(&p, end) : *p++;
        if (code == '%') {
            vstr_add_byte(&out, '%');
            continue;
        }
        if (code >= 128 || strchr("sracdiuoxXeEfFgGb", code) == NULL || code == 0 || (is_text && code == 'b')) {
            mp_raise_msg_varg(&mp_type_ValueError,
                MP_ERROR_TEXT("unsupported format character '%s' (0x%x) at index %u"),
                code > 31 && code < 127 ? (char[]) {code, '\0'} : "?", (unsigned)code,
                (unsigned)(is_text ? vitrine_text_index(s.p, s.n, at - s.p) : (size_t)(at - s.p)));
        }
        mp_obj_t value = next_value(&v);
        switch (code) {
            case 's':
            case 'b':
                if (!is_text) {
                    add_bytes(&out, &f, value);
                    break;
                }
                MP_FALLTHROUGH
            case 'r':
            case 'a':
                add_shown(&out, &f, code, value, is_text);
                break;
            case 'c':
                add_char(&out, &f, value, is_text);
                break;
            case 'd':
            case 'i':
            case 'u':
            case 'o':
            case 'x':
            case 'X':
                add_int(&out, &f, code, value);
                break;
            default:
                add_float(&out, &f, code, value);
        }
    }
    if (v.used < v.n && v.mapping == MP_OBJ_NULL) {
        if (is_text) {
            FAIL("not all arguments converted during string formatting");
        }
        FAIL("not all arguments converted during bytes formatting");
    }
    return vitrine_new_from_vstr(mp_obj_get_type(pattern), &out);
}
