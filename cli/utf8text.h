/* utf8text.h - whether bytes are text that a guest can be given. */
#ifndef CLI_UTF8TEXT_H
#define CLI_UTF8TEXT_H

#include <stddef.h>

/* The offset of the first byte that is not part of UTF-8 text, or is a NUL;
 * `length` if there is none. */
size_t cli_text_check(const char *text, size_t length);
/* Makes question marks of what cli_text_check() would find, in place. */
void cli_text_clean(char *text, size_t length);

#endif
