// instances.c - what an instance of a class of the guest's does: attributes,
// operators, iteration, calls, and how it is made.
//
// Invariant: subobj[0] is there exactly if the class has a built-in base, and
// holds an object of that type, or the mark of one that is not made yet.
#include <string.h>

#include "classes.h"
#include "namedtuple.h"
#include "py/cstack.h"
#include "py/objexcept.h"
#include "py/objstr.h"
#include "machine/stop.h"

// --- attributes ---

static bool is_moved(const mp_obj_instance_t *self) {
    return self->members.alloc == 0 && self->members.table != NULL;
}

static mp_map_t *attributes(mp_obj_instance_t *self) {
    return is_moved(self) ? &((mp_obj_dict_t *)self->members.table)->map : &self->members;
}

static void move_attributes(mp_obj_instance_t *self, mp_obj_dict_t *dict) {
    mp_map_init(&self->members, 0);
    self->members.table = (mp_map_elem_t *)dict;
}

mp_obj_t instance_dict(mp_obj_instance_t *self) {
    if (!is_moved(self)) {
        mp_obj_dict_t *dict = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
        if (self->members.used > 0) {
            dict->map = self->members;
        }
        move_attributes(self, dict);
    }
    return MP_OBJ_FROM_PTR(self->members.table);
}

static mp_obj_t get_attribute(mp_obj_instance_t *self, qstr attr) {
    mp_map_elem_t *elem = mp_map_lookup(attributes(self), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    return elem == NULL ? MP_OBJ_NULL : elem->value;
}

void instance_load_default(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type, *where;
    // A data descriptor comes first; only where __dict__ was touched, or the
    // class changed, can the instance have an attribute of that name.
    bool careful = (type->flags & CLASS_SLOW) || is_moved(self);
    mp_obj_t found = careful ? class_find(type, attr, 0, &where) : MP_OBJ_NULL;
    if (found == MP_OBJ_NULL || !class_is_data_descriptor(found) || !class_gets(found)) {
        dest[0] = get_attribute(self, attr);
        if (dest[0] != MP_OBJ_NULL) {
            return;
        }
    }
    if (!careful) {
        found = class_find(type, attr, 0, &where);
    }
    if (found != MP_OBJ_NULL) {
        class_bind(self_in, type, where, found, dest);
        return;
    }
    if (attr == MP_QSTR___dict__) {
        if (!(type->flags & CLASS_SLOTTED)) {
            dest[0] = instance_dict(self);
        }
        return;
    }
    const mp_obj_type_t *native = class_native(type);
    if (native != NULL) {
        mp_obj_t inside = self->subobj[0];
        if (!native_is_unmade(inside) && MP_OBJ_TYPE_HAS_SLOT(native, attr)) {
            mp_load_method_maybe(inside, attr, dest);
            if (dest[0] != MP_OBJ_NULL) {
                if (dest[1] == inside && (native_is_exception(native) || class_is_of_object(dest[0]))) {
                    dest[1] = self_in; // with_traceback() returns it, __getstate__() looks into it
                }
                return;
            }
        }
    }
    native_load_common(self_in, type, attr, dest);
}

static mp_obj_t call_getattr(mp_obj_t self_in, qstr attr) {
    const mp_obj_type_t *where;
    mp_obj_t found = class_find(mp_obj_get_type(self_in), MP_QSTR___getattr__, 0, &where);
    if (found == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    return class_call_found(self_in, where, found, 1, &(mp_obj_t) {MP_OBJ_NEW_QSTR(attr)});
}

// With __getattribute__ or a chance that __getattr__ is asked after an AttributeError.
static void load_protected(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_type_t *type = mp_obj_get_type(self_in), *where;
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t found = class_find(type, MP_QSTR___getattribute__, 0, &where);
        if (found != MP_OBJ_NULL) {
            dest[0] = class_call_found(self_in, where, found, 1, &(mp_obj_t) {MP_OBJ_NEW_QSTR(attr)});
        } else {
            instance_load_default(self_in, attr, dest);
        }
        nlr_pop();
    } else {
        if (!(type->flags & CLASS_GETATTR)
            || !mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_AttributeError))) {
            nlr_jump(nlr.ret_val);
        }
        dest[0] = dest[1] = MP_OBJ_NULL;
    }
}

