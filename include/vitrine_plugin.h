/* vitrine_plugin.h - capability plugins: host functions that are granted together.
 *
 * A plugin is a table: what it is called, which options a grant of it takes, which
 * doors it opens. It is linked in, or a shared library that exports one function,
 * vitrine_plugin_entry(). A host grants it with options that are checked against
 * the table before the plugin sees them.
 *
 * To write one: define VITRINE_PLUGIN before this header is included, fill a
 * vitrine_plugin, and end with VITRINE_PLUGIN_EXPORT(it). The functions of
 * vitrine.h that a door needs are then called through the host's table, so that
 * the library links to nothing and fits every host that speaks the same version.
 * examples/plugin/words.c is a small one. */
#ifndef VITRINE_PLUGIN_H
#define VITRINE_PLUGIN_H

#include "vitrine.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* Changes when a plugin of before cannot be used any more. */
#define VITRINE_PLUGIN_ABI 1u

typedef enum {
  VITRINE_OPTION_TEXT,  /* a str without NUL                                 */
  VITRINE_OPTION_FLAG,  /* a bool; for the command: the name alone            */
  VITRINE_OPTION_COUNT, /* an int from 0                                      */
  VITRINE_OPTION_SIZE,  /* an int, bytes; for the command: 64M                */
  VITRINE_OPTION_TIME,  /* an int, nanoseconds; for the command: 1.5s, 250ms  */
  VITRINE_OPTION_PATH   /* a str without NUL; a policy's is seen from its folder */
} vitrine_option_type;

typedef struct {
  const char *name; /* NULL ends a table */
  vitrine_option_type type;
  int required;
  const char *doc; /* a line */
} vitrine_option;

typedef struct {
  size_t size;
  uint32_t abi;                  /* VITRINE_PLUGIN_ABI                            */
  const char *name, *doc;        /* an identifier; what it offers, in a line      */
  const vitrine_option *options; /* ended by a NULL name; NULL: it takes none     */
  const vitrine_door *doors;     /* ended by a NULL name; NULL: open() does it all */
  /* Makes what the doors get as `user`, from a list of dicts, one for each time it
   * is granted, checked. The session is idle. May be NULL. A message for
   * vitrine_last_error() is set with vitrine_plugin_fail(). */
  vitrine_status (*open)(vitrine_session *session, const vitrine_value *grants, void **state);
  /* When the session is freed, or if granting fails after open(). May be NULL. */
  void (*close)(void *state);
  /* Says in a sentence what one grant lets the guest do. May be NULL: doc it is. */
  void (*explain)(const vitrine_value *grant, char *sentence, size_t size);
  /* What its doors changed outside of the guest belongs to the run: at the end of one
   * in which a door of it was called, one of these is. A run that is kept (also one
   * that raised, without VITRINE_TRANSACTIONAL) calls commit(); one that is rolled back,
   * or fails, abort(). Not OK from commit(): it has undone its part, the run is
   * rolled back and returns that status. Plugins are asked in the order in which
   * they were granted; after one that fails the rest abort, and those before it
   * have committed already. On the stack of vitrine_run()'s caller; the session may
   * not be used. Each may be NULL. */
  vitrine_status (*commit)(void *state);
  void (*abort)(void *state);
} vitrine_plugin;

/* --- for hosts --- */

/* Whether a dict is a grant that the plugin takes: known options, right types, none
 * missing. */
vitrine_status vitrine_plugin_check(const vitrine_plugin *plugin, const vitrine_value *grant);
/* Grants all of it, for a list of at least one dict, or nothing. Once a session. */
vitrine_status vitrine_plugin_grant(vitrine_session *session, const vitrine_plugin *plugin,
                                    const vitrine_value *grants);
/* What a grant lets the guest do: a sentence in a buffer of `size` bytes. */
void vitrine_plugin_explain(const vitrine_plugin *plugin, const vitrine_value *grant,
                            char *sentence, size_t size);
/* Loads a shared library, for good: its code runs with all the host's rights.
 * ERR_UNSUPPORTED: of another version, or this build cannot. */
vitrine_status vitrine_plugin_load(const char *path, const vitrine_plugin **out);
/* From open(): keeps a message, and returns status. */
vitrine_status vitrine_plugin_fail(vitrine_status status, const char *message);
/* An option of a grant, or NULL. */
const vitrine_value *vitrine_plugin_option(const vitrine_value *grant, const char *name);

/* --- for plugins that are shared libraries --- */

