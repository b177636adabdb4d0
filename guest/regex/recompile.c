// recompile.c - from the text of a regular expression to a program.
//
// One pass: what is read is written at once, and a quantifier or an alternative
// moves the piece before it to put an instruction in front. Recursion follows
// the parentheses and is checked. The errors are CPython's.
#include <stdarg.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "reprogram.h"
#include "machine/stop.h"

typedef struct {
    uint32_t least, most; // characters
} width_t;

typedef struct {
    width_t width;
    bool closed;
} group_t;

typedef struct {
    mp_obj_t pattern;
    const byte *start, *end, *p;
    bool text;
    uint32_t flags;       // in force at p
    uint32_t *code;
    size_t len, allocated;
    group_t *groups;      // number 0 is the whole
    size_t group_count;
    uint32_t loops;
    size_t behind_groups; // groups before the outermost look-behind; 0: not in one
    uint32_t condition;   // the highest group that a condition names
    const byte *condition_place;
    mp_obj_t names;
} compiler_t;

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

#define fail(c, place, ...) re_fail((c)->pattern, (c)->start, place, __VA_ARGS__)

static NORETURN void fail_name(compiler_t *c, const char *what, const byte *name, size_t len) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    mp_print_str(&print, what);
    mp_obj_print_helper(&print, mp_obj_new_str((const char *)name, len), PRINT_REPR);
    re_raise(mp_obj_new_str_from_vstr(&text), c->pattern, c->start, name);
}

// --- writing ---

static uint32_t *make_room(compiler_t *c, size_t at, size_t words) {
    if (c->len + words > c->allocated) {
        size_t more = (c->len + words) * 3 / 2 + 16;
        c->code = m_renew(uint32_t, c->code, c->allocated, more);
        c->allocated = more;
    }
    memmove(c->code + at + words, c->code + at, (c->len - at) * sizeof(uint32_t));
    c->len += words;
    return c->code + at;
}

static uint32_t instruction(unsigned operation, uint32_t argument) {
    return operation | argument << 8;
}

static void put(compiler_t *c, uint32_t word) {
    *make_room(c, c->len, 1) = word;
}

static void insert(compiler_t *c, size_t at, unsigned operation, int32_t jump) {
    uint32_t *room = make_room(c, at, 2);
    room[0] = instruction(operation, 0);
    room[1] = jump;
}

static void put_jump(compiler_t *c, unsigned operation, int32_t jump) {
    insert(c, c->len, operation, jump);
}

// From the instruction at `at` to here.
static void land(compiler_t *c, size_t at) {
    c->code[at + 1] = c->len - at;
}

static void put_text(compiler_t *c, const byte *bytes, size_t len) {
    uint32_t *room = make_room(c, c->len, 2 + re_word_count(len));
    room[0] = instruction(RE_TEXT, len);
    room[1] = 1;
    memset(room + 2, 0, re_word_count(len) * sizeof(uint32_t));
    memcpy(room + 2, bytes, len);
}

static void put_literal(compiler_t *c, uint32_t character) {
    bool ascii = c->flags & RE_ASCII || !c->text;
    if (c->flags & RE_IGNORECASE) {
        uint32_t folded = re_fold(character, ascii);
        if (folded != character || re_to_case(folded, CASE_UPPER) != folded) {
            put(c, instruction(RE_FOLDED, folded));
            return;
        }
    }
    VSTR_FIXED(bytes, 4);
    if (c->text) {
        vstr_add_char(&bytes, character);
    } else {
        vstr_add_byte(&bytes, character);
    }
    put_text(c, (const byte *)bytes.buf, bytes.len);
}

