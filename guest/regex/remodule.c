// remodule.c - the module _re: patterns and matches as Python sees them.
//
// lib/re.py adds the exception. Places are offsets of bytes inside and numbers
// of characters outside.
#include <string.h>

#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "reprogram.h"
#include "machine/stop.h"

#define CACHE_MOST 128
#define INLINE_SLOTS 20

MP_REGISTER_ROOT_POINTER(mp_obj_t re_cache);

// What is searched. The data is a copy if the string could change meanwhile.
typedef struct {
    mp_obj_t string, data;
    const byte *start, *end;
} subject_t;

typedef struct {
    mp_obj_base_t base;
    const re_program_t *program;
    subject_t subject;
    size_t pos, endpos; // bytes
    uint32_t last_group;
    int32_t slots[];
} match_t;

typedef struct {
    subject_t subject;
    size_t pos;
    const byte *next;
    re_matcher_t matcher;
    int32_t inline_slots[INLINE_SLOTS];
} scan_t;

static const mp_obj_type_t match_type;
static const mp_obj_type_t iterator_type;
static const mp_obj_type_t flag_type;

static mp_obj_t slice(const subject_t *s, bool text, size_t begin, size_t end) {
    size_t len = s->end - s->start;
    if (begin == 0 && end == len && mp_obj_is_exact_type(s->data, text ? &mp_type_str : &mp_type_bytes)) {
        return s->data;
    }
    if (begin == end) {
        return text ? MP_OBJ_NEW_QSTR(MP_QSTR_) : mp_const_empty_bytes;
    }
    return mp_obj_new_str_copy(text ? &mp_type_str : &mp_type_bytes, s->start + begin, end - begin);
}

static mp_obj_t subject_get(subject_t *s, mp_obj_t string, bool text) {
    s->string = string;
    mp_obj_t base = mp_obj_cast_to_native_base(string, MP_OBJ_FROM_PTR(&mp_type_str));
    if (base != MP_OBJ_NULL) {
        if (!text) {
            mp_raise_TypeError(MP_ERROR_TEXT("cannot use a bytes pattern on a string-like object"));
        }
        s->data = base;
    } else {
        mp_buffer_info_t info;
        if (!mp_get_buffer(string, &info, MP_BUFFER_READ)) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("expected string or bytes-like object, got '%s'"), mp_obj_get_type_str(string));
        }
        if (text) {
            mp_raise_TypeError(MP_ERROR_TEXT("cannot use a string pattern on a bytes-like object"));
        }
        s->data = mp_obj_is_exact_type(string, &mp_type_bytes) ? string : mp_obj_new_bytes(info.buf, info.len);
    }
    mp_buffer_info_t info;
    mp_get_buffer_raise(s->data, &info, MP_BUFFER_READ);
    s->start = info.buf;
    s->end = s->start + info.len;
    return s->data;
}

static const byte *place_of(const subject_t *s, bool text, mp_obj_t index) {
    if (!mp_obj_is_small_int(index)) {
        if (mp_obj_is_exact_type(index, &mp_type_int)) {
            return mp_obj_int_sign(index) < 0 ? s->start : s->end;
        }
    }
    mp_int_t n = mp_obj_get_int(index);
    if (n <= 0) {
        return s->start;
    }
    if (n >= s->end - s->start) {
        return s->end;
    }
    if (!text) {
        return s->start + n;
    }
    const byte *p = s->start;
    for (; n > 0 && p < s->end; --n) {
        re_decode(true, &p, s->end);
    }
    return p;
}

static mp_obj_t index_of(const subject_t *s, bool text, mp_int_t offset) {
    return mp_obj_new_int(offset < 0 ? -1 : text ? (mp_int_t)utf8_charlen(s->start, offset) : offset);
}

static void scan_begin(scan_t *scan, const re_program_t *program, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    subject_t *s = &scan->subject;
    subject_get(s, string, program->text);
    scan->next = s->start;
    const byte *end = s->end;
    if (endpos != MP_OBJ_NULL) {
        end = place_of(s, program->text, endpos);
    }
    if (pos != MP_OBJ_NULL) {
        scan->next = place_of(s, program->text, pos);
    }
    scan->pos = scan->next - s->start;
    scan->matcher = (re_matcher_t) {.program = program, .start = s->start, .end = end, .slots = scan->inline_slots};
    if (2 * (program->groups + 1) > INLINE_SLOTS) {
        scan->matcher.slots = m_new(int32_t, 2 * (program->groups + 1));
    }
}

