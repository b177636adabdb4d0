// shortcuts.h - what the dispatch loop does by itself, where upstream's calls
// functions: operations on small integers and floats, items of lists, names that
// were seen where they are. Whatever is not as common is left to those functions.
// Only the guest has them: the native base of the speed ratios is upstream's
// interpreter.
#ifndef VITRINE_GUEST_SHORTCUTS_H
#define VITRINE_GUEST_SHORTCUTS_H

#include "type/classes.h"
#include "type/map.h"
#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

static inline bool shortcut_ints(mp_obj_t a, mp_obj_t b) {
    return ((mp_uint_t)a & (mp_uint_t)b & 1) != 0;
}

// The result of an operation on two small integers, or MP_OBJ_NULL. Most work on
// them as they are, tagged by their lowest bit.
static inline mp_obj_t shortcut_int_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_int_t a = (mp_int_t)lhs, b = (mp_int_t)rhs, c;
    switch (op) {
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(a < b);
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(a > b);
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(a == b);
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(a <= b);
        case MP_BINARY_OP_MORE_EQUAL:
            return mp_obj_new_bool(a >= b);
        case MP_BINARY_OP_NOT_EQUAL:
            return mp_obj_new_bool(a != b);
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_INPLACE_OR:
            return (mp_obj_t)(a | b);
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
            return (mp_obj_t)((a ^ b) | 1);
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
            return (mp_obj_t)(a & b);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return __builtin_add_overflow(a, b - 1, &c) ? MP_OBJ_NULL : (mp_obj_t)c;
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return __builtin_sub_overflow(a, b - 1, &c) ? MP_OBJ_NULL : (mp_obj_t)c;
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY: {
            int64_t product = (int64_t)(a >> 1) * (b - 1);
            return product != (mp_int_t)product ? MP_OBJ_NULL : (mp_obj_t)((mp_int_t)product | 1);
        }
        case MP_BINARY_OP_RSHIFT:
        case MP_BINARY_OP_INPLACE_RSHIFT:
            b >>= 1;
            return b < 0 ? MP_OBJ_NULL : (mp_obj_t)(a >> MIN(b, 31) | 1);
        case MP_BINARY_OP_LSHIFT:
        case MP_BINARY_OP_INPLACE_LSHIFT: {
            b >>= 1;
            if (b < 0 || b > 31) {
                return MP_OBJ_NULL;
            }
            int64_t shifted = (int64_t)(a - 1) * ((int64_t)1 << b);
            return shifted != (mp_int_t)shifted ? MP_OBJ_NULL : (mp_obj_t)((mp_int_t)shifted | 1);
        }
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
            return a < 0 || b <= 1 ? MP_OBJ_NULL
                : MP_OBJ_NEW_SMALL_INT((mp_int_t)((mp_uint_t)(a >> 1) / (mp_uint_t)(b >> 1)));
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
            return a < 0 || b <= 1 ? MP_OBJ_NULL
                : MP_OBJ_NEW_SMALL_INT((mp_int_t)((mp_uint_t)(a >> 1) % (mp_uint_t)(b >> 1)));
        default:
            return MP_OBJ_NULL;
    }
}

// mp_binary_op(), for floats and integers of up to 64 bits at once.
mp_obj_t shortcut_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);

// Where the item of a list or a tuple is, or NULL.
static inline mp_obj_t *shortcut_item(mp_obj_t of, mp_obj_t index, bool store) {
    if (!mp_obj_is_obj(of) || !mp_obj_is_small_int(index)) {
        return NULL;
    }
    const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(of))->type;
    size_t length;
    mp_obj_t *items;
    if (type == &mp_type_list) {
        length = ((mp_obj_list_t *)MP_OBJ_TO_PTR(of))->len;
        items = ((mp_obj_list_t *)MP_OBJ_TO_PTR(of))->items;
    } else if (type == &mp_type_tuple && !store) {
        length = ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(of))->len;
        items = ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(of))->items;
    } else {
        return NULL;
    }
    mp_int_t i = MP_OBJ_SMALL_INT_VALUE(index);
    if (i < 0) {
        i += length;
    }
    return (size_t)i < length ? &items[i] : NULL;
}

// An item of anything, for bytes at once.
mp_obj_t shortcut_load_other(mp_obj_t of, mp_obj_t index);
void shortcut_store_other(mp_obj_t of, mp_obj_t index, mp_obj_t value);

static inline mp_obj_t shortcut_load_item(mp_obj_t of, mp_obj_t index) {
    const mp_obj_t *item = shortcut_item(of, index, false);
    return item != NULL ? *item : shortcut_load_other(of, index);
}

static inline void shortcut_store_item(mp_obj_t of, mp_obj_t index, mp_obj_t value) {
    mp_obj_t *item = value == MP_OBJ_NULL ? NULL : shortcut_item(of, index, true);
    if (item != NULL) {
        *item = value;
    } else {
        shortcut_store_other(of, index, value);
    }
}

// A name that is not where it was seen: a built-in, at once, if it was one before.
mp_obj_t shortcut_load_other_global(qstr name);

static inline mp_obj_t shortcut_load_global(qstr name) {
    const mp_map_elem_t *seen = vitrine_map_seen(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(name));
    return seen != NULL ? seen->value : shortcut_load_other_global(name);
}

static inline mp_map_elem_t *shortcut_member(mp_obj_instance_t *self, qstr name) {
    mp_map_elem_t *seen = vitrine_map_seen(&self->members, MP_OBJ_NEW_QSTR(name));
    return seen != NULL ? seen : mp_map_lookup(&self->members, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
}

// A function that the class is known to have, and the instance does not.
void shortcut_load_method(mp_obj_t of, qstr name, mp_obj_t *dest);

// An attribute that an instance has already, and of which the class wants to
// know nothing, is replaced.
static inline void shortcut_store_attr(mp_obj_t of, qstr name, mp_obj_t value) {
    if (mp_obj_is_obj(of) && value != MP_OBJ_NULL) {
        mp_obj_instance_t *self = MP_OBJ_TO_PTR(of);
        const unsigned wants = MP_TYPE_FLAG_INSTANCE_TYPE | MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS | CLASS_SETATTR;
        if ((self->base.type->flags & wants) == MP_TYPE_FLAG_INSTANCE_TYPE && class_native(self->base.type) == NULL) {
            mp_map_elem_t *seen = vitrine_map_seen(&self->members, MP_OBJ_NEW_QSTR(name));
            if (seen != NULL) {
                seen->value = value;
                return;
            }
        }
    }
    mp_store_attr(of, name, value);
}

static inline bool shortcut_is_true(mp_obj_t o) {
    if (mp_obj_is_small_int(o)) {
        return o != MP_OBJ_NEW_SMALL_INT(0);
    }
    return o == mp_const_true || (o != mp_const_false && o != mp_const_none && mp_obj_is_true(o));
}

#endif
