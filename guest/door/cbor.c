// cbor.c - values as CBOR; the tags are in cbor.h.
//
// Owns nothing. What is written is read back by the host as hostile, and what
// is read is checked all the same. Never runs guest code: only exact built-in
// types are plain data.
#include "cbor.h"

#include <math.h>
#include <string.h>

#include "py/gc.h"
#include "py/mpz.h"
#include "py/objarray.h"
#include "py/objint.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "py/smallint.h"

// objset.c keeps this to itself.
typedef struct {
    mp_obj_base_t base;
    mp_set_t set;
} obj_set_t;

#define TAG_BIG 2
#define TAG_BIG_NEGATIVE 3
#define HEAD_FALSE 0xf4
#define HEAD_TRUE 0xf5
#define HEAD_NULL 0xf6
#define HEAD_FLOAT 0xfb
#define NAN_BITS 0x7ff8000000000000u

size_t cbor_utf8_prefix(const uint8_t *s, size_t len) {
    size_t i = 0;
    while (i < len) {
        uint8_t c = s[i];
        size_t n;
        uint8_t low = 0x80, high = 0xbf; // of the second byte
        if (c < 0x80) {
            ++i;
            continue;
        } else if (c >= 0xc2 && c <= 0xdf) {
            n = 1;
        } else if (c >= 0xe0 && c <= 0xef) {
            n = 2;
            low = c == 0xe0 ? 0xa0 : 0x80;
            high = c == 0xed ? 0x9f : 0xbf;
        } else if (c >= 0xf0 && c <= 0xf4) {
            n = 3;
            low = c == 0xf0 ? 0x90 : 0x80;
            high = c == 0xf4 ? 0x8f : 0xbf;
        } else {
            return i;
        }
        if (len - i <= n || s[i + 1] < low || s[i + 1] > high) {
            return i;
        }
        for (size_t k = 2; k <= n; ++k) {
            if ((s[i + k] & 0xc0) != 0x80) {
                return i;
            }
        }
        i += n + 1;
    }
    return i;
}

// --- writing ---

void cbor_writer_init(cbor_writer_t *w, void *buf, size_t size, size_t limit) {
    w->buf = buf;
    w->len = 0;
    w->size = size;
    w->limit = limit;
    w->heap = false;
    w->status = CBOR_OK;
    w->culprit = MP_OBJ_NULL;
    w->depth = 0;
}

void cbor_writer_free(cbor_writer_t *w) {
    if (w->heap) {
        gc_free(w->buf);
        w->heap = false;
    }
}

static bool writer_grow(cbor_writer_t *w, size_t len) {
    if (len > w->limit - w->len) {
        w->status = CBOR_LARGE;
        return false;
    }
    size_t size = w->len + len;
    size = size > w->limit - size / 2 ? w->limit : size + size / 2;
    uint8_t *buf = m_new_maybe(uint8_t, size);
    if (buf == NULL) {
        size = w->len + len;
        buf = m_new_maybe(uint8_t, size);
    }
    if (buf == NULL) {
        w->status = CBOR_MEMORY;
        return false;
    }
    memcpy(buf, w->buf, w->len);
    if (w->heap) {
        gc_free(w->buf);
    }
    w->buf = buf;
    w->size = size;
    w->heap = true;
    return true;
}

static inline bool writer_room(cbor_writer_t *w, size_t len) {
    return w->status == CBOR_OK
           && (len <= MIN(w->size, w->limit) - w->len || writer_grow(w, len));
}

static inline void write_byte(cbor_writer_t *w, uint8_t byte) {
    if (writer_room(w, 1)) {
        w->buf[w->len++] = byte;
    }
}

void cbor_write_raw(cbor_writer_t *w, const void *data, size_t len) {
    if (writer_room(w, len)) {
        memcpy(w->buf + w->len, data, len);
        w->len += len;
    }
}

void cbor_write_head(cbor_writer_t *w, unsigned major, uint64_t n) {
    if (n < 24) {
        write_byte(w, major << 5 | n);
        return;
    }
    uint8_t b[9];
    size_t bytes; // of n
    if (n <= 0xff) {
        b[0] = 24;
        bytes = 1;
    } else if (n <= 0xffff) {
        b[0] = 25;
        bytes = 2;
    } else if (n <= 0xffffffff) {
        b[0] = 26;
        bytes = 4;
    } else {
        b[0] = 27;
        bytes = 8;
    }
    b[0] |= major << 5;
    for (size_t i = bytes; i > 0; --i) {
        b[i] = n;
        n >>= 8;
    }
    cbor_write_raw(w, b, 1 + bytes);
}