// The next match; searching goes on where it ends.
static bool scan_next(scan_t *scan) {
    re_matcher_t *m = &scan->matcher;
    if (scan->next > m->end || !re_search(m, scan->next, false)) {
        return false;
    }
    scan->next = m->start + m->slots[1];
    m->not_empty_at = m->slots[0] == m->slots[1] ? scan->next : NULL;
    return true;
}

static mp_obj_t scan_match(const scan_t *scan) {
    const re_matcher_t *m = &scan->matcher;
    size_t slots = 2 * (m->program->groups + 1);
    match_t *match = mp_obj_malloc_var(match_t, slots, int32_t, slots, &match_type);
    match->program = m->program;
    match->subject = scan->subject;
    match->pos = scan->pos;
    match->endpos = m->end - m->start;
    match->last_group = m->last_group;
    memcpy(match->slots, m->slots, slots * sizeof(int32_t));
    return MP_OBJ_FROM_PTR(match);
}

static mp_obj_t scan_group(const scan_t *scan, size_t group, mp_obj_t otherwise) {
    const re_matcher_t *m = &scan->matcher;
    int32_t begin = m->slots[2 * group], end = m->slots[2 * group + 1];
    return begin < 0 || end < 0 ? otherwise : slice(&scan->subject, m->program->text, begin, end);
}

// --- templates of sub() and expand() ---

typedef struct {
    size_t text;   // bytes of text before
    int32_t group; // -1: none, the end
} piece_t;

typedef struct {
    vstr_t text;
    piece_t *pieces;
    size_t count, allocated;
    size_t done; // bytes of text in pieces
} template_t;

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

static void template_parse(template_t *t, const re_program_t *program, mp_obj_t source) {
    mp_buffer_info_t info;
    if (!mp_get_buffer(source, &info, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("decoding to str: need a bytes-like object, %s found"), mp_obj_get_type_str(source));
    }
    subject_t s;
    source = subject_get(&s, source, program->text);
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

static void template_expand(const template_t *t, vstr_t *out, const byte *start, const int32_t *slots) {
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

static mp_obj_t finish(vstr_t *out, bool text) {
    return text ? mp_obj_new_str_from_utf8_vstr(out) : mp_obj_new_bytes_from_vstr(out);
}

// --- matches ---

static size_t match_group_number(const match_t *m, mp_obj_t group) {
    mp_int_t number = -1;
    if (mp_obj_is_str(group)) {
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(m->program->names), group, MP_MAP_LOOKUP);
        if (found != NULL) {
            number = MP_OBJ_SMALL_INT_VALUE(found->value);
        }
    } else if (mp_obj_is_integer(group)) {
        mp_obj_get_int_maybe(group, &number);
    }
    if (number < 0 || (mp_uint_t)number > m->program->groups) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("no such group"));
    }
    return number;
}

static mp_obj_t match_get(const match_t *m, size_t group, mp_obj_t otherwise) {
    int32_t begin = m->slots[2 * group], end = m->slots[2 * group + 1];
    return begin < 0 || end < 0 ? otherwise : slice(&m->subject, m->program->text, begin, end);
}

static mp_obj_t match_group(size_t n_args, const mp_obj_t *args) {
    const match_t *m = MP_OBJ_TO_PTR(args[0]);
    if (n_args <= 2) {
        return match_get(m, n_args == 1 ? 0 : match_group_number(m, args[1]), mp_const_none);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args - 1, NULL));
    for (size_t i = 1; i < n_args; ++i) {
        tuple->items[i - 1] = match_get(m, match_group_number(m, args[i]), mp_const_none);
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(match_group_obj, 1, match_group);

static mp_obj_t match_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    const match_t *m = MP_OBJ_TO_PTR(self);
    return match_get(m, match_group_number(m, index), mp_const_none);
}

static mp_obj_t default_argument(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {{MP_QSTR_default, MP_ARG_OBJ, {.u_obj = mp_const_none}}};
    mp_arg_val_t value;
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 1, allowed, &value);
    return value.u_obj;
}

