/* fuzz_sessions.c - whole sessions, with every door open that needs no network.
 *
 * The input is a list of things to do with a session: programs that are made from it,
 * a grammar's words at each step chosen by a byte, or taken from it as they are;
 * calls, values, snapshots. Whatever they do: nothing but what was granted is read
 * or changed, and the session lives. */
#define _DEFAULT_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "codec.h"
#include "text.h"
#include "vitrine_plugin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static void must(int truth) {
  if (!truth) abort();
}

/* --- what is around the session --- */

#define SECRET "owl-of-minerva"

static char folder[64] = "/tmp/vitrine-fuzz-XXXXXX";
static const vitrine_plugin *plugins[4];
static vitrine_value *grants[4];
static size_t plugin_count;

static void path_of(char path[160], const char *name) {
  (void)snprintf(path, 160, "%s/%s", folder, name);
}

static void write_file(const char *name, const char *text) {
  char path[160];
  path_of(path, name);
  FILE *file = fopen(path, "w");
  must(file != NULL && fputs(text, file) >= 0);
  must(fclose(file) == 0);
}

static int holds(const char *name, const char *text) {
  char path[160], found[64] = "";
  path_of(path, name);
  FILE *file = fopen(path, "r");
  must(file != NULL);
  size_t n = fread(found, 1, sizeof found - 1, file);
  must(fclose(file) == 0);
  found[n] = 0;
  return strcmp(found, text) == 0;
}

static vitrine_value *text(const char *s) { return vitrine_str(s, strlen(s)); }

static void add_option(vitrine_value *grant, const char *name, vitrine_value *value) {
  must(vitrine_dict_add(grant, text(name), value) == VITRINE_OK);
}

/* A plugin that is beside the program, if it was built. */
static int load(const char *beside, const char *name) {
  char path[600];
  const char *slash = strrchr(beside, '/');
  (void)snprintf(path, sizeof path, "%.*s/plugins/%s.so", slash ? (int)(slash - beside) : 1,
                 slash ? beside : ".", name);
  if (vitrine_plugin_load(path, &plugins[plugin_count]) != VITRINE_OK) return 0;
  grants[plugin_count++] = vitrine_list();
  return 1;
}

static void add_grant(vitrine_value *grant) {
  must(vitrine_value_add(grants[plugin_count - 1], grant) == VITRINE_OK);
}

static void clean(void) {
  static const char *const names[] = {"secret", "in/a.txt", "in/link", "out", "in"};
  char path[160];
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    path_of(path, names[i]);
    (void)remove(path);
  }
  (void)rmdir(folder);
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  char path[160], other[160];
  (void)argc;
  must(mkdtemp(folder) != NULL);
  must(atexit(clean) == 0 && setenv("FUZZ_SECRET", SECRET, 1) == 0);
  path_of(path, "in");
  must(mkdir(path, 0700) == 0);
  write_file("secret", SECRET);
  write_file("in/a.txt", "line\nline\n");
  path_of(path, "in/link");
  path_of(other, "secret");
  must(symlink(other, path) == 0);
  if (load((*argv)[0], "sqlite")) {
    vitrine_value *grant = vitrine_dict();
    add_option(grant, "file", text(":memory:"));
    add_option(grant, "write", text("log"));
    add_grant(grant);
  }
  if (load((*argv)[0], "files")) {
    vitrine_value *grant = vitrine_dict();
    path_of(path, "in");
    add_option(grant, "path", text(path));
    add_option(grant, "at", text("/in"));
    add_grant(grant);
  }
  return 0;
}

/* --- doors --- */

static vitrine_status echo(vitrine_call *call, void *user) {
  (void)user;
  const vitrine_value *v = vitrine_call_arg(call, 0);
  return vitrine_call_return(call, v != NULL ? vitrine_value_copy(v) : vitrine_none());
}

static vitrine_status fail(vitrine_call *call, void *user) {
  const char *type = "ValueError", *message = "no";
  (void)user;
  (void)vitrine_value_text(vitrine_call_keyword(call, "type"), &type, NULL);
  (void)vitrine_value_text(vitrine_call_keyword(call, "message"), &message, NULL);
  return vitrine_call_raise(call, type, message);
}

static const vitrine_door doors[] = {
    {.size = sizeof(vitrine_door), .name = "echo", .call = echo},
    {.size = sizeof(vitrine_door),
     .name = "host.fail",
     .signature = "(type: str = 'ValueError', message: str = '')",
     .doc = "Raise it.",
     .call = fail},
    {.size = sizeof(vitrine_door),
     .name = "host.typed",
     .signature =
         "(a: int, b: list[dict[str, float | None]] = (), /, *rest: bytes, c: set = 0, **d: Any)",
     .call = echo},
};

