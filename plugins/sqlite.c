/* sqlite.c - the plugin `sqlite`: one database, through SQL, as narrow as granted.
 *
 * Owns the connection. What a statement may touch is decided by SQLite's
 * authorizer while it is compiled, never by looking at its text: reading, and
 * writing to the tables that were named. No ATTACH, no PRAGMA, no extension, no
 * transaction of the guest's own: all that a run writes is one, which ends with the
 * run. It begins with the first statement that writes. Within it the guest may set
 * one savepoint, and go back to it. */
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define VITRINE_PLUGIN
#include "sqlitegrant.h"

#define ROWS 10000
#define SIZE (1 << 20)
#define SECOND 1000000000

typedef struct {
  sqlite3 *db;
  char *tables;        /* that can be written, "a b"; "" none       */
  char *readable;      /* tables and views; "" all of them         */
  int64_t size;           /* bytes of one answer */
  int64_t rows;        /* of one answer                           */
  int64_t time_ns;     /* of one statement                        */
  vitrine_call *call;  /* while a statement runs                  */
  uint64_t start_ns;
  vitrine_status status; /* of the call                           */
  char denied[160];    /* what the authorizer refused last        */
  bool owner;    /* may change everything */
  bool writes;   /* the statement changes a table */
  bool own;            /* a statement of ours: BEGIN and the like */
  bool writing;        /* the run's transaction has begun         */
  bool saved;          /* the guest's savepoint is set            */
  bool saves;          /* … and will be, if the statement is good */
} database;

/* --- what is allowed --- */

#define BETWEEN " ,"

static bool is_listed(const char *list, const char *name) {
  for (const char *at = list; *(at += strspn(at, BETWEEN)) != 0;) {
    size_t length = strcspn(at, BETWEEN);
    if (strlen(name) == length && sqlite3_strnicmp(at, name, (int)length) == 0) return true;
    at += length;
  }
  return false;
}

/* A table, or what a view that was granted has of it. */
static bool may_read(const database *d, const char *name, const char *via) {
  return *d->readable == 0 || is_listed(d->readable, name) || is_listed(d->tables, name) ||
         (via != NULL && is_listed(d->readable, via));
}

static int deny(database *d, const char *what, const char *name) {
  (void)snprintf(d->denied, sizeof d->denied, "%s%s%s is not granted", what,
                 name != NULL ? " " : "", name != NULL ? name : "");
  return SQLITE_DENY;
}

/* What an owner may do besides: all but to leave the file, or the run's transaction. */
static bool is_of_owner(int action, const char *a) {
  switch (action) {
  case SQLITE_ATTACH:
  case SQLITE_DETACH:
  case SQLITE_TRANSACTION:
  case SQLITE_SAVEPOINT:
  case SQLITE_CREATE_VTABLE:
  case SQLITE_DROP_VTABLE: return false;
  case SQLITE_PRAGMA: return sqlite3_stricmp(a, "table_info") == 0;
  default: return true;
  }
}

/* One of one name, so that the guest cannot pile them up. */
static bool may_save(database *d, const char *what, const char *name) {
  bool begins = strcmp(what, "BEGIN") == 0;
  if (!(d->owner || *d->tables != 0) || strcmp(name, "vitrine") != 0 || begins == d->saved)
    return false;
  d->writes = true;
  d->saves = strcmp(what, "RELEASE") != 0;
  return true;
}

/* These read or write files, or keep state beside the database. */
static bool is_safe_function(const char *name) {
  static const char *const unsafe[] = {"load_extension", "fts3_tokenizer", "readfile",
                                       "writefile",      "edit",           "zipfile"};
  for (size_t i = 0; i < sizeof unsafe / sizeof unsafe[0]; i++)
    if (sqlite3_stricmp(name, unsafe[i]) == 0) return false;
  return true;
}