static mp_obj_t match_groups(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    const match_t *m = MP_OBJ_TO_PTR(pos_args[0]);
    mp_obj_t otherwise = default_argument(n_args, pos_args, kw_args);
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(m->program->groups, NULL));
    for (size_t i = 0; i < m->program->groups; ++i) {
        tuple->items[i] = match_get(m, i + 1, otherwise);
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groups_obj, 1, match_groups);

static mp_obj_t match_groupdict(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    const match_t *m = MP_OBJ_TO_PTR(pos_args[0]);
    mp_obj_t otherwise = default_argument(n_args, pos_args, kw_args);
    mp_obj_t dict = mp_obj_dict_copy(m->program->names);
    mp_map_t *map = mp_obj_dict_get_map(dict);
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            map->table[i].value = match_get(m, MP_OBJ_SMALL_INT_VALUE(map->table[i].value), otherwise);
        }
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groupdict_obj, 1, match_groupdict);

static mp_obj_t match_place(size_t n_args, const mp_obj_t *args, size_t side) {
    const match_t *m = MP_OBJ_TO_PTR(args[0]);
    size_t group = n_args == 1 ? 0 : match_group_number(m, args[1]);
    bool taken = m->slots[2 * group + 1] >= 0;
    return index_of(&m->subject, m->program->text, taken ? m->slots[2 * group + side] : -1);
}

static mp_obj_t match_start(size_t n_args, const mp_obj_t *args) {
    return match_place(n_args, args, 0);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_start_obj, 1, 2, match_start);

static mp_obj_t match_end(size_t n_args, const mp_obj_t *args) {
    return match_place(n_args, args, 1);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_end_obj, 1, 2, match_end);

static mp_obj_t match_span(size_t n_args, const mp_obj_t *args) {
    mp_obj_t span[] = {match_place(n_args, args, 0), match_place(n_args, args, 1)};
    return mp_obj_new_tuple(2, span);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_span_obj, 1, 2, match_span);

