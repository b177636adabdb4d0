// reprguard.h - containers that contain themselves print as [...]; see reprguard.c.
#ifndef VITRINE_REPRGUARD_H
#define VITRINE_REPRGUARD_H

#include "py/mpprint.h"
#include "py/nlr.h"
#include "py/obj.h"

typedef struct vitrine_repr {
    nlr_jump_callback_node_t callback;
    struct vitrine_repr *outer;
    mp_obj_t o;
} vitrine_repr_t;

// False, with the text printed, if o is being printed already; else leave has to follow.
bool vitrine_repr_enter(vitrine_repr_t *guard, const mp_print_t *print, mp_obj_t o, const char *text);
void vitrine_repr_leave(vitrine_repr_t *guard);

#endif
