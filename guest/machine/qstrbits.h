// qstrbits.h - which hashes the interned strings have, and which are a byte long.
//
// Each string that is made is looked for among them. Hardly any is there, but
// those of one character, which all are interned.
#ifndef VITRINE_GUEST_QSTRBITS_H
#define VITRINE_GUEST_QSTRBITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A bit for each hash modulo their number: one in ten is set at boot.
#define QSTR_BITS 16384
extern uint32_t vitrine_qstr_bits[QSTR_BITS / 32];

// For each first byte, modulo their number, which lengths there are. That tells
// numbers, which hardly any name looks like.
extern uint32_t vitrine_qstr_shapes[128];

// By their byte; MP_QSTRnull: there is none.
extern size_t vitrine_qstr_ones[256];

static inline void vitrine_qstr_note(size_t qstr, const char *text, size_t length, size_t hash) {
    vitrine_qstr_bits[hash % QSTR_BITS / 32] |= 1u << hash % 32;
    vitrine_qstr_shapes[text[0] & 127] |= 1u << length % 32;
    if (length == 1) {
        vitrine_qstr_ones[(uint8_t)text[0]] = qstr;
    }
}

static inline bool vitrine_qstr_may_be(const char *text, size_t length, size_t hash) {
    #ifdef __wasm__
    return (vitrine_qstr_bits[hash % QSTR_BITS / 32] >> hash % 32 & 1)
        && (vitrine_qstr_shapes[text[0] & 127] >> length % 32 & 1);
    #else
    return true; // the native base notes none
    #endif
}

#endif
