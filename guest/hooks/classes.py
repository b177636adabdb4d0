"""Classes as in CPython: see type/classes.h."""

HOOKS = [
    (
        "py/vm.c",
        "                    mp_load_method(obj, MP_QSTR___exit__, sp);\n                    mp_load_method(obj, MP_QSTR___enter__, sp + 2);\n",
        "                    vitrine_load_context(obj, sp);\n",
    ),
    ("py/runtime.c", "            nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));\n        }\n    }\n}\n", "            nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));\n        }\n        dest[0] = dest[1] = MP_OBJ_NULL;\n    }\n}\n"),
    ("py/runtime.c", '#include "py/cstack.h"\n', '#include "py/cstack.h"\n#include "type/classes.h"\n'),
    ("py/objexcept.c", '#include "py/objtype.h"\n', '#include "py/objtype.h"\n#include "type/classes.h"\n'),
    # A metaclass's instances are classes, too.
    ("py/objexcept.c", "if (mp_obj_is_type(self_in, &mp_type_type)) {", "if (class_is(self_in)) {"),
    ("py/runtime.c", "if (type == &mp_type_type) {", "if (class_is(self)) {"),
    ("py/runtime.c", "if (mp_obj_is_type(base, &mp_type_type)) {", "if (class_is(base)) {"),
    # A built-in type's unnamed methods, and those of object.
    (
        "py/runtime.c",
        "        if (dest[1] != MP_OBJ_SENTINEL) {\n            return;\n        }\n",
        "        if (dest[1] != MP_OBJ_SENTINEL) {\n"
        "            if (dest[0] == MP_OBJ_NULL && !class_is_made(type) && !class_is(obj)) {\n"
        "                native_load_common(obj, type, attr, dest);\n"
        "            }\n"
        "            return;\n        }\n",
    ),
    (
        "py/runtime.c",
        "        if (elem != NULL) {\n            mp_convert_member_lookup(obj, type, elem->value, dest);\n        }\n"
        "        return;\n    }\n}\n",
        "        if (elem != NULL) {\n            mp_convert_member_lookup(obj, type, elem->value, dest);\n"
        "            return;\n        }\n    }\n"
        "    native_load_common(obj, type, attr, dest);\n}\n",
    ),
    # list.append(self, x), with an instance of a subclass.
    (
        "py/runtime.c",
        "        if (arg0_type != self->type) {\n",
        "        mp_obj_t inside = mp_obj_cast_to_native_base(args[0], MP_OBJ_FROM_PTR(self->type));\n"
        "        if (inside != MP_OBJ_NULL && arg0_type != self->type) {\n"
        "            mp_obj_t *inner = m_new(mp_obj_t, n_args + 2 * n_kw);\n"
        "            memcpy(inner, args, (n_args + 2 * n_kw) * sizeof(*args));\n"
        "            inner[0] = inside;\n"
        "            return mp_call_function_n_kw(self->fun, n_args, n_kw, inner);\n"
        "        }\n"
        "        if (inside == MP_OBJ_NULL) {\n",
    ),
    # a < b asks b > a when a's class has no answer.
    (
        "py/runtime.c",
        "    if (op == MP_BINARY_OP_CONTAINS) {\n        // If type didn't",
        "    if (!turned && instance_compares(op, rhs)) {\n"
        "        mp_obj_t result = instance_binary_op(instance_mirrored_op[op], rhs, lhs);\n"
        "        if (result != MP_OBJ_NULL) {\n"
        "            return result;\n"
        "        }\n"
        "    }\n\n"
        "    if (op == MP_BINARY_OP_CONTAINS) {\n        // If type didn't",
    ),
    # A class that derives from the left operand's is asked first.
    (
        "py/runtime.c",
        "    // generic binary_op supplied by type\n    const mp_obj_type_t *type;\n",
        "    bool turned = instance_compares(op, rhs) && instance_is_derived(rhs, lhs);\n"
        "    if (turned) {\n"
        "        mp_obj_t result = instance_binary_op(instance_mirrored_op[op], rhs, lhs);\n"
        "        if (result != MP_OBJ_NULL) {\n"
        "            return result;\n"
        "        }\n"
        "    }\n\n"
        "    // generic binary_op supplied by type\n    const mp_obj_type_t *type;\n",
    ),
    (
        "py/obj.c",
        "    // generic type, call binary_op(MP_BINARY_OP_EQUAL)\n",
        "    if (mp_obj_is_obj(o2) && mp_obj_is_instance_type(mp_obj_get_type(o2)) && instance_is_derived(o2, o1)) {\n"
        "        mp_obj_t derived = o2;\n"
        "        o2 = o1;\n"
        "        o1 = derived;\n"
        "    }\n"
        "    // generic type, call binary_op(MP_BINARY_OP_EQUAL)\n",
    ),
    # An instance's own __ne__ stands alone: see instance_binary_op().
    (
        "py/obj.c",
        "                if (r != MP_OBJ_NULL) {\n                    return r;\n                }\n            }\n\n            // Try calling __eq__.\n",
        "                if (r != MP_OBJ_NULL) {\n                    return r;\n                }\n"
        "                if (mp_obj_is_instance_type(type)) {\n                    goto skip_one_pass;\n                }\n            }\n\n"
        "            // Try calling __eq__.\n",
    ),
    ("py/obj.c", '#include "py/stream.h" // for mp_obj_print\n', '#include "py/stream.h" // for mp_obj_print\n#include "type/classes.h"\n'),
    # __build_class__ is in buildclass.c.
    (
        "py/modbuiltins.c",
        ("// args[0] is function from class body\n", "static mp_obj_t mp_builtin_abs(mp_obj_t o_in) {"),
        "",
    ),
    # Instances whose class answers first do not take the short way.
    (
        "py/vm.c",
        "if (mp_obj_is_instance_type(mp_obj_get_type(top))) {",
        "if ((mp_obj_get_type(top)->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | CLASS_SLOW)) == MP_TYPE_FLAG_INSTANCE_TYPE) {",
    ),
    ("py/vm.c", '#include "py/objtype.h"\n', '#include "py/objtype.h"\n#include "type/classes.h"\n'),
]
