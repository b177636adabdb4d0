// nativebase.c - built-in types as bases: their special methods as objects, and
// what an instance of a subclass has inside.
//
// MicroPython's built-in types implement operators in C slots without names.
// Here they get them, so that super().__getitem__(key), int.__new__(cls, 1) or
// hasattr(x, "__len__") work.
#include <string.h>

#include "argument.h"
#include "classes.h"
#include "namedtuple.h"
#include "py/objarray.h"
#include "py/objexcept.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "set.h"

// --- what is inside ---

// Stands for the inside of an instance whose __init__ has not called super's yet.
static const mp_obj_base_t unmade = {&mp_type_object};

bool native_is_unmade(mp_obj_t inside) {
    return inside == MP_OBJ_FROM_PTR(&unmade);
}

bool native_is_exception(const mp_obj_type_t *native) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(&mp_type_BaseException));
}

mp_obj_t native_inside(mp_obj_t o) {
    if (mp_obj_is_obj(o)) {
        const mp_obj_instance_t *self = MP_OBJ_TO_PTR(o);
        if (mp_obj_is_instance_type(self->base.type) && class_native(self->base.type) != NULL) {
            return self->subobj[0];
        }
    }
    return o;
}

// Filled by __new__, with the arguments.
static bool is_made_by_new(const mp_obj_type_t *native) {
    static const mp_obj_type_t *const types[] = {
        &mp_type_int, &mp_type_float, &mp_type_complex, &mp_type_str, &mp_type_bytes, &mp_type_tuple,
        &mp_type_frozenset,
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(types); ++i) {
        if (mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(native), MP_OBJ_FROM_PTR(types[i]))) {
            return true;
        }
    }
    return native_is_exception(native);
}

// Empty after __new__, filled by __init__.
static bool is_made_empty(const mp_obj_type_t *native) {
    return native == &mp_type_list || native == &mp_type_dict || native == &mp_type_set
        || native == &mp_type_bytearray || native == &mp_type_ordereddict;
}

void native_prepare(mp_obj_instance_t *o, const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    o->subobj[0] = MP_OBJ_FROM_PTR(&unmade);
    mp_make_new_fun_t make_new = MP_OBJ_TYPE_GET_SLOT(native, make_new);
    if (is_made_empty(native)) {
        o->subobj[0] = make_new(native, 0, 0, NULL);
    } else if (native_is_exception(native)) {
        o->subobj[0] = make_new(native, n_args, 0, args);
    } else if (is_made_by_new(native)) {
        // These leave keywords to an __init__ of the subclass.
        const mp_obj_type_t *where;
        bool leaves = (native == &mp_type_float || native == &mp_type_tuple || native == &mp_type_frozenset)
            && class_find(o->base.type, MP_QSTR___init__, 0, &where) != MP_OBJ_NULL;
        o->subobj[0] = make_new(native, n_args, leaves ? 0 : n_kw, args);
    }
}

// Gives a container the contents of a new one.
static void take_contents(const mp_obj_type_t *type, mp_obj_t to, mp_obj_t from) {
    if (type == &mp_type_set) {
        *vitrine_set_of(to) = *vitrine_set_of(from);
    } else {
        memcpy(MP_OBJ_TO_PTR(to), MP_OBJ_TO_PTR(from), type == &mp_type_list ? sizeof(mp_obj_list_t) : sizeof(mp_obj_array_t));
    }
}

