/* switch.h - how this CPU changes from one stack to another.
 *
 * By hand for x86-64 and aarch64, by ucontext elsewhere under glibc and with
 * -DVT_SWITCH_UCONTEXT, and else not at all (VT_SWITCH_NONE). */
#ifndef VT_SWITCH_H
#define VT_SWITCH_H

#include <stdbool.h>
#include <stddef.h>

#include "platform.h"

#if defined(VT_PORTABLE)
#define VT_SWITCH_NONE 1
#elif (defined(__x86_64__) || defined(__aarch64__)) && defined(__LP64__) && \
    !defined(VT_SWITCH_UCONTEXT)
#define VT_SWITCH_BY_HAND 1
#elif defined(__GLIBC__)
#undef VT_SWITCH_UCONTEXT
#define VT_SWITCH_UCONTEXT 1
#else
#define VT_SWITCH_NONE 1
#endif

#if defined(VT_SWITCH_BY_HAND)
/* All that a stopped side needs lies on its stack. */
typedef struct {
  void *sp;
} vt_context;
#elif defined(VT_SWITCH_UCONTEXT)
#include <ucontext.h>
typedef ucontext_t vt_context;
#endif

#if !defined(VT_SWITCH_NONE)
/* Makes the context that calls run(arg) on the stack [low, low+size), which is
 * aligned to 16, in the default floating-point environment. run must not
 * return. */
void vt_switch_prepare(vt_context *context, void *low, size_t size, void (*run)(void *), void *arg);
/* Stops here, to be continued when something switches to *from, and continues
 * *to. Registers that a call preserves and the control bits of the
 * floating-point environment are kept. */
void vt_switch(vt_context *from, const vt_context *to);
/* False if this thread keeps a shadow stack. */
bool vt_switch_supported(void);
#endif

#endif
