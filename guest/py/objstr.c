// objstr.c - str and bytes as objects: made, compared, hashed, joined, indexed, iterated.
//
// Takes the place of upstream's. Their methods are in textmethods.c, how they are
// shown in quote.c. A str is UTF-8 with a NUL behind it, and may have surrogates,
// which only encode() refuses. Text that is not short is not looked for among
// the interned, and has no hash until somebody asks for it: making it is copying.
// Behind a text that was added to lies no NUL, but the text that was added.
#include "py/objstr.h"

#include "text/textcodec.h"
#include "machine/qstrbits.h"
#include "py/cstack.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "py/unicode.h"
#include "text/quote.h"
#include "type/hash.h"
#include "machine/stop.h"
#include "text/utf8.h"
#include "text/textmethods.h"

// Longer ones are rarely names.
#define INTERN_MAX 48

const mp_obj_str_t mp_const_empty_bytes_obj = {{&mp_type_bytes}, 0, 0, (const byte *)""};

// --- making ---

// The hash that an object keeps, or 0: it is not known yet.
static size_t kept_hash(const byte *data, size_t len) {
    return len > INTERN_MAX ? 0 : qstr_compute_hash(data, len) | HASH_KEPT;
}

static mp_obj_t copy_hashed(const mp_obj_type_t *type, const byte *data, size_t len, size_t hash) {
    mp_obj_str_t *o = mp_obj_malloc(mp_obj_str_t, type);
    o->len = len;
    o->hash = hash;
    o->data = NULL;
    byte *p = m_new(byte, len + 1);
    memcpy(p, data, len);
    p[len] = '\0';
    o->data = p;
    return MP_OBJ_FROM_PTR(o);
}

mp_obj_t mp_obj_new_str_copy(const mp_obj_type_t *type, const byte *data, size_t len) {
    return copy_hashed(type, data, len, kept_hash(data, len));
}

// The interned string, or MP_QSTRnull, and the hash of what is not long.
static qstr interned(const byte *data, size_t len, size_t *hash) {
    *hash = kept_hash(data, len);
    return *hash != 0 && vitrine_qstr_may_be((const char *)data, len, *hash) ? qstr_find_strn((const char *)data, len)
        : MP_QSTRnull;
}

mp_obj_t vitrine_text_new(const byte *data, size_t len) {
    if (len == 0) {
        return MP_OBJ_NEW_QSTR(MP_QSTR_);
    }
    if (len == 1 && *data < 128) {
        return mp_obj_new_str_via_qstr((const char *)data, 1);
    }
    size_t hash;
    qstr q = interned(data, len, &hash);
    return q != MP_QSTRnull ? MP_OBJ_NEW_QSTR(q) : copy_hashed(&mp_type_str, data, len, hash);
}

static void check_text(const byte *data, size_t len) {
    if (!utf8_check(data, len)) {
        vitrine_decode_error(data, len);
    }
}

mp_obj_t mp_obj_new_str(const char *data, size_t len) {
    check_text((const byte *)data, len);
    return vitrine_text_new((const byte *)data, len);
}

mp_obj_t mp_obj_new_str_from_cstr(const char *str) {
    return mp_obj_new_str(str, strlen(str));
}

// For each ASCII character its qstr, once it was asked for: those never move.
static uint16_t ascii_qstr[128];

// One character of ASCII is its qstr; others would fill the table of those.
mp_obj_t mp_obj_new_str_via_qstr(const char *data, size_t len) {
    if (len != 1 || (byte)*data >= 128) {
        return vitrine_text_new((const byte *)data, len);
    }
    uint16_t *known = &ascii_qstr[(byte)*data];
    if (*known == 0) {
        qstr q = qstr_from_strn(data, 1);
        *known = q > UINT16_MAX ? 0 : q;
        return MP_OBJ_NEW_QSTR(q);
    }
    return MP_OBJ_NEW_QSTR(*known);
}

mp_obj_t mp_obj_new_bytes(const byte *data, size_t len) {
    return mp_obj_new_str_copy(&mp_type_bytes, data, len);
}

