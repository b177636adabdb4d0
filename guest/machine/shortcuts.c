// shortcuts.c - what shortcuts.h has no room for.
#include "shortcuts.h"

#include "py/binary.h"
#include "py/objarray.h"
#include "py/objstr.h"

static double value_of(mp_obj_t o) {
    return mp_obj_float_get(o);
}

mp_obj_t shortcut_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    if (mp_obj_is_float(lhs) && mp_obj_is_float(rhs)) {
        switch (op) {
            case MP_BINARY_OP_ADD:
            case MP_BINARY_OP_INPLACE_ADD:
                return mp_obj_new_float(value_of(lhs) + value_of(rhs));
            case MP_BINARY_OP_SUBTRACT:
            case MP_BINARY_OP_INPLACE_SUBTRACT:
                return mp_obj_new_float(value_of(lhs) - value_of(rhs));
            case MP_BINARY_OP_MULTIPLY:
            case MP_BINARY_OP_INPLACE_MULTIPLY:
                return mp_obj_new_float(value_of(lhs) * value_of(rhs));
            case MP_BINARY_OP_TRUE_DIVIDE:
            case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
                if (value_of(rhs) != 0) {
                    return mp_obj_new_float(value_of(lhs) / value_of(rhs));
                }
                break;
            default:
                break;
        }
    }
    return mp_binary_op(op, lhs, rhs);
}

mp_obj_t shortcut_load_other(mp_obj_t of, mp_obj_t index) {
    if (mp_obj_is_obj(of) && mp_obj_is_small_int(index)) {
        const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(of))->type;
        const uint8_t *bytes = NULL;
        size_t length = 0;
        if (type == &mp_type_bytearray) {
            length = ((mp_obj_array_t *)MP_OBJ_TO_PTR(of))->len;
            bytes = ((mp_obj_array_t *)MP_OBJ_TO_PTR(of))->items;
        } else if (type == &mp_type_bytes) {
            length = ((mp_obj_str_t *)MP_OBJ_TO_PTR(of))->len;
            bytes = ((mp_obj_str_t *)MP_OBJ_TO_PTR(of))->data;
        }
        mp_uint_t i = MP_OBJ_SMALL_INT_VALUE(index);
        if (i < length) {
            return MP_OBJ_NEW_SMALL_INT(bytes[i]);
        }
    }
    return mp_obj_subscr(of, index, MP_OBJ_SENTINEL);
}
