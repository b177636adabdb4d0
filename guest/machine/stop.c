// stop.c - how a run is stopped softly, and how deep it may nest.
//
// The host sets vitrine_stop. At the next jump, call, or step of an iterator
// the interpreter raises vitrine_stop_exception, which no handler of the guest's
// sees: the interpreter skips them all, and C code that catches exceptions lets
// this one through. Should any of it be swallowed all the same, the word is
// still set and the next bytecode raises it again.
#include "stop.h"

#include <string.h>

#include "py/objfun.h"
#include "py/runtime.h"

volatile uint32_t vitrine_stop;
int32_t vitrine_depth_left;
static int32_t depth_limit, depth_most;
static mp_int_t depth_asked; // by the program, or 0

// Never a type that guest code can name.
static MP_DEFINE_CONST_OBJ_TYPE(stop_type, MP_QSTR_Stop, MP_TYPE_FLAG_NONE,
    make_new, mp_obj_exception_make_new,
    print, mp_obj_exception_print,
    attr, mp_obj_exception_attr,
    parent, &mp_type_BaseException
    );

mp_obj_exception_t vitrine_stop_exception = {
    .base = {&stop_type},
    .args = (mp_obj_tuple_t *)&mp_const_empty_tuple_obj,
};

// The innermost and the outermost entries are kept: three words each.
#define STOP_ENTRIES 64
static size_t stop_traceback[STOP_ENTRIES * 3];
static size_t stop_count;

void vitrine_stop_raise(void) {
    nlr_raise(MP_OBJ_FROM_PTR(&vitrine_stop_exception));
}

// --- depth ---

// A stack of so many frames takes 60 MiB at least.
#define DEPTH_REACH 1000000

void vitrine_depth_begin(uint32_t granted) {
    depth_most = granted == DEPTH_STANDARD ? DEPTH_REACH : MIN(granted, DEPTH_REACH);
    depth_limit = depth_asked != 0 ? MIN(depth_asked, depth_most) : (int32_t)MIN(granted, DEPTH_REACH);
    vitrine_depth_left = depth_limit;
}

mp_int_t vitrine_depth_get(void) {
    return depth_asked != 0 ? depth_asked : depth_limit;
}

void vitrine_depth_set(mp_int_t limit) {
    int32_t depth = depth_limit - vitrine_depth_left;
    if (limit < 1) {
        mp_raise_ValueError(MP_ERROR_TEXT("recursion limit must be greater or equal than 1"));
    }
    if (limit <= depth) {
        mp_raise_msg_varg(&mp_type_RecursionError,
            MP_ERROR_TEXT("cannot set the recursion limit to %d at the recursion depth %d: the limit is too low"),
            (int)limit, (int)depth);
    }
    depth_asked = limit;
    depth_limit = MIN(limit, depth_most);
    vitrine_depth_left = MAX(depth_limit - depth, 0);
}

mp_vm_return_kind_t vitrine_frame_refuse(mp_code_state_t *code_state) {
    ++vitrine_depth_left;
    if (vitrine_stop) {
        code_state->state[0] = MP_OBJ_FROM_PTR(&vitrine_stop_exception);
    } else {
        code_state->state[0] = mp_obj_new_exception_msg(&mp_type_RecursionError,
            MP_ERROR_TEXT("maximum recursion depth exceeded"));
    }
    return MP_VM_RETURN_EXCEPTION;
}

void vitrine_traceback_add(const mp_obj_fun_bc_t *function, mp_obj_t exception, qstr file, size_t line, qstr block) {
    if (MP_OBJ_TO_PTR(exception) != &vitrine_stop_exception) {
        vitrine_exception_raised_in(exception, function);
        mp_obj_exception_add_traceback(exception, file, line, block);
        return;
    }
    // When it is full, the newer half makes room: entries from the middle go.
    if (stop_count == STOP_ENTRIES) {
        size_t keep = STOP_ENTRIES / 2;
        memmove(&stop_traceback[keep * 3], &stop_traceback[(keep + 1) * 3],
            (STOP_ENTRIES - keep - 1) * 3 * sizeof(size_t));
        --stop_count;
    }
    size_t *entry = &stop_traceback[stop_count++ * 3];
    entry[0] = file;
    entry[1] = line;
    entry[2] = block;
}

void vitrine_stop_traceback(size_t *count, const size_t **entries) {
    *count = stop_count * 3;
    *entries = stop_traceback;
}

void vitrine_stop_reset(void) {
    stop_count = 0;
}
