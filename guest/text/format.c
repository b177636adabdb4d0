// format.c - str.format() and format_map(), which f-strings become, too.
#include "type/exceptions.h"
#include "formatspec.h"
#include "quote.h"
#include "py/cstack.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "textmethods.h"

#define FAIL(text) mp_raise_ValueError(MP_ERROR_TEXT(text))

typedef struct {
    size_t n_args;
    const mp_obj_t *args;
    mp_map_t *kwargs; // may be NULL
    mp_obj_t mapping; // of format_map; or MP_OBJ_NULL
    int next; // of fields without a number; -1: fields have numbers
} values_t;

// An index that fits, or -1.
static mp_int_t read_index(const byte *p, const byte *end) {
    mp_int_t value = 0;
    if (p == end) {
        return -1;
    }
    for (; p < end; ++p) {
        if (*p < '0' || *p > '9') {
            return -1;
        }
        if (value > (INTPTR_MAX >> 1) / 10 - 1) {
            FAIL("Too many decimal digits in format string");
        }
        value = value * 10 + (*p - '0');
    }
    return value;
}

static mp_obj_t positional(values_t *v, mp_int_t index) {
    if (v->mapping != MP_OBJ_NULL) {
        FAIL("Format string contains positional fields");
    }
    if ((size_t)index >= v->n_args) {
        mp_raise_msg_varg(&mp_type_IndexError,
            MP_ERROR_TEXT("Replacement index %u out of range for positional args tuple"), (unsigned)index);
    }
    return v->args[index];
}

static mp_obj_t first_value(values_t *v, const byte *p, const byte *end) {
    if (p == end) {
        if (v->next < 0) {
            FAIL("cannot switch from manual field specification to automatic field numbering");
        }
        return positional(v, v->next++);
    }
    mp_int_t index = read_index(p, end);
    if (index >= 0) {
        if (v->next > 0) {
            FAIL("cannot switch from automatic field numbering to manual field specification");
        }
        v->next = -1;
        return positional(v, index);
    }
    mp_obj_t name = vitrine_text_new(p, end - p);
    if (v->mapping != MP_OBJ_NULL) {
        return mp_obj_subscr(v->mapping, name, MP_OBJ_SENTINEL);
    }
    mp_map_elem_t *found = v->kwargs == NULL ? NULL
        : mp_map_lookup(v->kwargs, mp_obj_str_intern(name), MP_MAP_LOOKUP);
    if (found == NULL) {
        nlr_raise(mp_obj_new_exception_arg1(&mp_type_KeyError, name));
    }
    return found->value;
}

// name.attribute[item]…
static mp_obj_t field_value(values_t *v, const byte *p, const byte *end) {
    const byte *stop = p;
    while (stop < end && *stop != '.' && *stop != '[') {
        ++stop;
    }
    mp_obj_t value = first_value(v, p, stop);
    while (stop < end) {
        const byte *start = stop + 1;
        if (*stop == '.') {
            for (stop = start; stop < end && *stop != '.' && *stop != '[';) {
                ++stop;
            }
            if (stop == start) {
                FAIL("Empty attribute in format string");
            }
            value = mp_load_attr(value, qstr_from_strn((const char *)start, stop - start));
        } else if (*stop == '[') {
            stop = memchr(start, ']', end - start);
            if (stop == NULL) {
                FAIL("Missing ']' in format string");
            }
            if (stop == start) {
                FAIL("Empty attribute in format string");
            }
            mp_int_t index = read_index(start, stop);
            value = mp_obj_subscr(value,
                index >= 0 ? mp_obj_new_int(index) : vitrine_text_new(start, stop - start), MP_OBJ_SENTINEL);
            ++stop;
        } else {
            FAIL("Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return value;
}

static mp_obj_t convert(mp_obj_t value, unichar how) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 16, &print);
    if (how == 'a') {
        vitrine_print_ascii(&print, value);
    } else if (how == 'r' || how == 's') {
        mp_obj_print_helper(&print, value, how == 'r' ? PRINT_REPR : PRINT_STR);
    } else if (how > 32 && how < 127) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Unknown conversion specifier %c"), (int)how);
    } else {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Unknown conversion specifier \\x%x"), (unsigned)how);
    }
    return mp_obj_new_str_from_vstr(&vstr);
}

