/* request.h - what guest/doors.h says, for the host's side.
 *
 * A copy, because a release has no guest/; tests/api/test_doors.c compares. */
#ifndef VT_REQUEST_H
#define VT_REQUEST_H

#include <stdint.h>

/* A request begins with it, little-endian; the name and the payload follow. */
typedef struct {
  uint32_t op, flags, depth, value_limit, name_length;
} vt_header;

enum {
  VT_OP_EXEC,
  VT_OP_INVOKE,
  VT_OP_SET,
  VT_OP_GET,
  VT_OP_GRANT,
  VT_OP_ARGV,
  VT_OP_NAMES,
  VT_OP_MODULES,
  VT_OP_RESUME,
  VT_OP_REVIVE
};

#define VT_FLAG_INTERACTIVE 1u
#define VT_FLAG_FORGET 2u
#define VT_FLAG_WAIT 4u

/* The first item of a result. */
enum { VT_KIND_DONE, VT_KIND_RAISED, VT_KIND_NO_MEMORY, VT_KIND_STOPPED };

#define VT_INPUT_DENIED 0xffffffffu
#define VT_INPUT_FAILED 0xfffffffeu
#define VT_WAIT_LEAVE 0xffffffffu

#endif
