/* lower.c - a function's stack code becomes instructions over variables.
 *
 * Every value pushed is a variable of its own, a local, or a constant: a local
 * on the stack is read only when it is used, so it is copied when the local is
 * about to change, and at the head of each block. Structured control becomes
 * labels and gotos; a try becomes the label that the calls in it go to. */
#include "meter.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  u8 kind; /* the opcode: block, loop, if, try; 0 the function */
  u8 result;
  u32 result_var;
  u32 label; /* where br goes */
  u32 end;   /* of a loop: where its end is; else = label */
  u32 other; /* if: else; try: catch */
  bool has_other, dead_outside;
  int handler; /* in force inside */
  int outer;   /* in force outside */
  u32 height;
} Frame;

typedef struct {
  const Module *m;
  Code *code;
  const u8 *at, *end;
  size_t ir_room, var_room;
  Operand stack[4096];
  u32 height;
  Frame frame[512];
  u32 depth;
  bool dead;
  int handler;
} Lower;

static void wrong(const Lower *l, const char *what) {
  die("function %u (%s), byte %zu: %s", l->code->index, l->code->func->name,
      (size_t)(l->at - l->code->func->at), what);
}

static u8 byte(Lower *l) {
  if (l->at >= l->end) wrong(l, "the body ends too early");
  return *l->at++;
}

static u64 uleb(Lower *l) {
  u64 value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    u8 b = byte(l);
    value |= (u64)(b & 0x7f) << shift;
    if (!(b & 0x80)) break;
  }
  return value;
}

static u64 sleb(Lower *l) {
  u64 value = 0;
  unsigned shift = 0;
  u8 b;
  do {
    b = byte(l);
    value |= (u64)(b & 0x7f) << shift;
    shift += 7;
  } while (b & 0x80 && shift < 64);
  if (shift < 64 && b & 0x40) value |= ~(u64)0 << shift;
  return value;
}

static u32 new_var(Lower *l, u8 type) {
  Code *c = l->code;
  c->var = grow(c->var, c->vars, &l->var_room, sizeof *c->var);
  c->var[c->vars] = (Var){.type = type, .slot = -1};
  return c->vars++;
}

static Ir *put(Lower *l, IrKind kind) {
  Code *c = l->code;
  c->ir = grow(c->ir, c->irs, &l->ir_room, sizeof *c->ir);
  Ir *ir = &c->ir[c->irs++];
  const Operand nothing = {.constant = true};
  *ir = (Ir){
      .kind = kind, .dst = NO_VAR, .a = nothing, .b = nothing, .c = nothing, .handler = l->handler};
  return ir;
}

static Operand use(u32 var) { return (Operand){.var = var}; }

static u8 type_of(const Lower *l, Operand o) {
  return o.constant ? o.type : l->code->var[o.var].type;
}

static void push(Lower *l, Operand o) {
  if (l->height >= 4096) wrong(l, "more than 4096 values on the stack");
  l->stack[l->height++] = o;
}

static Operand pop_any(Lower *l) {
  if (l->height <= l->frame[l->depth - 1].height) wrong(l, "the stack is empty");
  return l->stack[--l->height];
}

static Operand pop(Lower *l, u8 type) {
  Operand o = pop_any(l);
  if (type_of(l, o) != type) wrong(l, "an operand of the wrong type");
  return o;
}

/* A new variable on the stack, as the destination of the last instruction. */
static void push_result(Lower *l, u8 type) {
  u32 var = new_var(l, type);
  l->code->ir[l->code->irs - 1].dst = var;
  l->code->var[var].defs = 1;
  push(l, use(var));
}

static void copy(Lower *l, u32 dst, Operand from) {
  if (!from.constant && from.var == dst) return;
  Ir *ir = put(l, IR_COPY);
  ir->dst = dst;
  ir->a = from;
  l->code->var[dst].defs++;
}

