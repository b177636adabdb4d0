/* explanation.c - a bad ending, told to a model: what happened, where in its own
 * source, what is left of the session, what to change.
 *
 * Owns what a result keeps for that. All that it tells is the guest's own, or a
 * limit; a line of source is shown only where it is sure to be the line meant. */
#include "explanation.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "request.h"
#include "result.h"
#include "status.h"
#include "text.h"

#define STANDARD_LENGTH 4096u
#define LINE_MOST 160u

/* --- the source, and its lines --- */

typedef struct {
  const char *at;
  size_t length;
} line;

void vt_explanation_begin(vitrine_session *s, const vt_request *q) {
  if ((s->flags & VITRINE_EXPLAINED) == 0 || q->op != VT_OP_EXEC) return;
  s->source.length = 0;
  vt_buffer_add(&s->source, q->name, q->name_length);
  vt_buffer_add(&s->source, "", 1);
  vt_buffer_add(&s->source, q->payload, q->payload_length);
  if (s->source.failed) vt_buffer_free(&s->source); /* told without lines */
}

/* Without its blanks; of length 0 if there is no such line. */
static line line_of(const char *text, size_t length, unsigned long number, size_t *indent) {
  const char *end = text + length;
  for (; number > 1 && text != NULL; number--) {
    text = memchr(text, '\n', (size_t)(end - text));
    if (text != NULL) text++;
  }
  *indent = 0;
  if (text == NULL || number == 0) return (line){"", 0};
  const char *stop = memchr(text, '\n', (size_t)(end - text));
  if (stop == NULL) stop = end;
  for (; text < stop && (*text == ' ' || *text == '\t'); text++) ++*indent;
  while (stop > text && (stop[-1] == ' ' || stop[-1] == '\r')) stop--;
  return (line){text, (size_t)(stop - text)};
}

static bool begins(line l, const char *word, const char *name, size_t length) {
  size_t n = strlen(word);
  return l.length > n + length && memcmp(l.at, word, n) == 0 &&
         memcmp(l.at + n, name, length) == 0 &&
         (l.at[n + length] == '(' || l.at[n + length] == ':');
}

/* A name of a file may be that of an earlier run as well: whether a line is within
 * the function that the traceback names. */
static bool is_within(const char *text, size_t length, unsigned long number, const char *function,
                      size_t function_length) {
  size_t indent, least;
  line l = line_of(text, length, number, &least);
  for (unsigned long n = number; n > 0; n--, l = line_of(text, length, n, &indent)) {
    if (n == number) indent = least;
    if (l.length == 0 || (n != number && indent >= least)) continue;
    least = indent;
    if (begins(l, "def ", function, function_length) ||
        begins(l, "async def ", function, function_length) ||
        begins(l, "class ", function, function_length))
      return true;
  }
  return false;
}

static bool has(line l, const char *word) {
  size_t n = strlen(word);
  for (; l.length >= n; l.at++, l.length--)
    if (memcmp(l.at, word, n) == 0) return true;
  return false;
}

static const char prefix[] = "  File \"", middle[] = "\", line ", in[] = ", in ";

/* The line of the source that an entry of a traceback means. */
static line line_meant(const vt_buffer *source, line entry) {
  const line none = {"", 0};
  const char *name = (const char *)source->bytes, *end = entry.at + entry.length;
  size_t n = strlen(name), before = sizeof prefix - 1 + n + sizeof middle - 1, indent;
  if (entry.length <= before || memcmp(entry.at, prefix, sizeof prefix - 1) != 0 ||
      memcmp(entry.at + sizeof prefix - 1, name, n) != 0 ||
      memcmp(entry.at + sizeof prefix - 1 + n, middle, sizeof middle - 1) != 0)
    return none;
  const char *text = name + n + 1, *at = entry.at + before;
  size_t length = source->length - n - 1;
  unsigned long number = 0;
  for (; at < end && *at >= '0' && *at <= '9' && number < 100000000; at++)
    number = number * 10 + (unsigned long)(*at - '0');
  line l = line_of(text, length, number, &indent);
  if (at == end) return l;
  if ((size_t)(end - at) < sizeof in || memcmp(at, in, sizeof in - 1) != 0) return none;
  at += sizeof in - 1;
  size_t rest = (size_t)(end - at);
  if (rest == 8 && memcmp(at, "<module>", rest) == 0) return l;
  /* <lambda>, <genexpr>: such a line says so. */
  if (*at == '<') return has(l, "lambda") || has(l, "for ") ? l : none;
  return is_within(text, length, number, at, rest) ? l : none;
}

