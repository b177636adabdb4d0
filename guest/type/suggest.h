// suggest.h - what an unknown name may have been meant to be: suggest.c.
#ifndef VITRINE_GUEST_SUGGEST_H
#define VITRINE_GUEST_SUGGEST_H

#include "py/obj.h"

// For a NameError or AttributeError: a str, or MP_OBJ_NULL. May run the guest's code.
mp_obj_t vitrine_suggestion(mp_obj_t exception);

#endif
