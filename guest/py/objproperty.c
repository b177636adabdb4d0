// objproperty.c - property; in place of MicroPython's.
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    mp_obj_t proxy[3]; // getter, setter, deleter: None if there is none
    mp_obj_t doc; // MP_OBJ_NULL: the getter's
} property_t;

static mp_obj_t property_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_fget, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_fset, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_fdel, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_doc, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
    };
    mp_arg_val_t vals[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, vals);
    property_t *o = mp_obj_malloc(property_t, type);
    for (size_t i = 0; i < 3; ++i) {
        o->proxy[i] = vals[i].u_obj;
    }
    o->doc = vals[3].u_obj == mp_const_none ? MP_OBJ_NULL : vals[3].u_obj;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t with_proxy(mp_obj_t self_in, size_t index, mp_obj_t proxy) {
    property_t *o = m_new_obj(property_t);
    *o = *(property_t *)MP_OBJ_TO_PTR(self_in);
    o->proxy[index] = proxy;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t property_getter(mp_obj_t self, mp_obj_t getter) {
    return with_proxy(self, 0, getter);
}
static MP_DEFINE_CONST_FUN_OBJ_2(property_getter_obj, property_getter);

static mp_obj_t property_setter(mp_obj_t self, mp_obj_t setter) {
    return with_proxy(self, 1, setter);
}
static MP_DEFINE_CONST_FUN_OBJ_2(property_setter_obj, property_setter);

static mp_obj_t property_deleter(mp_obj_t self, mp_obj_t deleter) {
    return with_proxy(self, 2, deleter);
}
static MP_DEFINE_CONST_FUN_OBJ_2(property_deleter_obj, property_deleter);

static mp_obj_t property___get__(size_t n_args, const mp_obj_t *args) {
    if (args[1] == mp_const_none) {
        return args[0];
    }
    mp_obj_t getter = mp_obj_property_get(args[0])[0];
    if (getter == mp_const_none) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("property has no getter"));
    }
    return mp_call_function_1(getter, args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(property___get___obj, 2, 3, property___get__);

static mp_obj_t property___set__(mp_obj_t self, mp_obj_t obj, mp_obj_t value) {
    mp_obj_t setter = mp_obj_property_get(self)[1];
    if (setter == mp_const_none) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("property has no setter"));
    }
    return mp_call_function_2(setter, obj, value);
}
static MP_DEFINE_CONST_FUN_OBJ_3(property___set___obj, property___set__);

static const mp_rom_map_elem_t property_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_getter), MP_ROM_PTR(&property_getter_obj) },
    { MP_ROM_QSTR(MP_QSTR_setter), MP_ROM_PTR(&property_setter_obj) },
    { MP_ROM_QSTR(MP_QSTR_deleter), MP_ROM_PTR(&property_deleter_obj) },
    { MP_ROM_QSTR(MP_QSTR___get__), MP_ROM_PTR(&property___get___obj) },
    { MP_ROM_QSTR(MP_QSTR___set__), MP_ROM_PTR(&property___set___obj) },
};
static MP_DEFINE_CONST_DICT(property_locals, property_locals_table);

static void property_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    property_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        if (attr == MP_QSTR___doc__) {
            self->doc = dest[1];
            dest[0] = MP_OBJ_NULL;
        }
        return;
    }
    switch (attr) {
        case MP_QSTR_fget:
            dest[0] = self->proxy[0];
            break;
        case MP_QSTR_fset:
            dest[0] = self->proxy[1];
            break;
        case MP_QSTR_fdel:
            dest[0] = self->proxy[2];
            break;
        case MP_QSTR___doc__:
            dest[0] = self->doc;
            if (self->doc == MP_OBJ_NULL) {
                mp_load_method_maybe(self->proxy[0], attr, dest);
            }
            break;
        case MP_QSTR___isabstractmethod__:
            for (size_t i = 0; i < 3 && dest[0] != mp_const_true; ++i) {
                mp_load_method_maybe(self->proxy[i], attr, dest);
            }
            break;
        default:
            dest[1] = MP_OBJ_SENTINEL;
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_property, MP_QSTR_property, MP_TYPE_FLAG_NONE,
    make_new, property_make_new,
    attr, property_attr,
    locals_dict, &property_locals
    );

const mp_obj_t *mp_obj_property_get(mp_obj_t self_in) {
    if (!mp_obj_is_type(self_in, &mp_type_property)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a property is needed"));
    }
    return ((property_t *)MP_OBJ_TO_PTR(self_in))->proxy;
}
