// textsearch.c - methods of str, bytes and bytearray that look for something.
#define _GNU_SOURCE
#include <string.h>

#include "py/runtime.h"
#include "chars.h"
#include "machine/stop.h"
#include "textmethods.h"

const byte *vitrine_find(vitrine_span s, vitrine_span needle, bool last) {
    vitrine_stop_check();
    if (needle.n > s.n) {
        return NULL;
    }
    if (!last) {
        return needle.n == 1 ? memchr(s.p, *needle.p, s.n) : memmem(s.p, s.n, needle.p, needle.n);
    }
    for (const byte *p = s.p + s.n - needle.n;; --p) {
        if (memcmp(p, needle.p, needle.n) == 0) {
            return p;
        }
        if (p == s.p) {
            return NULL;
        }
    }
}

mp_obj_t vitrine_piece(mp_obj_t self, const byte *p, size_t n) {
    const mp_obj_type_t *type = mp_obj_get_type(self);
    if (type == &mp_type_str) {
        return vitrine_text_new(p, n);
    }
    return type == &mp_type_bytearray ? mp_obj_new_bytearray(n, p) : mp_obj_new_bytes(p, n);
}

static bool bytes_like(mp_obj_t arg, vitrine_span *s) {
    mp_buffer_info_t buffer;
    if (vitrine_native(arg, &mp_type_str) != MP_OBJ_NULL || !mp_get_buffer(arg, &buffer, MP_BUFFER_READ)) {
        return false;
    }
    *s = (vitrine_span) {buffer.buf, buffer.len};
    return true;
}

vitrine_span vitrine_other(mp_obj_t self, mp_obj_t arg) {
    vitrine_span s;
    if (mp_obj_is_str(self)) {
        mp_obj_t text = vitrine_native(arg, &mp_type_str);
        if (text == MP_OBJ_NULL) {
            vitrine_raise_type("must be str, not %s", arg);
        }
        return vitrine_span_of(text);
    }
    if (!bytes_like(arg, &s)) {
        vitrine_raise_type("a bytes-like object is required, not '%s'", arg);
    }
    return s;
}

// What is looked for: of bytes, it may be one, as a number, which is put into `one`.
static vitrine_span sought(mp_obj_t self, mp_obj_t arg, byte *one) {
    vitrine_span s;
    if (mp_obj_is_str(self)) {
        return vitrine_other(self, arg);
    }
    if (vitrine_is_index(arg)) {
        *one = vitrine_byte(arg, "byte");
        return (vitrine_span) {one, 1};
    }
    if (!bytes_like(arg, &s)) {
        vitrine_raise_type("argument should be integer or bytes-like object, not '%s'", arg);
    }
    return s;
}

bool vitrine_contains(mp_obj_t self, mp_obj_t item) {
    byte one;
    if (mp_obj_is_str(self) && vitrine_native(item, &mp_type_str) == MP_OBJ_NULL) {
        vitrine_raise_type("'in <string>' requires string as left operand, not %s", item);
    }
    if (!mp_obj_is_str(self) && vitrine_native(item, &mp_type_str) != MP_OBJ_NULL) {
        vitrine_raise_type("a bytes-like object is required, not '%s'", item);
    }
    return vitrine_find(vitrine_span_of(self), sought(self, item, &one), false) != NULL;
}

// The part of self that is asked for by start and end, if there are that many
// arguments; false: it starts behind the end, where not even nothing is found.
static bool part(mp_obj_t self, size_t n_args, const mp_obj_t *args, vitrine_span *s) {
    *s = vitrine_span_of(self);
    if (n_args == 0) {
        return true;
    }
    bool is_text = mp_obj_is_str(self);
    mp_int_t len = is_text ? vitrine_text_length(s->p, s->n) : s->n;
    mp_int_t start = vitrine_bound(args[0], 0), end = n_args > 1 ? vitrine_bound(args[1], INTPTR_MAX) : len;
    start = MAX(start + (start < 0 ? len : 0), 0);
    end = MIN(MAX(end + (end < 0 ? len : 0), 0), len);
    if (start > end) {
        return false;
    }
    size_t from = start, to = end;
    if (is_text) {
        from = vitrine_text_at(s->p, s->n, from);
        to = vitrine_text_at(s->p, s->n, to);
    }
    *s = (vitrine_span) {s->p + from, to - from};
    return true;
}

