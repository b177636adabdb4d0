/* describe.c - a session in words for a model, and its host functions as tools.
 *
 * Owns nothing beyond a call. Everything comes from the host's side: the guest
 * cannot change what is said about it. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "json.h"
#include "request.h"
#include "session.h"
#include "status.h"
#include "text.h"

/* --- in words --- */

static void put_seconds(vt_buffer *b, uint64_t ns, const char *of) {
  if (ns == VITRINE_UNLIMITED) return;
  vt_put(b, ", ");
  vt_say_time(b, ns);
  vt_say(b, " %s", of);
}

static void put_limits(vt_buffer *b, const vitrine_limits *l) {
  vt_put(b, "Limits of a run: ");
  vt_say_size(b, l->memory);
  vt_put(b, " of memory");
  put_seconds(b, l->cpu_ns, "of processor time");
  put_seconds(b, l->time_ns, "in all");
  if (l->output != VITRINE_UNLIMITED) {
    vt_put(b, ", ");
    vt_say_size(b, l->output);
    vt_put(b, " of output");
  }
  if (l->host_calls != VITRINE_UNLIMITED) vt_say(b, ", %" PRIu64 " host calls", l->host_calls);
  vt_say(b, ", %" PRIu64 " nested calls.\n", l->depth);
}

static size_t first_line(const char *text) { return strcspn(text, "\n"); }

/* For a module of the guest's library, not for programs: of such a door only the doc
 * is told, which says what it makes possible. */
static bool is_private(const vt_grant *g) { return g->name[0] == '_'; }

static void put_door(vt_buffer *b, const vt_grant *g) {
  bool has_doc = g->doc != NULL && g->doc[0] != 0;
  if (!is_private(g)) {
    vt_put(b, (g->flags & VITRINE_DOOR_ASYNC) != 0 ? "  await " : "  ");
    vt_put(b, g->name);
    vt_put(b, g->text != NULL ? g->text : "(...)");
    vt_put(b, "\n");
  }
  if (!has_doc) return;
  vt_put(b, is_private(g) ? "  " : "    ");
  vt_buffer_add(b, g->doc, first_line(g->doc));
  vt_put(b, "\n");
}

#define STANDARD_LENGTH 4096u

/* What is left out for want of room is counted, so that nobody takes a part for
 * the whole. */
static void put_doors(vt_buffer *b, const vt_grants *grants, size_t most) {
  char tail[64];
  bool awaited = false;
  for (size_t i = 0; i < grants->count; i++)
    awaited = awaited || (grants->list[i].flags & VITRINE_DOOR_ASYNC) != 0;
  vt_put(b, "Host functions, called like any other");
  if (awaited) vt_put(b, ", or with await in an async function that asyncio.run() runs");
  vt_put(b, ":\n");
  for (size_t i = 0; i < grants->count; i++) {
    size_t before = b->length;
    (void)snprintf(tail, sizeof tail, "  and %zu more\n", grants->count - i);
    put_door(b, &grants->list[i]);
    if (b->length + (i + 1 < grants->count ? sizeof tail : 0) <= most) continue;
    b->length = before;
    vt_put(b, tail);
    return;
  }
}

/* What the guest says that can be imported; nothing while it runs. */
static vitrine_value *modules_of(const vitrine_session *session) {
  vitrine_session *s = (vitrine_session *)(uintptr_t)session; /* as it was, afterwards */
  if (vt_session_take(s) != VITRINE_OK) return NULL;
  vitrine_value *modules = vt_run_survey(s, VT_OP_MODULES);
  vt_session_give(s);
  return modules;
}

static void put_modules(vt_buffer *b, const vitrine_value *modules, size_t most) {
  size_t count = vitrine_value_count(modules);
  if (count == 0) return;
  vt_put(b, "Modules: ");
  for (size_t i = 0; i < count; i++) {
    const char *name;
    size_t length;
    if (!vitrine_value_text(vitrine_value_item(modules, i), &name, &length)) continue;
    if (b->length + length + sizeof ", and 1000 more.\n" > most) {
      vt_say(b, "and %zu more.\n", count - i);
      return;
    }
    vt_buffer_add(b, name, length);
    vt_put(b, i + 1 < count ? ", " : ".\n");
  }
}

char *vitrine_describe(const vitrine_session *s, size_t most, size_t *length) {
  if (s == NULL) {
    (void)vt_fail(VITRINE_ERR_MISUSE, "session is NULL");
    return NULL;
  }
  if (most == 0) most = STANDARD_LENGTH;
  vt_buffer b = {0};
  vt_put(&b, "Python 3 in a sandbox (MicroPython). Variables, functions and imports live on from "
             "one run to the next. The result is what is printed, and the value of the last "
             "expression. Nothing can be installed.\n");
  put_limits(&b, &s->limits);
  vt_put(&b,
         s->clock_ns != 0 ? "The date and time are known. " : "The date and time are not known. ");
  vt_put(&b,
         s->random ? "Randomness is real. " : "random gives the same numbers in every session. ");
  vt_put(&b, s->read != NULL ? "input() and sys.stdin can be read. " : "There is no input. ");
  vt_put(&b, "There is no process and no environment, and no file and no network but what is "
             "granted below.\n");
  if (s->grants.count != 0) put_doors(&b, &s->grants, most);
  vitrine_value *modules = modules_of(s);
  put_modules(&b, modules, most);
  vitrine_value_free(modules);
  if (b.length > most) b.length = vt_utf8_prefix(b.bytes, most);
  return vt_hand_out(&b, length);
}

/* --- as tools --- */

char *vitrine_tools_json(const vitrine_session *s, size_t *length) {
  if (s == NULL) {
    (void)vt_fail(VITRINE_ERR_MISUSE, "session is NULL");
    return NULL;
  }
  vt_buffer b = {0};
  vt_put(&b, "[");
  for (size_t i = 0; i < s->grants.count; i++) {
    const vt_grant *g = &s->grants.list[i];
    if (is_private(g)) continue;
    vt_put(&b, b.length > 1 ? ",{\"name\":" : "{\"name\":");
    vt_json_text(&b, g->name, strlen(g->name));
    vt_put(&b, ",\"description\":");
    vt_json_text(&b, g->doc != NULL ? g->doc : "", g->doc != NULL ? strlen(g->doc) : 0);
    vt_put(&b, ",\"parameters\":");
    if (g->signature != NULL) vt_signature_schema(g->signature, &b);
    else vt_put(&b, "{\"type\":\"object\"}");
    vt_put(&b, "}");
  }
  vt_put(&b, "]");
  return vt_hand_out(&b, length);
}
