// waiting.h - calls that the host answers later.
#ifndef VITRINE_GUEST_WAITING_H
#define VITRINE_GUEST_WAITING_H

#include <stdbool.h>
#include <stdint.h>

#include "cbor.h"
#include "py/obj.h"

// An answer of the host: [0, value], [1, type, message] or [2, id].
typedef enum { ANSWER_VALUE, ANSWER_RAISE, ANSWER_LATER } answer_t;
// Reads one: the value, the exception, or the id. Raises ValueError if it is none.
answer_t waiting_read(cbor_reader_t *r, mp_obj_t *value);

// A call: one that waits under that id, with the message that made it; or one that
// was answered at once.
mp_obj_t waiting_new(mp_obj_t id, const uint8_t *message, size_t len);
mp_obj_t waiting_done(answer_t answer, mp_obj_t value);
bool waiting_is_over(mp_obj_t call);
// Its answer; raises what the host raised.
mp_obj_t waiting_value(mp_obj_t call);

// Takes answers: `length` bytes wait to be fetched, or lie at `data`, [id, answer]…
void waiting_deliver(uint32_t length);
void waiting_deliver_from(const uint8_t *data, size_t len);
// Makes all calls anew: the host does not know of them any more.
void waiting_again(void);
// Nothing waits any more.
void waiting_forget(void);

#endif
