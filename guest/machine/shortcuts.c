// shortcuts.c - what shortcuts.h has no room for.
#include "shortcuts.h"

#include "type/builtins.h"
#include "py/binary.h"
#include "py/builtin.h"
#include "py/objarray.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/smallint.h"

// MP_OBJ_NULL, from each of these: it is for mp_binary_op().

static mp_obj_t float_op(mp_binary_op_t op, double a, double b) {
    switch (op) {
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return mp_obj_new_float(a + b);
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return mp_obj_new_float(a - b);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            return mp_obj_new_float(a * b);
        case MP_BINARY_OP_TRUE_DIVIDE:
        case MP_BINARY_OP_INPLACE_TRUE_DIVIDE:
            return b == 0 ? MP_OBJ_NULL : mp_obj_new_float(a / b);
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(a < b);
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(a > b);
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(a <= b);
        case MP_BINARY_OP_MORE_EQUAL:
            return mp_obj_new_bool(a >= b);
        default:
            return MP_OBJ_NULL;
    }
}

// Of a float or a small integer.
static double double_of(mp_obj_t o) {
    return mp_obj_is_small_int(o) ? MP_OBJ_SMALL_INT_VALUE(o) : mp_obj_float_get(o);
}

// --- integers of up to 64 bits: products that are reduced, hashes, masks ---

static bool is_int(mp_obj_t o) {
    return mp_obj_is_small_int(o) || mp_obj_is_exact_type(o, &mp_type_int);
}

// False: it has more bits.
static bool int_value(mp_obj_t o, int64_t *value) {
    if (mp_obj_is_small_int(o)) {
        *value = MP_OBJ_SMALL_INT_VALUE(o);
        return true;
    }
    const mpz_t *z = &((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz;
    if (z->len > 2 || (z->len == 2 && z->dig[1] >> 31)) {
        return false;
    }
    *value = z->len == 0 ? 0 : z->len == 1 ? z->dig[0] : (int64_t)((uint64_t)z->dig[1] << 32 | z->dig[0]);
    *value = z->neg ? -*value : *value;
    return true;
}

static mp_obj_t int_new(int64_t value) {
    if (value >= MP_SMALL_INT_MIN && value <= MP_SMALL_INT_MAX) {
        return MP_OBJ_NEW_SMALL_INT(value);
    }
    mp_obj_int_t *o = mp_obj_int_new_mpz();
    uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;
    o->mpz.dig = m_new(mpz_dig_t, 2);
    o->mpz.alloc = 2;
    o->mpz.dig[0] = (mpz_dig_t)size;
    o->mpz.dig[1] = size >> 32;
    o->mpz.len = size >> 32 ? 2 : 1;
    o->mpz.neg = value < 0;
    return MP_OBJ_FROM_PTR(o);
}

static int bits_of(int64_t value) {
    return 64 - __builtin_clzll((uint64_t)(value < 0 ? -value : value) | 1);
}

static mp_obj_t int_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    int64_t a, b, c;
    if (!int_value(lhs, &a) || !int_value(rhs, &b)) {
        return MP_OBJ_NULL;
    }
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
            return int_new(a | b);
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
            return int_new(a ^ b);
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
            return int_new(a & b);
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return __builtin_add_overflow(a, b, &c) ? MP_OBJ_NULL : int_new(c);
        case MP_BINARY_OP_SUBTRACT:
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            return __builtin_sub_overflow(a, b, &c) ? MP_OBJ_NULL : int_new(c);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            return bits_of(a) + bits_of(b) > 63 ? MP_OBJ_NULL : int_new(a * b);
        case MP_BINARY_OP_RSHIFT:
        case MP_BINARY_OP_INPLACE_RSHIFT:
            return b < 0 ? MP_OBJ_NULL : int_new(a >> MIN(b, 63));
        case MP_BINARY_OP_LSHIFT:
        case MP_BINARY_OP_INPLACE_LSHIFT:
            return b < 0 || b > 62 || bits_of(a) + b > 63 ? MP_OBJ_NULL : int_new(a * ((int64_t)1 << b));
        case MP_BINARY_OP_FLOOR_DIVIDE:
        case MP_BINARY_OP_INPLACE_FLOOR_DIVIDE:
            return b == 0 ? MP_OBJ_NULL : int_new(a / b - (a % b != 0 && (a ^ b) < 0));
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
            return b == 0 ? MP_OBJ_NULL : int_new(a % b + (a % b != 0 && (a ^ b) < 0 ? b : 0));
        default:
            return MP_OBJ_NULL;
    }
}

