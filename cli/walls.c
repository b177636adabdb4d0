/* walls.c - tries the walls, from the inside, in front of the user.
 *
 * Every attempt is a program as a stranger would write it, run in one session with
 * the user's own limits and grants, which has to be as it was after all of them. A
 * wall held if its program was refused: one that gets what it wants, or that fails
 * for another reason, did not show a wall. */
#define _DEFAULT_SOURCE
#include "walls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exitcodes.h"
#include "grants.h"
#include "sandbox.h"
#include "streams.h"

#define SECRET "VITRINE_WALLS_SECRET"

typedef struct {
  const char *what, *code;
  vitrine_outcome outcome; /* how it has to end; RAISED: with one of `types` */
  const char *types;       /* "A B"                                         */
} attempt;

/* No such name, no right to it, nothing there. */
#define REFUSED \
  VITRINE_RAISED, "PermissionError ModuleNotFoundError ImportError FileNotFoundError KeyError"

static const attempt reach[] = {
    {"read a file", "open('/etc/passwd').read()", REFUSED},
    {"write a file", "open('/tmp/vitrine-was-here', 'w').write('x')", REFUSED},
    {"list a folder", "import os; os.listdir('/proc')", REFUSED},
    {"reach the network", "import socket; socket.create_connection(('127.0.0.1', 80))", REFUSED},
    {"fetch a page", "from urllib.request import urlopen; urlopen('http://127.0.0.1:9/')", REFUSED},
    {"read the environment", "import os; os.environ['" SECRET "']", REFUSED},
    {"start a process", "import subprocess; subprocess.run(['true'], check=True)", REFUSED},
    {"start a shell", "import os; assert os.system('true') == 0", VITRINE_RAISED,
     "PermissionError AttributeError"},
    {"call machine code", "import ctypes; ctypes.CDLL(None)", REFUSED},
};

/* Behind a door that is open: what lies beside what was granted. */
static const struct {
  const char *plugin;
  attempt attempt;
} beside[] = {
    {"web",
     {"fetch from elsewhere", "import requests; requests.get('http://169.254.169.254/')", REFUSED}},
    {"web",
     {"fetch from this machine", "import requests; requests.get('http://localhost:9/')", REFUSED}},
    {"web",
     {"read a file by URL", "import requests; requests.get('file:///etc/passwd')", VITRINE_RAISED,
      "PermissionError MissingSchema InvalidSchema"}},
    {"files",
     {"climb out of a folder", "import os\nopen('/%s/../../../../etc/passwd' % os.listdir('/')[0])",
      REFUSED}},
    {"files", {"see the processes", "import os; os.listdir('/proc/self')", REFUSED}},
    {"sqlite", {"open another database", "db.query(\"attach '/tmp/x.db' as x\")", REFUSED}},
    {"sqlite",
     {"drop what is there", "db.query('drop table ' + (db.tables() or ['x'])[0])", REFUSED}},
    {"sqlite", {"load machine code", "db.query(\"select load_extension('x')\")", REFUSED}},
};

static const attempt limits[] = {
    {"steps", "while True: pass", VITRINE_OUT_OF_STEPS, ""},
    {"cpu", "while True: sum(range(1000))", VITRINE_OUT_OF_CPU, ""},
    {"time", "import time\nwhile True: time.sleep(10)", VITRINE_OUT_OF_TIME, ""},
    {"host-calls", "while True: walls_knock()", VITRINE_OUT_OF_CALLS, ""},
    {"depth", "def f(): f()\nf()", VITRINE_RAISED, "RecursionError"},
    {"value", "walls_knock(bytes(1100000))", VITRINE_RAISED, "ValueError"},
    {"memory", "def fill():\n  b = []\n  while True: b.append(bytes(100000))\nfill()",
     VITRINE_OUT_OF_MEMORY, ""},
};

/* No attempt lasts longer than a demonstration may. */
static const vitrine_limits brief = {.size = sizeof brief,
                                     .memory = VITRINE_UNLIMITED,
                                     .steps = 10000000,
                                     .cpu_ns = 200000000,
                                     .time_ns = 200000000,
                                     .output = 10000,
                                     .host_calls = 10000,
                                     .value = 1 << 20,
                                     .source = 1 << 20,
                                     .depth = VITRINE_UNLIMITED};

static vitrine_status knock(vitrine_call *call, void *user) {
  (void)call;
  (void)user;
  return VITRINE_OK;
}

static void say_line(const char *left, const char *right, bool good) {
  char text[400];
  (void)snprintf(text, sizeof text, "  %-23s %s %.300s\n", left,
                 good ? "held:" : "NOT HELD:", right);
  cli_write(1, text, strlen(text));
}

static void title(const char *text) {
  cli_write(1, text, strlen(text));
  cli_write(1, "\n", 1);
}

