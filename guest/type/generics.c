// generics.c - types with arguments, list[int], and unions of types, int | None.
#include "classes.h"

#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objtuple.h"
#include "machine/stop.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t origin; // of a union: MP_OBJ_NULL
    mp_obj_t args; // a tuple
} generic_t;

extern const mp_obj_type_t vitrine_type_generic, vitrine_type_union;

static mp_obj_t new_generic(const mp_obj_type_t *type, mp_obj_t origin, mp_obj_t args) {
    generic_t *o = mp_obj_malloc(generic_t, type);
    o->origin = origin;
    o->args = args;
    return MP_OBJ_FROM_PTR(o);
}

mp_obj_t vitrine_generic(mp_obj_t origin, mp_obj_t args) {
    return new_generic(&vitrine_type_generic, origin, mp_obj_is_type(args, &mp_type_tuple) ? args : mp_obj_new_tuple(1, &args));
}

static void print_argument(const mp_print_t *print, mp_obj_t arg) {
    mp_cstack_check();
    if (arg == MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj)) {
        mp_print_str(print, "...");
    } else if (arg == MP_OBJ_FROM_PTR(&mp_type_NoneType)) {
        mp_print_str(print, "None");
    } else if (class_is(arg)) {
        class_print_name(print, MP_OBJ_TO_PTR(arg));
    } else {
        mp_obj_print_helper(print, arg, PRINT_REPR);
    }
}

static void print_arguments(const mp_print_t *print, const generic_t *self, const char *between) {
    const mp_obj_tuple_t *args = MP_OBJ_TO_PTR(self->args);
    for (size_t i = 0; i < args->len; ++i) {
        mp_print_str(print, i == 0 ? "" : between);
        print_argument(print, args->items[i]);
    }
}

static void generic_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const generic_t *self = MP_OBJ_TO_PTR(self_in);
    print_argument(print, self->origin);
    mp_print_str(print, "[");
    print_arguments(print, self, ", ");
    mp_print_str(print, "]");
}

static void union_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    print_arguments(print, MP_OBJ_TO_PTR(self_in), " | ");
}

static mp_obj_t generic_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    return vitrine_generic(args[0], args[1]);
}

static mp_obj_t generic_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(((generic_t *)MP_OBJ_TO_PTR(self_in))->origin, n_args, n_kw, args);
}

static mp_obj_t generic_mro_entries(mp_obj_t self_in, mp_obj_t bases) {
    return mp_obj_new_tuple(1, &((generic_t *)MP_OBJ_TO_PTR(self_in))->origin);
}
static MP_DEFINE_CONST_FUN_OBJ_2(generic_mro_entries_obj, generic_mro_entries);

static void generic_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const generic_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___origin__) {
        dest[0] = self->origin;
    } else if (attr == MP_QSTR___args__) {
        dest[0] = self->args;
    } else if (attr == MP_QSTR___parameters__) {
        dest[0] = mp_const_empty_tuple;
    } else if (attr == MP_QSTR___mro_entries__) {
        dest[0] = MP_OBJ_FROM_PTR(&generic_mro_entries_obj);
        dest[1] = self_in;
    } else {
        mp_load_method_maybe(self->origin, attr, dest);
    }
}

// Adds a type to those of a union, once each; those of another union one by one.
static size_t add_member(mp_obj_t member, mp_obj_t *to, size_t n) {
    if (mp_obj_is_type(member, &vitrine_type_union)) {
        const mp_obj_tuple_t *args = MP_OBJ_TO_PTR(((generic_t *)MP_OBJ_TO_PTR(member))->args);
        for (size_t i = 0; i < args->len; ++i) {
            n = add_member(args->items[i], to, n);
        }
        return n;
    }
    if (member == mp_const_none) {
        member = MP_OBJ_FROM_PTR(&mp_type_NoneType);
    }
    for (size_t i = 0; i < n; ++i) {
        if (mp_obj_equal(to[i], member)) {
            return n;
        }
    }
    to[n] = member;
    return n + 1;
}

static size_t member_count(mp_obj_t o) {
    return mp_obj_is_type(o, &vitrine_type_union) ? ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(((generic_t *)MP_OBJ_TO_PTR(o))->args))->len : 1;
}

static bool is_member(mp_obj_t o) {
    return o == mp_const_none || class_is(o) || mp_obj_is_type(o, &vitrine_type_generic) || mp_obj_is_type(o, &vitrine_type_union);
}

mp_obj_t vitrine_union(mp_obj_t lhs, mp_obj_t rhs) {
    if (!is_member(lhs) || !is_member(rhs)) {
        return MP_OBJ_NULL;
    }
    vitrine_stop_check();
    mp_obj_t *members = m_new(mp_obj_t, member_count(lhs) + member_count(rhs));
    size_t n = add_member(rhs, members, add_member(lhs, members, 0));
    return n == 1 ? members[0] : new_generic(&vitrine_type_union, MP_OBJ_NULL, mp_obj_new_tuple(n, members));
}

static mp_obj_t generic_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (op == MP_BINARY_OP_OR) {
        return vitrine_union(lhs, rhs);
    }
    if (op == MP_BINARY_OP_REVERSE_OR) {
        return vitrine_union(rhs, lhs);
    }
    if (op == MP_BINARY_OP_EQUAL) {
        const generic_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
        return mp_obj_new_bool(a->origin == b->origin && mp_obj_equal(a->args, b->args));
    }
    return MP_OBJ_NULL;
}

static mp_obj_t generic_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    return op == MP_UNARY_OP_HASH ? mp_unary_op(op, ((generic_t *)MP_OBJ_TO_PTR(self_in))->args) : MP_OBJ_NULL;
}

MP_DEFINE_CONST_OBJ_TYPE(
    vitrine_type_generic, MP_QSTR_GenericAlias, MP_TYPE_FLAG_NONE,
    make_new, generic_make_new,
    print, generic_print,
    call, generic_call,
    unary_op, generic_unary_op,
    binary_op, generic_binary_op,
    attr, generic_attr
    );

static mp_obj_t union_check(mp_obj_t self_in, mp_obj_t object, const mp_obj_fun_builtin_fixed_t *builtin) {
    return mp_call_function_2(MP_OBJ_FROM_PTR(builtin), object, ((generic_t *)MP_OBJ_TO_PTR(self_in))->args);
}

static mp_obj_t union_instancecheck(mp_obj_t self, mp_obj_t object) {
    return union_check(self, object, &mp_builtin_isinstance_obj);
}
static MP_DEFINE_CONST_FUN_OBJ_2(union_instancecheck_obj, union_instancecheck);

static mp_obj_t union_subclasscheck(mp_obj_t self, mp_obj_t object) {
    return union_check(self, object, &mp_builtin_issubclass_obj);
}
static MP_DEFINE_CONST_FUN_OBJ_2(union_subclasscheck_obj, union_subclasscheck);

static void union_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___args__) {
        dest[0] = ((generic_t *)MP_OBJ_TO_PTR(self_in))->args;
    } else if (attr == MP_QSTR___instancecheck__ || attr == MP_QSTR___subclasscheck__) {
        dest[0] = attr == MP_QSTR___instancecheck__ ? MP_OBJ_FROM_PTR(&union_instancecheck_obj) : MP_OBJ_FROM_PTR(&union_subclasscheck_obj);
        dest[1] = self_in;
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    vitrine_type_union, MP_QSTR_UnionType, MP_TYPE_FLAG_NONE,
    print, union_print,
    unary_op, generic_unary_op,
    binary_op, generic_binary_op,
    attr, union_attr
    );
