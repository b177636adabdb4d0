/* test_doors.c - the host's side of the cage under a guest that lies.
 *
 * The guest here is this file: C functions that do to the cage what an attacker
 * who owns all of linear memory could have the real guest do. The source of a run
 * is the name of one of them. */
#include "check.h"
/* The guest's export has the name of a function of the library. */
#define vitrine_run guest_run
#include "../../guest/doors.h"
#undef vitrine_run
#include "cage.h"
#include "memory.h"
#include "request.h"
#include "switch.h"
#include "session.h"
#include "status.h"

_Static_assert(sizeof(vt_header) == sizeof(vitrine_request), "the request's header");
_Static_assert(offsetof(vt_header, op) == offsetof(vitrine_request, op) &&
                   offsetof(vt_header, flags) == offsetof(vitrine_request, flags) &&
                   offsetof(vt_header, depth) == offsetof(vitrine_request, depth) &&
                   offsetof(vt_header, value_limit) == offsetof(vitrine_request, value_limit) &&
                   offsetof(vt_header, name_length) == offsetof(vitrine_request, name_length),
               "the request's fields");
_Static_assert((int)VT_OP_EXEC == (int)VITRINE_OP_EXEC &&
                   (int)VT_OP_INVOKE == (int)VITRINE_OP_INVOKE &&
                   (int)VT_OP_SET == (int)VITRINE_OP_SET && (int)VT_OP_GET == (int)VITRINE_OP_GET &&
                   (int)VT_OP_GRANT == (int)VITRINE_OP_GRANT &&
                   (int)VT_OP_ARGV == (int)VITRINE_OP_ARGV &&
                   (int)VT_OP_NAMES == (int)VITRINE_OP_NAMES &&
                   (int)VT_OP_MODULES == (int)VITRINE_OP_MODULES &&
                   (int)VT_OP_RESUME == (int)VITRINE_OP_RESUME &&
                   (int)VT_OP_REVIVE == (int)VITRINE_OP_REVIVE,
               "the operations");
_Static_assert((int)VT_KIND_DONE == (int)VITRINE_KIND_DONE &&
                   (int)VT_KIND_RAISED == (int)VITRINE_KIND_RAISED &&
                   (int)VT_KIND_NO_MEMORY == (int)VITRINE_KIND_NO_MEMORY &&
                   (int)VT_KIND_STOPPED == (int)VITRINE_KIND_STOPPED,
               "the kinds of a result");
_Static_assert(VT_FLAG_INTERACTIVE == VITRINE_FLAG_INTERACTIVE &&
                   VT_FLAG_FORGET == VITRINE_FLAG_FORGET && VT_FLAG_WAIT == VITRINE_FLAG_WAIT &&
                   VT_WAIT_LEAVE == DOOR_WAIT_LEAVE && VT_INPUT_DENIED == DOOR_INPUT_DENIED &&
                   VT_INPUT_FAILED == DOOR_INPUT_FAILED,
               "flags and codes");

/* --- the guest: its memory --- */

enum { STACK_TOP = 8192, STOP = 8192 + 16, DATA = 16384, MESSAGE = 60000, PAGES = 2 };

const struct vt_guest vt_guest = {.id = "a guest of C", .sp = STACK_TOP, .stop = STOP};
const struct vt_start vt_start = {.pages = PAGES};

/* As the generated code stores. */
static bool store(vt_cage *c, uint32_t at, const void *bytes, size_t length) {
  if (!vt_marks(c)[at >> VT_CARD_SHIFT] && !vt_touch(c, at)) return false;
  memcpy(vt_memory(c) + at, bytes, length);
  return true;
}

static void store_byte(vt_cage *c, uint32_t at, uint8_t byte) { (void)store(c, at, &byte, 1); }

static bool step(vt_cage *c) {
  if (--c->slice < 0) vt_slice(c);
  return c->unwind == VT_RUNNING;
}

static uint32_t load(vt_cage *c, uint32_t at) {
  uint32_t word;
  memcpy(&word, vt_memory(c) + at, sizeof word);
  return word;
}

static void send(vt_cage *c, const void *message, uint32_t length) {
  if (store(c, MESSAGE, message, length)) vt_door_result(c, MESSAGE, length);
}

static const uint8_t done[] = {0x89, 0, 0, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6, 0, 0};
static const uint8_t stopped[] = {0x89, 3, 0, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6, 0, 0};

