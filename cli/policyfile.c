/* policyfile.c - what --policy names, and how it goes with the other options.
 *
 * A limit that was typed goes before the policy's. A grant that was typed takes the
 * place of all that the policy grants of the same plugin: never the union, which
 * would be wider than either. */
#include "policyfile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grants.h"
#include "sandbox.h"
#include "streams.h"

/* A byte more than the reader takes, so that it says what is too much. */
#define ROOM 65537u

static bool read_file(const char *path, char *text, size_t *length) {
  FILE *file = fopen(path, "rb");
  *length = file ? fread(text, 1, ROOM, file) : 0;
  bool good = file && !ferror(file);
  if (!good) cli_say("--policy %s: %s", path, strerror(errno));
  if (file) (void)fclose(file);
  return good;
}

static bool load_plugins(cli_policy *policy) {
  for (size_t i = 0;; ++i) {
    char *path;
    bool good = cli_policy_library(policy, i, &path);
    if (!good) cli_say("%s", policy->error);
    if (!path) return good;
    good = cli_plugin_load(policy->path, path);
    free(path);
    if (!good) return false;
  }
}

static void take_limits(vitrine_limits *limits, const vitrine_limits *of_policy) {
  for (size_t i = 0; i < CLI_LIMITS; ++i) {
    uint64_t value = cli_limit_of(&cli_limits[i], of_policy);
    if (cli_limit_of(&cli_limits[i], limits) == 0)
      memcpy((char *)limits + cli_limits[i].offset, &value, sizeof value);
  }
}

static bool take(cli_options *options, const char *text, size_t length) {
  cli_policy policy;
  bool good = cli_policy_read(&policy, options->policy, text, length);
  if (!good) cli_say("%s", policy.error);
  good = good && load_plugins(&policy) && cli_grants_read(options->seed) &&
         cli_grants_of_policy(&policy, options->deterministic);
  take_limits(&options->limits, &policy.limits);
  options->input = options->input || policy.stdin_granted;
  options->transactional = options->transactional || policy.transactional;
  cli_policy_free(&policy);
  return good;
}

bool cli_policyfile_take(cli_options *options) {
  if (!options->policy) return cli_grants_read(options->seed);
  char *text = malloc(ROOM);
  size_t length = 0;
  if (!text) cli_say("out of memory");
  bool good = text && read_file(options->policy, text, &length) && take(options, text, length);
  free(text);
  return good;
}

int cli_policyfile_check(const cli_options *options) {
  cli_sandbox sandbox;
  int code = cli_sandbox_open(&sandbox, options, 0);
  cli_sandbox_close(&sandbox);
  if (code == 0) {
    cli_write(1, options->policy, strlen(options->policy));
    cli_write(1, ": good\n", 7);
  }
  return code;
}
