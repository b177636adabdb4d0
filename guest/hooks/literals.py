"""Literals and names that CPython refuses."""

HOOKS = [
    # An underscore stands between digits; one that does not is left for the parser to refuse.
    (
        "py/lexer.c",
        "            } else if (is_char(lex, '_')) {\n                next_char(lex);\n",
        "            } else if (is_char(lex, '_')) {\n                next_char(lex);\n"
        "                if ((!is_digit(lex) && !is_letter(lex)) || vitrine_number_ends(lex)) {\n"
        "                    vstr_add_str(&lex->vstr, \"__\");\n"
        "                }\n",
    ),
    (
        "py/lexer.c",
        "                // This way, strings are parsed correctly whether or not they contain utf-8 chars.\n",
        "                // This way, strings are parsed correctly whether or not they contain utf-8 chars.\n"
        "                if (lex->tok_kind == MP_TOKEN_BYTES && CUR_CHAR(lex) >= 0x80) {\n"
        '                    vitrine_lexer_error(lex, MP_ERROR_TEXT("bytes can only contain ASCII literal characters"));\n'
        "                }\n",
    ),
    # A word of the language may stand right behind a number.
    (
        "py/lexer.c",
        "            if (!forced_integer && is_char_or(lex, 'e', 'E')) {\n",
        "            if (vitrine_number_ends(lex)) {\n                break;\n"
        "            } else if (!forced_integer && is_char_or(lex, 'e', 'E')) {\n",
    ),
    # A name is made of letters, of whatever script.
    (
        "py/lexer.c",
        "        // Check if the name is a keyword.\n",
        "        vitrine_name_check(lex);\n        // Check if the name is a keyword.\n",
    ),
]