static void send_done(vt_cage *c) { send(c, done, sizeof done); }

/* --- the guest: its programs --- */

static uint32_t arguments[4]; /* of the program at hand */

static void program_fine(vt_cage *c) {
  store_byte(c, DATA, (uint8_t)(load(c, DATA) + 1));
  send_done(c);
}
static void program_silent(vt_cage *c) { store_byte(c, DATA, 99); }
static void program_twice(vt_cage *c) {
  send_done(c);
  send_done(c);
}
static void program_stopped_unasked(vt_cage *c) { send(c, stopped, sizeof stopped); }
static void program_thrown(vt_cage *c) {
  send_done(c);
  c->unwind = VT_THROWN;
}
static void program_write(vt_cage *c) {
  vt_door_write(c, arguments[0], arguments[1], arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_fetch(vt_cage *c) {
  (void)vt_door_fetch(c, arguments[1], arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_call(vt_cage *c) {
  (void)vt_door_call(c, arguments[1], arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_random(vt_cage *c) {
  (void)vt_door_random(c, arguments[1], arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_input(vt_cage *c) {
  (void)vt_door_input(c, arguments[1], arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_result(vt_cage *c) { vt_door_result(c, arguments[1], arguments[2]); }
static void program_fill(vt_cage *c) {
  vt_memory_fill(c, arguments[1], 0x155, arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_copy(vt_cage *c) {
  vt_memory_copy(c, arguments[1], arguments[3], arguments[2]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_store(vt_cage *c) {
  store_byte(c, arguments[1], 7);
  /* The trap waits for the next step; doors are closed until then. */
  vt_door_write(c, 1, 0, 5);
  if (step(c)) send_done(c);
}
static void program_sink(vt_cage *c) { /* the shadow stack */
  vt_stack_low(c, arguments[1]);
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_grow(vt_cage *c) {
  uint32_t old = vt_memory_grow(c, arguments[1]);
  if (old == UINT32_MAX) {
    vt_trap(c, VT_TRAP_UNREACHABLE);
    return;
  }
  store_byte(c, old * 65536u, 5);
  store_byte(c, c->memory_size - 1, 5);
  if (arguments[2]) vt_trap(c, VT_TRAP_UNREACHABLE);
  else send_done(c);
}
static void program_endless(vt_cage *c) { /* deaf to the soft stop */
  store_byte(c, DATA, 77);
  while (step(c)) continue;
}
static void program_polite(vt_cage *c) {
  store_byte(c, DATA, 66);
  while (load(c, STOP) == 0)
    if (!step(c)) return;
  send(c, stopped, sizeof stopped);
}
static void program_late(vt_cage *c) { /* is asked to stop, and ends by itself */
  while (load(c, STOP) == 0)
    if (!step(c)) return;
  send_done(c);
}
static void program_caller(vt_cage *c) { /* goes on calling whatever it is told */
  static const uint8_t call[] = {0x83, 0x61, 'f', 0x80, 0xa0};
  (void)store(c, MESSAGE, call, sizeof call);
  do {
    (void)vt_door_call(c, MESSAGE, sizeof call);
    (void)vt_door_fetch(c, MESSAGE + 100, 20);
    (void)vt_door_wait(c, 1000000000000, 1);
    (void)vt_door_input(c, MESSAGE + 200, 10);
  } while (c->unwind == VT_RUNNING);
}
/* Waits at one door or the other, and then does what it should, or not. */
enum { RETURN, GO_ON, STAY, TRAP, RETURN_FOR_EVER };
static void program_wait(vt_cage *c) {
  switch (arguments[1]) {
  case RETURN:
  case RETURN_FOR_EVER: (void)vt_door_wait(c, UINT64_MAX, 0); return;
  case GO_ON:
    for (int i = 0; i < 3; i++) (void)vt_door_wait(c, 5, 0);
    break;
  case STAY:
    (void)vt_door_wait(c, UINT64_MAX, 1);
    for (uint64_t id = 0; id < 5; id++) vt_door_drop(c, id - 1);
    break;
  default: (void)vt_door_wait(c, UINT64_MAX, 0); vt_trap(c, VT_TRAP_UNREACHABLE);
  }
  if (c->unwind == VT_RUNNING) send_done(c);
}
static void program_steps(vt_cage *c) {
  for (uint32_t i = 0; i < arguments[1]; i++)
    if (!step(c)) return;
  send_done(c);
}

/* Stores all over, aligned and not, in the shadow stack and beyond what is left of
 * memory, then ends as it is told. */
static void program_scatter(vt_cage *c) {
  uint64_t state = arguments[1];
  c->sp = c->sp_low = STACK_TOP - 512;
  memset(vt_memory(c) + STACK_TOP - 512, 0xee, 512); /* a frame, unmarked */
  for (uint32_t i = 0; i < arguments[2]; i++) {
    if (check_random(&state) % 64 == 0) (void)vt_memory_grow(c, check_random(&state) % 2);
    uint32_t at = check_random(&state) % (c->memory_size - 8);
    if (at - (STOP - 8) < 16) continue;
    uint64_t word = state;
    size_t size = (size_t)1 << check_random(&state) % 4;
    if (check_random(&state) % 3 == 0) at |= VT_CARD_SIZE - 1; /* across two cards */
    if (at > c->memory_size - 8) continue;
    (void)store(c, at, &word, size);
    if (!step(c)) return;
  }
  c->sp = STACK_TOP;
  if (arguments[3]) vt_trap(c, VT_TRAP_UNREACHABLE);
  else send_done(c);
}

static const struct {
  const char *name;
  void (*run)(vt_cage *c);
} programs[] = {
    {"fine", program_fine},       {"silent", program_silent},
    {"twice", program_twice},     {"stopped", program_stopped_unasked},
    {"thrown", program_thrown},   {"write", program_write},
    {"fetch", program_fetch},     {"call", program_call},
    {"random", program_random},   {"input", program_input},
    {"result", program_result},   {"fill", program_fill},
    {"copy", program_copy},       {"store", program_store},
    {"sink", program_sink},       {"grow", program_grow},
    {"endless", program_endless}, {"polite", program_polite},
    {"late", program_late},       {"caller", program_caller},
    {"steps", program_steps},     {"scatter", program_scatter},
    {"wait", program_wait},
};

void vt_guest_boot(vt_cage *c) {
  for (uint32_t i = 0; i < 4096; i++) store_byte(c, DATA + i, (uint8_t)i);
}

void vt_guest_run(vt_cage *c, uint32_t length) {
  vt_header header;
  char name[32] = {0};
  if (vt_door_fetch(c, MESSAGE, 2048) != length || length < sizeof header) return;
  memcpy(&header, vt_memory(c) + MESSAGE, sizeof header);
  uint32_t rest = length - (uint32_t)sizeof header - header.name_length;
  memcpy(name, vt_memory(c) + MESSAGE + sizeof header + header.name_length,
         rest < sizeof name ? rest : sizeof name - 1);
  if (header.op == VT_OP_RESUME && arguments[1] == RETURN_FOR_EVER) program_wait(c);
  else if (header.op != VT_OP_EXEC) send_done(c);
  for (size_t i = 0; header.op == VT_OP_EXEC && i < sizeof programs / sizeof programs[0]; i++)
    if (strcmp(programs[i].name, name) == 0) programs[i].run(c);
}

/* --- running it --- */

static vitrine_session *session;
static uint8_t before[4 << 20];
static uint32_t size_before;
static vitrine_spent spent;

static vitrine_result *result_of(const char *program, uint32_t a, uint32_t b, uint32_t c,
                                 uint32_t d) {
  vitrine_result *r = NULL;
  arguments[0] = a;
  arguments[1] = b;
  arguments[2] = c;
  arguments[3] = d;
  size_before = session->cell->cage.memory_size;
  memcpy(before, vt_memory(&session->cell->cage), size_before);
  CHECK_EQUAL(vitrine_run(session, NULL, program, strlen(program), &r), VITRINE_OK);
  spent = vitrine_spent_empty();
  vitrine_result_spent(r, &spent);
  return r;
}

static vitrine_outcome outcome_of(const char *program, uint32_t a, uint32_t b, uint32_t c,
                                  uint32_t d) {
  vitrine_result *r = result_of(program, a, b, c, d);
  vitrine_outcome outcome = vitrine_result_outcome(r);
  vitrine_result_free(r);
  return outcome;
}

/* Memory is that of before, zero beyond, and nothing is left of the run. */
static bool is_back(void) {
  vt_cage *cage = &session->cell->cage;
  static const uint8_t zeros[65536];
  bool marked = false;
  for (uint32_t i = 0; i < (1 << 20) >> VT_CARD_SHIFT; i++) marked = marked || vt_marks(cage)[i];
  return cage->memory_size == size_before && !marked &&
         memcmp(vt_memory(cage), before, size_before) == 0 &&
         memcmp(vt_memory(cage) + size_before, zeros, sizeof zeros) == 0;
}

#define CHECK_TRAPS(...)                                       \
  do {                                                         \
    CHECK_EQUAL(outcome_of(__VA_ARGS__), VITRINE_TRAPPED);     \
    CHECK(is_back());                                          \
    CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE); \
  } while (0)

static void open_session(const vitrine_limits *limits) {
  vitrine_options options = vitrine_options_default();
  options.limits = limits;
  CHECK_EQUAL(vitrine_session_new(&options, &session), VITRINE_OK);
}

static void close_session(void) {
  vitrine_session_free(session);
  session = NULL;
}

/* --- tests --- */

static void nonsense_at_a_door_is_a_trap(void) {
  open_session(NULL);
  CHECK_EQUAL(vitrine_grant_random(session) == VITRINE_OK ||
                  vitrine_grant_random(session) == VITRINE_ERR_UNSUPPORTED,
              true);
  static const char *const doors[] = {"fetch", "call", "input", "result"};
  const uint32_t size = PAGES * 65536u;
  const uint32_t bad[][2] = {{0, size + 1},      {size, 1},           {size - 1, 2},
                             {size - 4, 8},      {0xffffffff, 1},     {0xffffffff, 0xffffffff},
                             {1, 0xffffffff},    {0x80000000, 16},    {0x40000000, 1},
                             {size + 65536, 16}, {0xffff0000, 65536}, {8, 0xfffffffc}};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    for (size_t door = 0; door < 4; door++) {
      if (strcmp(doors[door], "input") == 0) continue; /* not granted */
      CHECK_TRAPS(doors[door], 0, bad[i][0], bad[i][1], 0);
    }
    CHECK_TRAPS("write", 1, bad[i][0], bad[i][1], 0);
    CHECK_TRAPS("fill", 0, bad[i][0], bad[i][1], 0);
    CHECK_TRAPS("copy", 0, bad[i][0], bad[i][1], 64);
    CHECK_TRAPS("copy", 0, 64, bad[i][1], bad[i][0]);
    if (session->random) CHECK_TRAPS("random", 0, bad[i][0], bad[i][1], 0);
  }
  CHECK_TRAPS("write", 0, DATA, 1, 0);
  CHECK_TRAPS("write", 3, DATA, 1, 0);
  CHECK_TRAPS("write", 0xffffffff, DATA, 1, 0);
  CHECK_TRAPS("call", 0, DATA, 100, 0); /* no CBOR */
  CHECK_TRAPS("call", 0, DATA, 0, 0);
  close_session();
}

static void an_empty_range_may_lie_at_the_end(void) {
  open_session(NULL);
  CHECK_EQUAL(outcome_of("write", 2, PAGES * 65536u, 0, 0), VITRINE_DONE);
  CHECK_EQUAL(outcome_of("fill", 0, PAGES * 65536u, 0, 0), VITRINE_DONE);
  CHECK_EQUAL(outcome_of("write", 1, PAGES * 65536u - 1, 1, 0), VITRINE_DONE);
  CHECK_TRAPS("result", 0, 0, 0, 0);
  close_session();
}

static ptrdiff_t read_too_much(void *user, char *buffer, size_t size) {
  (void)user;
  (void)buffer;
  return (ptrdiff_t)size + 1;
}

static void an_input_function_is_checked_too(void) {
  open_session(NULL);
  CHECK_EQUAL(vitrine_grant_input(session, read_too_much, NULL), VITRINE_OK);
  CHECK_EQUAL(vitrine_grant_input(session, read_too_much, NULL), VITRINE_ERR_GRANT);
  CHECK_TRAPS("input", 0, PAGES * 65536u, 1, 0);
  vitrine_result *r;
  arguments[1] = DATA;
  arguments[2] = 10;
  CHECK_EQUAL(vitrine_run(session, NULL, "input", 5, &r), VITRINE_ERR_MISUSE);
  CHECK(r == NULL);
  CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE);
  close_session();
}

static void a_wrong_end_is_a_trap(void) {
  open_session(NULL);
  CHECK_TRAPS("silent", 0, 0, 0, 0);
  CHECK_TRAPS("twice", 0, 0, 0, 0);
  CHECK_TRAPS("stopped", 0, 0, 0, 0);
  CHECK_TRAPS("thrown", 0, 0, 0, 0);
  CHECK_TRAPS("no such program", 0, 0, 0, 0);
  close_session();
}

static void a_result_is_read_strictly(void) {
  static const struct {
    const char *message;
    uint32_t length;
    bool good;
  } messages[] = {
#define MESSAGE_OF(text, good) {text, sizeof text - 1, good}
      MESSAGE_OF("\x89\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00", true),
      MESSAGE_OF("\x8a\x00\x00\x61\x31\xf6\xf6\xf6\xf6\x00\x00\x01", true),
      MESSAGE_OF("\x89\x01\x01\xf6\x61T\x60\x60\x60\x01\x02", true),
      MESSAGE_OF("\x89\x02\x01\xf6\x61T\x60\x60\x60\x01\x02", true),
      MESSAGE_OF("\x89\x00\x00\xf6\xf6\xf6\xf6\xf6\x00", false),          /* too short */
      MESSAGE_OF("\x89\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00\x00", false),  /* too long */
      MESSAGE_OF("\x88\x00\x00\xf6\xf6\xf6\xf6\xf6\x00", false),
      MESSAGE_OF("\x8b\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00\x00\x00", false),
      MESSAGE_OF("\x8a\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00", false),      /* no value */
      MESSAGE_OF("\x8a\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00\x81", false),  /* half a value */
      MESSAGE_OF("\x8a\x01\x00\xf6\x61T\x60\x60\x60\x00\x00\x01", false), /* raised, with a value */
      MESSAGE_OF("\x89\x04\x00\xf6\xf6\xf6\xf6\xf6\x00\x00", false), /* no such kind */
      MESSAGE_OF("\x89\x18\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00", false), /* not the shortest */
      MESSAGE_OF("\x89\x01\x01\xf6\xf6\xf6\xf6\xf6\x00\x00", false), /* raised nothing */
      MESSAGE_OF("\x89\x00\x00\xf6\x61T\x60\x60\x60\x00\x00", false), /* done, and an error */
      MESSAGE_OF("\x89\x01\x01\xf6\x61T\xf6\x60\x60\x00\x00", false), /* half an error */
      MESSAGE_OF("\x89\x01\x01\xf6\x61\xff\x60\x60\x60\x00\x00", false), /* not UTF-8 */
      MESSAGE_OF("\x89\x00\x1b\x00\x00\x00\x01\x00\x00\x00\x00\xf6\xf6\xf6\xf6\xf6\x00\x00", false),
      MESSAGE_OF("\x89\x00\x00\x7b\xff\xff\xff\xff\xff\xff\xff\xff\xf6\xf6\xf6\xf6\x00\x00", false),
      MESSAGE_OF("\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x00", false),
      MESSAGE_OF("\xa1\x00\x00", false),
  };
  open_session(NULL);
  for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++) {
    vt_cage *cage = &session->cell->cage;
    memcpy(vt_memory(cage) + MESSAGE - 4096, messages[i].message, messages[i].length);
    vitrine_outcome outcome = outcome_of("result", 0, MESSAGE - 4096, messages[i].length, 0);
    if ((outcome != VITRINE_TRAPPED) != messages[i].good) printf("# message %zu\n", i);
    CHECK_EQUAL(outcome != VITRINE_TRAPPED, messages[i].good);
  }
  close_session();
}

static void random_results_do_no_harm(void) {
  uint64_t state = 3;
  open_session(NULL);
  for (int i = 0; i < 3000; i++) {
    uint8_t *at = vt_memory(&session->cell->cage) + MESSAGE - 4096;
    memcpy(at, "\x8a\x00\x00\x61\x31\xf6\xf6\xf6\xf6\x00\x00\x83\x01\x61q\xa1\x61r\xf5", 19);
    for (uint32_t k = check_random(&state) % 4; k > 0; k--)
      at[check_random(&state) % 19] = (uint8_t)check_random(&state);
    vitrine_result_free(result_of("result", 0, MESSAGE - 4096, check_random(&state) % 24, 0));
  }
  CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE);
  close_session();
}

static void a_store_outside_is_a_trap(void) {
  open_session(NULL);
  vitrine_result *r = result_of("store", 0, PAGES * 65536u, 0, 0);
  CHECK_EQUAL(vitrine_result_outcome(r), VITRINE_TRAPPED);
  size_t length;
  (void)vitrine_result_output(r, 1, &length);
  CHECK_EQUAL(length, 0);
  vitrine_error error = {.size = sizeof error};
  CHECK_EQUAL(vitrine_result_error(r, &error), 1);
  CHECK_TEXT(error.type, "Trap");
  CHECK_CONTAINS(error.message, "memory");
  vitrine_result_free(r);
  CHECK(is_back());
  CHECK_TRAPS("store", 0, VT_MASK, 0, 0);
  CHECK_TRAPS("store", 0, VT_MASK + PAGES * 65536u + 1, 0, 0);
  CHECK_EQUAL(outcome_of("store", 0, PAGES * 65536u - 1, 0, 0), VITRINE_DONE);
  close_session();
}

static void the_shadow_stack_has_a_floor(void) {
  open_session(NULL);
  CHECK_TRAPS("sink", 0, VT_STACK_FLOOR - 16, 0, 0);
  CHECK_TRAPS("sink", 0, 0xfffffff0, 0, 0);
  CHECK_TRAPS("sink", 0, 0x80000000, 0, 0);
  CHECK_EQUAL(outcome_of("sink", 0, VT_STACK_FLOOR, 0, 0), VITRINE_DONE);
  close_session();
}

static void memory_grows_to_its_limit(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 5 * 65536;
  open_session(&limits);
  CHECK_EQUAL(outcome_of("grow", 0, 2, 0, 0), VITRINE_DONE);
  CHECK_EQUAL(spent.memory, 4 * 65536);
  CHECK_TRAPS("grow", 0, 1, 1, 0);
  CHECK_EQUAL(session->cell->cage.memory_size, 4 * 65536);
  CHECK_TRAPS("grow", 0, 2, 0, 0);
  CHECK_TRAPS("grow", 0, 0xffffffff, 0, 0);
  CHECK_TRAPS("grow", 0, 0x10000, 0, 0);
  CHECK_EQUAL(outcome_of("grow", 0, 1, 0, 0), VITRINE_DONE);
  CHECK_EQUAL(spent.memory, 5 * 65536);
  close_session();
}

static void copies_may_overlap(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 40 * 65536;
  open_session(&limits);
  CHECK_EQUAL(outcome_of("grow", 0, 30, 0, 0), VITRINE_DONE);
  uint8_t *memory = vt_memory(&session->cell->cage);
  static uint8_t wanted[1 << 20];
  uint64_t state = 1;
  for (size_t i = 0; i < sizeof wanted; i++) memory[2 * 65536 + i] = (uint8_t)check_random(&state);
  static const uint32_t moves[][3] = {{131072, 131072 + 1000, 500000},
                                      {131072 + 1000, 131072, 500000},
                                      {140000, 140000, 300000},
                                      {131072, 600000, 65536},
                                      {131072 + 65536, 131072, 400001}};
  for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
    memcpy(wanted, memory + 131072, sizeof wanted);
    memmove(wanted + moves[i][0] - 131072, wanted + moves[i][1] - 131072, moves[i][2]);
    CHECK_EQUAL(outcome_of("copy", 0, moves[i][0], moves[i][2], moves[i][1]), VITRINE_DONE);
    CHECK(memcmp(wanted, memory + 131072, sizeof wanted) == 0);
  }
  close_session();
}

static void a_stop_comes_softly_then_hard(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 50000;
  open_session(&limits);
  for (int i = 0; i < 2; i++) {
    vitrine_result *r = result_of("polite", 0, 0, 0, 0);
    CHECK_EQUAL(vitrine_result_outcome(r), VITRINE_OUT_OF_STEPS);
    CHECK_EQUAL(vitrine_result_rolled_back(r), 0);
    vitrine_result_free(r);
    CHECK(spent.steps > 50000 && spent.steps < 50200);
    CHECK_EQUAL(vt_memory(&session->cell->cage)[DATA], 66);
    CHECK_EQUAL(load(&session->cell->cage, STOP), 0);
    r = result_of("endless", 0, 0, 0, 0);
    CHECK_EQUAL(vitrine_result_outcome(r), VITRINE_OUT_OF_STEPS);
    CHECK_EQUAL(vitrine_result_rolled_back(r), 1);
    vitrine_result_free(r);
    CHECK_EQUAL(spent.steps, 50001 + 100001);
    CHECK(is_back());
    CHECK_EQUAL(outcome_of("late", 0, 0, 0, 0), VITRINE_OUT_OF_STEPS);
    CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE);
  }
  close_session();
}

static void time_stops_softly_then_hard(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.time_ns = 20000000;
  open_session(&limits);
  vitrine_result *r = result_of("polite", 0, 0, 0, 0);
  CHECK_EQUAL(vitrine_result_outcome(r), VITRINE_OUT_OF_TIME);
  CHECK_EQUAL(vitrine_result_rolled_back(r), 0);
  vitrine_result_free(r);
  CHECK(spent.time_ns >= 20000000);
  r = result_of("endless", 0, 0, 0, 0);
  CHECK_EQUAL(vitrine_result_outcome(r), VITRINE_OUT_OF_TIME);
  CHECK_EQUAL(vitrine_result_rolled_back(r), 1);
  vitrine_result_free(r);
  CHECK(is_back());
  limits.time_ns = VITRINE_UNLIMITED;
  limits.cpu_ns = 20000000;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(outcome_of("polite", 0, 0, 0, 0), VITRINE_OUT_OF_CPU);
  CHECK(spent.cpu_ns >= 20000000);
  close_session();
}

static vitrine_status answer(vitrine_call *call, void *user) {
  ++*(int *)user;
  return vitrine_call_return(call, vitrine_int(1));
}

static void no_door_opens_while_stopping(void) {
  int calls = 0;
  vitrine_limits limits = vitrine_limits_default();
  limits.host_calls = 0;
  open_session(&limits);
  CHECK_EQUAL(vitrine_grant_function(session, "f", answer, &calls, NULL), VITRINE_OK);
  limits.host_calls = 3;
  limits.time_ns = 50000000;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  /* The first sleep takes all the time: one call, and none in the grace. */
  CHECK_EQUAL(outcome_of("caller", 0, 0, 0, 0), VITRINE_OUT_OF_TIME);
  CHECK(is_back());
  CHECK_EQUAL(calls, 1);
  CHECK_EQUAL(spent.host_calls, 1);
  CHECK(spent.time_ns < 2000000000);
  close_session();
}

/* A run that may wait, resumed at most three times, and then cancelled. */
static vitrine_outcome wait_as(uint32_t how) {
  vitrine_result *r = NULL;
  arguments[1] = how;
  size_before = session->cell->cage.memory_size;
  memcpy(before, vt_memory(&session->cell->cage), size_before);
  CHECK_EQUAL(vitrine_start(session, NULL, NULL, "wait", 4, &r), VITRINE_OK);
  vitrine_outcome outcome = vitrine_result_outcome(r);
  for (int i = 0; i < 4 && outcome == VITRINE_PENDING; i++) {
    if (i == 3) vitrine_cancel(session);
    vitrine_result_free(r);
    CHECK_EQUAL(vitrine_resume(session, &r), VITRINE_OK);
    outcome = vitrine_result_outcome(r);
  }
  vitrine_result_free(r);
  CHECK_EQUAL(session->run.wait, VT_AWAKE);
  if (outcome == VITRINE_TRAPPED) CHECK(is_back());
  CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE);
  return outcome;
}

static void a_guest_that_waits_is_not_trusted(void) {
  open_session(NULL);
  CHECK_EQUAL(wait_as(RETURN), VITRINE_DONE);
  CHECK_EQUAL(wait_as(GO_ON), VITRINE_DONE);
  CHECK_EQUAL(wait_as(TRAP), VITRINE_TRAPPED);
  CHECK_EQUAL(wait_as(RETURN_FOR_EVER), VITRINE_CANCELLED);
#if !defined(VT_SWITCH_NONE)
  CHECK_EQUAL(wait_as(STAY), VITRINE_DONE);
#else
  vitrine_result *none = NULL;
  arguments[1] = STAY;
  CHECK_EQUAL(vitrine_start(session, NULL, NULL, "wait", 4, &none), VITRINE_ERR_UNSUPPORTED);
  CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE);
#endif
  /* In a run that may not wait there is only sleep. */
  vitrine_limits limits = vitrine_limits_default();
  limits.time_ns = 5000000;
  CHECK_EQUAL(vitrine_session_limit(session, &limits), VITRINE_OK);
  CHECK_EQUAL(outcome_of("wait", 0, RETURN, 0, 0), VITRINE_OUT_OF_TIME);
  CHECK_EQUAL(outcome_of("wait", 0, STAY, 0, 0), VITRINE_OUT_OF_TIME);
  close_session();
}

static void steps_are_exact(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.steps = 1000000;
  open_session(&limits);
  CHECK_EQUAL(outcome_of("steps", 0, 0, 0, 0), VITRINE_DONE);
  uint64_t base = spent.steps;
  static const uint32_t counts[] = {1, 19000, 19999, 20000, 20001, 40000, 123456};
  for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
    CHECK_EQUAL(outcome_of("steps", 0, counts[i], 0, 0), VITRINE_DONE);
    CHECK_EQUAL(spent.steps, base + counts[i]);
  }
  /* All of the limit may be used, and not one more. */
  CHECK_EQUAL(outcome_of("steps", 0, 1000000 - (uint32_t)base, 0, 0), VITRINE_DONE);
  CHECK_EQUAL(spent.steps, 1000000);
  CHECK_EQUAL(outcome_of("steps", 0, 1000001 - (uint32_t)base, 0, 0), VITRINE_OUT_OF_STEPS);
  close_session();
}

/* Unmarked or half-marked bytes are what a roll-back could miss. */
static void roll_back_is_exact(void) {
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 12 * 65536;
  open_session(&limits);
  for (uint32_t round = 0; round < 300; round++) {
    bool trap = round % 3 != 0;
    vitrine_outcome outcome = outcome_of("scatter", 0, round, round % 7 * 200, trap);
    CHECK_EQUAL(outcome, trap ? VITRINE_TRAPPED : VITRINE_DONE);
    if (trap) CHECK(is_back());
  }
  close_session();
}

/* What lies in memory after a session's runs is gone when its cell serves another. */
static void a_cell_forgets(void) {
  static uint8_t fresh[PAGES * 65536 + 64];
  open_session(NULL);
  memcpy(fresh, vt_memory(&session->cell->cage), sizeof fresh);
  vt_cell *cell = session->cell;
  close_session();
  int same = 0;
  for (uint32_t round = 0; round < 200; round++) {
    vitrine_limits limits = vitrine_limits_default();
    limits.memory = 12 * 65536;
    open_session(&limits);
    same += session->cell == cell;
    CHECK_EQUAL(session->cell->cage.memory_size, PAGES * 65536);
    CHECK(memcmp(vt_memory(&session->cell->cage), fresh, sizeof fresh) == 0);
    CHECK_EQUAL(outcome_of("scatter", 0, round, round % 9 * 150, round % 2),
                round % 2 ? VITRINE_TRAPPED : VITRINE_DONE);
    CHECK_EQUAL(outcome_of("scatter", 0, round + 1000, 100, 0), VITRINE_DONE);
    close_session();
  }
  CHECK(same > 150);
}

static void reset_goes_back_to_the_boot(void) {
  static uint8_t fresh[PAGES * 65536];
  vitrine_limits limits = vitrine_limits_default();
  limits.memory = 12 * 65536;
  open_session(&limits);
  memcpy(fresh, vt_memory(&session->cell->cage), sizeof fresh);
  CHECK_EQUAL(outcome_of("scatter", 0, 5, 800, 0), VITRINE_DONE);
  CHECK_EQUAL(vitrine_session_reset(session), VITRINE_OK);
  CHECK_EQUAL(session->cell->cage.memory_size, PAGES * 65536);
  CHECK(memcmp(vt_memory(&session->cell->cage), fresh, sizeof fresh) == 0);
  CHECK_EQUAL(outcome_of("fine", 0, 0, 0, 0), VITRINE_DONE);
  close_session();
}

int main(void) {
  RUN(nonsense_at_a_door_is_a_trap);
  RUN(an_empty_range_may_lie_at_the_end);
  RUN(an_input_function_is_checked_too);
  RUN(a_wrong_end_is_a_trap);
  RUN(a_result_is_read_strictly);
  RUN(random_results_do_no_harm);
  RUN(a_store_outside_is_a_trap);
  RUN(the_shadow_stack_has_a_floor);
  RUN(memory_grows_to_its_limit);
  RUN(copies_may_overlap);
  RUN(a_stop_comes_softly_then_hard);
  RUN(time_stops_softly_then_hard);
  RUN(no_door_opens_while_stopping);
  RUN(a_guest_that_waits_is_not_trusted);
  RUN(steps_are_exact);
  RUN(roll_back_is_exact);
  RUN(a_cell_forgets);
  RUN(reset_goes_back_to_the_boot);
  return tap_end();
}
