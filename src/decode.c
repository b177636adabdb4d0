/* decode.c - CBOR to values: the one parser of guest bytes.
 *
 * Owns nothing until a value is whole. Every value is read twice: the first time
 * checks all of it and counts, then there is one allocation of what was counted,
 * and the second time fills it, no further than was counted. So no size that the
 * guest claims sizes anything, and a value that is wrong costs no memory. Never
 * recurses. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "alloc.h"
#include "codec.h"
#include "status.h"
#include "text.h"
#include "value.h"

enum {
  MAJOR_UINT,
  MAJOR_NINT,
  MAJOR_BYTES,
  MAJOR_TEXT,
  MAJOR_ARRAY,
  MAJOR_MAP,
  MAJOR_TAG,
  MAJOR_SIMPLE
};

#define TAG_BIG 2u
#define TAG_BIG_NEGATIVE 3u
#define TAG_SET 258u
#define TAG_TUPLE 48001u
#define TAG_FROZENSET 48002u

static vitrine_status refuse(const vt_reader *r, const uint8_t *at, const char *what) {
  size_t place = (size_t)(at - r->start);
  (void)vt_fail(VITRINE_ERR_MISUSE, "CBOR from the guest, byte %zu: %s", place, what);
  return VITRINE_ERR_MISUSE;
}

/* --- one item --- */

typedef struct {
  uint8_t type;  /* vitrine_type */
  uint8_t flags; /* VT_BIG, VT_NEGATIVE */
  uint64_t n;    /* bytes of text; a collection's nodes */
  union {
    const uint8_t *text;
    int64_t number;
    double real;
  };
} item;

typedef struct {
  unsigned major, info;
  uint64_t n;
} head;

/* The rest of a head whose number has bytes of its own. */
static vitrine_status read_long_head(vt_reader *r, const uint8_t *at, head *h) {
  if (h->info == 31) return refuse(r, at, "indefinite length, or a break");
  if (h->info > 27) return refuse(r, at, "a reserved form");
  size_t size = (size_t)1 << (h->info - 24);
  if ((size_t)(r->end - r->at) < size) return refuse(r, at, "the bytes end inside an item's head");
  h->n = 0;
  for (size_t i = 0; i < size; i++) h->n = h->n << 8 | *r->at++;
  static const uint64_t least[] = {24, 0x100, 0x10000, 0x100000000};
  if (h->major != MAJOR_SIMPLE && h->n < least[h->info - 24])
    return refuse(r, at, "a number longer than it has to be");
  return VITRINE_OK;
}

static inline vitrine_status read_head(vt_reader *r, head *h) {
  const uint8_t *at = r->at;
  if (at == r->end) return refuse(r, at, "the bytes end where an item should begin");
  h->major = *at >> 5;
  h->info = *at & 31;
  h->n = h->info;
  r->at++;
  return h->info < 24 ? VITRINE_OK : read_long_head(r, at, h);
}

static double half(uint64_t bits) {
  int exponent = (int)(bits >> 10 & 31);
  double mantissa = (double)(bits & 1023);
  double real = exponent == 31  ? mantissa != 0 ? (double)NAN : (double)INFINITY
                : exponent == 0 ? ldexp(mantissa, -24)
                                : ldexp(mantissa + 1024, exponent - 25);
  return (bits & 0x8000) != 0 ? -real : real;
}

static double real_of(unsigned info, uint64_t n) {
  double real;
  if (info == 25) {
    real = half(n);
  } else if (info == 26) {
    uint32_t bits = (uint32_t)n;
    float single;
    memcpy(&single, &bits, sizeof single);
    real = (double)single;
  } else {
    memcpy(&real, &n, sizeof real);
  }
  return isnan(real) ? (double)NAN : real;
}

static vitrine_status read_simple(const vt_reader *r, const uint8_t *at, const head *h, item *i) {
  if (h->info >= 25) {
    i->type = VITRINE_TYPE_FLOAT;
    i->real = real_of(h->info, h->n);
    return VITRINE_OK;
  }
  if (h->info < 20 || h->info > 22) return refuse(r, at, "a simple value that Python has not");
  i->type = h->info == 22 ? VITRINE_TYPE_NONE : VITRINE_TYPE_BOOL;
  i->number = h->info == 21;
  return VITRINE_OK;
}

/* Text lies where the reader is. */
static vitrine_status take_text(vt_reader *r, const uint8_t *at, const head *h, item *i) {
  if (h->n > (size_t)(r->end - r->at)) return refuse(r, at, "the bytes end inside a string");
  if (h->n > VT_LENGTH_MAX) return refuse(r, at, "a string of 4 GiB");
  i->n = h->n;
  i->text = r->at;
  r->at += h->n;
  return VITRINE_OK;
}

