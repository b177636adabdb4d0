/* stack.h - native stacks for guests.
 *
 * A guest's frames lie on a stack of their own, and everything that belongs to
 * the host runs on the host's: hosts that check stack bounds (a JVM, Go,
 * CPython) see only frames of their own threads, and a guest can be left where
 * it is and continued later, on another thread if need be.
 *
 * A guest stack owns nothing: code on it holds no lock, no allocation that only
 * it could free, and no address of a thread-local object. Each side has its own
 * floating-point environment: the default one on the guest stack, and on the
 * host's whatever the host had set.
 *
 * Where the machine has no way to switch stacks (VT_SWITCH_NONE of switch.h,
 * with stack_portable.c in place of stack.c), the guest runs on the host's stack:
 * all the same but vt_stack_park(). */
#ifndef VT_STACK_H
#define VT_STACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a guest may use, if nothing else is asked for. Stacks of up to this size
 * are kept for the next taker. The guest counts its depth by the 1 MiB of shadow
 * stack that it has, and raises RecursionError; native frames take up to 3.7 times
 * as much (gcc -O2), so this is twice what can be used. Sanitizers make frames
 * larger. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VT_STACK_SIZE ((size_t)64 << 20)
#else
#define VT_STACK_SIZE ((size_t)8 << 20)
#endif

typedef struct vt_stack vt_stack;

/* False: this thread has a shadow stack (CET, GCS), on which every change of
 * stacks is a fault. vt_stack_take() would fail. */
bool vt_stack_supported(void);

/* A stack with `size` bytes for guest frames. Any thread. NULL: no memory, or
 * not supported. */
vt_stack *vt_stack_take(size_t size);
/* It was used deeply: only what the next guest needs as a rule stays in memory. */
void vt_stack_trim(vt_stack *stack);
/* Give it back. A guest that is parked on it is abandoned. Accepts NULL. */
void vt_stack_give(vt_stack *stack);

/* The lowest address for guest frames: below it is room for the runtime's own
 * functions and for a signal handler of the host. Without stack switching it
 * holds for the thread and the frame that took the stack, and those beyond. */
uintptr_t vt_stack_limit(const vt_stack *stack);

/* On the host's stack: runs entry(arg) on the guest's, or continues where the
 * guest was parked; then entry and arg are not looked at. True: entry has
 * returned. False: the guest is parked. */
bool vt_stack_enter(vt_stack *stack, void (*entry)(void *), void *arg);
/* On the guest's stack: runs fn(arg) on the host's, then comes back. fn may
 * enter other stacks, but not this one. */
void vt_stack_call_host(vt_stack *stack, void (*fn)(void *), void *arg);
/* From such an fn: once it has returned, vt_stack_enter() returns false, and
 * the next one continues, on any thread. False: no stack switching here. */
bool vt_stack_park(vt_stack *stack);

#endif
