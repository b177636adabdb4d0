// random.c - the module _random: the Mersenne Twister MT19937, as Python seeds
// and reads it. lib/random.py has the distributions.
//
// A generator that nobody seeded seeds itself at its first number, as it may
// have been made at boot: from the system with the grant, from a constant without.
// What came from the system is drawn anew in each fork, or all would go on alike.
#include <string.h>

#include "machine/port.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "machine/stop.h"

#define WORDS 624
#define MIDDLE 397
#define UNSEEDED (WORDS + 1)

typedef struct {
    mp_obj_base_t base;
    uint32_t next; // word that is read next; UNSEEDED: none is there
    uint32_t life; // of the session that it was seeded in, by chance; 0: not by chance
    uint32_t words[WORDS];
} generator_t;

static void seed_word(generator_t *g, uint32_t seed) {
    g->words[0] = seed;
    for (uint32_t i = 1; i < WORDS; ++i) {
        uint32_t before = g->words[i - 1];
        g->words[i] = 1812433253u * (before ^ before >> 30) + i;
    }
    g->next = WORDS;
    g->life = 0;
}

static void seed_words(generator_t *g, const uint32_t *key, size_t len) {
    uint32_t *w = g->words;
    seed_word(g, 19650218);
    size_t i = 1, j = 0;
    for (size_t n = MAX(WORDS, len); n > 0; --n) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key[j] + j;
        if (++i == WORDS) {
            w[0] = w[WORDS - 1];
            i = 1;
        }
        if (++j == len) {
            j = 0;
        }
    }
    for (size_t n = WORDS - 1; n > 0; --n) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - i;
        if (++i == WORDS) {
            w[0] = w[WORDS - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000u;
}

static void seed_itself(generator_t *g) {
    if (g->next == UNSEEDED || (g->life != 0 && g->life != vitrine_life)) {
        uint32_t seed;
        bool chance = vitrine_random_seed(&seed);
        seed_words(g, &seed, 1);
        g->life = chance ? vitrine_life : 0;
    }
}

static uint32_t next_word(generator_t *g) {
    seed_itself(g);
    if (g->next >= WORDS) {
        uint32_t *w = g->words;
        for (size_t i = 0; i < WORDS; ++i) {
            uint32_t y = (w[i] & 0x80000000u) | (w[(i + 1) % WORDS] & 0x7fffffffu);
            w[i] = w[(i + MIDDLE) % WORDS] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
        }
        g->next = 0;
    }
    uint32_t y = g->words[g->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static mp_obj_t generator_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, 0, false);
    generator_t *g = mp_obj_malloc(generator_t, type);
    g->next = UNSEEDED;
    g->life = 0;
    return MP_OBJ_FROM_PTR(g);
}

// Little-endian bytes, whole words of them.
static mp_obj_t generator_seed(mp_obj_t self, mp_obj_t bytes) {
    mp_buffer_info_t info;
    mp_get_buffer_raise(bytes, &info, MP_BUFFER_READ);
    size_t len = MAX(info.len / 4, 1);
    uint32_t *key = m_new0(uint32_t, len);
    memcpy(key, info.buf, info.len / 4 * 4);
    seed_words(MP_OBJ_TO_PTR(self), key, len);
    m_del(uint32_t, key, len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(generator_seed_obj, generator_seed);

static mp_obj_t generator_unseed(mp_obj_t self) {
    ((generator_t *)MP_OBJ_TO_PTR(self))->next = UNSEEDED;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(generator_unseed_obj, generator_unseed);

static mp_obj_t generator_random(mp_obj_t self) {
    generator_t *g = MP_OBJ_TO_PTR(self);
    uint32_t high = next_word(g) >> 5, low = next_word(g) >> 6;
    return mp_obj_new_float((high * 67108864.0 + low) / 9007199254740992.0);
}
static MP_DEFINE_CONST_FUN_OBJ_1(generator_random_obj, generator_random);

// k bits, from little-endian words of which the last gives its upper bits.
static mp_obj_t take_bits(generator_t *g, size_t k) {
    if (k <= 32) {
        return mp_obj_new_int_from_uint(k == 0 ? 0 : next_word(g) >> (32 - k));
    }
    vstr_t bytes;
    vstr_init_len(&bytes, (k + 31) / 32 * 4);
    for (size_t i = 0; i < bytes.len; i += 4, k -= 32) {
        vitrine_stop_check();
        uint32_t word = next_word(g);
        if (k < 32) {
            word >>= 32 - k;
        }
        for (size_t j = 0; j < 4; ++j) {
            bytes.buf[i + j] = word >> 8 * j;
        }
    }
    return mp_obj_int_from_bytes_impl(false, bytes.len, (const byte *)bytes.buf);
}

static mp_obj_t generator_getrandbits(mp_obj_t self, mp_obj_t k) {
    mp_int_t bits = mp_obj_get_int(k);
    if (bits < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("number of bits must be non-negative"));
    }
    return take_bits(MP_OBJ_TO_PTR(self), bits);
}
static MP_DEFINE_CONST_FUN_OBJ_2(generator_getrandbits_obj, generator_getrandbits);

// A number from 0 to below the limit.
static mp_obj_t generator_below(mp_obj_t self, mp_obj_t limit) {
    generator_t *g = MP_OBJ_TO_PTR(self);
    if (mp_obj_is_small_int(limit)) {
        mp_int_t n = MP_OBJ_SMALL_INT_VALUE(limit);
        if (n <= 0) {
            return MP_OBJ_NEW_SMALL_INT(0);
        }
        if (n <= UINT32_MAX) {
            unsigned shift = __builtin_clz((uint32_t)n);
            uint32_t r;
            do {
                vitrine_stop_check();
                r = next_word(g) >> shift;
            } while (r >= n);
            return mp_obj_new_int_from_uint(r);
        }
    }
    size_t bits = 0;
    if (mp_obj_is_small_int(limit)) {
        bits = 8 * sizeof(long long) - __builtin_clzll(MP_OBJ_SMALL_INT_VALUE(limit));
    } else if (mp_obj_is_exact_type(limit, &mp_type_int) && mp_obj_int_sign(limit) > 0) {
        const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(limit))->mpz;
        bits = z->len * MPZ_DIG_SIZE - __builtin_clz(z->dig[z->len - 1]);
    }
    if (bits == 0) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    mp_obj_t r;
    do {
        r = take_bits(g, bits);
    } while (!mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, r, limit)));
    return r;
}
static MP_DEFINE_CONST_FUN_OBJ_2(generator_below_obj, generator_below);