// __init__ of a built-in type: a dict adds to what is there, others begin anew.
static mp_obj_t native_init(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    const mp_obj_type_t *type = mp_obj_get_type(args[0]);
    const mp_obj_type_t *native = mp_obj_is_instance_type(type) ? class_native(type) : is_made_empty(type) ? type : NULL;
    if (native == NULL) {
        return mp_const_none;
    }
    mp_obj_t inside = native_inside(args[0]);
    mp_obj_instance_t *self = MP_OBJ_TO_PTR(args[0]);
    mp_make_new_fun_t make_new = MP_OBJ_TYPE_GET_SLOT(native, make_new);
    bool exception = native_is_exception(native);
    if (is_made_by_new(native) && !exception) {
        return mp_const_none;
    }
    size_t n = n_args - 1, n_kw = kw->used;
    mp_obj_t *all = vitrine_flat_arguments(n, args + 1, kw);
    const mp_obj_type_t *where;
    if (native == &mp_type_list && type != native && class_find(type, MP_QSTR___new__, 0, &where) != MP_OBJ_NULL) {
        n_kw = 0; // they were for __new__
    }
    if (inside != MP_OBJ_FROM_PTR(&unmade) && mp_obj_is_dict_or_ordereddict(inside)) {
        if (n > 1) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q expected at most 1 argument, got %d"), native->name, (int)n);
        }
        mp_obj_t update[2];
        mp_load_method(inside, MP_QSTR_update, update);
        mp_call_method_self_n_kw(update[0], update[1], n, n_kw, all);
    } else if (exception && n_kw == 0 && self->subobj[0] != MP_OBJ_FROM_PTR(&unmade)) {
        ((mp_obj_exception_t *)MP_OBJ_TO_PTR(self->subobj[0]))->args = MP_OBJ_TO_PTR(mp_obj_new_tuple(n, all));
    } else if (is_made_empty(native)) {
        take_contents(native, inside, make_new(native, n, n_kw, all));
    } else {
        self->subobj[0] = make_new(native, n, n_kw, all);
    }
    return mp_const_none;
}
static mp_obj_t native_init_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_map_t kw;
    mp_arg_check_num(n_args, n_kw, 1, MP_OBJ_FUN_ARGS_MAX, true);
    mp_map_init_fixed_table(&kw, n_kw, args + n_args);
    return native_init(n_args, args, &kw);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_native_init, MP_QSTR_wrapper_descriptor, MP_TYPE_FLAG_BINDS_SELF,
    call, native_init_call
    );
static const mp_obj_base_t native_init_obj = {&type_native_init};

// --- special methods as objects ---

// What a special method does; an operator besides has its code.
typedef enum { DO_UNARY, DO_BINARY, DO_NEW, DO_INIT, DO_REPR, DO_STR, DO_ITER, DO_NEXT, DO_GET, DO_SET, DO_DELETE, DO_CALL } action_t;

typedef struct {
    mp_obj_base_t base;
    const mp_obj_type_t *owner;
    uint16_t name;
    uint8_t action, op;
} method_t;

static mp_obj_t method_self(const method_t *m, mp_obj_t self) {
    mp_obj_t inside = mp_obj_cast_to_native_base(self, MP_OBJ_FROM_PTR(m->owner));
    if (inside == MP_OBJ_NULL || native_is_unmade(inside)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor '%q' requires a '%q' object but received a '%s'"),
            m->name, m->owner->name, mp_obj_get_type_str(self));
    }
    return inside;
}

mp_obj_t native_unary_op(mp_unary_op_t op, mp_obj_t self) {
    mp_float_t f;
    if ((op == MP_UNARY_OP_FLOAT_MAYBE || op == MP_UNARY_OP_COMPLEX_MAYBE) && mp_obj_get_float_maybe(self, &f)) {
        return op == MP_UNARY_OP_FLOAT_MAYBE ? mp_obj_new_float(f) : mp_obj_new_complex(f, 0);
    }
    if (op == MP_UNARY_OP_INT_MAYBE && mp_obj_is_float(self)) {
        return mp_obj_new_int_from_float(mp_obj_float_get(self));
    }
    return mp_unary_op(op, self);
}

// Not for other types: NotImplemented, as an operator's method says it.
static mp_obj_t do_binary(mp_binary_op_t op, mp_obj_t self, mp_obj_t other) {
    other = native_inside(other);
    if (op == MP_BINARY_OP_EQUAL || op == MP_BINARY_OP_NOT_EQUAL) {
        const mp_obj_type_t *a = mp_obj_get_type(self), *b = mp_obj_get_type(other);
        bool numbers = mp_obj_is_int(self) || mp_obj_is_float(self);
        if (a != b && !(a->flags & MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE) && !numbers) {
            return mp_const_notimplemented;
        }
        if (numbers && !mp_obj_is_int(other) && !mp_obj_is_float(other) && !mp_obj_is_bool(other)) {
            return mp_const_notimplemented;
        }
        return mp_obj_equal_not_equal(op, self, other);
    }
    if (op == MP_BINARY_OP_CONTAINS) {
        return mp_binary_op(op, self, other);
    }
    if (op >= MP_BINARY_OP_REVERSE_OR && op <= MP_BINARY_OP_REVERSE_POWER) {
        mp_obj_t swapped = self;
        self = other;
        other = swapped;
        op -= MP_BINARY_OP_REVERSE_OR - MP_BINARY_OP_OR;
    }
    if (mp_obj_is_small_int(self)) {
        bool number = mp_obj_is_int(other) || mp_obj_is_float(other) || mp_obj_is_bool(other);
        return number ? mp_binary_op(op, self, other) : mp_const_notimplemented;
    }
    const mp_obj_type_t *type = mp_obj_get_type(self);
    mp_obj_t result = MP_OBJ_TYPE_HAS_SLOT(type, binary_op) ? MP_OBJ_TYPE_GET_SLOT(type, binary_op)(op, self, other) : MP_OBJ_NULL;
    return result == MP_OBJ_NULL ? mp_const_notimplemented : result;
}

