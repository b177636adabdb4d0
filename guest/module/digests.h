// digests.h - hash functions: one state for all of them.
#ifndef VITRINE_GUEST_DIGESTS_H
#define VITRINE_GUEST_DIGESTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DIGEST_BLOCK_MOST 168

typedef struct digest digest_t;

// How a message ends.
typedef enum { DIGEST_LENGTH_BIG, DIGEST_LENGTH_LITTLE, DIGEST_SPONGE, DIGEST_BLAKE } digest_family_t;

typedef struct {
    const char *name;
    uint8_t size;  // of the result; 0: any that is asked for
    uint8_t block;
    uint8_t family;
    uint8_t ending; // of a sponge's message
    bool wide;     // 64-bit words
    void (*take_block)(digest_t *digest, const uint8_t *block);
    const void *initial;
} digest_algorithm_t;

struct digest {
    const digest_algorithm_t *algorithm;
    uint64_t length; // bytes so far
    uint8_t size;    // of the result
    uint8_t pending_len;
    bool last;       // BLAKE2: this is the last block
    union {
        uint32_t words[8];
        uint64_t longs[25];
    };
    uint8_t pending[DIGEST_BLOCK_MOST];
};

const digest_algorithm_t *digest_find(const char *name, size_t len);
void digest_start(digest_t *digest, const digest_algorithm_t *algorithm, size_t size, const uint8_t *key, size_t key_len);
void digest_take(digest_t *digest, const uint8_t *data, size_t len);
// On a copy: more may be taken afterwards.
void digest_finish(const digest_t *digest, uint8_t *result, size_t size);

#endif