// The words and the index of the next.
static mp_obj_t generator_state(size_t n_args, const mp_obj_t *args) {
    generator_t *g = MP_OBJ_TO_PTR(args[0]);
    if (n_args == 1) {
        seed_itself(g);
        mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(WORDS + 1, NULL));
        for (size_t i = 0; i < WORDS; ++i) {
            tuple->items[i] = mp_obj_new_int_from_uint(g->words[i]);
        }
        tuple->items[WORDS] = MP_OBJ_NEW_SMALL_INT(g->next);
        return MP_OBJ_FROM_PTR(tuple);
    }
    mp_obj_t *items;
    mp_obj_get_array_fixed_n(args[1], WORDS + 1, &items);
    mp_int_t next = mp_obj_get_int(items[WORDS]);
    if (next < 0 || next > WORDS) {
        mp_raise_ValueError(MP_ERROR_TEXT("invalid state"));
    }
    for (size_t i = 0; i < WORDS; ++i) {
        g->words[i] = mp_obj_get_int_truncated(items[i]);
    }
    g->next = next;
    g->life = 0;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(generator_state_obj, 1, 2, generator_state);

static const mp_rom_map_elem_t generator_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_seed), MP_ROM_PTR(&generator_seed_obj) },
    { MP_ROM_QSTR(MP_QSTR_unseed), MP_ROM_PTR(&generator_unseed_obj) },
    { MP_ROM_QSTR(MP_QSTR_random), MP_ROM_PTR(&generator_random_obj) },
    { MP_ROM_QSTR(MP_QSTR_getrandbits), MP_ROM_PTR(&generator_getrandbits_obj) },
    { MP_ROM_QSTR(MP_QSTR_below), MP_ROM_PTR(&generator_below_obj) },
    { MP_ROM_QSTR(MP_QSTR_state), MP_ROM_PTR(&generator_state_obj) },
};
static MP_DEFINE_CONST_DICT(generator_locals, generator_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(generator_type, MP_QSTR_Generator, MP_TYPE_FLAG_NONE,
    make_new, generator_make,
    locals_dict, &generator_locals
    );

static const mp_rom_map_elem_t random_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__random) },
    { MP_ROM_QSTR(MP_QSTR_Generator), MP_ROM_PTR(&generator_type) },
};
static MP_DEFINE_CONST_DICT(random_globals, random_globals_table);

const mp_obj_module_t vitrine_module_random = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&random_globals,
};
MP_REGISTER_MODULE(MP_QSTR__random, vitrine_module_random);
