/* result.c - how a run ended, for the host to keep.
 *
 * Owns copies of everything: nothing in a result points into a session, or into
 * the guest. One block holds the result and its short texts. */
#include "result.h"

#include <string.h>

#include "alloc.h"
#include "cage.h"
#include "request.h"
#include "session.h"
#include "status.h"

struct vitrine_result {
  vitrine_outcome outcome;
  int exit_code;
  bool rolled_back, has_error;
  uint64_t wait_ns;
  vitrine_spent spent;
  vitrine_error error;
  const char *repr;
  vitrine_value *value;
  char *output[2]; /* NULL: nothing written */
  size_t output_length[2];
  uint64_t dropped[2];
  vitrine_door_spent *doors; /* one block, with their names */
  size_t door_count;
  vt_told told;
  char texts[];
};

static const char *trap_text(uint32_t trap) {
  switch (trap) {
  case VT_TRAP_UNREACHABLE: return "the interpreter reached a place that it holds for impossible";
  case VT_TRAP_DIVIDE: return "division by zero in the interpreter";
  case VT_TRAP_CONVERT: return "a number that the interpreter could not convert";
  case VT_TRAP_INDIRECT: return "call of a function that is none";
  case VT_TRAP_MEMORY: return "store outside of the guest's memory";
  case VT_TRAP_STACK: return "the interpreter's stack is used up";
  case VT_TRAP_DOOR: return "nonsense at a door to the host";
  default: return "the interpreter ended without a result";
  }
}

/* Copies a text behind those that are there already. */
static const char *put(char **at, const char *text, size_t length) {
  char *to = *at;
  if (length != 0) memcpy(to, text, length);
  to[length] = 0;
  *at += length + 1;
  return to;
}

static const char *put_span(char **at, vt_span span) { return put(at, span.at, span.length); }

static void put_error(vitrine_result *r, const vt_ending *e, const vt_report *p, char **at) {
  r->error = (vitrine_error){.size = sizeof r->error, .traceback = "", .file = ""};
  if (e->outcome == VITRINE_TRAPPED) {
    r->has_error = true;
    r->error.type = "Trap";
    r->error.message = trap_text(e->trap);
    return;
  }
  if (p == NULL || p->type.at == NULL) return;
  r->has_error = true;
  if (p->kind == VT_KIND_STOPPED) {
    r->error.type = "Stopped";
    r->error.message = vitrine_outcome_name(e->outcome);
  } else {
    r->error.type = put_span(at, p->type);
    r->error.message = put_span(at, p->message);
  }
  r->error.traceback = put_span(at, p->traceback);
  r->error.file = put_span(at, p->file);
  r->error.line = p->line;
  r->error.column = p->column;
}

vitrine_result *vt_result_new(const vt_ending *e, vt_report *p, vt_output output[2]) {
  size_t texts = 0;
  if (p != NULL)
    texts = p->repr.length + p->type.length + p->message.length + p->traceback.length +
            p->file.length + 5;
  vitrine_result *r = vt_alloc(sizeof *r + texts);
  if (r == NULL) return NULL;
  memset(r, 0, sizeof *r);
  r->outcome = e->outcome;
  r->rolled_back = e->rolled_back;
  r->wait_ns = e->wait_ns;
  r->exit_code = e->outcome == VITRINE_DONE ? p->exit_code : 1;
  char *at = r->texts;
  put_error(r, e, p, &at);
  if (e->outcome == VITRINE_DONE) {
    if (p->repr.at != NULL) r->repr = put_span(&at, p->repr);
    r->value = p->value;
  } else if (p != NULL) {
    vitrine_value_free(p->value);
  }
  if (p != NULL) p->value = NULL;
  for (int i = 0; i < 2; i++) {
    r->dropped[i] = vt_output_settle(&output[i]);
    r->output[i] = output[i].text;
    r->output_length[i] = output[i].length;
    output[i].text = NULL;
  }
  return r;
}

