// reprogram.h - compiled regular expressions: what recompile.c makes (recompiler.h),
// rematch.c runs and remodule.c shows to Python (reobjects.h).
#ifndef VITRINE_GUEST_REPROGRAM_H
#define VITRINE_GUEST_REPROGRAM_H

#include "text/chars.h"
#include "py/obj.h"
#include "py/unicode.h"

// The values that Python sees.
enum {
    RE_TEMPLATE = 1,
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256,
};

// A program is an array of words. The low byte of an instruction's first word is
// its operation, the rest its argument. Jumps count words from their own
// instruction, so that a piece may be moved as a whole.
enum {
    RE_END,
    // One character or several, and the width that tells them apart.
    RE_TEXT,       // arg: bytes; word: characters; the bytes, padded
    RE_FOLDED,     // arg: a folded character
    RE_ANY,        // all but a line break
    RE_ALL,
    RE_SET,        // arg: ranges; word: flags; 4 words: bits of ASCII; ranges
    // Control.
    RE_SAVE,       // arg: slot
    RE_SPLIT,      // word: jump to try second
    RE_SPLIT_TO,   // word: jump to try first
    RE_JUMP,       // word: jump
    RE_REPEAT,     // arg: mode; words: least, most; then one single character
    RE_LOOP_INIT,  // arg: register
    RE_LOOP,       // arg: register; words: least, most, jump to leave, mode
    RE_ENTER,      // arg: register
    RE_GROUP,      // arg: group that is compared with
    RE_GROUP_FOLDED,
    RE_IF,         // arg: group; word: jump if it did not take part
    RE_LOOK,       // word: jump to leave
    RE_LOOK_END,
    RE_LOOK_NOT,   // word: jump to leave
    RE_LOOK_NOT_END,
    RE_ATOMIC,
    RE_ATOMIC_END,
    RE_BACK,       // arg: characters to step back
    // Places.
    RE_TEXT_START,
    RE_LINE_START,
    RE_TEXT_END,
    RE_LAST_LINE_END,
    RE_LINE_END,
    RE_BOUNDARY,
    RE_NOT_BOUNDARY,
};

enum { RE_GREEDY, RE_LAZY, RE_POSSESSIVE };

// Flags of RE_SET. The bits of ASCII are final; all else concerns the rest.
enum {
    RE_SET_NOT = 1,
    RE_SET_FOLD = 2,
    RE_SET_WORD = 4,
    RE_SET_NOT_WORD = 8,
    RE_SET_DIGIT = 16,
    RE_SET_NOT_DIGIT = 32,
    RE_SET_SPACE = 64,
    RE_SET_NOT_SPACE = 128,
    RE_SET_OTHERS = 256, // everything that is not ASCII
};
#define RE_SET_HEAD 6
#define RE_SET_BITS 2

#define RE_MANY 0x7fffffffu

typedef struct {
    mp_obj_base_t base;
    mp_obj_t pattern;
    mp_obj_t names;      // dict: name -> number
    uint32_t *code;
    uint32_t flags;
    uint32_t groups;     // without group 0
    uint32_t loops;
    bool text;           // str, not bytes
    bool ascii;          // \b and case
    bool anchored;       // can match at the start of the text only
    bool first_known;
    int16_t first_byte;  // of every match; -1: not one
    uint32_t first[8];   // bytes that a match may begin with
} re_program_t;

typedef struct {
    const re_program_t *program;
    const byte *start, *end;  // the text
    bool full;                // only a match that ends at the end counts
    const byte *not_empty_at; // no empty match here
    // Of the match: where groups begin and end, as offsets; -1: not at all.
    int32_t *slots;
    uint32_t last_group;
} re_matcher_t;

extern const mp_obj_type_t re_pattern_type;

static inline size_t re_word_count(size_t bytes) {
    return (bytes + 3) / 4;
}

// Raises re.error; place: a byte of the pattern, NULL: none.
NORETURN void re_raise(mp_obj_t message, mp_obj_t pattern, const byte *start, const byte *place);
NORETURN void re_fail(mp_obj_t pattern, const byte *start, const byte *place, const char *format, ...);

re_program_t *re_compile(mp_obj_t pattern, uint32_t flags);
size_t re_length(const uint32_t *code);

// Looks for a match that begins at `at` or, unless `here`, after it.
bool re_search(re_matcher_t *matcher, const byte *at, bool here);

// --- characters ---

static inline uint32_t re_decode(bool text, const byte **p, const byte *end) {
    uint32_t c = *(*p)++;
    if (!text || c < 0x80) {
        return c;
    }
    unsigned more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
    c &= 0x3f >> more;
    for (; more > 0 && *p < end; --more) {
        c = c << 6 | (*(*p)++ & 0x3f);
    }
    return c;
}

static inline const byte *re_before(bool text, const byte *p, const byte *start) {
    do {
        --p;
    } while (text && p > start && (*p & 0xc0) == 0x80);
    return p;
}

static inline bool re_is_word(uint32_t c, bool ascii) {
    return c == '_' || ((c < 0x80 || !ascii) && vitrine_is_alnum(c));
}

static inline uint32_t re_to_case(uint32_t c, vitrine_case to) {
    unichar out[3];
    return vitrine_to_case(c, to, out) == 1 ? out[0] : c;
}

// Characters that differ in case only have the same.
static inline uint32_t re_fold(uint32_t c, bool ascii) {
    if (c < 0x80 || ascii) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return re_to_case(re_to_case(c, CASE_UPPER), CASE_LOWER);
}

#endif
