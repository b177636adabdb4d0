/* guest_ops.h - the operations of the generated code: every access of linear
 * memory, step, stack check and trap of the guest is one of these.
 *
 * The invariant: an access lies at memory + (address & mask) + offset, below
 * the slack that the reservation ends with; a store has asked vt_touch() about
 * its card unless it is into the running function's own shadow frame. */
#ifndef VT_GUEST_OPS_H
#define VT_GUEST_OPS_H

#include "cage.h"

#include <math.h>
#include <string.h>

typedef uint32_t u32;
typedef int32_t i32;
typedef uint64_t u64;
typedef int64_t i64;
typedef float f32;
typedef double f64;

#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COLD __attribute__((cold, noinline))

/* The two calls that are hardly ever made, from places that are run all the
 * time: through a stub that keeps every register, so that the code around them
 * need not save any. (guest.c is compiled without a red zone.) */
#if defined(__x86_64__) && defined(__ELF__)
static inline bool vt_cold_touch(vt_cage *c, u32 address) {
  __asm__ volatile("call vt_stub_touch" : "+a"(address) : "D"(c) : "cc", "memory");
  return address != 0;
}
static inline void vt_cold_slice(vt_cage *c) {
  __asm__ volatile("call vt_stub_slice" : : "D"(c) : "cc", "memory");
}
#define VT_STUB(name, target, result)                                                      \
  __asm__(".text\n.p2align 4\n.type " #name ", @function\n" #name ":\n"                    \
          ".cfi_startproc\n"                                                               \
          "push %rbp\n.cfi_def_cfa_offset 16\n.cfi_offset %rbp, -16\n"                     \
          "mov %rsp, %rbp\n.cfi_def_cfa_register %rbp\n"                                   \
          "push %rax\npush %rcx\npush %rdx\npush %rsi\npush %rdi\n"                        \
          "push %r8\npush %r9\npush %r10\npush %r11\n"                                     \
          "sub $264, %rsp\nand $-16, %rsp\n"                                               \
          "movups %xmm0, (%rsp)\nmovups %xmm1, 16(%rsp)\nmovups %xmm2, 32(%rsp)\n"         \
          "movups %xmm3, 48(%rsp)\nmovups %xmm4, 64(%rsp)\nmovups %xmm5, 80(%rsp)\n"       \
          "movups %xmm6, 96(%rsp)\nmovups %xmm7, 112(%rsp)\nmovups %xmm8, 128(%rsp)\n"     \
          "movups %xmm9, 144(%rsp)\nmovups %xmm10, 160(%rsp)\nmovups %xmm11, 176(%rsp)\n"  \
          "movups %xmm12, 192(%rsp)\nmovups %xmm13, 208(%rsp)\nmovups %xmm14, 224(%rsp)\n" \
          "movups %xmm15, 240(%rsp)\nmov %eax, %esi\ncall " #target "\n" result            \
          "movups (%rsp), %xmm0\nmovups 16(%rsp), %xmm1\nmovups 32(%rsp), %xmm2\n"         \
          "movups 48(%rsp), %xmm3\nmovups 64(%rsp), %xmm4\nmovups 80(%rsp), %xmm5\n"       \
          "movups 96(%rsp), %xmm6\nmovups 112(%rsp), %xmm7\nmovups 128(%rsp), %xmm8\n"     \
          "movups 144(%rsp), %xmm9\nmovups 160(%rsp), %xmm10\nmovups 176(%rsp), %xmm11\n"  \
          "movups 192(%rsp), %xmm12\nmovups 208(%rsp), %xmm13\nmovups 224(%rsp), %xmm14\n" \
          "movups 240(%rsp), %xmm15\nlea -72(%rbp), %rsp\n"                                \
          "pop %r11\npop %r10\npop %r9\npop %r8\n"                                         \
          "pop %rdi\npop %rsi\npop %rdx\npop %rcx\npop %rax\n"                             \
          "pop %rbp\n.cfi_def_cfa %rsp, 8\nret\n.cfi_endproc\n.size " #name ", . - " #name)
VT_STUB(vt_stub_touch, vt_touch, "movzbl %al, %eax\nmov %rax, -8(%rbp)\n");
VT_STUB(vt_stub_slice, vt_slice, "");
#else
#define vt_cold_touch vt_touch
#define vt_cold_slice vt_slice
#endif

typedef struct {
  void (*function)(void);
  u32 type;
} vt_slot;

/* --- memory --- */

/* Offsets below 64 KiB are added after the mask, so that the fields of one
 * object share it; the slack takes them up. */
#define AT(a, offset)                                                                \
  ((offset) < 65536u                                                                 \
       ? (uint8_t *)c + (VT_MEMORY_OFFSET + (offset)) + (size_t)((u32)(a) & VT_MASK) \
       : (uint8_t *)c + VT_MEMORY_OFFSET + (size_t)(((u32)(a) + (offset)) & VT_MASK))

#define LOADER(name, from, to)                         \
  static inline to vt_load_##name(const uint8_t *at) { \
    from v;                                            \
    memcpy(&v, at, sizeof v);                          \
    return (to)v;                                      \
  }
