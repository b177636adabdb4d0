/* cage.h - what the generated C of the guest and the library agree on.
 *
 * The generated code (build/guest/guest.c, written by tools/meter) sees nothing
 * of the host but this file. Every number in the linear memory is the guest's,
 * hostile by assumption; everything in struct vt_cage is ours.
 *
 * One reservation per session, at a 2 MiB boundary:
 *
 *   vt_cage | marks, a byte per card | gap | linear memory  | slack
 *   0         VT_MARKS_OFFSET                VT_MEMORY_OFFSET  VT_SLACK bytes
 *
 * The gap is memory like any other, and nobody's: no address lies below the base
 * of what it is added to.
 *
 * An access is memory + (address & VT_MASK) + offset, offset below 64 KiB: it
 * cannot leave linear memory and its slack, which are readable throughout, and
 * writable up to the limit of memory, so there is no fault to handle. (The mask
 * is a constant, measured at no cost; one read from the cage costs 7 %.)
 *
 * The first store to a card since the run began calls
 * vt_touch(), which keeps the card's old bytes for the roll-back and refuses
 * addresses beyond memory_size: pages there are never written, and reading one
 * costs the host a page table at most. */
#ifndef VT_CAGE_H
#define VT_CAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VT_CARD_SHIFT 10u                     /* 1 KiB: what a store's mark covers */
#define VT_CARD_SIZE (1u << VT_CARD_SHIFT)
#define VT_MEMORY_MAX (1u << 30) /* what every session reserves of address space */
#define VT_MASK (VT_MEMORY_MAX - 1u)
#define VT_CARD_KEPT (VT_CARD_SIZE + 8u)
#define VT_STACK_FLOOR 1024u                  /* lowest address that sp may have */
#define VT_MARKS_OFFSET 4096u
/* A mark for each card of all that 32 bits can address, so that a store needs no
 * mask: a card beyond memory_size is never marked. Address space, not memory. */
#define VT_MARKS_SIZE ((size_t)1 << (32u - VT_CARD_SHIFT))
#define VT_SLACK 69632u                       /* 64 KiB of offset and a page */
/* A MiB further than it could be: so the top of the shadow stack, the static data and
 * the heap after the boot share one table of pages, which covers 2 MiB. */
#define VT_MEMORY_OFFSET ((size_t)VT_MARKS_OFFSET + VT_MARKS_SIZE + (1u << 20) + 65536u - 4096u)

/* Why the guest's frames are returning to vt_guest_*()'s caller. */
enum {
  VT_RUNNING = 0,
  VT_THROWN,  /* a guest longjmp: the only one that a guest frame catches */
  VT_STOPPED, /* the hard stop of a limit or of a cancel                */
  VT_TRAPPED  /* a trap: trap says which                                */
};

/* What a guest did that no correct guest does. */
enum {
  VT_TRAP_NONE,
  VT_TRAP_UNREACHABLE,
  VT_TRAP_DIVIDE,   /* by zero, or INT_MIN / -1   */
  VT_TRAP_CONVERT,  /* float to int out of range  */
  VT_TRAP_INDIRECT, /* call of a wrong table slot */
  VT_TRAP_MEMORY,   /* store beyond linear memory */
  VT_TRAP_STACK,    /* shadow or native stack     */
  VT_TRAP_DOOR      /* a door was given nonsense  */
};

typedef struct vt_cage {
  int64_t slice;          /* steps until the guest calls vt_slice()           */
  uint32_t unwind;        /* VT_RUNNING, or why frames return                 */
  uint32_t thrown;        /* with VT_THROWN: the guest's pointer              */
  uint32_t sp;            /* the wasm global __stack_pointer                  */
  uint32_t sp_low;        /* lowest sp yet; below it vt_stack_low() is called */
  uint32_t memory_size;   /* bytes of linear memory, a multiple of 64 KiB     */
  uintptr_t native_limit; /* native frames lie above this address             */
  uint32_t trap;          /* with VT_TRAPPED: VT_TRAP_…                       */
  void *host;             /* the session; the guest's code never reads it     */
} vt_cage;