static vitrine_status read_big(vt_reader *r, const uint8_t *at, bool negative, item *i) {
  head h;
  vitrine_status status = read_head(r, &h);
  if (status != VITRINE_OK) return status;
  if (h.major != MAJOR_BYTES) return refuse(r, at, "a bignum that is no byte string");
  status = take_text(r, at, &h, i);
  if (status != VITRINE_OK) return status;
  if (i->n < 9 || i->text[0] == 0) return refuse(r, at, "a bignum longer than it has to be");
  i->type = VITRINE_TYPE_INT;
  i->flags = (uint8_t)(VT_BIG | (negative ? VT_NEGATIVE : 0));
  return VITRINE_OK;
}

/* Each node takes a byte at least. */
static vitrine_status take_count(const vt_reader *r, const uint8_t *at, const head *h, item *i,
                                 unsigned each) {
  if (h->n > (size_t)(r->end - r->at) / each)
    return refuse(r, at, "a collection with more items than bytes are left");
  if (h->n > VT_LENGTH_MAX / each) return refuse(r, at, "a collection of 4 G items");
  i->n = h->n * each;
  return VITRINE_OK;
}

static vitrine_status read_tag(vt_reader *r, const uint8_t *at, uint64_t tag, item *i) {
  if (tag == TAG_BIG || tag == TAG_BIG_NEGATIVE) return read_big(r, at, tag == TAG_BIG_NEGATIVE, i);
  if (tag == TAG_TUPLE) i->type = VITRINE_TYPE_TUPLE;
  else if (tag == TAG_SET) i->type = VITRINE_TYPE_SET;
  else if (tag == TAG_FROZENSET) i->type = VITRINE_TYPE_FROZENSET;
  else return refuse(r, at, "an unknown tag");
  head h;
  vitrine_status status = read_head(r, &h);
  if (status != VITRINE_OK) return status;
  if (h.major != MAJOR_ARRAY) return refuse(r, at, "a tuple or a set that is no array");
  return take_count(r, at, &h, i, 1);
}

static void take_int(const vt_reader *r, const head *h, item *i) {
  i->type = VITRINE_TYPE_INT;
  bool negative = h->major == MAJOR_NINT;
  if (h->n <= INT64_MAX) {
    i->number = negative ? -1 - (int64_t)h->n : (int64_t)h->n;
    return;
  }
  i->flags = (uint8_t)(VT_BIG | (negative ? VT_NEGATIVE : 0));
  i->n = 8;
  i->text = r->at - 8; /* as a bignum has them */
}

/* What most items are: with all of their number in the first byte. */
static inline bool read_short(vt_reader *r, item *i) {
  static const uint8_t types[] = {VITRINE_TYPE_INT, VITRINE_TYPE_INT,  VITRINE_TYPE_BYTES,
                                  VITRINE_TYPE_STR, VITRINE_TYPE_LIST, VITRINE_TYPE_DICT};
  if (r->at == r->end) return false;
  unsigned major = *r->at >> 5, n = *r->at & 31;
  if (n >= 24 || major > MAJOR_MAP) return false;
  size_t left = (size_t)(r->end - r->at) - 1;
  i->type = types[major];
  i->flags = 0;
  if (major <= MAJOR_NINT) {
    i->n = 0;
    i->number = major == MAJOR_UINT ? (int64_t)n : -1 - (int64_t)n;
    n = 0;
  } else {
    i->n = major == MAJOR_MAP ? 2 * n : n;
    if (i->n > left) return false; /* read_item() tells what is wrong */
    i->text = r->at + 1;
    if (major > MAJOR_TEXT) n = 0;
  }
  r->at += 1 + n;
  return true;
}

/* Does not look inside text: check_text() does. */
static vitrine_status read_item(vt_reader *r, item *i) {
  if (read_short(r, i)) return VITRINE_OK;
  const uint8_t *at = r->at;
  head h;
  vitrine_status status = read_head(r, &h);
  if (status != VITRINE_OK) return status;
  i->flags = 0;
  i->n = 0;
  i->number = 0;
  switch (h.major) {
  case MAJOR_UINT:
  case MAJOR_NINT: take_int(r, &h, i); return VITRINE_OK;
  case MAJOR_BYTES:
  case MAJOR_TEXT:
    i->type = h.major == MAJOR_TEXT ? VITRINE_TYPE_STR : VITRINE_TYPE_BYTES;
    return take_text(r, at, &h, i);
  case MAJOR_ARRAY: i->type = VITRINE_TYPE_LIST; return take_count(r, at, &h, i, 1);
  case MAJOR_MAP: i->type = VITRINE_TYPE_DICT; return take_count(r, at, &h, i, 2);
  case MAJOR_TAG: return read_tag(r, at, h.n, i);
  default: return read_simple(r, at, &h, i);
  }
}

