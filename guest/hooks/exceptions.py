"""Exceptions: attributes, chains and texts, see exceptions.c."""

HOOKS = [
    # Only exceptions are caught.
    (
        "py/runtime.c",
        "                if (!mp_obj_is_exception_type(rhs)) {\n                    goto unsupported_op;\n",
        "                if (!mp_obj_is_exception_type(rhs)) {\n                    vitrine_raise_not_caught();\n",
    ),
    (
        "py/runtime.c",
        "            return mp_const_false;\n        }\n        goto unsupported_op;\n    }\n\n    if (mp_obj_is_small_int(lhs)) {\n",
        "            return mp_const_false;\n        }\n        vitrine_raise_not_caught();\n    }\n\n    if (mp_obj_is_small_int(lhs)) {\n",
    ),
    (
        "py/objexcept.h",
        "    mp_obj_tuple_t *args;\n",
        "    mp_obj_tuple_t *args;\n    struct _exception_more_t *more; // see exceptions.c, or NULL\n",
    ),
    ("py/objexcept.c", '#include "py/gc.h"\n', '#include "py/gc.h"\n#include "machine/stop.h"\n'),
    (
        "py/objexcept.c",
        ("void mp_obj_exception_print(", "mp_obj_t mp_obj_exception_make_new(const"),
        "",
    ),
    (
        "py/objexcept.c",
        "    mp_arg_check_num(n_args, n_kw, 0, MP_OBJ_FUN_ARGS_MAX, false);\n",
        "",
    ),
    (
        "py/objexcept.c",
        "    o_exc->args = o_tuple;\n\n",
        "    o_exc->args = o_tuple;\n    vitrine_exception_finish(o_exc, n_kw, args + n_args);\n\n",
    ),
    (
        "py/objexcept.c",
        ("void mp_obj_exception_attr(", "MP_DEFINE_CONST_OBJ_TYPE(\n    mp_type_BaseException,"),
        "",
    ),
    ("py/vm.c", '                    if (from_value != mp_const_none) {\n                        mp_warning(NULL, "exception chaining not supported");\n                    }\n', ""),
    (
        "py/vm.c",
        "                    mp_obj_t from_value = POP();\n",
        "                    mp_obj_t from_value = POP();\n"
        "                    SET_TOP(mp_make_raise_obj(TOP()));\n"
        "                    vitrine_exception_set_cause(TOP(), from_value);\n",
    ),
    ("py/vm.c", '#include "py/objfun.h"\n', '#include "py/objfun.h"\n#include "type/functions.h"\n'),
    ("py/vm.c", "no active exception to reraise", "No active exception to reraise"),
    # What is raised while another exception is handled has that as its context.
    (
        "py/vm.c",
        "            while (exc_sp >= exc_stack && exc_sp->handler <= code_state->ip) {",
        "            if (MP_STATE_VM(cur_exception) != NULL) {\n"
        "                vitrine_exception_set_context(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(MP_STATE_VM(cur_exception)));\n"
        "            }\n"
        "            while (exc_sp >= exc_stack && exc_sp->handler <= code_state->ip) {",
    ),
    # A handler knows which exception was handled around it, in whatever function.
    (
        "py/bc.h",
        "    mp_obj_base_t *prev_exc;\n} mp_exc_stack_t;\n",
        "    mp_obj_base_t *prev_exc;\n    mp_obj_base_t *outer_exc;\n} mp_exc_stack_t;\n",
    ),
    ("py/vm.c", ("#if MICROPY_PY_SYS_EXC_INFO\n#define CLEAR_SYS_EXC_INFO()", "#define PUSH_EXC_BLOCK("), ""),
    (
        "py/vm.c",
        ("    exc_sp--; /* pop back to previous exception handler */ \\\n", "#define CANCEL_ACTIVE_FINALLY(sp)"),
        "    if (exc_sp->prev_exc != NULL) { \\\n        MP_STATE_VM(cur_exception) = exc_sp->outer_exc; \\\n    } \\\n    exc_sp--\n\n",
    ),
    (
        "py/vm.c",
        "            #if MICROPY_PY_SYS_EXC_INFO\n            MP_STATE_VM(cur_exception) = nlr.ret_val;\n            #endif\n",
        "",
    ),
    (
        "py/vm.c",
        "                exc_sp->prev_exc = nlr.ret_val;\n",
        "                exc_sp->prev_exc = nlr.ret_val;\n"
        "                exc_sp->outer_exc = MP_STATE_VM(cur_exception);\n"
        "                MP_STATE_VM(cur_exception) = nlr.ret_val;\n",
    ),
    (
        "py/vm.c",
        "                    if (obj == MP_OBJ_NULL) {\n                        obj = mp_obj_new_exception_msg(",
        "                    if (obj == MP_OBJ_NULL && MP_STATE_VM(cur_exception) != NULL) {\n"
        "                        obj = MP_OBJ_FROM_PTR(MP_STATE_VM(cur_exception));\n"
        "                    } else if (obj == MP_OBJ_NULL) {\n                        obj = mp_obj_new_exception_msg(",
    ),
    # __exit__() is given the traceback.
    (
        "py/vm.c",
        "                        sp[0] = MP_OBJ_FROM_PTR(mp_obj_get_type(sp[0]));\n                        sp[2] = mp_const_none;\n",
        "                        sp[0] = MP_OBJ_FROM_PTR(mp_obj_get_type(sp[0]));\n"
        "                        sp[2] = mp_load_attr(sp[1], MP_QSTR___traceback__);\n",
    ),
    # Texts as CPython's.
    (
        "py/vm.c",
        'mp_obj_new_exception_msg(&mp_type_NameError, MP_ERROR_TEXT("local variable referenced before assignment"))',
        "vitrine_unbound_local(code_state->fun_bc, ip)",
    ),
    (
        "py/runtime.c",
        "            mp_raise_msg_varg(&mp_type_NameError, MP_ERROR_TEXT(\"name '%q' isn't defined\"), qst);\n",
        "            vitrine_raise_name(&mp_type_NameError, qst, \"name '%q' is not defined\");\n",
    ),
    (
        "py/runtime.c",
        "            mp_raise_msg_varg(&mp_type_AttributeError,\n"
        "                MP_ERROR_TEXT(\"'%s' object has no attribute '%q'\"),\n"
        "                mp_obj_get_type_str(base), attr);\n        }\n",
        "            vitrine_raise_attribute(base, attr);\n        }\n",
    ),
    (
        "py/runtime.c",
        "            mp_raise_msg_varg(&mp_type_AttributeError,\n"
        "                MP_ERROR_TEXT(\"type object '%q' has no attribute '%q'\"),\n"
        "                ((mp_obj_type_t *)MP_OBJ_TO_PTR(base))->name, attr);\n",
        "            vitrine_raise_attribute(base, attr);\n",
    ),
    (
        "py/runtime.c",
        "    mp_raise_msg_varg(&mp_type_AttributeError,\n"
        "        MP_ERROR_TEXT(\"'%s' object has no attribute '%q'\"),\n"
        "        mp_obj_get_type_str(base), attr);\n    #endif\n}\n\nmp_obj_t mp_getiter",
        "    vitrine_raise_attribute(base, attr);\n    #endif\n}\n\nmp_obj_t mp_getiter",
    ),
    (
        "py/runtime.c",
        "    mp_obj_dict_delete(MP_OBJ_FROM_PTR(mp_locals_get()), MP_OBJ_NEW_QSTR(qst));\n",
        "    vitrine_delete_name(mp_locals_get(), qst);\n",
    ),
    (
        "py/runtime.c",
        "    mp_obj_dict_delete(MP_OBJ_FROM_PTR(mp_globals_get()), MP_OBJ_NEW_QSTR(qst));\n",
        "    vitrine_delete_name(mp_globals_get(), qst);\n",
    ),
    (
        "py/runtime.c",
        'mp_raise_msg_varg(&mp_type_ImportError, MP_ERROR_TEXT("can\'t import name %q"), name);',
        "vitrine_raise_import_name(module, name);",
    ),
]
