/* vitrine.h - run untrusted Python inside your program.
 *
 * This file is the whole contract: what is not here is not API.
 *
 * Reach    A guest reaches nothing the host has not granted, and every grant
 *          is a call named vitrine_grant_*: grep for them to read the policy.
 * Own      *_free destroys and accepts NULL. "Consumes" means taken over, and
 *          freed, even if the call fails. const pointers are borrowed: each
 *          comment says for how long.
 * Copy     Values are copied trees; none points into guest memory.
 * Threads  Sessions are independent: any number on any threads at once. One
 *          session is used by one thread at a time, not always the same one.
 *          Only vitrine_cancel() may come from elsewhere.
 * Unwind   Callbacks return: never longjmp or throw through the library.
 * Units    Sizes are bytes, times are nanoseconds, text is UTF-8. */
#ifndef VITRINE_H
#define VITRINE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

typedef struct vitrine_session vitrine_session;   /* one guest, mutable      */
typedef struct vitrine_snapshot vitrine_snapshot; /* a frozen guest, shared  */
typedef struct vitrine_result vitrine_result;     /* how one run ended       */
typedef struct vitrine_value vitrine_value;       /* a copied data tree      */
typedef struct vitrine_call vitrine_call;         /* a host call, while live */

/* The host's or the machine's mistakes. What the guest did is no error but an
 * outcome. Numbers never change. */
#define VITRINE_STATUS_MAP(X)                                        \
  X(OK, 0, "ok")                                                     \
  X(ERR_NOMEM, 1, "out of host memory")                              \
  X(ERR_MISUSE, 2, "bad argument, or not allowed here")              \
  X(ERR_TOOBIG, 3, "value, source or name is over its limit")        \
  X(ERR_TEXT, 4, "text is not UTF-8, or has a NUL where it may not") \
  X(ERR_SYSTEM, 5, "the operating system refused")                   \
  X(ERR_GRANT, 6, "a grant of this name exists already")             \
  X(ERR_UNSUPPORTED, 7, "not supported on this machine or build")    \
  X(ERR_IMAGE, 8, "no saved snapshot of this guest, or damaged")     \
  X(ERR_KEY, 9, "the key of a saved snapshot is wrong or missing")   \
  X(ERR_LOG, 10, "no audit log of this guest, or damaged")
#define VITRINE_ENUM(name, number, text) VITRINE_##name = number,
typedef enum { VITRINE_STATUS_MAP(VITRINE_ENUM) VITRINE_STATUS_END } vitrine_status;
#undef VITRINE_ENUM
/* What a status means. Static text, never NULL. */
const char *vitrine_status_text(vitrine_status status);
/* What was wrong with this thread's last call that did not return OK: names
 * the thing and the remedy. Borrowed until this thread's next failing call. */
const char *vitrine_last_error(void);

/* How a run ended. From OUT_OF_STEPS down the guest was stopped; the session
 * is consistent and usable, see vitrine_result_rolled_back(). */
#define VITRINE_OUTCOME_MAP(X)                                 \
  X(DONE, 0, "done")                   /* reached the end, or sys.exit */        \
  X(RAISED, 1, "raised")               /* an uncaught exception        */    \
  X(OUT_OF_STEPS, 2, "out_of_steps")                           \
  X(OUT_OF_CPU, 3, "out_of_cpu")                               \
  X(OUT_OF_TIME, 4, "out_of_time")                             \
  X(OUT_OF_MEMORY, 5, "out_of_memory")                         \
  X(OUT_OF_CALLS, 6, "out_of_calls")                           \
  X(CANCELLED, 7, "cancelled")                                 \
  X(TRAPPED, 8, "trapped")             /* a bug in the guest, contained */ \
  X(PENDING, 9, "pending")             /* it waits: vitrine_resume()   */
#define VITRINE_ENUM(name, number, text) VITRINE_##name = number,
typedef enum { VITRINE_OUTCOME_MAP(VITRINE_ENUM) VITRINE_OUTCOME_END } vitrine_outcome;
#undef VITRINE_ENUM
/* "done", "out_of_steps", … Static text, never NULL. */
const char *vitrine_outcome_name(vitrine_outcome outcome);

/* --- limits --- */

