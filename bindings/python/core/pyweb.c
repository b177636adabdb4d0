/* pyweb.c - carries the requests of the plugin `web` with http.client: vitrine/carrier.py.
 *
 * What may be sent, and where to, is decided in plugins/web.c. Python sends what it is
 * told to, and asks here for each address, with a capsule that is good for one request. */
#include "core.h"

#include "../native/plugins/web.h"

#define REQUEST "vitrine.request"
#define ENDED "vitrine.request that is over"

static web_request *of(PyObject *capsule) { return PyCapsule_GetPointer(capsule, REQUEST); }

/* --- what Python asks --- */

/* Seconds; 0.0: it is over. */
PyObject *core_request_left(PyObject *module, PyObject *capsule) {
  (void)module;
  const web_request *r = of(capsule);
  return r != NULL ? PyFloat_FromDouble((double)web_time_left(r) / 1e9) : NULL;
}

static PyObject *ask(PyObject *args, bool (*question)(web_request *, const char *, size_t)) {
  PyObject *capsule;
  const char *bytes;
  Py_ssize_t length;
  if (!PyArg_ParseTuple(args, "Oy#", &capsule, &bytes, &length)) return NULL;
  web_request *r = of(capsule);
  return r != NULL ? PyBool_FromLong(question(r, bytes, (size_t)length)) : NULL;
}

static bool may_connect(web_request *r, const char *address, size_t length) {
  return (length == 4 || length == 16) && web_may_connect(r, address, length);
}

PyObject *core_request_may_connect(PyObject *module, PyObject *args) {
  (void)module;
  return ask(args, may_connect);
}

PyObject *core_request_header(PyObject *module, PyObject *args) {
  (void)module;
  return ask(args, web_take_header);
}

PyObject *core_request_body(PyObject *module, PyObject *args) {
  (void)module;
  return ask(args, web_take_body);
}

/* --- one request --- */

static bool add_header(PyObject *list, const web_header *h) {
  const char *value = web_header_value(h);
  PyObject *pair = Py_BuildValue("(y#y)", h->line, (Py_ssize_t)h->name, value);
  bool good = pair != NULL && PyList_Append(list, pair) == 0;
  Py_XDECREF(pair);
  return good;
}

static PyObject *headers_of(const web_request *r) {
  PyObject *list = PyList_New(0);
  bool good = list != NULL;
  for (const web_header *h = r->headers; good && h != NULL; h = h->next)
    good = !web_is_sent(r, h) || add_header(list, h);
  for (const web_header *h = r->grant->secrets; good && h != NULL; h = h->next)
    good = add_header(list, h);
  if (!good) Py_CLEAR(list);
  return list;
}

static PyObject *call_carry(const web_request *r, PyObject *capsule) {
  char host[WEB_HOST];
  web_url_host(&r->url, host);
  PyObject *carry = core_from_package("vitrine.carrier", "carry"), *done = NULL;
  PyObject *headers = carry != NULL ? headers_of(r) : NULL;
  const char *body = web_has_body(r) && r->body == NULL ? "" : r->body;
  if (headers != NULL)
    done = PyObject_CallFunction(carry, "OOsissOy#z", capsule, r->url.tls ? Py_True : Py_False,
                                 host, (int)r->url.port, web_method_name(r->method), r->url.target,
                                 headers, body, (Py_ssize_t)r->body_length, r->grant->ca_file);
  Py_XDECREF(headers);
  Py_XDECREF(carry);
  return done;
}

web_failure web_carry(void *carrier, web_request *r, char *why, size_t size) {
  int failure = WEB_NO_MEMORY, code;
  const char *text;
  (void)carrier;
  bool entered = core_enter();
  PyObject *capsule = PyCapsule_New(r, REQUEST, NULL);
  PyObject *done = capsule != NULL ? call_carry(r, capsule) : NULL;
  if (done != NULL && PyArg_ParseTuple(done, "iis", &failure, &code, &text)) {
    r->code = code;
    (void)PyOS_snprintf(why, size, "%s", text);
  } else {
    core_error_keep();
  }
  if (capsule != NULL) (void)PyCapsule_SetName(capsule, ENDED);
  Py_XDECREF(capsule);
  Py_XDECREF(done);
  if (entered) core_leave();
  return (web_failure)failure;
}

vitrine_status web_carrier_open(void **carrier) {
  *carrier = NULL;
  return VITRINE_OK;
}

void web_carrier_close(void *carrier) { (void)carrier; }
