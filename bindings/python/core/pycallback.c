/* pycallback.c - what a running guest calls: host functions, output, input.
 *
 * Called without the GIL, on the thread that runs the session; each takes it with that
 * thread's own state, so that sub-interpreters work. Exceptions of a host function
 * cross into the guest, by the rules of vitrine/crossing.py. What is no Exception
 * (KeyboardInterrupt, SystemExit) is kept, ends the run, and goes on in the host. */
#include "core.h"

static _Thread_local PyThreadState *away; /* of a thread that has given up the GIL */
static _Thread_local PyObject *error[3];  /* that a callback raised to end the run */

void core_leave(void) { away = PyEval_SaveThread(); }

bool core_enter(void) {
  if (away == NULL) return false;
  PyEval_RestoreThread(away);
  away = NULL;
  return true;
}

void core_error_keep(void) {
  PyObject *found[3];
  PyErr_Fetch(&found[0], &found[1], &found[2]);
  bool first = error[0] == NULL;
  for (int i = 0; i < 3; i++) {
    if (first) error[i] = found[i];
    else Py_XDECREF(found[i]);
  }
}

bool core_error_raise(void) {
  if (error[0] == NULL) return false;
  PyErr_Restore(error[0], error[1], error[2]);
  memset(error, 0, sizeof error);
  return true;
}

/* --- host functions --- */

PyObject *core_call_arguments(const vitrine_call *call) {
  const vitrine_value *args = vitrine_call_args(call);
  Py_ssize_t count = (Py_ssize_t)vitrine_value_count(args);
  PyObject *tuple = PyTuple_New(count);
  for (Py_ssize_t i = 0; tuple != NULL && i < count; i++) {
    PyObject *item = core_value_read(vitrine_value_item(args, (size_t)i));
    if (item == NULL) Py_CLEAR(tuple);
    else (void)PyTuple_SetItem(tuple, i, item);
  }
  return tuple;
}

vitrine_status core_error_cross(vitrine_call *call, PyObject *name) {
  PyObject *type, *value, *trace;
  if (!PyErr_ExceptionMatches(PyExc_Exception)) {
    core_error_keep();
    return VITRINE_ERR_MISUSE;
  }
  PyErr_Fetch(&type, &value, &trace);
  PyErr_NormalizeException(&type, &value, &trace);
  if (trace != NULL) (void)PyException_SetTraceback(value, trace);
  PyObject *cross = core_from_package("vitrine.crossing", "cross");
  PyObject *pair = cross != NULL ? PyObject_CallFunctionObjArgs(cross, name, value, NULL) : NULL;
  const char *code, *message;
  vitrine_status status = VITRINE_ERR_MISUSE;
  if (pair != NULL && PyArg_ParseTuple(pair, "yy", &code, &message))
    status = vitrine_call_raise(call, code, message);
  Py_XDECREF(type);
  Py_XDECREF(value);
  Py_XDECREF(trace);
  Py_XDECREF(cross);
  Py_XDECREF(pair);
  if (PyErr_Occurred()) core_error_keep();
  return status;
}

/* ValueError in the guest, where a value is over its limit. */
vitrine_status core_call_answer(vitrine_call *call, PyObject *object, PyObject *name) {
  vitrine_value *value = core_value_make(object, CORE_ANSWER, name);
  if (value == NULL) return core_error_cross(call, name);
  vitrine_status status = vitrine_call_return(call, value);
  if (status == VITRINE_ERR_TOOBIG || status == VITRINE_ERR_MISUSE) {
    (void)core_raise(status);
    status = core_error_cross(call, name);
  }
  return status;
}

static _Thread_local vitrine_call *current; /* the host function that is called */

PyObject *core_is_late(PyObject *module, PyObject *deadline) {
  (void)module;
  if (current != NULL && vitrine_call_time_left(current) == 0) Py_RETURN_TRUE;
  PyObject *monotonic = core_from_package("time", "monotonic");
  PyObject *now = monotonic != NULL ? PyObject_CallObject(monotonic, NULL) : NULL;
  int late = now != NULL ? PyObject_RichCompareBool(now, deadline, Py_GT) : -1;
  Py_XDECREF(monotonic);
  Py_XDECREF(now);
  return late >= 0 ? PyBool_FromLong(late) : NULL;
}

vitrine_status core_call_python(vitrine_call *call, PyObject *callable, PyObject *name) {
  PyObject *args = core_call_arguments(call), *keywords = NULL, *object = NULL;
  const vitrine_value *named = vitrine_call_keywords(call);
  bool good = args != NULL;
  if (good && vitrine_value_count(named) != 0) {
    keywords = core_value_read(named);
    good = keywords != NULL;
  }
  vitrine_call *outer = current;
  current = call;
  if (good) object = PyObject_Call(callable, args, keywords);
  current = outer;
  Py_XDECREF(args);
  Py_XDECREF(keywords);
  if (object == NULL) return core_error_cross(call, name);
  vitrine_status status = core_call_answer(call, object, name);
  Py_DECREF(object);
  return status;
}

vitrine_status core_call(vitrine_call *call, void *function) {
  const core_function *f = function;
  (void)core_enter();
  vitrine_status status = core_call_python(call, f->callable, f->name);
  core_leave();
  return status;
}

void core_call_drop(void *function) {
  core_function *f = function;
  Py_XDECREF(f->callable);
  Py_XDECREF(f->name);
  PyMem_Free(f);
}

/* --- output and input --- */

void core_write(void *session, int fd, const char *text, size_t length) {
  core_session *s = session;
  if (s->write == NULL || error[0] != NULL) return;
  (void)core_enter();
  PyObject *done = PyObject_CallFunction(s->write, "ss#", fd == 1 ? "stdout" : "stderr", text,
                                         (Py_ssize_t)length);
  if (done == NULL) {
    core_error_keep();
    vitrine_cancel(s->session);
  }
  Py_XDECREF(done);
  core_leave();
}

/* Bytes, at most `size`; -1 if it raised. */
static ptrdiff_t read_some(core_session *s, char *buffer, size_t size) {
  PyObject *bytes = PyObject_CallFunction(s->read, "n", (Py_ssize_t)size);
  char *at;
  Py_ssize_t length = -1;
  if (bytes != NULL && PyBytes_AsStringAndSize(bytes, &at, &length) == 0) {
    if ((size_t)length <= size) memcpy(buffer, at, (size_t)length);
    else {
      PyErr_SetString(PyExc_ValueError, "stdin: more was read than asked for");
      length = -1;
    }
  }
  Py_XDECREF(bytes);
  return length;
}

ptrdiff_t core_read(void *session, char *buffer, size_t size) {
  core_session *s = session;
  if (s->read == NULL) return 0;
  (void)core_enter();
  ptrdiff_t length = read_some(s, buffer, size);
  if (length < 0) {
    core_error_keep();
    vitrine_cancel(s->session);
  }
  core_leave();
  return length;
}
