/* toll.c - calls, bytes and time of one door in a run.
 *
 * Owns no state: it is in the grant. Time that was used up refuses the next call, for
 * nothing interrupts the one that is on; bytes that are too many never cross. */
#include "toll.h"

#include <inttypes.h>
#include <stdio.h>

/* A thousand times what most doors move in a run, and no danger to a host. */
#define BYTES ((uint64_t)256 << 20)

vt_toll vt_toll_of(const vitrine_door *d) {
  return (vt_toll){.spent.size = sizeof(vitrine_door_spent),
                   .calls = d->calls != 0 ? d->calls : UINT64_MAX,
                   .bytes = d->bytes != 0 ? d->bytes : BYTES,
                   .time_ns = d->time_ns != 0 ? d->time_ns : UINT64_MAX};
}

bool vt_toll_paid(const vt_toll *t, uint64_t run) { return t->run == run && t->spent.calls != 0; }

static uint64_t bytes_of(const vt_toll *t) { return t->spent.bytes_in + t->spent.bytes_out; }

bool vt_toll_enter(vt_toll *t, uint64_t run, size_t bytes) {
  if (t->run != run) {
    t->run = run;
    t->spent = (vitrine_door_spent){.size = sizeof t->spent};
  }
  t->spent.calls++;
  t->spent.bytes_in += bytes;
  return t->spent.calls <= t->calls && bytes_of(t) <= t->bytes && t->spent.time_ns < t->time_ns;
}

uint64_t vt_toll_deadline(const vt_toll *t, uint64_t now_ns) {
  uint64_t left = t->time_ns - t->spent.time_ns;
  return t->time_ns != UINT64_MAX && left < UINT64_MAX - now_ns ? now_ns + left : UINT64_MAX;
}

bool vt_toll_leave(vt_toll *t, size_t bytes, uint64_t took_ns) {
  t->spent.time_ns += took_ns;
  if (bytes_of(t) + bytes > t->bytes) return false;
  t->spent.bytes_out += bytes;
  return true;
}

void vt_toll_tell(const vt_toll *t, const char *name, char *text, size_t size) {
  if (t->spent.calls > t->calls)
    (void)snprintf(text, size, "%s() may be called %" PRIu64 " times in a run", name, t->calls);
  else if (t->spent.time_ns >= t->time_ns)
    (void)snprintf(text, size, "%s() has used up its time in this run: %" PRIu64 " ms", name,
                   t->time_ns / 1000000);
  else
    (void)snprintf(text, size,
                   "%s() may move %" PRIu64 " bytes in a run, and this would be more: ask for less",
                   name, t->bytes);
}