/* Takes copies of the locals on the stack: of `local`, or of all (NO_VAR). */
static void settle(Lower *l, u32 local) {
  for (u32 i = 0; i < l->height; i++) {
    Operand *o = &l->stack[i];
    if (o->constant || o->var >= l->code->locals || (local != NO_VAR && o->var != local)) continue;
    u32 was = o->var, var = new_var(l, l->code->var[was].type);
    copy(l, var, use(was));
    for (u32 k = i; k < l->height; k++)
      if (!l->stack[k].constant && l->stack[k].var == was) l->stack[k].var = var;
  }
}

static void label(Lower *l, u32 number) { put(l, IR_LABEL)->imm = number; }

static void go(Lower *l, u32 number) { put(l, IR_GOTO)->imm = number; }

static Frame *target(Lower *l, u64 depth) {
  if (depth >= l->depth) wrong(l, "a branch to no block");
  return &l->frame[l->depth - 1 - depth];
}

static void leave(Lower *l, Operand value) { put(l, IR_RETURN)->a = value; }

/* What a branch to the frame carries goes into its variable. */
static void carry(Lower *l, Frame *f) {
  if (f->kind == 0x03 || f->result == NONE) return;
  Operand value = pop(l, f->result);
  push(l, value);
  copy(l, f->result_var, value);
}

static void branch(Lower *l, Frame *f) {
  if (f->kind == 0) {
    Operand value = {.constant = true};
    if (f->result != NONE) push(l, value = pop(l, f->result));
    leave(l, value);
    return;
  }
  carry(l, f);
  go(l, f->label);
}

static void open_frame(Lower *l, u8 kind) {
  u8 result = byte(l);
  if (result == 0x40) result = NONE;
  else if (result < F64 || result > I32)
    wrong(l, "blocks with parameters or many results are not on the list");
  if (l->depth >= 512) wrong(l, "more than 512 blocks deep");
  if (!l->dead) settle(l, NO_VAR);
  Frame *f = &l->frame[l->depth++];
  *f = (Frame){.kind = kind,
               .result = result,
               .dead_outside = l->dead,
               .height = l->height,
               .handler = l->handler,
               .outer = l->handler,
               .result_var = NO_VAR};
  f->label = f->end = l->code->labels++;
  if (kind == 0x03) f->end = l->code->labels++;
  if (kind == 0x04 || kind == 0x06) f->other = l->code->labels++;
  if (kind == 0x06) l->handler = f->handler = (int)f->other;
  if (result != NONE && !l->dead) f->result_var = new_var(l, result);
}

/* The end of a block's first or second arm. */
static void close_arm(Lower *l, Frame *f) {
  if (!l->dead && f->result != NONE) {
    Operand value = pop(l, f->result);
    if (f->kind != 0) copy(l, f->result_var, value);
    else push(l, value);
  }
  if (!l->dead && f->kind != 0 && l->height != f->height) wrong(l, "values are left on the stack");
}

static void end_frame(Lower *l) {
  Frame *f = &l->frame[l->depth - 1];
  close_arm(l, f);
  if (f->kind == 0) {
    if (!l->dead) leave(l, f->result != NONE ? pop(l, f->result) : (Operand){.constant = true});
    l->depth--;
    return;
  }
  if (f->kind == 0x06) wrong(l, "a try without catch or delegate is not on the list");
  l->handler = f->outer;
  l->dead = f->dead_outside;
  l->height = f->height;
  l->depth--;
  if (l->dead) return;
  if (f->kind == 0x04 && !f->has_other) label(l, f->other);
  label(l, f->end);
  if (f->result != NONE) push(l, use(f->result_var));
}

