/* streams.c - all that the command reads from and writes to descriptors.
 *
 * Owns the buffer of standard output. Whatever the guest or a message wrote is
 * either written, or dropped after a failure that cli_write_error() reports; it
 * is never written twice or out of order between the two streams. */
#define _POSIX_C_SOURCE 200809L
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interrupt.h"

static char held[8192]; /* of stdout, not written yet */
static size_t held_length;
static bool terminal[3];
static int failed[3]; /* errno of the first failed write */

void cli_streams_open(void) {
  for (int fd = 0; fd < 3; ++fd) {
    /* Opened the wrong way round, so that using it fails as it would have. */
    if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
        open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) == -1)
      _exit(126);
    terminal[fd] = isatty(fd);
  }
}

static void broken_pipe(void) {
  struct sigaction die;
  memset(&die, 0, sizeof die);
  die.sa_handler = SIG_DFL;
  sigaction(SIGPIPE, &die, NULL);
  raise(SIGPIPE);
  _exit(128 + SIGPIPE);
}

static void write_all(int fd, const char *text, size_t length) {
  while (length > 0 && !failed[fd]) {
    ssize_t n = write(fd, text, length);
    if (n >= 0) {
      text += n;
      length -= (size_t)n;
    } else if (errno == EPIPE) {
      broken_pipe();
    } else if (errno == EAGAIN) {
      struct pollfd p = {.fd = fd, .events = POLLOUT};
      if (poll(&p, 1, -1) < 0 && cli_interrupted()) return;
    } else if (errno != EINTR) {
      failed[fd] = errno;
    } else if (cli_interrupted()) {
      return; /* the reader is stuck, and the user does not want to wait */
    }
  }
}

void cli_flush(void) {
  size_t length = held_length;
  held_length = 0;
  write_all(1, held, length);
}

/* 0, or how many bytes at text are a control character. */
static size_t control(const char *text, size_t length) {
  unsigned char c = (unsigned char)text[0];
  if (c < 0x20 || c == 0x7f) return c != '\n' && c != '\t' && c != '\r' && c != '\b' && c != '\a';
  /* U+0080 to U+009F: some terminals take them for escapes as well */
  return c == 0xc2 && length > 1 && (unsigned char)text[1] < 0xa0 ? 2 : 0;
}

static void write_terminal(int fd, const char *text, size_t length) {
  while (length > 0) {
    size_t plain = 0, skip = 0;
    while (plain < length && !(skip = control(text + plain, length - plain))) ++plain;
    write_all(fd, text, plain);
    if (plain == length) return;
    char shown[8];
    int n = snprintf(shown, sizeof shown, "\\x%02x", (unsigned char)text[plain + skip - 1]);
    write_all(fd, shown, (size_t)n);
    text += plain + skip;
    length -= plain + skip;
  }
}

static void hold(const char *text, size_t length) {
  while (length > sizeof held - held_length) {
    size_t part = sizeof held - held_length;
    memcpy(held + held_length, text, part);
    held_length = sizeof held;
    cli_flush();
    text += part;
    length -= part;
  }
  memcpy(held + held_length, text, length);
  held_length += length;
}

void cli_write(int fd, const char *text, size_t length) {
  if (fd == 2) cli_flush(); /* so that a terminal or a log has them in order */
  if (terminal[fd]) {
    write_terminal(fd, text, length);
  } else if (fd == 2) {
    write_all(fd, text, length);
  } else {
    size_t lines = length;
    while (lines > 0 && text[lines - 1] != '\n') --lines;
    hold(text, lines);
    if (lines > 0) cli_flush();
    hold(text + lines, length - lines);
  }
}

void cli_say(const char *format, ...) {
  char small[512], *text = small;
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(small, sizeof small, format, arguments);
  va_end(arguments);
  if (length >= (int)sizeof small && (text = malloc((size_t)length + 1)) != NULL) {
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
  } else if (!text) {
    text = small; /* cut */
  }
  cli_write(2, "vitrine: ", 9);
  cli_write(2, text, strlen(text));
  cli_write(2, "\n", 1);
  if (text != small) free(text);
}

int cli_write_error(void) { return failed[1]; }

ssize_t cli_read(int fd, char *buffer, size_t size) {
  for (;;) {
    ssize_t n = read(fd, buffer, size);
    if (n >= 0 || (errno != EINTR && errno != EAGAIN)) return n;
    if (cli_interrupted()) {
      errno = EINTR;
      return -1;
    }
    if (errno == EAGAIN) {
      struct pollfd p = {.fd = fd, .events = POLLIN};
      poll(&p, 1, -1);
    }
  }
}
