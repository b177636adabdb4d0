// recompiler.h - what the files that compile regular expressions share.
//
// recompile.c reads the grammar, recharset.c its sets, reescape.c its escapes;
// all write through reemit.c. refirst.c looks at what was written.
#ifndef VITRINE_GUEST_RECOMPILER_H
#define VITRINE_GUEST_RECOMPILER_H

#include "py/runtime.h"
#include "reprogram.h"

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

#define fail(c, place, ...) re_fail((c)->pattern, (c)->start, place, __VA_ARGS__)

// --- reading ---

static inline int peek(const compiler_t *c) {
    return c->p < c->end ? *c->p : -1;
}

static inline bool take(compiler_t *c, char character) {
    if (peek(c) != character) {
        return false;
    }
    ++c->p;
    return true;
}

static inline bool is_digit(int c) {
    return c >= '0' && c <= '9';
}

static inline bool is_octal(int c) {
    return c >= '0' && c <= '7';
}

static inline bool is_letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A backslash was seen: it and what follows are taken.
uint32_t re_take_escaped(compiler_t *c);
// What stands behind a backslash and is the same in and out of a set; the
// backslash and the character are taken. -1: not such an escape.
int32_t re_take_escape(compiler_t *c, const byte *escape, int character);
uint32_t re_take_octal(compiler_t *c, const byte *escape, size_t most);
NORETURN void re_fail_escape(compiler_t *c, const byte *escape);

// After "[": the set is taken, and written.
void re_put_set(compiler_t *c);
// Writes the set that one of dDsSwW stands for; false: it is none of them.
bool re_put_class(compiler_t *c, int letter);

// --- writing ---

static inline uint32_t re_instruction(unsigned operation, uint32_t argument) {
    return operation | argument << 8;
}

// Words to be filled, before what is written from `at` on.
uint32_t *re_make_room(compiler_t *c, size_t at, size_t words);
void re_put(compiler_t *c, uint32_t word);
void re_insert(compiler_t *c, size_t at, unsigned operation, int32_t jump);
void re_put_jump(compiler_t *c, unsigned operation, int32_t jump);
// The jump of the instruction at `at` leads here.
void re_land(compiler_t *c, size_t at);
void re_put_literal(compiler_t *c, uint32_t character);
// Two texts side by side become one.
bool re_merge_texts(compiler_t *c, size_t first, size_t second);
// The last character of a text becomes one of its own: where it begins.
size_t re_split_text(compiler_t *c, size_t at);
// What is written from `at` on is to be repeated.
void re_repeat(compiler_t *c, size_t at, width_t width, uint32_t least, uint32_t most, unsigned mode);

// What a match may begin with, for a program that is written.
void re_find_first(re_program_t *program);

#endif
