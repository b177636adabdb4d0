/* module.c - reads a wasm module, and refuses what is not on the list.
 *
 * The list is what clang and wasm-ld write for the guest: one memory, one
 * table, one tag, one mutable global, the doors as imports. All else is a way
 * out of the cage or out of the meter, and ends here with a message. */
#include "meter.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

const Door doors[] = {
    {"write", "iii:", false},  {"fetch", "ii:i", false}, {"result", "ii:", false},
    {"call", "ii:i", false},   {"ticks", ":l", false},   {"clock", ":l", false},
    {"random", "ii:i", false}, {"input", "ii:i", false}, {"wait", "li:i", false},
    {"drop", "l:", false},     {NULL, NULL, false},
};
static const char *const exports[] = {"memory", "__stack_pointer", "boot",
                                      "run",    "vitrine_stop",    NULL};

void die(const char *format, ...) {
  va_list args;
  va_start(args, format);
  fputs("meter: ", stderr);
  vfprintf(stderr, format, args);
  fputc('\n', stderr);
  va_end(args);
  exit(1);
}

void *need(void *pointer) {
  if (!pointer) die("out of memory");
  return pointer;
}

void *grow(void *items, size_t count, size_t *room, size_t size) {
  if (count < *room) return items;
  *room = *room ? *room * 2 : 16;
  return need(realloc(items, *room * size));
}

typedef struct {
  const u8 *at, *end;
  const char *what;
} Reader;

static u8 byte(Reader *r) {
  if (r->at >= r->end) die("the %s section ends too early", r->what);
  return *r->at++;
}

static u64 uleb(Reader *r) {
  u64 value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    u8 b = byte(r);
    value |= (u64)(b & 0x7f) << shift;
    if (!(b & 0x80)) return value;
  }
  die("a number in the %s section is too long", r->what);
}

static u32 u32leb(Reader *r) {
  u64 value = uleb(r);
  if (value > UINT32_MAX) die("a number in the %s section is over 32 bits", r->what);
  return (u32)value;
}

/* A count of things that take at least a byte each. */
static u32 count(Reader *r) {
  u32 n = u32leb(r);
  if (n > (size_t)(r->end - r->at)) die("the %s section counts more than it holds", r->what);
  return n;
}

static char *name(Reader *r) {
  u32 length = count(r);
  char *text = need(malloc((size_t)length + 1));
  memcpy(text, r->at, length);
  text[length] = 0;
  r->at += length;
  return text;
}

static u8 value_type(Reader *r) {
  u8 type = byte(r);
  if (type == 0x7b)
    die("SIMD (a v128 value) is not on the list: build the guest without -msimd128");
  if (type < F64 || type > I32) die("value type 0x%02x is not on the list", type);
  return type;
}

static void read_types(Module *m, Reader *r) {
  m->types = count(r);
  m->type = need(calloc(m->types + 1, sizeof *m->type));
  for (u32 i = 0; i < m->types; i++) {
    Type *t = &m->type[i];
    if (byte(r) != 0x60) die("type %u is not a function type", i);
    u32 n = count(r);
    if (n > MAX_PARAMS) die("type %u has %u parameters, more than %d", i, n, MAX_PARAMS);
    t->params = (u8)n;
    for (u32 k = 0; k < n; k++) t->param[k] = value_type(r);
    n = count(r);
    if (n > 1) die("type %u has %u results: multi-value is not on the list", i, n);
    t->result = n ? value_type(r) : NONE;
  }
}

static bool matches(const Type *type, const char *text) {
  u32 k = 0;
  for (; *text != ':'; text++, k++)
    if (k >= type->params || type->param[k] != (*text == 'i' ? I32 : I64)) return false;
  u8 result = text[1] == 'i' ? I32 : text[1] == 'l' ? I64 : NONE;
  return k == type->params && type->result == result;
}

