/* slice.c - steps and time: when a run is looked at, and how it is stopped.
 *
 * Owns the two stops. The soft one sets the guest's stop word, and the guest
 * raises an exception that its code cannot catch; if it has not come back within
 * its grace, the hard one unwinds every frame. Invariant: spent steps are
 * granted - slice, always; what depends on steps alone happens at the same step
 * in every run, on every machine.
 *
 * vt_slice() runs on the guest's stack: it calls nothing that is the host's. */
#include "platform.h"
#include "replay.h"
#include "session.h"
#include "status.h"

/* Steps between two looks at the clocks: 0.1 to 0.2 ms. */
#define SLICE 20000
/* What a soft stop may take: for limits that count, in steps, and so the same
 * everywhere; for clocks and cancel, in time: a run is to have ended 5 ms after its
 * deadline, and vt_memory_end() takes a millisecond at most. */
#define GRACE_STEPS 100000u
#define GRACE_NS 2000000u
#define GRACE_SLICE 2000
/* A door's own work, about: changing stacks, checking, copying 64 bytes a step. */
#define DOOR_STEPS 50u

static uint64_t saturating_add(uint64_t a, uint64_t b) {
  return a < UINT64_MAX - b ? a + b : UINT64_MAX;
}

/* --- clocks --- */

/* Reading the thread's clock is a system call, so a run shorter than a slice is
 * taken to have used all its time, but what it was away. */
static uint64_t cpu_spent(vt_run *r, uint64_t now) {
  uint64_t most = now - r->start_ns - r->away_ns;
  if (!r->cpu_known) return most;
  uint64_t cpu = vt_platform_cpu_ns() - r->cpu_base_ns;
  return cpu < most ? cpu : most;
}

static void know_cpu(vt_run *r, uint64_t now) {
  if (r->cpu_known) return;
  r->cpu_base_ns = vt_platform_cpu_ns() - (now - r->start_ns - r->away_ns);
  r->away_ns = 0;
  r->cpu_known = true;
}

void vt_clock_read(vitrine_session *s, uint64_t *time_ns, uint64_t *cpu_ns) {
  uint64_t now = vt_platform_wall_ns();
  *time_ns = now - s->run.start_ns;
  *cpu_ns = cpu_spent(&s->run, now);
}

uint64_t vt_clock_leave(const vitrine_session *s) {
  return s->run.cpu_known ? 0 : vt_platform_wall_ns();
}

void vt_clock_away(vitrine_session *s, uint64_t left_ns) {
  if (!s->run.cpu_known) s->run.away_ns += vt_platform_wall_ns() - left_ns;
}

void vt_clock_add_away(vitrine_session *s, uint64_t ns) {
  if (!s->run.cpu_known) s->run.away_ns += ns;
}

uint64_t vt_time_left(const vitrine_session *s) {
  const vt_run *r = &s->run;
  if (r->reason != VITRINE_DONE) return 0;
  if (!r->deaf && atomic_load_explicit(&s->cancel, memory_order_relaxed) != 0) return 0;
  if (r->deadline_ns == UINT64_MAX) return UINT64_MAX;
  uint64_t now = vt_platform_wall_ns();
  return now < r->deadline_ns ? r->deadline_ns - now : 0;
}

/* --- stopping --- */

void vt_stop(vitrine_session *s, vitrine_outcome reason) {
  vt_run *r = &s->run;
  vt_cell *cell = s->cell;
  if (r->reason != VITRINE_DONE) return;
  r->reason = reason;
  r->stop_steps = vt_spent_steps(cell);
  r->stop_events = r->events;
  bool counted = reason == VITRINE_OUT_OF_STEPS || reason == VITRINE_OUT_OF_CALLS;
  r->last_step = counted ? vt_spent_steps(cell) + GRACE_STEPS : UINT64_MAX;
  r->last_ns = counted ? UINT64_MAX : vt_platform_wall_ns() + GRACE_NS;
  uint8_t *stop = vt_memory_write(&cell->cage, vt_guest.stop, 4);
  if (stop != NULL) memcpy(stop, &(uint32_t){1}, 4);
  if (cell->cage.slice > GRACE_SLICE) vt_set_slice(cell, GRACE_SLICE);
}

void vt_abort(vitrine_session *s, vitrine_status status) {
  if (s->run.failed == VITRINE_OK) s->run.failed = status;
  if (s->cell->cage.unwind == VT_RUNNING) s->cell->cage.unwind = VT_STOPPED;
}

