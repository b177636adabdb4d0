"""Where an exception was raised, and which type it has."""

HOOKS = [
    # Where an exception is raised is noted by the bytecodes that may raise.
    ("py/vm.c", "#define SELECTIVE_EXC_IP (0)\n", "#define SELECTIVE_EXC_IP (1)\n"),
    (
        "py/vm.c",
        "mp_obj_exception_add_traceback(MP_OBJ_FROM_PTR(nlr.ret_val), source_file,",
        "vitrine_traceback_add(code_state->fun_bc, MP_OBJ_FROM_PTR(nlr.ret_val), source_file,",
    ),
    (
        "py/runtime.c",
        "mp_raise_type_arg(&mp_type_RuntimeError, MP_OBJ_NEW_QSTR(MP_QSTR_maximum",
        "mp_raise_type_arg(&mp_type_RecursionError, MP_OBJ_NEW_QSTR(MP_QSTR_maximum",
    ),
    # Tracebacks grow by doubling: of deep recursion they are long.
    ("py/objexcept.c", "self->traceback_alloc + TRACEBACK_ENTRY_LEN, true);", "2 * self->traceback_alloc, true);"),
    ("py/objexcept.c", "self->traceback_alloc += TRACEBACK_ENTRY_LEN;", "self->traceback_alloc *= 2;"),
    # Where a syntax error is, and what was before it.
    ("py/lexer.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "machine/stop.h"\n'),
    (
        "py/lexer.c",
        "void mp_lexer_to_next(mp_lexer_t *lex) {\n",
        "void mp_lexer_to_next(mp_lexer_t *lex) {\n    vitrine_token_before = lex->tok_kind;\n",
    ),
    ("py/parse.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "machine/stop.h"\n'),
    (
        "py/parse.c",
        "        mp_obj_exception_add_traceback(exc, lex->source_name, lex->tok_line, MP_QSTRnull);\n",
        "        exc = vitrine_syntax_error(exc, lex);\n"
        "        mp_obj_exception_add_traceback(exc, lex->source_name, lex->tok_line, MP_QSTRnull);\n",
    ),
]
