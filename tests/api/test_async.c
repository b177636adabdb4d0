/* test_async.c - host functions that the guest awaits, with the real guest: docs/waiting.md. */
#include "waits.h"

static void many_wait_at_once(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "async def one(n):\n  a = await fetch(n)\n  b = await fetch(a)\n  return b\n"
                    "async def main():\n"
                    "  return await asyncio.gather(one(1), one(2), fetch(3))\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(count(), 3);
  CHECK(vitrine_call_id(vitrine_pending(session, 0)) <
        vitrine_call_id(vitrine_pending(session, 1)));
  /* The second first. */
  size_t second = number_of(vitrine_pending(session, 0)) == 2 ? 0 : 1;
  answer(number_of(vitrine_pending(session, second)) == 2 ? second : 2, 20);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(count(), 3);
  while (vitrine_result_outcome(result) == VITRINE_PENDING) {
    answer_all();
    (void)resume();
  }
  CHECK_EQUAL(vitrine_result_outcome(result), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[100, 200, 30]");
  close_session();
}

static void an_async_call_is_awaited(void) {
  static const struct {
    const char *source, *repr;
  } all[] = {
      {"async def main():\n  c = fetch(1)\n  return await c, await c\nasyncio.run(main())",
       "(10, 10)"},
      {"async def main():\n  t = asyncio.create_task(fetch(1))\n  await asyncio.sleep(0)\n"
       "  return await t\nasyncio.run(main())",
       "10"},
      {"asyncio.run(fetch(4))", "40"},
      {"async def main():\n  return await asyncio.wait_for(fetch(1), 5)\nasyncio.run(main())",
       "10"},
      {"async def main():\n  a, b = fetch(1), fetch(2)\n  return await b - await a\n"
       "asyncio.run(main())",
       "10"},
      {"async def one(c):\n  return await c\n"
       "async def main():\n  c = fetch(1)\n  return await asyncio.gather(one(c), one(c))\n"
       "asyncio.run(main())",
       "[10, 10]"},
      {"async def main():\n  lock = asyncio.Lock()\n"
       "  async def one(n):\n    async with lock:\n      return await fetch(n)\n"
       "  return await asyncio.gather(*[one(n) for n in range(5)])\nasyncio.run(main())",
       "[0, 10, 20, 30, 40]"},
      {"async def main():\n  fetch(1)\n  return 5\nasyncio.run(main())", "5"},
      {"fetch(1).close()\n6", "6"},
      {"async def main():\n  try:\n    await fetch(1)\n    raise KeyError('x')\n"
       "  except KeyError:\n    return await fetch(2)\nasyncio.run(main())",
       "20"},
      /* on the native stack: */
      {"async def main():\n  return ask(1) + await fetch(2)\nasyncio.run(main())", "30"},
      {"list(map(asyncio.run, [fetch(1), fetch(2)]))", "[10, 20]"},
  };
  size_t n = sizeof all / sizeof all[0] - (PARKS ? 0 : 2);
  for (size_t i = 0; i < n; i++) {
    open_session();
    CHECK_EQUAL(run("import asyncio"), VITRINE_DONE);
    (void)start(all[i].source);
    for (int round = 0; round < 9 && vitrine_result_outcome(result) == VITRINE_PENDING; round++) {
      answer_all();
      (void)resume();
    }
    if (vitrine_result_outcome(result) != VITRINE_DONE) printf("# case %zu: %s\n", i, message());
    CHECK_TEXT(vitrine_result_repr(result), all[i].repr);
    CHECK_EQUAL(count(), 0);
    close_session();
  }
}

static void errors_arrive_where_it_awaits(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "async def main():\n"
                    "  r = await asyncio.gather(fetch(1), fetch(2), return_exceptions=True)\n"
                    "  try:\n    await fetch(3)\n  except ValueError as e:\n    r.append(str(e))\n"
                    "  try:\n    web.get(5)\n  except TypeError as e:\n    r.append('late')\n"
                    "  try:\n    await web.get(5)\n  except TypeError as e:\n    r.append('type')\n"
                    "  return r\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_raise(vitrine_pending(session, 0), "KeyError", "k"), VITRINE_OK);
  answer(1, 7);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(vitrine_call_raise(vitrine_pending(session, 0), "ValueError", "v"), VITRINE_OK);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[KeyError('k'), 7, 'v', 'type']");
  /* Nothing drives it. */
  CHECK_EQUAL(start("c = fetch(1)\nc.send(None)"), VITRINE_RAISED);
  CHECK_CONTAINS(message(), "no running event loop");
  /* In a run that does not wait, it is an error, where it is awaited. */
  CHECK_EQUAL(run("import asyncio\nasync def main():\n  c = fetch(1)\n  try:\n    await c\n"
                  "  except RuntimeError as e:\n    return 'vitrine_start' in str(e)\n"
                  "asyncio.run(main())"),
              VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "True");
  close_session();
}

static vitrine_status at_once(vitrine_call *call, void *user) {
  (void)user;
  if (number_of(call) == 0) return vitrine_call_raise(call, "KeyError", "zero");
  return vitrine_call_return(call, vitrine_int(number_of(call) + 1));
}

/* One that has a callback is awaited all the same. */
static void an_async_function_may_answer_at_once(void) {
  open_session();
  vitrine_door door = {
      .size = sizeof door, .name = "soon", .call = at_once, .flags = VITRINE_DOOR_ASYNC};
  CHECK_EQUAL(vitrine_grant_door(session, &door, NULL, NULL), VITRINE_OK);
  static const char source[] =
      "import asyncio\n"
      "async def main():\n"
      "  return await asyncio.gather(soon(1), soon(2), soon(0), return_exceptions=True)\n"
      "asyncio.run(main())";
  CHECK_EQUAL(run(source), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "[2, 3, KeyError('zero')]");
  CHECK_EQUAL(start(source), VITRINE_DONE);
  char *text = vitrine_describe(session, 0, NULL);
  CHECK_CONTAINS(text, "await soon(...)");
  CHECK_CONTAINS(text, "  ask(...)");
  free(text);
  close_session();
}

static void sleeping_is_waiting(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio, time\n"
                    "async def tick(n):\n  await asyncio.sleep(n)\n  return n\n"
                    "async def main():\n"
                    "  a = time.monotonic()\n"
                    "  await asyncio.gather(tick(0.01), tick(0.03))\n"
                    "  return time.monotonic() - a >= 0.029\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(count(), 0);
  CHECK(vitrine_result_wait(result) > 0 && vitrine_result_wait(result) <= 10000000);
  sleep_through();
  CHECK_TEXT(vitrine_result_repr(result), "True");
  close_session();
}

static void what_is_not_wanted_is_gone(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "async def main():\n"
                    "  try:\n    await asyncio.wait_for(fetch(1), 0.005)\n"
                    "  except asyncio.TimeoutError:\n    pass\n"
                    "  t = asyncio.create_task(fetch(2))\n"
                    "  await asyncio.sleep(0)\n"
                    "  t.cancel()\n"
                    "  try:\n    await t\n"
                    "  except asyncio.CancelledError:\n    return await fetch(3)\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(number_of(vitrine_pending(session, 0)), 1);
  CHECK(vitrine_result_wait(result) <= 5000000);
  vt_platform_sleep_ns(6000000);
  CHECK_EQUAL(resume(), VITRINE_PENDING);
  CHECK_EQUAL(count(), 1);
  CHECK_EQUAL(number_of(vitrine_pending(session, 0)), 3);
  answer(0, 4);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result), "4");
  close_session();
}

