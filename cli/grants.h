/* grants.h - what --plugin loads and --grant asks for. */
#ifndef CLI_GRANTS_H
#define CLI_GRANTS_H

#include <stdbool.h>

#include "policy.h"

/* Linked in: here, plugins/files.c, plugins/scratch.c */
extern const vitrine_plugin cli_clock_plugin, cli_random_plugin, vitrine_files_plugin,
    vitrine_scratch_plugin;

/* A plugin: one that is linked in under this name, one that came with the command, any by
 * its path; `asked` is how it was asked for. NULL: it was said why. */
const vitrine_plugin *cli_plugin_find(const char *asked, const char *name);
/* Loads a plugin: one that came with the command by its name, any by its path; `asked`
 * is how it was asked for. False: it was said why. */
bool cli_plugin_load(const char *asked, const char *name);
/* One grant: "clock", or "sqlite:file=a.db,write=log"; borrowed. False, here and
 * below: it was said what is wrong. */
bool cli_grant_add(const char *text);
/* The grant that is typed behind the colon of --grant: the caller's. NULL: it was said
 * what is wrong. */
vitrine_value *cli_grant_parse(const vitrine_plugin *plugin, const char *text);
/* Reads them all, once every plugin is loaded. seed: NULL, or from which clock and chance
 * follow, if they were not typed. */
bool cli_grants_read(const char *seed);
/* Then those of a policy, but of no plugin for which one was typed; and with
 * `deterministic` neither clock nor chance. */
bool cli_grants_of_policy(cli_policy *policy, bool deterministic);
/* Whether a grant of that plugin was asked for. */
bool cli_grant_asked(const char *plugin);
/* Grants all that was asked for. */
vitrine_status cli_grants_give(vitrine_session *session);
/* A sentence for each, on stdout. */
void cli_grants_explain(void);
void cli_grants_free(void);

#endif
