"""Coroutines and asynchronous generators are types of their own: coroutines.c, asyncsyntax.h."""

HOOKS = [
    # What a function makes stands with its flags, in the prelude of its code.
    (
        "py/runtime0.h",
        "#define MP_SCOPE_FLAG_ALL_SIG      (0x0f)\n",
        "#define MP_SCOPE_FLAG_ALL_SIG      (0x3f)\n"
        "#define MP_SCOPE_FLAG_ASYNC        (0x10)\n"
        "#define MP_SCOPE_FLAG_YIELDS       (0x20) // and is asynchronous\n",
    ),
    ("py/objgenerator.c", "        &mp_type_gen_instance);\n\n    o->pend_exc = mp_const_none;\n    o->code_state.fun_bc = self_fun;\n    o->code_state.n_state = n_state;\n    mp_setup_code_state(", "        vitrine_generator_type(scope_flags));\n\n    o->pend_exc = mp_const_none;\n    o->code_state.fun_bc = self_fun;\n    o->code_state.n_state = n_state;\n    mp_setup_code_state("),
    (
        "py/objgenerator.c",
        ("static void gen_instance_print(", "mp_vm_return_kind_t mp_obj_gen_resume("),
        "",
    ),
    (
        "py/objgenerator.c",
        "    mp_check_self(mp_obj_is_type(self_in, &mp_type_gen_instance));\n    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(self_in);\n"
        "    if (self->code_state.ip == 0) {\n",
        "    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(self_in);\n"
        "    if (self->code_state.ip == 0) {\n"
        "        if (self->base.type == &vitrine_type_coroutine && throw_value != MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj)) {\n"
        '            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("cannot reuse already awaited coroutine"));\n'
        "        }\n"
        "        if (throw_value != MP_OBJ_NULL) {\n"
        "            *ret_val = mp_make_raise_obj(throw_value);\n"
        "            return MP_VM_RETURN_EXCEPTION;\n"
        "        }\n",
    ),
    (
        "py/objgenerator.c",
        '        mp_raise_ValueError(MP_ERROR_TEXT("generator already executing"));\n    }\n\n    #if MICROPY_PY_GENERATOR_PEND_THROW\n    // If',
        '        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s already executing"), vitrine_generator_kind(self->base.type));\n'
        "    }\n\n    #if MICROPY_PY_GENERATOR_PEND_THROW\n    // If",
    ),
    (
        "py/objgenerator.c",
        "            mp_raise_TypeError(MP_ERROR_TEXT(\"can't send non-None value to a just-started generator\"));\n",
        "            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT(\"can't send non-None value to a just-started %s\"),\n"
        "                vitrine_generator_kind(self->base.type));\n",
    ),
    (
        "py/objgenerator.c",
        "        // A bytecode generator\n",
        "        vitrine_frame_handles(&self->code_state, true);\n",
    ),
    (
        "py/objgenerator.c",
        "        case MP_VM_RETURN_YIELD:\n            *ret_val = *self->code_state.sp;\n",
        "        case MP_VM_RETURN_YIELD:\n            vitrine_frame_handles(&self->code_state, false);\n            *ret_val = *self->code_state.sp;\n",
    ),
    (
        "py/objgenerator.c",
        (
            "            // PEP479: if StopIteration is raised inside a generator",
            "            break;\n        }\n    }\n\n    return ret_kind;\n",
        ),
        "            *ret_val = vitrine_generator_raised(self->base.type, *ret_val);\n",
    ),
    (
        "py/objgenerator.c",
        'mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("generator ignored GeneratorExit"));',
        'mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("%s ignored GeneratorExit"), vitrine_generator_kind(mp_obj_get_type(self_in)));',
    ),
    ("py/objgenerator.c", "static MP_DEFINE_CONST_FUN_OBJ_2(gen_instance_send_obj", "MP_DEFINE_CONST_FUN_OBJ_2(gen_instance_send_obj"),
    (
        "py/objgenerator.c",
        "static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(gen_instance_throw_obj",
        "MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(gen_instance_throw_obj",
    ),
    ("py/objgenerator.c", "static MP_DEFINE_CONST_FUN_OBJ_1(gen_instance_close_obj", "MP_DEFINE_CONST_FUN_OBJ_1(gen_instance_close_obj"),
    (
        "py/objgenerator.c",
        "static MP_DEFINE_CONST_FUN_OBJ_2(gen_instance_pend_throw_obj",
        "MP_DEFINE_CONST_FUN_OBJ_2(gen_instance_pend_throw_obj",
    ),
    (
        "py/objgenerator.c",
        "    MP_TYPE_FLAG_ITER_IS_ITERNEXT,\n    print, gen_instance_print,\n",
        "    MP_TYPE_FLAG_ITER_IS_ITERNEXT,\n    attr, vitrine_generator_attr,\n    print, vitrine_generator_print,\n",
    ),
    ("py/runtime.c", '#include "py/stream.h"\n', '#include "py/stream.h"\n#include "type/coroutines.h"\n'),
    (
        "py/runtime.c",
        "    if (type == &mp_type_gen_instance) {\n        return mp_obj_gen_resume(self_in, send_value, throw_value, ret_val);\n    }\n",
        "    if (vitrine_is_generator(type)) {\n        return mp_obj_gen_resume(self_in, send_value, throw_value, ret_val);\n    }\n"
        "    if (type == &vitrine_type_step) {\n        return vitrine_step_resume(self_in, send_value, throw_value, ret_val);\n    }\n",
    ),
    # What is awaited, or yielded from, is followed by the first value to send: None.
    (
        "py/vm.c",
        "                    SET_TOP(mp_getiter(TOP(), NULL));\n",
        "                    SET_TOP(*ip == MP_BC_LOAD_CONST_NONE ? vitrine_awaited(code_state->fun_bc, TOP()) : mp_getiter(TOP(), NULL));\n",
    ),
    # The syntax.
    (
        "py/grammar.h",
        "DEF_RULE_NC(testlist_comp_3, or(2), rule(comp_for), ",
        "DEF_RULE_NC(testlist_comp_3, or(3), rule(comp_for), rule(async_comp_for), ",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(dictorsetmaker_tail, or(2), rule(comp_for), ",
        "DEF_RULE_NC(dictorsetmaker_tail, or(3), rule(comp_for), rule(async_comp_for), ",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(argument_2, or(3), rule(comp_for), ",
        "DEF_RULE_NC(argument_2, or(4), rule(comp_for), rule(async_comp_for), ",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(comp_iter, or(2), rule(comp_for), ",
        "DEF_RULE_NC(async_comp_for, and_blank(6), tok(KW_ASYNC), tok(KW_FOR), rule(exprlist), tok(KW_IN), rule(or_test), opt_rule(comp_iter))\n"
        "DEF_RULE_NC(comp_iter, or(3), rule(comp_for), rule(async_comp_for), ",
    ),
    (
        "py/compile.c",
        "#define MP_PARSE_NODE_TESTLIST_COMP_HAS_COMP_FOR(pns) \\\n",
        "#define IS_COMP_FOR(pn) (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_comp_for) || MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_async_comp_for))\n"
        "#define MP_PARSE_NODE_TESTLIST_COMP_HAS_COMP_FOR(pns) \\\n",
    ),
    (
        "py/compile.c",
        "    (MP_PARSE_NODE_STRUCT_NUM_NODES(pns) == 2 && \\\n    MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[1], PN_comp_for))\n",
        "    (MP_PARSE_NODE_STRUCT_NUM_NODES(pns) == 2 && IS_COMP_FOR(pns->nodes[1]))\n",
    ),
    (
        "py/compile.c",
        "                if (!MP_PARSE_NODE_IS_STRUCT_KIND(pns_arg->nodes[1], PN_comp_for)) {\n",
        "                if (!IS_COMP_FOR(pns_arg->nodes[1])) {\n",
    ),
    ("py/compile.c", '#include "py/asmbase.h"\n', '#include "py/asmbase.h"\n#include "type/coroutines.h"\n'),
    ("py/compile.c", ("static void compile_async_for_stmt(", "static void compile_async_with_stmt_helper("), '#include "compile/asyncsyntax.h"\n\n'),
    (
        "py/compile.c",
        "        body_name = compile_funcdef_helper(comp, pns0, emit_options);\n"
        "        scope_t *fscope = (scope_t *)pns0->nodes[4];\n"
        "        fscope->scope_flags |= MP_SCOPE_FLAG_GENERATOR;\n",
        "        body_name = compile_funcdef_helper(comp, pns0, emit_options);\n"
        "        scope_t *fscope = (scope_t *)pns0->nodes[4];\n"
        "        fscope->scope_flags |= MP_SCOPE_FLAG_GENERATOR | MP_SCOPE_FLAG_ASYNC;\n",
    ),
    (
        "py/compile.c",
        (
            "        fscope->scope_flags |= MP_SCOPE_FLAG_GENERATOR;\n    } else {\n        // async for/with",
            "        if (MP_PARSE_NODE_STRUCT_KIND(pns0) == PN_for_stmt) {\n            // async for",
        ),
        "        fscope->scope_flags |= MP_SCOPE_FLAG_GENERATOR | MP_SCOPE_FLAG_ASYNC;\n"
        "    } else if (async_may_await(comp, (mp_parse_node_t)pns0, MP_PARSE_NODE_STRUCT_KIND(pns0) == PN_for_stmt\n"
        "        ? MP_ERROR_TEXT(\"'async for' outside async function\") : MP_ERROR_TEXT(\"'async with' outside async function\"))) {\n",
    ),
    (
        "py/compile.c",
        (
            "    if (comp->scope_cur->kind != SCOPE_FUNCTION && comp->scope_cur->kind != SCOPE_LAMBDA) {\n        #if MICROPY_COMP_ALLOW_TOP_LEVEL_AWAIT\n",
            "    compile_atom_expr_normal(comp, pns);\n    compile_yield_from(comp);\n",
        ),
        "    scope_kind_t kind = comp->scope_cur->kind;\n"
        "    if (!async_may_await(comp, (mp_parse_node_t)pns, kind == SCOPE_FUNCTION || kind == SCOPE_LAMBDA\n"
        "        ? MP_ERROR_TEXT(\"'await' outside async function\") : MP_ERROR_TEXT(\"'await' outside function\"))) {\n"
        "        return;\n    }\n",
    ),
    (
        "py/compile.c",
        "    if (MP_PARSE_NODE_IS_NULL(pns->nodes[0])) {\n        EMIT_ARG(load_const_tok, MP_TOKEN_KW_NONE);\n        EMIT_ARG(yield, MP_EMIT_YIELD_VALUE);\n",
        "    if (comp->scope_cur->scope_flags & MP_SCOPE_FLAG_ASYNC) {\n"
        "        comp->scope_cur->scope_flags |= MP_SCOPE_FLAG_YIELDS;\n"
        "        if (MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[0], PN_yield_arg_from)) {\n"
        "            compile_syntax_error(comp, (mp_parse_node_t)pns, MP_ERROR_TEXT(\"'yield from' inside async function\"));\n"
        "            return;\n        }\n    }\n"
        "    if (MP_PARSE_NODE_IS_NULL(pns->nodes[0])) {\n        EMIT_ARG(load_const_tok, MP_TOKEN_KW_NONE);\n        EMIT_ARG(yield, MP_EMIT_YIELD_VALUE);\n",
    ),
    (
        "py/compile.c",
        "    if (MP_PARSE_NODE_IS_NULL(pns->nodes[0])) {\n        // no argument to 'return', so return None\n",
        "    if ((comp->scope_cur->scope_flags & MP_SCOPE_FLAG_YIELDS) && !MP_PARSE_NODE_IS_NULL(pns->nodes[0])) {\n"
        "        compile_syntax_error(comp, (mp_parse_node_t)pns, MP_ERROR_TEXT(\"'return' with value in async generator\"));\n"
        "        return;\n    }\n"
        "    if (MP_PARSE_NODE_IS_NULL(pns->nodes[0])) {\n        // no argument to 'return', so return None\n",
    ),
    (
        "py/compile.c",
        "    if (kind == SCOPE_GEN_EXPR) {\n        EMIT_ARG(get_iter, false);\n    }\n    EMIT_ARG(call_function, 1, 0, 0);\n",
        "    if (MP_PARSE_NODE_STRUCT_KIND(pns_comp_for) == PN_async_comp_for) {\n"
        "        async_call(comp, &vitrine_async_iterator_obj);\n"
        "    } else if (kind == SCOPE_GEN_EXPR) {\n        EMIT_ARG(get_iter, false);\n    }\n    EMIT_ARG(call_function, 1, 0, 0);\n"
        "    if ((this_scope->scope_flags & MP_SCOPE_FLAG_ASYNC) && kind != SCOPE_GEN_EXPR) {\n        compile_yield_from(comp);\n    }\n",
    ),
    (
        "py/compile.c",
        "    EMIT_ARG(label_assign, l_top);\n    EMIT_ARG(for_iter, l_end);\n    c_assign(comp, pns_comp_for->nodes[0], ASSIGN_STORE);\n    mp_parse_node_t pn_iter",
        "    bool waits = MP_PARSE_NODE_STRUCT_KIND(pns_comp_for) == PN_async_comp_for;\n"
        "    EMIT_ARG(label_assign, l_top);\n"
        "    if (waits) {\n        async_next(comp, pns_comp_for->nodes[0], l_end);\n    } else {\n"
        "        EMIT_ARG(for_iter, l_end);\n        c_assign(comp, pns_comp_for->nodes[0], ASSIGN_STORE);\n    }\n"
        "    mp_parse_node_t pn_iter",
    ),
    (
        "py/compile.c",
        "        compile_node(comp, pns_comp_for2->nodes[1]);\n        EMIT_ARG(get_iter, true);\n",
        "        if (MP_PARSE_NODE_STRUCT_KIND(pns_comp_for2) == PN_async_comp_for) {\n"
        "            async_comp_start(comp, pns_comp_for2);\n"
        "        } else {\n"
        "            compile_node(comp, pns_comp_for2->nodes[1]);\n            EMIT_ARG(get_iter, true);\n        }\n",
    ),
    (
        "py/compile.c",
        "    EMIT_ARG(jump, l_top);\n    EMIT_ARG(label_assign, l_end);\n    EMIT(for_iter_end);\n}\n\nstatic void check_for_doc_string(",
        "    EMIT_ARG(jump, l_top);\n    EMIT_ARG(label_assign, l_end);\n"
        "    if (waits) {\n        async_comp_end(comp);\n    } else {\n        EMIT(for_iter_end);\n    }\n}\n\nstatic void check_for_doc_string(",
    ),
    (
        "py/compile.c",
        "        // There are 4 slots on the stack for the iterator, and the first one is\n        // NULL to indicate that the second one points to the iterator object.\n"
        "        if (scope->kind == SCOPE_GEN_EXPR) {\n",
        "        // There are 4 slots on the stack for the iterator, and the first one is\n        // NULL to indicate that the second one points to the iterator object.\n"
        "        if (MP_PARSE_NODE_STRUCT_KIND(pns_comp_for) == PN_async_comp_for) {\n"
        "            (void)async_may_await(comp, (mp_parse_node_t)pns, NULL);\n"
        "            async_comp_slots(comp);\n            compile_load_id(comp, qstr_arg);\n"
        "        } else if (scope->kind == SCOPE_GEN_EXPR) {\n",
    ),
    # async with
    (
        "py/compile.c",
        "            compile_node(comp, pns->nodes[0]);\n            EMIT(dup_top);\n            compile_await_object_method(comp, MP_QSTR___aenter__);\n",
        "            compile_node(comp, pns->nodes[0]);\n            async_call(comp, &vitrine_async_context_obj);\n"
        "            EMIT(dup_top);\n            compile_await_object_method(comp, MP_QSTR___aenter__);\n",
    ),
    (
        "py/compile.c",
        "            compile_node(comp, nodes[0]);\n            EMIT(dup_top);\n            compile_await_object_method(comp, MP_QSTR___aenter__);\n",
        "            compile_node(comp, nodes[0]);\n            async_call(comp, &vitrine_async_context_obj);\n"
        "            EMIT(dup_top);\n            compile_await_object_method(comp, MP_QSTR___aenter__);\n",
    ),
    # asyncio's own.
    ("extmod/asyncio/core.py", "    def __iter__(self):\n        return self\n", "    def __iter__(self):\n        return self\n\n    __await__ = __iter__\n"),
]
