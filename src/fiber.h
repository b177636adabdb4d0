/* fiber.h - telling the tools that watch stacks when we change ours.
 *
 * AddressSanitizer wants the bounds of the stack that comes next, ThreadSanitizer
 * a handle for each stack, valgrind the bounds once. In a build without them all
 * of this is empty; valgrind's part is a few instructions that do nothing
 * outside of it, run when a stack is mapped, and there only if its header was
 * found. */
#ifndef VT_FIBER_H
#define VT_FIBER_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__has_feature)
#define VT_HAS(feature) __has_feature(feature)
#else
#define VT_HAS(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || VT_HAS(address_sanitizer)
#define VT_FIBER_ASAN 1
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__SANITIZE_THREAD__) || VT_HAS(thread_sanitizer)
#define VT_FIBER_TSAN 1
#include <sanitizer/tsan_interface.h>
#endif
#if defined(__has_include) && !defined(NVALGRIND)
#if __has_include(<valgrind/valgrind.h>)
#define VT_FIBER_VALGRIND 1
#include <valgrind/valgrind.h>
#endif
#endif

typedef struct {
  const void *low; /* the guest's stack */
  size_t size;
#if defined(VT_FIBER_ASAN)
  const void *host_low; /* the stack that entered last */
  size_t host_size;
  void *host_fake, *guest_fake; /* where ASan moves locals to */
#endif
#if defined(VT_FIBER_TSAN)
  void *host, *guest;
#endif
  unsigned valgrind;
} vt_fiber;

static inline void vt_fiber_born(vt_fiber *fiber, const void *low, size_t size) {
  *fiber = (vt_fiber){.low = low, .size = size};
#if defined(VT_FIBER_TSAN)
  fiber->guest = __tsan_create_fiber(0);
#endif
#if defined(VT_FIBER_VALGRIND)
  fiber->valgrind = VALGRIND_STACK_REGISTER(low, (const char *)low + size - 1);
#endif
}

static inline void vt_fiber_dead(vt_fiber *fiber) {
#if defined(VT_FIBER_ASAN)
  /* An abandoned guest's frames left their marks. */
  __asan_unpoison_memory_region(fiber->low, fiber->size);
#endif
#if defined(VT_FIBER_TSAN)
  __tsan_destroy_fiber(fiber->guest);
#endif
#if defined(VT_FIBER_VALGRIND)
  VALGRIND_STACK_DEREGISTER(fiber->valgrind);
#endif
  (void)fiber;
}

/* On the host's stack, right before and right after the guest ran. */
static inline void vt_fiber_to_guest(vt_fiber *fiber) {
#if defined(VT_FIBER_ASAN)
  __sanitizer_start_switch_fiber(&fiber->host_fake, fiber->low, fiber->size);
#endif
#if defined(VT_FIBER_TSAN)
  fiber->host = __tsan_get_current_fiber();
  __tsan_switch_to_fiber(fiber->guest, 0);
#endif
  (void)fiber;
}

static inline void vt_fiber_on_host(vt_fiber *fiber) {
#if defined(VT_FIBER_ASAN)
  __sanitizer_finish_switch_fiber(fiber->host_fake, NULL, NULL);
#endif
  (void)fiber;
}

/* On the guest's stack: right before it goes to the host's, `done` if no frame
 * is left but the bottom one, and on arrival. */
static inline void vt_fiber_to_host(vt_fiber *fiber, bool done) {
#if defined(VT_FIBER_ASAN)
  fiber->guest_fake = NULL;
  __sanitizer_start_switch_fiber(done ? NULL : &fiber->guest_fake, fiber->host_low,
                                 fiber->host_size);
#endif
#if defined(VT_FIBER_TSAN)
  __tsan_switch_to_fiber(fiber->host, 0);
#endif
  (void)fiber;
  (void)done;
}

static inline void vt_fiber_on_guest(vt_fiber *fiber) {
#if defined(VT_FIBER_ASAN)
  __sanitizer_finish_switch_fiber(fiber->guest_fake, &fiber->host_low, &fiber->host_size);
#endif
  (void)fiber;
}

#endif
