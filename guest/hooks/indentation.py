"""Tabs and spaces that only a certain width of tabs makes agree are a TabError: compile/syntaxerrors.c.

A level of indentation is its column, and what it were with tabs of one column above it.
"""

HOOKS = [
    (
        "py/lexer.h",
        "    uint16_t *indent_level;",
        "    uint32_t tabbed; // columns that tabs took on this line beyond one each\n    uint32_t *indent_level;",
    ),
    ("py/lexer.c", "        lex->column = 1;\n    } else", "        lex->column = 1;\n        lex->tabbed = 0;\n    } else"),
    (
        "py/lexer.c",
        "        lex->column = (((lex->column - 1 + TAB_SIZE) / TAB_SIZE) * TAB_SIZE) + 1;\n",
        "        size_t before = lex->column;\n"
        "        lex->column = (((before - 1 + TAB_SIZE) / TAB_SIZE) * TAB_SIZE) + 1;\n"
        "        lex->tabbed += lex->column - before - 1;\n",
    ),
    ("py/lexer.c", "    lex->emit_dent = 0;\n", "    lex->emit_dent = 0;\n    lex->tabbed = 0;\n"),
    ("py/lexer.c", "lex->indent_level = m_renew(uint16_t, ", "lex->indent_level = m_renew(uint32_t, "),
    ("py/lexer.c", "lex->indent_level = m_new(uint16_t, ", "lex->indent_level = m_new(uint32_t, "),
    ("py/lexer.c", "m_del(uint16_t, lex->indent_level, ", "m_del(uint32_t, lex->indent_level, "),
    (
        "py/lexer.c",
        ("        size_t num_spaces = lex->column - 1;\n", "    } else if (is_end(lex)) {\n        lex->tok_kind = MP_TOKEN_END;\n"),
        "        uint32_t column = MIN(lex->column - 1, 0xffff), narrow = MIN(lex->column - 1 - lex->tabbed, 0xffff);\n"
        "        if (column > (indent_top(lex) & 0xffff)) {\n"
        "            vitrine_check_tabs(lex, narrow > indent_top(lex) >> 16);\n"
        "            indent_push(lex, column | narrow << 16);\n"
        "            lex->emit_dent += 1;\n"
        "        } else {\n"
        "            while (column < (indent_top(lex) & 0xffff)) {\n"
        "                indent_pop(lex);\n"
        "                lex->emit_dent -= 1;\n"
        "            }\n"
        "            if (column != (indent_top(lex) & 0xffff)) {\n"
        "                lex->tok_kind = MP_TOKEN_DEDENT_MISMATCH;\n"
        "                lex->tok_line = lex->line;\n"
        "            } else {\n"
        "                vitrine_check_tabs(lex, narrow == indent_top(lex) >> 16);\n"
        "            }\n"
        "        }\n\n",
    ),
]
