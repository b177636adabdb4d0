/* lineedit.c - reads lines from the terminal.
 *
 * Owns the editor, its history, and what was read of standard input but not yet
 * handed over. The terminal is in its normal mode whenever no line is being
 * read, so that a running guest's input() works as anywhere. */
#define _XOPEN_SOURCE 700
#include "lineedit.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include "interrupt.h"
#include "streams.h"

#ifdef VITRINE_LIBEDIT
#include <histedit.h>
#define HISTORY_LINES 1000
#endif

struct cli_lineedit {
#ifdef VITRINE_LIBEDIT
  EditLine *edit; /* NULL: the terminal is too plain */
  History *history;
  const char *file;
#endif
  const char *prompt;
};

/* A line without an editor. Byte by byte: what follows it may be the guest's. */
static cli_line_state read_plain(const cli_lineedit *editor, char **line) {
  size_t length = 0, room = 0;
  char *text = NULL;
  cli_write(2, editor->prompt, strlen(editor->prompt));
  for (;;) {
    if (length + 2 > room) {
      room = room ? room * 2 : 128;
      char *grown = realloc(text, room);
      if (!grown) {
        cli_say("%s", strerror(ENOMEM));
        free(text);
        return CLI_LINE_FAILED;
      }
      text = grown;
    }
    ssize_t n = cli_read(0, text + length, 1);
    if (n > 0 && text[length++] != '\n') continue;
    if (n == 0 && length > 0) text[length++] = '\n';
    if (n >= 0 && length > 0) {
      text[length] = 0;
      *line = text;
      return CLI_LINE;
    }
    free(text);
    return n == 0 ? CLI_LINE_END : errno == EINTR ? CLI_LINE_INTERRUPTED : CLI_LINE_FAILED;
  }
}

#ifdef VITRINE_LIBEDIT

static char *prompt_of(EditLine *edit) {
  const cli_lineedit *editor;
  el_get(edit, EL_CLIENTDATA, &editor);
  static char prompt[8];
  snprintf(prompt, sizeof prompt, "%s", editor->prompt);
  return prompt;
}

/* One character for the editor, or -1: libedit's own reader would go on after
 * Ctrl-C. Bytes that are no character of the locale are left out. */
static int read_character(EditLine *edit, wchar_t *to) {
  (void)edit;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  for (;;) {
    char byte;
    ssize_t n = cli_read(0, &byte, 1);
    if (n <= 0) return (int)n;
    size_t got = mbrtowc(to, &byte, 1, &state);
    if (got <= 1) return 1;
    if (got == (size_t)-1) memset(&state, 0, sizeof state);
  }
}

static unsigned char insert_indent(EditLine *edit, int key) {
  (void)key;
  return el_insertstr(edit, "    ") == 0 ? CC_REFRESH : CC_ERROR;
}

/* libedit converts between the locale's text and wide characters. */
static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static bool open_editor(cli_lineedit *editor) {
  HistEvent event;
  use_utf8();
  editor->edit = el_init("vitrine", stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->edit || !editor->history) return false;
  history(editor->history, &event, H_SETSIZE, HISTORY_LINES);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(editor->edit, EL_CLIENTDATA, editor);
  el_set(editor->edit, EL_PROMPT, prompt_of);
  el_set(editor->edit, EL_EDITOR, "emacs");
  el_set(editor->edit, EL_SIGNAL, 0);
  el_set(editor->edit, EL_HIST, history, editor->history);
  el_set(editor->edit, EL_GETCFN, read_character);
  /* el_set() would never free its copies of these texts. */
  el_wset(editor->edit, EL_ADDFN, L"indent", L"four spaces", insert_indent);
  el_set(editor->edit, EL_BIND, "^I", "indent", NULL);
  el_set(editor->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_source(editor->edit, NULL); /* the user's own keys: ~/.editrc */
  return true;
}

static bool load_history(cli_lineedit *editor, const char *file) {
  HistEvent event;
  editor->file = file;
  if (!file || access(file, F_OK) != 0) return true;
  if (history(editor->history, &event, H_LOAD, file) >= 0) return true;
  cli_say("--history %s: %s", file,
          access(file, R_OK) == 0 ? "this is no history file" : strerror(errno));
  editor->file = NULL; /* it is somebody else's: never write to it */
  return false;
}

static void save_history(const cli_lineedit *editor) {
  HistEvent event;
  if (!editor->file) return;
  mode_t old = umask(077); /* what people type is not for others */
  errno = 0;
  if (history(editor->history, &event, H_SAVE, editor->file) < 0)
    cli_say("--history %s: %s", editor->file, strerror(errno));
  umask(old);
}

bool cli_lineedit_able(void) { return true; }

cli_lineedit *cli_lineedit_new(const char *file) {
  cli_lineedit *editor = calloc(1, sizeof *editor);
  if (!editor || (isatty(1) && !open_editor(editor))) {
    cli_say("%s", strerror(ENOMEM));
    goto fail;
  }
  if (editor->history && !load_history(editor, file)) goto fail;
  return editor;
fail:
  cli_lineedit_free(editor);
  return NULL;
}

cli_line_state cli_lineedit_read(cli_lineedit *editor, const char *prompt, char **line) {
  editor->prompt = prompt;
  cli_flush();
  if (!editor->edit) return read_plain(editor, line);
  int length = 0;
  const char *text = el_gets(editor->edit, &length);
  if (!text || length <= 0) {
    bool interrupted = cli_interrupted();
    cli_write(1, "\n", 1);
    return interrupted ? CLI_LINE_INTERRUPTED : CLI_LINE_END;
  }
  size_t n = (size_t)length;
  *line = malloc(n + 2);
  if (!*line) {
    cli_say("%s", strerror(ENOMEM));
    return CLI_LINE_FAILED;
  }
  memcpy(*line, text, n);
  if (text[n - 1] != '\n') (*line)[n++] = '\n';
  (*line)[n] = 0;
  if (strspn(*line, " \t\r\n") < n) {
    HistEvent event;
    (*line)[n - 1] = 0;
    history(editor->history, &event, H_ENTER, *line);
    (*line)[n - 1] = '\n';
  }
  return CLI_LINE;
}

void cli_lineedit_free(cli_lineedit *editor) {
  if (!editor) return;
  if (editor->history) {
    save_history(editor);
    history_end(editor->history);
  }
  if (editor->edit) el_end(editor->edit);
  free(editor);
}

#else

bool cli_lineedit_able(void) { return false; }

cli_lineedit *cli_lineedit_new(const char *file) {
  (void)file;
  cli_lineedit *editor = calloc(1, sizeof *editor);
  if (!editor) cli_say("%s", strerror(ENOMEM));
  return editor;
}

cli_line_state cli_lineedit_read(cli_lineedit *editor, const char *prompt, char **line) {
  editor->prompt = prompt;
  cli_line_state state = read_plain(editor, line);
  if (state == CLI_LINE_END || state == CLI_LINE_INTERRUPTED) cli_write(2, "\n", 1);
  return state;
}

void cli_lineedit_free(cli_lineedit *editor) { free(editor); }

#endif
