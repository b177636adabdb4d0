// objrange.c - range, of integers of any size.
//
// In place of upstream's, whose ranges end where a machine word does. Start, stop
// and step are kept as they are, as integer objects; where all three are small
// nothing is computed through objects, and iterating allocates nothing.
#include "py/objint.h"
#include "py/objtuple.h"
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t start, stop, step;
} range_t;

static bool less(mp_obj_t a, mp_obj_t b) {
    return mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, a, b));
}

static bool is_small(const range_t *r) {
    return mp_obj_is_small_int(r->start) && mp_obj_is_small_int(r->stop)
           && mp_obj_is_small_int(r->step);
}

// The result of an operation, as a small integer if it is one.
static mp_obj_t narrow(mp_obj_t n) {
    mp_int_t value;
    if (!mp_obj_is_small_int(n)
        && mpz_as_int_checked(&((const mp_obj_int_t *)MP_OBJ_TO_PTR(n))->mpz, &value)) {
        return mp_obj_new_int(value);
    }
    return n;
}

static mp_obj_t compute(mp_binary_op_t op, mp_obj_t a, mp_obj_t b) {
    return narrow(mp_binary_op(op, a, b));
}

// MP_OBJ_NULL: it is no integer, and cannot stand for one.
static mp_obj_t integer_maybe(mp_obj_t value) {
    if (mp_obj_is_small_int(value)) {
        return value;
    }
    if (mp_obj_is_bool(value)) {
        return MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
    }
    if (!mp_obj_is_exact_type(value, &mp_type_int)) {
        value = mp_unary_op(MP_UNARY_OP_INT_MAYBE, value);
    }
    return value == MP_OBJ_NULL ? value : narrow(value);
}

static mp_obj_t integer(mp_obj_t value) {
    mp_obj_t n = integer_maybe(value);
    if (n == MP_OBJ_NULL) {
        mp_raise_TypeError_int_conversion(value);
    }
    return n;
}

// --- iteration ---

typedef struct {
    mp_obj_base_t base;
    mp_int_t at, stop, step;
} small_iterator_t;

typedef struct {
    mp_obj_base_t base;
    mp_obj_t at, stop, step;
} iterator_t;

_Static_assert(sizeof(small_iterator_t) <= sizeof(mp_obj_iter_buf_t), "an iterator fits");
_Static_assert(sizeof(iterator_t) <= sizeof(mp_obj_iter_buf_t), "an iterator fits");

static mp_obj_t small_next(mp_obj_t self_in) {
    small_iterator_t *i = MP_OBJ_TO_PTR(self_in);
    if (i->step > 0 ? i->at >= i->stop : i->at <= i->stop) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t value = MP_OBJ_NEW_SMALL_INT(i->at);
    i->at += i->step; // two small integers: their sum fits into a word
    return value;
}

static mp_obj_t next(mp_obj_t self_in) {
    iterator_t *i = MP_OBJ_TO_PTR(self_in);
    if (mp_obj_int_sign(i->step) > 0 ? !less(i->at, i->stop) : !less(i->stop, i->at)) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t value = i->at;
    i->at = compute(MP_BINARY_OP_ADD, value, i->step);
    return value;
}

static MP_DEFINE_CONST_OBJ_TYPE(small_iterator_type, MP_QSTR_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, small_next
    );

static MP_DEFINE_CONST_OBJ_TYPE(iterator_type, MP_QSTR_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, next
    );

static mp_obj_t range_iter(mp_obj_t self_in, mp_obj_iter_buf_t *buffer) {
    const range_t *r = MP_OBJ_TO_PTR(self_in);
    if (is_small(r)) {
        small_iterator_t *i = (small_iterator_t *)buffer;
        i->base.type = &small_iterator_type;
        i->at = MP_OBJ_SMALL_INT_VALUE(r->start);
        i->stop = MP_OBJ_SMALL_INT_VALUE(r->stop);
        i->step = MP_OBJ_SMALL_INT_VALUE(r->step);
    } else {
        iterator_t *i = (iterator_t *)buffer;
        i->base.type = &iterator_type;
        i->at = r->start;
        i->stop = r->stop;
        i->step = r->step;
    }
    return MP_OBJ_FROM_PTR(buffer);
}

// --- the range ---

static mp_obj_t range_new(mp_obj_t start, mp_obj_t stop, mp_obj_t step) {
    range_t *r = mp_obj_malloc(range_t, &mp_type_range);
    r->start = start;
    r->stop = stop;
    r->step = step;
    return MP_OBJ_FROM_PTR(r);
}

