/* core.h - the C part of the Python package: vitrine.h for Python, and no more.
 *
 * Names and defaults that people meet are made in the package. Built on the limited
 * API of CPython 3.9, so that one binary fits all later versions. Every function is
 * called with the GIL unless it says otherwise. */
#ifndef CORE_H
#define CORE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>

#include "vitrine.h"
#include "vitrine_plugin.h"

typedef struct {
  PyTypeObject *session, *snapshot, *spent, *error, *truncated;
  PyObject *outcomes[VITRINE_OUTCOME_END]; /* str */
} core_state;

/* --- pymodule.c --- */

/* An attribute of one of the package's modules: a new reference, or NULL. */
PyObject *core_from_package(const char *module, const char *name);
/* Raises what a status stands for, in the words of vitrine_last_error(). NULL. */
PyObject *core_raise(vitrine_status status);
/* Raises SessionError. NULL. */
PyObject *core_raise_session(const char *message);
/* A tuple of nine ints as limits: 0 is the default. False: an exception is set. */
bool core_limits_read(PyObject *tuple, vitrine_limits *limits);
/* A key for images, or None. False: an exception is set. *key is borrowed. */
bool core_key_read(PyObject *key, uint64_t memory, vitrine_image_options *options);

/* --- pyvalue.c --- */

/* What a value is for, to say where something cannot cross. */
typedef enum { CORE_ANSWER, CORE_ARGUMENT, CORE_GLOBAL } core_purpose;

/* A value from an object, or NULL and an exception that names the type and the place.
 * `name` is a str: the function's or the global's. */
vitrine_value *core_value_make(PyObject *object, core_purpose purpose, PyObject *name);
/* The arguments of a guest's function, of a tuple and of a dict by name. */
vitrine_value *core_arguments_make(PyObject *tuple, PyObject *keywords, PyObject *name);
/* A new object. NULL: an exception is set. */
PyObject *core_value_read(const vitrine_value *value);

/* --- pyresult.c --- */

/* The types Spent, ErrorInfo and Truncated. */
bool core_result_types(core_state *state);
/* What vitrine/result.py makes a Result of: a tuple. Frees the result. */
PyObject *core_result_read(core_state *state, vitrine_result *result);

/* --- pysession.c, pysnapshot.c --- */

typedef struct core_function core_function;

typedef struct {
  PyObject_HEAD core_state *state; /* of the module, which the type keeps alive               */
  PyObject *module;
  vitrine_session *session;  /* NULL: closed                                     */
  core_function *functions;  /* granted; the session drops them                  */
  PyObject *write;           /* called with what the guest prints; NULL: nobody  */
  PyObject *read;            /* called for standard input; NULL: at its end      */
  bool input;                /* standard input is granted                        */
  bool running;              /* in a call, its callbacks included                */
  bool armed;                /* cancel() counts between calls, too               */
  bool waiting;              /* its run is pending                               */
  uint64_t told;             /* the last pending call that Python knows          */
  unsigned long owner;       /* the thread that runs it                          */
} core_session;

typedef struct {
  PyObject_HEAD core_state *state;
  PyObject *module;
  vitrine_snapshot *snapshot;
} core_snapshot;

extern PyType_Spec core_session_spec, core_snapshot_spec;

/* The session is this thread's until it is given back, with what was lent to its
 * callbacks. False: an exception is set. */
bool core_take(core_session *session);
void core_give(core_session *session);
/* A new one; consumes `session` and `snapshot`, which may be NULL for one that is made. */
PyObject *core_session_new(PyObject *module, const vitrine_snapshot *of, PyObject *limits,
                           unsigned flags);
PyObject *core_snapshot_new(PyObject *module, vitrine_snapshot *snapshot);

/* --- pycallback.c: what a guest's run calls, without the GIL --- */

/* This thread gives up the GIL, and takes it back: false if it has it already. */
void core_leave(void);
bool core_enter(void);
/* Keeps the exception that is set, which ends the run of this thread: the first is the
 * one that core_error_raise() sets again, once the run is over. */
void core_error_keep(void);
bool core_error_raise(void);
/* The exception that is set is raised in the guest, by the rules of crossing.py; what is
 * no Exception is kept. `name` is a str: the function's. */
vitrine_status core_error_cross(vitrine_call *call, PyObject *name);
/* The arguments without a name: a tuple. */
PyObject *core_call_arguments(const vitrine_call *call);
/* Answers with an object; ValueError or TypeError in the guest if it cannot cross. */
vitrine_status core_call_answer(vitrine_call *call, PyObject *object, PyObject *name);
/* What a callable returns to the guest, or raises in it. */
vitrine_status core_call_python(vitrine_call *call, PyObject *callable, PyObject *name);
/* Whether time.monotonic() is past a deadline, or the run that has called a host function
 * on this thread is over. Evaluates no Python, where a signal's exception would be lost. */
PyObject *core_is_late(PyObject *module, PyObject *deadline);

struct core_function {
  core_session *session; /* borrowed: it lives longer */
  PyObject *callable, *name;
  core_function *next;
};

vitrine_status core_call(vitrine_call *call, void *function);
void core_call_drop(void *function);
void core_write(void *session, int fd, const char *text, size_t length);
ptrdiff_t core_read(void *session, char *buffer, size_t size);

/* --- pywaiting.c: the calls of a run that waits --- */

/* What a run waits for: (seconds or None, calls). Frees the result. */
PyObject *core_pending_read(core_session *session, vitrine_result *result);
PyObject *core_session_answer(PyObject *self, PyObject *args);
PyObject *core_session_refuse(PyObject *self, PyObject *args);

/* --- pyinterrupt.c --- */

typedef struct core_interrupt {
  vitrine_session *session;
  struct core_interrupt *outer;
  bool watching;
} core_interrupt;

/* Between the two, Ctrl-C cancels the session's run, if this is the main thread.
 * Neither needs the GIL. */
void core_interrupt_begin(core_interrupt *interrupt, vitrine_session *session);
void core_interrupt_end(core_interrupt *interrupt);

/* --- pydoor.c: plugins whose doors are Python's --- */

/* Those that are linked in, by name; NULL: there is none of this name. */
const vitrine_plugin *core_plugin_linked(const char *name);
/* What open() of such a plugin takes on this thread, in place of making its own; or NULL. */
void core_plugin_lend(PyObject *door);

/* --- pypolicy.c --- */

/* (path, text) -> (limits, transactional, [(plugin's name or path, its grants), …]);
 * ValueError with the place of what is wrong. */
PyObject *core_policy(PyObject *module, PyObject *args);

/* (name, text) -> the options of a grant that is typed; None: no such plugin is linked in. */
PyObject *core_grant_text(PyObject *module, PyObject *args);

/* --- pyweb.c: what vitrine/carrier.py asks about its request --- */

PyObject *core_request_left(PyObject *module, PyObject *request);
PyObject *core_request_may_connect(PyObject *module, PyObject *args);
PyObject *core_request_header(PyObject *module, PyObject *args);
PyObject *core_request_body(PyObject *module, PyObject *args);

/* --- pycommand.c --- */

/* The command `vitrine` with these arguments; its exit code. */
int core_command(int argc, char **argv);

#endif
