// lookahead.c - what the lexer cannot tell without reading on: whether match and
// case are keywords, and whether brackets after `with` are around its items.
#include <string.h>

#include "type/functions.h"
#include "py/lexer.h"

// The character `i` behind the token, without taking it.
static int behind(const mp_lexer_t *lex, const byte *rest, const byte *end, size_t i) {
    if (i < 3) {
        unichar c = i == 0 ? lex->chr0 : i == 1 ? lex->chr1 : lex->chr2;
        return c == (unichar)MP_READER_EOF ? -1 : (int)c;
    }
    return rest + (i - 3) < end ? rest[i - 3] : -1;
}

// At the start of a statement, after the name match or case: it is the keyword if
// a colon ends the line's head, and the name is not used as a name.
bool vitrine_soft_keyword(const mp_lexer_t *lex, const byte *rest, const byte *end) {
    size_t i = 0;
    int c, level = 0, quote = 0;
    while ((c = behind(lex, rest, end, i)) == ' ' || c == '\t') {
        ++i;
    }
    bool ellipsis = c == '.' && behind(lex, rest, end, i + 1) == '.';
    if (c < 0 || (!ellipsis && strchr("=.,:;)]}+/%&|^<>!\n", c) != NULL)) {
        return false;
    }
    bool spaced = i > 0;
    if (!spaced && c != '(' && c != '[' && c != '{' && c != '"' && c != '\'' && c != '-' && c != '*') {
        return false;
    }
    for (; (c = behind(lex, rest, end, i)) >= 0; ++i) {
        if (quote != 0) {
            i += c == '\\';
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++level;
        } else if (c == ')' || c == ']' || c == '}') {
            --level;
        } else if (level == 0 && c == ':') {
            return behind(lex, rest, end, i + 1) != '=';
        } else if (level == 0 && (c == '\n' || c == '#')) {
            return false;
        } else if (level == 0 && c == '=' && behind(lex, rest, end, i + 1) != '='
            && (i == 0 || strchr("=!<>", behind(lex, rest, end, i - 1)) == NULL)) {
            return false;
        }
    }
    return false;
}

static bool is_word(const mp_lexer_t *lex, const byte *rest, const byte *end, size_t i) {
    int c = behind(lex, rest, end, i);
    return c > 0 && (c == '_' || unichar_isalpha(c) || unichar_isdigit(c));
}

bool vitrine_with_items(const mp_lexer_t *lex, const byte *rest, const byte *end) {
    int c, level = 1, quote = 0;
    bool items = false;
    size_t i = 0;
    for (; level > 0 && (c = behind(lex, rest, end, i)) >= 0; ++i) {
        if (quote != 0) {
            i += c == '\\';
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '#') {
            while (c >= 0 && c != '\n') {
                c = behind(lex, rest, end, ++i);
            }
        } else if (c == '(' || c == '[' || c == '{') {
            ++level;
        } else if (c == ')' || c == ']' || c == '}') {
            --level;
        } else if (level == 1) {
            items |= c == ',' || (c == 'a' && behind(lex, rest, end, i + 1) == 's' && i > 0
                && !is_word(lex, rest, end, i - 1) && !is_word(lex, rest, end, i + 2));
        }
    }
    while ((c = behind(lex, rest, end, i)) == ' ' || c == '\t') {
        ++i;
    }
    return items && c == ':';
}
