/* buffer.c - bytes that grow.
 *
 * Owns the buffer's bytes. After a failure the buffer is as it was, and stays so:
 * one check at the end tells. */
#include "buffer.h"

#include <string.h>

#include "alloc.h"

#define FIRST_ROOM 128u

bool vt_buffer_grow(vt_buffer *b, size_t more) {
  if (b->failed) return false;
  size_t wanted = b->length + more;
  size_t room = b->room < SIZE_MAX / 4 ? 2 * b->room : b->room;
  if (room < FIRST_ROOM) room = FIRST_ROOM;
  if (room < wanted) room = wanted;
  uint8_t *bytes = wanted >= more ? vt_realloc(b->bytes, room) : NULL;
  if (bytes == NULL) {
    b->failed = true;
    return false;
  }
  b->bytes = bytes;
  b->room = room;
  return true;
}

void vt_buffer_add(vt_buffer *b, const void *bytes, size_t length) {
  if (length == 0 || b->failed || !vt_buffer_reserve(b, length)) return;
  memcpy(b->bytes + b->length, bytes, length);
  b->length += length;
}

void vt_buffer_free(vt_buffer *b) {
  vt_free(b->bytes);
  *b = (vt_buffer){0};
}