/* Structs that cross the ABI begin with their size and grow only at the end.
 * 0 means the default shown; VITRINE_UNLIMITED turns a limit off, as far as
 * the build reaches (memory: 1 GiB; depth: 1,000,000, or before that the end of the
 * interpreter's own stacks: RecursionError is raised at either). A depth of 1,000
 * is sys.setrecursionlimit()'s to raise, any other is not. */
#define VITRINE_UNLIMITED UINT64_MAX
typedef struct {
  size_t size;
  uint64_t memory;     /* the guest's linear memory, bytes           64 MiB */
  uint64_t steps;      /* metered steps of a run, reproducible    see docs  */
  uint64_t cpu_ns;     /* processor time of a run                       5 s */
  uint64_t time_ns;    /* wall clock of a run, sleep and calls too     30 s */
  uint64_t output;     /* bytes kept of stdout, and of stderr         1 MiB */
  uint64_t host_calls; /* calls to the host in a run                 10,000 */
  uint64_t value;      /* bytes of one value that crosses             1 MiB */
  uint64_t source;     /* bytes of source of a run                    1 MiB */
  uint64_t depth;      /* nested Python calls                         1,000 */
} vitrine_limits;

/* What a run has spent. memory is the most that the guest held. */
typedef struct {
  size_t size;
  uint64_t memory, steps, cpu_ns, time_ns, output, host_calls;
} vitrine_spent;

typedef struct {
  size_t size;
  const vitrine_limits *limits; /* copied; NULL: the defaults                */
  /* Called with output as it comes, on the thread and stack of the caller of
   * vitrine_run(): fd is 1 or 2, text is whole UTF-8 characters, borrowed.
   * NULL: output is only kept in the result. Past the limit `output` the rest
   * is dropped, and one last call says how many bytes when the run ends. */
  void (*write)(void *user, int fd, const char *text, size_t length);
  void *user;
  unsigned flags; /* VITRINE_… below, or'd */
} vitrine_options;

/* A run that does not end in DONE is rolled back entirely. */
#define VITRINE_TRANSACTIONAL 1u
/* As at a REPL: each run's last value is also bound to `_`. */
#define VITRINE_INTERACTIVE 2u
/* Results of runs that ended badly keep what vitrine_result_explain() tells of the
 * source and of the session's variables: some microseconds more for each. */
#define VITRINE_EXPLAINED 4u

/* Inline, so that sizeof is the one your program was compiled with. */
static inline vitrine_limits vitrine_limits_default(void) {
  vitrine_limits l;
  memset(&l, 0, sizeof l);
  l.size = sizeof l;
  return l;
}
static inline vitrine_options vitrine_options_default(void) {
  vitrine_options o;
  memset(&o, 0, sizeof o);
  o.size = sizeof o;
  return o;
}
static inline vitrine_spent vitrine_spent_empty(void) {
  vitrine_spent s;
  memset(&s, 0, sizeof s);
  s.size = sizeof s;
  return s;
}

/* --- sessions --- */

/* CONSTRUCTOR. A guest with no grants. options may be NULL. On failure *out is
 * NULL. */
vitrine_status vitrine_session_new(const vitrine_options *options, vitrine_session **out);
/* DESTRUCTOR. Not from one of its own callbacks. */
void vitrine_session_free(vitrine_session *session);
/* New limits from the next run on. `memory` cannot exceed that of
 * vitrine_session_new(). */
vitrine_status vitrine_session_limit(vitrine_session *session, const vitrine_limits *limits);
/* The limits in force, defaults filled in. Set limits->size first. */
vitrine_status vitrine_session_limits(const vitrine_session *session, vitrine_limits *limits);
/* sys.argv of the runs that follow; copied. */
vitrine_status vitrine_session_argv(vitrine_session *session, int argc, const char *const *argv);
/* Back to how it began: as new, as its snapshot, or as the snapshot of the last
 * vitrine_session_reset_to(). Grants, limits and options are kept. */
vitrine_status vitrine_session_reset(vitrine_session *session);

/* Run source; globals persist between runs. `name` is what tracebacks call it
 * (NULL: "<run>"). VITRINE_OK: *out says how it ended, well or badly. Else *out
 * is NULL: it never began, or a callback failed, and the session is as before. */