static void instance_load(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    unsigned flags = mp_obj_get_type(self_in)->flags;
    if ((flags & CLASS_SLOW) || (flags & CLASS_GETATTR && flags & MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS)) {
        load_protected(self_in, attr, dest);
    } else {
        instance_load_default(self_in, attr, dest);
    }
    if (dest[0] == MP_OBJ_NULL && (flags & CLASS_GETATTR)) {
        dest[0] = call_getattr(self_in, attr);
    }
}

static void set_class(mp_obj_instance_t *self, mp_obj_t to) {
    if (!class_is(to)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__class__ must be set to a class, not '%s' object"),
            mp_obj_get_type_str(to));
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(to);
    if (!mp_obj_is_instance_type(type) || class_native(type) != class_native(self->base.type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__class__ assignment: '%q' object layout differs from '%q'"),
            type->name, self->base.type->name);
    }
    self->base.type = type;
}

// value == MP_OBJ_NULL: delete.
void instance_store_default(mp_obj_t self_in, qstr attr, mp_obj_t value) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type, *where;
    if (type->flags & (MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS | CLASS_SLOTTED)) {
        mp_obj_t found = class_find(type, attr, 0, &where);
        if (found != MP_OBJ_NULL && class_is_data_descriptor(found)) {
            class_delete_or_set(found, self_in, attr, value);
            return;
        }
        if ((type->flags & CLASS_SLOTTED) && value != MP_OBJ_NULL
            && (found == MP_OBJ_NULL || !mp_obj_is_type(found, &vitrine_type_member))) {
            if (found != MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%q' object attribute '%q' is read-only"),
                    type->name, attr);
            }
            vitrine_raise_attribute(self_in, attr);
        }
    }
    if (class_native(type) != NULL && native_is_exception(class_native(type))) {
        if (exception_store_known(self->subobj[0], attr, value)) {
            return;
        }
    }
    if (attr == MP_QSTR___class__ && value != MP_OBJ_NULL) {
        set_class(self, value);
    } else if (attr == MP_QSTR___dict__ && value != MP_OBJ_NULL) {
        mp_obj_t dict = native_inside(value);
        if (!mp_obj_is_dict_or_ordereddict(dict)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__dict__ must be set to a dictionary, not a '%s'"),
                mp_obj_get_type_str(value));
        }
        move_attributes(self, MP_OBJ_TO_PTR(dict));
    } else if (value == MP_OBJ_NULL) {
        if (mp_map_lookup(attributes(self), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_REMOVE_IF_FOUND) == NULL) {
            vitrine_raise_attribute(self_in, attr);
        }
    } else {
        mp_map_lookup(attributes(self), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
    }
}

void instance_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        instance_load(self_in, attr, dest);
        return;
    }
    const mp_obj_type_t *type = mp_obj_get_type(self_in), *where;
    if (type->flags & CLASS_SETATTR) {
        mp_obj_t found = class_find(type, dest[1] == MP_OBJ_NULL ? MP_QSTR___delattr__ : MP_QSTR___setattr__, 0, &where);
        if (found != MP_OBJ_NULL && class_is_made(where)) {
            mp_obj_t args[2] = {MP_OBJ_NEW_QSTR(attr), dest[1]};
            class_call_found(self_in, where, found, dest[1] == MP_OBJ_NULL ? 1 : 2, args);
            dest[0] = MP_OBJ_NULL;
            return;
        }
    }
    instance_store_default(self_in, attr, dest[1]);
    dest[0] = MP_OBJ_NULL;
}

// --- making ---

