// memview.c - memoryview: a look at the bytes of another object.
//
// The bytes are looked up at each use, and whether they are still there: the
// object may have been changed since.
#include <string.h>

#include "argument.h"
#include "arrays.h"
#include "exceptions.h"
#include "py/binary.h"
#include "py/objarray.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "text/textmethods.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t owner; // MP_OBJ_NULL: released
    char code;
    bool readonly;
    size_t start; // of item 0, in bytes
    size_t len;
    mp_int_t step; // in items
} view_t;

static void check_held(const view_t *self) {
    if (self->owner == MP_OBJ_NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("operation forbidden on released memoryview object"));
    }
}

static view_t *view_of(mp_obj_t o) {
    view_t *self = MP_OBJ_TO_PTR(o);
    check_held(self);
    return self;
}

static mp_obj_t new_view(const view_t *like) {
    view_t *o = m_new_obj(view_t);
    *o = *like;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t memoryview_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    if (mp_obj_is_type(args[0], &mp_type_memoryview)) {
        return new_view(view_of(args[0]));
    }
    mp_buffer_info_t info;
    if (mp_obj_is_str(args[0]) || !mp_get_buffer(args[0], &info, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("memoryview: a bytes-like object is required, not '%s'"),
            mp_obj_get_type_str(args[0]));
    }
    char code = info.typecode == BYTEARRAY_TYPECODE ? 'B' : info.typecode;
    mp_buffer_info_t writable;
    bool readonly = !mp_get_buffer(args[0], &writable, MP_BUFFER_RW);
    view_t view = {{type}, args[0], code, readonly, 0, info.len / vitrine_item_size(code), 1};
    return new_view(&view);
}

// The first item's bytes; all items are there.
static byte *view_bytes(const view_t *self) {
    mp_buffer_info_t info;
    check_held(self);
    mp_get_buffer_raise(self->owner, &info, MP_BUFFER_READ);
    size_t size = vitrine_item_size(self->code), last = self->start;
    if (self->len > 0) {
        last += (mp_int_t)(self->len - 1) * self->step * (mp_int_t)size;
    }
    if (self->len > 0 && (self->start + size > info.len || last + size > info.len)) {
        mp_raise_msg(&mp_type_BufferError, MP_ERROR_TEXT("the object of this memoryview was made smaller"));
    }
    return (byte *)info.buf + self->start;
}

static byte *view_item(const view_t *self, byte *first, size_t i) {
    return first + (mp_int_t)i * self->step * (mp_int_t)vitrine_item_size(self->code);
}

static void copy_out(const view_t *self, byte *to) {
    size_t size = vitrine_item_size(self->code);
    byte *first = view_bytes(self);
    if (self->step == 1) {
        memcpy(to, first, self->len * size);
        return;
    }
    for (size_t i = 0; i < self->len; ++i) {
        memcpy(to + i * size, view_item(self, first, i), size);
    }
}

