// objlist.c - list; takes upstream's place. Sorting is in listsort.c.
//
// Whatever calls code of the guest looks at the list anew afterwards: it may
// have another length and other items by then.
#include "py/objlist.h"

#include <string.h>

#include "type/listsort.h"
#include "py/builtin.h"
#include "py/cstack.h"
#include "py/runtime.h"
#include "type/reprguard.h"
#include "type/slice.h"
#include "machine/stop.h"

#define MIN_ALLOC 4

static mp_obj_list_t *self_of(mp_obj_t o) {
    if (!mp_obj_is_type(o, &mp_type_list)) {
        mp_obj_t base = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(&mp_type_list));
        if (base == MP_OBJ_NULL || !mp_obj_is_type(base, &mp_type_list)) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("descriptor requires a 'list' object but received a '%s'"), mp_obj_get_type_str(o));
        }
        o = base;
    }
    return MP_OBJ_TO_PTR(o);
}

void mp_obj_list_init(mp_obj_list_t *o, size_t n) {
    o->base.type = &mp_type_list;
    o->alloc = n < MIN_ALLOC ? MIN_ALLOC : n;
    o->len = n;
    o->items = m_new(mp_obj_t, o->alloc);
    mp_seq_clear(o->items, n, o->alloc, sizeof(*o->items));
}

static mp_obj_list_t *list_new(size_t n) {
    mp_obj_list_t *o = m_new_obj(mp_obj_list_t);
    mp_obj_list_init(o, n);
    return o;
}

mp_obj_t mp_obj_new_list(size_t n, mp_obj_t *items) {
    mp_obj_list_t *o = list_new(n);
    if (items != NULL) {
        memcpy(o->items, items, n * sizeof(mp_obj_t));
    }
    return MP_OBJ_FROM_PTR(o);
}

void mp_obj_list_get(mp_obj_t self_in, size_t *len, mp_obj_t **items) {
    mp_obj_list_t *self = MP_OBJ_TO_PTR(self_in);
    *len = self->len;
    *items = self->items;
}

// Makes room for so many items in all, and for more if it has to grow.
static void reserve(mp_obj_list_t *self, size_t len) {
    if (len > self->alloc) {
        size_t alloc = len + (self->len != 0 ? len / 8 : 0) + MIN_ALLOC;
        if (len > SIZE_MAX / sizeof(mp_obj_t) / 2) {
            m_malloc_fail(SIZE_MAX);
        }
        self->items = m_renew(mp_obj_t, self->items, self->alloc, alloc);
        mp_seq_clear(self->items, self->alloc, alloc, sizeof(mp_obj_t));
        self->alloc = alloc;
    }
}

// Gives back room that is not needed any more, after the list became shorter.
static void shrink(mp_obj_list_t *self) {
    if (self->alloc > MIN_ALLOC && self->alloc > 2 * self->len) {
        size_t alloc = MAX(MIN_ALLOC, self->alloc / 2);
        self->items = m_renew(mp_obj_t, self->items, self->alloc, alloc);
        self->alloc = alloc;
    }
}

void mp_obj_list_set_len(mp_obj_t self_in, size_t len) {
    ((mp_obj_list_t *)MP_OBJ_TO_PTR(self_in))->len = len;
}

mp_obj_t mp_obj_list_append(mp_obj_t self_in, mp_obj_t o) {
    mp_obj_list_t *self = self_of(self_in);
    if (self->len >= self->alloc) {
        self->items = m_renew(mp_obj_t, self->items, self->alloc, self->alloc * 2);
        self->alloc *= 2;
        mp_seq_clear(self->items, self->len + 1, self->alloc, sizeof(*self->items));
    }
    self->items[self->len++] = o;
    return mp_const_none;
}

