// hashlib.c - the module hashlib: sha256, sha1 and md5.
//
// Upstream takes two of them from libraries that its release does not carry.
// One object serves all three: they are the same construction over 64-byte
// blocks, and differ in their rounds and in the order of bytes.
#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

#define HASH_BLOCK 64

typedef struct {
    qstr name;
    uint8_t size;  // of the digest
    bool big;      // big-endian
    uint32_t initial[8];
    void (*rounds)(uint32_t *state, const uint32_t *block);
} algorithm_t;

typedef struct {
    mp_obj_base_t base;
    const algorithm_t *algorithm;
    uint64_t length; // bytes taken so far
    uint32_t state[8];
    uint8_t pending[HASH_BLOCK];
} hash_t;

static uint32_t rotate_left(uint32_t x, unsigned n) {
    return x << n | x >> (32 - n);
}

static uint32_t rotate_right(uint32_t x, unsigned n) {
    return x >> n | x << (32 - n);
}

static void sha256_rounds(uint32_t *state, const uint32_t *block) {
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
    uint32_t w[64];
    memcpy(w, block, HASH_BLOCK);
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

static void sha1_rounds(uint32_t *state, const uint32_t *block) {
    uint32_t w[80];
    memcpy(w, block, HASH_BLOCK);
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

static void md5_rounds(uint32_t *state, const uint32_t *block) {
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
    static const uint8_t shift[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    for (size_t i = 0; i < 64; ++i) {
        uint32_t f;
        size_t g;
        if (i < 16) {
            f = (b & c) | (~b & d);
            g = i;
        } else if (i < 32) {
            f = (d & b) | (~d & c);
            g = (5 * i + 1) % 16;
        } else if (i < 48) {
            f = b ^ c ^ d;
            g = (3 * i + 5) % 16;
        } else {
            f = c ^ (b | ~d);
            g = 7 * i % 16;
        }
        f += a + k[i] + block[g];
        a = d;
        d = c;
        c = b;
        b += rotate_left(f, shift[i / 16][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

static const algorithm_t algorithms[] = {
    {MP_QSTR_sha256, 32, true,
     {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
     sha256_rounds},
    {MP_QSTR_sha1, 20, true, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}, sha1_rounds},
    {MP_QSTR_md5, 16, false, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, md5_rounds},
};

static void hash_block(const algorithm_t *a, uint32_t *state, const uint8_t *bytes) {
    uint32_t block[HASH_BLOCK / 4];
    for (size_t i = 0; i < HASH_BLOCK / 4; ++i) {
        const uint8_t *b = bytes + 4 * i;
        block[i] = a->big ? (uint32_t)b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]
            : (uint32_t)b[3] << 24 | b[2] << 16 | b[1] << 8 | b[0];
    }
    a->rounds(state, block);
}

static void hash_take(hash_t *h, const uint8_t *data, size_t len) {
    size_t had = h->length % HASH_BLOCK;
    h->length += len;
    if (had > 0) {
        size_t n = HASH_BLOCK - had < len ? HASH_BLOCK - had : len;
        memcpy(h->pending + had, data, n);
        data += n;
        len -= n;
        if (had + n < HASH_BLOCK) {
            return;
        }
        hash_block(h->algorithm, h->state, h->pending);
    }
    for (; len >= HASH_BLOCK; data += HASH_BLOCK, len -= HASH_BLOCK) {
        hash_block(h->algorithm, h->state, data);
    }
    memcpy(h->pending, data, len);
}

// On a copy: digest() may be called again, and update() after it.
static void hash_finish(const hash_t *self, uint8_t *digest) {
    hash_t h = *self;
    static const uint8_t padding[HASH_BLOCK] = {0x80};
    size_t had = h.length % HASH_BLOCK;
    hash_take(&h, padding, (had < 56 ? 56 : 56 + HASH_BLOCK) - had);
    uint64_t bits = self->length * 8;
    uint8_t length[8];
    for (size_t i = 0; i < 8; ++i) {
        length[h.algorithm->big ? 7 - i : i] = bits >> (8 * i);
    }
    hash_take(&h, length, 8);
    for (size_t i = 0; i < h.algorithm->size; ++i) {
        unsigned shift = 8 * (h.algorithm->big ? 3 - i % 4 : i % 4);
        digest[i] = h.state[i / 4] >> shift;
    }
}

// --- the objects ---

static const mp_obj_type_t hash_type;

static mp_obj_t hash_update(mp_obj_t self_in, mp_obj_t data) {
    mp_buffer_info_t info;
    mp_get_buffer_raise(data, &info, MP_BUFFER_READ);
    hash_take(MP_OBJ_TO_PTR(self_in), info.buf, info.len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(hash_update_obj, hash_update);

static mp_obj_t hash_new(const algorithm_t *algorithm, size_t n_args, const mp_obj_t *args) {
    hash_t *h = mp_obj_malloc(hash_t, &hash_type);
    h->algorithm = algorithm;
    h->length = 0;
    memcpy(h->state, algorithm->initial, sizeof(h->state));
    if (n_args > 0) {
        hash_update(MP_OBJ_FROM_PTR(h), args[0]);
    }
    return MP_OBJ_FROM_PTR(h);
}

static mp_obj_t hash_copy(mp_obj_t self_in) {
    hash_t *h = mp_obj_malloc(hash_t, &hash_type);
    *h = *(hash_t *)MP_OBJ_TO_PTR(self_in);
    return MP_OBJ_FROM_PTR(h);
}
static MP_DEFINE_CONST_FUN_OBJ_1(hash_copy_obj, hash_copy);

static mp_obj_t hash_digest(mp_obj_t self_in) {
    const hash_t *self = MP_OBJ_TO_PTR(self_in);
    uint8_t digest[32];
    hash_finish(self, digest);
    return mp_obj_new_bytes(digest, self->algorithm->size);
}
static MP_DEFINE_CONST_FUN_OBJ_1(hash_digest_obj, hash_digest);

static mp_obj_t hash_hexdigest(mp_obj_t self_in) {
    const hash_t *self = MP_OBJ_TO_PTR(self_in);
    uint8_t digest[32];
    char hex[64];
    hash_finish(self, digest);
    for (size_t i = 0; i < 2u * self->algorithm->size; ++i) {
        hex[i] = "0123456789abcdef"[digest[i / 2] >> (i % 2 ? 0 : 4) & 15];
    }
    return mp_obj_new_str(hex, 2 * self->algorithm->size);
}
static MP_DEFINE_CONST_FUN_OBJ_1(hash_hexdigest_obj, hash_hexdigest);

static void hash_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const hash_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_name) {
        dest[0] = MP_OBJ_NEW_QSTR(self->algorithm->name);
    } else if (attr == MP_QSTR_digest_size) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(self->algorithm->size);
    } else if (attr == MP_QSTR_block_size) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(HASH_BLOCK);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t hash_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&hash_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_digest), MP_ROM_PTR(&hash_digest_obj) },
    { MP_ROM_QSTR(MP_QSTR_hexdigest), MP_ROM_PTR(&hash_hexdigest_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&hash_copy_obj) },
};
static MP_DEFINE_CONST_DICT(hash_locals, hash_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(hash_type, MP_QSTR_hash, MP_TYPE_FLAG_NONE,
    attr, hash_attr,
    locals_dict, &hash_locals
    );

// --- the module ---

static mp_obj_t hash_sha256(size_t n_args, const mp_obj_t *args) {
    return hash_new(&algorithms[0], n_args, args);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_sha256_obj, 0, 1, hash_sha256);

static mp_obj_t hash_sha1(size_t n_args, const mp_obj_t *args) {
    return hash_new(&algorithms[1], n_args, args);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_sha1_obj, 0, 1, hash_sha1);

static mp_obj_t hash_md5(size_t n_args, const mp_obj_t *args) {
    return hash_new(&algorithms[2], n_args, args);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_md5_obj, 0, 1, hash_md5);

static mp_obj_t hash_by_name(size_t n_args, const mp_obj_t *args) {
    const char *name = mp_obj_str_get_str(args[0]);
    for (size_t i = 0; i < MP_ARRAY_SIZE(algorithms); ++i) {
        if (strcmp(name, qstr_str(algorithms[i].name)) == 0) {
            return hash_new(&algorithms[i], n_args - 1, args + 1);
        }
    }
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("unsupported hash type %s"), name);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_by_name_obj, 1, 2, hash_by_name);

static const mp_rom_map_elem_t hashlib_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_hashlib) },
    { MP_ROM_QSTR(MP_QSTR_sha256), MP_ROM_PTR(&hash_sha256_obj) },
    { MP_ROM_QSTR(MP_QSTR_sha1), MP_ROM_PTR(&hash_sha1_obj) },
    { MP_ROM_QSTR(MP_QSTR_md5), MP_ROM_PTR(&hash_md5_obj) },
    { MP_ROM_QSTR(MP_QSTR_new), MP_ROM_PTR(&hash_by_name_obj) },
};
static MP_DEFINE_CONST_DICT(hashlib_globals, hashlib_globals_table);

const mp_obj_module_t vitrine_module_hashlib = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&hashlib_globals,
};
MP_REGISTER_MODULE(MP_QSTR_hashlib, vitrine_module_hashlib);
