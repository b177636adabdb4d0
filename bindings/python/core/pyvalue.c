/* pyvalue.c - Python objects as values of the guest's, and back: always copies.
 *
 * Owns nothing. Objects are the host's and may change while they are read, because
 * adapting one runs Python code: so what is borrowed is held, and sizes are asked for
 * again. Recursion ends where the library's does, at 64 collections. */
#include "core.h"

#define DEPTH_MOST 64

/* --- the place in a value, for errors --- */

typedef enum { AT_ITEM, AT_KEYED, AT_KEY, AT_MEMBER } place_kind;

typedef struct place {
  const struct place *outer; /* NULL: the root */
  place_kind kind;
  PyObject *key, *word; /* word: an argument's name; NULL: it has none */
  Py_ssize_t index;
  core_purpose purpose; /* of the root, whose name is `key` */
  int depth;            /* collections around it */
} place;

static PyObject *root_text(const place *root) {
  switch (root->purpose) {
  case CORE_ANSWER: return PyUnicode_FromFormat("the answer of %U()", root->key);
  case CORE_ARGUMENT:
    return root->word != NULL
               ? PyUnicode_FromFormat("argument %R of %U()", root->word, root->key)
               : PyUnicode_FromFormat("argument %zd of %U()", root->index + 1, root->key);
  default: return PyUnicode_FromFormat("the value of %U", root->key);
  }
}

/* "argument 1 of total(), at [2]['price']" */
static PyObject *place_text(const place *at) {
  if (at->outer == NULL) return root_text(at);
  PyObject *outer = place_text(at->outer), *text = NULL;
  if (outer == NULL) return NULL;
  bool first = at->outer->outer == NULL;
  const char *joint = first ? ", at " : "", *after = first ? ", at" : ",";
  switch (at->kind) {
  case AT_ITEM: text = PyUnicode_FromFormat("%U%s[%zd]", outer, joint, at->index); break;
  case AT_KEYED: text = PyUnicode_FromFormat("%U%s[%R]", outer, joint, at->key); break;
  case AT_KEY: text = PyUnicode_FromFormat("%U%s a key", outer, after); break;
  case AT_MEMBER: text = PyUnicode_FromFormat("%U%s an item of a set", outer, after); break;
  }
  Py_DECREF(outer);
  return text;
}

/* Raises `type` with what is wrong, and where. NULL. */
static vitrine_value *refuse(PyObject *type, const char *what, PyObject *culprit, const place *at) {
  PyErr_Clear();
  PyObject *where = place_text(at);
  PyObject *name = PyObject_GetAttrString((PyObject *)Py_TYPE(culprit), "__qualname__");
  if (where != NULL && name != NULL) {
    PyObject *message = PyUnicode_FromFormat(what, name, where);
    if (message != NULL) PyErr_SetObject(type, message);
    Py_XDECREF(message);
  }
  Py_XDECREF(where);
  Py_XDECREF(name);
  return NULL;
}

/* --- to the guest --- */

static vitrine_value *make(PyObject *object, const place *at);

static vitrine_value *whole(vitrine_value *value) {
  if (value == NULL) PyErr_NoMemory();
  return value;
}

/* What status a collection met: OK, or an exception is set. */
static bool added(vitrine_status status) {
  if (status == VITRINE_OK) return true;
  (void)core_raise(status);
  return false;
}

static vitrine_value *make_int(PyObject *object) {
  int over;
  long long number = PyLong_AsLongLongAndOverflow(object, &over);
  if (over == 0) return number == -1 && PyErr_Occurred() ? NULL : whole(vitrine_int(number));
  PyObject *bits = PyObject_CallMethod(object, "bit_length", NULL);
  size_t length = bits != NULL ? PyLong_AsSize_t(bits) / 8 + 1 : 0;
  Py_XDECREF(bits);
  if (PyErr_Occurred()) return NULL;
  PyObject *to_bytes = PyObject_GetAttrString(object, "to_bytes");
  PyObject *args = Py_BuildValue("(ns)", (Py_ssize_t)length, "big");
  PyObject *keywords = Py_BuildValue("{sO}", "signed", Py_True);
  PyObject *bytes = to_bytes != NULL && args != NULL && keywords != NULL
                        ? PyObject_Call(to_bytes, args, keywords)
                        : NULL;
  Py_XDECREF(to_bytes);
  Py_XDECREF(args);
  Py_XDECREF(keywords);
  char *at;
  Py_ssize_t size;
  vitrine_value *value = NULL;
  if (bytes != NULL && PyBytes_AsStringAndSize(bytes, &at, &size) == 0)
    value = whole(vitrine_int_bytes(at, (size_t)size));
  Py_XDECREF(bytes);
  return value;
}