static int authorize(void *user, int action, const char *a, const char *b, const char *schema,
                     const char *via) {
  database *d = user;
  (void)schema;
  if (d->own) return SQLITE_OK;
  switch (action) {
  case SQLITE_SELECT:
  case SQLITE_RECURSIVE: return SQLITE_OK;
  case SQLITE_READ: return may_read(d, a, via) ? SQLITE_OK : deny(d, "reading", a);
  case SQLITE_FUNCTION: return is_safe_function(b) ? SQLITE_OK : deny(d, "the function", b);
  case SQLITE_INSERT:
  case SQLITE_UPDATE:
  case SQLITE_DELETE:
    d->writes = true;
    return d->owner || is_listed(d->tables, a) ? SQLITE_OK : deny(d, "writing to the table", a);
  case SQLITE_SAVEPOINT:
    return may_save(d, a, b) ? SQLITE_OK : deny(d, "a statement of this kind", NULL);
  default:
    d->writes = d->writes || action != SQLITE_PRAGMA;
    return d->owner && is_of_owner(action, a) ? SQLITE_OK
                                              : deny(d, "a statement of this kind", NULL);
  }
}

static uint64_t now_ns(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

/* Every thousand instructions: not 0 ends the statement. */
static int progress(void *user) {
  const database *d = user;
  if (d->own) return 0;
  return vitrine_call_time_left(d->call) == 0 || now_ns() - d->start_ns > (uint64_t)d->time_ns;
}

/* --- values --- */

static bool bind(sqlite3_stmt *statement, int at, const vitrine_value *v) {
  const char *text;
  size_t length;
  int64_t number;
  double real;
  int truth;
  switch (vitrine_value_type(v)) {
  case VITRINE_TYPE_NONE: return sqlite3_bind_null(statement, at) == SQLITE_OK;
  case VITRINE_TYPE_BOOL:
    return vitrine_value_bool(v, &truth) && sqlite3_bind_int(statement, at, truth) == SQLITE_OK;
  case VITRINE_TYPE_INT:
    return vitrine_value_int(v, &number) && sqlite3_bind_int64(statement, at, number) == SQLITE_OK;
  case VITRINE_TYPE_FLOAT:
    return vitrine_value_float(v, &real) && sqlite3_bind_double(statement, at, real) == SQLITE_OK;
  case VITRINE_TYPE_STR:
    return vitrine_value_text(v, &text, &length) &&
           sqlite3_bind_text64(statement, at, text, length, SQLITE_STATIC, SQLITE_UTF8) ==
               SQLITE_OK;
  case VITRINE_TYPE_BYTES:
    return vitrine_value_text(v, &text, &length) &&
           sqlite3_bind_blob64(statement, at, text, length, SQLITE_STATIC) == SQLITE_OK;
  default: return false;
  }
}

static vitrine_value *column(sqlite3_stmt *statement, int i) {
  switch (sqlite3_column_type(statement, i)) {
  case SQLITE_INTEGER: return vitrine_int(sqlite3_column_int64(statement, i));
  case SQLITE_FLOAT: return vitrine_float(sqlite3_column_double(statement, i));
  case SQLITE_BLOB: {
    const void *blob = sqlite3_column_blob(statement, i);
    return vitrine_bytes(blob != NULL ? blob : "", (size_t)sqlite3_column_bytes(statement, i));
  }
  case SQLITE_TEXT: {
    const char *text = (const char *)sqlite3_column_text(statement, i);
    size_t length = (size_t)sqlite3_column_bytes(statement, i);
    vitrine_value *v = text != NULL ? vitrine_str(text, length) : NULL;
    /* A database may hold text that is none. */
    return v != NULL || text == NULL ? v : vitrine_bytes(text, length);
  }
  default: return vitrine_none();
  }
}

static vitrine_value *row(sqlite3_stmt *statement) {
  vitrine_value *dict = vitrine_dict();
  for (int i = 0; i < sqlite3_column_count(statement); i++) {
    const char *name = sqlite3_column_name(statement, i);
    vitrine_value *key = name != NULL ? vitrine_str(name, strlen(name)) : NULL;
    (void)vitrine_dict_add(dict, key != NULL ? key : vitrine_int(i), column(statement, i));
  }
  return dict;
}

/* --- one statement --- */

/* Raises in the guest. Always false: go no further. */
static bool raise(database *d, const char *type, const char *format, ...) {
  char text[256];
  va_list args;
  va_start(args, format);
  (void)vsnprintf(text, sizeof text, format, args);
  va_end(args);
  d->status = vitrine_call_raise(d->call, type, text);
  if (d->status != VITRINE_OK) /* text that was cut in the middle of a character */
    d->status = vitrine_call_raise(d->call, type, "the statement failed");
  return false;
}

/* What SQLite says names tables, columns and the statement's own text: nothing that
 * the guest may not know. */
static bool failed(database *d) {
  if (d->denied[0] != 0) return raise(d, "PermissionError", "%s", d->denied);
  int code = sqlite3_errcode(d->db);
  if (code == SQLITE_INTERRUPT) return raise(d, "TimeoutError", "the statement took too long");
  if (code == SQLITE_CONSTRAINT) return raise(d, "ValueError", "%s", sqlite3_errmsg(d->db));
  if (code == SQLITE_TOOBIG) return raise(d, "ValueError", "a text or blob is too large");
  if (code == SQLITE_ERROR) return raise(d, "ValueError", "%s", sqlite3_errmsg(d->db));
  return raise(d, "sqlite", "%s", sqlite3_errstr(code));
}

static bool bind_all(database *d, sqlite3_stmt *statement, const vitrine_value *params) {
  int wanted = sqlite3_bind_parameter_count(statement);
  bool named = vitrine_value_type(params) == VITRINE_TYPE_DICT;
  size_t given = params != NULL ? vitrine_value_count(params) : 0;
  if (!named && given != (size_t)wanted)
    return raise(d, "ValueError", "the statement has %d parameters, %zu were given", wanted, given);
  for (int i = 1; i <= wanted; i++) {
    const char *name = sqlite3_bind_parameter_name(statement, i);
    const vitrine_value *v = vitrine_value_item(params, (size_t)i - 1);
    if (named) v = name != NULL ? vitrine_plugin_option(params, name + 1) : NULL;
    if (named && v == NULL)
      return raise(d, "ValueError", "no value for the parameter %.100s", name != NULL ? name : "?");
    if (!bind(statement, i, v))
      return raise(d, "TypeError",
                   "parameter %d is not None, bool, an int of 64 bits, float, str or bytes", i);
  }
  return true;
}

static bool too_large(database *d) {
  return raise(d, "ValueError", "the answer is over %lld bytes: ask for less of it",
               (long long)d->size);
}

/* About what a row takes when it crosses. */
static size_t row_size(sqlite3_stmt *statement) {
  size_t size = 1;
  for (int i = 0; i < sqlite3_column_count(statement); i++) {
    const char *name = sqlite3_column_name(statement, i);
    int type = sqlite3_column_type(statement, i);
    bool long_one = type == SQLITE_TEXT || type == SQLITE_BLOB;
    size += 10 + (name != NULL ? strlen(name) : 0) +
            (long_one ? (size_t)sqlite3_column_bytes(statement, i) : 0);
  }
  return size;
}

static bool fetch(database *d, sqlite3_stmt *statement, vitrine_value *rows) {
  size_t left = (size_t)d->size;
  for (int64_t n = 0;; n++) {
    int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) return true;
    if (code != SQLITE_ROW) return failed(d);
    if (n == d->rows)
      return raise(d, "ValueError", "more than %lld rows: use LIMIT", (long long)d->rows);
    size_t size = row_size(statement);
    if (size > left) return too_large(d);
    left -= size;
    if (vitrine_value_add(rows, row(statement)) != VITRINE_OK) {
      d->status = VITRINE_ERR_NOMEM;
      return false;
    }
  }
}

