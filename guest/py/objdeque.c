// objdeque.c - collections.deque in full; takes upstream's place.
//
// A ring: item i is at (head + i) modulo the room there is. `changes` counts what
// an iterator must not miss.
#include "py/builtin.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "type/reprguard.h"
#include "type/slice.h"
#include "machine/stop.h"

#define MIN_ALLOC 8
#define NO_LIMIT SIZE_MAX

typedef struct {
    mp_obj_base_t base;
    size_t head, len, alloc; // alloc is a power of two
    size_t limit;
    size_t changes;
    mp_obj_t *items;
} deque_t;

static mp_obj_t deque_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

static deque_t *deque_of(mp_obj_t o) {
    if (!mp_obj_is_type(o, &mp_type_deque)) {
        o = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(&mp_type_deque));
    }
    return o == MP_OBJ_NULL ? NULL : MP_OBJ_TO_PTR(o);
}

static deque_t *self_of(mp_obj_t o) {
    deque_t *self = deque_of(o);
    if (self == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("descriptor requires a 'collections.deque' object but received a '%s'"), mp_obj_get_type_str(o));
    }
    return self;
}

static inline mp_obj_t *slot(const deque_t *self, size_t i) {
    return &self->items[(self->head + i) & (self->alloc - 1)];
}

static deque_t *new_deque(size_t limit) {
    deque_t *self = mp_obj_malloc(deque_t, &mp_type_deque);
    self->head = self->len = self->changes = 0;
    self->limit = limit;
    self->alloc = MIN_ALLOC;
    self->items = m_new0(mp_obj_t, MIN_ALLOC);
    return self;
}

static void reserve(deque_t *self) {
    if (self->len < self->alloc) {
        return;
    }
    mp_obj_t *items = m_new0(mp_obj_t, self->alloc * 2);
    for (size_t i = 0; i < self->len; ++i) {
        items[i] = *slot(self, i);
    }
    m_del(mp_obj_t, self->items, self->alloc);
    self->items = items;
    self->alloc *= 2;
    self->head = 0;
}

static mp_obj_t take_right(deque_t *self) {
    mp_obj_t *place = slot(self, --self->len), o = *place;
    *place = MP_OBJ_NULL;
    ++self->changes;
    return o;
}

static mp_obj_t take_left(deque_t *self) {
    mp_obj_t *place = slot(self, 0), o = *place;
    *place = MP_OBJ_NULL;
    self->head = (self->head + 1) & (self->alloc - 1);
    --self->len;
    ++self->changes;
    return o;
}

static void put_right(deque_t *self, mp_obj_t o) {
    if (self->limit == 0) {
        return;
    }
    if (self->len == self->limit) {
        take_left(self);
    }
    reserve(self);
    *slot(self, self->len++) = o;
    ++self->changes;
}

static void put_left(deque_t *self, mp_obj_t o) {
    if (self->limit == 0) {
        return;
    }
    if (self->len == self->limit) {
        take_right(self);
    }
    reserve(self);
    self->head = (self->head - 1) & (self->alloc - 1);
    ++self->len;
    *slot(self, 0) = o;
    ++self->changes;
}

static void extend(deque_t *self, mp_obj_t iterable, void (*put)(deque_t *self, mp_obj_t o)) {
    if (deque_of(iterable) == self) {
        iterable = mp_obj_list_make_new(&mp_type_list, 1, 0, &iterable);
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iter = mp_getiter(iterable, &buf), o;
    while ((o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        put(self, o);
    }
}

static deque_t *copy_of(const deque_t *self) {
    deque_t *copy = new_deque(self->limit);
    for (size_t i = 0; i < self->len; ++i) {
        put_right(copy, *slot(self, i));
    }
    return copy;
}

static mp_obj_t deque_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)type;
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_maxlen, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
    };
    mp_arg_val_t values[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, values);
    size_t limit = NO_LIMIT;
    if (values[1].u_obj != mp_const_none) {
        if (!mp_obj_is_int(values[1].u_obj)) {
            mp_raise_TypeError(MP_ERROR_TEXT("an integer is required"));
        }
        mp_int_t n = vitrine_index_clamped(values[1].u_obj);
        if (n < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("maxlen must be non-negative"));
        }
        limit = n;
    }
    deque_t *self = new_deque(limit);
    if (values[0].u_obj != MP_OBJ_NULL) {
        extend(self, values[0].u_obj, put_right);
    }
    return MP_OBJ_FROM_PTR(self);
}

