/* pyresult.c - how a run ended, as a tuple of what vitrine/result.py shows. */
#include <stdlib.h>

#include "core.h"

static PyStructSequence_Field spent_fields[] = {{"memory", "the most that the guest held, bytes"},
                                                {"steps", "metered steps"},
                                                {"cpu", "processor time, seconds"},
                                                {"time", "wall clock, seconds"},
                                                {"output", "bytes written to both streams"},
                                                {"host_calls", "calls of host functions"},
                                                {NULL, NULL}};
static PyStructSequence_Desc spent_desc = {"vitrine.Spent", "What a run has spent.", spent_fields,
                                           6};

static PyStructSequence_Field error_fields[] = {
    {"type", "the name of the exception's type"},
    {"message", "str() of it"},
    {"traceback", "as Python prints it, guest frames only"},
    {"file", "the name that the run was given; empty: not known"},
    {"line", "from 1; 0: not known"},
    {"column", "from 1; 0: not known"},
    {NULL, NULL}};
static PyStructSequence_Desc error_desc = {
    "vitrine.ErrorInfo", "The exception that nothing caught; for a run that was stopped, where.",
    error_fields, 6};

static PyStructSequence_Field truncated_fields[] = {{"stdout", "bytes dropped from its middle"},
                                                    {"stderr", "bytes dropped from its middle"},
                                                    {NULL, NULL}};
static PyStructSequence_Desc truncated_desc = {
    "vitrine.Truncated", "Output that was over the limit and dropped.", truncated_fields, 2};

bool core_result_types(core_state *state) {
  state->spent = PyStructSequence_NewType(&spent_desc);
  state->error = PyStructSequence_NewType(&error_desc);
  state->truncated = PyStructSequence_NewType(&truncated_desc);
  return state->spent != NULL && state->error != NULL && state->truncated != NULL;
}

/* Consumes the items. NULL if one is missing. */
static PyObject *fill(PyTypeObject *type, PyObject *const *items, Py_ssize_t count) {
  PyObject *sequence = PyStructSequence_New(type);
  bool good = sequence != NULL;
  for (Py_ssize_t i = 0; i < count; i++) {
    if (sequence != NULL) PyStructSequence_SetItem(sequence, i, items[i]);
    else Py_XDECREF(items[i]);
    good = good && items[i] != NULL;
  }
  if (!good) Py_CLEAR(sequence);
  return sequence;
}

static PyObject *count_of(uint64_t n) { return PyLong_FromUnsignedLongLong(n); }

static PyObject *seconds(uint64_t ns) { return PyFloat_FromDouble((double)ns / 1e9); }

static PyObject *spent_of(const core_state *state, const vitrine_result *r) {
  vitrine_spent s = vitrine_spent_empty();
  vitrine_result_spent(r, &s);
  PyObject *items[] = {count_of(s.memory), count_of(s.steps),  seconds(s.cpu_ns),
                       seconds(s.time_ns), count_of(s.output), count_of(s.host_calls)};
  return fill(state->spent, items, 6);
}

static PyObject *text_of(const char *text) {
  return PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "replace");
}

static PyObject *error_of(const core_state *state, const vitrine_result *r) {
  vitrine_error e = {.size = sizeof e};
  if (!vitrine_result_error(r, &e)) Py_RETURN_NONE;
  PyObject *items[] = {text_of(e.type), text_of(e.message), text_of(e.traceback),
                       text_of(e.file), count_of(e.line),   count_of(e.column)};
  return fill(state->error, items, 6);
}

static PyObject *truncated_of(const core_state *state, const vitrine_result *r) {
  PyObject *items[] = {count_of(vitrine_result_truncated(r, 1)),
                       count_of(vitrine_result_truncated(r, 2))};
  return fill(state->truncated, items, 2);
}

static PyObject *output_of(const vitrine_result *r, int fd) {
  size_t length;
  const char *text = vitrine_result_output(r, fd, &length);
  return PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "replace");
}

/* Of a bad ending only: what a model has to know of it. */
static PyObject *explanation_of(const vitrine_result *r) {
  size_t length;
  if (vitrine_result_ok(r)) return PyUnicode_FromString("");
  char *text = vitrine_result_explain(r, 0, &length);
  if (text == NULL) return PyErr_NoMemory();
  PyObject *object = PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "replace");
  free(text);
  return object;
}

PyObject *core_result_read(core_state *state, vitrine_result *r) {
  const char *repr = vitrine_result_repr(r);
  PyObject *outcome = state->outcomes[vitrine_result_outcome(r)];
  Py_INCREF(outcome);
  PyObject *items[] = {outcome,
                       PyLong_FromLong(vitrine_result_exit_code(r)),
                       core_value_read(vitrine_result_value(r)),
                       PyBool_FromLong(vitrine_result_value(r) != NULL),
                       repr != NULL ? text_of(repr) : Py_BuildValue(""),
                       output_of(r, 1),
                       output_of(r, 2),
                       error_of(state, r),
                       spent_of(state, r),
                       truncated_of(state, r),
                       PyBool_FromLong(vitrine_result_rolled_back(r)),
                       explanation_of(r)};
  enum { COUNT = sizeof items / sizeof items[0] };
  vitrine_result_free(r);
  PyObject *tuple = PyTuple_New(COUNT);
  bool good = tuple != NULL;
  for (Py_ssize_t i = 0; i < COUNT; i++) {
    good = good && items[i] != NULL;
    if (tuple != NULL) (void)PyTuple_SetItem(tuple, i, items[i]);
    else Py_XDECREF(items[i]);
  }
  if (!good) Py_CLEAR(tuple);
  return tuple;
}
