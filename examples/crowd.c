/* crowd.c - many sessions that wait for a slow service, on one thread, with epoll.
 *
 *   crowd [SESSIONS]      300; it has been run with 10000
 *
 * The service is a timer: an answer is due some milliseconds after its question. */
#define _POSIX_C_SOURCE 200809L /* CLOCK_MONOTONIC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <vitrine.h>

static const char program[] = "import asyncio\n"
                              "async def order(name):\n"
                              "  price, stock = await asyncio.gather(fetch(name, 'price'),\n"
                              "                                      fetch(name, 'stock'))\n"
                              "  return await fetch(name, price * stock)\n"
                              "def work(name):\n"
                              "  return asyncio.run(order(name))\n";

/* A question, in the list of those that are due in the same millisecond. */
typedef struct question {
  struct question *next;
  vitrine_session *session;
  uint64_t call;
} question;

enum { SLOTS = 64 };
static question *due[SLOTS];
static unsigned now;
static size_t waiting, most, answers, done;

static void fail(const char *what) {
  fprintf(stderr, "crowd: %s: %s\n", what, vitrine_last_error());
  exit(1);
}

/* Sends the questions that are new to the service; or the run is over. */
static void look(vitrine_session *session, vitrine_result *result, uint64_t last) {
  if (vitrine_result_outcome(result) == VITRINE_PENDING) {
    vitrine_call *call;
    for (size_t i = 0; (call = vitrine_pending(session, i)) != NULL; i++) {
      if (vitrine_call_id(call) <= last) continue; /* is with the service */
      question *q = malloc(sizeof *q);
      if (q == NULL) fail("malloc");
      unsigned slot = (now + 1 + (unsigned)rand() % (SLOTS - 1)) % SLOTS;
      *q = (question){due[slot], session, vitrine_call_id(call)};
      due[slot] = q;
      waiting++;
    }
    if (waiting > most) most = waiting;
  } else {
    done += vitrine_result_ok(result) != 0;
    vitrine_session_free(session);
  }
  vitrine_result_free(result);
}

static void answer(const question *q) {
  vitrine_call *call = vitrine_pending_find(q->session, q->call);
  vitrine_result *result;
  uint64_t last = 0;
  for (size_t i = 0; vitrine_pending(q->session, i) != NULL; i++)
    last = vitrine_call_id(vitrine_pending(q->session, i));
  waiting--;
  answers++;
  if (vitrine_call_return(call, vitrine_int(7)) != VITRINE_OK) fail("vitrine_call_return");
  if (vitrine_resume(q->session, &result) != VITRINE_OK) fail("vitrine_resume");
  look(q->session, result, last);
}

/* All of them begin as copies of one, where the program was run already. */
static vitrine_snapshot *prepare(const vitrine_door *door) {
  vitrine_session *session;
  vitrine_snapshot *snapshot;
  vitrine_result *result;
  if (vitrine_session_new(NULL, &session) || vitrine_grant_door(session, door, NULL, NULL) ||
      vitrine_run(session, "work.py", program, sizeof program - 1, &result) ||
      !vitrine_result_ok(result) || vitrine_snapshot_take(session, &snapshot))
    fail("prepare");
  vitrine_result_free(result);
  vitrine_session_free(session);
  return snapshot;
}

static void begin(const vitrine_snapshot *snapshot, const vitrine_door *door, size_t number) {
  vitrine_session *session;
  vitrine_result *result;
  vitrine_value *args = vitrine_list();
  vitrine_value_add(args, vitrine_int((int64_t)number));
  if (vitrine_snapshot_fork(snapshot, NULL, &session) ||
      vitrine_grant_door(session, door, NULL, NULL) ||
      vitrine_start_invoke(session, NULL, "work", args, &result))
    fail("begin");
  look(session, result, 0);
}

int main(int argc, char **argv) {
  size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 300;
  vitrine_door door = {.size = sizeof door,
                       .name = "fetch",
                       .signature = "(name: int, what: str | int) -> int",
                       .flags = VITRINE_DOOR_ASYNC};
  vitrine_snapshot *snapshot = prepare(&door);
  for (size_t i = 0; i < count; i++) begin(snapshot, &door, i);

  struct itimerspec tick = {{0, 1000000}, {0, 1000000}};
  int timer = timerfd_create(CLOCK_MONOTONIC, 0), loop = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN};
  if (timer < 0 || loop < 0 || timerfd_settime(timer, 0, &tick, NULL) != 0 ||
      epoll_ctl(loop, EPOLL_CTL_ADD, timer, &event) != 0)
    fail("epoll");
  while (waiting != 0) {
    uint64_t ticks = 0;
    if (epoll_wait(loop, &event, 1, -1) != 1) continue;
    if (read(timer, &ticks, sizeof ticks) != sizeof ticks) fail("read");
    for (; ticks > 0; ticks--) {
      now = (now + 1) % SLOTS;
      for (question *q = due[now], *next; q != NULL; q = next) {
        if (q == due[now]) due[now] = NULL;
        next = q->next;
        answer(q);
        free(q);
      }
    }
  }
  close(timer);
  close(loop);
  vitrine_snapshot_free(snapshot);
  printf("%zu sessions, up to %zu calls waiting at once, %zu answers: %zu done\n", count, most,
         answers, done);
}

/* Prints:
 * 300 sessions, up to 600 calls waiting at once, 900 answers: 300 done
 */
