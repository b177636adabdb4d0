// overrides.c - attributes that a program gives to modules written in C.
//
// Their own dicts are constant, so these lie beside them, and come first.
#include "overrides.h"

#include "py/builtin.h"

MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_overrides); // module: dict

static mp_map_elem_t *find(const mp_obj_module_t *module, mp_map_lookup_kind_t kind) {
    return mp_map_lookup(mp_obj_dict_get_map(MP_STATE_VM(vitrine_overrides)), MP_OBJ_FROM_PTR(module), kind);
}

static mp_obj_dict_t *own_dict(const mp_obj_module_t *module) {
    if (module->globals == &mp_module_builtins_globals) {
        return MP_STATE_VM(mp_module_builtins_override_dict);
    }
    mp_map_elem_t *found = MP_STATE_VM(vitrine_overrides) == MP_OBJ_NULL ? NULL : find(module, MP_MAP_LOOKUP);
    return found == NULL ? NULL : MP_OBJ_TO_PTR(found->value);
}

mp_obj_t vitrine_override_load(const mp_obj_module_t *module, qstr attr) {
    mp_obj_dict_t *dict = own_dict(module);
    mp_map_elem_t *found = dict == NULL ? NULL : mp_map_lookup(&dict->map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    return found == NULL ? MP_OBJ_NULL : found->value;
}

bool vitrine_override_store(const mp_obj_module_t *module, qstr attr, mp_obj_t value) {
    mp_obj_dict_t *dict = own_dict(module);
    if (value == MP_OBJ_NULL) {
        if (vitrine_override_load(module, attr) == MP_OBJ_NULL) {
            return false;
        }
        mp_obj_dict_delete(MP_OBJ_FROM_PTR(dict), MP_OBJ_NEW_QSTR(attr));
        return true;
    }
    if (dict == NULL) {
        if (MP_STATE_VM(vitrine_overrides) == MP_OBJ_NULL) {
            MP_STATE_VM(vitrine_overrides) = mp_obj_new_dict(1);
        }
        dict = MP_OBJ_TO_PTR(mp_obj_new_dict(1));
        find(module, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = MP_OBJ_FROM_PTR(dict);
    }
    mp_obj_dict_store(MP_OBJ_FROM_PTR(dict), MP_OBJ_NEW_QSTR(attr), value);
    return true;
}
