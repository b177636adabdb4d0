/* session.c - the life of a session, and what can be asked of one.
 *
 * Owns the session and, through it, its cell and its grants. Invariant: only who
 * has taken the session (vt_session_take) touches the guest, and a call that
 * fails leaves it as it was. */
#include "session.h"

#include <string.h>

#include "alloc.h"
#include "codec.h"
#include "image.h"
#include "limits.h"
#include "request.h"
#include "status.h"
#include "text.h"

#define KNOWN_FLAGS (VITRINE_TRANSACTIONAL | VITRINE_INTERACTIVE | VITRINE_EXPLAINED)

/* --- taking --- */

static vitrine_status take(vitrine_session *s) {
  if (s == NULL) return vt_fail(VITRINE_ERR_MISUSE, "session is NULL");
  int idle = VT_IDLE;
  if (atomic_compare_exchange_strong_explicit(&s->state, &idle, VT_BUSY, memory_order_acquire,
                                              memory_order_relaxed))
    return VITRINE_OK;
  return vt_fail(VITRINE_ERR_MISUSE,
                 "the session is running: from its callbacks, and from other threads meanwhile, "
                 "only vitrine_cancel() may be called on it");
}

vitrine_status vt_session_take_waiting(vitrine_session *s) {
  vitrine_status status = take(s);
  if (status == VITRINE_OK && s->run.wait == VT_AWAKE) vt_memory_settle(s->cell);
  return status;
}

vitrine_status vt_session_take(vitrine_session *s) {
  vitrine_status status = vt_session_take_waiting(s);
  if (status != VITRINE_OK || s->run.wait == VT_AWAKE) return status;
  vt_session_give(s);
  return vt_fail(VITRINE_ERR_MISUSE,
                 "the session's run waits for the host: vitrine_resume() goes on with it, "
                 "vitrine_session_reset() drops it");
}

void vt_session_give(vitrine_session *s) {
  atomic_store_explicit(&s->state, VT_IDLE, memory_order_release);
}

void vitrine_cancel(vitrine_session *s) {
  if (s != NULL) atomic_store_explicit(&s->cancel, 1, memory_order_relaxed);
}

void vitrine_session_arm(vitrine_session *s) {
  if (s == NULL) return;
  atomic_store_explicit(&s->cancel, 0, memory_order_relaxed);
  s->armed = true;
}

/* --- birth and death --- */

static vitrine_status set_options(vitrine_session *s, const vitrine_options *options) {
  const vitrine_limits *limits = NULL;
  if (options != NULL) {
    vitrine_status status = vt_check_size(options, sizeof *options, "options");
    if (status != VITRINE_OK) return status;
    if ((options->flags & ~KNOWN_FLAGS) != 0)
      return vt_fail(VITRINE_ERR_MISUSE, "options.flags is 0x%x: this library knows 0x%x",
                     options->flags, KNOWN_FLAGS);
    limits = options->limits;
    s->write = options->write;
    s->user = options->user;
    s->flags = options->flags;
  }
  vitrine_status status = vt_limits_fill(&s->limits, limits, NULL);
  s->memory_most = s->limits.memory;
  return status;
}

/* The session's memory and clock become the snapshot's. */
static void begin_with(vitrine_session *s, vt_cell *cell) {
  s->cell = cell;
  s->ticks_ns = cell->of->ticks_ns;
  s->inherited = true;
  s->chance.at = 0;
  s->paused = cell->of->paused;
  cell->cage.host = s;
}

static vitrine_status session_new(const vitrine_snapshot *of, const vitrine_options *options,
                                  vitrine_session **out) {
  vitrine_session *s = vt_alloc(sizeof *s);
  if (s == NULL) return vt_fail_memory();
  memset(s, 0, sizeof *s);
  atomic_init(&s->state, VT_IDLE);
  atomic_init(&s->cancel, 0);
  vitrine_status status = set_options(s, options);
  if (status != VITRINE_OK) goto fail;
  status = vt_limits_hold(&s->limits, of->size, s->memory_most);
  if (status != VITRINE_OK) goto fail;
  vt_cell *cell = vt_cell_take(of, &status);
  if (cell == NULL) goto fail;
  begin_with(s, cell);
  *out = s;
  return VITRINE_OK;
fail:
  vt_free(s);
  return status;
}

