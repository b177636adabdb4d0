// textcodec.c - text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32.
//
// What cannot be said in a codec goes to the error handler of that name. A str
// may hold surrogates, but no codec passes them unless asked to.
#include "textcodec.h"

#include <string.h>

#include "type/argument.h"
#include "type/exceptions.h"
#include "module/preload.h"
#include "py/objexcept.h"
#include "py/runtime.h"
#include "py/unicode.h"
#include "machine/stop.h"
#include "utf8.h"

typedef enum { UTF_8, UTF_8_SIG, ASCII, LATIN_1, UTF_16, UTF_16_LE, UTF_16_BE, UTF_32, UTF_32_LE, UTF_32_BE, OTHER } codec_t;
static const char *const codec_names[] = {
    "utf-8", "utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be",
};

typedef enum { STRICT, IGNORE, REPLACE, BACKSLASH, XML, SURROGATE_ESCAPE, SURROGATE_PASS, REGISTERED } handler_t;

static codec_t codec_of(mp_obj_t encoding) {
    static const struct {
        const char *name; // in small letters, without what is between them
        codec_t codec;
    } known[] = {
        {"utf8", UTF_8}, {"u8", UTF_8}, {"cp65001", UTF_8}, {"utf8sig", UTF_8_SIG}, {"ascii", ASCII},
        {"usascii", ASCII}, {"646", ASCII}, {"latin1", LATIN_1}, {"iso88591", LATIN_1}, {"l1", LATIN_1},
        {"latin", LATIN_1}, {"8859", LATIN_1}, {"utf16", UTF_16}, {"u16", UTF_16}, {"utf16le", UTF_16_LE},
        {"utf16be", UTF_16_BE}, {"utf32", UTF_32}, {"u32", UTF_32}, {"utf32le", UTF_32_LE},
        {"utf32be", UTF_32_BE},
    };
    if (encoding == MP_OBJ_NULL) {
        return UTF_8;
    }
    size_t n, m = 0;
    const char *text = mp_obj_str_get_data(encoding, &n);
    char name[16];
    for (size_t i = 0; i < n && m < sizeof(name) - 1; ++i) {
        char c = text[i];
        if (c != '-' && c != '_' && c != ' ') {
            name[m++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
    }
    name[m] = '\0';
    for (size_t i = 0; i < MP_ARRAY_SIZE(known); ++i) {
        if (strcmp(known[i].name, name) == 0) {
            return known[i].codec;
        }
    }
    return OTHER;
}

// In a codec that the module codecs knows, or LookupError.
static mp_obj_t call_codecs(qstr function, mp_obj_t from, mp_obj_t encoding, mp_obj_t errors) {
    mp_obj_t codecs = vitrine_preloaded(MP_QSTR_codecs);
    if (errors == MP_OBJ_NULL) {
        errors = MP_OBJ_NEW_QSTR(MP_QSTR_strict);
    }
    mp_obj_t args[] = { from, encoding, errors };
    return mp_call_function_n_kw(mp_load_attr(codecs, function), MP_ARRAY_SIZE(args), 0, args);
}

// Those that a program registers are codecs' own.
static handler_t handler_of(mp_obj_t errors) {
    static const char *const names[] = {
        "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass",
    };
    if (errors == MP_OBJ_NULL) {
        return STRICT;
    }
    const char *name = mp_obj_str_get_str(errors);
    for (size_t i = 0; i < MP_ARRAY_SIZE(names); ++i) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return REGISTERED;
}

// --- decoding ---

// Bytes of the well-formed UTF-8 character at p, or 0; then *bad is how many
// bytes are wrong, and the result is the reason's text.
static const char *check_char(const byte *p, const byte *end, size_t *size) {
    byte c = *p;
    *size = 1;
    if (c < 0x80) {
        return NULL;
    }
    if (c < 0xc2 || c > 0xf4) {
        return "invalid start byte";
    }
    size_t need = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    byte low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
    byte high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
    for (; *size < need; ++*size, low = 0x80, high = 0xbf) {
        if (p + *size == end) {
            return "unexpected end of data";
        }
        if (p[*size] < low || p[*size] > high) {
            return "invalid continuation byte";
        }
    }
    return NULL;
}

static NORETURN void raise_unicode(const mp_obj_type_t *type, codec_t codec, mp_obj_t object, size_t start, size_t end, const char *reason) {
    const char *name = codec_names[codec];
    mp_obj_t args[] = {
        mp_obj_new_str_via_qstr(name, strlen(name)), object, MP_OBJ_NEW_SMALL_INT(start), MP_OBJ_NEW_SMALL_INT(end),
        mp_obj_new_str_via_qstr(reason, strlen(reason)),
    };
    nlr_raise(mp_obj_new_exception_args(type, MP_ARRAY_SIZE(args), args));
}

static NORETURN void raise_decode(codec_t codec, vitrine_span in, size_t start, size_t size, const char *reason) {
    raise_unicode(&mp_type_UnicodeDecodeError, codec, mp_obj_new_bytes(in.p, in.n), start, start + size, reason);
}

void vitrine_decode_error(const byte *p, size_t n) {
    for (size_t at = 0, size; at < n; at += size) {
        const char *reason = check_char(p + at, p + n, &size);
        if (reason != NULL && !(p[at] == 0xed && at + 2 < n)) {
            raise_decode(UTF_8, (vitrine_span) {p, n}, at, size, reason);
        }
        size = reason != NULL ? 3 : size;
    }
    mp_raise_msg(&mp_type_UnicodeError, MP_ERROR_TEXT("not utf-8"));
}

static void decode_bad(vstr_t *out, codec_t codec, handler_t handler, vitrine_span in, size_t start, size_t size,
    const char *reason) {
    vitrine_stop_check();
    switch (handler) {
        case IGNORE:
            return;
        case REPLACE:
            vstr_add_char(out, 0xfffd);
            return;
        case BACKSLASH:
            for (size_t i = 0; i < size; ++i) {
                vstr_printf(out, "\\x%02x", in.p[start + i]);
            }
            return;
        case SURROGATE_ESCAPE:
            for (size_t i = 0; i < size; ++i) {
                if (in.p[start + i] < 0x80) {
                    raise_decode(codec, in, start, size, reason);
                }
                vstr_add_char(out, 0xdc00 + in.p[start + i]);
            }
            return;
        default:
            raise_decode(codec, in, start, size, reason);
    }
}

static void decode_utf8(vstr_t *out, const byte *p, size_t n, mp_obj_t errors) {
    size_t plain = 0, size;
    for (size_t at = 0; at < n; at += size) {
        if (p[at] < 0x80) {
            size = 1;
            continue;
        }
        const char *reason = check_char(p + at, p + n, &size);
        if (reason == NULL) {
            continue;
        }
        vstr_add_strn(out, (const char *)p + plain, at - plain);
        handler_t handler = handler_of(errors);
        if (handler == SURROGATE_PASS && p[at] == 0xed && n - at >= 3 && p[at + 1] >= 0xa0 && p[at + 1] < 0xc0
            && vitrine_is_inner(p[at + 2])) {
            size = 3;
            vstr_add_strn(out, (const char *)p + at, 3);
        } else {
            decode_bad(out, UTF_8, handler, (vitrine_span) {p, n}, at, size, reason);
        }
        plain = at + size;
    }
    vstr_add_strn(out, (const char *)p + plain, n - plain);
}

static uint32_t read_unit(const byte *p, size_t size, bool big) {
    uint32_t value = 0;
    for (size_t i = 0; i < size; ++i) {
        value |= (uint32_t)p[i] << 8 * (big ? size - 1 - i : i);
    }
    return value;
}

// utf-16 and utf-32
static void decode_wide(vstr_t *out, codec_t codec, const byte *p, size_t n, mp_obj_t errors) {
    size_t unit = codec < UTF_32 ? 2 : 4, at = 0;
    bool big = codec == UTF_16_BE || codec == UTF_32_BE;
    if ((codec == UTF_16 || codec == UTF_32) && n >= unit) {
        bool marked = read_unit(p, unit, false) == 0xfeff;
        big = !marked && read_unit(p, unit, true) == 0xfeff;
        at = marked || big ? unit : 0;
    }
    while (at < n) {
        size_t size = MIN(unit, n - at);
        const char *reason = size < unit ? "truncated data" : NULL;
        uint32_t c = read_unit(p + at, size, big);
        if (reason == NULL && unit == 4 && c > 0x10ffff) {
            reason = "code point not in range(0x110000)";
        } else if (reason == NULL && c >= 0xd800 && c < 0xe000) {
            if (unit == 4) {
                reason = "code point in surrogate code point range(0xd800, 0xe000)";
            } else if (c >= 0xdc00) {
                reason = "illegal encoding";
            } else if (n - at < 4) {
                reason = "unexpected end of data";
                size = n - at;
            } else {
                uint32_t second = read_unit(p + at + 2, 2, big);
                if (second >= 0xdc00 && second < 0xe000) {
                    c = 0x10000 + ((c & 0x3ff) << 10) + (second & 0x3ff);
                    size = 4;
                } else {
                    reason = "illegal UTF-16 surrogate";
                }
            }
        }
        if (reason != NULL) {
            decode_bad(out, codec, handler_of(errors), (vitrine_span) {p, n}, at, size, reason);
        } else {
            vstr_add_char(out, c);
        }
        at += size;
    }
}

mp_obj_t vitrine_decode(mp_obj_t from, const byte *p, size_t n, mp_obj_t encoding, mp_obj_t errors) {
    codec_t codec = codec_of(encoding);
    if (codec == OTHER || handler_of(errors) == REGISTERED) {
        return call_codecs(MP_QSTR__decode, mp_obj_new_bytes(p, n), encoding, errors);
    }
    if (codec == UTF_8_SIG && n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
        p += 3;
        n -= 3;
    }
    if (codec <= LATIN_1 && vitrine_is_ascii(p, n)) {
        return vitrine_text_new(p, n);
    }
    vstr_t out;
    vstr_init(&out, n + 1);
    if (codec <= UTF_8_SIG) {
        decode_utf8(&out, p, n, errors);
    } else if (codec >= UTF_16) {
        decode_wide(&out, codec, p, n, errors);
    } else {
        for (size_t at = 0; at < n; ++at) {
            if (codec == ASCII && p[at] >= 0x80) {
                decode_bad(&out, codec, handler_of(errors), (vitrine_span) {p, n}, at, 1, "ordinal not in range(128)");
            } else {
                vstr_add_char(&out, p[at]);
            }
        }
    }
    return vitrine_text_new_vstr(&out);
}

// --- encoding ---

static void escape_char(vstr_t *out, unichar c) {
    vstr_printf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

static bool can_encode(codec_t codec, unichar c) {
    return codec == ASCII ? c < 0x80 : codec == LATIN_1 ? c < 0x100 : c < 0xd800 || c > 0xdfff;
}

static NORETURN void raise_encode(codec_t codec, mp_obj_t text, const byte *bad) {
    const char *reason = codec == ASCII ? "ordinal not in range(128)" : codec == LATIN_1
        ? "ordinal not in range(256)" : "surrogates not allowed";
    vitrine_span in = vitrine_span_of(text);
    const byte *end = in.p + in.n;
    size_t start = vitrine_text_index(in.p, in.n, bad - in.p), count = 0;
    // All characters in a row that cannot be encoded.
    while (bad < end && !can_encode(codec, vitrine_char_next(&bad, end))) {
        ++count;
    }
    raise_unicode(&mp_type_UnicodeEncodeError, codec, text, start, start + count, reason);
}

static void put_unit(vstr_t *out, uint32_t value, size_t size, bool big) {
    byte *p = (byte *)vstr_add_len(out, size);
    for (size_t i = 0; i < size; ++i) {
        p[i] = value >> 8 * (big ? size - 1 - i : i);
    }
}

static void put_char(vstr_t *out, codec_t codec, unichar c) {
    bool big = codec == UTF_16_BE || codec == UTF_32_BE;
    if (codec <= UTF_8_SIG) {
        vstr_add_char(out, c);
    } else if (codec <= LATIN_1) {
        vstr_add_byte(out, c);
    } else if (codec >= UTF_32) {
        put_unit(out, c, 4, big);
    } else if (c >= 0x10000) {
        put_unit(out, 0xd800 + ((c - 0x10000) >> 10), 2, big);
        put_unit(out, 0xdc00 + (c & 0x3ff), 2, big);
    } else {
        put_unit(out, c, 2, big);
    }
}

void vitrine_encode(vstr_t *out, mp_obj_t text, mp_obj_t encoding, mp_obj_t errors) {
    codec_t codec = codec_of(encoding);
    if (codec == OTHER || handler_of(errors) == REGISTERED) {
        mp_obj_t made = call_codecs(MP_QSTR__encode, text, encoding, errors);
        size_t n;
        const char *bytes = mp_obj_str_get_data(made, &n);
        vstr_add_strn(out, bytes, n);
        return;
    }
    vitrine_span s = vitrine_span_of(text);
    const byte *p = s.p, *end = s.p + s.n;
    if (codec == UTF_8_SIG) {
        vstr_add_str(out, "\xef\xbb\xbf");
    } else if (codec == UTF_16 || codec == UTF_32) {
        put_unit(out, 0xfeff, codec == UTF_16 ? 2 : 4, false);
    }
    if (codec <= LATIN_1 && vitrine_is_ascii(p, s.n)) {
        vstr_add_strn(out, (const char *)p, s.n);
        return;
    }
    while (p < end) {
        const byte *start = p;
        unichar c = vitrine_char_next(&p, end);
        if (can_encode(codec, c)) {
            put_char(out, codec, c);
            continue;
        }
        vitrine_stop_check();
        vstr_t shown;
        vstr_init(&shown, 16);
        handler_t handler = handler_of(errors);
        if (handler == SURROGATE_PASS && c >= 0xd800 && c <= 0xdfff && codec != ASCII && codec != LATIN_1) {
            put_char(out, codec, c);
        } else if (handler == SURROGATE_ESCAPE && c >= 0xdc80 && c <= 0xdcff && codec <= LATIN_1) {
            vstr_add_byte(out, c - 0xdc00);
        } else if (handler == REPLACE) {
            put_char(out, codec, '?');
        } else if (handler == BACKSLASH || handler == XML) {
            if (handler == XML) {
                vstr_printf(&shown, "&#%u;", (unsigned)c);
            } else {
                escape_char(&shown, c);
            }
            for (size_t i = 0; i < shown.len; ++i) {
                put_char(out, codec, (byte)shown.buf[i]);
            }
        } else if (handler != IGNORE) {
            raise_encode(codec, text, start);
        }
    }
}
