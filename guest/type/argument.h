// argument.h - what a built-in was given: ints from __index__, subclasses, slices, keywords.
#ifndef VITRINE_GUEST_ARGUMENT_H
#define VITRINE_GUEST_ARGUMENT_H

#include "py/obj.h"
#include "py/objtype.h"

// o itself if it is of that very type, the native part of an instance of a
// subclass, or MP_OBJ_NULL.
mp_obj_t vitrine_native(mp_obj_t o, const mp_obj_type_t *type);

// What complex() sees: what __complex__() gives, or the value in one of a subclass.
mp_obj_t vitrine_complex_of(mp_obj_t o);

// A real number: a float, an int, what has __float__ or __index__; TypeError.
double vitrine_real(mp_obj_t o);

// An int, a bool, or what has __index__.
bool vitrine_is_index(mp_obj_t o);
// That as an int object; TypeError.
mp_obj_t vitrine_int(mp_obj_t o);
// That as a number; TypeError, OverflowError.
mp_int_t vitrine_index(mp_obj_t o);
// A bound of a slice: None is `missing`, and what is too large is cut.
mp_int_t vitrine_bound(mp_obj_t o, mp_int_t missing);
// One item of what is called `type`; ValueError.
byte vitrine_byte(mp_obj_t item, const char *type);

// The items of a slice: count of them, from start on, each step from the last.
typedef struct {
    size_t start, count;
    mp_int_t step;
} vitrine_range;
void vitrine_slice_range(mp_obj_t slice, size_t len, vitrine_range *r);

// In one new array, never NULL: the arguments, and behind them the keywords in pairs.
mp_obj_t *vitrine_flat_arguments(size_t n_args, const mp_obj_t *args, const mp_map_t *kwargs);

NORETURN void vitrine_raise_type(const char *text_with_one_type, mp_obj_t o);

#endif