static inline uint8_t *vt_memory(vt_cage *cage) { return (uint8_t *)cage + VT_MEMORY_OFFSET; }
static inline uint8_t *vt_marks(vt_cage *cage) { return (uint8_t *)cage + VT_MARKS_OFFSET; }

/* --- what the library gives the generated code --- */

/* The slice is used up: cage->slice is negative. Refills it, asks for a soft
 * stop, or sets unwind. */
void vt_slice(vt_cage *cage);
/* First store to the card of `address` (any) in this run. False: it lies beyond
 * memory_size, the store must not happen, and the cage is trapped:
 * trap is set and slice made negative, so that the next step unwinds.
 * A store is not aligned, so one to the end of a card may reach 7 bytes into
 * the next, whose mark nobody set: keep, and reset, VT_CARD_KEPT bytes of a
 * card, and put them back newest first. */
bool vt_touch(vt_cage *cage, uint32_t address);
/* sp is below sp_low: lowers sp_low; below VT_STACK_FLOOR, or negative as an
 * int32_t: traps (unwind is set at once). A leaf function may write 128 bytes
 * below sp without saying so: what lies from sp_low - 128 up has been used. */
void vt_stack_low(vt_cage *cage, uint32_t sp);
void vt_trap(vt_cage *cage, uint32_t trap);
/* The old size in pages of 64 KiB, or UINT32_MAX. */
uint32_t vt_memory_grow(vt_cage *cage, uint32_t pages);
/* Charge steps by length, in chunks with a slice check between them. */
void vt_memory_fill(vt_cage *cage, uint32_t to, uint32_t byte, uint32_t length);
void vt_memory_copy(vt_cage *cage, uint32_t to, uint32_t from, uint32_t length);

/* The doors: the guest's only imports, contracts in guest/doors.h. */
void vt_door_write(vt_cage *cage, uint32_t fd, uint32_t text, uint32_t length);
uint32_t vt_door_fetch(vt_cage *cage, uint32_t to, uint32_t length);
void vt_door_result(vt_cage *cage, uint32_t message, uint32_t length);
uint32_t vt_door_call(vt_cage *cage, uint32_t message, uint32_t length);
uint64_t vt_door_ticks(vt_cage *cage);
uint64_t vt_door_clock(vt_cage *cage);
uint32_t vt_door_random(vt_cage *cage, uint32_t to, uint32_t length);
uint32_t vt_door_input(vt_cage *cage, uint32_t to, uint32_t length);
uint32_t vt_door_wait(vt_cage *cage, uint64_t ns, uint32_t stay);
void vt_door_drop(vt_cage *cage, uint64_t id);

/* --- what the generated code gives the library --- */

typedef struct {
  uint32_t address, length;
  uint32_t packed; /* bytes, as pack.h has them; 0: `length` bytes as they are */
  const uint8_t *bytes;
} vt_segment;

extern const struct vt_guest {
  const char *id; /* SHA-256 of guest.wasm, hex                    */
  uint32_t sp;    /* __stack_pointer at the start: top of the stack */
  uint32_t stop;  /* address of the word that asks for a soft stop */
} vt_guest;

/* Linear memory at the start: as the module has it, or, written by tools/bake.c,
 * as the guest's boot left it. The rest is zero. */
extern const struct vt_start {
  const char *id; /* SHA-256 of all of it, hex; NULL: the boot is still to come */
  uint32_t pages; /* of 64 KiB */
  size_t segments;
  const vt_segment *segment;
} vt_start;

void vt_guest_boot(vt_cage *cage);
/* One request of `length` bytes, to be fetched; see guest/doors.h. */
void vt_guest_run(vt_cage *cage, uint32_t length);

#endif
