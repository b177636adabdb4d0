/* text.h - UTF-8, looked at. */
#ifndef VT_TEXT_H
#define VT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "vitrine.h"

/* Length of the longest valid prefix. */
size_t vt_utf8_prefix(const void *text, size_t length);
/* What begins at `text` is not valid: how many bytes of it one U+FFFD stands for.
 * *more: they are all that there is, and more could make them a character. */
size_t vt_utf8_broken(const void *text, size_t length, bool *more);

/* OK, or ERR_TEXT and a message about `what`: not UTF-8, or with a NUL. */
vitrine_status vt_check_text(const char *text, size_t length, const char *what);
/* OK if name is an identifier and no keyword: one, or with `dotted` two with a
 * dot between. */
vitrine_status vt_check_name(const char *name, bool dotted, const char *what);

#endif