static mp_obj_t match_expand(mp_obj_t self, mp_obj_t source) {
    const match_t *m = MP_OBJ_TO_PTR(self);
    template_t t;
    template_parse(&t, m->program, source);
    vstr_t out;
    vstr_init(&out, t.text.len + 16);
    template_expand(&t, &out, m->subject.start, m->slots);
    return finish(&out, m->program->text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(match_expand_obj, match_expand);

static void match_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const match_t *m = MP_OBJ_TO_PTR(self);
    mp_print_str(print, "<re.Match object; span=");
    mp_obj_print_helper(print, match_span(1, &self), PRINT_REPR);
    mp_print_str(print, ", match=");
    mp_obj_print_helper(print, match_get(m, 0, mp_const_none), PRINT_REPR);
    mp_print_str(print, ">");
}

static void match_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const match_t *m = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    bool text = m->program->text;
    switch (attr) {
        case MP_QSTR_string:
            dest[0] = m->subject.string;
            break;
        case MP_QSTR_re:
            dest[0] = MP_OBJ_FROM_PTR(m->program);
            break;
        case MP_QSTR_pos:
            dest[0] = index_of(&m->subject, text, m->pos);
            break;
        case MP_QSTR_endpos:
            dest[0] = index_of(&m->subject, text, m->endpos);
            break;
        case MP_QSTR_lastindex:
            dest[0] = m->last_group == 0 ? mp_const_none : MP_OBJ_NEW_SMALL_INT(m->last_group);
            break;
        case MP_QSTR_lastgroup: {
            mp_map_t *map = mp_obj_dict_get_map(m->program->names);
            dest[0] = mp_const_none;
            for (size_t i = 0; i < map->alloc; ++i) {
                if (mp_map_slot_is_filled(map, i)
                    && map->table[i].value == MP_OBJ_NEW_SMALL_INT(m->last_group)) {
                    dest[0] = map->table[i].key;
                }
            }
            break;
        }
        case MP_QSTR_regs: {
            mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(m->program->groups + 1, NULL));
            for (size_t i = 0; i < tuple->len; ++i) {
                mp_obj_t args[] = {self, MP_OBJ_NEW_SMALL_INT(i)};
                tuple->items[i] = match_span(2, args);
            }
            dest[0] = MP_OBJ_FROM_PTR(tuple);
            break;
        }
        default:
            dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t match_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_group), MP_ROM_PTR(&match_group_obj) },
    { MP_ROM_QSTR(MP_QSTR_groups), MP_ROM_PTR(&match_groups_obj) },
    { MP_ROM_QSTR(MP_QSTR_groupdict), MP_ROM_PTR(&match_groupdict_obj) },
    { MP_ROM_QSTR(MP_QSTR_start), MP_ROM_PTR(&match_start_obj) },
    { MP_ROM_QSTR(MP_QSTR_end), MP_ROM_PTR(&match_end_obj) },
    { MP_ROM_QSTR(MP_QSTR_span), MP_ROM_PTR(&match_span_obj) },
    { MP_ROM_QSTR(MP_QSTR_expand), MP_ROM_PTR(&match_expand_obj) },
};
static MP_DEFINE_CONST_DICT(match_locals, match_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(match_type, MP_QSTR_Match, MP_TYPE_FLAG_NONE,
    print, match_print,
    subscr, match_subscr,
    attr, match_attr,
    locals_dict, &match_locals
    );

// --- what a pattern does ---

typedef enum { MATCH, FULLMATCH, SEARCH, FINDALL, FINDITER } deed_t;

typedef struct {
    mp_obj_base_t base;
    scan_t *scan;
} iterator_t;

static mp_obj_t iterator_next(mp_obj_t self) {
    scan_t *scan = ((iterator_t *)MP_OBJ_TO_PTR(self))->scan;
    return scan_next(scan) ? scan_match(scan) : MP_OBJ_STOP_ITERATION;
}

static MP_DEFINE_CONST_OBJ_TYPE(iterator_type, MP_QSTR_callable_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, iterator_next
    );

static mp_obj_t all_groups(const scan_t *scan, mp_obj_t otherwise) {
    size_t groups = scan->matcher.program->groups;
    if (groups <= 1) {
        return scan_group(scan, groups, otherwise);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(groups, NULL));
    for (size_t i = 0; i < groups; ++i) {
        tuple->items[i] = scan_group(scan, i + 1, otherwise);
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static mp_obj_t perform(deed_t deed, const re_program_t *program, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    if (deed == FINDITER) {
        iterator_t *it = mp_obj_malloc(iterator_t, &iterator_type);
        it->scan = NULL;
        it->scan = m_new0(scan_t, 1);
        scan_begin(it->scan, program, string, pos, endpos);
        return MP_OBJ_FROM_PTR(it);
    }
    scan_t scan;
    scan_begin(&scan, program, string, pos, endpos);
    if (deed == FINDALL) {
        mp_obj_t empty = program->text ? MP_OBJ_NEW_QSTR(MP_QSTR_) : mp_const_empty_bytes;
        mp_obj_t list = mp_obj_new_list(0, NULL);
        while (scan_next(&scan)) {
            mp_obj_list_append(list, all_groups(&scan, empty));
        }
        return list;
    }
    scan.matcher.full = deed == FULLMATCH;
    if (scan.next > scan.matcher.end || !re_search(&scan.matcher, scan.next, deed != SEARCH)) {
        return mp_const_none;
    }
    return scan_match(&scan);
}

static mp_obj_t substitute(const re_program_t *program, mp_obj_t replacement, mp_obj_t string, mp_int_t count, bool tell) {
    scan_t scan;
    scan_begin(&scan, program, string, MP_OBJ_NULL, MP_OBJ_NULL);
    bool call = mp_obj_is_callable(replacement);
    template_t t;
    if (!call) {
        template_parse(&t, program, replacement);
    }
    vstr_t out;
    mp_int_t n = 0;
    int items = 0;
    const byte *done = scan.subject.start;
    while ((count == 0 || n < count) && scan_next(&scan)) {
        if (n == 0) {
            vstr_init(&out, scan.subject.end - scan.subject.start + 16);
        }
        ++n;
        const byte *begin = scan.subject.start + scan.matcher.slots[0];
        vstr_add_strn(&out, (const char *)done, begin - done);
        items += begin > done;
        done = scan.next;
        if (!call) {
            template_expand(&t, &out, scan.subject.start, scan.matcher.slots);
            continue;
        }
        mp_obj_t result = mp_call_function_1(replacement, scan_match(&scan));
        if (result != mp_const_none) {
            subject_t s;
            mp_buffer_info_t info;
            if (mp_obj_cast_to_native_base(result, MP_OBJ_FROM_PTR(program->text ? &mp_type_str : &mp_type_bytes))
                == MP_OBJ_NULL && !(!program->text && mp_get_buffer(result, &info, MP_BUFFER_READ)
                    && !mp_obj_is_str(result))) {
                mp_raise_msg_varg(&mp_type_TypeError, program->text
                    ? MP_ERROR_TEXT("sequence item %d: expected str instance, %s found")
                    : MP_ERROR_TEXT("sequence item %d: expected a bytes-like object, %s found"),
                    items, mp_obj_get_type_str(result));
            }
            ++items;
            subject_get(&s, result, program->text);
            vstr_add_strn(&out, (const char *)s.start, s.end - s.start);
        }
    }
    mp_obj_t result;
    if (n == 0) {
        result = slice(&scan.subject, program->text, 0, scan.subject.end - scan.subject.start);
    } else {
        vstr_add_strn(&out, (const char *)done, scan.subject.end - done);
        result = finish(&out, program->text);
    }
    if (!tell) {
        return result;
    }
    mp_obj_t pair[] = {result, mp_obj_new_int(n)};
    return mp_obj_new_tuple(2, pair);
}

static mp_obj_t split(const re_program_t *program, mp_obj_t string, mp_int_t most) {
    scan_t scan;
    scan_begin(&scan, program, string, MP_OBJ_NULL, MP_OBJ_NULL);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    size_t done = 0;
    for (mp_int_t n = 0; (most == 0 || n < most) && scan_next(&scan); ++n) {
        mp_obj_list_append(list, slice(&scan.subject, program->text, done, scan.matcher.slots[0]));
        done = scan.matcher.slots[1];
        for (size_t i = 1; i <= program->groups; ++i) {
            mp_obj_list_append(list, scan_group(&scan, i, mp_const_none));
        }
    }
    mp_obj_list_append(list, slice(&scan.subject, program->text, done, scan.subject.end - scan.subject.start));
    return list;
}

// --- patterns ---

static uint32_t flags_value(mp_obj_t flags) {
    return mp_obj_get_int(flags);
}

static const re_program_t *program_of(mp_obj_t pattern, mp_obj_t flags) {
    uint32_t bits = flags_value(flags);
    if (mp_obj_is_exact_type(pattern, &re_pattern_type)) {
        if (bits != 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot process flags argument with a compiled pattern"));
        }
        return MP_OBJ_TO_PTR(pattern);
    }
    mp_obj_t base = mp_obj_cast_to_native_base(pattern, MP_OBJ_FROM_PTR(&mp_type_str));
    if (base == MP_OBJ_NULL) {
        base = mp_obj_cast_to_native_base(pattern, MP_OBJ_FROM_PTR(&mp_type_bytes));
    }
    if (base == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("first argument must be string or compiled pattern"));
    }
    if (MP_STATE_VM(re_cache) == MP_OBJ_NULL) {
        MP_STATE_VM(re_cache) = mp_obj_new_dict(0);
    }
    mp_obj_t pair[] = {base, MP_OBJ_NEW_SMALL_INT(bits), mp_obj_new_bool(mp_obj_is_str(base))};
    mp_obj_t key = mp_obj_new_tuple(3, pair);
    mp_map_t *map = mp_obj_dict_get_map(MP_STATE_VM(re_cache));
    mp_map_elem_t *found = mp_map_lookup(map, key, MP_MAP_LOOKUP);
    if (found != NULL) {
        return MP_OBJ_TO_PTR(found->value);
    }
    const re_program_t *program = re_compile(base, bits);
    if (mp_obj_dict_get_map(MP_STATE_VM(re_cache))->used >= CACHE_MOST) {
        MP_STATE_VM(re_cache) = mp_obj_new_dict(0);
    }
    mp_obj_dict_store(MP_STATE_VM(re_cache), key, MP_OBJ_FROM_PTR(program));
    return program;
}

static mp_obj_t pattern_deed(deed_t deed, size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_pos, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_endpos, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
    };
    mp_arg_val_t v[3];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 3, allowed, v);
    return perform(deed, MP_OBJ_TO_PTR(pos_args[0]), v[0].u_obj, v[1].u_obj, v[2].u_obj);
}

