/* replay.h - a run that is done again from an audit log, for the doors and the meter. */
#ifndef VT_REPLAY_H
#define VT_REPLAY_H

#include "audit.h"

/* --- for doors, on the host's stack: what the log says --- */

/* OK and the answer, or the id of a call that waits; or it went another way, and the run cannot go on. */
vitrine_status vt_replay_call(vitrine_session *session, const void *message, uint32_t length,
                              vitrine_call *call);
/* These end the run by themselves. */
uint64_t vt_replay_clock(vitrine_session *session);
/* `to` NULL: it was denied. */
void vt_replay_random(vitrine_session *session, void *to, size_t length);
/* The bytes that were read, or VT_INPUT_…. */
uint32_t vt_replay_input(vitrine_session *session, void *to, size_t size);
/* What the guest's clock goes on by. */
uint64_t vt_replay_sleep(vitrine_session *session, uint64_t asked);

/* --- for the meter, on the guest's stack --- */

/* Whether the run was stopped here, and why. */
vitrine_outcome vt_replay_look(const vitrine_session *session);
/* Whether it was here that it had not come back in time. */
bool vt_replay_hard(const vitrine_session *session, bool slice_is_over);
/* At most so many steps, so that neither is stepped over. */
int64_t vt_replay_slice(const vitrine_session *session, int64_t most);

/* --- for run.c --- */

/* The guest has returned: a stop that came while its result was read. */
void vt_replay_returned(vitrine_session *session);

#endif
