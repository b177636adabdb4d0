/* pipe.c - fetches JSON, hands it to transform(data), and stores what that returns.
 *
 * Two sessions take part, and only data goes between them. The courier has the
 * grants, of the web and of the database, and runs our own few lines; the user's
 * script runs in the sandbox that the other options ask for, and has neither. So
 * the command links to no library that the plugins need, and what comes from a
 * server is read inside a cage, too. Both are new for each pass. */
#define _POSIX_C_SOURCE 200809L
#include "pipe.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "courier.h"
#include "endings.h"
#include "exitcodes.h"
#include "grants.h"
#include "interrupt.h"
#include "policyfile.h"
#include "sandbox.h"
#include "streams.h"
#include "vitrine_plugin.h"

/* Tables of a day's orders are larger than what a host function is thought for. */
#define VALUE (16u << 20)
#define MEMORY (256u << 20)

typedef struct {
  const char *from, *into, *pk, *every;
  const char *table; /* in `into`, behind the colon */
  char *file;
  uint64_t every_ns; /* 0: once */
  const vitrine_plugin *web, *sqlite;
  vitrine_value *allowed; /* grants of the web, a list */
  cli_options options;
} cli_job;

/* One pass, and how it failed. */
typedef struct {
  const cli_job *job;
  vitrine_session *courier;
  int code; /* 0: it has not */
  char outcome[32], message[512];
} cli_pass;

static vitrine_value *text(const char *s) { return vitrine_str(s, strlen(s)); }

/* --- what is asked for --- */

static bool is_address(const char *from) {
  return strncmp(from, "http://", 7) == 0 || strncmp(from, "https://", 8) == 0;
}

static bool allow(cli_job *job, const char *url) {
  if (!job->web) job->web = cli_plugin_find("--plugin", "web");
  size_t size = strlen(url) + sizeof "url=";
  char *typed = job->web ? malloc(size) : NULL;
  if (!typed) return false;
  (void)snprintf(typed, size, "url=%s", url);
  vitrine_value *grant = cli_grant_parse(job->web, typed);
  free(typed);
  if (grant && !vitrine_plugin_option(grant, "size"))
    (void)vitrine_dict_add(grant, text("size"), vitrine_int(VALUE));
  return grant && vitrine_value_add(job->allowed, grant) == VITRINE_OK;
}

/* Takes our own options out of argv; all others stay. */
static bool take_options(cli_job *job, int *argc, char **argv) {
  const struct {
    const char *name;
    const char **value; /* NULL: --allow */
  } ours[] = {{"--from", &job->from},
              {"--into", &job->into},
              {"--pk", &job->pk},
              {"--every", &job->every},
              {"--allow", NULL}};
  int kept = 1;
  for (int i = 1; i < *argc; ++i) {
    size_t o = 0, length = strcspn(argv[i], "=");
    while (o < 5 && (strlen(ours[o].name) != length || memcmp(ours[o].name, argv[i], length) != 0))
      ++o;
    if (o == 5) {
      argv[kept++] = argv[i];
      continue;
    }
    const char *value = argv[i][length] ? argv[i] + length + 1 : i + 1 < *argc ? argv[++i] : "";
    if (*value == 0) {
      cli_say("%s needs a value", ours[o].name);
      return false;
    }
    if (ours[o].value) *ours[o].value = value;
    else if (!allow(job, value)) return false;
  }
  argv[kept] = NULL;
  *argc = kept;
  return true;
}

static const char form[] =
    "usage: vitrine pipe --from URL|FILE [--allow URL]... --into FILE:TABLE [--pk NAME]\n"
    "                    [--every TIME] [OPTION]... SCRIPT\n";

static bool usage(const char *why) {
  cli_say("pipe: %s", why);
  cli_write(2, form, sizeof form - 1);
  return false;
}

