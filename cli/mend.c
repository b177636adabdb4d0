/* mend.c - looks at source that the compiler refused for the mistakes that
 * people and models make, and says what to do.
 *
 * Only called after a SyntaxError, so a rule may take for granted that something
 * is wrong on the line; it must never call right code wrong elsewhere. */
#include "mend.h"

#include <stdio.h>

#include "pyscan.h"

/* A logical line, as far as it has been read. */
typedef struct {
  const char *source;
  cli_token first, last, before; /* before: the token in front of last */
  size_t count;
  bool colon;  /* a colon came outside of brackets  */
  bool begins; /* the next token begins a statement */
  size_t semicolon;
  bool advised;
  cli_mend *mend;
} line;

/* How much of a name is shown. */
static int shown(const cli_token *t) { return t->length < 20 ? (int)t->length : 20; }

#define ADVISE(l, ...)                                             \
  do {                                                             \
    (l)->advised = true;                                           \
    snprintf((l)->mend->text, sizeof(l)->mend->text, __VA_ARGS__); \
  } while (0)

static void begin_statement(line *l, const cli_token *t) {
  if (l->count > 0 && cli_token_is(&l->last, ";") && cli_token_compound(t, true)) {
    ADVISE(l, "`%.*s` has to begin a line: put a line break for the `;` before it", shown(t),
           t->text);
    l->mend->breaks = true;
    l->mend->cut = l->semicolon;
    l->mend->resume = (size_t)(t->text - l->source);
  } else if (l->count > 0 && cli_token_is(&l->last, ":") && cli_token_compound(t, false)) {
    ADVISE(l, "`%.*s` has to begin a line: put a line break before it, and indent", shown(t),
           t->text);
  }
}

static bool is_operator_word(const cli_token *t) {
  static const char *const words[] = {"if", "else", "for", "in", "is", "and", "or", "not"};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    if (cli_token_is(t, words[i])) return true;
  }
  return false;
}

/* A lone `=` between l->before and t, l->last being it. */
static bool is_assignment(const line *l, const cli_token *t) {
  return cli_token_is(&l->last, "=") && !cli_token_is(t, "=") &&
         !(l->before.kind == CLI_TOKEN_SIGN && l->before.text + 1 == l->last.text);
}

static void look_at(line *l, const cli_token *t, size_t depth) {
  if (l->count == 0) l->first = *t;
  if (l->advised) return;
  if (l->begins) begin_statement(l, t);
  if (l->count == 1 && cli_token_is(&l->first, "print") &&
      (t->kind == CLI_TOKEN_STRING || t->kind == CLI_TOKEN_NUMBER ||
       (t->kind == CLI_TOKEN_NAME && !is_operator_word(t))))
    ADVISE(l, "print is a function: put brackets around what it prints");
  else if (l->count > 1 && depth == 0 && !l->colon && is_assignment(l, t) &&
           (cli_token_is(&l->first, "if") || cli_token_is(&l->first, "elif") ||
            cli_token_is(&l->first, "while")))
    ADVISE(l, "`=` assigns: compare with `==`");
  l->begins = false;
  if (depth == 0 && cli_token_is(t, ";")) {
    l->begins = true;
    l->semicolon = (size_t)(t->text - l->source);
  } else if (depth == 0 && cli_token_is(t, ":") && !l->colon) {
    l->colon = true;
    l->begins = cli_token_compound(&l->first, true);
  }
  l->before = l->last;
  l->last = *t;
  ++l->count;
}

static void look_at_end(line *l, const cli_scan *scan) {
  if (l->advised || scan->depth > 0 || scan->string > 0) return;
  if (cli_token_compound(&l->first, true) && !l->colon)
    ADVISE(l, "`%.*s` needs a `:` at the end of its line", shown(&l->first), l->first.text);
}

bool cli_mend_find(cli_mend *mend, const char *source, size_t length, size_t where) {
  cli_scan scan;
  cli_scan_start(&scan, source, length);
  cli_mend found = {.breaks = false};
  bool near = false;
  line l = {.source = source, .mend = &found};
  for (;;) {
    size_t depth = scan.depth;
    cli_token t = cli_scan_next(&scan);
    if (t.kind == CLI_TOKEN_END) break;
    if (t.kind != CLI_TOKEN_NEWLINE) {
      look_at(&l, &t, depth);
      continue;
    }
    look_at_end(&l, &scan);
    if (l.advised && (where == 0 || (where >= l.first.line && where <= t.line))) {
      *mend = found;
      return true;
    }
    /* The compiler notices some mistakes only on the line that follows. */
    if (l.advised && where == t.line + 1) {
      *mend = found;
      near = true;
    }
    found = (cli_mend){.breaks = false};
    l = (line){.source = source, .mend = &found};
  }
  if (near) return true;
  *mend = (cli_mend){.breaks = false};
  if (scan.string > 0)
    snprintf(mend->text, sizeof mend->text, "the string that begins on line %zu is never closed",
             scan.string);
  else if (scan.depth > 0 && !scan.wrong)
    snprintf(mend->text, sizeof mend->text,
             "a bracket opened on line %zu is never closed: `%c` is missing",
             scan.opened[scan.depth - 1], scan.closer[scan.depth - 1]);
  return mend->text[0] != 0;
}
