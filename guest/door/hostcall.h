// hostcall.h - host functions as the guest sees them.
#ifndef VITRINE_GUEST_HOSTCALL_H
#define VITRINE_GUEST_HOSTCALL_H

#include <stddef.h>
#include <stdint.h>

#include "py/bc.h"
#include "py/obj.h"
#include "waiting.h"

// Makes the host function `name` known: "f" a built-in name, "db.query" a
// function of the module db. about: [signature, doc, is it async], the first two
// str or None.
void hostcall_grant(const uint8_t *name, size_t len, mp_obj_t about);

// Calls one from the dispatch loop's frame, or from C: NULL. MP_OBJ_NULL: see pause.h.
mp_obj_t hostcall_call(mp_code_state_t *frame, mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args);
// Sends the message of a call, and reads the answer: see waiting.h.
answer_t hostcall_send(const uint8_t *message, size_t len, mp_obj_t *value);
// What the host raised.
mp_obj_t hostcall_exception(mp_obj_t type, mp_obj_t message);

#endif