vitrine_status vitrine_session_new(const vitrine_options *options, vitrine_session **out) {
  if (out == NULL) return vt_fail(VITRINE_ERR_MISUSE, "out is NULL");
  *out = NULL;
  vitrine_status status;
  const vitrine_snapshot *boot = vt_boot_get(&status);
  return boot != NULL ? session_new(boot, options, out) : status;
}

vitrine_status vitrine_snapshot_fork(const vitrine_snapshot *snapshot,
                                     const vitrine_options *options, vitrine_session **out) {
  if (snapshot == NULL || out == NULL)
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", snapshot == NULL ? "snapshot" : "out");
  *out = NULL;
  return session_new(snapshot, options, out);
}

void vitrine_session_free(vitrine_session *s) {
  /* From one of its own callbacks it is misuse, and better leaked than freed. */
  if (s == NULL || take(s) != VITRINE_OK) return;
  if (s->run.wait != VT_AWAKE) vt_run_drop(s);
  vt_grants_free(&s->grants);
  vt_audit_close(s);
  vt_cell_give(s->cell);
  vt_buffer_free(&s->argv);
  vt_buffer_free(&s->source);
  vt_free(s);
}

bool vt_session_fresh(const vitrine_session *s) {
  return s->runs == 0 && s->clock_ns == 0 && !s->random && s->read == NULL;
}

static vitrine_status bind_argv(vitrine_session *s) {
  return vt_run_service(s, VT_OP_ARGV, NULL, s->argv.bytes, s->argv.length,
                        "vitrine_session_argv()");
}

/* What the guest has to be told again when its memory is new. */
static vitrine_status bind_all(vitrine_session *s, const char *what) {
  vitrine_status status = s->argv.length != 0 ? bind_argv(s) : VITRINE_OK;
  for (size_t i = 0; status == VITRINE_OK && i < s->grants.count; i++)
    status = vt_grant_tell(s, &s->grants.list[i], what);
  return status;
}

/* All or nothing. The session is taken. */
static vitrine_status reset(vitrine_session *s, const vitrine_snapshot *to, const char *what) {
  vitrine_status status = vt_limits_hold(&s->limits, to->size, s->memory_most);
  vt_cell *fresh = status == VITRINE_OK ? vt_cell_take(to, &status) : NULL;
  if (fresh == NULL) return status;
  if (s->run.wait != VT_AWAKE) vt_run_drop(s);
  vt_cell *old = s->cell;
  uint64_t ticks = s->ticks_ns;
  bool inherited = s->inherited, paused = s->paused;
  atomic_store_explicit(&s->cancel, 0, memory_order_relaxed);
  begin_with(s, fresh);
  status = vt_audit_reset(s, to);
  if (status == VITRINE_OK) {
    status = bind_all(s, what);
    /* The log says that it went there. */
    if (status != VITRINE_OK) vt_audit_break(s);
  }
  if (status != VITRINE_OK) {
    s->cell = old;
    s->ticks_ns = ticks;
    s->inherited = inherited;
    s->paused = paused;
    old = fresh;
  }
  vt_cell_give(old);
  return status;
}

vitrine_status vt_session_go_to(vitrine_session *s, const vitrine_snapshot *to) {
  vitrine_status status = vt_limits_hold(&s->limits, to->size, s->memory_most);
  vt_cell *old = s->cell, *fresh = status == VITRINE_OK ? vt_cell_take(to, &status) : NULL;
  if (fresh == NULL) return status;
  begin_with(s, fresh);
  vt_cell_give(old);
  return VITRINE_OK;
}

