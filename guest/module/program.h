// program.h - the program that runs, for modules that ask about it.
#ifndef VITRINE_PROGRAM_H
#define VITRINE_PROGRAM_H

#include "py/obj.h"

// The text has to stay until this is called anew; NULL: there is none.
void vitrine_program_is(qstr name, const uint8_t *text, size_t length);

// _os.source(filename), _os.calls(function, method), _os.line(function)
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_program_source_obj);
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_program_line_obj);
MP_DECLARE_CONST_FUN_OBJ_2(vitrine_program_calls_obj);

#endif
