/* archive.c - snapshots as bytes: saved, and loaded again.
 *
 * Owns the format, which docs/snapshots.md describes: a header, then what differs
 * from the guest as it boots, then a digest, and with a key a code. What comes in
 * is hostile until the digest, and the guest in it for ever: every number is
 * checked before it is used, and what it describes is guest memory and no more. */
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "alloc.h"
#include "image.h"
#include "limits.h"
#include "sha256.h"
#include "status.h"

#define FORMAT 1u
#define KEYED 1u /* flags */
#define PAUSED 2u
/* As long as what a search of all keys would take for ever. */
#define KEY_LEAST 16u

static const uint8_t magic[8] = {0x89, 'V', 'I', 'T', 'R', 'I', 'N', 'E'};

/* Little-endian, as guest memory is. */
typedef struct {
  uint8_t magic[8];
  uint32_t format, flags;
  char guest[64], start[64]; /* SHA-256 of its wasm, and of its memory after the boot, hex */
  uint64_t ticks_ns;
  uint32_t memory, zero;
} header;

_Static_assert(sizeof(header) == 160, "the layout is the format");

/* `length` bytes of memory follow. All zero: the last. */
typedef struct {
  uint32_t address, length;
} piece;

static header header_of(const vitrine_snapshot *s, bool keyed) {
  header h = {.format = FORMAT,
              .flags = (keyed ? KEYED : 0) | (s->paused ? PAUSED : 0),
              .ticks_ns = s->ticks_ns,
              .memory = s->size};
  memcpy(h.magic, magic, sizeof magic);
  memcpy(h.guest, vt_guest.id, sizeof h.guest);
  memcpy(h.start, vt_start.id, sizeof h.start);
  return h;
}

static vitrine_status check_options(const vitrine_image_options *asked, vitrine_image_options *o) {
  vitrine_limits limits;
  vitrine_status status = vt_limits_fill(&limits, NULL, NULL);
  if (asked != NULL) status = vt_check_size(asked, sizeof *asked, "image_options");
  if (status != VITRINE_OK) return status;
  *o = asked != NULL ? *asked : vitrine_image_options_default();
  if (o->memory == 0) o->memory = limits.memory;
  if (o->key == NULL && o->key_length != 0)
    return vt_fail(VITRINE_ERR_MISUSE, "options.key is NULL");
  if (o->key != NULL && o->key_length < KEY_LEAST)
    return vt_fail(VITRINE_ERR_MISUSE, "a key of %zu bytes can be guessed: take %u random ones",
                   o->key_length, 2 * KEY_LEAST);
  return VITRINE_OK;
}

/* --- out --- */

typedef struct {
  int (*write)(void *user, const void *bytes, size_t length);
  void *user;
  vt_sha256 sha;
  bool failed;
  size_t used;
  uint8_t buffer[8192];
} writer;

static void flush(writer *w) {
  if (w->used != 0 && !w->failed) w->failed = w->write(w->user, w->buffer, w->used) != 0;
  w->used = 0;
}

static void put(writer *w, const void *bytes, size_t length) {
  const uint8_t *at = bytes;
  vt_sha256_add(&w->sha, bytes, length);
  for (size_t n; length != 0; at += n, length -= n) {
    if (w->used == sizeof w->buffer) flush(w);
    n = sizeof w->buffer - w->used < length ? sizeof w->buffer - w->used : length;
    memcpy(w->buffer + w->used, at, n);
    w->used += n;
  }
}

/* Differences are looked for in words; two equal ones end a piece, for that is
 * what the head of another costs, and more. */
#define WORD 8u
#define WORDS (VT_CARD_SIZE / WORD)

static void put_card(writer *w, uint32_t address, const uint64_t *now, const uint64_t *boot) {
  for (uint32_t i = 0; i < WORDS;) {
    if (now[i] == boot[i]) {
      i++;
      continue;
    }
    uint32_t end = i + 1;
    for (uint32_t k = end; k < WORDS && k - end < 2; k++)
      if (now[k] != boot[k]) end = k + 1;
    piece p = {address + i * WORD, (end - i) * WORD};
    put(w, &p, sizeof p);
    put(w, now + i, p.length);
    i = end;
  }
}

