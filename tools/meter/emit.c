/* emit.c - writes the C.
 *
 * The one place where an access of memory, a call through the table, a step or
 * a check of the stack gets its form: src/guest_ops.h has the macros. A reader
 * who wants to know whether the guest can leave its cage reads these two. */
#include "meter.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const Module *m;
  const Facts *facts;
  FILE *out;
  Code *c;
  u32 *type_id; /* equal types have equal ids */
} Emit;

static const char *c_type(u8 type) {
  return type == I32   ? "u32"
         : type == I64 ? "u64"
         : type == F32 ? "f32"
         : type == F64 ? "f64"
                       : "void";
}

static void func_name(const Emit *e, u32 index) {
  const Func *f = &e->m->func[index];
  if (f->door) {
    fprintf(e->out, "vt_door_%s", f->door);
    return;
  }
  fprintf(e->out, "f%u_", index);
  for (const char *p = f->name; *p; p++) fputc(isalnum((unsigned char)*p) ? *p : '_', e->out);
}

static void constant(const Emit *e, Operand o) {
  if (o.type == I32) {
    fprintf(e->out, "%uu", (u32)o.bits);
  } else if (o.type == I64) {
    fprintf(e->out, "%lluull", (unsigned long long)o.bits);
  } else if (o.type == F64) {
    double d;
    memcpy(&d, &o.bits, 8);
    if (isfinite(d)) fprintf(e->out, "(%a)", d);
    else fprintf(e->out, "vt_f64(0x%llxull)", (unsigned long long)o.bits);
  } else {
    float f;
    u32 bits = (u32)o.bits;
    memcpy(&f, &bits, 4);
    if (isfinite(f)) fprintf(e->out, "(%af)", (double)f);
    else fprintf(e->out, "vt_f32(0x%xu)", bits);
  }
}

static void operand(const Emit *e, Operand o) {
  if (o.constant) constant(e, o);
  else fprintf(e->out, "%c%u", o.var < e->c->locals ? 'l' : 't', o.var);
}

static void variable(const Emit *e, u32 var) {
  fprintf(e->out, "%c%u", var < e->c->locals ? 'l' : 't', var);
}