static void put_cut(vt_buffer *b, line l) {
  size_t n = l.length <= LINE_MOST ? l.length : vt_utf8_prefix(l.at, LINE_MOST);
  vt_buffer_add(b, l.at, n);
  if (n < l.length) vt_put(b, "…");
}

/* As many as the guest sends. */
#define ENTRIES_MOST 64u

static char *annotate(const vt_buffer *source, const char *traceback) {
  vt_buffer b = {0};
  unsigned entries = 0;
  while (*traceback != 0) {
    line entry = {traceback, strcspn(traceback, "\n")};
    vt_buffer_add(&b, entry.at, entry.length);
    vt_put(&b, "\n");
    traceback += entry.length + (traceback[entry.length] != 0);
    line l = entries++ < ENTRIES_MOST ? line_meant(source, entry) : (line){"", 0};
    if (l.length == 0) continue;
    vt_put(&b, "    ");
    put_cut(&b, l);
    vt_put(&b, "\n");
  }
  vt_buffer_add(&b, "", 1);
  if (!b.failed) return (char *)b.bytes;
  vt_buffer_free(&b);
  return NULL;
}

/* --- what a result keeps --- */

static uint64_t limit_of(vitrine_outcome outcome, const vitrine_limits *l) {
  switch (outcome) {
  case VITRINE_OUT_OF_STEPS: return l->steps;
  case VITRINE_OUT_OF_CPU: return l->cpu_ns;
  case VITRINE_OUT_OF_TIME: return l->time_ns;
  case VITRINE_OUT_OF_MEMORY: return l->memory;
  case VITRINE_OUT_OF_CALLS: return l->host_calls;
  default: return 0;
  }
}

void vt_explanation_end(vitrine_session *s, const vitrine_limits *limits, vitrine_result *r) {
  vt_told told = {.limit = limit_of(vitrine_result_outcome(r), limits),
                  .asked = (s->flags & VITRINE_EXPLAINED) != 0};
  vitrine_error error = {.size = sizeof error};
  if (told.asked && vitrine_result_error(r, &error) && s->source.length != 0)
    told.trace = annotate(&s->source, error.traceback);
  if (told.asked) told.names = vt_run_survey(s, VT_OP_NAMES);
  vt_result_tell(r, &told);
}

/* --- in words --- */

static const char *item_text(const vitrine_value *list, size_t index) {
  const char *text = "";
  const vitrine_value *v = vitrine_value_item(list, index);
  if (vitrine_value_type(v) == VITRINE_TYPE_STR) (void)vitrine_value_text(v, &text, NULL);
  return text;
}

/* " rows: list of 3 [1, 2, 3]" */
static void put_name(vt_buffer *b, const vitrine_value *entry) {
  int64_t count;
  const char *repr = item_text(entry, 3);
  vt_say(b, "  %.80s: %.80s", item_text(entry, 0), item_text(entry, 1));
  if (vitrine_value_int(vitrine_value_item(entry, 2), &count)) vt_say(b, " of %" PRId64, count);
  vt_say(b, "%s%.200s\n", *repr != 0 ? " " : "", repr);
}

static void put_names(vt_buffer *b, const vitrine_value *names) {
  int64_t count = 0;
  const vitrine_value *list = vitrine_value_item(names, 1);
  size_t told = vitrine_value_count(list);
  (void)vitrine_value_int(vitrine_value_item(names, 0), &count);
  if (names == NULL) vt_put(b, "Which variables there are could not be told.\n");
  else if (told == 0) vt_put(b, "The session has no variables.\n");
  else vt_put(b, "The session has these variables:\n");
  for (size_t i = 0; i < told; i++) put_name(b, vitrine_value_item(list, i));
  if (count > (int64_t)told) vt_say(b, "  and %" PRId64 " more\n", count - (int64_t)told);
}

static void put_amount(vt_buffer *b, vitrine_outcome outcome, uint64_t amount) {
  if (outcome == VITRINE_OUT_OF_MEMORY)
    vt_say(b, "%" PRIu64 ".%" PRIu64 " MiB", amount >> 20, (amount >> 10) % 1024 / 103);
  else if (outcome == VITRINE_OUT_OF_CPU || outcome == VITRINE_OUT_OF_TIME) vt_say_time(b, amount);
  else vt_say(b, "%" PRIu64, amount);
}

static uint64_t spent_of(vitrine_outcome outcome, const vitrine_result *r) {
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(r, &spent);
  vitrine_limits as = {.steps = spent.steps,
                       .cpu_ns = spent.cpu_ns,
                       .time_ns = spent.time_ns,
                       .memory = spent.memory,
                       .host_calls = spent.host_calls};
  return limit_of(outcome, &as);
}