static void deque_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const deque_t *self = MP_OBJ_TO_PTR(self_in);
    vitrine_repr_t guard;
    if (!vitrine_repr_enter(&guard, print, self_in, "[...]")) {
        return;
    }
    mp_print_str(print, "deque([");
    for (size_t i = 0; i < self->len; ++i) {
        mp_print_str(print, i > 0 ? ", " : "");
        mp_obj_print_helper(print, *slot(self, i), PRINT_REPR);
    }
    if (self->limit != NO_LIMIT) {
        mp_printf(print, "], maxlen=%d)", (int)self->limit);
    } else {
        mp_print_str(print, "])");
    }
    vitrine_repr_leave(&guard);
}

// --- operators ---

static mp_obj_t deque_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const deque_t *self = MP_OBJ_TO_PTR(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(self->len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(self->len);
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t as_list(mp_obj_t o) {
    return mp_obj_list_make_new(&mp_type_list, 1, 0, &o);
}

static void repeat(deque_t *self, mp_int_t n) {
    size_t len = self->len;
    if (n <= 0) {
        while (self->len > 0) {
            take_right(self);
        }
    }
    for (mp_int_t i = 1; i < n; ++i) {
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
        for (size_t j = 0; j < len; ++j) {
            // What falls out at the left moves the rest there.
            put_right(self, *slot(self, self->len == self->limit ? 0 : j));
        }
    }
}

static mp_obj_t deque_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    deque_t *self = MP_OBJ_TO_PTR(lhs);
    mp_int_t n;
    switch (op) {
        case MP_BINARY_OP_INPLACE_ADD:
            extend(self, rhs, put_right);
            return lhs;
        case MP_BINARY_OP_ADD:
            if (deque_of(rhs) == NULL) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only concatenate deque (not \"%s\") to deque"),
                    mp_obj_get_type_str(rhs));
            }
            self = copy_of(self);
            extend(self, rhs, put_right);
            return MP_OBJ_FROM_PTR(self);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            if (!mp_obj_get_int_maybe(rhs, &n)) {
                return MP_OBJ_NULL;
            }
            if (op == MP_BINARY_OP_MULTIPLY) {
                self = copy_of(self);
            }
            repeat(self, n);
            return MP_OBJ_FROM_PTR(self);
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE_EQUAL:
            return deque_of(rhs) == NULL ? MP_OBJ_NULL : mp_binary_op(op, as_list(lhs), as_list(rhs));
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t remove_at(deque_t *self, size_t at) {
    mp_obj_t o = *slot(self, at);
    if (at < self->len / 2) {
        for (; at > 0; --at) {
            *slot(self, at) = *slot(self, at - 1);
        }
        take_left(self);
    } else {
        for (; at + 1 < self->len; ++at) {
            *slot(self, at) = *slot(self, at + 1);
        }
        take_right(self);
    }
    return o;
}

static mp_obj_t deque_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    deque_t *self = MP_OBJ_TO_PTR(self_in);
    mp_int_t n;
    if (mp_obj_is_type(index, &mp_type_slice) || !mp_obj_get_int_maybe(index, &n)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("sequence index must be integer, not '%s'"),
            mp_obj_get_type_str(index));
    }
    n += n < 0 ? (mp_int_t)self->len : 0;
    if (n < 0 || (size_t)n >= self->len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("deque index out of range"));
    }
    if (value == MP_OBJ_SENTINEL) {
        return *slot(self, n);
    }
    if (value == MP_OBJ_NULL) {
        remove_at(self, n);
    } else {
        *slot(self, n) = value;
    }
    return mp_const_none;
}

// --- iterating ---

typedef struct {
    mp_obj_base_t base;
    deque_t *deque;
    size_t cursor;
    size_t changes; // when it began
} deque_iter_t;

