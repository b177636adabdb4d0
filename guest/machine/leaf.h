// leaf.h - blocks of the heap that hold no pointers: text, digits, bytecode. The
// collector does not look into them; see collect.c.
//
// m_new() and its like make one for each type that is LEAF(). A block that holds
// anything else must not be made by way of such a type.
#ifndef VITRINE_GUEST_LEAF_H
#define VITRINE_GUEST_LEAF_H

#include <stddef.h>

#ifdef __wasm__
#define LEAF(type) _Generic((type *)0, \
    char *: 1, signed char *: 1, unsigned char *: 1, short *: 1, unsigned short *: 1, \
    unsigned int *: 1, float *: 1, double *: 1, default: 0)
_Static_assert(!LEAF(void *) && !LEAF(size_t) && !LEAF(__UINTPTR_TYPE__), "these are, or may be, pointers");

// As m_malloc() and m_malloc_maybe().
void *vitrine_leaf(size_t bytes);
void *vitrine_leaf_maybe(size_t bytes);
#else
// The native base has upstream's collector.
#define vitrine_leaf m_malloc
#define vitrine_leaf_maybe m_malloc_maybe
#endif

#endif