static void extend(mp_obj_list_t *self, mp_obj_t other) {
    if (mp_obj_is_type(other, &mp_type_list) || mp_obj_is_type(other, &mp_type_tuple)) {
        size_t len;
        mp_obj_t *items;
        mp_obj_get_array(other, &len, &items);
        reserve(self, self->len + len);
        mp_obj_get_array(other, &len, &items); // it may be the list itself
        memcpy(self->items + self->len, items, len * sizeof(mp_obj_t));
        self->len += len;
        return;
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iter = mp_getiter(other, &buf), o;
    while ((o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_list_append(MP_OBJ_FROM_PTR(self), o);
    }
}

mp_obj_t mp_obj_list_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    (void)type;
    if (n_kw > 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("list() takes no keyword arguments"));
    }
    if (n_args > 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("list expected at most 1 argument, got %d"), (int)n_args);
    }
    mp_obj_list_t *self = list_new(0);
    if (n_args == 1) {
        extend(self, args[0]);
    }
    return MP_OBJ_FROM_PTR(self);
}

static void list_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_list_t *self = MP_OBJ_TO_PTR(self_in);
    vitrine_repr_t guard;
    if (!vitrine_repr_enter(&guard, print, self_in, "[...]")) {
        return;
    }
    mp_print_str(print, "[");
    for (size_t i = 0; i < self->len; i++) {
        if (i > 0) {
            mp_print_str(print, ", ");
        }
        mp_obj_print_helper(print, self->items[i], PRINT_REPR);
    }
    mp_print_str(print, "]");
    vitrine_repr_leave(&guard);
}

// --- operators ---

static mp_obj_t list_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const mp_obj_list_t *self = MP_OBJ_TO_PTR(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(self->len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(self->len);
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*self) + sizeof(mp_obj_t) * self->alloc);
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static size_t times(const mp_obj_list_t *self, mp_int_t n) {
    if (n <= 0 || self->len == 0) {
        return 0;
    }
    if ((size_t)n > SIZE_MAX / sizeof(mp_obj_t) / self->len) {
        m_malloc_fail(SIZE_MAX);
    }
    return n;
}

static mp_obj_t list_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_list_t *self = MP_OBJ_TO_PTR(lhs), *result;
    mp_int_t n;
    switch (op) {
        case MP_BINARY_OP_ADD: {
            if (!mp_obj_is_type(rhs, &mp_type_list)) {
                rhs = mp_obj_cast_to_native_base(rhs, MP_OBJ_FROM_PTR(&mp_type_list));
                if (rhs == MP_OBJ_NULL) {
                    return MP_OBJ_NULL;
                }
            }
            const mp_obj_list_t *other = MP_OBJ_TO_PTR(rhs);
            result = list_new(self->len + other->len);
            mp_seq_cat(result->items, self->items, self->len, other->items, other->len, mp_obj_t);
            return MP_OBJ_FROM_PTR(result);
        }
        case MP_BINARY_OP_INPLACE_ADD:
            extend(self, rhs);
            return lhs;
        case MP_BINARY_OP_MULTIPLY:
            if (!mp_obj_get_int_maybe(rhs, &n)) {
                return MP_OBJ_NULL;
            }
            n = times(self, n);
            result = list_new(self->len * n);
            mp_seq_multiply(self->items, sizeof(mp_obj_t), self->len, n, result->items);
            return MP_OBJ_FROM_PTR(result);
        case MP_BINARY_OP_INPLACE_MULTIPLY: {
            if (!mp_obj_get_int_maybe(rhs, &n)) {
                return MP_OBJ_NULL;
            }
            n = times(self, n);
            size_t len = self->len;
            reserve(self, len * n);
            for (mp_int_t i = 1; i < n; ++i) {
                memcpy(self->items + len * i, self->items, len * sizeof(mp_obj_t));
            }
            self->len = len * n;
            mp_seq_clear(self->items, self->len, self->alloc, sizeof(mp_obj_t));
            return lhs;
        }
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL: {
            if (!mp_obj_is_type(rhs, &mp_type_list)) {
                rhs = mp_obj_cast_to_native_base(rhs, MP_OBJ_FROM_PTR(&mp_type_list));
                if (rhs == MP_OBJ_NULL) {
                    return MP_OBJ_NULL;
                }
            }
            const mp_obj_list_t *other = MP_OBJ_TO_PTR(rhs);
            return mp_obj_new_bool(mp_seq_cmp_objs(op, self->items, self->len, other->items, other->len));
        }
        default:
            return MP_OBJ_NULL;
    }
}

