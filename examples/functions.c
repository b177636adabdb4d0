/* functions.c - what a guest may ask of its host: one function with typed values,
 * granted by name, and nothing else. */
#include <stdio.h>
#include <string.h>
#include <vitrine.h>

static const struct {
  const char *city;
  int64_t people;
  double area;
} cities[] = {{"Lyon", 522250, 47.87}, {"Graz", 302660, 127.57}};

/* city(name, *, default=None): a dict, the default, or KeyError. */
static vitrine_status city(vitrine_call *call, void *user) {
  int *calls = user;
  const char *name;
  ++*calls;
  if (vitrine_call_count(call) != 1 ||
      vitrine_value_type(vitrine_call_arg(call, 0)) != VITRINE_TYPE_STR)
    return vitrine_call_raise(call, "TypeError", "city() takes one str");
  (void)vitrine_value_text(vitrine_call_arg(call, 0), &name, NULL);
  for (size_t i = 0; i < sizeof cities / sizeof cities[0]; i++) {
    if (strcmp(cities[i].city, name) != 0) continue;
    /* No check until the end: each call accepts what the last could not make. */
    vitrine_value *found = vitrine_dict();
    vitrine_dict_add(found, vitrine_str("people", 6), vitrine_int(cities[i].people));
    vitrine_dict_add(found, vitrine_str("area", 4), vitrine_float(cities[i].area));
    return vitrine_call_return(call, found);
  }
  const vitrine_value *otherwise = vitrine_call_keyword(call, "default");
  if (otherwise) return vitrine_call_return(call, vitrine_value_copy(otherwise));
  return vitrine_call_raise(call, "KeyError", name);
}

static const char source[] = "from atlas import city\n"
                             "print(round(city('Lyon')['people'] / city('Lyon')['area']))\n"
                             "print(city('Oz', default=()))\n"
                             "for wrong in ('Oz', 5, city):\n"
                             "  try: city(wrong)\n"
                             "  except Exception as e: print(type(e).__name__)\n"
                             "try: open('/etc/passwd')\n"
                             "except Exception as e: print(type(e).__name__)\n";

int main(void) {
  vitrine_session *session;
  vitrine_result *result = NULL;
  int calls = 0;
  vitrine_status status = vitrine_session_new(NULL, &session);
  if (status == VITRINE_OK)
    status = vitrine_grant_function(session, "atlas.city", city, &calls, NULL);
  if (status == VITRINE_OK) status = vitrine_run(session, NULL, source, strlen(source), &result);
  if (status == VITRINE_OK) printf("%s%d calls\n", vitrine_result_output(result, 1, NULL), calls);
  else fprintf(stderr, "%s\n", vitrine_last_error());
  vitrine_result_free(result);
  vitrine_session_free(session);
  return status != VITRINE_OK;
}

/* Prints:
 * 10910
 * ()
 * KeyError
 * TypeError
 * TypeError
 * PermissionError
 * 5 calls
 */