vitrine_status vitrine_session_reset(vitrine_session *s) {
  vitrine_status status = take(s);
  if (status != VITRINE_OK) return status;
  status = reset(s, s->cell->of, "vitrine_session_reset()");
  vt_session_give(s);
  return status;
}

vitrine_status vitrine_session_reset_to(vitrine_session *s, const vitrine_snapshot *snapshot) {
  if (snapshot == NULL) return vt_fail(VITRINE_ERR_MISUSE, "snapshot is NULL");
  vitrine_status status = take(s);
  if (status != VITRINE_OK) return status;
  status = reset(s, snapshot, "vitrine_session_reset_to()");
  vt_session_give(s);
  return status;
}

/* --- settings --- */

vitrine_status vitrine_session_limit(vitrine_session *s, const vitrine_limits *limits) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (limits == NULL) {
    status = vt_fail(VITRINE_ERR_MISUSE, "limits is NULL");
  } else {
    vitrine_limits filled;
    status = vt_limits_fill(&filled, limits, NULL);
    if (status == VITRINE_OK && limits->memory == 0 && filled.memory > s->memory_most)
      filled.memory = s->memory_most;
    if (status == VITRINE_OK) status = vt_limits_hold(&filled, s->cell->of->size, s->memory_most);
    if (status == VITRINE_OK) s->limits = filled;
  }
  vt_session_give(s);
  return status;
}

vitrine_status vitrine_session_limits(const vitrine_session *s, vitrine_limits *limits) {
  if (s == NULL || limits == NULL)
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", s == NULL ? "session" : "limits");
  if (!vt_clear_output(limits, sizeof *limits))
    return vt_fail(VITRINE_ERR_MISUSE, "limits.size is %zu: begin with vitrine_limits_default()",
                   limits->size);
  size_t size = limits->size;
  memcpy(limits, &s->limits, sizeof *limits);
  limits->size = size;
  return VITRINE_OK;
}

/* So long an argv is no mistake, but what would not fit into the guest is. */
#define ARGV_MOST ((size_t)16 << 20)

static vitrine_status encode_argv(int argc, const char *const *argv, vt_buffer *out) {
  if (argc < 0 || (argc > 0 && argv == NULL))
    return vt_fail(VITRINE_ERR_MISUSE, "argc is %d, argv is %s", argc,
                   argv == NULL ? "NULL" : "set");
  vitrine_value *list = vitrine_list();
  vitrine_status status = list != NULL ? VITRINE_OK : vt_fail_memory();
  for (int i = 0; i < argc && status == VITRINE_OK; i++) {
    if (argv[i] == NULL) status = vt_fail(VITRINE_ERR_MISUSE, "argv[%d] is NULL", i);
    else status = vt_check_text(argv[i], strlen(argv[i]), "an element of argv");
    if (status == VITRINE_OK)
      status = vitrine_value_add(list, vitrine_str(argv[i], strlen(argv[i])));
  }
  if (status == VITRINE_OK) status = vt_encode(list, out, ARGV_MOST);
  vitrine_value_free(list);
  return status;
}

vitrine_status vitrine_session_argv(vitrine_session *s, int argc, const char *const *argv) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  vt_buffer old = s->argv, unused = {0};
  status = encode_argv(argc, argv, &unused);
  if (status == VITRINE_OK) {
    s->argv = unused;
    status = bind_argv(s);
    if (status == VITRINE_OK) {
      unused = old;
    } else {
      unused = s->argv;
      s->argv = old;
    }
  }
  vt_buffer_free(&unused);
  vt_session_give(s);
  return status;
}

/* --- running --- */

static size_t clip(uint64_t limit) { return limit < SIZE_MAX ? (size_t)limit : SIZE_MAX; }

