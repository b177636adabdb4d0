/* switch_ucontext.c - changing stacks with the C library.
 *
 * For processors without a switch of their own here. Right everywhere, but each
 * change is a system call, because it also keeps the signal mask: some 50 times
 * dearer, see docs/decisions/2-stacks.md. */
#include "switch.h"

#if defined(VT_SWITCH_UCONTEXT)

#include <fenv.h>
#include <stdint.h>

/* makecontext() passes ints only. */
static void begin(unsigned run_high, unsigned run_low, unsigned arg_high, unsigned arg_low) {
  uintptr_t run = (uintptr_t)((uint64_t)run_high << 32 | run_low);
  uintptr_t arg = (uintptr_t)((uint64_t)arg_high << 32 | arg_low);
  fesetenv(FE_DFL_ENV);
  ((void (*)(void *))run)((void *)arg);
}

void vt_switch_prepare(vt_context *context, void *low, size_t size, void (*run)(void *),
                       void *arg) {
  uint64_t r = (uintptr_t)run, a = (uintptr_t)arg;
  getcontext(context);
  context->uc_stack.ss_sp = low;
  context->uc_stack.ss_size = size;
  context->uc_link = NULL;
  makecontext(context, (void (*)(void))begin, 4, (unsigned)(r >> 32), (unsigned)r,
              (unsigned)(a >> 32), (unsigned)a);
}

void vt_switch(vt_context *from, const vt_context *to) { swapcontext(from, to); }

bool vt_switch_supported(void) { return true; }

#endif
