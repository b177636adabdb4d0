// charnames.c - a character by its name: unicodedata knows it.
#include "py/builtin.h"
#include "py/runtime.h"
#include "machine/stop.h"

mp_int_t vitrine_named_character(const vstr_t *name) {
    mp_obj_t module = mp_import_name(MP_QSTR__charnames, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    mp_obj_t found = mp_call_function_1(mp_load_attr(module, MP_QSTR_code_of), mp_obj_new_str(name->buf, name->len));
    return found == mp_const_none ? -1 : mp_obj_get_int(found);
}

NORETURN void vitrine_lexer_char_error(mp_lexer_t *lexer, size_t start, size_t end, const char *what) {
    vitrine_lexer_raise(lexer, mp_obj_new_exception_msg_varg(&mp_type_SyntaxError,
        MP_ERROR_TEXT("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s"),
        (int)start, (int)end, what));
}
