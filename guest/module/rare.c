// rare.c - frozen modules that few programs import.
//
// They are not part of the boot image's heap, nor of its constant data: mpy-cross's
// files, which take a third of the room, are read when they are imported. No other
// bytecode is ever read.
#include "rare.h"

#include <string.h>

#undef MICROPY_PERSISTENT_CODE_LOAD
#define MICROPY_PERSISTENT_CODE_LOAD (1)
#include "py/persistentcode.c"

#include "py/frozenmod.h"
#include "module/raremodules.h"

// Each: a path, its end, the length in three bytes, the file.
static const byte *next(const byte *at, const char **path, size_t *size) {
    *path = (const char *)at;
    at += strlen(*path) + 1;
    *size = at[0] | at[1] << 8 | at[2] << 16;
    return at + 3;
}

mp_import_stat_t vitrine_rare_find(const char *path, int *frozen_type, void **data) {
    const char *name;
    size_t size;
    for (const byte *at = rare_modules; *at != 0; at += size) {
        at = next(at, &name, &size);
        if (strcmp(name, path) == 0) {
            if (frozen_type != NULL) {
                mp_module_context_t *context = m_new_obj(mp_module_context_t);
                mp_compiled_module_t compiled = { .context = context };
                mp_raw_code_load_mem(at, size, &compiled);
                mp_frozen_module_t *module = m_new_obj(mp_frozen_module_t);
                memcpy(module, &(mp_frozen_module_t) { context->constants, compiled.rc }, sizeof(*module));
                *frozen_type = MP_FROZEN_MPY;
                *data = module;
            }
            return MP_IMPORT_STAT_FILE;
        }
        size_t length = strlen(path);
        if (strncmp(name, path, length) == 0 && name[length] == '/') {
            return MP_IMPORT_STAT_DIR;
        }
    }
    return MP_IMPORT_STAT_NO_EXIST;
}

const char *vitrine_rare_name(size_t i) {
    const char *name;
    size_t size;
    for (const byte *at = rare_modules; *at != 0; at += size) {
        at = next(at, &name, &size);
        if (i-- == 0) {
            return name;
        }
    }
    return NULL;
}