static mp_obj_t iter_item(deque_iter_t *self, bool backwards) {
    const deque_t *deque = self->deque;
    if (deque->changes != self->changes) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("deque mutated during iteration"));
    }
    if (self->cursor >= deque->len) {
        return MP_OBJ_STOP_ITERATION;
    }
    size_t i = self->cursor++;
    return *slot(deque, backwards ? deque->len - 1 - i : i);
}

static mp_obj_t deque_iter_next(mp_obj_t self_in) {
    return iter_item(MP_OBJ_TO_PTR(self_in), false);
}

static mp_obj_t deque_reverse_iter_next(mp_obj_t self_in) {
    return iter_item(MP_OBJ_TO_PTR(self_in), true);
}

static MP_DEFINE_CONST_OBJ_TYPE(deque_iter, MP_QSTR__deque_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, deque_iter_next);
static MP_DEFINE_CONST_OBJ_TYPE(deque_reverse_iter, MP_QSTR__deque_reverse_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, deque_reverse_iter_next);

static mp_obj_t new_iter(const mp_obj_type_t *type, deque_t *deque, mp_obj_iter_buf_t *buf) {
    MP_STATIC_ASSERT(sizeof(deque_iter_t) <= sizeof(mp_obj_iter_buf_t));
    deque_iter_t *self = buf ? (deque_iter_t *)buf : m_new_obj(deque_iter_t);
    self->base.type = type;
    self->deque = deque;
    self->cursor = 0;
    self->changes = deque->changes;
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t deque_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    return new_iter(&deque_iter, MP_OBJ_TO_PTR(self_in), buf);
}

