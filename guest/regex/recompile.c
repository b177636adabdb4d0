// recompile.c - from the text of a regular expression to a program.
//
// One pass: what is read is written at once, and a quantifier or an alternative
// moves the piece before it to put an instruction in front. Recursion follows
// the parentheses and is checked. The errors are CPython's.
#include <stdarg.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objstr.h"
#include "recompiler.h"
#include "machine/stop.h"

enum { ITEM_NONE, ITEM_LITERAL, ITEM_PLACE, ITEM_REPEAT, ITEM_OTHER };

static const width_t one = {1, 1};
static const width_t none = {0, 0};

static width_t parse_alternatives(compiler_t *c, bool outermost);

// --- errors ---

void re_raise(mp_obj_t message, mp_obj_t pattern, const byte *start, const byte *place) {
    mp_obj_t at = mp_const_none;
    if (place != NULL) {
        size_t bytes = place - start;
        at = mp_obj_new_int_from_uint(mp_obj_is_str(pattern) ? utf8_charlen(start, bytes) : bytes);
    }
    mp_obj_t module = mp_import_name(MP_QSTR_re, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_obj_t args[] = {message, pattern, at};
    nlr_raise(mp_call_function_n_kw(mp_load_attr(module, MP_QSTR_error), 3, 0, args));
}

void re_fail(mp_obj_t pattern, const byte *start, const byte *place, const char *format, ...) {
    vstr_t text;
    vstr_init(&text, 32);
    va_list arguments;
    va_start(arguments, format);
    vstr_vprintf(&text, format, arguments);
    va_end(arguments);
    re_raise(mp_obj_new_str_from_vstr(&text), pattern, start, place);
}

static NORETURN void fail_name(compiler_t *c, const char *what, const byte *name, size_t len) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    mp_print_str(&print, what);
    mp_obj_print_helper(&print, mp_obj_new_str((const char *)name, len), PRINT_REPR);
    re_raise(mp_obj_new_str_from_vstr(&text), c->pattern, c->start, name);
}

// --- names ---

static bool is_identifier(const byte *p, size_t len, bool text) {
    const byte *end = p + len;
    if (len == 0 || is_digit(*p)) {
        return false;
    }
    while (p < end) {
        if (!re_is_word(re_decode(text, &p, end), !text)) {
            return false;
        }
    }
    return true;
}

// Up to the terminator, which is taken.
static size_t take_name(compiler_t *c, char terminator, const char *what, const byte **name) {
    *name = c->p;
    const byte *end = memchr(c->p, terminator, c->end - c->p);
    if (end == c->p || c->p == c->end) {
        fail(c, c->p, "missing %s", what);
    }
    if (end == NULL) {
        fail(c, c->p, "missing %c, unterminated name", terminator);
    }
    c->p = end + 1;
    return end - *name;
}

static size_t take_group_name(compiler_t *c, char terminator, const byte **name) {
    size_t len = take_name(c, terminator, "group name", name);
    if (!is_identifier(*name, len, c->text)) {
        fail_name(c, "bad character in group name ", *name, len);
    }
    return len;
}

static size_t group_of_name(compiler_t *c, const byte *name, size_t len) {
    mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(c->names),
        mp_obj_new_str((const char *)name, len), MP_MAP_LOOKUP);
    if (found == NULL) {
        fail_name(c, "unknown group name ", name, len);
    }
    return MP_OBJ_SMALL_INT_VALUE(found->value);
}

static void check_group(compiler_t *c, size_t group, const byte *place, bool condition) {
    if (!condition && !c->groups[group].closed) {
        fail(c, place, "cannot refer to an open group");
    }
    if (c->behind_groups > 0) {
        if (group < c->group_count && !c->groups[group].closed) {
            fail(c, c->p, "cannot refer to an open group");
        }
        if (group >= c->behind_groups) {
            fail(c, c->p, "cannot refer to group defined in the same lookbehind subpattern");
        }
    }
}