LOADER(u32, u32, u32)
LOADER(u64, u64, u64)
LOADER(f32, f32, f32)
LOADER(f64, f64, f64)
LOADER(s8_32, int8_t, u32)
LOADER(u8_32, uint8_t, u32)
LOADER(s16_32, int16_t, u32)
LOADER(u16_32, uint16_t, u32)
LOADER(s8_64, int8_t, u64)
LOADER(u8_64, uint8_t, u64)
LOADER(s16_64, int16_t, u64)
LOADER(u16_64, uint16_t, u64)
LOADER(s32_64, i32, u64)
LOADER(u32_64, u32, u64)
typedef uint8_t u8;
typedef uint16_t u16;
#define LOAD(kind, a, offset) vt_load_##kind(AT(a, offset))

#define STORE_FRAME(type, a, offset, value)                  \
  do {                                                       \
    type store_value = (type)(value);                        \
    memcpy(AT(a, offset), &store_value, sizeof store_value); \
  } while (0)
/* The compiler takes this for a number it cannot see through, and leaves the
 * constant that is added to it to the instruction's addressing. */
#define AS_INDEX(i) __asm__("" : "+r"(i))
#if defined(VT_NO_MARKS)
#define STORE STORE_FRAME
#else
/* Functions, not macros: where the program never was in training, gcc calls them. */
#define STORER(type)                                                            \
  static inline void vt_store_##type(vt_cage *c, u32 at, type value) {          \
    size_t card = at >> VT_CARD_SHIFT;                                          \
    AS_INDEX(card);                                                             \
    if (UNLIKELY(!vt_marks(c)[card])) {                                         \
      if (!vt_cold_touch(c, at)) return;                                        \
    }                                                                           \
    memcpy((uint8_t *)c + VT_MEMORY_OFFSET + (size_t)at, &value, sizeof value); \
  }
STORER(u8)
STORER(u16)
STORER(u32)
STORER(u64)
STORER(f32)
STORER(f64)
#define STORE(type, a, offset, value) vt_store_##type(c, (u32)(a) + (offset), (type)(value))
#endif

/* Most are short, and into cards that are marked: what vt_memory_fill() and
 * vt_memory_copy() would do, and charge, without the call. */
static inline bool vt_is_marked(vt_cage *c, u32 to, u32 length) {
  return vt_marks(c)[to >> VT_CARD_SHIFT] && vt_marks(c)[(to + length - 1) >> VT_CARD_SHIFT];
}

static inline void vt_fill(vt_cage *c, u32 to, u32 byte, u32 length) {
  if (length == 0) return;
  if (length < 64 && vt_is_marked(c, to, length)) {
    c->slice--;
    memset(vt_memory(c) + to, (int)(byte & 255), length);
  } else {
    vt_memory_fill(c, to, byte, length);
  }
}

