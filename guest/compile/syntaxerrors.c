// syntaxerrors.c - what is wrong with a source that the parser refuses, in
// CPython's words as far as the tokens up to there tell.
#include <stdarg.h>
#include <string.h>

#include "type/exceptions.h"
#include "type/functions.h"
#include "py/builtin.h"
#include "py/lexer.h"
#include "py/unicode.h"
#include "text/chars.h"
#include "machine/stop.h"

size_t vitrine_syntax_column;
uint8_t vitrine_token_before;

#define BRACKETS_MAX 32

enum { T_END, T_NEWLINE, T_NAME, T_NUMBER, T_STRING, T_SIGN, T_OPEN_STRING };

typedef struct {
    uint8_t kind;
    bool triple; // an open string
    const byte *p, *end;
    size_t line, column;
} token_t;

typedef struct {
    const byte *p, *end;
    size_t line;
    const byte *line_start;
} scan_t;

typedef struct {
    token_t first, second; // of the logical line
    size_t tokens;
    bool colon, otherwise, condition, bracket; // seen: `:`, `else`, `if` in the middle, `(`
} statement_t;

static bool is_name_char(byte c) {
    return c == '_' || (c | 32) - 'a' < 26u || c - '0' < 10u || c >= 0x80;
}

static bool is_word(const token_t *t, const char *word) {
    return (size_t)(t->end - t->p) == strlen(word) && memcmp(t->p, word, t->end - t->p) == 0;
}

static bool is_one_of(const token_t *t, const char *const *words) {
    for (; *words != NULL; ++words) {
        if (is_word(t, *words)) {
            return true;
        }
    }
    return false;
}

static token_t next_token(scan_t *s, size_t depth) {
    token_t t = {T_END, false, s->p, s->p, s->line, 0};
    for (;; ++s->p) {
        if (s->p < s->end && *s->p == '#') {
            while (s->p < s->end && *s->p != '\n') {
                ++s->p;
            }
        }
        bool joined = s->p + 1 < s->end && s->p[0] == '\\' && s->p[1] == '\n';
        s->p += joined;
        if (s->p >= s->end || (*s->p != ' ' && *s->p != '\t' && *s->p != '\r' && *s->p != '\n')) {
            break;
        }
        if (*s->p == '\n') {
            bool ends = depth == 0 && !joined;
            t = (token_t) {T_NEWLINE, false, s->p, s->p, s->line, s->p - s->line_start + 1};
            ++s->line;
            s->line_start = s->p + 1;
            if (ends) {
                ++s->p;
                return t;
            }
        }
    }
    t = (token_t) {T_END, false, s->p, s->p, s->line, s->p - s->line_start + 1};
    if (s->p >= s->end) {
        return t;
    }
    const byte *p = s->p;
    if (*p - '0' < 10u || (*p == '.' && p + 1 < s->end && p[1] - '0' < 10u)) {
        t.kind = T_NUMBER;
        while (p < s->end && (is_name_char(*p) || *p == '.')) {
            ++p;
        }
    } else if (is_name_char(*p)) {
        t.kind = T_NAME;
        while (p < s->end && is_name_char(*p)) {
            ++p;
        }
    } else if (*p != '"' && *p != '\'') {
        t.kind = T_SIGN;
        ++p;
    }
    if (p < s->end && (*p == '"' || *p == '\'') && (t.kind == T_END || (t.kind == T_NAME && p - t.p <= 2))) {
        byte quote = *p;
        t.triple = s->end - p >= 3 && p[1] == quote && p[2] == quote;
        t.kind = T_OPEN_STRING;
        for (p += t.triple ? 3 : 1; p < s->end && (t.triple || *p != '\n'); ++p) {
            if (*p == '\n') {
                ++s->line;
                s->line_start = p + 1;
            } else if (*p == '\\' && p + 1 < s->end) {
                ++p;
                s->line += *p == '\n';
            } else if (*p == quote && (!t.triple || (s->end - p >= 3 && p[1] == quote && p[2] == quote))) {
                p += t.triple ? 3 : 1;
                t.kind = T_STRING;
                break;
            }
        }
    }
    s->p = t.end = p;
    return t;
}

// What comes before the block of a compound statement, as CPython calls it.
static const char *block_of(const token_t *t) {
    static const char *const blocks[] = {"if", "elif", "else", "for", "while", "with", "try", "except", "finally", NULL};
    return is_word(t, "def") ? "function definition" : is_word(t, "class") ? "class definition"
        : is_one_of(t, blocks) ? "statement" : NULL;
}

