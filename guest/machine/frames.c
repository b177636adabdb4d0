// frames.c - the stack of frames of Python functions; see frames.h.
#include "frames.h"

#include <alloca.h>
#include <string.h>

#include "type/coroutines.h"
#include "heap.h"
#include "leaf.h"
#include "py/objexcept.h"
#include "py/objfun.h"
#include "py/runtime.h"
#include "stop.h"

char *vitrine_frames_top;
static char *frames_end;
frame_chunk_t *vitrine_frames_chunk, *vitrine_frames_spare;
vitrine_entry_t *vitrine_entries;

void vitrine_frames_reset(void) {
    vitrine_frames_top = vitrine_frames;
    frames_end = vitrine_frames + FRAMES_SIZE;
    vitrine_frames_chunk = vitrine_frames_spare = NULL;
}

static __attribute__((noinline)) void chunk_enter(size_t size) {
    size_t bytes = MAX(size, FRAMES_SIZE);
    frame_chunk_t *chunk = vitrine_frames_spare;
    if (chunk == NULL || (size_t)(chunk->end - chunk->frames) < size) {
        chunk = vitrine_leaf_maybe(sizeof(*chunk) + bytes);
        if (chunk == NULL) {
            vitrine_heap_ease();
            mp_raise_recursion_depth();
        }
        chunk->end = chunk->frames + bytes;
    }
    vitrine_frames_spare = NULL;
    chunk->below = vitrine_frames_chunk;
    chunk->below_top = vitrine_frames_top;
    chunk->below_end = frames_end;
    vitrine_frames_chunk = chunk;
    frames_end = chunk->end;
    vitrine_frames_top = chunk->frames;
}

static void chunk_leave(void) {
    vitrine_frames_top = vitrine_frames_chunk->below_top;
    frames_end = vitrine_frames_chunk->below_end;
    vitrine_frames_spare = vitrine_frames_chunk;
    vitrine_frames_chunk = vitrine_frames_chunk->below;
}

// Frames are counted, and entered only when there is no stop to be noticed.
static bool may_enter(void) {
    return vitrine_depth_left > 0 && !vitrine_stop;
}

static void enter(mp_code_state_t *frame, const mp_obj_fun_bc_t *fun) {
    --vitrine_depth_left;
    frame->old_globals = mp_globals_get();
    mp_globals_set(fun->context->module.globals);
}

// More than so many arguments behind what comes before them are for C to move.
#define MOVED_MAX 64

// Before the arguments come the variables of functions around it, and what a method
// is bound to. (Not a structure of them: that would lie in memory for every call.)
static __attribute__((noinline)) void set_up(mp_code_state_t *frame, size_t n_closed, const mp_obj_t *closed, mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_closed == 0 && self == MP_OBJ_NULL) {
        mp_setup_code_state(frame, n_args, n_kw, args);
        return;
    }
    size_t n = n_args + 2 * n_kw;
    mp_obj_t *all = alloca((n_closed + 1 + n) * sizeof(mp_obj_t)), *next = all;
    for (size_t i = 0; i < n_closed; ++i) {
        *next++ = closed[i];
    }
    if (self != MP_OBJ_NULL) {
        *next++ = self;
    }
    memcpy(next, args, n * sizeof(mp_obj_t));
    mp_setup_code_state(frame, next - all + n_args, n_kw, all);
}