/* $a and $b stand for the operands. */
static const char *numeric(u8 op) {
  static const char *const row[] = {/* 45 */ "$a == 0",
                                    "$a == $b",
                                    "$a != $b",
                                    "(i32)$a < (i32)$b",
                                    "$a < $b",
                                    "(i32)$a > (i32)$b",
                                    "$a > $b",
                                    "(i32)$a <= (i32)$b",
                                    "$a <= $b",
                                    "(i32)$a >= (i32)$b",
                                    "$a >= $b",
                                    /* 50 */ "$a == 0",
                                    "$a == $b",
                                    "$a != $b",
                                    "(i64)$a < (i64)$b",
                                    "$a < $b",
                                    "(i64)$a > (i64)$b",
                                    "$a > $b",
                                    "(i64)$a <= (i64)$b",
                                    "$a <= $b",
                                    "(i64)$a >= (i64)$b",
                                    "$a >= $b",
                                    /* 5b */ "$a == $b",
                                    "$a != $b",
                                    "$a < $b",
                                    "$a > $b",
                                    "$a <= $b",
                                    "$a >= $b",
                                    /* 61 */ "$a == $b",
                                    "$a != $b",
                                    "$a < $b",
                                    "$a > $b",
                                    "$a <= $b",
                                    "$a >= $b",
                                    /* 67 */ "vt_clz32($a)",
                                    "vt_ctz32($a)",
                                    "vt_popcount32($a)",
                                    /* 6a */ "$a + $b",
                                    "$a - $b",
                                    "$a * $b",
                                    "DIV_S(i32, INT32_MIN, $a, $b)",
                                    "DIV_U($a, $b)",
                                    "REM_S(i32, $a, $b)",
                                    "REM_U($a, $b)",
                                    "$a & $b",
                                    "$a | $b",
                                    "$a ^ $b",
                                    "$a << ($b & 31)",
                                    "(u32)((i32)$a >> ($b & 31))",
                                    "$a >> ($b & 31)",
                                    "vt_rotl32($a, $b)",
                                    "vt_rotr32($a, $b)",
                                    /* 79 */ "vt_clz64($a)",
                                    "vt_ctz64($a)",
                                    "vt_popcount64($a)",
                                    /* 7c */ "$a + $b",
                                    "$a - $b",
                                    "$a * $b",
                                    "DIV_S(i64, INT64_MIN, $a, $b)",
                                    "DIV_U($a, $b)",
                                    "REM_S(i64, $a, $b)",
                                    "REM_U($a, $b)",
                                    "$a & $b",
                                    "$a | $b",
                                    "$a ^ $b",
                                    "$a << ($b & 63)",
                                    "(u64)((i64)$a >> ($b & 63))",
                                    "$a >> ($b & 63)",
                                    "vt_rotl64($a, $b)",
                                    "vt_rotr64($a, $b)",
                                    /* 8b */ "fabsf($a)",
                                    "-$a",
                                    "ceilf($a)",
                                    "floorf($a)",
                                    "truncf($a)",
                                    "rintf($a)",
                                    "sqrtf($a)",
                                    "$a + $b",
                                    "$a - $b",
                                    "$a * $b",
                                    "$a / $b",
                                    "vt_min32($a, $b)",
                                    "vt_max32($a, $b)",
                                    "copysignf($a, $b)",
                                    /* 99 */ "fabs($a)",
                                    "-$a",
                                    "ceil($a)",
                                    "floor($a)",
                                    "trunc($a)",
                                    "rint($a)",
                                    "sqrt($a)",
                                    "$a + $b",
                                    "$a - $b",
                                    "$a * $b",
                                    "$a / $b",
                                    "vt_min64($a, $b)",
                                    "vt_max64($a, $b)",
                                    "copysign($a, $b)",
                                    /* a7 */ "(u32)$a",
                                    /* a8 */ "CONVERT(u32, i32, $a, -0x1p31 - 1.0, 0x1p31)",
                                    "CONVERT(u32, u32, $a, -1.0, 0x1p32)",
                                    "CONVERT(u32, i32, $a, -0x1p31 - 1.0, 0x1p31)",
                                    "CONVERT(u32, u32, $a, -1.0, 0x1p32)",
                                    /* ac */ "(u64)(i64)(i32)$a",
                                    "(u64)$a",
                                    /* ae */ "CONVERT(u64, i64, $a, -0x1p63 - 0x1p11, 0x1p63)",
                                    "CONVERT(u64, u64, $a, -1.0, 0x1p64)",
                                    "CONVERT(u64, i64, $a, -0x1p63 - 0x1p11, 0x1p63)",
                                    "CONVERT(u64, u64, $a, -1.0, 0x1p64)",
                                    /* b2 */ "(f32)(i32)$a",
                                    "(f32)$a",
                                    "(f32)(i64)$a",
                                    "(f32)$a",
                                    "(f32)$a",
                                    /* b7 */ "(f64)(i32)$a",
                                    "(f64)$a",
                                    "(f64)(i64)$a",
                                    "(f64)$a",
                                    "(f64)$a",
                                    /* bc */ "vt_bits32($a)",
                                    "vt_bits64($a)",
                                    "vt_f32($a)",
                                    "vt_f64($a)",
                                    /* c0 */ "(u32)(i32)(int8_t)$a",
                                    "(u32)(i32)(int16_t)$a",
                                    "(u64)(i64)(int8_t)$a",
                                    "(u64)(i64)(int16_t)$a",
                                    "(u64)(i64)(i32)$a"};
  static const char *const saturate[] = {"vt_sat_i32($a)", "vt_sat_u32($a)", "vt_sat_i32($a)",
                                         "vt_sat_u32($a)", "vt_sat_i64($a)", "vt_sat_u64($a)",
                                         "vt_sat_i64($a)", "vt_sat_u64($a)"};
  return op >= 0xf0 ? saturate[op - 0xf0] : row[op - 0x45];
}