static vitrine_status check_text(const vt_reader *r, const item *i) {
  size_t good = vt_utf8_prefix(i->text, (size_t)i->n);
  return good == i->n ? VITRINE_OK : refuse(r, i->text + good, "text that is not UTF-8");
}

static bool has_text(const item *i) {
  return i->type == VITRINE_TYPE_STR || i->type == VITRINE_TYPE_BYTES || (i->flags & VT_BIG) != 0;
}

static bool is_collection(const item *i) { return i->type >= VITRINE_TYPE_LIST; }

/* So many items take 0.1 ms, the page faults of their nodes included. */
#define ITEMS_BETWEEN 2048u

static bool is_late(const vt_reader *r, uint32_t n) {
  return n % ITEMS_BETWEEN == 0 && r->late != NULL && r->late(r->with);
}

/* --- first reading: check and count --- */

#define MESSAGE_LEVELS 2u /* of a message, around its values */
#define DEEPEST (VT_CODEC_DEPTH + MESSAGE_LEVELS)

/* A collection, and how many of its nodes are still to come. */
typedef struct {
  uint64_t left;
  uint8_t type;
  bool hashed; /* it is, or is in, a key or a set's item */
} level;

/* Whether the level's next node has to be one that can be hashed. */
static bool next_hashed(const level *l) {
  return l->hashed || l->type == VITRINE_TYPE_SET || l->type == VITRINE_TYPE_FROZENSET ||
         (l->type == VITRINE_TYPE_DICT && l->left % 2 == 0);
}

static vitrine_status check(vt_reader *r, size_t deepest, size_t *count, size_t *text) {
  level levels[DEEPEST];
  size_t depth = 0;
  *count = *text = 0;
  for (uint32_t n = 1;; n++) {
    if (is_late(r, n)) return VT_READ_LATE;
    const uint8_t *at = r->at;
    item i;
    vitrine_status status = read_item(r, &i);
    if (status == VITRINE_OK && i.type == VITRINE_TYPE_STR) status = check_text(r, &i);
    if (status != VITRINE_OK) return status;
    if (has_text(&i)) *text += (size_t)i.n + 1;
    bool hashed = depth != 0 && next_hashed(&levels[depth - 1]);
    if (depth != 0) levels[depth - 1].left--;
    if (is_collection(&i)) {
      if (hashed && i.type != VITRINE_TYPE_TUPLE && i.type != VITRINE_TYPE_FROZENSET)
        return refuse(r, at, "a key, or what is in a set, that cannot be hashed");
      if (depth == deepest) return refuse(r, at, "collections that nest deeper than 64");
      levels[depth++] = (level){i.n, i.type, hashed};
      *count += (size_t)i.n;
    }
    while (depth != 0 && levels[depth - 1].left == 0) depth--;
    if (depth == 0) return VITRINE_OK;
  }
}

/* --- second reading: fill --- */

typedef struct {
  vitrine_value *node; /* the collection */
  uint32_t next;
} place;

static void fill_node(vitrine_value *v, const item *i, char *text) {
  v->type = i->type;
  v->flags = (uint8_t)((v->flags & (VT_ROOT | VT_PACKED)) | i->flags);
  v->failed = VITRINE_OK;
  v->length = (uint32_t)i->n;
  atomic_init(&v->decimal, NULL);
  if (has_text(i)) {
    v->text = text;
    memcpy(text, i->text, (size_t)i->n);
    text[i->n] = 0;
  } else if (i->type == VITRINE_TYPE_FLOAT) {
    v->real = i->real;
  } else {
    v->number = i->number;
  }
}

/* From a list, dict or set outwards: the tuples that hold it. */
static void mark_unhashable(const place *places, size_t depth) {
  for (; depth != 0 && places[depth - 1].node->type == VITRINE_TYPE_TUPLE; depth--)
    places[depth - 1].node->flags |= VT_UNHASHABLE;
}

/* What check() has counted, and fill() has left. */
typedef struct {
  vitrine_value *node;
  size_t nodes;
  char *text;
  size_t room;
} space;

