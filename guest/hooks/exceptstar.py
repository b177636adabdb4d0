"""`except*`: see exceptstar.h and groups.c."""

HOOKS = [
    (
        "py/grammar.h",
        "DEF_RULE_NC(try_stmt_except, and(4), tok(KW_EXCEPT), opt_rule(try_stmt_as_name), ",
        "DEF_RULE_NC(except_star, and(3), tok(OP_STAR), rule(test), opt_rule(as_name))\n"
        "DEF_RULE_NC(except_what, or(2), rule(except_star), rule(try_stmt_as_name))\n"
        "DEF_RULE_NC(try_stmt_except, and(4), tok(KW_EXCEPT), opt_rule(except_what), ",
    ),
    (
        "py/compile.c",
        "static void compile_try_except(",
        '#include "compile/exceptstar.h"\n\nstatic void compile_try_except(',
    ),
    (
        "py/compile.c",
        "    // setup code\n    uint l1 = comp_next_label(comp);\n    uint success_label",
        "    if (is_star_clause(pn_excepts[0])) {\n"
        "        compile_try_star(comp, pn_body, n_except, pn_excepts, pn_else);\n"
        "        return;\n    }\n"
        "    // setup code\n    uint l1 = comp_next_label(comp);\n    uint success_label",
    ),
    (
        "py/compile.c",
        "                if (MP_PARSE_NODE_STRUCT_KIND(pns3) == PN_try_stmt_as_name) {\n",
        "                if (MP_PARSE_NODE_STRUCT_KIND(pns3) == PN_except_star) {\n"
        "                    compile_syntax_error(comp, pn_excepts[i], MP_ERROR_TEXT(\"cannot have both 'except' and 'except*' on the same 'try'\"));\n"
        "                } else if (MP_PARSE_NODE_STRUCT_KIND(pns3) == PN_try_stmt_as_name) {\n",
    ),
]