static mp_obj_t do_print(const mp_obj_type_t *type, mp_obj_t inside, mp_print_kind_t kind) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 16, &print);
    instance_print_inside(&print, type, inside, kind);
    return mp_obj_new_str_from_utf8_vstr(&vstr);
}

static mp_obj_t do_new(const method_t *m, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0 || !class_is(args[0])
        || !mp_obj_is_subclass_fast(args[0], MP_OBJ_FROM_PTR(m->owner))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__(X): X is not a subtype of %q"), m->owner->name, m->owner->name);
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(args[0]);
    if (mp_obj_is_instance_type(type)) {
        return instance_new(type, n_args - 1, n_kw, args + 1);
    }
    mp_make_new_fun_t make_new = MP_OBJ_TYPE_GET_SLOT(type->flags & CLASS_META ? &mp_type_type : type, make_new);
    return make_new(type, n_args - 1, n_kw, args + 1);
}

static mp_obj_t method_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const method_t *m = MP_OBJ_TO_PTR(self_in);
    if (m->action == DO_NEW) {
        return do_new(m, n_args, n_kw, args);
    }
    static const uint8_t counts[] = {[DO_BINARY] = 1, [DO_GET] = 1, [DO_SET] = 2, [DO_DELETE] = 1};
    size_t count = m->action < sizeof(counts) ? counts[m->action] : 0;
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unbound method %q.%q() needs an argument"), m->owner->name, m->name);
    }
    if (m->action != DO_CALL && (n_kw > 0 || n_args - 1 != count)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected %d argument%s, got %d"), (int)count, count == 1 ? "" : "s",
            (int)(n_args - 1));
    }
    mp_obj_t self = method_self(m, args[0]);
    switch (m->action) {
        case DO_UNARY:
            return native_unary_op(m->op, self);
        case DO_BINARY:
            return do_binary(m->op, self, args[1]);
        case DO_REPR:
        case DO_STR:
            if (native_is_exception(m->owner)) {
                self = args[0]; // its repr has the subclass's name
                if (mp_obj_is_instance_type(mp_obj_get_type(self))) {
                    vstr_t vstr;
                    mp_print_t print;
                    vstr_init_print(&vstr, 16, &print);
                    if (m->action == DO_REPR) {
                        mp_print_str(&print, qstr_str(mp_obj_get_type(self)->name));
                    }
                    mp_obj_print_helper(&print, native_inside(self), (m->action == DO_STR ? PRINT_STR : PRINT_REPR) | PRINT_EXC_SUBCLASS);
                    return mp_obj_new_str_from_utf8_vstr(&vstr);
                }
            }
            return do_print(mp_obj_get_type(args[0]), self, m->action == DO_STR ? PRINT_STR : PRINT_REPR);
        case DO_ITER:
            return mp_getiter(self, NULL);
        case DO_NEXT: {
            mp_obj_t next = mp_iternext_allow_raise(self);
            if (next == MP_OBJ_STOP_ITERATION) {
                mp_raise_StopIteration(MP_STATE_THREAD(stop_iteration_arg));
            }
            return next;
        }
        case DO_GET:
            if (self != args[0] && mp_obj_is_dict_or_ordereddict(self)) {
                return instance_dict_item(args[0], args[1]);
            }
            return mp_obj_subscr(self, args[1], MP_OBJ_SENTINEL);
        case DO_SET:
            return mp_obj_subscr(self, args[1], args[2]);
        case DO_DELETE:
            return mp_obj_subscr(self, args[1], MP_OBJ_NULL);
        default:
            return mp_call_function_n_kw(self, n_args - 1, n_kw, args + 1);
    }
}

