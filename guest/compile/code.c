// code.c - what compile() takes and makes: trees, and code that tells its file.
#include "code.h"

#include "py/objcode.h"
#include "py/objfun.h"
#include "py/objstr.h"
#include "py/objtype.h"
#include "py/runtime.h"

void vitrine_code_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_code_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_fun_bc_t *function = MP_OBJ_TO_PTR(self->module_fun);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR_co_filename:
            // The first name of a module is its file's.
            dest[0] = MP_OBJ_NEW_QSTR(function->context->constants.qstr_table[0]);
            break;
        case MP_QSTR_co_name:
            dest[0] = MP_OBJ_NEW_QSTR(MP_QSTR__lt_module_gt_);
            break;
        case MP_QSTR_co_firstlineno:
            dest[0] = MP_OBJ_NEW_SMALL_INT(1);
            break;
    }
}

mp_obj_t vitrine_source_of(mp_obj_t source) {
    const mp_map_elem_t *tree = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map,
        MP_OBJ_NEW_QSTR(MP_QSTR__tree), MP_MAP_LOOKUP);
    // Nobody has a tree unless its module was imported.
    if (tree == NULL || mp_obj_is_str_or_bytes(source) || !mp_obj_is_instance_type(mp_obj_get_type(source))) {
        return source;
    }
    return mp_call_function_1(mp_load_attr(tree->value, MP_QSTR_source_of), source);
}
