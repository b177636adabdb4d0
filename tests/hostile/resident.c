/* resident.c - all hostile programs, one after another, in one session.
 *
 * The session has to survive each: what was set before is still there after,
 * whatever limit stopped the program. Once plainly, with the program's own
 * globals removed in between, once with VITRINE_TRANSACTIONAL, where nothing of
 * a program that ended badly may be left. A program that ruins its session by
 * design says `# resident: no`. Speaks TAP. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vitrine.h"

#define FOLDER "tests/hostile"
#define MAX_PROGRAMS 1000
#define DEADLINE_NS 300000000u

static const char *const kept =
    "kept = {'number': 10**30, 'text': 'k\\xe9pt', 'list': [1, [2.5, None]]}\n"
    "def check():\n"
    "    return kept == {'number': 10**30, 'text': 'k\\xe9pt', 'list': [1, [2.5, None]]}\n";
static const char *const clean = "for name in list(globals()):\n"
                                 "    if name not in ('kept', 'check', '__name__'):\n"
                                 "        del globals()[name]\n";

static int number, failed;

static void report(int good, const char *mode, const char *name, const char *says) {
  printf("%s %d - %s: %s%s%s\n", good ? "ok" : "not ok", ++number, mode, name,
         says[0] != '\0' ? " # " : "", says);
  fflush(stdout);
  failed += !good;
}

/* The file's text, to be freed, or NULL. */
static char *text_of(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  char *text = NULL;
  if (fseek(file, 0, SEEK_END) == 0) {
    long size = ftell(file);
    rewind(file);
    text = size < 0 ? NULL : malloc((size_t)size + 1);
    if (text != NULL) text[fread(text, 1, (size_t)size, file)] = '\0';
  }
  fclose(file);
  return text;
}

/* Runs source, which has to end in DONE; the last value has to be true. */
static int still(vitrine_session *session, const char *source, const char **says) {
  vitrine_result *result = NULL;
  vitrine_status status = vitrine_run(session, "check", source, strlen(source), &result);
  int truth = 1;
  if (status != VITRINE_OK) {
    *says = vitrine_last_error();
    return 0;
  }
  vitrine_outcome outcome = vitrine_result_outcome(result);
  *says = vitrine_outcome_name(outcome);
  vitrine_value_bool(vitrine_result_value(result), &truth);
  vitrine_result_free(result);
  return outcome == VITRINE_DONE && truth;
}

static int ready(vitrine_session *session) {
  const char *says;
  return vitrine_session_reset(session) == VITRINE_OK && still(session, kept, &says);
}

static void attack(vitrine_session *session, const char *mode, const char *name, const char *source,
                   int transactional) {
  vitrine_limits limits = vitrine_limits_default();
  vitrine_result *result = NULL;
  char says[200];
  const char *why = "";
  limits.time_ns = DEADLINE_NS;
  if (vitrine_run_limited(session, &limits, name, source, strlen(source), &result) != VITRINE_OK) {
    report(0, mode, name, vitrine_last_error());
    return;
  }
  vitrine_outcome outcome = vitrine_result_outcome(result);
  int back = vitrine_result_rolled_back(result);
  vitrine_result_free(result);
  int good = still(session, "check()", &why);
  /* Whatever it left in memory is no fault of the session's, but in the way. */
  if (good && !(transactional && back) && !still(session, clean, &why) && !ready(session)) good = 0;
  snprintf(says, sizeof says, "%s%s%s%s", vitrine_outcome_name(outcome),
           back ? ", rolled back" : "", good ? "" : "; then ", good ? "" : why);
  report(good, mode, name, says);
  if (!good && !ready(session)) {
    printf("Bail out! the session cannot be reset: %s\n", vitrine_last_error());
    exit(1);
  }
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static size_t find(const char *folder, char **names) {
  size_t count = 0;
  DIR *dir = opendir(folder);
  if (dir == NULL) return 0;
  for (struct dirent *entry; count < MAX_PROGRAMS && (entry = readdir(dir)) != NULL;) {
    const char *end = strrchr(entry->d_name, '.');
    if (end != NULL && strcmp(end, ".py") == 0) {
      size_t length = strlen(entry->d_name) + 1;
      char *copy = malloc(length);
      if (copy != NULL) names[count++] = memcpy(copy, entry->d_name, length);
    }
  }
  closedir(dir);
  qsort(names, count, sizeof *names, by_name);
  return count;
}

static void all(const char *folder, char **names, size_t count, int transactional) {
  const char *mode = transactional ? "transactional" : "plain";
  vitrine_options options = vitrine_options_default();
  vitrine_session *session = NULL;
  if (transactional) options.flags = VITRINE_TRANSACTIONAL;
  if (vitrine_session_new(&options, &session) != VITRINE_OK || !ready(session)) {
    report(0, mode, "a session", vitrine_last_error());
    vitrine_session_free(session);
    return;
  }
  for (size_t i = 0; i < count; ++i) {
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    char *source = text_of(path);
    if (source == NULL) {
      report(0, mode, names[i], "cannot be read");
    } else if (strstr(source, "# resident: no") == NULL || transactional) {
      attack(session, mode, names[i], source, transactional);
    }
    free(source);
  }
  vitrine_session_free(session);
}

int main(int argc, char **argv) {
  static char *names[MAX_PROGRAMS];
  const char *folder = argc > 1 ? argv[1] : FOLDER;
  size_t count = find(folder, names);
  if (count == 0) report(0, "plain", folder, "no programs there");
  all(folder, names, count, 0);
  all(folder, names, count, 1);
  printf("1..%d\n", number);
  for (size_t i = 0; i < count; ++i) free(names[i]);
  return failed != 0;
}
