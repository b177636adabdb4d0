/* logline.h - a line of an audit log, read. */
#ifndef VT_LOGLINE_H
#define VT_LOGLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

/* More than any line of ours has. */
#define VT_LOG_FIELDS 32u

/* Spans of the line, nothing is copied. Of a string, what is between its quotes. */
typedef struct {
  const char *key, *at;
  size_t key_length, length;
  char kind; /* '"', '0' a number, 't', 'f', 'n', '{', '[' */
} vt_log_field;

typedef struct {
  vt_log_field list[VT_LOG_FIELDS];
  size_t count;
} vt_log_line;

/* The object that the text is, and nothing beside it. False: it is none, or not as
 * audit.c writes them; *at is where that shows. */
bool vt_log_read(vt_log_line *line, const char *text, size_t length, size_t *at);
/* NULL: there is none of that kind. */
const vt_log_field *vt_log_field_of(const vt_log_line *line, const char *key, char kind);
/* Whether a string has no escapes and is this one. */
bool vt_log_is(const vt_log_line *line, const char *key, const char *text);
bool vt_log_truth(const vt_log_line *line, const char *key);
/* A whole number below 2^64. */
bool vt_log_number(const vt_log_line *line, const char *key, uint64_t *number);
/* Seconds with at most nine decimals, as nanoseconds. */
bool vt_log_seconds(const vt_log_line *line, const char *key, uint64_t *ns);
/* A string without its escapes, or what base64 stands for, in an empty buffer. False:
 * there is none, it is none, or no memory. */
bool vt_log_text(const vt_log_line *line, const char *key, vt_buffer *out);
bool vt_log_bytes(const vt_log_line *line, const char *key, vt_buffer *out);
bool vt_log_object(const vt_log_line *line, const char *key, vt_log_line *out);

#endif