static vitrine_status check_out(vitrine_result **out) {
  if (out == NULL) return vt_fail(VITRINE_ERR_MISUSE, "out is NULL");
  *out = NULL;
  return VITRINE_OK;
}

static vitrine_status check_source(const vt_request *q) {
  if (q->payload == NULL && q->payload_length != 0)
    return vt_fail(VITRINE_ERR_MISUSE, "source is NULL");
  if (q->payload_length > q->limits->source)
    return vt_fail(VITRINE_ERR_TOOBIG,
                   "the source has %zu bytes, and limits.source is %llu: raise it",
                   q->payload_length, (unsigned long long)q->limits->source);
  vitrine_status status = vt_check_text(q->payload, q->payload_length, "the source");
  return status == VITRINE_OK ? vt_check_text(q->name, q->name_length, "the name of the source")
                              : status;
}

/* `limits`, with what is not in it from the session. */
static vitrine_status fill_limits(const vitrine_session *s, const vitrine_limits *limits,
                                  vitrine_limits *filled) {
  *filled = s->limits;
  if (limits == NULL) return VITRINE_OK;
  vitrine_status status = vt_limits_fill(filled, limits, &s->limits);
  return status == VITRINE_OK ? vt_limits_hold(filled, s->cell->of->size, s->memory_most) : status;
}

static vitrine_status run(vitrine_session *s, vt_request q, const vitrine_limits *limits,
                          vitrine_result **out) {
  vitrine_limits filled;
  vitrine_status status = check_out(out);
  if (status == VITRINE_OK) status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  status = fill_limits(s, limits, &filled);
  q.op = VT_OP_EXEC;
  if (q.name == NULL) q.name = "<run>";
  q.name_length = strlen(q.name);
  q.limits = &filled;
  if (status == VITRINE_OK) status = check_source(&q);
  if (status == VITRINE_OK) status = vt_run_request(s, &q, out);
  vt_session_give(s);
  return status;
}

vitrine_status vitrine_run_limited(vitrine_session *s, const vitrine_limits *limits,
                                   const char *name, const char *source, size_t length,
                                   vitrine_result **out) {
  vt_request q = {.name = name, .payload = source, .payload_length = length};
  return run(s, q, limits, out);
}

vitrine_status vitrine_run(vitrine_session *s, const char *name, const char *source, size_t length,
                           vitrine_result **out) {
  return vitrine_run_limited(s, NULL, name, source, length, out);
}

vitrine_status vitrine_start(vitrine_session *s, const vitrine_limits *limits, const char *name,
                             const char *source, size_t length, vitrine_result **out) {
  vt_request q = {.name = name, .payload = source, .payload_length = length, .may_wait = true};
  return run(s, q, limits, out);
}

/* A list, or a tuple of a list and a dict whose keys are names. */
static vitrine_status encode_arguments(const vitrine_value *args, size_t limit, vt_buffer *out) {
  const vitrine_value *list = args, *named = NULL;
  if (vitrine_value_type(args) == VITRINE_TYPE_TUPLE && vitrine_value_count(args) == 2) {
    list = vitrine_value_item(args, 0);
    named = vitrine_value_item(args, 1);
  }
  bool good = vitrine_value_type(list) == VITRINE_TYPE_LIST &&
              (named == NULL || vitrine_value_type(named) == VITRINE_TYPE_DICT);
  for (size_t i = 0; good && i < vitrine_value_count(named); i++)
    good = vitrine_value_type(vitrine_value_key(named, i)) == VITRINE_TYPE_STR;
  if (!good)
    return vt_fail(VITRINE_ERR_MISUSE,
                   "args is no list, and no tuple of a list and a dict whose keys are names");
  vitrine_status status = vt_encode(list, out, limit);
  if (status != VITRINE_OK || vitrine_value_count(named) == 0) return status;
  return vt_encode(named, out, limit - out->length);
}

