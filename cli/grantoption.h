/* grantoption.h - the value of an option of a grant, as people write it. */
#ifndef CLI_GRANTOPTION_H
#define CLI_GRANTOPTION_H

#include <stddef.h>

#include "vitrine_plugin.h"

/* NULL: the plugin has none of that name. */
const vitrine_option *cli_option_find(const vitrine_plugin *plugin, const char *name,
                                      size_t length);
/* What the text says. NULL: it is not what the option takes. */
vitrine_value *cli_option_value(const vitrine_option *option, const char *text);
/* What it takes, for an error message. Static. */
const char *cli_option_form(const vitrine_option *option);

#endif
