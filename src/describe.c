/* describe.c - a session in words for a model, and its host functions as tools.
 *
 * Owns nothing beyond a call. Everything comes from the host's side: the guest
 * cannot change what is said about it. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "session.h"
#include "status.h"
#include "text.h"

static void put(vt_buffer *b, const char *text) { vt_buffer_add(b, text, strlen(text)); }

static void say(vt_buffer *b, const char *format, ...) VT_FORMAT(2, 3);
static void say(vt_buffer *b, const char *format, ...) {
  char text[256];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(text, sizeof text, format, args);
  va_end(args);
  put(b, text);
}

/* A copy that the caller frees with free(), of at most `most` bytes. */
static char *hand_out(vt_buffer *b, size_t most, size_t *length) {
  char *out = b->failed ? NULL : malloc(b->length + 1);
  if (out != NULL) {
    size_t n = b->length <= most ? b->length : vt_utf8_prefix(b->bytes, most);
    if (n != 0) memcpy(out, b->bytes, n);
    out[n] = 0;
    if (length != NULL) *length = n;
  } else {
    (void)vt_fail_memory();
  }
  vt_buffer_free(b);
  return out;
}

/* --- in words --- */

static void put_size(vt_buffer *b, uint64_t bytes) {
  static const char units[] = " KMG";
  unsigned unit = 0;
  while (unit < 3 && bytes >= 1024 && bytes % 1024 == 0) {
    bytes /= 1024;
    unit++;
  }
  say(b, unit != 0 ? "%" PRIu64 " %ciB" : "%" PRIu64 " bytes", bytes, units[unit]);
}

static void put_seconds(vt_buffer *b, uint64_t ns, const char *of) {
  if (ns == VITRINE_UNLIMITED) return;
  say(b, ", %" PRIu64, ns / 1000000000);
  if (ns % 1000000000 != 0) say(b, ".%03" PRIu64, ns / 1000000 % 1000);
  say(b, " s %s", of);
}

static void put_limits(vt_buffer *b, const vitrine_limits *l) {
  put(b, "Limits of a run: ");
  put_size(b, l->memory);
  put(b, " of memory");
  put_seconds(b, l->cpu_ns, "of processor time");
  put_seconds(b, l->time_ns, "in all");
  if (l->output != VITRINE_UNLIMITED) {
    put(b, ", ");
    put_size(b, l->output);
    put(b, " of output");
  }
  if (l->host_calls != VITRINE_UNLIMITED) say(b, ", %" PRIu64 " host calls", l->host_calls);
  say(b, ", %" PRIu64 " nested calls.\n", l->depth);
}

static size_t first_line(const char *text) { return strcspn(text, "\n"); }

static void put_door(vt_buffer *b, const vt_grant *g) {
  put(b, "  ");
  put(b, g->name);
  put(b, g->text != NULL ? g->text : "(...)");
  put(b, "\n");
  if (g->doc == NULL || g->doc[0] == 0) return;
  put(b, "    ");
  vt_buffer_add(b, g->doc, first_line(g->doc));
  put(b, "\n");
}

#define STANDARD_LENGTH 4096u

/* What is left out for want of room is counted, so that nobody takes a part for
 * the whole. */
static void put_doors(vt_buffer *b, const vt_grants *grants, size_t most) {
  char tail[64];
  put(b, "Host functions, called like any other:\n");
  for (size_t i = 0; i < grants->count; i++) {
    size_t before = b->length;
    (void)snprintf(tail, sizeof tail, "  and %zu more\n", grants->count - i);
    put_door(b, &grants->list[i]);
    if (b->length + (i + 1 < grants->count ? sizeof tail : 0) <= most) continue;
    b->length = before;
    put(b, tail);
    return;
  }
}

char *vitrine_describe(const vitrine_session *s, size_t most, size_t *length) {
  if (s == NULL) {
    (void)vt_fail(VITRINE_ERR_MISUSE, "session is NULL");
    return NULL;
  }
  if (most == 0) most = STANDARD_LENGTH;
  vt_buffer b = {0};
  put(&b, "Python 3 in a sandbox (MicroPython). Variables, functions and imports live on from "
          "one run to the next. The result is what is printed, and the value of the last "
          "expression. Most of the standard library that computes can be imported; nothing can "
          "be installed.\n");
  put_limits(&b, &s->limits);
  put(&b, s->clock_ns != 0 ? "The date and time are known. " : "The date and time are not known. ");
  put(&b, s->random ? "Randomness is real. " : "random gives the same numbers in every session. ");
  put(&b, s->read != NULL ? "input() and sys.stdin can be read. " : "There is no input. ");
  put(&b, "There is no network, no process, no environment, and no file but what a host function "
          "offers.\n");
  if (s->grants.count != 0) put_doors(&b, &s->grants, most);
  return hand_out(&b, most, length);
}

/* --- as tools --- */

char *vitrine_tools_json(const vitrine_session *s, size_t *length) {
  if (s == NULL) {
    (void)vt_fail(VITRINE_ERR_MISUSE, "session is NULL");
    return NULL;
  }
  vt_buffer b = {0};
  put(&b, "[");
  for (size_t i = 0; i < s->grants.count; i++) {
    const vt_grant *g = &s->grants.list[i];
    put(&b, i != 0 ? ",{\"name\":" : "{\"name\":");
    vt_json_text(&b, g->name, strlen(g->name));
    put(&b, ",\"description\":");
    vt_json_text(&b, g->doc != NULL ? g->doc : "", g->doc != NULL ? strlen(g->doc) : 0);
    put(&b, ",\"parameters\":");
    if (g->signature != NULL) vt_signature_schema(g->signature, &b);
    else put(&b, "{\"type\":\"object\"}");
    put(&b, "}");
  }
  put(&b, "]");
  return hand_out(&b, SIZE_MAX, length);
}
