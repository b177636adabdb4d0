// help.c - help(), which is written in Python, and _frozen, which names the modules.
#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"

#include <string.h>

#include "type/builtins.h"
#include "rare.h"

extern const char mp_frozen_names[];

static mp_obj_t help(size_t n_args, const mp_obj_t *args) {
    mp_obj_t module = mp_import_name(MP_QSTR__help, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_call_function_n_kw(mp_load_attr(module, MP_QSTR_show), n_args, 0, args);
    mp_obj_dict_delete(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)), MP_OBJ_NEW_QSTR(MP_QSTR__help));
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_VAR(vitrine_help_obj, 0, help);

// "a/b.py" and "a/b/__init__.py" are a.b.
static void add_path(mp_obj_t list, const char *path) {
    vstr_t name;
    vstr_init(&name, 32);
    size_t len = strlen(path) - strlen(".py");
    const char *package = strstr(path, "/__init__.py");
    if (package != NULL) {
        len = package - path;
    }
    for (size_t i = 0; i < len; ++i) {
        vstr_add_char(&name, path[i] == '/' ? '.' : path[i]);
    }
    mp_obj_list_append(list, mp_obj_new_str_from_vstr(&name));
}

static void add_table(mp_obj_t list, const mp_map_t *map) {
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            mp_obj_list_append(list, map->table[i].key);
        }
    }
}

static mp_obj_t names(void) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (const char *path = mp_frozen_names; *path != 0; path += strlen(path) + 1) {
        add_path(list, path);
    }
    const char *path;
    for (size_t i = 0; (path = vitrine_rare_name(i)) != NULL; ++i) {
        add_path(list, path);
    }
    add_table(list, &mp_builtin_module_map);
    add_table(list, &mp_builtin_extensible_module_map);
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_0(names_obj, names);

static const mp_rom_map_elem_t frozen_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__frozen) },
    { MP_ROM_QSTR(MP_QSTR_names), MP_ROM_PTR(&names_obj) },
};
static MP_DEFINE_CONST_DICT(frozen_globals, frozen_globals_table);

const mp_obj_module_t vitrine_module_frozen = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&frozen_globals,
};
MP_REGISTER_MODULE(MP_QSTR__frozen, vitrine_module_frozen);