static width_t put_group_reference(compiler_t *c, size_t group) {
    re_put(c, re_instruction(c->flags & RE_IGNORECASE ? RE_GROUP_FOLDED : RE_GROUP, group));
    return c->groups[group].width;
}

// --- escapes ---

static unsigned parse_escape(compiler_t *c, width_t *width) {
    const byte *escape = c->p;
    uint32_t character = re_take_escaped(c);
    *width = one;
    if (re_put_class(c, character < 0x80 ? character : 0)) {
        return ITEM_OTHER;
    }
    static const char places[] = "AZbB";
    static const uint8_t operations[] = {RE_TEXT_START, RE_TEXT_END, RE_BOUNDARY, RE_NOT_BOUNDARY};
    for (size_t i = 0; i < sizeof(operations); ++i) {
        if (character == (uint32_t)places[i]) {
            re_put(c, re_instruction(operations[i], c->flags & RE_ASCII || !c->text));
            *width = none;
            return ITEM_PLACE;
        }
    }
    int32_t value = re_take_escape(c, escape, character < 0x80 ? character : 0);
    if (value >= 0) {
        re_put_literal(c, value);
        return ITEM_LITERAL;
    }
    if (character == '0') {
        re_put_literal(c, re_take_octal(c, escape, 3));
        return ITEM_LITERAL;
    }
    if (character < 0x80 && is_digit(character)) {
        if (is_octal(escape[1]) && c->end - c->p >= 2 && is_octal(c->p[0]) && is_octal(c->p[1])) {
            re_put_literal(c, re_take_octal(c, escape, 3));
            return ITEM_LITERAL;
        }
        size_t group = character - '0';
        if (is_digit(peek(c))) {
            group = group * 10 + (*c->p++ - '0');
        }
        if (group >= c->group_count) {
            fail(c, escape + 1, "invalid group reference %u", (unsigned)group);
        }
        check_group(c, group, escape, false);
        *width = put_group_reference(c, group);
        return ITEM_OTHER;
    }
    if (character < 0x80 && is_letter(character)) {
        re_fail_escape(c, escape);
    }
    re_put_literal(c, character);
    return ITEM_LITERAL;
}

// --- groups ---

static uint32_t flag_of(int letter) {
    switch (letter) {
        case 'i':
            return RE_IGNORECASE;
        case 'L':
            return RE_LOCALE;
        case 'm':
            return RE_MULTILINE;
        case 's':
            return RE_DOTALL;
        case 'x':
            return RE_VERBOSE;
        case 'a':
            return RE_ASCII;
        case 'u':
            return RE_UNICODE;
        default:
            return 0;
    }
}

#define TYPE_FLAGS (RE_ASCII | RE_LOCALE | RE_UNICODE)

static uint32_t take_flag(compiler_t *c, const char *otherwise) {
    uint32_t flag = flag_of(peek(c));
    if (flag == 0) {
        const byte *place = c->p;
        bool letter = c->p < c->end && is_letter(*c->p);
        fail(c, place, letter ? "unknown flag" : otherwise);
    }
    ++c->p;
    return flag;
}