static void method_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const method_t *m = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<slot wrapper '%q' of '%q' objects>", (qstr)m->name, m->owner->name);
}

static void method_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const method_t *m = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && (attr == MP_QSTR___name__ || attr == MP_QSTR___qualname__)) {
        dest[0] = MP_OBJ_NEW_QSTR(m->name);
    } else if (attr == MP_QSTR___defaults__ && m->action == DO_NEW && vitrine_namedtuple_is(m->owner)) {
        vitrine_namedtuple_defaults(m->owner, dest);
    }
}

static mp_obj_t method_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const method_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    return op == MP_BINARY_OP_EQUAL ? mp_obj_new_bool(a->owner == b->owner && a->name == b->name) : MP_OBJ_NULL;
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_native_method, MP_QSTR_wrapper_descriptor, MP_TYPE_FLAG_BINDS_SELF,
    print, method_print,
    binary_op, method_binary_op,
    call, method_call,
    attr, method_attr
    );

static mp_obj_t new_method(const mp_obj_type_t *owner, qstr name, action_t action, unsigned op) {
    method_t *m = mp_obj_malloc(method_t, &type_native_method);
    m->owner = owner;
    m->name = name;
    m->action = action;
    m->op = op;
    return MP_OBJ_FROM_PTR(m);
}

static bool is_container(const mp_obj_type_t *type) {
    return type == &mp_type_list || type == &mp_type_dict || type == &mp_type_tuple || type == &mp_type_str
        || type == &mp_type_set || type == &mp_type_frozenset || type == &mp_type_bytes || type == &mp_type_bytearray
        || type == &mp_type_range || type == &mp_type_ordereddict
        || MP_OBJ_TYPE_HAS_SLOT(type, subscr);
}

static bool is_number(const mp_obj_type_t *type) {
    return type == &mp_type_int || type == &mp_type_float || type == &mp_type_bool || type == &mp_type_complex;
}

static bool has_iternext(const mp_obj_type_t *type) {
    return type->flags & (MP_TYPE_FLAG_ITER_IS_ITERNEXT | MP_TYPE_FLAG_ITER_IS_CUSTOM);
}

static bool has_unary(const mp_obj_type_t *type, mp_unary_op_t op) {
    switch (op) {
        case MP_UNARY_OP_LEN:
            return is_container(type);
        case MP_UNARY_OP_HASH:
            return type != &mp_type_list && type != &mp_type_dict && type != &mp_type_set && type != &mp_type_bytearray
                && type != &mp_type_ordereddict;
        case MP_UNARY_OP_SIZEOF:
            return true;
        case MP_UNARY_OP_INT_MAYBE:
        case MP_UNARY_OP_FLOAT_MAYBE:
            return is_number(type) && type != &mp_type_complex;
        case MP_UNARY_OP_COMPLEX_MAYBE:
            return type == &mp_type_complex;
        case MP_UNARY_OP_INVERT:
            return type == &mp_type_int || type == &mp_type_bool;
        default:
            return is_number(type);
    }
}

static bool has_binary(const mp_obj_type_t *type, mp_binary_op_t op) {
    if (!MP_OBJ_TYPE_HAS_SLOT(type, binary_op)) {
        return false;
    }
    if (op == MP_BINARY_OP_CONTAINS) {
        return is_container(type);
    }
    if (op <= MP_BINARY_OP_NOT_EQUAL) {
        return true;
    }
    if (op >= MP_BINARY_OP_INPLACE_OR && op <= MP_BINARY_OP_INPLACE_POWER) {
        return !is_number(type) && type != &mp_type_str && type != &mp_type_tuple;
    }
    return true;
}

