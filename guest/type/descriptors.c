// descriptors.c - what an attribute found in a class becomes: methods bound, functions of
// descriptors called; the descriptors of slots, staticmethod and classmethod.
#include "type/classes.h"

#include <string.h>

#include "type/names.h"

mp_obj_t class_descriptor_method(mp_obj_t descriptor, qstr name, const mp_obj_type_t **where) {
    if (!mp_obj_is_obj(descriptor)) {
        return MP_OBJ_NULL;
    }
    const mp_obj_type_t *type = mp_obj_get_type(descriptor);
    return mp_obj_is_instance_type(type) ? class_find(type, name, 0, where) : MP_OBJ_NULL;
}

mp_obj_t class_call_found(mp_obj_t self, const mp_obj_type_t *where, mp_obj_t found, size_t n_args, const mp_obj_t *args) {
    mp_obj_t call[6] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(self, mp_obj_get_type(self), where, found, call);
    memcpy(call + 2, args, n_args * sizeof(*args));
    return mp_call_method_n_kw(n_args, 0, call);
}

mp_obj_t class_self_for(mp_obj_t self, const mp_obj_type_t *where) {
    // The methods of named tuples want to know the class.
    bool named = MP_OBJ_TYPE_GET_SLOT_OR_NULL(where, parent) == &mp_type_tuple;
    if (mp_obj_is_native_type(where) && where != &mp_type_object && !named && mp_obj_is_instance_type(mp_obj_get_type(self))) {
        mp_obj_t inside = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
        if (native_is_unmade(inside)) {
            mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("call super().__init__() first"));
        }
        return inside;
    }
    return self;
}

// Something in a class method that is not called, but asked for what to call.
static bool class_is_descriptor(mp_obj_t found) {
    const mp_obj_type_t *kind = mp_obj_get_type(found), *in;
    return kind == &mp_type_property || kind == &mp_type_classmethod || kind == &mp_type_staticmethod
        || ((kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && class_find(kind, MP_QSTR___get__, 0, &in) != MP_OBJ_NULL);
}

// The name of a member, or MP_QSTRnull.
static qstr name_of(const mp_obj_type_t *type, mp_obj_t member) {
    const mp_map_t *map = &MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map;
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i) && map->table[i].value == member) {
            return mp_obj_str_get_qstr(map->table[i].key);
        }
    }
    return MP_QSTRnull;
}

static NORETURN void refuse_property(const mp_obj_type_t *type, qstr name, const char *what) {
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    mp_print_str(&print, "property ");
    if (name != MP_QSTRnull) {
        mp_printf(&print, "'%q' ", name);
    }
    mp_print_str(&print, "of '");
    mp_obj_t shown = class_is_made(type) ? MP_OBJ_FROM_PTR(type->slots[CLASS_SLOT_QUALNAME]) : MP_OBJ_NEW_QSTR(type->name);
    mp_obj_print_helper(&print, shown, PRINT_STR);
    mp_printf(&print, "' object has no %s", what);
    mp_raise_type_arg(&mp_type_AttributeError, mp_obj_new_str_from_vstr(&text));
}

void class_bind(mp_obj_t self, const mp_obj_type_t *type, const mp_obj_type_t *where, mp_obj_t found, mp_obj_t *dest) {
    dest[0] = found;
    if (!mp_obj_is_obj(found)) {
        return;
    }
    const mp_obj_type_t *kind = ((mp_obj_base_t *)MP_OBJ_TO_PTR(found))->type;
    if (kind->flags & MP_TYPE_FLAG_BINDS_SELF) {
        if (self == MP_OBJ_NULL) {
            if ((kind->flags & MP_TYPE_FLAG_BUILTIN_FUN) && !class_is_made(where) && where != &mp_type_object) {
                mp_convert_member_lookup(MP_OBJ_NULL, where, found, dest);
            }
        } else if (!(kind->flags & MP_TYPE_FLAG_BUILTIN_FUN)) {
            dest[1] = self;
        } else if (!class_is_made(where)) {
            dest[1] = class_self_for(self, where);
        } else if (class_is_of_object(found)) { // `__repr__ = object.__repr__` in a class
            dest[1] = self;
        }
    } else if (kind == &mp_type_staticmethod) {
        dest[0] = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(found))->fun;
    } else if (kind == &mp_type_classmethod) {
        found = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(found))->fun;
        dest[0] = found;
        dest[1] = MP_OBJ_FROM_PTR(type);
        if (class_is_descriptor(found)) {
            dest[1] = MP_OBJ_NULL;
            class_bind(MP_OBJ_FROM_PTR(type), type, where, found, dest);
        }
    } else if (kind == &mp_type_property) {
        if (self != MP_OBJ_NULL) {
            mp_obj_t get = mp_obj_property_get(found)[0];
            if (get == mp_const_none) {
                refuse_property(type, name_of(where, found), "getter");
            }
            dest[0] = mp_call_function_1(get, self);
        }
    } else if (kind == &vitrine_type_member) {
        if (self != MP_OBJ_NULL) {
            dest[0] = MP_OBJ_NULL; // a slot without a value: else it were among the members
        }
    } else if (kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE) {
        const mp_obj_type_t *in;
        mp_obj_t get = class_find(kind, MP_QSTR___get__, 0, &in);
        if (get != MP_OBJ_NULL) {
            mp_obj_t args[2] = {self == MP_OBJ_NULL ? mp_const_none : self, MP_OBJ_FROM_PTR(type)};
            dest[0] = class_call_found(found, in, get, 2, args);
        } else if (class_native(kind) == &mp_type_property && self != MP_OBJ_NULL) {
            dest[0] = mp_call_function_1(mp_obj_property_get(native_inside(found))[0], self);
        }
    }
}

