/* door.c - the doors, host side: contracts in guest/doors.h.
 *
 * Owns nothing. Every pointer and length is checked against memory as it is now;
 * a wrong one is a trap. Each door is charged and checked on the guest's stack,
 * then does its work on the host's, where a callback may follow. */
#include <string.h>

#include "alloc.h"
#include "platform.h"
#include "replay.h"
#include "request.h"
#include "session.h"
#include "status.h"

/* What crosses to the host's stack. */
typedef struct {
  vitrine_session *session;
  uint32_t a, b, c;
  uint64_t wide; /* argument or answer */
  uint32_t answer;
  bool good;
} door;

/* Never more than this without a look at steps and time. */
#define CHUNK 65536u

/* True: the door may open. The boot has no session, and no doors. */
static bool come(vt_cage *cage, door *d, uint32_t length) {
  d->session = vt_session_of(cage);
  if (d->session != NULL) return vt_charge_door(cage, length);
  vt_trap(cage, VT_TRAP_DOOR);
  return false;
}

static void go(door *d, void (*work)(void *)) {
  vt_stack_call_host(d->session->run.stack, work, d);
}

/* --- write --- */

static void write_host(void *arg) {
  door *d = arg;
  vitrine_session *s = d->session;
  const uint8_t *text = vt_memory(&s->cell->cage) + d->b;
  vt_sink sink = {s->run.deaf ? NULL : s->write, s->user, (int)d->a};
  uint64_t since = sink.write != NULL ? vt_clock_leave(s) : 0;
  if (!vt_output_write(&s->run.output[d->a - 1], s->run.limits.output, &sink, text, d->c))
    vt_abort(s, vt_fail_memory());
  if (sink.write != NULL) vt_clock_away(s, since);
}

void vt_door_write(vt_cage *cage, uint32_t fd, uint32_t text, uint32_t length) {
  door d = {.a = fd};
  if (!come(cage, &d, 0)) return;
  if (fd < 1 || fd > 2) {
    vt_trap(cage, VT_TRAP_DOOR);
    return;
  }
  if (vt_memory_read(cage, text, length) == NULL) return;
  for (uint32_t done = 0; done != length; done += d.c) {
    d.b = text + done;
    d.c = length - done < CHUNK ? length - done : CHUNK;
    if (!vt_charge_door(cage, d.c)) return;
    go(&d, write_host);
    if (cage->unwind != VT_RUNNING) return;
    bool may_stop = d.session->write != NULL || d.session->replay != NULL;
    if (may_stop && !vt_check_time(cage)) return;
  }
}

/* --- fetch --- */

static void fetch_done(void *arg) {
  vt_run *r = &((door *)arg)->session->run;
  memset(r->waiting, 0, sizeof r->waiting);
  vt_free(r->waiting_owned);
  r->waiting_owned = NULL;
}

/* Less than 4 GiB: vt_run_request() and vt_call_host() see to it. */
static uint32_t waiting_length(const vt_run *r) {
  size_t length = 0;
  for (size_t i = 0; i < VT_PARTS; i++) length += r->waiting[i].length;
  return (uint32_t)length;
}

/* Copies the piece of what waits that begins at `at`. */
static void fetch_piece(const vt_run *r, size_t at, uint8_t *to, size_t length) {
  for (size_t i = 0; i < VT_PARTS && length != 0; i++) {
    const vt_part *p = &r->waiting[i];
    if (at >= p->length) {
      at -= p->length;
      continue;
    }
    size_t n = p->length - at < length ? p->length - at : length;
    memcpy(to, (const uint8_t *)p->at + at, n);
    to += n;
    length -= n;
    at = 0;
  }
}

uint32_t vt_door_fetch(vt_cage *cage, uint32_t to, uint32_t length) {
  door d;
  if (!come(cage, &d, 0)) return 0;
  if (vt_memory_read(cage, to, length) == NULL) return 0;
  vt_run *r = &d.session->run;
  uint32_t waits = waiting_length(r);
  uint32_t wanted = length < waits ? length : waits;
  for (uint32_t done = 0, n; done != wanted; done += n) {
    n = wanted - done < CHUNK ? wanted - done : CHUNK;
    if (!vt_charge_door(cage, n)) return 0;
    uint8_t *at = vt_memory_write(cage, to + done, n);
    if (at == NULL) return 0;
    fetch_piece(r, done, at, n);
  }
  if (r->waiting_owned != NULL) go(&d, fetch_done);
  else memset(r->waiting, 0, sizeof r->waiting);
  return waits;
}

/* --- result --- */

/* Besides a value: the longest texts that a correct guest sends, and to spare. */
#define RESULT_TEXTS 65536u

static void result_host(void *arg) {
  door *d = arg;
  vitrine_session *s = d->session;
  vt_run *r = &s->run;
  r->message = vt_alloc(d->b);
  if (r->message == NULL) {
    vt_abort(s, vt_fail_memory());
    return;
  }
  memcpy(r->message, vt_memory(&s->cell->cage) + d->a, d->b);
  r->message_length = d->b;
}

