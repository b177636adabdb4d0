/* test_weburl.c - web addresses: what is read, in which form, and what a grant allows. */
#include "../../plugins/weburl.c"

#include "../api/check.h"

static const char *form(const char *text) {
  static char out[WEB_TEXT];
  web_url url;
  if (web_url_read(&url, text, strlen(text)) != NULL) return "refused";
  web_url_text(&url, out);
  return out;
}

static void forms(void) {
  static const char *const pairs[][2] = {
      {"http://example.com", "http://example.com/"},
      {"HTTPS://EXAMPLE.Com:443/A?b#c", "https://example.com/A?b"},
      {"http://example.com:443/", "http://example.com:443/"},
      {"http://example.com?q=/../x", "http://example.com/?q=/../x"},
      {"http://example.com/a/./b/../c", "http://example.com/a/c"},
      {"http://example.com/../../x", "http://example.com/x"},
      {"http://example.com/a/..", "http://example.com/"},
      {"http://example.com/a/.", "http://example.com/a/"},
      {"http://example.com/v1/%2e%2E/x", "http://example.com/x"},
      {"http://example.com/%7euser/%61%2f", "http://example.com/~user/a%2F"},
      {"http://example.com/a b\"<>`{}|^[]",
       "http://example.com/a%20b%22%3C%3E%60%7B%7D%7C%5E%5B%5D"},
      {"http://example.com/\xc3\xa9?\xc3\xa9", "http://example.com/%C3%A9?%C3%A9"},
      {"http://example.com/?q=%0a%00", "http://example.com/?q=%0A%00"},
      {"http://127.0.0.1:8000/", "http://127.0.0.1:8000/"},
      {"http://[::1]:8000/", "http://[0:0:0:0:0:0:0:1]:8000/"},
      {"http://[2001:DB8::1]", "http://[2001:db8:0:0:0:0:0:1]/"},
      {"http://[::]", "http://[0:0:0:0:0:0:0:0]/"},
      {"http://[1:2:3:4:5:6:7:8]", "http://[1:2:3:4:5:6:7:8]/"},
      {"http://[1::]", "http://[1:0:0:0:0:0:0:0]/"},
      {"http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/"},
      {"http://a_b.example/", "http://a_b.example/"},
      {"http://1.example/", "http://1.example/"},
      {"http://example.com:65535/", "http://example.com:65535/"},
      {"http://example.com/...", "http://example.com/..."}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    CHECK_TEXT(form(pairs[i][0]), pairs[i][1]);
    CHECK_TEXT(form(pairs[i][1]), pairs[i][1]);
  }
}