/* --- the run's transaction --- */

static bool execute(database *d, const char *sql) {
  d->own = true;
  int code = sqlite3_exec(d->db, sql, NULL, NULL, NULL);
  d->own = false;
  return code == SQLITE_OK;
}

/* Errors like a full disk, and a statement that took too long, make SQLite take the
 * whole transaction back: then the run has lost what it wrote before. */
static bool is_lost(const database *d) { return d->writing && sqlite3_get_autocommit(d->db) != 0; }

static bool begin(database *d) {
  if (is_lost(d)) return raise(d, "sqlite", "what this run wrote was taken back: it cannot go on");
  if (d->writing || !d->writes) return true;
  d->writing = execute(d, "BEGIN IMMEDIATE");
  return d->writing || failed(d);
}

static void abort_run(void *state) {
  database *d = state;
  if (d->writing && !is_lost(d)) (void)execute(d, "ROLLBACK");
  d->writing = d->saved = false;
}

static vitrine_status commit_run(void *state) {
  database *d = state;
  char why[200] = "sqlite: what the run wrote was taken back when a statement of it failed";
  if (!d->writing) return VITRINE_OK;
  bool good = !is_lost(d) && execute(d, "COMMIT");
  if (!good && !is_lost(d))
    (void)snprintf(why, sizeof why, "sqlite: what the run wrote cannot be kept: %s",
                   sqlite3_errmsg(d->db));
  if (!good) abort_run(d);
  d->writing = d->saved = false;
  return good ? VITRINE_OK : vitrine_plugin_fail(VITRINE_ERR_SYSTEM, why);
}

