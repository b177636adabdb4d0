/* stack.c - guest stacks that are stacks of their own.
 *
 * Owns the pool, the only state that sessions share. A pooled stack is one whose
 * guest function has returned; nobody else knows it. No lock is held here, least
 * of all while the system maps memory. It must never let host code run on a
 * guest stack.
 *
 *   guard | slack | guest frames, down from here | struct vt_stack
 *   base    low     limit                          stack            */
#include "stack.h"

#include "switch.h"

#if !defined(VT_SWITCH_NONE)

#include "fiber.h"
#include "platform.h"
#include "pool.h"

/* More than the largest frame of the generated code, which checks the limit at
 * its entry and could else step over it. A multiple of every page size. */
#define GUARD ((size_t)VT_PLATFORM_PAGE)
/* Below the limit: the runtime's own functions take less than 8 KiB, a signal
 * frame with all vector registers 12 KiB, and then there is the handler. */
#define SLACK ((size_t)65536)
#define STACK_MAX ((size_t)1 << 30)

struct vt_stack {
  vt_context guest, host; /* the side that does not run stopped here */
  void (*entry)(void *);
  void *arg;
  void (*call)(void *); /* what the guest wants done on the host's stack */
  void *call_arg;
  bool begun;  /* it has been entered once, and has its bottom frame  */
  bool active; /* entry has not returned                              */
  bool parked; /* vt_stack_enter() returns after this call            */
  uint8_t *base;
  size_t mapped, size;
  vt_fiber fiber;
};

bool vt_stack_supported(void) { return vt_switch_supported(); }

static uint8_t *stack_low(const vt_stack *stack) { return stack->base + GUARD; }

uintptr_t vt_stack_limit(const vt_stack *stack) { return (uintptr_t)stack_low(stack) + SLACK; }

/* --- making and pooling --- */

static vt_stack *stack_new(size_t size) {
  size_t top = (sizeof(vt_stack) + 63) & ~(size_t)63;
  size_t mapped = (GUARD + SLACK + size + top + 4095) & ~(size_t)4095;
  uint8_t *base = vt_platform_reserve(mapped, VT_PLATFORM_PAGE);
  if (base == NULL) return NULL;
  if (!vt_platform_guard(base, GUARD)) {
    vt_platform_release(base, mapped);
    return NULL;
  }
  vt_stack *stack = (vt_stack *)(void *)(base + mapped - top);
  stack->base = base;
  stack->mapped = mapped;
  stack->size = size;
  vt_fiber_born(&stack->fiber, stack_low(stack), (size_t)((uint8_t *)stack - stack_low(stack)));
  return stack;
}

static void stack_free(vt_stack *stack) {
  vt_fiber_dead(&stack->fiber);
  vt_platform_release(stack->base, stack->mapped);
}

static vt_pool idle;

/* The library may be unloaded, and leaves no mapping behind. */
__attribute__((destructor)) static void pool_drain(void) {
  for (vt_stack *stack; (stack = vt_pool_take(&idle)) != NULL;) stack_free(stack);
}

vt_stack *vt_stack_take(size_t size) {
  if (size > STACK_MAX || !vt_switch_supported()) return NULL;
  if (size > VT_STACK_SIZE) return stack_new(size);
  vt_stack *stack = vt_pool_take(&idle);
  return stack != NULL ? stack : stack_new(VT_STACK_SIZE);
}

/* Of an idle stack. Enough for most programs. */
#define KEPT ((size_t)256 << 10)

void vt_stack_trim(vt_stack *stack) {
  uintptr_t low = (uintptr_t)stack_low(stack);
  uintptr_t high = ((uintptr_t)stack - KEPT) & ~(uintptr_t)(VT_PLATFORM_PAGE - 1);
  if (!stack->active && high > low) vt_platform_discard((void *)low, high - low);
}

void vt_stack_give(vt_stack *stack) {
  if (stack == NULL) return;
  if (stack->active || stack->size > VT_STACK_SIZE || !vt_pool_give(&idle, stack))
    stack_free(stack);
}

/* --- running --- */

static void to_host(vt_stack *stack) {
  vt_fiber_to_host(&stack->fiber, !stack->active);
  vt_switch(&stack->guest, &stack->host);
  vt_fiber_on_guest(&stack->fiber);
}

/* The bottom frame. It stays when entry returns, and serves the next one. */
static void guest_main(void *arg) {
  vt_stack *stack = arg;
  vt_fiber_on_guest(&stack->fiber);
  for (;;) {
    stack->entry(stack->arg);
    stack->active = false;
    to_host(stack);
  }
}

bool vt_stack_enter(vt_stack *stack, void (*entry)(void *), void *arg) {
  if (!stack->active) {
    stack->entry = entry;
    stack->arg = arg;
    stack->active = true;
  }
  if (!stack->begun) {
    uint8_t *low = stack_low(stack);
    vt_switch_prepare(&stack->guest, low, (size_t)((uint8_t *)stack - low), guest_main, stack);
    stack->begun = true;
  }
  for (;;) {
    vt_fiber_to_guest(&stack->fiber);
    vt_switch(&stack->host, &stack->guest);
    vt_fiber_on_host(&stack->fiber);
    if (!stack->active) return true;
    stack->call(stack->call_arg);
    if (stack->parked) {
      stack->parked = false;
      return false;
    }
  }
}

void vt_stack_call_host(vt_stack *stack, void (*fn)(void *), void *arg) {
  stack->call = fn;
  stack->call_arg = arg;
  to_host(stack);
}

bool vt_stack_park(vt_stack *stack) {
  stack->parked = true;
  return true;
}

#endif
