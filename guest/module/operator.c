// operator.c - the module operator: operators as functions, and getters.
#include <string.h>

#include "py/builtin.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "type/argument.h"

#define BINARY(X) \
    X(lt, LESS) X(gt, MORE) X(eq, EQUAL) X(le, LESS_EQUAL) X(ge, MORE_EQUAL) X(ne, NOT_EQUAL) \
    X(or_, OR) X(xor, XOR) X(and_, AND) X(lshift, LSHIFT) X(rshift, RSHIFT) \
    X(add, ADD) X(sub, SUBTRACT) X(mul, MULTIPLY) X(matmul, MAT_MULTIPLY) \
    X(floordiv, FLOOR_DIVIDE) X(truediv, TRUE_DIVIDE) X(mod, MODULO) X(pow, POWER) X(is_, IS) X(contains, CONTAINS)
#define INPLACE(X) \
    X(ior, INPLACE_OR) X(ixor, INPLACE_XOR) X(iand, INPLACE_AND) X(ilshift, INPLACE_LSHIFT) \
    X(irshift, INPLACE_RSHIFT) X(iadd, INPLACE_ADD) X(isub, INPLACE_SUBTRACT) X(imul, INPLACE_MULTIPLY) \
    X(imatmul, INPLACE_MAT_MULTIPLY) X(ifloordiv, INPLACE_FLOOR_DIVIDE) \
    X(itruediv, INPLACE_TRUE_DIVIDE) X(imod, INPLACE_MODULO) X(ipow, INPLACE_POWER)
#define UNARY(X) X(pos, POSITIVE) X(neg, NEGATIVE) X(inv, INVERT) X(not_, NOT)

