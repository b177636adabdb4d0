// objslice.c - slice objects; takes upstream's place.
#include "type/slice.h"

#include "number/intmethods.h"
#include "py/objint.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "py/smallint.h"

// Far from overflow when a length is added.
#define FAR (MP_SMALL_INT_MAX / 2)

static mp_obj_t slice_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)type;
    mp_arg_check_num(n_args, n_kw, 1, 3, false);
    if (n_args == 1) {
        return mp_obj_new_slice(mp_const_none, args[0], mp_const_none);
    }
    return mp_obj_new_slice(args[0], args[1], n_args > 2 ? args[2] : mp_const_none);
}

static void slice_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const mp_obj_slice_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "slice(");
    mp_obj_print_helper(print, self->start, PRINT_REPR);
    mp_print_str(print, ", ");
    mp_obj_print_helper(print, self->stop, PRINT_REPR);
    mp_print_str(print, ", ");
    mp_obj_print_helper(print, self->step, PRINT_REPR);
    mp_print_str(print, ")");
}

// That there is one, without a hash, makes slices unhashable.
static mp_obj_t slice_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    (void)op;
    (void)self_in;
    return MP_OBJ_NULL;
}

static mp_obj_t slice_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (!mp_obj_is_type(rhs, &mp_type_slice) || op > MP_BINARY_OP_MORE_EQUAL) {
        return MP_OBJ_NULL;
    }
    const mp_obj_slice_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    mp_obj_t a_items[] = {a->start, a->stop, a->step}, b_items[] = {b->start, b->stop, b->step};
    return mp_obj_new_bool(mp_seq_cmp_objs(op, a_items, 3, b_items, 3));
}

static mp_obj_t slice_indices(mp_obj_t self_in, mp_obj_t length) {
    mp_bound_slice_t bounds;
    mp_int_t len = mp_obj_get_int(length);
    if (len < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("length should not be negative"));
    }
    mp_obj_slice_indices(self_in, len, &bounds);
    mp_obj_t items[] = {mp_obj_new_int(bounds.start), mp_obj_new_int(bounds.stop), mp_obj_new_int(bounds.step)};
    return mp_obj_new_tuple(3, items);
}
static MP_DEFINE_CONST_FUN_OBJ_2(slice_indices_obj, slice_indices);

static void slice_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return; // they are read-only
    }
    const mp_obj_slice_t *self = MP_OBJ_TO_PTR(self_in);
    if (attr == MP_QSTR_start) {
        dest[0] = self->start;
    } else if (attr == MP_QSTR_stop) {
        dest[0] = self->stop;
    } else if (attr == MP_QSTR_step) {
        dest[0] = self->step;
    } else if (attr == MP_QSTR_indices) {
        dest[0] = MP_OBJ_FROM_PTR(&slice_indices_obj);
        dest[1] = self_in;
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_slice,
    MP_QSTR_slice,
    MP_TYPE_FLAG_NONE,
    make_new, slice_make_new,
    print, slice_print,
    unary_op, slice_unary_op,
    binary_op, slice_binary_op,
    attr, slice_attr
    );

mp_obj_t mp_obj_new_slice(mp_obj_t start, mp_obj_t stop, mp_obj_t step) {
    mp_obj_slice_t *o = mp_obj_malloc(mp_obj_slice_t, &mp_type_slice);
    o->start = start;
    o->stop = stop;
    o->step = step;
    return MP_OBJ_FROM_PTR(o);
}

mp_int_t vitrine_index_clamped(mp_obj_t o) {
    if (mp_obj_is_bool(o)) {
        return o == mp_const_true;
    }
    if (!mp_obj_is_int(o) && !mp_obj_is_float(o)) {
        mp_obj_t method[2];
        mp_load_method_maybe(o, MP_QSTR___index__, method);
        if (method[0] != MP_OBJ_NULL) {
            o = mp_call_method_n_kw(0, 0, method);
        }
    }
    o = mp_obj_is_int(o) ? vitrine_int_normal(o) : o;
    if (mp_obj_is_small_int(o)) {
        mp_int_t n = MP_OBJ_SMALL_INT_VALUE(o);
        return n > FAR ? FAR : n < -FAR ? -FAR : n;
    }
    if (!mp_obj_is_int(o)) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or None or have an __index__ method"));
    }
    return mp_obj_int_sign(o) < 0 ? -FAR : FAR;
}

// One end: absent, from the end if negative, and within low and high.
static mp_int_t bound(mp_obj_t o, mp_int_t absent, mp_int_t length, mp_int_t low, mp_int_t high) {
    if (o == mp_const_none) {
        return absent;
    }
    mp_int_t n = vitrine_index_clamped(o);
    n += n < 0 ? length : 0;
    return n < low ? low : n > high ? high : n;
}

void mp_obj_slice_indices(mp_obj_t self_in, mp_int_t length, mp_bound_slice_t *result) {
    const mp_obj_slice_t *self = MP_OBJ_TO_PTR(self_in);
    mp_int_t step = self->step == mp_const_none ? 1 : vitrine_index_clamped(self->step);
    if (step == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("slice step cannot be zero"));
    }
    bool up = step > 0;
    result->step = step;
    result->start = bound(self->start, up ? 0 : length - 1, length, up ? 0 : -1, up ? length : length - 1);
    result->stop = bound(self->stop, up ? length : -1, length, up ? 0 : -1, up ? length : length - 1);
}

size_t vitrine_slice_len(const mp_bound_slice_t *slice) {
    mp_int_t distance = slice->step > 0 ? slice->stop - slice->start : slice->start - slice->stop;
    mp_int_t step = slice->step > 0 ? slice->step : -slice->step;
    return distance <= 0 ? 0 : (distance - 1) / step + 1;
}