static inline void vt_copy(vt_cage *c, u32 to, u32 from, u32 length) {
  if (length == 0) return;
  if (length < 64 && vt_is_marked(c, to, length) && (u64)from + length <= c->memory_size) {
    c->slice--;
    memmove(vt_memory(c) + to, vt_memory(c) + from, length);
  } else {
    vt_memory_copy(c, to, from, length);
  }
}

/* --- steps, stacks, traps --- */

#define CHECK                          \
  do {                                 \
    if (UNLIKELY(c->unwind)) goto out; \
  } while (0)
#define TRAP(why)    \
  do {               \
    vt_trap(c, why); \
    goto out;        \
  } while (0)
#if defined(VT_NO_STEPS)
#define STEP
#else
#define STEP                        \
  do {                              \
    if (UNLIKELY(--c->slice < 0)) { \
      vt_cold_slice(c);             \
      CHECK;                        \
    }                               \
  } while (0)
#endif

/* Where the native stack stands: the stack pointer, not a local's address,
 * which a sanitizer may put elsewhere. */
static inline uintptr_t vt_here(void) {
#if defined(__x86_64__)
  uintptr_t here;
  __asm__("mov %%rsp, %0" : "=r"(here));
  return here;
#elif defined(__aarch64__)
  uintptr_t here;
  __asm__("mov %0, sp" : "=r"(here));
  return here;
#else
  return (uintptr_t)__builtin_frame_address(0);
#endif
}
#define DEPTH                                                       \
  do {                                                              \
    if (UNLIKELY(vt_here() < c->native_limit)) TRAP(VT_TRAP_STACK); \
  } while (0)

/* The shadow stack grows down from STACK_TOP to 0. */
#define SP_BACK(value) c->sp = (value)
#define SP_FRAME(value)                          \
  do {                                           \
    c->sp = (value);                             \
    if (UNLIKELY((i32)c->sp < (i32)c->sp_low)) { \
      vt_stack_low(c, c->sp);                    \
      CHECK;                                     \
    }                                            \
  } while (0)
#define SP_SET(value)                                        \
  do {                                                       \
    u32 sp_value = (value);                                  \
    if (UNLIKELY(sp_value > STACK_TOP)) TRAP(VT_TRAP_STACK); \
    SP_FRAME(sp_value);                                      \
  } while (0)

#if defined(VT_NO_SPILL)
#define SPILL_BEGIN(size)
#define SPILL_END
#define SPILL(slot, value)
#else
#define SPILL_BEGIN(size)                                                                         \
  const u32 spill_top = c->sp;                                                                    \
  SP_FRAME(spill_top - (size));                                                                   \
  uint8_t *const spill_area = (uint8_t *)c + VT_MEMORY_OFFSET + ((spill_top - (size)) & VT_MASK); \
  memset(spill_area, 0, size) /* no pointers of frames that are gone: they would keep garbage */
#define SPILL_END c->sp = spill_top
#define SPILL(slot, value)                             \
  do {                                                 \
    u32 spill_value = (value);                         \
    memcpy(spill_area + (slot) * 4u, &spill_value, 4); \
  } while (0)
#endif

#define INDIRECT(index, wanted)                                                                   \
  do {                                                                                            \
    if (UNLIKELY((index) >= TABLE_SIZE || table[index].type != (wanted))) TRAP(VT_TRAP_INDIRECT); \
  } while (0)

/* --- arithmetic --- */

#define TRAP_IF(test, why) ((test) ? (vt_trap(c, why), 1) : 0)
#define DIV_U(a, b)                               \
  ({                                              \
    if (UNLIKELY((b) == 0)) TRAP(VT_TRAP_DIVIDE); \
    (a) / (b);                                    \
  })
#define REM_U(a, b)                               \
  ({                                              \
    if (UNLIKELY((b) == 0)) TRAP(VT_TRAP_DIVIDE); \
    (a) % (b);                                    \
  })