#define FUNCTION(name, op) \
    static mp_obj_t op_##name(mp_obj_t a, mp_obj_t b) { return mp_binary_op(MP_BINARY_OP_##op, a, b); } \
    static MP_DEFINE_CONST_FUN_OBJ_2(op_##name##_obj, op_##name);
BINARY(FUNCTION)
INPLACE(FUNCTION)
#undef FUNCTION
#define FUNCTION(name, op) \
    static mp_obj_t op_##name(mp_obj_t a) { return mp_unary_op(MP_UNARY_OP_##op, a); } \
    static MP_DEFINE_CONST_FUN_OBJ_1(op_##name##_obj, op_##name);
UNARY(FUNCTION)
#undef FUNCTION

static mp_obj_t op_is_not(mp_obj_t a, mp_obj_t b) {
    return mp_obj_new_bool(!mp_obj_is_true(mp_binary_op(MP_BINARY_OP_IS, a, b)));
}
static MP_DEFINE_CONST_FUN_OBJ_2(op_is_not_obj, op_is_not);

static mp_obj_t op_truth(mp_obj_t a) {
    return mp_obj_new_bool(mp_obj_is_true(a));
}
static MP_DEFINE_CONST_FUN_OBJ_1(op_truth_obj, op_truth);

static mp_obj_t op_index(mp_obj_t a) {
    if (mp_obj_is_int(a)) {
        return a;
    }
    mp_obj_t method[2];
    mp_load_method_maybe(a, MP_QSTR___index__, method);
    if (method[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(a));
    }
    return mp_call_method_n_kw(0, 0, method);
}
static MP_DEFINE_CONST_FUN_OBJ_1(op_index_obj, op_index);

static mp_obj_t op_getitem(mp_obj_t a, mp_obj_t b) {
    return mp_obj_subscr(a, b, MP_OBJ_SENTINEL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(op_getitem_obj, op_getitem);

static mp_obj_t op_setitem(mp_obj_t a, mp_obj_t b, mp_obj_t c) {
    mp_obj_subscr(a, b, c);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(op_setitem_obj, op_setitem);

static mp_obj_t op_delitem(mp_obj_t a, mp_obj_t b) {
    mp_obj_subscr(a, b, MP_OBJ_NULL);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(op_delitem_obj, op_delitem);

static mp_obj_t op_count_of(mp_obj_t a, mp_obj_t b) {
    mp_obj_t iterator = mp_getiter(a, NULL), item;
    mp_int_t count = 0;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        count += item == b || mp_obj_equal(item, b);
    }
    return mp_obj_new_int(count);
}
static MP_DEFINE_CONST_FUN_OBJ_2(op_count_of_obj, op_count_of);

static mp_obj_t op_index_of(mp_obj_t a, mp_obj_t b) {
    mp_obj_t iterator = mp_getiter(a, NULL), item;
    for (mp_int_t i = 0; (item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION; ++i) {
        if (item == b || mp_obj_equal(item, b)) {
            return mp_obj_new_int(i);
        }
    }
    mp_raise_ValueError(MP_ERROR_TEXT("sequence.index(x): x not in sequence"));
}
static MP_DEFINE_CONST_FUN_OBJ_2(op_index_of_obj, op_index_of);

static mp_obj_t op_call(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    return mp_call_function_n_kw(args[0], n_args - 1, kwargs->used, vitrine_flat_arguments(n_args - 1, args + 1, kwargs));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(op_call_obj, 1, op_call);

// --- getters ---

// What it was made with: n of them, and for methodcaller n_kw pairs behind.
typedef struct _getter_t {
    mp_obj_base_t base;
    size_t n;
    size_t n_kw;
    mp_obj_t args[];
} getter_t;

static mp_obj_t getter_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    extern const mp_obj_type_t vitrine_type_methodcaller, vitrine_type_attrgetter;
    mp_arg_check_num(n_args, n_kw, 1, MP_OBJ_FUN_ARGS_MAX, type == &vitrine_type_methodcaller);
    size_t names = type == &vitrine_type_attrgetter ? n_args : type == &vitrine_type_methodcaller ? 1 : 0;
    for (size_t i = 0; i < names; ++i) {
        if (!mp_obj_is_str(args[i])) {
            mp_raise_TypeError(names == 1 && type == &vitrine_type_methodcaller
                ? MP_ERROR_TEXT("method name must be a string") : MP_ERROR_TEXT("attribute name must be a string"));
        }
    }
    getter_t *self = mp_obj_malloc_var(getter_t, args, mp_obj_t, n_args + 2 * n_kw, type);
    self->n = n_args;
    self->n_kw = n_kw;
    memcpy(self->args, args, (n_args + 2 * n_kw) * sizeof(mp_obj_t));
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t getter_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args,
    mp_obj_t (*get)(mp_obj_t, mp_obj_t)) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    getter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->n == 1) {
        return get(args[0], self->args[0]);
    }
    mp_obj_tuple_t *all = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->n, NULL));
    for (size_t i = 0; i < self->n; ++i) {
        all->items[i] = get(args[0], self->args[i]);
    }
    return MP_OBJ_FROM_PTR(all);
}

static mp_obj_t itemgetter_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return getter_call(self, n_args, n_kw, args, op_getitem);
}

// A path of names with dots between.
static mp_obj_t attribute(mp_obj_t object, mp_obj_t path) {
    size_t len;
    const char *name = mp_obj_str_get_data(path, &len);
    for (size_t start = 0, end; start <= len; start = end + 1) {
        const char *dot = memchr(name + start, '.', len - start);
        end = dot == NULL ? len : (size_t)(dot - name);
        object = mp_load_attr(object, qstr_from_strn(name + start, end - start));
    }
    return object;
}

static mp_obj_t attrgetter_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return getter_call(self, n_args, n_kw, args, attribute);
}

static mp_obj_t methodcaller_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    getter_t *self = MP_OBJ_TO_PTR(self_in);
    size_t given = self->n - 1 + 2 * self->n_kw;
    mp_obj_t on_stack[8], *call = given + 2 <= MP_ARRAY_SIZE(on_stack) ? on_stack : m_new(mp_obj_t, given + 2);
    mp_load_method(args[0], mp_obj_str_get_qstr(self->args[0]), call);
    memcpy(call + 2, self->args + 1, given * sizeof(mp_obj_t));
    return mp_call_method_n_kw(self->n - 1, self->n_kw, call);
}

