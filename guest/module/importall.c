// importall.c - from module import *: what __all__ names, and that only, or else
// every name that does not begin with an underscore.
#include <string.h>

#include "py/builtin.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "type/builtins.h"

// What a package's __all__ names may be a module that nothing has imported yet.
static mp_obj_t load(mp_obj_t module, qstr name) {
    mp_obj_t dest[2];
    mp_load_method_maybe(module, name, dest);
    mp_obj_t path[2], package[2];
    mp_load_method_protected(module, MP_QSTR___path__, path, false);
    mp_load_method_maybe(module, MP_QSTR___name__, package);
    if (dest[0] == MP_OBJ_NULL && path[0] != MP_OBJ_NULL && package[0] != MP_OBJ_NULL) {
        vstr_t whole;
        vstr_init(&whole, 32);
        vstr_add_str(&whole, mp_obj_str_get_str(package[0]));
        vstr_add_byte(&whole, '.');
        vstr_add_str(&whole, qstr_str(name));
        mp_import_name(qstr_from_strn(whole.buf, whole.len), mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    }
    return mp_load_attr(module, name);
}

void mp_import_all(mp_obj_t module) {
    mp_obj_t dict = mp_obj_is_type(module, &mp_type_module) ? MP_OBJ_FROM_PTR(mp_obj_module_get_globals(module))
        : mp_load_attr(module, MP_QSTR___dict__);
    const mp_map_t *map = mp_obj_dict_get_map(dict);
    mp_map_elem_t *all = mp_map_lookup((mp_map_t *)map, MP_OBJ_NEW_QSTR(MP_QSTR___all__), MP_MAP_LOOKUP);
    if (all != NULL) {
        mp_obj_t iterator = mp_getiter(all->value, NULL), item;
        while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
            if (!mp_obj_is_str(item)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Item in %s.__all__ must be str, not %s"),
                    mp_obj_str_get_str(mp_load_attr(module, MP_QSTR___name__)), mp_obj_get_type_str(item));
            }
            qstr name = mp_obj_str_get_qstr(item);
            mp_store_name(name, load(module, name));
        }
        return;
    }
    // Modules of the library have no list: what they import themselves is left out.
    bool library = mp_obj_is_type(module, &mp_type_module)
        && mp_map_lookup((mp_map_t *)map, MP_OBJ_NEW_QSTR(MP_QSTR___file__), MP_MAP_LOOKUP) == NULL;
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_str(map->table[i].key)) {
            qstr name = mp_obj_str_get_qstr(map->table[i].key);
            if (*qstr_str(name) != '_' && !(library && mp_obj_is_type(map->table[i].value, &mp_type_module))) {
                mp_store_name(name, map->table[i].value);
            }
        }
    }
    for (size_t i = 0; module == MP_OBJ_FROM_PTR(&mp_module_sys) && i < MP_ARRAY_SIZE(vitrine_sys_changing); ++i) {
        mp_store_name(vitrine_sys_changing[i], mp_load_attr(module, vitrine_sys_changing[i]));
    }
}
