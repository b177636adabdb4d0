// chars.c - what Unicode says of a character, and its other cases.
//
// The table is made by chartable.py. Finding a character in it takes a dozen
// comparisons, so those who walk over text treat ASCII themselves.
#include "chars.h"

typedef struct {
    uint32_t flags;
    int32_t ways[4]; // by vitrine_case
} record_t;

#include "text/chartable.h"

static uint32_t run_of(unichar c) {
    size_t low = 0, high = sizeof(runs) / sizeof(runs[0]);
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (runs[mid] >> 11 <= c) {
            low = mid;
        } else {
            high = mid;
        }
    }
    return runs[low];
}

static const record_t *record_of(unichar c) {
    return &records[run_of(c) & 0x7ff];
}

static bool is(unichar c, uint32_t flags) {
    return (record_of(c)->flags & flags) != 0;
}

#define IS(name, flags) \
    bool vitrine_is_##name(unichar c) { \
        return is(c, flags); \
    }
IS(alpha, CHAR_ALPHA)
IS(decimal, CHAR_DECIMAL)
IS(digit, CHAR_DIGIT)
IS(numeric, CHAR_NUMERIC)
IS(alnum, CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC)
IS(lower, CHAR_LOWER)
IS(upper, CHAR_UPPER)
IS(title, CHAR_TITLE)
IS(identifier_start, CHAR_START)
IS(identifier, CHAR_CONTINUE)
IS(cased, CHAR_CASED)
IS(case_ignorable, CHAR_IGNORABLE)

bool vitrine_is_space(unichar c) {
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : is(c, CHAR_SPACE);
}

bool vitrine_is_printable(unichar c) {
    return c < 0x80 ? c >= ' ' && c != 0x7f : is(c, CHAR_PRINTABLE);
}

int vitrine_decimal(unichar c) {
    if (c < 0x80) {
        return c >= '0' && c <= '9' ? (int)c - '0' : -1;
    }
    uint32_t run = run_of(c); // begins with a zero, and goes round in tens
    return records[run & 0x7ff].flags & CHAR_DECIMAL ? (int)((c - (run >> 11)) % 10) : -1;
}

size_t vitrine_to_case(unichar c, vitrine_case to, unichar out[3]) {
    int32_t way = record_of(c)->ways[to];
    if (way < SEVERAL) {
        out[0] = c + way;
        return 1;
    }
    const uint16_t *codes = &several[way - SEVERAL];
    for (size_t i = 0; i < codes[0]; ++i) {
        out[i] = codes[i + 1];
    }
    return codes[0];
}
