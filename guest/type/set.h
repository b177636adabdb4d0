// set.h - what others need of sets; see py/objset.c.
#ifndef VITRINE_SET_H
#define VITRINE_SET_H

#include "py/obj.h"

// The table of a set, a frozenset or an instance of a subclass; NULL for others.
mp_set_t *vitrine_set_of(mp_obj_t o);
// A new set of what an iterable yields.
mp_obj_t vitrine_set_from(mp_obj_t iterable);
// |, &, - and ^ of a new set with any iterable; the set is changed and returned.
mp_obj_t vitrine_set_combine(mp_binary_op_t op, mp_obj_t set, mp_obj_t iterable);

#endif