static void expression(const Emit *e, const Ir *ir) {
  if (ir->op == 0x1b) {
    operand(e, ir->c);
    fputs(" ? ", e->out);
    operand(e, ir->a);
    fputs(" : ", e->out);
    operand(e, ir->b);
    return;
  }
  for (const char *p = numeric(ir->op); *p; p++) {
    if (*p != '$') fputc(*p, e->out);
    else operand(e, *++p == 'a' ? ir->a : ir->b);
  }
}

static void assign(const Emit *e, u32 var) {
  if (var == NO_VAR) return;
  variable(e, var);
  fputs(" = ", e->out);
}

static void go(const Emit *e, int label) {
  if (label == OUT || (u32)label == UINT32_MAX) fputs("goto out;", e->out);
  else fprintf(e->out, "goto L%d;", label);
}

static void after_call(const Emit *e, const Ir *ir, bool unwinds) {
  if (unwinds) {
    fputs(" if (UNLIKELY(c->unwind)) ", e->out);
    go(e, ir->handler);
  }
  fputc('\n', e->out);
}

static void arguments(const Emit *e, const Ir *ir) {
  fputs("(c", e->out);
  for (u32 i = 0; i < ir->count; i++) {
    fputs(", ", e->out);
    operand(e, ir->args[i]);
  }
  fputs(");", e->out);
}

static void spills(const Emit *e, const Ir *ir) {
  for (u32 i = 0; i < ir->spills; i++) {
    fprintf(e->out, "  SPILL(%d, ", e->c->var[ir->spill[i]].slot);
    variable(e, ir->spill[i]);
    fputs(");\n", e->out);
  }
}

static void set_sp(const Emit *e, const Ir *ir) {
  const Var *v = ir->a.constant ? NULL : &e->c->var[ir->a.var];
  fputs(ir->checked ? "  SP_BACK(" : v && v->frame ? "  SP_FRAME(" : "  SP_SET(", e->out);
  operand(e, ir->a);
  fputs(");\n", e->out);
}

static void give_back(const Emit *e) {
  if (e->c->slots) fputs("  SPILL_END;\n", e->out);
}