static void so_many_wait_and_no_more(void) {
  open_session();
  CHECK_EQUAL(start("import asyncio\n"
                    "calls = []\n"
                    "async def main():\n"
                    "  while True:\n"
                    "    c = fetch(len(calls))\n"
                    "    try:\n      c.send(None)\n"
                    "    except RuntimeError as e:\n      why = str(e)\n      break\n"
                    "    calls.append(c)\n"
                    "  return len(calls), why, await calls[7]\n"
                    "asyncio.run(main())"),
              VITRINE_PENDING);
  CHECK_EQUAL(count(), 1000);
  vitrine_call *call = vitrine_pending(session, 7);
  CHECK(vitrine_pending_find(session, vitrine_call_id(call)) == call);
  answer(7, 5);
  CHECK_EQUAL(resume(), VITRINE_DONE);
  CHECK_TEXT(vitrine_result_repr(result),
             "(1000, '1000 calls wait for the host already: await some of them first', 5)");
  CHECK_EQUAL(start("import asyncio\n"
                    "async def main():\n"
                    "  a = [fetch('a' * 300000) for _ in range(4)]\n"
                    "  await a[3]\n"
                    "asyncio.run(main())"),
              VITRINE_RAISED);
  CHECK_CONTAINS(message(), "arguments of all calls");
  close_session();
}