static void read_imports(Module *m, Reader *r) {
  m->imports = count(r);
  m->func = need(calloc(m->imports + 1, sizeof *m->func));
  for (u32 i = 0; i < m->imports; i++) {
    char *module = name(r), *field = name(r);
    u8 kind = byte(r);
    if (kind != 0)
      die("import %s.%s is not a function: only the doors are on the list", module, field);
    u32 type = u32leb(r);
    if (type >= m->types) die("import %s.%s has no such type %u", module, field, type);
    const Door *door = doors;
    while (door->name && strcmp(door->name, field)) door++;
    if (strcmp(module, "vitrine") || !door->name)
      die("import %s.%s is not on the list of doors (guest/doors.h)", module, field);
    if (!matches(&m->type[type], door->type))
      die("door %s has another signature than guest/doors.h: wanted %s", field, door->type);
    m->func[i] = (Func){.type = type, .name = field, .door = door->name};
    free(module);
  }
}

static void read_functions(Module *m, Reader *r) {
  u32 n = count(r);
  m->funcs = m->imports + n;
  m->func = need(realloc(m->func, (m->funcs + 1) * sizeof *m->func));
  for (u32 i = m->imports; i < m->funcs; i++) {
    u32 type = u32leb(r);
    if (type >= m->types) die("function %u has no such type %u", i, type);
    m->func[i] = (Func){.type = type, .name = ""};
  }
}

static void read_tables(Module *m, Reader *r) {
  if (count(r) != 1) die("more than one table: not on the list");
  if (byte(r) != 0x70) die("a table of something else than functions is not on the list");
  u8 flags = byte(r);
  if (flags > 1) die("table flags 0x%02x (shared or 64-bit) are not on the list", flags);
  m->table_size = u32leb(r);
  if (m->table_size > 1u << 20) die("a table of %u entries is too large", m->table_size);
  if (flags) u32leb(r);
  m->table = need(calloc(m->table_size + 1, sizeof *m->table));
}

static void read_memories(Module *m, Reader *r) {
  if (count(r) != 1) die("more than one memory: not on the list");
  u8 flags = byte(r);
  if (flags & 2) die("a shared memory (threads) is not on the list");
  if (flags & 4) die("a 64-bit memory (memory64) is not on the list");
  if (flags > 1) die("memory flags 0x%02x are not on the list", flags);
  m->pages = u32leb(r);
  if (flags) u32leb(r);
}

static void read_tags(Module *m, Reader *r) {
  if (count(r) != 1) die("more than one exception tag: only __c_longjmp is on the list");
  byte(r);
  u32 type = u32leb(r);
  if (type >= m->types || !matches(&m->type[type], "i:"))
    die("the exception tag does not carry one i32");
}

static u64 constant(Reader *r, const char *where) {
  u8 op = byte(r);
  u64 value = 0;
  if (op != 0x41 && op != 0x42) die("%s does not begin with a plain constant", where);
  u8 b;
  unsigned shift = 0;
  do {
    b = byte(r);
    value |= (u64)(b & 0x7f) << shift;
    shift += 7;
  } while (b & 0x80 && shift < 64);
  if (shift < 64 && b & 0x40) value |= ~(u64)0 << shift;
  if (byte(r) != 0x0b) die("%s is more than one constant", where);
  return op == 0x41 ? (u32)value : value;
}

static void read_globals(Module *m, Reader *r) {
  m->globals = count(r);
  m->global = need(calloc(m->globals + 1, sizeof *m->global));
  for (u32 i = 0; i < m->globals; i++) {
    u8 type = value_type(r), mutable = byte(r);
    if (i == 0 ? type != I32 || mutable != 1 : mutable != 0)
      die("global %u: only __stack_pointer may be mutable, and it is the first", i);
    m->global[i] = constant(r, "a global");
  }
}

static void read_exports(Module *m, Reader *r) {
  m->exports = count(r);
  m->export = need(calloc(m->exports + 1, sizeof *m->export));
  for (u32 i = 0; i < m->exports; i++) {
    Export *e = &m->export[i];
    e->name = name(r);
    e->kind = byte(r);
    e->index = u32leb(r);
    const char *const *known = exports;
    while (*known && strcmp(*known, e->name)) known++;
    if (!*known) die("export %s is not on the list", e->name);
    if (e->kind == 0 && e->index >= m->funcs) die("export %s has no such function", e->name);
    if (e->kind == 3 && e->index >= m->globals) die("export %s has no such global", e->name);
  }
}