static void statement(const Emit *e, const Ir *ir) {
  static const char *const load[] = {"u32",    "u64",    "f32",    "f64",   "s8_32",
                                     "u8_32",  "s16_32", "u16_32", "s8_64", "u8_64",
                                     "s16_64", "u16_64", "s32_64", "u32_64"};
  static const char *const store[] = {"u32", "u64", "f32", "f64", "u8", "u16", "u8", "u16", "u32"};
  FILE *out = e->out;
  switch (ir->kind) {
  case IR_LABEL: fprintf(out, "L%u:;\n", (u32)ir->imm); return;
  case IR_STEP: fputs("  STEP;\n", out); return;
  case IR_COPY:
    fputs("  ", out);
    assign(e, ir->dst);
    operand(e, ir->a);
    fputs(";\n", out);
    return;
  case IR_OP:
    fputs("  ", out);
    assign(e, ir->dst);
    expression(e, ir);
    fputs(";\n", out);
    return;
  case IR_LOAD:
    fputs("  ", out);
    assign(e, ir->dst);
    fprintf(out, "LOAD(%s, ", load[ir->op - 0x28]);
    operand(e, ir->a);
    fprintf(out, ", %uu);\n", (u32)ir->imm);
    return;
  case IR_STORE:
    fprintf(out, "  %s(%s, ", ir->frame ? "STORE_FRAME" : "STORE", store[ir->op - 0x36]);
    operand(e, ir->a);
    fprintf(out, ", %uu, ", (u32)ir->imm);
    operand(e, ir->b);
    fputs(");\n", out);
    return;
  case IR_SP_GET:
    fputs("  ", out);
    assign(e, ir->dst);
    fputs("c->sp;\n", out);
    return;
  case IR_SP_SET: set_sp(e, ir); return;
  case IR_CALL:
    spills(e, ir);
    fputs("  ", out);
    assign(e, ir->dst);
    func_name(e, (u32)ir->imm);
    arguments(e, ir);
    after_call(e, ir, e->facts[ir->imm].unwinds);
    return;
  case IR_CALLI:
    spills(e, ir);
    fputs("  STEP; DEPTH; INDIRECT(", out);
    operand(e, ir->a);
    fprintf(out, ", %u); ", e->type_id[ir->imm]);
    assign(e, ir->dst);
    fprintf(out, "((T%u)table[", e->type_id[ir->imm]);
    operand(e, ir->a);
    fputs("].function)", out);
    arguments(e, ir);
    after_call(e, ir, true);
    return;
  case IR_GOTO:
    fputs("  ", out);
    go(e, (int)ir->imm);
    fputc('\n', out);
    return;
  case IR_IF:
    fputs("  if (", out);
    operand(e, ir->a);
    fputs(") ", out);
    go(e, (int)ir->imm);
    fputc('\n', out);
    return;
  case IR_SWITCH:
    fputs("  switch (", out);
    operand(e, ir->a);
    fputs(") {\n", out);
    for (u32 i = 0; i < ir->count; i++) {
      /* The last one has its number, too: of a byte, no other is left to check for. */
      fprintf(out, i + 1 < ir->count ? "  case %u: " : "  case %u: default: ", i);
      go(e, (int)ir->list[i]);
      fputc('\n', out);
    }
    fputs("  }\n", out);
    return;
  case IR_RETURN:
    give_back(e);
    fputs("  return", out);
    if (e->c->type->result != NONE) {
      fputc(' ', out);
      operand(e, ir->a);
    }
    fputs(";\n", out);
    return;
  case IR_THROW:
    fputs("  c->thrown = ", out);
    operand(e, ir->a);
    fputs("; c->unwind = VT_THROWN; ", out);
    go(e, ir->handler);
    fputc('\n', out);
    return;
  case IR_CATCH:
    fputs("  if (UNLIKELY(c->unwind != VT_THROWN)) ", out);
    go(e, ir->handler);
    fputs("\n  ", out);
    assign(e, ir->dst);
    fputs("c->thrown; c->unwind = VT_RUNNING;\n", out);
    return;
  case IR_TRAP: fputs("  TRAP(VT_TRAP_UNREACHABLE);\n", out); return;
  case IR_SIZE:
    fputs("  ", out);
    assign(e, ir->dst);
    fputs("c->memory_size >> 16;\n", out);
    return;
  case IR_GROW:
    fputs("  ", out);
    assign(e, ir->dst);
    fputs("vt_memory_grow(c, ", out);
    operand(e, ir->a);
    fputs(");\n", out);
    return;
  case IR_FILL:
  case IR_MOVE:
    fprintf(out, "  vt_%s(c, ", ir->kind == IR_FILL ? "fill" : "copy");
    operand(e, ir->a);
    fputs(", ", out);
    operand(e, ir->b);
    fputs(", ", out);
    operand(e, ir->c);
    fputs("); CHECK;\n", out);
    return;
  }
}

static void signature(const Emit *e, const Type *type, bool names) {
  fputs("(vt_cage *c", e->out);
  for (u32 i = 0; i < type->params; i++) {
    fprintf(e->out, ", %s", c_type(type->param[i]));
    if (names) fprintf(e->out, " l%u", i);
  }
  fputc(')', e->out);
}

static void function(Emit *e, Code *c) {
  FILE *out = e->out;
  e->c = c;
  fprintf(out, "\nstatic %s ", c_type(c->type->result));
  func_name(e, c->index);
  signature(e, c->type, true);
  fputs(" {\n", out);
  for (u32 i = c->type->params; i < c->vars; i++) {
    bool local = i < c->locals; /* a local begins as 0; nothing is set after dead code */
    fprintf(out, "  %s %c%u%s;\n", c_type(c->var[i].type), local ? 'l' : 't', i,
            local || !c->var[i].defs ? " = 0" : "");
  }
  if (e->facts[c->index].counts) fputs("  STEP;\n  DEPTH;\n", out);
  if (c->slots) fprintf(out, "  SPILL_BEGIN(%u);\n", (c->slots * 4 + 15) & ~15u);
  for (size_t i = 0; i < c->irs; i++) statement(e, &c->ir[i]);
  fprintf(out, "  goto out;\nout:\n  return%s;\n}\n", c->type->result != NONE ? " 0" : "");
}