static void answers_need_not_fit(void) {
  open_session();
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 4 << 20;
  size_t size = 900000;
  char *large = calloc(1, size);
  memset(large, 'x', size);
  CHECK_EQUAL(start_limited(&limits, "import asyncio\n"
                                     "async def main():\n"
                                     "  r = await asyncio.gather(*[fetch(n) for n in range(9)],\n"
                                     "                           return_exceptions=True)\n"
                                     "  return [type(x).__name__ for x in r]\n"
                                     "asyncio.run(main())"),
              VITRINE_PENDING);
  for (size_t i = 0; i < 9; i++)
    CHECK_EQUAL(vitrine_call_return(vitrine_pending(session, i), vitrine_str(large, size)),
                VITRINE_OK);
  vitrine_outcome outcome = resume();
  CHECK(outcome == VITRINE_OUT_OF_MEMORY || outcome == VITRINE_DONE);
  CHECK_EQUAL(run("1"), VITRINE_DONE);
  free(large);
  close_session();
}

/* Whatever the guest does to its side of it, the session is there afterwards. */
static void tampering_leads_nowhere(void) {
  static const char *const sources[] = {
      "_waiting.calls().clear()\nreturn await c",
      "_waiting.calls()[99] = 5\n_waiting.calls()['x'] = c\nreturn await c",
      "core._task_queue = None\nreturn await c",
      "del core._task_queue\nreturn await c",
      "core.cur_task = None\nreturn await c",
      "core.cur_task = 5\nreturn await c",
      "c.remove(None)\nc.remove(c)\nreturn await c",
      "c.throw(5)",
      "c.throw(KeyError, None, None)",
      "c.close()\nc.close()\nreturn await c",
      "_waiting.pause(-1)\n_waiting.pause(-1)",
      "_waiting.pause(10**30)",
      "_waiting.pause()",
      "type(c)()",
      "type(c).send(5, None)",
      "type(c).remove('x' * 100, None)",
      "class C(type(c)): pass\nreturn await C()",
      "c.tasks = 5\nc.id = 7",
      "core._io_queue = None\nreturn await c",
      "import sys\nsys.modules.clear()\nreturn await c",
      "core.Task = None\ncore._task_queue.push = None\nreturn await c",
      "core._task_queue.push(core.cur_task)\ncore._task_queue.push(core.cur_task)\nreturn await c",
      "try:\n    await c\n  finally:\n    await fetch(2)\n    return await fetch(3)",
      "import gc\nfor i in range(20): gc.collect()\nreturn await c",
      "asyncio.run(fetch(5))\nreturn await c",
      "globals().clear()\nreturn await c",
      "fetch.x = 5\nreturn await c",
      "import builtins\nbuiltins.fetch = print\nreturn await c",
  };
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    char source[1024] = "import asyncio, _waiting\nfrom asyncio import core\n"
                        "async def main():\n  c = fetch(1)\n";
    const char *from = sources[i];
    char *to = source + strlen(source);
    for (*to++ = ' ', *to++ = ' '; *from != 0; from++) {
      *to++ = *from;
      if (*from == '\n' && from[1] != ' ') *to++ = ' ', *to++ = ' ';
    }
    strcpy(to, "\nasyncio.run(main())");
    open_session();
    forget_result();
    vitrine_status status = vitrine_start(session, NULL, NULL, source, strlen(source), &result);
    for (int round = 0;
         round < 6 && status == VITRINE_OK && vitrine_result_outcome(result) == VITRINE_PENDING;
         round++) {
      if (round == 4) vitrine_cancel(session);
      if (count() != 0) answer_all();
      forget_result();
      status = vitrine_resume(session, &result);
    }
    CHECK(status == VITRINE_OK || (!PARKS && status == VITRINE_ERR_UNSUPPORTED));
    vitrine_outcome outcome = vitrine_result_outcome(result);
    if (status == VITRINE_OK && outcome != VITRINE_DONE && outcome != VITRINE_RAISED &&
        outcome != VITRINE_CANCELLED) {
      printf("# %s: %s\n", sources[i], vitrine_outcome_name(outcome));
      CHECK(false);
    }
    CHECK_EQUAL(count(), 0);
    CHECK_EQUAL(run("1 + 1"), VITRINE_DONE);
    close_session();
  }
}

int main(void) {
  RUN(many_wait_at_once);
  RUN(an_async_call_is_awaited);
  RUN(errors_arrive_where_it_awaits);
  RUN(an_async_function_may_answer_at_once);
  RUN(sleeping_is_waiting);
  RUN(what_is_not_wanted_is_gone);
  RUN(so_many_wait_and_no_more);
  RUN(answers_need_not_fit);
  RUN(tampering_leads_nowhere);
  return tap_end();
}