static mp_int_t find_index(size_t n_args, const mp_obj_t *args, bool last) {
    byte one;
    vitrine_span all, s, needle = sought(args[0], args[1], &one);
    const byte *found = part(args[0], n_args - 2, args + 2, &s) ? vitrine_find(s, needle, last) : NULL;
    if (found == NULL) {
        return -1;
    }
    all = vitrine_span_of(args[0]);
    return mp_obj_is_str(args[0]) ? vitrine_text_index(all.p, all.n, found - all.p) : (size_t)(found - all.p);
}

static mp_obj_t must_find(mp_obj_t self, mp_int_t index) {
    if (index < 0) {
        mp_raise_ValueError(mp_obj_is_str(self)
            ? MP_ERROR_TEXT("substring not found") : MP_ERROR_TEXT("subsection not found"));
    }
    return MP_OBJ_NEW_SMALL_INT(index);
}

static mp_obj_t text_find(size_t n_args, const mp_obj_t *args) {
    return MP_OBJ_NEW_SMALL_INT(find_index(n_args, args, false));
}
VITRINE_METHOD(find, 2, 4, text_find);

static mp_obj_t text_rfind(size_t n_args, const mp_obj_t *args) {
    return MP_OBJ_NEW_SMALL_INT(find_index(n_args, args, true));
}
VITRINE_METHOD(rfind, 2, 4, text_rfind);

static mp_obj_t text_index(size_t n_args, const mp_obj_t *args) {
    return must_find(args[0], find_index(n_args, args, false));
}
VITRINE_METHOD(index, 2, 4, text_index);

static mp_obj_t text_rindex(size_t n_args, const mp_obj_t *args) {
    return must_find(args[0], find_index(n_args, args, true));
}
VITRINE_METHOD(rindex, 2, 4, text_rindex);

static mp_obj_t text_count(size_t n_args, const mp_obj_t *args) {
    byte one;
    vitrine_span s, needle = sought(args[0], args[1], &one);
    mp_int_t count = 0;
    if (part(args[0], n_args - 2, args + 2, &s)) {
        if (needle.n == 0) {
            count = 1 + (mp_obj_is_str(args[0]) ? vitrine_text_length(s.p, s.n) : s.n);
        }
        const byte *found;
        while (needle.n != 0 && (found = vitrine_find(s, needle, false)) != NULL) {
            ++count;
            s.n -= found + needle.n - s.p;
            s.p = found + needle.n;
        }
    }
    return MP_OBJ_NEW_SMALL_INT(count);
}
VITRINE_METHOD(count, 2, 4, text_count);

