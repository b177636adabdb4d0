// objreversed.c - reversed(), of whatever has a length and items; takes upstream's place.
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t seq;
    size_t left; // items that were not yet given
} reversed_t;

static mp_obj_t reversed_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_obj_t method[2];
    mp_load_method_maybe(args[0], MP_QSTR___reversed__, method);
    if (method[0] != MP_OBJ_NULL) {
        return mp_call_method_n_kw(0, 0, method);
    }
    mp_obj_t len = mp_obj_len_maybe(args[0]);
    if (len == MP_OBJ_NULL || !MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(args[0]), subscr)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not reversible"),
            mp_obj_get_type_str(args[0]));
    }
    reversed_t *self = mp_obj_malloc(reversed_t, type);
    self->seq = args[0];
    self->left = mp_obj_get_int(len);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t reversed_next(mp_obj_t self_in) {
    reversed_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->left == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    return mp_obj_subscr(self->seq, mp_obj_new_int_from_uint(--self->left), MP_OBJ_SENTINEL);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_reversed,
    MP_QSTR_reversed,
    MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    make_new, reversed_make_new,
    iter, reversed_next
    );
