/* walls.c - tries the walls, from the inside, in front of the user.
 *
 * Every attempt is a program as a stranger would write it, run in one session,
 * which has to be as it was after all of them. A program that gets what it wants
 * ends well, and so a wall held if its program did not. */
#define _POSIX_C_SOURCE 200809L
#include "walls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exitcodes.h"
#include "grants.h"
#include "sandbox.h"
#include "streams.h"

#define SECRET "VITRINE_WALLS_SECRET"

typedef struct {
  const char *what, *code;
  vitrine_outcome outcome; /* DONE: any exception will do */
} attempt;

static const attempt reach[] = {
    {"read a file", "open('/etc/passwd').read()", VITRINE_DONE},
    {"write a file", "open('/tmp/vitrine-was-here', 'w').write('x')", VITRINE_DONE},
    {"list a folder", "import os; os.listdir('/')", VITRINE_DONE},
    {"reach the network", "import socket; socket.create_connection(('127.0.0.1', 80))",
     VITRINE_DONE},
    {"fetch a page", "from urllib.request import urlopen; urlopen('http://127.0.0.1/')",
     VITRINE_DONE},
    {"read the environment", "import os; os.environ['" SECRET "']", VITRINE_DONE},
    {"start a process", "import subprocess; subprocess.run(['true'], check=True)", VITRINE_DONE},
    {"start a shell", "import os; assert os.system('true') == 0", VITRINE_DONE},
    {"call machine code", "import ctypes; ctypes.CDLL(None)", VITRINE_DONE},
};

static const attempt limits[] = {
    {"memory", "def fill():\n  b = []\n  while True: b.append(bytes(100000))\nfill()",
     VITRINE_OUT_OF_MEMORY},
    {"steps", "while True: pass", VITRINE_OUT_OF_STEPS},
    {"cpu", "while True: sum(range(1000))", VITRINE_OUT_OF_CPU},
    {"time", "import time\nwhile True: time.sleep(10)", VITRINE_OUT_OF_TIME},
    {"host-calls", "while True: walls_knock()", VITRINE_OUT_OF_CALLS},
    {"depth", "def f(): f()\nf()", VITRINE_DONE},
    {"value", "b = bytes(65536)\nwhile True:\n  walls_knock(b)\n  b += b", VITRINE_DONE},
};

static vitrine_status knock(vitrine_call *call, void *user) {
  (void)call;
  (void)user;
  return VITRINE_OK;
}

static void say_line(const char *left, const char *right, bool good) {
  char text[400];
  (void)snprintf(text, sizeof text, "  %-22s %s %.300s\n", left,
                 good ? "held:" : "NOT HELD:", right);
  cli_write(1, text, strlen(text));
}

/* Whether the wall held; says how. */
static bool try_one(vitrine_session *session, const attempt *a, const vitrine_limits *only) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  if (vitrine_run_limited(session, only, "<walls>", a->code, strlen(a->code), &result) !=
      VITRINE_OK) {
    say_line(a->what, vitrine_last_error(), false);
    return false;
  }
  vitrine_outcome outcome = vitrine_result_outcome(result);
  bool good = a->outcome == VITRINE_DONE ? outcome == VITRINE_RAISED : outcome == a->outcome;
  char why[300];
  bool raised = vitrine_result_error(result, &error) && outcome == VITRINE_RAISED;
  if (raised) (void)snprintf(why, sizeof why, "%s: %.200s", error.type, error.message);
  else (void)snprintf(why, sizeof why, "%s", vitrine_outcome_name(outcome));
  say_line(a->what, why, good);
  vitrine_result_free(result);
  return good;
}

/* Only one limit is near, and no further away than a demonstration may last,
 * unless the command line says how far. */
static vitrine_limits narrow(const cli_options *options, const char *name) {
  vitrine_limits l = vitrine_limits_default();
  if (strcmp(name, "steps") == 0 && options->limits.steps == 0) l.steps = 10000000;
  if (strcmp(name, "cpu") == 0 && options->limits.cpu_ns == 0) l.cpu_ns = 200000000;
  if (strcmp(name, "time") == 0 && options->limits.time_ns == 0) l.time_ns = 200000000;
  return l;
}