// Two texts side by side become one.
static bool merge_texts(compiler_t *c, size_t first, size_t second) {
    uint32_t *a = c->code + first;
    uint32_t *b = c->code + second;
    if ((a[0] & 0xff) != RE_TEXT || (b[0] & 0xff) != RE_TEXT) {
        return false;
    }
    size_t a_len = a[0] >> 8, b_len = b[0] >> 8;
    byte bytes[4];
    memcpy(bytes, b + 2, b_len);
    c->len = first + 2 + re_word_count(a_len + b_len);
    memset((byte *)(a + 2) + a_len, 0, re_word_count(a_len + b_len) * 4 - a_len);
    memcpy((byte *)(a + 2) + a_len, bytes, b_len);
    a[0] = instruction(RE_TEXT, a_len + b_len);
    ++a[1];
    return true;
}

// The last character of a text becomes one of its own: where it begins.
static size_t split_text(compiler_t *c, size_t at) {
    if ((c->code[at] & 0xff) != RE_TEXT || c->code[at + 1] == 1) {
        return at;
    }
    const byte *text = (const byte *)(c->code + at + 2);
    size_t len = c->code[at] >> 8;
    size_t keep = re_before(c->text, text + len, text) - text;
    byte last[4];
    memcpy(last, text + keep, len - keep);
    c->code[at] = instruction(RE_TEXT, keep);
    --c->code[at + 1];
    memset((byte *)(c->code + at + 2) + keep, 0, re_word_count(keep) * 4 - keep);
    c->len = at + 2 + re_word_count(keep);
    size_t begin = c->len;
    put_text(c, last, len - keep);
    return begin;
}

size_t re_length(const uint32_t *code) {
    switch (code[0] & 0xff) {
        case RE_TEXT:
            return 2 + re_word_count(code[0] >> 8);
        case RE_SET:
            return RE_SET_HEAD + 2 * (code[0] >> 8);
        case RE_SPLIT:
        case RE_SPLIT_TO:
        case RE_JUMP:
        case RE_IF:
        case RE_LOOK:
        case RE_LOOK_NOT:
            return 2;
        case RE_REPEAT:
            return 3;
        case RE_LOOP:
            return 5;
        default:
            return 1;
    }
}

static bool is_single(const compiler_t *c, size_t at) {
    if (at == c->len) {
        return false;
    }
    unsigned operation = c->code[at] & 0xff;
    return operation >= RE_TEXT && operation <= RE_SET
        && at + re_length(c->code + at) == c->len && (operation != RE_TEXT || c->code[at + 1] == 1);
}

static uint32_t add(uint32_t a, uint32_t b) {
    return a >= RE_MANY - b ? RE_MANY : a + b;
}

static uint32_t multiply(uint32_t a, uint32_t b) {
    return (uint64_t)a * b >= RE_MANY ? RE_MANY : a * b;
}

// --- reading ---

static int peek(const compiler_t *c) {
    return c->p < c->end ? *c->p : -1;
}

static bool take(compiler_t *c, char character) {
    if (peek(c) != character) {
        return false;
    }
    ++c->p;
    return true;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static bool is_octal(int c) {
    return c >= '0' && c <= '7';
}

static bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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
    put(c, instruction(c->flags & RE_IGNORECASE ? RE_GROUP_FOLDED : RE_GROUP, group));
    return c->groups[group].width;
}

static uint32_t take_hex(compiler_t *c, const byte *escape, size_t digits) {
    uint32_t value = 0;
    size_t n = 0;
    for (; n < digits && unichar_isxdigit(peek(c) < 0 ? 0 : peek(c)); ++n) {
        value = value << 4 | unichar_xdigit_value(*c->p++);
    }
    if (n < digits) {
        fail(c, escape, "incomplete escape %.*s", (int)(c->p - escape), escape);
    }
    if (value > 0x10ffff) {
        fail(c, escape, "bad escape %.*s", (int)(c->p - escape), escape);
    }
    return value;
}

static NORETURN void fail_escape(compiler_t *c, const byte *escape) {
    fail(c, escape, "bad escape %.*s", (int)(c->p - escape), escape);
}