vitrine_status vitrine_run(vitrine_session *session, const char *name, const char *source,
                           size_t length, vitrine_result **out);
/* The same, where fields of `limits` that are not 0 hold for this run only.
 * memory can only be lowered. */
vitrine_status vitrine_run_limited(vitrine_session *session, const vitrine_limits *limits,
                                   const char *name, const char *source, size_t length,
                                   vitrine_result **out);
/* Call a guest global with a list of arguments (NULL: none), or with a tuple of such a
 * list and a dict of arguments by name. Consumes args.
 * The result is as of a run whose last expression was the call. */
vitrine_status vitrine_invoke(vitrine_session *session, const char *function, vitrine_value *args,
                              vitrine_result **out);
/* Bind a guest global to a copy of value. Consumes value. */
vitrine_status vitrine_set(vitrine_session *session, const char *name, vitrine_value *value);
/* Read a guest global: as of a run whose last expression was the name. */
vitrine_status vitrine_get(vitrine_session *session, const char *name, vitrine_result **out);
/* --- runs that wait: docs/waiting.md --- */

/* As vitrine_run_limited() and vitrine_invoke(), but when the guest waits for doors
 * without a callback, or sleeps, the call returns, with the outcome PENDING: no
 * thread is held. Then vitrine_pending() has the calls; vitrine_call_return() or
 * vitrine_call_raise() answers them, in any order; vitrine_resume() goes on, on any
 * thread, with the answers that there are, if any, and ends as this did.
 *
 * Until then the session takes nothing but that, vitrine_snapshot_take(), a reset,
 * which takes the run back, and vitrine_session_free(). Limits are those of the
 * whole run: steps and cpu stand still while it waits, time does not. Once
 * vitrine_cancel() was called or the time is over, resume ends the run.
 * ERR_UNSUPPORTED: the guest waits where this machine cannot leave it, and the
 * run was taken back. limits and name may be NULL. */
vitrine_status vitrine_start(vitrine_session *session, const vitrine_limits *limits,
                             const char *name, const char *source, size_t length,
                             vitrine_result **out);
vitrine_status vitrine_start_invoke(vitrine_session *session, const vitrine_limits *limits,
                                    const char *function, vitrine_value *args,
                                    vitrine_result **out);
/* Also of a session from a snapshot that was taken while a run waited: grant its
 * doors again, then resume; the guest makes its calls anew. Such a run has the
 * session's limits from there on, and the state before it is the snapshot's. */
vitrine_status vitrine_resume(vitrine_session *session, vitrine_result **out);
/* The calls that wait, the oldest first, until vitrine_resume(). NULL: there is none.
 * Their arguments are borrowed until then. A call that the guest gave up is gone. */
vitrine_call *vitrine_pending(const vitrine_session *session, size_t index);
/* The same, by vitrine_call_id(). */
vitrine_call *vitrine_pending_find(const vitrine_session *session, uint64_t id);
/* Never 0; never twice in a session, and upwards. 0: a call that does not wait. */
uint64_t vitrine_call_id(const vitrine_call *call);
/* Of a pending result: nanoseconds after which to resume even without an answer,
 * because the guest's sleep or its time is over. UINT64_MAX: never. */
uint64_t vitrine_result_wait(const vitrine_result *result);

/* End the current run within a millisecond of guest time. From any thread and
 * any signal handler, but not once vitrine_session_free() has begun. Does
 * nothing to an idle session. */
void vitrine_cancel(vitrine_session *session);
/* From here on a vitrine_cancel() counts for the next run also if it comes before that
 * has begun: for hosts that let other threads or signal handlers know of a run before
 * they call vitrine_run(). By the thread that uses the session. */
void vitrine_session_arm(vitrine_session *session);

/* --- results: what these return is borrowed until vitrine_result_free() --- */

vitrine_outcome vitrine_result_outcome(const vitrine_result *result);
/* 1 if the outcome is DONE and the exit code 0. */
int vitrine_result_ok(const vitrine_result *result);
/* n of sys.exit(n); 0 at the end of the source, 1 for any other ending. */
int vitrine_result_exit_code(const vitrine_result *result);
/* 1 if the session is back at the state before the run. */
int vitrine_result_rolled_back(const vitrine_result *result);
/* The last statement's value, if it is an expression's and plain data within
 * the limit `value`; else NULL. */
