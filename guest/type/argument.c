// argument.c - what a built-in was given: ints from __index__, subclasses, slices, keywords.
#include "argument.h"

#include "map.h"
#include "py/objint.h"
#include "py/objtuple.h"
#include "py/runtime.h"

// Named tuples are tuples.
static bool is_of(mp_obj_t o, const mp_obj_type_t *type) {
    return mp_obj_is_exact_type(o, type) || (type == &mp_type_tuple && mp_obj_is_obj(o)
        && MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(o), iter) == (const void *)mp_obj_tuple_getiter);
}

mp_obj_t vitrine_native(mp_obj_t o, const mp_obj_type_t *type) {
    if (is_of(o, type)) {
        return o;
    }
    if (type == &mp_type_str && mp_obj_is_qstr(o)) {
        return o;
    }
    if (type == &mp_type_int && mp_obj_is_small_int(o)) {
        return o;
    }
    if (!mp_obj_is_obj(o) || !mp_obj_is_instance_type(mp_obj_get_type(o))) {
        return MP_OBJ_NULL;
    }
    o = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(type));
    // An instance whose __init__ is still running may have no native part.
    return o != MP_OBJ_NULL && (mp_obj_get_type(o) == type || is_of(o, type)) ? o : MP_OBJ_NULL;
}

// Of a type in C that is an int in Python, flags for example.
static mp_obj_t int_in_c(mp_obj_t o) {
    const mp_obj_type_t *type = mp_obj_get_type(o);
    return MP_OBJ_TYPE_HAS_SLOT(type, unary_op) ? MP_OBJ_TYPE_GET_SLOT(type, unary_op)(MP_UNARY_OP_INT_MAYBE, o)
        : MP_OBJ_NULL;
}

