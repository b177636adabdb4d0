/* pycommand.c - the command `vitrine`, whose main() is a function here. */
#include "core.h"

#define main command_main
#include "../native/cli/command.c"
#undef main

int core_command(int argc, char **argv) { return command_main(argc, argv); }
