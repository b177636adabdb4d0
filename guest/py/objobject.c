// objobject.c - object, the base of all classes, and the methods that every
// object has; in place of MicroPython's.
#include "type/builtins.h"
#include "type/classes.h"
#include "py/objstr.h"
#include "machine/stop.h"

static mp_obj_t object_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args > 0 || n_kw > 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("object() takes no arguments"));
    }
    return MP_OBJ_FROM_PTR(mp_obj_malloc(mp_obj_base_t, type));
}

static bool is_instance(mp_obj_t self) {
    return mp_obj_is_instance_type(mp_obj_get_type(self));
}

static mp_obj_t object___init__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    if (n_args > 1 || kw->used > 0) {
        const mp_obj_type_t *type = mp_obj_get_type(args[0]), *where;
        if (is_instance(args[0]) && class_find(type, MP_QSTR___init__, 0, &where) == MP_OBJ_NULL) {
            if (class_find(type, MP_QSTR___new__, 0, &where) != MP_OBJ_NULL) {
                return mp_const_none;
            }
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no arguments"), type->name);
        }
        mp_raise_TypeError(MP_ERROR_TEXT("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object___init___obj, 1, object___init__);

static mp_obj_t object___new__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    if (!class_is(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("object.__new__(X): X is not a type object"));
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(args[0]), *where;
    if (type == &mp_type_object) {
        return object_make_new(type, n_args - 1, kw->used, args + 1);
    }
    if (!mp_obj_is_instance_type(type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("object.__new__(%q) is not safe, use %q.__new__()"), type->name, type->name);
    }
    if (n_args > 1 || kw->used > 0) {
        if (class_find(type, MP_QSTR___new__, 0, &where) != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if (class_find(type, MP_QSTR___init__, 0, &where) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no arguments"), type->name);
        }
    }
    return instance_new(type, 0, 0, NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object___new___fun, 1, object___new__);
static MP_DEFINE_CONST_STATICMETHOD_OBJ(object___new___obj, MP_ROM_PTR(&object___new___fun));

static mp_obj_t object___setattr__(mp_obj_t self, mp_obj_t name, mp_obj_t value) {
    qstr attr = mp_obj_str_get_qstr(name);
    if (is_instance(self)) {
        instance_store_default(self, attr, value);
    } else if (class_is(self)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't apply this __setattr__ to type object"));
    } else {
        mp_store_attr(self, attr, value);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(object___setattr___obj, object___setattr__);

static mp_obj_t object___delattr__(mp_obj_t self, mp_obj_t name) {
    return object___setattr__(self, name, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___delattr___obj, object___delattr__);

static mp_obj_t object___getattribute__(mp_obj_t self, mp_obj_t name) {
    qstr attr = mp_obj_str_get_qstr(name);
    if (!is_instance(self) || attr == MP_QSTR___class__) {
        return mp_load_attr(self, attr);
    }
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    instance_load_default(self, attr, dest);
    if (dest[0] == MP_OBJ_NULL) {
        vitrine_raise_attribute(self, attr);
    }
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___getattribute___obj, object___getattribute__);

static mp_obj_t object___eq__(mp_obj_t self, mp_obj_t other) {
    return self == other ? mp_const_true : mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___eq___obj, object___eq__);

static mp_obj_t object___ne__(mp_obj_t self, mp_obj_t other) {
    if (is_instance(self)) {
        mp_obj_t equal = instance_binary_op(MP_BINARY_OP_EQUAL, self, other);
        return equal == MP_OBJ_NULL ? mp_const_notimplemented : mp_obj_new_bool(!mp_obj_is_true(equal));
    }
    return self == other ? mp_const_false : mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___ne___obj, object___ne__);

static mp_obj_t object_compare(mp_obj_t self, mp_obj_t other) {
    return mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object_compare_obj, object_compare);

static mp_obj_t object___hash__(mp_obj_t self) {
    return MP_OBJ_NEW_SMALL_INT((mp_uint_t)self >> 2);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object___hash___obj, object___hash__);

static mp_obj_t object___repr__(mp_obj_t self) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 32, &print);
    mp_print_str(&print, "<");
    class_print_name(&print, mp_obj_get_type(self));
    mp_printf(&print, " object at 0x%p>", MP_OBJ_TO_PTR(self));
    return mp_obj_new_str_from_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object___repr___obj, object___repr__);

static mp_obj_t object___str__(mp_obj_t self) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 32, &print);
    mp_obj_print_helper(&print, self, PRINT_REPR);
    return mp_obj_new_str_from_utf8_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object___str___obj, object___str__);

static mp_obj_t object___format__(mp_obj_t self, mp_obj_t spec) {
    if (!mp_obj_is_str(spec) || mp_obj_is_true(spec)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported format string passed to %s.__format__"),
            mp_obj_get_type_str(self));
    }
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 32, &print);
    mp_obj_print_helper(&print, self, PRINT_STR);
    return mp_obj_new_str_from_utf8_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___format___obj, object___format__);

static mp_obj_t object___init_subclass__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    if (kw->used > 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__init_subclass__() takes no keyword arguments"),
            ((mp_obj_type_t *)MP_OBJ_TO_PTR(args[0]))->name);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(object___init_subclass___fun, 1, object___init_subclass__);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(object___init_subclass___obj, MP_ROM_PTR(&object___init_subclass___fun));

static mp_obj_t object___subclasshook__(mp_obj_t cls, mp_obj_t other) {
    return mp_const_notimplemented;
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___subclasshook___fun, object___subclasshook__);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(object___subclasshook___obj, MP_ROM_PTR(&object___subclasshook___fun));

// In parts, as copyreg says.
static mp_obj_t copyreg_function(qstr name) {
    mp_obj_t names = MP_OBJ_NEW_QSTR(name);
    return mp_load_attr(mp_import_name(MP_QSTR_copyreg, mp_obj_new_tuple(1, &names), MP_OBJ_NEW_SMALL_INT(0)), name);
}

static mp_obj_t object___reduce__(mp_obj_t self) {
    return mp_call_function_1(copyreg_function(MP_QSTR__reduce), self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object___reduce___obj, object___reduce__);

static mp_obj_t object___reduce_ex__(mp_obj_t self, mp_obj_t protocol) {
    return mp_call_function_2(copyreg_function(MP_QSTR__reduce_ex), self, protocol);
}
static MP_DEFINE_CONST_FUN_OBJ_2(object___reduce_ex___obj, object___reduce_ex__);

static mp_obj_t object___getstate__(mp_obj_t self) {
    return mp_call_function_1(copyreg_function(MP_QSTR__state), self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(object___getstate___obj, object___getstate__);

static const mp_rom_map_elem_t object_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&object___init___obj) },
    { MP_ROM_QSTR(MP_QSTR___new__), MP_ROM_PTR(&object___new___obj) },
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&object___reduce___obj) },
    { MP_ROM_QSTR(MP_QSTR___reduce_ex__), MP_ROM_PTR(&object___reduce_ex___obj) },
    { MP_ROM_QSTR(MP_QSTR___getstate__), MP_ROM_PTR(&object___getstate___obj) },
    { MP_ROM_QSTR(MP_QSTR___dir__), MP_ROM_PTR(&vitrine_object_dir_obj) },
    { MP_ROM_QSTR(MP_QSTR___setattr__), MP_ROM_PTR(&object___setattr___obj) },
    { MP_ROM_QSTR(MP_QSTR___delattr__), MP_ROM_PTR(&object___delattr___obj) },
    { MP_ROM_QSTR(MP_QSTR___getattribute__), MP_ROM_PTR(&object___getattribute___obj) },
    { MP_ROM_QSTR(MP_QSTR___eq__), MP_ROM_PTR(&object___eq___obj) },
    { MP_ROM_QSTR(MP_QSTR___ne__), MP_ROM_PTR(&object___ne___obj) },
    { MP_ROM_QSTR(MP_QSTR___lt__), MP_ROM_PTR(&object_compare_obj) },
    { MP_ROM_QSTR(MP_QSTR___le__), MP_ROM_PTR(&object_compare_obj) },
    { MP_ROM_QSTR(MP_QSTR___gt__), MP_ROM_PTR(&object_compare_obj) },
    { MP_ROM_QSTR(MP_QSTR___ge__), MP_ROM_PTR(&object_compare_obj) },
    { MP_ROM_QSTR(MP_QSTR___hash__), MP_ROM_PTR(&object___hash___obj) },
    { MP_ROM_QSTR(MP_QSTR___repr__), MP_ROM_PTR(&object___repr___obj) },
    { MP_ROM_QSTR(MP_QSTR___str__), MP_ROM_PTR(&object___str___obj) },
    { MP_ROM_QSTR(MP_QSTR___format__), MP_ROM_PTR(&object___format___obj) },
    { MP_ROM_QSTR(MP_QSTR___init_subclass__), MP_ROM_PTR(&object___init_subclass___obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasshook__), MP_ROM_PTR(&object___subclasshook___obj) },
};
static MP_DEFINE_CONST_DICT(object_locals, object_locals_table);

bool class_is_of_object(mp_obj_t function) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(object_locals_table); ++i) {
        if (object_locals_table[i].value == (mp_rom_obj_t)function) {
            return true;
        }
    }
    return false;
}

static void object_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    mp_printf(print, "<object object at 0x%p>", MP_OBJ_TO_PTR(self_in));
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_object, MP_QSTR_object, MP_TYPE_FLAG_NONE,
    make_new, object_make_new,
    print, object_print,
    locals_dict, &object_locals
    );
