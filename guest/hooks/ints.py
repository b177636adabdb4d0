"""int(), its methods and how ints are shown are in intmethods.c."""

HOOKS = [
    ("py/objint.c", '#include "py/binary.h"\n', '#include "py/binary.h"\n#include "number/intmethods.h"\n'),
    (
        "py/objint.c",
        ("static mp_obj_t mp_obj_int_make_new(", "#if MICROPY_PY_BUILTINS_FLOAT\n\ntypedef enum {\n"),
        "\n",
    ),
    (
        "py/objint.c",
        ("void mp_obj_int_print(", "static const uint8_t log_base2_floor[] = {"),
        "void mp_obj_int_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {\n"
        "    vitrine_int_print(print, self_in, kind);\n}\n\n",
    ),
    ("py/objint.c", ("static mp_obj_t int_from_bytes(", "MP_DEFINE_CONST_OBJ_TYPE(\n    mp_type_int,"), ""),
    (
        "py/objint.c",
        "    make_new, mp_obj_int_make_new,\n",
        "    make_new, vitrine_int_make_new,\n    attr, vitrine_int_attr,\n",
    ),
    ("py/objint.c", "    locals_dict, &int_locals_dict\n", "    locals_dict, &vitrine_int_locals\n"),
    ("py/objint.c", "\"can't convert inf to int\"", '"cannot convert float infinity to integer"'),
    ("py/objint.c", "\"can't convert NaN to int\"", '"cannot convert float NaN to integer"'),
    (
        "py/modbuiltins.c",
        "            return mp_obj_int_pow3(args[0], args[1], args[2]);\n",
        "            return vitrine_int_pow3(args[0], args[1], args[2]);\n",
    ),
    ("py/modbuiltins.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "type/argument.h"\n#include "number/intmethods.h"\n'),
    *(
        ("py/modbuiltins.c", f"mp_builtin_{name}(mp_obj_t o_in) {{\n", f"mp_builtin_{name}(mp_obj_t o_in) {{\n    o_in = vitrine_int(o_in);\n")
        for name in ("bin", "hex", "oct")
    ),
    # A bool has what an int has; two of them stay bools under & | ^.
    ("py/objbool.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "number/intmethods.h"\n'),
    (
        "py/objbool.c",
        "    return mp_binary_op(op, MP_OBJ_NEW_SMALL_INT(value), rhs_in);\n",
        "    mp_obj_t result = mp_binary_op(op, MP_OBJ_NEW_SMALL_INT(value), rhs_in);\n"
        "    bool logic = op == MP_BINARY_OP_AND || op == MP_BINARY_OP_OR || op == MP_BINARY_OP_XOR\n"
        "        || op == MP_BINARY_OP_INPLACE_AND || op == MP_BINARY_OP_INPLACE_OR || op == MP_BINARY_OP_INPLACE_XOR;\n"
        "    return logic && mp_obj_is_bool(rhs_in) ? mp_obj_new_bool(result != MP_OBJ_NEW_SMALL_INT(0)) : result;\n",
    ),
    (
        "py/objbool.c",
        "    binary_op, bool_binary_op\n",
        "    binary_op, bool_binary_op,\n    attr, vitrine_int_attr,\n    locals_dict, &vitrine_int_locals\n",
    ),
    (
        "py/objint.c",
        "mp_obj_is_type(rhs_in, &mp_type_list)) {\n",
        "mp_obj_is_type(rhs_in, &mp_type_list)\n"
        "            || mp_obj_is_type(rhs_in, &mp_type_bytearray) || mp_obj_is_type(rhs_in, &mp_type_array)) {\n",
    ),
]
