/* session.h - a session, and the run that it is in. For the host side's own
 * files; the generated code sees the cage and no more. */
#ifndef VT_SESSION_H
#define VT_SESSION_H

#include <stdatomic.h>
#include <stdbool.h>

#include "audit.h"
#include "chance.h"
#include "codec.h"
#include "grant.h"
#include "memory.h"
#include "output.h"
#include "snapshot.h"
#include "stack.h"
#include "vitrine.h"

/* Guest time that a step stands for in door_ticks(). Fixed, so that the guest's
 * clock is the same on every machine; near what a step takes. */
#define VT_STEP_NS 5u

typedef struct {
  const void *at;
  size_t length;
} vt_part;

#define VT_PARTS 3

/* Besides the values of a call: a name and the heads of three collections. */
#define VT_CALL_HEADS 1024u

/* Calls that wait for the host, by id. */
typedef struct {
  vitrine_call **list;
  size_t count, room;
  uint64_t bytes; /* of their messages */
} vt_pending;

/* Where the guest of a run that waits is. */
typedef enum {
  VT_AWAKE,  /* it does not wait                                           */
  VT_PAUSED, /* all of it is in its memory: it returned, to be called again */
  VT_PARKED  /* it has frames on its native stack                           */
} vt_wait;

/* All zero between runs. */
typedef struct {
  vt_stack *stack;
  vitrine_limits limits;
  uint32_t request_length;

  /* time */
  uint64_t start_ns, deadline_ns; /* UINT64_MAX: none                        */
  uint64_t away_ns;               /* in the host, while cpu_known is false   */
  bool cpu_known;                 /* the thread's clock has been read        */
  uint64_t cpu_base_ns;           /* what it shows for nothing spent         */
  uint64_t cpu_look_ns;           /* not before this time can cpu be over    */
  uint64_t fresh_ns;              /* what the wall clock has just shown; 0: look */
  uint64_t slept_ns;              /* what the guest's clock adds to its steps */

  /* stopping */
  vitrine_outcome reason;      /* DONE: nothing asks for a stop              */
  uint64_t last_step, last_ns; /* the end of its grace: one of them          */
  bool deaf;                   /* takes no cancel: the library's own request */
  vitrine_status failed;       /* not OK: what the run returns               */
  uint64_t events;             /* lines of the audit log, of doors           */
  uint64_t stop_steps, stop_events, hard_steps; /* spent when it was stopped */
  enum { VT_SOFT, VT_HARD_SLICE, VT_HARD_DOOR } hard; /* its grace was over  */
  bool open;                   /* the log has its beginning, and no end yet  */

  /* what waits for the guest's fetch */
  vt_part waiting[VT_PARTS];
  void *waiting_owned;      /* freed when it was fetched                         */
  uint8_t short_answer[64]; /* of a host function: nothing to free, and so the   */
                            /* fetch need not leave the guest's stack            */

  uint64_t chance_at; /* when the run began */

  /* waiting for the host */
  bool may_wait;       /* a run of vitrine_start()                           */
  vt_wait wait;        /* not awake, between two calls: the run goes on      */
  uint64_t wait_ns;    /* for how long it asked; UINT64_MAX: for ever        */
  uint64_t wait_since; /* wall clock                                         */
  uint64_t waited_ns;  /* of that, what the guest's clock shows              */
  uint64_t cpu_done;   /* spent when it began to wait                        */
  vt_pending pending;

  uint64_t host_calls;
  vt_output output[2];
  uint8_t *message;           /* the guest's result, a copy: in short_message, */
  uint8_t short_message[128]; /* or in memory that is owned                    */
  uint32_t message_length;
  bool answered; /* the guest has sent one */
} vt_run;

/* A plugin, as it was granted: plugin.c. */
typedef struct vt_opened vt_opened;

enum { VT_IDLE, VT_BUSY };

struct vitrine_session {
  vt_cell *cell;
  atomic_int state;  /* VT_BUSY: in one of the functions that use the guest */
  atomic_int cancel; /* set by anybody; cleared when a run starts            */
  bool armed;        /* it has been cleared already for the next run        */
  vitrine_limits limits;
  uint64_t memory_most; /* limits.memory of vitrine_session_new() */
  void (*write)(void *user, int fd, const char *text, size_t length);
  void *user;
  unsigned flags;

  vt_grants grants;
  ptrdiff_t (*read)(void *user, char *buffer, size_t size); /* NULL: not granted */
  void *read_user;
  uint64_t clock_ns;    /* resolution; 0: not granted */
  uint64_t clock_start; /* of a clock that follows the steps; 0: the system's */
  bool random;
  vt_chance chance;
  vt_opened *opened; /* plugins that were granted */
  vt_buffer argv; /* CBOR; empty: never set */
  vt_buffer source; /* of the last run, behind its name: explanation.c; empty: not kept */

  uint64_t ticks_ns; /* the guest's clock when no run is on */
  uint64_t runs;     /* that began, the library's own requests among them */
  bool inherited;    /* no run was kept yet: the guest may hold another session's input */
  bool paused;       /* the snapshot was taken while a run waited, which has not gone on */
  uint64_t last_call; /* id of the last call that had to wait */
  vt_audit *audit;    /* NULL: no log                                       */
  vt_replay *replay;  /* not NULL: what came from outside comes from a log  */
  vt_run run;
};

