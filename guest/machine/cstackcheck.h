// cstackcheck.h - how deep C may recurse: included by py/cstack.h.
//
// A function that checks takes VITRINE_FRAME bytes of the shadow stack at least,
// so that its depth, and with it that of the native stack, is bounded even where
// the compiler keeps all its variables in registers.
#ifndef VITRINE_GUEST_CSTACKCHECK_H
#define VITRINE_GUEST_CSTACKCHECK_H

#include <stdint.h>

// Bytes at the end of the stack for C code that does not check.
#define VITRINE_STACK_MARGIN (64 * 1024)

NORETURN void mp_raise_recursion_depth(void);

#ifdef __wasm__
#define VITRINE_FRAME 128
#define VITRINE_STACK_LOW ((uintptr_t)VITRINE_STACK_MARGIN) // the stack begins at 0
#else
#define VITRINE_FRAME 1
extern uintptr_t vitrine_stack_low;
#define VITRINE_STACK_LOW vitrine_stack_low
#endif

// Takes arguments, so that the scan for names can preprocess the unpatched cstack.c.
#define mp_cstack_check(...) do { \
        char vitrine_frame[VITRINE_FRAME]; \
        uintptr_t vitrine_here = (uintptr_t)vitrine_frame; \
        __asm__ volatile ("" : "+r" (vitrine_here)); \
        if (vitrine_here < VITRINE_STACK_LOW) { \
            mp_raise_recursion_depth(); \
        } \
} while (0)

#endif
