// retemplate.c - templates of sub() and expand(): text with groups in it.
#include <string.h>

#include "py/objstr.h"
#include "reobjects.h"
#include "machine/stop.h"

static void template_add(template_t *t, int32_t group) {
    if (t->count == t->allocated) {
        t->pieces = m_renew(piece_t, t->pieces, t->allocated, 2 * t->allocated + 4);
        t->allocated = 2 * t->allocated + 4;
    }
    t->pieces[t->count++] = (piece_t) {t->text.len - t->done, group};
    t->done = t->text.len;
}

static size_t template_number(const re_program_t *program, mp_obj_t source, const byte *start,
    const byte *digits, size_t len) {
    size_t group = 0;
    for (size_t i = 0; i < len; ++i) {
        group = MIN(group * 10 + (digits[i] - '0'), 0xffffff);
    }
    if (group > program->groups) {
        re_fail(source, start, digits, "invalid group reference %.*s", (int)len, digits);
    }
    return group;
}

static bool is_octal(const byte *p, const byte *end) {
    return p < end && *p >= '0' && *p <= '7';
}

// After "\g": <name> or <number>.
static const byte *template_group(template_t *t, const re_program_t *program, mp_obj_t source,
    const byte *start, const byte *p, const byte *end) {
    if (p == end || *p != '<') {
        re_fail(source, start, p, "missing <");
    }
    const byte *name = ++p;
    p = memchr(name, '>', end - name);
    if (name == end || p == name) {
        re_fail(source, start, name, "missing group name");
    }
    if (p == NULL) {
        re_fail(source, start, name, "missing >, unterminated name");
    }
    size_t len = p - name;
    bool number = true, word = !unichar_isdigit(*name);
    for (const byte *q = name; q < p;) {
        uint32_t c = re_decode(program->text, &q, p);
        number = number && c >= '0' && c <= '9';
        word = word && re_is_word(c, !program->text);
    }
    if (number) {
        template_add(t, template_number(program, source, start, name, len));
        return p + 1;
    }
    mp_obj_t key = mp_obj_new_str((const char *)name, len);
    mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(program->names), key, MP_MAP_LOOKUP);
    if (found == NULL) {
        vstr_t text;
        mp_print_t print;
        vstr_init_print(&text, 32, &print);
        mp_print_str(&print, word ? "unknown group name " : "bad character in group name ");
        mp_obj_print_helper(&print, key, PRINT_REPR);
        mp_obj_t message = mp_obj_new_str_from_vstr(&text);
        if (!word) {
            re_raise(message, source, start, name);
        }
        nlr_raise(mp_obj_new_exception_args(&mp_type_IndexError, 1, &message));
    }
    template_add(t, MP_OBJ_SMALL_INT_VALUE(found->value));
    return p + 1;
}

void re_template_parse(template_t *t, const re_program_t *program, mp_obj_t source) {
    mp_buffer_info_t info;
    if (!mp_get_buffer(source, &info, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("decoding to str: need a bytes-like object, %s found"), mp_obj_get_type_str(source));
    }
    subject_t s;
    source = re_subject_get(&s, source, program->text);
    const byte *start = s.start, *end = s.end, *p = start;
    *t = (template_t) {.pieces = NULL};
    vstr_init(&t->text, info.len + 1);
    while (p < end) {
        const byte *escape = memchr(p, '\\', end - p);
        vstr_add_strn(&t->text, (const char *)p, (escape == NULL ? end : escape) - p);
        if (escape == NULL) {
            break;
        }
        p = escape + 1;
        if (p == end) {
            re_fail(source, start, escape, "bad escape (end of pattern)");
        }
        byte c = *p++;
        static const char letters[] = "abfnrtv\\";
        static const char values[] = "\a\b\f\n\r\t\v\\";
        const char *letter = c == '\0' ? NULL : strchr(letters, c);
        if (c == 'g') {
            p = template_group(t, program, source, start, p, end);
        } else if (c >= '0' && c <= '9') {
            // As CPython: \0, \0o, \0oo and \ooo are characters.
            bool octal = c == '0' || (is_octal(escape + 1, end) && is_octal(p, end) && is_octal(p + 1, end));
            if (octal) {
                unsigned value = c - '0';
                for (; p < escape + 4 && is_octal(p, end); ++p) {
                    value = value * 8 + (*p - '0');
                }
                if (value > 0377 && c != '0') {
                    re_fail(source, start, escape,
                        "octal escape value %.*s outside of range 0-0o377", (int)(p - escape), escape);
                }
                if (program->text) {
                    vstr_add_char(&t->text, value & 0xff);
                } else {
                    vstr_add_byte(&t->text, value);
                }
            } else {
                if (p < end && *p >= '0' && *p <= '9') {
                    ++p;
                }
                template_add(t, template_number(program, source, start, escape + 1, p - escape - 1));
            }
        } else if (letter != NULL) {
            vstr_add_byte(&t->text, values[letter - letters]);
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            re_fail(source, start, escape, "bad escape \\%c", c);
        } else {
            vstr_add_byte(&t->text, '\\');
            --p;
            re_decode(program->text, &p, end);
            vstr_add_strn(&t->text, (const char *)escape + 1, p - escape - 1);
        }
        vitrine_stop_check();
    }
    template_add(t, -1);
}

void re_template_expand(const template_t *t, vstr_t *out, const byte *start, const int32_t *slots) {
    const char *text = t->text.buf;
    for (size_t i = 0; i < t->count; ++i) {
        vstr_add_strn(out, text, t->pieces[i].text);
        text += t->pieces[i].text;
        int32_t group = t->pieces[i].group;
        if (group >= 0 && slots[2 * group] >= 0 && slots[2 * group + 1] >= 0) {
            vstr_add_strn(out, (const char *)start + slots[2 * group], slots[2 * group + 1] - slots[2 * group]);
        }
    }
}

mp_obj_t re_finish(vstr_t *out, bool text) {
    return text ? mp_obj_new_str_from_utf8_vstr(out) : mp_obj_new_bytes_from_vstr(out);
}
