/* toml.c - reads TOML 1.0 without its dates, its strings of several lines, inf and
 * nan: what is in the subset means what TOML says, all else is an error.
 *
 * Owns every block of a tree, in one list that the root begins. Depth is bounded,
 * and so is the text. */
#include "toml.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8text.h"

/* Tables are searched from end to end: with this much text that takes no time. */
#define TEXT_MOST 65536u
#define DEPTH_MOST 32u

/* How a table or array came to be decides what may still be added to it. */
enum {
  BY_VALUE,  /* { } or [ ], whole as it stands                     */
  BY_DOTS,   /* a.b = …: by more of these                           */
  BY_PATH,   /* [a.b] made a: by a header of its own                */
  BY_HEADER, /* [a]: its own lines, and tables within               */
  BY_TABLES  /* [[a]]: an array, by more of these                   */
};

typedef struct block {
  struct block *before;
} block;

typedef struct {
  cli_toml value; /* first: the root is handed out as this */
  block *blocks;
} document;

typedef struct {
  document *all;
  const char *at, *end, *line_start;
  size_t line;
  unsigned depth;
  cli_toml_error *error;
  bool failed;
} reader;

static size_t column(const reader *r, const char *at) {
  size_t n = 1;
  for (const char *c = r->line_start; c < at; ++c) n += ((unsigned char)*c & 0xc0) != 0x80;
  return n;
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
static bool
fail(reader *r, const char *format, ...) {
  if (r->failed) return false;
  r->failed = true;
  r->error->line = r->line;
  r->error->column = column(r, r->at);
  va_list args;
  va_start(args, format);
  (void)vsnprintf(r->error->text, sizeof r->error->text, format, args);
  va_end(args);
  return false;
}

static void *take(reader *r, size_t size) {
  block *b = malloc(sizeof *b + size);
  if (!b) {
    (void)fail(r, "out of memory");
    return NULL;
  }
  b->before = r->all->blocks;
  r->all->blocks = b;
  return memset(b + 1, 0, size);
}

void cli_toml_free(cli_toml *root) {
  document *all = (document *)(void *)root;
  while (all && all->blocks) {
    block *b = all->blocks;
    all->blocks = b->before;
    free(b);
  }
  free(all);
}

/* --- characters --- */

static int peek(const reader *r) { return r->at < r->end ? (unsigned char)*r->at : -1; }

static bool looking_at(const reader *r, const char *token) {
  size_t length = strlen(token);
  return (size_t)(r->end - r->at) >= length && memcmp(r->at, token, length) == 0;
}

static bool accept(reader *r, char c) {
  if (peek(r) != c) return false;
  ++r->at;
  return true;
}

static bool is_control(int c) { return (c >= 0 && c < 32 && c != '\t') || c == 127; }

static void blanks(reader *r) {
  while (peek(r) == ' ' || peek(r) == '\t') ++r->at;
}

/* At the end of a line, or of the text. */
static bool at_end(const reader *r) {
  return r->at == r->end || *r->at == '\n' || looking_at(r, "\r\n");
}

static bool comment(reader *r) {
  if (peek(r) != '#') return true;
  for (; !at_end(r); ++r->at)
    if (is_control(peek(r))) return fail(r, "a control character in a comment: remove it");
  return true;
}

static void new_line(reader *r) {
  r->at += *r->at == '\r' ? 2 : 1;
  ++r->line;
  r->line_start = r->at;
}

/* Blanks, comments and line breaks. */
static bool skip(reader *r) {
  for (;;) {
    blanks(r);
    if (!comment(r)) return false;
    if (r->at == r->end || !at_end(r)) return true;
    new_line(r);
  }
}

static bool line_ends(reader *r) {
  blanks(r);
  if (!comment(r)) return false;
  if (!at_end(r)) return fail(r, "something is left on the line: put it on a line of its own");
  if (r->at < r->end) new_line(r);
  return true;
}

/* --- strings and names --- */

static int hex_digit(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 32;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static char *put_char(char *to, uint32_t c) {
  static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
  unsigned more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  *to++ = (char)(more ? lead[more + 1] | c >> 6 * more : c);
  while (more-- > 0) *to++ = (char)(0x80 | (c >> 6 * more & 0x3f));
  return to;
}

/* Behind a backslash. */
static char *escape(reader *r, char *to) {
  static const char names[] = "btnfr\"\\", mean[] = "\b\t\n\f\r\"\\";
  int c = peek(r);
  const char *found = c > 0 ? strchr(names, c) : NULL;
  if (found) {
    ++r->at;
    *to = mean[found - names];
    return to + 1;
  }
  int digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
  uint32_t code = 0;
  if (digits == 0) {
    (void)fail(r, "no such escape: a backslash itself is written \\\\, or use '…'");
    return NULL;
  }
  for (++r->at; digits > 0; --digits, ++r->at) {
    int digit = hex_digit(peek(r));
    if (digit < 0 || code > 0x10ffff) break;
    code = code << 4 | (uint32_t)digit;
  }
  if (digits == 0 && code != 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
    return put_char(to, code);
  (void)fail(r, "not a character: \\uXXXX or \\UXXXXXXXX, in hexadecimal, and not 0");
  return NULL;
}

static const char *string(reader *r, size_t *length) {
  const char quote = *r->at;
  if (looking_at(r, "\"\"\"") || looking_at(r, "'''")) {
    (void)fail(r, "strings of several lines are not read here: use \"…\" with \\n");
    return NULL;
  }
  ++r->at;
  const char *end = r->at;
  while (end < r->end && *end != quote && *end != '\n') end += *end == '\\' && quote == '"' ? 2 : 1;
  /* No escape is shorter than what it stands for. */
  char *text = take(r, (size_t)(end - r->at) + 2), *to = text;
  while (text && !accept(r, quote)) {
    int c = peek(r);
    if (at_end(r) || is_control(c)) {
      (void)fail(r,
                 at_end(r) ? "the string does not end on its line: %c is missing"
                           : "a control character in a string: write it as an escape",
                 quote);
      return NULL;
    }
    ++r->at;
    if (c != '\\' || quote == '\'') *to++ = (char)c;
    else if (!(to = escape(r, to))) return NULL;
  }
  if (text && length) *length = (size_t)(to - text);
  return text;
}

static bool is_bare(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

/* One piece of a key. */
static const char *name(reader *r) {
  if (peek(r) == '"' || peek(r) == '\'') return string(r, NULL);
  const char *from = r->at;
  while (is_bare(peek(r))) ++r->at;
  if (r->at == from) {
    (void)fail(r, "a name is missing: letters, digits, _ and -, or in quotes");
    return NULL;
  }
  char *text = take(r, (size_t)(r->at - from) + 1);
  return text ? memcpy(text, from, (size_t)(r->at - from)) : NULL;
}

/* --- the tree --- */

static cli_toml *find(const cli_toml *table, const char *key) {
  cli_toml *v = table->first;
  while (v && strcmp(v->key, key) != 0) v = v->next;
  return v;
}

const cli_toml *cli_toml_find(const cli_toml *table, const char *key) { return find(table, key); }

const char *cli_toml_kind(const cli_toml *value) {
  static const char *const kinds[] = {"a string",      "a whole number", "a number with a fraction",
                                      "true or false", "an array",       "a table"};
  return kinds[value->type];
}

static cli_toml *add(reader *r, cli_toml *to, const char *key, cli_toml_type type, unsigned made) {
  cli_toml *v = take(r, sizeof *v);
  if (!v) return NULL;
  v->key = key;
  v->type = type;
  v->made = made;
  v->text = "";
  v->line = r->line;
  v->column = column(r, r->at);
  if (to->last) to->last->next = v;
  else to->first = v;
  to->last = v;
  return v;
}

static cli_toml *twice(reader *r, const cli_toml *other) {
  (void)fail(r, "%.80s is there already, on line %zu: keep one of them", other->key, other->line);
  return NULL;
}

/* Where the table of a header, or of the dots in a key, is; it is made if need be. */
static cli_toml *step(reader *r, cli_toml *table, const char *key, unsigned made) {
  cli_toml *v = find(table, key);
  if (!v) return add(r, table, key, CLI_TOML_TABLE, made);
  if (made == BY_DOTS) return v->made == BY_DOTS ? v : twice(r, v);
  if (v->made == BY_TABLES) return v->last;
  return v->type == CLI_TOML_TABLE && v->made != BY_VALUE ? v : twice(r, v);
}

static bool value(reader *r, cli_toml *v);

/* key = value, at the start of one. */
static bool pair(reader *r, cli_toml *table) {
  for (;;) {
    const char *start = r->at, *key = name(r), *end = r->at;
    if (!key) return false;
    r->at = start; /* what goes wrong with it is told of its beginning */
    const char *next = end;
    while (next < r->end && (*next == ' ' || *next == '\t')) ++next;
    if (next < r->end && *next == '.') {
      table = step(r, table, key, BY_DOTS);
      if (!table) return false;
      r->at = next + 1;
      blanks(r);
      continue;
    }
    cli_toml *other = find(table, key);
    if (other) return twice(r, other) != NULL;
    cli_toml *v = add(r, table, key, CLI_TOML_STR, BY_VALUE);
    if (!v) return false;
    r->at = next;
    if (!accept(r, '=')) return fail(r, "'=' is missing behind %.80s", key);
    blanks(r);
    return value(r, v);
  }
}

static bool header(reader *r, cli_toml **current) {
  cli_toml *table = &r->all->value;
  ++r->at;
  bool many = accept(r, '[');
  for (;;) {
    blanks(r);
    const char *start = r->at, *key = name(r), *end = r->at;
    if (!key) return false;
    blanks(r);
    const char *next = r->at;
    r->at = start;
    if (next < r->end && *next == '.') {
      table = step(r, table, key, BY_PATH);
      if (!table) return false;
      r->at = next + 1;
      continue;
    }
    cli_toml *v = find(table, key);
    if (many) {
      if (v && v->made != BY_TABLES) return twice(r, v) != NULL;
      if (!v) v = add(r, table, key, CLI_TOML_ARRAY, BY_TABLES);
      if (v) v = add(r, v, "", CLI_TOML_TABLE, BY_HEADER);
    } else if (!v) {
      v = add(r, table, key, CLI_TOML_TABLE, BY_HEADER);
    } else if (v->made == BY_PATH) {
      v->made = BY_HEADER;
    } else {
      return twice(r, v) != NULL;
    }
    r->at = end;
    blanks(r);
    *current = v;
    if (!v) return false;
    if (!accept(r, ']') || (many && !accept(r, ']')))
      return fail(r, "%s is missing", many ? "]]" : "]");
    return line_ends(r);
  }
}

/* --- values --- */

static bool array(reader *r, cli_toml *v) {
  v->type = CLI_TOML_ARRAY;
  ++r->at;
  for (;;) {
    if (!skip(r)) return false;
    if (accept(r, ']')) return true;
    cli_toml *item = add(r, v, "", CLI_TOML_STR, BY_VALUE);
    if (!item || !value(r, item) || !skip(r)) return false;
    if (!accept(r, ',') && peek(r) != ']')
      return fail(r, "',' or ']' is missing in the array that began on line %zu", v->line);
  }
}

static bool inline_table(reader *r, cli_toml *v) {
  v->type = CLI_TOML_TABLE;
  ++r->at;
  blanks(r);
  if (accept(r, '}')) return true;
  for (;;) {
    if (!pair(r, v)) return false;
    blanks(r);
    if (accept(r, '}')) break;
    if (!accept(r, ',')) return fail(r, "',' or '}' is missing: such a table stands on one line");
    blanks(r);
  }
  /* a.b = … in it is whole as well. */
  for (cli_toml *inner = v->first; inner; inner = inner->next) inner->made = BY_VALUE;
  return true;
}

/* The digits of a number without its underscores, each of which is between two
 * digits. False: it is no number. */
static bool plain_digits(const char *from, size_t length, int most, char *to) {
  for (size_t i = 0; i < length; ++i) {
    if (from[i] != '_') *to++ = from[i];
    else if (i == 0 || i + 1 == length || (unsigned)hex_digit(from[i - 1]) > (unsigned)most ||
             (unsigned)hex_digit(from[i + 1]) > (unsigned)most)
      return false;
  }
  *to = 0;
  return true;
}

static size_t decimals(const char *text) { return strspn(text, "0123456789"); }

/* [+-] digits [. digits] [e [+-] digits], without a needless 0 at the start. */
static bool is_decimal(const char *text, bool *whole) {
  text += *text == '+' || *text == '-';
  size_t n = decimals(text);
  if (n == 0 || (n > 1 && *text == '0')) return false;
  text += n;
  *whole = *text == 0;
  if (*text == '.') {
    n = decimals(++text);
    if (n == 0) return false;
    text += n;
  }
  if ((*text | 32) == 'e') {
    ++text;
    text += *text == '+' || *text == '-';
    n = decimals(text);
    if (n == 0) return false;
    text += n;
  }
  return *text == 0;
}

static int base_of(const char *text, size_t length) {
  if (length < 2 || text[0] != '0') return 10;
  return text[1] == 'x' ? 16 : text[1] == 'o' ? 8 : text[1] == 'b' ? 2 : 10;
}

/* Its value, as far as it is a whole number; and its text in decimal. */
static bool number(reader *r, cli_toml *v) {
  char text[80], *end = text;
  const char *from = r->at;
  size_t length = 0;
  while (from + length < r->end &&
         (is_bare(from[length]) || from[length] == '.' || from[length] == '+'))
    ++length;
  int base = base_of(from, length);
  bool whole = true;
  bool good = length != 0 && length < sizeof text &&
              plain_digits(from, length, base == 16 ? 15 : 9, text) &&
              (base == 10 ? is_decimal(text, &whole) : hex_digit(text[2]) >= 0);
  errno = 0;
  if (good && whole) {
    v->number = strtoll(base == 10 ? text : text + 2, &end, base);
    good = *end == 0;
  }
  if (!good) return fail(r, "not a value: \"text\" (in quotes), 12, 1.5, true, false, [ ] or { }");
  if (errno == ERANGE) return fail(r, "this number is out of range: 64 bits are the most");
  v->type = whole ? CLI_TOML_INT : CLI_TOML_FLOAT;
  if (base != 10) (void)snprintf(text, sizeof text, "%" PRId64, v->number);
  v->length = strlen(text);
  char *copy = take(r, v->length + 1);
  if (!copy) return false;
  v->text = memcpy(copy, text, v->length);
  r->at += length;
  return true;
}

static bool word(reader *r, const char *text) {
  size_t length = strlen(text);
  if (!looking_at(r, text) || (r->at + length < r->end && is_bare(r->at[length]))) return false;
  r->at += length;
  return true;
}

static bool value(reader *r, cli_toml *v) {
  if (++r->depth > DEPTH_MOST) return fail(r, "this nests more than %u deep", DEPTH_MOST);
  bool good = true;
  int c = peek(r);
  if (c == '"' || c == '\'') {
    v->type = CLI_TOML_STR;
    v->text = string(r, &v->length);
    good = v->text != NULL;
  } else if (c == '[') good = array(r, v);
  else if (c == '{') good = inline_table(r, v);
  else if (word(r, "true") || word(r, "false")) {
    v->type = CLI_TOML_BOOL;
    v->truth = c == 't';
  } else if (at_end(r) || c == '#') good = fail(r, "a value is missing");
  else good = number(r, v);
  --r->depth;
  return good;
}

/* --- all --- */

static bool read_all(reader *r, size_t length) {
  if (length > TEXT_MOST) return fail(r, "a policy has at most %u bytes", TEXT_MOST);
  size_t good = cli_text_check(r->at, length);
  if (good != length) {
    for (const char *c = r->at; c < r->end - (length - good); ++c)
      if (*c == '\n') {
        ++r->line;
        r->line_start = c + 1;
      }
    r->at += good;
    return fail(r, "byte 0x%02x is not text in UTF-8", (unsigned char)*r->at);
  }
  if (looking_at(r, "\xef\xbb\xbf")) r->line_start = r->at += 3;
  cli_toml *current = &r->all->value;
  for (;;) {
    if (!skip(r)) return false;
    if (r->at == r->end) return true;
    if (peek(r) == '[' ? !header(r, &current) : !pair(r, current) || !line_ends(r)) return false;
  }
}

cli_toml *cli_toml_read(const char *text, size_t length, cli_toml_error *error) {
  reader r = {.at = text, .end = text + length, .line_start = text, .line = 1, .error = error};
  *error = (cli_toml_error){0};
  r.all = calloc(1, sizeof *r.all);
  if (!r.all) {
    (void)fail(&r, "out of memory");
    return NULL;
  }
  r.all->value = (cli_toml){
      .key = "", .line = 1, .column = 1, .type = CLI_TOML_TABLE, .text = "", .made = BY_HEADER};
  if (read_all(&r, length)) return &r.all->value;
  cli_toml_free(&r.all->value);
  return NULL;
}
