/* scratch.c - the plugin `scratch`: directories in the guest's own memory.
 *
 * Owns nothing but where they are and how much they hold: files in them are
 * objects of the guest, and copied, saved and set back with it. */
#include <stdlib.h>
#include <string.h>

#ifndef VITRINE_LINKED
#define VITRINE_PLUGIN
#endif
#include <vitrine_plugin.h>

#include <stdio.h>

#define QUOTA (8 << 20)
#define AT "/tmp"

/* mounts() -> [[guest path, bytes], ...] */
static vitrine_status mounts(vitrine_call *call, void *state) {
  return vitrine_call_return(call, vitrine_value_copy(state));
}

static void close_scratch(void *state) { vitrine_value_free(state); }

static const char *place_of(const vitrine_value *grant) {
  const char *at = AT;
  (void)vitrine_value_text(vitrine_plugin_option(grant, "at"), &at, NULL);
  return at;
}

/* "/" and a name, and perhaps more of these. */
static int is_plain(const char *at) {
  if (at[0] != '/' || at[1] == 0) return 0;
  for (const char *name = at; *name != 0;) {
    size_t n = strcspn(++name, "/");
    if (n == 0 || strncmp(name, "..", n) == 0) return 0;
    name += n;
  }
  return 1;
}

static vitrine_status open_scratch(vitrine_session *session, const vitrine_value *grants,
                                   void **state) {
  (void)session;
  vitrine_value *list = vitrine_list();
  for (size_t i = 0; i < vitrine_value_count(grants); i++) {
    const vitrine_value *grant = vitrine_value_item(grants, i);
    const char *at = place_of(grant);
    int64_t quota = QUOTA;
    (void)vitrine_value_int(vitrine_plugin_option(grant, "quota"), &quota);
    if (!is_plain(at)) {
      vitrine_value_free(list);
      return vitrine_plugin_fail(VITRINE_ERR_GRANT,
                                 "scratch: at= takes an absolute guest path, like /tmp");
    }
    vitrine_value *one = vitrine_list();
    (void)vitrine_value_add(one, vitrine_str(at, strlen(at)));
    (void)vitrine_value_add(one, vitrine_int(quota));
    if (vitrine_value_add(list, one) != VITRINE_OK) {
      vitrine_value_free(list);
      return VITRINE_ERR_NOMEM;
    }
  }
  *state = list;
  return VITRINE_OK;
}

static void explain(const vitrine_value *grant, char *sentence, size_t size) {
  (void)snprintf(sentence, size, "It may keep files in its own memory, as %s.", place_of(grant));
}

static const vitrine_option options[] = {
    {"at", VITRINE_OPTION_TEXT, 0, "its path in the guest (/tmp)"},
    {"quota", VITRINE_OPTION_SIZE, 0, "bytes that it holds (8M)"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_door doors[] = {
    {.size = sizeof(vitrine_door),
     .name = "_scratch.mounts",
     .signature = "() -> list",
     .doc = "Files that nobody keeps: tempfile, and open() in the directories of os.listdir('/').",
     .call = mounts},
    {.name = NULL}};
#ifdef VITRINE_LINKED
extern const vitrine_plugin vitrine_scratch_plugin;
#define PLUGIN vitrine_scratch_plugin
#else
#define PLUGIN scratch_plugin
static
#endif
const vitrine_plugin PLUGIN = {.size = sizeof(vitrine_plugin),
                               .abi = VITRINE_PLUGIN_ABI,
                               .name = "scratch",
                               .doc = "Directories in the guest's own memory.",
                               .options = options,
                               .doors = doors,
                               .open = open_scratch,
                               .close = close_scratch,
                               .explain = explain};
#ifndef VITRINE_LINKED
VITRINE_PLUGIN_EXPORT(PLUGIN)
#endif
