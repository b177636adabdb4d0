/* pycallback.c - what a running guest calls: host functions, output, input.
 *
 * Called without the GIL, on the thread that runs the session; each takes it with that
 * thread's own state, so that sub-interpreters work. Exceptions of a host function
 * cross into the guest, by the rules of vitrine/crossing.py. What is no Exception
 * (KeyboardInterrupt, SystemExit) is kept, ends the run, and goes on in the host. */
#include "core.h"

static void enter(core_session *s) {
  PyEval_RestoreThread(s->away);
  s->away = NULL;
}

static void leave(core_session *s) { s->away = PyEval_SaveThread(); }

/* The run has to end; the first reason is the one that goes on. */
static void keep_error(core_session *s) {
  PyObject *error[3];
  PyErr_Fetch(&error[0], &error[1], &error[2]);
  bool first = s->error[0] == NULL;
  for (int i = 0; i < 3; i++) {
    if (first) s->error[i] = error[i];
    else Py_XDECREF(error[i]);
  }
}

/* --- host functions --- */

static PyObject *arguments_of(const vitrine_call *call) {
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

/* The exception that is set is raised in the guest: (type, message). */
static vitrine_status raise_in_guest(vitrine_call *call, const core_function *f) {
  PyObject *type, *error, *trace;
  PyErr_Fetch(&type, &error, &trace);
  PyErr_NormalizeException(&type, &error, &trace);
  if (trace != NULL) (void)PyException_SetTraceback(error, trace);
  PyObject *cross = core_from_package("vitrine.crossing", "cross");
  PyObject *pair = cross != NULL ? PyObject_CallFunctionObjArgs(cross, f->name, error, NULL) : NULL;
  const char *code, *message;
  vitrine_status status = VITRINE_ERR_MISUSE;
  if (pair != NULL && PyArg_ParseTuple(pair, "yy", &code, &message))
    status = vitrine_call_raise(call, code, message);
  Py_XDECREF(type);
  Py_XDECREF(error);
  Py_XDECREF(trace);
  Py_XDECREF(cross);
  Py_XDECREF(pair);
  return status;
}

/* ValueError in the guest, where a value is over its limit. */
static vitrine_status answer(vitrine_call *call, const core_function *f, PyObject *object) {
  vitrine_value *value = core_value_make(object, CORE_ANSWER, f->name);
  if (value == NULL) return raise_in_guest(call, f);
  vitrine_status status = vitrine_call_return(call, value);
  if (status == VITRINE_ERR_TOOBIG || status == VITRINE_ERR_MISUSE) {
    (void)core_raise(status);
    status = raise_in_guest(call, f);
  }
  return status;
}

static vitrine_status call_python(vitrine_call *call, const core_function *f) {
  PyObject *args = arguments_of(call), *keywords = NULL, *object = NULL;
  const vitrine_value *named = vitrine_call_keywords(call);
  bool good = args != NULL;
  if (good && vitrine_value_count(named) != 0) {
    keywords = core_value_read(named);
    good = keywords != NULL;
  }
  if (good) object = PyObject_Call(f->callable, args, keywords);
  Py_XDECREF(args);
  Py_XDECREF(keywords);
  if (object != NULL) {
    vitrine_status status = answer(call, f, object);
    Py_DECREF(object);
    return status;
  }
  return PyErr_ExceptionMatches(PyExc_Exception) ? raise_in_guest(call, f) : VITRINE_ERR_MISUSE;
}

vitrine_status core_call(vitrine_call *call, void *function) {
  core_function *f = function;
  enter(f->session);
  vitrine_status status = call_python(call, f);
  if (PyErr_Occurred()) {
    keep_error(f->session);
    status = VITRINE_ERR_MISUSE;
  }
  leave(f->session);
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
  if (s->write == NULL || s->error[0] != NULL) return;
  enter(s);
  PyObject *done = PyObject_CallFunction(s->write, "ss#", fd == 1 ? "stdout" : "stderr", text,
                                         (Py_ssize_t)length);
  if (done == NULL) {
    keep_error(s);
    vitrine_cancel(s->session);
  }
  Py_XDECREF(done);
  leave(s);
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
  enter(s);
  ptrdiff_t length = read_some(s, buffer, size);
  if (length < 0) {
    keep_error(s);
    vitrine_cancel(s->session);
  }
  leave(s);
  return length;
}