mp_obj_t mp_obj_new_str_of_type(const mp_obj_type_t *type, const byte *data, size_t len) {
    if (type == &mp_type_str) {
        return mp_obj_new_str((const char *)data, len);
    }
    return type == &mp_type_bytearray ? mp_obj_new_bytearray(len, data) : mp_obj_new_bytes(data, len);
}

// The object takes the vstr's memory.
static mp_obj_t take_vstr(const mp_obj_type_t *type, vstr_t *vstr, size_t hash) {
    byte *data = (byte *)vstr->buf;
    if (vstr->len + 1 != vstr->alloc) {
        data = (byte *)m_renew(char, vstr->buf, vstr->alloc, vstr->len + 1);
    }
    data[vstr->len] = '\0';
    vstr->buf = NULL;
    vstr->alloc = 0;
    if (type == &mp_type_bytearray) {
        return mp_obj_new_bytearray_by_ref(vstr->len, data);
    }
    mp_obj_str_t *o = mp_obj_malloc(mp_obj_str_t, type);
    o->len = vstr->len;
    o->hash = hash;
    o->data = data;
    return MP_OBJ_FROM_PTR(o);
}

mp_obj_t vitrine_text_new_vstr(vstr_t *vstr) {
    size_t hash;
    qstr q = interned((const byte *)vstr->buf, vstr->len, &hash);
    if (q != MP_QSTRnull) {
        vstr_clear(vstr);
        vstr->alloc = 0;
        return MP_OBJ_NEW_QSTR(q);
    }
    return take_vstr(&mp_type_str, vstr, hash);
}

mp_obj_t mp_obj_new_str_from_vstr(vstr_t *vstr) {
    check_text((const byte *)vstr->buf, vstr->len);
    return vitrine_text_new_vstr(vstr);
}

mp_obj_t mp_obj_new_str_from_utf8_vstr(vstr_t *vstr) {
    return vitrine_text_new_vstr(vstr);
}

mp_obj_t mp_obj_new_bytes_from_vstr(vstr_t *vstr) {
    return vitrine_new_from_vstr(&mp_type_bytes, vstr);
}

mp_obj_t vitrine_new_from_vstr(const mp_obj_type_t *type, vstr_t *vstr) {
    return type == &mp_type_str ? vitrine_text_new_vstr(vstr)
        : take_vstr(type, vstr, kept_hash((const byte *)vstr->buf, vstr->len));
}

mp_obj_t mp_obj_str_intern(mp_obj_t str) {
    vitrine_span s = vitrine_span_of(str);
    return MP_OBJ_NEW_QSTR(qstr_from_strn((const char *)s.p, s.n));
}

mp_obj_t mp_obj_str_intern_checked(mp_obj_t obj) {
    return MP_OBJ_NEW_QSTR(mp_obj_str_get_qstr(obj));
}

// str(), str(object), str(bytes, encoding, errors)
mp_obj_t mp_obj_str_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { OBJECT, ENCODING, ERRORS };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_object, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_encoding, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_errors, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
    };
    if (n_args == 1 && n_kw == 0) {
        if (mp_obj_is_exact_type(args[0], &mp_type_str)) {
            return args[0];
        }
        vstr_t vstr;
        mp_print_t print;
        vstr_init_print(&vstr, 16, &print);
        mp_obj_print_helper(&print, args[0], PRINT_STR);
        return mp_obj_new_str_from_vstr(&vstr);
    }
    mp_arg_val_t a[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, a);
    if (a[OBJECT].u_obj == MP_OBJ_NULL) {
        return MP_OBJ_NEW_QSTR(MP_QSTR_);
    }
    if (a[ENCODING].u_obj == MP_OBJ_NULL && a[ERRORS].u_obj == MP_OBJ_NULL) {
        return mp_obj_str_make_new(type, 1, 0, &a[OBJECT].u_obj);
    }
    mp_buffer_info_t buffer;
    if (vitrine_native(a[OBJECT].u_obj, &mp_type_str) != MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("decoding str is not supported"));
    }
    if (!mp_get_buffer(a[OBJECT].u_obj, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("decoding to str: need a bytes-like object, %s found"),
            mp_obj_get_type_str(a[OBJECT].u_obj));
    }
    return vitrine_decode(a[OBJECT].u_obj, buffer.buf, buffer.len, a[ENCODING].u_obj, a[ERRORS].u_obj);
}

