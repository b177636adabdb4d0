/* granttext.h - one grant of a plugin as it is typed: OPTION=VALUE,… */
#ifndef CLI_GRANTTEXT_H
#define CLI_GRANTTEXT_H

#include "vitrine_plugin.h"

/* A dict that the plugin takes: the caller's. A comma or backslash in a value has a
 * backslash before it. NULL: `why`, of `size` bytes, has the plugin's name and what is
 * wrong. */
vitrine_value *cli_grant_text(const vitrine_plugin *plugin, const char *text, char *why,
                              size_t size);

#endif
