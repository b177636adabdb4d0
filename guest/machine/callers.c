// callers.c - the frames of functions as objects: of those that are active, for
// sys._getframe(), and of what a traceback remembers.
//
// An object outlives what it tells of. It knows the places of all frames that
// were active when it was made, and looks them up among those that are active
// whenever it is asked for what may have changed.
#include "callers.h"

#include "frames.h"
#include "type/functions.h"
#include "compile/locals.h"
#include "py/bc0.h"
#include "py/builtin.h"
#include "py/objfun.h"
#include "py/runtime.h"

typedef struct {
    const mp_code_state_t *state;
    const mp_obj_fun_bc_t *fun;
    const byte *ip;
} place_t;

typedef struct {
    mp_obj_base_t base;
    qstr file, name;
    size_t line; // where it was when this was made
    size_t index, count; // among the places: 0 is the innermost
    place_t *places; // NULL: of a traceback
} frame_t;

static const mp_obj_type_t type_frame, type_frame_code;

// --- the frames that are active ---

typedef struct {
    const vitrine_entry_t *entry;
    const mp_code_state_t *state;
} walk_t;

static walk_t innermost(void) {
    return (walk_t) {vitrine_entries, vitrine_entries == NULL ? NULL : vitrine_entries->frame};
}

static void outwards(walk_t *at) {
    #ifdef __wasm__
    at->state = at->state->prev;
    #else
    at->state = NULL; // each call enters the loop anew, and nobody sets `prev`
    #endif
    while (at->state == NULL && (at->entry = at->entry->outer) != NULL) {
        at->state = at->entry->frame;
    }
}

static size_t line_of(const mp_obj_fun_bc_t *fun, const byte *at) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    const byte *names = ip;
    for (size_t i = 0; i < 1 + n_pos_args + n_kwonly_args; ++i) {
        names = mp_decode_uint_skip(names);
    }
    // The opcode is behind where it goes on.
    return mp_bytecode_get_source_line(vitrine_names_skip(fun, names), ip + n_info, at - 1 - (ip + n_info + n_cell));
}

size_t callers_first_line(const mp_obj_fun_bc_t *fun) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    return line_of(fun, ip + n_info + n_cell + 1);
}

// The frame, if it is still active, or NULL.
static const mp_code_state_t *live(const frame_t *self) {
    if (self->places == NULL) {
        return NULL;
    }
    const place_t *place = &self->places[self->index];
    for (walk_t at = innermost(); at.state != NULL; outwards(&at)) {
        if (at.state == place->state && at.state->fun_bc == place->fun) {
            return at.state;
        }
    }
    return NULL;
}

// --- objects ---

mp_obj_t callers_ended(qstr file, size_t line, qstr name) {
    frame_t *o = mp_obj_malloc(frame_t, &type_frame);
    o->file = file;
    o->name = name == MP_QSTRnull ? MP_QSTR__lt_module_gt_ : name;
    o->line = line;
    o->places = NULL;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t new_frame(place_t *places, size_t index, size_t count) {
    const mp_obj_fun_bc_t *fun = places[index].fun;
    vitrine_parameters_t p;
    qstr name = vitrine_parameters(fun, &p);
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    qstr file = fun->context->constants.qstr_table[0];
    #else
    qstr file = fun->context->constants.source_file;
    #endif
    frame_t *o = MP_OBJ_TO_PTR(callers_ended(file, 0, name));
    o->places = places;
    o->index = index;
    o->count = count;
    o->line = line_of(fun, places[index].ip);
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t globals_of(const frame_t *self) {
    return self->places == NULL ? mp_obj_new_dict(0) : MP_OBJ_FROM_PTR(self->places[self->index].fun->context->module.globals);
}

static mp_obj_t locals_of(const frame_t *self) {
    if (self->name == MP_QSTR__lt_module_gt_ || self->places == NULL) {
        return globals_of(self);
    }
    const mp_code_state_t *state = live(self);
    if (state == NULL) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("the function of this frame has ended: its variables are gone"));
    }
    return vitrine_locals(state);
}