static bool only_blanks(const char *text) { return text[strspn(text, " \t\r\n;")] == 0; }

static vitrine_status query(vitrine_call *call, void *state) {
  database *d = state;
  const char *sql, *rest;
  size_t length;
  sqlite3_stmt *statement = NULL;
  (void)vitrine_value_text(vitrine_call_arg(call, 0), &sql, &length);
  d->call = call;
  d->status = VITRINE_OK;
  d->denied[0] = 0;
  d->writes = false;
  d->saves = d->saved;
  d->start_ns = now_ns();
  vitrine_value *rows = vitrine_list();
  bool good = strlen(sql) == length ? true : raise(d, "ValueError", "the statement has a NUL");
  if (good && sqlite3_prepare_v2(d->db, sql, (int)length, &statement, &rest) != SQLITE_OK)
    good = failed(d);
  if (good && statement == NULL) good = raise(d, "ValueError", "there is no statement");
  if (good && !only_blanks(rest)) good = raise(d, "ValueError", "one statement at a time");
  good = good && bind_all(d, statement, vitrine_call_arg(call, 1)) && begin(d) &&
         fetch(d, statement, rows);
  (void)sqlite3_finalize(statement);
  if (good) d->saved = d->saves;
  if (good) d->status = vitrine_call_return(call, rows);
  else vitrine_value_free(rows);
  /* The limit `value` of the run is smaller than ours. */
  if (d->status == VITRINE_ERR_TOOBIG) (void)too_large(d);
  return d->status;
}

