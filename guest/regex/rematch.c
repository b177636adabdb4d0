// rematch.c - runs the program of a regular expression over a text.
//
// Backtracking, with the choices that are still open on a stack in the heap: no
// recursion, so a hostile expression meets the limits of memory and of steps.
// What a choice would have to undo lies on the same stack, above it.
#include <string.h>

#include "py/runtime.h"
#include "reprogram.h"
#include "machine/stop.h"

enum {
    TRY,         // go on at pc, at place a
    UNDO_SLOT,   // slot pc was a, the last group b
    UNDO_LOOP,   // register pc was a, b
    LESS,        // the repetition at pc took up to b, at least up to a
    MORE,        // the repetition at pc took up to a, b more are allowed
    FENCE,       // of a look-ahead or an atomic group: the fence before was a, place b
    FENCE_NOT,   // the same; the piece is to fail: go on at pc then
};

typedef struct {
    uint32_t what; // one of the above, and pc
    uint32_t a, b;
} entry_t;

typedef struct {
    uint32_t count;
    uint32_t place; // where its last round began
} loop_t;

#define WHAT_BITS 3
#define INLINE_ENTRIES 48
#define INLINE_LOOPS 4
#define NOWHERE UINT32_MAX

typedef struct {
    re_matcher_t *m;
    entry_t *stack;
    uint32_t top, allocated;
    loop_t *loops;
    entry_t first_entries[INLINE_ENTRIES];
    loop_t first_loops[INLINE_LOOPS];
} run_t;

static void grow(run_t *r) {
    if (r->stack == r->first_entries) {
        entry_t *stack = m_new(entry_t, 2 * INLINE_ENTRIES);
        memcpy(stack, r->first_entries, sizeof(r->first_entries));
        r->stack = stack;
    } else {
        r->stack = m_renew(entry_t, r->stack, r->allocated, 2 * r->allocated);
    }
    r->allocated *= 2;
}

static inline void push(run_t *r, unsigned what, uint32_t pc, uint32_t a, uint32_t b) {
    if (r->top == r->allocated) {
        grow(r);
    }
    r->stack[r->top++] = (entry_t) {what | pc << WHAT_BITS, a, b};
}

// --- single characters ---

static bool set_has_other(const uint32_t *set, uint32_t c) {
    for (size_t i = 0; i < set[0] >> 8; ++i) {
        if (set[RE_SET_HEAD + 2 * i] <= c && c <= set[RE_SET_HEAD + 2 * i + 1]) {
            return true;
        }
    }
    uint32_t flags = set[1];
    if (flags & RE_SET_OTHERS) {
        return true;
    }
    if (flags & (RE_SET_WORD | RE_SET_NOT_WORD)) {
        if (flags & (re_is_word(c, false) ? RE_SET_WORD : RE_SET_NOT_WORD)) {
            return true;
        }
    }
    if (flags & (RE_SET_DIGIT | RE_SET_NOT_DIGIT)) {
        if (flags & (vitrine_is_decimal(c) ? RE_SET_DIGIT : RE_SET_NOT_DIGIT)) {
            return true;
        }
    }
    if (flags & (RE_SET_SPACE | RE_SET_NOT_SPACE)) {
        if (flags & (vitrine_is_space(c) ? RE_SET_SPACE : RE_SET_NOT_SPACE)) {
            return true;
        }
    }
    return false;
}

static bool set_has_cased(const uint32_t *set, uint32_t c) {
    if (c < 0x80) {
        return (set[RE_SET_BITS + c / 32] >> c % 32 & 1) != (set[1] & RE_SET_NOT);
    }
    return set_has_other(set, c);
}

static inline bool set_has(const uint32_t *set, uint32_t c) {
    if (c < 0x80) {
        return set[RE_SET_BITS + c / 32] >> c % 32 & 1;
    }
    bool in = set_has_other(set, c);
    if (!in && set[1] & RE_SET_FOLD) {
        in = set_has_cased(set, re_fold(c, false)) || set_has_cased(set, re_to_case(c, CASE_UPPER));
    }
    return in != (set[1] & RE_SET_NOT);
}

// Past the character at p that the single instruction takes; NULL: it does not.
static const byte *take_one(const re_matcher_t *m, const uint32_t *code, const byte *p) {
    bool text = m->program->text;
    if (p >= m->end) {
        return NULL;
    }
    switch (code[0] & 0xff) {
        case RE_TEXT: {
            size_t len = code[0] >> 8;
            return (size_t)(m->end - p) >= len && memcmp(code + 2, p, len) == 0 ? p + len : NULL;
        }
        case RE_FOLDED: {
            uint32_t c = re_decode(text, &p, m->end);
            return re_fold(c, m->program->ascii) == code[0] >> 8 ? p : NULL;
        }
        case RE_ANY:
            if (*p == '\n') {
                return NULL;
            }
            re_decode(text, &p, m->end);
            return p;
        case RE_ALL:
            re_decode(text, &p, m->end);
            return p;
        default: // RE_SET
            return set_has(code, re_decode(text, &p, m->end)) ? p : NULL;
    }
}