static void types(Emit *e) {
  const Module *m = e->m;
  e->type_id = need(calloc(m->types + 1, sizeof *e->type_id));
  for (u32 i = 0; i < m->types; i++) {
    u32 same = 0;
    while (m->type[same].params != m->type[i].params || m->type[same].result != m->type[i].result ||
           memcmp(m->type[same].param, m->type[i].param, m->type[i].params))
      same++;
    e->type_id[i] = same;
    if (same != i) continue;
    fprintf(e->out, "typedef %s (*T%u)", c_type(m->type[i].result), i);
    signature(e, &m->type[i], false);
    fputs(";\n", e->out);
  }
}

static void table(const Emit *e) {
  const Module *m = e->m;
  fprintf(e->out, "\n#define TABLE_SIZE %uu\nstatic const vt_slot table[TABLE_SIZE] = {\n",
          m->table_size);
  for (u32 i = 0; i < m->table_size; i++) {
    if (m->table[i]) {
      fprintf(e->out, "  [%u] = {(void (*)(void))", i);
      func_name(e, m->table[i] - 1);
      fprintf(e->out, ", %u},\n", e->type_id[m->func[m->table[i] - 1].type]);
    } else {
      fprintf(e->out, "  [%u] = {NULL, UINT32_MAX},\n", i);
    }
  }
  fputs("};\n", e->out);
}

void emit_data(const Module *m, FILE *out) {
  for (u32 i = 0; i < m->segments; i++) {
    fprintf(out, "\nstatic const uint8_t data%u[] = {", i);
    for (u32 k = 0; k < m->segment[i].length; k++)
      fprintf(out, "%s%u,", k % 32 ? "" : "\n  ", m->segment[i].bytes[k]);
    fputs("\n};\n", out);
  }
  fputs("\nstatic const vt_segment segments[] = {\n", out);
  for (u32 i = 0; i < m->segments; i++)
    fprintf(out, "  {%uu, %uu, 0, data%u},\n", m->segment[i].address, m->segment[i].length, i);
  fprintf(out,
          "};\n\nconst struct vt_start vt_start = {\n  .pages = %u,\n  .segments = %u,\n"
          "  .segment = segments,\n};\n",
          m->pages, m->segments);
}

static void exported(const Emit *e, const char *name, const char *params, const char *args) {
  u32 index = (u32)module_export(e->m, name, 0);
  fprintf(e->out, "\nvoid vt_guest_%s(vt_cage *c%s) {\n  ", name, params);
  func_name(e, index);
  fprintf(e->out, "(c%s);\n}\n", args);
}

void emit(const Module *m, const Facts *facts, Code *codes, const char *id, FILE *out) {
  Emit e = {.m = m, .facts = facts, .out = out};
  fprintf(out,
          "/* Written by tools/meter from the guest's wasm: do not edit. */\n"
          "#define STACK_TOP %uu\n#include \"guest_ops.h\"\n\n",
          (u32)m->global[0]);
  types(&e);
  for (u32 i = m->imports; i < m->funcs; i++) {
    const Type *type = &m->type[m->func[i].type];
    /* Cold: so a path that raises is laid aside, and its branch not expected. */
    fprintf(out, "static %s%s ", facts[i].never ? "COLD " : "", c_type(type->result));
    func_name(&e, i);
    signature(&e, type, false);
    fputs(";\n", out);
  }
  table(&e);
  for (u32 i = m->imports; i < m->funcs; i++) function(&e, &codes[i]);
  fprintf(out,
          "\nconst struct vt_guest vt_guest = {\n  .id = \"%s\",\n  .sp = %u,\n  .stop = %u,\n};\n",
          id, (u32)m->global[0], (u32)module_export(m, "vitrine_stop", 3));
  exported(&e, "boot", "", "");
  exported(&e, "run", ", uint32_t length", ", length");
  free(e.type_id);
}
