// formatspec.c - one value by one format spec, as format() and f-strings ask for.
#include "formatspec.h"

#include <limits.h>
#include <math.h>

#include "type/argument.h"
#include "number/numbertext.h"
#include "py/objint.h"
#include "py/runtime.h"
#include "machine/stop.h"

#define FAIL(...) mp_raise_msg_varg(&mp_type_ValueError, __VA_ARGS__)

// --- reading it ---

static bool is_align(unichar c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static bool read_number(const byte **s, const byte *end, mp_int_t *value) {
    const byte *start = *s;
    mp_int_t n = 0;
    for (; *s < end && **s >= '0' && **s <= '9'; ++*s) {
        if (n > (INT_MAX - 9) / 10) {
            FAIL(MP_ERROR_TEXT("Too many decimal digits in format string"));
        }
        n = n * 10 + (**s - '0');
    }
    if (*s == start) {
        return false;
    }
    *value = n;
    return true;
}

static void raise_grouping(char grouping, unichar type) {
    if (type > 32 && type < 128) {
        FAIL(MP_ERROR_TEXT("Cannot specify '%c' with '%c'."), grouping, (int)type);
    }
    FAIL(MP_ERROR_TEXT("Cannot specify '%c' with '\\x%x'."), grouping, (unsigned)type);
}

static vitrine_spec read_spec(vitrine_span text, char align, mp_obj_t value) {
    vitrine_spec spec = {.fill = ' ', .align = align, .width = -1, .precision = -1};
    const byte *s = text.p, *end = text.p + text.n;
    bool filled = false;
    if (s < end) {
        const byte *next = s;
        unichar first = vitrine_char_next(&next, end);
        if (next < end && is_align(*next)) {
            spec.fill = first;
            spec.align = *next;
            s = next + 1;
            filled = spec.aligned = true;
        } else if (is_align(first)) {
            spec.align = first;
            s = next;
            spec.aligned = true;
        }
    }
    if (s < end && (*s == '+' || *s == '-' || *s == ' ')) {
        spec.sign = *s++;
    }
    if (s < end && *s == 'z') {
        spec.positive_zero = true;
        ++s;
    }
    if (s < end && *s == '#') {
        spec.alternate = true;
        ++s;
    }
    if (!filled && s < end && *s == '0') {
        spec.fill = '0';
        if (!spec.aligned && align == '>') {
            spec.align = '=';
        }
        ++s;
    }
    read_number(&s, end, &spec.width);
    if (s < end && *s == ',') {
        spec.grouping = ',';
        ++s;
    }
    if (s < end && *s == '_') {
        if (spec.grouping) {
            FAIL(MP_ERROR_TEXT("Cannot specify both ',' and '_'."));
        }
        spec.grouping = '_';
        ++s;
    }
    if (s < end && *s == ',' && spec.grouping) {
        if (spec.grouping == '_') {
            FAIL(MP_ERROR_TEXT("Cannot specify both ',' and '_'."));
        }
        raise_grouping(',', ',');
    }
    if (s < end && *s == '.') {
        ++s;
        if (!read_number(&s, end, &spec.precision)) {
            FAIL(MP_ERROR_TEXT("Format specifier missing precision"));
        }
    }
    if (s < end) {
        spec.type = vitrine_char_next(&s, end);
    }
    if (s < end) {
        vstr_t shown;
        vstr_init(&shown, text.n + 1);
        vstr_add_strn(&shown, (const char *)text.p, text.n);
        FAIL(MP_ERROR_TEXT("Invalid format specifier '%s' for object of type '%s'"), vstr_null_terminated_str(&shown),
            mp_obj_get_type_str(value));
    }
    bool groups = spec.type == 0 || strchr("deEfFgG%", spec.type < 128 ? spec.type : ' ') != NULL
        || (spec.grouping == '_' && strchr("boxX", spec.type < 128 ? spec.type : ' ') != NULL);
    if (spec.grouping && !groups) {
        raise_grouping(spec.grouping, spec.type);
    }
    return spec;
}

// --- writing it ---

static void add_fill(vstr_t *out, unichar fill, mp_int_t n) {
    if (n > 0 && fill < 128) {
        memset(vstr_add_len(out, n), fill, n);
        return;
    }
    while (n-- > 0) {
        vstr_add_char(out, fill);
    }
}

static void add_span(vstr_t *out, vitrine_span s) {
    vstr_add_strn(out, (const char *)s.p, s.n);
}

// Spaces of `pad` in front.
static mp_int_t pad_before(char align, mp_int_t pad) {
    return align == '>' || align == '=' ? pad : align == '^' ? pad / 2 : 0;
}

void vitrine_format_text(vstr_t *out, const vitrine_spec *spec, vitrine_span text) {
    size_t n = vitrine_text_length(text.p, text.n);
    if (spec->precision >= 0 && (size_t)spec->precision < n) {
        n = spec->precision;
        text.n = vitrine_text_at(text.p, text.n, n);
    }
    mp_int_t pad = spec->width > (mp_int_t)n ? spec->width - (mp_int_t)n : 0, before = pad_before(spec->align, pad);
    add_fill(out, spec->fill, before);
    add_span(out, text);
    add_fill(out, spec->fill, pad - before);
}

void vitrine_format_number(vstr_t *out, const vitrine_spec *spec, const vitrine_number *number) {
    mp_int_t width = spec->width < 0 ? 0 : spec->width, digits = number->digits.n, zeros = 0;
    mp_int_t others = number->prefix.n + number->rest.n, group = spec->grouping ? number->group : INT_MAX;
    bool zero_fill = spec->align == '=' && spec->fill == '0';
    if (zero_fill && digits > 0) {
        // As many zeros as it takes, commas among them counted.
        mp_int_t want = width - others;
        if (spec->grouping) {
            mp_int_t all = want;
            want -= want / (group + 1);
            want += want + (want - 1) / group < all;
        }
        zeros = want > digits ? want - digits : 0;
    }
    mp_int_t shown = digits + zeros;
    mp_int_t length = others + shown + (shown > 0 ? (shown - 1) / group : 0), pad = width > length ? width - length : 0;
    mp_int_t before = zero_fill && digits > 0 ? 0 : spec->align == '=' ? 0 : pad_before(spec->align, pad);
    add_fill(out, spec->fill, before);
    add_span(out, number->prefix);
    if (spec->align == '=' && !(zero_fill && digits > 0)) {
        add_fill(out, spec->fill, pad);
        pad = before = 0;
    }
    for (mp_int_t i = 0; i < shown; ++i) {
        vstr_add_byte(out, i < zeros ? '0' : number->digits.p[i - zeros]);
        if ((shown - 1 - i) % group == 0 && i < shown - 1) {
            vstr_add_byte(out, spec->grouping);
        }
    }
    add_span(out, number->rest);
    add_fill(out, spec->fill, spec->align == '=' ? 0 : pad - before);
}

static NORETURN void raise_type_code(unichar type, mp_obj_t value) {
    if (type > 32 && type < 128) {
        FAIL(MP_ERROR_TEXT("Unknown format code '%c' for object of type '%s'"), (int)type, mp_obj_get_type_str(value));
    }
    FAIL(MP_ERROR_TEXT("Unknown format code '\\x%x' for object of type '%s'"), (unsigned)type,
        mp_obj_get_type_str(value));
}

static void format_str(vstr_t *out, mp_obj_t value, mp_obj_t text, vitrine_span spec_text) {
    vitrine_spec spec = read_spec(spec_text, '<', value);
    if (spec.type != 0 && spec.type != 's') {
        raise_type_code(spec.type, value);
    }
    if (spec.sign) {
        FAIL(spec.sign == ' ' ? MP_ERROR_TEXT("Space not allowed in string format specifier")
            : MP_ERROR_TEXT("Sign not allowed in string format specifier"));
    }
    if (spec.positive_zero) {
        FAIL(MP_ERROR_TEXT("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if (spec.alternate) {
        FAIL(MP_ERROR_TEXT("Alternate form (#) not allowed in string format specifier"));
    }
    if (spec.align == '=') {
        FAIL(MP_ERROR_TEXT("'=' alignment not allowed in string format specifier"));
    }
    if (spec.grouping) {
        raise_grouping(spec.grouping, 's');
    }
    vitrine_format_text(out, &spec, vitrine_span_of(text));
}

static void put_sign(vstr_t *out, bool negative, char sign) {
    if (negative || sign == '+' || sign == ' ') {
        vstr_add_byte(out, negative ? '-' : sign);
    }
}

static vitrine_span span_from(const vstr_t *text, size_t start, size_t end) {
    return (vitrine_span) {(const byte *)text->buf + start, end - start};
}

// The text of a double without its sign; returns whether it had one.
static bool put_double(vstr_t *text, double value, const vitrine_spec *spec, unichar type, unsigned flags) {
    mp_int_t precision = spec->precision;
    char notation = type;
    if (type == 0) {
        notation = precision < 0 ? 'r' : 'g';
    } else if (type == 'n') {
        notation = 'g';
    } else if (type == '%') {
        notation = 'f';
        value *= 100;
    }
    size_t start = text->len;
    flags |= spec->alternate ? VITRINE_FLOAT_ALTERNATE : 0;
    vitrine_float_text(text, value, notation, precision < 0 ? 6 : precision, flags);
    if (type == '%') {
        vstr_add_byte(text, '%');
    }
    bool negative = text->buf[start] == '-';
    if (negative) {
        vstr_cut_out_bytes(text, start, 1);
        if (spec->positive_zero) {
            negative = false;
            for (size_t i = start; i < text->len && (text->buf[i] | 32) != 'e'; ++i) {
                negative = negative || (text->buf[i] >= '1' && text->buf[i] <= '9') || text->buf[i] == 'i';
            }
        }
    }
    return negative;
}

// Where the digits before the point end.
static size_t whole_end(const vstr_t *text, size_t start) {
    while (start < text->len && text->buf[start] >= '0' && text->buf[start] <= '9') {
        ++start;
    }
    return start;
}

static void format_double(vstr_t *out, double value, const vitrine_spec *spec) {
    vstr_t text;
    vstr_init(&text, 32);
    bool negative = put_double(&text, value, spec, spec->type, spec->type == 0 ? VITRINE_FLOAT_POINT : 0);
    char sign = negative ? '-' : spec->sign == '-' ? '\0' : spec->sign;
    size_t end = whole_end(&text, 0);
    vitrine_number number = {{(const byte *)&sign, sign != '\0'}, span_from(&text, 0, end),
                             span_from(&text, end, text.len), 3};
    vitrine_format_number(out, spec, &number);
    vstr_clear(&text);
}

static void format_float(vstr_t *out, mp_obj_t value, double number, vitrine_span spec_text) {
    vitrine_spec spec = read_spec(spec_text, '>', value);
    if (spec.type != 0 && (spec.type >= 128 || strchr("eEfFgGn%", spec.type) == NULL)) {
        raise_type_code(spec.type, value);
    }
    format_double(out, number, &spec);
}

static void format_int(vstr_t *out, mp_obj_t value, mp_obj_t number, vitrine_span spec_text) {
    vitrine_spec spec = read_spec(spec_text, '>', value);
    unsigned base = 10;
    switch (spec.type) {
        case 0:
        case 'd':
        case 'n':
        case 'c':
            break;
        case 'b':
            base = 2;
            break;
        case 'o':
            base = 8;
            break;
        case 'x':
        case 'X':
            base = 16;
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case '%':
            format_double(out, mp_obj_get_float(number), &spec);
            return;
        default:
            raise_type_code(spec.type, value);
    }
    if (spec.precision >= 0) {
        FAIL(MP_ERROR_TEXT("Precision not allowed in integer format specifier"));
    }
    if (spec.positive_zero) {
        FAIL(MP_ERROR_TEXT("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    vstr_t text;
    vstr_init(&text, 32);
    if (spec.type == 'c') {
        if (spec.sign) {
            FAIL(MP_ERROR_TEXT("Sign not allowed with integer format specifier 'c'"));
        }
        if (spec.alternate) {
            FAIL(MP_ERROR_TEXT("Alternate form (#) not allowed with integer format specifier 'c'"));
        }
        mp_int_t code = vitrine_bound(number, 0);
        if (code < 0 || code > 0x10ffff) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("%c arg not in range(0x110000)"));
        }
        vstr_add_char(&text, code);
        spec.align = spec.align == '=' ? '>' : spec.align;
        vitrine_format_text(out, &spec, span_from(&text, 0, text.len));
        return;
    }
    bool negative = vitrine_int_digits(&text, number, base, spec.type == 'X');
    vstr_t prefix;
    char room[8];
    vstr_init_fixed_buf(&prefix, sizeof(room), room);
    put_sign(&prefix, negative, spec.sign);
    if (spec.alternate && base != 10) {
        vstr_add_byte(&prefix, '0');
        vstr_add_byte(&prefix, spec.type);
    }
    vitrine_number parts = {span_from(&prefix, 0, prefix.len), span_from(&text, 0, text.len), {NULL, 0},
                            base == 10 ? 3 : 4};
    vitrine_format_number(out, &spec, &parts);
    vstr_clear(&text);
}

static void format_complex(vstr_t *out, mp_obj_t value, vitrine_span spec_text) {
    vitrine_spec spec = read_spec(spec_text, '>', value);
    if (spec.type != 0 && (spec.type >= 128 || strchr("eEfFgGn", spec.type) == NULL)) {
        raise_type_code(spec.type, value);
    }
    if (spec.fill == '0' && spec.align == '=') {
        FAIL(MP_ERROR_TEXT("Zero padding is not allowed in complex format specifier"));
    }
    if (spec.align == '=') {
        FAIL(MP_ERROR_TEXT("'=' alignment flag is not allowed in complex format specifier"));
    }
    mp_float_t parts[2];
    mp_obj_complex_get(value, &parts[0], &parts[1]);
    bool plain = spec.type == 0, both = !plain || parts[0] != 0 || signbit(parts[0]);
    vitrine_spec inner = spec;
    inner.width = -1;
    vstr_t text;
    vstr_init(&text, 32);
    if (plain && both) {
        vstr_add_byte(&text, '(');
    }
    for (int i = both ? 0 : 1; i < 2; ++i) {
        vstr_t part;
        vstr_init(&part, 32);
        bool negative = put_double(&part, parts[i], &spec, spec.type, 0);
        char sign = negative ? '-' : i == 1 && both ? '+' : spec.sign == '-' ? '\0' : spec.sign;
        size_t end = whole_end(&part, 0);
        vitrine_number number = {{(const byte *)&sign, sign != '\0'}, span_from(&part, 0, end),
                                 span_from(&part, end, part.len), 3};
        vitrine_format_number(&text, &inner, &number);
    }
    vstr_add_str(&text, plain && both ? "j)" : "j");
    spec.precision = -1;
    vitrine_format_text(out, &spec, span_from(&text, 0, text.len));
}

// --- any value ---

void vitrine_format_value(vstr_t *out, mp_obj_t value, vitrine_span spec) {
    const mp_obj_type_t *type = mp_obj_get_type(value);
    if (spec.n == 0 && type == &mp_type_str) {
        vitrine_span text = vitrine_span_of(value);
        vstr_add_strn(out, (const char *)text.p, text.n);
        return;
    }
    if (mp_obj_is_instance_type(type)) {
        mp_obj_t dest[3];
        mp_load_method_maybe(value, MP_QSTR___format__, dest);
        bool inherited = dest[0] != MP_OBJ_NULL && mp_obj_get_type(dest[0])->flags & MP_TYPE_FLAG_BUILTIN_FUN;
        if (dest[0] != MP_OBJ_NULL && !inherited) {
            dest[2] = vitrine_text_new(spec.p, spec.n);
            mp_obj_t text = mp_call_method_n_kw(1, 0, dest);
            mp_obj_t native = vitrine_native(text, &mp_type_str);
            if (native == MP_OBJ_NULL) {
                vitrine_raise_type("__format__ must return a str, not %s", text);
            }
            vitrine_span s = vitrine_span_of(native);
            vstr_add_strn(out, (const char *)s.p, s.n);
            return;
        }
    }
    if (spec.n == 0) {
        mp_print_t print = {out, (mp_print_strn_t)vstr_add_strn};
        mp_obj_print_helper(&print, value, PRINT_STR);
        return;
    }
    mp_obj_t native;
    if ((native = vitrine_native(value, &mp_type_str)) != MP_OBJ_NULL) {
        format_str(out, value, native, spec);
    } else if (type == &mp_type_bool || (native = vitrine_native(value, &mp_type_int)) != MP_OBJ_NULL) {
        format_int(out, value, type == &mp_type_bool ? vitrine_int(value) : native, spec);
    } else if ((native = vitrine_native(value, &mp_type_float)) != MP_OBJ_NULL) {
        format_float(out, value, mp_obj_float_get(native), spec);
    } else if ((native = vitrine_native(value, &mp_type_complex)) != MP_OBJ_NULL) {
        format_complex(out, native, spec);
    } else {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported format string passed to %s.__format__"),
            mp_obj_get_type_str(value));
    }
}
