/* stack_portable.c - stack.h where stacks cannot be changed.
 *
 * The guest runs on the host's stack, and so do its calls to the host. There is
 * no guard: what keeps a deep recursion off the end is the limit, a fixed way
 * down from the frame that took the stack. It must never let a guest park. */
#include "stack.h"

#include "switch.h"

#if defined(VT_SWITCH_NONE)

#include <fenv.h>

#include "alloc.h"

/* What every thread of the host that runs guests must have to spare, and 64 KiB
 * more; set it lower where threads are small. */
#if !defined(VT_STACK_BUDGET)
#define VT_STACK_BUDGET ((size_t)5 << 20)
#endif

struct vt_stack {
  uintptr_t limit;
  fenv_t host; /* the floating-point environment of vt_stack_enter()'s caller */
};

bool vt_stack_supported(void) { return true; }

vt_stack *vt_stack_take(size_t size) {
  vt_stack *stack = vt_alloc(sizeof *stack);
  if (stack == NULL) return NULL;
  /* C has no notion of a stack's direction; every machine we know grows down. */
  volatile char here = 0;
  uintptr_t top = (uintptr_t)&here;
  (void)here;
  if (size > VT_STACK_BUDGET) size = VT_STACK_BUDGET;
  stack->limit = top > size ? top - size : 0;
  return stack;
}

void vt_stack_trim(vt_stack *stack) { (void)stack; }

void vt_stack_give(vt_stack *stack) { vt_free(stack); }

uintptr_t vt_stack_limit(const vt_stack *stack) { return stack->limit; }

bool vt_stack_enter(vt_stack *stack, void (*entry)(void *), void *arg) {
  fegetenv(&stack->host);
  fesetenv(FE_DFL_ENV);
  entry(arg);
  fesetenv(&stack->host);
  return true;
}

void vt_stack_call_host(vt_stack *stack, void (*fn)(void *), void *arg) {
  fesetenv(&stack->host);
  fn(arg);
  fegetenv(&stack->host);
  fesetenv(FE_DFL_ENV);
}

bool vt_stack_park(vt_stack *stack) {
  (void)stack;
  return false;
}

#endif
