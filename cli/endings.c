/* endings.c - tells how a run ended, in the words of docs/command.md.
 *
 * An uncaught exception reads as python3 writes it; all that is the command's
 * own begins with "vitrine: ". Texts of the guest are printed, never parsed. */
#include "endings.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "exitcodes.h"
#include "mend.h"
#include "streams.h"

typedef struct {
  vitrine_outcome outcome;
  const char *option;
  size_t spent; /* the field of vitrine_spent */
} ending;

static const ending endings[] = {
    {VITRINE_OUT_OF_STEPS, "steps", offsetof(vitrine_spent, steps)},
    {VITRINE_OUT_OF_CPU, "cpu", offsetof(vitrine_spent, cpu_ns)},
    {VITRINE_OUT_OF_TIME, "time", offsetof(vitrine_spent, time_ns)},
    {VITRINE_OUT_OF_MEMORY, "memory", offsetof(vitrine_spent, memory)},
    {VITRINE_OUT_OF_CALLS, "host-calls", offsetof(vitrine_spent, host_calls)},
};

static const ending *limited(vitrine_outcome outcome) {
  for (size_t i = 0; i < sizeof endings / sizeof *endings; ++i) {
    if (endings[i].outcome == outcome) return &endings[i];
  }
  return NULL;
}

int cli_ending_code(const vitrine_result *result) {
  vitrine_outcome outcome = vitrine_result_outcome(result);
  if (outcome == VITRINE_DONE)
    return vitrine_result_exit_code(result) & 255; /* all that a process can say */
  if (outcome == VITRINE_RAISED) return CLI_EXIT_RAISED;
  if (outcome == VITRINE_CANCELLED) return CLI_EXIT_INTERRUPTED;
  return limited(outcome) ? CLI_EXIT_LIMIT : CLI_EXIT_TRAPPED;
}

/* " at FILE:LINE", or nothing if it is not known. */
static void place(char *to, size_t size, const vitrine_error *error) {
  to[0] = 0;
  if (error->line > 0 && error->file[0])
    snprintf(to, size, " at %s:%" PRIu32, error->file, error->line);
}

static void tell_limit(const cli_sandbox *sandbox, const ending *e, const vitrine_result *result,
                       const char *where) {
  const cli_limit *limit = cli_limit_find(e->option, strlen(e->option));
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  uint64_t used, bound = cli_limit_of(limit, &sandbox->limits);
  memcpy(&used, (const char *)&spent + e->spent, sizeof used);
  char used_text[CLI_UNIT_TEXT], bound_text[CLI_UNIT_TEXT], more[CLI_UNIT_TEXT];
  if (e->outcome == VITRINE_OUT_OF_CALLS && used < bound) {
    cli_say(
        "%s%s: the run has filled its part of the audit log; --audit-text 1K shortens the lines",
        vitrine_outcome_name(e->outcome), where);
    return;
  }
  cli_unit_print(limit->unit, used, used_text);
  cli_unit_exact(limit->unit, bound, bound_text);
  if (bound >= limit->most || bound > VITRINE_UNLIMITED / 2) {
    cli_say("%s%s: spent %s; %s is the most there is", vitrine_outcome_name(e->outcome), where,
            used_text, bound_text);
    return;
  }
  cli_unit_exact(limit->unit, bound < limit->most / 2 ? bound * 2 : limit->most, more);
  cli_say("%s%s: spent %s, the limit is %s; --%s %s raises it", vitrine_outcome_name(e->outcome),
          where, used_text, bound_text, limit->name, more);
}

/* What a shell reads as `text`, in $'…'. */
static void quote(char *to, size_t size, const char *text, size_t length, bool more) {
  size_t used = strlen(to);
  for (size_t i = 0; i < length && used + 3 < size; ++i) {
    char c = text[i];
    if (c == '\\' || c == '\'' || c == '\n') to[used++] = '\\';
    if (c == '\n') c = 'n';
    to[used++] = c;
  }
  to[used] = 0;
  if (more) snprintf(to + used, size - used, "\\n");
}