const vitrine_value *vitrine_result_value(const vitrine_result *result);
/* Its repr, cut to 4,096 bytes; NULL if there was no value, or it was None. */
const char *vitrine_result_repr(const vitrine_result *result);
/* What was written to fd 1 or 2: head and tail if it was over the limit, never
 * cut inside a character. *length (may be NULL) counts bytes; NUL-terminated. */
const char *vitrine_result_output(const vitrine_result *result, int fd, size_t *length);
/* Bytes dropped from the middle of fd 1 or 2. */
uint64_t vitrine_result_truncated(const vitrine_result *result, int fd);
void vitrine_result_spent(const vitrine_result *result, vitrine_spent *spent);

/* What the calls of one host function took in the run. */
typedef struct {
  size_t size;
  const char *name;
  uint64_t calls, bytes_in, bytes_out, time_ns; /* arguments, answers; in the host */
} vitrine_door_spent;
/* How many were called, and, if `total` is not NULL, the sum; its name is "". */
size_t vitrine_result_doors(const vitrine_result *result, vitrine_door_spent *total);
/* One of them, in the order of their names. Set spent->size first. Returns 0, and
 * clears the rest, if index is too large. */
int vitrine_result_door(const vitrine_result *result, size_t index, vitrine_door_spent *spent);

/* The uncaught exception. For a run that was stopped: where the guest was, as
 * far as it is known. Set error->size first. Returns 0, and clears the rest, if
 * there is none. Texts are never NULL when it returns 1. */
typedef struct {
  size_t size;
  const char *type;      /* "ValueError"                                    */
  const char *message;   /* str() of it                                     */
  const char *traceback; /* as Python prints it, guest frames only          */
  const char *file;      /* the name given to the run; "" if not known      */
  uint32_t line, column; /* from 1; 0 if not known                          */
} vitrine_error;
int vitrine_result_error(const vitrine_result *result, vitrine_error *error);
/* The whole result as one JSON object: docs/results.md. *length may be NULL.
 * NULL when out of memory. Free with free(). */
char *vitrine_result_json(const vitrine_result *result, size_t *length);
/* A bad ending as a model has to know it to go on, in at most `most` bytes (0: 4,096)
 * of plain text, head and tail if that is too little: the exception with its traceback,
 * or the limit and what was spent; what is kept; what to change; and, with
 * VITRINE_EXPLAINED, the lines of source and the variables that there are. All of it is
 * the guest's own. "" if the result is ok, or pending. *length may be NULL. NULL when
 * out of memory. Free with free(). */
char *vitrine_result_explain(const vitrine_result *result, size_t most, size_t *length);
void vitrine_result_free(vitrine_result *result);

/* --- grants --- */

/* Answer with vitrine_call_return() or vitrine_call_raise(), on the thread and
 * stack of the caller of vitrine_run(). Any status but OK ends the run, rolls
 * it back, and is what vitrine_run() returns. The session itself may not be
 * used from inside; others may. */
typedef vitrine_status (*vitrine_function)(vitrine_call *call, void *user);

/* Offer fn as `name` ("db.query" makes a module db with a function query).
 * drop(user), if given, is called once: when the session is freed, or at once
 * if this call fails. Grants are made while the session is idle. */
vitrine_status vitrine_grant_function(vitrine_session *session, const char *name,
                                      vitrine_function fn, void *user, void (*drop)(void *user));
/* The same, and what a caller may know of it: the guest reads it in __doc__, a model in
 * vitrine_describe() and vitrine_tools_json(). The texts are copied. */
typedef struct {
  size_t size;
  const char *name; /* as above */
  /* "(sql: str, params: dict[str, Any] = {}, *, limit: int = 100) -> list[dict]":
   * arguments are checked against it before the function is called, a TypeError
   * tells the guest what is wrong. Types: None, bool, int, float, str, bytes, list,
   * tuple, dict, set, frozenset, Any, unions with |. NULL: anything goes. */
  const char *signature;
  const char *doc; /* its first line is a summary; NULL: none */
  /* NULL: the host answers later. Only for runs that may wait, see vitrine_start();
   * RuntimeError in others. */
  vitrine_function call;
  /* What a run may use of this door, besides the limits of the run. Beyond it, a call
   * is a HostError in the guest whose code is "limit". 0: the default.             */
  uint64_t calls;   /*                                     those of host_calls  */
  uint64_t bytes;   /* of arguments and answers, encoded               256 MiB  */
  uint64_t time_ns; /* in the host; vitrine_call_time_left() heeds it  the run's */
  unsigned flags; /* VITRINE_DOOR_… below, or'd */
} vitrine_door;
/* To the guest it is an async function: the call is out at once, and what comes
 * back is awaited. */
