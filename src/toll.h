/* toll.h - what the calls of one door may use in a run, and have used. */
#ifndef VT_TOLL_H
#define VT_TOLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vitrine.h"

typedef struct {
  uint64_t run;             /* which one `spent` is of                 */
  vitrine_door_spent spent; /* without its name                        */
  uint64_t calls, bytes, time_ns; /* the most there may be; UINT64_MAX */
} vt_toll;

vt_toll vt_toll_of(const vitrine_door *door);
/* Counts a call, and what it brings. False: it is one too many, or too large. */
bool vt_toll_enter(vt_toll *toll, uint64_t run, size_t bytes);
/* Until when it may take, for one that begins now; UINT64_MAX: for ever. */
uint64_t vt_toll_deadline(const vt_toll *toll, uint64_t now_ns);
/* Counts what it took. False: the answer is too large to go back. */
bool vt_toll_leave(vt_toll *toll, size_t bytes, uint64_t took_ns);
/* Whether the door was used in that run. */
bool vt_toll_paid(const vt_toll *toll, uint64_t run);
/* What is used up, for the guest to read. */
void vt_toll_tell(const vt_toll *toll, const char *name, char *text, size_t size);

#endif
