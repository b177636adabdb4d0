/* status.h - how the library says that the host made a mistake. */
#ifndef VT_STATUS_H
#define VT_STATUS_H

#include <stdbool.h>

#include "vitrine.h"

#if defined(__GNUC__)
#define VT_FORMAT(text, first) __attribute__((format(printf, text, first)))
#else
#define VT_FORMAT(text, first)
#endif

/* Keeps the text for vitrine_last_error() and returns `status`. The text names
 * the thing and the remedy. On the host's stack only. */
vitrine_status vt_fail(vitrine_status status, const char *format, ...) VT_FORMAT(2, 3);
vitrine_status vt_fail_memory(void);
/* Around a callback that may fail and say nothing: forgets the last error; then
 * keeps the text if there is still none. */
void vt_fail_clear(void);
vitrine_status vt_fail_default(vitrine_status status, const char *format, ...) VT_FORMAT(2, 3);

/* Whether a struct that crosses the ABI can be read as one of `known` bytes: not
 * smaller, and what we do not know of it is zero. */
vitrine_status vt_check_size(const void *at, size_t known, const char *what);
/* The same for one that has grown since it had `least` bytes: copies it to `to`, of
 * `known` bytes, where what it has not is zero. */
vitrine_status vt_take_struct(void *to, size_t known, const void *at, size_t least,
                              const char *what);
/* Clears what a caller's newer struct has beyond the `known` bytes. False: its
 * size makes no sense, and nothing may be written. */
bool vt_clear_output(void *at, size_t known);

#endif