// What bytes(…) and bytearray(…) are made of.
void vitrine_bytes_collect(vstr_t *vstr, const char *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { SOURCE, ENCODING, ERRORS };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_source, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_encoding, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
        { MP_QSTR_errors, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(NULL)} },
    };
    mp_arg_val_t a[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, a);
    mp_obj_t source = a[SOURCE].u_obj;
    vstr_init(vstr, 16);
    if (source == MP_OBJ_NULL && a[ENCODING].u_obj == MP_OBJ_NULL && a[ERRORS].u_obj == MP_OBJ_NULL) {
        return;
    }
    mp_obj_t text = source == MP_OBJ_NULL ? MP_OBJ_NULL : vitrine_native(source, &mp_type_str);
    if (text != MP_OBJ_NULL) {
        if (a[ENCODING].u_obj == MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("string argument without an encoding"));
        }
        vitrine_encode(vstr, text, a[ENCODING].u_obj, a[ERRORS].u_obj);
        return;
    }
    if (a[ENCODING].u_obj != MP_OBJ_NULL || a[ERRORS].u_obj != MP_OBJ_NULL) {
        mp_raise_TypeError(a[ENCODING].u_obj != MP_OBJ_NULL
            ? MP_ERROR_TEXT("encoding without a string argument") : MP_ERROR_TEXT("errors without a string argument"));
    }
    mp_buffer_info_t buffer;
    if (mp_get_buffer(source, &buffer, MP_BUFFER_READ)) {
        vstr_add_strn(vstr, buffer.buf, buffer.len);
        return;
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(source, MP_QSTR___bytes__, dest);
    if (dest[0] != MP_OBJ_NULL) {
        mp_get_buffer_raise(mp_call_method_n_kw(0, 0, dest), &buffer, MP_BUFFER_READ);
        vstr_add_strn(vstr, buffer.buf, buffer.len);
        return;
    }
    if (vitrine_is_index(source)) {
        mp_int_t n = vitrine_index(source);
        if (n < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("negative count"));
        }
        memset(vstr_add_len(vstr, n), 0, n);
        return;
    }
    mp_load_method_maybe(source, MP_QSTR___iter__, dest);
    mp_load_method_maybe(source, MP_QSTR___getitem__, dest + (dest[0] == MP_OBJ_NULL ? 0 : 1));
    if (mp_obj_is_float(source) || source == mp_const_none) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot convert '%s' object to %s"),
            mp_obj_get_type_str(source), type);
    }
    mp_obj_iter_buf_t iter_buf;
    mp_obj_t item, iterable = mp_getiter(source, &iter_buf);
    while ((item = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
        if (!vitrine_is_index(item)) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(item));
        }
        vstr_add_byte(vstr, vitrine_byte(item, strcmp(type, "bytearray") == 0 ? "byte" : type));
    }
}

static mp_obj_t bytes_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0 && n_kw == 0) {
        return mp_const_empty_bytes;
    }
    if (n_args == 1 && n_kw == 0 && mp_obj_is_exact_type(args[0], &mp_type_bytes)) {
        return args[0];
    }
    vstr_t vstr;
    vitrine_bytes_collect(&vstr, "bytes", n_args, n_kw, args);
    return mp_obj_new_bytes_from_vstr(&vstr);
}

// --- reading, from C ---

static NORETURN void not_text(mp_obj_t o) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected str, not %s"), mp_obj_get_type_str(o));
}

qstr mp_obj_str_get_qstr(mp_obj_t self_in) {
    if (mp_obj_is_qstr(self_in)) {
        return MP_OBJ_QSTR_VALUE(self_in);
    }
    mp_obj_t text = vitrine_native(self_in, &mp_type_str);
    if (text == MP_OBJ_NULL) {
        not_text(self_in);
    }
    vitrine_span s = vitrine_span_of(text);
    return qstr_from_strn((const char *)s.p, s.n);
}

