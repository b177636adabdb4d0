// frames.c - the stack of frames of Python functions; see frames.h.
#include "frames.h"

#include <string.h>

#include "type/coroutines.h"
#include "py/objexcept.h"
#include "py/objfun.h"
#include "py/runtime.h"
#include "stop.h"

#define FRAMES_SIZE (128 * 1024)

char vitrine_frames[FRAMES_SIZE] __attribute__((aligned(16)));
char *vitrine_frames_top = vitrine_frames;

// Frames are counted, and entered only when there is no stop to be noticed.
static bool may_enter(void) {
    return vitrine_depth_left > 0 && !vitrine_stop;
}

static void enter(mp_code_state_t *frame, const mp_obj_fun_bc_t *fun) {
    --vitrine_depth_left;
    frame->old_globals = mp_globals_get();
    mp_globals_set(fun->context->module.globals);
}

mp_code_state_t *vitrine_frame_call(mp_obj_t callee, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (!mp_obj_is_exact_type(callee, &mp_type_fun_bc) || !may_enter()) {
        return NULL;
    }
    mp_obj_fun_bc_t *fun = MP_OBJ_TO_PTR(callee);
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    size_t size = offsetof(mp_code_state_t, state) + n_state * sizeof(mp_obj_t) + n_exc_stack * sizeof(mp_exc_stack_t);
    if (size > (size_t)(vitrine_frames + FRAMES_SIZE - vitrine_frames_top)) {
        return NULL;
    }
    mp_code_state_t *frame = (mp_code_state_t *)vitrine_frames_top;
    vitrine_frames_top += size;
    frame->fun_bc = fun;
    frame->n_state = n_state;
    if (n_args == n_pos_args && (n_kw | scope_flags | n_kwonly_args) == 0) {
        // Nothing but positional arguments.
        memset(frame->state, 0, (n_state - n_args) * sizeof(mp_obj_t));
        mp_obj_t *local = frame->state + n_state;
        for (size_t i = 0; i < n_args; ++i) {
            *--local = args[i];
        }
        MP_BC_PRELUDE_SIZE_DECODE(ip);
        ip += n_info;
        for (; n_cell; --n_cell) {
            mp_obj_t *cell = &frame->state[n_state - 1 - *ip++];
            *cell = mp_obj_new_cell(*cell);
        }
        frame->ip = ip;
    } else {
        mp_setup_code_state(frame, n_args, n_kw, args);
    }
    enter(frame, fun);
    return frame;
}

static mp_obj_gen_instance_t *generator_of(mp_code_state_t *frame) {
    return (mp_obj_gen_instance_t *)((char *)frame - offsetof(mp_obj_gen_instance_t, code_state));
}

static void exchange_handled(mp_code_state_t *frame, bool enters) {
    mp_exc_stack_t *first = NULL, *e = (mp_exc_stack_t *)(frame->state + frame->n_state);
    mp_obj_base_t *last = NULL;
    for (size_t n = frame->exc_sp_idx; n > 0; --n, ++e) {
        if (e->prev_exc != NULL) {
            first = first == NULL ? e : first;
            last = e->prev_exc;
        }
    }
    if (first != NULL && enters) {
        first->outer_exc = MP_STATE_VM(cur_exception);
        MP_STATE_VM(cur_exception) = last;
    } else if (first != NULL) {
        MP_STATE_VM(cur_exception) = first->outer_exc;
    }
}

void vitrine_frame_handles(mp_code_state_t *frame, bool enters) {
    if (frame->exc_sp_idx > 0) {
        exchange_handled(frame, enters);
    }
}

mp_code_state_t *vitrine_frame_resume(mp_obj_t generator, mp_obj_t value) {
    if (!vitrine_is_generator(mp_obj_get_type(generator))) {
        return NULL;
    }
    mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(generator);
    mp_code_state_t *frame = &self->code_state;
    if (frame->ip == NULL || self->pend_exc != mp_const_none || !may_enter()) {
        return NULL;
    }
    if (frame->sp != frame->state - 1) {
        *frame->sp = value;
    } else if (value != mp_const_none) {
        return NULL; // it has just been made, and nothing waits for the value
    }
    self->pend_exc = MP_OBJ_NULL;
    vitrine_frame_handles(frame, true);
    enter(frame, frame->fun_bc);
    return frame;
}

static void leave(mp_code_state_t *frame) {
    ++vitrine_depth_left;
    mp_globals_set(frame->old_globals);
    if (frame->how == FRAME_CALL) {
        vitrine_frames_top = (char *)frame;
    } else {
        generator_of(frame)->pend_exc = mp_const_none;
    }
}

void vitrine_frame_returned(mp_code_state_t *frame) {
    leave(frame);
    if (frame->how != FRAME_CALL) {
        frame->ip = NULL; // it has ended
    }
}

mp_obj_t vitrine_frame_yielded(mp_code_state_t *frame) {
    leave(frame);
    vitrine_frame_handles(frame, false);
    mp_obj_t value = *frame->sp;
    *frame->sp = mp_const_none;
    return value;
}

void *vitrine_frame_raised(mp_code_state_t *frame, void *exception) {
    vitrine_frame_returned(frame);
    if (frame->how != FRAME_CALL) {
        return MP_OBJ_TO_PTR(vitrine_generator_raised(generator_of(frame)->base.type, MP_OBJ_FROM_PTR(exception)));
    }
    return exception;
}

void vitrine_frame_cut(mp_code_state_t *frame, char *base) {
    while (frame->prev != NULL && frame->how != FRAME_CALL) {
        frame = frame->prev;
    }
    if (frame->prev != NULL || (char *)frame == vitrine_frames) {
        const byte *ip = frame->fun_bc->bytecode;
        MP_BC_PRELUDE_SIG_DECODE(ip);
        base = (char *)(frame->state + n_state) + n_exc_stack * sizeof(mp_exc_stack_t);
    }
    vitrine_frames_top = base;
}