static NORETURN void raise_abstract(const mp_obj_type_t *type) {
    mp_obj_t names = class_own(type, MP_QSTR___abstractmethods__);
    mp_obj_t list = MP_OBJ_TYPE_GET_SLOT(&mp_type_list, make_new)(&mp_type_list, 1, 0, &names);
    mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(list, &n, &items);
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    mp_printf(&print, "Can't instantiate abstract class %q with abstract method%s", type->name, n == 1 ? "" : "s");
    for (size_t i = 0; i < n; ++i) {
        mp_print_str(&print, i == 0 ? " " : ", ");
        mp_obj_print_helper(&print, items[i], PRINT_STR);
    }
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

mp_obj_t instance_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (type->flags & CLASS_ABSTRACT) {
        raise_abstract(type);
    }
    const mp_obj_type_t *native = class_native(type);
    mp_obj_instance_t *o = mp_obj_malloc_var(mp_obj_instance_t, subobj, mp_obj_t, native != NULL, type);
    mp_map_init(&o->members, 0);
    if (native != NULL) {
        native_prepare(o, native, n_args, n_kw, args);
    }
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t call_new(const mp_obj_type_t *type, const mp_obj_type_t *where, mp_obj_t found, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(MP_OBJ_NULL, type, where, found, dest);
    return mp_call_method_self_n_kw(dest[0], MP_OBJ_FROM_PTR(type), n_args, n_kw, args);
}

static void call_init(mp_obj_t self, const mp_obj_type_t *where, mp_obj_t found, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(self, mp_obj_get_type(self), where, found, dest);
    mp_obj_t result = dest[1] == MP_OBJ_NULL ? mp_call_function_n_kw(dest[0], n_args, n_kw, args)
        : mp_call_method_self_n_kw(dest[0], dest[1], n_args, n_kw, args);
    if (result != mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__init__() should return None, not '%s'"),
            mp_obj_get_type_str(result));
    }
}

mp_obj_t instance_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *where;
    mp_obj_t self;
    mp_obj_t found = class_find(type, MP_QSTR___new__, 0, &where);
    bool has_new = found != MP_OBJ_NULL;
    if (has_new) {
        self = call_new(type, where, found, n_args, n_kw, args);
        if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(self)), MP_OBJ_FROM_PTR(type))) {
            return self;
        }
        type = mp_obj_get_type(self);
    } else {
        self = instance_new(type, n_args, n_kw, args);
    }
    const mp_obj_type_t *native = class_native(type);
    found = class_find(type, MP_QSTR___init__, 0, &where);
    if (found != MP_OBJ_NULL) {
        call_init(self, where, found, n_args, n_kw, args);
    } else if (native == NULL) {
        if (!has_new && (n_args > 0 || n_kw > 0)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no arguments"), type->name);
        }
    } else {
        found = native_member(native, MP_QSTR___init__);
        if (found != MP_OBJ_NULL) {
            mp_call_method_self_n_kw(found, self, n_args, n_kw, args);
        }
    }
    mp_obj_instance_t *o = MP_OBJ_TO_PTR(self);
    if (native != NULL && native_is_unmade(o->subobj[0])) {
        o->subobj[0] = MP_OBJ_TYPE_GET_SLOT(native, make_new)(native, n_args, n_kw, args);
    }
    return self;
}

// --- printing ---

static mp_obj_t checked_str(mp_obj_t text, const char *method) {
    if (!mp_obj_is_str(native_inside(text))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s returned non-string (type %s)"), method,
            mp_obj_get_type_str(text));
    }
    return text;
}

// What a built-in type shows of a subclass's instance: those that show their name show the subclass's.
void instance_print_inside(const mp_print_t *print, const mp_obj_type_t *type, mp_obj_t inside, mp_print_kind_t kind) {
    const mp_obj_type_t *native = mp_obj_get_type(inside);
    bool named = native == &mp_type_set || native == &mp_type_frozenset || native == &mp_type_bytearray
        || native == &mp_type_array || native == &mp_type_deque || native == &mp_type_ordereddict;
    if (!named || native == type || (kind != PRINT_STR && kind != PRINT_REPR)) {
        if (!vitrine_namedtuple_print(print, type->name, inside)) {
            mp_obj_print_helper(print, inside, kind);
        }
        return;
    }
    vstr_t text;
    mp_print_t to_text;
    vstr_init_print(&text, 64, &to_text);
    mp_obj_print_helper(&to_text, inside, kind);
    mp_print_str(print, qstr_str(type->name));
    size_t skip = strcspn(vstr_null_terminated_str(&text), "({");
    bool bare = text.buf[skip] == '{';
    mp_printf(print, bare ? "(%s)" : "%s", text.buf + skip);
}

