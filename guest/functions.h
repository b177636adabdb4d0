// functions.h - what a function has besides its code, and what is said when it
// is called wrongly: functions.c.
#ifndef VITRINE_GUEST_FUNCTIONS_H
#define VITRINE_GUEST_FUNCTIONS_H

#include "py/bc.h"
#include "py/objfun.h"

// Loads, stores or deletes an attribute of a function made of bytecode.
void vitrine_function_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

// The name without the names of what is around it.
qstr vitrine_plain_name(qstr qualified);

// Raise TypeError for a call that does not fit; `state` are the arguments that
// were placed, in the order of their names, downwards.
NORETURN void vitrine_too_many(const mp_obj_fun_bc_t *fun, size_t given, size_t n_kw, const mp_obj_t *kw);
NORETURN void vitrine_missing(const mp_obj_fun_bc_t *fun, const mp_obj_t *first, size_t given);
NORETURN void vitrine_wrong_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t name, bool twice);

mp_obj_t vitrine_unbound_local(const byte *ip);

// Called by compiled code: the doc string of a function; `x: int` in a class or module.
extern const mp_obj_fun_builtin_fixed_t vitrine_set_doc_obj, vitrine_annotate_obj;

#endif