u64 module_export(const Module *m, const char *wanted, u8 kind) {
  for (u32 i = 0; i < m->exports; i++)
    if (m->export[i].kind == kind && !strcmp(m->export[i].name, wanted))
      return kind == 3 ? m->global[m->export[i].index] : m->export[i].index;
  die("the module does not export %s", wanted);
}

static void read_elements(Module *m, Reader *r) {
  u32 n = count(r);
  for (u32 i = 0; i < n; i++) {
    if (u32leb(r) != 0) die("element segment %u is not a plain active one", i);
    u64 at = constant(r, "an element segment's place");
    u32 length = count(r);
    if (at + length > m->table_size) die("element segment %u does not fit into the table", i);
    for (u32 k = 0; k < length; k++) {
      u32 func = u32leb(r);
      if (func >= m->funcs) die("the table names function %u, which does not exist", func);
      m->table[at + k] = func + 1;
      m->func[func].in_table = true;
    }
  }
}

static void read_code(Module *m, Reader *r) {
  if (count(r) != m->funcs - m->imports) die("as many bodies as functions are needed");
  for (u32 i = m->imports; i < m->funcs; i++) {
    u32 length = count(r);
    m->func[i].at = r->at;
    m->func[i].end = r->at += length;
  }
}

static void read_data(Module *m, Reader *r) {
  m->segments = count(r);
  m->segment = need(calloc(m->segments + 1, sizeof *m->segment));
  for (u32 i = 0; i < m->segments; i++) {
    if (u32leb(r) != 0) die("data segment %u is not a plain active one", i);
    Segment *s = &m->segment[i];
    s->address = (u32)constant(r, "a data segment's place");
    s->length = count(r);
    s->bytes = r->at;
    r->at += s->length;
    if ((u64)s->address + s->length > (u64)m->pages << 16)
      die("data segment %u does not fit into memory", i);
  }
}

static void read_names(Module *m, Reader *r) {
  while (r->at < r->end) {
    u8 kind = byte(r);
    u32 length = count(r);
    Reader sub = {r->at, r->at + length, "name"};
    r->at += length;
    if (kind != 1) continue;
    for (u32 n = count(&sub); n; n--) {
      u32 index = u32leb(&sub);
      char *text = name(&sub);
      if (index < m->funcs) m->func[index].name = text;
    }
  }
}

void module_read(Module *m, const u8 *bytes, size_t length) {
  static const u8 magic[8] = {0, 'a', 's', 'm', 1, 0, 0, 0};
  if (length < 8 || memcmp(bytes, magic, 8)) die("not a wasm module of version 1");
  *m = (Module){.bytes = bytes, .length = length};
  static const char *const what[] = {"custom", "type",   "import",     "function", "table",
                                     "memory", "global", "export",     "start",    "element",
                                     "code",   "data",   "data count", "tag"};
  void (*const read[])(Module *, Reader *) = {
      NULL,          read_types,   read_imports, read_functions, read_tables,
      read_memories, read_globals, read_exports, NULL,           read_elements,
      read_code,     read_data,    NULL,         read_tags};
  static const u8 place[] = {0, 1, 2,  3,  4,  5,  7,
                             8, 9, 10, 12, 13, 11, 6}; /* the order of sections */
  u8 before = 0;
  Reader r = {bytes + 8, bytes + length, "module"};
  while (r.at < r.end) {
    u8 id = byte(&r);
    u32 size = count(&r);
    Reader s = {r.at, r.at + size, id < 14 ? what[id] : "unknown"};
    r.at += size;
    if (id == 0) {
      char *title = name(&s);
      s.what = "name";
      if (!strcmp(title, "name")) read_names(m, &s);
      free(title);
    } else if (id > 13) {
      die("section %u is not on the list", id);
    } else if (place[id] <= before) {
      die("the %s section is out of order", s.what);
    } else if (id == 8) {
      die("a start function is not on the list");
    } else if (id != 12) {
      read[id](m, &s);
      if (s.at != s.end)
        die("the %s section has %zu bytes too many", s.what, (size_t)(s.end - s.at));
    }
    if (id) before = place[id];
  }
  for (u32 i = m->imports; i < m->funcs; i++)
    if (!m->func[i].at) die("function %u has no body", i);
  if (!m->funcs || !m->pages || !m->globals)
    die("functions, a memory and __stack_pointer are needed");
}
