// digests.c - hash functions: MD5, SHA-1, SHA-2, SHA-3, BLAKE2.
//
// A digest takes blocks; its family says how a message ends. BLAKE2 keeps a full
// block until it knows whether it is the last.
#include "digests.h"

#include <string.h>

static void load_words(uint32_t *words, const uint8_t *bytes, bool big) {
    for (size_t i = 0; i < 16; ++i) {
        const uint8_t *b = bytes + 4 * i;
        words[i] = big ? (uint32_t)b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]
            : (uint32_t)b[3] << 24 | b[2] << 16 | b[1] << 8 | b[0];
    }
}

static uint64_t load_long(const uint8_t *bytes, bool big) {
    uint64_t value = 0;
    for (size_t i = 0; i < 8; ++i) {
        value = value << 8 | bytes[big ? i : 7 - i];
    }
    return value;
}

static uint64_t rotate_long_right(uint64_t x, unsigned n) {
    return x >> n | x << (64 - n);
}

static uint32_t rotate_left(uint32_t x, unsigned n) {
    return x << n | x >> (32 - n);
}

static uint32_t rotate_right(uint32_t x, unsigned n) {
    return x >> n | x << (32 - n);
}

static void sha256_block(digest_t *d, const uint8_t *bytes) {
    static const uint32_t k[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    };
    uint32_t *state = d->words;
    uint32_t w[64];
    load_words(w, bytes, true);
    for (size_t i = 16; i < 64; ++i) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate_right(a, 7) ^ rotate_right(a, 18) ^ a >> 3)
            + (rotate_right(b, 17) ^ rotate_right(b, 19) ^ b >> 10);
    }
    uint32_t s[8];
    memcpy(s, state, sizeof(s));
    for (size_t i = 0; i < 64; ++i) {
        uint32_t e = s[4], a = s[0];
        uint32_t t1 = s[7] + (rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25))
            + ((e & s[5]) ^ (~e & s[6])) + k[i] + w[i];
        uint32_t t2 = (rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22))
            + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof(s[0]));
        s[4] += t1;
        s[0] = t1 + t2;
    }
    for (size_t i = 0; i < 8; ++i) {
        state[i] += s[i];
    }
}

