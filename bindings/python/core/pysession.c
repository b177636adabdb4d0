/* pysession.c - a session: every call of vitrine.h that uses one.
 *
 * Invariant: `running` is set from before the GIL is given up until it is back, and
 * who finds it set is refused; so nothing here changes under a run but by its own
 * callbacks. A session is closed only while it is idle. */
#include <stdlib.h>

#include "core.h"

static core_session *of(PyObject *self) { return (core_session *)self; }

/* --- taking --- */

bool core_take(core_session *s) {
  if (s->session == NULL) {
    (void)core_raise_session("the session is closed");
    return false;
  }
  if (s->running) {
    bool own = s->owner == PyThread_get_thread_ident();
    (void)core_raise_session(own ? "the session is running: its own host functions and callbacks "
                                   "cannot use it; take another session, or a fork"
                                 : "the session is running in another thread: one thread at a time "
                                   "uses it, only cancel() may come from elsewhere");
    return false;
  }
  if (!s->armed) vitrine_session_arm(s->session); /* cancel() counts from now on */
  s->running = true;
  s->owner = PyThread_get_thread_ident();
  return true;
}

/* Drops what a call has lent to its callbacks. */
void core_give(core_session *s) {
  s->running = false;
  Py_CLEAR(s->write);
  Py_CLEAR(s->read);
}

/* False: a signal came before, and its handler has set an exception. */
static bool let_run(core_session *s, core_interrupt *interrupt) {
  core_interrupt_begin(interrupt, s->session);
  if (PyErr_CheckSignals() != 0) {
    core_interrupt_end(interrupt);
    core_give(s);
    return false;
  }
  core_leave();
  return true;
}

/* False: an exception is set, by a callback or by a signal's handler. */
static bool come_back(core_session *s, core_interrupt *interrupt) {
  (void)core_enter();
  core_interrupt_end(interrupt);
  core_give(s);
  return !core_error_raise() && PyErr_CheckSignals() == 0;
}

static PyObject *ending(core_session *s, core_interrupt *interrupt, vitrine_status status,
                        vitrine_result *result) {
  s->waiting = status == VITRINE_OK && vitrine_result_outcome(result) == VITRINE_PENDING;
  if (!come_back(s, interrupt)) {
    vitrine_result_free(result);
    return NULL;
  }
  if (status != VITRINE_OK) return core_raise(status);
  return s->waiting ? core_pending_read(s, result) : core_result_read(s->state, result);
}

/* A callable or None, kept until the call is over. */
static void lend(PyObject **to, PyObject *callable) {
  if (callable == Py_None) return;
  Py_INCREF(callable);
  *to = callable;
}

/* --- running --- */

typedef vitrine_status (*runner)(vitrine_session *session, const vitrine_limits *limits,
                                 const char *name, const char *source, size_t length,
                                 vitrine_result **out);

static PyObject *run_source(PyObject *self, PyObject *args, runner run) {
  core_session *s = of(self);
  PyObject *source, *limits, *write, *read;
  const char *name;
  char *text;
  Py_ssize_t length;
  vitrine_limits own;
  if (!PyArg_ParseTuple(args, "OsOOO", &source, &name, &limits, &write, &read)) return NULL;
  if (limits != Py_None && !core_limits_read(limits, &own)) return NULL;
  PyObject *utf8 = PyUnicode_AsUTF8String(source), *result = NULL;
  if (utf8 == NULL || PyBytes_AsStringAndSize(utf8, &text, &length) != 0 || !core_take(s)) goto end;
  if (read != Py_None && !s->input) {
    vitrine_status status = vitrine_grant_input(s->session, core_read, s);
    if (status != VITRINE_OK) {
      core_give(s);
      (void)core_raise(status);
      goto end;
    }
    s->input = true;
  }
  lend(&s->write, write);
  lend(&s->read, read);
  core_interrupt interrupt;
  vitrine_result *ended;
  if (!let_run(s, &interrupt)) goto end;
  vitrine_status status =
      run(s->session, limits != Py_None ? &own : NULL, name, text, (size_t)length, &ended);
  result = ending(s, &interrupt, status, ended);
end:
  Py_XDECREF(utf8);
  return result;
}

