// stop.h - what the hooks in the interpreter call; see patch.py.
#ifndef VITRINE_GUEST_STOP_H
#define VITRINE_GUEST_STOP_H

#include "doors.h"
#include "py/bc.h"
#include "py/lexer.h"
#include "py/obj.h"
#include "py/objexcept.h"
#include "py/parse.h"

// Nested Python calls that are still allowed.
extern int32_t vitrine_depth_left;

// A run begins: so deep it may nest. A program asks for another depth; a host that
// leaves it at DEPTH_STANDARD leaves that to the program.
#define DEPTH_STANDARD 1000
void vitrine_depth_begin(uint32_t granted);
mp_int_t vitrine_depth_get(void);
void vitrine_depth_set(mp_int_t limit);

// Raised by a soft stop. No handler of the guest's is given it.
extern mp_obj_exception_t vitrine_stop_exception;
NORETURN void vitrine_stop_raise(void);
// After a door that waits, or that may have been refused: the host may have
// asked for a stop meanwhile.
static inline void vitrine_stop_check(void) {
    if (vitrine_stop) {
        vitrine_stop_raise();
    }
}
mp_vm_return_kind_t vitrine_frame_refuse(mp_code_state_t *code_state);

// Adds an entry to an exception's traceback, innermost first. The stop has its
// own, which needs no memory.
void vitrine_traceback_add(const struct _mp_obj_fun_bc_t *function, mp_obj_t exception, qstr file, size_t line, qstr block);
void vitrine_stop_traceback(size_t *count, const size_t **entries);
void vitrine_stop_reset(void);

// Exceptions: exceptions.c.
void vitrine_exception_set_cause(mp_obj_t exception, mp_obj_t cause);
// Unless it has one: what was being handled when it was raised.
void vitrine_exception_set_context(mp_obj_t exception, mp_obj_t context);
// What is shown before it, or MP_OBJ_NULL.
mp_obj_t vitrine_exception_before(mp_obj_t exception, bool *is_cause);
// The function that a NameError was raised in, or NULL.
void vitrine_exception_raised_in(mp_obj_t exception, const struct _mp_obj_fun_bc_t *function);
const struct _mp_obj_fun_bc_t *vitrine_exception_function(mp_obj_t exception);
// A list, or MP_OBJ_NULL.
mp_obj_t vitrine_exception_notes(mp_obj_t exception);
void vitrine_exception_set(mp_obj_t exception, qstr attr, mp_obj_t value);
void vitrine_exception_finish(mp_obj_exception_t *self, size_t n_kw, const mp_obj_t *kw);
NORETURN void vitrine_raise_name(const mp_obj_type_t *type, qstr name, const char *format);
// What str() says of an exception, or for a syntax error only what is wrong: where
// it is, is told besides.
mp_obj_t vitrine_exception_message(mp_obj_t exception);
// As an uncaught exception is told, with what led to it: ending.c.
void vitrine_print_exception(const mp_print_t *print, mp_obj_t exception);
// `except` with something that is no exception.
NORETURN void vitrine_raise_not_caught(void);
NORETURN void vitrine_raise_attribute(mp_obj_t base, qstr attr);
NORETURN void vitrine_raise_import_name(mp_obj_t module, qstr name);
mp_obj_t vitrine_import_submodule(mp_obj_t module, qstr name, qstr full);
void vitrine_delete_name(mp_obj_dict_t *dict, qstr name);

// The expression statement whose value is the run's; NULL: none.
extern mp_parse_node_struct_t *vitrine_value_statement;

// Raise SyntaxError at the token: with a text, or for a character that no name has.
NORETURN void vitrine_lexer_error(mp_lexer_t *lexer, mp_rom_error_text_t text);
NORETURN void vitrine_lexer_raise(mp_lexer_t *lexer, mp_obj_t error);
NORETURN void vitrine_lexer_char_error(mp_lexer_t *lexer, size_t start, size_t end, const char *what);
mp_int_t vitrine_named_character(const vstr_t *name); // -1: there is none
void vitrine_check_tabs(mp_lexer_t *lexer, bool consistent);
void vitrine_name_check(mp_lexer_t *lexer);
// Whether the lexer, in a number, is at one of the words that may follow it without a blank.
bool vitrine_number_ends(const mp_lexer_t *lexer);

// Notes where a syntax error is, and may say it better.
extern size_t vitrine_syntax_column;
extern uint8_t vitrine_token_before; // an mp_token_kind_t
mp_obj_t vitrine_syntax_error(mp_obj_t exception, mp_lexer_t *lexer);

// The source that is read; and the offset and the text that an error in it has.
// Column 0: where the line begins.
void vitrine_syntax_source(mp_lexer_t *lexer);
void vitrine_syntax_place(mp_obj_t exception, size_t line, size_t column);

#endif
