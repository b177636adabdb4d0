// doors.h - every import of the guest, and so the whole attack surface.
//
// tools/meter refuses a module that imports anything else. Whatever crosses a
// door is checked on the host's side: pointers and lengths against linear
// memory as it is at that moment, and read once. A wrong one is a trap.
//
// What the host sends waits until the guest fetches it: a request before
// vitrine_run(length) is called, an answer after call() returned its length.
#ifndef VITRINE_GUEST_DOORS_H
#define VITRINE_GUEST_DOORS_H

#include <stdint.h>

#ifdef __wasm__
#define DOOR(name) __attribute__((import_module("vitrine"), import_name(#name)))
#define EXPORT(name) __attribute__((export_name(#name), used))
#else
#define DOOR(name)
#define EXPORT(name)
#endif

// Output. fd is 1 or 2; text is UTF-8 as a rule, never relied on.
DOOR(write) void door_write(uint32_t fd, const char *text, uint32_t length);

// Copies the first `length` bytes of what waits to `to`, and forgets it all.
// Returns how many bytes were waiting.
DOOR(fetch) uint32_t door_fetch(void *to, uint32_t length);

// How the run ended, once, as CBOR:
// [kind, exit_code, repr|null, type|null, message|null, traceback|null,
//  file|null, line, column] and, if the last value is plain data, the value as
// a tenth item. kind: VITRINE_KIND_… below. Short for a run that is done and has
// no value: []; one whose value is None, a bool or an int of 64 bits: [value].
DOOR(result) void door_result(const void *message, uint32_t length);

// Calls the host function named in the CBOR message [name, [args…], {keywords}].
// Returns the length of the answer that waits: CBOR [0, value] or
// [1, type, message]; or [2, id]: it comes later.
DOOR(call) uint32_t door_call(const void *message, uint32_t length);

// Nanoseconds of the guest's own clock: it follows the steps and what was
// slept, and so is the same in every run.
DOOR(ticks) uint64_t door_ticks(void);

// Nanoseconds since 1970 of the wall clock; 0: not granted.
DOOR(clock) uint64_t door_clock(void);

// Fills `to` with randomness and returns 1; 0: not granted.
DOOR(random) uint32_t door_random(void *to, uint32_t length);

// Reads standard input: bytes read, 0 at the end, or DOOR_INPUT_….
DOOR(input) uint32_t door_input(void *to, uint32_t length);
#define DOOR_INPUT_DENIED 0xffffffffu
#define DOOR_INPUT_FAILED 0xfffffffeu

// Waits for ns, or, if the run may wait, until the host has answers; the guest's own
// clock advances by as much. UINT64_MAX: for ever. Returns the length of the answers
// that wait, one after the other: CBOR [id, byte string of an answer]. In a run that
// may wait, `stay` is 0 if the guest is about to return from vitrine_run() and can
// be called again, with VITRINE_OP_RESUME: then this is DOOR_WAIT_LEAVE, or 0 if it
// has to stop.
DOOR(wait) uint32_t door_wait(uint64_t ns, uint32_t stay);
#define DOOR_WAIT_LEAVE 0xffffffffu

// The answer to a call that waits is not wanted any more.
DOOR(drop) void door_drop(uint64_t id);

// --- the exports ---

// A request, little-endian, as the host writes it: this header, then `name`
// (name_length bytes, UTF-8), then the payload (the rest).
typedef struct {
    uint32_t op;          // VITRINE_OP_…
    uint32_t flags;       // VITRINE_FLAG_…
    uint32_t depth;       // nested Python calls allowed
    uint32_t value_limit; // bytes of CBOR of one value
    uint32_t name_length;
} vitrine_request;

enum {
    VITRINE_OP_EXEC,   // payload: source; name: what tracebacks call it
    VITRINE_OP_INVOKE, // payload: CBOR list of arguments, map of those with names, or none; name: a global
    VITRINE_OP_SET,    // payload: CBOR value; name: a global
    VITRINE_OP_GET,    // name: a global
    VITRINE_OP_GRANT,  // name: a host function, "f" or "module.f"
    VITRINE_OP_ARGV,   // payload: CBOR list of str
    VITRINE_OP_NAMES,  // what a session holds, see survey.h
    VITRINE_OP_MODULES,
    VITRINE_OP_RESUME, // payload: answers, as of door_wait(); the run goes on
    VITRINE_OP_REVIVE, // the same in a copy, whose host knows of no calls
};
#define VITRINE_FLAG_INTERACTIVE 1u // bind `_` to the last value
#define VITRINE_FLAG_FORGET 2u      // the input read ahead, and chance, were another session's
#define VITRINE_FLAG_WAIT 4u        // this run may wait

enum {
    VITRINE_KIND_DONE,
    VITRINE_KIND_RAISED,
    VITRINE_KIND_NO_MEMORY, // an uncaught MemoryError
    VITRINE_KIND_STOPPED,   // the soft stop was reached
};

EXPORT(boot) void vitrine_boot(void);
EXPORT(run) void vitrine_run(uint32_t length);
// Set by the host to ask for a soft stop; sticky until the run has ended.
extern volatile uint32_t vitrine_stop;

#endif
