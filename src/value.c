/* value.c - trees of plain data: makers, readers, copy, free.
 *
 * Owns every value. Invariants: text is valid UTF-8 where it is a str and ends
 * with a NUL; an int that fits into 64 bits is no VT_BIG; keys and what is in a
 * set can be hashed. Never recurses: a tree is as deep as its maker wants. */
#include "value.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "bigint.h"
#include "status.h"
#include "text.h"

#define FIRST_ROOM 4u

/* Why a maker returned NULL on this thread, the last time: for whoever is given
 * the NULL, at once or after more makers. */
static _Thread_local vitrine_status maker_failed;

static vitrine_value *fail_maker(vitrine_status status) {
  maker_failed = status;
  return NULL;
}

/* The status for a value that is NULL. */
static vitrine_status fail_missing(void) {
  if (maker_failed == VITRINE_OK)
    return vt_fail(VITRINE_ERR_MISUSE, "a value is NULL: use vitrine_none() for None");
  return vt_fail(maker_failed, "a value is NULL, its maker failed: %s",
                 vitrine_status_text(maker_failed));
}

vitrine_status vt_value_check(const vitrine_value *v) {
  if (v == NULL) return fail_missing();
  if (v->failed == VITRINE_OK) return VITRINE_OK;
  vitrine_status status = (vitrine_status)v->failed;
  return vt_fail(status, "a part of the value is missing, its maker failed: %s",
                 vitrine_status_text(status));
}

const char *vt_type_name(unsigned type) {
  static const char *const names[] = {"None", "bool",  "int",  "float", "str",      "bytes",
                                      "list", "tuple", "dict", "set",   "frozenset"};
  return type < sizeof names / sizeof names[0] ? names[type] : "unknown type";
}

/* --- makers --- */

vitrine_value *vt_value_room(size_t count, size_t text, char **at) {
  size_t head = count != 0 ? sizeof(vt_pack) : sizeof(vitrine_value);
  if (count > SIZE_MAX / 4 / sizeof(vitrine_value) || text > SIZE_MAX / 4) {
    (void)vt_fail_memory();
    return NULL;
  }
  char *block = vt_alloc(head + count * sizeof(vitrine_value) + text);
  if (block == NULL) {
    (void)vt_fail_memory();
    return NULL;
  }
  vitrine_value *root = (vitrine_value *)(void *)block;
  root->flags = VT_ROOT;
  root->failed = VITRINE_OK;
  if (count != 0) {
    root->flags |= VT_PACKED;
    ((vt_pack *)(void *)block)->count = count;
  }
  if (at != NULL) *at = block + head + count * sizeof(vitrine_value);
  return root;
}

static vitrine_value *make(vitrine_type type) {
  vitrine_value *v = vt_value_room(0, 0, NULL);
  if (v == NULL) return fail_maker(VITRINE_ERR_NOMEM);
  v->type = (uint8_t)type;
  v->number = 0;
  v->length = 0;
  atomic_init(&v->decimal, NULL);
  return v;
}

static vitrine_value *make_text(vitrine_type type, const void *bytes, size_t length) {
  if (length > VT_LENGTH_MAX) {
    (void)vt_fail(VITRINE_ERR_TOOBIG, "%zu bytes are too many for one %s", length,
                  vt_type_name(type));
    return fail_maker(VITRINE_ERR_TOOBIG);
  }
  char *text;
  vitrine_value *v = vt_value_room(0, length + 1, &text);
  if (v == NULL) return fail_maker(VITRINE_ERR_NOMEM);
  v->type = (uint8_t)type;
  v->text = text;
  v->length = (uint32_t)length;
  atomic_init(&v->decimal, NULL);
  if (length != 0) memcpy(text, bytes, length);
  text[length] = 0;
  return v;
}

static vitrine_value *fail_null(const char *what) {
  (void)vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", what);
  return fail_maker(VITRINE_ERR_MISUSE);
}

vitrine_value *vitrine_none(void) { return make(VITRINE_TYPE_NONE); }

vitrine_value *vitrine_bool(int truth) {
  vitrine_value *v = make(VITRINE_TYPE_BOOL);
  if (v != NULL) v->number = truth != 0;
  return v;
}

vitrine_value *vitrine_int(int64_t number) {
  vitrine_value *v = make(VITRINE_TYPE_INT);
  if (v != NULL) v->number = number;
  return v;
}

vitrine_value *vitrine_float(double number) {
  vitrine_value *v = make(VITRINE_TYPE_FLOAT);
  if (v != NULL) v->real = isnan(number) ? (double)NAN : number;
  return v;
}

