// objarray.c - bytearray and array.array: items of one kind, one after another.
//
// `len` items are in use and `free` more are allocated. What points to the items
// is good until the next change: guest code that runs in between may make one.
#include "py/objarray.h"

#include <string.h>

#include "type/arrays.h"
#include "type/argument.h"
#include "py/binary.h"
#include "py/objint.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "text/textmethods.h"

// --- items ---

static const struct {
    char code;
    uint8_t size;
    const char *name; // in messages; NULL: an int of 64 bits, or a float
} kinds[] = {
    {BYTEARRAY_TYPECODE, 1, ""}, {'B', 1, "unsigned byte integer"}, {'b', 1, "signed char"},
    {'h', 2, "signed short integer"}, {'H', 2, "unsigned short"}, {'i', 4, "signed integer"}, {'I', 4, "unsigned int"},
    {'l', 8, NULL}, {'L', 8, NULL}, {'q', 8, NULL}, {'Q', 8, NULL}, {'f', 4, NULL}, {'d', 8, NULL},
};

static size_t kind_of(char code) {
    size_t i = 0;
    while (i < MP_ARRAY_SIZE(kinds) && kinds[i].code != code) {
        ++i;
    }
    return i;
}

size_t vitrine_item_size(char code) {
    size_t i = kind_of(code);
    return i < MP_ARRAY_SIZE(kinds) ? kinds[i].size : 0;
}

mp_obj_t vitrine_item_load(char code, const byte *p) {
    switch (code) {
        case 'b':
            return MP_OBJ_NEW_SMALL_INT((int8_t)*p);
        case 'h': {
            int16_t n;
            memcpy(&n, p, sizeof(n));
            return MP_OBJ_NEW_SMALL_INT(n);
        }
        case 'H': {
            uint16_t n;
            memcpy(&n, p, sizeof(n));
            return MP_OBJ_NEW_SMALL_INT(n);
        }
        case 'i': {
            int32_t n;
            memcpy(&n, p, sizeof(n));
            return mp_obj_new_int(n);
        }
        case 'I': {
            uint32_t n;
            memcpy(&n, p, sizeof(n));
            return mp_obj_new_int_from_uint(n);
        }
        case 'l':
        case 'q': {
            int64_t n;
            memcpy(&n, p, sizeof(n));
            return mp_obj_new_int_from_ll(n);
        }
        case 'L':
        case 'Q': {
            uint64_t n;
            memcpy(&n, p, sizeof(n));
            return mp_obj_new_int_from_ull(n);
        }
        case 'f': {
            float n;
            memcpy(&n, p, sizeof(n));
            return mp_obj_new_float(n);
        }
        case 'd': {
            double n;
            memcpy(&n, p, sizeof(n));
            return mp_obj_new_float(n);
        }
        default:
            return MP_OBJ_NEW_SMALL_INT(*p);
    }
}

void vitrine_item_make(char code, mp_obj_t o, byte *to) {
    if (code == 'f' || code == 'd') {
        double n = mp_obj_get_float(o);
        float narrow = (float)n;
        memcpy(to, code == 'f' ? (void *)&narrow : (void *)&n, code == 'f' ? sizeof(narrow) : sizeof(n));
        return;
    }
    if (code == BYTEARRAY_TYPECODE) {
        *to = vitrine_byte(o, "byte");
        return;
    }
    mp_obj_t value = vitrine_int(o);
    size_t i = kind_of(code), size = kinds[i].size;
    bool is_signed = code >= 'a', negative = mp_obj_int_sign(value) < 0;
    bool fits = is_signed || !negative;
    if (mp_obj_is_small_int(value)) {
        int64_t small = MP_OBJ_SMALL_INT_VALUE(value);
        memcpy(to, &small, size);
        fits = fits && (size == 8 || (small >= -((int64_t)1 << (8 * size - 1)) && small < (int64_t)1 << 8 * size));
    } else {
        fits = fits && mp_obj_int_to_bytes_impl(value, false, size, to);
    }
    if (!fits || (is_signed && ((to[size - 1] & 0x80) != 0) != negative)) {
        if (kinds[i].name == NULL) {
            mp_raise_msg(&mp_type_OverflowError, negative && !is_signed ? MP_ERROR_TEXT("can't convert negative int to unsigned")
                : MP_ERROR_TEXT("int too big to convert"));
        }
        mp_raise_msg_varg(&mp_type_OverflowError, MP_ERROR_TEXT("%s is %s"), kinds[i].name,
            negative ? "less than minimum" : "greater than maximum");
    }
}

