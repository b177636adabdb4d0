/* walls.h - tries the walls, from the inside, in front of the user. */
#ifndef CLI_WALLS_H
#define CLI_WALLS_H

#include "options.h"

/* With the session that the options ask for. Exit code 0 only if every wall held. */
int cli_walls(const cli_options *options);

#endif