mp_code_state_t *vitrine_frame_call(mp_obj_t callee, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    size_t n_closed = 0;
    const mp_obj_t *closed = NULL;
    mp_obj_t self = MP_OBJ_NULL;
    if (!mp_obj_is_exact_type(callee, &mp_type_fun_bc)) {
        if (mp_obj_is_exact_type(callee, &mp_type_bound_meth)) {
            mp_obj_bound_meth_t *method = MP_OBJ_TO_PTR(callee);
            self = method->self;
            callee = method->meth;
        }
        if (mp_obj_is_exact_type(callee, &mp_type_closure)) {
            mp_obj_closure_t *closure = MP_OBJ_TO_PTR(callee);
            n_closed = closure->n_closed;
            closed = closure->closed;
            callee = closure->fun;
        }
        if (!mp_obj_is_exact_type(callee, &mp_type_fun_bc) || n_closed + n_args + 2 * n_kw > MOVED_MAX) {
            return NULL;
        }
    }
    if (!may_enter()) {
        return NULL;
    }
    mp_obj_fun_bc_t *fun = MP_OBJ_TO_PTR(callee);
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    size_t size = offsetof(mp_code_state_t, state) + n_state * sizeof(mp_obj_t) + n_exc_stack * sizeof(mp_exc_stack_t);
    if (size > (size_t)(frames_end - vitrine_frames_top)) {
        chunk_enter(size);
    }
    mp_code_state_t *frame = (mp_code_state_t *)vitrine_frames_top;
    vitrine_frames_top += size;
    frame->fun_bc = fun;
    frame->n_state = n_state;
    if (n_closed + (self != MP_OBJ_NULL) + n_args == n_pos_args && (n_kw | scope_flags | n_kwonly_args) == 0) {
        // Nothing but positional arguments.
        memset(frame->state, 0, (n_state - n_pos_args) * sizeof(mp_obj_t));
        mp_obj_t *local = frame->state + n_state;
        for (size_t i = 0; i < n_closed; ++i) {
            *--local = closed[i];
        }
        if (self != MP_OBJ_NULL) {
            *--local = self;
        }
        for (size_t i = 0; i < n_args; ++i) {
            *--local = args[i];
        }
        size_t n_info = *ip >> 1, n_cell = *ip & 1;
        if (n_info < 0x40) { // as nearly always: all is said in a byte
            ++ip;
        } else {
            MP_BC_PRELUDE_SIZE_DECODE_INTO(ip, n_info, n_cell);
        }
        ip += n_info;
        for (; n_cell; --n_cell) {
            mp_obj_t *cell = &frame->state[n_state - 1 - *ip++];
            *cell = mp_obj_new_cell(*cell);
        }
        frame->ip = ip;
    } else {
        set_up(frame, n_closed, closed, self, n_args, n_kw, args);
    }
    enter(frame, fun);
    return frame;
}

mp_code_state_t *vitrine_frame_call_var(bool method, size_t n_args_n_kw, mp_obj_t *sp) {
    mp_call_args_t all;
    mp_call_prepare_args_n_kw_var(method, n_args_n_kw, sp, &all);
    mp_code_state_t *frame = vitrine_frame_call(all.fun, all.n_args, all.n_kw, all.args);
    if (frame == NULL) {
        *sp = mp_call_function_n_kw(all.fun, all.n_args, all.n_kw, all.args);
    }
    mp_nonlocal_free(all.args, all.n_alloc * sizeof(mp_obj_t));
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
    if (frame->how <= FRAME_CACHE) {
        vitrine_frames_top = (char *)frame;
        if (vitrine_frames_chunk != NULL && (char *)frame == vitrine_frames_chunk->frames) {
            chunk_leave();
        }
    } else {
        generator_of(frame)->pend_exc = mp_const_none;
    }
}

void vitrine_frame_returned(mp_code_state_t *frame) {
    leave(frame);
    if (frame->how > FRAME_CACHE) {
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
    if (frame->how > FRAME_CACHE) {
        return MP_OBJ_TO_PTR(vitrine_generator_raised(generator_of(frame)->base.type, MP_OBJ_FROM_PTR(exception)));
    }
    return exception;
}

void vitrine_frame_cut(mp_code_state_t *frame, char *base) {
    while (frame->prev != NULL && frame->how > FRAME_CACHE) {
        frame = frame->prev;
    }
    if (frame->prev != NULL || (char *)frame == vitrine_frames) {
        const byte *ip = frame->fun_bc->bytecode;
        MP_BC_PRELUDE_SIG_DECODE(ip);
        base = (char *)(frame->state + n_state) + n_exc_stack * sizeof(mp_exc_stack_t);
    }
    while (vitrine_frames_chunk != NULL && (base <= vitrine_frames_chunk->frames || base > vitrine_frames_chunk->end)) {
        chunk_leave();
    }
    vitrine_frames_top = base;
}
