// utf8.c - characters of UTF-8 text: decoding, counting, finding the i-th.
//
// To find the i-th character takes a walk. So for texts that are not short it is
// remembered how many characters they have and where the last one was found;
// plain ASCII, and walks from one to the next, take no time. Owns that memory: it
// holds addresses, and is emptied by each collection. Texts never change.
#include "utf8.h"

#define SHORT 32
#define SETS 32

typedef struct {
    const byte *text;
    size_t len, chars;
    size_t at_char, at_byte;
} place_t;
static place_t places[SETS][2]; // the one used last comes first

void vitrine_text_forget(void) {
    memset(places, 0, sizeof(places));
}

// Bytes that are not the second or a later one of a character.
static size_t count_chars(const byte *text, size_t len) {
    size_t inner = 0, i = 0;
    for (; i + 8 <= len; i += 8) {
        uint64_t w;
        memcpy(&w, text + i, 8);
        w &= 0x8080808080808080u;
        if (w) {
            memcpy(&w, text + i, 8);
            inner += __builtin_popcountll(w >> 7 & ~w >> 6 & 0x0101010101010101u);
        }
    }
    for (; i < len; ++i) {
        inner += vitrine_is_inner(text[i]);
    }
    return len - inner;
}

bool vitrine_is_ascii(const byte *p, size_t n) {
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t w;
        memcpy(&w, p + i, 8);
        if (w & 0x8080808080808080u) {
            return false;
        }
    }
    for (; i < n; ++i) {
        if (p[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static place_t *place_of(const byte *text, size_t len) {
    place_t *set = places[((uintptr_t)text * 0x9e3779b1u >> 16) % SETS];
    if (set[0].text != text || set[0].len != len) {
        place_t found = set[1];
        if (found.text != text || found.len != len) {
            found = (place_t) {.text = text, .len = len, .chars = count_chars(text, len)};
        }
        set[1] = set[0];
        set[0] = found;
    }
    return &set[0];
}

size_t vitrine_text_length(const byte *text, size_t len) {
    return len < SHORT ? count_chars(text, len) : place_of(text, len)->chars;
}

// Walks from character `from`, at byte `at`, to character `to`.
static size_t walk(const byte *text, size_t len, size_t from, size_t at, size_t to) {
    for (; from < to && at < len; ++from) {
        at += vitrine_char_size(text + at, text + len);
    }
    for (; from > to && at > 0; --from) {
        do {
            --at;
        } while (at > 0 && vitrine_is_inner(text[at]));
    }
    return at;
}

size_t vitrine_text_at(const byte *text, size_t len, size_t index) {
    if (len < SHORT) {
        return walk(text, len, 0, 0, index);
    }
    place_t *p = place_of(text, len);
    if (p->chars == len) {
        return index;
    }
    size_t from = p->at_char, at = p->at_byte;
    if (index < from / 2) {
        from = 0;
        at = 0;
    } else if (index > from && p->chars - index < index - from) {
        from = p->chars;
        at = len;
    }
    p->at_byte = walk(text, len, from, at, index);
    p->at_char = index;
    return p->at_byte;
}

size_t vitrine_text_index(const byte *text, size_t len, size_t at) {
    if (len >= SHORT) {
        place_t *p = place_of(text, len);
        if (p->chars == len) {
            return at;
        }
        if (at >= p->at_byte) {
            return p->at_char + count_chars(text + p->at_byte, at - p->at_byte);
        }
    }
    return count_chars(text, at);
}
