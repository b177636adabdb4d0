// objzip.c - zip(), with strict=; takes upstream's place.
#include "py/objtuple.h"
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    bool strict;
    size_t n;
    mp_obj_t iters[];
} zip_t;

static mp_obj_t zip_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    zip_t *self = mp_obj_malloc_var(zip_t, iters, mp_obj_t, n_args, type);
    self->n = n_args;
    self->strict = false;
    for (size_t i = 0; i < n_kw; ++i) {
        if (args[n_args + 2 * i] != MP_OBJ_NEW_QSTR(MP_QSTR_strict)) {
            mp_raise_TypeError(MP_ERROR_TEXT("zip() got an unexpected keyword argument"));
        }
        self->strict = mp_obj_is_true(args[n_args + 2 * i + 1]);
    }
    for (size_t i = 0; i < n_args; ++i) {
        self->iters[i] = mp_getiter(args[i], NULL);
    }
    return MP_OBJ_FROM_PTR(self);
}

static NORETURN void raise_lengths(size_t i, const char *what) {
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("zip() argument %d is %s than argument%s%d"), (int)i + 1, what,
        i > 1 ? "s 1-" : " ", (int)i);
}

static mp_obj_t zip_next(mp_obj_t self_in) {
    zip_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->n == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->n, NULL));
    for (size_t i = 0; i < self->n; ++i) {
        mp_obj_t o = mp_iternext(self->iters[i]);
        if (o != MP_OBJ_STOP_ITERATION) {
            tuple->items[i] = o;
            continue;
        }
        if (self->strict && i > 0) {
            raise_lengths(i, "shorter");
        }
        for (size_t j = 1; self->strict && j < self->n; ++j) {
            if (mp_iternext(self->iters[j]) != MP_OBJ_STOP_ITERATION) {
                raise_lengths(j, "longer");
            }
        }
        mp_obj_tuple_del(MP_OBJ_FROM_PTR(tuple));
        return MP_OBJ_STOP_ITERATION;
    }
    return MP_OBJ_FROM_PTR(tuple);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_zip,
    MP_QSTR_zip,
    MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    make_new, zip_make_new,
    iter, zip_next
    );