static bool check(cli_job *job) {
  const char *colon = job->into ? strrchr(job->into, ':') : NULL;
  if (!job->from) return usage("--from is missing: an address or a file with JSON in it");
  if (!colon || colon == job->into || !colon[1])
    return usage("--into is missing, or is not FILE:TABLE: --into data.db:items");
  if (strcmp(colon + 1, "vitrine_runs") == 0)
    return usage("the table vitrine_runs is that of the runs: choose another");
  if (is_address(job->from) && !job->web) {
    cli_say("pipe: %s is not allowed: --allow names what may be fetched: --allow %.*s/", job->from,
            (int)(strcspn(job->from + 8, "/?#") + 8), job->from);
    return false;
  }
  if (job->options.from != CLI_FILE || job->options.argc != 1)
    return usage("one file with a script is needed, which defines transform(data)");
  if (job->every && cli_unit_parse(CLI_TIME, job->every, &job->every_ns) != CLI_UNIT_OK) {
    cli_say("--every %s: it takes %s", job->every, cli_unit_form(CLI_TIME));
    return false;
  }
  job->table = colon + 1;
  job->file = strndup(job->into, (size_t)(colon - job->into));
  job->sqlite = cli_plugin_find("--plugin", "sqlite");
  return job->file && job->sqlite;
}

/* --- the courier --- */

/* False, always: the pass ends here. */
static bool failed(cli_pass *pass, int code, const char *outcome, const char *message) {
  pass->code = code;
  (void)snprintf(pass->outcome, sizeof pass->outcome, "%s", outcome);
  (void)snprintf(pass->message, sizeof pass->message, "%s", message);
  return false;
}

static bool host_failed(cli_pass *pass) {
  cli_say("%s", vitrine_last_error());
  return failed(pass, CLI_EXIT_HOST, "failed", vitrine_last_error());
}

static bool interrupted(cli_pass *pass) {
  cli_say("interrupted");
  return failed(pass, CLI_EXIT_INTERRUPTED, "cancelled", "interrupted");
}

static vitrine_status give(const cli_job *job, vitrine_session *session) {
  vitrine_value *grants = vitrine_list(), *grant = vitrine_dict();
  (void)vitrine_dict_add(grant, text("file"), text(job->file));
  (void)vitrine_dict_add(grant, text("owner"), vitrine_bool(1));
  (void)vitrine_value_add(grants, grant);
  vitrine_status status = vitrine_plugin_grant(session, job->sqlite, grants);
  vitrine_value_free(grants);
  if (status == VITRINE_OK) status = vitrine_grant_clock(session, 0);
  if (status == VITRINE_OK && job->web)
    status = vitrine_plugin_grant(session, job->web, job->allowed);
  return status;
}

static bool open_courier(cli_pass *pass) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  vitrine_result *result = NULL;
  limits.memory = limits.steps = limits.cpu_ns = limits.time_ns = limits.host_calls =
      VITRINE_UNLIMITED;
  limits.value = pass->job->options.limits.value;
  options.limits = &limits;
  options.flags = VITRINE_TRANSACTIONAL;
  vitrine_status status = vitrine_session_new(&options, &pass->courier);
  if (status == VITRINE_OK) status = give(pass->job, pass->courier);
  if (status == VITRINE_OK)
    status = vitrine_run(pass->courier, "<courier>", cli_courier, strlen(cli_courier), &result);
  vitrine_result_free(result);
  return status == VITRINE_OK || host_failed(pass);
}

/* Calls a function of the courier's: true and what it returned, for *value if that is
 * wanted; false: it was said what went wrong. Consumes arguments. */
static bool ask(cli_pass *pass, const char *function, vitrine_value *arguments,
                vitrine_value **value) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  cli_interrupt_catch(pass->courier);
  vitrine_status status = vitrine_invoke(pass->courier, function, arguments, &result);
  cli_interrupt_catch(NULL);
  if (status != VITRINE_OK) return host_failed(pass);
  vitrine_outcome outcome = vitrine_result_outcome(result);
  bool good = outcome == VITRINE_DONE;
  if (good && value) *value = vitrine_value_copy(vitrine_result_value(result));
  if (outcome == VITRINE_CANCELLED) {
    (void)interrupted(pass);
  } else if (!good) {
    char why[400];
    (void)vitrine_result_error(result, &error);
    (void)snprintf(why, sizeof why, "%s: %s", error.type ? error.type : "stopped",
                   error.message ? error.message : vitrine_outcome_name(outcome));
    cli_say("%s: %s", strcmp(function, "store") == 0 ? pass->job->into : pass->job->from, why);
    (void)failed(pass, CLI_EXIT_HOST, "failed", why);
  }
  vitrine_result_free(result);
  return good;
}

