"""What is raised says what CPython says: see optext.c."""


def said(file, old, new):
    return (file, 'MP_ERROR_TEXT("%s")' % old, 'MP_ERROR_TEXT("%s")' % new)


HOOKS = [
    (
        "py/runtime.c",
        "        mp_raise_msg_varg(&mp_type_TypeError,\n"
        "            MP_ERROR_TEXT(\"unsupported type for %q: '%s'\"),\n"
        "            mp_unary_op_method_name[op], mp_obj_get_type_str(arg));\n",
        "        vitrine_raise_unary(op, arg);\n",
    ),
    (
        "py/runtime.c",
        "    mp_raise_msg_varg(&mp_type_TypeError,\n"
        "        MP_ERROR_TEXT(\"unsupported types for %q: '%s', '%s'\"),\n"
        "        mp_binary_op_method_name[op], mp_obj_get_type_str(lhs), mp_obj_get_type_str(rhs));\n",
        "    vitrine_raise_binary(given, lhs, rhs);\n",
    ),
    (
        "py/runtime.c",
        "mp_binary_op_method_name[op], lhs, rhs);\n\n",
        "mp_binary_op_method_name[op], lhs, rhs);\n    const mp_binary_op_t given = op;\n\n",
    ),
    # A container that cannot be walked through is none.
    (
        "py/runtime.c",
        "        mp_obj_iter_buf_t iter_buf;\n        mp_obj_t iter = mp_getiter(lhs, &iter_buf);\n        mp_obj_t next;\n",
        "        if (mp_obj_is_small_int(lhs) || lhs == mp_const_none || mp_obj_is_float(lhs) || mp_obj_is_bool(lhs)) {\n"
        "            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT(\"argument of type '%s' is not iterable\"),\n"
        "                mp_obj_get_type_str(lhs));\n"
        "        }\n"
        "        mp_obj_iter_buf_t iter_buf;\n        mp_obj_t iter = mp_getiter(lhs, &iter_buf);\n        mp_obj_t next;\n",
    ),
    ("py/runtime.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "optext.h"\n'),
    said("py/runtime.c", "'%s' object isn't callable", "'%s' object is not callable"),
    said("py/runtime.c", "'%s' object isn't iterable", "'%s' object is not iterable"),
    said("py/runtime.c", "can't convert %s to int", "'%s' object cannot be interpreted as an integer"),
    said("py/obj.c", "can't convert %s to float", "must be real number, not %s"),
    said("py/obj.c", "'%s' object isn't subscriptable", "'%s' object is not subscriptable"),
    said("py/obj.c", "'%s' object doesn't support item assignment", "'%s' object does not support item assignment"),
    # Unpacking.
    (
        "py/runtime.c",
        "    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT(\"need more than %d values to unpack\"), (int)seq_len);\n"
        "    #endif\ntoo_long:\n",
        "    mp_raise_msg_varg(&mp_type_ValueError,\n"
        "        MP_ERROR_TEXT(\"not enough values to unpack (expected %d, got %d)\"), (int)num, (int)seq_len);\n"
        "    #endif\ntoo_long:\n",
    ),
    (
        "py/runtime.c",
        "    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT(\"need more than %d values to unpack\"), (int)seq_len);\n"
        "    #endif\n}\n",
        "    mp_raise_msg_varg(&mp_type_ValueError,\n"
        "        MP_ERROR_TEXT(\"not enough values to unpack (expected at least %d, got %d)\"),\n"
        "        (int)(num_left + num_right), (int)seq_len);\n"
        "    #endif\n}\n",
    ),
    (
        "py/obj.c",
        "        mp_raise_msg_varg(&mp_type_TypeError,\n"
        "            MP_ERROR_TEXT(\"%q indices must be integers, not %s\"),\n"
        "            type->name, mp_obj_get_type_str(index));\n",
        "        vitrine_raise_index_type(type, index);\n",
    ),
    (
        "py/obj.c",
        "            mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT(\"%q index out of range\"), type->name);\n",
        "            vitrine_raise_index_range(type);\n",
    ),
    ("py/obj.c", '#include "py/objtype.h"\n', '#include "py/objtype.h"\n#include "optext.h"\n'),
]