void vt_door_result(vt_cage *cage, uint32_t message, uint32_t length) {
  door d = {.a = message, .b = length};
  if (!come(cage, &d, length)) return;
  if (vt_memory_read(cage, message, length) == NULL) return;
  vt_run *r = &d.session->run;
  uint64_t value = r->limits.value;
  if (r->answered || (length > RESULT_TEXTS && length - RESULT_TEXTS > value)) {
    vt_trap(cage, VT_TRAP_DOOR);
    return;
  }
  r->answered = true;
  if (length > sizeof r->short_message) {
    go(&d, result_host);
    return;
  }
  r->message = memcpy(r->short_message, vt_memory(cage) + message, length);
  r->message_length = length;
}

/* --- call --- */

static void call_host(void *arg) {
  door *d = arg;
  vt_cage *cage = &d->session->cell->cage;
  d->answer = vt_call_host(d->session, vt_memory(cage) + d->a, d->b);
}

/* None: the answer for a guest that is about to be stopped. */
static uint32_t answer_nothing(vt_run *r) {
  static const uint8_t none[] = {0x82, 0x00, 0xf6};
  r->waiting[0] = (vt_part){none, sizeof none};
  return sizeof none;
}

uint32_t vt_door_call(vt_cage *cage, uint32_t message, uint32_t length) {
  door d = {.a = message, .b = length};
  if (!come(cage, &d, length)) return 0;
  if (vt_memory_read(cage, message, length) == NULL) return 0;
  vt_run *r = &d.session->run;
  if (length > VT_CALL_HEADS && length - VT_CALL_HEADS > r->limits.value) {
    vt_trap(cage, VT_TRAP_DOOR);
    return 0;
  }
  if (r->reason == VITRINE_DONE && r->host_calls >= r->limits.host_calls)
    vt_stop(d.session, VITRINE_OUT_OF_CALLS);
  if (r->reason != VITRINE_DONE) return answer_nothing(r);
  r->host_calls++;
  go(&d, call_host);
  if (d.answer == 0 && r->reason != VITRINE_DONE) { /* stopped before it was a call */
    r->host_calls--;
    return answer_nothing(r);
  }
  if (cage->unwind != VT_RUNNING || !vt_check_time(cage)) return 0;
  if (!vt_charge_door(cage, d.answer)) return 0;
  return d.answer;
}

/* --- clocks, chance --- */

uint64_t vt_door_ticks(vt_cage *cage) {
  door d;
  if (!come(cage, &d, 0)) return 0;
  return vt_ticks(d.session);
}

/* What comes through the doors goes into the audit log, or out of the one that is
 * replayed: also that it was denied. */
static bool is_watched(const vitrine_session *s) { return s->audit != NULL || s->replay != NULL; }

static uint64_t clock_now(const vitrine_session *s) {
  if (s->clock_ns == 0) return 0;
  uint64_t now = s->clock_start != 0 ? s->clock_start + vt_ticks(s) : vt_platform_clock_ns();
  return now - now % s->clock_ns;
}

static void clock_host(void *arg) {
  door *d = arg;
  d->wide = d->session->replay != NULL ? vt_replay_clock(d->session) : clock_now(d->session);
  vt_audit_clock(d->session, d->wide);
}

uint64_t vt_door_clock(vt_cage *cage) {
  door d = {.wide = 0};
  if (!come(cage, &d, 0)) return 0;
  if (d.session->clock_ns != 0 || is_watched(d.session)) go(&d, clock_host);
  return d.wide;
}

static void random_denied(void *arg) {
  door *d = arg;
  if (d->session->replay != NULL) vt_replay_random(d->session, NULL, d->b);
  else vt_audit_random(d->session, NULL, d->b);
}

static void random_host(void *arg) {
  door *d = arg;
  vitrine_session *s = d->session;
  uint8_t *to = vt_memory(&s->cell->cage) + d->a;
  if (s->replay != NULL) vt_replay_random(s, to, d->b);
  else if (s->chance.seeded) vt_chance_fill(&s->chance, to, d->b);
  else if (!vt_platform_random(to, d->b))
    vt_abort(s, vt_fail(VITRINE_ERR_SYSTEM, "the system has no randomness now: try again"));
  vt_audit_random(s, to, d->b);
}

uint32_t vt_door_random(vt_cage *cage, uint32_t to, uint32_t length) {
  door d = {.b = length};
  if (!come(cage, &d, 0)) return 0;
  if (!d.session->random) {
    if (is_watched(d.session)) go(&d, random_denied);
    return 0;
  }
  if (vt_memory_read(cage, to, length) == NULL) return 0;
  for (uint32_t done = 0; done != length; done += d.b) {
    d.a = to + done;
    d.b = length - done < CHUNK ? length - done : CHUNK;
    if (!vt_charge_door(cage, d.b) || vt_memory_write(cage, d.a, d.b) == NULL) return 0;
    go(&d, random_host);
    if (cage->unwind != VT_RUNNING) return 0;
  }
  return 1;
}