/* error: a SyntaxError of this source. */
static void tell_mend(const cli_sandbox *sandbox, const cli_source *source,
                      const vitrine_error *error) {
  cli_mend mend;
  if (!cli_mend_find(&mend, source->text, source->length, error->line)) return;
  char code[400] = "";
  /* The compiler may have said it already. */
  if (!strstr(error->message, "line break")) cli_say("%s", mend.text);
  /* Quoting may double the length. */
  if (mend.breaks && sandbox->options->from == CLI_CODE && source->length < sizeof code / 2 - 8) {
    quote(code, sizeof code, source->text, mend.cut, true);
    quote(code, sizeof code, source->text + mend.resume, source->length - mend.resume, false);
    cli_say("with the line break: vitrine -c $'%s'", code);
  }
}

static void tell_truncated(const cli_sandbox *sandbox, const vitrine_result *result) {
  char now[CLI_UNIT_TEXT], more[CLI_UNIT_TEXT];
  uint64_t bound = sandbox->limits.output;
  cli_unit_exact(CLI_SIZE, bound, now);
  cli_unit_exact(CLI_SIZE, bound < VITRINE_UNLIMITED / 2 ? bound * 2 : bound, more);
  for (int fd = 1; fd <= 2; ++fd) {
    uint64_t dropped = vitrine_result_truncated(result, fd);
    if (dropped > 0)
      cli_say("%s was over the limit of %s: %" PRIu64 " bytes dropped; --output %s keeps more",
              fd == 1 ? "stdout" : "stderr", now, dropped, more);
  }
}

static void tell_spent(const vitrine_result *result) {
  vitrine_spent spent = vitrine_spent_empty();
  vitrine_result_spent(result, &spent);
  char memory[CLI_UNIT_TEXT], cpu[CLI_UNIT_TEXT], time[CLI_UNIT_TEXT], output[CLI_UNIT_TEXT];
  cli_unit_print(CLI_SIZE, spent.memory, memory);
  cli_unit_print(CLI_TIME, spent.cpu_ns, cpu);
  cli_unit_print(CLI_TIME, spent.time_ns, time);
  cli_unit_print(CLI_SIZE, spent.output, output);
  cli_say("spent: memory %s, steps %" PRIu64 ", cpu %s, time %s, output %s, host_calls %" PRIu64,
          memory, spent.steps, cpu, time, output, spent.host_calls);
}

/* To a model, in place of all else. */
static bool tell_explained(const cli_options *options, const vitrine_result *result) {
  if (!options->explained || options->json || vitrine_result_ok(result)) return false;
  size_t length;
  char *text = vitrine_result_explain(result, (size_t)options->most, &length);
  if (text) cli_write(2, text, length);
  free(text);
  return text != NULL;
}

static void tell_ending(const cli_sandbox *sandbox, const cli_source *source,
                        const vitrine_result *result) {
  vitrine_outcome outcome = vitrine_result_outcome(result);
  const ending *e = limited(outcome);
  char where[300] = ""; /* the guest cuts names as well */
  vitrine_error error = {.size = sizeof error};
  if (vitrine_result_error(result, &error)) {
    /* The library calls what is no exception of the guest's "Stopped". */
    bool raised = outcome == VITRINE_RAISED ||
                  (outcome == VITRINE_OUT_OF_MEMORY && strcmp(error.type, "Stopped") != 0);
    if (raised && !sandbox->options->json) cli_write(2, error.traceback, strlen(error.traceback));
    if (!raised || sandbox->options->json) place(where, sizeof where, &error);
    if (outcome == VITRINE_RAISED && !sandbox->options->json &&
        (strcmp(error.type, "SyntaxError") == 0 || strcmp(error.type, "IndentationError") == 0) &&
        strcmp(error.file, source->name) == 0)
      tell_mend(sandbox, source, &error);
  }
  if (e) tell_limit(sandbox, e, result, where);
  else if (outcome == VITRINE_CANCELLED && cli_write_error() == 0) cli_say("interrupted%s", where);
  else if (outcome == VITRINE_TRAPPED)
    cli_say("trapped: %s; nothing of the run is left, please report it",
            error.message ? error.message : "the interpreter failed");
}

void cli_ending_tell(const cli_sandbox *sandbox, const cli_source *source,
                     const vitrine_result *result) {
  if (!tell_explained(sandbox->options, result)) tell_ending(sandbox, source, result);
  if (!sandbox->options->json) tell_truncated(sandbox, result);
  if (sandbox->options->spent) tell_spent(result);
}
