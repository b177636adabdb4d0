/* pyscan.c - splits Python source into tokens.
 *
 * The source may be hostile, or no Python at all: every step moves forward, and
 * nothing beyond `end` is read. Never says that a program is right: only the
 * guest's compiler knows. */
#include "pyscan.h"

#include <string.h>

void cli_scan_start(cli_scan *scan, const char *source, size_t length) {
  scan->at = source;
  scan->end = source + length;
  scan->line = 1;
  scan->in_line = false;
  scan->depth = 0;
  scan->string = 0;
  scan->backslash = false;
  scan->wrong = false;
}

static bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (unsigned char)c >= 0x80;
}

/* Steps over a line break; *at points to one, or not. */
static bool line_break(cli_scan *scan) {
  if (scan->at < scan->end && scan->at[0] == '\r') ++scan->at;
  else if (scan->at == scan->end || scan->at[0] != '\n') return false;
  if (scan->at < scan->end && scan->at[0] == '\n') ++scan->at;
  ++scan->line;
  return true;
}

/* Blanks, comments and joined lines. */
static void skip(cli_scan *scan) {
  while (scan->at < scan->end) {
    char c = *scan->at;
    if (c == ' ' || c == '\t' || c == '\f') {
      ++scan->at;
    } else if (c == '#') {
      while (scan->at < scan->end && *scan->at != '\n') ++scan->at;
    } else if (c == '\\') {
      ++scan->at;
      if (!line_break(scan)) scan->wrong = true;
      else if (scan->at == scan->end) scan->backslash = true;
    } else if ((c == '\n' || c == '\r') && (scan->depth > 0 || !scan->in_line)) {
      line_break(scan);
    } else {
      return;
    }
  }
}

/* at points to the opening quote. */
static void scan_string(cli_scan *scan) {
  char quote = *scan->at;
  size_t begun = scan->line;
  bool triple = scan->end - scan->at >= 3 && scan->at[1] == quote && scan->at[2] == quote;
  scan->at += triple ? 3 : 1;
  while (scan->at < scan->end) {
    char c = *scan->at;
    if (c == '\\') {
      ++scan->at;
      if (!line_break(scan) && scan->at < scan->end) ++scan->at;
      else if (scan->at == scan->end && !triple) scan->string = begun;
    } else if (c == quote) {
      if (!triple || (scan->end - scan->at >= 3 && scan->at[1] == quote && scan->at[2] == quote)) {
        scan->at += triple ? 3 : 1;
        return;
      }
      ++scan->at;
    } else if (c == '\n' || c == '\r') {
      if (!triple) {
        scan->wrong = true;
        return;
      }
      line_break(scan);
    } else {
      ++scan->at;
    }
  }
  if (triple) scan->string = begun;
  else if (scan->string == 0) scan->wrong = true;
}

static void scan_sign(cli_scan *scan) {
  char c = *scan->at++;
  if (c == '(' || c == '[' || c == '{') {
    if (scan->depth == CLI_SCAN_DEPTH) {
      scan->wrong = true;
      return;
    }
    scan->opened[scan->depth] = scan->line;
    static const char opening[] = "([{", closing[] = ")]}";
    scan->closer[scan->depth++] = closing[strchr(opening, c) - opening];
  } else if (c == ')' || c == ']' || c == '}') {
    if (scan->depth > 0 && scan->closer[scan->depth - 1] == c) --scan->depth;
    else scan->wrong = true;
  }
}

static bool is_prefix(const char *text, size_t length) {
  return length <= 2 && strspn(text, "rRbBuUfF") >= length;
}

cli_token cli_scan_next(cli_scan *scan) {
  skip(scan);
  cli_token token = {.text = scan->at, .line = scan->line};
  if (scan->at == scan->end || *scan->at == '\n' || *scan->at == '\r') {
    token.kind = scan->in_line ? CLI_TOKEN_NEWLINE : CLI_TOKEN_END;
    scan->in_line = false;
    line_break(scan);
    return token;
  }
  scan->in_line = true;
  char c = *scan->at;
  if (c == '"' || c == '\'') {
    token.kind = CLI_TOKEN_STRING;
    scan_string(scan);
  } else if (is_name(c)) {
    bool number = c >= '0' && c <= '9';
    token.kind = number ? CLI_TOKEN_NUMBER : CLI_TOKEN_NAME;
    while (scan->at < scan->end && (is_name(*scan->at) || (number && *scan->at == '.'))) ++scan->at;
    if (scan->at < scan->end && (*scan->at == '"' || *scan->at == '\'') &&
        is_prefix(token.text, (size_t)(scan->at - token.text))) {
      token.kind = CLI_TOKEN_STRING;
      scan_string(scan);
    }
  } else {
    token.kind = CLI_TOKEN_SIGN;
    scan_sign(scan);
  }
  token.length = (size_t)(scan->at - token.text);
  return token;
}

bool cli_token_is(const cli_token *token, const char *text) {
  return (token->kind == CLI_TOKEN_NAME || token->kind == CLI_TOKEN_SIGN) &&
         strlen(text) == token->length && memcmp(text, token->text, token->length) == 0;
}

bool cli_token_compound(const cli_token *token, bool inner) {
  static const char *const words[] = {"else", "elif", "except", "finally", "if",    "while",
                                      "for",  "try",  "with",   "def",     "class", "async"};
  for (size_t i = inner ? 0 : 4; i < sizeof words / sizeof *words; ++i) {
    if (cli_token_is(token, words[i])) return true;
  }
  return false;
}
