"""match statements: see patterns.h and patterns.c."""

HOOKS = [
    # More rules than nine bits can count their arguments.
    ("py/parse.c", "static const uint8_t rule_arg_offset_table[] = {\n", "static const uint16_t rule_arg_offset_table[] = {\n"),
    (
        "py/parse.c",
        "#define DEF_RULE(rule, comp, kind, ...) RULE_ARG_OFFSET(rule, __VA_ARGS__) & 0xff,\n",
        "#define DEF_RULE(rule, comp, kind, ...) RULE_ARG_OFFSET(rule, __VA_ARGS__),\n",
    ),
    (
        "py/parse.c",
        "#define DEF_RULE_NC(rule, kind, ...) RULE_ARG_OFFSET(rule, __VA_ARGS__) & 0xff,\n",
        "#define DEF_RULE_NC(rule, kind, ...) RULE_ARG_OFFSET(rule, __VA_ARGS__),\n",
    ),
    (
        "py/parse.c",
        "    if (r_id >= FIRST_RULE_WITH_OFFSET_ABOVE_255) {\n        off |= 0x100;\n    }\n",
        "",
    ),
    ("py/parse.c", ("// Define a constant that's used to determine the 9th bit", "typedef struct _rule_stack_t {"), ""),
    ("py/lexer.h", "    MP_TOKEN_DEL_MINUS_MORE,\n", "    MP_TOKEN_DEL_MINUS_MORE,\n\n    MP_TOKEN_KW_MATCH,\n    MP_TOKEN_KW_CASE,\n"),
    # The words are keywords only where they begin a statement of theirs.
    (
        "py/lexer.c",
        "        // Check if the name is a keyword.\n",
        "        bool first = vitrine_token_before == MP_TOKEN_NEWLINE || vitrine_token_before == MP_TOKEN_INDENT\n"
        "            || vitrine_token_before == MP_TOKEN_DEDENT || (lex->tok_line == 1 && lex->tok_column == 1);\n"
        "        if (first && lex->fstring_args_idx == 0) {\n"
        "            bool is_match = lex->vstr.len == 5 && memcmp(lex->vstr.buf, \"match\", 5) == 0;\n"
        "            bool is_case = lex->vstr.len == 4 && memcmp(lex->vstr.buf, \"case\", 4) == 0;\n"
        "            const byte *rest, *end;\n"
        "            if ((is_match || is_case) && mp_reader_mem_rest(&lex->reader, &rest, &end)\n"
        "                && vitrine_soft_keyword(lex, rest, end)) {\n"
        "                lex->tok_kind = is_match ? MP_TOKEN_KW_MATCH : MP_TOKEN_KW_CASE;\n"
        "                return;\n"
        "            }\n"
        "        }\n\n"
        "        // Check if the name is a keyword.\n",
    ),
    ("py/lexer.c", "#if MICROPY_ENABLE_COMPILER\n", '#include "type/functions.h"\n#if MICROPY_ENABLE_COMPILER\n'),
    ("py/reader.c", '#include "py/reader.h"\n', '#include "py/reader.h"\n#include "type/functions.h"\n'),
    # The text that a reader of memory has still to give.
    (
        "py/reader.c",
        "void mp_reader_new_mem(",
        "bool mp_reader_mem_rest(const mp_reader_t *reader, const byte **rest, const byte **end) {\n"
        "    const mp_reader_mem_t *mem = reader->data;\n"
        "    if (reader->readbyte != mp_reader_mem_readbyte) {\n"
        "        return false;\n"
        "    }\n"
        "    *rest = mem->cur;\n"
        "    *end = mem->end;\n"
        "    return true;\n"
        "}\n\n"
        "bool mp_reader_mem_text(const mp_reader_t *reader, const byte **text, const byte **end) {\n"
        "    const mp_reader_mem_t *mem = reader->data;\n"
        "    bool is_mem = mp_reader_mem_rest(reader, text, end);\n"
        "    if (is_mem) {\n        *text = mem->beg;\n    }\n"
        "    return is_mem;\n"
        "}\n\n"
        "void mp_reader_new_mem(",
    ),
    (
        "py/grammar.h",
        "DEF_RULE_NC(compound_stmt, or(9), ",
        "DEF_RULE(match_stmt, c(match_stmt), and(7), tok(KW_MATCH), rule(testlist_star_expr), tok(DEL_COLON), tok(NEWLINE), tok(INDENT), rule(match_cases), tok(DEDENT))\n"
        "DEF_RULE_NC(match_cases, one_or_more, rule(match_case))\n"
        "DEF_RULE_NC(match_case, and(5), tok(KW_CASE), rule(pattern_list), opt_rule(case_guard), tok(DEL_COLON), rule(suite))\n"
        "DEF_RULE_NC(case_guard, and_ident(2), tok(KW_IF), rule(namedexpr_test))\n"
        "DEF_RULE_NC(pattern_list, list_with_end, rule(pattern_item), tok(DEL_COMMA))\n"
        "DEF_RULE_NC(pattern_item, or(2), rule(pattern_star), rule(pattern))\n"
        "DEF_RULE_NC(pattern_star, and(2), tok(OP_STAR), tok(NAME))\n"
        "DEF_RULE_NC(pattern, and_ident(2), rule(pattern_or), opt_rule(as_name))\n"
        "DEF_RULE_NC(pattern_or, list, rule(pattern_closed), tok(OP_PIPE))\n"
        "DEF_RULE_NC(pattern_closed, or(5), rule(pattern_brace), rule(pattern_bracket), rule(pattern_paren), rule(pattern_name), rule(arith_expr))\n"
        "DEF_RULE_NC(pattern_brace, and(3), tok(DEL_BRACE_OPEN), opt_rule(pattern_pairs), tok(DEL_BRACE_CLOSE))\n"
        "DEF_RULE_NC(pattern_pairs, list_with_end, rule(pattern_pair), tok(DEL_COMMA))\n"
        "DEF_RULE_NC(pattern_pair, or(2), rule(pattern_rest), rule(pattern_key_value))\n"
        "DEF_RULE_NC(pattern_rest, and(2), tok(OP_DBL_STAR), tok(NAME))\n"
        "DEF_RULE_NC(pattern_key_value, and(3), rule(arith_expr), tok(DEL_COLON), rule(pattern))\n"
        "DEF_RULE_NC(pattern_bracket, and(3), tok(DEL_BRACKET_OPEN), opt_rule(pattern_list), tok(DEL_BRACKET_CLOSE))\n"
        "DEF_RULE_NC(pattern_paren, and(3), tok(DEL_PAREN_OPEN), opt_rule(pattern_list), tok(DEL_PAREN_CLOSE))\n"
        "DEF_RULE_NC(pattern_name, and_ident(2), rule(dotted_name), opt_rule(pattern_args))\n"
        "DEF_RULE_NC(pattern_args, and(3), tok(DEL_PAREN_OPEN), opt_rule(pattern_arglist), tok(DEL_PAREN_CLOSE))\n"
        "DEF_RULE_NC(pattern_arglist, list_with_end, rule(pattern_arg), tok(DEL_COMMA))\n"
        "DEF_RULE_NC(pattern_arg, and_ident(2), rule(pattern), opt_rule(pattern_keyword))\n"
        "DEF_RULE_NC(pattern_keyword, and_ident(2), tok(DEL_EQUAL), rule(pattern))\n"
        "DEF_RULE_NC(compound_stmt, or(10), rule(match_stmt), ",
    ),
    (
        "py/compile.c",
        "static void compile_for_stmt_optimised_range(",
        '#include "compile/patterns.h"\n\nstatic void compile_for_stmt_optimised_range(',
    ),
]
