// locals.h - the variables of a function by name: locals.c.
#ifndef VITRINE_GUEST_LOCALS_H
#define VITRINE_GUEST_LOCALS_H

#include "py/bc.h"
#include "py/objfun.h"

// Behind the parameters' names, at `ip`, are those of other variables, unless
// the function was compiled before the guest was. What comes after them.
const byte *vitrine_names_skip(const mp_obj_fun_bc_t *fun, const byte *ip);

// The variables that have a value, as a new dict.
mp_obj_t vitrine_locals(const mp_code_state_t *frame);

// The name of a variable, or MP_QSTRnull.
qstr vitrine_local_name(const mp_obj_fun_bc_t *fun, size_t slot);

// Where its definition begins, or 1 if nobody kept that.
size_t vitrine_first_line(const mp_obj_fun_bc_t *fun);

// What is raised for a variable without a value; `ip` is behind its opcode.
mp_obj_t vitrine_unbound_local(const mp_obj_fun_bc_t *fun, const byte *ip);

// here(callee, locals, arguments…): calls eval() and the like with them.
extern const mp_obj_fun_builtin_var_t vitrine_here_obj;

// What super() calls where it has no first parameter to go by: RuntimeError.
extern const mp_obj_fun_builtin_fixed_t vitrine_no_super_obj;

#endif
