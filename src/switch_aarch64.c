/* switch_aarch64.c - changing stacks on 64-bit Arm, standard calling convention.
 *
 * A stopped side is its stack pointer; from there upwards lie x29 x30, x19 to
 * x28, d8 to d15 and fpcr: 176 bytes. x18 belongs to the platform and stays.
 * vt_switch() must never run with a guarded control stack: `ret` goes where this
 * stack says. */
#include "switch.h"

#if defined(VT_SWITCH_BY_HAND) && defined(__aarch64__)

#include <stdint.h>

__asm__(".text\n"
        ".p2align 4\n"
        ".globl vt_switch\n"
        ".hidden vt_switch\n"
        ".type vt_switch, %function\n"
        "vt_switch:\n"
        "  .cfi_startproc\n"
        "  hint #34\n" /* bti c */
        "  stp x29, x30, [sp, #-176]!\n"
        "  .cfi_def_cfa_offset 176\n"
        "  .cfi_offset x29, -176\n  .cfi_offset x30, -168\n"
        "  stp x19, x20, [sp, #16]\n"
        "  .cfi_offset x19, -160\n  .cfi_offset x20, -152\n"
        "  stp x21, x22, [sp, #32]\n"
        "  .cfi_offset x21, -144\n  .cfi_offset x22, -136\n"
        "  stp x23, x24, [sp, #48]\n"
        "  .cfi_offset x23, -128\n  .cfi_offset x24, -120\n"
        "  stp x25, x26, [sp, #64]\n"
        "  .cfi_offset x25, -112\n  .cfi_offset x26, -104\n"
        "  stp x27, x28, [sp, #80]\n"
        "  .cfi_offset x27, -96\n  .cfi_offset x28, -88\n"
        "  stp d8, d9, [sp, #96]\n"
        "  stp d10, d11, [sp, #112]\n"
        "  stp d12, d13, [sp, #128]\n"
        "  stp d14, d15, [sp, #144]\n"
        "  mrs x10, fpcr\n"
        "  str x10, [sp, #160]\n"
        "  mov x9, sp\n"
        "  str x9, [x0]\n"
        "  ldr x9, [x1]\n"
        "  mov sp, x9\n" /* the frame has the same shape here */
        "  ldr x9, [sp, #160]\n"
        "  cmp x9, x10\n" /* writing fpcr is dear, and it is rarely different */
        "  b.eq 1f\n"
        "  msr fpcr, x9\n"
        "1:\n"
        "  ldp x19, x20, [sp, #16]\n"
        "  ldp x21, x22, [sp, #32]\n"
        "  ldp x23, x24, [sp, #48]\n"
        "  ldp x25, x26, [sp, #64]\n"
        "  ldp x27, x28, [sp, #80]\n"
        "  ldp d8, d9, [sp, #96]\n"
        "  ldp d10, d11, [sp, #112]\n"
        "  ldp d12, d13, [sp, #128]\n"
        "  ldp d14, d15, [sp, #144]\n"
        "  ldp x29, x30, [sp], #176\n"
        "  .cfi_def_cfa_offset 0\n"
        "  ret\n"
        "  .cfi_endproc\n"
        ".size vt_switch, .-vt_switch\n"
    /* The bottom of every guest stack: no return address, no frame pointer, so
     * that debuggers and unwinders end here. */
        ".p2align 4\n"
        ".globl vt_switch_begin\n"
        ".hidden vt_switch_begin\n"
        ".type vt_switch_begin, %function\n"
        "vt_switch_begin:\n"
        "  .cfi_startproc\n"
        "  .cfi_undefined x30\n"
        "  mov x29, #0\n"
        "  mov x30, #0\n"
        "  mov x0, x20\n"
        "  blr x19\n"
        "  brk #1\n"
        "  .cfi_endproc\n"
        ".size vt_switch_begin, .-vt_switch_begin\n");

extern const char vt_switch_begin[];

void vt_switch_prepare(vt_context *context, void *low, size_t size, void (*run)(void *),
                       void *arg) {
  uintptr_t *sp = (uintptr_t *)((uint8_t *)low + size) - 22;
  for (size_t i = 0; i < 22; i++) sp[i] = 0; /* fpcr too: to nearest, no traps */
  sp[1] = (uintptr_t)vt_switch_begin;        /* x30 */
  sp[2] = (uintptr_t)run;                    /* x19 */
  sp[3] = (uintptr_t)arg;                    /* x20 */
  context->sp = sp;
}

bool vt_switch_supported(void) {
  /* CHKFEAT clears bit 0 of x16 if guarded control stacks are on; older cores
   * do nothing. */
  register uint64_t feature __asm__("x16") = 1;
  __asm__ volatile("hint #40" : "+r"(feature));
  return feature != 0;
}

#endif
