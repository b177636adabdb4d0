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

typedef struct _mp_obj_closure_t {
    mp_obj_base_t base;
    mp_obj_t fun;
    size_t n_closed;
    mp_obj_t closed[];
} mp_obj_closure_t;
extern const mp_obj_type_t mp_type_closure;

typedef struct _mp_obj_bound_meth_t {
    mp_obj_base_t base;
    mp_obj_t meth;
    mp_obj_t self;
} mp_obj_bound_meth_t;

enum {
    FRAME_CALL,  // push the result
    FRAME_CACHE, // push the result, which lru_cache keeps: functools.c
    FRAME_FOR,   // a generator, resumed by FOR_ITER
    FRAME_FROM   // a generator, resumed by YIELD_FROM
};

// Where C entered the dispatch loop, the innermost first: each knows the frame that
// the loop is in.
typedef struct _vitrine_entry_t {
    struct _vitrine_entry_t *outer;
    mp_code_state_t *frame;
} vitrine_entry_t;
extern vitrine_entry_t *vitrine_entries;

// The stack of frames: from vitrine_frames up to vitrine_frames_top, which lies in
// the newest of the chunks of the heap that it goes on in when it is deep.
typedef struct _frame_chunk_t {
    struct _frame_chunk_t *below; // NULL: vitrine_frames is
    char *below_top, *below_end;
    char *end;
    char frames[];
} frame_chunk_t;
#define FRAMES_SIZE (128 * 1024)
extern char vitrine_frames[FRAMES_SIZE], *vitrine_frames_top;

// The newest, and one that is kept so that a loop of calls at an end takes no other
// each time; or NULL. The collector knows them.
extern frame_chunk_t *vitrine_frames_chunk, *vitrine_frames_spare;

void vitrine_frames_reset(void);

// The frame of a call, to be entered, or NULL: C has to make the call. Whoever
// enters a frame sets `prev`, `prev_exc_sp` and `how`. Its stacks are empty: `sp`
// and `exc_sp_idx` need not say so.
mp_code_state_t *vitrine_frame_call(mp_obj_t callee, size_t n_args, size_t n_kw, const mp_obj_t *args);

// The same for a call with stars, whose operands lie at `sp` as the opcode has them.
// NULL: the call has been made, and its result is at `sp`.
mp_code_state_t *vitrine_frame_call_var(bool method, size_t n_args_n_kw, mp_obj_t *sp);

// The same for a cache of lru_cache, which lies at `sp`; args behind it. Its frame's
// result goes to vitrine_cache_store().
bool vitrine_is_cache(mp_obj_t callee);
mp_code_state_t *vitrine_cache_call(mp_obj_t *sp, size_t n_args, size_t n_kw, const mp_obj_t *args);
void vitrine_cache_store(mp_obj_t cache, mp_obj_t key, mp_obj_t value);

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