static mp_obj_t code_of(const frame_t *self) {
    if (self->places != NULL && self->name != MP_QSTR__lt_module_gt_) {
        return vitrine_function_code(self->places[self->index].fun);
    }
    frame_t *code = mp_obj_malloc(frame_t, &type_frame_code);
    code->file = self->file;
    code->name = self->name;
    code->line = self->places == NULL ? self->line : 1;
    return MP_OBJ_FROM_PTR(code);
}

static mp_obj_t frame_clear(mp_obj_t self) {
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(frame_clear_obj, frame_clear);

static void frame_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const frame_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR_f_lineno: {
            const mp_code_state_t *state = live(self);
            dest[0] = MP_OBJ_NEW_SMALL_INT(state == NULL ? self->line : line_of(state->fun_bc, state->ip));
            break;
        }
        case MP_QSTR_f_code:
            dest[0] = code_of(self);
            break;
        case MP_QSTR_f_back:
            dest[0] = self->places == NULL || self->index + 1 == self->count ? mp_const_none
                : new_frame(self->places, self->index + 1, self->count);
            break;
        case MP_QSTR_f_globals:
            dest[0] = globals_of(self);
            break;
        case MP_QSTR_f_locals:
            dest[0] = locals_of(self);
            break;
        case MP_QSTR_f_builtins:
            dest[0] = mp_load_attr(MP_OBJ_FROM_PTR(&mp_module_builtins), MP_QSTR___dict__);
            break;
        case MP_QSTR_f_trace:
            dest[0] = mp_const_none;
            break;
        case MP_QSTR_clear:
            dest[0] = MP_OBJ_FROM_PTR(&frame_clear_obj);
            dest[1] = self_in;
            break;
    }
}

static mp_obj_t frame_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const frame_t *a = MP_OBJ_TO_PTR(lhs), *b = MP_OBJ_TO_PTR(rhs);
    if (op != MP_BINARY_OP_EQUAL || !mp_obj_is_type(rhs, &type_frame) || a->places == NULL || b->places == NULL) {
        return MP_OBJ_NULL;
    }
    const place_t *one = &a->places[a->index], *other = &b->places[b->index];
    return mp_obj_new_bool(one->state == other->state && one->fun == other->fun && a->count - a->index == b->count - b->index);
}

static void frame_code_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const frame_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR_co_filename:
            dest[0] = MP_OBJ_NEW_QSTR(self->file);
            break;
        case MP_QSTR_co_firstlineno:
            dest[0] = MP_OBJ_NEW_SMALL_INT(self->places == NULL ? self->line : vitrine_first_line(self->places[self->index].fun));
            break;
        case MP_QSTR_co_name:
            dest[0] = MP_OBJ_NEW_QSTR(vitrine_plain_name(self->name));
            break;
        case MP_QSTR_co_qualname:
            dest[0] = MP_OBJ_NEW_QSTR(self->name);
            break;
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(type_frame, MP_QSTR_frame, MP_TYPE_FLAG_NONE, attr, frame_attr, binary_op, frame_binary_op);
static MP_DEFINE_CONST_OBJ_TYPE(type_frame_code, MP_QSTR_code, MP_TYPE_FLAG_NONE, attr, frame_code_attr);

static mp_obj_t getframe(size_t n_args, const mp_obj_t *args) {
    mp_int_t depth = n_args == 0 ? 0 : MAX(mp_obj_get_int(args[0]), 0);
    size_t count = 0;
    for (walk_t at = innermost(); at.state != NULL; outwards(&at)) {
        ++count;
    }
    if ((size_t)depth >= count) {
        mp_raise_ValueError(MP_ERROR_TEXT("call stack is not deep enough"));
    }
    count -= depth;
    place_t *places = m_new(place_t, count);
    walk_t at = innermost();
    for (mp_int_t i = 0; i < depth; ++i) {
        outwards(&at);
    }
    for (size_t i = 0; i < count; ++i, outwards(&at)) {
        places[i] = (place_t) {at.state, at.state->fun_bc, at.state->ip};
    }
    return new_frame(places, 0, count);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(callers_getframe_obj, 0, 1, getframe);
