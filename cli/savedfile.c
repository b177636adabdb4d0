/* savedfile.c - sessions from and to files.
 *
 * The format, and that a file is replaced whole, are the library's. */
#define _POSIX_C_SOURCE 200809L
#include "savedfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "exitcodes.h"
#include "streams.h"

typedef struct {
  vitrine_image_options options;
  char bytes[4096];
} cli_key;

/* All bytes of the file are the key. */
static int read_key(cli_key *key, const cli_options *options) {
  key->options = vitrine_image_options_default();
  key->options.memory = options->limits.memory;
  if (!options->key_file) return 0;
  int fd = open(options->key_file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  size_t length = 0;
  ssize_t n = fd < 0 ? -1 : 1;
  while (n > 0 && length < sizeof key->bytes) {
    n = cli_read(fd, key->bytes + length, sizeof key->bytes - length);
    if (n > 0) length += (size_t)n;
  }
  if (n < 0) cli_say("--key-file %s: %s", options->key_file, strerror(errno));
  else if (length < 16 || length == sizeof key->bytes)
    cli_say("--key-file %s: a key has 16 to %zu bytes: head -c 32 /dev/urandom > %s",
            options->key_file, sizeof key->bytes - 1, options->key_file);
  if (fd >= 0) close(fd);
  key->options.key = key->bytes;
  key->options.key_length = length;
  return n < 0 || length < 16 || length == sizeof key->bytes ? CLI_EXIT_HOST : 0;
}

static int failed(const char *option, vitrine_status status) {
  const char *remedy = "";
  if (status == VITRINE_ERR_KEY) remedy = " (--key-file)";
  if (status == VITRINE_ERR_TOOBIG) remedy = " (--memory)";
  cli_say("%s %s%s", option, vitrine_last_error(), remedy);
  return CLI_EXIT_HOST;
}

int cli_saved_load(const cli_options *options, vitrine_snapshot **snapshot) {
  cli_key key;
  *snapshot = NULL;
  /* A key that --save cannot use is told before anything runs. */
  if (read_key(&key, options) != 0) return CLI_EXIT_HOST;
  if (!options->load) return 0;
  vitrine_status status = vitrine_snapshot_load_file(&key.options, options->load, snapshot);
  return status == VITRINE_OK ? 0 : failed("--load", status);
}

int cli_saved_end(const cli_options *options, vitrine_session *session, int code) {
  cli_key key;
  vitrine_snapshot *snapshot = NULL;
  if (!options->save) return code;
  if (code != 0) {
    cli_say("--save %s: not saved, for it did not end well", options->save);
    return code;
  }
  if (read_key(&key, options) != 0) return CLI_EXIT_HOST;
  vitrine_status status = vitrine_snapshot_take(session, &snapshot);
  if (status == VITRINE_OK)
    status = vitrine_snapshot_save_file(snapshot, &key.options, options->save);
  vitrine_snapshot_free(snapshot);
  return status == VITRINE_OK ? 0 : failed("--save", status);
}
