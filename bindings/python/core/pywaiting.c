/* pywaiting.c - the calls of a run that waits: told to Python, and answered.
 *
 * Each call is told once; its id says which it is when the answer comes, and nothing
 * happens if the guest has given it up by then. Never called while the guest runs. */
#include "core.h"

/* --- told --- */

static PyObject *call_read(const vitrine_call *call) {
  PyObject *args = core_call_arguments(call);
  PyObject *keywords = args != NULL ? core_value_read(vitrine_call_keywords(call)) : NULL;
  PyObject *told = NULL;
  if (keywords != NULL)
    told = Py_BuildValue("KsOO", (unsigned long long)vitrine_call_id(call), vitrine_call_name(call),
                         args, keywords);
  Py_XDECREF(args);
  Py_XDECREF(keywords);
  return told;
}

/* Consumes the item; false if there is none, or no room. */
static bool append(PyObject *list, PyObject *item) {
  bool good = item != NULL && PyList_Append(list, item) == 0;
  Py_XDECREF(item);
  return good;
}

/* Those that nobody was told of, and the ids of all. */
static bool read_calls(core_session *s, PyObject *calls, PyObject *ids) {
  vitrine_call *call;
  for (size_t i = 0; (call = vitrine_pending(s->session, i)) != NULL; i++) {
    uint64_t id = vitrine_call_id(call);
    if (!append(ids, PyLong_FromUnsignedLongLong(id))) return false;
    if (id <= s->told) continue;
    if (!append(calls, call_read(call))) return false;
    s->told = id;
  }
  return true;
}

PyObject *core_pending_read(core_session *s, vitrine_result *result) {
  uint64_t ns = vitrine_result_wait(result);
  vitrine_result_free(result);
  PyObject *calls = PyList_New(0), *ids = PyList_New(0), *told = NULL;
  if (calls != NULL && ids != NULL && read_calls(s, calls, ids))
    told = ns != UINT64_MAX ? Py_BuildValue("dOO", (double)ns / 1e9, calls, ids)
                            : Py_BuildValue("OOO", Py_None, calls, ids);
  Py_XDECREF(calls);
  Py_XDECREF(ids);
  return told;
}

/* --- answered --- */

static PyObject *answer(PyObject *self, PyObject *args, bool refuse) {
  core_session *s = (core_session *)self;
  unsigned long long id;
  PyObject *object;
  if (!PyArg_ParseTuple(args, "KO", &id, &object) || !core_take(s)) return NULL;
  vitrine_call *call = vitrine_pending_find(s->session, id);
  PyObject *name = call != NULL ? PyUnicode_FromString(vitrine_call_name(call)) : NULL;
  vitrine_status status = VITRINE_OK;
  if (name != NULL && refuse) {
    PyErr_SetObject((PyObject *)Py_TYPE(object), object);
    status = core_error_cross(call, name);
  } else if (name != NULL) {
    status = core_call_answer(call, object, name);
  }
  Py_XDECREF(name);
  core_give(s);
  if (core_error_raise() || (call != NULL && name == NULL)) return NULL;
  if (status != VITRINE_OK) return core_raise(status);
  Py_RETURN_NONE;
}

PyObject *core_session_answer(PyObject *self, PyObject *args) { return answer(self, args, false); }

PyObject *core_session_refuse(PyObject *self, PyObject *args) { return answer(self, args, true); }
