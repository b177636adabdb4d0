// shortcuts.c - what shortcuts.h has no room for.
#include "shortcuts.h"

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
