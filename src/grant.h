/* grant.h - the host functions of a session, by name. */
#ifndef VT_GRANT_H
#define VT_GRANT_H

#include "buffer.h"
#include "signature.h"
#include "toll.h"
#include "vitrine.h"

typedef struct {
  char *name, *text;       /* text: the signature's; NULL: none               */
  vt_signature *signature; /* NULL: arguments are not checked                 */
  char *doc;               /* NULL: none                                      */
  vt_buffer about;         /* CBOR: what the guest is told: guest/door/hostcall.h  */
  unsigned flags;          /* VITRINE_DOOR_…                                  */
  vitrine_function fn;     /* NULL: the host answers later                    */
  void *user;
  void (*drop)(void *user);
  vt_toll toll;
} vt_grant;

/* Sorted by name. */
typedef struct {
  vt_grant *list;
  size_t count, room;
} vt_grants;

/* What a vitrine_door had in 0.1.0: a plugin's may be no larger. */
#define VT_DOOR_LEAST (offsetof(vitrine_door, call) + sizeof(vitrine_function))

/* NULL: not granted. */
vt_grant *vt_grants_find(const vt_grants *grants, const char *name, size_t length);
/* Tells the guest of it. `what` is for the message. */
vitrine_status vt_grant_tell(vitrine_session *session, const vt_grant *grant, const char *what);
/* Takes one back: the guest's object for it leads nowhere from now on. */
void vt_grant_revoke(vitrine_session *session, const char *name);
/* Drops them all. */
void vt_grants_free(vt_grants *grants);

#endif