void cbor_write_null(cbor_writer_t *w) {
    write_byte(w, HEAD_NULL);
}

void cbor_write_text(cbor_writer_t *w, const char *text, size_t len, size_t max) {
    if (len <= max && cbor_utf8_prefix((const uint8_t *)text, len) == len) {
        cbor_write_head(w, CBOR_TEXT, len);
        cbor_write_raw(w, text, len);
        return;
    }
    // Two passes over the same steps: count, then write.
    static const char replacement[3] = "\xef\xbf\xbd";
    size_t total = 0;
    for (int pass = 0; pass < 2; ++pass) {
        const uint8_t *s = (const uint8_t *)text;
        size_t left = len, done = 0;
        while (left > 0 && done < max) {
            size_t good = cbor_utf8_prefix(s, left);
            size_t take = good < max - done ? good : cbor_utf8_prefix(s, max - done);
            if (pass == 1) {
                cbor_write_raw(w, s, take);
            }
            done += take;
            if (take < good || good == left || done + 3 > max) {
                break;
            }
            if (pass == 1) {
                cbor_write_raw(w, replacement, 3);
            }
            done += 3;
            s += good + 1;
            left -= good + 1;
        }
        if (pass == 0) {
            total = done;
            cbor_write_head(w, CBOR_TEXT, total);
        }
    }
}

static void write_float(cbor_writer_t *w, double f) {
    uint64_t bits;
    memcpy(&bits, &f, 8);
    if (isnan(f)) {
        bits = NAN_BITS;
    }
    uint8_t b[9] = {HEAD_FLOAT};
    for (int i = 8; i > 0; --i) {
        b[i] = bits;
        bits >>= 8;
    }
    cbor_write_raw(w, b, 9);
}

static void write_int(cbor_writer_t *w, mp_obj_t value) {
    if (mp_obj_is_small_int(value)) {
        mp_int_t n = MP_OBJ_SMALL_INT_VALUE(value);
        cbor_write_head(w, n < 0 ? CBOR_NINT : CBOR_UINT, n < 0 ? (uint64_t)~n : (uint64_t)n);
        return;
    }
    // CBOR has -1 - n for a negative number: its bits inverted.
    const mp_obj_int_t *self = MP_OBJ_TO_PTR(value);
    const mpz_t *z = &self->mpz;
    mpz_t inverted;
    mpz_init_zero(&inverted);
    if (self->mpz.neg) {
        mpz_not_inpl(&inverted, z);
        z = &inverted;
    }
    size_t bits = mpz_max_num_bits(z);
    if (z->len > 0) {
        for (mpz_dig_t top = (mpz_dig_t)1 << (MPZ_DIG_SIZE - 1); !(z->dig[z->len - 1] & top); top >>= 1) {
            --bits;
        }
    }
    size_t len = (bits + 7) / 8;
    uint8_t small[8];
    if (len <= sizeof(small)) {
        uint64_t n = 0;
        mpz_as_bytes(z, true, false, sizeof(small), small);
        for (size_t i = 0; i < sizeof(small); ++i) {
            n = n << 8 | small[i];
        }
        cbor_write_head(w, self->mpz.neg ? CBOR_NINT : CBOR_UINT, n);
    } else if (len > w->limit - w->len) {
        w->status = CBOR_LARGE;
    } else {
        cbor_write_head(w, CBOR_TAG, self->mpz.neg ? TAG_BIG_NEGATIVE : TAG_BIG);
        cbor_write_head(w, CBOR_BYTES, len);
        uint8_t *bytes = m_new(uint8_t, len);
        mpz_as_bytes(z, true, false, len, bytes);
        cbor_write_raw(w, bytes, len);
        m_del(uint8_t, bytes, len);
    }
    mpz_deinit(&inverted);
}

static bool write_enter(cbor_writer_t *w) {
    if (w->depth == CBOR_DEPTH) {
        w->status = CBOR_DEEP;
    }
    if (w->status != CBOR_OK) {
        return false;
    }
    ++w->depth;
    return true;
}

