// reemit.c - writing a program: instructions put at its end, or in front of a piece that
// moves; texts joined and parted; what repeats.
#include <string.h>

#include "recompiler.h"

uint32_t *re_make_room(compiler_t *c, size_t at, size_t words) {
    if (c->len + words > c->allocated) {
        size_t more = (c->len + words) * 3 / 2 + 16;
        c->code = m_renew(uint32_t, c->code, c->allocated, more);
        c->allocated = more;
    }
    memmove(c->code + at + words, c->code + at, (c->len - at) * sizeof(uint32_t));
    c->len += words;
    return c->code + at;
}

void re_put(compiler_t *c, uint32_t word) {
    *re_make_room(c, c->len, 1) = word;
}

void re_insert(compiler_t *c, size_t at, unsigned operation, int32_t jump) {
    uint32_t *room = re_make_room(c, at, 2);
    room[0] = re_instruction(operation, 0);
    room[1] = jump;
}

void re_put_jump(compiler_t *c, unsigned operation, int32_t jump) {
    re_insert(c, c->len, operation, jump);
}

void re_land(compiler_t *c, size_t at) {
    c->code[at + 1] = c->len - at;
}

static void put_text(compiler_t *c, const byte *bytes, size_t len) {
    uint32_t *room = re_make_room(c, c->len, 2 + re_word_count(len));
    room[0] = re_instruction(RE_TEXT, len);
    room[1] = 1;
    memset(room + 2, 0, re_word_count(len) * sizeof(uint32_t));
    memcpy(room + 2, bytes, len);
}

void re_put_literal(compiler_t *c, uint32_t character) {
    bool ascii = c->flags & RE_ASCII || !c->text;
    if (c->flags & RE_IGNORECASE) {
        uint32_t folded = re_fold(character, ascii);
        if (folded != character || re_to_case(folded, CASE_UPPER) != folded) {
            re_put(c, re_instruction(RE_FOLDED, folded));
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

bool re_merge_texts(compiler_t *c, size_t first, size_t second) {
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
    a[0] = re_instruction(RE_TEXT, a_len + b_len);
    ++a[1];
    return true;
}

size_t re_split_text(compiler_t *c, size_t at) {
    if ((c->code[at] & 0xff) != RE_TEXT || c->code[at + 1] == 1) {
        return at;
    }
    const byte *text = (const byte *)(c->code + at + 2);
    size_t len = c->code[at] >> 8;
    size_t keep = re_before(c->text, text + len, text) - text;
    byte last[4];
    memcpy(last, text + keep, len - keep);
    c->code[at] = re_instruction(RE_TEXT, keep);
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

void re_repeat(compiler_t *c, size_t at, width_t width, uint32_t least, uint32_t most, unsigned mode) {
    if (is_single(c, at)) {
        uint32_t *room = re_make_room(c, at, 3);
        room[0] = re_instruction(RE_REPEAT, mode);
        room[1] = least;
        room[2] = most;
        return;
    }
    unsigned split = mode == RE_LAZY ? RE_SPLIT_TO : RE_SPLIT;
    int32_t size = c->len - at;
    if (most == 0) {
        re_insert(c, at, RE_JUMP, size + 2);
    } else if (least == 0 && most == 1) {
        re_insert(c, at, split, size + 2);
    } else if (least == 0 && most == RE_MANY && width.least > 0) {
        re_insert(c, at, split, size + 4);
        re_put_jump(c, RE_JUMP, -size - 2);
    } else if (least == 1 && most == RE_MANY && width.least > 0) {
        re_put_jump(c, mode == RE_LAZY ? RE_SPLIT : RE_SPLIT_TO, -size);
    } else if (least != 1 || most != 1) {
        uint32_t loop = c->loops++;
        uint32_t *room = re_make_room(c, at, 7);
        room[0] = re_instruction(RE_LOOP_INIT, loop);
        room[1] = re_instruction(RE_LOOP, loop);
        room[2] = least;
        room[3] = most;
        room[4] = size + 8;
        room[5] = mode;
        room[6] = re_instruction(RE_ENTER, loop);
        re_put_jump(c, RE_JUMP, -size - 6);
    }
    if (mode == RE_POSSESSIVE) {
        *re_make_room(c, at, 1) = re_instruction(RE_ATOMIC, 0);
        re_put(c, re_instruction(RE_ATOMIC_END, 0));
    }
}