mp_obj_t native_member(const mp_obj_type_t *type, qstr name) {
    if (type == &mp_type_object || qstr_str(name)[0] != '_' || qstr_str(name)[1] != '_') {
        return MP_OBJ_NULL;
    }
    bool items = MP_OBJ_TYPE_HAS_SLOT(type, subscr);
    switch (name) {
        case MP_QSTR___new__:
            return MP_OBJ_TYPE_HAS_SLOT(type, make_new) ? new_method(type, name, DO_NEW, 0) : MP_OBJ_NULL;
        case MP_QSTR___init__:
            return type == &mp_type_type || !MP_OBJ_TYPE_HAS_SLOT(type, make_new) || (is_made_by_new(type) && !native_is_exception(type))
                ? MP_OBJ_NULL : MP_OBJ_FROM_PTR(&native_init_obj);
        case MP_QSTR___repr__:
            return MP_OBJ_TYPE_HAS_SLOT(type, print) && type != &mp_type_type ? new_method(type, name, DO_REPR, 0) : MP_OBJ_NULL;
        case MP_QSTR___str__:
            return MP_OBJ_TYPE_HAS_SLOT(type, print) && type != &mp_type_type ? new_method(type, name, DO_STR, 0) : MP_OBJ_NULL;
        case MP_QSTR___iter__:
            return type != &mp_type_type && (MP_OBJ_TYPE_HAS_SLOT(type, iter) || has_iternext(type)) ? new_method(type, name, DO_ITER, 0) : MP_OBJ_NULL;
        case MP_QSTR___next__:
            return has_iternext(type) ? new_method(type, name, DO_NEXT, 0) : MP_OBJ_NULL;
        case MP_QSTR___getitem__:
            return items && type != &mp_type_type ? new_method(type, name, DO_GET, 0) : MP_OBJ_NULL;
        case MP_QSTR___setitem__:
        case MP_QSTR___delitem__: {
            bool change = type == &mp_type_list || type == &mp_type_dict || type == &mp_type_bytearray || type == &mp_type_ordereddict;
            return change ? new_method(type, name, name == MP_QSTR___setitem__ ? DO_SET : DO_DELETE, 0) : MP_OBJ_NULL;
        }
        case MP_QSTR___call__:
            return MP_OBJ_TYPE_HAS_SLOT(type, call) && type != &mp_type_type ? new_method(type, name, DO_CALL, 0) : MP_OBJ_NULL;
        case MP_QSTR___hash__:
            if (!has_unary(type, MP_UNARY_OP_HASH)) {
                return mp_const_none;
            }
            break;
        case MP_QSTR___get__: // of functions
            return (type->flags & (MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN)) == MP_TYPE_FLAG_BINDS_SELF
                ? MP_OBJ_FROM_PTR(&vitrine_descriptor_get_obj) : MP_OBJ_NULL;
        case MP_QSTR___index__:
            return type == &mp_type_int || type == &mp_type_bool ? new_method(type, name, DO_UNARY, MP_UNARY_OP_INT_MAYBE) : MP_OBJ_NULL;
    }
    if (type == &mp_type_type) {
        return MP_OBJ_NULL;
    }
    for (size_t op = 0; op < MP_UNARY_OP_NUM_RUNTIME; ++op) {
        if (mp_unary_op_method_name[op] == name) {
            bool has = MP_OBJ_TYPE_HAS_SLOT(type, unary_op) && has_unary(type, op);
            return has ? new_method(type, name, DO_UNARY, op) : MP_OBJ_NULL;
        }
    }
    for (size_t op = 0; op < MP_BINARY_OP_NUM_RUNTIME; ++op) {
        if (mp_binary_op_method_name[op] == name) {
            return has_binary(type, op) ? new_method(type, name, DO_BINARY, op) : MP_OBJ_NULL;
        }
    }
    return MP_OBJ_NULL;
}

void native_load_common(mp_obj_t self, const mp_obj_type_t *type, qstr attr, mp_obj_t *dest) {
    const mp_obj_type_t *native = class_is_made(type) ? class_native(type) : type;
    for (const mp_obj_type_t *in = native == NULL ? &mp_type_object : native; in != NULL; in = class_next(in)) {
        mp_obj_t found = in == &mp_type_object ? class_own(in, attr) : native_member(in, attr);
        if (found == MP_OBJ_NULL && in != type && in != &mp_type_object) {
            found = class_own(in, attr);
        }
        if (found != MP_OBJ_NULL) {
            class_bind(self, type, in, found, dest);
            return;
        }
    }
    if (attr == MP_QSTR___doc__ && !class_is_made(type)) {
        dest[0] = mp_const_none;
    }
}
