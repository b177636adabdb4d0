/* pypolicy.c - a policy file or a typed grant, for a session of the package, by the
 * command's own readers.
 *
 * The same files are taken as by the command, and refused with the same words; plugins
 * that came with the command are those of the package. */
#include <stdlib.h>

#include "core.h"

#include "../native/cli/grants.h"
#include "../native/cli/granttext.h"

#define PLUGINS 32

typedef struct {
  cli_policy policy;
  size_t count;
  const vitrine_plugin *plugins[PLUGINS];
  char *paths[PLUGINS]; /* of those that were loaded; or NULL: linked in */
} reading;

static bool refuse(const char *why) {
  PyErr_SetString(PyExc_ValueError, why);
  return false;
}

/* Of one that `plugins` names, by name or path. */
static bool refuse_plugin(const reading *r, const char *format, const char *what) {
  char text[400], why[600];
  (void)PyOS_snprintf(text, sizeof text, format, what, what);
  (void)PyOS_snprintf(why, sizeof why, "%.150s: plugins: %s", r->policy.path, text);
  return refuse(why);
}

/* Takes one; keeps `path` if it returns true. */
static bool take(reading *r, const vitrine_plugin *plugin, char *path) {
  if (r->count == PLUGINS) return refuse_plugin(r, "%.50s is one too many", plugin->name);
  for (size_t i = 0; i < r->count; i++)
    if (strcmp(r->plugins[i]->name, plugin->name) == 0)
      return refuse_plugin(r, "there is a plugin %.50s already", plugin->name);
  r->plugins[r->count] = plugin;
  r->paths[r->count++] = path;
  return true;
}

/* Consumes name. */
static bool load(reading *r, char *name) {
  const vitrine_plugin *plugin = core_plugin_linked(name);
  bool good, linked = plugin != NULL;
  if (!linked && strpbrk(name, "/.") == NULL)
    good = refuse_plugin(r,
                         "there is no plugin %.80s here: web and sqlite are, and a library of "
                         "yours is given as a path: ./%.80s.so",
                         name);
  else if (!linked && vitrine_plugin_load(name, &plugin) != VITRINE_OK)
    good = refuse_plugin(r, "%.300s", vitrine_last_error());
  else good = take(r, plugin, linked ? NULL : name);
  if (linked || !good) free(name);
  return good;
}

static bool load_all(reading *r) {
  const vitrine_plugin *const always[] = {&cli_clock_plugin, &cli_random_plugin,
                                          &vitrine_files_plugin, &vitrine_scratch_plugin};
  for (size_t i = 0; i < sizeof always / sizeof always[0]; i++) (void)take(r, always[i], NULL);
  for (size_t i = 0;; i++) {
    char *name;
    if (!cli_policy_library(&r->policy, i, &name)) return refuse(r->policy.error);
    if (name == NULL) return true;
    if (!load(r, name)) return false;
  }
}

static bool add_grants(reading *r, size_t i, PyObject *list) {
  vitrine_value *grants;
  if (!cli_policy_grants(&r->policy, r->plugins[i], &grants)) return refuse(r->policy.error);
  if (grants == NULL) return true;
  PyObject *options = core_value_read(grants);
  PyObject *name =
      r->paths[i] != NULL
          ? PyUnicode_DecodeFSDefaultAndSize(r->paths[i], (Py_ssize_t)strlen(r->paths[i]))
          : PyUnicode_FromString(r->plugins[i]->name);
  PyObject *pair = options != NULL && name != NULL ? PyTuple_Pack(2, name, options) : NULL;
  bool good = pair != NULL && PyList_Append(list, pair) == 0;
  Py_XDECREF(options);
  Py_XDECREF(name);
  Py_XDECREF(pair);
  vitrine_value_free(grants);
  return good;
}

static bool check_known(reading *r) {
  const char *names[PLUGINS];
  for (size_t i = 0; i < r->count; i++) names[i] = r->plugins[i]->name;
  return cli_policy_known(&r->policy, names, r->count) || refuse(r->policy.error);
}

static PyObject *all_of(reading *r) {
  const vitrine_limits *l = &r->policy.limits;
  PyObject *list = PyList_New(0), *found = NULL;
  bool good = list != NULL && load_all(r) && check_known(r);
  for (size_t i = 0; i < r->count && good; i++) good = add_grants(r, i, list);
  if (good)
    found = Py_BuildValue("((KKKKKKKKK)OO)", l->memory, l->steps, l->cpu_ns, l->time_ns, l->output,
                          l->host_calls, l->value, l->source, l->depth,
                          r->policy.transactional ? Py_True : Py_False, list);
  Py_XDECREF(list);
  return found;
}

PyObject *core_policy(PyObject *module, PyObject *args) {
  const char *path, *text;
  Py_ssize_t length;
  reading r = {.count = 0};
  PyObject *found = NULL;
  (void)module;
  if (!PyArg_ParseTuple(args, "sy#", &path, &text, &length)) return NULL;
  if (cli_policy_read(&r.policy, path, text, (size_t)length)) found = all_of(&r);
  else (void)refuse(r.policy.error);
  for (size_t i = 0; i < r.count; i++) free(r.paths[i]);
  cli_policy_free(&r.policy);
  return found;
}

PyObject *core_grant_text(PyObject *module, PyObject *args) {
  const char *name, *text;
  char why[512];
  (void)module;
  if (!PyArg_ParseTuple(args, "ss", &name, &text)) return NULL;
  const vitrine_plugin *plugin = core_plugin_linked(name);
  if (plugin == NULL) Py_RETURN_NONE;
  vitrine_value *grant = cli_grant_text(plugin, text, why, sizeof why);
  PyObject *options = grant != NULL ? core_value_read(grant) : NULL;
  if (grant == NULL) (void)refuse(why);
  vitrine_value_free(grant);
  return options;
}