// A name that is none of the words that an expression may not end with or begin with.
static bool is_operand(const token_t *t, bool ends) {
    static const char *const words[] = {
        "if", "else", "for", "in", "is", "and", "or", "not", "as", "import", "from", "while", "def", "class", "return", "with",
        "lambda", "yield", "await", "async", "del", "pass", "try", "raise", "assert", "global", "nonlocal", "except", NULL,
    };
    if (t->kind == T_SIGN) {
        return strchr(ends ? ")]}" : "([{", *t->p) != NULL;
    }
    return t->kind == T_NUMBER || t->kind == T_STRING || (t->kind == T_NAME && !is_one_of(t, words));
}

static mp_obj_t made(const mp_obj_type_t *type, const char *format, ...) {
    va_list args;
    va_start(args, format);
    mp_obj_t exception = mp_obj_new_exception_msg_vlist(type, (mp_rom_error_text_t)format, args);
    va_end(args);
    return exception;
}

static mp_obj_t at(mp_lexer_t *lexer, size_t line, size_t column, mp_obj_t exception) {
    lexer->tok_line = line;
    lexer->tok_column = column;
    return exception;
}

// The exception for what was found at token t, or MP_OBJ_NULL: nothing is known.
static mp_obj_t explain(mp_lexer_t *lexer, const token_t *t, const token_t *before, const statement_t *now, const statement_t *last,
    const token_t *brackets, size_t depth, size_t last_line) {
    const mp_obj_type_t *type = &mp_type_SyntaxError;
    const token_t *open = depth > 0 && depth <= BRACKETS_MAX ? &brackets[depth - 1] : NULL;
    if (t->kind == T_OPEN_STRING) {
        return at(lexer, t->line, t->column, t->triple
            ? made(type, "unterminated triple-quoted string literal (detected at line %d)", (int)last_line)
            : made(type, "unterminated string literal (detected at line %d)", (int)t->line));
    }
    if (t->kind == T_SIGN && strchr(")]}", *t->p) != NULL) {
        if (depth == 0) {
            return made(type, "unmatched '%c'", *t->p);
        }
        byte want = open == NULL ? *t->p : *open->p == '(' ? ')' : *open->p == '[' ? ']' : '}';
        if (want != *t->p && open->line != t->line) {
            return made(type, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", *t->p, *open->p, (int)open->line);
        }
        if (want != *t->p) {
            return made(type, "closing parenthesis '%c' does not match opening parenthesis '%c'", *t->p, *open->p);
        }
    }
    if (t->kind == T_SIGN && *t->p == '\\') {
        return made(type, "unexpected character after line continuation character");
    }
    if (t->kind == T_SIGN && *t->p < ' ') {
        return made(type, "invalid non-printable character U+%04X", *t->p);
    }
    const char *block = last->tokens > 0 && last->colon ? block_of(&last->first) : NULL;
    if (block != NULL && now->tokens == 0 && before->kind == T_SIGN && *before->p == ':' && (t->kind == T_END || t->kind == T_NAME)
        && (t->kind == T_END || t->column <= last->first.column)) {
        bool named = *block == 's';
        return made(&mp_type_IndentationError, named ? "expected an indented block after '%.*s' %s on line %d"
            : "expected an indented block after %.*s%s on line %d", named ? (int)(last->first.end - last->first.p) : 0,
            (const char *)last->first.p, block, (int)last->first.line);
    }
    if (open != NULL && (t->kind == T_END || t->line > open->line)) {
        return at(lexer, open->line, open->column, made(type, "'%c' was never closed", *open->p));
    }
    if (now->tokens == 1 && (is_word(&now->first, "print") || is_word(&now->first, "exec")) && is_operand(t, false)) {
        return at(lexer, now->first.line, now->first.column, made(type, "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
            (int)(now->first.end - now->first.p), (const char *)now->first.p, (int)(now->first.end - now->first.p), (const char *)now->first.p));
    }
    static const char *const conditions[] = {"if", "elif", "while", NULL};
    if (t->kind == T_SIGN && *t->p == '=' && depth == 0 && now->tokens > 0 && is_one_of(&now->first, conditions)) {
        return made(type, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    if (t->kind == T_SIGN && *t->p == ',' && now->tokens > 0 && is_word(&now->first, "except")) {
        return made(type, "multiple exception types must be parenthesized");
    }
    bool ended = t->kind == T_NEWLINE || t->kind == T_END;
    if (now->tokens > 1 && is_word(&now->first, "def") && !now->bracket && (ended || *t->p == ':')) {
        return made(type, "expected '('");
    }
    if (now->condition && !now->otherwise && is_operand(before, true) && (ended || strchr("),]}", *t->p) != NULL)) {
        return made(type, "expected 'else' after 'if' expression");
    }
    static const char *const alone[] = {"else", "try", "finally", NULL};
    if (ended && now->tokens > 0 && !now->colon && block_of(&now->first) != NULL
        && (now->tokens > 1 ? is_operand(before, true) : is_one_of(&now->first, alone))) {
        return made(type, "expected ':'");
    }
    if (now->tokens > 2 && now->bracket && open == NULL && !now->colon && before->kind == T_SIGN && *before->p == ')'
        && (is_word(&now->first, "def") || is_word(&now->first, "class")) && !is_word(t, "->")) {
        return made(type, "expected ':'");
    }
    if (open != NULL && *open->p == '{' && before->kind == T_SIGN && *before->p == ':' && t->kind == T_SIGN
        && (*t->p == '}' || *t->p == ',')) {
        return at(lexer, before->line, before->column, made(type, "expression expected after dictionary key and ':'"));
    }
    if (open != NULL && is_operand(before, true) && is_operand(t, false)) {
        bool plain = before->kind != T_SIGN;
        return at(lexer, plain ? before->line : t->line, plain ? before->column : t->column,
            made(type, "invalid syntax. Perhaps you forgot a comma?"));
    }
    return MP_OBJ_NULL;
}

// Whether the block before a statement at `column` belongs to a `try` that
// nothing follows.
static bool try_is_open(const byte *text, const byte *before, size_t column) {
    while (before > text) {
        const byte *line = before;
        while (line > text && line[-1] != '\n') {
            --line;
        }
        const byte *p = line;
        while (p < before && (*p == ' ' || *p == '\t')) {
            ++p;
        }
        if (p < before && *p != '#' && *p != '\n' && *p != '\r' && (size_t)(p - line) < column) {
            return before - p >= 4 && memcmp(p, "try", 3) == 0 && !is_name_char(p[3]);
        }
        before = line > text ? line - 1 : line;
    }
    return false;
}

static mp_obj_t look(mp_lexer_t *lexer) {
    const byte *text, *end;
    if (!mp_reader_mem_text(&lexer->reader, &text, &end)) {
        return MP_OBJ_NULL;
    }
    scan_t s = {text, end, 1, text};
    token_t brackets[BRACKETS_MAX], before = {T_NEWLINE, false, text, text, 1, 1};
    statement_t now = {0}, last = {0};
    size_t depth = 0;
    for (;;) {
        vitrine_stop_check();
        token_t t = next_token(&s, depth);
        bool closes = t.kind == T_SIGN && strchr(")]}", *t.p) != NULL;
        bool wrong = closes && (depth == 0 || (depth <= BRACKETS_MAX && *brackets[depth - 1].p != (*t.p == ')' ? '(' : *t.p - 2)));
        if (t.kind == T_NEWLINE && now.tokens == 0) {
            continue;
        }
        bool there = t.line > lexer->tok_line || (t.line == lexer->tok_line && t.column >= lexer->tok_column);
        if (there || wrong || t.kind == T_END || t.kind == T_OPEN_STRING) {
            if (now.tokens == 0 && t.kind != T_END && before.p > text
                && try_is_open(text, t.p - (t.column - 1), t.column)
                && !is_word(&t, "except") && !is_word(&t, "finally")) {
                return made(&mp_type_SyntaxError, "expected 'except' or 'finally' block");
            }
            return explain(lexer, &t, &before, &now, &last, brackets, depth, s.line - (s.p > text && s.p[-1] == '\n'));
        }
        if (t.kind == T_NEWLINE) {
            last = now;
            memset(&now, 0, sizeof(now));
            continue;
        }
        now.first = now.tokens == 0 ? t : now.first;
        now.otherwise |= is_word(&t, "else");
        now.condition |= now.tokens > 0 && is_word(&t, "if") && depth == 0;
        now.bracket |= is_word(&t, "(");
        now.colon |= depth == 0 && is_word(&t, ":");
        ++now.tokens;
        if (t.kind == T_SIGN && strchr("([{", *t.p) != NULL) {
            if (depth < BRACKETS_MAX) {
                brackets[depth] = t;
            }
            ++depth;
        } else if (closes) {
            --depth;
        }
        before = t;
    }
}

// What opens a compound statement; "" for any other token.
static const char *compound_keyword(mp_token_kind_t kind) {
    switch (kind) {
        case MP_TOKEN_KW_WHILE:
            return "while";
        case MP_TOKEN_KW_FOR:
            return "for";
        case MP_TOKEN_KW_IF:
            return "if";
        case MP_TOKEN_KW_TRY:
            return "try";
        case MP_TOKEN_KW_WITH:
            return "with";
        case MP_TOKEN_KW_DEF:
            return "def";
        case MP_TOKEN_KW_CLASS:
            return "class";
        case MP_TOKEN_KW_ASYNC:
            return "async";
        default:
            return "";
    }
}

// It lives as long as it is parsed and compiled.
static const byte *source, *source_end;

void vitrine_syntax_source(mp_lexer_t *lexer) {
    if (!mp_reader_mem_text(&lexer->reader, &source, &source_end)) {
        source = source_end = NULL;
    }
}

void vitrine_syntax_place(mp_obj_t exception, size_t line, size_t column) {
    const byte *p = source;
    for (size_t i = 1; i < line && p < source_end; ++p) {
        i += *p == '\n';
        if (*p == '\n') {
            vitrine_stop_check();
        }
    }
    const byte *end = p;
    while (end < source_end && *end != '\n') {
        ++end;
    }
    size_t blank = 0;
    while (p + blank < end && (p[blank] == ' ' || p[blank] == '\t')) {
        ++blank;
    }
    size_t offset = column > 0 ? column : blank + 1;
    for (size_t i = 0; p + i < end && i + 1 < column; ++i) {
        offset -= (p[i] & 0xc0) == 0x80; // characters, not bytes
    }
    vitrine_exception_set(exception, MP_QSTR_offset, MP_OBJ_NEW_SMALL_INT(offset));
    if (source != NULL && utf8_check(p, end - p)) {
        vstr_t text;
        vstr_init(&text, end - p + 1);
        vstr_add_strn(&text, (const char *)p, end - p);
        vstr_add_byte(&text, '\n');
        vitrine_exception_set(exception, MP_QSTR_text, mp_obj_new_str_from_utf8_vstr(&text));
    }
}

mp_obj_t vitrine_syntax_error(mp_obj_t exception, mp_lexer_t *lexer) {
    const char *keyword = compound_keyword(lexer->tok_kind);
    if (keyword[0] != '\0' && vitrine_token_before == MP_TOKEN_DEL_SEMICOLON) {
        exception = made(&mp_type_SyntaxError, "invalid syntax: a compound statement ('%s') cannot follow a semicolon; "
            "put a line break in place of the ';'", keyword);
    } else if (mp_obj_get_type(exception) == &mp_type_SyntaxError && lexer->fstring_args_idx > 0) {
        exception = made(&mp_type_SyntaxError, "f-string: invalid syntax");
    } else if (mp_obj_get_type(exception) == &mp_type_SyntaxError && lexer->tok_kind != MP_TOKEN_MALFORMED_FSTRING) {
        mp_obj_t found = look(lexer);
        exception = found != MP_OBJ_NULL ? found : exception;
    }
    vitrine_syntax_column = lexer->tok_column;
    vitrine_syntax_place(exception, lexer->tok_line, lexer->tok_column);
    return exception;
}

void vitrine_lexer_raise(mp_lexer_t *lexer, mp_obj_t exception) {
    vitrine_syntax_column = lexer->tok_column;
    vitrine_syntax_place(exception, lexer->tok_line, lexer->tok_column);
    mp_obj_exception_add_traceback(exception, lexer->source_name, lexer->tok_line, MP_QSTRnull);
    nlr_raise(exception);
}

void vitrine_lexer_error(mp_lexer_t *lexer, mp_rom_error_text_t text) {
    vitrine_lexer_raise(lexer, mp_obj_new_exception_msg(&mp_type_SyntaxError, text));
}

void vitrine_check_tabs(mp_lexer_t *lexer, bool consistent) {
    if (!consistent) {
        lexer->tok_line = lexer->line;
        lexer->tok_column = 1;
        vitrine_lexer_raise(lexer, made(&mp_type_TabError, "inconsistent use of tabs and spaces in indentation"));
    }
}

bool vitrine_number_ends(const mp_lexer_t *lexer) {
    static const char words[] = "and" "els" "for" "if*" "in*" "is*" "not" "or*";
    bool hexadecimal = lexer->vstr.len > 1 && (lexer->vstr.buf[1] | 32) == 'x';
    if (!unichar_isalpha(lexer->chr0) || (hexadecimal && unichar_isxdigit(lexer->chr0))) {
        return false;
    }
    for (const char *w = words; *w != 0; w += 3) {
        if (lexer->chr0 == (unsigned char)w[0] && lexer->chr1 == (unsigned char)w[1] && (w[2] == '*' || lexer->chr2 == (unsigned char)w[2])) {
            return true;
        }
    }
    return false;
}

void vitrine_name_check(mp_lexer_t *lexer) {
    const byte *at = (const byte *)lexer->vstr.buf, *end = at + lexer->vstr.len;
    while (at < end) {
        const byte *here = at;
        unichar c = *at;
        at = c < 0x80 ? at + 1 : utf8_next_char(at);
        if (c >= 0x80 && at <= end && !vitrine_is_identifier(c = utf8_get_char(here))) {
            vitrine_lexer_raise(lexer, vitrine_is_printable(c)
                ? made(&mp_type_SyntaxError, "invalid character '%.*s' (U+%04X)", (int)(at - here), here, (unsigned)c)
                : made(&mp_type_SyntaxError, "invalid non-printable character U+%04X", (unsigned)c));
        }
    }
}
