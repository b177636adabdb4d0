/* signature.c - what a host function takes, as Python writes it.
 *
 * Owns nothing: a signature points into its text. The text is the host's, the
 * arguments are the guest's. */
#include "signature.h"

#include <string.h>

#include "status.h"
#include "text.h"
#include "value.h"

/* --- reading --- */

typedef struct {
  vt_signature *s;
  const char *text, *at;
  vitrine_status status;
} parser;

static bool fail(parser *p, const char *what) {
  if (p->status == VITRINE_OK)
    p->status = vt_fail(VITRINE_ERR_MISUSE, "signature %.200s, at character %zu: %s", p->text,
                        (size_t)(p->at - p->text) + 1, what);
  return false;
}

static void blanks(parser *p) {
  while (*p->at == ' ' || *p->at == '\n' || *p->at == '\t') p->at++;
}

static bool take(parser *p, const char *token) {
  blanks(p);
  size_t length = strlen(token);
  if (strncmp(p->at, token, length) != 0) return false;
  p->at += length;
  return true;
}

static bool need(parser *p, const char *token, const char *what) {
  return take(p, token) || fail(p, what);
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* A name, with dots where `dotted` (typing.Any). */
static bool name(parser *p, bool dotted, const char **start, size_t *length) {
  blanks(p);
  const char *from = p->at;
  if (!is_letter(*p->at)) return fail(p, "a name is missing");
  while (is_letter(*p->at) || (*p->at >= '0' && *p->at <= '9') || (dotted && *p->at == '.'))
    p->at++;
  *start = from;
  *length = (size_t)(p->at - from);
  return *length <= 255 || fail(p, "the name is too long");
}

static uint8_t new_shape(parser *p, vt_shape shape) {
  if (p->s->shapes == VT_SHAPES) {
    (void)fail(p, "the types are too many");
    return 0;
  }
  p->s->shape[p->s->shapes] = shape;
  return (uint8_t)p->s->shapes++;
}

#define BIT(type) (uint16_t)(1u << VITRINE_TYPE_##type)

/* What a type's name stands for; 0: it is not known. An int does for a float, and
 * a bool for an int, as in Python. */
static uint16_t types_of(const char *word, size_t length) {
  static const struct {
    const char *name;
    uint16_t types;
  } known[] = {{"None", BIT(NONE)},
               {"bool", BIT(BOOL)},
               {"int", BIT(INT) | BIT(BOOL)},
               {"float", BIT(FLOAT) | BIT(INT) | BIT(BOOL)},
               {"str", BIT(STR)},
               {"bytes", BIT(BYTES)},
               {"list", BIT(LIST)},
               {"tuple", BIT(TUPLE)},
               {"dict", BIT(DICT)},
               {"set", BIT(SET)},
               {"frozenset", BIT(FROZENSET)},
               {"Any", VT_ANY},
               {"object", VT_ANY}};
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (strlen(known[i].name) == length && memcmp(known[i].name, word, length) == 0)
      return known[i].types;
  return 0;
}

/* Types nest no deeper than they can be many: each takes one from VT_SHAPES. */
static uint8_t type(parser *p, unsigned depth);

static uint8_t nested(parser *p, unsigned depth) {
  if (depth < 8) return type(p, depth + 1);
  (void)fail(p, "the types nest too deep");
  return 0;
}

static bool one_type(parser *p, unsigned depth, vt_shape *shape) {
  const char *word;
  size_t length;
  blanks(p);
  if (!name(p, false, &word, &length)) return false;
  uint16_t types = types_of(word, length);
  if (types == 0) {
    p->at = word;
    return fail(p, "not a type that can cross: None, bool, int, float, str, bytes, list, tuple, "
                   "dict, set, frozenset or Any");
  }
  shape->types |= types;
  if (!take(p, "[")) return true;
  if ((types & (BIT(LIST) | BIT(TUPLE) | BIT(SET) | BIT(FROZENSET) | BIT(DICT))) == 0 ||
      types == VT_ANY)
    return fail(p, "this type holds no others");
  uint8_t first = nested(p, depth);
  if ((types & BIT(DICT)) != 0) {
    shape->key = first;
    if (!need(p, ",", "dict[…] needs two types")) return false;
    shape->value = nested(p, depth);
  } else {
    shape->item = first;
    /* tuple[int, ...] */
    if ((types & BIT(TUPLE)) != 0 && take(p, ",") && !need(p, "...", "'...' is missing"))
      return false;
  }
  return need(p, "]", "']' is missing") && p->status == VITRINE_OK;
}

static uint8_t type(parser *p, unsigned depth) {
  vt_shape shape = {0};
  do {
    if (!one_type(p, depth, &shape)) return 0;
  } while (take(p, "|"));
  return new_shape(p, shape);
}

/* A default is kept as text: anything up to the comma or bracket that ends it. */
static bool fallback(parser *p, vt_parameter *to) {
  blanks(p);
  const char *from = p->at;
  int open = 0;
  for (char quote = 0; *p->at != 0; p->at++) {
    char c = *p->at;
    if (quote != 0) {
      if (c == '\\' && p->at[1] != 0) p->at++;
      else if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') quote = c;
    else if (c == '(' || c == '[' || c == '{') open++;
    else if (c == ',' && open == 0) break;
    else if (c == ')' || c == ']' || c == '}')
      if (open-- == 0) break;
  }
  const char *end = p->at;
  while (end > from && end[-1] == ' ') end--;
  if (end == from) return fail(p, "a default is missing");
  if (end - from > UINT16_MAX) return fail(p, "the default is too long");
  to->fallback = from;
  to->fallback_length = (uint16_t)(end - from);
  return true;
}

static bool parameter(parser *p, uint8_t how) {
  vt_signature *s = p->s;
  if (s->count == VT_PARAMETERS) return fail(p, "the parameters are too many");
  vt_parameter *to = &s->list[s->count];
  size_t length;
  *to = (vt_parameter){.how = how};
  if (!name(p, false, &to->name, &length)) return false;
  to->length = (uint8_t)length;
  for (unsigned i = 0; i < s->count; i++)
    if (s->list[i].length == length && memcmp(s->list[i].name, to->name, length) == 0)
      return fail(p, "two parameters have one name");
  if (take(p, ":")) {
    to->shape = type(p, 0);
    if (p->status != VITRINE_OK) return false;
  }
  if (take(p, "=")) {
    if ((how & (VT_REST | VT_REST_NAMED)) != 0) return fail(p, "this parameter takes no default");
    if (!fallback(p, to)) return false;
  }
  s->count++;
  return true;
}

static bool parameters(parser *p) {
  vt_signature *s = p->s;
  uint8_t how = VT_POSITIONAL | VT_KEYWORD;
  if (take(p, ")")) return true;
  do {
    if (take(p, ")")) return true; /* after a last comma */
    bool last = s->count != 0 && s->list[s->count - 1].how == VT_REST_NAMED;
    if (last) return fail(p, "nothing can follow **");
    if (take(p, "**")) {
      if (!parameter(p, VT_REST_NAMED)) return false;
    } else if (take(p, "*")) {
      if (how == VT_KEYWORD) return fail(p, "a second *");
      how = VT_KEYWORD;
      blanks(p);
      if (*p->at != ',' && !parameter(p, VT_REST)) return false;
    } else if (take(p, "/")) {
      if (s->count == 0 || how == VT_KEYWORD) return fail(p, "a '/' that nothing stands before");
      for (unsigned i = 0; i < s->count; i++) s->list[i].how = VT_POSITIONAL;
    } else if (!parameter(p, how)) return false;
  } while (take(p, ","));
  return need(p, ")", "')' is missing");
}

vitrine_status vt_signature_read(vt_signature *s, const char *text) {
  *s = (vt_signature){.shapes = 1};
  s->shape[0].types = VT_ANY;
  parser p = {.s = s, .text = text, .at = text};
  if (!need(&p, "(", "it begins with '('") || !parameters(&p)) return p.status;
  if (take(&p, "->")) s->answer = type(&p, 0);
  blanks(&p);
  if (p.status == VITRINE_OK && *p.at != 0) (void)fail(&p, "nothing is expected here");
  return p.status;
}

/* --- binding --- */

static void say_types(vt_buffer *error, uint16_t types) {
  const char *between = "";
  if ((types & BIT(FLOAT)) != 0) types &= (uint16_t)~(BIT(INT) | BIT(BOOL));
  if ((types & BIT(INT)) != 0) types &= (uint16_t)~BIT(BOOL);
  for (unsigned i = VITRINE_TYPE_BOOL; i <= VITRINE_TYPE_FROZENSET + 1; i++) {
    unsigned t = i <= VITRINE_TYPE_FROZENSET ? i : VITRINE_TYPE_NONE; /* None comes last */
    if ((types & 1u << t) == 0) continue;
    vt_say(error, "%s%s", between, t == VITRINE_TYPE_NONE ? "None" : vt_type_name(t));
    between = " or ";
  }
}

/* How many items deep a value is looked at: as deep as types nest. */
static bool fits(const vt_signature *s, uint8_t index, const vitrine_value *v, vt_buffer *place,
                 vt_buffer *error) {
  const vt_shape *shape = &s->shape[index];
  vitrine_type t = vitrine_value_type(v);
  if ((shape->types & 1u << t) == 0) {
    vt_say(error, "%.*s must be ", (int)place->length, (const char *)place->bytes);
    say_types(error, shape->types);
    vt_say(error, ", not %s", t == VITRINE_TYPE_NONE ? "None" : vt_type_name(t));
    return false;
  }
  bool is_dict = t == VITRINE_TYPE_DICT;
  if (t < VITRINE_TYPE_LIST || (is_dict ? shape->key == 0 && shape->value == 0 : shape->item == 0))
    return true;
  size_t before = place->length;
  for (size_t i = 0; i < vitrine_value_count(v); i++) {
    vt_say(place, ", %s %zu", is_dict ? "pair" : "item", i);
    if (is_dict && !fits(s, shape->key, vitrine_value_key(v, i), place, error)) return false;
    if (!fits(s, is_dict ? shape->value : shape->item, vitrine_value_item(v, i), place, error))
      return false;
    place->length = before;
  }
  return true;
}

static bool check_argument(const vt_signature *s, const char *function, const vt_parameter *p,
                           const vitrine_value *v, vt_buffer *error) {
  vt_buffer place = {0};
  vt_say(error, "%s() ", function);
  vt_say(&place, "argument '%.*s'", p->length, p->name);
  bool good = fits(s, p->shape, v, &place, error);
  good = good && !place.failed;
  vt_buffer_free(&place);
  if (good) error->length = 0;
  return good;
}

static const vt_parameter *find(const vt_signature *s, const char *key, size_t length) {
  for (unsigned i = 0; i < s->count; i++)
    if (s->list[i].length == length && memcmp(s->list[i].name, key, length) == 0)
      return &s->list[i];
  return NULL;
}

static bool bind_positional(const vt_signature *s, const char *function, const vitrine_value *args,
                            const vitrine_value **bound, vt_buffer *error) {
  size_t count = vitrine_value_count(args), places = 0;
  const vt_parameter *rest = NULL;
  for (unsigned i = 0; i < s->count; i++) {
    if ((s->list[i].how & VT_POSITIONAL) != 0) {
      if (places < count) bound[i] = vitrine_value_item(args, places);
      places++;
    } else if (s->list[i].how == VT_REST) rest = &s->list[i];
  }
  if (count > places && rest == NULL) {
    vt_say(error, "%s() takes %zu positional argument%s but %zu %s given", function, places,
           places == 1 ? "" : "s", count, count == 1 ? "was" : "were");
    return false;
  }
  for (size_t i = places; i < count; i++)
    if (!check_argument(s, function, rest, vitrine_value_item(args, i), error)) return false;
  return true;
}

static bool bind_keywords(const vt_signature *s, const char *function,
                          const vitrine_value *keywords, const vitrine_value **bound,
                          vt_buffer *error) {
  const vt_parameter *rest = s->count != 0 ? &s->list[s->count - 1] : NULL;
  if (rest != NULL && rest->how != VT_REST_NAMED) rest = NULL;
  for (size_t i = 0; i < vitrine_value_count(keywords); i++) {
    const char *key = "";
    size_t length = 0;
    (void)vitrine_value_text(vitrine_value_key(keywords, i), &key, &length);
    const vt_parameter *p = find(s, key, length);
    bool named = p != NULL && (p->how & VT_KEYWORD) != 0;
    const vitrine_value *v = vitrine_value_item(keywords, i);
    if (!named && rest == NULL) {
      vt_say(error, "%s() got an unexpected keyword argument '%.*s'", function,
             (int)vt_utf8_prefix(key, length < 100 ? length : 100), key);
      return false;
    }
    if (!named) {
      if (!check_argument(s, function, rest, v, error)) return false;
      continue;
    }
    if (bound[p - s->list] != NULL) {
      vt_say(error, "%s() got multiple values for argument '%.*s'", function, (int)length, key);
      return false;
    }
    bound[p - s->list] = v;
  }
  return true;
}

bool vt_signature_bind(const vt_signature *s, const char *function, const vitrine_value *args,
                       const vitrine_value *keywords, const vitrine_value *bound[VT_PARAMETERS],
                       vt_buffer *error) {
  memset(bound, 0, VT_PARAMETERS * sizeof *bound);
  if (!bind_positional(s, function, args, bound, error) ||
      !bind_keywords(s, function, keywords, bound, error))
    return false;
  for (unsigned i = 0; i < s->count; i++) {
    const vt_parameter *p = &s->list[i];
    if (bound[i] != NULL) {
      if (!check_argument(s, function, p, bound[i], error)) return false;
    } else if (p->fallback == NULL && (p->how & (VT_REST | VT_REST_NAMED)) == 0) {
      vt_say(error, "%s() missing required argument: '%.*s'", function, p->length, p->name);
      return false;
    }
  }
  return true;
}

/* --- as JSON Schema --- */

static const char *schema_type(unsigned t) {
  switch (t) {
  case VITRINE_TYPE_NONE: return "null";
  case VITRINE_TYPE_BOOL: return "boolean";
  case VITRINE_TYPE_INT: return "integer";
  case VITRINE_TYPE_FLOAT: return "number";
  case VITRINE_TYPE_STR:
  case VITRINE_TYPE_BYTES: return "string";
  case VITRINE_TYPE_DICT: return "object";
  default: return "array";
  }
}

static void put_shape(const vt_signature *s, uint8_t index, vt_buffer *out) {
  const vt_shape *shape = &s->shape[index];
  uint16_t types = shape->types;
  vt_put(out, "{");
  if (types != VT_ANY) {
    if ((types & BIT(FLOAT)) != 0) types &= (uint16_t)~(BIT(INT) | BIT(BOOL));
    if ((types & BIT(INT)) != 0) types &= (uint16_t)~BIT(BOOL);
    const char *names[VITRINE_TYPE_FROZENSET + 1] = {0};
    unsigned count = 0;
    for (unsigned i = VITRINE_TYPE_BOOL; i <= VITRINE_TYPE_FROZENSET + 1; i++) {
      unsigned t = i <= VITRINE_TYPE_FROZENSET ? i : VITRINE_TYPE_NONE;
      if ((types & 1u << t) == 0) continue;
      bool known = false;
      for (unsigned k = 0; k < count; k++) known = known || !strcmp(names[k], schema_type(t));
      if (!known) names[count++] = schema_type(t);
    }
    vt_put(out, count == 1 ? "\"type\":" : "\"type\":[");
    for (unsigned k = 0; k < count; k++) vt_say(out, "%s\"%s\"", k != 0 ? "," : "", names[k]);
    if (count != 1) vt_put(out, "]");
    if (shape->item != 0) {
      vt_put(out, ",\"items\":");
      put_shape(s, shape->item, out);
    }
    if (shape->value != 0) {
      vt_put(out, ",\"additionalProperties\":");
      put_shape(s, shape->value, out);
    }
  }
  vt_put(out, "}");
}

void vt_signature_schema(const vt_signature *s, vt_buffer *out) {
  vt_put(out, "{\"type\":\"object\",\"properties\":{");
  const char *between = "";
  bool open = false;
  for (unsigned i = 0; i < s->count; i++) {
    const vt_parameter *p = &s->list[i];
    open = open || p->how == VT_REST_NAMED;
    if ((p->how & (VT_REST | VT_REST_NAMED)) != 0) continue;
    vt_say(out, "%s\"%.*s\":", between, p->length, p->name);
    put_shape(s, p->shape, out);
    between = ",";
  }
  vt_put(out, "},\"required\":[");
  between = "";
  for (unsigned i = 0; i < s->count; i++) {
    const vt_parameter *p = &s->list[i];
    if (p->fallback != NULL || (p->how & (VT_REST | VT_REST_NAMED)) != 0) continue;
    vt_say(out, "%s\"%.*s\"", between, p->length, p->name);
    between = ",";
  }
  vt_say(out, "],\"additionalProperties\":%s}", open ? "true" : "false");
}