static mp_obj_t module_deed(deed_t deed, size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[3];
    mp_arg_parse_all(n_args, pos_args, kw_args, 3, allowed, v);
    return perform(deed, program_of(v[0].u_obj, v[2].u_obj), v[1].u_obj, MP_OBJ_NULL, MP_OBJ_NULL);
}

#define DEED(name, deed) \
    static mp_obj_t pattern_##name(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) { \
        return pattern_deed(deed, n_args, pos_args, kw_args); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_##name##_obj, 1, pattern_##name); \
    static mp_obj_t module_##name(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) { \
        return module_deed(deed, n_args, pos_args, kw_args); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_KW(module_##name##_obj, 0, module_##name)

DEED(match, MATCH);
DEED(fullmatch, FULLMATCH);
DEED(search, SEARCH);
DEED(findall, FINDALL);
DEED(finditer, FINDITER);

static mp_int_t count_of(mp_obj_t count) {
    mp_int_t n = mp_obj_get_int(count);
    return n < 0 ? -1 : n;
}

static mp_obj_t pattern_substitute(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, bool tell) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_repl, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_count, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[3];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 3, allowed, v);
    return substitute(MP_OBJ_TO_PTR(pos_args[0]), v[0].u_obj, v[1].u_obj, count_of(v[2].u_obj), tell);
}

