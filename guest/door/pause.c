// pause.c - a run that waits for the host without a native stack; see pause.h.
//
// Owns what is needed to go on: the frame that waits, and what for.
#include "pause.h"

#include "doors.h"
#include "machine/frames.h"
#include "hostcall.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "waiting.h"

bool vitrine_may_wait;

static struct {
    mp_code_state_t *frame; // NULL: nothing waits
    pause_how_t how;
    uint64_t until; // of door_ticks(), or PAUSE_EVER
    int32_t depth_left;
} paused;
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_paused_call);
MP_REGISTER_ROOT_POINTER(mp_obj_dict_t *vitrine_paused_globals);
MP_REGISTER_ROOT_POINTER(mp_obj_base_t *vitrine_paused_exception); // sys.exc_info()
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_paused_raise);

// --- functions that may wait ---

mp_obj_t vitrine_waits_call(mp_code_state_t *frame, mp_obj_t fun, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (!mp_obj_is_exact_type(fun, &vitrine_pause_function_type)) {
        return hostcall_call(frame, fun, n_args, n_kw, args);
    }
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    const pause_function_t *self = MP_OBJ_TO_PTR(fun);
    return self->fn(frame, args[0]);
}

static mp_obj_t function_call(mp_obj_t fun, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return vitrine_waits_call(NULL, fun, n_args, n_kw, args);
}

MP_DEFINE_CONST_OBJ_TYPE(vitrine_pause_function_type, MP_QSTR_function,
    MP_TYPE_FLAG_BUILTIN_FUN,
    call, function_call
    );

// --- waiting ---

// Nanoseconds that are left of it.
static uint64_t left(uint64_t until) {
    if (until == PAUSE_EVER) {
        return PAUSE_EVER;
    }
    uint64_t now = door_ticks();
    return until > now ? until - now : 0;
}

static bool is_over(mp_obj_t call, uint64_t until, pause_how_t how) {
    return how == PAUSE_ONCE || (call != MP_OBJ_NULL ? waiting_is_over(call) : left(until) == 0);
}

static uint64_t end_of(uint64_t ns) {
    uint64_t now = door_ticks();
    return ns < PAUSE_EVER - now ? now + ns : PAUSE_EVER;
}

// On the native stack.
static mp_obj_t stay(mp_obj_t call, uint64_t ns, pause_how_t how) {
    uint64_t until = end_of(ns);
    do {
        uint32_t length = door_wait(ns, 1);
        vitrine_stop_check();
        waiting_deliver(length);
        ns = left(until);
    } while (!is_over(call, until, how));
    return call != MP_OBJ_NULL ? waiting_value(call) : mp_const_none;
}

mp_obj_t vitrine_pause(mp_code_state_t *frame, mp_obj_t call, uint64_t ns, pause_how_t how) {
    const mp_code_state_t *bottom = frame;
    while (bottom != NULL && bottom->prev != NULL) {
        bottom = bottom->prev;
    }
    if (!vitrine_may_wait || (char *)bottom != vitrine_frames) {
        return stay(call, ns, how);
    }
    paused.frame = frame;
    paused.how = how;
    paused.until = end_of(ns);
    MP_STATE_VM(vitrine_paused_call) = call;
    return MP_OBJ_NULL;
}

bool vitrine_pause_is(void) {
    return paused.frame != NULL;
}

static void forget(void) {
    paused.frame = NULL;
    MP_STATE_VM(vitrine_paused_call) = MP_OBJ_NULL;
    MP_STATE_VM(vitrine_paused_globals) = NULL;
    MP_STATE_VM(vitrine_paused_exception) = NULL;
    MP_STATE_VM(vitrine_paused_raise) = MP_OBJ_NULL;
    vitrine_frames_reset();
}

void vitrine_pause_forget(void) {
    waiting_forget();
    if (vitrine_pause_is() || vitrine_frames_top != vitrine_frames) {
        forget();
    }
}

#ifdef __wasm__

// Makes the frame that waited ready to go on. False: it waits on.
static bool settle(void) {
    mp_code_state_t *frame = paused.frame;
    mp_obj_t call = MP_STATE_VM(vitrine_paused_call);
    if (!vitrine_stop && !is_over(call, paused.until, paused.how)) {
        return false;
    }
    MP_STATE_VM(vitrine_paused_raise) = MP_OBJ_NULL;
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        vitrine_stop_check();
        *frame->sp = call != MP_OBJ_NULL ? waiting_value(call) : mp_const_none;
        nlr_pop();
        while (*frame->ip++ & 0x80) { // the operand of the call
        }
    } else {
        MP_STATE_VM(vitrine_paused_raise) = MP_OBJ_FROM_PTR(nlr.ret_val);
    }
    return true;
}

// False: a stop came first.
static bool leave(void) {
    return door_wait(left(paused.until), 0) == DOOR_WAIT_LEAVE;
}

// Enters the loop with a frame, until the first frame is done or one waits.
static bool execute(mp_code_state_t *frame, mp_obj_t *value) {
    mp_vm_return_kind_t kind;
    for (;;) {
        paused.frame = NULL;
        kind = mp_execute_bytecode(frame, MP_OBJ_SENTINEL);
        if (kind != PAUSED) {
            break;
        }
        MP_STATE_VM(vitrine_paused_globals) = mp_globals_get();
        MP_STATE_VM(vitrine_paused_exception) = MP_STATE_VM(cur_exception);
        paused.depth_left = vitrine_depth_left;
        do {
            if (leave()) {
                return false;
            }
        } while (!settle());
        frame = paused.frame;
    }
    mp_code_state_t *first = (mp_code_state_t *)vitrine_frames;
    forget();
    mp_globals_set(first->old_globals);
    if (kind == MP_VM_RETURN_EXCEPTION) {
        nlr_raise(first->state[0]);
    }
    *value = *first->sp;
    return true;
}

bool vitrine_pause_run(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args, mp_obj_t *value) {
    mp_code_state_t *frame = vitrine_may_wait ? vitrine_frame_call(function, n_args, n_kw, args) : NULL;
    if (frame == NULL) {
        *value = mp_call_function_n_kw(function, n_args, n_kw, args);
        return true;
    }
    frame->prev = NULL;
    frame->sp = frame->state - 1;
    frame->exc_sp_idx = 0;
    return execute(frame, value);
}

bool vitrine_pause_resume(mp_obj_t *value) {
    while (!settle()) {
        if (leave()) {
            return false;
        }
    }
    mp_globals_set(MP_STATE_VM(vitrine_paused_globals));
    MP_STATE_VM(cur_exception) = MP_STATE_VM(vitrine_paused_exception);
    vitrine_depth_left = paused.depth_left;
    return execute(paused.frame, value);
}
#else
// Natively the loop enters C for every call, and there is no host to wait for.
bool vitrine_pause_run(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args, mp_obj_t *value) {
    *value = mp_call_function_n_kw(function, n_args, n_kw, args);
    return true;
}

bool vitrine_pause_resume(mp_obj_t *value) {
    *value = mp_const_none;
    return true;
}
#endif