/* Digits without leading zeros, beyond 18 of them. */
static vitrine_value *make_large(const char *digits, size_t count, bool negative) {
  size_t length;
  uint8_t *bytes = vt_bigint_bytes(digits, count, negative, &length);
  if (bytes == NULL) {
    (void)vt_fail_memory();
    return fail_maker(VITRINE_ERR_NOMEM);
  }
  vitrine_value *v;
  uint64_t n = 0;
  for (size_t i = 0; i < length && length <= 8; i++) n = n << 8 | bytes[i];
  if (length <= 8 && n <= INT64_MAX) {
    v = vitrine_int(negative ? -1 - (int64_t)n : (int64_t)n);
  } else {
    v = make_text(VITRINE_TYPE_INT, bytes, length);
    if (v != NULL) v->flags = (uint8_t)(v->flags | VT_BIG | (negative ? VT_NEGATIVE : 0));
  }
  vt_free(bytes);
  return v;
}

vitrine_value *vitrine_int_text(const char *digits) {
  if (digits == NULL) return fail_null("the text of an int");
  bool negative = digits[0] == '-';
  const char *first = digits + (negative || digits[0] == '+');
  size_t count = 0;
  while (first[count] >= '0' && first[count] <= '9') count++;
  if (count == 0 || first[count] != 0) {
    size_t length = strlen(digits), shown = vt_utf8_prefix(digits, length < 40 ? length : 40);
    (void)vt_fail(VITRINE_ERR_MISUSE, "\"%.*s\" is no int: give a sign and decimal digits",
                  (int)shown, digits);
    return fail_maker(VITRINE_ERR_MISUSE);
  }
  while (count > 1 && *first == '0') first++, count--;
  if (count > 18) return make_large(first, count, negative);
  int64_t n = 0;
  for (size_t i = 0; i < count; i++) n = n * 10 + (first[i] - '0');
  return vitrine_int(negative ? -n : n);
}

vitrine_value *vitrine_int_bytes(const void *bytes, size_t length) {
  const uint8_t *from = bytes;
  if (from == NULL && length != 0) return fail_null("the content of an int");
  bool negative = length != 0 && (from[0] & 0x80) != 0;
  uint8_t flip = negative ? 0xff : 0; /* of -1 - n, the bytes are those of n inverted */
  while (length != 0 && from[0] == flip) from++, length--;
  if (length > 8 || (length == 8 && ((from[0] ^ flip) & 0x80) != 0)) {
    vitrine_value *v = make_text(VITRINE_TYPE_INT, from, length);
    if (v == NULL) return NULL;
    for (size_t i = 0; i < length; i++) v->text[i] = (char)((uint8_t)v->text[i] ^ flip);
    v->flags = (uint8_t)(v->flags | VT_BIG | (negative ? VT_NEGATIVE : 0));
    return v;
  }
  uint64_t n = 0;
  for (size_t i = 0; i < length; i++) n = n << 8 | (from[i] ^ flip);
  return vitrine_int(negative ? -1 - (int64_t)n : (int64_t)n);
}

vitrine_value *vitrine_str(const char *utf8, size_t length) {
  if (utf8 == NULL && length != 0) return fail_null("the text of a str");
  size_t good = vt_utf8_prefix(utf8, length);
  if (good == length) return make_text(VITRINE_TYPE_STR, utf8, length);
  (void)vt_fail(VITRINE_ERR_TEXT, "a str is not UTF-8 at byte %zu: convert it, or use bytes", good);
  return fail_maker(VITRINE_ERR_TEXT);
}

vitrine_value *vitrine_bytes(const void *bytes, size_t length) {
  if (bytes == NULL && length != 0) return fail_null("the content of bytes");
  return make_text(VITRINE_TYPE_BYTES, bytes, length);
}

vitrine_value *vitrine_list(void) { return make(VITRINE_TYPE_LIST); }

vitrine_value *vitrine_tuple(void) { return make(VITRINE_TYPE_TUPLE); }

vitrine_value *vitrine_dict(void) { return make(VITRINE_TYPE_DICT); }

vitrine_value *vitrine_set_of(int frozen) {
  return make(frozen ? VITRINE_TYPE_FROZENSET : VITRINE_TYPE_SET);
}

/* --- collections --- */