static vitrine_value *make_str(PyObject *object, const place *at) {
  PyObject *utf8 = PyUnicode_AsUTF8String(object);
  if (utf8 == NULL)
    return PyErr_ExceptionMatches(PyExc_UnicodeError)
               ? refuse(PyExc_ValueError,
                        "a %U with a lone surrogate is no text and cannot cross: %U", object, at)
               : NULL;
  char *text;
  Py_ssize_t length;
  vitrine_value *value = NULL;
  if (PyBytes_AsStringAndSize(utf8, &text, &length) == 0)
    value = whole(vitrine_str(text, (size_t)length));
  Py_DECREF(utf8);
  return value;
}

static vitrine_value *make_bytes(PyObject *object) {
  char *at;
  Py_ssize_t length;
  if (PyBytes_AsStringAndSize(object, &at, &length) != 0) return NULL;
  return whole(vitrine_bytes(at, (size_t)length));
}

/* Adds an item, which is held, to what is being made. */
static bool add(vitrine_value *to, PyObject *item, const place *at) {
  vitrine_value *value = make(item, at);
  return value != NULL && added(vitrine_value_add(to, value));
}

static vitrine_value *make_row(vitrine_value *to, PyObject *object, const place *outer) {
  bool list = PyList_Check(object), good = to != NULL;
  if (!good) PyErr_NoMemory();
  for (Py_ssize_t i = 0; good && i < (list ? PyList_Size(object) : PyTuple_Size(object)); i++) {
    PyObject *item = list ? PyList_GetItem(object, i) : PyTuple_GetItem(object, i);
    place at = {.outer = outer, .kind = AT_ITEM, .index = i, .depth = outer->depth + 1};
    if (item == NULL) break;
    Py_INCREF(item);
    good = add(to, item, &at);
    Py_DECREF(item);
  }
  if (good && !PyErr_Occurred()) return to;
  vitrine_value_free(to);
  return NULL;
}

static bool add_pair(vitrine_value *to, PyObject *key, PyObject *item, const place *outer) {
  place at = {.outer = outer, .kind = AT_KEY, .key = key, .depth = outer->depth + 1};
  vitrine_value *name = make(key, &at);
  at.kind = AT_KEYED;
  vitrine_value *value = name != NULL ? make(item, &at) : NULL;
  if (value == NULL) {
    vitrine_value_free(name);
    return false;
  }
  return added(vitrine_dict_add(to, name, value));
}

static vitrine_value *make_dict(PyObject *object, const place *outer) {
  vitrine_value *to = whole(vitrine_dict());
  Py_ssize_t position = 0, size = PyDict_Size(object);
  PyObject *key, *item;
  bool good = to != NULL;
  while (good && PyDict_Next(object, &position, &key, &item)) {
    Py_INCREF(key);
    Py_INCREF(item);
    good = add_pair(to, key, item, outer);
    Py_DECREF(key);
    Py_DECREF(item);
    if (good && PyDict_Size(object) != size) {
      PyErr_SetString(PyExc_RuntimeError, "a dict changed its size while it was copied");
      good = false;
    }
  }
  if (good) return to;
  vitrine_value_free(to);
  return NULL;
}

