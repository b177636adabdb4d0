/* streams.h - the command's own standard streams.
 *
 * A terminal is not handed to a script that nobody has read: there, control
 * characters other than line breaks, tabs, backspace and bell are shown as
 * \x1b and the like. Files and pipes get every byte as it is. */
#ifndef CLI_STREAMS_H
#define CLI_STREAMS_H

#include <stddef.h>
#include <sys/types.h>

/* First of all: no file may later be opened as a standard stream that the
 * caller had closed. */
void cli_streams_open(void);

/* To fd 1 or 2. Lines of fd 1 are written whole, unless it is a terminal. A
 * closed pipe ends the process as it ends cat: quietly, by SIGPIPE. Any other
 * error is kept for cli_streams_close(), and the rest is dropped. */
void cli_write(int fd, const char *text, size_t length);
void cli_flush(void);
/* "vitrine: …" and a line break, on stderr; for what the command has to say. */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void cli_say(const char *format, ...);
/* errno of the first failed write to stdout, or 0. */
int cli_write_error(void);

/* Like read(), but goes on after a signal that is not an interrupt. -1 with
 * errno EINTR: it was one. */
ssize_t cli_read(int fd, char *buffer, size_t size);

#endif
