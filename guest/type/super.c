// super.c - super(): attributes of the classes that come after one in the order of another.
#include "type/classes.h"

#include "py/objtuple.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t type, obj;
} super_t;

static void super_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const super_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "<super: ");
    mp_obj_print_helper(print, self->type, PRINT_REPR);
    mp_printf(print, ", <%s object>>", mp_obj_get_type_str(self->obj));
}

static bool super_of_class(const super_t *self) {
    return class_is(self->obj) && mp_obj_is_subclass_fast(self->obj, self->type);
}

// No arguments are made two by the compiler.
static mp_obj_t super_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("super(): no arguments"));
    }
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    super_t *o = mp_obj_malloc(super_t, type);
    o->type = args[0];
    o->obj = args[1];
    if (!class_is(o->type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super() argument 1 must be a type, not %s"),
            mp_obj_get_type_str(o->type));
    }
    if (!super_of_class(o) && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(o->obj)), o->type)) {
        mp_raise_TypeError(MP_ERROR_TEXT("super(type, obj): obj must be an instance or subtype of type"));
    }
    return MP_OBJ_FROM_PTR(o);
}

static void super_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const super_t *self = MP_OBJ_TO_PTR(self_in);
    bool of_class = super_of_class(self);
    const mp_obj_type_t *type = of_class ? MP_OBJ_TO_PTR(self->obj) : mp_obj_get_type(self->obj);
    const mp_obj_tuple_t *mro = class_order(type);
    mp_obj_t bound = of_class ? MP_OBJ_NULL : self->obj;
    size_t i = 0;
    while (i < mro->len && mro->items[i] != self->type) {
        ++i;
    }
    for (++i; i < mro->len; ++i) {
        const mp_obj_type_t *in = MP_OBJ_TO_PTR(mro->items[i]);
        mp_obj_t found = class_own(in, attr);
        if (found == MP_OBJ_NULL && !class_is_made(in)) {
            found = native_member(in, attr);
        }
        if (found != MP_OBJ_NULL) {
            class_bind(bound, type, in, found, dest);
            return;
        }
        // Attributes that a built-in type computes.
        if (bound != MP_OBJ_NULL && !class_is_made(in) && in != &mp_type_object
            && mp_obj_is_instance_type(type) && MP_OBJ_TYPE_HAS_SLOT(in, attr)) {
            mp_load_method_maybe(class_self_for(bound, in), attr, dest);
            if (dest[0] != MP_OBJ_NULL) {
                return;
            }
        }
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_super, MP_QSTR_super, MP_TYPE_FLAG_NONE,
    make_new, super_make_new,
    print, super_print,
    attr, super_attr
    );

void mp_load_super_method(qstr attr, mp_obj_t *dest) {
    super_t super = {{&mp_type_super}, dest[1], dest[2]};
    if (!class_is(super.type)
        || (!super_of_class(&super)
            && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(super.obj)), super.type))) {
        mp_raise_TypeError(MP_ERROR_TEXT("super(type, obj): obj must be an instance or subtype of type"));
    }
    mp_load_method(MP_OBJ_FROM_PTR(&super), attr, dest);
}