// --- items and slices ---

static mp_obj_t slice_get(const mp_obj_list_t *self, mp_obj_t index) {
    mp_bound_slice_t s;
    mp_obj_slice_indices(index, self->len, &s);
    size_t len = vitrine_slice_len(&s);
    mp_obj_list_t *result = list_new(len);
    if (s.step == 1) {
        memcpy(result->items, self->items + s.start, len * sizeof(mp_obj_t));
    } else {
        for (size_t i = 0; i < len; ++i) {
            result->items[i] = self->items[s.start + (mp_int_t)i * s.step];
        }
    }
    return MP_OBJ_FROM_PTR(result);
}

// Puts other items in the place of some in a row.
static void replace(mp_obj_list_t *self, size_t start, size_t old_len, const mp_obj_t *items, size_t len) {
    size_t old_end = start + old_len, rest = self->len - old_end, new_len = self->len - old_len + len;
    reserve(self, new_len);
    memmove(self->items + start + len, self->items + old_end, rest * sizeof(mp_obj_t));
    memcpy(self->items + start, items, len * sizeof(mp_obj_t));
    if (new_len < self->len) {
        mp_seq_clear(self->items, new_len, self->len, sizeof(mp_obj_t));
    }
    self->len = new_len;
    shrink(self);
}

static void slice_delete(mp_obj_list_t *self, mp_obj_t index) {
    mp_bound_slice_t s;
    mp_obj_slice_indices(index, self->len, &s);
    size_t len = vitrine_slice_len(&s);
    if (s.step == 1 || len == 0) {
        replace(self, s.start, len, NULL, 0);
        return;
    }
    size_t step = s.step > 0 ? s.step : -s.step, first = s.step > 0 ? s.start : s.start + (mp_int_t)(len - 1) * s.step;
    size_t to = first;
    for (size_t from = first, gone = 0; from < self->len; ++from) {
        if (gone < len && from == first + gone * step) {
            ++gone;
        } else {
            self->items[to++] = self->items[from];
        }
    }
    mp_seq_clear(self->items, to, self->len, sizeof(mp_obj_t));
    self->len = to;
    shrink(self);
}

static void slice_set(mp_obj_list_t *self, mp_obj_t index, mp_obj_t value) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(index);
    bool row = slice->step == mp_const_none || slice->step == MP_OBJ_NEW_SMALL_INT(1);
    if (!mp_obj_is_type(value, &mp_type_list) && !mp_obj_is_type(value, &mp_type_tuple)) {
        mp_obj_t method[2];
        mp_load_method_maybe(value, MP_QSTR___iter__, method);
        if (row && method[0] == MP_OBJ_NULL && !MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(value), iter)) {
            mp_raise_TypeError(MP_ERROR_TEXT("can only assign an iterable"));
        }
        mp_obj_list_t *list = list_new(0);
        extend(list, value);
        value = MP_OBJ_FROM_PTR(list);
    } else if (value == MP_OBJ_FROM_PTR(self)) {
        value = mp_obj_new_list(self->len, self->items);
    }
    size_t new_len;
    mp_obj_t *items;
    mp_bound_slice_t s;
    mp_obj_slice_indices(index, self->len, &s); // may run code
    mp_obj_get_array(value, &new_len, &items);
    size_t len = vitrine_slice_len(&s);
    if (s.step == 1) {
        replace(self, s.start, len, items, new_len);
        return;
    }
    if (new_len != len) {
        mp_raise_msg_varg(&mp_type_ValueError,
            MP_ERROR_TEXT("attempt to assign sequence of size %d to extended slice of size %d"), (int)new_len, (int)len);
    }
    for (size_t i = 0; i < len; ++i) {
        self->items[s.start + (mp_int_t)i * s.step] = items[i];
    }
}

static mp_obj_t remove_at(mp_obj_list_t *self, size_t at) {
    mp_obj_t o = self->items[at];
    self->len -= 1;
    memmove(self->items + at, self->items + at + 1, (self->len - at) * sizeof(mp_obj_t));
    self->items[self->len] = MP_OBJ_NULL;
    shrink(self);
    return o;
}

