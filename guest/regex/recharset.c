// recharset.c - sets of characters: [a-z], and the classes such as \w.
#include <string.h>

#include "recompiler.h"
#include "machine/stop.h"

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
        re_put(c, low < 0x80 ? 0x80 : low);
        re_put(c, high);
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
    re_make_room(c, c->len, RE_SET_HEAD);
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
    head[0] = re_instruction(RE_SET, ranges);
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
    uint32_t character = re_take_escaped(c);
    if (set_class(c, set, character < 0x80 ? character : 0)) {
        return -1;
    }
    if (character == 'b') {
        return '\b';
    }
    int32_t value = re_take_escape(c, escape, character < 0x80 ? character : 0);
    if (value >= 0) {
        return value;
    }
    if (is_octal(character)) {
        return re_take_octal(c, escape, 3);
    }
    if (character < 0x80 && (is_letter(character) || is_digit(character))) {
        re_fail_escape(c, escape);
    }
    return character;
}

void re_put_set(compiler_t *c) {
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
        re_put_literal(c, single);
    } else {
        set_end(c, &set, negated);
    }
}

bool re_put_class(compiler_t *c, int letter) {
    set_t set;
    set_begin(c, &set);
    bool found = set_class(c, &set, letter);
    if (found) {
        set_end(c, &set, false);
    } else {
        c->len = set.at;
    }
    return found;
}