static vitrine_status invoke(vitrine_session *s, const vitrine_limits *limits, const char *function,
                             const vitrine_value *args, bool may_wait, vitrine_result **out) {
  static const uint8_t no_args[] = {0x80};
  vitrine_limits filled;
  vitrine_status status = fill_limits(s, limits, &filled);
  if (status == VITRINE_OK) status = vt_check_name(function, false, "the name of a function");
  if (status != VITRINE_OK) return status;
  vt_buffer bytes = {0};
  if (args != NULL) status = encode_arguments(args, clip(filled.value), &bytes);
  if (status != VITRINE_OK) {
    vt_buffer_free(&bytes);
    return status;
  }
  vt_request q = {.op = VT_OP_INVOKE,
                  .name = function,
                  .name_length = strlen(function),
                  .payload = args != NULL ? bytes.bytes : no_args,
                  .payload_length = args != NULL ? bytes.length : sizeof no_args,
                  .limits = &filled,
                  .may_wait = may_wait};
  status = vt_run_request(s, &q, out);
  vt_buffer_free(&bytes);
  return status;
}

static vitrine_status take_and_invoke(vitrine_session *s, const vitrine_limits *limits,
                                      const char *function, vitrine_value *args, bool may_wait,
                                      vitrine_result **out) {
  vitrine_status status = check_out(out);
  if (status == VITRINE_OK) status = vt_session_take(s);
  if (status == VITRINE_OK) {
    status = invoke(s, limits, function, args, may_wait, out);
    vt_session_give(s);
  }
  vitrine_value_free(args);
  return status;
}

vitrine_status vitrine_invoke(vitrine_session *s, const char *function, vitrine_value *args,
                              vitrine_result **out) {
  return take_and_invoke(s, NULL, function, args, false, out);
}

vitrine_status vitrine_start_invoke(vitrine_session *s, const vitrine_limits *limits,
                                    const char *function, vitrine_value *args,
                                    vitrine_result **out) {
  return take_and_invoke(s, limits, function, args, true, out);
}

vitrine_status vitrine_resume(vitrine_session *s, vitrine_result **out) {
  vitrine_status status = check_out(out);
  if (status == VITRINE_OK) status = vt_session_take_waiting(s);
  if (status != VITRINE_OK) return status;
  vt_request q = {.op = VT_OP_REVIVE, .limits = &s->limits, .may_wait = true};
  if (s->run.wait != VT_AWAKE) status = vt_run_resume(s, out);
  else if (s->paused) status = vt_run_request(s, &q, out);
  else status = vt_fail(VITRINE_ERR_MISUSE, "no run of this session waits");
  vt_session_give(s);
  return status;
}

static vitrine_status set(vitrine_session *s, const char *name, const vitrine_value *value) {
  vitrine_status status = vt_check_name(name, false, "the name of a global");
  if (status != VITRINE_OK) return status;
  vt_buffer bytes = {0};
  status = vt_encode(value, &bytes, clip(s->limits.value));
  if (status == VITRINE_OK)
    status = vt_run_service(s, VT_OP_SET, name, bytes.bytes, bytes.length, "vitrine_set()");
  vt_buffer_free(&bytes);
  return status;
}

vitrine_status vitrine_set(vitrine_session *s, const char *name, vitrine_value *value) {
  vitrine_status status = vt_session_take(s);
  if (status == VITRINE_OK) {
    status = set(s, name, value);
    vt_session_give(s);
  }
  vitrine_value_free(value);
  return status;
}

vitrine_status vitrine_get(vitrine_session *s, const char *name, vitrine_result **out) {
  vitrine_status status = check_out(out);
  if (status == VITRINE_OK) status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  status = vt_check_name(name, false, "the name of a global");
  if (status == VITRINE_OK) {
    vt_request q = {
        .op = VT_OP_GET, .name = name, .name_length = strlen(name), .limits = &s->limits};
    status = vt_run_request(s, &q, out);
  }
  vt_session_give(s);
  return status;
}
