/* pylineedit.c - lines typed at a terminal, for the command's REPL: Python's readline edits
 * them, where there is a terminal and Python has it. Else they are read as they come.
 *
 * The command's own handler of SIGINT stands aside while a line is typed. */
#define _XOPEN_SOURCE 700
#define cli_lineedit_able plain_able
#define cli_lineedit_new plain_new
#define cli_lineedit_read plain_read
#define cli_lineedit_free plain_free
#include "../native/cli/lineedit.c"
#undef cli_lineedit_able
#undef cli_lineedit_new
#undef cli_lineedit_read
#undef cli_lineedit_free

#include <signal.h>

#include "core.h"

bool cli_lineedit_able(void);
cli_lineedit *cli_lineedit_new(const char *history);
cli_line_state cli_lineedit_read(cli_lineedit *editor, const char *prompt, char **line);
void cli_lineedit_free(cli_lineedit *editor);

static PyObject *lines; /* vitrine/lines.py, from _new() to _free(); NULL: plain ones */

static PyObject *import_lines(void) {
  PyObject *module = PyImport_ImportModule("vitrine.lines");
  if (module == NULL) PyErr_Clear(); /* this Python has no readline */
  return module;
}

bool cli_lineedit_able(void) {
  (void)core_enter();
  PyObject *module = import_lines();
  bool able = module != NULL;
  Py_XDECREF(module);
  core_leave();
  return able;
}

/* Consumes what begin() or end() returned, and says what is wrong by it. */
static bool all_is_well(PyObject *wrong) {
  PyObject *utf8 = wrong != NULL ? PyUnicode_AsUTF8String(wrong) : NULL;
  const char *text = utf8 != NULL ? PyBytes_AsString(utf8) : NULL;
  bool good = text != NULL && *text == 0;
  if (text == NULL) core_error_keep();
  else if (!good) cli_say("--history %s", text);
  Py_XDECREF(wrong);
  Py_XDECREF(utf8);
  return good;
}

static bool begin(const char *history) {
  lines = import_lines();
  if (lines == NULL) return true;
  PyObject *path = history != NULL ? PyUnicode_DecodeFSDefault(history) : Py_BuildValue("");
  bool good = all_is_well(path != NULL ? PyObject_CallMethod(lines, "begin", "O", path) : NULL);
  Py_XDECREF(path);
  return good;
}

cli_lineedit *cli_lineedit_new(const char *history) {
  bool good = true;
  if (isatty(0) && isatty(1)) {
    (void)core_enter();
    good = begin(history);
    core_leave();
  }
  cli_lineedit *editor = good ? plain_new(history) : NULL;
  if (editor == NULL) cli_lineedit_free(NULL);
  return editor;
}

/* A copy of the line's text, owned by the caller; NULL: an exception is set. */
static char *copy_of(PyObject *line) {
  PyObject *bytes = PyUnicode_AsEncodedString(line, "utf-8", "surrogateescape");
  char *text, *copy = NULL;
  Py_ssize_t length;
  if (bytes != NULL && PyBytes_AsStringAndSize(bytes, &text, &length) == 0) {
    copy = malloc((size_t)length + 2);
    if (copy == NULL) PyErr_NoMemory();
    else memcpy(stpcpy(copy, text), "\n", 2);
  }
  Py_XDECREF(bytes);
  return copy;
}

static cli_line_state read_line(const char *prompt, char **line) {
  PyObject *typed = PyObject_CallMethod(lines, "read", "s", prompt);
  cli_line_state state = CLI_LINE_FAILED;
  if (typed != NULL) {
    *line = copy_of(typed);
    if (*line != NULL) state = CLI_LINE;
    Py_DECREF(typed);
  } else if (PyErr_ExceptionMatches(PyExc_EOFError)) {
    state = CLI_LINE_END;
  } else if (PyErr_ExceptionMatches(PyExc_KeyboardInterrupt)) {
    state = CLI_LINE_INTERRUPTED;
  }
  if (state == CLI_LINE_FAILED) core_error_keep();
  PyErr_Clear();
  return state;
}

cli_line_state cli_lineedit_read(cli_lineedit *editor, const char *prompt, char **line) {
  if (lines == NULL) return plain_read(editor, prompt, line);
  struct sigaction ours;
  cli_flush();
  (void)sigaction(SIGINT, NULL, &ours);
  (void)core_enter();
  cli_line_state state = read_line(prompt, line);
  core_leave();
  (void)sigaction(SIGINT, &ours, NULL);
  if (state == CLI_LINE_END || state == CLI_LINE_INTERRUPTED) cli_write(1, "\n", 1);
  return state;
}

void cli_lineedit_free(cli_lineedit *editor) {
  if (lines != NULL) {
    (void)core_enter();
    (void)all_is_well(PyObject_CallMethod(lines, "end", NULL));
    Py_CLEAR(lines);
    core_leave();
  }
  plain_free(editor);
}