// --- making ---

static mp_obj_array_t *array_of(mp_obj_t o) {
    return MP_OBJ_TO_PTR(o);
}

static byte *item_at(const mp_obj_array_t *self, size_t i) {
    return (byte *)self->items + i * vitrine_item_size(self->typecode);
}

static mp_obj_array_t *array_new(char code, size_t n) {
    size_t size = vitrine_item_size(code);
    if (n > (size_t)INTPTR_MAX / size) {
        m_malloc_fail(SIZE_MAX);
    }
    mp_obj_array_t *o = m_new_obj(mp_obj_array_t);
    o->base.type = code == BYTEARRAY_TYPECODE ? &mp_type_bytearray : &mp_type_array;
    o->typecode = code;
    o->free = 0;
    o->len = 0;
    o->items = NULL;
    o->items = m_new(byte, n * size);
    o->len = n;
    return o;
}

mp_obj_t mp_obj_new_bytearray(size_t n, const void *items) {
    mp_obj_array_t *o = array_new(BYTEARRAY_TYPECODE, n);
    memcpy(o->items, items, n);
    return MP_OBJ_FROM_PTR(o);
}

mp_obj_t mp_obj_new_bytearray_by_ref(size_t n, void *items) {
    mp_obj_array_t *o = mp_obj_malloc(mp_obj_array_t, &mp_type_bytearray);
    o->typecode = BYTEARRAY_TYPECODE;
    o->free = 0;
    o->len = n;
    o->items = items;
    return MP_OBJ_FROM_PTR(o);
}

// Room for `n` items in the place of `old` ones from `at` on; they are not set.
static byte *make_room(mp_obj_array_t *self, size_t at, size_t old, size_t n) {
    size_t size = vitrine_item_size(self->typecode);
    if (n > old && n - old > self->free) {
        size_t more = n - old, spare = MIN(self->len / 4 + 8, 0xffffff);
        if (more > (size_t)INTPTR_MAX / 16 / size) {
            m_malloc_fail(SIZE_MAX);
        }
        self->items = m_renew(byte, self->items, (self->len + self->free) * size, (self->len + more + spare) * size);
        self->free = more + spare;
    }
    byte *p = item_at(self, at);
    memmove(p + n * size, p + old * size, (self->len - at - old) * size);
    self->free -= n - old;
    self->len += n - old;
    return p;
}

static mp_obj_t array_append(mp_obj_t self_in, mp_obj_t item) {
    mp_obj_array_t *self = array_of(self_in);
    byte value[8];
    vitrine_item_make(self->typecode, item, value);
    memcpy(make_room(self, self->len, 0, 1), value, vitrine_item_size(self->typecode));
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_obj_array_append_obj, array_append);

// What is put in the place of others: an array of the same kind, and for a
// bytearray whatever that can be made of.
static mp_obj_array_t *as_items(const mp_obj_array_t *self, mp_obj_t from) {
    if (self->typecode == BYTEARRAY_TYPECODE) {
        vstr_t vstr;
        vitrine_bytes_collect(&vstr, "bytearray", 1, 0, &from);
        return array_of(mp_obj_new_bytearray_by_ref(vstr.len, vstr.buf));
    }
    if (!mp_obj_is_type(from, &mp_type_array)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only assign array (not \"%s\") to array slice"), mp_obj_get_type_str(from));
    }
    mp_obj_array_t *other = array_of(from);
    if (other->typecode != self->typecode) {
        mp_raise_TypeError(MP_ERROR_TEXT("bad argument type for built-in operation"));
    }
    return other;
}