bool class_is_data_descriptor(mp_obj_t found) {
    if (!mp_obj_is_obj(found)) {
        return false;
    }
    const mp_obj_type_t *kind = ((mp_obj_base_t *)MP_OBJ_TO_PTR(found))->type;
    const mp_obj_type_t *in;
    return kind == &mp_type_property
        || ((kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE)
            && (class_find(kind, MP_QSTR___set__, 0, &in) != MP_OBJ_NULL
                || class_find(kind, MP_QSTR___delete__, 0, &in) != MP_OBJ_NULL
                || class_native(kind) == &mp_type_property));
}

bool class_gets(mp_obj_t descriptor) {
    const mp_obj_type_t *kind = mp_obj_get_type(descriptor), *in;
    return !(kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE) || class_native(kind) == &mp_type_property
        || class_find(kind, MP_QSTR___get__, 0, &in) != MP_OBJ_NULL;
}

// descriptor.__get__(object, type)
static mp_obj_t descriptor_get(size_t n_args, const mp_obj_t *args) {
    mp_obj_t self = args[1] == mp_const_none && n_args > 2 ? MP_OBJ_NULL : args[1];
    const mp_obj_type_t *type = n_args > 2 && class_is(args[2]) ? MP_OBJ_TO_PTR(args[2]) : mp_obj_get_type(args[1]);
    const mp_obj_type_t *owner = vitrine_builtin_owner(args[0]);
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(self, type, owner != NULL ? owner : type, args[0], dest);
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_descriptor_get_obj, 2, 3, descriptor_get);

void class_delete_or_set(mp_obj_t descriptor, mp_obj_t self, qstr name, mp_obj_t value) {
    mp_obj_t property = native_inside(descriptor);
    const mp_obj_type_t *in;
    mp_obj_t method = class_descriptor_method(descriptor, value == MP_OBJ_NULL ? MP_QSTR___delete__ : MP_QSTR___set__, &in);
    mp_obj_t args[2] = {self, value};
    if (method != MP_OBJ_NULL) {
        class_call_found(descriptor, in, method, value == MP_OBJ_NULL ? 1 : 2, args);
    } else if (mp_obj_is_type(property, &mp_type_property)) {
        mp_obj_t call = mp_obj_property_get(property)[value == MP_OBJ_NULL ? 2 : 1];
        if (call == mp_const_none) {
            refuse_property(mp_obj_get_type(self), name, value == MP_OBJ_NULL ? "deleter" : "setter");
        }
        mp_call_function_n_kw(call, value == MP_OBJ_NULL ? 1 : 2, 0, args);
    } else {
        mp_raise_msg(&mp_type_AttributeError, value == MP_OBJ_NULL ? MP_ERROR_TEXT("__delete__") : MP_ERROR_TEXT("__set__"));
    }
}

// --- slots ---

typedef struct {
    mp_obj_base_t base;
    qstr name;
} member_t;

static void member_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const member_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<member '%q'>", self->name);
}

// What a class has for each name in its __slots__.
MP_DEFINE_CONST_OBJ_TYPE(vitrine_type_member, MP_QSTR_member_descriptor, MP_TYPE_FLAG_NONE, print, member_print);

mp_obj_t class_new_member(qstr name) {
    member_t *o = mp_obj_malloc(member_t, &vitrine_type_member);
    o->name = name;
    return MP_OBJ_FROM_PTR(o);
}

// --- staticmethod and classmethod ---

static mp_obj_t wrapper_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_obj_static_class_method_t *o = mp_obj_malloc(mp_obj_static_class_method_t, type);
    o->fun = args[0];
    return MP_OBJ_FROM_PTR(o);
}

static void wrapper_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<%q(", self->base.type->name);
    mp_obj_print_helper(print, self->fun, PRINT_REPR);
    mp_print_str(print, ")>");
}

static void wrapper_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    if (attr == MP_QSTR___func__ || attr == MP_QSTR___wrapped__) {
        if (dest[0] == MP_OBJ_NULL) {
            dest[0] = self->fun;
        }
    } else if (attr == MP_QSTR___get__ && dest[0] == MP_OBJ_NULL) {
        dest[0] = MP_OBJ_FROM_PTR(&vitrine_descriptor_get_obj);
        dest[1] = self_in;
    } else if (dest[0] != MP_OBJ_NULL) {
        mp_store_attr(self->fun, attr, dest[1]);
        dest[0] = MP_OBJ_NULL;
    } else {
        mp_load_method_maybe(self->fun, attr, dest);
    }
}

static mp_obj_t staticmethod_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(self_in))->fun, n_args, n_kw, args);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_staticmethod, MP_QSTR_staticmethod, MP_TYPE_FLAG_NONE,
    make_new, wrapper_make_new,
    print, wrapper_print,
    call, staticmethod_call,
    attr, wrapper_attr
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_classmethod, MP_QSTR_classmethod, MP_TYPE_FLAG_NONE,
    make_new, wrapper_make_new,
    print, wrapper_print,
    attr, wrapper_attr
    );
