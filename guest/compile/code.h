// code.h - what compile() takes and makes.
#ifndef VITRINE_CODE_H
#define VITRINE_CODE_H

#include "py/obj.h"

void vitrine_code_attr(mp_obj_t self, qstr attr, mp_obj_t *dest);
// The text of a tree of ast; others as they are.
mp_obj_t vitrine_source_of(mp_obj_t source);

#endif