// What stands behind a backslash and is the same in and out of a set; the
// backslash and the character are taken. -1: not such an escape.
static int32_t take_escape(compiler_t *c, const byte *escape, int character) {
    static const char letters[] = "abfnrtv\\";
    static const char values[] = "\a\b\f\n\r\t\v\\";
    const char *letter = strchr(letters, character);
    if (letter != NULL && character != 'b' && character != '\0') {
        return values[letter - letters];
    }
    if (character == 'x') {
        return take_hex(c, escape, 2);
    }
    if (c->text && character == 'u') {
        return take_hex(c, escape, 4);
    }
    if (c->text && character == 'U') {
        return take_hex(c, escape, 8);
    }
    return -1;
}

static uint32_t take_octal(compiler_t *c, const byte *escape, size_t most) {
    uint32_t value = escape[1] - '0';
    for (size_t n = 1; n < most && is_octal(peek(c)); ++n) {
        value = value * 8 + (*c->p++ - '0');
    }
    if (value > 0377) {
        fail(c, escape, "octal escape value %.*s outside of range 0-0o377",
            (int)(c->p - escape), escape);
    }
    return value;
}

// A backslash was seen: it and what follows are taken.
static uint32_t take_escaped(compiler_t *c) {
    ++c->p;
    if (c->p == c->end) {
        fail(c, c->p - 1, "bad escape (end of pattern)");
    }
    return re_decode(c->text, &c->p, c->end);
}

// --- sets ---

typedef struct {
    size_t at;       // of its instruction
    uint32_t flags;
    uint32_t bits[4];
} set_t;

static void set_range(compiler_t *c, set_t *set, uint32_t low, uint32_t high) {
    for (uint32_t i = low; i <= high && i < 0x80; ++i) {
        set->bits[i / 32] |= 1u << i % 32;
    }
    if (high >= 0x80) {
        put(c, low < 0x80 ? 0x80 : low);
        put(c, high);
    }
}

// One of dDsSwW; false: none of them.
static bool set_class(compiler_t *c, set_t *set, int letter) {
    static const char letters[] = "wWdDsS";
    const char *found = strchr(letters, letter);
    if (found == NULL || letter == '\0') {
        return false;
    }
    bool ascii = c->flags & RE_ASCII || !c->text;
    bool negated = (found - letters) % 2;
    for (uint32_t i = 0; i < 0x80; ++i) {
        bool in;
        switch (letter | 0x20) {
            case 'w':
                in = re_is_word(i, true);
                break;
            case 'd':
                in = is_digit(i);
                break;
            default:
                in = i == ' ' || (i >= '\t' && i <= '\r') || (!ascii && i >= 0x1c && i <= 0x1f);
        }
        if (in != negated) {
            set->bits[i / 32] |= 1u << i % 32;
        }
    }
    if (!ascii) {
        set->flags |= RE_SET_WORD << (found - letters);
    } else if (negated) {
        set->flags |= RE_SET_OTHERS;
    }
    return true;
}

static void set_begin(compiler_t *c, set_t *set) {
    *set = (set_t) {.at = c->len};
    make_room(c, c->len, RE_SET_HEAD);
}

static bool set_has(const set_t *set, uint32_t character) {
    return set->bits[character / 32] >> character % 32 & 1;
}

static void set_end(compiler_t *c, set_t *set, bool negated) {
    uint32_t *head = c->code + set->at;
    size_t ranges = (c->len - set->at - RE_SET_HEAD) / 2;
    if (c->flags & RE_IGNORECASE) {
        for (uint32_t i = 'a'; i <= 'z'; ++i) {
            uint32_t both = set_has(set, i) || set_has(set, i - 32);
            set->bits[i / 32] |= both << i % 32;
            set->bits[(i - 32) / 32] |= both << (i - 32) % 32;
        }
        if (!(c->flags & RE_ASCII) && c->text) {
            set->flags |= RE_SET_FOLD;
            // The few others that are ASCII in another case.
            for (size_t i = 0; i < 2 * ranges; i += 2) {
                static const uint16_t pairs[][2] = {{0x130, 'i'}, {0x131, 'i'}, {0x17f, 's'}, {0x212a, 'k'}};
                for (size_t j = 0; j < MP_ARRAY_SIZE(pairs); ++j) {
                    if (head[RE_SET_HEAD + i] <= pairs[j][0] && pairs[j][0] <= head[RE_SET_HEAD + i + 1]) {
                        set->bits[3] |= 1u << pairs[j][1] % 32;
                        set->bits[2] |= 1u << pairs[j][1] % 32;
                    }
                }
            }
        }
    }
    if (negated) {
        set->flags |= RE_SET_NOT;
    }
    head[0] = instruction(RE_SET, ranges);
    head[1] = set->flags;
    for (size_t i = 0; i < 4; ++i) {
        head[RE_SET_BITS + i] = negated ? ~set->bits[i] : set->bits[i];
    }
}

