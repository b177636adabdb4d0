// preload.c - frozen modules, imported at boot.
//
// They are part of the boot image, so that an import costs a look-up, and a
// session that imports nothing only shares their pages. A program sees no trace
// of them before it imports them.
#include "preload.h"

#include <string.h>

#include "py/builtin.h"
#include "py/objmodule.h"
#include "py/runtime.h"
#include "machine/stop.h"

extern const char mp_frozen_names[];
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_preloaded_dict);

// "a/b.py" and "a/b/__init__.py" are a.b.
static qstr module_name(const char *path) {
    size_t len = strlen(path) - strlen(".py");
    size_t package = strlen("/__init__");
    if (len > package && memcmp(path + len - package, "/__init__", package) == 0) {
        len -= package;
    }
    vstr_t name;
    vstr_init(&name, len + 1);
    for (size_t i = 0; i < len; ++i) {
        vstr_add_char(&name, path[i] == '/' ? '.' : path[i]);
    }
    qstr q = qstr_from_strn(name.buf, name.len);
    vstr_clear(&name);
    return q;
}

// Where a frozen module raises, the build fails; the native guest says why.
static void preload_module(qstr name) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_import_name(name, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
        nlr_pop();
        return;
    }
    #ifndef __wasm__
    mp_obj_print_exception(&mp_plat_print, MP_OBJ_FROM_PTR(nlr.ret_val));
    #endif
    __builtin_trap();
}

void vitrine_preload(void) {
    vitrine_depth_left = 100;
    for (const char *path = mp_frozen_names; *path != 0; path += strlen(path) + 1) {
        preload_module(module_name(path));
    }
    mp_obj_dict_t *loaded = &MP_STATE_VM(mp_loaded_modules_dict);
    MP_STATE_VM(vitrine_preloaded_dict) = mp_obj_dict_copy(MP_OBJ_FROM_PTR(loaded));
    mp_map_clear(&loaded->map);
    mp_obj_dict_store(MP_OBJ_FROM_PTR(loaded), MP_OBJ_NEW_QSTR(MP_QSTR___main__), MP_OBJ_FROM_PTR(&mp_module___main__));
}

mp_obj_t vitrine_preloaded(qstr name) {
    mp_obj_t dict = MP_STATE_VM(vitrine_preloaded_dict);
    if (dict == MP_OBJ_NULL) {
        return MP_OBJ_NULL; // still booting
    }
    mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(dict), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return found == NULL ? MP_OBJ_NULL : found->value;
}

mp_obj_t vitrine_import_granted(qstr name, mp_obj_t outer) {
    mp_obj_t importing = vitrine_preloaded(MP_QSTR__importing);
    if (importing == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t found = mp_call_function_2(mp_load_attr(importing, MP_QSTR_find), MP_OBJ_NEW_QSTR(name),
        outer == MP_OBJ_NULL ? mp_const_none : outer);
    return found == mp_const_none ? MP_OBJ_NULL : found;
}

mp_obj_t vitrine_preloaded_import(qstr name) {
    mp_obj_t module = vitrine_preloaded(name);
    if (module != MP_OBJ_NULL) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)), MP_OBJ_NEW_QSTR(name), module);
    }
    return module;
}