void instance_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type, *where, *native = class_native(type);
    bool as_str = kind == PRINT_STR;
    // Of the built-in types only text and exceptions have a __str__ of their own.
    bool own_str = native == &mp_type_str || (native != NULL && native_is_exception(native));
    mp_obj_t found = as_str ? class_find(type, MP_QSTR___str__, own_str ? MP_OBJ_TYPE_OFFSETOF_SLOT(print) : 0, &where) : MP_OBJ_NULL;
    const char *method = "__str__";
    if (found == MP_OBJ_NULL) {
        found = class_find(type, MP_QSTR___repr__, MP_OBJ_TYPE_OFFSETOF_SLOT(print), &where);
        method = "__repr__";
    }
    if (found == MP_OBJ_SENTINEL) {
        mp_obj_t inside = self->subobj[0];
        if (mp_obj_is_native_exception_instance(inside)) {
            if (!as_str) {
                mp_print_str(print, qstr_str(type->name));
            }
            kind |= PRINT_EXC_SUBCLASS;
        }
        instance_print_inside(print, type, inside, kind);
    } else if (found != MP_OBJ_NULL) {
        mp_obj_print_helper(print, checked_str(class_call_found(self_in, where, found, 0, NULL), method), PRINT_STR);
    } else {
        mp_print_str(print, "<");
        class_print_name(print, type);
        mp_printf(print, " object at 0x%p>", self);
    }
}

// --- operators ---

const byte mp_unary_op_method_name[MP_UNARY_OP_NUM_RUNTIME] = {
    [MP_UNARY_OP_BOOL] = MP_QSTR___bool__,
    [MP_UNARY_OP_LEN] = MP_QSTR___len__,
    [MP_UNARY_OP_HASH] = MP_QSTR___hash__,
    [MP_UNARY_OP_INT_MAYBE] = MP_QSTR___int__,
    [MP_UNARY_OP_POSITIVE] = MP_QSTR___pos__,
    [MP_UNARY_OP_NEGATIVE] = MP_QSTR___neg__,
    [MP_UNARY_OP_INVERT] = MP_QSTR___invert__,
    [MP_UNARY_OP_ABS] = MP_QSTR___abs__,
    [MP_UNARY_OP_FLOAT_MAYBE] = MP_QSTR___float__,
    [MP_UNARY_OP_COMPLEX_MAYBE] = MP_QSTR___complex__,
    [MP_UNARY_OP_SIZEOF] = MP_QSTR___sizeof__,
};