static mp_obj_t memoryview_tobytes(size_t n_args, const mp_obj_t *args) {
    const view_t *self = view_of(args[0]);
    vstr_t out;
    vstr_init_len(&out, self->len * vitrine_item_size(self->code));
    copy_out(self, (byte *)out.buf);
    return mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(memoryview_tobytes_obj, 1, 2, memoryview_tobytes);

static mp_obj_t memoryview_tolist(mp_obj_t self_in) {
    const view_t *self = view_of(self_in);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (size_t i = 0; i < self->len; ++i) {
        mp_obj_list_append(list, vitrine_item_load(self->code, view_item(self, view_bytes(self), i)));
    }
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_1(memoryview_tolist_obj, memoryview_tolist);

static mp_obj_t memoryview_hex(size_t n_args, const mp_obj_t *args) {
    mp_obj_t with[3] = {memoryview_tobytes(1, args)};
    for (size_t i = 1; i < n_args; ++i) {
        with[i] = args[i];
    }
    return mp_call_function_n_kw(MP_OBJ_FROM_PTR(&vitrine_bytes_hex_obj), n_args, 0, with);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(memoryview_hex_obj, 1, 3, memoryview_hex);

static mp_obj_t memoryview_cast(mp_obj_t self_in, mp_obj_t format) {
    view_t cast = *view_of(self_in);
    const char *code = mp_obj_str_get_str(format);
    code += code[0] == '@';
    size_t from = vitrine_item_size(cast.code), to = vitrine_item_size(code[0]);
    if (to == 0 || code[0] == BYTEARRAY_TYPECODE || code[1] != '\0') {
        mp_raise_ValueError(MP_ERROR_TEXT("memoryview: destination format must be a native single character format prefixed with an optional '@'"));
    }
    if (cast.step != 1) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: casts are restricted to C-contiguous views"));
    }
    if (from != 1 && to != 1) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: cannot cast between two non-byte formats"));
    }
    if (cast.len * from % to != 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: length is not a multiple of itemsize"));
    }
    cast.len = cast.len * from / to;
    cast.code = code[0];
    return new_view(&cast);
}
static MP_DEFINE_CONST_FUN_OBJ_2(memoryview_cast_obj, memoryview_cast);

static mp_obj_t memoryview_toreadonly(mp_obj_t self_in) {
    view_t view = *view_of(self_in);
    view.readonly = true;
    return new_view(&view);
}
static MP_DEFINE_CONST_FUN_OBJ_1(memoryview_toreadonly_obj, memoryview_toreadonly);

static mp_obj_t memoryview_release(size_t n_args, const mp_obj_t *args) {
    ((view_t *)MP_OBJ_TO_PTR(args[0]))->owner = MP_OBJ_NULL;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(memoryview_release_obj, 1, 4, memoryview_release);

static mp_obj_t memoryview_enter(mp_obj_t self_in) {
    view_of(self_in);
    return self_in;
}
static MP_DEFINE_CONST_FUN_OBJ_1(memoryview_enter_obj, memoryview_enter);

static void memoryview_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    bool released = ((view_t *)MP_OBJ_TO_PTR(self_in))->owner == MP_OBJ_NULL;
    mp_printf(print, released ? "<released memory at 0x%08x>" : "<memory at 0x%08x>", (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self_in));
}

static mp_obj_t memoryview_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const view_t *self = view_of(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(self->len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(self->len);
        case MP_UNARY_OP_HASH:
            if (!self->readonly) {
                mp_raise_ValueError(MP_ERROR_TEXT("cannot hash writable memoryview object"));
            }
            return mp_unary_op(op, memoryview_tobytes(1, &self_in));
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t memoryview_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_CONTAINS) {
        return mp_binary_op(op, memoryview_tolist(lhs), rhs);
    }
    mp_buffer_info_t info;
    if (op != MP_BINARY_OP_EQUAL || mp_obj_is_str(rhs) || !mp_get_buffer(rhs, &info, MP_BUFFER_READ)) {
        return MP_OBJ_NULL;
    }
    mp_obj_t other = memoryview_make_new(&mp_type_memoryview, 1, 0, &rhs);
    return mp_binary_op(op, memoryview_tolist(lhs), memoryview_tolist(other));
}

static NORETURN void raise_item(char code, bool of_type) {
    mp_raise_msg_varg(of_type ? &mp_type_TypeError : &mp_type_ValueError,
        MP_ERROR_TEXT("memoryview: invalid %s for format '%c'"), of_type ? "type" : "value", code);
}

static void store_slice(const view_t *part, mp_obj_t value) {
    view_t *from;
    mp_buffer_info_t info;
    if (!mp_get_buffer(value, &info, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(value));
    }
    from = MP_OBJ_TO_PTR(memoryview_make_new(&mp_type_memoryview, 1, 0, &value));
    if (from->len != part->len || from->code != part->code) {
        mp_raise_ValueError(MP_ERROR_TEXT("memoryview assignment: lvalue and rvalue have different structures"));
    }
    size_t size = vitrine_item_size(part->code);
    byte *items = m_new(byte, part->len * size);
    copy_out(from, items);
    for (size_t i = 0; i < part->len; ++i) {
        memcpy(view_item(part, view_bytes(part), i), items + i * size, size);
    }
    m_del(byte, items, part->len * size);
}

static mp_obj_t memoryview_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    const view_t *self = view_of(self_in);
    size_t size = vitrine_item_size(self->code);
    if (value == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("cannot delete memory"));
    }
    if (value != MP_OBJ_SENTINEL && self->readonly) {
        mp_raise_TypeError(MP_ERROR_TEXT("cannot modify read-only memory"));
    }
    if (mp_obj_is_type(index, &mp_type_slice)) {
        vitrine_range r;
        vitrine_slice_range(index, self->len, &r);
        view_t part = *self;
        part.start += (mp_int_t)r.start * self->step * (mp_int_t)size;
        part.step *= r.step;
        part.len = r.count;
        if (value == MP_OBJ_SENTINEL) {
            return new_view(&part);
        }
        store_slice(&part, value);
        return mp_const_none;
    }
    if (!vitrine_is_index(index)) {
        mp_raise_TypeError(MP_ERROR_TEXT("memoryview: invalid slice key"));
    }
    mp_int_t i = vitrine_index(index);
    i += i < 0 ? (mp_int_t)self->len : 0;
    if (i < 0 || (size_t)i >= self->len) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("index out of bounds on dimension 1"));
    }
    if (value == MP_OBJ_SENTINEL) {
        return vitrine_item_load(self->code, view_item(self, view_bytes(self), i));
    }
    byte item[8];
    bool number = self->code == 'f' || self->code == 'd';
    if (number ? mp_obj_is_str(value) : !vitrine_is_index(value)) {
        raise_item(self->code, true);
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        vitrine_item_make(self->code, value, item);
        nlr_pop();
    } else if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(((mp_obj_base_t *)nlr.ret_val)->type), MP_OBJ_FROM_PTR(&mp_type_OverflowError))) {
        raise_item(self->code, false);
    } else {
        nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));
    }
    memcpy(view_item(self, view_bytes(self), i), item, size);
    return mp_const_none;
}