static mp_obj_t range_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw,
    const mp_obj_t *args) {
    (void)type;
    mp_arg_check_num(n_args, n_kw, 1, 3, false);
    mp_obj_t start = n_args > 1 ? integer(args[0]) : MP_OBJ_NEW_SMALL_INT(0);
    mp_obj_t stop = integer(args[n_args > 1]);
    mp_obj_t step = n_args > 2 ? integer(args[2]) : MP_OBJ_NEW_SMALL_INT(1);
    if (step == MP_OBJ_NEW_SMALL_INT(0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("range() arg 3 must not be zero"));
    }
    return range_new(start, stop, step);
}

static mp_obj_t range_length(const range_t *r) {
    bool up = mp_obj_int_sign(r->step) > 0;
    mp_obj_t from = up ? r->start : r->stop, to = up ? r->stop : r->start;
    if (is_small(r)) {
        // In 64 bits, as the span of two small integers may be none.
        long long step = MP_OBJ_SMALL_INT_VALUE(r->step);
        long long span = (long long)MP_OBJ_SMALL_INT_VALUE(to) - MP_OBJ_SMALL_INT_VALUE(from);
        return mp_obj_new_int_from_uint(span > 0 ? (span - 1) / (up ? step : -step) + 1 : 0);
    }
    if (!less(from, to)) {
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    const mp_obj_t one = MP_OBJ_NEW_SMALL_INT(1);
    mp_obj_t step = up ? r->step : mp_unary_op(MP_UNARY_OP_NEGATIVE, r->step);
    mp_obj_t span = compute(MP_BINARY_OP_SUBTRACT, compute(MP_BINARY_OP_SUBTRACT, to, from), one);
    return compute(MP_BINARY_OP_ADD, compute(MP_BINARY_OP_FLOOR_DIVIDE, span, step), one);
}

static mp_obj_t range_at(const range_t *r, mp_obj_t index) {
    return compute(MP_BINARY_OP_ADD, r->start, compute(MP_BINARY_OP_MULTIPLY, index, r->step));
}

// A bound of a slice as an index into `length` items; one beyond either end, as
// counting in this direction needs it.
static mp_obj_t slice_bound(mp_obj_t bound, mp_obj_t length, bool up, bool first) {
    const mp_obj_t zero = MP_OBJ_NEW_SMALL_INT(0), one = MP_OBJ_NEW_SMALL_INT(1);
    mp_obj_t low = up ? zero : MP_OBJ_NEW_SMALL_INT(-1);
    mp_obj_t high = up ? length : compute(MP_BINARY_OP_SUBTRACT, length, one);
    if (bound == mp_const_none) {
        return up == first ? low : high;
    }
    bound = integer(bound);
    if (less(bound, zero)) {
        bound = compute(MP_BINARY_OP_ADD, bound, length);
        return less(bound, zero) ? low : bound;
    }
    return less(bound, length) ? bound : high;
}

static mp_obj_t range_slice(const range_t *r, const mp_obj_slice_t *slice) {
    mp_obj_t step = slice->step == mp_const_none ? MP_OBJ_NEW_SMALL_INT(1) : integer(slice->step);
    if (step == MP_OBJ_NEW_SMALL_INT(0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("slice step cannot be zero"));
    }
    bool up = mp_obj_int_sign(step) > 0;
    mp_obj_t length = range_length(r);
    mp_obj_t start = range_at(r, slice_bound(slice->start, length, up, true));
    mp_obj_t stop = range_at(r, slice_bound(slice->stop, length, up, false));
    return range_new(start, stop, compute(MP_BINARY_OP_MULTIPLY, r->step, step));
}

static mp_obj_t range_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    const range_t *r = MP_OBJ_TO_PTR(self_in);
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    if (mp_obj_is_type(index, &mp_type_slice)) {
        return range_slice(r, MP_OBJ_TO_PTR(index));
    }
    mp_obj_t at = integer_maybe(index), length = range_length(r);
    if (at == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q indices must be integers, not %s"),
            MP_QSTR_range, mp_obj_get_type_str(index));
    }
    if (mp_obj_int_sign(at) < 0) {
        at = compute(MP_BINARY_OP_ADD, at, length);
    }
    if (mp_obj_int_sign(at) < 0 || !less(at, length)) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("%q index out of range"), MP_QSTR_range);
    }
    return range_at(r, at);
}

static bool range_contains(const range_t *r, mp_obj_t n) {
    bool up = mp_obj_int_sign(r->step) > 0;
    if (up ? less(n, r->start) || !less(n, r->stop) : less(r->start, n) || !less(r->stop, n)) {
        return false;
    }
    mp_obj_t past = compute(MP_BINARY_OP_SUBTRACT, n, r->start);
    return compute(MP_BINARY_OP_MODULO, past, r->step) == MP_OBJ_NEW_SMALL_INT(0);
}