const byte mp_binary_op_method_name[MP_BINARY_OP_NUM_RUNTIME] = {
    [MP_BINARY_OP_LESS] = MP_QSTR___lt__,
    [MP_BINARY_OP_MORE] = MP_QSTR___gt__,
    [MP_BINARY_OP_EQUAL] = MP_QSTR___eq__,
    [MP_BINARY_OP_LESS_EQUAL] = MP_QSTR___le__,
    [MP_BINARY_OP_MORE_EQUAL] = MP_QSTR___ge__,
    [MP_BINARY_OP_NOT_EQUAL] = MP_QSTR___ne__,
    [MP_BINARY_OP_CONTAINS] = MP_QSTR___contains__,
    [MP_BINARY_OP_INPLACE_ADD] = MP_QSTR___iadd__,
    [MP_BINARY_OP_INPLACE_SUBTRACT] = MP_QSTR___isub__,
    [MP_BINARY_OP_INPLACE_MULTIPLY] = MP_QSTR___imul__,
    [MP_BINARY_OP_INPLACE_MAT_MULTIPLY] = MP_QSTR___imatmul__,
    [MP_BINARY_OP_INPLACE_FLOOR_DIVIDE] = MP_QSTR___ifloordiv__,
    [MP_BINARY_OP_INPLACE_TRUE_DIVIDE] = MP_QSTR___itruediv__,
    [MP_BINARY_OP_INPLACE_MODULO] = MP_QSTR___imod__,
    [MP_BINARY_OP_INPLACE_POWER] = MP_QSTR___ipow__,
    [MP_BINARY_OP_INPLACE_OR] = MP_QSTR___ior__,
    [MP_BINARY_OP_INPLACE_XOR] = MP_QSTR___ixor__,
    [MP_BINARY_OP_INPLACE_AND] = MP_QSTR___iand__,
    [MP_BINARY_OP_INPLACE_LSHIFT] = MP_QSTR___ilshift__,
    [MP_BINARY_OP_INPLACE_RSHIFT] = MP_QSTR___irshift__,
    [MP_BINARY_OP_ADD] = MP_QSTR___add__,
    [MP_BINARY_OP_SUBTRACT] = MP_QSTR___sub__,
    [MP_BINARY_OP_MULTIPLY] = MP_QSTR___mul__,
    [MP_BINARY_OP_MAT_MULTIPLY] = MP_QSTR___matmul__,
    [MP_BINARY_OP_FLOOR_DIVIDE] = MP_QSTR___floordiv__,
    [MP_BINARY_OP_TRUE_DIVIDE] = MP_QSTR___truediv__,
    [MP_BINARY_OP_MODULO] = MP_QSTR___mod__,
    [MP_BINARY_OP_DIVMOD] = MP_QSTR___divmod__,
    [MP_BINARY_OP_POWER] = MP_QSTR___pow__,
    [MP_BINARY_OP_OR] = MP_QSTR___or__,
    [MP_BINARY_OP_XOR] = MP_QSTR___xor__,
    [MP_BINARY_OP_AND] = MP_QSTR___and__,
    [MP_BINARY_OP_LSHIFT] = MP_QSTR___lshift__,
    [MP_BINARY_OP_RSHIFT] = MP_QSTR___rshift__,
    [MP_BINARY_OP_REVERSE_ADD] = MP_QSTR___radd__,
    [MP_BINARY_OP_REVERSE_SUBTRACT] = MP_QSTR___rsub__,
    [MP_BINARY_OP_REVERSE_MULTIPLY] = MP_QSTR___rmul__,
    [MP_BINARY_OP_REVERSE_MAT_MULTIPLY] = MP_QSTR___rmatmul__,
    [MP_BINARY_OP_REVERSE_FLOOR_DIVIDE] = MP_QSTR___rfloordiv__,
    [MP_BINARY_OP_REVERSE_TRUE_DIVIDE] = MP_QSTR___rtruediv__,
    [MP_BINARY_OP_REVERSE_MODULO] = MP_QSTR___rmod__,
    [MP_BINARY_OP_REVERSE_POWER] = MP_QSTR___rpow__,
    [MP_BINARY_OP_REVERSE_OR] = MP_QSTR___ror__,
    [MP_BINARY_OP_REVERSE_XOR] = MP_QSTR___rxor__,
    [MP_BINARY_OP_REVERSE_AND] = MP_QSTR___rand__,
    [MP_BINARY_OP_REVERSE_LSHIFT] = MP_QSTR___rlshift__,
    [MP_BINARY_OP_REVERSE_RSHIFT] = MP_QSTR___rrshift__,
};

static NORETURN void raise_unhashable(const mp_obj_type_t *type) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unhashable type: '%q'"), type->name);
}

// Checks what a special method returned.
static mp_obj_t unary_result(mp_unary_op_t op, mp_obj_t value) {
    switch (op) {
        case MP_UNARY_OP_HASH:
            value = native_inside(value);
            if (!mp_obj_is_int(value) && !mp_obj_is_bool(value)) {
                mp_raise_TypeError(MP_ERROR_TEXT("__hash__ method should return an integer"));
            }
            return value;
        case MP_UNARY_OP_INT_MAYBE:
            value = native_inside(value);
            if (mp_obj_is_bool(value)) {
                return MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
            }
            if (!mp_obj_is_int(value)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__index__ returned non-int (type %s)"),
                    mp_obj_get_type_str(value));
            }
            return value;
        case MP_UNARY_OP_BOOL:
            if (!mp_obj_is_bool(value)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__bool__ should return bool, returned %s"),
                    mp_obj_get_type_str(value));
            }
            return value;
        case MP_UNARY_OP_LEN:
            if (!mp_obj_is_int(native_inside(value))) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"),
                    mp_obj_get_type_str(value));
            }
            value = native_inside(value);
            if (mp_obj_get_int(value) < 0) {
                mp_raise_ValueError(MP_ERROR_TEXT("__len__() should return >= 0"));
            }
            return value;
        default:
            return value;
    }
}

