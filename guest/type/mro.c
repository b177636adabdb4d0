// mro.c - the order in which a class and its bases are searched.
//
// Owns resolution orders. Invariant: that of a class of the guest's is linear by
// C3 and ends with object; those of built-in types are their line of parents.
#include "type/classes.h"

#include <string.h>

#include "py/objstr.h"
#include "py/objtuple.h"
#include "machine/stop.h"

// The class after `at` in the line of a built-in one. ExceptionGroup is the only
// one of these that has two bases.
static const mp_obj_type_t *line_next(const mp_obj_type_t *of, const mp_obj_type_t *at) {
    return of == &mp_type_ExceptionGroup && at == &mp_type_BaseExceptionGroup ? &mp_type_Exception : class_next(at);
}

// object should be a class; anything else has no bases.
bool mp_obj_is_subclass_fast(mp_const_obj_t object, mp_const_obj_t classinfo) {
    if (object == classinfo) {
        return true;
    }
    if (!class_is(object)) {
        return false;
    }
    const mp_obj_type_t *type = MP_OBJ_TO_PTR(object);
    if (class_is_made(type)) {
        const mp_obj_tuple_t *mro = class_mro(type);
        for (size_t i = 1; i < mro->len; ++i) {
            if (mro->items[i] == classinfo) {
                return true;
            }
        }
        return false;
    }
    for (const mp_obj_type_t *at = type; (at = line_next(type, at)) != NULL;) {
        if (MP_OBJ_FROM_PTR(at) == classinfo) {
            return true;
        }
    }
    return false;
}
// --- C3 ---

// One of the lists that it merges: `at` is its head.
typedef struct {
    const mp_obj_t *at, *end;
} line_t;

static size_t base_line(const mp_obj_type_t *type, mp_obj_t *to) {
    size_t n = 0;
    if (class_is_made(type)) {
        n = class_mro(type)->len;
        if (to != NULL) {
            memcpy(to, class_mro(type)->items, n * sizeof(*to));
        }
        return n;
    }
    for (const mp_obj_type_t *at = type; at != NULL; at = line_next(type, at)) {
        if (to != NULL) {
            to[n] = MP_OBJ_FROM_PTR(at);
        }
        ++n;
    }
    return n;
}

static bool in_a_tail(mp_obj_t candidate, const line_t *lines, size_t n) {
    for (size_t i = 0; i < n; ++i) {
        for (const mp_obj_t *p = lines[i].at + 1; p < lines[i].end; ++p) {
            if (*p == candidate) {
                return true;
            }
        }
    }
    return false;
}

static NORETURN void raise_no_order(const line_t *lines, size_t n) {
    vstr_t text;
    vstr_init(&text, 64);
    vstr_add_str(&text, "Cannot create a consistent method resolution\norder (MRO) for bases");
    const char *between = " ";
    for (size_t i = 0; i < n; ++i) {
        if (lines[i].at < lines[i].end) {
            const mp_obj_type_t *type = MP_OBJ_TO_PTR(*lines[i].at);
            bool again = false;
            for (size_t k = 0; k < i; ++k) {
                again |= lines[k].at < lines[k].end && *lines[k].at == *lines[i].at;
            }
            if (!again) {
                vstr_add_str(&text, between);
                vstr_add_str(&text, qstr_str(type->name));
                between = ", ";
            }
        }
    }
    nlr_raise(mp_obj_new_exception_args(&mp_type_TypeError, 1, &(mp_obj_t) {mp_obj_new_str_from_vstr(&text)}));
}

// The order keeps that of each base, and that of the bases.
mp_obj_tuple_t *class_linearize(mp_obj_t self, size_t n_bases, const mp_obj_t *bases) {
    size_t total = 0;
    for (size_t i = 0; i < n_bases; ++i) {
        total += base_line(MP_OBJ_TO_PTR(bases[i]), NULL);
    }
    mp_obj_t *room = m_new(mp_obj_t, total + 1);
    line_t *lines = m_new(line_t, n_bases + 1);
    mp_obj_t *order = m_new(mp_obj_t, total + 2);
    mp_obj_t *p = room;
    for (size_t i = 0; i < n_bases; ++i) {
        size_t n = base_line(MP_OBJ_TO_PTR(bases[i]), p);
        lines[i] = (line_t) {p, p + n};
        p += n;
    }
    lines[n_bases] = (line_t) {bases, bases + n_bases};
    size_t len = 0;
    order[len++] = self;
    for (;;) {
        vitrine_stop_check();
        mp_obj_t next = MP_OBJ_NULL;
        bool rest = false;
        for (size_t i = 0; i <= n_bases && next == MP_OBJ_NULL; ++i) {
            if (lines[i].at < lines[i].end) {
                rest = true;
                next = in_a_tail(*lines[i].at, lines, n_bases + 1) ? MP_OBJ_NULL : *lines[i].at;
            }
        }
        if (next == MP_OBJ_NULL) {
            if (rest) {
                raise_no_order(lines, n_bases + 1);
            }
            break;
        }
        order[len++] = next;
        for (size_t i = 0; i <= n_bases; ++i) {
            lines[i].at += lines[i].at < lines[i].end && *lines[i].at == next;
        }
    }
    if (n_bases == 0) {
        order[len++] = MP_OBJ_FROM_PTR(&mp_type_object);
    }
    mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(mp_obj_new_tuple(len, order));
    m_del(mp_obj_t, order, total + 2);
    m_del(mp_obj_t, room, total + 1);
    m_del(line_t, lines, n_bases + 1);
    return mro;
}

mp_obj_tuple_t *class_order(const mp_obj_type_t *type) {
    if (class_is_made(type)) {
        return class_mro(type);
    }
    mp_obj_tuple_t *order = MP_OBJ_TO_PTR(mp_obj_new_tuple(base_line(type, NULL), NULL));
    base_line(type, order->items);
    return order;
}
