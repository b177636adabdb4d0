"""f-strings in full: see fstrings.h."""

HOOKS = [
    ("py/lexer.c", '#include "py/lexer.h"\n', '#include "py/lexer.h"\n#include "py/cstack.h"\n'),
    (
        "py/lexer.c",
        "static bool is_string_or_bytes(mp_lexer_t *lex) {\n",
        '#include "compile/fstrings.h"\n\nstatic bool is_string_or_bytes(mp_lexer_t *lex) {\n',
    ),
    (
        "py/lexer.c",
        ("    return is_char_or(lex, '\\'', '\\\"')\n           #if MICROPY_PY_FSTRINGS\n", "}\n\n// to easily parse utf-8 identifiers"),
        "    bool raw, format;\n    mp_token_kind_t kind;\n    return string_prefix(lex, &raw, &format, &kind) >= 0;\n",
    ),
    ("py/lexer.c", ("#if MICROPY_PY_FSTRINGS\nstatic bool is_char_or4(", "static bool is_char_following(mp_lexer_t *lex, byte c) {"), ""),
    (
        "py/lexer.c",
        ("static bool is_char_following_or(", "static bool is_char_and(mp_lexer_t *lex, byte c1, byte c2) {"),
        "",
    ),
    (
        "py/lexer.c",
        (
            "            while (is_fstring && is_char(lex, '{')) {\n",
            "            if (is_char(lex, '\\\\')) {\n                next_char(lex);\n                unichar c = CUR_CHAR(lex);\n",
        ),
        "            if (is_fstring && is_char(lex, '{')) {\n"
        "                if (is_char_following(lex, '{')) {\n"
        "                    vstr_add_byte(&lex->vstr, '{');\n"
        "                    next_char(lex);\n"
        "                } else {\n"
        "                    fstring_field(lex, &lex->vstr, &lex->fstring_args);\n"
        "                }\n"
        "            } else if (is_fstring && is_char(lex, '}')) {\n"
        "                if (!is_char_following(lex, '}')) {\n"
        "                    vitrine_lexer_error(lex, MP_ERROR_TEXT(\"f-string: single '}' is not allowed\"));\n"
        "                }\n"
        "                vstr_add_byte(&lex->vstr, '}');\n"
        "                next_char(lex);\n"
        "            }\n"
        "            #endif\n\n",
    ),
    (
        "py/lexer.c",
        ("            bool is_raw = false;\n            bool is_fstring = false;\n", "            // Set or check token kind\n"),
        "            bool is_raw, is_fstring;\n"
        "            mp_token_kind_t kind;\n"
        "            int n_char = string_prefix(lex, &is_raw, &is_fstring, &kind);\n\n",
    ),
    # A backslash before a brace stands for itself.
    (
        "py/lexer.c",
        "                if (is_raw) {\n                    // raw strings allow escaping of quotes",
        "                if (is_fstring && (c == '{' || c == '}')) {\n"
        "                    vstr_add_byte(&lex->vstr, '\\\\');\n"
        "                    continue;\n"
        "                }\n"
        "                if (is_raw) {\n                    // raw strings allow escaping of quotes",
    ),
    # Beside an f-string, a literal's braces stand for themselves.
    (
        "py/lexer.c",
        "            parse_string_literal(lex, is_raw, is_fstring);\n",
        "            size_t before = lex->vstr.len;\n"
        "            bool formatted = lex->fstring_args.len > 0 && lex->fstring_args_idx == 0;\n"
        "            if (is_fstring && !formatted) {\n"
        "                escape_braces(&lex->vstr, 0);\n"
        "            }\n"
        "            parse_string_literal(lex, is_raw, is_fstring);\n"
        "            if (!is_fstring && formatted) {\n"
        "                escape_braces(&lex->vstr, before);\n"
        "            }\n",
    ),
]
