/* meter.h - a wasm module on its way to C: what the passes hand each other.
 *
 *   module.c   reads the module and refuses what is not on the list
 *   lower.c    a function's stack code → instructions over variables
 *   reach.c    who calls whom: recursion, steps, unwinding, collection
 *   spill.c    which pointers have to be in the shadow stack at which call
 *   emit.c     C
 *
 * The module is our own build's, so a bad one is a broken build: every problem
 * is fatal, with a message that says where. */
#ifndef METER_H
#define METER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef uint8_t u8;
typedef uint32_t u32;
typedef uint64_t u64;

void *need(void *pointer); /* dies when NULL */
void *grow(void *items, size_t count, size_t *room, size_t size);
void die(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

/* --- the module --- */

enum { NONE = 0, I32 = 0x7f, I64 = 0x7e, F32 = 0x7d, F64 = 0x7c }; /* value types */

#define MAX_PARAMS 32
typedef struct {
  u8 params, result; /* result: a value type or NONE */
  u8 param[MAX_PARAMS];
} Type;

typedef struct {
  u32 type;
  char *name;         /* from the name section, or "" */
  const char *door;   /* an import: its name; else NULL */
  const u8 *at, *end; /* the body, from its local declarations */
  bool in_table;
} Func;

typedef struct {
  char *name;
  u8 kind; /* 0 function, 1 table, 2 memory, 3 global */
  u32 index;
} Export;

typedef struct {
  u32 address, length;
  const u8 *bytes;
} Segment;

typedef struct {
  const u8 *bytes;
  size_t length;
  Type *type;
  u32 types, funcs, imports; /* imports are the first funcs */
  Func *func;
  u32 *table; /* function index + 1, or 0 */
  u32 table_size;
  u32 pages;
  u64 *global; /* initial values; 0 is __stack_pointer, the only mutable one */
  u32 globals;
  Export *export;
  u32 exports;
  Segment *segment;
  u32 segments;
} Module;

void module_read(Module *module, const u8 *bytes, size_t length);
/* The value of an exported constant, or the index of an exported function. */
u64 module_export(const Module *module, const char *name, u8 kind);

/* --- a function's code --- */

typedef struct {
  bool constant;
  u8 type;  /* of a constant     */
  u32 var;  /* if not constant   */
  u64 bits; /* of a constant     */
} Operand;

typedef enum {
  IR_LABEL,  /* imm: label                                    */
  IR_STEP,   /* one step                                      */
  IR_COPY,   /* dst = a                                       */
  IR_OP,     /* dst = op(a, b); select: c ? a : b             */
  IR_LOAD,   /* dst = memory[a + imm]                         */
  IR_STORE,  /* memory[a + imm] = b                           */
  IR_SP_GET, /* dst = sp                                      */
  IR_SP_SET, /* sp = a                                        */
  IR_CALL,   /* dst = func imm (args)                         */
  IR_CALLI,  /* dst = table[a](args) of type imm              */
  IR_GOTO,   /* imm: label                                    */
  IR_IF,     /* if (a) goto imm                               */
  IR_SWITCH, /* goto labels[min(a, count - 1)]                */
  IR_RETURN, /* a, if the function has a result               */
  IR_THROW,  /* a                                             */
  IR_CATCH,  /* dst = what was thrown; goes on to handler if it is no throw */
  IR_TRAP,   /* unreachable                                   */
  IR_SIZE,   /* dst = memory.size                             */
  IR_GROW,   /* dst = memory.grow(a)                          */
  IR_FILL,   /* memory.fill(a, b, c)                          */
  IR_MOVE    /* memory.copy(a, b, c)                          */
} IrKind;

#define NO_VAR UINT32_MAX
#define OUT (-1) /* as a handler: leave the function */

typedef struct {
  IrKind kind;
  u8 op;       /* the wasm opcode; 0xfc'xx has 0xf0 + xx (saturating truncation) */
  bool frame;  /* a store into this function's own stack frame */
  bool checked; /* IR_SP_SET: within the frame, needs no check  */
  u32 dst;
  Operand a, b, c;
  u64 imm;
  int handler; /* label to go to when unwinding, or OUT */
  u32 *list;   /* labels of a switch */
  Operand *args;
  u32 count;          /* of list or args */
  u32 *spill, spills; /* variables to store before this call */
} Ir;

typedef struct {
  u8 type;
  u32 defs;     /* how often it is assigned (parameters: once at entry) */
  u32 frame;    /* it is the frame pointer: the frame's size; else 0 */
  bool pointer; /* may hold a pointer into the heap */
  int slot;     /* in the spill area, or -1 */
} Var;

typedef struct {
  u32 index;
  const Func *func;
  const Type *type;
  Var *var;
  u32 locals, vars; /* locals, parameters among them, are the first vars */
  Ir *ir;
  size_t irs;
  u32 labels;
  u32 slots;         /* size of the spill area, in pointers */
} Code;

void lower(const Module *module, u32 index, Code *code);

/* --- facts about functions, by index --- */

typedef struct {
  bool counts;    /* part of a cycle of direct calls: counts a step, checks the stack */
  bool unwinds;   /* may return with cage->unwind set */
  bool collects;  /* may reach gc_collect */
  bool never;     /* returns only by unwinding: it raises */
} Facts;

/* Facts of imports come from the table of doors in module.c. */
Facts *reach(const Module *module, Code *codes);
void spill(const Module *module, const Facts *facts, Code *code);
void emit(const Module *module, const Facts *facts, Code *codes, const char *id, FILE *out);
/* What linear memory holds at the start. */
void emit_data(const Module *module, FILE *out);

/* The doors, from guest/doors.h: name, type, whether it may unwind. */
typedef struct {
  const char *name, *type; /* "iii:i": parameters, result; i 32 bits, l 64 bits */
  bool collects;
} Door;
extern const Door doors[];

#endif