const char *mp_obj_str_get_data(mp_obj_t self_in, size_t *len) {
    mp_obj_t text = mp_obj_is_str_or_bytes(self_in) ? self_in : vitrine_native(self_in, &mp_type_str);
    if (text == MP_OBJ_NULL) {
        not_text(self_in);
    }
    vitrine_span s = vitrine_span_of(text);
    *len = s.n;
    return (const char *)s.p;
}

const char *mp_obj_str_get_str(mp_obj_t self_in) {
    size_t len;
    const char *text = mp_obj_str_get_data(self_in, &len);
    if (text[len] == '\0') {
        return text;
    }
    char *copy = memcpy(m_new(char, len + 1), text, len); // of what has grown since
    copy[len] = '\0';
    return copy;
}

mp_int_t mp_obj_str_get_buffer(mp_obj_t self_in, mp_buffer_info_t *buffer, mp_uint_t flags) {
    vitrine_span s = vitrine_span_of(self_in);
    buffer->buf = (void *)s.p;
    buffer->len = s.n;
    buffer->typecode = 'B';
    return flags != MP_BUFFER_READ;
}

bool mp_obj_str_equal(mp_obj_t s1, mp_obj_t s2) {
    if (mp_obj_is_qstr(s1) && mp_obj_is_qstr(s2)) {
        return s1 == s2;
    }
    GET_STR_HASH(s1, h1);
    GET_STR_HASH(s2, h2);
    if (h1 != 0 && h2 != 0 && ((h1 ^ h2) & ~(size_t)HASH_KEPT) != 0) {
        return false;
    }
    vitrine_span a = vitrine_span_of(s1), b = vitrine_span_of(s2);
    return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

// --- showing ---

void mp_str_print_quoted(const mp_print_t *print, const byte *data, size_t len, bool is_bytes) {
    if (is_bytes) {
        vitrine_print_quoted_bytes(print, data, len);
    } else {
        vitrine_print_quoted(print, data, len, false);
    }
}

static void text_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    vitrine_span s = vitrine_span_of(self_in);
    if (kind == PRINT_STR || kind == PRINT_RAW) {
        print->print_strn(print->data, (const char *)s.p, s.n);
    } else {
        vitrine_print_quoted(print, s.p, s.n, false);
    }
}

static void bytes_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    vitrine_span s = vitrine_span_of(self_in);
    if (kind == PRINT_RAW) {
        print->print_strn(print->data, (const char *)s.p, s.n);
    } else {
        mp_print_str(print, "b");
        vitrine_print_quoted_bytes(print, s.p, s.n);
    }
}

// --- operators ---

static mp_obj_t text_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    vitrine_span s = vitrine_span_of(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(s.n != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(vitrine_text_length(s.p, s.n));
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t repeat(const mp_obj_type_t *type, mp_obj_t self_in, mp_int_t n) {
    vitrine_span s = vitrine_span_of(self_in);
    if (n == 1 && type != &mp_type_bytearray) {
        return self_in;
    }
    if (n <= 0 || s.n == 0) {
        return type == &mp_type_str ? MP_OBJ_NEW_QSTR(MP_QSTR_) : mp_obj_new_str_of_type(type, s.p, 0);
    }
    if (s.n > (size_t)INTPTR_MAX / n) {
        m_malloc_fail(SIZE_MAX);
    }
    vstr_t vstr;
    vstr_init_len(&vstr, s.n * n);
    if (s.n == 1) {
        memset(vstr.buf, *s.p, n);
    } else {
        memcpy(vstr.buf, s.p, s.n);
        for (size_t have = s.n; have < vstr.len; have *= 2) {
            memcpy(vstr.buf + have, vstr.buf, MIN(have, vstr.len - have));
        }
    }
    return vitrine_new_from_vstr(type, &vstr);
}

static bool has_reflected(mp_obj_t o, qstr name) {
    if (!mp_obj_is_instance_type(mp_obj_get_type(o))) {
        return false;
    }
    mp_obj_t dest[2];
    mp_load_method_maybe(o, name, dest);
    return dest[0] != MP_OBJ_NULL;
}

// Text that grows piece by piece, as in `s += piece`: from the third piece on there
// is room behind it, and the longer text shares the memory of the shorter one. Owns
// what it knows of those that grew last, by address: a collection empties it.
#define GROWN_MIN 256
#define GROWN_ROOM (1024 * 1024)
#define GROWN_WITHOUT 2 // pieces

typedef struct {
    byte *data;
    size_t len, alloc, pieces;
} grown_t;
static grown_t grown[4];
static unsigned grown_next;

void vitrine_grown_forget(void) {
    memset(grown, 0, sizeof(grown));
}

static grown_t *grown_find(vitrine_span a) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(grown); ++i) {
        if (grown[i].data == a.p && grown[i].len == a.n) {
            return &grown[i];
        }
    }
    return NULL;
}

