/* codec.h - values as CBOR (RFC 8949), and the one parser of guest bytes.
 *
 *   None, bool        simple values null, false, true
 *   int               major 0 or 1, beyond 64 bits a bignum, tag 2 or 3
 *   float             64 bits, NaN as 7ff8000000000000; 16 and 32 bits are read
 *   str, bytes        text string, byte string
 *   list              array
 *   tuple             tag 48001 over an array
 *   set, frozenset    tag 258 over an array, tag 48002 over an array
 *   dict              map, in its order
 *
 * Lengths are definite and shortest, text is UTF-8, keys and what is in a set
 * can be hashed, collections nest VT_CODEC_DEPTH deep at most. Anything else is
 * refused, so that a value has one encoding. What is read is hostile: no number
 * in it is believed beyond the bytes that are there. It must not change while it
 * is read: the guest that owns it waits at a door, or it is a copy.
 *
 * ERR_NOMEM is the host's trouble, VT_READ_LATE its decision. Any other status of
 * a reader means bytes that the guest's own code never writes;
 * vitrine_last_error() says what and where. */
#ifndef VT_CODEC_H
#define VT_CODEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "vitrine.h"

#define VT_CODEC_DEPTH 64u

/* Adds at most `limit` bytes to out, or nothing. ERR_TOOBIG: over the limit, or
 * too deep. NULL, and a value that was not made whole, is an error, too. */
vitrine_status vt_encode(const vitrine_value *value, vt_buffer *out, size_t limit);
/* The value that the bytes begin with. *used: how many are its own. On failure
 * *out is NULL. */
vitrine_status vt_decode(const uint8_t *bytes, size_t length, size_t *used, vitrine_value **out);

/* The head of an item: its major type and number, at most 9 bytes. Returns how many. */
size_t vt_put_head(uint8_t *to, unsigned major, uint64_t number);

/* --- messages: one item after the other --- */

/* A value may take long to read: `late`, if it is set, is asked now and then
 * whether to give up. */
typedef struct {
  const uint8_t *start, *at, *end;
  bool (*late)(void *with);
  void *with;
} vt_reader;

#define VT_READ_LATE VITRINE_ERR_SYSTEM

static inline vt_reader vt_reader_of(const uint8_t *bytes, size_t length) {
  return (vt_reader){.start = bytes, .at = bytes, .end = bytes + length};
}
/* Each takes one item, or fails and takes nothing. An array's items are next. */
vitrine_status vt_read_array(vt_reader *reader, size_t *count);
vitrine_status vt_read_uint(vt_reader *reader, uint64_t *number);
vitrine_status vt_read_int(vt_reader *reader, int64_t *number);
/* Text is not copied, and no NUL follows it. */
vitrine_status vt_read_text(vt_reader *reader, const char **text, size_t *length);
/* The same, or null: *text is NULL. */
vitrine_status vt_read_maybe_text(vt_reader *reader, const char **text, size_t *length);
vitrine_status vt_read_null(vt_reader *reader);
vitrine_status vt_read_value(vt_reader *reader, vitrine_value **out);
/* A message of values, as a value: [name, [values…], {name: value…}], where each of
 * the values may nest as deep as one that comes alone. */
vitrine_status vt_read_message(vt_reader *reader, vitrine_value **out);
/* OK if nothing is left. */
vitrine_status vt_read_end(const vt_reader *reader);

#endif