// One level up; after an error the path stays as it is.
static void write_leave(cbor_writer_t *w) {
    if (w->status == CBOR_OK) {
        --w->depth;
    }
}

static void write_items(cbor_writer_t *w, size_t count, const mp_obj_t *items) {
    cbor_write_head(w, CBOR_ARRAY, count);
    if (!write_enter(w)) {
        return;
    }
    for (size_t i = 0; i < count && w->status == CBOR_OK; ++i) {
        w->path[w->depth - 1] = MP_OBJ_NEW_SMALL_INT(i);
        cbor_write_value(w, items[i]);
    }
    write_leave(w);
}

static void write_map(cbor_writer_t *w, const mp_map_t *map) {
    cbor_write_head(w, CBOR_MAP, map->used);
    if (!write_enter(w)) {
        return;
    }
    for (size_t i = 0; i < map->alloc && w->status == CBOR_OK; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            w->path[w->depth - 1] = map->table[i].key;
            cbor_write_value(w, map->table[i].key);
            cbor_write_value(w, map->table[i].value);
        }
    }
    write_leave(w);
}

static void write_set(cbor_writer_t *w, const mp_set_t *set) {
    cbor_write_head(w, CBOR_ARRAY, set->used);
    if (!write_enter(w)) {
        return;
    }
    w->path[w->depth - 1] = MP_OBJ_NULL;
    for (size_t i = 0; i < set->alloc && w->status == CBOR_OK; ++i) {
        if (mp_set_slot_is_filled(set, i)) {
            cbor_write_value(w, set->table[i]);
        }
    }
    write_leave(w);
}

void cbor_write_value(cbor_writer_t *w, mp_obj_t value) {
    if (w->status != CBOR_OK) {
        return;
    }
    if (value == mp_const_none) {
        cbor_write_null(w);
    } else if (value == mp_const_true) {
        write_byte(w, HEAD_TRUE);
    } else if (value == mp_const_false) {
        write_byte(w, HEAD_FALSE);
    } else if (mp_obj_is_int(value)) {
        write_int(w, value);
    } else if (mp_obj_is_float(value)) {
        write_float(w, mp_obj_float_get(value));
    } else if (mp_obj_is_qstr(value) || mp_obj_is_exact_type(value, &mp_type_str)) {
        GET_STR_DATA_LEN(value, data, len);
        if (cbor_utf8_prefix(data, len) != len) {
            w->status = CBOR_TYPE;
            w->culprit = value;
            return;
        }
        cbor_write_head(w, CBOR_TEXT, len);
        cbor_write_raw(w, data, len);
    } else if (mp_obj_is_exact_type(value, &mp_type_bytes)) {
        GET_STR_DATA_LEN(value, data, len);
        cbor_write_head(w, CBOR_BYTES, len);
        cbor_write_raw(w, data, len);
    } else if (mp_obj_is_exact_type(value, &mp_type_bytearray)) {
        const mp_obj_array_t *array = MP_OBJ_TO_PTR(value);
        cbor_write_head(w, CBOR_BYTES, array->len);
        cbor_write_raw(w, array->items, array->len);
    } else if (mp_obj_is_exact_type(value, &mp_type_list)) {
        const mp_obj_list_t *list = MP_OBJ_TO_PTR(value);
        write_items(w, list->len, list->items);
    } else if (mp_obj_is_exact_type(value, &mp_type_tuple)) {
        const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(value);
        cbor_write_head(w, CBOR_TAG, CBOR_TAG_TUPLE);
        write_items(w, tuple->len, tuple->items);
    } else if (mp_obj_is_exact_type(value, &mp_type_dict)
        || mp_obj_is_exact_type(value, &mp_type_ordereddict)) {
        write_map(w, &((const mp_obj_dict_t *)MP_OBJ_TO_PTR(value))->map);
    } else if (mp_obj_is_exact_type(value, &mp_type_set)) {
        cbor_write_head(w, CBOR_TAG, CBOR_TAG_SET);
        write_set(w, &((const obj_set_t *)MP_OBJ_TO_PTR(value))->set);
    } else if (mp_obj_is_exact_type(value, &mp_type_frozenset)) {
        cbor_write_head(w, CBOR_TAG, CBOR_TAG_FROZENSET);
        write_set(w, &((const obj_set_t *)MP_OBJ_TO_PTR(value))->set);
    } else {
        w->status = CBOR_TYPE;
        w->culprit = value;
    }
}

