// order.c - which of two comes first, for sorts and heaps.
#include "type/order.h"

#include <string.h>

#include "py/objtuple.h"
#include "py/runtime.h"

typedef enum { LESS, SAME, MORE, OTHER } order_t; // OTHER: ask mp_binary_op()

static order_t order_of(mp_obj_t a, mp_obj_t b) {
    if (mp_obj_is_small_int(a) && mp_obj_is_small_int(b)) {
        mp_int_t x = MP_OBJ_SMALL_INT_VALUE(a), y = MP_OBJ_SMALL_INT_VALUE(b);
        return x < y ? LESS : x == y ? SAME : MORE;
    }
    if (mp_obj_is_float(a) && mp_obj_is_float(b)) {
        mp_float_t x = mp_obj_float_get(a), y = mp_obj_float_get(b);
        return x < y ? LESS : x == y ? SAME : MORE; // so is what is no number: neither less nor the same
    }
    if (mp_obj_is_str(a) && mp_obj_is_str(b)) {
        size_t a_len, b_len;
        const char *x = mp_obj_str_get_data(a, &a_len), *y = mp_obj_str_get_data(b, &b_len);
        int order = memcmp(x, y, MIN(a_len, b_len));
        return order < 0 || (order == 0 && a_len < b_len) ? LESS : order == 0 && a_len == b_len ? SAME : MORE;
    }
    return OTHER;
}

bool vitrine_less(mp_obj_t a, mp_obj_t b) {
    order_t order = order_of(a, b);
    if (order == OTHER && mp_obj_is_exact_type(a, &mp_type_tuple) && mp_obj_is_exact_type(b, &mp_type_tuple)) {
        mp_obj_tuple_t *x = MP_OBJ_TO_PTR(a), *y = MP_OBJ_TO_PTR(b);
        order = x->len < y->len ? LESS : MORE; // if the shorter one is the other's beginning
        for (size_t i = 0; i < x->len && i < y->len; ++i) {
            order_t item = x->items[i] == y->items[i] ? SAME : order_of(x->items[i], y->items[i]);
            if (item != SAME) {
                order = item;
                break;
            }
        }
    }
    return order == OTHER ? mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, a, b)) : order == LESS;
}
