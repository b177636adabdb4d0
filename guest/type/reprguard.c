// reprguard.c - containers that contain themselves print as [...].
//
// What is being printed is a list on the C stack; whatever jumps out of there
// takes its entry along.
#include "reprguard.h"

#include "py/runtime.h"

static vitrine_repr_t *innermost;

static void jumped(void *callback) {
    innermost = ((vitrine_repr_t *)callback)->outer;
}

bool vitrine_repr_enter(vitrine_repr_t *guard, const mp_print_t *print, mp_obj_t o, const char *text) {
    for (const vitrine_repr_t *g = innermost; g != NULL; g = g->outer) {
        if (g->o == o) {
            mp_print_str(print, text);
            return false;
        }
    }
    guard->outer = innermost;
    guard->o = o;
    innermost = guard;
    nlr_push_jump_callback(&guard->callback, jumped);
    return true;
}

void vitrine_repr_leave(vitrine_repr_t *guard) {
    nlr_pop_jump_callback(false);
    innermost = guard->outer;
}
