// hash.h - the numbers that equal values share; see hash.c.
#ifndef VITRINE_HASH_H
#define VITRINE_HASH_H

#include "py/obj.h"

// The collector takes what looks like an address for one: a hash that is kept
// never does, for it has this bit.
#define HASH_KEPT 0x80000000u

// What hash() says, raising TypeError for what cannot be a key.
int64_t vitrine_hash(mp_obj_t o);
int64_t vitrine_hash_frozenset(const mp_set_t *set);

#endif
