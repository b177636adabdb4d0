// order.h - what sorting asks: which of two comes first.
#ifndef VITRINE_GUEST_ORDER_H
#define VITRINE_GUEST_ORDER_H

#include "py/obj.h"

// a < b as mp_binary_op() has it; at once for numbers, text, and tuples that these decide.
bool vitrine_less(mp_obj_t a, mp_obj_t b);

#endif
