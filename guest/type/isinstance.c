// isinstance.c - isinstance and issubclass, and the built-in part of an instance.
#include "type/classes.h"

#include "py/cstack.h"
#include "py/objtuple.h"

// One class, or a tuple of them, or a union. `check` is what a metaclass may define.
static bool check_class(mp_obj_t object, const mp_obj_type_t *type, mp_obj_t classinfo, qstr check) {
    if (mp_obj_is_type(classinfo, &mp_type_tuple)) {
        mp_cstack_check();
        const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(classinfo);
        for (size_t i = 0; i < tuple->len; ++i) {
            if (check_class(object, type, tuple->items[i], check)) {
                return true;
            }
        }
        return false;
    }
    if (class_is(classinfo)) {
        if (check == MP_QSTR___instancecheck__ && MP_OBJ_FROM_PTR(type) == classinfo) {
            return true;
        }
        const mp_obj_type_t *where;
        mp_obj_t found = class_meta_find(classinfo, check, &where);
        if (found == MP_OBJ_NULL || !class_is_made(where)) {
            return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), classinfo);
        }
        return mp_obj_is_true(class_call_found(classinfo, where, found, 1, &object));
    }
    mp_obj_t call[3] = {MP_OBJ_NULL, MP_OBJ_NULL, object};
    mp_load_method_maybe(classinfo, check, call);
    if (call[0] == MP_OBJ_NULL) {
        if (check == MP_QSTR___instancecheck__) {
            mp_raise_TypeError(MP_ERROR_TEXT("isinstance() arg 2 must be a type, a tuple of types, or a union"));
        }
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    }
    return mp_obj_is_true(mp_call_method_n_kw(1, 0, call));
}

static mp_obj_t mp_builtin_issubclass(mp_obj_t object, mp_obj_t classinfo) {
    if (!class_is(object)) {
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 1 must be a class"));
    }
    return mp_obj_new_bool(check_class(object, MP_OBJ_TO_PTR(object), classinfo, MP_QSTR___subclasscheck__));
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_issubclass_obj, mp_builtin_issubclass);

bool class_claims(const mp_obj_type_t *type) {
    const mp_obj_type_t *where;
    return class_is_made(type) && class_find(type, MP_QSTR___class__, 0, &where) != MP_OBJ_NULL;
}

static mp_obj_t mp_builtin_isinstance(mp_obj_t object, mp_obj_t classinfo) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    bool is = check_class(object, type, classinfo, MP_QSTR___instancecheck__);
    if (!is && class_claims(type)) {
        mp_obj_t claimed = mp_load_attr(object, MP_QSTR___class__);
        is = class_is(claimed) && check_class(object, MP_OBJ_TO_PTR(claimed), classinfo, MP_QSTR___instancecheck__);
    }
    return mp_obj_new_bool(is);
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_isinstance_obj, mp_builtin_isinstance);

mp_obj_t mp_obj_cast_to_native_base(mp_obj_t self_in, mp_const_obj_t native_type) {
    const mp_obj_type_t *type = mp_obj_get_type(self_in);
    if (MP_OBJ_FROM_PTR(type) == native_type) {
        return self_in;
    }
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), native_type)) {
        return MP_OBJ_NULL;
    }
    return mp_obj_is_instance_type(type) ? native_inside(self_in) : self_in;
}
