// slice.h - what others need of slices; see py/objslice.c.
#ifndef VITRINE_SLICE_H
#define VITRINE_SLICE_H

#include "py/obj.h"

// How many items bounds from mp_obj_slice_indices() select.
size_t vitrine_slice_len(const mp_bound_slice_t *slice);
// An index that may lie anywhere: what does not fit is cut to what fits.
mp_int_t vitrine_index_clamped(mp_obj_t o);

#endif
