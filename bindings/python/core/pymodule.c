/* pymodule.c - the module vitrine._core, and what its parts share. */
#include <stdio.h>

#include "core.h"

#include "../native/cli/courier.h"

/* --- statuses as exceptions --- */

PyObject *core_from_package(const char *module, const char *name) {
  PyObject *from = PyImport_ImportModule(module);
  PyObject *found = from != NULL ? PyObject_GetAttrString(from, name) : NULL;
  Py_XDECREF(from);
  return found;
}

static PyObject *raise_ours(const char *type, const char *message) {
  PyObject *error = core_from_package("vitrine.errors", type);
  if (error != NULL) PyErr_SetString(error, message);
  Py_XDECREF(error);
  return NULL;
}

PyObject *core_raise_session(const char *message) { return raise_ours("SessionError", message); }

PyObject *core_raise(vitrine_status status) {
  const char *message = vitrine_last_error();
  if (*message == 0) message = vitrine_status_text(status);
  switch (status) {
  case VITRINE_ERR_NOMEM: return PyErr_NoMemory();
  case VITRINE_ERR_SYSTEM: PyErr_SetString(PyExc_OSError, message); break;
  case VITRINE_ERR_UNSUPPORTED: PyErr_SetString(PyExc_NotImplementedError, message); break;
  case VITRINE_ERR_IMAGE:
  case VITRINE_ERR_KEY: return raise_ours("SnapshotError", message);
  default: PyErr_SetString(PyExc_ValueError, message);
  }
  return NULL;
}

/* --- arguments --- */

bool core_limits_read(PyObject *tuple, vitrine_limits *limits) {
  vitrine_limits l = vitrine_limits_default();
  uint64_t *const fields[] = {&l.memory,     &l.steps, &l.cpu_ns, &l.time_ns, &l.output,
                              &l.host_calls, &l.value, &l.source, &l.depth};
  enum { COUNT = sizeof fields / sizeof fields[0] };
  if (!PyTuple_Check(tuple) || PyTuple_Size(tuple) != COUNT) {
    PyErr_SetString(PyExc_TypeError, "limits are a tuple of nine ints");
    return false;
  }
  for (Py_ssize_t i = 0; i < COUNT; i++) {
    *fields[i] = PyLong_AsUnsignedLongLong(PyTuple_GetItem(tuple, i));
    if (*fields[i] == UINT64_MAX && PyErr_Occurred()) return false;
  }
  *limits = l;
  return true;
}

bool core_key_read(PyObject *key, uint64_t memory, vitrine_image_options *options) {
  *options = vitrine_image_options_default();
  options->memory = memory;
  if (key == Py_None) return true;
  char *bytes;
  Py_ssize_t length;
  if (PyBytes_AsStringAndSize(key, &bytes, &length) != 0) return false;
  options->key = bytes;
  options->key_length = (size_t)length;
  return true;
}

/* --- functions --- */

static PyObject *module_session(PyObject *module, PyObject *args) {
  PyObject *limits;
  unsigned flags;
  if (!PyArg_ParseTuple(args, "OI", &limits, &flags)) return NULL;
  return core_session_new(module, NULL, limits, flags);
}

static PyObject *module_load(PyObject *module, PyObject *args) {
  const char *bytes;
  Py_ssize_t length;
  PyObject *key;
  unsigned long long memory;
  vitrine_image_options options;
  if (!PyArg_ParseTuple(args, "y#OK", &bytes, &length, &key, &memory) ||
      !core_key_read(key, memory, &options))
    return NULL;
  vitrine_snapshot *snapshot;
  vitrine_status status;
  Py_BEGIN_ALLOW_THREADS status =
      vitrine_snapshot_load_bytes(&options, bytes, (size_t)length, &snapshot);
  Py_END_ALLOW_THREADS return status == VITRINE_OK ? core_snapshot_new(module, snapshot)
                                                   : core_raise(status);
}

static PyObject *module_load_file(PyObject *module, PyObject *args) {
  PyObject *path, *key, *result = NULL;
  unsigned long long memory;
  vitrine_image_options options;
  char *name;
  if (!PyArg_ParseTuple(args, "O&OK", PyUnicode_FSConverter, &path, &key, &memory)) return NULL;
  if (core_key_read(key, memory, &options) && PyBytes_AsStringAndSize(path, &name, NULL) == 0) {
    vitrine_snapshot *snapshot;
    vitrine_status status;
    Py_BEGIN_ALLOW_THREADS status = vitrine_snapshot_load_file(&options, name, &snapshot);
    Py_END_ALLOW_THREADS result =
        status == VITRINE_OK ? core_snapshot_new(module, snapshot) : core_raise(status);
  }
  Py_DECREF(path);
  return result;
}