// Where an item is that is changed; `what` the error says otherwise.
static size_t place(const mp_obj_list_t *self, mp_obj_t index, const char *what) {
    if (!mp_obj_is_small_int(index)) {
        return mp_get_index(&mp_type_list, self->len, index, false);
    }
    mp_int_t n = MP_OBJ_SMALL_INT_VALUE(index);
    n += n < 0 ? (mp_int_t)self->len : 0;
    if (n < 0 || (size_t)n >= self->len) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("%s index out of range"), what);
    }
    return n;
}

void mp_obj_list_store(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    mp_obj_list_t *self = MP_OBJ_TO_PTR(self_in);
    size_t at = place(self, index, "list assignment");
    self->items[at] = value;
}

static mp_obj_t list_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    mp_obj_list_t *self = MP_OBJ_TO_PTR(self_in);
    bool slice = mp_obj_is_type(index, &mp_type_slice);
    if (value == MP_OBJ_SENTINEL) {
        if (slice) {
            return slice_get(self, index);
        }
        size_t at = mp_get_index(self->base.type, self->len, index, false);
        return self->items[at];
    }
    if (value == MP_OBJ_NULL) {
        if (slice) {
            slice_delete(self, index);
        } else {
            remove_at(self, place(self, index, "list assignment"));
        }
    } else if (slice) {
        slice_set(self, index, value);
    } else {
        mp_obj_list_store(self_in, index, value);
    }
    return mp_const_none;
}

// --- methods ---

static MP_DEFINE_CONST_FUN_OBJ_2(list_append_obj, mp_obj_list_append);

static mp_obj_t list_extend(mp_obj_t self_in, mp_obj_t other) {
    extend(self_of(self_in), other);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_extend_obj, list_extend);