static mp_int_t memoryview_get_buffer(mp_obj_t self_in, mp_buffer_info_t *info, mp_uint_t flags) {
    const view_t *self = view_of(self_in);
    if ((flags & MP_BUFFER_WRITE) && (self->readonly || self->step != 1)) {
        return 1;
    }
    info->len = self->len * vitrine_item_size(self->code);
    info->typecode = self->code == 'B' ? BYTEARRAY_TYPECODE : self->code;
    if (self->step == 1) {
        info->buf = view_bytes(self);
    } else {
        info->buf = m_new(byte, info->len);
        copy_out(self, info->buf);
    }
    return 0;
}

static void memoryview_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const view_t *self = MP_OBJ_TO_PTR(self_in);
    size_t size = vitrine_item_size(self->code);
    mp_obj_t number = MP_OBJ_NULL;
    switch (attr) {
        case MP_QSTR_obj:
            dest[0] = view_of(self_in)->owner;
            break;
        case MP_QSTR_format:
            dest[0] = mp_obj_new_str_via_qstr(&self->code, 1);
            break;
        case MP_QSTR_itemsize:
            dest[0] = MP_OBJ_NEW_SMALL_INT(size);
            break;
        case MP_QSTR_nbytes:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->len * size);
            break;
        case MP_QSTR_ndim:
            dest[0] = MP_OBJ_NEW_SMALL_INT(1);
            break;
        case MP_QSTR_shape:
            number = MP_OBJ_NEW_SMALL_INT(self->len);
            break;
        case MP_QSTR_strides:
            number = MP_OBJ_NEW_SMALL_INT(self->step * (mp_int_t)size);
            break;
        case MP_QSTR_readonly:
            dest[0] = mp_obj_new_bool(self->readonly);
            break;
        case MP_QSTR_contiguous:
        case MP_QSTR_c_contiguous:
            dest[0] = mp_obj_new_bool(self->step == 1);
            break;
        default:
            dest[1] = MP_OBJ_SENTINEL; // it may be a method
    }
    if (number != MP_OBJ_NULL) {
        dest[0] = mp_obj_new_tuple(1, &number);
    }
}

static const mp_rom_map_elem_t memoryview_table[] = {
    { MP_ROM_QSTR(MP_QSTR_tobytes), MP_ROM_PTR(&memoryview_tobytes_obj) },
    { MP_ROM_QSTR(MP_QSTR_tolist), MP_ROM_PTR(&memoryview_tolist_obj) },
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&memoryview_hex_obj) },
    { MP_ROM_QSTR(MP_QSTR_cast), MP_ROM_PTR(&memoryview_cast_obj) },
    { MP_ROM_QSTR(MP_QSTR_toreadonly), MP_ROM_PTR(&memoryview_toreadonly_obj) },
    { MP_ROM_QSTR(MP_QSTR_release), MP_ROM_PTR(&memoryview_release_obj) },
    { MP_ROM_QSTR(MP_QSTR___enter__), MP_ROM_PTR(&memoryview_enter_obj) },
    { MP_ROM_QSTR(MP_QSTR___exit__), MP_ROM_PTR(&memoryview_release_obj) },
};
static MP_DEFINE_CONST_DICT(memoryview_locals_dict, memoryview_table);

typedef struct {
    mp_obj_base_t base;
    mp_obj_t view;
    size_t next;
} view_iterator_t;

static mp_obj_t view_iternext(mp_obj_t self_in) {
    view_iterator_t *self = MP_OBJ_TO_PTR(self_in);
    const view_t *view = view_of(self->view);
    if (self->next >= view->len) {
        return MP_OBJ_STOP_ITERATION;
    }
    return vitrine_item_load(view->code, view_item(view, view_bytes(view), self->next++));
}

static MP_DEFINE_CONST_OBJ_TYPE(type_view_iterator, MP_QSTR_memory_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, view_iternext);

static mp_obj_t memoryview_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    MP_STATIC_ASSERT(sizeof(view_iterator_t) <= sizeof(mp_obj_iter_buf_t));
    view_iterator_t *o = (view_iterator_t *)buf;
    o->base.type = &type_view_iterator;
    o->view = self_in;
    o->next = 0;
    return MP_OBJ_FROM_PTR(o);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_memoryview, MP_QSTR_memoryview, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, memoryview_make_new,
    print, memoryview_print,
    iter, memoryview_getiter,
    unary_op, memoryview_unary_op,
    binary_op, memoryview_binary_op,
    subscr, memoryview_subscr,
    attr, memoryview_attr,
    buffer, memoryview_get_buffer,
    locals_dict, &memoryview_locals_dict
    );