/* --- waiting --- */

/* The host's function gets a buffer of ours: nothing of the host's ever holds a
 * pointer into guest memory. Small, for it lies on the host's stack. */
#define INPUT_MOST 4096u

static uint32_t read_input(vitrine_session *s, char *buffer, size_t size) {
  uint64_t since = vt_clock_leave(s);
  ptrdiff_t got = s->read(s->read_user, buffer, size);
  vt_clock_away(s, since);
  if (got < 0) return VT_INPUT_FAILED;
  if ((size_t)got <= size) return (uint32_t)got;
  vt_abort(s, vt_fail(VITRINE_ERR_MISUSE, "the input function returned %td, for a buffer of %zu",
                      got, size));
  return VT_INPUT_FAILED;
}

static void input_host(void *arg) {
  door *d = arg;
  vitrine_session *s = d->session;
  char buffer[INPUT_MOST];
  size_t size = d->b < INPUT_MOST ? d->b : INPUT_MOST;
  if (s->replay != NULL) d->answer = vt_replay_input(s, buffer, size);
  else d->answer = s->read != NULL ? read_input(s, buffer, size) : VT_INPUT_DENIED;
  if (d->answer < VT_INPUT_FAILED) memcpy(vt_memory(&s->cell->cage) + d->a, buffer, d->answer);
  vt_audit_input(s, buffer, d->answer);
}

uint32_t vt_door_input(vt_cage *cage, uint32_t to, uint32_t length) {
  door d = {.a = to, .b = length};
  if (!come(cage, &d, 0)) return 0;
  if (d.session->read == NULL) {
    if (is_watched(d.session)) go(&d, input_host);
    return VT_INPUT_DENIED;
  }
  if (vt_memory_read(cage, to, length) == NULL) return 0;
  if (length == 0) return 0;
  if (d.session->run.reason != VITRINE_DONE) return VT_INPUT_FAILED;
  if (vt_memory_write(cage, to, length < INPUT_MOST ? length : INPUT_MOST) == NULL) return 0;
  go(&d, input_host);
  if (cage->unwind != VT_RUNNING || !vt_check_time(cage)) return 0;
  return d.answer;
}

/* Cancel and deadline are looked at this often. */
#define NAP_NS 1000000u

static void sleep_host(void *arg) {
  door *d = arg;
  vitrine_session *s = d->session;
  uint64_t since = vt_platform_wall_ns(), past = 0;
  if (s->replay != NULL) {
    s->run.slept_ns += vt_replay_sleep(s, d->wide);
    return;
  }
  while (past < d->wide) {
    uint64_t left = d->wide - past, limit = vt_time_left(s);
    if (limit == 0) break;
    if (left > limit) left = limit;
    vt_platform_sleep_ns(left < NAP_NS ? left : NAP_NS);
    past = vt_platform_wall_ns() - since;
  }
  vt_clock_away(s, since);
  /* To the guest it took as long as it asked for, unless it is being stopped. */
  if (past > d->wide) past = d->wide;
  s->run.slept_ns += past;
  vt_audit_sleep(s, d->wide, past);
}

/* Where stacks cannot be changed, a sleep holds the thread. */
static void park_host(void *arg) {
  door *d = arg;
  vt_run *r = &d->session->run;
  if (vt_stack_park(r->stack)) {
    r->wait = VT_PARKED;
    r->wait_ns = d->wide;
  } else if (d->wide != UINT64_MAX) {
    sleep_host(d);
  } else {
    vt_abort(d->session,
             vt_fail(VITRINE_ERR_UNSUPPORTED,
                     "the guest waits for the host inside of a built-in function, and this "
                     "build cannot change stacks: have it await, or call from Python code"));
  }
}

uint32_t vt_door_wait(vt_cage *cage, uint64_t ns, uint32_t stay) {
  door d = {.wide = ns};
  if (!come(cage, &d, 0)) return 0;
  vt_run *r = &d.session->run;
  if (r->reason != VITRINE_DONE) return 0;
  if (r->may_wait && !stay) {
    r->wait = VT_PAUSED;
    r->wait_ns = ns;
    return VT_WAIT_LEAVE;
  }
  go(&d, r->may_wait ? park_host : sleep_host);
  (void)vt_check_time(cage);
  return cage->unwind == VT_RUNNING ? waiting_length(r) : 0;
}

static void drop_host(void *arg) {
  door *d = arg;
  vt_pending_drop(&d->session->run.pending, d->wide);
}

void vt_door_drop(vt_cage *cage, uint64_t id) {
  door d = {.wide = id};
  if (come(cage, &d, 0)) go(&d, drop_host);
}