static void sha1_block(digest_t *digest, const uint8_t *bytes) {
    uint32_t *state = digest->words;
    uint32_t w[80];
    load_words(w, bytes, true);
    for (size_t i = 16; i < 80; ++i) {
        w[i] = rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (size_t i = 0; i < 80; ++i) {
        uint32_t f;
        if (i < 20) {
            f = ((b & c) | (~b & d)) + 0x5a827999;
        } else if (i < 40) {
            f = (b ^ c ^ d) + 0x6ed9eba1;
        } else if (i < 60) {
            f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
        } else {
            f = (b ^ c ^ d) + 0xca62c1d6;
        }
        uint32_t t = rotate_left(a, 5) + f + e + w[i];
        e = d;
        d = c;
        c = rotate_left(b, 30);
        b = a;
        a = t;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

static void md5_block(digest_t *d, const uint8_t *bytes) {
    static const uint32_t k[64] = {
        0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
        0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
        0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
        0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
        0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
        0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
        0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
        0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
    };
    uint32_t *state = d->words;
    uint32_t block[16];
    load_words(block, bytes, false);
    static const uint8_t shift[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t a = state[0], b = state[1], c = state[2], e = state[3];
    for (size_t i = 0; i < 64; ++i) {
        uint32_t f;
        size_t g;
        if (i < 16) {
            f = (b & c) | (~b & e);
            g = i;
        } else if (i < 32) {
            f = (e & b) | (~e & c);
            g = (5 * i + 1) % 16;
        } else if (i < 48) {
            f = b ^ c ^ e;
            g = (3 * i + 5) % 16;
        } else {
            f = c ^ (b | ~e);
            g = 7 * i % 16;
        }
        f += a + k[i] + block[g];
        a = e;
        e = c;
        c = b;
        b += rotate_left(f, shift[i / 16][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += e;
}

static void sha512_block(digest_t *d, const uint8_t *bytes) {
    static const uint64_t k[80] = {
        0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
        0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
        0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
        0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
        0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
        0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
        0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
        0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
        0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
        0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
        0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
        0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
        0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
        0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
        0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
        0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
    };
    uint64_t w[80];
    for (size_t i = 0; i < 16; ++i) {
        w[i] = load_long(bytes + 8 * i, true);
    }
    for (size_t i = 16; i < 80; ++i) {
        uint64_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate_long_right(a, 1) ^ rotate_long_right(a, 8) ^ a >> 7)
            + (rotate_long_right(b, 19) ^ rotate_long_right(b, 61) ^ b >> 6);
    }
    uint64_t s[8];
    memcpy(s, d->longs, sizeof(s));
    for (size_t i = 0; i < 80; ++i) {
        uint64_t e = s[4], a = s[0];
        uint64_t t1 = s[7] + (rotate_long_right(e, 14) ^ rotate_long_right(e, 18) ^ rotate_long_right(e, 41))
            + ((e & s[5]) ^ (~e & s[6])) + k[i] + w[i];
        uint64_t t2 = (rotate_long_right(a, 28) ^ rotate_long_right(a, 34) ^ rotate_long_right(a, 39))
            + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof(s[0]));
        s[4] += t1;
        s[0] = t1 + t2;
    }
    for (size_t i = 0; i < 8; ++i) {
        d->longs[i] += s[i];
    }
}

// Keccak-f[1600]. The round constants come from its shift register.
static void sha3_block(digest_t *d, const uint8_t *bytes) {
    uint64_t *a = d->longs;
    for (size_t i = 0; i < d->algorithm->block / 8u; ++i) {
        a[i] ^= load_long(bytes + 8 * i, false);
    }
    uint8_t shift_register = 1;
    for (size_t round = 0; round < 24; ++round) {
        uint64_t c[5];
        for (size_t x = 0; x < 5; ++x) {
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for (size_t x = 0; x < 5; ++x) {
            uint64_t t = c[(x + 4) % 5] ^ rotate_long_right(c[(x + 1) % 5], 63);
            for (size_t y = 0; y < 25; y += 5) {
                a[x + y] ^= t;
            }
        }
        uint64_t moved = a[1];
        for (size_t i = 0, x = 1, y = 0; i < 24; ++i) {
            size_t next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
            uint64_t here = a[x + 5 * y];
            unsigned turn = (i + 1) * (i + 2) / 2 % 64;
            a[x + 5 * y] = turn == 0 ? moved : rotate_long_right(moved, 64 - turn);
            moved = here;
        }
        for (size_t y = 0; y < 25; y += 5) {
            memcpy(c, a + y, sizeof(c));
            for (size_t x = 0; x < 5; ++x) {
                a[x + y] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
            }
        }
        for (size_t j = 0; j < 7; ++j) {
            if (shift_register & 1) {
                a[0] ^= (uint64_t)1 << ((1 << j) - 1);
            }
            shift_register = shift_register << 1 ^ (shift_register >> 7) * 0x71;
        }
    }
}

static const uint8_t blake_order[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};
static const uint8_t blake_places[8][4] = {
    {0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15},
    {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14},
};

static const uint64_t sha512_initial[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};
static const uint32_t sha256_initial[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static void blake2b_block(digest_t *d, const uint8_t *bytes) {
    uint64_t m[16], v[16];
    for (size_t i = 0; i < 16; ++i) {
        m[i] = load_long(bytes + 8 * i, false);
    }
    memcpy(v, d->longs, 64);
    memcpy(v + 8, sha512_initial, 64);
    v[12] ^= d->length;
    v[14] ^= d->last ? ~(uint64_t)0 : 0;
    for (size_t round = 0; round < 12; ++round) {
        const uint8_t *order = blake_order[round % 10];
        for (size_t i = 0; i < 8; ++i) {
            const uint8_t *p = blake_places[i];
            uint64_t *a = &v[p[0]], *b = &v[p[1]], *c = &v[p[2]], *e = &v[p[3]];
            *a += *b + m[order[2 * i]];
            *e = rotate_long_right(*e ^ *a, 32);
            *c += *e;
            *b = rotate_long_right(*b ^ *c, 24);
            *a += *b + m[order[2 * i + 1]];
            *e = rotate_long_right(*e ^ *a, 16);
            *c += *e;
            *b = rotate_long_right(*b ^ *c, 63);
        }
    }
    for (size_t i = 0; i < 8; ++i) {
        d->longs[i] ^= v[i] ^ v[i + 8];
    }
}

static void blake2s_block(digest_t *d, const uint8_t *bytes) {
    uint32_t m[16], v[16];
    load_words(m, bytes, false);
    memcpy(v, d->words, 32);
    memcpy(v + 8, sha256_initial, 32);
    v[12] ^= (uint32_t)d->length;
    v[13] ^= d->length >> 32;
    v[14] ^= d->last ? ~(uint32_t)0 : 0;
    for (size_t round = 0; round < 10; ++round) {
        const uint8_t *order = blake_order[round];
        for (size_t i = 0; i < 8; ++i) {
            const uint8_t *p = blake_places[i];
            uint32_t *a = &v[p[0]], *b = &v[p[1]], *c = &v[p[2]], *e = &v[p[3]];
            *a += *b + m[order[2 * i]];
            *e = rotate_right(*e ^ *a, 16);
            *c += *e;
            *b = rotate_right(*b ^ *c, 12);
            *a += *b + m[order[2 * i + 1]];
            *e = rotate_right(*e ^ *a, 8);
            *c += *e;
            *b = rotate_right(*b ^ *c, 7);
        }
    }
    for (size_t i = 0; i < 8; ++i) {
        d->words[i] ^= v[i] ^ v[i + 8];
    }
}

// --- the functions by name ---

static const uint32_t sha224_initial[8] = {
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
};
static const uint64_t sha384_initial[8] = {
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
};
static const uint32_t sha1_initial[8] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};

static const digest_algorithm_t algorithms[] = {
    {"sha256", 32, 64, DIGEST_LENGTH_BIG, 0, false, sha256_block, sha256_initial},
    {"sha1", 20, 64, DIGEST_LENGTH_BIG, 0, false, sha1_block, sha1_initial},
    {"md5", 16, 64, DIGEST_LENGTH_LITTLE, 0, false, md5_block, sha1_initial},
    {"sha224", 28, 64, DIGEST_LENGTH_BIG, 0, false, sha256_block, sha224_initial},
    {"sha384", 48, 128, DIGEST_LENGTH_BIG, 0, true, sha512_block, sha384_initial},
    {"sha512", 64, 128, DIGEST_LENGTH_BIG, 0, true, sha512_block, sha512_initial},
    {"sha3_224", 28, 144, DIGEST_SPONGE, 6, true, sha3_block, NULL},
    {"sha3_256", 32, 136, DIGEST_SPONGE, 6, true, sha3_block, NULL},
    {"sha3_384", 48, 104, DIGEST_SPONGE, 6, true, sha3_block, NULL},
    {"sha3_512", 64, 72, DIGEST_SPONGE, 6, true, sha3_block, NULL},
    {"shake_128", 0, 168, DIGEST_SPONGE, 31, true, sha3_block, NULL},
    {"shake_256", 0, 136, DIGEST_SPONGE, 31, true, sha3_block, NULL},
    {"blake2b", 64, 128, DIGEST_BLAKE, 0, true, blake2b_block, sha512_initial},
    {"blake2s", 32, 64, DIGEST_BLAKE, 0, false, blake2s_block, sha256_initial},
};

const digest_algorithm_t *digest_find(const char *name, size_t len) {
    for (size_t i = 0; i < sizeof(algorithms) / sizeof(algorithms[0]); ++i) {
        if (strlen(algorithms[i].name) == len && memcmp(algorithms[i].name, name, len) == 0) {
            return &algorithms[i];
        }
    }
    return NULL;
}

void digest_start(digest_t *d, const digest_algorithm_t *algorithm, size_t size, const uint8_t *key, size_t key_len) {
    memset(d, 0, sizeof(*d));
    d->algorithm = algorithm;
    d->size = size;
    if (algorithm->initial != NULL) {
        memcpy(d->longs, algorithm->initial, algorithm->wide ? 64 : 32);
    }
    if (algorithm->family == DIGEST_BLAKE) {
        uint32_t parameters = 0x01010000 | key_len << 8 | size;
        if (algorithm->wide) {
            d->longs[0] ^= parameters;
        } else {
            d->words[0] ^= parameters;
        }
        if (key_len > 0) {
            memcpy(d->pending, key, key_len);
            d->pending_len = algorithm->block;
        }
    }
}

static void take_pending(digest_t *d) {
    if (d->algorithm->family == DIGEST_BLAKE) {
        d->length += d->pending_len;
    }
    d->algorithm->take_block(d, d->pending);
    d->pending_len = 0;
}

void digest_take(digest_t *d, const uint8_t *data, size_t len) {
    size_t block = d->algorithm->block;
    bool blake = d->algorithm->family == DIGEST_BLAKE;
    if (!blake) {
        d->length += len;
    }
    while (len > 0) {
        if (d->pending_len == block) {
            take_pending(d);
        }
        size_t n = block - d->pending_len < len ? block - d->pending_len : len;
        memcpy(d->pending + d->pending_len, data, n);
        d->pending_len += n;
        data += n;
        len -= n;
        if (!blake && d->pending_len == block) {
            take_pending(d);
        }
    }
}

static uint8_t result_byte(const digest_t *d, size_t i) {
    bool big = d->algorithm->family == DIGEST_LENGTH_BIG;
    if (d->algorithm->wide) {
        return d->longs[i / 8] >> 8 * (big ? 7 - i % 8 : i % 8);
    }
    return d->words[i / 4] >> 8 * (big ? 3 - i % 4 : i % 4);
}

void digest_finish(const digest_t *from, uint8_t *result, size_t size) {
    digest_t copy = *from, *d = &copy;
    size_t block = d->algorithm->block;
    memset(d->pending + d->pending_len, 0, sizeof(d->pending) - d->pending_len);
    if (d->algorithm->family == DIGEST_BLAKE) {
        d->last = true;
        take_pending(d);
    } else if (d->algorithm->family == DIGEST_SPONGE) {
        d->pending[d->pending_len] ^= d->algorithm->ending;
        d->pending[block - 1] ^= 0x80;
        take_pending(d);
    } else {
        size_t length_size = block / 8;
        d->pending[d->pending_len++] = 0x80;
        if (d->pending_len > block - length_size) {
            d->algorithm->take_block(d, d->pending);
            memset(d->pending, 0, block);
        }
        bool big = d->algorithm->family == DIGEST_LENGTH_BIG;
        for (size_t i = 0; i < 8; ++i) {
            d->pending[big ? block - 1 - i : block - 8 + i] = d->length << 3 >> 8 * i;
        }
        d->algorithm->take_block(d, d->pending);
    }
    static const uint8_t nothing[DIGEST_BLOCK_MOST];
    for (size_t i = 0; i < size; ++i) {
        size_t place = d->algorithm->family == DIGEST_SPONGE ? i % block : i;
        if (i > 0 && place == 0) {
            d->algorithm->take_block(d, nothing);
        }
        result[i] = result_byte(d, place);
    }
}
