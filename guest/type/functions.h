// functions.h - what a function has besides its code, and what is said when it
// is called wrongly: functions.c.
#ifndef VITRINE_GUEST_FUNCTIONS_H
#define VITRINE_GUEST_FUNCTIONS_H

#include "py/bc.h"
#include "py/objfun.h"
#include "py/reader.h"

// Loads, stores or deletes an attribute of a function made of bytecode.
void vitrine_function_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

// What __code__ gives.
mp_obj_t vitrine_function_code(const mp_obj_fun_bc_t *fun);

// What it is called where it is shown: its __qualname__.
qstr vitrine_function_name(const mp_obj_fun_bc_t *fun);

// The name without the names of what is around it.
qstr vitrine_plain_name(qstr qualified);

// Raise TypeError for a call that does not fit; `state` are the arguments that
// were placed, in the order of their names, downwards.
NORETURN void vitrine_too_many(const mp_obj_fun_bc_t *fun, size_t given, size_t n_kw, const mp_obj_t *kw);
NORETURN void vitrine_missing(const mp_obj_fun_bc_t *fun, const mp_obj_t *first, size_t given);
NORETURN void vitrine_repeated_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t name);
NORETURN void vitrine_unknown_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t name, size_t n_kw, const mp_obj_t *kw);

// The parameters and other variables of a function, as its prelude has them.
typedef struct {
    const mp_obj_fun_bc_t *fun;
    size_t flags, n_pos, n_kwonly, n_defaults;
    size_t n_closed; // variables of functions around it, which come before the parameters
    size_t n_only; // positional-only ones
    const byte *names; // what vitrine_next_name() reads
    const byte *end;
} vitrine_parameters_t;

// Leaves `names` at the first parameter's. Returns the function's name.
qstr vitrine_parameters(const mp_obj_fun_bc_t *fun, vitrine_parameters_t *p);
qstr vitrine_next_name(vitrine_parameters_t *p);

// A parameter's name without what marks it as positional-only.
qstr vitrine_only_name(qstr name);

// How a pattern is described: a tuple that begins with one of these.
enum {
    PATTERN_CAPTURE, // number of the name, or -1
    PATTERN_VALUE, // what it is equal to
    PATTERN_CONSTANT, // what it is
    PATTERN_SEQUENCE, // place of the star, or -1; patterns, and the star's name
    PATTERN_MAPPING, // number of the name of the rest, or -1; keys and patterns
    PATTERN_CLASS, // class, how many have no name, these; names and patterns
    PATTERN_OR, // patterns
    PATTERN_AS, // number of the name, pattern
};

// Whether the name that was just read begins a match statement, or a case.
struct _mp_lexer_t;
bool vitrine_soft_keyword(const struct _mp_lexer_t *lex, const byte *rest, const byte *end);
// Whether the bracket that was just read, after `with`, is around its items.
bool vitrine_with_items(const struct _mp_lexer_t *lex, const byte *rest, const byte *end);
// The text that a reader of memory gives, and what of it is still to come.
mp_obj_t vitrine_function_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
bool mp_reader_mem_text(const struct _mp_reader_t *reader, const byte **text, const byte **end);
bool mp_reader_mem_rest(const struct _mp_reader_t *reader, const byte **rest, const byte **end);

// match(subject, pattern, number of names): False, or True and what they are.
extern const mp_obj_fun_builtin_fixed_t vitrine_match_obj;

// Called by compiled code: a function's doc string, its annotations; `x: int` in a
// class or module.
extern const mp_obj_fun_builtin_fixed_t vitrine_set_doc_obj, vitrine_set_annotations_obj, vitrine_annotate_obj;

#endif
