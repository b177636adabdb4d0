/* fuzz_weburl.c - the parser of web addresses, and what a grant allows.
 *
 * The input is a grant, an address and a redirect, a line each. What is accepted
 * has one form, which is read back as itself; what is allowed begins with the
 * grant; no hidden part of it leads elsewhere. */
#include "../plugins/weburl.c"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Survives NDEBUG. */
static void must(bool truth) {
  if (!truth) abort();
}

static void check_form(const web_url *url) {
  static web_url again;
  char text[WEB_TEXT], twice[WEB_TEXT];
  web_url_text(url, text);
  const char *target = strstr(text, url->target);
  must(target != NULL && url->target[0] == '/' && url->path <= strlen(url->target));
  for (const char *at = text + 8; at < target; at++) must(*at != '/' && *at != '@' && *at != '?');
  for (const char *at = text; *at != 0; at++) must(*at > 32 && *at < 127);
  char path[WEB_TARGET];
  memcpy(path, url->target, url->path);
  path[url->path] = 0;
  must(strstr(path, "/../") == NULL && strstr(path, "/./") == NULL);
  must(strstr(path, "%2E") == NULL && strstr(path, "%00") == NULL && strchr(path, '?') == NULL);
  if (url->any_sub) return;
  must(web_url_read(&again, text, strlen(text)) == NULL);
  web_url_text(&again, twice);
  must(strcmp(text, twice) == 0 && again.path == url->path);
}

/* The grant's text, or its text with something for the *, stands at the front. */
static void check_allowed(const web_url *grant, const web_url *url) {
  char want[WEB_TEXT], have[WEB_TEXT];
  web_url_text(grant, want);
  web_url_text(url, have);
  const char *star = grant->any_sub ? strstr(want, "*.") : NULL;
  if (star == NULL) {
    must(strncmp(have, want, strlen(want)) == 0);
    return;
  }
  size_t front = (size_t)(star - want);
  must(strncmp(have, want, front) == 0);
  const char *rest = strstr(have + front, star + 1);
  must(rest != NULL && rest > have + front &&
       memchr(have + front, '/', (size_t)(rest - have) - front) == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static web_url parts[3];
  const char *text = (const char *)data, *lines[3] = {text, "", ""};
  size_t lengths[3] = {size, 0, 0};
  for (int i = 0; i < 2; i++) {
    const char *end = memchr(lines[i], '\n', lengths[i]);
    if (end == NULL) break;
    lines[i + 1] = end + 1;
    lengths[i + 1] = lengths[i] - (size_t)(end + 1 - lines[i]);
    lengths[i] = (size_t)(end - lines[i]);
  }
  bool granted = web_url_read_grant(&parts[0], lines[0], lengths[0]) == NULL;
  if (granted) check_form(&parts[0]);
  if (web_url_read(&parts[1], lines[1], lengths[1]) != NULL) return 0;
  check_form(&parts[1]);
  if (granted && web_url_allows(&parts[0], &parts[1])) check_allowed(&parts[0], &parts[1]);
  if (web_url_join(&parts[2], &parts[1], lines[2], lengths[2]) != NULL) return 0;
  check_form(&parts[2]);
  if (granted && web_url_allows(&parts[0], &parts[2])) check_allowed(&parts[0], &parts[2]);
  return 0;
}

#include "standalone.h"
