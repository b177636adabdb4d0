// port.h - what the files of the port share.
#ifndef VITRINE_GUEST_PORT_H
#define VITRINE_GUEST_PORT_H

#include <stdbool.h>

#include "doors.h"
#include "py/obj.h"
#include "py/mpprint.h"

// The largest value that may cross in this run, in bytes of CBOR.
extern uint32_t vitrine_value_limit;

// A printer into a buffer: what does not fit is dropped, and noted.
typedef struct {
    char *buf;
    size_t len, size;
    bool cut;
} vitrine_buffer_t;
void vitrine_buffer_print(void *buffer, const char *text, size_t len);

NORETURN void vitrine_raise_permission(const char *message);

// Drops what was read ahead of standard input.
void vitrine_input_forget(void);

// Of generators that nobody seeded: chance, and true; or the same number in every run.
bool vitrine_random_seed(uint32_t *seed);

// Counts the sessions that this memory has been in, one after the other.
extern uint32_t vitrine_life;

// Sends how the run ended, once: MP_STATE_VM(vitrine_value) is its value, and
// `exception` what was not caught; MP_OBJ_NULL: nothing. Raises nothing.
void vitrine_result_send(mp_obj_t exception);

#endif
