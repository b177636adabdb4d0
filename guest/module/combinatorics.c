// combinatorics.c - product, permutations and combinations of itertools: n items to
// choose from, k places, an index for each place.
#include <string.h>

#include "py/objtuple.h"
#include "iterators.h"

static size_t it_size(mp_obj_t o) {
    mp_int_t n = mp_obj_get_int(o);
    if (n < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("r must be non-negative"));
    }
    return n;
}

static mp_obj_t choice_next(it_t *self) {
    mp_obj_tuple_t *row = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->k, NULL));
    for (size_t i = 0; i < self->k; ++i) {
        row->items[i] = self->items[self->indices[i]];
    }
    return MP_OBJ_FROM_PTR(row);
}

// The places may choose from pools of their own, one after the other in `items`:
// `indices` of a product has k ends of pools behind the k indices.
static mp_obj_t product_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_int_t repeat = mp_obj_get_int(it_keyword(n_kw, args + n_args, MP_QSTR_repeat, MP_OBJ_NEW_SMALL_INT(1)));
    if (repeat < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("repeat argument cannot be negative"));
    }
    if (repeat == 0) {
        n_args = 0;
    }
    mp_obj_tuple_t *pools = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args, NULL));
    size_t total = 0, n, k;
    mp_obj_t *items;
    for (size_t i = 0; i < n_args; ++i) {
        it_pool(args[i], &n, &items);
        pools->items[i] = mp_obj_new_tuple(n, items);
        total += n;
    }
    if (__builtin_mul_overflow(n_args, (size_t)repeat, &k) || k > SIZE_MAX / 2 / sizeof(size_t)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("repeat argument too large"));
    }
    it_t *self = it_new(type, total);
    self->k = k;
    self->indices = m_new(size_t, 2 * k);
    size_t *ends = self->indices + k, at = 0;
    for (size_t i = 0; i < k; ++i) {
        if (i < n_args) {
            mp_obj_get_array(pools->items[i], &n, &items);
            memcpy(self->items + at, items, n * sizeof(mp_obj_t));
            self->indices[i] = at;
            ends[i] = at += n;
            self->ended |= n == 0;
        } else {
            self->indices[i] = self->indices[i - n_args];
            ends[i] = ends[i - n_args];
        }
    }
    // The first pool begins at 0, the others where the one before ends.
    self->step = n_args;
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t product_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    size_t *ends = self->indices + self->k, pools = self->step, i = self->k;
    bool first = !self->started;
    self->started = true;
    while (!first && !self->ended) {
        if (i == 0) {
            return it_end(self);
        }
        --i;
        if (++self->indices[i] < ends[i]) {
            break;
        }
        self->indices[i] = i % pools == 0 ? 0 : ends[i % pools - 1];
    }
    return self->ended ? MP_OBJ_STOP_ITERATION : choice_next(self);
}
IT_TYPE(product, product_make, product_next);

static it_t *choice_new(const mp_obj_type_t *type, mp_obj_t iterable) {
    size_t n;
    mp_obj_t *items;
    it_pool(iterable, &n, &items);
    it_t *self = it_new(type, n);
    memcpy(self->items, items, n * sizeof(mp_obj_t));
    return self;
}

static const mp_arg_t choice_args[] = {
    { MP_QSTR_iterable, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
    { MP_QSTR_r, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
};

static mp_obj_t combinations_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_val_t parsed[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, choice_args, parsed);
    extern const mp_obj_type_t it_type_combinations;
    bool distinct = type == &it_type_combinations;
    it_t *self = choice_new(type, parsed[0].u_obj);
    size_t k = it_size(parsed[1].u_obj);
    self->ended = distinct ? k > self->n : k > 0 && self->n == 0;
    if (!self->ended) {
        self->indices = m_new0(size_t, k);
        self->k = k;
        for (size_t i = 0; distinct && i < k; ++i) {
            self->indices[i] = i;
        }
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t combinations_step(it_t *self, bool distinct) {
    if (self->ended) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (self->started) {
        size_t i = self->k;
        do {
            if (i == 0) {
                return it_end(self);
            }
            --i;
        } while (self->indices[i] == (distinct ? self->n - self->k + i : self->n - 1));
        size_t index = ++self->indices[i];
        while (++i < self->k) {
            self->indices[i] = distinct ? ++index : index;
        }
    }
    self->started = true;
    return choice_next(self);
}

static mp_obj_t combinations_next(mp_obj_t self_in) {
    return combinations_step(MP_OBJ_TO_PTR(self_in), true);
}
IT_TYPE(combinations, combinations_make, combinations_next);

static mp_obj_t combinations_with_replacement_next(mp_obj_t self_in) {
    return combinations_step(MP_OBJ_TO_PTR(self_in), false);
}
IT_TYPE(combinations_with_replacement, combinations_make, combinations_with_replacement_next);

// All n indices are permuted; behind them, how many turns each place has left.
static mp_obj_t permutations_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_r, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
    };
    mp_arg_val_t parsed[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, parsed);
    it_t *self = choice_new(type, parsed[0].u_obj);
    size_t k = parsed[1].u_obj == mp_const_none ? self->n : it_size(parsed[1].u_obj);
    self->ended = k > self->n;
    if (!self->ended) {
        self->k = k;
        self->indices = m_new(size_t, self->n + k);
        for (size_t i = 0; i < self->n; ++i) {
            self->indices[i] = i;
        }
        for (size_t i = 0; i < k; ++i) {
            self->indices[self->n + i] = self->n - i;
        }
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t permutations_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->ended) {
        return MP_OBJ_STOP_ITERATION;
    }
    if (self->started) {
        size_t *turns = self->indices + self->n, i = self->k;
        for (;;) {
            if (i == 0) {
                return it_end(self);
            }
            --i;
            size_t index = self->indices[i];
            if (--turns[i] > 0) {
                size_t j = self->n - turns[i];
                self->indices[i] = self->indices[j];
                self->indices[j] = index;
                break;
            }
            memmove(self->indices + i, self->indices + i + 1, (self->n - i - 1) * sizeof(size_t));
            self->indices[self->n - 1] = index;
            turns[i] = self->n - i;
        }
    }
    self->started = true;
    return choice_next(self);
}
IT_TYPE(permutations, permutations_make, permutations_next);
