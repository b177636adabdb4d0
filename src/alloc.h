/* alloc.h - every host allocation of the library.
 *
 * Plain malloc() and friends, so that what the library hands out can be freed
 * with free(). A build with -DVT_FAULTS can make the n-th attempt fail, and
 * counts those of the platform (mappings, files) with them: see fault.c. */
#ifndef VT_ALLOC_H
#define VT_ALLOC_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(VT_FAULTS)
/* Counts an attempt. True: it is to fail. */
bool vt_fault(void);
/* The n-th attempt of the process from now on fails, and only that. 0: none. */
void vt_fault_at(uint64_t n);
/* Attempts since vt_fault_at() was called last. */
uint64_t vt_fault_count(void);
static inline void *vt_alloc(size_t size) { return vt_fault() ? NULL : malloc(size); }
static inline void *vt_realloc(void *at, size_t size) {
  return vt_fault() ? NULL : realloc(at, size);
}
#else
#define vt_fault() false
#define vt_alloc(size) malloc(size)
#define vt_realloc(at, size) realloc(at, size)
#endif
#define vt_free(at) free(at)

#endif
