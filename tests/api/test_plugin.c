/* test_plugin.c - plugins that are linked in: options, doors, what is freed when. */
#include "check.h"
#include "vitrine_plugin.h"

static int opened, closed;
static vitrine_status open_status;

static vitrine_status say(vitrine_call *call, void *state) {
  vitrine_value *list = vitrine_list();
  vitrine_value_add(list, vitrine_int(*(int *)state));
  vitrine_value_add(list, vitrine_value_copy(vitrine_call_arg(call, 0)));
  return vitrine_call_return(call, list);
}

static vitrine_status open_it(vitrine_session *session, const vitrine_value *grants, void **state) {
  CHECK(session != NULL);
  CHECK_EQUAL(vitrine_value_type(grants), VITRINE_TYPE_LIST);
  if (open_status != VITRINE_OK) return vitrine_plugin_fail(open_status, "it does not want to");
  opened++;
  *state = &opened;
  return VITRINE_OK;
}

static void close_it(void *state) {
  CHECK(state == &opened);
  closed++;
}

static const vitrine_option options[] = {{"to", VITRINE_OPTION_TEXT, 1, "whom to tell"},
                                         {"loud", VITRINE_OPTION_FLAG, 0, "in capitals"},
                                         {"times", VITRINE_OPTION_COUNT, 0, "how often"},
                                         {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_door doors[] = {{.size = sizeof doors[0],
                                      .name = "tell.say",
                                      .signature = "(what: str)",
                                      .doc = "Say it.",
                                      .call = say},
                                     {.size = sizeof doors[0],
                                      .name = "tell.again",
                                      .signature = "(what: str)",
                                      .doc = NULL,
                                      .call = say},
                                     {.size = sizeof doors[0]}};
static const vitrine_plugin tell = {.size = sizeof tell,
                                    .abi = VITRINE_PLUGIN_ABI,
                                    .name = "tell",
                                    .doc = "Tells somebody something.",
                                    .options = options,
                                    .doors = doors,
                                    .open = open_it,
                                    .close = close_it};

static vitrine_session *new_session(void) {
  vitrine_session *session = NULL;
  opened = closed = 0;
  open_status = VITRINE_OK;
  CHECK_EQUAL(vitrine_session_new(NULL, &session), VITRINE_OK);
  return session;
}

static vitrine_value *text(const char *s) { return vitrine_str(s, strlen(s)); }

/* [{key: value}] */
static vitrine_value *grants(const char *key, vitrine_value *value) {
  vitrine_value *dict = vitrine_dict(), *list = vitrine_list();
  vitrine_dict_add(dict, text(key), value);
  vitrine_value_add(list, dict);
  return list;
}

static void its_doors_open(void) {
  vitrine_session *session = new_session();
  vitrine_result *result = NULL;
  vitrine_value *list = grants("to", text("you"));
  CHECK_EQUAL(vitrine_plugin_grant(session, &tell, list), VITRINE_OK);
  CHECK_EQUAL(vitrine_run(session, NULL, "tell.say('a') + tell.again('b')", 31, &result),
              VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "[1, 'a', 1, 'b']");
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_plugin_grant(session, &tell, list), VITRINE_ERR_GRANT);
  CHECK_EQUAL(opened, 2);
  CHECK_EQUAL(closed, 1);
  vitrine_session_free(session);
  CHECK_EQUAL(closed, 2);
  vitrine_value_free(list);
}

static void refused(vitrine_value *list, const char *why) {
  vitrine_session *session = new_session();
  CHECK_EQUAL(vitrine_plugin_grant(session, &tell, list), VITRINE_ERR_MISUSE);
  CHECK_CONTAINS(vitrine_last_error(), why);
  CHECK_EQUAL(opened, 0);
  vitrine_value_free(list);
  vitrine_session_free(session);
}

static void options_are_checked(void) {
  refused(vitrine_list(), "at least one");
  refused(vitrine_dict(), "list");
  refused(grants("too", text("x")), "tell has no option too: it takes to, loud, times");
  refused(grants("loud", vitrine_bool(1)), "tell needs the option to: whom to tell");
  refused(grants("to", vitrine_int(1)), "to takes text");
  refused(grants("to", vitrine_str("a\0b", 3)), "to takes text");
  refused(grants("times", vitrine_int(-1)), "times takes a whole number");
  refused(grants("loud", text("yes")), "loud takes true or false");
}

static void what_open_says_is_told(void) {
  vitrine_session *session = new_session();
  vitrine_value *list = grants("to", text("you"));
  open_status = VITRINE_ERR_SYSTEM;
  CHECK_EQUAL(vitrine_plugin_grant(session, &tell, list), VITRINE_ERR_SYSTEM);
  CHECK_TEXT(vitrine_last_error(), "it does not want to");
  CHECK_EQUAL(closed, 0);
  vitrine_session_free(session);
  vitrine_value_free(list);
}

static vitrine_status mine(vitrine_call *call, void *user) {
  (void)user;
  return vitrine_call_return(call, vitrine_int(1));
}

static void all_doors_or_none(void) {
  vitrine_session *session = new_session();
  vitrine_result *result = NULL;
  vitrine_value *list = grants("to", text("you"));
  CHECK_EQUAL(vitrine_grant_function(session, "tell.again", mine, NULL, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_plugin_grant(session, &tell, list), VITRINE_ERR_GRANT);
  CHECK_CONTAINS(vitrine_last_error(), "tell.again");
  CHECK_EQUAL(opened, 1);
  CHECK_EQUAL(closed, 1);
  CHECK_EQUAL(vitrine_run(session, NULL, "tell.again()", 12, &result), VITRINE_OK);
  CHECK_TEXT(vitrine_result_repr(result), "1");
  vitrine_result_free(result);
  CHECK_EQUAL(vitrine_run(session, NULL, "tell.say('a')", 13, &result), VITRINE_OK);
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_RAISED);
  vitrine_result_free(result);
  vitrine_session_free(session);
  vitrine_value_free(list);
}

static void versions_are_checked(void) {
  vitrine_session *session = new_session();
  vitrine_plugin other = tell;
  vitrine_value *list = grants("to", text("you"));
  other.abi = VITRINE_PLUGIN_ABI + 1;
  CHECK_EQUAL(vitrine_plugin_grant(session, &other, list), VITRINE_ERR_UNSUPPORTED);
  other = tell;
  other.name = "not a name";
  CHECK_EQUAL(vitrine_plugin_grant(session, &other, list), VITRINE_ERR_MISUSE);
  const vitrine_plugin *loaded;
  CHECK(vitrine_plugin_load("/nonexistent/x.so", &loaded) != VITRINE_OK && loaded == NULL);
  CHECK(vitrine_plugin_load("no_slash.so", &loaded) != VITRINE_OK);
  char sentence[100];
  vitrine_plugin_explain(&tell, NULL, sentence, sizeof sentence);
  CHECK_TEXT(sentence, "Tells somebody something.");
  vitrine_session_free(session);
  vitrine_value_free(list);
}

/* --- the end of a run --- */

static char told[200];
static vitrine_status commit_status;

static vitrine_status commit_it(void *state) {
  strcat(told, state == &opened ? "+" : "?");
  return commit_status != VITRINE_OK ? vitrine_plugin_fail(commit_status, "the disk is full")
                                     : VITRINE_OK;
}
static void abort_it(void *state) { strcat(told, state == &opened ? "-" : "?"); }

static vitrine_status commit_other(void *state) {
  (void)state;
  strcat(told, "p");
  return VITRINE_OK;
}
static void abort_other(void *state) {
  (void)state;
  strcat(told, "m");
}

static vitrine_status fails(vitrine_call *call, void *user) {
  (void)call;
  (void)user;
  return VITRINE_ERR_SYSTEM;
}

/* How the run ended, and what the plugins were told. */
static const char *tells(vitrine_session *session, const char *source) {
  vitrine_result *result = NULL;
  told[0] = 0;
  vitrine_status status = vitrine_run(session, NULL, source, strlen(source), &result);
  if (status != VITRINE_OK) strcat(told, " failed");
  else if (vitrine_result_rolled_back(result)) strcat(told, " back");
  CHECK_EQUAL(status == VITRINE_OK, result != NULL);
  vitrine_result_free(result);
  return told;
}

static vitrine_session *session_with(unsigned flags, const vitrine_plugin *one,
                                     const vitrine_plugin *two) {
  vitrine_options o = vitrine_options_default();
  vitrine_session *session = NULL;
  vitrine_value *list = grants("to", text("you"));
  o.flags = flags;
  CHECK_EQUAL(vitrine_session_new(&o, &session), VITRINE_OK);
  CHECK_EQUAL(vitrine_plugin_grant(session, one, list), VITRINE_OK);
  if (two != NULL) CHECK_EQUAL(vitrine_plugin_grant(session, two, list), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_function(session, "fails", fails, NULL, NULL), VITRINE_OK);
  vitrine_value_free(list);
  return session;
}

static void runs_are_kept_or_not(void) {
  vitrine_plugin it = tell, other = tell;
  it.commit = commit_it;
  it.abort = abort_it;
  static const vitrine_door other_doors[] = {
      {.size = sizeof other_doors[0], .name = "other", .call = say},
      {.size = sizeof other_doors[0]}};
  other.doors = other_doors;
  other.commit = commit_other;
  other.abort = abort_other;
  open_status = commit_status = VITRINE_OK;

  vitrine_session *session = session_with(0, &it, &other);
  CHECK_TEXT(tells(session, "1"), "");
  CHECK_TEXT(tells(session, "tell.say('a')"), "+");
  CHECK_TEXT(tells(session, "other(1)"), "p");
  CHECK_TEXT(tells(session, "other(1)\ntell.say('a')\nother(1)"), "+p");
  CHECK_TEXT(tells(session, "tell.say('a')\n1/0"), "+");
  CHECK_TEXT(tells(session, "tell.say('a')\nother(1)\nfails()"), "-m failed");
  commit_status = VITRINE_ERR_SYSTEM;
  CHECK_TEXT(tells(session, "x = 1"), "");
  CHECK_TEXT(tells(session, "x = 2\nother(1)\ntell.say('a')"), "+m failed");
  CHECK_TEXT(vitrine_last_error(), "the disk is full");
  commit_status = VITRINE_OK;
  CHECK_TEXT(tells(session, "assert x == 1"), "");
  vitrine_session_free(session);

  session = session_with(VITRINE_TRANSACTIONAL, &it, &other);
  CHECK_TEXT(tells(session, "tell.say('a')"), "+");
  CHECK_TEXT(tells(session, "tell.say('a')\n1/0"), "- back");
  CHECK_TEXT(tells(session, "1"), "");
  vitrine_session_free(session);
}

/* As a plugin that was compiled with the header of 0.1.0 has them. */
typedef struct {
  size_t size;
  const char *name, *signature, *doc;
  vitrine_function call;
} old_door;
typedef struct {
  size_t size;
  uint32_t abi;
  const char *name, *doc;
  const vitrine_option *options;
  const old_door *doors;
  vitrine_status (*open)(vitrine_session *session, const vitrine_value *grants, void **state);
  void (*close)(void *state);
  void (*explain)(const vitrine_value *grant, char *sentence, size_t size);
} old_plugin;

static void old_plugins_load(void) {
  static const old_door old_doors[] = {{sizeof old_doors[0], "one", "(what: str)", NULL, say},
                                       {sizeof old_doors[0], "two", NULL, "Doc.", say},
                                       {sizeof old_doors[0], NULL, NULL, NULL, NULL}};
  static const old_plugin old = {.size = sizeof old,
                                 .abi = 1,
                                 .name = "old",
                                 .options = options,
                                 .doors = old_doors,
                                 .open = open_it,
                                 .close = close_it};
  opened = closed = 0;
  open_status = VITRINE_OK;
  vitrine_session *session = session_with(0, (const vitrine_plugin *)(const void *)&old, NULL);
  CHECK_TEXT(tells(session, "assert one('a') == [1, 'a'] and two('b') == [1, 'b']"), "");
  vitrine_session_free(session);
  CHECK_EQUAL(closed, 1);
}

int main(void) {
  RUN(runs_are_kept_or_not);
  RUN(old_plugins_load);
  RUN(its_doors_open);
  RUN(options_are_checked);
  RUN(what_open_says_is_told);
  RUN(all_doors_or_none);
  RUN(versions_are_checked);
  return tap_end();
}
