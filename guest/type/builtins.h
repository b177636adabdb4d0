// builtins.h - built-in functions that take upstream's place; see builtins.c.
#ifndef VITRINE_BUILTINS_H
#define VITRINE_BUILTINS_H

#include "py/obj.h"

mp_obj_t vitrine_sum(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs);
// types.ModuleType(name, doc)
mp_obj_t vitrine_module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t vitrine_divmod(mp_obj_t lhs, mp_obj_t rhs);
mp_obj_t vitrine_dir(size_t n_args, const mp_obj_t *args);
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_object_dir_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_iter_obj);
MP_DECLARE_CONST_FUN_OBJ_KW(vitrine_round_obj);
MP_DECLARE_CONST_FUN_OBJ_KW(vitrine_pow_obj);
MP_DECLARE_CONST_FUN_OBJ_KW(vitrine_compile_obj);
MP_DECLARE_CONST_FUN_OBJ_KW(vitrine_import_obj);
// What complex() was given, by place and by name: at most two; how many.
size_t vitrine_complex_parts(size_t n_args, size_t n_kw, const mp_obj_t *args, mp_obj_t *parts);
// The name of an attribute, a str; TypeError.
qstr vitrine_attribute_name(mp_obj_t name);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_vars_obj);

// Whether any globals have a __builtins__ of their own, which is what names and
// imports are then looked for in: eval(code, {"__builtins__": {}}).
extern bool vitrine_builtins_given;
void vitrine_give_builtins(mp_obj_dict_t *globals);
// MP_OBJ_NULL: the usual ones are meant; NameError, ImportError: it is not there.
mp_obj_t vitrine_given_builtin(qstr name);
mp_obj_t vitrine_given_import(void);

// The public attributes of sys that are not in its dictionary.
extern const uint16_t vitrine_sys_changing[5];

// sys.stdout, which the guest may have replaced.
mp_obj_t vitrine_stdout(void);
mp_obj_t vitrine_stdin(void);

#endif
