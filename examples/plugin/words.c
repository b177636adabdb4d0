/* words.c - a capability plugin: words of a list that the host names.
 *
 *   cc -shared -fPIC words.c -o words.so $(pkg-config --cflags vitrine)
 */
#include <stdlib.h>

#define VITRINE_PLUGIN
#include <vitrine_plugin.h>

/* words.get(i): the i-th word. Arguments were checked against the signature. */
static vitrine_status get(vitrine_call *call, void *state) {
  int64_t i = 0;
  const char *words = state;
  if (!vitrine_value_int(vitrine_call_arg(call, 0), &i) || i < 0)
    return vitrine_call_raise(call, "IndexError", "no such word");
  for (; i > 0 && *words != 0; i--) words += strcspn(words, " ") + (strchr(words, ' ') != NULL);
  if (*words == 0) return vitrine_call_raise(call, "IndexError", "no such word");
  return vitrine_call_return(call, vitrine_str(words, strcspn(words, " ")));
}

/* The options of the first grant; what a second one says is not wanted here. */
static vitrine_status open_words(vitrine_session *session, const vitrine_value *grants,
                                 void **state) {
  const char *text;
  size_t length;
  (void)session;
  if (vitrine_value_count(grants) != 1)
    return vitrine_plugin_fail(VITRINE_ERR_GRANT, "words can be granted once");
  (void)vitrine_value_text(vitrine_plugin_option(vitrine_value_item(grants, 0), "of"), &text,
                           &length);
  *state = malloc(length + 1);
  if (*state == NULL) return VITRINE_ERR_NOMEM;
  memcpy(*state, text, length + 1);
  return VITRINE_OK;
}

static const vitrine_option options[] = {
    {"of", VITRINE_OPTION_TEXT, 1, "the words, with blanks between"}, {NULL, 0, 0, NULL}};
static const vitrine_door doors[] = {{.size = sizeof doors[0],
                                      .name = "words.get",
                                      .signature = "(index: int) -> str",
                                      .doc = "The word at index, from 0.",
                                      .call = get},
                                     {.size = sizeof doors[0]}};
static const vitrine_plugin words = {.size = sizeof words,
                                     .abi = VITRINE_PLUGIN_ABI,
                                     .name = "words",
                                     .doc = "Words of a list, by their number.",
                                     .options = options,
                                     .doors = doors,
                                     .open = open_words,
                                     .close = free};
VITRINE_PLUGIN_EXPORT(words)
