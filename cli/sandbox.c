/* sandbox.c - gives the guest what the command gives, and no more.
 *
 * All that widens the guest's reach is in grant(). Nothing here is called from
 * a signal handler. */
#define _POSIX_C_SOURCE 200809L
#include "sandbox.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "exitcodes.h"
#include "grants.h"
#include "interrupt.h"
#include "savedfile.h"
#include "streams.h"
#include "utf8text.h"

static void on_output(void *user, int fd, const char *text, size_t length) {
  cli_sandbox *sandbox = user;
  cli_write(fd, text, length);
  /* Nobody reads what is printed: cat would end here as well. */
  if (cli_write_error() != 0) vitrine_cancel(sandbox->session);
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

#define HOUR_MS 3600000

/* What poll() has to wait, so that it ends just past the deadline: only then
 * does the library see that time is up. */
static int patience(uint64_t deadline) {
  if (deadline == VITRINE_UNLIMITED) return -1;
  uint64_t t = now();
  if (t >= deadline) return 0;
  uint64_t ms = (deadline - t) / 1000000u + 1;
  return ms < HOUR_MS ? (int)ms : HOUR_MS; /* then it asks again */
}

static ptrdiff_t on_input(void *user, char *buffer, size_t size) {
  const cli_sandbox *sandbox = user;
  cli_flush(); /* what input() asks has to be seen */
  struct pollfd in = {.fd = 0, .events = POLLIN};
  for (;;) {
    int ready = poll(&in, 1, patience(sandbox->deadline));
    if (ready > 0) return cli_read(0, buffer, size);
    if (ready < 0 && errno != EINTR) return -1;
    if (cli_interrupted() || now() >= sandbox->deadline) return -1;
  }
}

/* All that happens from here on is in the log. */
static vitrine_status audit(const cli_sandbox *sandbox) {
  vitrine_audit a = vitrine_audit_default();
  char label[24];
  if (!sandbox->options->audit) return VITRINE_OK;
  (void)snprintf(label, sizeof label, "%ld", (long)getpid());
  a.path = sandbox->options->audit;
  a.label = label;
  a.text = sandbox->options->audit_text;
  return vitrine_session_audit(sandbox->session, &a);
}

static vitrine_status grant(cli_sandbox *sandbox) {
  vitrine_status status = VITRINE_OK;
  bool free_hand = !sandbox->options->deterministic && !sandbox->options->policy;
  if (free_hand && !cli_grant_asked("clock")) status = vitrine_grant_clock(sandbox->session, 0);
  if (free_hand && !cli_grant_asked("random") && status == VITRINE_OK)
    status = vitrine_grant_random(sandbox->session);
  /* A portable build has no randomness: the guest is told when it asks. */
  if (status == VITRINE_ERR_UNSUPPORTED) status = VITRINE_OK;
  if (sandbox->options->input && status == VITRINE_OK)
    status = vitrine_grant_input(sandbox->session, on_input, sandbox);
  return status == VITRINE_OK ? cli_grants_give(sandbox->session) : status;
}

static int failed(vitrine_status status) {
  const char *detail = vitrine_last_error();
  cli_say("%s", detail && *detail ? detail : vitrine_status_text(status));
  return CLI_EXIT_HOST;
}

/* All else that could be wrong with a limit, options.c has refused. */
static int too_little(uint64_t memory) {
  char text[CLI_UNIT_TEXT];
  const char *detail = vitrine_last_error(), *colon = strstr(detail, ": ");
  cli_unit_exact(CLI_SIZE, memory, text);
  cli_say("--memory %s: %s", text, colon ? colon + 2 : detail);
  return CLI_EXIT_USAGE;
}

int cli_sandbox_open(cli_sandbox *sandbox, const cli_options *options, unsigned flags) {
  *sandbox = (cli_sandbox){.options = options, .deadline = VITRINE_UNLIMITED};
  for (int i = 0; i < options->argc; ++i) {
    const char *argument = options->argv[i];
    size_t length = strlen(argument), at = cli_text_check(argument, length);
    if (at < length) {
      cli_say("argument %d: byte %zu is 0x%02x, which is not UTF-8", i, at,
              (unsigned char)argument[at]);
      return CLI_EXIT_USAGE;
    }
  }
  vitrine_options o = vitrine_options_default();
  o.limits = &options->limits;
  o.flags = flags | (options->transactional ? VITRINE_TRANSACTIONAL : 0) |
            (options->explained ? VITRINE_EXPLAINED : 0);
  if (!options->json) {
    o.write = on_output;
    o.user = sandbox;
  }
  vitrine_snapshot *saved;
  int code = cli_saved_load(options, &saved);
  if (code != 0) return code;
  vitrine_status status = saved ? vitrine_snapshot_fork(saved, &o, &sandbox->session)
                                : vitrine_session_new(&o, &sandbox->session);
  vitrine_snapshot_free(saved);
  if (status == VITRINE_ERR_MISUSE && options->limits.memory != 0)
    return too_little(options->limits.memory);
  sandbox->limits = vitrine_limits_default();
  if (status == VITRINE_OK) status = vitrine_session_limits(sandbox->session, &sandbox->limits);
  if (status == VITRINE_OK) status = audit(sandbox);
  if (status == VITRINE_OK) status = grant(sandbox);
  if (status == VITRINE_OK)
    status = vitrine_session_argv(sandbox->session, options->argc, options->argv);
  return status == VITRINE_OK ? 0 : failed(status);
}

int cli_sandbox_run(cli_sandbox *sandbox, const cli_source *source, vitrine_result **result) {
  uint64_t start = now(), time = sandbox->limits.time_ns;
  sandbox->deadline = time < VITRINE_UNLIMITED - start ? start + time : VITRINE_UNLIMITED;
  *result = NULL;
  cli_interrupt_catch(sandbox->session);
  vitrine_status status = VITRINE_OK;
  if (!cli_interrupted())
    status = vitrine_run(sandbox->session, source->name, source->text, source->length, result);
  cli_interrupt_catch(NULL);
  cli_flush();
  if (status != VITRINE_OK) return failed(status);
  if (!*result) {
    cli_say("interrupted");
    return CLI_EXIT_INTERRUPTED;
  }
  return 0;
}

void cli_sandbox_close(cli_sandbox *sandbox) {
  cli_interrupt_catch(NULL);
  vitrine_session_free(sandbox->session);
  sandbox->session = NULL;
}
