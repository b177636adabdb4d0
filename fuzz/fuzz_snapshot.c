/* fuzz_snapshot.c - images of a hostile hand: loaded, and the guest in them run.
 *
 * If the first byte is odd, the rest is an image. Else its second byte chooses how
 * much memory the guest has, the rest is what follows the header, and the digest
 * is made to fit: so the pieces are read, and what they write is a guest. Whatever
 * it is, it ends in a status or in an outcome, and a new session is as new. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sha256.h"
#include "vitrine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HEADER 160u
#define MEMORY_AT 152u
#define MOST (1u << 20)

static uint8_t image[HEADER + MOST + 64];
static size_t length;

static void must(int truth) {
  if (!truth) abort();
}

static int keep(void *user, const void *bytes, size_t n) {
  (void)user;
  must(length + n <= sizeof image);
  memcpy(image + length, bytes, n);
  length += n;
  return 0;
}

/* The image of a new session, for its header. */
static void begin(void) {
  vitrine_session *session;
  vitrine_snapshot *snapshot;
  length = 0;
  must(vitrine_session_new(NULL, &session) == VITRINE_OK);
  must(vitrine_snapshot_take(session, &snapshot) == VITRINE_OK);
  must(vitrine_snapshot_save(snapshot, NULL, keep, NULL) == VITRINE_OK);
  vitrine_snapshot_free(snapshot);
  vitrine_session_free(session);
  length = HEADER;
}

static void seal(void) {
  vt_sha256 sha;
  uint8_t digest[VT_SHA256_SIZE];
  vt_sha256_start(&sha);
  vt_sha256_add(&sha, image, length);
  vt_sha256_end(&sha, digest);
  keep(NULL, digest, sizeof digest);
}

/* What it prints and how it ends is the guest's own. */
static void run(const vitrine_snapshot *snapshot, const char *source, int good) {
  vitrine_session *session;
  vitrine_result *result = NULL;
  vitrine_limits limits = vitrine_limits_default();
  vitrine_options options = vitrine_options_default();
  limits.steps = 200000;
  limits.memory = 8u << 20;
  limits.output = 4096;
  options.limits = &limits;
  vitrine_status status = snapshot != NULL ? vitrine_snapshot_fork(snapshot, &options, &session)
                                           : vitrine_session_new(&options, &session);
  must(status == VITRINE_OK);
  for (int i = 0; i < 2; i++) {
    must(vitrine_run(session, NULL, source, strlen(source), &result) == VITRINE_OK);
    must(!good || vitrine_result_ok(result));
    free(vitrine_result_json(result, NULL));
    vitrine_result_free(result);
  }
  vitrine_session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const uint8_t last[8];
  vitrine_image_options options = vitrine_image_options_default();
  vitrine_snapshot *snapshot = NULL;
  options.memory = 8u << 20;
  if (size < 2 || size > MOST) return 0;
  if (data[0] % 2 != 0) {
    length = 0;
    keep(NULL, data + 1, size - 1);
  } else {
    begin();
    uint32_t memory;
    memcpy(&memory, image + MEMORY_AT, sizeof memory);
    memory += data[1] * 65536u;
    memcpy(image + MEMORY_AT, &memory, sizeof memory);
    keep(NULL, data + 2, size - 2);
    keep(NULL, last, sizeof last);
    seal();
  }
  if (vitrine_snapshot_load_bytes(&options, image, length, &snapshot) == VITRINE_OK) {
    run(snapshot, "x = [str(i) for i in range(20)]\nimport json\njson.dumps(x)", 0);
    vitrine_snapshot_free(snapshot);
    run(NULL, "assert 'x' not in globals()\nx = 1\ndel x", 1);
  } else {
    must(snapshot == NULL);
  }
  return 0;
}

#include "standalone.h"
