/* pysnapshot.c - a frozen guest: forked, saved, loaded. Never changes. */
#include <stdlib.h>

#include "core.h"

static core_snapshot *of(PyObject *self) { return (core_snapshot *)self; }

PyObject *core_snapshot_new(PyObject *module, vitrine_snapshot *snapshot) {
  core_state *state = PyModule_GetState(module);
  allocfunc alloc = (allocfunc)PyType_GetSlot(state->snapshot, Py_tp_alloc);
  core_snapshot *s = (core_snapshot *)alloc(state->snapshot, 0);
  if (s == NULL) {
    vitrine_snapshot_free(snapshot);
    return NULL;
  }
  Py_INCREF(module);
  s->module = module;
  s->state = state;
  s->snapshot = snapshot;
  return (PyObject *)s;
}

static PyObject *snapshot_fork(PyObject *self, PyObject *args) {
  PyObject *limits;
  unsigned flags;
  if (!PyArg_ParseTuple(args, "OI", &limits, &flags)) return NULL;
  return core_session_new(of(self)->module, of(self)->snapshot, limits, flags);
}

typedef struct {
  char *bytes;
  size_t length, room;
} growing;

static int append(void *user, const void *bytes, size_t length) {
  growing *to = user;
  if (length > to->room - to->length) {
    size_t room = 2 * to->room + length;
    char *grown = realloc(to->bytes, room);
    if (grown == NULL) return 1;
    to->bytes = grown;
    to->room = room;
  }
  memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
  return 0;
}

static PyObject *snapshot_save(PyObject *self, PyObject *key) {
  vitrine_image_options options;
  if (!core_key_read(key, 0, &options)) return NULL;
  growing to = {NULL, 0, 0};
  vitrine_status status;
  Py_BEGIN_ALLOW_THREADS status = vitrine_snapshot_save(of(self)->snapshot, &options, append, &to);
  Py_END_ALLOW_THREADS PyObject *bytes =
      status == VITRINE_OK ? PyBytes_FromStringAndSize(to.bytes, (Py_ssize_t)to.length)
                           : core_raise(status);
  free(to.bytes);
  return bytes;
}

static PyObject *snapshot_save_file(PyObject *self, PyObject *args) {
  PyObject *path, *key, *result = NULL;
  vitrine_image_options options;
  if (!PyArg_ParseTuple(args, "O&O", PyUnicode_FSConverter, &path, &key)) return NULL;
  char *name;
  if (core_key_read(key, 0, &options) && PyBytes_AsStringAndSize(path, &name, NULL) == 0) {
    vitrine_status status;
    Py_BEGIN_ALLOW_THREADS status = vitrine_snapshot_save_file(of(self)->snapshot, &options, name);
    Py_END_ALLOW_THREADS result = status == VITRINE_OK ? Py_BuildValue("") : core_raise(status);
  }
  Py_DECREF(path);
  return result;
}

static void snapshot_dealloc(PyObject *self) {
  PyTypeObject *type = Py_TYPE(self);
  vitrine_snapshot_free(of(self)->snapshot);
  Py_CLEAR(of(self)->module);
  freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
  release(self);
  Py_DECREF(type);
}

static PyMethodDef methods[] = {{"fork", snapshot_fork, METH_VARARGS, NULL},
                                {"save", snapshot_save, METH_O, NULL},
                                {"save_file", snapshot_save_file, METH_VARARGS, NULL},
                                {NULL, NULL, 0, NULL}};

static PyType_Slot slots[] = {
    {Py_tp_methods, methods}, {Py_tp_dealloc, snapshot_dealloc}, {0, NULL}};

PyType_Spec core_snapshot_spec = {.name = "vitrine._core.Snapshot",
                                  .basicsize = sizeof(core_snapshot),
                                  .flags = Py_TPFLAGS_DEFAULT,
                                  .slots = slots};
