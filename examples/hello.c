/* hello.c - the smallest host: one session, one run, one value. */
#include <stdio.h>
#include <vitrine.h>

int main(void) {
  const char source[] = "print('hello from', __name__)\n6 * 7";
  vitrine_session *session = NULL;
  vitrine_result *result = NULL;
  int64_t answer = 0;
  if (vitrine_session_new(NULL, &session) == VITRINE_OK &&
      vitrine_run(session, NULL, source, sizeof source - 1, &result) == VITRINE_OK)
    printf("%s", vitrine_result_output(result, 1, NULL));
  else fprintf(stderr, "%s\n", vitrine_last_error());
  if (vitrine_value_int(vitrine_result_value(result), &answer))
    printf("the value is %d\n", (int)answer);
  vitrine_result_free(result);
  vitrine_session_free(session);
  return answer != 42;
}

/* Prints:
 * hello from __main__
 * the value is 42
 */