static mp_obj_t module_substitute(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, bool tell) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_repl, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_count, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[5];
    mp_arg_parse_all(n_args, pos_args, kw_args, 5, allowed, v);
    return substitute(program_of(v[0].u_obj, v[4].u_obj), v[1].u_obj, v[2].u_obj, count_of(v[3].u_obj), tell);
}

static mp_obj_t pattern_sub(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    return pattern_substitute(n_args, pos_args, kw_args, false);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_sub_obj, 1, pattern_sub);

static mp_obj_t pattern_subn(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    return pattern_substitute(n_args, pos_args, kw_args, true);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_subn_obj, 1, pattern_subn);

static mp_obj_t module_sub(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    return module_substitute(n_args, pos_args, kw_args, false);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(module_sub_obj, 0, module_sub);

static mp_obj_t module_subn(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    return module_substitute(n_args, pos_args, kw_args, true);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(module_subn_obj, 0, module_subn);

static mp_obj_t pattern_split(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_maxsplit, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[2];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 2, allowed, v);
    return split(MP_OBJ_TO_PTR(pos_args[0]), v[0].u_obj, count_of(v[1].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_split_obj, 1, pattern_split);

static mp_obj_t module_split(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_maxsplit, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[4];
    mp_arg_parse_all(n_args, pos_args, kw_args, 4, allowed, v);
    return split(program_of(v[0].u_obj, v[3].u_obj), v[1].u_obj, count_of(v[2].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(module_split_obj, 0, module_split);

static const char *const flag_names[] = {
    "TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII",
};

static void print_flags(const mp_print_t *print, uint32_t flags) {
    const char *separator = "";
    for (size_t i = 0; i < MP_ARRAY_SIZE(flag_names); ++i) {
        if (flags >> i & 1) {
            mp_printf(print, "%sre.%s", separator, flag_names[i]);
            separator = "|";
        }
    }
}

static void pattern_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const re_program_t *program = MP_OBJ_TO_PTR(self);
    vstr_t repr;
    mp_print_t to;
    vstr_init_print(&repr, 32, &to);
    mp_obj_print_helper(&to, program->pattern, PRINT_REPR);
    // Of a long pattern, the first 200 characters.
    const byte *p = (const byte *)repr.buf, *end = p + repr.len;
    for (size_t n = 0; n < 200 && p < end; ++n) {
        re_decode(true, &p, end);
    }
    mp_printf(print, "re.compile(%.*s", (int)(p - (const byte *)repr.buf), repr.buf);
    uint32_t flags = program->flags;
    if (program->text) {
        flags &= ~RE_UNICODE;
    }
    if (flags != 0) {
        mp_print_str(print, ", ");
        print_flags(print, flags);
    }
    mp_print_str(print, ")");
}

static void pattern_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const re_program_t *program = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_pattern) {
        dest[0] = program->pattern;
    } else if (attr == MP_QSTR_flags) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(program->flags);
    } else if (attr == MP_QSTR_groups) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(program->groups);
    } else if (attr == MP_QSTR_groupindex) {
        dest[0] = mp_obj_dict_copy(program->names);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t pattern_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&pattern_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&pattern_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&pattern_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&pattern_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&pattern_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&pattern_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&pattern_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&pattern_subn_obj) },
};
static MP_DEFINE_CONST_DICT(pattern_locals, pattern_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(re_pattern_type, MP_QSTR_Pattern, MP_TYPE_FLAG_NONE,
    print, pattern_print,
    attr, pattern_attr,
    locals_dict, &pattern_locals
    );

// --- flags: integers with names ---

typedef struct {
    mp_obj_base_t base;
    uint32_t value;
} flag_t;

static mp_obj_t flag_new(uint32_t value) {
    flag_t *flag = mp_obj_malloc(flag_t, &flag_type);
    flag->value = value;
    return MP_OBJ_FROM_PTR(flag);
}

static mp_obj_t flag_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    return flag_new(flags_value(args[0]));
}