// What tells ranges of the same items from others: their number, the first, the step.
static void range_identity(const range_t *r, mp_obj_t identity[3]) {
    identity[0] = range_length(r);
    bool any = identity[0] != MP_OBJ_NEW_SMALL_INT(0);
    bool many = any && identity[0] != MP_OBJ_NEW_SMALL_INT(1);
    identity[1] = any ? r->start : mp_const_none;
    identity[2] = many ? r->step : mp_const_none;
}

static mp_obj_t range_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    const range_t *r = MP_OBJ_TO_PTR(lhs_in);
    if (op == MP_BINARY_OP_CONTAINS) {
        bool exact = mp_obj_is_int(rhs_in) || mp_obj_is_bool(rhs_in);
        return exact ? mp_obj_new_bool(range_contains(r, integer(rhs_in))) : MP_OBJ_NULL;
    }
    if (op != MP_BINARY_OP_EQUAL || !mp_obj_is_exact_type(rhs_in, &mp_type_range)) {
        return MP_OBJ_NULL;
    }
    mp_obj_t a[3], b[3];
    range_identity(r, a);
    range_identity(MP_OBJ_TO_PTR(rhs_in), b);
    return mp_obj_new_bool(mp_obj_equal(a[0], b[0]) && mp_obj_equal(a[1], b[1])
        && mp_obj_equal(a[2], b[2]));
}

// No object has more items: len() of a longer range is an error in any Python.
#define LENGTH_MAX 0x7fffffffffffffff

static mp_obj_t range_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const range_t *r = MP_OBJ_TO_PTR(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(range_length(r) != MP_OBJ_NEW_SMALL_INT(0));
        case MP_UNARY_OP_LEN: {
            mp_obj_t length = range_length(r);
            if (!mp_obj_is_small_int(length) && less(mp_obj_new_int_from_ll(LENGTH_MAX), length)) {
                mp_raise_msg(&mp_type_OverflowError,
                    MP_ERROR_TEXT("Python int too large to convert to C ssize_t"));
            }
            return length;
        }
        case MP_UNARY_OP_HASH: {
            mp_obj_t identity[3];
            range_identity(r, identity);
            return mp_unary_op(MP_UNARY_OP_HASH, mp_obj_new_tuple(3, identity));
        }
        default:
            return MP_OBJ_NULL;
    }
}

static void range_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const range_t *r = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_start) {
        dest[0] = r->start;
    } else if (attr == MP_QSTR_stop) {
        dest[0] = r->stop;
    } else if (attr == MP_QSTR_step) {
        dest[0] = r->step;
    } else {
        dest[1] = MP_OBJ_SENTINEL; // it may be a method
    }
}

static mp_obj_t range_count(mp_obj_t self, mp_obj_t item) {
    return MP_OBJ_NEW_SMALL_INT(mp_obj_is_true(mp_binary_op(MP_BINARY_OP_CONTAINS, self, item)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(range_count_obj, range_count);

static mp_obj_t range_index(mp_obj_t self, mp_obj_t item) {
    if (range_count(self, item) == MP_OBJ_NEW_SMALL_INT(0)) {
        vstr_t text;
        mp_print_t print;
        vstr_init_print(&text, 32, &print);
        mp_obj_print_helper(&print, item, PRINT_REPR);
        mp_print_str(&print, " is not in range");
        mp_raise_type_arg(&mp_type_ValueError, mp_obj_new_str_from_vstr(&text));
    }
    const range_t *r = MP_OBJ_TO_PTR(self);
    return mp_binary_op(MP_BINARY_OP_FLOOR_DIVIDE, mp_binary_op(MP_BINARY_OP_SUBTRACT, item, r->start), r->step);
}
static MP_DEFINE_CONST_FUN_OBJ_2(range_index_obj, range_index);

static const mp_rom_map_elem_t range_table[] = {
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&range_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&range_index_obj) },
};
static MP_DEFINE_CONST_DICT(range_locals_dict, range_table);

static void range_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const range_t *r = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "range(");
    mp_obj_print_helper(print, r->start, PRINT_REPR);
    mp_print_str(print, ", ");
    mp_obj_print_helper(print, r->stop, PRINT_REPR);
    if (r->step != MP_OBJ_NEW_SMALL_INT(1)) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, r->step, PRINT_REPR);
    }
    mp_print_str(print, ")");
}

MP_DEFINE_CONST_OBJ_TYPE(mp_type_range, MP_QSTR_range, MP_TYPE_FLAG_NONE,
    make_new, range_make_new,
    binary_op, range_binary_op,
    attr, range_attr,
    print, range_print,
    unary_op, range_unary_op,
    subscr, range_subscr,
    iter, range_iter,
    locals_dict, &range_locals_dict
    );