// The flags of (?…) or (?…:. True: for the whole expression.
static bool parse_flags(compiler_t *c) {
    uint32_t on = 0, off = 0;
    while (peek(c) != '-' && peek(c) != ':' && peek(c) != ')') {
        int letter = peek(c);
        uint32_t flag = take_flag(c, "missing -, : or )");
        if (c->text && letter == 'L') {
            fail(c, c->p, "bad inline flags: cannot use 'L' flag with a str pattern");
        }
        if (!c->text && letter == 'u') {
            fail(c, c->p, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        }
        on |= flag;
        if (flag & TYPE_FLAGS && (on & TYPE_FLAGS) != flag) {
            fail(c, c->p, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        }
    }
    if (take(c, ')')) {
        c->flags |= on;
        return true;
    }
    if (take(c, '-')) {
        const char *otherwise = "missing flag";
        do {
            off |= take_flag(c, otherwise);
            otherwise = "missing :";
            if (off & TYPE_FLAGS) {
                fail(c, c->p, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
            }
        } while (peek(c) != ':');
    }
    ++c->p;
    if (on & off) {
        fail(c, c->p - 1, "bad inline flags: flag turned on and off");
    }
    if (on & TYPE_FLAGS) {
        c->flags &= ~TYPE_FLAGS;
    }
    c->flags = (c->flags | on) & ~off;
    return false;
}

static void close_parenthesis(compiler_t *c, const byte *start) {
    if (!take(c, ')')) {
        fail(c, start, "missing ), unterminated subpattern");
    }
}

static width_t parse_capture(compiler_t *c, const byte *start, const byte *name, size_t name_len) {
    size_t group = c->group_count;
    if (name != NULL) {
        mp_obj_t key = mp_obj_new_str((const char *)name, name_len);
        mp_map_elem_t *element = mp_map_lookup(mp_obj_dict_get_map(c->names), key,
            MP_MAP_LOOKUP);
        if (element != NULL) {
            vstr_t text;
            mp_print_t print;
            vstr_init_print(&text, 64, &print);
            mp_print_str(&print, "redefinition of group name ");
            mp_obj_print_helper(&print, key, PRINT_REPR);
            mp_printf(&print, " as group %u; was group %u", (unsigned)group,
                (unsigned)MP_OBJ_SMALL_INT_VALUE(element->value));
            re_raise(mp_obj_new_str_from_vstr(&text), c->pattern, c->start, name);
        }
        mp_obj_dict_store(c->names, key, MP_OBJ_NEW_SMALL_INT(group));
    }
    c->groups = m_renew(group_t, c->groups, c->group_count, c->group_count + 1);
    c->groups[c->group_count++] = (group_t) {.closed = false};
    re_put(c, re_instruction(RE_SAVE, 2 * group));
    width_t width = parse_alternatives(c, false);
    close_parenthesis(c, start);
    re_put(c, re_instruction(RE_SAVE, 2 * group + 1));
    c->groups[group] = (group_t) {width, true};
    return width;
}

static void parse_look(compiler_t *c, const byte *start, bool behind, bool negated) {
    size_t outer = c->behind_groups;
    if (behind && outer == 0) {
        c->behind_groups = c->group_count;
    }
    size_t at = c->len;
    re_put_jump(c, negated ? RE_LOOK_NOT : RE_LOOK, 0);
    if (behind) {
        re_put(c, 0);
    }
    width_t width = parse_alternatives(c, false);
    c->behind_groups = outer;
    close_parenthesis(c, start);
    if (behind) {
        if (width.least != width.most) {
            re_fail(mp_const_none, c->start, NULL, "look-behind requires fixed-width pattern");
        }
        if (width.least > 0xffffff) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("looks too much behind"));
        }
        c->code[at + 2] = re_instruction(RE_BACK, width.least);
    }
    re_put(c, re_instruction(negated ? RE_LOOK_NOT_END : RE_LOOK_END, 0));
    re_land(c, at);
}

static width_t parse_branch(compiler_t *c, bool outermost);

static width_t parse_condition(compiler_t *c, const byte *start) {
    const byte *name;
    size_t len = take_name(c, ')', "group name", &name);
    size_t group = 0;
    if (is_identifier(name, len, c->text)) {
        group = group_of_name(c, name, len);
    } else {
        for (size_t i = 0; i < len; ++i) {
            if (!is_digit(name[i])) {
                fail_name(c, "bad character in group name ", name, len);
            }
            group = group * 10 + (name[i] - '0');
            if (group > 0x7fffff) {
                fail(c, name, "invalid group reference %.*s", (int)len, name);
            }
        }
        if (group == 0) {
            fail(c, name, "bad group number");
        }
        if (group > c->condition) {
            c->condition = group;
            c->condition_place = name;
        }
    }
    check_group(c, group, name, true);
    size_t at = c->len;
    re_put(c, re_instruction(RE_IF, group));
    re_put(c, 0);
    width_t yes = parse_branch(c, false);
    width_t no = none;
    if (take(c, '|')) {
        size_t jump = c->len;
        re_put_jump(c, RE_JUMP, 0);
        re_land(c, at);
        no = parse_branch(c, false);
        re_land(c, jump);
        if (peek(c) == '|') {
            fail(c, c->p, "conditional backref with more than two branches");
        }
    } else {
        re_land(c, at);
    }
    close_parenthesis(c, start);
    return (width_t) {MIN(yes.least, no.least), MAX(yes.most, no.most)};
}

// After "(". False: nothing that could be repeated (a comment, global flags).
static bool parse_group(compiler_t *c, bool first, width_t *width) {
    const byte *start = c->p - 1;
    uint32_t flags = c->flags;
    *width = none;
    if (!take(c, '?')) {
        *width = parse_capture(c, start, NULL, 0);
        c->flags = flags;
        return true;
    }
    if (c->p == c->end) {
        fail(c, c->p, "unexpected end of pattern");
    }
    const byte *name;
    const byte *extension = c->p;
    uint32_t character = re_decode(c->text, &c->p, c->end);
    switch (character) {
        case 'P':
            if (take(c, '<')) {
                size_t len = take_group_name(c, '>', &name);
                *width = parse_capture(c, start, name, len);
                break;
            }
            if (take(c, '=')) {
                size_t len = take_group_name(c, ')', &name);
                size_t group = group_of_name(c, name, len);
                check_group(c, group, name, false);
                *width = put_group_reference(c, group);
                break;
            }
            if (c->p == c->end) {
                fail(c, c->p, "unexpected end of pattern");
            }
            re_decode(c->text, &c->p, c->end);
            fail(c, extension - 1, "unknown extension ?%.*s", (int)(c->p - extension), extension);
        case ':':
            *width = parse_alternatives(c, false);
            close_parenthesis(c, start);
            break;
        case '#': {
            const byte *end = memchr(c->p, ')', c->end - c->p);
            if (end == NULL) {
                fail(c, start, "missing ), unterminated comment");
            }
            c->p = end + 1;
            return false;
        }
        case '=':
        case '!':
            parse_look(c, start, false, character == '!');
            break;
        case '<': {
            if (c->p == c->end) {
                fail(c, c->p, "unexpected end of pattern");
            }
            uint32_t kind = re_decode(c->text, &c->p, c->end);
            if (kind != '=' && kind != '!') {
                fail(c, extension - 1, "unknown extension ?%.*s", (int)(c->p - extension), extension);
            }
            parse_look(c, start, true, kind == '!');
            break;
        }
        case '(':
            *width = parse_condition(c, start);
            break;
        case '>':
            re_put(c, re_instruction(RE_ATOMIC, 0));
            *width = parse_alternatives(c, false);
            close_parenthesis(c, start);
            re_put(c, re_instruction(RE_ATOMIC_END, 0));
            break;
        default:
            if (character != '-' && (character >= 0x80 || flag_of(character) == 0)) {
                fail(c, extension - 1, "unknown extension ?%.*s", (int)(c->p - extension), extension);
            }
            c->p = extension;
            if (parse_flags(c)) {
                if (!first) {
                    fail(c, start, "global flags not at the start of the expression");
                }
                return false;
            }
            *width = parse_alternatives(c, false);
            close_parenthesis(c, start);
    }
    c->flags = flags;
    return true;
}

// --- quantifiers ---

// Takes {m,n}; false: it is not one, and nothing was taken.
static bool take_bounds(compiler_t *c, uint32_t *least, uint32_t *most) {
    const byte *start = c->p;
    uint32_t bounds[2] = {0, RE_MANY};
    if (peek(c) == '}') {
        return false;
    }
    for (size_t i = 0; i < 2; ++i) {
        if (is_digit(peek(c))) {
            uint64_t n = 0;
            while (is_digit(peek(c))) {
                n = n * 10 + (*c->p++ - '0');
                n = MIN(n, UINT32_MAX);
            }
            if (n >= UINT32_MAX) {
                mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("the repetition number is too large"));
            }
            bounds[i] = MIN(n, RE_MANY);
            if (i == 0 && peek(c) != ',') {
                bounds[1] = bounds[0];
            }
        }
        if (i == 0 && !take(c, ',')) {
            break;
        }
    }
    if (!take(c, '}')) {
        c->p = start;
        return false;
    }
    if (bounds[1] < bounds[0]) {
        fail(c, start, "min repeat greater than max repeat");
    }
    *least = bounds[0];
    *most = bounds[1];
    return true;
}

