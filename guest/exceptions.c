// exceptions.c - the exception types that MicroPython lacks.
//
// HostError(code, message) is what a host function raises when it is none of
// the built-in types.
#include "py/objexcept.h"
#include "py/runtime.h"

VITRINE_EXCEPTIONS(MP_DEFINE_EXCEPTION)

static void host_error_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    if ((kind & ~PRINT_EXC_SUBCLASS) != PRINT_STR || self->args->len != 2) {
        mp_obj_exception_print(print, self_in, kind);
        return;
    }
    mp_obj_print_helper(print, self->args->items[0], PRINT_STR);
    if (mp_obj_is_true(self->args->items[1])) {
        mp_print_str(print, ": ");
        mp_obj_print_helper(print, self->args->items[1], PRINT_STR);
    }
}

static void host_error_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    size_t index = attr == MP_QSTR_message;
    if (dest[0] == MP_OBJ_NULL && (attr == MP_QSTR_code || index)) {
        dest[0] = self->args->len > index ? self->args->items[index] : mp_const_none;
    } else {
        mp_obj_exception_attr(self_in, attr, dest);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(mp_type_HostError, MP_QSTR_HostError, MP_TYPE_FLAG_NONE,
    make_new, mp_obj_exception_make_new,
    print, host_error_print,
    attr, host_error_attr,
    parent, &mp_type_Exception
    );