// Takes up to *count, and subtracts what it took.
static const byte *take_many(const re_matcher_t *m, const uint32_t *code, const byte *p, uint32_t *count) {
    const byte *end = m->end;
    // Here one byte is one character: no more than what is left counts.
    if (!m->program->text || (code[0] & 0xff) == RE_TEXT) {
        if ((size_t)(end - p) > *count) {
            end = p + *count;
        }
    }
    const byte *start = p;
    switch (code[0] & 0xff) {
        case RE_TEXT:
            if (code[0] >> 8 == 1) {
                byte c = *(const byte *)(code + 2);
                while (p < end && *p == c) {
                    ++p;
                }
                *count -= p - start;
                return p;
            }
            break;
        case RE_ANY:
            if (*count >= (size_t)(m->end - p)) {
                const byte *line = memchr(p, '\n', m->end - p);
                *count -= (line == NULL ? m->end : line) - p;
                return line == NULL ? m->end : line;
            }
            break;
        case RE_ALL:
            if (*count >= (size_t)(m->end - p)) {
                *count -= m->end - p;
                return m->end;
            }
            break;
        case RE_SET: {
            const uint32_t *bits = code + RE_SET_BITS;
            uint32_t left = *count;
            while (left > 0 && p < m->end) {
                if (*p < 0x80) {
                    if (!(bits[*p / 32] >> *p % 32 & 1)) {
                        break;
                    }
                    ++p;
                } else {
                    const byte *next = p;
                    if (!set_has(code, re_decode(m->program->text, &next, m->end))) {
                        break;
                    }
                    p = next;
                }
                --left;
            }
            *count = left;
            return p;
        }
        default:
            break;
    }
    while (*count > 0) {
        const byte *next = take_one(m, code, p);
        if (next == NULL) {
            break;
        }
        p = next;
        --*count;
    }
    return p;
}

// --- the rest ---

static bool at_boundary(const re_matcher_t *m, const byte *p, bool ascii) {
    bool text = m->program->text;
    bool before = false, after = false;
    if (p > m->start) {
        const byte *q = re_before(text, p, m->start);
        before = re_is_word(re_decode(text, &q, p), ascii);
    }
    if (p < m->end) {
        after = re_is_word(re_decode(text, &p, m->end), ascii);
    }
    return before != after;
}

// Past the copy of a group; NULL: it is not there.
static const byte *take_group(const re_matcher_t *m, uint32_t group, const byte *p, bool fold) {
    int32_t begin = m->slots[2 * group], end = m->slots[2 * group + 1];
    if (begin < 0 || end < 0) {
        return NULL;
    }
    const byte *q = m->start + begin;
    const byte *q_end = m->start + end;
    if (!fold) {
        size_t len = q_end - q;
        return (size_t)(m->end - p) >= len && memcmp(p, q, len) == 0 ? p + len : NULL;
    }
    bool text = m->program->text, ascii = m->program->ascii;
    while (q < q_end) {
        if (p >= m->end || re_fold(re_decode(text, &p, m->end), ascii)
            != re_fold(re_decode(text, &q, q_end), ascii)) {
            return NULL;
        }
    }
    return p;
}

// The byte that has to follow the single instruction, or -1.
static int byte_after(const uint32_t *code) {
    code += re_length(code);
    while ((code[0] & 0xff) == RE_SAVE) {
        ++code;
    }
    return (code[0] & 0xff) == RE_TEXT ? *(const byte *)(code + 2) : -1;
}

// An atomic piece is done: its choices are dropped, what they would undo stays.
static void drop_choices(run_t *r, uint32_t fence) {
    uint32_t to = fence;
    for (uint32_t from = fence; from < r->top; ++from) {
        unsigned what = r->stack[from].what & ((1 << WHAT_BITS) - 1);
        if (what == UNDO_SLOT || what == UNDO_LOOP) {
            r->stack[to++] = r->stack[from];
        }
    }
    r->top = to;
}

static void undo(run_t *r, const entry_t *e) {
    uint32_t number = e->what >> WHAT_BITS;
    if ((e->what & ((1 << WHAT_BITS) - 1)) == UNDO_SLOT) {
        r->m->slots[number] = e->a;
        r->m->last_group = e->b;
    } else {
        r->loops[number] = (loop_t) {e->a, e->b};
    }
}

