/* output.h - what a guest writes to one of its two streams. */
#ifndef VT_OUTPUT_H
#define VT_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero: nothing written yet. */
typedef struct {
  char *text;     /* room for a NUL is always there                          */
  size_t length;  /* bytes kept                                              */
  size_t room;    /* without the NUL's                                       */
  size_t head;    /* once full: where the tail begins, which goes in a circle */
  size_t at;      /* once full: its oldest byte                              */
  bool full;
  uint64_t total; /* bytes written                                           */
  size_t handed;  /* of them handed to the sink                              */
  uint8_t held[4]; /* the beginning of a character                           */
  uint8_t held_length;
} vt_output;

/* Where the first `limit` bytes go as they come. */
typedef struct {
  void (*write)(void *user, int fd, const char *text, size_t length); /* or NULL */
  void *user;
  int fd;
} vt_sink;

/* Keeps `text`, as UTF-8: a sequence that is none becomes U+FFFD, the beginning of
 * one waits for its end. False: no host memory. */
bool vt_output_write(vt_output *output, uint64_t limit, const vt_sink *sink, const void *text,
                     size_t length);
/* At the end of the run: what still waits, and the notice of what the sink did
 * not get. */
bool vt_output_end(vt_output *output, uint64_t limit, const vt_sink *sink);
/* Puts what was kept in order: output->length bytes at output->text, and a NUL.
 * Returns how many were dropped. */
uint64_t vt_output_settle(vt_output *output);

#endif