static uint32_t add(uint32_t a, uint32_t b) {
    return a >= RE_MANY - b ? RE_MANY : a + b;
}

static uint32_t multiply(uint32_t a, uint32_t b) {
    return (uint64_t)a * b >= RE_MANY ? RE_MANY : a * b;
}

// --- sequences and alternatives ---

static width_t parse_branch(compiler_t *c, bool outermost) {
    width_t total = none;
    width_t width = none;            // of the last item
    unsigned kind = ITEM_NONE;       // of the last item
    size_t item = c->len;            // where it begins
    size_t text = SIZE_MAX;          // where a text begins that may grow
    bool first = outermost;
    while (c->p < c->end && *c->p != '|' && *c->p != ')') {
        vitrine_stop_check();
        const byte *here = c->p;
        uint32_t character = re_decode(c->text, &c->p, c->end);
        if (c->flags & RE_VERBOSE) {
            if (character == ' ' || (character >= '\t' && character <= '\r')) {
                continue;
            }
            if (character == '#') {
                const byte *end = memchr(c->p, '\n', c->end - c->p);
                c->p = end == NULL ? c->end : end + 1;
                continue;
            }
        }
        uint32_t least = 0, most = RE_MANY;
        bool quantifier = true;
        switch (character) {
            case '*':
                break;
            case '+':
                least = 1;
                break;
            case '?':
                most = 1;
                break;
            case '{':
                quantifier = take_bounds(c, &least, &most);
                break;
            default:
                quantifier = false;
        }
        if (quantifier) {
            if (kind == ITEM_NONE || kind == ITEM_PLACE) {
                fail(c, here, "nothing to repeat");
            }
            if (kind == ITEM_REPEAT) {
                fail(c, here, "multiple repeat");
            }
            unsigned mode = take(c, '?') ? RE_LAZY : take(c, '+') ? RE_POSSESSIVE : RE_GREEDY;
            if (kind == ITEM_LITERAL) {
                item = re_split_text(c, item);
            }
            re_repeat(c, item, width, least, most, mode);
            total.least = add(total.least, multiply(width.least, least));
            total.most = add(total.most, multiply(width.most, most));
            width = none;
            kind = ITEM_REPEAT;
            text = SIZE_MAX;
            continue;
        }
        size_t begin = c->len;
        width_t next = one;
        switch (character) {
            case '\\':
                c->p = here;
                kind = parse_escape(c, &next);
                break;
            case '[':
                re_put_set(c);
                kind = ITEM_LITERAL;
                break;
            case '.':
                re_put(c, re_instruction(c->flags & RE_DOTALL ? RE_ALL : RE_ANY, 0));
                kind = ITEM_OTHER;
                break;
            case '^':
                re_put(c, re_instruction(c->flags & RE_MULTILINE ? RE_LINE_START : RE_TEXT_START, 0));
                kind = ITEM_PLACE;
                next = none;
                break;
            case '$':
                re_put(c, re_instruction(c->flags & RE_MULTILINE ? RE_LINE_END : RE_LAST_LINE_END, 0));
                kind = ITEM_PLACE;
                next = none;
                break;
            case '(':
                if (!parse_group(c, first && kind == ITEM_NONE, &next)) {
                    continue;
                }
                kind = ITEM_OTHER;
                break;
            default:
                re_put_literal(c, character);
                kind = ITEM_LITERAL;
        }
        // The item before is complete.
        total.least = add(total.least, width.least);
        total.most = add(total.most, width.most);
        width = next;
        item = begin;
        if (kind == ITEM_LITERAL && text != SIZE_MAX && re_merge_texts(c, text, begin)) {
            item = text;
        } else {
            text = kind == ITEM_LITERAL && (c->code[begin] & 0xff) == RE_TEXT ? begin : SIZE_MAX;
        }
    }
    return (width_t) {add(total.least, width.least), add(total.most, width.most)};
}

