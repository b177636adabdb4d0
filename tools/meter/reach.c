/* reach.c - facts that follow from who calls whom.
 *
 * A call through the table may reach every function in the table, so the table
 * is a node of its own in the graph of calls. For steps and for the depth of
 * the native stack each cycle of calls needs one place that counts: each call
 * through the table is one, and so is each function in a cycle of direct
 * calls. What lies between two of them is a chain of calls without a cycle. */
#include "meter.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  u32 *to;
  size_t count, room;
} Node;

typedef struct {
  Node *node;
  u32 nodes;
  u32 *order, *low, *stack;
  u32 next, height;
  bool *on_stack;
  Facts *facts;
} Graph;

static void edge(Graph *g, u32 from, u32 to) {
  Node *n = &g->node[from];
  for (size_t i = 0; i < n->count; i++)
    if (n->to[i] == to) return;
  n->to = grow(n->to, n->count, &n->room, sizeof *n->to);
  n->to[n->count++] = to;
}

/* Tarjan's strongly connected components; depth is bounded by the module's. */
static void visit(Graph *g, u32 v) {
  g->order[v] = g->low[v] = ++g->next;
  g->stack[g->height++] = v;
  g->on_stack[v] = true;
  bool self = false;
  for (size_t i = 0; i < g->node[v].count; i++) {
    u32 w = g->node[v].to[i];
    if (w == v) self = true;
    if (!g->order[w]) {
      visit(g, w);
      if (g->low[w] < g->low[v]) g->low[v] = g->low[w];
    } else if (g->on_stack[w] && g->order[w] < g->low[v]) {
      g->low[v] = g->order[w];
    }
  }
  if (g->low[v] != g->order[v]) return;
  bool cycle = self || g->stack[g->height - 1] != v;
  u32 w;
  do {
    w = g->stack[--g->height];
    g->on_stack[w] = false;
    g->facts[w].counts = cycle;
  } while (w != v);
}

/* Spreads a fact from callees to callers until nothing changes. */
static void spread(Graph *g, size_t field) {
  for (bool changed = true; changed;) {
    changed = false;
    for (u32 v = 0; v < g->nodes; v++) {
      bool *fact = (bool *)((char *)&g->facts[v] + field);
      for (size_t i = 0; !*fact && i < g->node[v].count; i++)
        if (*(bool *)((char *)&g->facts[g->node[v].to[i]] + field)) *fact = changed = true;
    }
  }
}

static bool can_unwind(const Ir *ir) {
  switch (ir->kind) {
  case IR_STEP:
  case IR_THROW:
  case IR_TRAP:
  case IR_CALLI:
  case IR_SP_SET:
  case IR_FILL:
  case IR_MOVE: return true;
  case IR_OP: /* division, and float to integer without saturation */
    return (ir->op >= 0x6d && ir->op <= 0x70) || (ir->op >= 0x7f && ir->op <= 0x82) ||
           (ir->op >= 0xa8 && ir->op <= 0xab) || (ir->op >= 0xae && ir->op <= 0xb1);
  default: return false;
  }
}

Facts *reach(const Module *m, Code *codes) {
  u32 table = m->funcs, nodes = m->funcs + 1;
  Graph g = {.nodes = nodes};
  g.node = need(calloc(nodes, sizeof *g.node));
  g.facts = need(calloc(nodes, sizeof *g.facts));
  g.order = need(calloc(nodes, sizeof *g.order));
  g.low = need(calloc(nodes, sizeof *g.low));
  g.stack = need(calloc(nodes, sizeof *g.stack));
  g.on_stack = need(calloc(nodes, sizeof *g.on_stack));
  bool collector = false;
  for (u32 i = 0; i < m->imports; i++) g.facts[i].unwinds = true;
  for (u32 i = m->imports; i < m->funcs; i++) {
    if (!strcmp(m->func[i].name, "gc_collect")) g.facts[i].collects = collector = true;
    for (size_t k = 0; k < codes[i].irs; k++) {
      const Ir *ir = &codes[i].ir[k];
      if (ir->kind == IR_CALL) edge(&g, i, (u32)ir->imm);
      if (ir->kind == IR_CALLI) edge(&g, i, table);
      if (can_unwind(ir)) g.facts[i].unwinds = true;
    }
    g.facts[i].never = true;
    for (size_t k = 0; k < codes[i].irs; k++)
      if (codes[i].ir[k].kind == IR_RETURN) g.facts[i].never = false;
  }
  if (!collector) die("no function is called gc_collect: keep the name section");
  for (u32 v = 0; v < nodes; v++)
    if (!g.order[v]) visit(&g, v);
  for (u32 v = 0; v < nodes; v++)
    if (g.facts[v].counts) g.facts[v].unwinds = true;
  for (u32 i = 0; i < m->table_size; i++) /* cycles are found: now the table calls */
    if (m->table[i]) edge(&g, table, m->table[i] - 1);
  spread(&g, offsetof(Facts, collects));
  for (u32 i = m->imports; i < m->funcs; i++) /* a spill area is a frame, which may overflow */
    if (g.facts[i].collects) g.facts[i].unwinds = true;
  spread(&g, offsetof(Facts, unwinds));
  for (u32 v = 0; v < nodes; v++) free(g.node[v].to);
  free(g.node), free(g.order), free(g.low), free(g.stack), free(g.on_stack);
  return g.facts;
}