// --- reading ---

// An answer is an array around its value, arguments are one already.
#define MESSAGE_DEPTH (CBOR_DEPTH + 1)

cbor_status_t cbor_read_head(cbor_reader_t *r, unsigned *major, uint64_t *n) {
    if (r->at == r->end) {
        return CBOR_BAD;
    }
    uint8_t first = *r->at++;
    *major = first >> 5;
    unsigned info = first & 31;
    if (info < 24) {
        *n = info;
        return CBOR_OK;
    }
    if (info > 27) {
        return CBOR_BAD; // reserved, or of indefinite length
    }
    size_t bytes = (size_t)1 << (info - 24);
    if ((size_t)(r->end - r->at) < bytes) {
        return CBOR_BAD;
    }
    *n = 0;
    for (size_t i = 0; i < bytes; ++i) {
        *n = *n << 8 | *r->at++;
    }
    // Only the shortest form, but for floats, whose bits these are.
    static const uint64_t least[4] = {24, 0x100, 0x10000, 0x100000000};
    if (*major != CBOR_SIMPLE && *n < least[info - 24]) {
        return CBOR_BAD;
    }
    return *major == CBOR_SIMPLE && info != 27 ? CBOR_BAD : CBOR_OK;
}

static cbor_status_t read_big(cbor_reader_t *r, bool negative, mp_obj_t *value) {
    unsigned major;
    uint64_t n;
    cbor_status_t status = cbor_read_head(r, &major, &n);
    if (status != CBOR_OK || major != CBOR_BYTES || n > (size_t)(r->end - r->at)
        || n < 8 || r->at[0] == 0) {
        return CBOR_BAD;
    }
    *value = mp_obj_int_from_bytes_impl(true, n, r->at);
    r->at += n;
    if (negative) {
        *value = mp_unary_op(MP_UNARY_OP_INVERT, *value);
    }
    return CBOR_OK;
}

// Each item takes a byte at least.
static cbor_status_t read_enter(cbor_reader_t *r, uint64_t n, unsigned each) {
    if (n > (size_t)(r->end - r->at) / each) {
        return CBOR_BAD;
    }
    if (r->depth == MESSAGE_DEPTH) {
        return CBOR_DEEP;
    }
    ++r->depth;
    return CBOR_OK;
}

static cbor_status_t read_items(cbor_reader_t *r, uint64_t n, mp_obj_t *value) {
    cbor_status_t status = read_enter(r, n, 1);
    if (status != CBOR_OK) {
        return status;
    }
    mp_obj_list_t *list = MP_OBJ_TO_PTR(mp_obj_new_list(n, NULL));
    *value = MP_OBJ_FROM_PTR(list);
    for (size_t i = 0; i < n; ++i) {
        list->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < n; ++i) {
        mp_obj_t item;
        status = cbor_read_value(r, &item);
        if (status != CBOR_OK) {
            return status;
        }
        list->items[i] = item;
    }
    --r->depth;
    return CBOR_OK;
}

static bool hashable(mp_obj_t value) {
    if (mp_obj_is_exact_type(value, &mp_type_tuple)) {
        const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(value);
        for (size_t i = 0; i < tuple->len; ++i) {
            if (!hashable(tuple->items[i])) {
                return false;
            }
        }
        return true;
    }
    return !mp_obj_is_exact_type(value, &mp_type_list) && !mp_obj_is_exact_type(value, &mp_type_dict)
           && !mp_obj_is_exact_type(value, &mp_type_set);
}

static cbor_status_t read_map(cbor_reader_t *r, uint64_t n, mp_obj_t *value) {
    cbor_status_t status = read_enter(r, n, 2);
    if (status != CBOR_OK) {
        return status;
    }
    *value = mp_obj_new_dict(n);
    for (size_t i = 0; i < n; ++i) {
        mp_obj_t key, item;
        status = cbor_read_value(r, &key);
        if (status == CBOR_OK && !hashable(key)) {
            status = CBOR_BAD;
        }
        if (status == CBOR_OK) {
            status = cbor_read_value(r, &item);
        }
        if (status != CBOR_OK) {
            return status;
        }
        mp_obj_dict_store(*value, key, item);
    }
    --r->depth;
    return CBOR_OK;
}

