// reflags.c - re.RegexFlag: integers with names.
#include "reobjects.h"

static const char *const flag_names[] = {
    "TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE", "DEBUG", "ASCII",
};

void re_print_flags(const mp_print_t *print, uint32_t flags) {
    const char *separator = "";
    for (size_t i = 0; i < MP_ARRAY_SIZE(flag_names); ++i) {
        if (flags >> i & 1) {
            mp_printf(print, "%sre.%s", separator, flag_names[i]);
            separator = "|";
        }
    }
}

static mp_obj_t flag_new(uint32_t value) {
    re_flag_t *flag = mp_obj_malloc(re_flag_t, &re_flag_type);
    flag->value = value;
    return MP_OBJ_FROM_PTR(flag);
}

static mp_obj_t flag_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    return flag_new(mp_obj_get_int(args[0]));
}

static void flag_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    uint32_t value = ((re_flag_t *)MP_OBJ_TO_PTR(self))->value;
    if (value == 0) {
        mp_print_str(print, "re.NOFLAG");
    }
    re_print_flags(print, value);
}

static mp_obj_t flag_unary(mp_unary_op_t op, mp_obj_t self) {
    uint32_t value = ((re_flag_t *)MP_OBJ_TO_PTR(self))->value;
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(value);
        case MP_UNARY_OP_INVERT:
            return flag_new(~value & ((1u << MP_ARRAY_SIZE(flag_names)) - 1));
        case MP_UNARY_OP_INT_MAYBE:
        case MP_UNARY_OP_HASH:
            return MP_OBJ_NEW_SMALL_INT(value);
        default:
            return mp_unary_op(op, MP_OBJ_NEW_SMALL_INT(value));
    }
}

static mp_obj_t flag_binary(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    if (mp_obj_is_exact_type(right, &re_flag_type)) {
        right = MP_OBJ_NEW_SMALL_INT(((re_flag_t *)MP_OBJ_TO_PTR(right))->value);
    } else if (!mp_obj_is_integer(right)) {
        return MP_OBJ_NULL;
    }
    uint32_t value = ((re_flag_t *)MP_OBJ_TO_PTR(left))->value;
    switch (op) {
        case MP_BINARY_OP_OR:
        case MP_BINARY_OP_INPLACE_OR:
        case MP_BINARY_OP_REVERSE_OR:
            return flag_new(value | mp_obj_get_int(right));
        case MP_BINARY_OP_AND:
        case MP_BINARY_OP_INPLACE_AND:
        case MP_BINARY_OP_REVERSE_AND:
            return flag_new(value & mp_obj_get_int(right));
        case MP_BINARY_OP_XOR:
        case MP_BINARY_OP_INPLACE_XOR:
        case MP_BINARY_OP_REVERSE_XOR:
            return flag_new(value ^ mp_obj_get_int(right));
        default:
            if (op >= MP_BINARY_OP_REVERSE_OR && op <= MP_BINARY_OP_REVERSE_POWER) {
                return mp_binary_op(op - MP_BINARY_OP_REVERSE_OR + MP_BINARY_OP_OR, right, MP_OBJ_NEW_SMALL_INT(value));
            }
            return mp_binary_op(op, MP_OBJ_NEW_SMALL_INT(value), right);
    }
}

static void flag_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_value) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(((re_flag_t *)MP_OBJ_TO_PTR(self))->value);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(re_flag_type, MP_QSTR_RegexFlag, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    make_new, flag_make,
    print, flag_print,
    unary_op, flag_unary,
    binary_op, flag_binary,
    attr, flag_attr
    );

#define FLAG(name, bits) const re_flag_t re_flag_##name = {{&re_flag_type}, bits}
FLAG(none, 0);
FLAG(ignorecase, RE_IGNORECASE);
FLAG(locale, RE_LOCALE);
FLAG(multiline, RE_MULTILINE);
FLAG(dotall, RE_DOTALL);
FLAG(unicode, RE_UNICODE);
FLAG(verbose, RE_VERBOSE);
FLAG(debug, RE_DEBUG);
FLAG(ascii, RE_ASCII);