mp_obj_t instance_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type, *where;
    // int() looks for __int__ itself; all others want an index.
    qstr name = op == MP_UNARY_OP_INT_MAYBE ? MP_QSTR___index__ : mp_unary_op_method_name[op];
    mp_obj_t found = class_find(type, name, MP_OBJ_TYPE_OFFSETOF_SLOT(unary_op), &where);
    if (found == MP_OBJ_NULL && op == MP_UNARY_OP_FLOAT_MAYBE) {
        mp_obj_t index = instance_unary_op(MP_UNARY_OP_INT_MAYBE, self_in);
        return index == MP_OBJ_NULL || class_find(type, MP_QSTR___index__, 0, &where) == MP_OBJ_NULL
            ? MP_OBJ_NULL : native_unary_op(op, index);
    }
    if (found == MP_OBJ_SENTINEL) {
        if (op == MP_UNARY_OP_BOOL && !MP_OBJ_TYPE_HAS_SLOT(class_native(type), iter)) {
            return mp_unary_op(op, self->subobj[0]);
        }
        // An emptied container's own __len__ decides.
        mp_obj_t len = op == MP_UNARY_OP_BOOL ? class_find(type, MP_QSTR___len__, 0, &where) : MP_OBJ_NULL;
        if (len != MP_OBJ_NULL) {
            return MP_OBJ_NULL;
        }
        mp_obj_t inside = self->subobj[0];
        if (op == MP_UNARY_OP_HASH && !native_is_exception(where)) {
            const mp_obj_type_t *of = mp_obj_get_type(inside);
            if (!mp_obj_is_small_int(inside) && MP_OBJ_TYPE_HAS_SLOT(of, unary_op)
                && MP_OBJ_TYPE_GET_SLOT(of, unary_op)(op, inside) == MP_OBJ_NULL && !mp_obj_is_str_or_bytes(inside)) {
                raise_unhashable(type);
            }
        }
        return native_unary_op(op, inside);
    }
    if (found == mp_const_none && op == MP_UNARY_OP_HASH) {
        raise_unhashable(type);
    }
    if (found != MP_OBJ_NULL) {
        return unary_result(op, class_call_found(self_in, where, found, 0, NULL));
    }
    switch (op) {
        case MP_UNARY_OP_HASH:
            return MP_OBJ_NEW_SMALL_INT((mp_uint_t)self_in >> 2);
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*self) + sizeof(mp_map_elem_t) * attributes(self)->alloc);
        default:
            return MP_OBJ_NULL;
    }
}

const uint8_t instance_mirrored_op[] = {
    [MP_BINARY_OP_LESS] = MP_BINARY_OP_MORE, [MP_BINARY_OP_MORE] = MP_BINARY_OP_LESS,
    [MP_BINARY_OP_LESS_EQUAL] = MP_BINARY_OP_MORE_EQUAL, [MP_BINARY_OP_MORE_EQUAL] = MP_BINARY_OP_LESS_EQUAL,
};

bool instance_compares(mp_binary_op_t op, mp_obj_t o) {
    return op <= MP_BINARY_OP_MORE_EQUAL && op != MP_BINARY_OP_EQUAL && mp_obj_is_obj(o)
        && mp_obj_is_instance_type(mp_obj_get_type(o));
}

bool instance_is_derived(mp_obj_t o, mp_obj_t from) {
    const mp_obj_type_t *type = mp_obj_get_type(o), *base = mp_obj_get_type(from);
    return type != base && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(base));
}

static mp_obj_t call_binary(mp_obj_t self, const mp_obj_type_t *where, mp_obj_t found, mp_obj_t other) {
    mp_obj_t result = class_call_found(self, where, found, 1, &other);
    return result == mp_const_notimplemented ? MP_OBJ_NULL : result;
}