static cbor_status_t read_set(cbor_reader_t *r, bool frozen, mp_obj_t *value) {
    unsigned major;
    uint64_t n;
    cbor_status_t status = cbor_read_head(r, &major, &n);
    if (status != CBOR_OK || major != CBOR_ARRAY) {
        return CBOR_BAD;
    }
    status = read_enter(r, n, 1);
    if (status != CBOR_OK) {
        return status;
    }
    *value = mp_obj_new_set(0, NULL);
    for (size_t i = 0; i < n; ++i) {
        mp_obj_t item;
        status = cbor_read_value(r, &item);
        if (status == CBOR_OK && !hashable(item)) {
            status = CBOR_BAD;
        }
        if (status != CBOR_OK) {
            return status;
        }
        mp_obj_set_store(*value, item);
    }
    --r->depth;
    if (frozen) {
        ((mp_obj_base_t *)MP_OBJ_TO_PTR(*value))->type = &mp_type_frozenset;
    }
    return CBOR_OK;
}

static cbor_status_t read_tag(cbor_reader_t *r, uint64_t tag, mp_obj_t *value) {
    if (tag == TAG_BIG || tag == TAG_BIG_NEGATIVE) {
        return read_big(r, tag == TAG_BIG_NEGATIVE, value);
    }
    if (tag == CBOR_TAG_SET || tag == CBOR_TAG_FROZENSET) {
        return read_set(r, tag == CBOR_TAG_FROZENSET, value);
    }
    unsigned major;
    uint64_t n;
    if (tag != CBOR_TAG_TUPLE || cbor_read_head(r, &major, &n) != CBOR_OK || major != CBOR_ARRAY) {
        return CBOR_BAD;
    }
    cbor_status_t status = read_items(r, n, value);
    if (status == CBOR_OK) {
        const mp_obj_list_t *list = MP_OBJ_TO_PTR(*value);
        *value = mp_obj_new_tuple(list->len, list->items);
    }
    return status;
}

static mp_obj_t new_int(uint64_t n) {
    return n <= MP_SMALL_INT_MAX ? MP_OBJ_NEW_SMALL_INT(n) : mp_obj_new_int_from_ull(n);
}

cbor_status_t cbor_read_value(cbor_reader_t *r, mp_obj_t *value) {
    const uint8_t *start = r->at;
    unsigned major;
    uint64_t n;
    cbor_status_t status = cbor_read_head(r, &major, &n);
    if (status != CBOR_OK) {
        return status;
    }
    switch (major) {
        case CBOR_UINT:
            *value = new_int(n);
            break;
        case CBOR_NINT:
            *value = mp_unary_op(MP_UNARY_OP_INVERT, new_int(n));
            break;
        case CBOR_BYTES:
        case CBOR_TEXT:
            if (n > (size_t)(r->end - r->at)
                || (major == CBOR_TEXT && cbor_utf8_prefix(r->at, n) != n)) {
                status = CBOR_BAD;
                break;
            }
            *value = major == CBOR_TEXT ? mp_obj_new_str((const char *)r->at, n)
                : mp_obj_new_bytes(r->at, n);
            r->at += n;
            break;
        case CBOR_ARRAY:
            status = read_items(r, n, value);
            break;
        case CBOR_MAP:
            status = read_map(r, n, value);
            break;
        case CBOR_TAG:
            status = read_tag(r, n, value);
            break;
        default:
            if (*start == HEAD_FALSE || *start == HEAD_TRUE) {
                *value = mp_obj_new_bool(*start == HEAD_TRUE);
            } else if (*start == HEAD_NULL) {
                *value = mp_const_none;
            } else if (*start == HEAD_FLOAT) {
                double f;
                memcpy(&f, &n, sizeof(f));
                *value = mp_obj_new_float(isnan(f) ? (double)NAN : f);
            } else {
                status = CBOR_BAD;
            }
    }
    return status;
}

cbor_status_t cbor_read(const uint8_t *data, size_t len, mp_obj_t *value) {
    cbor_reader_t r = {data, data + len, 0};
    cbor_status_t status = cbor_read_value(&r, value);
    return status == CBOR_OK && r.at != r.end ? CBOR_BAD : status;
}
