/* signature.h - what a host function takes: "(sql: str, limit: int = 10) -> list". */
#ifndef VT_SIGNATURE_H
#define VT_SIGNATURE_H

#include <stdbool.h>

#include "buffer.h"
#include "vitrine.h"

#define VT_PARAMETERS 32u
#define VT_SHAPES 96u

/* What a value may be: types as bits, and what collections may hold. */
typedef struct {
  uint16_t types;              /* 1 << vitrine_type; VT_ANY                  */
  uint8_t item, key, value;    /* shapes; 0: anything                        */
} vt_shape;
#define VT_ANY 0x7ffu

enum { VT_POSITIONAL = 1, VT_KEYWORD = 2, VT_REST = 4, VT_REST_NAMED = 8 };

typedef struct {
  const char *name; /* in the text, not terminated                       */
  uint8_t length;   /* of it                                             */
  uint8_t how;      /* VT_POSITIONAL | VT_KEYWORD, or one of the rest     */
  uint8_t shape;    /* 0: anything                                       */
  const char *fallback; /* the default, as it is written; NULL: required  */
  uint16_t fallback_length;
} vt_parameter;

typedef struct {
  unsigned count, shapes;
  vt_parameter list[VT_PARAMETERS];
  vt_shape shape[VT_SHAPES]; /* [0] is anything */
  uint8_t answer;            /* a shape */
} vt_signature;

/* Reads `text`, which has to outlive the signature. ERR_MISUSE: it is none, and
 * vitrine_last_error() says where. */
vitrine_status vt_signature_read(vt_signature *signature, const char *text);

/* Binds arguments to parameters: bound[i] is parameter i's, or NULL. False: *error
 * is what is wrong, as a TypeError of Python's says it. `name` is the function's. */
bool vt_signature_bind(const vt_signature *signature, const char *name, const vitrine_value *args,
                       const vitrine_value *keywords, const vitrine_value *bound[VT_PARAMETERS],
                       vt_buffer *error);

/* The parameters as JSON Schema: an object, ready to describe a tool to a model. */
void vt_signature_schema(const vt_signature *signature, vt_buffer *out);

#endif