static mp_obj_t text_replace(size_t n_args, const mp_obj_t *args) {
    if (mp_obj_is_str(args[0])) {
        for (size_t i = 1; i <= 2; ++i) {
            if (vitrine_native(args[i], &mp_type_str) == MP_OBJ_NULL) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("replace() argument %d must be str, not %s"),
                    (int)i, mp_obj_get_type_str(args[i]));
            }
        }
    }
    vitrine_span s = vitrine_span_of(args[0]), old = vitrine_other(args[0], args[1]);
    vitrine_span new = vitrine_other(args[0], args[2]);
    mp_int_t most = n_args > 3 ? vitrine_index(args[3]) : -1;
    size_t left = most < 0 ? SIZE_MAX : (size_t)most;
    const byte *end = s.p + s.n, *found = left == 0 ? NULL : vitrine_find(s, old, false);
    if (found == NULL) {
        return mp_obj_is_type(args[0], &mp_type_bytearray) ? vitrine_piece(args[0], s.p, s.n) : args[0];
    }
    vstr_t out;
    vstr_init(&out, s.n + new.n + 1);
    bool is_text = mp_obj_is_str(args[0]);
    while (found != NULL && left-- > 0) {
        vstr_add_strn(&out, (const char *)s.p, found - s.p);
        vstr_add_strn(&out, (const char *)new.p, new.n);
        s.p = found + old.n;
        if (old.n != 0) {
            s.n = end - s.p;
            found = vitrine_find(s, old, false);
        } else if (s.p < end) {
            found = s.p + (is_text ? vitrine_char_size(s.p, end) : 1); // between all characters
        } else {
            break;
        }
    }
    vstr_add_strn(&out, (const char *)s.p, end - s.p);
    return vitrine_new_from_vstr(mp_obj_get_type(args[0]), &out);
}
VITRINE_METHOD(replace, 3, 4, text_replace);

static mp_obj_t partition(const mp_obj_t *args, bool last) {
    vitrine_span s = vitrine_span_of(args[0]), sep = vitrine_other(args[0], args[1]);
    if (sep.n == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("empty separator"));
    }
    const byte *found = vitrine_find(s, sep, last);
    mp_obj_t parts[3];
    if (found == NULL) {
        parts[0] = parts[1] = parts[2] = vitrine_piece(args[0], s.p, 0);
        parts[last ? 2 : 0] = vitrine_piece(args[0], s.p, s.n);
    } else {
        size_t before = found - s.p;
        parts[0] = vitrine_piece(args[0], s.p, before);
        parts[1] = vitrine_piece(args[0], sep.p, sep.n);
        parts[2] = vitrine_piece(args[0], found + sep.n, s.n - before - sep.n);
    }
    return mp_obj_new_tuple(3, parts);
}

static mp_obj_t text_partition(size_t n_args, const mp_obj_t *args) {
    return partition(args, false);
}
VITRINE_METHOD(partition, 2, 2, text_partition);

static mp_obj_t text_rpartition(size_t n_args, const mp_obj_t *args) {
    return partition(args, true);
}
VITRINE_METHOD(rpartition, 2, 2, text_rpartition);

// --- ends ---

static bool is_stripped(unichar c, bool is_text, const vitrine_span *set) {
    if (set->p == NULL) {
        return is_text ? vitrine_is_space(c) : c == ' ' || (c >= 9 && c <= 13);
    }
    if (!is_text || c < 0x80) {
        return memchr(set->p, c, set->n) != NULL;
    }
    for (const byte *s = set->p; s < set->p + set->n;) {
        if (vitrine_char_next(&s, set->p + set->n) == c) {
            return true;
        }
    }
    return false;
}

static mp_obj_t strip(const char *name, size_t n_args, const mp_obj_t *args, bool left, bool right) {
    vitrine_span s = vitrine_span_of(args[0]), set = {NULL, 0};
    bool is_text = mp_obj_is_str(args[0]);
    if (n_args > 1 && args[1] != mp_const_none) {
        if (is_text && vitrine_native(args[1], &mp_type_str) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s arg must be None or str"), name);
        }
        set = vitrine_other(args[0], args[1]);
    }
    const byte *start = s.p, *end = s.p + s.n;
    while (left && start < end) {
        const byte *next = start;
        unichar c = is_text ? vitrine_char_next(&next, end) : *next++;
        if (!is_stripped(c, is_text, &set)) {
            break;
        }
        start = next;
    }
    while (right && end > start) {
        const byte *before = end;
        unichar c = is_text ? vitrine_char_before(start, &before) : *--before;
        if (!is_stripped(c, is_text, &set)) {
            break;
        }
        end = before;
    }
    if ((size_t)(end - start) == s.n && !mp_obj_is_type(args[0], &mp_type_bytearray)) {
        return args[0];
    }
    return vitrine_piece(args[0], start, end - start);
}