// One member of a set is taken: a character, or -1 and the set has the class.
static int32_t take_member(compiler_t *c, set_t *set, const byte *set_start) {
    if (c->p == c->end) {
        fail(c, set_start, "unterminated character set");
    }
    if (*c->p != '\\') {
        return re_decode(c->text, &c->p, c->end);
    }
    const byte *escape = c->p;
    uint32_t character = take_escaped(c);
    if (set_class(c, set, character < 0x80 ? character : 0)) {
        return -1;
    }
    if (character == 'b') {
        return '\b';
    }
    int32_t value = take_escape(c, escape, character < 0x80 ? character : 0);
    if (value >= 0) {
        return value;
    }
    if (is_octal(character)) {
        return take_octal(c, escape, 3);
    }
    if (character < 0x80 && (is_letter(character) || is_digit(character))) {
        fail_escape(c, escape);
    }
    return character;
}

static void parse_set(compiler_t *c) {
    const byte *start = c->p - 1;
    bool negated = take(c, '^');
    set_t set;
    set_begin(c, &set);
    uint32_t single = 0;
    size_t members = 0;
    for (;;) {
        const byte *low_start = c->p;
        if (members > 0 && take(c, ']')) {
            break;
        }
        int32_t low = take_member(c, &set, start);
        ++members;
        single = low;
        if (peek(c) != '-') {
            if (low >= 0) {
                set_range(c, &set, low, low);
            }
            continue;
        }
        ++c->p;
        if (take(c, ']')) {
            if (low >= 0) {
                set_range(c, &set, low, low);
            }
            set_range(c, &set, '-', '-');
            ++members;
            break;
        }
        int32_t high = take_member(c, &set, start);
        if (low < 0 || high < low) {
            fail(c, low_start, "bad character range %.*s", (int)(c->p - low_start), low_start);
        }
        set_range(c, &set, low, high);
        members += low != high;
        vitrine_stop_check();
    }
    if (members == 1 && !negated && single != (uint32_t)-1) {
        c->len = set.at;
        put_literal(c, single);
    } else {
        set_end(c, &set, negated);
    }
}

// --- escapes outside of sets ---