/* The command, in this process: what it does to its streams and to SIGINT stays. */
static PyObject *module_command(PyObject *module, PyObject *args) {
  (void)module;
  Py_ssize_t count = PyTuple_Size(args);
  char **argv = PyMem_Calloc((size_t)count + 1, sizeof *argv);
  PyObject *held = argv != NULL ? PyTuple_New(count) : PyErr_NoMemory(), *result = NULL;
  for (Py_ssize_t i = 0; held != NULL && i < count; i++) {
    PyObject *path;
    if (!PyUnicode_FSConverter(PyTuple_GetItem(args, i), &path)) goto end;
    (void)PyTuple_SetItem(held, i, path);
    if (PyBytes_AsStringAndSize(path, &argv[i], NULL) != 0) goto end;
  }
  if (held != NULL) {
    core_leave(); /* plugins may come back to Python */
    int code = core_command((int)count, argv);
    (void)core_enter();
    if (!core_error_raise()) result = PyLong_FromLong(code);
  }
end:
  Py_XDECREF(held);
  PyMem_Free(argv);
  return result;
}

static PyMethodDef functions[] = {
    {"session", module_session, METH_VARARGS, NULL},
    {"load", module_load, METH_VARARGS, NULL},
    {"load_file", module_load_file, METH_VARARGS, NULL},
    {"command", module_command, METH_VARARGS, NULL},
    {"policy", core_policy, METH_VARARGS, NULL},
    {"grant_text", core_grant_text, METH_VARARGS, NULL},
    {"is_late", core_is_late, METH_O, NULL},
    {"request_left", core_request_left, METH_O, NULL},
    {"request_may_connect", core_request_may_connect, METH_VARARGS, NULL},
    {"request_header", core_request_header, METH_VARARGS, NULL},
    {"request_body", core_request_body, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

/* --- the module --- */

static bool add_types(PyObject *module, core_state *state) {
  state->session = (PyTypeObject *)PyType_FromSpec(&core_session_spec);
  state->snapshot = (PyTypeObject *)PyType_FromSpec(&core_snapshot_spec);
  if (state->session == NULL || state->snapshot == NULL || !core_result_types(state)) return false;
  const struct {
    const char *name;
    PyTypeObject *type;
  } types[] = {{"Session", state->session},
               {"Snapshot", state->snapshot},
               {"Spent", state->spent},
               {"ErrorInfo", state->error},
               {"Truncated", state->truncated}};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    Py_INCREF(types[i].type);
    if (PyModule_AddObject(module, types[i].name, (PyObject *)types[i].type) != 0) return false;
  }
  return true;
}

static int module_exec(PyObject *module) {
  core_state *state = PyModule_GetState(module);
  for (int i = 0; i < VITRINE_OUTCOME_END; i++) {
    state->outcomes[i] = PyUnicode_InternFromString(vitrine_outcome_name((vitrine_outcome)i));
    if (state->outcomes[i] == NULL) return -1;
  }
  if (!add_types(module, state) ||
      PyModule_AddStringConstant(module, "version", VITRINE_VERSION) != 0 ||
      PyModule_AddStringConstant(module, "guest_id", vitrine_guest_id()) != 0 ||
      PyModule_AddStringConstant(module, "courier", cli_courier) != 0 ||
      PyModule_AddIntConstant(module, "TRANSACTIONAL", VITRINE_TRANSACTIONAL) != 0 ||
      PyModule_AddIntConstant(module, "EXPLAINED", VITRINE_EXPLAINED) != 0)
    return -1;
  return 0;
}

static int module_traverse(PyObject *module, visitproc visit, void *arg) {
  core_state *state = PyModule_GetState(module);
  if (state == NULL) return 0;
  Py_VISIT(state->session);
  Py_VISIT(state->snapshot);
  Py_VISIT(state->spent);
  Py_VISIT(state->error);
  Py_VISIT(state->truncated);
  return 0;
}

static int module_clear(PyObject *module) {
  core_state *state = PyModule_GetState(module);
  if (state == NULL) return 0;
  Py_CLEAR(state->session);
  Py_CLEAR(state->snapshot);
  Py_CLEAR(state->spent);
  Py_CLEAR(state->error);
  Py_CLEAR(state->truncated);
  for (int i = 0; i < VITRINE_OUTCOME_END; i++) Py_CLEAR(state->outcomes[i]);
  return 0;
}

static void module_free(void *module) { (void)module_clear(module); }

/* Nothing here is shared between interpreters, so each may have a GIL of its own. The
 * slot is that of CPython 3.12, whose header is not asked for; earlier ones refuse it. */
#define MULTIPLE_INTERPRETERS 3
#define PER_INTERPRETER_GIL ((void *)2)

static PyModuleDef_Slot slots[] = {{Py_mod_exec, module_exec}, {0, NULL}, {0, NULL}};

static PyModuleDef definition = {.m_base = PyModuleDef_HEAD_INIT,
                                 .m_name = "vitrine._core",
                                 .m_size = sizeof(core_state),
                                 .m_methods = functions,
                                 .m_slots = slots,
                                 .m_traverse = module_traverse,
                                 .m_clear = module_clear,
                                 .m_free = module_free};

PyMODINIT_FUNC PyInit__core(void) {
  int minor = 0;
  if (sscanf(Py_GetVersion(), "3.%d", &minor) == 1 && minor >= 12)
    slots[1] = (PyModuleDef_Slot){MULTIPLE_INTERPRETERS, PER_INTERPRETER_GIL};
  return PyModuleDef_Init(&definition);
}
