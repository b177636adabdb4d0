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
    ("py/runtime.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "type/optext.h"\n'),
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
    ("py/obj.c", '#include "py/objtype.h"\n', '#include "py/objtype.h"\n#include "type/optext.h"\n'),
    (
        "py/runtime.c",
        "            return mp_call_method_n_kw(0, 0, dest);\n        } else {\n            #if MICROPY_ERROR_REPORTING <= MICROPY_ERROR_REPORTING_TERSE\n            mp_raise_TypeError(MP_ERROR_TEXT(\"object not an iterator\"));\n            #else\n            mp_raise_msg_varg(&mp_type_TypeError,\n                MP_ERROR_TEXT(\"'%s' object isn't an iterator\"), mp_obj_get_type_str(o_in));\n",
        "            return mp_call_method_n_kw(0, 0, dest);\n        } else {\n            #if MICROPY_ERROR_REPORTING <= MICROPY_ERROR_REPORTING_TERSE\n            mp_raise_TypeError(MP_ERROR_TEXT(\"object not an iterator\"));\n            #else\n            mp_raise_msg_varg(&mp_type_TypeError,\n                MP_ERROR_TEXT(\"'%s' object is not an iterator\"), mp_obj_get_type_str(o_in));\n",
    ),
    ("py/runtime.c", "MP_ERROR_TEXT(\"'%s' object isn't an iterator\")", "MP_ERROR_TEXT(\"'%s' object is not an iterator\")"),
    (
        "py/runtime.c",
        "        mp_obj_iter_buf_t iter_buf;\n        mp_obj_t iterable = mp_getiter(seq_in, &iter_buf);\n\n        for (seq_len = 0; seq_len < num",
        "        mp_obj_iter_buf_t iter_buf;\n        vitrine_unpack_check(seq_in);\n"
        "        mp_obj_t iterable = mp_getiter(seq_in, &iter_buf);\n\n        for (seq_len = 0; seq_len < num",
    ),
    (
        "py/runtime.c",
        "        mp_obj_t iterable = mp_getiter(seq_in, NULL);\n        mp_obj_t item;\n        for (seq_len = 0; seq_len < num_left",
        "        vitrine_unpack_check(seq_in);\n        mp_obj_t iterable = mp_getiter(seq_in, NULL);\n        mp_obj_t item;\n        for (seq_len = 0; seq_len < num_left",
    ),
    # What is looked for is found if it is there itself, be it a nan.
    ("py/runtime.c", "            if (mp_obj_equal(next, rhs)) {\n", "            if (next == rhs || mp_obj_equal(next, rhs)) {\n"),
    (
        "py/runtime.c",
        "                    mp_obj_iter_buf_t iter_buf;\n                    mp_obj_t iterable = mp_getiter(arg, &iter_buf);\n",
        "                    mp_obj_iter_buf_t iter_buf;\n                    vitrine_star_check(fun, arg, n_args == 1);\n"
        "                    mp_obj_t iterable = mp_getiter(arg, &iter_buf);\n",
    ),
    (
        "py/runtime.c",
        "                        if (!mp_obj_is_qstr(key)) {\n                            key = mp_obj_str_intern_checked(key);\n",
        "                        if (!mp_obj_is_qstr(key)) {\n                            key = vitrine_keyword(key);\n",
    ),
    (
        "py/runtime.c",
        "                    // the key must be a qstr, so intern it if it's a string\n"
        "                    if (!mp_obj_is_qstr(key)) {\n                        key = mp_obj_str_intern_checked(key);\n",
        "                    if (!mp_obj_is_qstr(key)) {\n                        key = vitrine_keyword(key);\n",
    ),
    (
        "py/runtime.c",
        "                mp_load_method(kw_value, MP_QSTR_keys, dest);\n",
        "                mp_load_method_maybe(kw_value, MP_QSTR_keys, dest);\n"
        "                if (dest[0] == MP_OBJ_NULL) {\n"
        "                    vitrine_raise_mapping(fun, kw_value);\n"
        "                }\n",
    ),
    (
        "py/builtinevex.c",
        "        lex = mp_lexer_new_from_str_len(MP_QSTR__lt_string_gt_, bufinfo.buf, bufinfo.len, 0);\n    }\n\n    return mp_parse_compile_execute(",
        "        // An expression may begin with blanks.\n"
        "        const char *text = bufinfo.buf;\n"
        "        while (parse_input_kind == MP_PARSE_EVAL_INPUT && bufinfo.len > 0 && (*text == ' ' || *text == '\\t')) {\n"
        "            ++text;\n            --bufinfo.len;\n        }\n"
        "        lex = mp_lexer_new_from_str_len(MP_QSTR__lt_string_gt_, text, bufinfo.len, 0);\n    }\n\n    return mp_parse_compile_execute(",
    ),
]
