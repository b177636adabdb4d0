/* output.c - keeps a stream's head and tail.
 *
 * Owns the text until a result takes it. Invariant: what is kept is valid UTF-8
 * and whole characters when settled, and total - length is exactly what was
 * dropped. The head is the first half of the limit, the tail all the rest: so
 * nothing is dropped of what fits. A stream that nobody writes to allocates
 * nothing. */
#include "output.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "text.h"

#define FIRST_ROOM 256u
#define ROOM_MAX (SIZE_MAX / 4)

static bool is_middle(char c) { return ((uint8_t)c & 0xc0) == 0x80; }

static bool make_room(vt_output *o, size_t limit, size_t length) {
  size_t wanted = o->length + length < limit ? o->length + length : limit;
  if (wanted <= o->room && o->text != NULL) return true;
  size_t room = o->room < FIRST_ROOM ? FIRST_ROOM : o->room;
  while (room < wanted) room *= 2;
  if (room > limit) room = limit;
  char *text = vt_realloc(o->text, room + 1);
  if (text == NULL) return false;
  o->text = text;
  o->room = room;
  return true;
}

static void keep_in_circle(vt_output *o, const char *text, size_t length) {
  size_t size = o->length - o->head;
  if (length > size) {
    text += length - size;
    length = size;
  }
  while (length != 0) {
    size_t n = o->length - o->at < length ? o->length - o->at : length;
    memcpy(o->text + o->at, text, n);
    o->at += n;
    if (o->at == o->length) o->at = o->head;
    text += n;
    length -= n;
  }
}

/* Hands over what is kept in a line, up to a whole character. */
static void hand_over(vt_output *o, const vt_sink *sink) {
  size_t length = o->length - o->handed;
  if (sink->write == NULL || length == 0) return;
  const char *text = o->text + o->handed;
  if (o->full) { /* the limit may lie inside the last character */
    size_t last = length - 1;
    while (last != 0 && is_middle(text[last])) last--;
    if (vt_utf8_prefix(text + last, length - last) == 0) length = last;
  }
  o->handed += length;
  if (length != 0) sink->write(sink->user, sink->fd, text, length);
}

/* `text` is valid and ends with a whole character. */
static bool keep(vt_output *o, uint64_t limit64, const vt_sink *sink, const char *text,
                 size_t length) {
  size_t limit = limit64 < ROOM_MAX ? (size_t)limit64 : ROOM_MAX;
  if (length > ROOM_MAX) return false;
  o->total += length;
  if (!o->full) {
    if (!make_room(o, limit, length)) return false;
    size_t n = limit - o->length < length ? limit - o->length : length;
    memcpy(o->text + o->length, text, n);
    o->length += n;
    text += n;
    length -= n;
    if (length == 0) return true;
    o->full = true;
    hand_over(o, sink);
    o->head = limit / 2;
    while (o->head != 0 && is_middle(o->text[o->head])) o->head--;
    o->at = o->head;
  }
  keep_in_circle(o, text, length);
  return true;
}

static bool keep_replacement(vt_output *o, uint64_t limit, const vt_sink *sink) {
  return keep(o, limit, sink, "\xef\xbf\xbd", 3);
}

/* Adds to a character that waits. *used: bytes taken of text. */
static bool complete(vt_output *o, uint64_t limit, const vt_sink *sink, const uint8_t *text,
                     size_t length, size_t *used) {
  *used = 0;
  while (o->held_length != 0 && *used < length) {
    o->held[o->held_length] = text[*used];
    size_t n = (size_t)o->held_length + 1;
    if (vt_utf8_prefix(o->held, n) == n) {
      o->held_length = 0;
      ++*used;
      return keep(o, limit, sink, (const char *)o->held, n);
    }
    bool more;
    if (vt_utf8_broken(o->held, n, &more) < n) { /* the new byte is not part of it */
      o->held_length = 0;
      return keep_replacement(o, limit, sink);
    }
    o->held_length++;
    ++*used;
  }
  return true;
}

static bool keep_all(vt_output *o, uint64_t limit, const vt_sink *sink, const uint8_t *text,
                     size_t length) {
  size_t used;
  if (!complete(o, limit, sink, text, length, &used)) return false;
  text += used;
  length -= used;
  while (length != 0) {
    size_t good = vt_utf8_prefix(text, length);
    if (good != 0 && !keep(o, limit, sink, (const char *)text, good)) return false;
    text += good;
    length -= good;
    if (length == 0) break;
    bool more;
    size_t broken = vt_utf8_broken(text, length, &more);
    if (more) {
      memcpy(o->held, text, broken);
      o->held_length = (uint8_t)broken;
      break;
    }
    if (!keep_replacement(o, limit, sink)) return false;
    text += broken;
    length -= broken;
  }
  return true;
}

bool vt_output_write(vt_output *o, uint64_t limit, const vt_sink *sink, const void *text,
                     size_t length) {
  bool good = keep_all(o, limit, sink, text, length);
  if (!o->full) hand_over(o, sink);
  return good;
}

bool vt_output_end(vt_output *o, uint64_t limit, const vt_sink *sink) {
  bool good = o->held_length == 0 || keep_replacement(o, limit, sink);
  o->held_length = 0;
  if (!o->full) hand_over(o, sink);
  uint64_t dropped = o->total - o->handed;
  if (good && sink->write != NULL && dropped != 0) {
    char notice[80];
    int length =
        snprintf(notice, sizeof notice, "\n[%" PRIu64 " bytes of output dropped]\n", dropped);
    sink->write(sink->user, sink->fd, notice, (size_t)length);
  }
  return good;
}

static void reverse(char *from, char *to) {
  while (from < to) {
    char c = *from;
    *from++ = *--to;
    *to = c;
  }
}

uint64_t vt_output_settle(vt_output *o) {
  if (o->text == NULL) return 0;
  if (o->full) {
    char *head = o->text + o->head, *at = o->text + o->at, *end = o->text + o->length;
    reverse(head, at);
    reverse(at, end);
    reverse(head, end);
    size_t cut = 0;
    while (head + cut < end && is_middle(head[cut])) cut++;
    memmove(head, head + cut, (size_t)(end - head) - cut);
    o->length -= cut;
    o->full = false;
  }
  o->text[o->length] = 0;
  return o->total - o->length;
}