static void flag_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    uint32_t value = ((flag_t *)MP_OBJ_TO_PTR(self))->value;
    if (value == 0) {
        mp_print_str(print, "re.NOFLAG");
    }
    print_flags(print, value);
}

static mp_obj_t flag_unary(mp_unary_op_t op, mp_obj_t self) {
    uint32_t value = ((flag_t *)MP_OBJ_TO_PTR(self))->value;
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(value);
        case MP_UNARY_OP_INVERT:
            return flag_new(~value & ((1u << MP_ARRAY_SIZE(flag_names)) - 1));
        case MP_UNARY_OP_INT_MAYBE:
        case MP_UNARY_OP_HASH:
            return MP_OBJ_NEW_SMALL_INT(value);
        default:
            return mp_unary_op(op, MP_OBJ_NEW_SMALL_INT(value));
    }
}

static mp_obj_t flag_binary(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    if (mp_obj_is_exact_type(right, &flag_type)) {
        right = MP_OBJ_NEW_SMALL_INT(((flag_t *)MP_OBJ_TO_PTR(right))->value);
    } else if (!mp_obj_is_integer(right)) {
        return MP_OBJ_NULL;
    }
    uint32_t value = ((flag_t *)MP_OBJ_TO_PTR(left))->value;
    switch (op) {
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_INPLACE_OR:
        case MP_BINARY_OP_REVERSE_OR:
            return flag_new(value | flags_value(right));
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
        case MP_BINARY_OP_REVERSE_AND:
            return flag_new(value & flags_value(right));
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
        case MP_BINARY_OP_REVERSE_XOR:
            return flag_new(value ^ flags_value(right));
        default:
            if (op >= MP_BINARY_OP_REVERSE_OR && op <= MP_BINARY_OP_REVERSE_POWER) {
                return mp_binary_op(op - MP_BINARY_OP_REVERSE_OR + MP_BINARY_OP_OR, right, MP_OBJ_NEW_SMALL_INT(value));
            }
            return mp_binary_op(op, MP_OBJ_NEW_SMALL_INT(value), right);
    }
}

static void flag_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_value) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(((flag_t *)MP_OBJ_TO_PTR(self))->value);
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(flag_type, MP_QSTR_RegexFlag, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, flag_make,
    print, flag_print,
    unary_op, flag_unary,
    binary_op, flag_binary,
    attr, flag_attr
    );

// --- the module ---