static PyObject *session_run(PyObject *self, PyObject *args) {
  return run_source(self, args, vitrine_run_limited);
}

static PyObject *session_start(PyObject *self, PyObject *args) {
  return run_source(self, args, vitrine_start);
}

static PyObject *invoke(PyObject *self, PyObject *args, bool waits) {
  core_session *s = of(self);
  PyObject *function, *items, *keywords, *write;
  if (!PyArg_ParseTuple(args, "UO!O!O:call", &function, &PyTuple_Type, &items, &PyDict_Type,
                        &keywords, &write))
    return NULL;
  PyObject *utf8 = PyUnicode_AsUTF8String(function), *result = NULL;
  char *name;
  if (utf8 == NULL || PyBytes_AsStringAndSize(utf8, &name, NULL) != 0) goto end;
  vitrine_value *list = core_arguments_make(items, keywords, function);
  if (list == NULL) goto end;
  if (!core_take(s)) {
    vitrine_value_free(list);
    goto end;
  }
  lend(&s->write, write);
  core_interrupt interrupt;
  vitrine_result *ended;
  if (!let_run(s, &interrupt)) {
    vitrine_value_free(list);
    goto end;
  }
  vitrine_status status = waits ? vitrine_start_invoke(s->session, NULL, name, list, &ended)
                                : vitrine_invoke(s->session, name, list, &ended);
  result = ending(s, &interrupt, status, ended);
end:
  Py_XDECREF(utf8);
  return result;
}

static PyObject *session_invoke(PyObject *self, PyObject *args) {
  return invoke(self, args, false);
}

static PyObject *session_start_invoke(PyObject *self, PyObject *args) {
  return invoke(self, args, true);
}

static PyObject *session_resume(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  PyObject *write, *read;
  if (!PyArg_ParseTuple(args, "OO", &write, &read) || !core_take(s)) return NULL;
  lend(&s->write, write);
  lend(&s->read, read);
  core_interrupt interrupt;
  vitrine_result *ended;
  if (!let_run(s, &interrupt)) return NULL;
  vitrine_status status = vitrine_resume(s->session, &ended);
  return ending(s, &interrupt, status, ended);
}

/* Ends a run that waits, and tells nobody. */
static PyObject *session_drop(PyObject *self, PyObject *unused) {
  (void)unused;
  core_session *s = of(self);
  core_interrupt interrupt;
  if (!s->waiting) Py_RETURN_NONE;
  if (!core_take(s) || !let_run(s, &interrupt)) return NULL;
  while (s->waiting) {
    vitrine_result *ended;
    vitrine_cancel(s->session);
    s->waiting = vitrine_resume(s->session, &ended) == VITRINE_OK &&
                 vitrine_result_outcome(ended) == VITRINE_PENDING;
    vitrine_result_free(ended);
  }
  if (!come_back(s, &interrupt)) return NULL;
  Py_RETURN_NONE;
}

static PyObject *session_get(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  const char *name;
  if (!PyArg_ParseTuple(args, "s:get", &name) || !core_take(s)) return NULL;
  core_interrupt interrupt;
  vitrine_result *ended;
  if (!let_run(s, &interrupt)) return NULL;
  vitrine_status status = vitrine_get(s->session, name, &ended);
  return ending(s, &interrupt, status, ended);
}

/* None, or the exception of a call that ends in a status. The session is taken. */
static PyObject *done(core_session *s, vitrine_status status) {
  core_give(s);
  if (status != VITRINE_OK) return core_raise(status);
  Py_RETURN_NONE;
}