/* A store to the end of a card may have reached into the next. */
static bool may_differ(const vitrine_snapshot *s, const vitrine_snapshot *boot, uint32_t card) {
  if (card > boot->size >> VT_CARD_SHIFT) return true;
  uint32_t before = card - 1;
  return ((s->changed[card / 64] >> card % 64 | s->changed[before / 64] >> before % 64) & 1) != 0;
}

static void put_memory(writer *w, const vitrine_snapshot *s, const vitrine_snapshot *boot) {
  uint64_t now[WORDS], then[WORDS];
  for (uint32_t at = vt_snapshot_first(); at < s->size && !w->failed; at += VT_CARD_SIZE) {
    if (!may_differ(s, boot, at >> VT_CARD_SHIFT)) continue;
    vt_snapshot_read(s, at, now, sizeof now);
    vt_snapshot_read(boot, at, then, sizeof then);
    put_card(w, at, now, then);
  }
}

static void put_image(writer *w, const vitrine_snapshot *s, const vitrine_snapshot *boot,
                      bool keyed) {
  header h = header_of(s, keyed);
  piece last = {0, 0};
  vt_sha256_start(&w->sha);
  put(w, &h, sizeof h);
  put_memory(w, s, boot);
  put(w, &last, sizeof last);
}

static int write_nothing(void *user, const void *bytes, size_t length) {
  (void)user;
  (void)bytes;
  (void)length;
  return 0;
}

void vt_snapshot_digest(const vitrine_snapshot *s, char hex[VT_SHA256_HEX]) {
  vitrine_status status;
  writer w = {.write = write_nothing};
  put_image(&w, s, vt_boot_get(&status), false);
  vt_sha256_end_hex(&w.sha, hex);
}

vitrine_status vitrine_snapshot_save(const vitrine_snapshot *s,
                                     const vitrine_image_options *options,
                                     int (*write)(void *user, const void *bytes, size_t length),
                                     void *user) {
  vitrine_image_options o;
  if (s == NULL || write == NULL)
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", s == NULL ? "snapshot" : "write");
  vitrine_status status = check_options(options, &o);
  if (status != VITRINE_OK) return status;
  const vitrine_snapshot *boot = vt_boot_get(&status);
  if (boot == NULL) return status;
  writer w = {.write = write, .user = user};
  uint8_t digest[VT_SHA256_SIZE], code[VT_SHA256_SIZE];
  vt_fail_clear();
  put_image(&w, s, boot, o.key != NULL);
  vt_sha256_end(&w.sha, digest);
  put(&w, digest, sizeof digest);
  if (o.key != NULL) {
    vt_hmac_sha256(o.key, o.key_length, digest, sizeof digest, code);
    put(&w, code, sizeof code);
  }
  flush(&w);
  return w.failed ? vt_fail_default(VITRINE_ERR_SYSTEM, "the snapshot was not saved: write failed")
                  : VITRINE_OK;
}

/* --- in --- */

typedef struct {
  ptrdiff_t (*read)(void *user, char *buffer, size_t size);
  void *user;
  vt_sha256 sha;
  vitrine_status status; /* of the first failure; from then on nothing is read */
  uint64_t done;         /* bytes that were taken */
  size_t at, end;        /* of what the buffer holds */
  uint8_t buffer[8192];
} reader;

/* At least one byte, or false: the end, or a failure. */
static bool fill(reader *r) {
  if (r->at < r->end) return true;
  if (r->status != VITRINE_OK) return false;
  vt_fail_clear();
  ptrdiff_t n = r->read(r->user, (char *)r->buffer, sizeof r->buffer);
  if (n < 0) r->status = vt_fail_default(VITRINE_ERR_SYSTEM, "no snapshot was loaded: read failed");
  else if ((size_t)n > sizeof r->buffer)
    r->status =
        vt_fail(VITRINE_ERR_MISUSE, "read returned %td, for a buffer of %zu", n, sizeof r->buffer);
  r->at = 0;
  r->end = r->status == VITRINE_OK ? (size_t)n : 0;
  return r->end != 0;
}

static bool take(reader *r, void *to, size_t length) {
  uint8_t *out = to;
  for (size_t n; length != 0; out += n, length -= n) {
    if (!fill(r)) {
      if (r->status == VITRINE_OK)
        r->status =
            vt_fail(VITRINE_ERR_IMAGE,
                    "the image is cut off after %" PRIu64 " bytes: copy or save it again", r->done);
      return false;
    }
    n = r->end - r->at < length ? r->end - r->at : length;
    memcpy(out, r->buffer + r->at, n);
    vt_sha256_add(&r->sha, out, n);
    r->at += n;
    r->done += n;
  }
  return true;
}

