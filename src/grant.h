/* grant.h - the host functions of a session, by name. */
#ifndef VT_GRANT_H
#define VT_GRANT_H

#include "vitrine.h"

typedef struct {
  char *name;
  vitrine_function fn;
  void *user;
  void (*drop)(void *user);
} vt_grant;

/* Sorted by name. */
typedef struct {
  vt_grant *list;
  size_t count, room;
} vt_grants;

/* NULL: not granted. */
const vt_grant *vt_grants_find(const vt_grants *grants, const char *name, size_t length);
/* Drops them all. */
void vt_grants_free(vt_grants *grants);

#endif