/* Output over its limit is dropped and counted, and the run goes on. */
static bool output_is_cut(vitrine_session *session) {
  static const char code[] = "for i in range(100): print('x' * 1000)";
  vitrine_result *result = NULL;
  vitrine_limits only = vitrine_limits_default();
  only.output = 10000;
  bool good = vitrine_run_limited(session, &only, "<walls>", code, sizeof code - 1, &result) ==
                  VITRINE_OK &&
              vitrine_result_truncated(result, 1) >= 80000;
  say_line("output", good ? "cut, and what was dropped is counted" : "it was not cut", good);
  vitrine_result_free(result);
  return good;
}

static void title(const char *text) {
  cli_write(1, text, strlen(text));
  cli_write(1, "\n", 1);
}

static bool repr_is(vitrine_session *session, const char *code, const char *repr) {
  vitrine_result *result = NULL;
  bool same = vitrine_run(session, "<walls>", code, strlen(code), &result) == VITRINE_OK &&
              vitrine_result_repr(result) != NULL && !strcmp(vitrine_result_repr(result), repr);
  vitrine_result_free(result);
  return same;
}

/* What is left of a session after all that. */
static bool survived(vitrine_session *session) {
  bool good = repr_is(session, "walls_before + 1", "42");
  say_line("lose the session", good ? "its variables are there" : "it is not as it was", good);
  return good;
}

/* A grant opens what it names, and nothing else. */
static bool one_grant(const cli_options *options) {
  static const attempt now = {"know the time", "import time; time.time()", VITRINE_DONE};
  static const attempt chance = {"have randomness", "import os; os.urandom(1)", VITRINE_DONE};
  cli_options bare = *options;
  cli_sandbox sandbox;
  bare.deterministic = true;
  if (cli_sandbox_open(&sandbox, &bare, 0) != 0) return false;
  title("Without a grant:");
  bool good = try_one(sandbox.session, &now, NULL);
  good = try_one(sandbox.session, &chance, NULL) && good;
  title("With the clock granted, and nothing else:");
  bool opened = vitrine_grant_clock(sandbox.session, 0) == VITRINE_OK &&
                repr_is(sandbox.session, "import time; time.time() > 1e9", "True");
  say_line("know the time", opened ? "it opened this one" : "it did not open", opened);
  good = try_one(sandbox.session, &chance, NULL) && opened && good;
  for (size_t i = 0; i < sizeof reach / sizeof reach[0]; ++i)
    good = try_one(sandbox.session, &reach[i], NULL) && good;
  cli_sandbox_close(&sandbox);
  return good;
}

static bool all(cli_sandbox *sandbox) {
  bool good = repr_is(sandbox->session, "walls_before = 41\nwalls_before", "41");
  title("What a guest may not reach:");
  for (size_t i = 0; i < sizeof reach / sizeof reach[0]; ++i)
    good = try_one(sandbox->session, &reach[i], NULL) && good;
  title("What a guest may not use up:");
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; ++i) {
    vitrine_limits only = narrow(sandbox->options, limits[i].what);
    good = try_one(sandbox->session, &limits[i], &only) && good;
  }
  good = output_is_cut(sandbox->session) && good;
  return survived(sandbox->session) && good;
}

int cli_walls(const cli_options *options) {
  cli_sandbox sandbox;
  if (setenv(SECRET, "a secret of the host", 1) != 0) return CLI_EXIT_HOST;
  cli_options quiet = *options;
  quiet.json = true; /* what the programs print is not of interest */
  int code = cli_sandbox_open(&sandbox, &quiet, 0);
  bool good = false;
  if (code == 0) {
    good = vitrine_grant_function(sandbox.session, "walls_knock", knock, NULL, NULL) == VITRINE_OK;
    good = all(&sandbox) && good;
  }
  cli_sandbox_close(&sandbox);
  if (code != 0) return code;
  if (!cli_grant_asked("clock")) good = one_grant(&quiet) && good;
  title(good ? "All walls held." : "A WALL DID NOT HOLD: see above.");
  return good ? 0 : 1;
}
