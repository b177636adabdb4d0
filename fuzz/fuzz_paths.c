/* fuzz_paths.c - paths of the guest's, as the files plugin resolves them.
 *
 * The input is a verb, a place and one or two paths, said to a folder that may be
 * written, in which links lead out of it. Whatever they are, with openat2 and
 * without: what lies outside is neither read, nor changed, nor named. */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text.h"
#include "vitrine_plugin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);
extern const vitrine_plugin vitrine_files_plugin;

#define SECRET "owl-of-minerva"

static char folder[64] = "/tmp/vitrine-paths-XXXXXX";
static vitrine_session *session;

static void must(int truth) {
  if (!truth) abort();
}

/* --- what is around the guest --- */

static const char *path_of(const char *name) {
  static char path[160];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static void write_file(const char *name, const char *text) {
  FILE *file = fopen(path_of(name), "w");
  must(file != NULL && fputs(text, file) >= 0);
  must(fclose(file) == 0);
}

static int drop(const char *path, const struct stat *st, int kind, struct FTW *at) {
  (void)st;
  (void)kind;
  return at->level == 0 ? 0 : remove(path);
}

/* What the last input left there goes, and all is as it was. */
static void lay_out(void) {
  must(nftw(path_of("in"), drop, 8, FTW_DEPTH | FTW_PHYS) == 0);
  write_file("in/a.txt", "line\n");
  must(mkdir(path_of("in/sub"), 0700) == 0);
  write_file("in/sub/b.txt", "line\n");
  must(symlink("../secret", path_of("in/link")) == 0);
  must(symlink("..", path_of("in/up")) == 0);
  must(symlink("/", path_of("in/sub/root")) == 0);
}

static void is_untouched(void) {
  char found[64] = "";
  struct stat st;
  FILE *file = fopen(path_of("secret"), "r");
  must(file != NULL && fread(found, 1, sizeof found - 1, file) == strlen(SECRET));
  must(fclose(file) == 0);
  must(strcmp(found, SECRET) == 0);
  must(stat(path_of("secret"), &st) == 0 && st.st_nlink == 1);
  DIR *dir = opendir(folder);
  size_t count = 0;
  must(dir != NULL);
  while (readdir(dir) != NULL) count++;
  must(closedir(dir) == 0);
  must(count == 4); /* itself, its parent, in, secret */
}

static void clean(void) {
  vitrine_session_free(session);
  (void)nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
  (void)rmdir(folder);
}

/* --- the guest --- */

static const char *const guest =
    "import _files\n"
    "def act(verb, a, b):\n"
    "  more = {'list': ('',), 'open': ('r+',), 'read': (0, 99), 'write': (0, b'new'),\n"
    "          'truncate': (2,), 'touch': (1,), 'remove': (len(b) % 2 == 1,), 'rename': (b,)}\n"
    "  try: return repr(getattr(_files, verb)(a, *more.get(verb, ())))\n"
    "  except Exception as e: return repr(e) + str(vars(e) if hasattr(e, '__dict__') else '')\n";

static vitrine_value *text(const char *s) { return vitrine_str(s, strlen(s)); }

static void add_option(vitrine_value *grant, const char *name, vitrine_value *value) {
  must(vitrine_dict_add(grant, text(name), value) == VITRINE_OK);
}

static void add_place(vitrine_value *grants, const char *at, int walk) {
  vitrine_value *grant = vitrine_dict();
  add_option(grant, "path", text(path_of("in")));
  add_option(grant, "at", text(at));
  add_option(grant, "write", vitrine_bool(1));
  add_option(grant, "walk", vitrine_bool(walk));
  add_option(grant, "quota", vitrine_int(INT64_MAX));
  add_option(grant, "count", vitrine_int(INT64_MAX));
  must(vitrine_value_add(grants, grant) == VITRINE_OK);
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
  must(mkdtemp(folder) != NULL && atexit(clean) == 0);
  write_file("secret", SECRET);
  must(mkdir(path_of("in"), 0700) == 0);
  vitrine_value *grants = vitrine_list();
  add_place(grants, "/in", 0);
  add_place(grants, "/walk", 1);
  must(vitrine_session_new(NULL, &session) == VITRINE_OK);
  must(vitrine_plugin_grant(session, &vitrine_files_plugin, grants) == VITRINE_OK);
  vitrine_value_free(grants);
  vitrine_result *result = NULL;
  must(vitrine_run(session, NULL, guest, strlen(guest), &result) == VITRINE_OK);
  must(vitrine_result_ok(result));
  vitrine_result_free(result);
  return 0;
}

static void act(const char *verb, vitrine_value *a, vitrine_value *b) {
  vitrine_value *args = vitrine_list();
  vitrine_result *result = NULL;
  (void)vitrine_value_add(args, text(verb));
  (void)vitrine_value_add(args, a);
  (void)vitrine_value_add(args, b);
  must(vitrine_invoke(session, "act", args, &result) == VITRINE_OK);
  must(vitrine_result_ok(result));
  const char *said = vitrine_result_repr(result);
  must(said != NULL && strstr(said, SECRET) == NULL && strstr(said, folder) == NULL);
  vitrine_result_free(result);
}

/* A place, and what the input has of a path; the rest of the input is left. */
static vitrine_value *read_path(const char *place, const uint8_t **at, const uint8_t *end) {
  char path[512];
  size_t length = strlen(place), n = 0;
  memcpy(path, place, length);
  while (*at + n != end && (*at)[n] != '\n' && length + n < sizeof path) n++;
  memcpy(path + length, *at, n);
  *at += n + (*at + n != end);
  length = vt_utf8_prefix(path, length + n);
  return vitrine_str(path, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const verbs[] = {"stat",     "list",  "open",  "read",   "write",
                                      "truncate", "touch", "mkdir", "remove", "rename"};
  static const char *const places[] = {"/in/", "/walk/", "/", ""};
  const uint8_t *at = data, *end = data + size;
  lay_out();
  while (end - at >= 2) {
    const char *verb = verbs[at[0] % (sizeof verbs / sizeof verbs[0])];
    const char *first = places[at[1] % 4], *second = places[at[1] / 4 % 4];
    at += 2;
    vitrine_value *a = read_path(first, &at, end);
    act(verb, a, read_path(second, &at, end));
  }
  is_untouched();
  return 0;
}
