"""`with (a as b, c as d):`: see lookahead.c."""

HOOKS = [
    ("py/lexer.h", "    MP_TOKEN_DEL_MINUS_MORE,\n\n", "    MP_TOKEN_DEL_MINUS_MORE,\n    MP_TOKEN_WITH_OPEN,\n\n"),
    (
        "py/lexer.c",
        "                lex->nested_bracket_level += 1;\n",
        "                lex->nested_bracket_level += 1;\n"
        "                const byte *rest, *end;\n"
        "                if (vitrine_token_before == MP_TOKEN_KW_WITH && lex->tok_kind == MP_TOKEN_DEL_PAREN_OPEN\n"
        "                    && mp_reader_mem_rest(&lex->reader, &rest, &end) && vitrine_with_items(lex, rest, end)) {\n"
        "                    lex->tok_kind = MP_TOKEN_WITH_OPEN;\n"
        "                }\n",
    ),
    (
        "py/grammar.h",
        "DEF_RULE(with_stmt, c(with_stmt), and(4), tok(KW_WITH), rule(with_stmt_list), tok(DEL_COLON), rule(suite))\n",
        "DEF_RULE(with_stmt, c(with_stmt), and(4), tok(KW_WITH), rule(with_items), tok(DEL_COLON), rule(suite))\n"
        "DEF_RULE_NC(with_items, or(2), rule(with_brackets), rule(with_stmt_list))\n"
        "DEF_RULE_NC(with_brackets, and_ident(3), tok(WITH_OPEN), rule(with_items_list), tok(DEL_PAREN_CLOSE))\n"
        "DEF_RULE_NC(with_items_list, list_with_end, rule(with_item), tok(DEL_COMMA))\n",
    ),
    (
        "py/compile.c",
        "static void compile_with_stmt_helper(",
        "static size_t with_items(mp_parse_node_struct_t *pns, mp_parse_node_t **nodes) {\n"
        "    bool brackets = MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[0], PN_with_items_list);\n"
        "    return mp_parse_node_extract_list(&pns->nodes[0], brackets ? PN_with_items_list : PN_with_stmt_list, nodes);\n"
        "}\n\n"
        "static void compile_with_stmt_helper(",
    ),
    (
        "py/compile.c",
        "    size_t n = mp_parse_node_extract_list(&pns->nodes[0], PN_with_stmt_list, &nodes);\n    assert(n > 0);\n\n    // compile in a nested fashion\n    compile_with_stmt_helper(",
        "    size_t n = with_items(pns, &nodes);\n\n    // compile in a nested fashion\n    compile_with_stmt_helper(",
    ),
    (
        "py/compile.c",
        "    size_t n = mp_parse_node_extract_list(&pns->nodes[0], PN_with_stmt_list, &nodes);\n    assert(n > 0);\n\n    // compile in a nested fashion\n    compile_async_with_stmt_helper(",
        "    size_t n = with_items(pns, &nodes);\n\n    // compile in a nested fashion\n    compile_async_with_stmt_helper(",
    ),
]
