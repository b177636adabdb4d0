/* test_value_threads.c - one const value, read by many threads at once. An int's
 * text is made when it is first asked for: they all get the same. */
#include <pthread.h>
#include <stdlib.h>

#include "../api/check.h"
#include "vitrine.h"

enum { THREADS = 4, INTS = 300 };

static vitrine_value *shared;
static const char *seen[THREADS][INTS];

static void *reader(void *arg) {
  const char **texts = arg;
  for (size_t i = 0; i < INTS; i++)
    (void)vitrine_value_text(vitrine_value_item(shared, i), &texts[i], NULL);
  vitrine_value *copy = vitrine_value_copy(shared);
  char *json = vitrine_value_json(shared, NULL);
  free(json);
  vitrine_value_free(copy);
  return NULL;
}

static void readers_share(void) {
  pthread_t threads[THREADS];
  vitrine_value *list = vitrine_list();
  for (int64_t i = 0; i < INTS; i++) {
    vitrine_value *v = i % 3 ? vitrine_int(i) : vitrine_int_text("123456789012345678901234567890");
    CHECK_EQUAL(vitrine_value_add(list, v), VITRINE_OK);
  }
  shared = vitrine_value_copy(list);
  vitrine_value_free(list);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQUAL(pthread_create(&threads[i], NULL, reader, seen[i]), 0);
  for (int i = 0; i < THREADS; i++) CHECK_EQUAL(pthread_join(threads[i], NULL), 0);
  for (size_t i = 0; i < INTS; i++) {
    CHECK(seen[0][i] != NULL);
    for (int k = 1; k < THREADS; k++) CHECK(seen[k][i] == seen[0][i]);
  }
  vitrine_value_free(shared);
}

/* Each thread has an error of its own. */
static void *fail(void *arg) {
  int *good = arg;
  *good = vitrine_str("\xff", 1) == NULL && strstr(vitrine_last_error(), "UTF-8") != NULL;
  return NULL;
}

static void errors_are_apart(void) {
  pthread_t thread;
  int good = 0;
  CHECK(vitrine_int_text("x") == NULL);
  CHECK_EQUAL(pthread_create(&thread, NULL, fail, &good), 0);
  CHECK_EQUAL(pthread_join(thread, NULL), 0);
  CHECK(good);
  CHECK_CONTAINS(vitrine_last_error(), "no int");
}

int main(void) {
  RUN(readers_share);
  RUN(errors_are_apart);
  return tap_end();
}
