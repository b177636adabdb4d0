/* buffer.h - bytes that grow. */
#ifndef VT_BUFFER_H
#define VT_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "status.h"

/* All zero: empty. To use one again, set length to 0: the room stays. */
typedef struct {
  uint8_t *bytes; /* from vt_alloc() */
  size_t length, room;
  bool failed; /* there was no memory once: what came after it is not there */
} vt_buffer;

/* Makes room for `more` bytes at bytes + length. False: there is no memory. */
bool vt_buffer_grow(vt_buffer *buffer, size_t more);
static inline bool vt_buffer_reserve(vt_buffer *buffer, size_t more) {
  return more <= buffer->room - buffer->length || vt_buffer_grow(buffer, more);
}
/* Nothing is added once the buffer has failed. */
void vt_buffer_add(vt_buffer *buffer, const void *bytes, size_t length);
void vt_buffer_free(vt_buffer *buffer);
/* What is in it as text that the caller frees with free(), or NULL and an error; the
 * buffer is empty. *length may be NULL. */
char *vt_hand_out(vt_buffer *buffer, size_t *length);

/* Text: as it stands, and as printf() would write it, cut to 511 bytes. */
static inline void vt_put(vt_buffer *buffer, const char *text) {
  vt_buffer_add(buffer, text, strlen(text));
}
void vt_say(vt_buffer *buffer, const char *format, ...) VT_FORMAT(2, 3);
/* A size as "64 MiB" or "1000 bytes", a time as "1.5 s". */
void vt_say_size(vt_buffer *buffer, uint64_t bytes);
void vt_say_time(vt_buffer *buffer, uint64_t ns);

#endif
