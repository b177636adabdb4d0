// iterators.h - what the iterators of itertools share.
//
// Every iterator is one struct, and keeps what it needs in the same few fields.
#ifndef VITRINE_GUEST_ITERATORS_H
#define VITRINE_GUEST_ITERATORS_H

#include "py/runtime.h"

typedef struct _it_t {
    mp_obj_base_t base;
    bool started;
    bool ended;
    uint64_t at; // counts
    uint64_t end;
    uint64_t step;
    mp_obj_t from; // the iterator behind it
    mp_obj_t fun;
    mp_obj_t value;
    mp_obj_t other;
    size_t *indices;
    size_t n;
    size_t k;
    mp_obj_t items[];
} it_t;

static inline it_t *it_new(const mp_obj_type_t *type, size_t n_items) {
    it_t *self = m_malloc0(offsetof(it_t, items) + n_items * sizeof(mp_obj_t));
    self->base.type = type;
    self->n = n_items;
    return self;
}

static inline mp_obj_t it_end(it_t *self) {
    self->ended = true;
    return MP_OBJ_STOP_ITERATION;
}

// All of an iterable.
void it_pool(mp_obj_t iterable, size_t *n, mp_obj_t **items);
// The value of one keyword argument; there may be no other.
mp_obj_t it_keyword(size_t n_kw, const mp_obj_t *kw, qstr name, mp_obj_t value);

#define IT_TYPE(name, make, next, ...) \
    MP_DEFINE_CONST_OBJ_TYPE(it_type_##name, MP_QSTR_##name, MP_TYPE_FLAG_ITER_IS_ITERNEXT, \
    make_new, make, iter, next, ##__VA_ARGS__)

// --- combinatorics.c ---

extern const mp_obj_type_t it_type_product, it_type_combinations, it_type_combinations_with_replacement, it_type_permutations;

#endif
