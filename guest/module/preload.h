// preload.h - frozen modules, imported at boot.
#ifndef VITRINE_GUEST_PRELOAD_H
#define VITRINE_GUEST_PRELOAD_H

#include "py/obj.h"

// Imports every frozen module; then none of them shows in sys.modules.
void vitrine_preload(void);
// One of them; MP_OBJ_NULL: there is none.
mp_obj_t vitrine_preloaded(qstr name);
// The same, from now on in sys.modules.
mp_obj_t vitrine_preloaded_import(qstr name);
// From granted files: lib/_importing.py. MP_OBJ_NULL: it is not there either.
mp_obj_t vitrine_import_granted(qstr name, mp_obj_t outer);

#endif
