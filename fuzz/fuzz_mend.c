/* fuzz_mend.c - what the command reads of a script that did not compile: the
 * tokens, the advice, and the prompt's question whether more is to come.
 *
 * The first byte is the line of the error, the rest is the source. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../cli/continuation.h"
#include "../cli/mend.h"
#include "../cli/pyscan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0) return 0;
  /* A copy without a NUL behind it, so that reading too far is seen. */
  size_t length = size - 1;
  char *source = malloc(length + (length == 0));
  if (!source) return 0;
  memcpy(source, data + 1, length);
  cli_mend mend;
  if (cli_mend_find(&mend, source, length, data[0])) {
    if (mend.text[0] == 0 || !memchr(mend.text, 0, sizeof mend.text)) abort();
    if (mend.breaks && (mend.cut >= mend.resume || mend.resume > length)) abort();
  }
  cli_input_state(source, length);
  free(source);
  return 0;
}

#include "standalone.h"
