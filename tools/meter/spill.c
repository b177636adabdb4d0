/* spill.c - which pointers have to be in the shadow stack at which call.
 *
 * The guest's collector sees linear memory only, and a wasm local is not in
 * it. So before a call that may reach gc_collect, every variable that is live
 * after it, and may hold a pointer into the heap, is stored to a slot in the
 * function's shadow frame; a store whose slot is already up to date is left
 * out. Method and figures: docs/decisions/4-meter-and-spill.md. */
#include "meter.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  size_t from, to; /* instructions */
  u32 next[2];     /* successors that are not in a switch, or NO_BLOCK */
  const Ir *table; /* a switch, or NULL */
  u64 *live;       /* at the start */
  u64 *fresh;      /* slots up to date at the start; NULL: not reached yet */
} Block;
#define NO_BLOCK UINT32_MAX

typedef struct {
  const Module *m;
  const Facts *facts;
  Code *c;
  Block *block;
  u32 blocks, *label_block;
  size_t words;
} Flow;

static bool has(const u64 *set, u32 i) { return set[i >> 6] >> (i & 63) & 1; }
static void add(u64 *set, u32 i) { set[i >> 6] |= (u64)1 << (i & 63); }
static void drop(u64 *set, u32 i) { set[i >> 6] &= ~((u64)1 << (i & 63)); }

static bool is_call(const Ir *ir) { return ir->kind == IR_CALL || ir->kind == IR_CALLI; }

static bool ends_block(const Code *c, const Ir *ir) {
  switch (ir->kind) {
  case IR_GOTO:
  case IR_IF:
  case IR_SWITCH:
  case IR_RETURN:
  case IR_THROW:
  case IR_TRAP:
  case IR_CATCH: return true;
  default: (void)c; return is_call(ir) && ir->handler != OUT;
  }
}

static bool collects(const Flow *f, const Ir *ir) {
  if (ir->kind == IR_CALL) return f->facts[ir->imm].collects;
  return ir->kind == IR_CALLI && f->facts[f->m->funcs].collects;
}

/* May a variable hold a pointer into the heap? Constants point to no heap
 * object, nor do results of comparisons, narrow loads and the like. */
static void find_pointers(Code *c) {
  for (u32 i = 0; i < c->type->params; i++) c->var[i].pointer = c->var[i].type == I32;
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t i = 0; i < c->irs; i++) {
      const Ir *ir = &c->ir[i];
      if (ir->dst == NO_VAR || c->var[ir->dst].type != I32 || c->var[ir->dst].pointer) continue;
      bool a = !ir->a.constant && c->var[ir->a.var].pointer;
      bool b = !ir->b.constant && c->var[ir->b.var].pointer, pointer;
      switch (ir->kind) {
      case IR_COPY: pointer = a; break;
      case IR_LOAD: pointer = ir->op == 0x28; break;
      case IR_CALL:
      case IR_CALLI:
      case IR_CATCH: pointer = true; break;
      case IR_OP:
        if (ir->op == 0xa7) pointer = true; /* from 64 bits */
        else if (ir->op == 0x71) /* and: a small mask keeps no pointer */
          pointer = (a || b) && !(ir->b.constant && ir->b.bits < 4096) &&
                    !(ir->a.constant && ir->a.bits < 4096);
        else if (ir->op == 0x6a || ir->op == 0x6b || ir->op == 0x72 || ir->op == 0x73 ||
                 ir->op == 0x1b)
          pointer = a || b; /* add, sub, or, xor, select */
        else if (ir->op == 0x74 || ir->op == 0x76 || ir->op == 0x75 || ir->op == 0x77 ||
                 ir->op == 0x78)
          pointer = a; /* shifts, rotations: a tagged pointer, perhaps */
        else pointer = false;
        break;
      default: pointer = false;
      }
      if (pointer && !c->var[ir->dst].frame) c->var[ir->dst].pointer = changed = true;
    }
  }
}

static void find_blocks(Flow *f) {
  Code *c = f->c;
  size_t room = 0;
  f->label_block = need(malloc(((size_t)c->labels + 1) * sizeof *f->label_block));
  memset(f->label_block, 0xff, ((size_t)c->labels + 1) * sizeof *f->label_block);
  for (size_t i = 0; i < c->irs;) {
    f->block = grow(f->block, f->blocks, &room, sizeof *f->block);
    Block *b = &f->block[f->blocks];
    *b = (Block){.from = i, .next = {NO_BLOCK, NO_BLOCK}};
    while (i < c->irs && c->ir[i].kind == IR_LABEL) f->label_block[c->ir[i++].imm] = f->blocks;
    while (i < c->irs && c->ir[i].kind != IR_LABEL)
      if (ends_block(c, &c->ir[i++])) break;
    b->to = i;
    f->blocks++;
  }
  for (u32 k = 0; k < f->blocks; k++) {
    Block *b = &f->block[k];
    const Ir *last = b->to > b->from ? &c->ir[b->to - 1] : NULL;
    u32 after = k + 1 < f->blocks ? k + 1 : NO_BLOCK;
    if (!last || !ends_block(c, last)) {
      b->next[0] = after;
      continue;
    }
    u32 handler = last->handler == OUT ? NO_BLOCK : f->label_block[last->handler];
    switch (last->kind) {
    case IR_GOTO:
      b->next[0] = last->imm == UINT32_MAX ? NO_BLOCK : f->label_block[last->imm];
      break;
    case IR_IF: b->next[0] = after, b->next[1] = f->label_block[last->imm]; break;
    case IR_SWITCH: b->table = last; break;
    case IR_RETURN:
    case IR_TRAP: break;
    case IR_THROW: b->next[0] = handler; break;
    default: /* a call in a try, a catch */ b->next[0] = after, b->next[1] = handler;
    }
  }
}

