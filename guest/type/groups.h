// groups.h - exception groups: groups.c.
#ifndef VITRINE_GUEST_GROUPS_H
#define VITRINE_GUEST_GROUPS_H

#include "py/obj.h"
#include "py/objexcept.h"

// A new group's arguments are what they have to be; it gets its type.
void vitrine_group_check(mp_obj_exception_t *self);

// An exception in a group, or MP_OBJ_NULL. Allocates nothing, trusts nothing.
mp_obj_t vitrine_group_member(mp_obj_t group, size_t i);

// split, subgroup or derive, to be called with the group.
mp_obj_t vitrine_group_function(qstr name);

// Called by compiled `except*`.
extern const mp_obj_fun_builtin_fixed_t vitrine_star_begin_obj, vitrine_star_match_obj, vitrine_star_raised_obj, vitrine_star_end_obj;

#endif