bool vt_result_meter(vitrine_result *r, const vitrine_session *s) {
  size_t count = 0, names = 0;
  for (size_t i = 0; i < s->grants.count; i++)
    if (vt_toll_paid(&s->grants.list[i].toll, s->runs)) {
      count++;
      names += strlen(s->grants.list[i].name) + 1;
    }
  if (count == 0) return true;
  r->doors = vt_alloc(count * sizeof *r->doors + names);
  if (r->doors == NULL) return false;
  char *at = (char *)(r->doors + count);
  for (size_t i = 0; i < s->grants.count; i++) {
    const vt_grant *g = &s->grants.list[i];
    if (!vt_toll_paid(&g->toll, s->runs)) continue;
    vitrine_door_spent *d = &r->doors[r->door_count++];
    *d = g->toll.spent;
    d->name = put(&at, g->name, strlen(g->name));
  }
  return true;
}

void vt_result_tell(vitrine_result *r, const vt_told *told) { r->told = *told; }

const vt_told *vt_result_told(const vitrine_result *r) { return &r->told; }

void vt_result_spend(vitrine_result *r, const vitrine_spent *spent) { r->spent = *spent; }

void vitrine_result_free(vitrine_result *r) {
  if (r == NULL) return;
  vitrine_value_free(r->value);
  vt_free(r->output[0]);
  vt_free(r->output[1]);
  vt_free(r->doors);
  vt_free(r->told.trace);
  vitrine_value_free(r->told.names);
  vt_free(r);
}

/* --- readers: of a result that is NULL they say what is least surprising --- */

vitrine_outcome vitrine_result_outcome(const vitrine_result *r) {
  return r != NULL ? r->outcome : VITRINE_TRAPPED;
}

int vitrine_result_ok(const vitrine_result *r) {
  return r != NULL && r->outcome == VITRINE_DONE && r->exit_code == 0;
}

int vitrine_result_exit_code(const vitrine_result *r) { return r != NULL ? r->exit_code : 1; }

int vitrine_result_rolled_back(const vitrine_result *r) { return r != NULL && r->rolled_back; }

uint64_t vitrine_result_wait(const vitrine_result *r) {
  return r != NULL && r->outcome == VITRINE_PENDING ? r->wait_ns : UINT64_MAX;
}

const vitrine_value *vitrine_result_value(const vitrine_result *r) {
  return r != NULL ? r->value : NULL;
}

const char *vitrine_result_repr(const vitrine_result *r) { return r != NULL ? r->repr : NULL; }

static bool has_output(const vitrine_result *r, int fd) {
  return r != NULL && (fd == 1 || fd == 2) && r->output[fd - 1] != NULL;
}

const char *vitrine_result_output(const vitrine_result *r, int fd, size_t *length) {
  bool has = has_output(r, fd);
  if (length != NULL) *length = has ? r->output_length[fd - 1] : 0;
  return has ? r->output[fd - 1] : "";
}

uint64_t vitrine_result_truncated(const vitrine_result *r, int fd) {
  return has_output(r, fd) ? r->dropped[fd - 1] : 0;
}

void vitrine_result_spent(const vitrine_result *r, vitrine_spent *spent) {
  if (spent == NULL || !vt_clear_output(spent, sizeof *spent) || r == NULL) return;
  size_t size = spent->size;
  memcpy(spent, &r->spent, sizeof *spent);
  spent->size = size;
}

size_t vitrine_result_doors(const vitrine_result *r, vitrine_door_spent *total) {
  size_t count = r != NULL ? r->door_count : 0;
  if (total == NULL || !vt_clear_output(total, sizeof *total)) return count;
  total->name = "";
  for (size_t i = 0; i < count; i++) {
    total->calls += r->doors[i].calls;
    total->bytes_in += r->doors[i].bytes_in;
    total->bytes_out += r->doors[i].bytes_out;
    total->time_ns += r->doors[i].time_ns;
  }
  return count;
}

int vitrine_result_door(const vitrine_result *r, size_t index, vitrine_door_spent *spent) {
  if (spent == NULL || !vt_clear_output(spent, sizeof *spent) || r == NULL ||
      index >= r->door_count)
    return 0;
  size_t size = spent->size;
  memcpy(spent, &r->doors[index], sizeof *spent);
  spent->size = size;
  return 1;
}

int vitrine_result_error(const vitrine_result *r, vitrine_error *error) {
  if (error == NULL || !vt_clear_output(error, sizeof *error) || r == NULL || !r->has_error)
    return 0;
  size_t size = error->size;
  memcpy(error, &r->error, sizeof *error);
  error->size = size;
  return 1;
}
