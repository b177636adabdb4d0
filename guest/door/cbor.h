// cbor.h - values as CBOR (RFC 8949): what crosses the doors.
//
//   None, bool        simple values null, false, true
//   int               major 0 or 1, beyond 64 bits a bignum, tag 2 or 3
//   float             64 bits, NaN as 7ff8000000000000
//   str, bytes        text string, byte string; bytearray as bytes
//   list              array
//   tuple             tag 48001 over an array
//   set, frozenset    tag 258 over an array, tag 48002 over an array
//   dict              map, in its order
//
// Lengths are definite and shortest; collections nest 64 deep at most.
#ifndef VITRINE_GUEST_CBOR_H
#define VITRINE_GUEST_CBOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "py/obj.h"

#define CBOR_DEPTH 64
#define CBOR_TAG_TUPLE 48001
#define CBOR_TAG_SET 258
#define CBOR_TAG_FROZENSET 48002

// Major types.
enum {
    CBOR_UINT,
    CBOR_NINT,
    CBOR_BYTES,
    CBOR_TEXT,
    CBOR_ARRAY,
    CBOR_MAP,
    CBOR_TAG,
    CBOR_SIMPLE,
};

typedef enum {
    CBOR_OK,
    CBOR_TYPE,   // not plain data, or text that is not UTF-8
    CBOR_DEEP,   // nests too deep, or contains itself
    CBOR_LARGE,  // over the limit
    CBOR_MEMORY, // out of memory
    CBOR_BAD,    // reading: not what we write
} cbor_status_t;

// Writes at most `limit` bytes; begins in `buf` and moves to the heap when that
// is full. On an error nothing more is written, and `status` says why.
typedef struct {
    uint8_t *buf;
    size_t len, size, limit;
    bool heap;
    cbor_status_t status;
    mp_obj_t culprit;         // with CBOR_TYPE: the value that cannot cross
    uint32_t depth;           // of the place where it is
    mp_obj_t path[CBOR_DEPTH]; // from the outside: index or key; MP_OBJ_NULL: in a set
} cbor_writer_t;

void cbor_writer_init(cbor_writer_t *w, void *buf, size_t size, size_t limit);
// Frees what a writer took from the heap; it may also be left to the collector.
void cbor_writer_free(cbor_writer_t *w);
void cbor_write_head(cbor_writer_t *w, unsigned major, uint64_t n);
void cbor_write_raw(cbor_writer_t *w, const void *data, size_t len);
void cbor_write_null(cbor_writer_t *w);
// At most `max` bytes of text; what is not UTF-8 becomes U+FFFD.
void cbor_write_text(cbor_writer_t *w, const char *text, size_t len, size_t max);
// May raise MemoryError, for a big int.
void cbor_write_value(cbor_writer_t *w, mp_obj_t value);

// Reads one value that fills data exactly. Strict: anything that the host does
// not write is CBOR_BAD. May raise MemoryError.
cbor_status_t cbor_read(const uint8_t *data, size_t len, mp_obj_t *value);

typedef struct {
    const uint8_t *at, *end;
    unsigned depth;
} cbor_reader_t;
cbor_status_t cbor_read_head(cbor_reader_t *r, unsigned *major, uint64_t *n);
cbor_status_t cbor_read_value(cbor_reader_t *r, mp_obj_t *value);

// Length of the longest valid UTF-8 prefix.
size_t cbor_utf8_prefix(const uint8_t *text, size_t len);

#endif