static bool is_one_of(const char *types, const char *type) {
  size_t length = strlen(type);
  for (; *types; types += strcspn(types, " "), types += *types == ' ')
    if (strcspn(types, " ") == length && memcmp(types, type, length) == 0) return true;
  return false;
}

/* Whether the wall held; says how. `note` says more. */
static bool try_one(vitrine_session *session, const attempt *a, const vitrine_limits *only,
                    const char *note) {
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  if (vitrine_run_limited(session, only, "<walls>", a->code, strlen(a->code), &result) !=
      VITRINE_OK) {
    say_line(a->what, vitrine_last_error(), false);
    return false;
  }
  vitrine_outcome outcome = vitrine_result_outcome(result);
  char why[300];
  bool raised = vitrine_result_error(result, &error) && outcome == VITRINE_RAISED;
  bool good = outcome == a->outcome && (!raised || is_one_of(a->types, error.type));
  if (raised) (void)snprintf(why, sizeof why, "%s: %.200s%s", error.type, error.message, note);
  else (void)snprintf(why, sizeof why, "%s%s", vitrine_outcome_name(outcome), note);
  say_line(a->what, why, good);
  vitrine_result_free(result);
  return good;
}

static bool try_all(vitrine_session *session, const attempt *list, size_t count) {
  bool good = true;
  for (size_t i = 0; i < count; ++i) good = try_one(session, &list[i], NULL, "") && good;
  return good;
}

/* --- limits --- */

/* A limit to try in place of the one in force, and a note if it is nearer. False: there
 * is none, which is said. */
static bool nearer(const cli_sandbox *sandbox, const char *name, uint64_t *limit, char note[100]) {
  const cli_limit *l = cli_limit_find(name, strlen(name));
  char tried[CLI_UNIT_TEXT], yours[CLI_UNIT_TEXT];
  uint64_t most = cli_limit_of(l, &brief);
  *limit = cli_limit_of(l, &sandbox->limits);
  note[0] = 0;
  if (*limit == VITRINE_UNLIMITED) {
    say_line(name, "unlimited", false);
    return false;
  }
  if (*limit <= most) return true;
  cli_unit_exact(l->unit, most, tried);
  cli_unit_exact(l->unit, *limit, yours);
  (void)snprintf(note, 100, " (tried with %s; yours is %s)", tried, yours);
  *limit = most;
  return true;
}

static bool try_limit(const cli_sandbox *sandbox, const attempt *a) {
  char note[100];
  uint64_t limit;
  vitrine_limits only = vitrine_limits_default();
  if (!nearer(sandbox, a->what, &limit, note)) return false;
  memcpy((char *)&only + cli_limit_find(a->what, strlen(a->what))->offset, &limit, sizeof limit);
  return try_one(sandbox->session, a, &only, note);
}

/* Output over its limit is dropped and counted, and the run goes on. */
static bool output_is_cut(const cli_sandbox *sandbox) {
  static const char code[] = "for i in range(100): print('x' * 1000)";
  char note[100];
  vitrine_result *result = NULL;
  vitrine_limits only = vitrine_limits_default();
  if (!nearer(sandbox, "output", &only.output, note)) return false;
  bool good = vitrine_run_limited(sandbox->session, &only, "<walls>", code, sizeof code - 1,
                                  &result) == VITRINE_OK &&
              vitrine_result_truncated(result, 1) >= 80000;
  say_line("output", good ? "cut, and what was dropped is counted" : "it was not cut", good);
  vitrine_result_free(result);
  return good;
}

static bool source_is_refused(const cli_sandbox *sandbox) {
  char note[100];
  vitrine_result *result = NULL;
  vitrine_limits only = vitrine_limits_default();
  if (!nearer(sandbox, "source", &only.source, note)) return false;
  size_t length = (size_t)only.source + 1;
  char *code = malloc(length);
  bool good =
      code && vitrine_run_limited(sandbox->session, &only, "<walls>", memset(code, '#', length),
                                  length, &result) == VITRINE_ERR_TOOBIG;
  say_line("source", good ? "refused before it ran" : "it was taken", good);
  vitrine_result_free(result);
  free(code);
  return good;
}

/* --- what a session is, and what one grant opens --- */

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

static bool besides(vitrine_session *session) {
  bool good = true, any = false;
  for (size_t i = 0; i < sizeof beside / sizeof beside[0]; ++i) {
    if (!cli_grant_asked(beside[i].plugin)) continue;
    if (!any) title("What lies beside what you granted:");
    any = true;
    good = try_one(session, &beside[i].attempt, NULL, "") && good;
  }
  return good;
}

static bool opens(vitrine_session *session, const char *what, const char *code, const char *repr) {
  bool opened = repr_is(session, code, repr);
  say_line(what, opened ? "it opened this one" : "it did not open", opened);
  return opened;
}