static mp_obj_t module_compile(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[2];
    mp_arg_parse_all(n_args, pos_args, kw_args, 2, allowed, v);
    return MP_OBJ_FROM_PTR(program_of(v[0].u_obj, v[1].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(module_compile_obj, 0, module_compile);

static mp_obj_t module_escape(mp_obj_t pattern) {
    subject_t s;
    bool text = mp_obj_cast_to_native_base(pattern, MP_OBJ_FROM_PTR(&mp_type_str)) != MP_OBJ_NULL;
    subject_get(&s, pattern, text);
    vstr_t out;
    vstr_init(&out, s.end - s.start + 8);
    for (const byte *p = s.start; p < s.end; ++p) {
        if (*p != '\0' && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", *p) != NULL) {
            vstr_add_byte(&out, '\\');
        }
        vstr_add_byte(&out, *p);
    }
    return finish(&out, text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(module_escape_obj, module_escape);

static mp_obj_t module_purge(void) {
    MP_STATE_VM(re_cache) = MP_OBJ_NULL;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(module_purge_obj, module_purge);

#define FLAG(name, bits) static const flag_t flag_##name = {{&flag_type}, bits}
FLAG(none, 0);
FLAG(ignorecase, RE_IGNORECASE);
FLAG(locale, RE_LOCALE);
FLAG(multiline, RE_MULTILINE);
FLAG(dotall, RE_DOTALL);
FLAG(unicode, RE_UNICODE);
FLAG(verbose, RE_VERBOSE);
FLAG(debug, RE_DEBUG);
FLAG(ascii, RE_ASCII);

static const mp_rom_map_elem_t re_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__re) },
    { MP_ROM_QSTR(MP_QSTR_compile), MP_ROM_PTR(&module_compile_obj) },
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&module_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&module_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&module_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&module_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&module_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&module_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&module_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&module_subn_obj) },
    { MP_ROM_QSTR(MP_QSTR_escape), MP_ROM_PTR(&module_escape_obj) },
    { MP_ROM_QSTR(MP_QSTR_purge), MP_ROM_PTR(&module_purge_obj) },
    { MP_ROM_QSTR(MP_QSTR_Pattern), MP_ROM_PTR(&re_pattern_type) },
    { MP_ROM_QSTR(MP_QSTR_Match), MP_ROM_PTR(&match_type) },
    { MP_ROM_QSTR(MP_QSTR_RegexFlag), MP_ROM_PTR(&flag_type) },
    { MP_ROM_QSTR(MP_QSTR_NOFLAG), MP_ROM_PTR(&flag_none) },
    { MP_ROM_QSTR(MP_QSTR_I), MP_ROM_PTR(&flag_ignorecase) },
    { MP_ROM_QSTR(MP_QSTR_IGNORECASE), MP_ROM_PTR(&flag_ignorecase) },
    { MP_ROM_QSTR(MP_QSTR_L), MP_ROM_PTR(&flag_locale) },
    { MP_ROM_QSTR(MP_QSTR_LOCALE), MP_ROM_PTR(&flag_locale) },
    { MP_ROM_QSTR(MP_QSTR_M), MP_ROM_PTR(&flag_multiline) },
    { MP_ROM_QSTR(MP_QSTR_MULTILINE), MP_ROM_PTR(&flag_multiline) },
    { MP_ROM_QSTR(MP_QSTR_S), MP_ROM_PTR(&flag_dotall) },
    { MP_ROM_QSTR(MP_QSTR_DOTALL), MP_ROM_PTR(&flag_dotall) },
    { MP_ROM_QSTR(MP_QSTR_U), MP_ROM_PTR(&flag_unicode) },
    { MP_ROM_QSTR(MP_QSTR_UNICODE), MP_ROM_PTR(&flag_unicode) },
    { MP_ROM_QSTR(MP_QSTR_X), MP_ROM_PTR(&flag_verbose) },
    { MP_ROM_QSTR(MP_QSTR_VERBOSE), MP_ROM_PTR(&flag_verbose) },
    { MP_ROM_QSTR(MP_QSTR_DEBUG), MP_ROM_PTR(&flag_debug) },
    { MP_ROM_QSTR(MP_QSTR_A), MP_ROM_PTR(&flag_ascii) },
    { MP_ROM_QSTR(MP_QSTR_ASCII), MP_ROM_PTR(&flag_ascii) },
};
static MP_DEFINE_CONST_DICT(re_globals, re_globals_table);

const mp_obj_module_t vitrine_module_re = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&re_globals,
};
MP_REGISTER_MODULE(MP_QSTR__re, vitrine_module_re);