static mp_obj_t array_extend(mp_obj_t self_in, mp_obj_t from) {
    mp_obj_array_t *self = array_of(self_in);
    bool bytes = self->typecode == BYTEARRAY_TYPECODE;
    if (bytes ? mp_obj_is_str(from) || mp_obj_is_int(from) : !mp_obj_is_type(from, &mp_type_array)) {
        mp_obj_t item, iterable = mp_getiter(from, NULL);
        while ((item = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
            array_append(self_in, item);
        }
        return mp_const_none;
    }
    if (!bytes && array_of(from)->typecode != self->typecode) {
        mp_raise_TypeError(MP_ERROR_TEXT("can only extend with array of same kind"));
    }
    const mp_obj_array_t *items = as_items(self, from);
    size_t n = items->len;
    byte *to = make_room(self, self->len, 0, n);
    memmove(to, items->items, n * vitrine_item_size(self->typecode));
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_obj_array_extend_obj, array_extend);

static mp_obj_t bytearray_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    vstr_t vstr;
    vitrine_bytes_collect(&vstr, "bytearray", n_args, n_kw, args);
    mp_obj_array_t *o = array_of(mp_obj_new_bytearray_by_ref(vstr.len, vstr.buf));
    o->free = vstr.alloc - vstr.len;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t array_frombytes(mp_obj_t self_in, mp_obj_t from) {
    mp_obj_array_t *self = array_of(self_in);
    size_t size = vitrine_item_size(self->typecode);
    mp_buffer_info_t info;
    mp_get_buffer_raise(from, &info, MP_BUFFER_READ);
    if (info.len % size != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("bytes length not a multiple of item size"));
    }
    size_t n = info.len / size;
    byte *to = make_room(self, self->len, 0, n);
    mp_get_buffer_raise(from, &info, MP_BUFFER_READ); // it may be this array
    memmove(to, info.buf, n * size);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_frombytes_obj, array_frombytes);

static mp_obj_t array_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 2, false);
    size_t len;
    const char *code = mp_obj_is_str(args[0]) ? mp_obj_str_get_data(args[0], &len) : NULL;
    if (code == NULL || len != 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("array() argument 1 must be a unicode character, not %s"),
            mp_obj_get_type_str(args[0]));
    }
    if (code[0] == BYTEARRAY_TYPECODE || vitrine_item_size(code[0]) == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("bad typecode (must be b, B, h, H, i, I, l, L, q, Q, f or d)"));
    }
    mp_obj_t o = MP_OBJ_FROM_PTR(array_new(code[0], 0));
    if (n_args == 2 && mp_obj_is_str(args[1])) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot use a str to initialize an array with typecode '%c'"), code[0]);
    }
    if (n_args == 2 && (mp_obj_is_type(args[1], &mp_type_bytes) || mp_obj_is_type(args[1], &mp_type_bytearray))) {
        array_frombytes(o, args[1]);
    } else if (n_args == 2 && mp_obj_is_type(args[1], &mp_type_array)) {
        mp_obj_t item, iterable = mp_getiter(args[1], NULL);
        while ((item = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
            array_append(o, item);
        }
    } else if (n_args == 2) {
        array_extend(o, args[1]);
    }
    return o;
}

// --- text and operators ---

static mp_obj_t array_tolist(mp_obj_t self_in) {
    const mp_obj_array_t *self = array_of(self_in);
    mp_obj_list_t *list = MP_OBJ_TO_PTR(mp_obj_new_list(self->len, NULL));
    for (size_t i = 0; i < list->len; ++i) {
        list->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < list->len; ++i) {
        list->items[i] = vitrine_item_load(self->typecode, item_at(self, i));
    }
    return MP_OBJ_FROM_PTR(list);
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_tolist_obj, array_tolist);

static void array_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_array_t *self = array_of(self_in);
    mp_printf(print, self->len == 0 ? "array('%c')" : "array('%c', ", (int)self->typecode);
    if (self->len > 0) {
        mp_obj_print_helper(print, array_tolist(self_in), PRINT_REPR);
        mp_print_str(print, ")");
    }
}