static width_t parse_alternatives(compiler_t *c, bool outermost) {
    mp_cstack_check();
    width_t total = none;
    size_t jumps = 0; // the last jump to the end, linked to the one before
    bool first = true;
    for (;;) {
        size_t at = c->len;
        width_t width = parse_branch(c, outermost && first);
        total.least = first ? width.least : MIN(total.least, width.least);
        total.most = MAX(total.most, width.most);
        first = false;
        if (!take(c, '|')) {
            break;
        }
        re_insert(c, at, RE_SPLIT, c->len - at + 4);
        // Distances, as the whole may move before they are known.
        re_put_jump(c, RE_JUMP, jumps == 0 ? 0 : c->len - jumps);
        jumps = c->len - 2;
    }
    while (jumps != 0) {
        size_t before = c->code[jumps + 1];
        re_land(c, jumps);
        jumps = before == 0 ? 0 : jumps - before;
    }
    return total;
}

re_program_t *re_compile(mp_obj_t pattern, uint32_t flags) {
    mp_buffer_info_t info;
    mp_get_buffer_raise(pattern, &info, MP_BUFFER_READ);
    const byte *start = info.buf;
    compiler_t c = {
        .pattern = pattern, .start = start, .end = start + info.len, .p = start,
        .text = mp_obj_is_str(pattern), .flags = flags, .names = mp_obj_new_dict(0),
        .groups = m_new0(group_t, 1), .group_count = 1,
    };
    parse_alternatives(&c, true);
    flags = c.flags;
    if (c.text) {
        if (flags & RE_LOCALE) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot use LOCALE flag with a str pattern"));
        }
        if (!(flags & RE_ASCII)) {
            flags |= RE_UNICODE;
        } else if (flags & RE_UNICODE) {
            mp_raise_ValueError(MP_ERROR_TEXT("ASCII and UNICODE flags are incompatible"));
        }
    } else if (flags & RE_UNICODE) {
        mp_raise_ValueError(MP_ERROR_TEXT("cannot use UNICODE flag with a bytes pattern"));
    } else if (flags & RE_LOCALE && flags & RE_ASCII) {
        mp_raise_ValueError(MP_ERROR_TEXT("ASCII and LOCALE flags are incompatible"));
    }
    if (c.p < c.end) {
        fail(&c, c.p, "unbalanced parenthesis");
    }
    if (c.condition >= c.group_count) {
        fail(&c, c.condition_place, "invalid group reference %u", (unsigned)c.condition);
    }
    re_put(&c, RE_END);
    re_program_t *program = mp_obj_malloc(re_program_t, &re_pattern_type);
    program->pattern = pattern;
    program->names = c.names;
    program->code = m_renew(uint32_t, c.code, c.allocated, c.len);
    program->flags = flags;
    program->groups = c.group_count - 1;
    program->loops = c.loops;
    program->text = c.text;
    program->ascii = flags & RE_ASCII || !c.text;
    memset(program->first, 0, sizeof(program->first));
    re_find_first(program);
    return program;
}