static mp_obj_t append(const mp_obj_type_t *type, vitrine_span a, vitrine_span b) {
    mp_obj_str_t *o = mp_obj_malloc(mp_obj_str_t, type);
    o->len = a.n + b.n;
    o->hash = 0;
    o->data = NULL;
    grown_t *g = grown_find(a);
    if (g == NULL || g->alloc - g->len <= b.n) {
        size_t pieces = g == NULL ? 0 : g->pieces + 1;
        size_t alloc = o->len + 1 + (pieces < GROWN_WITHOUT ? 0 : MIN(o->len, GROWN_ROOM));
        byte *data = m_new(byte, alloc);
        memcpy(data, a.p, a.n);
        g = grown_find(a); // a collection may have come in between
        g = g != NULL ? g : &grown[grown_next++ % MP_ARRAY_SIZE(grown)];
        *g = (grown_t) {data, a.n, alloc, pieces};
    }
    memcpy(g->data + a.n, b.p, b.n);
    g->data[o->len] = '\0';
    g->len = o->len;
    o->data = g->data;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t concatenate(const mp_obj_type_t *type, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    vitrine_span a = vitrine_span_of(lhs_in), b;
    if (type == &mp_type_str) {
        mp_obj_t rhs = vitrine_native(rhs_in, &mp_type_str);
        if (rhs == MP_OBJ_NULL) {
            if (has_reflected(rhs_in, MP_QSTR___radd__)) {
                return MP_OBJ_NULL;
            }
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("can only concatenate str (not \"%s\") to str"), mp_obj_get_type_str(rhs_in));
        }
        b = vitrine_span_of(rhs);
        if (a.n == 0 || b.n == 0) {
            return a.n == 0 ? rhs : lhs_in;
        }
    } else {
        mp_buffer_info_t buffer;
        if (mp_obj_is_str(rhs_in) || !mp_get_buffer(rhs_in, &buffer, MP_BUFFER_READ)) {
            if (has_reflected(rhs_in, MP_QSTR___radd__)) {
                return MP_OBJ_NULL;
            }
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can't concat %s to %q"),
                mp_obj_get_type_str(rhs_in), type->name);
        }
        b = (vitrine_span) {buffer.buf, buffer.len};
    }
    if (a.n + b.n >= GROWN_MIN) {
        return append(type, a, b);
    }
    vstr_t vstr;
    vstr_init_len(&vstr, a.n + b.n);
    memcpy(vstr.buf, a.p, a.n);
    memcpy(vstr.buf + a.n, b.p, b.n);
    return vitrine_new_from_vstr(type, &vstr);
}