mp_obj_t shortcut_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_t result = MP_OBJ_NULL;
    if (mp_obj_is_float(lhs) && (mp_obj_is_float(rhs) || mp_obj_is_small_int(rhs))) {
        result = float_op(op, mp_obj_float_get(lhs), double_of(rhs));
    } else if (mp_obj_is_float(rhs) && mp_obj_is_small_int(lhs)) {
        result = float_op(op, double_of(lhs), mp_obj_float_get(rhs));
    } else if (is_int(lhs) && is_int(rhs)) {
        result = int_op(op, lhs, rhs);
    }
    return result != MP_OBJ_NULL ? result : mp_binary_op(op, lhs, rhs);
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

void shortcut_store_other(mp_obj_t of, mp_obj_t index, mp_obj_t value) {
    if (mp_obj_is_exact_type(of, &mp_type_bytearray) && shortcut_ints(index, value)) {
        const mp_obj_array_t *bytes = MP_OBJ_TO_PTR(of);
        mp_uint_t i = MP_OBJ_SMALL_INT_VALUE(index), byte = MP_OBJ_SMALL_INT_VALUE(value);
        if (i < bytes->len && byte <= 255) {
            ((uint8_t *)bytes->items)[i] = byte;
            return;
        }
    }
    mp_obj_subscr(of, index, value);
}

mp_obj_t shortcut_load_other_global(qstr name) {
    const mp_map_t *globals = &mp_globals_get()->map;
    mp_obj_t key = MP_OBJ_NEW_QSTR(name);
    vitrine_instead_t *known = MAP_INSTEAD(key);
    if (known->key == key && known->map == globals && globals->all_keys_are_qstrs) {
        return known->instead;
    }
    mp_obj_t value = mp_load_global(name);
    const mp_map_elem_t *builtin = vitrine_map_seen(&mp_module_builtins_globals.map, key);
    if (builtin != NULL && builtin->value == value && !vitrine_builtins_given && globals->all_keys_are_qstrs
        && mp_map_lookup((mp_map_t *)globals, key, MP_MAP_LOOKUP) == NULL) {
        *known = (vitrine_instead_t) {globals, key, value};
    }
    return value;
}

// Whether a small map has no such name: what is larger is not asked.
static bool lacks(const mp_map_t *map, mp_obj_t key) {
    if (map->alloc == 0) {
        return map->table == NULL;
    }
    if (!map->is_ordered) {
        return false;
    }
    for (const mp_map_elem_t *elem = map->table, *end = elem + map->alloc; elem < end; elem += 2) {
        if (elem[0].key == key || elem[1].key == key) { // there is room for an even number
            return false;
        }
    }
    return true;
}

void shortcut_load_method(mp_obj_t of, qstr name, mp_obj_t *dest) {
    if (mp_obj_is_obj(of)) {
        const mp_obj_instance_t *self = MP_OBJ_TO_PTR(of);
        const mp_obj_type_t *type = self->base.type;
        const class_found_t *known = class_found_at(type, name);
        if (known->type == type && known->name == name && known->slot == 0
            && (type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | CLASS_SLOW)) == MP_TYPE_FLAG_INSTANCE_TYPE
            && mp_obj_is_obj(known->found) && known->found != MP_OBJ_NULL && lacks(&self->members, MP_OBJ_NEW_QSTR(name))) {
            unsigned kind = ((mp_obj_base_t *)MP_OBJ_TO_PTR(known->found))->type->flags;
            if ((kind & (MP_TYPE_FLAG_BINDS_SELF | MP_TYPE_FLAG_BUILTIN_FUN)) == MP_TYPE_FLAG_BINDS_SELF) {
                dest[0] = known->found;
                dest[1] = of;
                return;
            }
        }
    }
    mp_load_method(of, name, dest);
}
