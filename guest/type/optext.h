// optext.h - what operators say that do not apply; see optext.c.
#ifndef VITRINE_OPTEXT_H
#define VITRINE_OPTEXT_H

#include "py/obj.h"
#include "py/runtime0.h"

NORETURN void vitrine_raise_unary(mp_unary_op_t op, mp_obj_t o);
// `given` is the operator as it was written: it may be an augmented assignment.
NORETURN void vitrine_raise_binary(mp_binary_op_t given, mp_obj_t lhs, mp_obj_t rhs);
NORETURN void vitrine_raise_index_type(const mp_obj_type_t *type, mp_obj_t index);
NORETURN void vitrine_raise_index_range(const mp_obj_type_t *type);

// TypeError for some of what cannot be unpacked.
void vitrine_unpack_check(mp_obj_t o);
// The same for *o in a call, which may be all that the function is given.
void vitrine_star_check(mp_obj_t function, mp_obj_t o, bool alone);
// **o in a call is no mapping.
NORETURN void vitrine_raise_mapping(mp_obj_t function, mp_obj_t o);
// A key of **o, interned; TypeError unless it is text.
mp_obj_t vitrine_keyword(mp_obj_t key);

#endif