// mp_obj_is_str_or_bytes() knows the two types by this function.
mp_obj_t mp_obj_str_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    const mp_obj_type_t *type = mp_obj_get_type(lhs_in);
    switch (op) {
        case MP_BINARY_OP_MODULO:
        case MP_BINARY_OP_INPLACE_MODULO:
            return vitrine_percent(lhs_in, rhs_in);
        case MP_BINARY_OP_MULTIPLY:
        case MP_BINARY_OP_INPLACE_MULTIPLY:
            if (!vitrine_is_index(rhs_in)) {
                if (has_reflected(rhs_in, MP_QSTR___rmul__)) {
                    return MP_OBJ_NULL;
                }
                mp_raise_msg_varg(&mp_type_TypeError,
                    MP_ERROR_TEXT("can't multiply sequence by non-int of type '%s'"), mp_obj_get_type_str(rhs_in));
            }
            return repeat(type, lhs_in, vitrine_index(rhs_in));
        case MP_BINARY_OP_ADD:
        case MP_BINARY_OP_INPLACE_ADD:
            return concatenate(type, lhs_in, rhs_in);
        case MP_BINARY_OP_CONTAINS:
            return mp_obj_new_bool(vitrine_contains(lhs_in, rhs_in));
        case MP_BINARY_OP_EQUAL:
        case MP_BINARY_OP_LESS:
        case MP_BINARY_OP_LESS_EQUAL:
        case MP_BINARY_OP_MORE:
        case MP_BINARY_OP_MORE_EQUAL:
            break;
        default:
            return MP_OBJ_NULL;
    }
    vitrine_span a = vitrine_span_of(lhs_in), b;
    if (type == &mp_type_str) {
        mp_obj_t rhs = vitrine_native(rhs_in, &mp_type_str);
        if (rhs == MP_OBJ_NULL) {
            return op == MP_BINARY_OP_EQUAL ? mp_const_false : MP_OBJ_NULL;
        }
        if (op == MP_BINARY_OP_EQUAL) {
            return mp_obj_new_bool(mp_obj_str_equal(lhs_in, rhs));
        }
        b = vitrine_span_of(rhs);
    } else {
        mp_buffer_info_t buffer;
        if (mp_obj_is_str(rhs_in) || !mp_get_buffer(rhs_in, &buffer, MP_BUFFER_READ)) {
            return op == MP_BINARY_OP_EQUAL ? mp_const_false : MP_OBJ_NULL;
        }
        b = (vitrine_span) {buffer.buf, buffer.len};
    }
    // The order of UTF-8 is the order of characters.
    return mp_obj_new_bool(mp_seq_cmp_bytes(op, a.p, a.n, b.p, b.n));
}

// --- subscripts ---

static mp_obj_t text_slice(vitrine_span s, mp_obj_t index) {
    vitrine_range r;
    vitrine_slice_range(index, vitrine_text_length(s.p, s.n), &r);
    if (r.step == 1 || r.count <= 1) {
        size_t from = vitrine_text_at(s.p, s.n, r.start);
        size_t to = vitrine_text_at(s.p, s.n, r.start + r.count);
        return vitrine_text_new(s.p + from, to - from);
    }
    vstr_t result;
    vstr_init(&result, r.count);
    if (vitrine_text_length(s.p, s.n) == s.n) {
        char *out = vstr_add_len(&result, r.count);
        for (size_t i = 0; i < r.count; ++i) {
            out[i] = s.p[r.start + (mp_int_t)i * r.step];
        }
    } else {
        for (size_t i = 0; i < r.count; ++i) {
            size_t at = vitrine_text_at(s.p, s.n, r.start + (mp_int_t)i * r.step);
            vstr_add_strn(&result, (const char *)s.p + at, vitrine_char_size(s.p + at, s.p + s.n));
        }
    }
    return vitrine_text_new_vstr(&result);
}

// The index of one item.
size_t vitrine_item_index(const char *name, size_t len, mp_obj_t index) {
    if (!mp_obj_is_small_int(index) && !vitrine_is_index(index)) {
        mp_raise_msg_varg(&mp_type_TypeError, strcmp(name, "string") == 0
            ? MP_ERROR_TEXT("%s indices must be integers, not '%s'")
            : MP_ERROR_TEXT("%s indices must be integers or slices, not %s"), name, mp_obj_get_type_str(index));
    }
    mp_int_t i = vitrine_index(index);
    i += i < 0 ? (mp_int_t)len : 0;
    if (i < 0 || (size_t)i >= len) {
        mp_raise_msg_varg(&mp_type_IndexError, strcmp(name, "byte") == 0
            ? MP_ERROR_TEXT("index out of range") : MP_ERROR_TEXT("%s index out of range"), name);
    }
    return i;
}

