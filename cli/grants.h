/* grants.h - what --plugin loads and --grant asks for. */
#ifndef CLI_GRANTS_H
#define CLI_GRANTS_H

#include <stdbool.h>

#include "vitrine.h"

/* Loads a plugin. False: it was said why. */
bool cli_plugin_load(const char *path);
/* One grant: "clock", or "sqlite:file=a.db,write=log". Kept until the session is
 * there. False: it was said what is wrong. */
bool cli_grant_add(const char *text);
/* Whether a grant of that plugin was asked for. */
bool cli_grant_asked(const char *plugin);
/* Grants all that was asked for. */
vitrine_status cli_grants_give(vitrine_session *session);
/* A sentence for each, on stdout. */
void cli_grants_explain(void);
void cli_grants_free(void);

#endif