// The right operand goes first if its class derives from the left one's and
// defines the reflected method anew.
static mp_obj_t binary_subclass_first(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *left = mp_obj_get_type(lhs), *right = mp_obj_get_type(rhs), *where, *other;
    if (!mp_obj_is_instance_type(right) || !instance_is_derived(rhs, lhs)) {
        return MP_OBJ_NULL;
    }
    qstr name = mp_binary_op_method_name[op + (MP_BINARY_OP_REVERSE_OR - MP_BINARY_OP_OR)];
    mp_obj_t found = class_find(right, name, 0, &where);
    if (found == MP_OBJ_NULL || class_find(left, name, 0, &other) == found) {
        return MP_OBJ_NULL;
    }
    return call_binary(rhs, where, found, lhs);
}

mp_obj_t instance_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    mp_obj_instance_t *lhs = MP_OBJ_TO_PTR(lhs_in);
    const mp_obj_type_t *type = lhs->base.type, *where;
    bool plain = op >= MP_BINARY_OP_OR && op <= MP_BINARY_OP_POWER;
    if (plain && mp_obj_is_obj(rhs_in)) {
        mp_obj_t result = binary_subclass_first(op, lhs_in, rhs_in);
        if (result != MP_OBJ_NULL) {
            return result;
        }
    }
    mp_obj_t found = class_find(type, mp_binary_op_method_name[op], MP_OBJ_TYPE_OFFSETOF_SLOT(binary_op), &where);
    if (found == MP_OBJ_SENTINEL) {
        mp_obj_t left = lhs->subobj[0], right = native_inside(rhs_in);
        if (native_is_exception(where) || native_is_unmade(left)) {
            return MP_OBJ_NULL;
        }
        if (op >= MP_BINARY_OP_REVERSE_OR && op <= MP_BINARY_OP_REVERSE_POWER) {
            const mp_obj_type_t *of = mp_obj_get_type(right);
            op -= MP_BINARY_OP_REVERSE_OR - MP_BINARY_OP_OR;
            if (mp_obj_is_small_int(right)) {
                return mp_binary_op(op, right, left);
            }
            return MP_OBJ_TYPE_HAS_SLOT(of, binary_op) ? MP_OBJ_TYPE_GET_SLOT(of, binary_op)(op, right, left) : MP_OBJ_NULL;
        }
        if (op == MP_BINARY_OP_EQUAL || op == MP_BINARY_OP_NOT_EQUAL) {
            // The other operand's class may have a word in it.
            if (right != rhs_in && class_find(mp_obj_get_type(rhs_in), MP_QSTR___eq__, 0, &where) != MP_OBJ_NULL) {
                return MP_OBJ_NULL;
            }
            return mp_obj_equal_not_equal(op, left, right);
        }
        if (plain && right != rhs_in
            && class_find(mp_obj_get_type(rhs_in), mp_binary_op_method_name[op + (MP_BINARY_OP_REVERSE_OR - MP_BINARY_OP_OR)], 0, &where) != MP_OBJ_NULL) {
            return MP_OBJ_NULL;
        }
        if (plain && !mp_obj_is_small_int(left) && mp_obj_is_obj(rhs_in) && mp_obj_is_instance_type(mp_obj_get_type(rhs_in)) && right == rhs_in) {
            return MP_OBJ_NULL; // an instance with nothing built-in inside: its turn
        }
        if (op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER) {
            const mp_obj_type_t *of = mp_obj_get_type(left);
            if (mp_obj_is_small_int(left) || !MP_OBJ_TYPE_HAS_SLOT(of, binary_op)) {
                return MP_OBJ_NULL;
            }
            mp_obj_t result = MP_OBJ_TYPE_GET_SLOT(of, binary_op)(op, left, right);
            return result == left ? lhs_in : result;
        }
        return mp_binary_op(op, left, right);
    }
    if (found == mp_const_none && op == MP_BINARY_OP_CONTAINS) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%q' object is not a container"), type->name);
    }
    if (found != MP_OBJ_NULL) {
        mp_obj_t result = call_binary(lhs_in, where, found, rhs_in);
        return op == MP_BINARY_OP_CONTAINS && result != MP_OBJ_NULL ? mp_obj_new_bool(mp_obj_is_true(result)) : result;
    }
    if (op == MP_BINARY_OP_NOT_EQUAL) {
        mp_obj_t equal = instance_binary_op(MP_BINARY_OP_EQUAL, lhs_in, rhs_in);
        return equal == MP_OBJ_NULL ? MP_OBJ_NULL : mp_obj_new_bool(!mp_obj_is_true(equal));
    }
    return MP_OBJ_NULL;
}