static void getter_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    getter_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "operator.%q(", (qstr)self->base.type->name);
    for (size_t i = 0; i < self->n; ++i) {
        mp_print_str(print, i ? ", " : "");
        mp_obj_print_helper(print, self->args[i], PRINT_REPR);
    }
    for (size_t i = 0; i < self->n_kw; ++i) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, self->args[self->n + 2 * i], PRINT_STR);
        mp_print_str(print, "=");
        mp_obj_print_helper(print, self->args[self->n + 2 * i + 1], PRINT_REPR);
    }
    mp_print_str(print, ")");
}

#define GETTER(name) MP_DEFINE_CONST_OBJ_TYPE(vitrine_type_##name, MP_QSTR_##name, MP_TYPE_FLAG_NONE, \
    make_new, getter_make, call, name##_call, print, getter_print)
GETTER(itemgetter);
GETTER(attrgetter);
GETTER(methodcaller);

#define DUNDER(name, function) \
    { MP_ROM_QSTR(MP_QSTR___##name##__), MP_ROM_PTR(&op_##function##_obj) },
#define BOTH(name) \
    { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&op_##name##_obj) }, DUNDER(name, name)

static const mp_rom_map_elem_t operator_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_operator) },
    BOTH(lt) BOTH(gt) BOTH(eq) BOTH(le) BOTH(ge) BOTH(ne) BOTH(xor) BOTH(lshift) BOTH(rshift)
    BOTH(add) BOTH(sub) BOTH(mul) BOTH(matmul) BOTH(floordiv) BOTH(truediv) BOTH(mod) BOTH(pow)
    BOTH(contains) BOTH(ior) BOTH(ixor) BOTH(iand) BOTH(ilshift) BOTH(irshift) BOTH(iadd) BOTH(isub)
    BOTH(imul) BOTH(imatmul) BOTH(ifloordiv) BOTH(itruediv) BOTH(imod) BOTH(ipow)
    BOTH(pos) BOTH(neg) BOTH(inv) BOTH(index) BOTH(getitem) BOTH(setitem) BOTH(delitem) BOTH(call)
    DUNDER(or, or_) DUNDER(and, and_) DUNDER(not, not_) DUNDER(invert, inv)
    DUNDER(concat, add) DUNDER(iconcat, iadd)
    { MP_ROM_QSTR(MP_QSTR_or_), MP_ROM_PTR(&op_or__obj) },
    { MP_ROM_QSTR(MP_QSTR_and_), MP_ROM_PTR(&op_and__obj) },
    { MP_ROM_QSTR(MP_QSTR_not_), MP_ROM_PTR(&op_not__obj) },
    { MP_ROM_QSTR(MP_QSTR_is_), MP_ROM_PTR(&op_is__obj) },
    { MP_ROM_QSTR(MP_QSTR_is_not), MP_ROM_PTR(&op_is_not_obj) },
    { MP_ROM_QSTR(MP_QSTR_invert), MP_ROM_PTR(&op_inv_obj) },
    { MP_ROM_QSTR(MP_QSTR_concat), MP_ROM_PTR(&op_add_obj) },
    { MP_ROM_QSTR(MP_QSTR_iconcat), MP_ROM_PTR(&op_iadd_obj) },
    { MP_ROM_QSTR(MP_QSTR_truth), MP_ROM_PTR(&op_truth_obj) },
    { MP_ROM_QSTR(MP_QSTR_abs), MP_ROM_PTR(&mp_builtin_abs_obj) },
    { MP_ROM_QSTR(MP_QSTR_countOf), MP_ROM_PTR(&op_count_of_obj) },
    { MP_ROM_QSTR(MP_QSTR_indexOf), MP_ROM_PTR(&op_index_of_obj) },
    { MP_ROM_QSTR(MP_QSTR_itemgetter), MP_ROM_PTR(&vitrine_type_itemgetter) },
    { MP_ROM_QSTR(MP_QSTR_attrgetter), MP_ROM_PTR(&vitrine_type_attrgetter) },
    { MP_ROM_QSTR(MP_QSTR_methodcaller), MP_ROM_PTR(&vitrine_type_methodcaller) },
};
static MP_DEFINE_CONST_DICT(operator_globals, operator_globals_table);

const mp_obj_module_t vitrine_module_operator = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&operator_globals,
};
MP_REGISTER_EXTENSIBLE_MODULE(MP_QSTR_operator, vitrine_module_operator);
