/* fuzz_policy.c - a policy file, from its bytes to its grants.
 *
 * What is refused is refused at a place that the file has, in words; what is taken
 * has limits that can be set, and grants that the plugin takes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../cli/limit.h"
#include "../cli/policy.h"
#include "../cli/utf8text.h"
#include "dataplugin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(int truth) {
  if (!truth) abort();
}

static void refused(const cli_policy *p, size_t size) {
  static const char path[] = "etc/agent.toml:";
  must(strncmp(p->error, path, sizeof path - 1) == 0);
  must(cli_text_check(p->error, strlen(p->error)) == strlen(p->error));
  char *end;
  unsigned long line = strtoul(p->error + sizeof path - 1, &end, 10);
  must(line >= 1 && line <= size + 1 && *end == ':');
  unsigned long column = strtoul(end + 1, &end, 10);
  must(column >= 1 && column <= size + 1 && strncmp(end, ": ", 2) == 0 && end[2] != 0);
}

static void taken(cli_policy *p, size_t size) {
  static const char *const names[] = {"data"};
  char *library;
  vitrine_value *grants;
  for (size_t i = 0; i < CLI_LIMITS; ++i) {
    uint64_t limit = cli_limit_of(&cli_limits[i], &p->limits);
    must(limit <= cli_limits[i].most || limit == VITRINE_UNLIMITED);
  }
  for (size_t i = 0; cli_policy_library(p, i, &library) && library; ++i) {
    must(strchr(library, '/') != NULL || strpbrk(library, "/.") == NULL);
    free(library);
  }
  if (!cli_policy_known(p, names, 1)) refused(p, size);
  if (!cli_policy_grants(p, &data_plugin, &grants)) {
    must(grants == NULL);
    refused(p, size);
  }
  for (size_t i = 0; i < vitrine_value_count(grants); ++i)
    must(vitrine_plugin_check(&data_plugin, vitrine_value_item(grants, i)) == VITRINE_OK);
  vitrine_value_free(grants);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  cli_policy policy;
  if (cli_policy_read(&policy, "etc/agent.toml", (const char *)data, size)) taken(&policy, size);
  else refused(&policy, size);
  cli_policy_free(&policy);
  return 0;
}

#include "standalone.h"