static void bytearray_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_array_t *self = array_of(self_in);
    mp_print_str(print, "bytearray(b");
    mp_str_print_quoted(print, self->items, self->len, true);
    mp_print_str(print, ")");
}

static mp_obj_t array_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    size_t len = array_of(self_in)->len;
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(len);
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t array_add(mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_array_t *self = array_of(lhs);
    if (!mp_obj_is_type(rhs, &mp_type_array)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only append array (not \"%s\") to array"), mp_obj_get_type_str(rhs));
    }
    mp_obj_t sum = MP_OBJ_FROM_PTR(array_new(self->typecode, 0));
    array_extend(sum, lhs);
    array_extend(sum, rhs);
    return sum;
}

static mp_obj_t array_repeat(mp_obj_t self_in, mp_int_t times) {
    const mp_obj_array_t *self = array_of(self_in);
    size_t n = times < 0 ? 0 : times, bytes = self->len * vitrine_item_size(self->typecode);
    if (n > 0 && self->len > (size_t)INTPTR_MAX / n) {
        m_malloc_fail(SIZE_MAX);
    }
    mp_obj_array_t *o = array_new(self->typecode, self->len * n);
    for (size_t i = 0; i < n; ++i) {
        vitrine_stop_check();
        memcpy((byte *)o->items + i * bytes, self->items, bytes);
    }
    return MP_OBJ_FROM_PTR(o);
}

// The array becomes what `o` is.
static mp_obj_t become(mp_obj_t self_in, mp_obj_t o) {
    mp_obj_array_t *self = array_of(self_in), *other = array_of(o);
    self->items = other->items;
    self->len = other->len;
    self->free = other->free;
    return self_in;
}

static mp_obj_t array_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    switch (op) {
        case MP_BINARY_OP_ADD:
            return array_add(lhs, rhs);
        case MP_BINARY_OP_INPLACE_ADD:
            if (!mp_obj_is_type(rhs, &mp_type_array)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only extend with array (not \"%s\")"), mp_obj_get_type_str(rhs));
            }
            array_extend(lhs, rhs);
            return lhs;
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY: {
            if (!vitrine_is_index(rhs)) {
                return MP_OBJ_NULL;
            }
            mp_obj_t product = array_repeat(lhs, vitrine_index(rhs));
            return op == MP_BINARY_OP_MULTIPLY ? product : become(lhs, product);
        }
        case MP_BINARY_OP_CONTAINS: {
            mp_obj_t item, iterable = mp_getiter(lhs, NULL);
            while ((item = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
                if (mp_obj_equal(item, rhs)) {
                    return mp_const_true;
                }
            }
            return mp_const_false;
        }
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            if (!mp_obj_is_type(rhs, &mp_type_array)) {
                return MP_OBJ_NULL;
            }
            return mp_binary_op(op, array_tolist(lhs), array_tolist(rhs));
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t bytearray_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_INPLACE_ADD) {
        mp_buffer_info_t info;
        if (!mp_get_buffer(rhs, &info, MP_BUFFER_READ) || mp_obj_is_str(rhs)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't concat %s to bytearray"), mp_obj_get_type_str(rhs));
        }
        array_extend(lhs, rhs);
        return lhs;
    }
    mp_obj_t result = mp_obj_str_binary_op(op, lhs, rhs);
    return op == MP_BINARY_OP_INPLACE_MULTIPLY && result != MP_OBJ_NULL ? become(lhs, result) : result;
}

// --- subscripts ---

// Takes out what a slice selects; the items that stay move down.
static void delete_range(mp_obj_array_t *self, vitrine_range r) {
    size_t size = vitrine_item_size(self->typecode);
    if (r.count == 0) {
        return;
    }
    if (r.step < 0) {
        r.start += (mp_int_t)(r.count - 1) * r.step;
        r.step = -r.step;
    }
    byte *to = item_at(self, r.start);
    for (size_t i = 0; i < r.count; ++i) {
        size_t from = r.start + i * r.step + 1;
        size_t until = i + 1 < r.count ? from + r.step - 1 : self->len;
        memmove(to, item_at(self, from), (until - from) * size);
        to += (until - from) * size;
    }
    self->len -= r.count;
    self->free += r.count;
}

