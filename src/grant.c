/* grant.c - what a guest may reach: every vitrine_grant_… of the header.
 *
 * Owns the list of host functions and each one's `user`, which is dropped once.
 * The guest holds names only; a call looks its name up here, every time. */
#include "grant.h"

#include <string.h>

#include "alloc.h"
#include "platform.h"
#include "request.h"
#include "session.h"
#include "status.h"
#include "text.h"

/* --- the list --- */

static int compare(const char *a, size_t length, const char *b) {
  int order = strncmp(a, b, length);
  return order != 0 ? order : b[length] == 0 ? 0 : -1;
}

/* Where the name is, or would have to be. */
static size_t position(const vt_grants *g, const char *name, size_t length, bool *found) {
  size_t low = 0, high = g->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(name, length, g->list[middle].name);
    if (order == 0) {
      *found = true;
      return middle;
    }
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  *found = false;
  return low;
}

const vt_grant *vt_grants_find(const vt_grants *g, const char *name, size_t length) {
  bool found;
  size_t at = position(g, name, length, &found);
  return found ? &g->list[at] : NULL;
}

static bool make_room(vt_grants *g) {
  if (g->count < g->room) return true;
  size_t room = g->room != 0 ? g->room * 2 : 8;
  vt_grant *list = vt_realloc(g->list, room * sizeof *list);
  if (list == NULL) return false;
  g->list = list;
  g->room = room;
  return true;
}

static void insert(vt_grants *g, vt_grant grant) {
  bool found;
  size_t at = position(g, grant.name, strlen(grant.name), &found);
  memmove(g->list + at + 1, g->list + at, (g->count - at) * sizeof *g->list);
  g->list[at] = grant;
  g->count++;
}

void vt_grants_free(vt_grants *g) {
  for (size_t i = 0; i < g->count; i++) {
    if (g->list[i].drop != NULL) g->list[i].drop(g->list[i].user);
    vt_free(g->list[i].name);
  }
  vt_free(g->list);
  *g = (vt_grants){0};
}

/* A name cannot be a function and a module. */
static vitrine_status check_free(const vt_grants *g, const char *name) {
  for (size_t i = 0; i < g->count; i++) {
    const char *other = g->list[i].name;
    if (strcmp(other, name) == 0)
      return vt_fail(VITRINE_ERR_GRANT, "%s is granted already: choose another name", name);
    size_t n = strcspn(name, "."), m = strcspn(other, ".");
    if (n == m && memcmp(name, other, n) == 0 && (name[n] == '.') != (other[m] == '.'))
      return vt_fail(VITRINE_ERR_GRANT,
                     "%s cannot be granted beside %s: %.*s would be a module "
                     "and a function",
                     name, other, (int)n, name);
  }
  return VITRINE_OK;
}

/* --- granting --- */

static vitrine_status grant_function(vitrine_session *s, const char *asked, vt_grant grant) {
  vitrine_status status = check_free(&s->grants, asked);
  if (status != VITRINE_OK) return status;
  size_t size = strlen(asked) + 1;
  char *name = vt_alloc(size);
  if (name == NULL || !make_room(&s->grants)) {
    vt_free(name);
    return vt_fail_memory();
  }
  memcpy(name, asked, size);
  grant.name = name;
  status = vt_run_service(s, VT_OP_GRANT, name, NULL, 0, "vitrine_grant_function()");
  if (status != VITRINE_OK) {
    vt_free(name);
    return status;
  }
  insert(&s->grants, grant);
  return VITRINE_OK;
}

vitrine_status vitrine_grant_function(vitrine_session *s, const char *name, vitrine_function fn,
                                      void *user, void (*drop)(void *user)) {
  vitrine_status status = vt_session_take(s);
  bool taken = status == VITRINE_OK;
  if (taken && fn == NULL) status = vt_fail(VITRINE_ERR_MISUSE, "fn is NULL");
  if (status == VITRINE_OK) status = vt_check_name(name, true, "the name of a host function");
  if (status == VITRINE_OK) {
    status = grant_function(s, name, (vt_grant){.fn = fn, .user = user, .drop = drop});
  }
  if (taken) vt_session_give(s);
  if (status != VITRINE_OK && drop != NULL) drop(user);
  return status;
}

vitrine_status vitrine_grant_input(vitrine_session *s,
                                   ptrdiff_t (*read)(void *user, char *buffer, size_t size),
                                   void *user) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (read == NULL) status = vt_fail(VITRINE_ERR_MISUSE, "read is NULL");
  else if (s->read != NULL) status = vt_fail(VITRINE_ERR_GRANT, "input is granted already");
  else {
    s->read = read;
    s->read_user = user;
  }
  vt_session_give(s);
  return status;
}

#define CLOCK_RESOLUTION_NS 1000000u

vitrine_status vitrine_grant_clock(vitrine_session *s, uint64_t resolution_ns) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (vt_platform_clock_ns() == 0)
    status = vt_fail(VITRINE_ERR_UNSUPPORTED, "this system does not know the time");
  else if (s->clock_ns != 0) status = vt_fail(VITRINE_ERR_GRANT, "the clock is granted already");
  else if (resolution_ns > vt_platform_clock_ns())
    status = vt_fail(VITRINE_ERR_MISUSE, "resolution_ns is more than all the time since 1970");
  else s->clock_ns = resolution_ns != 0 ? resolution_ns : CLOCK_RESOLUTION_NS;
  vt_session_give(s);
  return status;
}

vitrine_status vitrine_grant_random(vitrine_session *s) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  uint8_t byte;
  if (s->random) status = vt_fail(VITRINE_ERR_GRANT, "random is granted already");
  else if (!vt_platform_random(&byte, 1))
    status = vt_fail(VITRINE_ERR_UNSUPPORTED, "this build has no source of randomness");
  else s->random = true;
  vt_session_give(s);
  return status;
}
