// callers.h - the frames of functions as objects: callers.c.
#ifndef VITRINE_GUEST_CALLERS_H
#define VITRINE_GUEST_CALLERS_H

#include "py/objfun.h"

// What a traceback shows of a frame: where it was.
mp_obj_t callers_ended(qstr file, size_t line, qstr name);

// The line of a function's first statement that does something.
size_t callers_first_line(const mp_obj_fun_bc_t *fun);

// sys._getframe(depth=0)
extern const mp_obj_fun_builtin_var_t callers_getframe_obj;

#endif