#define VITRINE_DOOR_ASYNC 1u
vitrine_status vitrine_grant_door(vitrine_session *session, const vitrine_door *door, void *user,
                                  void (*drop)(void *user));
/* Standard input: read() fills at most `size` bytes and returns how many, 0 at
 * the end, -1 on an error (OSError in the guest). */
vitrine_status vitrine_grant_input(vitrine_session *session,
                                   ptrdiff_t (*read)(void *user, char *buffer, size_t size),
                                   void *user);
/* The wall clock, in steps of resolution_ns (0: 1 ms). */
vitrine_status vitrine_grant_clock(vitrine_session *session, uint64_t resolution_ns);
/* In its place, one that says start_ns (since 1970, from resolution_ns up) when the
 * guest begins, and goes on with the guest's own steps and sleep: the same in every run. */
vitrine_status vitrine_grant_clock_fixed(vitrine_session *session, uint64_t start_ns,
                                         uint64_t resolution_ns);
/* The system's randomness. */
vitrine_status vitrine_grant_random(vitrine_session *session);
/* In its place, what follows from a seed: as random to who does not know it, and the
 * same in every run. A run that is rolled back has used none; a reset begins anew. */
vitrine_status vitrine_grant_random_seeded(vitrine_session *session, const void *seed,
                                           size_t length);

/* Arguments: borrowed until the host function returns; NULL if absent. Where there
 * is a signature, index and name are those of its parameters, however the guest
 * passed them; what *args and **kwargs took follows behind, or has its own name. */
const char *vitrine_call_name(const vitrine_call *call);
size_t vitrine_call_count(const vitrine_call *call);
const vitrine_value *vitrine_call_arg(const vitrine_call *call, size_t index);
const vitrine_value *vitrine_call_keyword(const vitrine_call *call, const char *name);
/* The same as the guest passed them, whatever the signature: a list of those without
 * a name, a dict of those with one. For hosts that hand them on as they are. */
const vitrine_value *vitrine_call_args(const vitrine_call *call);
const vitrine_value *vitrine_call_keywords(const vitrine_call *call);
/* Nanoseconds of wall clock until the run is out of time; for functions that
 * wait. UINT64_MAX: no limit. 0 also once the run is cancelled. */
uint64_t vitrine_call_time_left(const vitrine_call *call);
/* The answer; consumes value. The last one counts; none is None, and of a call that
 * waits: it waits on. */
vitrine_status vitrine_call_return(vitrine_call *call, vitrine_value *value);
/* Raise a built-in exception type by name, or any other name as HostError with
 * that code. */
vitrine_status vitrine_call_raise(vitrine_call *call, const char *type, const char *message);

/* --- telling a model --- */

/* What a model has to know to write code for this session, in at most `most`
 * bytes (0: 4,096) of plain text: the dialect, the limits, what is granted, and
 * each host function with the first line of its doc. *length may be NULL. NULL
 * when out of memory. Free with free(). */
char *vitrine_describe(const vitrine_session *session, size_t most, size_t *length);
/* The host functions as tool descriptions: a JSON array of objects with name,
 * description and, as JSON Schema, parameters. Otherwise the same. */
char *vitrine_tools_json(const vitrine_session *session, size_t *length);

/* --- snapshots --- */

/* CONSTRUCTOR. What an idle session's guest holds: memory and clock. The session
 * goes on; its grants, limits and options belong to the host and stay behind.
 * Snapshots never change: any number of threads may use one at once. */
vitrine_status vitrine_snapshot_take(vitrine_session *session, vitrine_snapshot **out);
/* CONSTRUCTOR. A session that goes on from there, with no grants: make them anew.
 * Until then the guest's names of host functions raise PermissionError. Memory
 * is shared until it is written. limits.memory has to hold what is there. */