static bool match_at(run_t *r, const byte *begin) {
    re_matcher_t *m = r->m;
    const uint32_t *code = m->program->code;
    const byte *const start = m->start;
    const byte *p = begin;
    uint32_t fence = NOWHERE;
    uint32_t pc = 0;
    r->top = 0;

    for (;;) {
        const uint32_t *at = code + pc;
        uint32_t argument = at[0] >> 8;
        switch (at[0] & 0xff) {
            case RE_END:
                if ((m->full && p != m->end) || (p == begin && p == m->not_empty_at)) {
                    goto back;
                }
                m->slots[0] = begin - start;
                m->slots[1] = p - start;
                return true;
            case RE_TEXT: {
                if ((size_t)(m->end - p) < argument) {
                    goto back;
                }
                const byte *text = (const byte *)(at + 2);
                if (*p != *text || memcmp(p, text, argument) != 0) {
                    goto back;
                }
                p += argument;
                pc += 2 + re_word_count(argument);
                break;
            }
            case RE_FOLDED:
            case RE_ANY:
            case RE_ALL:
            case RE_SET: {
                const byte *next = take_one(m, at, p);
                if (next == NULL) {
                    goto back;
                }
                p = next;
                pc += re_length(at);
                break;
            }
            case RE_SAVE:
                if (r->top > 0) {
                    push(r, UNDO_SLOT, argument, m->slots[argument], m->last_group);
                }
                m->slots[argument] = p - start;
                if (argument % 2) {
                    m->last_group = argument / 2;
                }
                ++pc;
                break;
            case RE_SPLIT:
                push(r, TRY, pc + at[1], p - start, 0);
                pc += 2;
                break;
            case RE_SPLIT_TO:
                push(r, TRY, pc + 2, p - start, 0);
                pc += at[1];
                break;
            case RE_JUMP:
                vitrine_stop_check();
                pc += at[1];
                break;
            case RE_REPEAT: {
                const uint32_t *single = at + 3;
                uint32_t left = at[1];
                const byte *least = take_many(m, single, p, &left);
                if (left > 0) {
                    goto back;
                }
                left = at[2] - at[1];
                p = least;
                if (argument == RE_LAZY) {
                    if (left > 0) {
                        push(r, MORE, pc, p - start, left);
                    }
                } else {
                    p = take_many(m, single, p, &left);
                    if (argument == RE_GREEDY && p > least) {
                        push(r, LESS, pc, least - start, p - start);
                    }
                }
                pc += 3 + re_length(single);
                break;
            }
            case RE_LOOP_INIT:
                push(r, UNDO_LOOP, argument, r->loops[argument].count, r->loops[argument].place);
                r->loops[argument] = (loop_t) {0, NOWHERE};
                ++pc;
                break;
            case RE_LOOP: {
                loop_t *loop = &r->loops[argument];
                if (loop->count < at[1]) {
                    pc += 5;
                } else if (loop->count >= at[2] || loop->place == (uint32_t)(p - start)) {
                    pc += at[3];
                } else if (at[4] == RE_LAZY) {
                    push(r, TRY, pc + 5, p - start, 0);
                    pc += at[3];
                } else {
                    push(r, TRY, pc + at[3], p - start, 0);
                    pc += 5;
                }
                break;
            }
            case RE_ENTER:
                push(r, UNDO_LOOP, argument, r->loops[argument].count, r->loops[argument].place);
                // As in CPython, the rounds that have to be may be empty.
                if (r->loops[argument].count++ >= at[-4]) {
                    r->loops[argument].place = p - start;
                }
                ++pc;
                break;
            case RE_GROUP:
            case RE_GROUP_FOLDED: {
                const byte *next = take_group(m, argument, p, (at[0] & 0xff) == RE_GROUP_FOLDED);
                if (next == NULL) {
                    goto back;
                }
                p = next;
                ++pc;
                break;
            }
            case RE_IF:
                pc += m->slots[2 * argument + 1] >= 0 ? 2 : at[1];
                break;
            case RE_LOOK:
            case RE_LOOK_NOT:
                push(r, (at[0] & 0xff) == RE_LOOK ? FENCE : FENCE_NOT, pc + at[1], fence, p - start);
                fence = r->top - 1;
                pc += 2;
                break;
            case RE_ATOMIC:
                push(r, FENCE, pc, fence, p - start);
                fence = r->top - 1;
                ++pc;
                break;
            case RE_LOOK_END:
            case RE_ATOMIC_END: {
                entry_t e = r->stack[fence];
                drop_choices(r, fence);
                fence = e.a;
                if ((at[0] & 0xff) == RE_LOOK_END) {
                    p = start + e.b;
                }
                ++pc;
                break;
            }
            case RE_LOOK_NOT_END: {
                uint32_t outer = r->stack[fence].a;
                while (--r->top > fence) {
                    unsigned what = r->stack[r->top].what & ((1 << WHAT_BITS) - 1);
                    if (what == UNDO_SLOT || what == UNDO_LOOP) {
                        undo(r, &r->stack[r->top]);
                    }
                }
                fence = outer;
                goto back;
            }
            case RE_BACK:
                for (; argument > 0; --argument) {
                    if (p == start) {
                        goto back;
                    }
                    p = re_before(m->program->text, p, start);
                }
                ++pc;
                break;
            case RE_TEXT_START:
                if (p != start) {
                    goto back;
                }
                ++pc;
                break;
            case RE_LINE_START:
                if (p != start && p[-1] != '\n') {
                    goto back;
                }
                ++pc;
                break;
            case RE_TEXT_END:
                if (p != m->end) {
                    goto back;
                }
                ++pc;
                break;
            case RE_LAST_LINE_END:
                if (p != m->end && !(*p == '\n' && p + 1 == m->end)) {
                    goto back;
                }
                ++pc;
                break;
            case RE_LINE_END:
                if (p != m->end && *p != '\n') {
                    goto back;
                }
                ++pc;
                break;
            default: // RE_BOUNDARY, RE_NOT_BOUNDARY
                // Neither holds in an empty text.
                if (m->start == m->end || at_boundary(m, p, argument) != ((at[0] & 0xff) == RE_BOUNDARY)) {
                    goto back;
                }
                ++pc;
        }
        continue;

    back:
        vitrine_stop_check();
        if (r->top == 0) {
            return false;
        }
        entry_t *e = &r->stack[--r->top];
        pc = e->what >> WHAT_BITS;
        switch (e->what & ((1 << WHAT_BITS) - 1)) {
            case TRY:
                p = start + e->a;
                continue;
            case LESS: {
                const uint32_t *single = code + pc + 3;
                const byte *least = start + e->a;
                int wanted = byte_after(single);
                p = start + e->b;
                do {
                    p = re_before(m->program->text, p, least);
                } while (p > least && wanted >= 0 && *p != wanted);
                if (p > least) {
                    e->b = p - start;
                    ++r->top;
                }
                pc += 3 + re_length(single);
                continue;
            }
            case MORE: {
                const uint32_t *single = code + pc + 3;
                int wanted = byte_after(single);
                uint32_t left = e->b;
                p = start + e->a;
                do {
                    p = take_one(m, single, p);
                    --left;
                } while (p != NULL && left > 0 && wanted >= 0 && p < m->end && *p != wanted);
                if (p == NULL) {
                    goto back;
                }
                if (left > 0) {
                    e->a = p - start;
                    e->b = left;
                    ++r->top;
                }
                pc += 3 + re_length(single);
                continue;
            }
            case FENCE:
                fence = e->a;
                goto back;
            case FENCE_NOT:
                fence = e->a;
                p = start + e->b;
                continue;
            default:
                undo(r, e);
                goto back;
        }
    }
}

