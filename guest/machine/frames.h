// frames.h - frames of Python functions that Python functions call.
//
// Such a call stays in the dispatch loop: its frame lies in a stack of its own,
// says in `how` what is to be done with its result, and no C function is
// entered. Nor is one for a generator that `for` or `yield from` resumes; its
// frame lies in its object. A frame that C has entered has no `prev`.
#ifndef VITRINE_GUEST_FRAMES_H
#define VITRINE_GUEST_FRAMES_H

#include "py/bc.h"
#include "py/obj.h"

typedef struct _mp_obj_gen_instance_t {
    mp_obj_base_t base;
    // None: not running. MP_OBJ_NULL: running. Other: an exception to raise when
    // it is resumed.
    mp_obj_t pend_exc;
    mp_code_state_t code_state;
} mp_obj_gen_instance_t;

enum {
    FRAME_CALL, // push the result
    FRAME_FOR,  // a generator, resumed by FOR_ITER
    FRAME_FROM  // a generator, resumed by YIELD_FROM
};

// The stack of frames: from vitrine_frames up to vitrine_frames_top.
extern char vitrine_frames[], *vitrine_frames_top;

// The frame of a call, to be entered, or NULL: C has to make the call. Whoever
// enters a frame sets `prev`, `prev_exc_sp` and `how`. Its stacks are empty: `sp`
// and `exc_sp_idx` need not say so.
mp_code_state_t *vitrine_frame_call(mp_obj_t callee, size_t n_args, size_t n_kw, const mp_obj_t *args);

// The frame of a generator that is sent a value, or NULL.
mp_code_state_t *vitrine_frame_resume(mp_obj_t generator, mp_obj_t value);

// A generator is entered, or left for now: the exceptions that it handles are
// what sys.exc_info() tells of, or are no longer.
void vitrine_frame_handles(mp_code_state_t *frame, bool enters);

// A frame with `prev` has returned, yielded, or raised something: what
// is to be raised in `prev` comes back.
void vitrine_frame_returned(mp_code_state_t *frame);
mp_obj_t vitrine_frame_yielded(mp_code_state_t *frame);
void *vitrine_frame_raised(mp_code_state_t *frame, void *exception);

// Something was raised in `frame`: what lies above it is gone. `base` is where
// the stack ended when C entered the frame at the end of its chain, if that does not
// lie in the stack itself, as a run's first does: see pause.c.
void vitrine_frame_cut(mp_code_state_t *frame, char *base);

#endif
