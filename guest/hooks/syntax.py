"""Syntax as in CPython: see syntax.h."""

HOOKS = [
    (
        "py/compile.c",
        (
            "        id_info_t *id_info_parent = mp_emit_common_get_id_for_modification(comp->scope_cur->parent, target);\n",
            "    }\n\n    // Do the store to the target variable.\n",
        ),
        "        (void)syntax_walrus(comp, pn_name, comp->scope_cur, target);\n",
    ),
    (
        "py/compile.c",
        "    // compile the arguments\n    // Rather than calling compile_node on the list,",
        "    move_stars_first(comp, n_args, args);\n    // compile the arguments\n    // Rather than calling compile_node on the list,",
    ),
    # In the head of a class, the body and the name come before the bases.
    ("py/compile.c", "                star_args |= (mp_uint_t)1 << i;\n", "                star_args |= (mp_uint_t)1 << (i + n_positional_extra);\n"),
    ("py/compile.c", "                if (i >= MP_SMALL_INT_BITS - 1)\n", "                if (i + n_positional_extra >= MP_SMALL_INT_BITS - 1)\n"),
    # `__class__ = x` in a class is an attribute of it, not what super() asks for.
    (
        "py/compile.c",
        "static void compile_store_id(compiler_t *comp, qstr qst) {\n",
        "static void compile_store_id(compiler_t *comp, qstr qst) {\n"
        "    if (comp->scope_cur->kind == SCOPE_CLASS && qst == MP_QSTR___class__) {\n"
        "        if (comp->pass != MP_PASS_SCOPE) {\n"
        "            mp_emit_bc_store_global(comp->emit, qst, MP_EMIT_IDOP_GLOBAL_NAME);\n"
        "        }\n"
        "        return;\n"
        "    }\n",
    ),
    # A key is evaluated before its value, where that can be told.
    (
        "py/compile.c",
        "    compile_node(comp, pns->nodes[1]); // value\n    compile_node(comp, pns->nodes[0]); // key\n",
        "    bool either = !MP_PARSE_NODE_IS_STRUCT(pns->nodes[0]) || !MP_PARSE_NODE_IS_STRUCT(pns->nodes[1]);\n"
        "    compile_node(comp, pns->nodes[either]);\n"
        "    compile_node(comp, pns->nodes[!either]);\n"
        "    if (!either) {\n        EMIT(rot_two);\n    }\n",
    ),
    # What a generator made by a lambda returns is the expression, as for functions.
    (
        "py/compile.c",
        (
            "        // if the lambda is a generator, then we return None",
            "        EMIT(return_value);\n    } else if (SCOPE_IS_COMP_LIKE(",
        ),
        "",
    ),
    ("py/compile.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "py/objlist.h"\n#include "type/functions.h"\n#include "type/groups.h"\n#include "compile/locals.h"\n'),
    (
        "py/compile.c",
        "static void compile_generic_tuple(compiler_t *comp, mp_parse_node_struct_t *pns) {\n"
        "    // a simple tuple expression\n"
        "    size_t num_nodes = MP_PARSE_NODE_STRUCT_NUM_NODES(pns);\n",
        "static mp_obj_t get_const_object(mp_parse_node_struct_t *pns);\n"
        '#include "compile/syntax.h"\n#include "compile/annotate.h"\n\n'
        "static void compile_generic_tuple(compiler_t *comp, mp_parse_node_struct_t *pns) {\n"
        "    // a simple tuple expression\n"
        "    size_t num_nodes = MP_PARSE_NODE_STRUCT_NUM_NODES(pns);\n"
        "    if (any_star(num_nodes, pns->nodes)) {\n"
        "        compile_star_display(comp, &syntax_tuple_obj, num_nodes, pns->nodes);\n"
        "        return;\n"
        "    }\n",
    ),
    (
        "py/compile.c",
        "            // list with N items\n",
        "            // list with N items\n"
        "            if (any_star(MP_PARSE_NODE_STRUCT_NUM_NODES(pns2), pns2->nodes)) {\n"
        "                compile_star_display(comp, &syntax_list_obj, MP_PARSE_NODE_STRUCT_NUM_NODES(pns2), pns2->nodes);\n"
        "                return;\n"
        "            }\n",
    ),
    (
        "py/compile.c",
        "        // list with 1 item\n",
        "        // list with 1 item\n"
        "        if (is_star(pns->nodes[0])) {\n"
        "            compile_star_display(comp, &syntax_list_obj, 1, pns->nodes);\n"
        "            return;\n"
        "        }\n",
    ),
    (
        "py/compile.c",
        "    mp_parse_node_t pn = pns->nodes[0];\n    if (MP_PARSE_NODE_IS_NULL(pn)) {\n        // empty dict\n",
        "    mp_parse_node_t pn = pns->nodes[0];\n    if (compile_brace_stars(comp, pn)) {\n        return;\n    }\n"
        "    if (MP_PARSE_NODE_IS_NULL(pn)) {\n        // empty dict\n",
    ),
    (
        "py/compile.c",
        '    compile_syntax_error(comp, (mp_parse_node_t)pns, MP_ERROR_TEXT("*x must be assignment target"));\n',
        '    compile_syntax_error(comp, (mp_parse_node_t)pns, MP_ERROR_TEXT("can\'t use starred expression here"));\n',
    ),
    (
        "py/grammar.h",
        "DEF_RULE(testlist, c(generic_tuple), list_with_end, rule(test), tok(DEL_COMMA))\n",
        "DEF_RULE(testlist, c(generic_tuple), list_with_end, rule(testlist_star_expr_2), tok(DEL_COMMA))\n",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(subscript, or(2), rule(subscript_3), rule(subscript_2))\n",
        "DEF_RULE_NC(subscript, or(3), rule(subscript_3), rule(star_expr), rule(subscript_2))\n",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(dictorsetmaker, and_ident(2), rule(dictorsetmaker_item), opt_rule(dictorsetmaker_tail))\n",
        "DEF_RULE_NC(dictorsetmaker, and_ident(2), rule(dictorsetmaker_2), opt_rule(dictorsetmaker_tail))\n"
        "DEF_RULE_NC(dictorsetmaker_2, or(3), rule(star_expr), rule(dictorsetmaker_unpack), rule(dictorsetmaker_item))\n"
        "DEF_RULE_NC(dictorsetmaker_unpack, and(2), tok(OP_DBL_STAR), rule(expr))\n",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(dictorsetmaker_list2, list_with_end, rule(dictorsetmaker_item), tok(DEL_COMMA))\n",
        "DEF_RULE_NC(dictorsetmaker_list2, list_with_end, rule(dictorsetmaker_2), tok(DEL_COMMA))\n",
    ),
    # Parameters before a slash.
    (
        "py/grammar.h",
        "DEF_RULE_NC(typedargslist_item, or(3), ",
        "DEF_RULE_NC(typedargslist_item, or(4), tok(OP_SLASH), ",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(varargslist_item, or(3), ",
        "DEF_RULE_NC(varargslist_item, or(4), tok(OP_SLASH), ",
    ),
    (
        "py/compile.c",
        "    // For efficiency of the code below we extract the parse-node kind here\n",
        "    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_OP_SLASH)) {\n        return;\n    }\n"
        "    // For efficiency of the code below we extract the parse-node kind here\n",
    ),
    (
        "py/compile.c",
        "    // check that **kw is last\n",
        "    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_OP_SLASH)) {\n        return;\n    }\n"
        "    // check that **kw is last\n",
    ),
    # Any expression is a decorator.
    (
        "py/grammar.h",
        "DEF_RULE_NC(decorator, and(4), tok(OP_AT), rule(dotted_name), opt_rule(trailer_paren), tok(NEWLINE))\n",
        "DEF_RULE_NC(decorator, and(3), tok(OP_AT), rule(namedexpr_test), tok(NEWLINE))\n",
    ),
    (
        "py/compile.c",
        ("        // nodes[0] contains the decorator function, which is a dotted name\n", "    // compile the body (funcdef, async funcdef or classdef)"),
        "        mp_parse_node_t name[2];\n"
        "        size_t name_len = decorator_name(pns_decorator->nodes[0], name);\n"
        "        if (name_len > 0 && compile_built_in_decorator(comp, name_len, name, &emit_options)) {\n"
        "            num_built_in_decorators += 1;\n"
        "        } else {\n"
        "            compile_node(comp, pns_decorator->nodes[0]);\n"
        "        }\n"
        "    }\n\n",
    ),
    (
        "py/compile.c",
        "static void compile_decorated(compiler_t *comp, mp_parse_node_struct_t *pns) {\n",
        "// name, or name.attribute: how many names these are; 0: something else.\n"
        "static size_t decorator_name(mp_parse_node_t pn, mp_parse_node_t *name) {\n"
        "    name[0] = pn;\n"
        "    if (MP_PARSE_NODE_IS_ID(pn)) {\n"
        "        return 1;\n"
        "    }\n"
        "    mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)pn;\n"
        "    if (!MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_atom_expr_normal) || !MP_PARSE_NODE_IS_ID(pns->nodes[0])\n"
        "        || !MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[1], PN_trailer_period)) {\n"
        "        return 0;\n"
        "    }\n"
        "    name[0] = pns->nodes[0];\n"
        "    name[1] = ((mp_parse_node_struct_t *)pns->nodes[1])->nodes[0];\n"
        "    return 2;\n"
        "}\n\n"
        "static void compile_decorated(compiler_t *comp, mp_parse_node_struct_t *pns) {\n",
    ),
    # Annotations of variables.
    (
        "py/compile.c",
        "static void compile_import_from(compiler_t *comp, mp_parse_node_struct_t *pns) {\n",
        "static void compile_import_from(compiler_t *comp, mp_parse_node_struct_t *pns) {\n"
        "    if (MP_PARSE_NODE_IS_ID(pns->nodes[0]) && MP_PARSE_NODE_LEAF_ARG(pns->nodes[0]) == MP_QSTR___future__) {\n"
        "        syntax_future = true;\n"
        "    }\n",
    ),
    (
        "py/compile.c",
        "    comp->is_repl = is_repl;\n",
        "    comp->is_repl = is_repl;\n    syntax_future = false;\n",
    ),
    (
        "py/compile.c",
        "            // the annotation is in pns1->nodes[0] and is ignored\n",
        "            compile_annotation(comp, pns->nodes[0], pns1->nodes[0]);\n",
    ),
    # Names and doc strings of functions and classes.
    (
        "py/compile.c",
        "        pns->nodes[4] = (mp_parse_node_t)s;\n",
        "        qualify_name(s);\n        pns->nodes[4] = (mp_parse_node_t)s;\n",
    ),
    (
        "py/compile.c",
        "        pns->nodes[2] = (mp_parse_node_t)s;\n",
        "        qualify_name(s);\n        pns->nodes[2] = (mp_parse_node_t)s;\n",
    ),
    (
        "py/compile.c",
        "        pns_comp_for->nodes[3] = (mp_parse_node_t)s;\n",
        "        qualify_name(s);\n        pns_comp_for->nodes[3] = (mp_parse_node_t)s;\n",
    ),
    (
        "py/compile.c",
        "    compile_funcdef_lambdef(comp, fscope, pns->nodes[1], PN_typedargslist);\n",
        "    compile_funcdef_lambdef(comp, fscope, pns->nodes[1], PN_typedargslist);\n"
        "    compile_doc_string(comp, pns->nodes[3]);\n"
        "    compile_function_annotations(comp, pns);\n",
    ),
    ("py/compile.c", "    return fscope->simple_name;\n", "    return MP_PARSE_NODE_LEAF_ARG(pns->nodes[0]);\n"),
    (
        "py/compile.c",
        "        pns->nodes[3] = (mp_parse_node_t)s;\n    }\n\n    EMIT(load_build_class);\n",
        "        make_names_private(s->simple_name, &pns->nodes[2]);\n"
        "        qualify_name(s);\n"
        "        pns->nodes[3] = (mp_parse_node_t)s;\n    }\n\n    EMIT(load_build_class);\n",
    ),
    ("py/compile.c", "    EMIT_ARG(load_const_str, cscope->simple_name);\n", "    EMIT_ARG(load_const_str, MP_PARSE_NODE_LEAF_ARG(pns->nodes[0]));\n"),
    ("py/compile.c", "    return cscope->simple_name;\n", "    return MP_PARSE_NODE_LEAF_ARG(pns->nodes[0]);\n"),
    (
        "py/compile.c",
        "EMIT_ARG(load_const_str, MP_PARSE_NODE_LEAF_ARG(pns->nodes[0])); // 0 is class name\n",
        "EMIT_ARG(load_const_str, scope->simple_name);\n",
    ),
]