static unsigned parse_escape(compiler_t *c, width_t *width) {
    const byte *escape = c->p;
    uint32_t character = take_escaped(c);
    *width = one;
    set_t set;
    set_begin(c, &set);
    if (set_class(c, &set, character < 0x80 ? character : 0)) {
        set_end(c, &set, false);
        return ITEM_OTHER;
    }
    c->len = set.at;
    static const char places[] = "AZbB";
    static const uint8_t operations[] = {RE_TEXT_START, RE_TEXT_END, RE_BOUNDARY, RE_NOT_BOUNDARY};
    for (size_t i = 0; i < sizeof(operations); ++i) {
        if (character == (uint32_t)places[i]) {
            put(c, instruction(operations[i], c->flags & RE_ASCII || !c->text));
            *width = none;
            return ITEM_PLACE;
        }
    }
    int32_t value = take_escape(c, escape, character < 0x80 ? character : 0);
    if (value >= 0) {
        put_literal(c, value);
        return ITEM_LITERAL;
    }
    if (character == '0') {
        put_literal(c, take_octal(c, escape, 3));
        return ITEM_LITERAL;
    }
    if (character < 0x80 && is_digit(character)) {
        if (is_octal(escape[1]) && c->end - c->p >= 2 && is_octal(c->p[0]) && is_octal(c->p[1])) {
            put_literal(c, take_octal(c, escape, 3));
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
        fail_escape(c, escape);
    }
    put_literal(c, character);
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
    put(c, instruction(RE_SAVE, 2 * group));
    width_t width = parse_alternatives(c, false);
    close_parenthesis(c, start);
    put(c, instruction(RE_SAVE, 2 * group + 1));
    c->groups[group] = (group_t) {width, true};
    return width;
}

static void parse_look(compiler_t *c, const byte *start, bool behind, bool negated) {
    size_t outer = c->behind_groups;
    if (behind && outer == 0) {
        c->behind_groups = c->group_count;
    }
    size_t at = c->len;
    put_jump(c, negated ? RE_LOOK_NOT : RE_LOOK, 0);
    if (behind) {
        put(c, 0);
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
        c->code[at + 2] = instruction(RE_BACK, width.least);
    }
    put(c, instruction(negated ? RE_LOOK_NOT_END : RE_LOOK_END, 0));
    land(c, at);
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
    put(c, instruction(RE_IF, group));
    put(c, 0);
    width_t yes = parse_branch(c, false);
    width_t no = none;
    if (take(c, '|')) {
        size_t jump = c->len;
        put_jump(c, RE_JUMP, 0);
        land(c, at);
        no = parse_branch(c, false);
        land(c, jump);
        if (peek(c) == '|') {
            fail(c, c->p, "conditional backref with more than two branches");
        }
    } else {
        land(c, at);
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
            put(c, instruction(RE_ATOMIC, 0));
            *width = parse_alternatives(c, false);
            close_parenthesis(c, start);
            put(c, instruction(RE_ATOMIC_END, 0));
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

// What is written from `at` on is to be repeated.
static void repeat(compiler_t *c, size_t at, width_t width, uint32_t least, uint32_t most, unsigned mode) {
    if (is_single(c, at)) {
        uint32_t *room = make_room(c, at, 3);
        room[0] = instruction(RE_REPEAT, mode);
        room[1] = least;
        room[2] = most;
        return;
    }
    unsigned split = mode == RE_LAZY ? RE_SPLIT_TO : RE_SPLIT;
    int32_t size = c->len - at;
    if (most == 0) {
        insert(c, at, RE_JUMP, size + 2);
    } else if (least == 0 && most == 1) {
        insert(c, at, split, size + 2);
    } else if (least == 0 && most == RE_MANY && width.least > 0) {
        insert(c, at, split, size + 4);
        put_jump(c, RE_JUMP, -size - 2);
    } else if (least == 1 && most == RE_MANY && width.least > 0) {
        put_jump(c, mode == RE_LAZY ? RE_SPLIT : RE_SPLIT_TO, -size);
    } else if (least != 1 || most != 1) {
        uint32_t loop = c->loops++;
        uint32_t *room = make_room(c, at, 7);
        room[0] = instruction(RE_LOOP_INIT, loop);
        room[1] = instruction(RE_LOOP, loop);
        room[2] = least;
        room[3] = most;
        room[4] = size + 8;
        room[5] = mode;
        room[6] = instruction(RE_ENTER, loop);
        put_jump(c, RE_JUMP, -size - 6);
    }
    if (mode == RE_POSSESSIVE) {
        *make_room(c, at, 1) = instruction(RE_ATOMIC, 0);
        put(c, instruction(RE_ATOMIC_END, 0));
    }
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
                item = split_text(c, item);
            }
            repeat(c, item, width, least, most, mode);
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
                parse_set(c);
                kind = ITEM_LITERAL;
                break;
            case '.':
                put(c, instruction(c->flags & RE_DOTALL ? RE_ALL : RE_ANY, 0));
                kind = ITEM_OTHER;
                break;
            case '^':
                put(c, instruction(c->flags & RE_MULTILINE ? RE_LINE_START : RE_TEXT_START, 0));
                kind = ITEM_PLACE;
                next = none;
                break;
            case '$':
                put(c, instruction(c->flags & RE_MULTILINE ? RE_LINE_END : RE_LAST_LINE_END, 0));
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
                put_literal(c, character);
                kind = ITEM_LITERAL;
        }
        // The item before is complete.
        total.least = add(total.least, width.least);
        total.most = add(total.most, width.most);
        width = next;
        item = begin;
        if (kind == ITEM_LITERAL && text != SIZE_MAX && merge_texts(c, text, begin)) {
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
        insert(c, at, RE_SPLIT, c->len - at + 4);
        // Distances, as the whole may move before they are known.
        put_jump(c, RE_JUMP, jumps == 0 ? 0 : c->len - jumps);
        jumps = c->len - 2;
    }
    while (jumps != 0) {
        size_t before = c->code[jumps + 1];
        land(c, jumps);
        jumps = before == 0 ? 0 : jumps - before;
    }
    return total;
}

// --- what a match may begin with ---

static void first_all(re_program_t *program, uint32_t from) {
    for (uint32_t i = from / 32; i < 8; ++i) {
        program->first[i] = UINT32_MAX;
    }
}

static void first_add(re_program_t *program, uint32_t character) {
    program->first[character / 32 & 7] |= 1u << character % 32;
}

// False: anything. `steps` bounds the work.
static bool first_from(re_program_t *program, size_t at, unsigned *steps) {
    mp_cstack_check();
    for (;;) {
        const uint32_t *code = program->code + at;
        uint32_t argument = code[0] >> 8;
        if ((*steps)-- == 0) {
            *steps = 0;
            return false;
        }
        switch (code[0] & 0xff) {
            case RE_TEXT:
                first_add(program, *(const byte *)(code + 2));
                return true;
            case RE_FOLDED:
                if (argument < 0x80) {
                    first_add(program, argument);
                    first_add(program, re_to_case(argument, CASE_UPPER));
                }
                if (program->text && !(argument < 0x80 && program->ascii)) {
                    first_all(program, 0x80);
                }
                return argument < 0x80 || program->text;
            case RE_SET:
                for (size_t i = 0; i < 4; ++i) {
                    program->first[i] |= code[RE_SET_BITS + i];
                }
                if (argument > 0 || code[1] != 0) {
                    first_all(program, 0x80);
                }
                return true;
            case RE_REPEAT: {
                if (!first_from(program, at + 3, steps)) {
                    return false;
                }
                if (code[1] > 0) {
                    return true;
                }
                at += 3;
                at += re_length(program->code + at);
                break;
            }
            case RE_SPLIT:
            case RE_SPLIT_TO:
                if (!first_from(program, at + (int32_t)code[1], steps)) {
                    return false;
                }
                at += 2;
                break;
            case RE_LOOP:
                if (code[1] == 0 && !first_from(program, at + (int32_t)code[3], steps)) {
                    return false;
                }
                at += 5;
                break;
            case RE_JUMP:
                at += (int32_t)code[1];
                break;
            case RE_SAVE:
            case RE_LOOP_INIT:
            case RE_ENTER:
            case RE_ATOMIC:
            case RE_ATOMIC_END:
            case RE_TEXT_START:
            case RE_LINE_START:
            case RE_BOUNDARY:
                at += 1;
                break;
            default:
                return false;
        }
    }
}

static void find_first(re_program_t *program) {
    unsigned steps = 100;
    size_t at = 0;
    while ((program->code[at] & 0xff) == RE_SAVE) {
        ++at;
    }
    program->anchored = (program->code[at] & 0xff) == RE_TEXT_START;
    program->first_known = first_from(program, at, &steps);
    program->first_byte = -1;
    if (program->first_known) {
        unsigned count = 0;
        for (unsigned i = 0; i < 256; ++i) {
            if (program->first[i / 32] >> i % 32 & 1) {
                program->first_byte = i;
                ++count;
            }
        }
        if (count != 1) {
            program->first_byte = -1;
        }
    }
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
    put(&c, RE_END);
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
    find_first(program);
    return program;
}