/* Room for two more items, as owned pointers. */
static vitrine_status make_room(vitrine_value *c) {
  bool grown = (c->flags & VT_ITEMS) != 0;
  if (c->length > VT_LENGTH_MAX - 2)
    return vt_fail(VITRINE_ERR_TOOBIG, "a %s cannot hold more items", vt_type_name(c->type));
  size_t wanted = (size_t)c->length + 2;
  if (grown && wanted <= c->room) return VITRINE_OK;
  size_t room = grown ? 2 * c->room : FIRST_ROOM;
  if (room < wanted) room = wanted;
  vitrine_value **items = vt_realloc(grown ? c->items : NULL, room * sizeof *items);
  if (items == NULL) return vt_fail_memory();
  if (!grown)
    for (uint32_t i = 0; i < c->length; i++) items[i] = c->nodes + i;
  c->flags |= VT_ITEMS;
  c->items = items;
  c->room = room;
  return VITRINE_OK;
}

static vitrine_status check_item(const vitrine_value *c, const vitrine_value *item, bool hashed) {
  vitrine_status status = vt_value_check(item);
  if (status != VITRINE_OK) return status;
  if (item == c || (item->flags & VT_ROOT) == 0)
    return vt_fail(VITRINE_ERR_MISUSE, "this %s is not yours to add: use vitrine_value_copy()",
                   vt_type_name(item->type));
  if (hashed && !vt_is_hashable(item))
    return vt_fail(VITRINE_ERR_MISUSE, "a %s%s cannot be hashed: it can be no key, nor be in a set",
                   vt_type_name(item->type),
                   item->type == VITRINE_TYPE_TUPLE ? " that holds a list, dict or set" : "");
  return VITRINE_OK;
}

static void drop(const vitrine_value *c, vitrine_value *item) {
  if (item != NULL && item != c && (item->flags & VT_ROOT) != 0) vitrine_value_free(item);
}

/* The collection will not pass for whole. */
static vitrine_status refuse(vitrine_value *c, vitrine_status status) {
  if (c != NULL && c->failed == VITRINE_OK) c->failed = (uint8_t)status;
  return status;
}

static vitrine_status fail_kind(const vitrine_value *c, const char *verb) {
  return vt_fail(VITRINE_ERR_MISUSE, "%s does not add to a %s", verb, vt_type_name(c->type));
}

vitrine_status vitrine_value_add(vitrine_value *c, vitrine_value *item) {
  vitrine_status status;
  if (c == NULL) {
    status = fail_missing();
    goto fail;
  }
  bool set = c->type == VITRINE_TYPE_SET || c->type == VITRINE_TYPE_FROZENSET;
  if (!set && c->type != VITRINE_TYPE_LIST && c->type != VITRINE_TYPE_TUPLE) {
    status = fail_kind(c, "vitrine_value_add()");
    goto fail;
  }
  status = check_item(c, item, set);
  if (status == VITRINE_OK) status = make_room(c);
  if (status != VITRINE_OK) goto fail;
  if (c->type == VITRINE_TYPE_TUPLE && !vt_is_hashable(item)) c->flags |= VT_UNHASHABLE;
  c->items[c->length++] = item;
  return VITRINE_OK;
fail:
  drop(c, item);
  return refuse(c, status);
}

vitrine_status vitrine_dict_add(vitrine_value *dict, vitrine_value *key, vitrine_value *item) {
  vitrine_status status;
  if (dict == NULL) {
    status = fail_missing();
    goto fail;
  }
  status = dict->type == VITRINE_TYPE_DICT ? check_item(dict, key, true)
                                           : fail_kind(dict, "vitrine_dict_add()");
  if (status == VITRINE_OK) status = check_item(dict, item, false);
  if (status == VITRINE_OK && key == item)
    status = vt_fail(VITRINE_ERR_MISUSE, "key and item are one value: use vitrine_value_copy()");
  if (status == VITRINE_OK) status = make_room(dict);
  if (status != VITRINE_OK) goto fail;
  dict->items[dict->length++] = key;
  dict->items[dict->length++] = item;
  return VITRINE_OK;
fail:
  drop(dict, key);
  if (item != key) drop(dict, item);
  return refuse(dict, status);
}

/* --- free --- */

static void free_decimal(vitrine_value *v) {
  if (v->type == VITRINE_TYPE_INT) vt_free(atomic_load_explicit(&v->decimal, memory_order_relaxed));
}

static void free_block(vitrine_value *root) {
  if ((root->flags & VT_PACKED) != 0) {
    vt_pack *pack = (vt_pack *)root;
    for (size_t i = 0; i < pack->count; i++) free_decimal(&pack->nodes[i]);
  }
  free_decimal(root);
  vt_free(root);
}