/* The operand and result types of a numeric instruction. */
static bool signature(u8 op, u8 *a, u8 *b, u8 *result) {
  static const struct {
    u8 from, to, a, b, result;
  } rows[] = {
      {0x45, 0x45, I32, NONE, I32}, {0x46, 0x4f, I32, I32, I32},  {0x50, 0x50, I64, NONE, I32},
      {0x51, 0x5a, I64, I64, I32},  {0x5b, 0x60, F32, F32, I32},  {0x61, 0x66, F64, F64, I32},
      {0x67, 0x69, I32, NONE, I32}, {0x6a, 0x78, I32, I32, I32},  {0x79, 0x7b, I64, NONE, I64},
      {0x7c, 0x8a, I64, I64, I64},  {0x8b, 0x91, F32, NONE, F32}, {0x92, 0x98, F32, F32, F32},
      {0x99, 0x9f, F64, NONE, F64}, {0xa0, 0xa6, F64, F64, F64},  {0xa7, 0xa7, I64, NONE, I32},
      {0xa8, 0xa9, F32, NONE, I32}, {0xaa, 0xab, F64, NONE, I32}, {0xac, 0xad, I32, NONE, I64},
      {0xae, 0xaf, F32, NONE, I64}, {0xb0, 0xb1, F64, NONE, I64}, {0xb2, 0xb3, I32, NONE, F32},
      {0xb4, 0xb5, I64, NONE, F32}, {0xb6, 0xb6, F64, NONE, F32}, {0xb7, 0xb8, I32, NONE, F64},
      {0xb9, 0xba, I64, NONE, F64}, {0xbb, 0xbb, F32, NONE, F64}, {0xbc, 0xbc, F32, NONE, I32},
      {0xbd, 0xbd, F64, NONE, I64}, {0xbe, 0xbe, I32, NONE, F32}, {0xbf, 0xbf, I64, NONE, F64},
      {0xc0, 0xc1, I32, NONE, I32}, {0xc2, 0xc4, I64, NONE, I64}, {0xf0, 0xf1, F32, NONE, I32},
      {0xf2, 0xf3, F64, NONE, I32}, {0xf4, 0xf5, F32, NONE, I64}, {0xf6, 0xf7, F64, NONE, I64},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (op >= rows[i].from && op <= rows[i].to) {
      *a = rows[i].a, *b = rows[i].b, *result = rows[i].result;
      return true;
    }
  return false;
}

static void numeric(Lower *l, u8 op) {
  u8 a, b, result;
  if (!signature(op, &a, &b, &result)) {
    char text[80];
    snprintf(text, sizeof text, "instruction 0x%02x is not on the list", op);
    wrong(l, text);
  }
  if (l->dead) return;
  Operand y = {.constant = true}, x;
  if (b != NONE) y = pop(l, b);
  x = pop(l, a);
  Ir *ir = put(l, IR_OP);
  ir->op = op, ir->a = x, ir->b = y;
  push_result(l, result);
}

static void memory(Lower *l, u8 op) {
  static const u8 loads[] = {I32, I64, F32, F64, I32, I32, I32, I32, I64, I64, I64, I64, I64, I64};
  static const u8 stores[] = {I32, I64, F32, F64, I32, I32, I64, I64, I64};
  u64 align = uleb(l), offset = uleb(l);
  if (align >= 0x40) wrong(l, "a second memory is not on the list");
  if (offset > UINT32_MAX) wrong(l, "an offset over 32 bits");
  if (l->dead) return;
  if (op < 0x36) {
    Operand at = pop(l, I32);
    Ir *ir = put(l, IR_LOAD);
    ir->op = op, ir->a = at, ir->imm = offset;
    push_result(l, loads[op - 0x28]);
  } else {
    Operand value = pop(l, stores[op - 0x36]), at = pop(l, I32);
    Ir *ir = put(l, IR_STORE);
    ir->op = op, ir->a = at, ir->b = value, ir->imm = offset;
  }
}

static void call(Lower *l, bool indirect) {
  u64 number = uleb(l);
  if (indirect && uleb(l) != 0) wrong(l, "a second table is not on the list");
  if (number >= (indirect ? l->m->types : l->m->funcs)) wrong(l, "a call of nothing");
  if (l->dead) return;
  const Type *type = &l->m->type[indirect ? number : l->m->func[number].type];
  Operand at = {.constant = true};
  if (indirect) at = pop(l, I32);
  Operand *args = need(calloc((size_t)type->params + 1, sizeof *args));
  for (u32 i = type->params; i--;) args[i] = pop(l, type->param[i]);
  Ir *ir = put(l, indirect ? IR_CALLI : IR_CALL);
  ir->imm = number, ir->a = at, ir->args = args, ir->count = type->params;
  if (type->result != NONE) push_result(l, type->result);
}

static void extended(Lower *l) {
  u64 sub = uleb(l);
  if (sub < 8) {
    numeric(l, (u8)(0xf0 + sub));
    return;
  }
  if (sub != 10 && sub != 11) wrong(l, "a bulk memory instruction that is not copy or fill");
  if (byte(l) | (sub == 10 ? byte(l) : 0)) wrong(l, "a second memory is not on the list");
  if (l->dead) return;
  Operand c = pop(l, I32), b = pop(l, I32), a = pop(l, I32);
  Ir *ir = put(l, sub == 10 ? IR_MOVE : IR_FILL);
  ir->a = a, ir->b = b, ir->c = c;
}

static void br_table(Lower *l) {
  u64 n = uleb(l);
  if (n > (size_t)(l->end - l->at)) wrong(l, "a table of branches that is too long");
  u32 *list = need(calloc(n + 1, sizeof *list));
  Operand index = {.constant = true};
  if (!l->dead) index = pop(l, I32);
  size_t first = l->code->irs;
  Ir *ir = put(l, IR_SWITCH);
  ir->a = index, ir->list = list, ir->count = (u32)n + 1;
  for (u64 i = 0; i <= n; i++) {
    Frame *f = target(l, uleb(l));
    if (l->dead) continue;
    if (f->kind == 0 || (f->result != NONE && f->kind != 0x03))
      wrong(l, "a table of branches that carries values or returns");
    list[i] = f->label;
  }
  if (l->dead) l->code->irs = first;
  l->dead = true;
}

static void set_local(Lower *l, bool tee) {
  u64 local = uleb(l);
  if (local >= l->code->locals) wrong(l, "a local that does not exist");
  if (l->dead) return;
  Operand value = pop(l, l->code->var[local].type);
  if (value.constant || value.var != local) settle(l, (u32)local);
  copy(l, (u32)local, value);
  if (tee) push(l, value);
}

static void control(Lower *l, u8 op) {
  Frame *f;
  switch (op) {
  case 0x00:
    if (!l->dead) put(l, IR_TRAP);
    l->dead = true;
    return;
  case 0x01: return;
  case 0x02: open_frame(l, op); return;
  case 0x03:
    open_frame(l, op);
    if (l->dead) return;
    f = &l->frame[l->depth - 1];
    label(l, f->label);
    put(l, IR_STEP);
    return;
  case 0x04: {
    Operand test = {.constant = true};
    if (!l->dead) test = pop(l, I32);
    open_frame(l, op);
    if (l->dead) return;
    Ir *ir = put(l, IR_OP); /* eqz */
    ir->op = 0x45, ir->a = test;
    push_result(l, I32);
    test = pop(l, I32);
    ir = put(l, IR_IF);
    ir->a = test, ir->imm = l->frame[l->depth - 1].other;
    return;
  }
  case 0x05:
    f = &l->frame[l->depth - 1];
    if (f->kind != 0x04 || f->has_other) wrong(l, "an else without an if");
    close_arm(l, f);
    f->has_other = true;
    if (!f->dead_outside) {
      if (!l->dead) go(l, f->end);
      label(l, f->other);
    }
    l->dead = f->dead_outside;
    l->height = f->height;
    return;
  case 0x06: open_frame(l, op); return;
  case 0x07: /* catch: the one tag there is */
    f = &l->frame[l->depth - 1];
    if (f->kind != 0x06 || uleb(l) != 0) wrong(l, "a catch without a try, or of another tag");
    close_arm(l, f);
    if (!l->dead) go(l, f->end);
    f->kind = 0x02;
    l->handler = f->handler = f->outer;
    l->dead = f->dead_outside;
    l->height = f->height;
    if (l->dead) return;
    label(l, f->other);
    put(l, IR_CATCH);
    push_result(l, I32);
    return;
  case 0x18: { /* delegate: what is thrown in the try goes on to another one */
    f = &l->frame[l->depth - 1];
    if (f->kind != 0x06) wrong(l, "a delegate without a try");
    close_arm(l, f);
    if (!l->dead) go(l, f->end);
    l->depth--;
    int handler = target(l, uleb(l))->handler;
    l->depth++;
    f->kind = 0x02;
    l->height = f->height;
    if (!f->dead_outside) {
      label(l, f->other);
      l->handler = handler;
      put(l, IR_GOTO)->imm = handler == OUT ? UINT32_MAX : (u32)handler;
    }
    l->dead = true;
    end_frame(l);
    return;
  }
  case 0x08:
    if (uleb(l) != 0) wrong(l, "a throw of another tag");
    if (l->dead) return;
    Operand what = pop(l, I32);
    put(l, IR_THROW)->a = what;
    l->dead = true;
    return;
  case 0x0b: end_frame(l); return;
  case 0x0c:
    f = target(l, uleb(l));
    if (!l->dead) branch(l, f);
    l->dead = true;
    return;
  case 0x0d: {
    f = target(l, uleb(l));
    if (l->dead) return;
    Operand test = pop(l, I32);
    if (f->kind == 0 || (f->kind != 0x03 && f->result != NONE)) {
      u32 past = l->code->labels++;
      Ir *ir = put(l, IR_OP);
      ir->op = 0x45, ir->a = test;
      push_result(l, I32);
      test = pop(l, I32);
      ir = put(l, IR_IF);
      ir->a = test, ir->imm = past;
      branch(l, f);
      label(l, past);
    } else {
      Ir *ir = put(l, IR_IF);
      ir->a = test, ir->imm = f->label;
    }
    return;
  }
  case 0x0e: br_table(l); return;
  case 0x0f:
    if (!l->dead) branch(l, &l->frame[0]);
    l->dead = true;
    return;
  case 0x12:
  case 0x13: wrong(l, "tail calls are not on the list"); return;
  default: numeric(l, op);
  }
}

static void instruction(Lower *l) {
  u8 op = byte(l);
  switch (op) {
  case 0x10:
  case 0x11: call(l, op == 0x11); return;
  case 0x1a:
    if (!l->dead) pop_any(l);
    return;
  case 0x1b: {
    if (l->dead) return;
    Operand c = pop(l, I32), b = pop_any(l), a = pop_any(l);
    u8 type = type_of(l, a);
    if (type_of(l, b) != type) wrong(l, "a select of two types");
    Ir *ir = put(l, IR_OP);
    ir->op = op, ir->a = a, ir->b = b, ir->c = c;
    push_result(l, type);
    return;
  }
  case 0x20: {
    u64 local = uleb(l);
    if (local >= l->code->locals) wrong(l, "a local that does not exist");
    if (!l->dead) push(l, use((u32)local));
    return;
  }
  case 0x21:
  case 0x22: set_local(l, op == 0x22); return;
  case 0x23: {
    u64 global = uleb(l);
    if (global >= l->m->globals) wrong(l, "a global that does not exist");
    if (l->dead) return;
    if (global) {
      push(l, (Operand){.constant = true, .type = I32, .bits = l->m->global[global]});
      return;
    }
    put(l, IR_SP_GET);
    push_result(l, I32);
    return;
  }
  case 0x24:
    if (uleb(l) != 0) wrong(l, "only __stack_pointer may be set");
    if (l->dead) return;
    Operand value = pop(l, I32);
    put(l, IR_SP_SET)->a = value;
    return;
  case 0x3f:
  case 0x40:
    if (byte(l)) wrong(l, "a second memory is not on the list");
    if (l->dead) return;
    Operand pages = {.constant = true};
    if (op == 0x40) pages = pop(l, I32);
    put(l, op == 0x40 ? IR_GROW : IR_SIZE)->a = pages;
    push_result(l, I32);
    return;
  case 0x41:
  case 0x42: {
    u64 bits = sleb(l);
    if (l->dead) return;
    if (op == 0x41) push(l, (Operand){.constant = true, .type = I32, .bits = (u32)bits});
    else push(l, (Operand){.constant = true, .type = I64, .bits = bits});
    return;
  }
  case 0x43:
  case 0x44: {
    u64 bits = 0;
    for (unsigned i = 0; i < (op == 0x43 ? 4u : 8u); i++) bits |= (u64)byte(l) << 8 * i;
    if (!l->dead)
      push(l, (Operand){.constant = true, .type = op == 0x43 ? F32 : F64, .bits = bits});
    return;
  }
  case 0xfc: extended(l); return;
  case 0xfd: wrong(l, "SIMD is not on the list"); return;
  case 0xfe: wrong(l, "threads (atomics) are not on the list"); return;
  default:
    if (op >= 0x28 && op <= 0x3e) memory(l, op);
    else if (op < 0x20) control(l, op);
    else numeric(l, op);
  }
}

/* The frame pointer is a variable that is set once, at the entry, to sp minus
 * a constant: stores near it stay within this function's frame. */
static void find_frame(Code *c) {
  u32 sp = NO_VAR;
  for (size_t i = 0; i < c->irs; i++) {
    Ir *ir = &c->ir[i];
    if (ir->kind == IR_LABEL) break;
    if (ir->kind == IR_SP_GET && sp == NO_VAR) sp = ir->dst;
    if (ir->kind == IR_OP && ir->op == 0x6b && !ir->a.constant && ir->a.var == sp &&
        ir->b.constant && ir->b.bits < 1u << 16)
      c->var[ir->dst].frame = (u32)ir->b.bits;
    if (ir->kind == IR_COPY && !ir->a.constant && c->var[ir->a.var].frame &&
        c->var[ir->dst].defs == 1)
      c->var[ir->dst].frame = c->var[ir->a.var].frame;
    if (ir->kind == IR_SP_SET && sp != NO_VAR) sp = NO_VAR - 1; /* a second frame is none */
  }
  u32 *sum = need(calloc(c->vars, sizeof *sum)); /* frame pointer + constant - frame, plus 1 */
  for (size_t i = 0; i < c->irs; i++) {
    Ir *ir = &c->ir[i];
    if (ir->kind == IR_OP && ir->op == 0x6a && !ir->a.constant && c->var[ir->a.var].frame &&
        ir->b.constant && ir->b.bits <= c->var[ir->a.var].frame && c->var[ir->dst].defs == 1)
      sum[ir->dst] = 1;
    if (ir->kind == IR_STORE && !ir->a.constant && c->var[ir->a.var].frame &&
        ir->imm + 8 <= c->var[ir->a.var].frame)
      ir->frame = true;
    if (ir->kind == IR_SP_SET && !ir->a.constant && sum[ir->a.var]) ir->checked = true;
  }
  free(sum);
}

void lower(const Module *m, u32 index, Code *code) {
  static Lower l; /* large; one function at a time */
  const Func *func = &m->func[index];
  *code = (Code){.index = index, .func = func, .type = &m->type[func->type]};
  l = (Lower){.m = m, .code = code, .at = func->at, .end = func->end, .handler = OUT};
  for (u32 i = 0; i < code->type->params; i++) {
    u32 var = new_var(&l, code->type->param[i]);
    code->var[var].defs = 1;
  }
  for (u64 groups = uleb(&l); groups; groups--) {
    u64 n = uleb(&l);
    u8 type = byte(&l);
    if (type < F64 || type > I32) wrong(&l, "a local of a type that is not on the list");
    if (code->vars + n > 50000) wrong(&l, "more than 50,000 locals");
    while (n--) new_var(&l, type);
  }
  code->locals = code->vars;
  l.frame[0] = (Frame){.result = code->type->result, .handler = OUT, .outer = OUT};
  l.depth = 1;
  while (l.depth) instruction(&l);
  if (l.at != l.end) wrong(&l, "the body goes on after its end");
  find_frame(code);
}