static vitrine_status tables(vitrine_call *call, void *state) {
  database *d = state;
  sqlite3_stmt *statement = NULL;
  d->call = call;
  d->denied[0] = 0;
  d->start_ns = now_ns();
  vitrine_value *names = vitrine_list();
  d->own = true; /* to compile it: what is hidden of the catalogue is left out below */
  bool good = sqlite3_prepare_v2(d->db,
                                 "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') "
                                 "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                                 -1, &statement, NULL) == SQLITE_OK;
  d->own = false;
  while (good && sqlite3_step(statement) == SQLITE_ROW)
    if (may_read(d, (const char *)sqlite3_column_text(statement, 0), NULL))
      (void)vitrine_value_add(names, column(statement, 0));
  good = sqlite3_finalize(statement) == SQLITE_OK && good;
  if (good) return vitrine_call_return(call, names);
  vitrine_value_free(names);
  (void)failed(d);
  return d->status;
}

/* --- granting --- */

static void close_database(void *state) {
  database *d = state;
  (void)sqlite3_close(d->db);
  free(d->tables);
  free(d->readable);
  free(d);
}

static void narrow(database *d) {
  static const struct {
    int limit, most;
  } limits[] = {{SQLITE_LIMIT_SQL_LENGTH, 100000},  {SQLITE_LIMIT_EXPR_DEPTH, 200},
                {SQLITE_LIMIT_COMPOUND_SELECT, 50}, {SQLITE_LIMIT_VDBE_OP, 100000},
                {SQLITE_LIMIT_ATTACHED, 0},         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
                {SQLITE_LIMIT_TRIGGER_DEPTH, 10},   {SQLITE_LIMIT_WORKER_THREADS, 0}};
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
    (void)sqlite3_limit(d->db, limits[i].limit, limits[i].most);
  (void)sqlite3_limit(d->db, SQLITE_LIMIT_LENGTH,
                      d->size < 1 << 30 ? (int)d->size + 1000 : 1 << 30);
  (void)sqlite3_db_config(d->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  (void)sqlite3_db_config(d->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  (void)sqlite3_db_config(d->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  (void)sqlite3_set_authorizer(d->db, authorize, d);
  sqlite3_progress_handler(d->db, 1000, progress, d);
  (void)sqlite3_busy_timeout(d->db, 1000);
}

static int64_t number(const vitrine_value *grant, const char *name, int64_t standard) {
  int64_t n = standard;
  (void)vitrine_value_int(vitrine_plugin_option(grant, name), &n);
  return n;
}

static vitrine_status open_database(vitrine_session *session, const vitrine_value *grants,
                                    void **state) {
  (void)session;
  const vitrine_value *grant = vitrine_value_item(grants, 0);
  const char *path, *names = "", *readable = "";
  if (vitrine_value_count(grants) != 1)
    return vitrine_plugin_fail(VITRINE_ERR_GRANT, "sqlite is granted once: one database a session");
  (void)vitrine_value_text(vitrine_plugin_option(grant, "file"), &path, NULL);
  (void)vitrine_value_text(vitrine_plugin_option(grant, "write"), &names, NULL);
  (void)vitrine_value_text(vitrine_plugin_option(grant, "tables"), &readable, NULL);
  database *d = calloc(1, sizeof *d);
  if (d == NULL) return VITRINE_ERR_NOMEM;
  d->tables = strdup(names);
  d->readable = strdup(readable);
  d->rows = number(grant, "rows", ROWS);
  d->size = number(grant, "size", SIZE);
  d->time_ns = number(grant, "time", 5 * (int64_t)SECOND);
  int owner = 0;
  (void)vitrine_value_bool(vitrine_plugin_option(grant, "owner"), &owner);
  d->owner = owner != 0;
  if (owner && *readable != 0) {
    close_database(d);
    return vitrine_plugin_fail(VITRINE_ERR_GRANT, "sqlite: an owner has all tables: no tables=");
  }
  int flags = SQLITE_OPEN_NOMUTEX | (owner         ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                     : *names != 0 ? SQLITE_OPEN_READWRITE
                                                   : SQLITE_OPEN_READONLY);
  if (d->tables == NULL || d->readable == NULL ||
      sqlite3_open_v2(path, &d->db, flags, NULL) != SQLITE_OK) {
    char why[256];
    (void)snprintf(why, sizeof why, "sqlite: %.180s: %s", path,
                   d->db != NULL ? sqlite3_errmsg(d->db) : "out of memory");
    close_database(d);
    return vitrine_plugin_fail(VITRINE_ERR_SYSTEM, why);
  }
  narrow(d);
  *state = d;
  return VITRINE_OK;
}

static const vitrine_door doors[] = SQLITE_DOORS(query, tables);
static const vitrine_plugin sqlite = {.size = sizeof sqlite,
                                      .abi = VITRINE_PLUGIN_ABI,
                                      .name = "sqlite",
                                      .doc =
                                          "An SQLite database, read-only or with tables to write.",
                                      .options = sqlite_grant_options,
                                      .doors = doors,
                                      .open = open_database,
                                      .close = close_database,
                                      .explain = sqlite_grant_explain,
                                      .commit = commit_run,
                                      .abort = abort_run};
VITRINE_PLUGIN_EXPORT(sqlite)
