/* switch_x86_64.c - changing stacks on x86-64, System V calling convention.
 *
 * A stopped side is its stack pointer; from there upwards lie mxcsr and the x87
 * control word in one quadword, then r15 r14 r13 r12 rbx rbp and the return
 * address. vt_switch() must never use a shadow stack: `ret` goes where this
 * stack says, and a processor that compares would fault. */
#include "switch.h"

#if defined(VT_SWITCH_BY_HAND) && defined(__x86_64__)

#include <stdint.h>

__asm__(".text\n"
        ".p2align 4\n"
        ".globl vt_switch\n"
        ".hidden vt_switch\n"
        ".type vt_switch, @function\n"
        "vt_switch:\n"
        "  .cfi_startproc\n"
        "  pushq %rbp\n"
        "  .cfi_adjust_cfa_offset 8\n  .cfi_rel_offset %rbp, 0\n"
        "  pushq %rbx\n"
        "  .cfi_adjust_cfa_offset 8\n  .cfi_rel_offset %rbx, 0\n"
        "  pushq %r12\n"
        "  .cfi_adjust_cfa_offset 8\n  .cfi_rel_offset %r12, 0\n"
        "  pushq %r13\n"
        "  .cfi_adjust_cfa_offset 8\n  .cfi_rel_offset %r13, 0\n"
        "  pushq %r14\n"
        "  .cfi_adjust_cfa_offset 8\n  .cfi_rel_offset %r14, 0\n"
        "  pushq %r15\n"
        "  .cfi_adjust_cfa_offset 8\n  .cfi_rel_offset %r15, 0\n"
        "  subq $8, %rsp\n"
        "  .cfi_adjust_cfa_offset 8\n"
        "  stmxcsr (%rsp)\n"
        "  fnstcw 4(%rsp)\n"
        "  movq %rsp, (%rdi)\n"
        "  movq (%rsi), %rsp\n" /* the frame has the same shape here */
        "  ldmxcsr (%rsp)\n"
        "  fldcw 4(%rsp)\n"
        "  addq $8, %rsp\n"
        "  .cfi_adjust_cfa_offset -8\n"
        "  popq %r15\n"
        "  .cfi_adjust_cfa_offset -8\n  .cfi_restore %r15\n"
        "  popq %r14\n"
        "  .cfi_adjust_cfa_offset -8\n  .cfi_restore %r14\n"
        "  popq %r13\n"
        "  .cfi_adjust_cfa_offset -8\n  .cfi_restore %r13\n"
        "  popq %r12\n"
        "  .cfi_adjust_cfa_offset -8\n  .cfi_restore %r12\n"
        "  popq %rbx\n"
        "  .cfi_adjust_cfa_offset -8\n  .cfi_restore %rbx\n"
        "  popq %rbp\n"
        "  .cfi_adjust_cfa_offset -8\n  .cfi_restore %rbp\n"
        "  ret\n"
        "  .cfi_endproc\n"
        ".size vt_switch, .-vt_switch\n"
    /* The bottom of every guest stack: no return address, no frame pointer, so
     * that debuggers and unwinders end here. */
        ".p2align 4\n"
        ".hidden vt_switch_begin\n"
        ".globl vt_switch_begin\n"
        ".type vt_switch_begin, @function\n"
        "vt_switch_begin:\n"
        "  .cfi_startproc\n"
        "  .cfi_undefined %rip\n"
        "  xorl %ebp, %ebp\n"
        "  movq %r12, %rdi\n"
        "  callq *%rbx\n"
        "  ud2\n"
        "  .cfi_endproc\n"
        ".size vt_switch_begin, .-vt_switch_begin\n");

extern const char vt_switch_begin[];

void vt_switch_prepare(vt_context *context, void *low, size_t size, void (*run)(void *),
                       void *arg) {
  /* Below the return address lies what vt_switch() pops; above it, the stack that
   * vt_switch_begin finds must be aligned to 16. */
  uintptr_t *sp = (uintptr_t *)((uint8_t *)low + size) - 2 - 8;
  sp[0] = 0x1f80u | (uintptr_t)0x037f << 32; /* mxcsr and control word at reset */
  sp[1] = sp[2] = sp[3] = 0;                 /* r15 r14 r13 */
  sp[4] = (uintptr_t)arg;                    /* r12 */
  sp[5] = (uintptr_t)run;                    /* rbx */
  sp[6] = 0;                                 /* rbp */
  sp[7] = (uintptr_t)vt_switch_begin;
  context->sp = sp;
}

bool vt_switch_supported(void) {
  /* Reads the shadow stack pointer; does nothing where there is none. */
  uint64_t shadow = 0;
  __asm__ volatile("rdsspq %0" : "+r"(shadow));
  return shadow == 0;
}

#endif