// The int, or MP_OBJ_NULL.
static mp_obj_t int_maybe(mp_obj_t o) {
    if (mp_obj_is_int(o)) {
        return o;
    }
    if (mp_obj_is_bool(o)) {
        return MP_OBJ_NEW_SMALL_INT(o == mp_const_true);
    }
    if (!mp_obj_is_obj(o) || !mp_obj_is_instance_type(mp_obj_get_type(o))) {
        return int_in_c(o);
    }
    mp_obj_t native = vitrine_native(o, &mp_type_int);
    if (native != MP_OBJ_NULL) {
        return native;
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(o, MP_QSTR___index__, dest);
    if (dest[0] == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    o = mp_call_method_n_kw(0, 0, dest);
    if (!mp_obj_is_int(o)) {
        vitrine_raise_type("__index__ returned non-int (type %s)", o);
    }
    return o;
}

mp_obj_t vitrine_complex_of(mp_obj_t o) {
    mp_obj_t native = vitrine_native(o, &mp_type_complex);
    if (native == MP_OBJ_NULL && mp_obj_is_instance_type(mp_obj_get_type(o))) {
        native = mp_unary_op(MP_UNARY_OP_COMPLEX_MAYBE, o);
        if (native != MP_OBJ_NULL && !mp_obj_is_type(native, &mp_type_complex)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__complex__ returned non-complex (type %s)"), mp_obj_get_type_str(native));
        }
    }
    return native == MP_OBJ_NULL ? o : native;
}

double vitrine_real(mp_obj_t o) {
    mp_float_t value;
    if (mp_obj_is_float(o)) {
        return mp_obj_float_get(o);
    }
    if (vitrine_native(o, &mp_type_str) == MP_OBJ_NULL && mp_obj_get_float_maybe(o, &value)) {
        return value;
    }
    mp_obj_t native = vitrine_native(o, &mp_type_float);
    if (native != MP_OBJ_NULL) {
        return mp_obj_float_get(native);
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(o, MP_QSTR___float__, dest);
    if (dest[0] != MP_OBJ_NULL) {
        return vitrine_real(mp_call_method_n_kw(0, 0, dest));
    }
    if (vitrine_is_index(o)) {
        return mp_obj_get_float(vitrine_int(o));
    }
    vitrine_raise_type("must be real number, not %s", o);
}

bool vitrine_is_index(mp_obj_t o) {
    if (mp_obj_is_int(o) || mp_obj_is_bool(o)) {
        return true;
    }
    if (!mp_obj_is_obj(o) || !mp_obj_is_instance_type(mp_obj_get_type(o))) {
        return int_in_c(o) != MP_OBJ_NULL;
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(o, MP_QSTR___index__, dest);
    return dest[0] != MP_OBJ_NULL || vitrine_native(o, &mp_type_int) != MP_OBJ_NULL;
}

mp_obj_t vitrine_int(mp_obj_t o) {
    mp_obj_t value = int_maybe(o);
    if (value == MP_OBJ_NULL) {
        vitrine_raise_type("'%s' object cannot be interpreted as an integer", o);
    }
    return value;
}

static bool is_small_enough(mp_obj_t o, mp_int_t *value) {
    if (mp_obj_is_small_int(o)) {
        *value = MP_OBJ_SMALL_INT_VALUE(o);
        return true;
    }
    return mpz_as_int_checked(&((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz, value);
}

mp_int_t vitrine_index(mp_obj_t o) {
    mp_int_t value;
    if (!is_small_enough(vitrine_int(o), &value)) {
        mp_raise_msg_varg(&mp_type_OverflowError,
            MP_ERROR_TEXT("cannot fit '%s' into an index-sized integer"), mp_obj_get_type_str(o));
    }
    return value;
}

mp_int_t vitrine_bound(mp_obj_t o, mp_int_t missing) {
    if (mp_obj_is_small_int(o)) {
        return MP_OBJ_SMALL_INT_VALUE(o);
    }
    if (o == mp_const_none) {
        return missing;
    }
    o = int_maybe(o);
    if (o == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or None or have an __index__ method"));
    }
    mp_int_t value;
    if (!is_small_enough(o, &value)) {
        value = mp_obj_int_sign(o) < 0 ? -INTPTR_MAX : INTPTR_MAX;
    }
    return value;
}

byte vitrine_byte(mp_obj_t item, const char *type) {
    mp_int_t value;
    if (!is_small_enough(vitrine_int(item), &value) || value < 0 || value > 255) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s must be in range(0, 256)"), type);
    }
    return value;
}

void vitrine_slice_range(mp_obj_t slice_in, size_t len, vitrine_range *r) {
    mp_obj_slice_t *slice = MP_OBJ_TO_PTR(slice_in);
    mp_int_t step = vitrine_bound(slice->step, 1), n = len;
    if (step == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("slice step cannot be zero"));
    }
    mp_int_t low = step < 0 ? -1 : 0, high = step < 0 ? n - 1 : n;
    mp_int_t start = vitrine_bound(slice->start, step < 0 ? INTPTR_MAX : 0);
    mp_int_t stop = vitrine_bound(slice->stop, step < 0 ? -INTPTR_MAX : INTPTR_MAX);
    start += start < 0 ? n : 0;
    stop += stop < 0 ? n : 0;
    start = MIN(MAX(start, low), high);
    stop = MIN(MAX(stop, low), high);
    r->step = step;
    if (step < 0) {
        r->count = stop < start ? (start - stop - 1) / -step + 1 : 0;
    } else {
        r->count = start < stop ? (stop - start - 1) / step + 1 : 0;
    }
    r->start = MAX(start, 0); // of nothing, when there is nothing
}

void vitrine_raise_type(const char *text, mp_obj_t o) {
    mp_raise_msg_varg(&mp_type_TypeError, (mp_rom_error_text_t)text, mp_obj_get_type_str(o));
}

mp_obj_t *vitrine_flat_arguments(size_t n_args, const mp_obj_t *args, const mp_map_t *kwargs) {
    mp_obj_t *flat = m_new(mp_obj_t, n_args + 2 * kwargs->used + 1), *to = flat;
    for (size_t i = 0; i < n_args; ++i) {
        *to++ = args[i];
    }
    const mp_map_elem_t *elem;
    for (size_t cursor = 0; (elem = vitrine_map_next(kwargs, &cursor)) != NULL;) {
        *to++ = elem->key;
        *to++ = elem->value;
    }
    return flat;
}