static const attempt now = {"know the time", "import time; time.time()", REFUSED};
static const attempt chance = {"have randomness", "import os; os.urandom(1)", REFUSED};

static vitrine_session *bare_session(const cli_options *options) {
  vitrine_session *session = NULL;
  vitrine_options bare = vitrine_options_default();
  bare.limits = &options->limits;
  (void)vitrine_session_new(&bare, &session);
  return session;
}

/* In a session without any, a grant opens what it names, and nothing else. */
static bool one_clock(const cli_options *options) {
  vitrine_session *session = bare_session(options);
  title("Without a grant:");
  bool good = try_one(session, &now, NULL, "");
  good = try_one(session, &chance, NULL, "") && good;
  title("With the clock granted, and nothing else:");
  good = vitrine_grant_clock(session, 0) == VITRINE_OK && good;
  good = opens(session, "know the time", "import time; time.time() > 1e9", "True") && good;
  good = try_one(session, &chance, NULL, "") && good;
  good = try_all(session, reach, sizeof reach / sizeof reach[0]) && good;
  vitrine_session_free(session);
  return good;
}

/* --- a folder, made for it --- */

typedef struct {
  char folder[40], inside[60], file[80], link[80], secret[60];
} place;

static bool write_file(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  bool good = file && fputs(text, file) >= 0;
  return file && fclose(file) == 0 && good;
}

static bool make(place *p) {
  *p = (place){.folder = "/tmp/vitrine-walls-XXXXXX"};
  if (!mkdtemp(p->folder)) return false;
  (void)snprintf(p->inside, sizeof p->inside, "%s/granted", p->folder);
  (void)snprintf(p->file, sizeof p->file, "%s/a.txt", p->inside);
  (void)snprintf(p->link, sizeof p->link, "%s/link", p->inside);
  (void)snprintf(p->secret, sizeof p->secret, "%s/secret", p->folder);
  return mkdir(p->inside, 0700) == 0 && write_file(p->file, "granted") &&
         write_file(p->secret, "secret") && symlink(p->secret, p->link) == 0;
}

static void take_down(const place *p) {
  (void)unlink(p->link);
  (void)unlink(p->file);
  (void)unlink(p->secret);
  (void)rmdir(p->inside);
  (void)rmdir(p->folder);
}

static bool grant_folder(vitrine_session *session, const place *p) {
  vitrine_value *grants = vitrine_list(), *grant = vitrine_dict();
  (void)vitrine_dict_add(grant, vitrine_str("path", 4), vitrine_str(p->inside, strlen(p->inside)));
  (void)vitrine_dict_add(grant, vitrine_str("at", 2), vitrine_str("/walls", 6));
  (void)vitrine_value_add(grants, grant);
  bool good = vitrine_plugin_grant(session, &vitrine_files_plugin, grants) == VITRINE_OK;
  vitrine_value_free(grants);
  return good;
}

static bool one_folder(const cli_options *options) {
  static const attempt shut[] = {
      {"write into it", "open('/walls/a.txt', 'w').write('x')", REFUSED},
      {"read what is above it", "open('/walls/../secret').read()", REFUSED},
      {"follow a link out of it", "open('/walls/link').read()", VITRINE_RAISED,
       "OSError PermissionError"}};
  place p;
  vitrine_session *session = bare_session(options);
  title("With one folder granted for reading, and nothing else:");
  bool good = make(&p) && grant_folder(session, &p);
  if (!good) say_line("grant a folder", vitrine_last_error(), false);
  good = opens(session, "read a file in it", "open('/walls/a.txt').read()", "'granted'") && good;
  good = try_all(session, shut, sizeof shut / sizeof shut[0]) && good;
  good = try_one(session, &now, NULL, "") && good;
  good = try_all(session, reach, sizeof reach / sizeof reach[0]) && good;
  vitrine_session_free(session);
  take_down(&p);
  return good;
}

/* --- all of them --- */

static bool all(const cli_sandbox *sandbox) {
  bool good = repr_is(sandbox->session, "walls_before = 41\nwalls_before", "41");
  title("What a guest may not reach:");
  good = try_all(sandbox->session, reach, sizeof reach / sizeof reach[0]) && good;
  good = besides(sandbox->session) && good;
  title("What a guest may not use up:");
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; ++i)
    good = try_limit(sandbox, &limits[i]) && good;
  good = output_is_cut(sandbox) && good;
  good = source_is_refused(sandbox) && good;
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
  good = one_clock(&quiet) && good;
  good = one_folder(&quiet) && good;
  title(good ? "All walls held." : "A WALL DID NOT HOLD: see above.");
  return good ? 0 : 1;
}
