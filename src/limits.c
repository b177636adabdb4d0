/* limits.c - the table of limits: names, defaults, reach.
 *
 * Owns no state. Whoever adds a limit adds a line here, a field at the end of
 * vitrine_limits, and the place that keeps it. */
#include "limits.h"

#include <inttypes.h>
#include <stddef.h>

#include "memory.h"
#include "status.h"

#define MIB ((uint64_t)1 << 20)
#define SECOND ((uint64_t)1000000000)

static const struct {
  const char *name;
  size_t at;
  uint64_t standard, reach; /* reach: the most there is, 0 if there is no most */
} table[] = {
    {"memory", offsetof(vitrine_limits, memory), 64 * MIB, VT_MEMORY_REACH},
    /* 20 to 60 s of what the guest mostly does, and so behind every limit of time. */
    {"steps", offsetof(vitrine_limits, steps), 8000000000, 0},
    {"cpu", offsetof(vitrine_limits, cpu_ns), 5 * SECOND, 0},
    {"time", offsetof(vitrine_limits, time_ns), 30 * SECOND, 0},
    {"output", offsetof(vitrine_limits, output), MIB, 0},
    {"host_calls", offsetof(vitrine_limits, host_calls), 10000, 0},
    {"value", offsetof(vitrine_limits, value), MIB, 0},
    {"source", offsetof(vitrine_limits, source), MIB, 0},
    {"depth", offsetof(vitrine_limits, depth), 1000, VT_DEPTH_REACH},
};

static uint64_t *field(vitrine_limits *limits, size_t at) {
  return (uint64_t *)(void *)((char *)limits + at);
}

static uint64_t value_of(const vitrine_limits *limits, size_t at) {
  uint64_t value;
  memcpy(&value, (const char *)limits + at, sizeof value);
  return value;
}

vitrine_status vt_limits_fill(vitrine_limits *out, const vitrine_limits *asked,
                              const vitrine_limits *base) {
  if (asked != NULL) {
    vitrine_status status = vt_check_size(asked, sizeof *asked, "limits");
    if (status != VITRINE_OK) return status;
  }
  vitrine_limits filled = vitrine_limits_default();
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    uint64_t value = asked != NULL ? value_of(asked, table[i].at) : 0;
    if (value == 0) value = base != NULL ? value_of(base, table[i].at) : table[i].standard;
    if (table[i].reach != 0) {
      if (value == VITRINE_UNLIMITED) value = table[i].reach;
      if (value > table[i].reach)
        return vt_fail(VITRINE_ERR_MISUSE,
                       "limits.%s is %" PRIu64 ": at most %" PRIu64 ", or VITRINE_UNLIMITED",
                       table[i].name, value, table[i].reach);
    }
    *field(&filled, table[i].at) = value;
  }
  *out = filled;
  return VITRINE_OK;
}

vitrine_status vt_limits_hold(const vitrine_limits *limits, uint64_t boot_size, uint64_t most) {
  if (limits->memory > most)
    return vt_fail(VITRINE_ERR_MISUSE,
                   "limits.memory is %" PRIu64 ": at most %" PRIu64
                   ", as vitrine_session_new() was told",
                   limits->memory, most);
  if (limits->memory >= boot_size) return VITRINE_OK;
  return vt_fail(VITRINE_ERR_MISUSE,
                 "limits.memory is %" PRIu64 ": the guest needs %" PRIu64
                 " before it runs anything",
                 limits->memory, boot_size);
}