static const char *noun(vitrine_outcome outcome) {
  switch (outcome) {
  case VITRINE_OUT_OF_STEPS: return " steps";
  case VITRINE_OUT_OF_CPU: return " of processor time";
  case VITRINE_OUT_OF_MEMORY: return " of memory";
  case VITRINE_OUT_OF_CALLS: return " host calls";
  default: return "";
  }
}

static void put_limit(vt_buffer *b, const vitrine_result *r, uint64_t limit) {
  vitrine_outcome outcome = vitrine_result_outcome(r);
  vt_say(b, "%s: the run took ", vitrine_outcome_name(outcome));
  put_amount(b, outcome, spent_of(outcome, r));
  vt_say(b, "%s; the limit is ", noun(outcome));
  put_amount(b, outcome, limit);
  vt_put(b, ".\n");
}

static const char *remedy(vitrine_outcome outcome) {
  switch (outcome) {
  case VITRINE_RAISED: return "Mend that, and run again only what is not done yet.\n";
  case VITRINE_OUT_OF_STEPS:
  case VITRINE_OUT_OF_CPU:
    return "Do less in one run: end the loop, find a faster way, take less data, or do a part in "
           "each of several runs.\n";
  case VITRINE_OUT_OF_TIME:
    return "Do less in one run, and wait less: sleeping and host calls count as well.\n";
  case VITRINE_OUT_OF_MEMORY:
    return "Hold less at once: go through the data in pieces, make no copies, del what is not "
           "needed any more.\n";
  case VITRINE_OUT_OF_CALLS:
    return "Call host functions less often: ask for more in one call, keep the answers.\n";
  case VITRINE_CANCELLED: return "The host ended it.\n";
  case VITRINE_TRAPPED: return "The interpreter failed: write it in another way.\n";
  default: return "";
  }
}

static void put_all(vt_buffer *b, const vitrine_result *r, const vt_told *told) {
  vitrine_outcome outcome = vitrine_result_outcome(r);
  vitrine_error error = {.size = sizeof error};
  bool where = vitrine_result_error(r, &error) && *error.traceback != 0;
  if (told->limit != 0) put_limit(b, r, told->limit);
  else if (outcome == VITRINE_DONE)
    vt_say(b, "The run ended itself with exit code %d.\n", vitrine_result_exit_code(r));
  else if (outcome != VITRINE_RAISED) vt_say(b, "%s.\n", vitrine_outcome_name(outcome));
  if (where) vt_put(b, told->trace != NULL ? told->trace : error.traceback);
  if (where && b->length != 0 && b->bytes[b->length - 1] != '\n') vt_put(b, "\n");
  vt_put(b, remedy(outcome));
  vt_put(b, vitrine_result_rolled_back(r) ? "Nothing of the run is left in the session.\n"
                                          : "What it did before that is kept.\n");
  if (told->asked) put_names(b, told->names);
}

#define NOTE_MOST 48u

/* Head and tail, with a note between that says how much is missing. */
static void cut(vt_buffer *b, size_t most) {
  char note[NOTE_MOST];
  if (b->failed || b->length <= most) return;
  size_t room = most > NOTE_MOST ? most - NOTE_MOST : 0, tail = room / 3;
  size_t head = vt_utf8_prefix(b->bytes, room - tail);
  const uint8_t *from = b->bytes + b->length - tail;
  for (; tail != 0 && (*from & 0xc0) == 0x80; tail--) from++;
  int n = snprintf(note, sizeof note, "\n… %zu bytes left out …\n", b->length - head - tail);
  size_t length = n > 0 && room != 0 ? (size_t)n : 0;
  if (length == 0) head = vt_utf8_prefix(b->bytes, most);
  memcpy(b->bytes + head, note, length);
  memmove(b->bytes + head + length, from, tail);
  b->length = head + length + tail;
}

char *vitrine_result_explain(const vitrine_result *r, size_t most, size_t *length) {
  if (r == NULL) {
    (void)vt_fail(VITRINE_ERR_MISUSE, "the result is NULL");
    return NULL;
  }
  vt_buffer b = {0};
  if (!vitrine_result_ok(r) && vitrine_result_outcome(r) != VITRINE_PENDING)
    put_all(&b, r, vt_result_told(r));
  cut(&b, most != 0 ? most : STANDARD_LENGTH);
  return vt_hand_out(&b, length);
}