static void store_range(mp_obj_array_t *self, mp_obj_t index, mp_obj_t value) {
    size_t size = vitrine_item_size(self->typecode);
    if (self->typecode == BYTEARRAY_TYPECODE && (mp_obj_is_int(value) || mp_obj_is_str(value))) {
        mp_raise_TypeError(MP_ERROR_TEXT("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
    }
    const mp_obj_array_t *items = as_items(self, value);
    vitrine_range r; // only now: making the items may have changed the array
    vitrine_slice_range(index, self->len, &r);
    size_t n = items->len;
    const byte *from = items->items;
    if (items == self) {
        from = memcpy(m_new(byte, n * size), from, n * size);
    }
    if (r.step == 1) {
        memcpy(make_room(self, r.start, r.count, n), from, n * size);
        return;
    }
    if (n != r.count) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("attempt to assign %s of size %d to extended slice of size %d"),
            self->typecode == BYTEARRAY_TYPECODE ? "bytes" : "array", (int)n, (int)r.count);
    }
    for (size_t i = 0; i < n; ++i) {
        memcpy(item_at(self, r.start + (mp_int_t)i * r.step), from + i * size, size);
    }
}

static mp_obj_t array_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    mp_obj_array_t *self = array_of(self_in);
    size_t size = vitrine_item_size(self->typecode);
    if (mp_obj_is_type(index, &mp_type_slice)) {
        if (value != MP_OBJ_NULL && value != MP_OBJ_SENTINEL) {
            store_range(self, index, value);
            return mp_const_none;
        }
        vitrine_range r;
        vitrine_slice_range(index, self->len, &r);
        if (value == MP_OBJ_NULL) {
            delete_range(self, r);
            return mp_const_none;
        }
        mp_obj_array_t *part = array_new(self->typecode, r.count);
        if (r.step == 1) {
            memcpy(part->items, item_at(self, r.start), r.count * size);
        } else {
            for (size_t i = 0; i < r.count; ++i) {
                memcpy(item_at(part, i), item_at(self, r.start + (mp_int_t)i * r.step), size);
            }
        }
        return MP_OBJ_FROM_PTR(part);
    }
    if (value == MP_OBJ_SENTINEL) {
        return vitrine_item_load(self->typecode, item_at(self, vitrine_item_index(qstr_str(self->base.type->name), self->len, index)));
    }
    const char *name = self->typecode == BYTEARRAY_TYPECODE ? "bytearray" : "array assignment";
    if (value == MP_OBJ_NULL) {
        delete_range(self, (vitrine_range) {vitrine_item_index(name, self->len, index), 1, 1});
    } else {
        byte item[8];
        vitrine_item_make(self->typecode, value, item);
        memcpy(item_at(self, vitrine_item_index(name, self->len, index)), item, size);
    }
    return mp_const_none;
}

static mp_int_t array_get_buffer(mp_obj_t self_in, mp_buffer_info_t *info, mp_uint_t flags) {
    const mp_obj_array_t *self = array_of(self_in);
    info->buf = self->items;
    info->len = self->len * vitrine_item_size(self->typecode);
    info->typecode = self->typecode;
    return 0;
}

// --- methods ---

static mp_obj_t array_insert(mp_obj_t self_in, mp_obj_t index, mp_obj_t item) {
    mp_obj_array_t *self = array_of(self_in);
    byte value[8];
    vitrine_item_make(self->typecode, item, value);
    mp_int_t at = vitrine_bound(index, 0), len = self->len;
    at = MIN(MAX(at + (at < 0 ? len : 0), 0), len);
    memcpy(make_room(self, at, 0, 1), value, vitrine_item_size(self->typecode));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(array_insert_obj, array_insert);

static mp_obj_t array_pop(size_t n_args, const mp_obj_t *args) {
    mp_obj_array_t *self = array_of(args[0]);
    const char *name = qstr_str(self->base.type->name);
    if (self->len == 0) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("pop from empty %s"), name);
    }
    mp_int_t at = n_args > 1 ? vitrine_index(args[1]) : -1, len = self->len;
    at += at < 0 ? len : 0;
    if (at < 0 || at >= len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("pop index out of range"));
    }
    mp_obj_t item = vitrine_item_load(self->typecode, item_at(self, at));
    delete_range(self, (vitrine_range) {at, 1, 1});
    return item;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_pop_obj, 1, 2, array_pop);

