// groups.c - exception groups: what they are made of, their methods and what
// `except*` does with them. The work is done by _groups.py.
#include "groups.h"

#include "classes.h"
#include "exceptions.h"
#include "py/objexcept.h"
#include "py/objtuple.h"
#include "py/runtime.h"

void vitrine_group_check(mp_obj_exception_t *self) {
    size_t n = self->args->len;
    if (n != 2) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)"), (int)n);
    }
    mp_obj_t message = self->args->items[0];
    if (!mp_obj_is_str(message)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("BaseExceptionGroup.__new__() argument 1 must be str, not %s"),
            mp_obj_get_type_str(message));
    }
    mp_obj_t *items;
    mp_obj_get_array(self->args->items[1], &n, &items);
    if (n == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("second argument (exceptions) must be a non-empty sequence"));
    }
    bool plain = true;
    for (size_t i = 0; i < n; ++i) {
        if (!mp_obj_is_exception_instance(items[i])) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Item %d of second argument (exceptions) is not an exception"), (int)i);
        }
        plain &= mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(items[i])), MP_OBJ_FROM_PTR(&mp_type_Exception));
    }
    if (self->base.type == &mp_type_BaseExceptionGroup && plain) {
        self->base.type = &mp_type_ExceptionGroup;
    } else if (self->base.type == &mp_type_ExceptionGroup && !plain) {
        mp_raise_TypeError(MP_ERROR_TEXT("Cannot nest BaseExceptions in an ExceptionGroup"));
    }
}

mp_obj_t vitrine_group_member(mp_obj_t group, size_t i) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(native_inside(group));
    if (self->args->len != 2) {
        return MP_OBJ_NULL;
    }
    mp_obj_t members = self->args->items[1], *items;
    size_t n;
    if (!mp_obj_is_type(members, &mp_type_list) && !mp_obj_is_type(members, &mp_type_tuple)) {
        return MP_OBJ_NULL;
    }
    mp_obj_get_array(members, &n, &items);
    return i < n && mp_obj_is_exception_instance(items[i]) ? items[i] : MP_OBJ_NULL;
}

mp_obj_t vitrine_group_function(qstr name) {
    mp_obj_t module = mp_import_name(MP_QSTR__groups, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    return mp_load_attr(module, name);
}

// What a handled exception is to `except*`; what a clause takes of it, or None;
// what a clause has raised; what is raised in the end, or None.
static mp_obj_t star_begin(mp_obj_t exception) {
    return mp_call_function_1(vitrine_group_function(MP_QSTR_begin), exception);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_star_begin_obj, star_begin);

static mp_obj_t star_match(mp_obj_t state, mp_obj_t type) {
    return mp_call_function_2(vitrine_group_function(MP_QSTR_match), state, type);
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_star_match_obj, star_match);

static mp_obj_t star_raised(mp_obj_t state, mp_obj_t exception) {
    return mp_call_function_2(vitrine_group_function(MP_QSTR_raised), state, exception);
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_star_raised_obj, star_raised);

static mp_obj_t star_end(mp_obj_t state) {
    return mp_call_function_1(vitrine_group_function(MP_QSTR_end), state);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_star_end_obj, star_end);