static vitrine_value *make_set(PyObject *object, const place *outer) {
  vitrine_value *to = whole(vitrine_set_of(PyFrozenSet_Check(object)));
  PyObject *items = to != NULL ? PyObject_GetIter(object) : NULL, *item;
  place at = {.outer = outer, .kind = AT_MEMBER, .depth = outer->depth + 1};
  bool good = items != NULL;
  while (good && (item = PyIter_Next(items)) != NULL) {
    good = add(to, item, &at);
    Py_DECREF(item);
  }
  Py_XDECREF(items);
  if (good && !PyErr_Occurred()) return to;
  vitrine_value_free(to);
  return NULL;
}

/* A datetime, a Decimal, a dataclass: vitrine/adapt.py knows what stands for it. */
static vitrine_value *make_other(PyObject *object, const place *at) {
  PyObject *adapt = core_from_package("vitrine.adapt", "adapt");
  PyObject *stand_in = adapt != NULL ? PyObject_CallFunctionObjArgs(adapt, object, NULL) : NULL;
  Py_XDECREF(adapt);
  if (stand_in == NULL) return NULL;
  vitrine_value *value = stand_in != Py_NotImplemented
                             ? make(stand_in, at)
                             : refuse(PyExc_TypeError, "a %U cannot cross: %U", object, at);
  Py_DECREF(stand_in);
  return value;
}

static vitrine_value *make(PyObject *object, const place *at) {
  if (object == Py_None) return whole(vitrine_none());
  if (PyUnicode_Check(object)) return make_str(object, at);
  if (PyBool_Check(object)) return whole(vitrine_bool(object == Py_True));
  if (PyLong_Check(object)) return make_int(object);
  if (PyFloat_Check(object)) return whole(vitrine_float(PyFloat_AsDouble(object)));
  if (PyBytes_Check(object)) return make_bytes(object);
  if (at->depth >= DEPTH_MOST)
    return refuse(PyExc_ValueError, "a %U nests deeper than 64 collections, or holds itself: %U",
                  object, at);
  if (PyList_Check(object)) return make_row(vitrine_list(), object, at);
  if (PyTuple_Check(object)) return make_row(vitrine_tuple(), object, at);
  if (PyDict_Check(object)) return make_dict(object, at);
  if (PyAnySet_Check(object)) return make_set(object, at);
  return make_other(object, at);
}

vitrine_value *core_value_make(PyObject *object, core_purpose purpose, PyObject *name) {
  place root = {.key = name, .purpose = purpose};
  return make(object, &root);
}

static vitrine_value *make_arguments(PyObject *tuple, PyObject *name) {
  vitrine_value *list = whole(vitrine_list());
  bool good = list != NULL;
  for (Py_ssize_t i = 0; good && i < PyTuple_Size(tuple); i++) {
    place root = {.key = name, .index = i, .purpose = CORE_ARGUMENT, .depth = 1};
    good = add(list, PyTuple_GetItem(tuple, i), &root);
  }
  if (good) return list;
  vitrine_value_free(list);
  return NULL;
}

static vitrine_value *make_keywords(PyObject *keywords, PyObject *name) {
  vitrine_value *dict = whole(vitrine_dict());
  PyObject *key, *item;
  Py_ssize_t at = 0;
  bool good = dict != NULL;
  while (good && PyDict_Next(keywords, &at, &key, &item)) {
    place root = {.key = name, .word = key, .purpose = CORE_ARGUMENT, .depth = 2};
    vitrine_value *word = make(key, &root), *value = word != NULL ? make(item, &root) : NULL;
    if (value == NULL) vitrine_value_free(word);
    good = value != NULL && added(vitrine_dict_add(dict, word, value));
  }
  if (good) return dict;
  vitrine_value_free(dict);
  return NULL;
}

vitrine_value *core_arguments_make(PyObject *tuple, PyObject *keywords, PyObject *name) {
  vitrine_value *list = make_arguments(tuple, name);
  if (list == NULL || PyDict_Size(keywords) == 0) return list;
  vitrine_value *dict = make_keywords(keywords, name);
  vitrine_value *both = dict != NULL ? whole(vitrine_tuple()) : NULL;
  if (both == NULL) {
    vitrine_value_free(list);
    vitrine_value_free(dict);
    return NULL;
  }
  vitrine_status status = vitrine_value_add(both, list);
  if (status == VITRINE_OK) status = vitrine_value_add(both, dict);
  else vitrine_value_free(dict);
  if (added(status)) return both;
  vitrine_value_free(both);
  return NULL;
}

