// program.c - what modules may ask about the program that runs: its text, and
// which methods its functions call.
//
// The text lies in the host's request, which stays while the run does.
#include "module/program.h"

#include "machine/callers.h"
#include "machine/frames.h"
#include "py/bc0.h"
#include "py/gc.h"
#include "py/objfun.h"
#include "py/runtime.h"

static const uint8_t *program_text;
static size_t program_length;
static qstr program_name;

void vitrine_program_is(qstr name, const uint8_t *text, size_t length) {
    program_name = name;
    program_text = text;
    program_length = length;
}

// The program's text, if the name is its file's.
static mp_obj_t program_source(mp_obj_t name) {
    if (program_text == NULL || !mp_obj_equal(name, MP_OBJ_NEW_QSTR(program_name))) {
        return mp_const_none;
    }
    return mp_obj_new_str((const char *)program_text, program_length);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_program_source_obj, program_source);

// Whether the opcode that loads a method has this name behind it. Other bytes that
// look like it are taken for it: nothing may depend on a yes being right.
static bool loads_method(const mp_obj_fun_bc_t *function, qstr name) {
    const qstr_short_t *names = function->context->constants.qstr_table;
    size_t n = gc_nbytes(names) / sizeof(*names), length = gc_nbytes(function->bytecode), i = 0;
    while (i < n && names[i] != name) {
        ++i;
    }
    if (i >= MIN(n, 1u << 14)) {
        return false;
    }
    const byte *code = function->bytecode;
    for (size_t at = 0; at + 2 < length; ++at) {
        if (code[at] == MP_BC_LOAD_METHOD
            && (i < 128 ? code[at + 1] == i : code[at + 1] == (128 | i >> 7) && code[at + 2] == (i & 127))) {
            return true;
        }
    }
    return false;
}

// The function in a closure; NULL: it is not one in bytecode.
static const mp_obj_fun_bc_t *function_of(mp_obj_t function) {
    if (mp_obj_is_type(function, &mp_type_closure)) {
        function = ((mp_obj_closure_t *)MP_OBJ_TO_PTR(function))->fun;
    }
    return mp_obj_is_type(function, &mp_type_fun_bc) || mp_obj_is_type(function, &mp_type_gen_wrap)
        ? MP_OBJ_TO_PTR(function) : NULL;
}

// Whether a function of the program may call a method of that name.
static mp_obj_t program_calls(mp_obj_t function, mp_obj_t name) {
    const mp_obj_fun_bc_t *bytecode = function_of(function);
    return mp_obj_new_bool(bytecode != NULL && loads_method(bytecode, mp_obj_str_get_qstr(name)));
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_program_calls_obj, program_calls);

// A line in a function's body; 0: it has none.
static mp_obj_t program_line(mp_obj_t function) {
    const mp_obj_fun_bc_t *bytecode = function_of(function);
    return MP_OBJ_NEW_SMALL_INT(bytecode == NULL ? 0 : callers_first_line(bytecode));
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_program_line_obj, program_line);