/* What a plugin may call. Grows at the end only. */
typedef struct {
  size_t size;
  uint32_t abi;
  vitrine_status (*plugin_fail)(vitrine_status, const char *);
  const vitrine_value *(*plugin_option)(const vitrine_value *, const char *);
  vitrine_status (*grant_clock)(vitrine_session *, uint64_t);
  vitrine_status (*grant_random)(vitrine_session *);
  const char *(*call_name)(const vitrine_call *);
  size_t (*call_count)(const vitrine_call *);
  const vitrine_value *(*call_arg)(const vitrine_call *, size_t);
  const vitrine_value *(*call_keyword)(const vitrine_call *, const char *);
  uint64_t (*call_time_left)(const vitrine_call *);
  vitrine_status (*call_return)(vitrine_call *, vitrine_value *);
  vitrine_status (*call_raise)(vitrine_call *, const char *, const char *);
  vitrine_value *(*none)(void);
  vitrine_value *(*make_bool)(int);
  vitrine_value *(*make_int)(int64_t);
  vitrine_value *(*int_text)(const char *);
  vitrine_value *(*make_float)(double);
  vitrine_value *(*str)(const char *, size_t);
  vitrine_value *(*bytes)(const void *, size_t);
  vitrine_value *(*list)(void);
  vitrine_value *(*tuple)(void);
  vitrine_value *(*dict)(void);
  vitrine_value *(*set_of)(int);
  vitrine_status (*value_add)(vitrine_value *, vitrine_value *);
  vitrine_status (*dict_add)(vitrine_value *, vitrine_value *, vitrine_value *);
  vitrine_value *(*value_copy)(const vitrine_value *);
  void (*value_free)(vitrine_value *);
  vitrine_type (*value_type)(const vitrine_value *);
  int (*value_bool)(const vitrine_value *, int *);
  int (*value_int)(const vitrine_value *, int64_t *);
  int (*value_float)(const vitrine_value *, double *);
  int (*value_text)(const vitrine_value *, const char **, size_t *);
  size_t (*value_count)(const vitrine_value *);
  const vitrine_value *(*value_item)(const vitrine_value *, size_t);
  const vitrine_value *(*value_key)(const vitrine_value *, size_t);
  vitrine_status (*grant_clock_fixed)(vitrine_session *, uint64_t, uint64_t);
  vitrine_status (*grant_random_seeded)(vitrine_session *, const void *, size_t);
} vitrine_host;

/* What the shared library exports: NULL if it does not fit the host. */
const vitrine_plugin *vitrine_plugin_entry(const vitrine_host *host);

#ifdef VITRINE_PLUGIN
/* A plugin of several files: all but the one with the entry define VITRINE_PLUGIN_PART
 * besides. */
#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif
#ifdef VITRINE_PLUGIN_PART
extern const vitrine_host *vitrine_plugin_host;
#else
const vitrine_host *vitrine_plugin_host;
#endif
#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#define VITRINE_PLUGIN_EXPORT(plugin)                                                        \
  const vitrine_plugin *vitrine_plugin_entry(const vitrine_host *host) {                     \
    vitrine_plugin_host = host;                                                              \
    return host->abi == VITRINE_PLUGIN_ABI && host->size >= sizeof *host ? &(plugin) : NULL; \
  }
#define vitrine_plugin_fail (vitrine_plugin_host->plugin_fail)
#define vitrine_plugin_option (vitrine_plugin_host->plugin_option)
#define vitrine_grant_clock (vitrine_plugin_host->grant_clock)
#define vitrine_grant_random (vitrine_plugin_host->grant_random)
#define vitrine_call_name (vitrine_plugin_host->call_name)
#define vitrine_call_count (vitrine_plugin_host->call_count)
#define vitrine_call_arg (vitrine_plugin_host->call_arg)
#define vitrine_call_keyword (vitrine_plugin_host->call_keyword)
#define vitrine_call_time_left (vitrine_plugin_host->call_time_left)
#define vitrine_call_return (vitrine_plugin_host->call_return)
#define vitrine_call_raise (vitrine_plugin_host->call_raise)
#define vitrine_none (vitrine_plugin_host->none)
#define vitrine_bool (vitrine_plugin_host->make_bool)
#define vitrine_int (vitrine_plugin_host->make_int)
#define vitrine_int_text (vitrine_plugin_host->int_text)
#define vitrine_float (vitrine_plugin_host->make_float)
#define vitrine_str (vitrine_plugin_host->str)
#define vitrine_bytes (vitrine_plugin_host->bytes)
#define vitrine_list (vitrine_plugin_host->list)
#define vitrine_tuple (vitrine_plugin_host->tuple)
#define vitrine_dict (vitrine_plugin_host->dict)
#define vitrine_set_of (vitrine_plugin_host->set_of)
#define vitrine_value_add (vitrine_plugin_host->value_add)
#define vitrine_dict_add (vitrine_plugin_host->dict_add)
#define vitrine_value_copy (vitrine_plugin_host->value_copy)
#define vitrine_value_free (vitrine_plugin_host->value_free)
#define vitrine_value_type (vitrine_plugin_host->value_type)
#define vitrine_value_bool (vitrine_plugin_host->value_bool)
#define vitrine_value_int (vitrine_plugin_host->value_int)
#define vitrine_value_float (vitrine_plugin_host->value_float)
#define vitrine_value_text (vitrine_plugin_host->value_text)
#define vitrine_value_count (vitrine_plugin_host->value_count)
#define vitrine_value_item (vitrine_plugin_host->value_item)
#define vitrine_value_key (vitrine_plugin_host->value_key)
#define vitrine_grant_clock_fixed (vitrine_plugin_host->grant_clock_fixed)
#define vitrine_grant_random_seeded (vitrine_plugin_host->grant_random_seeded)
#endif

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