/* Reads what check() has found good, and still takes no more than it counted. */
static vitrine_status fill(vt_reader *r, vitrine_value *root, space *s) {
  place places[DEEPEST];
  size_t depth = 0;
  vitrine_value *v = root;
  for (uint32_t n = 1;; n++) {
    if (is_late(r, n)) return VT_READ_LATE;
    const uint8_t *at = r->at;
    item i;
    vitrine_status status = read_item(r, &i);
    if (status != VITRINE_OK) return status;
    bool text = has_text(&i), collection = is_collection(&i);
    if ((text && i.n >= s->room) || (collection && (i.n > s->nodes || depth == DEEPEST)))
      return refuse(r, at, "the bytes have changed while they were read");
    fill_node(v, &i, s->text);
    if (text) {
      s->text += i.n + 1;
      s->room -= (size_t)i.n + 1;
    }
    if (collection) {
      if (!vt_is_hashable(v)) mark_unhashable(places, depth);
      v->nodes = s->node;
      if (i.n != 0) s->node += i.n;
      s->nodes -= (size_t)i.n;
      places[depth++] = (place){v, 0};
    }
    while (depth != 0 && places[depth - 1].next == places[depth - 1].node->length) depth--;
    if (depth == 0) break;
    place *p = &places[depth - 1];
    v = p->node->nodes + p->next++;
    v->flags = 0;
  }
  if (s->nodes != 0) return refuse(r, r->at, "the bytes have changed while they were read");
  return VITRINE_OK;
}

static vitrine_status read_tree(vt_reader *reader, size_t deepest, vitrine_value **out) {
  vt_reader first = *reader, second = *reader;
  size_t count, text;
  *out = NULL;
  vitrine_status status = check(&first, deepest, &count, &text);
  if (status != VITRINE_OK) return status;
  space s = {.nodes = count, .room = text};
  vitrine_value *root = vt_value_room(count, text, &s.text);
  if (root == NULL) return VITRINE_ERR_NOMEM;
  if (count != 0) s.node = ((vt_pack *)root)->nodes;
  status = fill(&second, root, &s);
  if (status != VITRINE_OK) {
    vt_free(root);
    return status;
  }
  *reader = second;
  *out = root;
  return VITRINE_OK;
}

vitrine_status vt_read_value(vt_reader *reader, vitrine_value **out) {
  return read_tree(reader, VT_CODEC_DEPTH, out);
}

vitrine_status vt_read_message(vt_reader *reader, vitrine_value **out) {
  return read_tree(reader, DEEPEST, out);
}

vitrine_status vt_decode(const uint8_t *bytes, size_t length, size_t *used, vitrine_value **out) {
  vt_reader r = vt_reader_of(bytes, length);
  vitrine_status status = vt_read_value(&r, out);
  *used = status == VITRINE_OK ? (size_t)(r.at - bytes) : 0;
  return status;
}

/* --- messages --- */

/* An item of this type, or the reader stays where it was. */
static vitrine_status expect(vt_reader *r, vitrine_type type, const char *what, item *i) {
  const uint8_t *at = r->at;
  vitrine_status status = read_item(r, i);
  if (status == VITRINE_OK && i->type == VITRINE_TYPE_STR) status = check_text(r, i);
  if (status == VITRINE_OK && (i->type != type || (i->flags & VT_BIG) != 0))
    status = refuse(r, at, what);
  if (status != VITRINE_OK) r->at = at;
  return status;
}

vitrine_status vt_read_array(vt_reader *r, size_t *count) {
  item i;
  vitrine_status status = expect(r, VITRINE_TYPE_LIST, "no array", &i);
  if (status == VITRINE_OK) *count = (size_t)i.n;
  return status;
}

vitrine_status vt_read_int(vt_reader *r, int64_t *number) {
  item i;
  vitrine_status status = expect(r, VITRINE_TYPE_INT, "no int of 64 bits", &i);
  if (status == VITRINE_OK) *number = i.number;
  return status;
}

vitrine_status vt_read_uint(vt_reader *r, uint64_t *number) {
  const uint8_t *at = r->at;
  int64_t n;
  vitrine_status status = vt_read_int(r, &n);
  if (status != VITRINE_OK) return status;
  if (n < 0) {
    r->at = at;
    return refuse(r, at, "a negative number");
  }
  *number = (uint64_t)n;
  return VITRINE_OK;
}

vitrine_status vt_read_text(vt_reader *r, const char **text, size_t *length) {
  item i;
  vitrine_status status = expect(r, VITRINE_TYPE_STR, "no text", &i);
  if (status != VITRINE_OK) return status;
  *text = (const char *)i.text;
  *length = (size_t)i.n;
  return VITRINE_OK;
}

vitrine_status vt_read_null(vt_reader *r) {
  item i;
  return expect(r, VITRINE_TYPE_NONE, "no null", &i);
}

vitrine_status vt_read_maybe_text(vt_reader *r, const char **text, size_t *length) {
  if (r->at != r->end && *r->at == 0xf6) {
    r->at++;
    *text = NULL;
    *length = 0;
    return VITRINE_OK;
  }
  return vt_read_text(r, text, length);
}

vitrine_status vt_read_end(const vt_reader *r) {
  return r->at == r->end ? VITRINE_OK : refuse(r, r->at, "more bytes than the message has");
}
