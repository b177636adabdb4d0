/* fuzz_report.c - the one message in which the guest says how its run ended.
 *
 * Whatever the bytes: no crash, no leak, and what was accepted lies within them, or
 * in the report's own digits, and is consistent. */
#include <stdlib.h>
#include <string.h>

#include "request.h"
#include "result.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(int truth) {
  if (!truth) abort();
}

static void look_at(vt_span span) {
  if (span.at != NULL) must(vt_utf8_prefix(span.at, span.length) == span.length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  vt_report report;
  if (vt_report_read(&report, vt_reader_of(data, size)) != VITRINE_OK) {
    must(report.value == NULL);
    return 0;
  }
  look_at(report.repr);
  look_at(report.type);
  look_at(report.message);
  look_at(report.traceback);
  look_at(report.file);
  if (report.kind != VT_KIND_DONE) must(report.value == NULL && report.repr.at == NULL);
  vitrine_value_free(report.value);
  return 0;
}

#include "standalone.h"
