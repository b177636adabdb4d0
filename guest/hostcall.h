// hostcall.h - host functions as the guest sees them.
#ifndef VITRINE_GUEST_HOSTCALL_H
#define VITRINE_GUEST_HOSTCALL_H

#include <stddef.h>
#include <stdint.h>

#include "py/obj.h"

// Makes the host function `name` known: "f" a built-in name, "db.query" a
// function of the module db. about: [signature, doc], each a str or None.
void hostcall_grant(const uint8_t *name, size_t len, mp_obj_t about);

#endif