/* What has items of its own waits in a chain. */
static void free_later(vitrine_value *root, vitrine_value **chain) {
  if ((root->flags & VT_ITEMS) == 0) {
    free_block(root);
    return;
  }
  root->next = *chain;
  *chain = root;
}

void vitrine_value_free(vitrine_value *value) {
  vitrine_value *chain = NULL;
  if (value != NULL) free_later(value, &chain);
  while (chain != NULL) {
    vitrine_value *v = chain;
    chain = v->next;
    for (uint32_t i = 0; i < v->length; i++)
      if ((v->items[i]->flags & VT_ROOT) != 0) free_later(v->items[i], &chain);
    vt_free(v->items);
    free_block(v);
  }
}

/* --- walk, copy --- */

void vt_walk_start(vt_walk *walk) {
  walk->frames = walk->first;
  walk->depth = 0;
  walk->room = sizeof walk->first / sizeof walk->first[0];
}

bool vt_walk_enter(vt_walk *walk, const vitrine_value *collection, uint8_t style) {
  if (walk->depth == walk->room) {
    bool first = walk->frames == walk->first;
    vt_frame *frames = vt_realloc(first ? NULL : walk->frames, 2 * walk->room * sizeof *frames);
    if (frames == NULL) {
      (void)vt_fail_memory();
      return false;
    }
    if (first) memcpy(frames, walk->first, sizeof walk->first);
    walk->frames = frames;
    walk->room *= 2;
  }
  walk->frames[walk->depth++] = (vt_frame){collection, 0, style};
  return true;
}

void vt_walk_end(vt_walk *walk) {
  if (walk->frames != walk->first) vt_free(walk->frames);
}

/* Nodes below v, and bytes of text with v's own. False: no memory. */
static bool measure(const vitrine_value *v, size_t *count, size_t *text) {
  *count = 0;
  *text = vt_is_text(v) ? (size_t)v->length + 1 : 0;
  if (!vt_is_collection(v)) return true;
  vt_walk walk;
  vt_walk_start(&walk);
  bool good = vt_walk_enter(&walk, v, 0);
  while (good && walk.depth != 0) {
    vt_frame *f = &walk.frames[walk.depth - 1];
    if (f->index == f->at->length) {
      *count += f->at->length;
      walk.depth--;
      continue;
    }
    const vitrine_value *node = vt_value_node(f->at, f->index++);
    if (vt_is_text(node)) *text += (size_t)node->length + 1;
    if (vt_is_collection(node)) good = vt_walk_enter(&walk, node, 0);
  }
  vt_walk_end(&walk);
  return good;
}

/* Copies one node. A collection's nodes still are the source's: `next` says whose. */
static void copy_node(vitrine_value *to, const vitrine_value *from, char **text) {
  to->type = from->type;
  to->length = from->length;
  to->failed = from->failed;
  to->flags = (uint8_t)((to->flags & (VT_ROOT | VT_PACKED)) |
                        (from->flags & (VT_UNHASHABLE | VT_BIG | VT_NEGATIVE)));
  to->number = 0;
  atomic_init(&to->decimal, NULL);
  if (vt_is_collection(from)) {
    to->next = (vitrine_value *)(uintptr_t)from;
  } else if (vt_is_text(from)) {
    to->text = *text;
    memcpy(to->text, from->text, (size_t)from->length + 1);
    *text += (size_t)from->length + 1;
  } else if (from->type == VITRINE_TYPE_FLOAT) {
    to->real = from->real;
  } else {
    to->number = from->number;
  }
}

vitrine_value *vitrine_value_copy(const vitrine_value *value) {
  size_t count, size;
  char *text;
  if (value == NULL) return NULL;
  if (!measure(value, &count, &size)) return fail_maker(VITRINE_ERR_NOMEM);
  vitrine_value *root = vt_value_room(count, size, &text);
  if (root == NULL) return fail_maker(VITRINE_ERR_NOMEM);
  copy_node(root, value, &text);
  if (count == 0) return root;
  /* Level by level: the nodes that are there are the queue of what is to come. */
  vitrine_value *nodes = ((vt_pack *)root)->nodes, *end = nodes, *at = root;
  for (;;) {
    if (vt_is_collection(at)) {
      const vitrine_value *from = at->next;
      at->nodes = end;
      for (uint32_t i = 0; i < at->length; i++, end++) {
        end->flags = 0;
        copy_node(end, vt_value_node(from, i), &text);
      }
    }
    at = at == root ? nodes : at + 1;
    if (at == end) return root;
  }
}