static bool begin(cli_pass *pass) {
  const cli_job *job = pass->job;
  vitrine_value *arguments = vitrine_list(), *keys = vitrine_list();
  for (const char *at = job->pk; at && *at; at += strcspn(at, ","), at += *at == ',')
    (void)vitrine_value_add(keys, vitrine_str(at, strcspn(at, ",")));
  /* A query may have a key in it that is nobody's business. */
  (void)vitrine_value_add(arguments, vitrine_str(job->from, strcspn(job->from, "?#")));
  (void)vitrine_value_add(arguments, text(job->into));
  (void)vitrine_value_add(arguments, text(job->table));
  (void)vitrine_value_add(arguments, keys);
  return ask(pass, "begin", arguments, NULL);
}

static bool fetch(cli_pass *pass, vitrine_value **data) {
  const cli_job *job = pass->job;
  vitrine_value *arguments = vitrine_list();
  if (is_address(job->from)) {
    (void)vitrine_value_add(arguments, text(job->from));
    return ask(pass, "fetch", arguments, data);
  }
  FILE *file = fopen(job->from, "rb");
  size_t most =
      job->options.limits.value < SIZE_MAX / 2 ? (size_t)job->options.limits.value : VALUE;
  char *bytes = file ? malloc(most) : NULL;
  size_t length = bytes ? fread(bytes, 1, most, file) : 0;
  bool good = bytes && !ferror(file);
  if (!good) cli_say("--from %s: %s", job->from, strerror(errno));
  (void)vitrine_value_add(arguments, vitrine_bytes(bytes, length));
  if (file) (void)fclose(file);
  free(bytes);
  if (good) return ask(pass, "parse", arguments, data);
  vitrine_value_free(arguments);
  return failed(pass, CLI_EXIT_HOST, "failed", "the file cannot be read");
}

/* --- the script --- */

/* What its result says; false: it was no good ending. */
static bool ended_well(cli_pass *pass, const cli_sandbox *sandbox, const cli_source *source,
                       const vitrine_result *result) {
  vitrine_error error = {.size = sizeof error};
  vitrine_outcome outcome = vitrine_result_outcome(result);
  cli_ending_tell(sandbox, source, result);
  if (vitrine_result_ok(result)) return true;
  char why[400] = "";
  /* The library calls what is no exception of the guest's "Stopped". */
  if (vitrine_result_error(result, &error) && strcmp(error.type, "Stopped") != 0)
    (void)snprintf(why, sizeof why, "%s: %s", error.type, error.message);
  return failed(pass, cli_ending_code(result), vitrine_outcome_name(outcome), why);
}

static bool call_transform(cli_pass *pass, cli_sandbox *sandbox, const cli_source *source,
                           vitrine_value *arguments, vitrine_value **rows) {
  vitrine_result *result = NULL;
  cli_interrupt_catch(sandbox->session);
  vitrine_status status = vitrine_invoke(sandbox->session, "transform", arguments, &result);
  cli_interrupt_catch(NULL);
  cli_flush();
  if (status != VITRINE_OK) return host_failed(pass);
  bool good = ended_well(pass, sandbox, source, result);
  if (good && !vitrine_result_value(result)) {
    static const char why[] =
        "transform() returned no list of dicts of plain data, within the limit `value`";
    const char *repr = vitrine_result_repr(result);
    cli_say("%s: %.200s", why, repr ? repr : "None");
    good = failed(pass, CLI_EXIT_RAISED, "raised", why);
  }
  if (good) *rows = vitrine_value_copy(vitrine_result_value(result));
  vitrine_result_free(result);
  return good;
}