static mp_obj_t text_strip(size_t n_args, const mp_obj_t *args) {
    return strip("strip", n_args, args, true, true);
}
VITRINE_METHOD(strip, 1, 2, text_strip);

static mp_obj_t text_lstrip(size_t n_args, const mp_obj_t *args) {
    return strip("lstrip", n_args, args, true, false);
}
VITRINE_METHOD(lstrip, 1, 2, text_lstrip);

static mp_obj_t text_rstrip(size_t n_args, const mp_obj_t *args) {
    return strip("rstrip", n_args, args, false, true);
}
VITRINE_METHOD(rstrip, 1, 2, text_rstrip);

static bool has_end(vitrine_span s, vitrine_span end, bool last) {
    return end.n <= s.n && memcmp(last ? s.p + s.n - end.n : s.p, end.p, end.n) == 0;
}

static mp_obj_t ends_with(const char *name, size_t n_args, const mp_obj_t *args, bool last) {
    vitrine_span s;
    bool is_text = mp_obj_is_str(args[0]), any = part(args[0], n_args - 2, args + 2, &s);
    size_t n = 1;
    mp_obj_t one = args[1], *items = &one;
    mp_obj_t tuple = vitrine_native(one, &mp_type_tuple);
    if (tuple != MP_OBJ_NULL) {
        mp_obj_tuple_get(tuple, &n, &items);
    }
    for (size_t i = 0; i < n; ++i) {
        vitrine_span end;
        mp_obj_t text = is_text ? vitrine_native(items[i], &mp_type_str) : MP_OBJ_NULL;
        if (text != MP_OBJ_NULL) {
            end = vitrine_span_of(text);
        } else if (is_text || !bytes_like(items[i], &end)) {
            const char *kind = is_text ? "str" : "bytes";
            if (tuple != MP_OBJ_NULL && is_text) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("tuple for %s must only contain %s, not %s"),
                    name, kind, mp_obj_get_type_str(items[i]));
            }
            if (tuple != MP_OBJ_NULL) {
                vitrine_raise_type("a bytes-like object is required, not '%s'", items[i]);
            }
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("%s first arg must be %s or a tuple of %s, not %s"), name, kind, kind,
                mp_obj_get_type_str(items[i]));
        }
        if (any && has_end(s, end, last)) {
            return mp_const_true;
        }
    }
    return mp_const_false;
}

static mp_obj_t text_startswith(size_t n_args, const mp_obj_t *args) {
    return ends_with("startswith", n_args, args, false);
}
VITRINE_METHOD(startswith, 2, 4, text_startswith);

static mp_obj_t text_endswith(size_t n_args, const mp_obj_t *args) {
    return ends_with("endswith", n_args, args, true);
}
VITRINE_METHOD(endswith, 2, 4, text_endswith);

static mp_obj_t remove_end(const char *name, const mp_obj_t *args, bool last) {
    if (mp_obj_is_str(args[0]) && vitrine_native(args[1], &mp_type_str) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() argument must be str, not %s"), name,
            mp_obj_get_type_str(args[1]));
    }
    vitrine_span s = vitrine_span_of(args[0]), end = vitrine_other(args[0], args[1]);
    size_t cut = has_end(s, end, last) ? end.n : 0;
    return vitrine_piece(args[0], s.p + (last ? 0 : cut), s.n - cut);
}

static mp_obj_t text_removeprefix(size_t n_args, const mp_obj_t *args) {
    return remove_end("removeprefix", args, false);
}
VITRINE_METHOD(removeprefix, 2, 2, text_removeprefix);

static mp_obj_t text_removesuffix(size_t n_args, const mp_obj_t *args) {
    return remove_end("removesuffix", args, true);
}
VITRINE_METHOD(removesuffix, 2, 2, text_removesuffix);
