// hash.c - hash(): the numbers that equal values share.
//
// Numbers, tuples and frozensets have the numbers that CPython gives them on a
// machine of 64 bits, so that sets of them are in CPython's order: modulo the
// prime 2**61 - 1 for numbers, a form of xxHash for tuples.
#include "hash.h"

#include <math.h>

#include "map.h"
#include "py/cstack.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "set.h"

#define PRIME_BITS 61
#define PRIME ((UINT64_C(1) << PRIME_BITS) - 1)
#define HASH_INFINITE 314159
#define HASH_NONE 0xfca86420

// -1 is no hash, as in CPython.
static int64_t with_sign(uint64_t h, bool negative) {
    int64_t signed_hash = negative ? -(int64_t)h : (int64_t)h;
    return signed_hash == -1 ? -2 : signed_hash;
}

static uint64_t rotate(uint64_t h, unsigned bits) {
    return ((h << bits) & PRIME) | h >> (PRIME_BITS - bits);
}

static int64_t hash_float(double f) {
    if (!isfinite(f)) {
        return isnan(f) ? 0 : f > 0 ? HASH_INFINITE : -HASH_INFINITE;
    }
    int exponent;
    uint64_t h = 0;
    double m = frexp(fabs(f), &exponent);
    // The mantissa in pieces of 28 bits, each exact.
    while (m != 0) {
        h = rotate(h, 28);
        m *= 268435456.0;
        exponent -= 28;
        uint64_t piece = (uint64_t)m;
        m -= (double)piece;
        h += piece;
        if (h >= PRIME) {
            h -= PRIME;
        }
    }
    exponent = exponent >= 0 ? exponent % PRIME_BITS : PRIME_BITS - 1 - (-1 - exponent) % PRIME_BITS;
    return with_sign(exponent == 0 ? h : rotate(h, exponent), f < 0);
}

static int64_t hash_big(const mpz_t *z) {
    uint64_t h = 0;
    for (size_t i = z->len; i-- > 0;) {
        h = rotate(h, MPZ_DIG_SIZE) + z->dig[i];
        if (h >= PRIME) {
            h -= PRIME;
        }
    }
    return with_sign(h, z->neg);
}

static int64_t hash_tuple(mp_obj_t o) {
    const uint64_t prime1 = UINT64_C(11400714785074694791), prime2 = UINT64_C(14029467366897019727),
        prime5 = UINT64_C(2870177450012600261);
    mp_cstack_check();
    size_t len;
    mp_obj_t *items;
    mp_obj_tuple_get(o, &len, &items);
    uint64_t h = prime5;
    for (size_t i = 0; i < len; ++i) {
        h += (uint64_t)vitrine_hash(items[i]) * prime2;
        h = (h << 31 | h >> 33) * prime1;
    }
    h += len ^ (prime5 ^ 3527539);
    return h == UINT64_MAX ? 1546275796 : (int64_t)h;
}

static uint64_t shuffle(uint64_t h) {
    return ((h ^ 89869747) ^ h << 16) * 3644798167;
}

int64_t vitrine_hash_frozenset(const mp_set_t *set) {
    mp_cstack_check();
    uint64_t h = 0;
    for (size_t i = 0; i < set->alloc; ++i) {
        if (mp_set_slot_is_filled(set, i)) {
            // A set keeps not all bits of the hash of a tuple or a frozenset.
            mp_obj_t o = set->table[i];
            bool whole = mp_obj_is_type(o, &mp_type_tuple) || mp_obj_is_type(o, &mp_type_frozenset);
            h ^= shuffle((uint64_t)(whole ? vitrine_hash(o) : vitrine_set_hash(set, i)));
        }
    }
    h ^= ((uint64_t)set->used + 1) * 1927868237;
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069 + 907133923;
    return h == UINT64_MAX ? 590923713 : (int64_t)h;
}

static int64_t hash_text(mp_obj_t o) {
    GET_STR_HASH(o, h);
    if (h == 0) {
        GET_STR_DATA_LEN(o, data, len);
        h = qstr_compute_hash(data, len);
    }
    return (uint32_t)h | HASH_KEPT;
}

// What __hash__ returned: the number itself, if it has at most 63 bits.
static int64_t as_hash(mp_obj_t o) {
    if (!mp_obj_is_small_int(o)) {
        const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz;
        if (z->len > 2 || (z->len == 2 && z->dig[1] >> 31)) {
            return hash_big(z);
        }
        uint64_t h = 0;
        for (size_t i = z->len; i-- > 0;) {
            h = h << MPZ_DIG_SIZE | z->dig[i];
        }
        return with_sign(h, z->neg);
    }
    mp_int_t h = MP_OBJ_SMALL_INT_VALUE(o);
    return h == -1 ? -2 : h;
}

int64_t vitrine_hash(mp_obj_t o) {
    if (mp_obj_is_small_int(o)) {
        mp_int_t value = MP_OBJ_SMALL_INT_VALUE(o);
        return sizeof(mp_int_t) > 4 ? with_sign((value < 0 ? -(uint64_t)value : (uint64_t)value) % PRIME, value < 0)
            : value == -1 ? -2 : value;
    }
    if (mp_obj_is_str_or_bytes(o)) {
        return hash_text(o);
    }
    if (mp_obj_is_float(o)) {
        return hash_float(mp_obj_float_get(o));
    }
    const mp_obj_type_t *type = mp_obj_get_type(o);
    if (type == &mp_type_int) {
        return hash_big(&((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz);
    }
    if (type == &mp_type_bool) {
        return o == mp_const_true;
    }
    if (o == mp_const_none) {
        return HASH_NONE;
    }
    if (type == &mp_type_frozenset) {
        return vitrine_hash_frozenset(vitrine_set_of(o));
    }
    if (type == &mp_type_complex) {
        mp_float_t real, imag;
        mp_obj_complex_get(o, &real, &imag);
        int64_t h = (int64_t)((uint64_t)hash_float(real) + 1000003 * (uint64_t)hash_float(imag));
        return h == -1 ? -2 : h;
    }
    if (!MP_OBJ_TYPE_HAS_SLOT(type, unary_op)) {
        return (int64_t)((uintptr_t)MP_OBJ_TO_PTR(o) >> 4);
    }
    mp_unary_op_fun_t unary_op = MP_OBJ_TYPE_GET_SLOT(type, unary_op);
    if (unary_op == mp_obj_tuple_unary_op) {
        return hash_tuple(o);
    }
    mp_cstack_check();
    mp_obj_t h = unary_op(MP_UNARY_OP_HASH, o);
    if (h == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unhashable type: '%s'"), mp_obj_get_type_str(o));
    }
    if (mp_obj_is_bool(h)) {
        return h == mp_const_true;
    }
    if (!mp_obj_is_int(h)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__hash__ method should return an integer"));
    }
    return as_hash(h);
}