/* Consumes data. */
static bool transform(cli_pass *pass, vitrine_value *data, vitrine_value **rows) {
  cli_sandbox sandbox;
  cli_source source = {.text = ""};
  vitrine_result *result = NULL;
  vitrine_value *arguments = vitrine_list();
  (void)vitrine_value_add(arguments, data ? data : vitrine_none());
  int code = cli_sandbox_open(&sandbox, &pass->job->options, 0);
  if (code == 0) code = cli_source_read(&source, &pass->job->options, sandbox.limits.source);
  if (code == 0) code = cli_sandbox_run(&sandbox, &source, &result);
  bool good = code == 0 ? ended_well(pass, &sandbox, &source, result)
                        : failed(pass, code, "failed", "the script could not be run");
  vitrine_result_free(result);
  if (good) good = call_transform(pass, &sandbox, &source, arguments, rows);
  else vitrine_value_free(arguments);
  cli_source_free(&source);
  cli_sandbox_close(&sandbox);
  return good;
}

/* --- a pass --- */

static bool store(cli_pass *pass, vitrine_value *rows) {
  vitrine_value *arguments = vitrine_list(), *count = NULL;
  int64_t n = 0;
  (void)vitrine_value_add(arguments, rows);
  if (!ask(pass, "store", arguments, &count)) return false;
  (void)vitrine_value_int(count, &n);
  vitrine_value_free(count);
  cli_say("%lld %s into %s", (long long)n, n == 1 ? "row" : "rows", pass->job->into);
  return true;
}

static void write_down(cli_pass *pass) {
  vitrine_value *arguments = vitrine_list();
  (void)vitrine_value_add(arguments, text(pass->outcome));
  (void)vitrine_value_add(arguments, vitrine_int(0));
  vitrine_value *message = text(pass->message);
  (void)vitrine_value_add(arguments, message ? message : vitrine_none());
  int code = pass->code;
  (void)ask(pass, "log", arguments, NULL);
  pass->code = code;
}

static int run_pass(const cli_job *job) {
  cli_pass pass = {.job = job};
  vitrine_value *data = NULL, *rows = NULL;
  bool opened = open_courier(&pass) && begin(&pass);
  bool good = opened && fetch(&pass, &data) && transform(&pass, data, &rows) && store(&pass, rows);
  if (opened && !good) write_down(&pass);
  vitrine_session_free(pass.courier);
  cli_flush();
  return pass.code;
}

/* By what is left each time, as not every system sleeps until a time. */
static void wait_until(struct timespec until) {
  struct timespec now;
  while (!cli_interrupted() && clock_gettime(CLOCK_MONOTONIC, &now) == 0) {
    int64_t left = (until.tv_sec - now.tv_sec) * INT64_C(1000000000) + until.tv_nsec - now.tv_nsec;
    if (left <= 0) return;
    (void)nanosleep(&(struct timespec){left / 1000000000, left % 1000000000}, NULL);
  }
}

static int run(cli_job *job) {
  vitrine_limits *limits = &job->options.limits;
  if (!limits->value) limits->value = VALUE;
  if (!limits->memory) limits->memory = MEMORY;
  for (;;) {
    struct timespec next;
    (void)clock_gettime(CLOCK_MONOTONIC, &next);
    int code = run_pass(job);
    if (!job->every_ns) return code;
    uint64_t ns = (uint64_t)next.tv_nsec + job->every_ns % 1000000000u;
    next.tv_sec += (time_t)(job->every_ns / 1000000000u + ns / 1000000000u);
    next.tv_nsec = (long)(ns % 1000000000u);
    wait_until(next);
    if (cli_interrupted()) return CLI_EXIT_INTERRUPTED;
  }
}

int cli_pipe(int argc, char **argv) {
  cli_job job = {.allowed = vitrine_list()};
  int code = CLI_EXIT_USAGE;
  if (take_options(&job, &argc, argv) && cli_options_read(&job.options, argc, argv)) {
    if (job.options.help) {
      cli_write(1, form, sizeof form - 1);
      code = 0;
    } else if (check(&job) && cli_policyfile_take(&job.options)) {
      code = run(&job);
    }
  }
  free(job.file);
  vitrine_value_free(job.allowed);
  return code;
}