static PyObject *session_set(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  PyObject *name, *object, *utf8, *result = NULL;
  char *text;
  if (!PyArg_ParseTuple(args, "UO:set", &name, &object)) return NULL;
  utf8 = PyUnicode_AsUTF8String(name);
  if (utf8 == NULL || PyBytes_AsStringAndSize(utf8, &text, NULL) != 0) goto end;
  vitrine_value *value = core_value_make(object, CORE_GLOBAL, name);
  if (value == NULL) goto end;
  if (core_take(s)) result = done(s, vitrine_set(s->session, text, value));
  else vitrine_value_free(value);
end:
  Py_XDECREF(utf8);
  return result;
}

static PyObject *session_cancel(PyObject *self, PyObject *unused) {
  (void)unused;
  core_session *s = of(self);
  if (s->session != NULL && (s->running || s->armed)) vitrine_cancel(s->session);
  Py_RETURN_NONE;
}

/* cancel() counts until it is disarmed: for a run of several calls, on several threads. */
static PyObject *session_arm(PyObject *self, PyObject *unused) {
  (void)unused;
  core_session *s = of(self);
  s->armed = false;
  if (!core_take(s)) return NULL;
  s->armed = true;
  core_give(s);
  Py_RETURN_NONE;
}

static PyObject *session_disarm(PyObject *self, PyObject *unused) {
  (void)unused;
  of(self)->armed = false;
  Py_RETURN_NONE;
}

/* --- settings --- */

static PyObject *session_limit(PyObject *self, PyObject *limits) {
  core_session *s = of(self);
  vitrine_limits wanted;
  if (!core_limits_read(limits, &wanted) || !core_take(s)) return NULL;
  return done(s, vitrine_session_limit(s->session, &wanted));
}

static PyObject *session_limits(PyObject *self, PyObject *unused) {
  (void)unused;
  vitrine_limits l = vitrine_limits_default();
  if (!core_take(of(self))) return NULL;
  vitrine_status status = vitrine_session_limits(of(self)->session, &l);
  core_give(of(self));
  if (status != VITRINE_OK) return core_raise(status);
  return Py_BuildValue("KKKKKKKKK", l.memory, l.steps, l.cpu_ns, l.time_ns, l.output, l.host_calls,
                       l.value, l.source, l.depth);
}

static PyObject *session_argv(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  Py_ssize_t count = PyTuple_Size(args);
  const char **argv = PyMem_Calloc((size_t)count + 1, sizeof *argv);
  PyObject *result = NULL;
  if (argv == NULL) return PyErr_NoMemory();
  PyObject *held = PyTuple_New(count);
  for (Py_ssize_t i = 0; held != NULL && i < count; i++) {
    PyObject *utf8 = PyUnicode_AsUTF8String(PyTuple_GetItem(args, i));
    char *text;
    if (utf8 == NULL) goto end;
    (void)PyTuple_SetItem(held, i, utf8);
    if (PyBytes_AsStringAndSize(utf8, &text, NULL) != 0) goto end;
    argv[i] = text;
  }
  if (held != NULL && core_take(s))
    result = done(s, vitrine_session_argv(s->session, (int)count, argv));
end:
  Py_XDECREF(held);
  PyMem_Free(argv);
  return result;
}

static PyObject *session_reset(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  PyObject *to;
  if (!PyArg_ParseTuple(args, "O", &to)) return NULL;
  bool given = to != Py_None;
  if (given && !PyObject_TypeCheck(to, s->state->snapshot)) {
    PyErr_SetString(PyExc_TypeError, "to must be a Snapshot or None");
    return NULL;
  }
  if (!core_take(s)) return NULL;
  return done(s, given ? vitrine_session_reset_to(s->session, ((core_snapshot *)to)->snapshot)
                       : vitrine_session_reset(s->session));
}