static void read_operand(const Code *c, u64 *live, Operand o) {
  if (!o.constant && c->var[o.var].pointer) add(live, o.var);
}

/* Sets in `live` what is live before the instruction, given what is after. */
static void step_back(const Code *c, const Ir *ir, u64 *live) {
  if (ir->dst != NO_VAR) drop(live, ir->dst);
  if (ir->kind == IR_LABEL) return;
  read_operand(c, live, ir->a);
  read_operand(c, live, ir->b);
  read_operand(c, live, ir->c);
  if (is_call(ir))
    for (u32 i = 0; i < ir->count; i++) read_operand(c, live, ir->args[i]);
}

static void live_after(const Flow *f, const Block *b, u64 *live) {
  memset(live, 0, f->words * 8);
  for (int i = 0; i < 2; i++)
    if (b->next[i] != NO_BLOCK)
      for (size_t w = 0; w < f->words; w++) live[w] |= f->block[b->next[i]].live[w];
  if (b->table)
    for (u32 i = 0; i < b->table->count; i++) {
      const Block *to = &f->block[f->label_block[b->table->list[i]]];
      for (size_t w = 0; w < f->words; w++) live[w] |= to->live[w];
    }
}

static void find_live(Flow *f) {
  u64 *live = need(malloc(f->words * 8 + 8));
  for (u32 k = 0; k < f->blocks; k++) f->block[k].live = need(calloc(f->words + 1, 8));
  for (bool changed = true; changed;) {
    changed = false;
    for (u32 k = f->blocks; k--;) {
      Block *b = &f->block[k];
      live_after(f, b, live);
      for (size_t i = b->to; i-- > b->from;) step_back(f->c, &f->c->ir[i], live);
      if (memcmp(live, b->live, f->words * 8)) {
        memcpy(b->live, live, f->words * 8);
        changed = true;
      }
    }
  }
  free(live);
}

/* What each collecting call has to find in the shadow stack. */
static void find_spills(Flow *f) {
  Code *c = f->c;
  u64 *live = need(malloc(f->words * 8 + 8));
  for (u32 k = 0; k < f->blocks; k++) {
    const Block *b = &f->block[k];
    live_after(f, b, live);
    for (size_t i = b->to; i-- > b->from;) {
      Ir *ir = &c->ir[i];
      if (collects(f, ir)) {
        size_t room = 0;
        for (u32 v = 0; v < c->vars; v++)
          if (has(live, v) && v != ir->dst) {
            ir->spill = grow(ir->spill, ir->spills, &room, sizeof *ir->spill);
            ir->spill[ir->spills++] = v;
            if (c->var[v].slot < 0) c->var[v].slot = (int)c->slots++;
          }
      }
      step_back(c, ir, live);
    }
  }
  free(live);
}

static void meet(Flow *f, u32 to, const u64 *fresh, bool *changed) {
  if (to == NO_BLOCK) return;
  Block *b = &f->block[to];
  if (!b->fresh) {
    b->fresh = need(malloc(f->words * 8 + 8));
    memcpy(b->fresh, fresh, f->words * 8);
    *changed = true;
    return;
  }
  for (size_t w = 0; w < f->words; w++)
    if (b->fresh[w] & ~fresh[w]) {
      b->fresh[w] &= fresh[w];
      *changed = true;
    }
}

static void step_on(const Ir *ir, u64 *fresh) {
  for (u32 i = 0; i < ir->spills; i++) add(fresh, ir->spill[i]);
  if (ir->dst != NO_VAR) drop(fresh, ir->dst);
}

/* Leaves out the stores of slots that hold their variable already. */
static void drop_spills(Flow *f) {
  Code *c = f->c;
  u64 *fresh = need(calloc(f->words + 1, 8));
  f->block[0].fresh = need(calloc(f->words + 1, 8));
  for (bool changed = true; changed;) {
    changed = false;
    for (u32 k = 0; k < f->blocks; k++) {
      Block *b = &f->block[k];
      if (!b->fresh) continue;
      memcpy(fresh, b->fresh, f->words * 8);
      for (size_t i = b->from; i < b->to; i++) step_on(&c->ir[i], fresh);
      meet(f, b->next[0], fresh, &changed);
      meet(f, b->next[1], fresh, &changed);
      if (b->table)
        for (u32 i = 0; i < b->table->count; i++)
          meet(f, f->label_block[b->table->list[i]], fresh, &changed);
    }
  }
  for (u32 k = 0; k < f->blocks; k++) {
    Block *b = &f->block[k];
    if (!b->fresh) continue;
    memcpy(fresh, b->fresh, f->words * 8);
    for (size_t i = b->from; i < b->to; i++) {
      Ir *ir = &c->ir[i];
      u32 kept = 0;
      for (u32 n = 0; n < ir->spills; n++) {
        u32 v = ir->spill[n];
        if (!has(fresh, v)) ir->spill[kept++] = v;
        add(fresh, v);
      }
      ir->spills = kept;
      if (ir->dst != NO_VAR) drop(fresh, ir->dst);
    }
  }
  free(fresh);
}

void spill(const Module *m, const Facts *facts, Code *code) {
  if (!facts[code->index].collects) return;
  Flow f = {.m = m, .facts = facts, .c = code, .words = (code->vars + 63) / 64};
  find_pointers(code);
  find_blocks(&f);
  find_live(&f);
  find_spills(&f);
  if (code->slots) drop_spills(&f);
  for (u32 k = 0; k < f.blocks; k++) free(f.block[k].live), free(f.block[k].fresh);
  free(f.block), free(f.label_block);
}
