// pause.h - a run that waits for the host without a native stack.
//
// Where nothing but Python frames lies between the run's entry and what waits, the
// dispatch loop is left as it is: its frames stay where they are, in memory. The
// run returns to the host, and is called again later. Where a function in C lies
// between, the door keeps the native stack instead.
#ifndef VITRINE_GUEST_PAUSE_H
#define VITRINE_GUEST_PAUSE_H

#include "py/bc.h"
#include "py/obj.h"

// What may wait when it is called. The dispatch loop does it with the frame that calls,
// everybody else through the type's slot, with NULL.
extern const mp_obj_type_t vitrine_pause_function_type, vitrine_host_function_type;

static inline bool vitrine_waits(mp_obj_t fun) {
    return mp_obj_is_exact_type(fun, &vitrine_host_function_type)
        || mp_obj_is_exact_type(fun, &vitrine_pause_function_type);
}

// MP_OBJ_NULL: the loop is to be left, with PAUSED.
#define PAUSED ((mp_vm_return_kind_t)98)
mp_obj_t vitrine_waits_call(mp_code_state_t *frame, mp_obj_t fun, size_t n_args, size_t n_kw, const mp_obj_t *args);

// Waits: for an answer to `call`, if that is not MP_OBJ_NULL, and until ns have passed,
// if that is not PAUSE_EVER; or, with PAUSE_ONCE, for whatever comes first. The
// answer, or None, or MP_OBJ_NULL: to be returned to the dispatch loop.
#define PAUSE_EVER UINT64_MAX
typedef enum { PAUSE_ONCE, PAUSE_UNTIL } pause_how_t;
mp_obj_t vitrine_pause(mp_code_state_t *frame, mp_obj_t call, uint64_t ns, pause_how_t how);

// A function of one argument that may wait.
typedef struct {
    mp_obj_base_t base;
    mp_obj_t (*fn)(mp_code_state_t *frame, mp_obj_t arg);
} pause_function_t;

// Set by the request: this run may wait. Else it sleeps at the door.
extern bool vitrine_may_wait;

// Calls a function, or goes on where it paused. False: it waits, and the run is to
// return.
bool vitrine_pause_run(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args, mp_obj_t *value);
bool vitrine_pause_resume(mp_obj_t *value);
// Whether there is something to go on with, and to forget that.
bool vitrine_pause_is(void);
void vitrine_pause_forget(void);

#endif