static vitrine_status damaged(const reader *r) {
  return vt_fail(VITRINE_ERR_IMAGE,
                 "the image is damaged, as seen at byte %" PRIu64 ": copy or save it again",
                 r->done);
}

/* The guest as it booted here is what the image adds to. */
static vitrine_status check_header(const header *h, const reader *r, const vitrine_image_options *o,
                                   uint32_t boot_size) {
  if (h->format == 0 || h->zero != 0) return damaged(r);
  if (h->format > FORMAT || (h->flags & ~(KEYED | PAUSED)) != 0)
    return vt_fail(VITRINE_ERR_IMAGE,
                   "the image has format %u.%u, and this library (%s) knows 1: load it with the "
                   "version that saved it",
                   h->format, h->flags, VITRINE_VERSION);
  if (memcmp(h->guest, vt_guest.id, sizeof h->guest) != 0 ||
      memcmp(h->start, vt_start.id, sizeof h->start) != 0)
    return vt_fail(VITRINE_ERR_IMAGE,
                   "the image was saved by another build of the guest than this one (%.12s…): load "
                   "it with the build that saved it",
                   vt_guest.id);
  if (o->key != NULL && (h->flags & KEYED) == 0)
    return vt_fail(VITRINE_ERR_KEY,
                   "the image was saved without a key, so anybody may have written "
                   "it: load it without one, or save it with this one");
  if (o->key == NULL && (h->flags & KEYED) != 0)
    return vt_fail(VITRINE_ERR_KEY, "the image was saved with a key: load it with that key");
  if (h->memory < boot_size || h->memory > VT_MEMORY_MAX || h->memory % VT_PAGE != 0)
    return damaged(r);
  if (h->memory > o->memory)
    return vt_fail(VITRINE_ERR_TOOBIG,
                   "the guest in the image has %u bytes of memory, and the limit is %" PRIu64
                   ": raise it",
                   h->memory, o->memory);
  return VITRINE_OK;
}

/* Upwards, one after the other, above the shadow stack and inside memory. */
static vitrine_status take_memory(reader *r, vt_cell *cell) {
  piece p;
  for (uint32_t next = vt_guest.sp; take(r, &p, sizeof p); next = p.address + p.length) {
    if (p.address == 0 && p.length == 0) return VITRINE_OK;
    uint32_t size = cell->cage.memory_size;
    if (p.address < next || p.address >= size || p.length == 0 || p.length > size - p.address)
      return damaged(r);
    if (!take(r, vt_cell_put(cell, p.address, p.length), p.length)) break;
  }
  return r->status;
}

static vitrine_status take_end(reader *r, const vitrine_image_options *o) {
  uint8_t digest[VT_SHA256_SIZE], said[VT_SHA256_SIZE], code[VT_SHA256_SIZE];
  vt_sha256_end(&r->sha, digest);
  if (!take(r, said, sizeof said)) return r->status;
  if (!vt_same_digest(digest, said)) return damaged(r);
  if (o->key != NULL) {
    if (!take(r, said, sizeof said)) return r->status;
    vt_hmac_sha256(o->key, o->key_length, digest, sizeof digest, code);
    if (!vt_same_digest(code, said))
      return vt_fail(VITRINE_ERR_KEY, "the image was not saved with this key: load it with the "
                                      "right one, or do not trust it");
  }
  if (fill(r)) return damaged(r);
  return r->status;
}

static vitrine_status load(reader *r, const vitrine_image_options *o, vitrine_snapshot **out) {
  vitrine_status status;
  header h;
  const vitrine_snapshot *boot = vt_boot_get(&status);
  if (boot == NULL) return status;
  vt_sha256_start(&r->sha);
  if (!take(r, h.magic, sizeof h.magic)) return r->status;
  if (memcmp(h.magic, magic, sizeof magic) != 0)
    return vt_fail(VITRINE_ERR_IMAGE, "this is no saved snapshot: it begins with something else");
  if (!take(r, &h.format, sizeof h - offsetof(header, format))) return r->status;
  status = check_header(&h, r, o, boot->size);
  if (status != VITRINE_OK) return status;
  vt_cell *cell = vt_cell_take(boot, &status);
  if (cell == NULL) return status;
  cell->cage.memory_size = h.memory;
  status = take_memory(r, cell);
  if (status == VITRINE_OK) status = take_end(r, o);
  if (status == VITRINE_OK) {
    *out = vt_snapshot_new(cell, h.ticks_ns);
    if (*out == NULL) status = vt_fail_memory();
    else (*out)->paused = (h.flags & PAUSED) != 0;
  }
  vt_cell_give(cell);
  return status;
}