static PyObject *session_snapshot(PyObject *self, PyObject *unused) {
  (void)unused;
  core_session *s = of(self);
  if (!core_take(s)) return NULL;
  core_interrupt interrupt;
  vitrine_snapshot *snapshot;
  if (!let_run(s, &interrupt)) return NULL;
  vitrine_status status = vitrine_snapshot_take(s->session, &snapshot);
  if (!come_back(s, &interrupt)) {
    vitrine_snapshot_free(snapshot);
    return NULL;
  }
  return status == VITRINE_OK ? core_snapshot_new(s->module, snapshot) : core_raise(status);
}

static PyObject *session_audit(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  PyObject *path, *result = NULL;
  vitrine_audit audit = vitrine_audit_default();
  char *name;
  if (!PyArg_ParseTuple(args, "O&", PyUnicode_FSConverter, &path)) return NULL;
  if (PyBytes_AsStringAndSize(path, &name, NULL) == 0 && core_take(s)) {
    audit.path = name;
    result = done(s, vitrine_session_audit(s->session, &audit));
  }
  Py_DECREF(path);
  return result;
}

/* --- grants --- */

static PyObject *session_grant(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  PyObject *name, *callable, *held = NULL, *result = NULL;
  vitrine_door door = {.size = sizeof door, .call = core_call};
  char *text;
  if (!PyArg_ParseTuple(args, "UzzO", &name, &door.signature, &door.doc, &callable)) return NULL;
  held = PyUnicode_AsUTF8String(name);
  if (held == NULL || PyBytes_AsStringAndSize(held, &text, NULL) != 0) goto end;
  core_function *f = PyMem_Calloc(1, sizeof *f);
  if (f == NULL) {
    PyErr_NoMemory();
    goto end;
  }
  if (!core_take(s)) {
    PyMem_Free(f);
    goto end;
  }
  Py_INCREF(callable);
  Py_INCREF(name);
  *f = (core_function){.session = s, .callable = callable, .name = name};
  door.name = text;
  vitrine_status status = vitrine_grant_door(s->session, &door, f, core_call_drop);
  if (status == VITRINE_OK) {
    f->next = s->functions;
    s->functions = f;
  }
  result = done(s, status);
end:
  Py_XDECREF(held);
  return result;
}

/* One that is answered later: with answer(), by who calls start() and resume(). */
static PyObject *session_grant_later(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  vitrine_door door = {.size = sizeof door};
  int awaited;
  if (!PyArg_ParseTuple(args, "szzp", &door.name, &door.signature, &door.doc, &awaited) ||
      !core_take(s))
    return NULL;
  if (awaited) door.flags = VITRINE_DOOR_ASYNC;
  return done(s, vitrine_grant_door(s->session, &door, NULL, NULL));
}

static PyObject *session_grant_clock(PyObject *self, PyObject *args) {
  unsigned long long resolution;
  if (!PyArg_ParseTuple(args, "K", &resolution) || !core_take(of(self))) return NULL;
  return done(of(self), vitrine_grant_clock(of(self)->session, resolution));
}

static PyObject *session_grant_random(PyObject *self, PyObject *unused) {
  (void)unused;
  return core_take(of(self)) ? done(of(self), vitrine_grant_random(of(self)->session)) : NULL;
}

static PyObject *session_grant_clock_fixed(PyObject *self, PyObject *args) {
  unsigned long long start;
  if (!PyArg_ParseTuple(args, "K", &start) || !core_take(of(self))) return NULL;
  return done(of(self), vitrine_grant_clock_fixed(of(self)->session, start, 0));
}

static PyObject *session_grant_random_seeded(PyObject *self, PyObject *args) {
  const char *seed;
  Py_ssize_t length;
  if (!PyArg_ParseTuple(args, "y#", &seed, &length) || !core_take(of(self))) return NULL;
  return done(of(self), vitrine_grant_random_seeded(of(self)->session, seed, (size_t)length));
}

