// names.c - what functions written in C are called. They do not know it: the
// tables in which they lie are searched.
#include "names.h"

#include "classes.h"
#include "functions.h"
#include "map.h"
#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/objfun.h"

typedef struct {
    mp_const_obj_t function;
    qstr name, module;
    const mp_obj_type_t *owner; // the type whose method it is, or NULL
} place_t;

// The function of a static or class method.
static mp_obj_t unwrapped(mp_obj_t o) {
    if (mp_obj_is_type(o, &mp_type_staticmethod) || mp_obj_is_type(o, &mp_type_classmethod)) {
        return ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(o))->fun;
    }
    return o;
}

static bool find_in_map(const mp_map_t *map, place_t *place) {
    const mp_map_elem_t *elem;
    for (size_t cursor = 0; (elem = vitrine_map_next(map, &cursor)) != NULL;) {
        if (unwrapped(elem->value) == (mp_obj_t)place->function && mp_obj_is_qstr(elem->key)) {
            place->name = MP_OBJ_QSTR_VALUE(elem->key);
            return true;
        }
    }
    return false;
}

static bool find_in_types(const mp_map_t *map, place_t *place) {
    const mp_map_elem_t *elem;
    for (size_t cursor = 0; (elem = vitrine_map_next(map, &cursor)) != NULL;) {
        if (!mp_obj_is_type(elem->value, &mp_type_type)) {
            continue;
        }
        for (const mp_obj_type_t *type = MP_OBJ_TO_PTR(elem->value); type != NULL && !class_is_made(type); type = class_next(type)) {
            const mp_obj_dict_t *locals = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, locals_dict);
            if (locals != NULL && find_in_map(&locals->map, place)) {
                place->owner = type;
                return true;
            }
        }
    }
    return false;
}

static bool find_in_modules(const mp_map_t *modules, place_t *place) {
    for (size_t i = 0; i < modules->alloc; ++i) {
        if (!mp_map_slot_is_filled(modules, i)) {
            continue;
        }
        const mp_map_t *globals = &mp_obj_module_get_globals(modules->table[i].value)->map;
        if (find_in_map(globals, place) || find_in_types(globals, place)) {
            place->module = MP_OBJ_QSTR_VALUE(modules->table[i].key);
            return true;
        }
    }
    return false;
}

static bool find(mp_const_obj_t function, place_t *place) {
    *place = (place_t) {function, MP_QSTRnull, MP_QSTR_builtins, NULL};
    const mp_map_t *builtins = &mp_module_builtins.globals->map;
    return find_in_map(builtins, place) || find_in_types(builtins, place)
        || find_in_modules(&mp_builtin_module_map, place) || find_in_modules(&mp_builtin_extensible_module_map, place);
}

void vitrine_builtin_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    place_t place;
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___doc__) {
        dest[0] = mp_const_none;
    } else if ((attr == MP_QSTR___name__ || attr == MP_QSTR___qualname__ || attr == MP_QSTR___module__) && find(self, &place)) {
        dest[0] = MP_OBJ_NEW_QSTR(attr == MP_QSTR___module__ ? place.module : place.name);
        if (attr == MP_QSTR___module__ && place.owner != NULL) {
            dest[0] = mp_const_none;
        } else if (attr == MP_QSTR___qualname__ && place.owner != NULL) {
            vstr_t text;
            vstr_init(&text, 32);
            vstr_printf(&text, "%q.%q", (qstr)place.owner->name, place.name);
            dest[0] = mp_obj_new_str_from_vstr(&text);
        }
    } else if (attr == MP_QSTR___get__ && vitrine_builtin_owner(self) != NULL) {
        dest[0] = MP_OBJ_FROM_PTR(&vitrine_descriptor_get_obj);
        dest[1] = self;
    }
}

const mp_obj_type_t *vitrine_builtin_owner(mp_obj_t function) {
    place_t place;
    return vitrine_is_builtin(function) && find(function, &place) ? place.owner : NULL;
}

void vitrine_builtin_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    place_t place;
    if (!find(self, &place)) {
        mp_print_str(print, "<built-in function>");
    } else if (place.owner != NULL) {
        mp_printf(print, "<method '%q' of '%q' objects>", place.name, (qstr)place.owner->name);
    } else {
        mp_printf(print, "<built-in function %q>", place.name);
    }
}

static NORETURN void raise_count(const place_t *place, bool called, size_t n_args, size_t n_kw, size_t least, size_t most) {
    vstr_t text;
    vstr_init(&text, 64);
    if (n_kw > 0 || called) {
        if (place->owner != NULL) {
            vstr_printf(&text, "%q.", (qstr)place->owner->name);
        }
        vstr_printf(&text, "%q() takes ", place->name);
    } else {
        vstr_printf(&text, "%q expected ", place->name);
    }
    if (n_kw > 0) {
        vstr_add_str(&text, "no keyword arguments");
    } else if (called && most < 2) {
        vstr_printf(&text, most == 0 ? "no arguments (%d given)" : "exactly one argument (%d given)", (int)n_args);
    } else {
        size_t limit = n_args < least ? least : most;
        vstr_printf(&text, "%s%d argument%s, got %d", least == most ? "" : n_args < least ? "at least " : "at most ",
            (int)limit, limit == 1 ? "" : "s", (int)n_args);
    }
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

void vitrine_wrong_count(mp_const_obj_t function, size_t n_args, size_t n_kw, size_t least, size_t most) {
    place_t place;
    if (!find(function, &place)) {
        place.name = MP_QSTR_function;
    }
    bool called = least == most && most < 2u + (place.owner != NULL);
    if (place.owner != NULL) { // a method's own object does not count
        n_args -= n_args > 0;
        least -= least > 0;
        most -= most > 0;
    }
    raise_count(&place, called, n_args, n_kw, least, most);
}

qstr vitrine_type_called = MP_QSTR_function;

void vitrine_wrong_type_count(size_t n_args, size_t n_kw, size_t least, size_t most) {
    place_t place = {NULL, vitrine_type_called, MP_QSTR_builtins, NULL};
    if (vitrine_type_called == MP_QSTR_map && n_args < least) {
        mp_raise_TypeError(MP_ERROR_TEXT("map() must have at least two arguments."));
    }
    raise_count(&place, false, n_args, n_kw, least, most);
}

bool vitrine_bound_print(const mp_print_t *print, mp_obj_t method, mp_obj_t self) {
    place_t place;
    if (!vitrine_is_builtin(method) || !find(method, &place)) {
        return false;
    }
    mp_printf(print, "<built-in method %q of %s object at 0x%08x>", place.name, mp_obj_get_type_str(self), (unsigned)(uintptr_t)MP_OBJ_TO_PTR(self));
    return true;
}

mp_obj_t vitrine_bound_qualname(mp_obj_t method, mp_obj_t self) {
    place_t place;
    if (!vitrine_is_builtin(method) || !find(method, &place)) {
        return MP_OBJ_NULL;
    }
    vstr_t text;
    vstr_init(&text, 32);
    vstr_printf(&text, "%s.%q", mp_obj_get_type_str(self), place.name);
    return mp_obj_new_str_from_vstr(&text);
}

bool vitrine_is_builtin(mp_obj_t function) {
    return mp_obj_is_obj(function)
        && (((mp_obj_base_t *)MP_OBJ_TO_PTR(function))->type->flags & (MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN))
        == (MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN);
}