#define DIV_S(type, least, a, b)                                                               \
  ({                                                                                           \
    if (UNLIKELY((b) == 0 || ((type)(a) == (least) && (type)(b) == -1))) TRAP(VT_TRAP_DIVIDE); \
    (type)(a) / (type)(b);                                                                     \
  })
#define REM_S(type, a, b)                         \
  ({                                              \
    if (UNLIKELY((b) == 0)) TRAP(VT_TRAP_DIVIDE); \
    (type)(b) == -1 ? 0 : (type)(a) % (type)(b);  \
  })
#define CONVERT(to, via, x, above, below)                                             \
  ({                                                                                  \
    if (UNLIKELY(!((f64)(x) > (above) && (f64)(x) < (below)))) TRAP(VT_TRAP_CONVERT); \
    (to)(via)(x);                                                                     \
  })

static inline u32 vt_clz32(u32 x) { return x ? (u32)__builtin_clz(x) : 32; }
static inline u32 vt_ctz32(u32 x) { return x ? (u32)__builtin_ctz(x) : 32; }
static inline u32 vt_popcount32(u32 x) { return (u32)__builtin_popcount(x); }
static inline u64 vt_clz64(u64 x) { return x ? (u64)__builtin_clzll(x) : 64; }
static inline u64 vt_ctz64(u64 x) { return x ? (u64)__builtin_ctzll(x) : 64; }
static inline u64 vt_popcount64(u64 x) { return (u64)__builtin_popcountll(x); }
static inline u32 vt_rotl32(u32 x, u32 n) { return x << (n & 31) | x >> (-n & 31); }
static inline u32 vt_rotr32(u32 x, u32 n) { return x >> (n & 31) | x << (-n & 31); }
static inline u64 vt_rotl64(u64 x, u64 n) { return x << (n & 63) | x >> (-n & 63); }
static inline u64 vt_rotr64(u64 x, u64 n) { return x >> (n & 63) | x << (-n & 63); }

static inline f32 vt_f32(u32 bits) {
  f32 v;
  memcpy(&v, &bits, 4);
  return v;
}
static inline f64 vt_f64(u64 bits) {
  f64 v;
  memcpy(&v, &bits, 8);
  return v;
}
static inline u32 vt_bits32(f32 v) {
  u32 bits;
  memcpy(&bits, &v, 4);
  return bits;
}
static inline u64 vt_bits64(f64 v) {
  u64 bits;
  memcpy(&bits, &v, 8);
  return bits;
}

static inline f64 vt_min64(f64 a, f64 b) {
  if (a != a || b != b) return a + b;
  return a == b ? (signbit(a) ? a : b) : a < b ? a : b;
}
static inline f64 vt_max64(f64 a, f64 b) {
  if (a != a || b != b) return a + b;
  return a == b ? (signbit(a) ? b : a) : a > b ? a : b;
}
static inline f32 vt_min32(f32 a, f32 b) { return (f32)vt_min64(a, b); }
static inline f32 vt_max32(f32 a, f32 b) { return (f32)vt_max64(a, b); }

static inline u32 vt_sat_i32(f64 x) {
  return x > -0x1p31 - 1.0 && x < 0x1p31 ? (u32)(i32)x
         : x < 0                         ? 0x80000000u
         : x > 0                         ? 0x7fffffffu
                                         : 0;
}
static inline u32 vt_sat_u32(f64 x) {
  return x > -1.0 && x < 0x1p32 ? (u32)x : x > 0 ? UINT32_MAX : 0;
}
static inline u64 vt_sat_i64(f64 x) {
  return x >= -0x1p63 && x < 0x1p63 ? (u64)(i64)x
         : x < 0                    ? (u64)INT64_MIN
         : x > 0                    ? (u64)INT64_MAX
                                    : 0;
}
static inline u64 vt_sat_u64(f64 x) {
  return x > -1.0 && x < 0x1p64 ? (u64)x : x > 0 ? UINT64_MAX : 0;
}

#endif
