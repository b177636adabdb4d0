"""Characters by name: see charnames.c."""

HOOKS = [
    (
        "py/lexer.c",
        "static void parse_string_literal(",
        '#include "compile/charnames.h"\n\nstatic void parse_string_literal(',
    ),
    (
        "py/lexer.c",
        ("                            // Supporting '\\N{LATIN SMALL LETTER A}'", "                        default:\n                            if (c >= '0'"),
        "                            if (lex->tok_kind == MP_TOKEN_BYTES) {\n"
        "                                vstr_add_char(&lex->vstr, '\\\\');\n"
        "                                break;\n"
        "                            }\n"
        "                            c = named_character(lex);\n"
        "                            break;\n",
    ),
    # A brace that is escaped is text.
    (
        "py/lexer.c",
        "                if (c != MP_LEXER_EOF) {\n                    #if MICROPY_PY_BUILTINS_STR_UNICODE\n",
        "                if (is_fstring && (c == '{' || c == '}')) {\n"
        "                    vstr_add_byte(&lex->vstr, c);\n"
        "                }\n"
        "                if (c != MP_LEXER_EOF) {\n                    #if MICROPY_PY_BUILTINS_STR_UNICODE\n",
    ),
]