/* --- from the guest --- */

static PyObject *read_int(const vitrine_value *v) {
  int64_t number;
  if (vitrine_value_int(v, &number)) return PyLong_FromLongLong(number);
  size_t size = vitrine_value_int_bytes(v, NULL, 0);
  PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size), *keywords = NULL;
  PyObject *from_bytes = NULL, *args = NULL, *result = NULL;
  char *at;
  Py_ssize_t length;
  if (bytes == NULL || PyBytes_AsStringAndSize(bytes, &at, &length) != 0) goto end;
  (void)vitrine_value_int_bytes(v, at, size);
  from_bytes = PyObject_GetAttrString((PyObject *)&PyLong_Type, "from_bytes");
  args = Py_BuildValue("(Os)", bytes, "big");
  keywords = Py_BuildValue("{sO}", "signed", Py_True);
  if (from_bytes != NULL && args != NULL && keywords != NULL)
    result = PyObject_Call(from_bytes, args, keywords);
end:
  Py_XDECREF(bytes);
  Py_XDECREF(from_bytes);
  Py_XDECREF(args);
  Py_XDECREF(keywords);
  return result;
}

static PyObject *read_text(const vitrine_value *v, bool bytes) {
  const char *text = "";
  size_t length = 0;
  (void)vitrine_value_text(v, &text, &length);
  return bytes ? PyBytes_FromStringAndSize(text, (Py_ssize_t)length)
               : PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "strict");
}

static PyObject *read_row(const vitrine_value *v, bool tuple) {
  Py_ssize_t count = (Py_ssize_t)vitrine_value_count(v);
  PyObject *row = tuple ? PyTuple_New(count) : PyList_New(count);
  for (Py_ssize_t i = 0; row != NULL && i < count; i++) {
    PyObject *item = core_value_read(vitrine_value_item(v, (size_t)i));
    if (item == NULL) Py_CLEAR(row);
    else if (tuple) (void)PyTuple_SetItem(row, i, item);
    else (void)PyList_SetItem(row, i, item);
  }
  return row;
}

static PyObject *read_dict(const vitrine_value *v) {
  PyObject *dict = PyDict_New();
  for (size_t i = 0; dict != NULL && i < vitrine_value_count(v); i++) {
    PyObject *key = core_value_read(vitrine_value_key(v, i));
    PyObject *item = key != NULL ? core_value_read(vitrine_value_item(v, i)) : NULL;
    if (item == NULL || PyDict_SetItem(dict, key, item) != 0) Py_CLEAR(dict);
    Py_XDECREF(key);
    Py_XDECREF(item);
  }
  return dict;
}

static PyObject *read_set(const vitrine_value *v, bool frozen) {
  PyObject *row = read_row(v, false);
  if (row == NULL) return NULL;
  PyObject *set = frozen ? PyFrozenSet_New(row) : PySet_New(row);
  Py_DECREF(row);
  return set;
}

PyObject *core_value_read(const vitrine_value *v) {
  int truth;
  double real;
  switch (vitrine_value_type(v)) {
  case VITRINE_TYPE_BOOL: return PyBool_FromLong(vitrine_value_bool(v, &truth) && truth);
  case VITRINE_TYPE_INT: return read_int(v);
  case VITRINE_TYPE_FLOAT: return PyFloat_FromDouble(vitrine_value_float(v, &real) ? real : 0);
  case VITRINE_TYPE_STR: return read_text(v, false);
  case VITRINE_TYPE_BYTES: return read_text(v, true);
  case VITRINE_TYPE_LIST: return read_row(v, false);
  case VITRINE_TYPE_TUPLE: return read_row(v, true);
  case VITRINE_TYPE_DICT: return read_dict(v);
  case VITRINE_TYPE_SET: return read_set(v, false);
  case VITRINE_TYPE_FROZENSET: return read_set(v, true);
  case VITRINE_TYPE_NONE: break;
  }
  Py_RETURN_NONE;
}
