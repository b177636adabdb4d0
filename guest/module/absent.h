// absent.h - what an import of a module that is not there says.
#ifndef VITRINE_GUEST_ABSENT_H
#define VITRINE_GUEST_ABSENT_H

#include "py/obj.h"

NORETURN void vitrine_absent(qstr name);

#endif