static mp_obj_t deque_reversed(mp_obj_t self_in) {
    return new_iter(&deque_reverse_iter, self_of(self_in), NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_reversed_obj, deque_reversed);

// --- methods ---

static mp_obj_t deque_append(mp_obj_t self_in, mp_obj_t o) {
    put_right(self_of(self_in), o);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_append_obj, deque_append);

static mp_obj_t deque_appendleft(mp_obj_t self_in, mp_obj_t o) {
    put_left(self_of(self_in), o);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_appendleft_obj, deque_appendleft);

static deque_t *not_empty(mp_obj_t self_in) {
    deque_t *self = self_of(self_in);
    if (self->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from an empty deque"));
    }
    return self;
}

static mp_obj_t deque_pop(mp_obj_t self_in) {
    return take_right(not_empty(self_in));
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_pop_obj, deque_pop);

static mp_obj_t deque_popleft(mp_obj_t self_in) {
    return take_left(not_empty(self_in));
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_popleft_obj, deque_popleft);

static mp_obj_t deque_extend(mp_obj_t self_in, mp_obj_t iterable) {
    extend(self_of(self_in), iterable, put_right);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_extend_obj, deque_extend);

static mp_obj_t deque_extendleft(mp_obj_t self_in, mp_obj_t iterable) {
    extend(self_of(self_in), iterable, put_left);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_extendleft_obj, deque_extendleft);

static mp_obj_t deque_clear(mp_obj_t self_in) {
    deque_t *self = self_of(self_in);
    mp_obj_t *items = m_new0(mp_obj_t, MIN_ALLOC);
    m_del(mp_obj_t, self->items, self->alloc);
    self->items = items;
    self->alloc = MIN_ALLOC;
    self->head = self->len = 0;
    ++self->changes;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_clear_obj, deque_clear);

static mp_obj_t deque_copy(mp_obj_t self_in) {
    return MP_OBJ_FROM_PTR(copy_of(self_of(self_in)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_copy_obj, deque_copy);

static mp_obj_t deque_rotate(size_t n_args, const mp_obj_t *args) {
    deque_t *self = self_of(args[0]);
    mp_int_t n = n_args > 1 ? mp_obj_get_int(args[1]) : 1;
    if (self->len < 2) {
        return mp_const_none;
    }
    mp_int_t len = self->len;
    n = ((n % len) + len) % len;
    if (n <= len / 2) {
        while (n-- > 0) {
            mp_obj_t o = take_right(self);
            put_left(self, o);
        }
    } else {
        for (n = len - n; n-- > 0;) {
            mp_obj_t o = take_left(self);
            put_right(self, o);
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(deque_rotate_obj, 1, 2, deque_rotate);

static mp_obj_t deque_reverse(mp_obj_t self_in) {
    deque_t *self = self_of(self_in);
    for (size_t i = 0; i < self->len / 2; ++i) {
        mp_obj_t *a = slot(self, i), *b = slot(self, self->len - 1 - i), o = *a;
        *a = *b;
        *b = o;
    }
    ++self->changes;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(deque_reverse_obj, deque_reverse);

// Whether item i equals o. To compare runs code, which must not change the deque.
static bool is_at(const deque_t *self, size_t i, mp_obj_t o) {
    size_t changes = self->changes;
    mp_obj_t item = *slot(self, i);
    bool equal = item == o || mp_obj_equal(item, o);
    if (self->changes != changes) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("deque mutated during iteration"));
    }
    return equal;
}

static mp_obj_t deque_count(mp_obj_t self_in, mp_obj_t o) {
    const deque_t *self = self_of(self_in);
    size_t n = 0;
    for (size_t i = 0; i < self->len; ++i) {
        n += is_at(self, i, o);
    }
    return MP_OBJ_NEW_SMALL_INT(n);
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_count_obj, deque_count);

static size_t within(const deque_t *self, mp_obj_t index) {
    mp_int_t n = vitrine_index_clamped(index);
    n += n < 0 ? (mp_int_t)self->len : 0;
    return n < 0 ? 0 : MIN((size_t)n, self->len);
}

static mp_obj_t deque_index(size_t n_args, const mp_obj_t *args) {
    const deque_t *self = self_of(args[0]);
    size_t end = n_args > 3 ? within(self, args[3]) : self->len;
    for (size_t i = n_args > 2 ? within(self, args[2]) : 0; i < end; ++i) {
        if (is_at(self, i, args[1])) {
            return MP_OBJ_NEW_SMALL_INT(i);
        }
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 16, &print);
    mp_obj_print_helper(&print, args[1], PRINT_REPR);
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s is not in deque"), vstr_null_terminated_str(&text));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(deque_index_obj, 2, 4, deque_index);

static mp_obj_t deque_remove(mp_obj_t self_in, mp_obj_t o) {
    mp_obj_t args[] = {self_in, o};
    remove_at(self_of(self_in), MP_OBJ_SMALL_INT_VALUE(deque_index(2, args)));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(deque_remove_obj, deque_remove);

static mp_obj_t deque_insert(mp_obj_t self_in, mp_obj_t index, mp_obj_t o) {
    deque_t *self = self_of(self_in);
    if (self->len == self->limit) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("deque already at its maximum size"));
    }
    size_t at = within(self, index);
    put_right(self, o);
    for (size_t i = self->len - 1; i > at; --i) {
        *slot(self, i) = *slot(self, i - 1);
    }
    *slot(self, at) = o;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(deque_insert_obj, deque_insert);

static const mp_rom_map_elem_t deque_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&deque_append_obj) },
    { MP_ROM_QSTR(MP_QSTR_appendleft), MP_ROM_PTR(&deque_appendleft_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&deque_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&deque_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&deque_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&deque_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&deque_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_extendleft), MP_ROM_PTR(&deque_extendleft_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&deque_index_obj) },
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&deque_insert_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&deque_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_popleft), MP_ROM_PTR(&deque_popleft_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&deque_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&deque_reverse_obj) },
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&deque_reversed_obj) },
    { MP_ROM_QSTR(MP_QSTR_rotate), MP_ROM_PTR(&deque_rotate_obj) },
};
static MP_DEFINE_CONST_DICT(deque_locals, deque_locals_table);

// maxlen is the one attribute; the rest are methods.
static void deque_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return; // nothing can be set
    }
    if (attr == MP_QSTR_maxlen) {
        const deque_t *self = MP_OBJ_TO_PTR(self_in);
        dest[0] = self->limit == NO_LIMIT ? mp_const_none : mp_obj_new_int_from_uint(self->limit);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // go on with the methods
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_deque,
    MP_QSTR_deque,
    MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, deque_make_new,
    print, deque_print,
    unary_op, deque_unary_op,
    binary_op, deque_binary_op,
    attr, deque_attr,
    subscr, deque_subscr,
    iter, deque_getiter,
    locals_dict, &deque_locals
    );