static mp_obj_t text_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    vitrine_span s = vitrine_span_of(self_in);
    if (mp_obj_is_type(index, &mp_type_slice)) {
        return text_slice(s, index);
    }
    size_t chars = vitrine_text_length(s.p, s.n);
    size_t at = vitrine_item_index("string", chars, index);
    if (chars != s.n) {
        at = vitrine_text_at(s.p, s.n, at);
    }
    return mp_obj_new_str_via_qstr((const char *)s.p + at, vitrine_char_size(s.p + at, s.p + s.n));
}

mp_obj_t vitrine_bytes_slice(const mp_obj_type_t *type, vitrine_span s, mp_obj_t index) {
    vitrine_range r;
    vitrine_slice_range(index, s.n, &r);
    if (r.step == 1) {
        return mp_obj_new_str_of_type(type, s.p + r.start, r.count);
    }
    vstr_t vstr;
    vstr_init_len(&vstr, r.count);
    for (size_t i = 0; i < r.count; ++i) {
        vstr.buf[i] = s.p[r.start + (mp_int_t)i * r.step];
    }
    return vitrine_new_from_vstr(type, &vstr);
}

static mp_obj_t bytes_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    vitrine_span s = vitrine_span_of(self_in);
    if (mp_obj_is_type(index, &mp_type_slice)) {
        return vitrine_bytes_slice(&mp_type_bytes, s, index);
    }
    return MP_OBJ_NEW_SMALL_INT(s.p[vitrine_item_index("byte", s.n, index)]);
}

// --- iteration ---

typedef struct {
    mp_obj_base_t base;
    mp_fun_1_t iternext;
    mp_obj_t str;
    size_t at;
} iterator_t;

static mp_obj_t text_next(mp_obj_t self_in) {
    iterator_t *self = MP_OBJ_TO_PTR(self_in);
    vitrine_span s = vitrine_span_of(self->str);
    if (self->at >= s.n) {
        return MP_OBJ_STOP_ITERATION;
    }
    const byte *c = s.p + self->at;
    size_t size = vitrine_char_size(c, s.p + s.n);
    self->at += size;
    return mp_obj_new_str_via_qstr((const char *)c, size);
}

static mp_obj_t bytes_next(mp_obj_t self_in) {
    iterator_t *self = MP_OBJ_TO_PTR(self_in);
    vitrine_span s = vitrine_span_of(self->str);
    return self->at < s.n ? MP_OBJ_NEW_SMALL_INT(s.p[self->at++]) : MP_OBJ_STOP_ITERATION;
}

static mp_obj_t iterate(mp_obj_t str, mp_obj_iter_buf_t *iter_buf) {
    MP_STATIC_ASSERT(sizeof(iterator_t) <= sizeof(mp_obj_iter_buf_t));
    iterator_t *o = (iterator_t *)iter_buf;
    o->base.type = &mp_type_polymorph_iter;
    o->iternext = mp_obj_is_str(str) ? text_next : bytes_next;
    o->str = str;
    o->at = 0;
    return MP_OBJ_FROM_PTR(o);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_str, MP_QSTR_str, MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, mp_obj_str_make_new,
    print, text_print,
    unary_op, text_unary_op,
    binary_op, mp_obj_str_binary_op,
    subscr, text_subscr,
    iter, iterate,
    buffer, mp_obj_str_get_buffer,
    locals_dict, &mp_obj_str_locals_dict
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_bytes, MP_QSTR_bytes, MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, bytes_make_new,
    print, bytes_print,
    binary_op, mp_obj_str_binary_op,
    subscr, bytes_subscr,
    iter, iterate,
    buffer, mp_obj_str_get_buffer,
    locals_dict, &mp_obj_bytes_locals_dict
    );