static mp_obj_t list_pop(size_t n_args, const mp_obj_t *args) {
    mp_obj_list_t *self = self_of(args[0]);
    if (self->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty list"));
    }
    return remove_at(self, n_args == 1 ? self->len - 1 : place(self, args[1], "pop"));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(list_pop_obj, 1, 2, list_pop);

static mp_obj_t list_clear(mp_obj_t self_in) {
    mp_obj_list_t *self = self_of(self_in);
    self->len = 0;
    self->items = m_renew(mp_obj_t, self->items, self->alloc, MIN_ALLOC);
    self->alloc = MIN_ALLOC;
    mp_seq_clear(self->items, 0, MIN_ALLOC, sizeof(*self->items));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_clear_obj, list_clear);

static mp_obj_t list_copy(mp_obj_t self_in) {
    mp_obj_list_t *self = self_of(self_in);
    return mp_obj_new_list(self->len, self->items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_copy_obj, list_copy);

static bool same(mp_obj_t a, mp_obj_t b) {
    return a == b || mp_obj_equal(a, b);
}

static mp_obj_t list_count(mp_obj_t self_in, mp_obj_t value) {
    mp_obj_list_t *self = self_of(self_in);
    size_t n = 0;
    for (size_t i = 0; i < self->len; ++i) {
        n += same(self->items[i], value);
    }
    return MP_OBJ_NEW_SMALL_INT(n);
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_count_obj, list_count);

// Where the first item is that equals a value, from low up to high; SIZE_MAX if none is.
static size_t find(const mp_obj_list_t *self, mp_obj_t value, size_t low, size_t high) {
    for (size_t i = low; i < high && i < self->len; ++i) {
        if (same(self->items[i], value)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static size_t within(const mp_obj_list_t *self, mp_obj_t index) {
    mp_int_t n = vitrine_index_clamped(index);
    n += n < 0 ? (mp_int_t)self->len : 0;
    return n < 0 ? 0 : n;
}

static mp_obj_t list_index(size_t n_args, const mp_obj_t *args) {
    mp_obj_list_t *self = self_of(args[0]);
    size_t at = find(self, args[1], n_args > 2 ? within(self, args[2]) : 0, n_args > 3 ? within(self, args[3]) : SIZE_MAX);
    if (at == SIZE_MAX) {
        vstr_t text;
        mp_print_t print;
        vstr_init_print(&text, 16, &print);
        mp_obj_print_helper(&print, args[1], PRINT_REPR);
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s is not in list"), vstr_null_terminated_str(&text));
    }
    return MP_OBJ_NEW_SMALL_INT(at);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(list_index_obj, 2, 4, list_index);

mp_obj_t mp_obj_list_remove(mp_obj_t self_in, mp_obj_t value) {
    mp_obj_list_t *self = self_of(self_in);
    size_t at = find(self, value, 0, SIZE_MAX);
    if (at >= self->len) {
        mp_raise_ValueError(MP_ERROR_TEXT("list.remove(x): x not in list"));
    }
    remove_at(self, at);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(list_remove_obj, mp_obj_list_remove);

static mp_obj_t list_insert(mp_obj_t self_in, mp_obj_t index, mp_obj_t o) {
    mp_obj_list_t *self = self_of(self_in);
    if (mp_obj_is_float(index)) {
        mp_raise_TypeError(MP_ERROR_TEXT("'float' object cannot be interpreted as an integer"));
    }
    size_t at = within(self, index);
    replace(self, MIN(at, self->len), 0, &o, 1);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(list_insert_obj, list_insert);

static mp_obj_t list_reverse(mp_obj_t self_in) {
    mp_obj_list_t *self = self_of(self_in);
    for (size_t i = 0; i < self->len / 2; ++i) {
        mp_obj_t o = self->items[i];
        self->items[i] = self->items[self->len - 1 - i];
        self->items[self->len - 1 - i] = o;
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(list_reverse_obj, list_reverse);

mp_obj_t mp_obj_list_sort(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_key, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_reverse, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_FALSE} },
    };
    mp_arg_val_t values[MP_ARRAY_SIZE(allowed)];
    if (n_args > 1) {
        mp_raise_TypeError(MP_ERROR_TEXT("sort() takes no positional arguments"));
    }
    mp_arg_parse_all(0, NULL, kwargs, MP_ARRAY_SIZE(allowed), allowed, values);
    mp_obj_t key = values[0].u_obj;
    vitrine_list_sort(self_of(args[0]), key == mp_const_none ? MP_OBJ_NULL : key, mp_obj_is_true(values[1].u_obj));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(list_sort_obj, 1, mp_obj_list_sort);

static const mp_rom_map_elem_t list_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&list_append_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&list_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&list_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&list_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&list_extend_obj) },
    { MP_ROM_QSTR(MP_QSTR_index), MP_ROM_PTR(&list_index_obj) },
    { MP_ROM_QSTR(MP_QSTR_insert), MP_ROM_PTR(&list_insert_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&list_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&list_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_reverse), MP_ROM_PTR(&list_reverse_obj) },
    { MP_ROM_QSTR(MP_QSTR_sort), MP_ROM_PTR(&list_sort_obj) },
};
static MP_DEFINE_CONST_DICT(list_locals, list_locals_table);

// --- iterating ---

typedef struct {
    mp_obj_base_t base;
    mp_obj_list_t *list; // NULL at the end
    size_t cursor;
} list_iter_t;

static mp_obj_t list_iter_next(mp_obj_t self_in) {
    list_iter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->list != NULL) {
        if (self->cursor < self->list->len) {
            return self->list->items[self->cursor++];
        }
        self->list = NULL;
    }
    return MP_OBJ_STOP_ITERATION;
}

static MP_DEFINE_CONST_OBJ_TYPE(list_iter, MP_QSTR_list_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, list_iter_next);

static mp_obj_t list_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    MP_STATIC_ASSERT(sizeof(list_iter_t) <= sizeof(mp_obj_iter_buf_t));
    list_iter_t *self = (list_iter_t *)buf;
    self->base.type = &list_iter;
    self->list = MP_OBJ_TO_PTR(self_in);
    self->cursor = 0;
    return MP_OBJ_FROM_PTR(self);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_list,
    MP_QSTR_list,
    MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, mp_obj_list_make_new,
    print, list_print,
    unary_op, list_unary_op,
    binary_op, list_binary_op,
    subscr, list_subscr,
    iter, list_getiter,
    locals_dict, &list_locals
    );
