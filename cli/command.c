/* command.c - the command `vitrine`: what runs, and with which exit code. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "endings.h"
#include "explain.h"
#include "grants.h"
#include "exitcodes.h"
#include "help.h"
#include "interrupt.h"
#include "options.h"
#include "repl.h"
#include "sandbox.h"
#include "savedfile.h"
#include "streams.h"
#include "walls.h"

static int print_json(const vitrine_result *result) {
  size_t length;
  char *json = vitrine_result_json(result, &length);
  if (!json) {
    cli_say("out of memory for the result");
    return CLI_EXIT_HOST;
  }
  cli_write(1, json, length);
  cli_write(1, "\n", 1);
  free(json);
  return 0;
}

static int run_once(const cli_options *options) {
  cli_sandbox sandbox;
  cli_source source = {.text = ""};
  vitrine_result *result = NULL;
  int code = cli_sandbox_open(&sandbox, options, 0);
  if (code == 0) code = cli_source_read(&source, options, sandbox.limits.source);
  if (code == 0) code = cli_sandbox_run(&sandbox, &source, &result);
  if (code == 0) {
    code = options->json ? print_json(result) : 0;
    cli_ending_tell(&sandbox, &source, result);
    if (code == 0) code = cli_ending_code(result);
    code = cli_saved_end(options, sandbox.session, code);
  }
  vitrine_result_free(result);
  cli_source_free(&source);
  cli_sandbox_close(&sandbox);
  return code;
}

static void print_version(void) {
  char text[160];
  int v = vitrine_version_number();
  int n = snprintf(text, sizeof text, "vitrine %d.%d.%d\nguest %s\n", v / 1000000, v / 1000 % 1000,
                   v % 1000, vitrine_guest_id());
  cli_write(1, text, (size_t)n);
}

static int dispatch(const cli_options *options) {
  if (options->help) {
    cli_write(1, cli_help, strlen(cli_help));
    return 0;
  }
  if (options->version) {
    print_version();
    return 0;
  }
  if (options->from != CLI_STDIN) return run_once(options);
  if (isatty(0)) {
    if (!options->json) return cli_repl(options);
    cli_say("--json needs a script: FILE, or -c CODE");
    return CLI_EXIT_USAGE;
  }
  if (options->input) {
    cli_say("--stdin needs a script that is not on standard input: FILE, or -c CODE");
    return CLI_EXIT_USAGE;
  }
  return run_once(options);
}

/* What the first word stands for, if it is no script. */
static int (*command_of(const char *word))(const cli_options *) {
  if (strcmp(word, "describe") == 0) return cli_describe;
  if (strcmp(word, "walls") == 0) return cli_walls;
  return strcmp(word, "explain") == 0 ? cli_explain : NULL;
}

static int in_words(int (*words)(const cli_options *), const cli_options *options) {
  if (options->from == CLI_STDIN && !options->source && !options->help && !options->version)
    return words(options);
  cli_say("%s takes options and no script", words == cli_describe ? "describe"
                                            : words == cli_walls  ? "walls"
                                                                  : "explain");
  return CLI_EXIT_USAGE;
}

int main(int argc, char **argv) {
  cli_streams_open();
  cli_interrupt_catch(NULL);
  cli_options options;
  int code = CLI_EXIT_USAGE;
  int (*words)(const cli_options *) = argc > 1 ? command_of(argv[1]) : NULL;
  int skip = words != NULL;
  if (cli_options_read(&options, argc - skip, argv + skip))
    code = words ? in_words(words, &options) : dispatch(&options);
  cli_grants_free();
  cli_flush();
  if (cli_write_error() != 0) {
    cli_say("stdout: %s", strerror(cli_write_error()));
    code = CLI_EXIT_HOST;
  }
  return code;
}
