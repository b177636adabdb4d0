"""Tuples and comparisons of sequences; lists, sets and dictionaries are files of ours."""

HOOKS = [
    # It takes keyword arguments: objnamedtuple.c.
    ("py/modcollections.c", "MP_ROM_PTR(&mp_namedtuple_obj)", "MP_ROM_PTR(&vitrine_namedtuple_obj)"),
    (
        "py/modcollections.c",
        '#include "py/builtin.h"\n',
        '#include "py/builtin.h"\nMP_DECLARE_CONST_FUN_OBJ_KW(vitrine_namedtuple_obj);\n',
    ),
    # Slices of tuples with any step.
    (
        "py/objtuple.c",
        ("            if (!mp_seq_get_fast_slice_indexes(self->len, index, &slice)) {\n",
         "            return MP_OBJ_FROM_PTR(res);\n"),
        "            mp_obj_slice_indices(index, self->len, &slice);\n"
        "            size_t len = vitrine_slice_len(&slice);\n"
        "            if (len == self->len && slice.step == 1 && self->base.type == &mp_type_tuple) {\n"
        "                return self_in;\n"
        "            }\n"
        "            mp_obj_tuple_t *res = MP_OBJ_TO_PTR(mp_obj_new_tuple(len, NULL));\n"
        "            for (size_t i = 0; i < len; ++i) {\n"
        "                res->items[i] = self->items[slice.start + (mp_int_t)i * slice.step];\n"
        "            }\n",
    ),
    (
        "py/objtuple.c",
        '#include "py/objtuple.h"\n',
        '#include "py/objtuple.h"\n#include "type/reprguard.h"\n#include "type/slice.h"\n',
    ),
    (
        "py/objtuple.c",
        "    mp_obj_tuple_t *o = MP_OBJ_TO_PTR(o_in);\n    const char *item_separator",
        "    mp_obj_tuple_t *o = MP_OBJ_TO_PTR(o_in);\n"
        "    vitrine_repr_t guard;\n"
        '    if (!vitrine_repr_enter(&guard, print, o_in, "(...)")) {\n'
        "        return;\n"
        "    }\n"
        "    const char *item_separator",
    ),
    (
        "py/objtuple.c",
        "        mp_print_str(print, \")\");\n    }\n}\n\nstatic mp_obj_t mp_obj_tuple_make_new(",
        "        mp_print_str(print, \")\");\n    }\n    vitrine_repr_leave(&guard);\n}\n\n"
        "static mp_obj_t mp_obj_tuple_make_new(",
    ),
    # index() of tuples.
    (
        "py/sequence.c",
        'mp_raise_ValueError(MP_ERROR_TEXT("object not in sequence"));',
        'mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%q.index(x): x not in %q"), type->name, type->name);',
    ),
    # What decides is the first pair that is not equal, compared as it was asked.
    (
        "py/sequence.c",
        ("    // Let's deal only with > & >=\n    if (op == MP_BINARY_OP_LESS || op == MP_BINARY_OP_LESS_EQUAL) {\n"
         "        SWAP(const mp_obj_t *", "// Special-case of index() which searches for mp_obj_t\n"),
        """    size_t len = len1 < len2 ? len1 : len2;
    for (size_t i = 0; i < len; i++) {
        mp_obj_t a = items1[i], b = items2[i];
        if (a == b || mp_obj_equal(a, b)) {
            continue;
        }
        return op != MP_BINARY_OP_EQUAL && mp_obj_is_true(mp_binary_op(op, a, b));
    }
    switch (op) {
        case MP_BINARY_OP_LESS:
            return len1 < len2;
        case MP_BINARY_OP_LESS_EQUAL:
            return len1 <= len2;
        case MP_BINARY_OP_MORE:
            return len1 > len2;
        case MP_BINARY_OP_MORE_EQUAL:
            return len1 >= len2;
        default:
            return len1 == len2;
    }
}

""",
    ),
]
