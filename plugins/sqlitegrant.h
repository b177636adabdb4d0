/* sqlitegrant.h - what a grant of the plugin `sqlite` takes, and offers: the same over
 * SQLite's library (sqlite.c) and over CPython's module. */
#ifndef SQLITEGRANT_H
#define SQLITEGRANT_H

#include <vitrine_plugin.h>

#define SQLITE_DOORS(query, tables)                                                            \
  {                                                                                            \
    {.size = sizeof(vitrine_door),                                                             \
     .name = "db.query",                                                                       \
     .signature = "(sql: str, params: list | tuple | dict = ()) -> list[dict]",                \
     .doc = "Run one SQL statement and return its rows as dicts. ? and :name are parameters.", \
     .call = (query)},                                                                         \
        {.size = sizeof(vitrine_door),                                                         \
         .name = "db.tables",                                                                  \
         .signature = "() -> list[str]",                                                       \
         .doc = "Names of the tables and views.",                                              \
         .call = (tables)},                                                                    \
    {                                                                                          \
      .size = sizeof(vitrine_door)                                                             \
    }                                                                                          \
  }

extern const vitrine_option sqlite_grant_options[];
/* A sentence for one grant's options. */
void sqlite_grant_explain(const vitrine_value *grant, char *sentence, size_t size);

#endif
