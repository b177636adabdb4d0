/* repl.c - reads, runs, prints, again.
 *
 * One session for all of it. Whatever ends a run, the session goes on; only
 * Ctrl-D, sys.exit() and a failure of the host end the prompt. */
#include "repl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "continuation.h"
#include "endings.h"
#include "exitcodes.h"
#include "interrupt.h"
#include "lineedit.h"
#include "sandbox.h"
#include "savedfile.h"
#include "streams.h"
#include "utf8text.h"

typedef struct {
  char *text;
  size_t length, room;
} statement;

static bool append(statement *s, const char *line) {
  size_t n = strlen(line);
  if (!s->text || n > s->room - s->length) {
    size_t room = (s->length + n) * 2;
    char *grown = realloc(s->text, room);
    if (!grown) return false;
    s->text = grown;
    s->room = room;
  }
  memcpy(s->text + s->length, line, n);
  s->length += n;
  return true;
}

/* Reads a whole statement, as CLI_LINE, or what came instead. */
static cli_line_state read_statement(cli_lineedit *editor, statement *s) {
  s->length = 0;
  for (;;) {
    char *line = NULL;
    cli_line_state state = cli_lineedit_read(editor, s->length ? "... " : ">>> ", &line);
    if (state == CLI_LINE_END && s->length > 0)
      return CLI_LINE; /* runs what is there; the next Ctrl-D leaves */
    if (state != CLI_LINE) return state;
    bool fits = append(s, line);
    free(line);
    if (!fits) {
      cli_say("out of memory");
      return CLI_LINE_FAILED;
    }
    cli_input input = cli_input_state(s->text, s->length);
    if (input == CLI_INPUT_WHOLE) return CLI_LINE;
    if (input == CLI_INPUT_EMPTY) s->length = 0;
  }
}

/* Whether it is exit, quit(), sys.exit(3) or the like, as one types them. They
 * need no names in the guest, and tell an exit with 0 from the end of a run. */
static bool asks_to_leave(const statement *s, int *code) {
  static const char *const words[] = {"exit", "quit", "sys.exit"};
  char text[32] = "";
  size_t n = s->length;
  while (n > 0 && (s->text[n - 1] == '\n' || s->text[n - 1] == ' ')) --n;
  if (n >= sizeof text) return false;
  memcpy(text, s->text, n);
  text[n] = 0;
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    size_t length = strlen(words[i]);
    const char *rest = text + length;
    if (strncmp(text, words[i], length) != 0) continue;
    *code = 0;
    if (*rest == 0 && i < 2) return true;
    if (*rest++ != '(') continue;
    size_t digits = strspn(rest, "0123456789");
    if (digits < 6 && strcmp(rest + digits, ")") == 0) {
      *code = (int)(strtol(rest, NULL, 10) & 255);
      return true;
    }
  }
  return false;
}

/* True: the guest left, with *code. */
static bool run_statement(cli_sandbox *sandbox, const statement *s, int *code) {
  cli_source source = {.name = "<stdin>", .text = s->text, .length = s->length};
  size_t bad = cli_text_check(s->text, s->length);
  if (bad < s->length) {
    cli_say("what was typed is not UTF-8 text, from byte %zu on", bad);
    return false;
  }
  vitrine_result *result;
  cli_interrupt_forget();
  if (cli_sandbox_run(sandbox, &source, &result) != 0) return false;
  const char *repr = vitrine_result_repr(result);
  if (repr) {
    cli_write(1, repr, strlen(repr));
    cli_write(1, "\n", 1);
  }
  cli_ending_tell(sandbox, &source, result);
  if (vitrine_result_rolled_back(result)) cli_say("the session is as it was before this run");
  bool left =
      vitrine_result_outcome(result) == VITRINE_DONE && vitrine_result_exit_code(result) != 0;
  *code = cli_ending_code(result);
  vitrine_result_free(result);
  return left;
}

static void greet(const cli_sandbox *sandbox) {
  char memory[CLI_UNIT_TEXT], cpu[CLI_UNIT_TEXT], text[256];
  int version = vitrine_version_number();
  cli_unit_exact(CLI_SIZE, sandbox->limits.memory, memory);
  cli_unit_exact(CLI_TIME, sandbox->limits.cpu_ns, cpu);
  int n = snprintf(text, sizeof text,
                   "Vitrine %d.%d.%d: Python in a cage, %s of memory, %s of processor time a run\n"
                   "Ctrl-C stops a run, Ctrl-D or exit() leaves.\n",
                   version / 1000000, version / 1000 % 1000, version % 1000, memory, cpu);
  cli_write(2, text, (size_t)n);
}

int cli_repl(const cli_options *options) {
  cli_sandbox sandbox;
  statement s = {0};
  cli_lineedit *editor = NULL;
  int code = cli_sandbox_open(&sandbox, options, VITRINE_INTERACTIVE);
  if (code != 0) goto done;
  if (options->history && !cli_lineedit_able()) {
    cli_say("--history: this build cannot edit lines (no libedit), and keeps no history");
    code = CLI_EXIT_USAGE;
    goto done;
  }
  editor = cli_lineedit_new(options->history);
  if (!editor) {
    code = CLI_EXIT_HOST;
    goto done;
  }
  greet(&sandbox);
  for (bool left = false; !left;) {
    cli_interrupt_forget();
    switch (read_statement(editor, &s)) {
    case CLI_LINE: left = asks_to_leave(&s, &code) || run_statement(&sandbox, &s, &code); break;
    case CLI_LINE_INTERRUPTED: break;
    case CLI_LINE_END:
      code = 0;
      left = true;
      break;
    case CLI_LINE_FAILED:
      code = CLI_EXIT_HOST;
      left = true;
      break;
    }
    if (cli_write_error() != 0) left = true;
  }
  code = cli_saved_end(options, sandbox.session, code);
done:
  cli_lineedit_free(editor);
  cli_sandbox_close(&sandbox);
  free(s.text);
  return code;
}
