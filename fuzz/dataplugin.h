/* dataplugin.h - a plugin with an option of each kind, to be granted by what is fuzzed. */
#ifndef FUZZ_DATAPLUGIN_H
#define FUZZ_DATAPLUGIN_H

#include "vitrine_plugin.h"

static const vitrine_option options[] = {
    {"file", VITRINE_OPTION_PATH, 1, "a file"}, {"write", VITRINE_OPTION_TEXT, 0, "tables"},
    {"rows", VITRINE_OPTION_COUNT, 0, "rows"},  {"size", VITRINE_OPTION_SIZE, 0, "bytes"},
    {"time", VITRINE_OPTION_TIME, 0, "time"},   {"all", VITRINE_OPTION_FLAG, 0, "whether"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
static const vitrine_plugin data_plugin = {.size = sizeof data_plugin,
                                           .abi = VITRINE_PLUGIN_ABI,
                                           .name = "data",
                                           .doc = "data",
                                           .options = options};

#endif
