/* warm.c - a handler of requests: imports, functions and data are prepared once,
 * and each request gets a session of its own that has them, and is thrown away.
 * What one request does to its session, the next one does not see. */
#include <stdio.h>
#include <string.h>
#include <vitrine.h>

static const char prepare[] = "import json\n"
                              "prices = {'tea': 3, 'cake': 4}\n"
                              "def total(order):\n"
                              "    return sum(prices[item] * n for item, n in order.items())\n"
                              "def handle(text):\n"
                              "    order = json.loads(text)\n"
                              "    log(order['who'])\n"
                              "    return total(order['items'])\n";

/* The last one is somebody's program, not a request. */
static const char *const requests[] = {
    "handle('{\"who\": \"Ada\", \"items\": {\"tea\": 2, \"cake\": 1}}')",
    "prices['tea'] = 0; handle('{\"who\": \"Eve\", \"items\": {\"tea\": 1000}}')",
    "handle('{\"who\": \"Bob\", \"items\": {\"tea\": 1}}')",
    "handle('{\"who\": \"Kim\", \"items\": {\"soup\": 1}}')",
    "while True: prices['more'] = prices",
};

static vitrine_status keep_log(vitrine_call *call, void *user) {
  const char *who = "somebody";
  (void)vitrine_value_text(vitrine_call_arg(call, 0), &who, NULL);
  printf("request %d is from %s\n", *(const int *)user, who);
  return vitrine_call_return(call, vitrine_none());
}

static vitrine_status prepare_once(vitrine_snapshot **warm) {
  vitrine_session *session;
  vitrine_result *result = NULL;
  vitrine_status status = vitrine_session_new(NULL, &session);
  if (status == VITRINE_OK)
    status = vitrine_run(session, "prepare.py", prepare, strlen(prepare), &result);
  if (status == VITRINE_OK) status = vitrine_snapshot_take(session, warm);
  vitrine_result_free(result);
  vitrine_session_free(session);
  return status;
}

/* Grants and limits are this request's: nothing of them is in the snapshot. */
static vitrine_status answer(const vitrine_snapshot *warm, int number) {
  vitrine_session *session;
  vitrine_result *result = NULL;
  vitrine_error error = {.size = sizeof error};
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  limits.steps = 1000000;
  options.limits = &limits;
  vitrine_status status = vitrine_snapshot_fork(warm, &options, &session);
  if (status != VITRINE_OK) return status;
  status = vitrine_grant_function(session, "log", keep_log, &number, NULL);
  if (status == VITRINE_OK)
    status = vitrine_run(session, NULL, requests[number], strlen(requests[number]), &result);
  if (status == VITRINE_OK) {
    const char *outcome = vitrine_outcome_name(vitrine_result_outcome(result));
    const char *repr = vitrine_result_repr(result);
    if (repr == NULL && vitrine_result_error(result, &error)) repr = error.type;
    printf("request %d: %s, %s\n", number, outcome, repr);
  }
  vitrine_result_free(result);
  vitrine_session_free(session);
  return status;
}

int main(void) {
  vitrine_snapshot *warm = NULL;
  vitrine_status status = prepare_once(&warm);
  for (int i = 0; i < 5 && status == VITRINE_OK; i++) status = answer(warm, i);
  if (status != VITRINE_OK) fprintf(stderr, "%s\n", vitrine_last_error());
  vitrine_snapshot_free(warm);
  return status != VITRINE_OK;
}

/* Prints:
 * request 0 is from Ada
 * request 0: done, 10
 * request 1 is from Eve
 * request 1: done, 0
 * request 2 is from Bob
 * request 2: done, 3
 * request 3 is from Kim
 * request 3: raised, KeyError
 * request 4: out_of_steps, Stopped
 */
