/* grant.c - what a guest may reach: every vitrine_grant_… of the header.
 *
 * Owns the list of host functions and each one's `user`, which is dropped once.
 * The guest holds names only; a call looks its name up here, every time. */
#include "grant.h"

#include <string.h>

#include "alloc.h"
#include "codec.h"
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

vt_grant *vt_grants_find(const vt_grants *g, const char *name, size_t length) {
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

/* All but the user's part. */
static void forget(vt_grant *grant) {
  vt_free(grant->name);
  vt_free(grant->text);
  vt_free(grant->signature);
  vt_free(grant->doc);
  vt_buffer_free(&grant->about);
}

void vt_grants_free(vt_grants *g) {
  for (size_t i = 0; i < g->count; i++) {
    if (g->list[i].drop != NULL) g->list[i].drop(g->list[i].user);
    forget(&g->list[i]);
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

/* A copy in *out; NULL stays NULL. */
static vitrine_status copy_text(const char *text, const char *what, char **out) {
  *out = NULL;
  if (text == NULL) return VITRINE_OK;
  size_t size = strlen(text) + 1;
  vitrine_status status = vt_check_text(text, size - 1, what);
  if (status != VITRINE_OK) return status;
  *out = vt_alloc(size);
  if (*out == NULL) return vt_fail_memory();
  memcpy(*out, text, size);
  return VITRINE_OK;
}

static vitrine_status read_signature(vt_grant *grant) {
  if (grant->text == NULL) return VITRINE_OK;
  grant->signature = vt_alloc(sizeof *grant->signature);
  return grant->signature != NULL ? vt_signature_read(grant->signature, grant->text)
                                  : vt_fail_memory();
}

/* More than a screen of words is for a manual. */
#define ABOUT_MOST 65536u

static vitrine_value *text_or_none(const char *text) {
  return text != NULL ? vitrine_str(text, strlen(text)) : vitrine_none();
}

static vitrine_status encode_about(vt_grant *grant) {
  vitrine_value *about = vitrine_list();
  vitrine_status status = vitrine_value_add(about, text_or_none(grant->text));
  if (status == VITRINE_OK) status = vitrine_value_add(about, text_or_none(grant->doc));
  if (status == VITRINE_OK)
    status = vitrine_value_add(about, vitrine_bool((grant->flags & VITRINE_DOOR_ASYNC) != 0));
  if (status == VITRINE_OK) status = vt_encode(about, &grant->about, ABOUT_MOST);
  vitrine_value_free(about);
  return status;
}

vitrine_status vt_grant_tell(vitrine_session *s, const vt_grant *grant, const char *what) {
  return vt_run_service(s, VT_OP_GRANT, grant->name, grant->about.bytes, grant->about.length, what);
}

static vitrine_status grant_door(vitrine_session *s, const vitrine_door *door, vt_grant grant) {
  vitrine_status status = vt_check_name(door->name, true, "the name of a host function");
  if (status == VITRINE_OK) status = check_free(&s->grants, door->name);
  if (status == VITRINE_OK) status = copy_text(door->name, "the name", &grant.name);
  if (status == VITRINE_OK) status = copy_text(door->signature, "the signature", &grant.text);
  if (status == VITRINE_OK) status = copy_text(door->doc, "the doc", &grant.doc);
  if (status == VITRINE_OK) status = read_signature(&grant);
  if (status == VITRINE_OK) status = encode_about(&grant);
  if (status == VITRINE_OK && !make_room(&s->grants)) status = vt_fail_memory();
  if (status == VITRINE_OK) status = vt_grant_tell(s, &grant, "vitrine_grant_door()");
  if (status == VITRINE_OK) insert(&s->grants, grant);
  else forget(&grant);
  return status;
}

vitrine_status vitrine_grant_door(vitrine_session *s, const vitrine_door *asked, void *user,
                                  void (*drop)(void *user)) {
  vitrine_door door;
  vitrine_status status = vt_session_take(s);
  bool taken = status == VITRINE_OK;
  if (taken && asked == NULL) status = vt_fail(VITRINE_ERR_MISUSE, "door is NULL");
  if (status == VITRINE_OK)
    status = vt_take_struct(&door, sizeof door, asked, VT_DOOR_LEAST, "door");
  if (status == VITRINE_OK && (door.flags & ~VITRINE_DOOR_ASYNC) != 0)
    status = vt_fail(VITRINE_ERR_MISUSE, "door.flags is 0x%x: this library knows 0x%x", door.flags,
                     VITRINE_DOOR_ASYNC);
  if (status == VITRINE_OK)
    status = grant_door(s, &door,
                        (vt_grant){.fn = door.call,
                                   .flags = door.flags,
                                   .user = user,
                                   .drop = drop,
                                   .toll = vt_toll_of(&door)});
  if (taken) vt_session_give(s);
  if (status != VITRINE_OK && drop != NULL) drop(user);
  return status;
}

void vt_grant_revoke(vitrine_session *s, const char *name) {
  bool found = false;
  if (vt_session_take(s) != VITRINE_OK) return;
  size_t at = position(&s->grants, name, strlen(name), &found);
  if (found) {
    vt_audit_revoke(s, name);
    vt_grant *g = &s->grants.list[at];
    if (g->drop != NULL) g->drop(g->user);
    forget(g);
    s->grants.count--;
    memmove(g, g + 1, (s->grants.count - at) * sizeof *g);
  }
  vt_session_give(s);
}

vitrine_status vitrine_grant_function(vitrine_session *s, const char *name, vitrine_function fn,
                                      void *user, void (*drop)(void *user)) {
  vitrine_door door = {.size = sizeof door, .name = name, .call = fn};
  if (fn == NULL) {
    if (drop != NULL) drop(user);
    return vt_fail(VITRINE_ERR_MISUSE,
                   "the host function %s is NULL: vitrine_grant_door() makes "
                   "one that is answered later",
                   name != NULL ? name : "without a name");
  }
  return vitrine_grant_door(s, &door, user, drop);
}

vitrine_status vitrine_grant_input(vitrine_session *s,
                                   ptrdiff_t (*read)(void *user, char *buffer, size_t size),
                                   void *user) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (read == NULL) status = vt_fail(VITRINE_ERR_MISUSE, "read is NULL");
  else if (s->read != NULL) status = vt_fail(VITRINE_ERR_GRANT, "input is granted already");
  else status = vt_audit_grant(s, "input", 0, 0);
  if (status == VITRINE_OK) {
    s->read = read;
    s->read_user = user;
  }
  vt_session_give(s);
  return status;
}

#define CLOCK_RESOLUTION_NS 1000000u

/* start_ns is 0 for the system's. */
static vitrine_status grant_clock(vitrine_session *s, uint64_t start_ns, uint64_t resolution_ns,
                                  uint64_t now) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  if (resolution_ns == 0) resolution_ns = CLOCK_RESOLUTION_NS;
  if (s->clock_ns != 0) status = vt_fail(VITRINE_ERR_GRANT, "the clock is granted already");
  else if (resolution_ns > now)
    status = vt_fail(VITRINE_ERR_MISUSE, "resolution_ns is more than all the time since 1970");
  else status = vt_audit_grant(s, "clock", start_ns, resolution_ns);
  if (status == VITRINE_OK) {
    s->clock_ns = resolution_ns;
    s->clock_start = start_ns;
  }
  vt_session_give(s);
  return status;
}

vitrine_status vitrine_grant_clock(vitrine_session *s, uint64_t resolution_ns) {
  uint64_t now = vt_platform_clock_ns();
  return now != 0 ? grant_clock(s, 0, resolution_ns, now)
                  : vt_fail(VITRINE_ERR_UNSUPPORTED, "this system does not know the time");
}

vitrine_status vitrine_grant_clock_fixed(vitrine_session *s, uint64_t start_ns,
                                         uint64_t resolution_ns) {
  /* A hundred years less than all there is: it goes on from there. */
  return start_ns < UINT64_MAX / 6 * 5
             ? grant_clock(s, start_ns, resolution_ns, start_ns)
             : vt_fail(VITRINE_ERR_MISUSE, "start_ns is after the year 2400");
}

/* seed is NULL for the system's. */
static vitrine_status grant_random(vitrine_session *s, const void *seed, size_t length) {
  vitrine_status status = vt_session_take(s);
  if (status != VITRINE_OK) return status;
  uint8_t byte;
  if (s->random) status = vt_fail(VITRINE_ERR_GRANT, "random is granted already");
  else if (seed == NULL && !vt_platform_random(&byte, 1))
    status = vt_fail(VITRINE_ERR_UNSUPPORTED, "this build has no source of randomness");
  else status = vt_audit_grant(s, "random", 0, 0);
  if (status == VITRINE_OK) s->random = true;
  if (status == VITRINE_OK && seed != NULL) vt_chance_seed(&s->chance, seed, length);
  vt_session_give(s);
  return status;
}

vitrine_status vitrine_grant_random(vitrine_session *s) { return grant_random(s, NULL, 0); }

vitrine_status vitrine_grant_random_seeded(vitrine_session *s, const void *seed, size_t length) {
  return seed != NULL ? grant_random(s, seed, length) : vt_fail(VITRINE_ERR_MISUSE, "seed is NULL");
}