/* What a clock says, or in a replay the log. Counted limits first: then a run that is the same ends the same. */
static vitrine_outcome look(vitrine_session *s, bool slice_is_over) {
  vt_run *r = &s->run;
  if (vt_spent_steps(s->cell) > r->limits.steps) return VITRINE_OUT_OF_STEPS;
  if (!r->deaf && atomic_load_explicit(&s->cancel, memory_order_relaxed) != 0)
    return VITRINE_CANCELLED;
  if (s->replay != NULL) return vt_replay_look(s);
  uint64_t now = r->fresh_ns != 0 ? r->fresh_ns : vt_platform_wall_ns();
  r->fresh_ns = 0;
  if (slice_is_over || now >= r->cpu_look_ns) know_cpu(r, now);
  if (now >= r->cpu_look_ns) {
    uint64_t spent = cpu_spent(r, now);
    if (spent >= r->limits.cpu_ns) return VITRINE_OUT_OF_CPU;
    r->cpu_look_ns = saturating_add(now, r->limits.cpu_ns - spent);
  }
  return now >= r->deadline_ns ? VITRINE_OUT_OF_TIME : VITRINE_DONE;
}

static bool grace_is_over(vitrine_session *s, bool slice_is_over) {
  vt_run *r = &s->run;
  if (r->last_step != UINT64_MAX) return vt_spent_steps(s->cell) > r->last_step;
  if (s->replay != NULL) return vt_replay_hard(s, slice_is_over);
  return vt_platform_wall_ns() >= r->last_ns;
}

static bool go_on(vitrine_session *s, bool slice_is_over) {
  vt_cage *cage = &s->cell->cage;
  if (cage->unwind != VT_RUNNING) return false;
  if (cage->trap != VT_TRAP_NONE) {
    cage->unwind = VT_TRAPPED;
    return false;
  }
  if (s->cell->failed) {
    vt_abort(s, VITRINE_ERR_NOMEM);
    return false;
  }
  if (s->run.reason != VITRINE_DONE) {
    if (!grace_is_over(s, slice_is_over)) return true;
    cage->unwind = VT_STOPPED;
    s->run.hard = slice_is_over ? VT_HARD_SLICE : VT_HARD_DOOR;
    s->run.hard_steps = vt_spent_steps(s->cell);
    return false;
  }
  vitrine_outcome reason = look(s, slice_is_over);
  if (reason != VITRINE_DONE) vt_stop(s, reason);
  return true;
}

/* The next look: not so far away that a counted limit is stepped over. */
static int64_t next_slice(const vitrine_session *s) {
  const vt_run *r = &s->run;
  bool stopping = r->reason != VITRINE_DONE;
  int64_t most = stopping ? GRACE_SLICE : SLICE;
  uint64_t last = stopping ? r->last_step : r->limits.steps;
  uint64_t left = last - vt_spent_steps(s->cell);
  if (left < (uint64_t)most) most = (int64_t)left;
  return s->replay != NULL ? vt_replay_slice(s, most) : most;
}

void vt_meter_start(vitrine_session *s) {
  vt_run *r = &s->run;
  r->start_ns = vt_platform_wall_ns();
  r->deadline_ns = saturating_add(r->start_ns, r->limits.time_ns);
  /* A thread cannot have used more than all the time there was. */
  r->cpu_look_ns = saturating_add(r->start_ns, r->limits.cpu_ns);
  vt_set_slice(s->cell, next_slice(s));
}

void vt_meter_pause(vitrine_session *s) {
  vt_run *r = &s->run;
  r->wait_since = vt_platform_wall_ns();
  r->cpu_done = cpu_spent(r, r->wait_since);
}

uint64_t vt_meter_waited(const vitrine_session *s) {
  uint64_t past = vt_platform_wall_ns() - s->run.wait_since;
  return past < s->run.wait_ns ? past : s->run.wait_ns;
}

void vt_meter_resume(vitrine_session *s) {
  vt_run *r = &s->run;
  uint64_t now = vt_platform_wall_ns();
  r->slept_ns += r->waited_ns;
  /* As if it had just begun, on this thread, and been away. */
  r->cpu_known = false;
  r->away_ns = now - r->start_ns - r->cpu_done;
  uint64_t left = r->limits.cpu_ns > r->cpu_done ? r->limits.cpu_ns - r->cpu_done : 0;
  r->cpu_look_ns = saturating_add(now, left);
  (void)go_on(s, false);
}

void vt_slice(vt_cage *cage) {
  vitrine_session *s = vt_session_of(cage);
  if (s == NULL) { /* the boot, which has all its steps from the start */
    cage->unwind = cage->trap != VT_TRAP_NONE ? VT_TRAPPED : VT_STOPPED;
    return;
  }
  if (go_on(s, true)) vt_set_slice(s->cell, next_slice(s));
}

bool vt_charge_door(vt_cage *cage, uint64_t length) {
  cage->slice -= (int64_t)(DOOR_STEPS + length / 64);
  if (cage->slice < 0) vt_slice(cage);
  return cage->unwind == VT_RUNNING;
}

bool vt_check_time(vt_cage *cage) { return go_on(vt_session_of(cage), false); }
