/* pluginpath.c - where plugins are: beside the command, wherever that is.
 *
 * A name never means a file of the current folder, whose owner is anybody. */
#define _POSIX_C_SOURCE 200809L
#include "pluginpath.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "streams.h"

/* Of the command's own folder: in the build tree, and as installed. */
static const char *const folders[] = {"plugins", "../lib/vitrine"};
#define FOLDERS (sizeof folders / sizeof *folders)

/* Room is left for what goes behind it. */
static bool own_folder(char folder[CLI_PATH - 256]) {
  ssize_t n = readlink("/proc/self/exe", folder, CLI_PATH - 257);
  if (n <= 0 || n == CLI_PATH - 257) return false;
  folder[n] = 0;
  char *slash = strrchr(folder, '/');
  if (slash) *slash = 0;
  return slash != NULL;
}

bool cli_plugin_path(const char *asked, const char *plugin, char path[CLI_PATH]) {
  char folder[CLI_PATH - 256];
  size_t length = strlen(plugin);
  if (strchr(plugin, '/')) {
    if (length < CLI_PATH) memcpy(path, plugin, length + 1);
    else cli_say("%s: a path of %zu bytes is too long", asked, length);
    return length < CLI_PATH;
  }
  bool known = length < 128 && own_folder(folder);
  for (size_t i = 0; known && i < FOLDERS; ++i) {
    (void)snprintf(path, CLI_PATH, "%s/%s/%s.so", folder, folders[i], plugin);
    if (access(path, R_OK) == 0) return true;
  }
  if (known)
    cli_say("%s %s: there is no %s.so in %s/%s or %s/%s; a file of yours is given as a path: "
            "./%s",
            asked, plugin, plugin, folder, folders[0], folder, folders[1], plugin);
  else cli_say("%s %.128s: give its path: ./%.128s", asked, plugin, plugin);
  return false;
}
