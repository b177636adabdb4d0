/* buffer.c - bytes that grow.
 *
 * Owns the buffer's bytes. After a failure the buffer is as it was, and stays so:
 * one check at the end tells. */
#include "buffer.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

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

char *vt_hand_out(vt_buffer *b, size_t *length) {
  vt_buffer_add(b, "", 1);
  char *text = (char *)b->bytes;
  if (b->failed) {
    vt_buffer_free(b);
    (void)vt_fail_memory();
    return NULL;
  }
  if (length != NULL) *length = b->length - 1;
  *b = (vt_buffer){0};
  return text;
}

void vt_say(vt_buffer *b, const char *format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  if (length > 0)
    vt_buffer_add(b, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

void vt_say_size(vt_buffer *b, uint64_t bytes) {
  static const char units[] = " KMG";
  unsigned unit = 0;
  while (unit < 3 && bytes >= 1024 && bytes % 1024 == 0) {
    bytes /= 1024;
    unit++;
  }
  vt_say(b, unit != 0 ? "%" PRIu64 " %ciB" : "%" PRIu64 " bytes", bytes, units[unit]);
}

void vt_say_time(vt_buffer *b, uint64_t ns) {
  vt_say(b, "%" PRIu64, ns / 1000000000);
  if (ns % 1000000000 >= 1000000) vt_say(b, ".%03" PRIu64, ns / 1000000 % 1000);
  vt_put(b, " s");
}