vitrine_status vitrine_snapshot_load(const vitrine_image_options *options,
                                     ptrdiff_t (*read)(void *user, char *buffer, size_t size),
                                     void *user, vitrine_snapshot **out) {
  vitrine_image_options o;
  if (out == NULL) return vt_fail(VITRINE_ERR_MISUSE, "out is NULL");
  *out = NULL;
  if (read == NULL) return vt_fail(VITRINE_ERR_MISUSE, "read is NULL");
  vitrine_status status = check_options(options, &o);
  if (status != VITRINE_OK) return status;
  reader r = {.read = read, .user = user};
  return load(&r, &o, out);
}

/* --- from memory, from and to files --- */

typedef struct {
  const char *bytes;
  size_t left;
} span;

static ptrdiff_t read_span(void *user, char *buffer, size_t size) {
  span *s = user;
  size_t n = s->left < size ? s->left : size;
  if (n != 0) memcpy(buffer, s->bytes, n);
  s->bytes += n;
  s->left -= n;
  return (ptrdiff_t)n;
}

vitrine_status vitrine_snapshot_load_bytes(const vitrine_image_options *options, const void *bytes,
                                           size_t length, vitrine_snapshot **out) {
  span s = {bytes, bytes != NULL ? length : 0};
  return vitrine_snapshot_load(options, read_span, &s, out);
}

/* Puts the path before what the last error says. */
static vitrine_status about(const char *path, vitrine_status status) {
  char said[400];
  (void)snprintf(said, sizeof said, "%s", vitrine_last_error());
  return vt_fail(status, "%.100s: %s", path, said);
}

static ptrdiff_t read_file(void *user, char *buffer, size_t size) {
  const char *why = NULL;
  ptrdiff_t n = vt_platform_file_read(user, buffer, size, &why);
  if (n < 0) (void)vt_fail(VITRINE_ERR_SYSTEM, "%s", why);
  return n;
}

vitrine_status vitrine_snapshot_load_file(const vitrine_image_options *options, const char *path,
                                          vitrine_snapshot **out) {
  if (out == NULL || path == NULL)
    return vt_fail(VITRINE_ERR_MISUSE, "%s is NULL", out == NULL ? "out" : "path");
  *out = NULL;
  const char *why = NULL;
  vt_file *file = vt_platform_file_open(path, &why);
  if (file == NULL) return vt_fail(VITRINE_ERR_SYSTEM, "%.100s: %s", path, why);
  vitrine_status status = vitrine_snapshot_load(options, read_file, file, out);
  vt_platform_file_close(file);
  return status == VITRINE_OK ? status : about(path, status);
}

static int write_file(void *user, const void *bytes, size_t length) {
  const char *why = vt_platform_file_write(user, bytes, length);
  if (why != NULL) (void)vt_fail(VITRINE_ERR_SYSTEM, "%s", why);
  return why != NULL;
}

vitrine_status vitrine_snapshot_save_file(const vitrine_snapshot *snapshot,
                                          const vitrine_image_options *options, const char *path) {
  if (path == NULL) return vt_fail(VITRINE_ERR_MISUSE, "path is NULL");
  const char *why = NULL;
  vt_file *file = vt_platform_file_replace(path, &why);
  if (file == NULL) return vt_fail(VITRINE_ERR_SYSTEM, "%.100s: %s", path, why);
  vitrine_status status = vitrine_snapshot_save(snapshot, options, write_file, file);
  if (status == VITRINE_OK) {
    why = vt_platform_file_commit(file);
    if (why != NULL) status = vt_fail(VITRINE_ERR_SYSTEM, "%s", why);
  }
  vt_platform_file_close(file);
  return status == VITRINE_OK ? status : about(path, status);
}