/* One that is linked in, or a shared library. */
static const vitrine_plugin *find_plugin(PyObject *path) {
  const vitrine_plugin *plugin = NULL;
  PyObject *name;
  char *text;
  if (!PyUnicode_FSConverter(path, &name)) return NULL;
  if (PyBytes_AsStringAndSize(name, &text, NULL) == 0) {
    plugin = core_plugin_linked(text);
    vitrine_status status = plugin != NULL ? VITRINE_OK : vitrine_plugin_load(text, &plugin);
    if (status != VITRINE_OK) (void)core_raise(status);
  }
  Py_DECREF(name);
  return plugin;
}

/* (name or path, a list of dicts, the door that is Python's or None) */
static PyObject *session_grant_plugin(PyObject *self, PyObject *args) {
  core_session *s = of(self);
  PyObject *path, *options, *door, *result = NULL;
  if (!PyArg_ParseTuple(args, "OOO", &path, &options, &door)) return NULL;
  const vitrine_plugin *plugin = find_plugin(path);
  PyObject *what = plugin != NULL ? PyUnicode_FromString("the plugin's options") : NULL;
  vitrine_value *grants = what != NULL ? core_value_make(options, CORE_GLOBAL, what) : NULL;
  if (grants != NULL && core_take(s)) {
    core_plugin_lend(door != Py_None ? door : NULL);
    result = done(s, vitrine_plugin_grant(s->session, plugin, grants));
    core_plugin_lend(NULL);
  }
  vitrine_value_free(grants);
  Py_XDECREF(what);
  return result;
}

/* --- telling --- */

static PyObject *text_of(char *text, size_t length) {
  if (text == NULL) return PyErr_NoMemory();
  PyObject *object = PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "replace");
  free(text);
  return object;
}

static PyObject *session_describe(PyObject *self, PyObject *args) {
  Py_ssize_t most;
  size_t length = 0;
  if (!PyArg_ParseTuple(args, "n", &most) || !core_take(of(self))) return NULL;
  char *text = vitrine_describe(of(self)->session, (size_t)most, &length);
  core_give(of(self));
  return text_of(text, length);
}

static PyObject *session_tools(PyObject *self, PyObject *unused) {
  (void)unused;
  size_t length = 0;
  if (!core_take(of(self))) return NULL;
  char *text = vitrine_tools_json(of(self)->session, &length);
  core_give(of(self));
  return text_of(text, length);
}

static PyObject *session_closed(PyObject *self, void *unused) {
  (void)unused;
  return PyBool_FromLong(of(self)->session == NULL);
}

static PyObject *session_running(PyObject *self, void *unused) {
  (void)unused;
  return PyBool_FromLong(of(self)->running);
}

static PyObject *session_waiting(PyObject *self, void *unused) {
  (void)unused;
  return PyBool_FromLong(of(self)->waiting);
}

/* --- life --- */

PyObject *core_session_new(PyObject *module, const vitrine_snapshot *snapshot, PyObject *limits,
                           unsigned flags) {
  core_state *state = PyModule_GetState(module);
  vitrine_limits wanted;
  if (!core_limits_read(limits, &wanted)) return NULL;
  allocfunc alloc = (allocfunc)PyType_GetSlot(state->session, Py_tp_alloc);
  core_session *s = (core_session *)alloc(state->session, 0);
  if (s == NULL) return NULL;
  Py_INCREF(module);
  s->module = module;
  s->state = state;
  vitrine_options options = vitrine_options_default();
  options.limits = &wanted;
  options.write = core_write;
  options.user = s;
  options.flags = flags;
  vitrine_status status = snapshot != NULL ? vitrine_snapshot_fork(snapshot, &options, &s->session)
                                           : vitrine_session_new(&options, &s->session);
  if (status == VITRINE_OK) return (PyObject *)s;
  Py_DECREF(s);
  return core_raise(status);
}

