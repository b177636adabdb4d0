// rare.h - frozen modules that few programs import.
#ifndef VITRINE_GUEST_RARE_H
#define VITRINE_GUEST_RARE_H

#include "py/builtin.h"

// As mp_find_frozen_module(): with `frozen_type`, the module is read.
mp_import_stat_t vitrine_rare_find(const char *path, int *frozen_type, void **data);
// The path of the ith, "a/b.py", or NULL.
const char *vitrine_rare_name(size_t i);

#endif