vitrine_status vitrine_snapshot_fork(const vitrine_snapshot *snapshot,
                                     const vitrine_options *options, vitrine_session **out);
/* Back, or over, to a snapshot, of this session or any other; grants, limits and
 * options are kept. */
vitrine_status vitrine_session_reset_to(vitrine_session *session, const vitrine_snapshot *snapshot);
/* DESTRUCTOR. Sessions that came from it live on. */
void vitrine_snapshot_free(vitrine_snapshot *snapshot);

typedef struct {
  size_t size;
  const void *key;   /* of 16 bytes or more; borrowed. NULL: no key            */
  size_t key_length; /* Only who has it can write what is loaded with it.      */
  uint64_t memory;   /* load: the most that the guest may hold; 0: 64 MiB      */
} vitrine_image_options;

static inline vitrine_image_options vitrine_image_options_default(void) {
  vitrine_image_options o;
  memset(&o, 0, sizeof o);
  o.size = sizeof o;
  return o;
}

/* Writes it, in pieces; write() returns 0, or something else to end it there.
 * options may be NULL, here and below. */
vitrine_status vitrine_snapshot_save(const vitrine_snapshot *snapshot,
                                     const vitrine_image_options *options,
                                     int (*write)(void *user, const void *bytes, size_t length),
                                     void *user);
/* Puts it in place of the file `path`, whole or not at all, for its owner only. */
vitrine_status vitrine_snapshot_save_file(const vitrine_snapshot *snapshot,
                                          const vitrine_image_options *options, const char *path);
/* CONSTRUCTOR. From what was saved by a library with the same guest id; read()
 * is as for vitrine_grant_input(). ERR_IMAGE, ERR_KEY: nothing was loaded. Who
 * can write an image without a key owns the guest in it, but no more. */
vitrine_status vitrine_snapshot_load(const vitrine_image_options *options,
                                     ptrdiff_t (*read)(void *user, char *buffer, size_t size),
                                     void *user, vitrine_snapshot **out);
vitrine_status vitrine_snapshot_load_file(const vitrine_image_options *options, const char *path,
                                          vitrine_snapshot **out);
vitrine_status vitrine_snapshot_load_bytes(const vitrine_image_options *options, const void *bytes,
                                           size_t length, vitrine_snapshot **out);

/* --- the audit log: docs/audit.md --- */

/* Where a session writes down what it does, as JSON Lines: what it is granted, what it
 * runs, each call of a door before the answer goes back to the guest, each ending. If
 * a line cannot be written, the run fails, is rolled back, and no other begins. */
typedef struct {
  size_t size;
  /* Takes one line, with its line break; 0, or something else if it was not kept. On the
   * thread and stack of the caller; it may not use the session. */
  int (*write)(void *user, const char *line, size_t length);
  void *user;
  const char *path;  /* instead of write: a file, to be added to, or made for its owner  */
  const char *label; /* of the session, in each line; NULL: ""; copied                  */
  /* Bytes of each source, argument or input that are written as they are; of longer ones
   * only a digest. 0: all of it, and the answers besides: such a log can be replayed. */
  uint64_t text;
  uint64_t most; /* bytes of lines of a run; beyond it OUT_OF_CALLS          256 MiB */
} vitrine_audit;

static inline vitrine_audit vitrine_audit_default(void) {
  vitrine_audit a;
  memset(&a, 0, sizeof a);
  a.size = sizeof a;
  return a;
}

/* Once, and before all else: grants and runs come after it. */
vitrine_status vitrine_session_audit(vitrine_session *session, const vitrine_audit *audit);

/* What a replay found. */
typedef struct {
  size_t size;
  int same;          /* 1: every run did and ended as the log says         */
  uint64_t sessions; /* in the log                                        */
  uint64_t runs;     /* of this session that were replayed                */
  uint64_t failed;   /* that had failed in the host, and were passed over */
  uint64_t line;     /* of the log: the last that was read, from 1        */
  char why[256];     /* where it went another way, or what is wrong; or "" */
} vitrine_replayed;

static inline vitrine_replayed vitrine_replayed_empty(void) {
  vitrine_replayed r;
  memset(&r, 0, sizeof r);
  r.size = sizeof r;
  return r;
}

