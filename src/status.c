/* status.c - statuses, outcomes and versions in words.
 *
 * Owns the text of each thread's last error. Thread-local, so it is written and
 * read on host stacks only: a guest's stack may continue on another thread. */
#include "status.h"

#include <stdarg.h>
#include <stdio.h>

#include "cage.h"

static _Thread_local char last_error[512];

const char *vitrine_last_error(void) { return last_error; }

vitrine_status vt_fail(vitrine_status status, const char *format, ...) {
  va_list args;
  va_start(args, format);
  (void)vsnprintf(last_error, sizeof last_error, format, args);
  va_end(args);
  return status;
}

void vt_fail_clear(void) { last_error[0] = 0; }

vitrine_status vt_fail_default(vitrine_status status, const char *format, ...) {
  if (last_error[0] != 0) return status;
  va_list args;
  va_start(args, format);
  (void)vsnprintf(last_error, sizeof last_error, format, args);
  va_end(args);
  return status;
}

vitrine_status vt_fail_memory(void) {
  return vt_fail(VITRINE_ERR_NOMEM, "out of host memory: free some, or lower limits.memory");
}

#define TEXT_CASE(name, number, text) \
  case VITRINE_##name: return text;

const char *vitrine_status_text(vitrine_status status) {
  switch (status) {
    VITRINE_STATUS_MAP(TEXT_CASE)
  case VITRINE_STATUS_END: break;
  }
  return "unknown status";
}

const char *vitrine_outcome_name(vitrine_outcome outcome) {
  switch (outcome) {
    VITRINE_OUTCOME_MAP(TEXT_CASE)
  case VITRINE_OUTCOME_END: break;
  }
  return "unknown";
}

int vitrine_version_number(void) { return VITRINE_VERSION_NUMBER; }

const char *vitrine_guest_id(void) { return vt_guest.id; }

/* --- structs that cross the ABI --- */

/* A size beyond this is one that nobody set. */
#define SIZE_SANE 4096u

static size_t size_of(const void *at) {
  size_t size;
  memcpy(&size, at, sizeof size);
  return size;
}

vitrine_status vt_check_size(const void *at, size_t known, const char *what) {
  size_t size = size_of(at);
  if (size < known || size > SIZE_SANE)
    return vt_fail(VITRINE_ERR_MISUSE, "%s.size is %zu, not %zu: begin with vitrine_%s_default()",
                   what, size, known, what);
  const unsigned char *bytes = at;
  for (size_t i = known; i < size; i++)
    if (bytes[i] != 0)
      return vt_fail(VITRINE_ERR_MISUSE,
                     "%s has a field that this library (%s) does not know: leave it zero", what,
                     VITRINE_VERSION);
  return VITRINE_OK;
}

vitrine_status vt_take_struct(void *to, size_t known, const void *at, size_t least,
                              const char *what) {
  size_t size = size_of(at);
  vitrine_status status = vt_check_size(at, size < known && size >= least ? size : known, what);
  if (status != VITRINE_OK) return status;
  memset(to, 0, known);
  memcpy(to, at, size < known ? size : known);
  return VITRINE_OK;
}

bool vt_clear_output(void *at, size_t known) {
  size_t size = size_of(at);
  if (size < known || size > SIZE_SANE) return false;
  memset((char *)at + sizeof size, 0, size - sizeof size);
  return true;
}
