/* pydoor.c - plugins whose doors are Python's: `sqlite`, over CPython's module.
 *
 * Owns a reference to the Python object behind each grant. It is found like any other
 * plugin, by the package's grants and by the command's options, and has the same
 * options and words as the one in C. */
#include "core.h"

#include "../native/cli/grants.h"
#include "../native/plugins/sqlitegrant.h"

static _Thread_local PyObject *lent;

void core_plugin_lend(PyObject *door) { lent = door; }

/* The exception that is set, as the reason why a plugin failed. */
static vitrine_status failed(void) {
  PyObject *type, *value, *trace;
  if (!PyErr_ExceptionMatches(PyExc_Exception)) {
    core_error_keep();
    return VITRINE_ERR_SYSTEM;
  }
  PyErr_Fetch(&type, &value, &trace);
  PyObject *text = value != NULL ? PyObject_Str(value) : NULL;
  PyObject *utf8 = text != NULL ? PyUnicode_AsUTF8String(text) : NULL;
  vitrine_status status = vitrine_plugin_fail(
      VITRINE_ERR_SYSTEM, utf8 != NULL ? PyBytes_AsString(utf8) : "the plugin failed");
  Py_XDECREF(type);
  Py_XDECREF(value);
  Py_XDECREF(trace);
  Py_XDECREF(text);
  Py_XDECREF(utf8);
  PyErr_Clear();
  return status;
}

static vitrine_status call_method(PyObject *door, const char *name) {
  PyObject *done = PyObject_CallMethod(door, name, NULL);
  vitrine_status status = done != NULL ? VITRINE_OK : failed();
  Py_XDECREF(done);
  return status;
}

static vitrine_status end_run(void *door, const char *name) {
  bool entered = core_enter();
  vitrine_status status = call_method(door, name);
  if (entered) core_leave();
  return status;
}

static vitrine_status commit_run(void *door) { return end_run(door, "commit"); }
static void abort_run(void *door) { (void)end_run(door, "abort"); }

/* With a GIL, or without; perhaps on the way of an exception. */
static void close_door(void *door) {
  PyObject *type, *value, *trace;
  bool entered = core_enter();
  PyErr_Fetch(&type, &value, &trace);
  (void)call_method(door, "close");
  Py_DECREF((PyObject *)door);
  PyErr_Restore(type, value, trace);
  if (entered) core_leave();
}

static vitrine_status call_door(vitrine_call *call, void *door, const char *method) {
  (void)core_enter();
  PyObject *callable = PyObject_GetAttrString(door, method);
  PyObject *name = PyUnicode_FromString(vitrine_call_name(call));
  vitrine_status status = VITRINE_ERR_NOMEM;
  if (callable != NULL && name != NULL) status = core_call_python(call, callable, name);
  else core_error_keep();
  Py_XDECREF(callable);
  Py_XDECREF(name);
  core_leave();
  return status;
}

/* --- sqlite --- */

static vitrine_status query(vitrine_call *call, void *door) {
  return call_door(call, door, "query");
}

static vitrine_status tables(vitrine_call *call, void *door) {
  return call_door(call, door, "tables");
}

/* A door from a grant's options. NULL: an exception is set. */
static PyObject *make_door(const vitrine_value *grant) {
  PyObject *options = core_value_read(grant);
  PyObject *make = options != NULL ? core_from_package("vitrine.database", "from_options") : NULL;
  PyObject *door = make != NULL ? PyObject_CallFunctionObjArgs(make, options, NULL) : NULL;
  Py_XDECREF(options);
  Py_XDECREF(make);
  return door;
}

static vitrine_status open_database(vitrine_session *session, const vitrine_value *grants,
                                    void **state) {
  (void)session;
  if (vitrine_value_count(grants) != 1)
    return vitrine_plugin_fail(VITRINE_ERR_GRANT, "sqlite is granted once: one database a session");
  bool entered = core_enter();
  PyObject *door = lent;
  if (door != NULL) Py_INCREF(door);
  else door = make_door(vitrine_value_item(grants, 0));
  vitrine_status status = door != NULL ? VITRINE_OK : failed();
  *state = door;
  if (entered) core_leave();
  return status;
}

static const vitrine_door doors[] = SQLITE_DOORS(query, tables);
extern const vitrine_plugin vitrine_web_plugin, vitrine_sqlite_plugin;
const vitrine_plugin vitrine_sqlite_plugin = {
    .size = sizeof vitrine_sqlite_plugin,
    .abi = VITRINE_PLUGIN_ABI,
    .name = "sqlite",
    .doc = "An SQLite database, read-only or with tables to write.",
    .options = sqlite_grant_options,
    .doors = doors,
    .open = open_database,
    .close = close_door,
    .explain = sqlite_grant_explain,
    .commit = commit_run,
    .abort = abort_run};

const vitrine_plugin *core_plugin_linked(const char *name) {
  static const vitrine_plugin *const linked[] = {&cli_clock_plugin,     &cli_random_plugin,
                                                 &vitrine_files_plugin, &vitrine_scratch_plugin,
                                                 &vitrine_web_plugin,   &vitrine_sqlite_plugin};
  for (size_t i = 0; i < sizeof linked / sizeof linked[0]; i++)
    if (strcmp(linked[i]->name, name) == 0) return linked[i];
  return NULL;
}
