"""Definitions of functions: positional-only parameters, variables of dead code."""

HOOKS = [
    (
        "py/scope.h",
        "    ID_FLAG_IS_DBL_STAR_PARAM = 0x04,\n",
        "    ID_FLAG_IS_DBL_STAR_PARAM = 0x04,\n    ID_FLAG_POSITIONAL_ONLY = 0x08,\n",
    ),
    (
        "py/compile.c",
        ("    (void)pn_dbl_star;\n", "    // check that **kw is last\n"),
        "    (void)pn_dbl_star;\n\n"
        "    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_OP_SLASH)) {\n"
        "        mark_positional_only(comp, pn);\n        return;\n    }\n",
    ),
    (
        "py/compile.c",
        "static void compile_scope_func_lambda_param(",
        "// The parameters before a slash.\n"
        "static void mark_positional_only(compiler_t *comp, mp_parse_node_t pn) {\n"
        "    scope_t *scope = comp->scope_cur;\n"
        "    if (scope->id_info_len == 0) {\n"
        '        compile_syntax_error(comp, pn, MP_ERROR_TEXT("at least one argument must precede /"));\n'
        "    } else if (scope->id_info[0].flags & ID_FLAG_POSITIONAL_ONLY) {\n"
        '        compile_syntax_error(comp, pn, MP_ERROR_TEXT("/ may appear only once"));\n'
        "    } else if (comp->have_star) {\n"
        '        compile_syntax_error(comp, pn, MP_ERROR_TEXT("/ must be ahead of *"));\n'
        "    }\n"
        "    for (size_t i = 0; i < scope->id_info_len; ++i) {\n"
        "        scope->id_info[i].flags |= ID_FLAG_POSITIONAL_ONLY;\n"
        "    }\n"
        "}\n\n"
        "static void compile_scope_func_lambda_param(",
    ),
    # Names that no keyword is equal to: see functions.c.
    (
        "py/emitbc.c",
        "                    qst = id->qst;\n                    break;\n",
        "                    qst = id->qst;\n"
        "                    if (id->flags & ID_FLAG_POSITIONAL_ONLY) {\n"
        "                        vstr_t marked;\n"
        "                        vstr_init(&marked, 32);\n"
        '                        vstr_printf(&marked, "/%q", qst);\n'
        "                        qst = qstr_from_strn(marked.buf, marked.len);\n"
        "                        vstr_clear(&marked);\n"
        "                    }\n"
        "                    break;\n",
    ),
    # Code that never runs has variables and makes generators all the same.
    (
        "py/compile.c",
        "    if (!mp_parse_node_is_const_false(pns->nodes[0])) {\n        uint l_fail",
        "    if (!mp_parse_node_is_const_false(pns->nodes[0]) || comp->pass == MP_PASS_SCOPE) {\n        uint l_fail",
    ),
    (
        "py/compile.c",
        '        // optimisation: skip everything else when "if True"\n        if (mp_parse_node_is_const_true(pns->nodes[0])) {\n',
        '        // optimisation: skip everything else when "if True"\n'
        "        if (mp_parse_node_is_const_true(pns->nodes[0]) && comp->pass != MP_PASS_SCOPE) {\n",
    ),
    (
        "py/compile.c",
        "        if (!mp_parse_node_is_const_false(pns_elif->nodes[0])) {\n",
        "        if (!mp_parse_node_is_const_false(pns_elif->nodes[0]) || comp->pass == MP_PASS_SCOPE) {\n",
    ),
    (
        "py/compile.c",
        "            if (mp_parse_node_is_const_true(pns_elif->nodes[0])) {\n",
        "            if (mp_parse_node_is_const_true(pns_elif->nodes[0]) && comp->pass != MP_PASS_SCOPE) {\n",
    ),
    (
        "py/compile.c",
        "    if (!mp_parse_node_is_const_false(pns->nodes[0])) { // optimisation: don't emit anything for \"while False\"\n",
        "    if (!mp_parse_node_is_const_false(pns->nodes[0]) || comp->pass == MP_PASS_SCOPE) {\n",
    ),
]