/* --- readers --- */

static bool is(const vitrine_value *v, vitrine_type type) { return v != NULL && v->type == type; }

vitrine_type vitrine_value_type(const vitrine_value *v) {
  return v != NULL ? (vitrine_type)v->type : VITRINE_TYPE_NONE;
}

int vitrine_value_bool(const vitrine_value *v, int *out) {
  if (!is(v, VITRINE_TYPE_BOOL) || out == NULL) return 0;
  *out = (int)v->number;
  return 1;
}

int vitrine_value_int(const vitrine_value *v, int64_t *out) {
  if (!is(v, VITRINE_TYPE_INT) || (v->flags & VT_BIG) != 0 || out == NULL) return 0;
  *out = v->number;
  return 1;
}

int vitrine_value_float(const vitrine_value *v, double *out) {
  if (!is(v, VITRINE_TYPE_FLOAT) || out == NULL) return 0;
  *out = v->real;
  return 1;
}

static char *make_decimal(const vitrine_value *v) {
  if ((v->flags & VT_BIG) != 0)
    return vt_bigint_decimal((const uint8_t *)v->text, v->length, (v->flags & VT_NEGATIVE) != 0);
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%" PRId64, v->number);
  char *text = vt_alloc((size_t)length + 1);
  if (text != NULL) memcpy(text, digits, (size_t)length + 1);
  return text;
}

/* Made when it is first asked for, and kept. Two readers may meet here. */
static const char *decimal_of(const vitrine_value *value) {
  vitrine_value *v = (vitrine_value *)(uintptr_t)value;
  char *text = atomic_load_explicit(&v->decimal, memory_order_acquire);
  if (text != NULL) return text;
  char *made = make_decimal(v);
  if (made == NULL) {
    (void)vt_fail_memory();
    return NULL;
  }
  if (atomic_compare_exchange_strong_explicit(&v->decimal, &text, made, memory_order_acq_rel,
                                              memory_order_acquire))
    return made;
  vt_free(made);
  return text;
}

int vitrine_value_text(const vitrine_value *v, const char **out, size_t *length) {
  const char *text = NULL;
  size_t size = 0;
  if (is(v, VITRINE_TYPE_INT)) {
    text = decimal_of(v);
    size = text != NULL ? strlen(text) : 0;
  } else if (v != NULL && vt_is_text(v)) {
    text = v->text;
    size = v->length;
  }
  if (text == NULL) return 0;
  if (out != NULL) *out = text;
  if (length != NULL) *length = size;
  return 1;
}

size_t vitrine_value_int_bytes(const vitrine_value *v, void *out, size_t size) {
  if (!is(v, VITRINE_TYPE_INT)) return 0;
  uint8_t small[9], *to = out;
  const uint8_t *from = small;
  size_t length = sizeof small;
  bool big = (v->flags & VT_BIG) != 0;
  bool negative = big ? (v->flags & VT_NEGATIVE) != 0 : v->number < 0;
  uint8_t flip = negative ? 0xff : 0;
  if (big) {
    from = (const uint8_t *)v->text;
    length = v->length;
  } else {
    uint64_t n = negative ? (uint64_t)(-1 - v->number) : (uint64_t)v->number;
    for (size_t i = length; i-- > 0; n >>= 8) small[i] = (uint8_t)n;
    while (length > 1 && from[0] == 0) from++, length--;
  }
  size_t sign = (from[0] & 0x80) != 0; /* a byte that has the sign and nothing else */
  if (to == NULL || size < length + sign) return length + sign;
  if (sign != 0) to[0] = flip;
  for (size_t i = 0; i < length; i++) to[sign + i] = from[i] ^ flip;
  return length + sign;
}

size_t vitrine_value_count(const vitrine_value *v) {
  if (v == NULL || !vt_is_collection(v)) return 0;
  return v->type == VITRINE_TYPE_DICT ? v->length / 2 : v->length;
}

const vitrine_value *vitrine_value_item(const vitrine_value *v, size_t index) {
  if (index >= vitrine_value_count(v)) return NULL;
  uint32_t i = (uint32_t)index;
  return vt_value_node(v, v->type == VITRINE_TYPE_DICT ? 2 * i + 1 : i);
}

const vitrine_value *vitrine_value_key(const vitrine_value *v, size_t index) {
  if (!is(v, VITRINE_TYPE_DICT) || index >= vitrine_value_count(v)) return NULL;
  return vt_value_node(v, 2 * (uint32_t)index);
}