static vitrine_session *open_session(const vitrine_snapshot *from) {
  vitrine_session *session;
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  limits.steps = 300000;
  limits.memory = 8u << 20;
  limits.output = 4096;
  limits.value = 65536;
  limits.host_calls = 200;
  options.limits = &limits;
  options.flags = VITRINE_EXPLAINED;
  must((from ? vitrine_snapshot_fork(from, &options, &session)
             : vitrine_session_new(&options, &session)) == VITRINE_OK);
  for (size_t i = 0; i < sizeof doors / sizeof doors[0]; i++)
    must(vitrine_grant_door(session, &doors[i], NULL, NULL) == VITRINE_OK);
  for (size_t i = 0; i < plugin_count; i++)
    must(vitrine_plugin_grant(session, plugins[i], grants[i]) == VITRINE_OK);
  return session;
}

/* --- programs --- */

typedef struct {
  const uint8_t *at, *end;
} input;

static unsigned take(input *in) { return in->at < in->end ? *in->at++ : 0; }

typedef struct {
  char text[16384];
  size_t length;
} program;

static void put(program *p, const char *word) {
  size_t n = strlen(word);
  if (n >= sizeof p->text - p->length) return;
  memcpy(p->text + p->length, word, n + 1);
  p->length += n;
}

#define WORD(list, in) list[take(in) % (sizeof list / sizeof list[0])]

static const char *const atoms[] = {
    "x", "x", "y", "0", "-1", "1", "2**70", "-2**31", "1e308", "float('nan')", "True", "None", "''",
    "'a' * 3000", "b''", "b'\\xff' * 100", "bytearray(b'ab')", "()", "[]", "{}", "set()",
    "range(3)", "Odd()", "cycle", "deep", "lambda: 0", "object()", "'\\0'", "'\\u20ac'", "echo",
    "host",
    /* paths */
    "'/in/a.txt'", "'/in'", "'/in/link'", "'/in/../secret'", "'../secret'", "'/etc/passwd'",
    "'/tmp/x'", "'/in//./a.txt'", "'/in/a.txt/'", "'/in/new'", "'r'", "'wb'", "'a+'",
    /* statements */
    "'select * from log'", "'insert into log values (?)'", "'create table log(a)'",
    "'attach \"/tmp/x\" as x'", "'pragma user_version = 3'", "'select load_extension(1)'",
    "'with recursive r(i) as (select 1 union all select i+1 from r) select * from r'"};

static const char *const calls[] = {
    "echo(",          "host.typed(",    "host.fail(",  "host.fail(*",  "echo(*",
    "host.typed(**",  "db.query(",      "db.tables(",  "open(",        "os.listdir(",
    "os.stat(",       "os.remove(",     "os.rename(",  "os.mkdir(",    "list(open(",
    "pathlib.Path(",  "glob.glob(",     "str(",        "list(",        "dict(",
    "sorted(",        "len(",           "json.dumps(", "asyncio.run(", "getattr(x, ",
    "isinstance(x, ", "setattr(host, ", "exec(",       "__import__(",  "input(",
    "print(",         "sum(",           "'%s' % (",    "type("};

static const char *const opens[] = {"x = ",       "y = ",    "",        "for x in ",
                                    "with ",      "x += ",   "return ", "raise ",
                                    "x = yield ", "assert ", "del x, ", "import os, x, "};

static void literal(program *p, input *in) {
  char word[8];
  unsigned n = take(in) % 24;
  put(p, "'");
  while (n-- > 0) {
    (void)snprintf(word, sizeof word, "\\x%02x", take(in));
    put(p, word);
  }
  put(p, "'");
}

static void expression(program *p, input *in, int depth) {
  unsigned kind = take(in);
  if (depth > 5 || in->at == in->end || kind < 100) {
    put(p, WORD(atoms, in));
  } else if (kind < 190) {
    const char *call = WORD(calls, in);
    put(p, call);
    for (unsigned n = take(in) % 4, i = 0; i < n || i == 0; i++) {
      if (i != 0) put(p, ", ");
      expression(p, in, depth + 1);
    }
    for (; *call != 0; call++)
      if (*call == '(') put(p, ")");
  } else if (kind < 215) {
    literal(p, in);
  } else {
    static const char *const around[][3] = {
        {"[", ", ", "]"},   {"{", ": ", "}"},  {"(", " + ", ")"},
        {"(", ")[", "]"},   {"(", " % ", ")"}, {"(", " == ", ")"},
        {"(", ").b(", ")"}, {"{", ", ", "}"},  {"(", " in ", ")"}};
    const char *const *w = WORD(around, in);
    put(p, w[0]);
    expression(p, in, depth + 1);
    put(p, w[1]);
    expression(p, in, depth + 1);
    put(p, w[2]);
  }
}