// Where an item is from `start` on, or SIZE_MAX.
static size_t index_of(const mp_obj_array_t *self, mp_obj_t item, size_t start) {
    for (size_t i = start; i < self->len; ++i) {
        vitrine_stop_check();
        if (mp_obj_equal(vitrine_item_load(self->typecode, item_at(self, i)), item)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static mp_obj_t array_remove(mp_obj_t self_in, mp_obj_t item) {
    mp_obj_array_t *self = array_of(self_in);
    bool bytes = self->typecode == BYTEARRAY_TYPECODE;
    if (bytes) {
        vitrine_byte(item, "byte");
    }
    size_t at = index_of(self, item, 0);
    if (at >= self->len) {
        mp_raise_ValueError(bytes ? MP_ERROR_TEXT("value not found in bytearray") : MP_ERROR_TEXT("array.remove(x): x not in array"));
    }
    delete_range(self, (vitrine_range) {at, 1, 1});
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_remove_obj, array_remove);

static mp_obj_t array_index(size_t n_args, const mp_obj_t *args) {
    const mp_obj_array_t *self = array_of(args[0]);
    mp_int_t start = n_args > 2 ? vitrine_bound(args[2], 0) : 0;
    mp_int_t stop = n_args > 3 ? vitrine_bound(args[3], 0) : INTPTR_MAX;
    start = MAX(start + (start < 0 ? (mp_int_t)self->len : 0), 0);
    stop += stop < 0 ? (mp_int_t)self->len : 0;
    size_t at = index_of(self, args[1], start);
    if (at == SIZE_MAX || (mp_int_t)at >= stop) {
        mp_raise_ValueError(MP_ERROR_TEXT("array.index(x): x not in array"));
    }
    return MP_OBJ_NEW_SMALL_INT(at);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(array_index_obj, 2, 4, array_index);

static mp_obj_t array_count(mp_obj_t self_in, mp_obj_t item) {
    size_t n = 0, at = 0;
    for (; (at = index_of(array_of(self_in), item, at)) != SIZE_MAX; ++at) {
        ++n;
    }
    return MP_OBJ_NEW_SMALL_INT(n);
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_count_obj, array_count);

static mp_obj_t array_reverse(mp_obj_t self_in) {
    mp_obj_array_t *self = array_of(self_in);
    size_t size = vitrine_item_size(self->typecode);
    for (size_t i = 0; i < self->len / 2; ++i) {
        byte item[8], *a = item_at(self, i), *b = item_at(self, self->len - 1 - i);
        memcpy(item, a, size);
        memcpy(a, b, size);
        memcpy(b, item, size);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_reverse_obj, array_reverse);

static mp_obj_t array_byteswap(mp_obj_t self_in) {
    mp_obj_array_t *self = array_of(self_in);
    size_t size = vitrine_item_size(self->typecode);
    for (size_t i = 0; i < self->len; ++i) {
        byte *p = item_at(self, i);
        for (size_t k = 0; k < size / 2; ++k) {
            byte b = p[k];
            p[k] = p[size - 1 - k];
            p[size - 1 - k] = b;
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_byteswap_obj, array_byteswap);

static mp_obj_t array_copy(mp_obj_t self_in) {
    return array_repeat(self_in, 1);
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_copy_obj, array_copy);

static mp_obj_t array_clear(mp_obj_t self_in) {
    delete_range(array_of(self_in), (vitrine_range) {0, array_of(self_in)->len, 1});
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_clear_obj, array_clear);

static mp_obj_t array_tobytes(mp_obj_t self_in) {
    const mp_obj_array_t *self = array_of(self_in);
    return mp_obj_new_bytes(self->items, self->len * vitrine_item_size(self->typecode));
}
static MP_DEFINE_CONST_FUN_OBJ_1(array_tobytes_obj, array_tobytes);

static mp_obj_t array_fromlist(mp_obj_t self_in, mp_obj_t list) {
    if (!mp_obj_is_type(list, &mp_type_list)) {
        mp_raise_TypeError(MP_ERROR_TEXT("arg must be list"));
    }
    return array_extend(self_in, list);
}
static MP_DEFINE_CONST_FUN_OBJ_2(array_fromlist_obj, array_fromlist);

static void array_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    char code = array_of(self_in)->typecode;
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_itemsize) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(vitrine_item_size(code));
    } else if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_typecode) {
        dest[0] = mp_obj_new_str_via_qstr(&code, 1);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // it may be a method
    }
}

#define ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&array_##name##_obj) },
#define SHARED \
    { MP_ROM_QSTR(MP_QSTR_append), MP_ROM_PTR(&mp_obj_array_append_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_extend), MP_ROM_PTR(&mp_obj_array_extend_obj) }, \
    ENTRY(insert) ENTRY(pop) ENTRY(remove) ENTRY(reverse)
#define TEXT_ENTRY(name) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&vitrine_text_##name##_obj) },

static const mp_rom_map_elem_t array_table[] = {
    SHARED
    ENTRY(index) ENTRY(count) ENTRY(byteswap) ENTRY(tobytes) ENTRY(frombytes) ENTRY(tolist) ENTRY(fromlist)
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&array_copy_obj) },
};
static MP_DEFINE_CONST_DICT(array_locals_dict, array_table);

static const mp_rom_map_elem_t bytearray_table[] = {
    SHARED
    ENTRY(copy) ENTRY(clear)
    VITRINE_SHARED_METHODS(TEXT_ENTRY)
    VITRINE_BYTES_ENTRIES
};
static MP_DEFINE_CONST_DICT(bytearray_locals_dict, bytearray_table);

// --- iterating ---

typedef struct {
    mp_obj_base_t base;
    const mp_obj_array_t *array;
    size_t next;
} array_iterator_t;

static mp_obj_t array_iternext(mp_obj_t self_in) {
    array_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->next >= self->array->len) {
        self->next = SIZE_MAX; // for good, whatever is appended
        return MP_OBJ_STOP_ITERATION;
    }
    return vitrine_item_load(self->array->typecode, item_at(self->array, self->next++));
}

