/* sqlitegrant.c - the options of the plugin `sqlite`, and what they mean in words. */
#include <stdio.h>

#ifndef VITRINE_LINKED
#define VITRINE_PLUGIN
#define VITRINE_PLUGIN_PART
#endif
#include "sqlitegrant.h"

void sqlite_grant_explain(const vitrine_value *grant, char *sentence, size_t size) {
  const char *path = "", *names = NULL, *readable = NULL;
  int owner = 0;
  (void)vitrine_value_bool(vitrine_plugin_option(grant, "owner"), &owner);
  (void)vitrine_value_text(vitrine_plugin_option(grant, "file"), &path, NULL);
  (void)vitrine_value_text(vitrine_plugin_option(grant, "write"), &names, NULL);
  if (owner) {
    (void)snprintf(sentence, size, "It may read and change all of the database %s.", path);
    return;
  }
  (void)vitrine_value_text(vitrine_plugin_option(grant, "tables"), &readable, NULL);
  (void)snprintf(sentence, size, "It may read %s%s%sthe database %s%s%s.",
                 readable != NULL ? "the tables " : "", readable != NULL ? readable : "",
                 readable != NULL ? " of " : "", path,
                 names != NULL ? ", and write to these tables: " : ", and write to nothing",
                 names != NULL ? names : "");
}

const vitrine_option sqlite_grant_options[] = {
    {"file", VITRINE_OPTION_PATH, 1, "the database"},
    {"tables", VITRINE_OPTION_TEXT, 0, "tables and views that may be read (all)"},
    {"write", VITRINE_OPTION_TEXT, 0, "tables that may be changed, with blanks between"},
    {"owner", VITRINE_OPTION_FLAG, 0, "all may be changed, tables made; so is the file"},
    {"rows", VITRINE_OPTION_COUNT, 0, "rows of one answer (10000)"},
    {"size", VITRINE_OPTION_SIZE, 0, "bytes of one answer (1M)"},
    {"time", VITRINE_OPTION_TIME, 0, "of one statement (5s)"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