/* Frees the guest; its functions go with it, and their destructors find it closed. */
static void end(core_session *s) {
  vitrine_session *session = s->session;
  s->session = NULL;
  s->functions = NULL;
  s->waiting = false;
  vitrine_session_free(session);
}

static PyObject *session_close(PyObject *self, PyObject *unused) {
  (void)unused;
  if (of(self)->session == NULL) Py_RETURN_NONE;
  if (!core_take(of(self))) return NULL;
  end(of(self));
  core_give(of(self));
  Py_RETURN_NONE;
}

static int session_traverse(PyObject *self, visitproc visit, void *arg) {
  core_session *s = of(self);
  Py_VISIT(Py_TYPE(self));
  Py_VISIT(s->module);
  Py_VISIT(s->write);
  Py_VISIT(s->read);
  for (core_function *f = s->functions; f != NULL; f = f->next) Py_VISIT(f->callable);
  return 0;
}

static int session_clear(PyObject *self) {
  end(of(self));
  core_give(of(self));
  return 0;
}

static void session_dealloc(PyObject *self) {
  PyTypeObject *type = Py_TYPE(self);
  PyObject_GC_UnTrack(self);
  (void)session_clear(self);
  Py_CLEAR(of(self)->module);
  freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
  release(self);
  Py_DECREF(type);
}

static PyMethodDef methods[] = {
    {"run", session_run, METH_VARARGS, NULL},
    {"invoke", session_invoke, METH_VARARGS, NULL},
    {"start", session_start, METH_VARARGS, NULL},
    {"start_invoke", session_start_invoke, METH_VARARGS, NULL},
    {"resume", session_resume, METH_VARARGS, NULL},
    {"drop", session_drop, METH_NOARGS, NULL},
    {"answer", core_session_answer, METH_VARARGS, NULL},
    {"refuse", core_session_refuse, METH_VARARGS, NULL},
    {"arm", session_arm, METH_NOARGS, NULL},
    {"disarm", session_disarm, METH_NOARGS, NULL},
    {"get", session_get, METH_VARARGS, NULL},
    {"set", session_set, METH_VARARGS, NULL},
    {"cancel", session_cancel, METH_NOARGS, NULL},
    {"limit", session_limit, METH_O, NULL},
    {"limits", session_limits, METH_NOARGS, NULL},
    {"argv", session_argv, METH_VARARGS, NULL},
    {"audit", session_audit, METH_VARARGS, NULL},
    {"reset", session_reset, METH_VARARGS, NULL},
    {"snapshot", session_snapshot, METH_NOARGS, NULL},
    {"grant", session_grant, METH_VARARGS, NULL},
    {"grant_later", session_grant_later, METH_VARARGS, NULL},
    {"grant_clock", session_grant_clock, METH_VARARGS, NULL},
    {"grant_random", session_grant_random, METH_NOARGS, NULL},
    {"grant_clock_fixed", session_grant_clock_fixed, METH_VARARGS, NULL},
    {"grant_random_seeded", session_grant_random_seeded, METH_VARARGS, NULL},
    {"grant_plugin", session_grant_plugin, METH_VARARGS, NULL},
    {"describe", session_describe, METH_VARARGS, NULL},
    {"tools", session_tools, METH_NOARGS, NULL},
    {"close", session_close, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyGetSetDef getters[] = {{"closed", session_closed, NULL, NULL, NULL},
                                {"running", session_running, NULL, NULL, NULL},
                                {"waiting", session_waiting, NULL, NULL, NULL},
                                {NULL, NULL, NULL, NULL, NULL}};

static PyType_Slot slots[] = {{Py_tp_methods, methods},           {Py_tp_getset, getters},
                              {Py_tp_traverse, session_traverse}, {Py_tp_clear, session_clear},
                              {Py_tp_dealloc, session_dealloc},   {0, NULL}};

PyType_Spec core_session_spec = {.name = "vitrine._core.Session",
                                 .basicsize = sizeof(core_session),
                                 .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
                                 .slots = slots};
