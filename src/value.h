/* value.h - what a value is made of: for its makers, the codec and JSON. */
#ifndef VT_VALUE_H
#define VT_VALUE_H

#include <stdatomic.h>
#include <stdbool.h>

#include "vitrine.h"

enum {
  VT_ROOT = 1,       /* begins an allocation of its own, and owns it          */
  VT_PACKED = 2,     /* a root that is a vt_pack                              */
  VT_ITEMS = 4,      /* a collection that has grown: `items`, not `nodes`     */
  VT_UNHASHABLE = 8, /* a tuple that holds a list, a dict or a set            */
  VT_BIG = 16,       /* an int beyond 64 bits: `text` has its CBOR bytes      */
  VT_NEGATIVE = 32   /* with VT_BIG: the bytes are n, the number is -1 - n    */
};

/* A tree is one allocation (a pack) if it was decoded or copied, and one for each
 * value that was made and added. Only a root can change, and only its owner has
 * it: whatever else a user can reach is const, and readers may share it. */
struct vitrine_value {
  union {
    int64_t number;        /* bool, int */
    double real;           /* a NaN is the canonical one */
    char *text;            /* str, bytes: in the root's allocation, a NUL follows */
    vitrine_value *nodes;  /* a collection's, in a row, in the root's allocation */
    vitrine_value **items; /* with VT_ITEMS: owned; items that are roots, too */
  };
  union {
    _Atomic(char *) decimal; /* int: its text once somebody has asked; owned */
    size_t room;             /* with VT_ITEMS */
    vitrine_value *next;     /* while it is freed */
  };
  uint32_t length; /* bytes of text; a collection's nodes, of a dict two a pair */
  uint8_t type;    /* vitrine_type */
  uint8_t flags;   /* VT_… */
  uint8_t failed;  /* vitrine_status: something that was added is missing */
};

#define VT_LENGTH_MAX (UINT32_MAX - 1)

typedef struct {
  vitrine_value root;
  size_t count; /* of nodes */
  vitrine_value nodes[];
} vt_pack;

/* An allocation for a root, `count` more nodes, and `text` bytes. *at: where the
 * text goes. The root has its flags, all else is not set. NULL: no memory. */
vitrine_value *vt_value_room(size_t count, size_t text, char **at);

static inline bool vt_is_text(const vitrine_value *v) {
  return v->type == VITRINE_TYPE_STR || v->type == VITRINE_TYPE_BYTES || (v->flags & VT_BIG) != 0;
}
static inline bool vt_is_collection(const vitrine_value *v) { return v->type >= VITRINE_TYPE_LIST; }
static inline bool vt_is_hashable(const vitrine_value *v) {
  return v->type != VITRINE_TYPE_LIST && v->type != VITRINE_TYPE_DICT &&
         v->type != VITRINE_TYPE_SET && (v->flags & VT_UNHASHABLE) == 0;
}
static inline const vitrine_value *vt_value_node(const vitrine_value *v, uint32_t index) {
  return (v->flags & VT_ITEMS) != 0 ? v->items[index] : v->nodes + index;
}

/* OK if it can be used; else what to return: it, or a part of it, is missing
 * because its maker failed. */
vitrine_status vt_value_check(const vitrine_value *value);
/* "list", "frozenset", … */
const char *vt_type_name(unsigned type);

/* --- a way through a tree of any depth --- */

typedef struct {
  const vitrine_value *at;
  uint32_t index; /* of the next node */
  uint8_t style;  /* the user's */
} vt_frame;

typedef struct {
  vt_frame *frames;
  size_t depth, room;
  vt_frame first[32];
} vt_walk;

void vt_walk_start(vt_walk *walk);
/* False: no memory. */
bool vt_walk_enter(vt_walk *walk, const vitrine_value *collection, uint8_t style);
void vt_walk_end(vt_walk *walk);

#endif