static inline vitrine_session *vt_session_of(vt_cage *cage) { return cage->host; }

/* Takes the session for one call; ERR_MISUSE if it is NULL, taken, or its run waits. */
vitrine_status vt_session_take(vitrine_session *session);
/* The same, also while a run waits. */
vitrine_status vt_session_take_waiting(vitrine_session *session);
void vt_session_give(vitrine_session *session);
/* Nothing was granted or run yet. */
bool vt_session_fresh(const vitrine_session *session);
/* Goes back to a snapshot, and tells the guest nothing. The session is taken. */
vitrine_status vt_session_go_to(vitrine_session *session, const vitrine_snapshot *to);

/* --- run.c --- */

struct vt_request {
  uint32_t op; /* VT_OP_… */
  const char *name;
  size_t name_length;
  const void *payload;
  size_t payload_length;
  const vitrine_limits *limits;
  bool may_wait;
};

/* A request of the user's: VITRINE_OK and a result. The session is taken. */
vitrine_status vt_run_request(vitrine_session *session, const vt_request *request,
                              vitrine_result **out);
/* What the guest says of itself, by a request that leaves no trace; NULL: it does not.
 * It is hostile, and given little time. */
vitrine_value *vt_run_survey(vitrine_session *session, uint32_t op);
/* Goes on with the run that waits. */
vitrine_status vt_run_resume(vitrine_session *session, vitrine_result **out);
/* The same, with answers from elsewhere: a replay's. */
vitrine_status vt_run_replay(vitrine_session *session, const vt_buffer *answers, uint64_t waited_ns,
                             vitrine_result **out);
/* Takes back the run that waits, if there is one. */
void vt_run_drop(vitrine_session *session);
/* A request of the library's own, which runs no guest code and spends nothing of
 * the session's limits but memory. All or nothing. `what` is for the message. */
vitrine_status vt_run_service(vitrine_session *session, uint32_t op, const char *name,
                              const void *payload, size_t length, const char *what);

/* For values of the guest's: gives up when the run is to be stopped. */
vt_reader vt_run_reader(vitrine_session *session, const uint8_t *bytes, size_t length);

/* --- slice.c --- */

/* Charges a door, and `length` bytes that it moves. False: go no further. */
bool vt_charge_door(vt_cage *cage, uint64_t length);
/* After waiting in the host: whether a limit of time is over, or cancel was
 * called. False: the guest must not go on. */
bool vt_check_time(vt_cage *cage);
/* Asks the guest to stop. The first reason counts. */
void vt_stop(vitrine_session *session, vitrine_outcome reason);
/* The run cannot go on: it will be rolled back and return `status`. */
void vt_abort(vitrine_session *session, vitrine_status status);
/* The run begins: its clocks, and its first slice. */
void vt_meter_start(vitrine_session *session);
/* The run begins to wait, and goes on, on any thread: the processor's time stands
 * still meanwhile, and the guest's clock shows what it waited. */
void vt_meter_pause(vitrine_session *session);
uint64_t vt_meter_waited(const vitrine_session *session);
void vt_meter_resume(vitrine_session *session);
/* Wall and processor time that were spent until now. */
void vt_clock_read(vitrine_session *session, uint64_t *time_ns, uint64_t *cpu_ns);
/* Around a host function: its time is not to be taken for processor time. */
uint64_t vt_clock_leave(const vitrine_session *session);
void vt_clock_away(vitrine_session *session, uint64_t left_ns);
void vt_clock_add_away(vitrine_session *session, uint64_t ns);
/* Nanoseconds that are left; UINT64_MAX: no limit. */
uint64_t vt_time_left(const vitrine_session *session);

/* The guest's own clock: it follows the steps. */
static inline uint64_t vt_ticks(const vitrine_session *s) {
  return s->ticks_ns + s->run.slept_ns + vt_spent_steps(s->cell) * VT_STEP_NS;
}

/* --- pending.c --- */

/* The call waits, under a new id, and takes over the message; or an exception is its
 * answer. */
vitrine_status vt_pending_add(vitrine_session *session, vitrine_call *call);
void vt_pending_drop(vt_pending *pending, uint64_t id);
/* Adds answers, [id, answer] each, and forgets their calls, until there are more than
 * `most` bytes. */
vitrine_status vt_pending_take(vt_pending *pending, size_t most, vt_buffer *out);
/* Whether there are answers to take. */
bool vt_pending_answered(const vt_pending *pending);
void vt_pending_free(vt_pending *pending);

/* --- call.c --- */

/* The host's side of door_call(): returns the answer's length. */
uint32_t vt_call_host(vitrine_session *session, const uint8_t *message, uint32_t length);

/* --- plugin.c --- */

/* The run is kept, or not: what the plugins that it used are told. A commit that
 * fails takes the run back. */
vitrine_status vt_plugins_commit(vitrine_session *session);
void vt_plugins_abort(vitrine_session *session);

#endif