static MP_DEFINE_CONST_OBJ_TYPE(type_bytearray_iterator, MP_QSTR_bytearray_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, array_iternext);
static MP_DEFINE_CONST_OBJ_TYPE(type_array_iterator, MP_QSTR_arrayiterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, array_iternext);

static mp_obj_t array_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    MP_STATIC_ASSERT(sizeof(array_iterator_t) <= sizeof(mp_obj_iter_buf_t));
    array_iterator_t *o = (array_iterator_t *)buf;
    o->array = array_of(self_in);
    o->base.type = o->array->typecode == BYTEARRAY_TYPECODE ? &type_bytearray_iterator : &type_array_iterator;
    o->next = 0;
    return MP_OBJ_FROM_PTR(o);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_array, MP_QSTR_array, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, array_make_new,
    print, array_print,
    iter, array_getiter,
    unary_op, array_unary_op,
    binary_op, array_binary_op,
    subscr, array_subscr,
    attr, array_attr,
    buffer, array_get_buffer,
    locals_dict, &array_locals_dict
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_bytearray, MP_QSTR_bytearray, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, bytearray_make_new,
    print, bytearray_print,
    iter, array_getiter,
    unary_op, array_unary_op,
    binary_op, bytearray_binary_op,
    subscr, array_subscr,
    buffer, array_get_buffer,
    locals_dict, &bytearray_locals_dict
    );
