/* pluginpath.h - where plugins are. */
#ifndef CLI_PLUGINPATH_H
#define CLI_PLUGINPATH_H

#include <stdbool.h>
#include <stddef.h>

#define CLI_PATH 4096

/* The file of a plugin; `asked` is how it was asked for. A path, which has a slash in
 * it, is its own; a name is one of the plugins that came with this command. False: it
 * was said that there is none, and where it was looked for. */
bool cli_plugin_path(const char *asked, const char *plugin, char path[CLI_PATH]);

#endif
