// textcodec.h - text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32.
#ifndef VITRINE_GUEST_TEXTCODEC_H
#define VITRINE_GUEST_TEXTCODEC_H

#include "py/obj.h"

// encoding and errors: str objects or MP_OBJ_NULL. `from` is for the error only.
mp_obj_t vitrine_decode(mp_obj_t from, const byte *p, size_t n, mp_obj_t encoding, mp_obj_t errors);
void vitrine_encode(vstr_t *out, mp_obj_t text, mp_obj_t encoding, mp_obj_t errors);
// These bytes are not UTF-8: says where.
NORETURN void vitrine_decode_error(const byte *p, size_t n);

#endif
