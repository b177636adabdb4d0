// fstrings.h - f-strings, as text: f'{x!r:>{w}}' becomes '{!r:>{}}'.format((x),(w),).
//
// Part of py/lexer.c, see hooks/fstrings.py. The literal is decoded by the lexer
// as any other, its fields are read here, and the arguments are read by the
// lexer once more as if they were in the source. What is in an expression may be
// an f-string again; that one is rewritten at once.

// How long the prefix of a literal is, if the lexer is at one; -1: it is not.
static int string_prefix(const mp_lexer_t *lex, bool *raw, bool *format, mp_token_kind_t *kind) {
    unichar c[3] = {lex->chr0, lex->chr1, lex->chr2};
    *raw = *format = false;
    *kind = MP_TOKEN_STRING;
    for (int i = 0; i < 3; ++i) {
        if (c[i] == '\'' || c[i] == '"') {
            return i;
        }
        unichar lower = c[i] < 0x80 ? c[i] | 0x20 : 0;
        bool bytes = *kind == MP_TOKEN_BYTES;
        if (lower == 'r' && !*raw) {
            *raw = true;
        } else if (lower == 'f' && !*format && !bytes) {
            *format = true;
        } else if (lower == 'b' && !bytes && !*format) {
            *kind = MP_TOKEN_BYTES;
        } else if (lower != 'u' || i > 0 || (c[1] != '\'' && c[1] != '"')) {
            return -1;
        }
    }
    return -1;
}

static void next_char(mp_lexer_t *lex);

// Doubles the braces behind `from`.
static void escape_braces(vstr_t *text, size_t from) {
    for (size_t i = from; i < text->len; ++i) {
        if (text->buf[i] == '{' || text->buf[i] == '}') {
            vstr_ins_byte(text, i, text->buf[i]);
            ++i;
        }
    }
}

static void fstring_take(mp_lexer_t *lex, vstr_t *to) {
    vstr_add_byte(to, lex->chr0);
    next_char(lex);
}

// Takes the opening quotes; the number of them.
static int fstring_open(mp_lexer_t *lex, vstr_t *to) {
    unichar quote = lex->chr0;
    int n = lex->chr1 == quote && lex->chr2 == quote ? 3 : 1;
    for (int i = 0; i < n; ++i) {
        fstring_take(lex, to);
    }
    return n;
}

static bool fstring_closes(const mp_lexer_t *lex, unichar quote, int n) {
    return lex->chr0 == quote && (n == 1 || (lex->chr1 == quote && lex->chr2 == quote));
}

static void fstring_field(mp_lexer_t *lex, vstr_t *format, vstr_t *args);

// A literal inside an expression; an f-string is rewritten.
static void fstring_literal(mp_lexer_t *lex, vstr_t *to) {
    size_t start = to->len;
    while (start > 0 && (unichar_isalpha((byte)to->buf[start - 1]) || unichar_isdigit((byte)to->buf[start - 1]) || to->buf[start - 1] == '_')) {
        --start;
    }
    bool format = false, raw = false;
    for (size_t i = start; i < to->len && to->len - start <= 2; ++i) {
        format |= (to->buf[i] | 0x20) == 'f';
        raw |= (to->buf[i] | 0x20) == 'r';
    }
    vstr_t args;
    vstr_init(&args, 16);
    if (format) {
        to->len = start;
        vstr_add_str(to, raw ? "(r" : "(");
    }
    unichar quote = lex->chr0;
    int n = fstring_open(lex, to);
    while (lex->chr0 != MP_LEXER_EOF && !fstring_closes(lex, quote, n)) {
        if (lex->chr0 == '\\' || (format && lex->chr0 == '{' && lex->chr1 == '{')) {
            fstring_take(lex, to);
        } else if (format && lex->chr0 == '{') {
            fstring_field(lex, to, &args);
        }
        fstring_take(lex, to);
    }
    for (int i = 0; i < n && lex->chr0 != MP_LEXER_EOF; ++i) {
        fstring_take(lex, to);
    }
    if (format) {
        vstr_add_str(to, ".format(");
        vstr_add_strn(to, args.buf, args.len);
        vstr_add_str(to, "))");
    }
    vstr_clear(&args);
}

// Takes an expression, up to what ends it in a field.
static void fstring_expression(mp_lexer_t *lex, vstr_t *to) {
    size_t level = 0;
    while (lex->chr0 != MP_LEXER_EOF) {
        unichar c = lex->chr0;
        if (c == '\'' || c == '"') {
            fstring_literal(lex, to);
            continue;
        }
        if (level == 0) {
            if (c == '}' || c == ':' || (c == '!' && lex->chr1 != '=')) {
                return;
            }
            if (c == '=' && lex->chr1 != '=') {
                return;
            }
            if ((c == '=' || c == '!' || c == '<' || c == '>') && lex->chr1 == '=') {
                fstring_take(lex, to);
            }
        }
        if (c == '(' || c == '[' || c == '{') {
            ++level;
        } else if (level > 0 && (c == ')' || c == ']' || c == '}')) {
            --level;
        }
        fstring_take(lex, to);
    }
}

// Reads a field from its brace on, and stays at the brace that closes it: the
// caller takes that one.
static void fstring_field(mp_lexer_t *lex, vstr_t *format, vstr_t *args) {
    mp_cstack_check();
    next_char(lex);
    vstr_add_byte(args, '(');
    size_t start = args->len;
    fstring_expression(lex, args);
    bool blank = true;
    for (size_t i = start; i < args->len; ++i) {
        blank &= unichar_isspace((byte)args->buf[i]);
    }
    if (blank) {
        vitrine_lexer_error(lex, lex->chr0 == '!' ? MP_ERROR_TEXT("f-string: expression required before '!'")
            : lex->chr0 == ':' ? MP_ERROR_TEXT("f-string: expression required before ':'")
            : lex->chr0 == '}' ? MP_ERROR_TEXT("f-string: empty expression not allowed") : MP_ERROR_TEXT("f-string: expecting '}'"));
    }
    bool shown = lex->chr0 == '=';
    if (shown) {
        size_t from = format->len, end = args->len;
        fstring_take(lex, args);
        while (lex->chr0 == ' ') {
            fstring_take(lex, args);
        }
        vstr_add_strn(format, args->buf + start, args->len - start);
        escape_braces(format, from);
        args->len = end;
    }
    vstr_add_str(args, "),");
    vstr_add_byte(format, '{');
    if (lex->chr0 == '!') {
        fstring_take(lex, format);
        if ((lex->chr0 != 's' && lex->chr0 != 'r' && lex->chr0 != 'a') || (lex->chr1 != '}' && lex->chr1 != ':')) {
            vitrine_lexer_error(lex, MP_ERROR_TEXT("f-string: invalid conversion character: expected 's', 'r', or 'a'"));
        }
        fstring_take(lex, format);
    } else if (shown && lex->chr0 != ':') {
        vstr_add_str(format, "!r");
    }
    if (lex->chr0 == ':') {
        fstring_take(lex, format);
        while (lex->chr0 != MP_LEXER_EOF && lex->chr0 != '}') {
            if (lex->chr0 == '{') {
                fstring_field(lex, format, args);
            }
            fstring_take(lex, format);
        }
    }
    if (lex->chr0 != '}') {
        vitrine_lexer_error(lex, MP_ERROR_TEXT("f-string: expecting '}'"));
    }
}
