// large.c - tables and stacks that are large, and which a short run hardly writes to.
//
// They come last in memory: the small variables then lie together.
#include "frames.h"
#include "heap.h"
#include "qstrbits.h"

char vitrine_frames[FRAMES_SIZE] __attribute__((aligned(16)));
size_t vitrine_collect_stack[COLLECT_STACK];
uint32_t vitrine_qstr_bits[QSTR_BITS / 32];
uint32_t vitrine_qstr_shapes[128];
size_t vitrine_qstr_ones[256];
