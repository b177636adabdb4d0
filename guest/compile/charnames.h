// charnames.h - part of the lexer: a character by its name, as in '\N{DEGREE SIGN}'.

// Reads the name, from the letter before its brace, and stays at the brace that closes it.
static mp_uint_t named_character(mp_lexer_t *lex) {
    size_t start = lex->vstr.len;
    vstr_t name;
    vstr_init(&name, 32);
    bool braced = is_char_following(lex, '{'), good = braced;
    if (braced) {
        next_char(lex);
        while (!is_char_following(lex, '}')) {
            next_char(lex);
            if (is_end(lex) || is_char_or3(lex, '\n', '\'', '"')) {
                good = false;
                break;
            }
            vstr_add_byte(&name, CUR_CHAR(lex));
        }
    }
    if (!good || name.len == 0) {
        vitrine_lexer_char_error(lex, start, start + (braced ? 2 + name.len : 1), "malformed \\N character escape");
    }
    next_char(lex);
    mp_int_t code = vitrine_named_character(&name);
    if (code < 0) {
        vitrine_lexer_char_error(lex, start, start + name.len + 3, "unknown Unicode character name");
    }
    return code;
}
