// builtins.h - built-in functions that take upstream's place; see builtins.c.
#ifndef VITRINE_BUILTINS_H
#define VITRINE_BUILTINS_H

#include "py/obj.h"

mp_obj_t vitrine_sum(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs);
// types.ModuleType(name, doc)
mp_obj_t vitrine_module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t vitrine_divmod(mp_obj_t lhs, mp_obj_t rhs);
mp_obj_t vitrine_dir(size_t n_args, const mp_obj_t *args);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_iter_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_vars_obj);

// sys.stdout, which the guest may have replaced.
mp_obj_t vitrine_stdout(void);

#endif
