/* command.c - the command `vitrine`: what runs, and with which exit code. */
#define _POSIX_C_SOURCE 200809L
#include <stdbool.h>
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
#include "pipe.h"
#include "policyfile.h"
#include "repl.h"
#include "rerun.h"
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

/* A first word that is no script. */
static const struct {
  const char *word;
  int (*words)(const cli_options *);
} commands[] = {{"describe", cli_describe}, {"explain", cli_explain}, {"walls", cli_walls}};

static size_t command_of(const char *word) {
  size_t i = 0;
  while (i < sizeof commands / sizeof *commands && strcmp(commands[i].word, word) != 0) ++i;
  return i;
}

static int run_command(size_t command, int argc, char **argv) {
  cli_options options;
  if (!cli_options_read(&options, argc, argv)) return CLI_EXIT_USAGE;
  if (options.from != CLI_STDIN || options.source || options.help || options.version) {
    cli_say("%s takes options and no script", commands[command].word);
    return CLI_EXIT_USAGE;
  }
  return cli_policyfile_take(&options) ? commands[command].words(&options) : CLI_EXIT_USAGE;
}

/* What comes behind `vitrine policy`. */
static int run_policy(int argc, char **argv) {
  cli_options options;
  bool explain = argc > 1 && strcmp(argv[1], "explain") == 0;
  if (argc > 1 && (explain || strcmp(argv[1], "check") == 0)) {
    if (!cli_options_read(&options, argc - 1, argv + 1)) return CLI_EXIT_USAGE;
    if (options.from == CLI_FILE && options.argc == 1 && !options.policy) {
      options.policy = options.source;
      options.from = CLI_STDIN;
      if (!cli_policyfile_take(&options)) return CLI_EXIT_USAGE;
      return explain ? cli_explain(&options) : cli_policyfile_check(&options);
    }
  }
  cli_say("usage: vitrine policy explain|check [OPTION]... FILE");
  return CLI_EXIT_USAGE;
}

/* What comes behind `vitrine replay`. */
static int run_replay(int argc, char **argv) {
  cli_options options;
  if (!cli_options_read(&options, argc, argv)) return CLI_EXIT_USAGE;
  if (options.from == CLI_FILE && options.argc == 1) return cli_rerun(&options);
  cli_say("usage: vitrine replay [--load FILE] LOG");
  return CLI_EXIT_USAGE;
}

static int run_code(int argc, char **argv) {
  cli_options options;
  return cli_options_read(&options, argc, argv) && cli_policyfile_take(&options)
             ? dispatch(&options)
             : CLI_EXIT_USAGE;
}

int main(int argc, char **argv) {
  cli_streams_open();
  cli_interrupt_catch(NULL);
  const char *word = argc > 1 ? argv[1] : "";
  size_t command = command_of(word);
  int code = command < sizeof commands / sizeof *commands ? run_command(command, argc - 1, argv + 1)
             : strcmp(word, "policy") == 0                ? run_policy(argc - 1, argv + 1)
             : strcmp(word, "pipe") == 0                  ? cli_pipe(argc - 1, argv + 1)
             : strcmp(word, "replay") == 0                ? run_replay(argc - 1, argv + 1)
                                                          : run_code(argc, argv);
  cli_grants_free();
  cli_flush();
  if (cli_write_error() != 0) {
    cli_say("stdout: %s", strerror(cli_write_error()));
    code = CLI_EXIT_HOST;
  }
  return code;
}