/* Does again what a log tells of its `which`-th session, from 0, in a new session that
 * has no grants, no log, and begins where that one did: as new, or from its snapshot. Doors
 * answer from the log; clocks and limits of time stop where they did. The guest's output
 * comes to the session's write(). Ends at the first difference, with OK and same = 0.
 * ERR_LOG: the log is damaged, incomplete, or of another guest or snapshot. */
vitrine_status vitrine_replay(vitrine_session *session, const char *log, size_t length,
                              size_t which, vitrine_replayed *out);

/* --- values --- */

typedef enum {
  VITRINE_TYPE_NONE,
  VITRINE_TYPE_BOOL,
  VITRINE_TYPE_INT, /* of any size */
  VITRINE_TYPE_FLOAT,
  VITRINE_TYPE_STR,
  VITRINE_TYPE_BYTES,
  VITRINE_TYPE_LIST,
  VITRINE_TYPE_TUPLE,
  VITRINE_TYPE_DICT,
  VITRINE_TYPE_SET,
  VITRINE_TYPE_FROZENSET
} vitrine_type;

/* Makers return NULL when out of memory; everything below accepts NULL, so
 * calls nest and one check at the end is enough. */
vitrine_value *vitrine_none(void);
vitrine_value *vitrine_bool(int truth);
vitrine_value *vitrine_int(int64_t number);
/* From decimal digits with an optional sign. NULL if it is not that. */
vitrine_value *vitrine_int_text(const char *digits);
/* From two's complement, the highest byte first: of any size, in no time. */
vitrine_value *vitrine_int_bytes(const void *bytes, size_t length);
vitrine_value *vitrine_float(double number);
vitrine_value *vitrine_str(const char *utf8, size_t length); /* NULL if not UTF-8 */
vitrine_value *vitrine_bytes(const void *bytes, size_t length);
vitrine_value *vitrine_list(void);
vitrine_value *vitrine_tuple(void);
vitrine_value *vitrine_dict(void);
vitrine_value *vitrine_set_of(int frozen);
/* Append to a list, tuple, set or frozenset. Consumes item. */
vitrine_status vitrine_value_add(vitrine_value *collection, vitrine_value *item);
/* Add a pair to a dict. Consumes both. Keys are not compared: the last wins
 * in the guest. */
vitrine_status vitrine_dict_add(vitrine_value *dict, vitrine_value *key, vitrine_value *item);
vitrine_value *vitrine_value_copy(const vitrine_value *value);
void vitrine_value_free(vitrine_value *value);

/* Readers return 1 and set *out if the value has that type, else 0. */
vitrine_type vitrine_value_type(const vitrine_value *value); /* NULL: NONE */
int vitrine_value_bool(const vitrine_value *value, int *out);
/* 0 also for an int beyond 64 bits: read that as text, in decimal. */
int vitrine_value_int(const vitrine_value *value, int64_t *out);
int vitrine_value_float(const vitrine_value *value, double *out);
/* str, bytes, or an int of any size in decimal. NUL-terminated. */
int vitrine_value_text(const vitrine_value *value, const char **out, size_t *length);
/* How many bytes an int takes as two's complement, and the highest of them first if
 * so many fit into `size`. 0 if it is no int. */
size_t vitrine_value_int_bytes(const vitrine_value *value, void *out, size_t size);
/* Items of a collection, pairs of a dict; else 0. */
size_t vitrine_value_count(const vitrine_value *value);
const vitrine_value *vitrine_value_item(const vitrine_value *value, size_t index);
const vitrine_value *vitrine_value_key(const vitrine_value *value, size_t index);
/* As JSON, and what JSON lacks as {"$type": …}: docs/values.md. *length may be
 * NULL. NULL when out of memory. Free with free(). */
char *vitrine_value_json(const vitrine_value *value, size_t *length);

/* --- about --- */

#define VITRINE_VERSION "0.1.0"
#define VITRINE_VERSION_NUMBER 1000 /* major*1000000 + minor*1000 + patch */
/* Versions with the same major number are ABI stable; before 1.0, those with
 * the same major and minor number. */
int vitrine_version_number(void);
/* SHA-256 of the guest's wasm in hex: steps are reproducible within one id. */
const char *vitrine_guest_id(void);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