static void refused(void) {
  static const char *const bad[] = {
      "", "http://", "http:///x", "http:/example.com/", "http:example.com", "//example.com/", "/x",
      "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "javascript:alert(1)",
      " http://example.com/", "http ://example.com/", "http://example.com /",
      "http://exam ple.com/",
      /* two hosts in one */
      "http://user@example.com/", "http://user:word@example.com/", "http://example.com@evil.com/",
      "http://example.com\\@evil.com/", "http://example.com\\.evil.com/", "http:\\\\example.com/",
      "http://example.com#@evil.com/\\", "http://example.com/\\..\\x", "http://a:80:90/",
      "http://example.com%2eevil.com/", "http://exam%70le.com/", "http://example.com%00.evil.com/",
      "http://example.com\t.evil.com/", "http://exa\nmple.com/", "http://example.com\r\nHost: x/",
      "http://example.com,evil.com/", "http://(example.com)/", "http://example.com;x/",
      "http://b\xc3\xbc"
      "cher.example/",
      "http://\xe2\x91\xa0\xe2\x91\xa1.example/",
      "http://example\xe3\x80\x82"
      "com/",
      /* hosts */
      "http://example.com./", "http://.example.com/", "http://a..b/", "http://-a.b/",
      "http://a-.b/", "http://*.example.com/", "http://*/",
      /* numbers that are addresses to some */
      "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/",
      "http://127.1/", "http://127.0.1/", "http://127.0.0.1.5/", "http://256.0.0.1/",
      "http://127.0.0.01/", "http://127.0.0.0x1/", "http://1.2.3.4./", "http://08.8.8.8/",
      "http://a.0x1/", "http://a.1/", "http://[::ffff:127.0.0.1]/", "http://[::1%25lo]/",
      "http://[::1%lo]/", "http://[fe80::1%1]/", "http://[1:2:3:4:5:6:7]/",
      "http://[1:2:3:4:5:6:7:8:9]/", "http://[1::2::3]/", "http://[:1]/", "http://[1:]/",
      "http://[]/", "http://[::1/", "http://::1/", "http://[12345::]/", "http://[::1]x/",
      "http://x[::1]/", "http://[1:2:3:4:5:6:7:8::]/",
      /* ports */
      "http://example.com:/", "http://example.com:0/", "http://example.com:65536/",
      "http://example.com:080/", "http://example.com:+80/", "http://example.com:8a/",
      "http://example.com:4294967376/", "http://example.com:-1/",
      /* paths */
      "http://example.com/..%2fx", "http://example.com/v1/..%2F..%2fadmin",
      "http://example.com/%5c..%5c", "http://example.com/..;/x", "http://example.com/..;a=b/x",
      "http://example.com/%2e%2e%2f", "http://example.com/%252e%252e/",
      "http://example.com/a%252fb", "http://example.com/%25252e", "http://example.com/%25%32e/",
      "http://example.com/%25%35c", "http://example.com/%00", "http://example.com/%0d%0aX:%20y",
      "http://example.com/a%", "http://example.com/%zz", "http://example.com/%1",
      "http://example.com/a\tb", "http://example.com/?a\nb", "http://example.com/?\x7f"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    if (strcmp(form(bad[i]), "refused") != 0) CHECK_TEXT(bad[i], "refused");
  web_url url;
  CHECK(web_url_read(&url, "http://a.b/\0", 12) != NULL);
  CHECK(web_url_read(&url, "http://a\0b/", 11) != NULL);
  char text[WEB_TARGET + 100];
  memset(text, 'a', sizeof text);
  memcpy(text, "http://a.b/", 11);
  CHECK(web_url_read(&url, text, 11 + WEB_TARGET - 2) == NULL);
  CHECK(web_url_read(&url, text, 11 + WEB_TARGET - 1) != NULL);
  memset(text + 11, ' ', WEB_TARGET / 3 + 1);
  CHECK(web_url_read(&url, text, 11 + WEB_TARGET / 3) == NULL);
  CHECK(web_url_read(&url, text, 11 + WEB_TARGET / 3 + 1) != NULL);
  memcpy(text, "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b/", 74);
  CHECK_TEXT(web_url_read(&url, text, 74), "has a host with a part of over 63 bytes");
}

static bool allows(const char *grant, const char *text) {
  web_url g, url;
  CHECK(web_url_read_grant(&g, grant, strlen(grant)) == NULL);
  return web_url_read(&url, text, strlen(text)) == NULL && web_url_allows(&g, &url);
}

static void grants(void) {
  const char *v1 = "https://api.example.com/v1/";
  CHECK(allows(v1, "https://api.example.com/v1/"));
  CHECK(allows(v1, "https://api.example.com:443/v1/a/b?c"));
  CHECK(allows(v1, "https://API.EXAMPLE.com/v1//x"));
  CHECK(allows(v1, "https://api.example.com/x/../%761/a"));
  CHECK(allows(v1, "https://api.example.com/v1/group%2Fname"));
  CHECK(!allows(v1, "https://api.example.com/v1"));
  CHECK(!allows(v1, "https://api.example.com/v2/"));
  CHECK(!allows(v1, "https://api.example.com/V1/"));
  CHECK(!allows(v1, "https://api.example.com//v1/"));
  CHECK(!allows(v1, "https://api.example.com/v1/../admin"));
  CHECK(!allows(v1, "https://api.example.com/v1/%2e%2e/admin"));
  CHECK(!allows(v1, "https://api.example.com/v1/..%2fadmin"));
  CHECK(!allows(v1, "https://api.example.com/v1%2Fx"));
  CHECK(!allows(v1, "https://api.example.com/?/v1/"));
  CHECK(!allows(v1, "http://api.example.com/v1/"));
  CHECK(!allows(v1, "https://api.example.com:444/v1/"));
  CHECK(!allows(v1, "https://api.example.com.evil.com/v1/"));
  CHECK(!allows(v1, "https://evil-api.example.com/v1/"));
  CHECK(!allows(v1, "https://example.com/v1/"));
  CHECK(allows("https://a.example/v1", "https://a.example/v1"));
  CHECK(allows("https://a.example/v1", "https://a.example/v1/x"));
  CHECK(allows("https://a.example/v1", "https://a.example/v1?x"));
  CHECK(!allows("https://a.example/v1", "https://a.example/v1x"));
  CHECK(allows("https://a.example", "https://a.example/anything"));
  const char *all = "https://*.example.com/";
  CHECK(allows(all, "https://a.example.com/x"));
  CHECK(allows(all, "https://a.b.example.com/x"));
  CHECK(!allows(all, "https://example.com/"));
  CHECK(!allows(all, "https://aexample.com/"));
  CHECK(!allows(all, "https://a.example.com.evil.com/"));
  CHECK(allows("http://127.0.0.1:8000/", "http://127.0.0.1:8000/x"));
  CHECK(!allows("http://127.0.0.1:8000/", "http://localhost:8000/"));
  CHECK(!allows("http://[::1]/", "http://[::2]/"));
  CHECK(allows("http://[::1]/", "http://[0:0::1]/"));
  static const char *const bad[] = {
      "https://*.com/",          "https://*/",         "https://a.*.com/",
      "https://*a.example.com/", "https://*.1.2.3.4/", "https://a.b/?x",
      "https://a.b/#x",          "https://*.*.a.b/",   "*.example.com"};
  web_url url;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    if (web_url_read_grant(&url, bad[i], strlen(bad[i])) == NULL) CHECK_TEXT(bad[i], "refused");
}

static const char *joined(const char *base, const char *text) {
  static char out[WEB_TEXT];
  web_url b, url;
  CHECK(web_url_read(&b, base, strlen(base)) == NULL);
  if (web_url_join(&url, &b, text, strlen(text)) != NULL) return "refused";
  web_url_text(&url, out);
  return out;
}

static void joins(void) {
  const char *base = "https://a.example:444/b/c/d;p?q";
  CHECK_TEXT(joined(base, "http://other.example/x"), "http://other.example/x");
  CHECK_TEXT(joined(base, "//other.example/x"), "https://other.example/x");
  CHECK_TEXT(joined(base, "/x?y"), "https://a.example:444/x?y");
  CHECK_TEXT(joined(base, "x"), "https://a.example:444/b/c/x");
  CHECK_TEXT(joined(base, "../x"), "https://a.example:444/b/x");
  CHECK_TEXT(joined(base, "../../../x"), "https://a.example:444/x");
  CHECK_TEXT(joined(base, "?y"), "https://a.example:444/b/c/d;p?y");
  CHECK_TEXT(joined(base, "#y"), "https://a.example:444/b/c/d;p?q");
  CHECK_TEXT(joined(base, ""), "https://a.example:444/b/c/d;p?q");
  CHECK_TEXT(joined(base, "a:b"), "refused");
  CHECK_TEXT(joined(base, "file:///etc/passwd"), "refused");
  CHECK_TEXT(joined(base, "\\\\evil.example/"), "refused");
  CHECK_TEXT(joined(base, "/\\evil.example/"), "refused");
  CHECK_TEXT(joined(base, "///evil.example/"), "refused");
  CHECK_TEXT(joined(base, "//user@evil.example/"), "refused");
  CHECK_TEXT(joined("https://a.example", "//"), "refused");
}

/* "10.0.0.1", or hex digits of 16 bytes. */
static int connects(const char *host, bool private, const char *address) {
  web_url url;
  uint8_t bytes[16];
  char text[300];
  (void)snprintf(text, sizeof text, "http://%s/", host);
  CHECK(web_url_read(&url, text, strlen(text)) == NULL);
  bool four = read_ipv4(bytes, address);
  if (!four) CHECK(read_ipv6(bytes, address, strlen(address)));
  return web_url_may_connect(&url, private, bytes, four ? 4 : 16);
}

static void addresses(void) {
  static const char *const open[] = {"8.8.8.8",         "1.1.1.1",         "172.15.0.1",
                                     "172.32.0.1",      "192.167.1.1",     "100.128.0.1",
                                     "223.255.255.255", "2606:4700::1111", "2001:4860::1"};
  static const char *const own[] = {"10.1.2.3",     "127.0.0.1",   "127.255.0.1", "172.16.0.1",
                                    "172.31.255.1", "192.168.0.1", "100.64.0.1",  "::1",
                                    "fc00::1",      "fdff::1"};
  static const char *const never[] = {"0.0.0.0",
                                      "0.1.2.3",
                                      "169.254.169.254",
                                      "168.63.129.16",
                                      "100.100.100.200",
                                      "192.0.0.192",
                                      "192.0.2.1",
                                      "198.51.100.1",
                                      "203.0.113.1",
                                      "192.88.99.1",
                                      "198.18.0.1",
                                      "198.19.255.1",
                                      "224.0.0.1",
                                      "239.1.1.1",
                                      "240.0.0.1",
                                      "255.255.255.255",
                                      "::",
                                      "::2",
                                      "fe80::1",
                                      "ff02::1",
                                      "fec0::1",
                                      "::ffff:7f00:1",
                                      "::ffff:808:808",
                                      "::7f00:1",
                                      "64:ff9b::808:808",
                                      "64:ff9b:1::1",
                                      "2002:7f00:1::",
                                      "2001::1",
                                      "2001:db8::1",
                                      "3fff::1",
                                      "fd00:ec2::254",
                                      "100::1",
                                      "5f00::1",
                                      "4000::1"};
  for (size_t i = 0; i < sizeof open / sizeof open[0]; i++)
    if (!connects("a.example", false, open[i])) CHECK_TEXT(open[i], "is open");
  for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
    if (connects("a.example", false, own[i]) || !connects("a.example", true, own[i]))
      CHECK_TEXT(own[i], "is of the own network");
  for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
    if (connects("a.example", true, never[i])) CHECK_TEXT(never[i], "is never meant");
  CHECK(connects("127.0.0.1", false, "127.0.0.1"));
  CHECK(connects("169.254.169.254", false, "169.254.169.254"));
  CHECK(!connects("127.0.0.1", true, "127.0.0.2"));
  CHECK(!connects("127.0.0.1", true, "::1"));
  CHECK(connects("[::1]", false, "::1"));
  CHECK(!connects("8.8.8.8", true, "10.0.0.1"));
  CHECK(connects("localhost", false, "127.0.0.1"));
  CHECK(connects("app.localhost", false, "::1"));
  CHECK(!connects("localhost", true, "10.0.0.1"));
  CHECK(!connects("localhost", true, "8.8.8.8"));
  CHECK(!connects("notlocalhost", false, "127.0.0.1"));
}

int main(void) {
  RUN(forms);
  RUN(refused);
  RUN(grants);
  RUN(joins);
  RUN(addresses);
  return tap_end();
}