static void format_into(vstr_t *out, values_t *v, const byte *p, const byte *end, int depth);

// A field that begins behind its brace; returns where it ends, behind the other.
static const byte *format_field(vstr_t *out, values_t *v, const byte *p, const byte *end, int depth) {
    const byte *name = p;
    bool bracket = false;
    for (; p < end; ++p) {
        if (*p == '{') {
            FAIL("unexpected '{' in field name");
        } else if (*p == '[') {
            bracket = true;
        } else if (*p == ']') {
            bracket = false;
        } else if (!bracket && (*p == '}' || *p == ':' || *p == '!')) {
            break;
        }
    }
    if (p == end) {
        FAIL("expected '}' before end of string");
    }
    const byte *name_end = p, *spec = p, *spec_end = p;
    unichar conversion = 0;
    bool nested = false;
    if (*p == '!') {
        if (++p == end) {
            FAIL("end of string while looking for conversion specifier");
        }
        conversion = vitrine_char_next(&p, end);
        if (p == end) {
            FAIL("unmatched '{' in format spec");
        }
        if (*p != ':' && *p != '}') {
            FAIL("expected ':' after conversion specifier");
        }
    }
    if (*p == ':') {
        spec = ++p;
        for (int braces = 1;; ++p) {
            if (p == end) {
                FAIL("unmatched '{' in format spec");
            }
            if (*p == '{') {
                nested = true;
                ++braces;
            } else if (*p == '}' && --braces == 0) {
                break;
            }
        }
        spec_end = p;
    }
    mp_obj_t value = field_value(v, name, name_end);
    if (conversion) {
        value = convert(value, conversion);
    }
    if (nested) {
        vstr_t inner;
        vstr_init(&inner, 16);
        format_into(&inner, v, spec, spec_end, depth - 1);
        vitrine_format_value(out, value, (vitrine_span) {(const byte *)inner.buf, inner.len});
    } else {
        vitrine_format_value(out, value, (vitrine_span) {spec, spec_end - spec});
    }
    return p + 1;
}

static void format_into(vstr_t *out, values_t *v, const byte *p, const byte *end, int depth) {
    if (depth == 0) {
        FAIL("Max string recursion exceeded");
    }
    mp_cstack_check();
    while (p < end) {
        const byte *plain = p;
        while (p < end && *p != '{' && *p != '}') {
            ++p;
        }
        vstr_add_strn(out, (const char *)plain, p - plain);
        if (p == end) {
            return;
        }
        byte brace = *p++;
        if (p < end && *p == brace) {
            vstr_add_byte(out, brace);
            ++p;
        } else if (brace == '}') {
            FAIL("Single '}' encountered in format string");
        } else if (p == end) {
            FAIL("Single '{' encountered in format string");
        } else {
            p = format_field(out, v, p, end, depth);
        }
    }
}

static mp_obj_t format(mp_obj_t pattern, values_t *v) {
    vitrine_span s = vitrine_span_of(pattern);
    vstr_t out;
    vstr_init(&out, s.n + 16);
    format_into(&out, v, s.p, s.p + s.n, 2);
    return vitrine_text_new_vstr(&out);
}

mp_obj_t mp_obj_str_format(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    values_t v = {n_args - 1, args + 1, kwargs, MP_OBJ_NULL, 0};
    return format(args[0], &v);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_text_format_obj, 1, mp_obj_str_format);

static mp_obj_t text_format_map(size_t n_args, const mp_obj_t *args) {
    values_t v = {.mapping = args[1]};
    return format(args[0], &v);
}
VITRINE_METHOD(format_map, 2, 2, text_format_map);