// The next place from p on where a match can begin; NULL: there is none.
static const byte *next_start(const re_matcher_t *m, const byte *p) {
    const re_program_t *program = m->program;
    if (!program->first_known) {
        return p;
    }
    if (program->first_byte >= 0) {
        return p < m->end ? memchr(p, program->first_byte, m->end - p) : NULL;
    }
    for (; p < m->end; ++p) {
        if (program->first[*p / 32] >> *p % 32 & 1) {
            return p;
        }
    }
    return NULL;
}

bool re_search(re_matcher_t *m, const byte *at, bool here) {
    run_t r = {.m = m, .allocated = INLINE_ENTRIES};
    r.stack = r.first_entries;
    r.loops = r.first_loops;
    const re_program_t *program = m->program;
    if (program->loops > INLINE_LOOPS) {
        r.loops = m_new(loop_t, program->loops);
    }
    memset(r.loops, 0, program->loops * sizeof(loop_t));
    bool found = false;
    if (at <= m->end && !(program->anchored && at > m->start && !here)) {
        for (;;) {
            if (!here) {
                const byte *next = next_start(m, at);
                if (next == NULL) {
                    break;
                }
                // In a text, continuation bytes begin nothing.
                at = next;
            }
            memset(m->slots, 0xff, 2 * (program->groups + 1) * sizeof(int32_t));
            m->last_group = 0;
            if (match_at(&r, at)) {
                found = true;
                break;
            }
            if (here || at >= m->end || program->anchored) {
                break;
            }
            re_decode(program->text, &at, m->end);
        }
    }
    if (r.stack != r.first_entries) {
        m_del(entry_t, r.stack, r.allocated);
    }
    if (r.loops != r.first_loops) {
        m_del(loop_t, r.loops, program->loops);
    }
    return found;
}