// --- items, calls, iteration, buffers ---

mp_obj_t instance_dict_item(mp_obj_t self_in, mp_obj_t key) {
    mp_obj_t inside = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self_in))->subobj[0];
    mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(inside), key, MP_MAP_LOOKUP);
    if (elem != NULL) {
        return elem->value;
    }
    const mp_obj_type_t *where;
    mp_obj_t missing = class_find(mp_obj_get_type(self_in), MP_QSTR___missing__, 0, &where);
    return missing != MP_OBJ_NULL ? class_call_found(self_in, where, missing, 1, &key) : mp_obj_dict_get(inside, key);
}

mp_obj_t instance_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type, *where;
    qstr name = value == MP_OBJ_NULL ? MP_QSTR___delitem__
        : value == MP_OBJ_SENTINEL ? MP_QSTR___getitem__ : MP_QSTR___setitem__;
    mp_obj_t found = class_find(type, name, MP_OBJ_TYPE_OFFSETOF_SLOT(subscr), &where);
    if (found == MP_OBJ_SENTINEL) {
        mp_obj_t inside = self->subobj[0];
        if (value == MP_OBJ_SENTINEL && mp_obj_is_dict_or_ordereddict(inside)) {
            return instance_dict_item(self_in, index);
        }
        return mp_obj_subscr(inside, index, value);
    }
    if (found == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t args[2] = {index, value};
    mp_obj_t result = class_call_found(self_in, where, found, name == MP_QSTR___setitem__ ? 2 : 1, args);
    return value == MP_OBJ_SENTINEL ? result : mp_const_none;
}

bool mp_obj_instance_is_callable(mp_obj_t self_in) {
    const mp_obj_type_t *where;
    return class_find(mp_obj_get_type(self_in), MP_QSTR___call__, MP_OBJ_TYPE_OFFSETOF_SLOT(call), &where) != MP_OBJ_NULL;
}

mp_obj_t mp_obj_instance_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_cstack_check();
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *where;
    mp_obj_t found = class_find(self->base.type, MP_QSTR___call__, MP_OBJ_TYPE_OFFSETOF_SLOT(call), &where);
    if (found == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not callable"), mp_obj_get_type_str(self_in));
    }
    if (found == MP_OBJ_SENTINEL) {
        return mp_call_function_n_kw(self->subobj[0], n_args, n_kw, args);
    }
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(self_in, self->base.type, where, found, dest);
    if (dest[1] == MP_OBJ_NULL) {
        return mp_call_function_n_kw(dest[0], n_args, n_kw, args);
    }
    return mp_call_method_self_n_kw(dest[0], dest[1], n_args, n_kw, args);
}

mp_obj_t mp_obj_instance_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *iter_buf) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *where;
    mp_obj_t found = class_find(self->base.type, MP_QSTR___iter__, MP_OBJ_TYPE_OFFSETOF_SLOT(iter), &where);
    if (found == MP_OBJ_SENTINEL) {
        return mp_getiter(self->subobj[0], iter_buf);
    }
    if (found == mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not iterable"), mp_obj_get_type_str(self_in));
    }
    if (found == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t iter = class_call_found(self_in, where, found, 0, NULL);
    const mp_obj_type_t *type = mp_obj_get_type(iter);
    if (!(type->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM))
        && !(mp_obj_is_instance_type(type) && class_find(type, MP_QSTR___next__, MP_OBJ_TYPE_OFFSETOF_SLOT(iter), &where) != MP_OBJ_NULL)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("iter() returned non-iterator of type '%s'"), mp_obj_get_type_str(iter));
    }
    return iter;
}

mp_int_t instance_get_buffer(mp_obj_t self_in, mp_buffer_info_t *bufinfo, mp_uint_t flags) {
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *native = class_native(self->base.type);
    if (native == NULL || !MP_OBJ_TYPE_HAS_SLOT(native, buffer) || native_is_unmade(self->subobj[0])) {
        return 1; // no buffer
    }
    return MP_OBJ_TYPE_GET_SLOT(native, buffer)(self->subobj[0], bufinfo, flags);
}
