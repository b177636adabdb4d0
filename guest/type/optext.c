// optext.c - what operators and indices say that do not apply, in CPython's words.
#include "optext.h"

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

static const char *const unary_signs[] = {
    [MP_UNARY_OP_POSITIVE] = "unary +",
    [MP_UNARY_OP_NEGATIVE] = "unary -",
    [MP_UNARY_OP_INVERT] = "unary ~",
    [MP_UNARY_OP_ABS] = "abs()",
};

// Those from MP_BINARY_OP_OR on.
static const char *const signs[] = {"|", "^", "&", "<<", ">>", "+", "-", "*", "@", "//", "/", "%", "** or pow()", "divmod()"};
static const char *const comparisons[] = {"<", ">", "==", "<=", ">="};

void vitrine_raise_unary(mp_unary_op_t op, mp_obj_t o) {
    const char *name = mp_obj_get_type_str(o);
    if (op == MP_UNARY_OP_LEN) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("object of type '%s' has no len()"), name);
    }
    if ((size_t)op < MP_ARRAY_SIZE(unary_signs) && unary_signs[op] != NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("bad operand type for %s: '%s'"), unary_signs[op], name);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported type for %q: '%s'"),
        mp_unary_op_method_name[op], name);
}

static bool is_sequence(mp_obj_t o) {
    return mp_obj_is_str_or_bytes(o) || mp_obj_is_type(o, &mp_type_list) || mp_obj_is_type(o, &mp_type_tuple)
           || mp_obj_is_type(o, &mp_type_bytearray);
}

void vitrine_raise_binary(mp_binary_op_t given, mp_obj_t lhs, mp_obj_t rhs) {
    const char *left = mp_obj_get_type_str(lhs), *right = mp_obj_get_type_str(rhs);
    if (given <= MP_BINARY_OP_MORE_EQUAL) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("'%s' not supported between instances of '%s' and '%s'"), comparisons[given], left, right);
    }
    bool augmented = given >= MP_BINARY_OP_INPLACE_OR && given <= MP_BINARY_OP_INPLACE_POWER;
    mp_binary_op_t op = augmented ? given - MP_BINARY_OP_INPLACE_OR + MP_BINARY_OP_OR : given;
    if (op == MP_BINARY_OP_ADD && is_sequence(lhs)) {
        if (mp_obj_is_type(lhs, &mp_type_bytes) || mp_obj_is_type(lhs, &mp_type_bytearray)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't concat %s to %s"), right, left);
        }
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("can only concatenate %s (not \"%s\") to %s"), left, right, left);
    }
    if (op == MP_BINARY_OP_MULTIPLY && (is_sequence(lhs) || is_sequence(rhs))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't multiply sequence by non-int of type '%s'"),
            is_sequence(lhs) ? right : left);
    }
    if (op < MP_BINARY_OP_OR || op - MP_BINARY_OP_OR >= MP_ARRAY_SIZE(signs)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand types: '%s' and '%s'"), left, right);
    }
    const char *sign = augmented && op == MP_BINARY_OP_POWER ? "**" : signs[op - MP_BINARY_OP_OR];
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported operand type(s) for %s%s: '%s' and '%s'"),
        sign, augmented ? "=" : "", left, right);
}

void vitrine_raise_index_type(const mp_obj_type_t *type, mp_obj_t index) {
    const char *name = mp_obj_get_type_str(index);
    if (type == &mp_type_str) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("string indices must be integers, not '%s'"), name);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s indices must be integers or slices, not %s"),
        type == &mp_type_bytes ? "byte" : qstr_str(type->name), name);
}

void vitrine_raise_index_range(const mp_obj_type_t *type) {
    if (type == &mp_type_bytes) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("index out of range"));
    }
    mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("%s index out of range"),
        type == &mp_type_str ? "string" : type == &mp_type_range ? "range object" : qstr_str(type->name));
}

static bool is_plain(mp_obj_t o) {
    return mp_obj_is_int(o) || mp_obj_is_bool(o) || mp_obj_is_float(o) || o == mp_const_none;
}

void vitrine_unpack_check(mp_obj_t o) {
    if (is_plain(o)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot unpack non-iterable %s object"), mp_obj_get_type_str(o));
    }
}

static const char *attribute_text(mp_obj_t o, qstr attr) {
    mp_obj_t found[2];
    mp_load_method_maybe(o, attr, found);
    return found[0] != MP_OBJ_NULL && mp_obj_is_str(found[0]) ? mp_obj_str_get_str(found[0]) : NULL;
}

static NORETURN void raise_stars(mp_obj_t function, const char *what, mp_obj_t o) {
    const char *module = attribute_text(function, MP_QSTR___module__), *name = attribute_text(function, MP_QSTR___qualname__);
    // A display is made by a function without a name.
    if (name == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Value after %s, not %s"), what, mp_obj_get_type_str(o));
    }
    bool shown = module != NULL && strcmp(module, "builtins") != 0;
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s%s%s() argument after %s, not %s"), shown ? module : "",
        shown ? "." : "", name, what, mp_obj_get_type_str(o));
}

void vitrine_star_check(mp_obj_t function, mp_obj_t o, bool alone) {
    if (!is_plain(o)) {
        return;
    }
    raise_stars(alone ? function : mp_const_none, "* must be an iterable", o);
}

void vitrine_raise_mapping(mp_obj_t function, mp_obj_t o) {
    raise_stars(function, "** must be a mapping", o);
}

mp_obj_t vitrine_keyword(mp_obj_t key) {
    if (!mp_obj_is_str(key)) {
        mp_raise_TypeError(MP_ERROR_TEXT("keywords must be strings"));
    }
    return mp_obj_str_intern_checked(key);
}