static void statements(program *p, input *in) {
  put(p, "import os, json, glob, pathlib, asyncio\n"
         "class Odd:\n"
         "  def __iter__(self): return iter([self])\n"
         "  def __getattr__(self, name): return self\n"
         "  def __index__(self): return 2**70\n"
         "x = y = 1; cycle = []; cycle.append(cycle); deep = []\n"
         "for _ in range(90): deep = [deep]\n");
  for (unsigned n = 1 + take(in) % 12; n > 0; n--) {
    const char *open = WORD(opens, in);
    unsigned handler = take(in) % 8;
    put(p, handler != 0 ? "try:\n  " : "if x:\n  ");
    put(p, open);
    expression(p, in, 0);
    put(p, strncmp(open, "for", 3) == 0 || strncmp(open, "with", 4) == 0 ? ": pass" : "");
    put(p, handler != 0 ? "\nexcept BaseException as e: x = e\n" : "\n");
  }
  put(p, "x");
}

/* --- what is done with a session --- */

static void look(vitrine_result *result) {
  size_t length;
  char *json = vitrine_result_json(result, &length),
       *told = vitrine_result_explain(result, 500, NULL);
  must(json != NULL && told != NULL && strlen(told) <= 500);
  must(vt_utf8_prefix(json, length) == length &&
       vt_utf8_prefix(told, strlen(told)) == strlen(told));
  must(strstr(json, SECRET) == NULL);
  free(json);
  free(told);
  vitrine_result_free(result);
}

static void run(vitrine_session *session, const char *source, size_t length) {
  vitrine_result *result = NULL;
  if (vitrine_run(session, "<fuzz>", source, length, &result) == VITRINE_OK) look(result);
}

static vitrine_value *value_of(input *in) {
  size_t n = take(in), left = (size_t)(in->end - in->at);
  vt_reader r = vt_reader_of(in->at, n < left ? n : left);
  vitrine_value *value = NULL;
  in->at += n < left ? n : left;
  return vt_read_message(&r, &value) == VITRINE_OK ? value : NULL;
}

static void invoke(vitrine_session *session, input *in) {
  vitrine_result *result = NULL;
  vitrine_value *args = vitrine_list(), *both = vitrine_tuple();
  (void)vitrine_value_add(args, value_of(in));
  if (take(in) % 2 == 0) {
    vitrine_value_free(both);
  } else {
    (void)vitrine_value_add(both, args);
    (void)vitrine_value_add(both, value_of(in));
    args = both;
  }
  if (vitrine_invoke(session, take(in) % 2 ? "f" : "x", args, &result) == VITRINE_OK) look(result);
}

static vitrine_session *fork_of(vitrine_session *session) {
  vitrine_snapshot *snapshot;
  must(vitrine_snapshot_take(session, &snapshot) == VITRINE_OK);
  vitrine_session *other = open_session(snapshot);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
  return other;
}

static vitrine_session *act(vitrine_session *session, input *in) {
  static program p;
  vitrine_result *result = NULL;
  switch (take(in) % 8) {
  case 0: /* as it is, to the next line of nothing */ {
    const uint8_t *end = memchr(in->at, 0, (size_t)(in->end - in->at));
    if (end == NULL) end = in->end;
    run(session, (const char *)in->at, (size_t)(end - in->at));
    in->at = end + (end < in->end);
    break;
  }
  case 1: (void)vitrine_set(session, "x", value_of(in)); break;
  case 2: invoke(session, in); break;
  case 3:
    if (vitrine_get(session, "x", &result) == VITRINE_OK) look(result);
    break;
  case 4: return fork_of(session);
  case 5: must(vitrine_session_reset(session) == VITRINE_OK); break;
  default:
    p.length = 0;
    statements(&p, in);
    run(session, p.text, p.length);
  }
  return session;
}

/* libFuzzer learns what is compared, and would put the secret there itself. */
static int tells_the_secret(const uint8_t *data, size_t size) {
  size_t n = sizeof SECRET - 1;
  for (; size >= n; data++, size--)
    if (memcmp(data, SECRET, n) == 0) return 1;
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  input in = {data, data + size};
  if (tells_the_secret(data, size)) return 0;
  vitrine_session *session = open_session(NULL);
  run(session, "def f(x): return echo(x)", 24);
  for (int i = 0; i < 8 && in.at < in.end; i++) session = act(session, &in);
  vitrine_result *result;
  must(vitrine_run(session, NULL, "6 * 7", 5, &result) == VITRINE_OK);
  must(vitrine_result_ok(result) && strcmp(vitrine_result_repr(result), "42") == 0);
  vitrine_result_free(result);
  free(vitrine_describe(session, 0, NULL));
  vitrine_session_free(session);
  must(holds("secret", SECRET) && holds("in/a.txt", "line\nline\n"));
  return 0;
}

#include "standalone.h"
