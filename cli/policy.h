/* policy.h - a policy file: what a guest may spend and reach, as TOML. */
#ifndef CLI_POLICY_H
#define CLI_POLICY_H

#include <stdbool.h>
#include <stddef.h>

#include "toml.h"
#include "vitrine_plugin.h"

typedef struct {
  const char *path; /* borrowed */
  cli_toml *tree;
  vitrine_limits limits; /* 0: not named */
  bool stdin_granted, transactional;
  char error[512]; /* "agent.toml:3:1: …" once one of these returned false */
} cli_policy;

/* Reads all but the grants of plugins. `path` is that of the file, for messages and
 * for what is beside it. Free it in either case. */
bool cli_policy_read(cli_policy *policy, const char *path, const char *text, size_t length);
/* The plugins that it names, one after the other: true and a name or path to
 * free(), or true and NULL behind the last. */
bool cli_policy_library(cli_policy *policy, size_t index, char **path);
/* The grants of one plugin: a list of dicts, checked and the caller's, in *grants;
 * NULL if there are none. */
bool cli_policy_grants(cli_policy *policy, const vitrine_plugin *plugin, vitrine_value **grants);
/* Whether every plugin that is granted is one of these. */
bool cli_policy_known(cli_policy *policy, const char *const *plugins, size_t count);
void cli_policy_free(cli_policy *policy);

#endif
