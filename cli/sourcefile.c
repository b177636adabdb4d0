/* sourcefile.c - reads the code, and refuses what is no text.
 *
 * Never reads more than the limit and a byte, whatever the file is: a device, a
 * pipe, or one that grows. */
#define _POSIX_C_SOURCE 200809L
#include "sourcefile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exitcodes.h"
#include "interrupt.h"
#include "streams.h"
#include "utf8text.h"

static int too_large(const cli_source *source, uint64_t limit) {
  char now[CLI_UNIT_TEXT], more[CLI_UNIT_TEXT];
  cli_unit_exact(CLI_SIZE, limit, now);
  if (limit < VITRINE_UNLIMITED / 2) {
    cli_unit_exact(CLI_SIZE, limit * 2, more);
    cli_say("%s: the source is over the limit of %s; --source %s raises it", source->name, now,
            more);
  } else {
    cli_say("%s: the source is over the limit of %s", source->name, now);
  }
  return CLI_EXIT_HOST;
}

static int unreadable(const cli_source *source, int number) {
  if (number == EINTR && cli_interrupted()) {
    cli_say("interrupted");
    return CLI_EXIT_INTERRUPTED;
  }
  cli_say("%s: %s", source->name[0] ? source->name : "''", strerror(number));
  return CLI_EXIT_HOST;
}

static int read_all(cli_source *source, int fd, uint64_t limit) {
  size_t room = 0;
  for (;;) {
    if (source->length == room) {
      size_t more = room ? room * 2 : 16384;
      char *grown = more > room ? realloc(source->owned, more) : NULL;
      if (!grown) return unreadable(source, ENOMEM);
      source->owned = grown;
      source->text = grown;
      room = more;
    }
    ssize_t n = cli_read(fd, source->owned + source->length, room - source->length);
    if (n < 0) return unreadable(source, errno);
    if (n == 0) return 0;
    source->length += (size_t)n;
    if (source->length > limit) return too_large(source, limit);
  }
}

static int check(cli_source *source) {
  if (source->length >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0) {
    source->text += 3;
    source->length -= 3;
  }
  size_t at = cli_text_check(source->text, source->length);
  if (at == source->length) return 0;
  size_t line = 1;
  for (size_t i = 0; i < at; ++i) line += source->text[i] == '\n';
  /* Counted from the start of the file, byte order mark and all. */
  size_t offset = at + (source->owned ? (size_t)(source->text - source->owned) : 0);
  if (source->text[at] == 0)
    cli_say("%s: byte %zu, on line %zu, is a NUL: this is no Python source", source->name, offset,
            line);
  else
    cli_say("%s: byte %zu, on line %zu, is 0x%02x, which is not UTF-8: save it as UTF-8",
            source->name, offset, line, (unsigned char)source->text[at]);
  return CLI_EXIT_HOST;
}

int cli_source_read(cli_source *source, const cli_options *options, uint64_t limit) {
  *source = (cli_source){.name = options->argv[0], .text = ""};
  int code = 0;
  if (options->from == CLI_CODE) {
    source->name = "<string>";
    source->text = options->source;
    source->length = strlen(options->source);
    if (source->length > limit) return too_large(source, limit);
  } else if (options->from == CLI_STDIN) {
    source->name = "<stdin>";
    code = read_all(source, 0, limit);
  } else {
    int fd = open(options->source, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return unreadable(source, errno);
    code = read_all(source, fd, limit);
    close(fd);
  }
  return code ? code : check(source);
}

void cli_source_free(cli_source *source) {
  free(source->owned);
  source->owned = NULL;
}
