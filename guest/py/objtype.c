// objtype.c - classes: how they are made, in which order they are searched, type
// and super; in place of MicroPython's.
//
// Owns the layout of a class (classes.h). Invariant: a class's resolution order
// is linear by C3 and ends with object; at most one chain of built-in types is
// among its bases, and class_native() is its lowest.
#include "type/classes.h"
#include "type/namedtuple.h"

#include <string.h>

#include "type/names.h"
#include "py/cstack.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "machine/stop.h"

// --- searching ---

const mp_obj_type_t *class_next(const mp_obj_type_t *type) {
    if (type == &mp_type_object) {
        return NULL;
    }
    if (type == &mp_type_bool) {
        return &mp_type_int;
    }
    const mp_obj_type_t *parent = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, parent);
    return parent == NULL ? &mp_type_object : parent;
}

mp_obj_t class_own(const mp_obj_type_t *type, qstr name) {
    if (!MP_OBJ_TYPE_HAS_SLOT(type, locals_dict)) {
        return MP_OBJ_NULL;
    }
    mp_map_t *map = &MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map;
    mp_map_elem_t *elem = mp_map_lookup(map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return elem == NULL ? MP_OBJ_NULL : elem->value;
}

static bool native_has_slot(const mp_obj_type_t *type, size_t slot) {
    return MP_OBJ_TYPE_HAS_SLOT_BY_OFFSET(type, slot)
        || (slot == MP_OBJ_TYPE_OFFSETOF_SLOT(iter) && (type->flags & MP_TYPE_FLAG_ITER_IS_STREAM));
}

mp_obj_t class_find(const mp_obj_type_t *type, qstr name, size_t slot, const mp_obj_type_t **where) {
    const mp_obj_t *at = NULL;
    if (class_is_made(type)) {
        at = class_mro(type)->items;
        type = MP_OBJ_TO_PTR(*at);
    }
    while (type != NULL && type != &mp_type_object) {
        if (slot != 0 && mp_obj_is_native_type(type) && native_has_slot(type, slot)) {
            *where = type;
            return MP_OBJ_SENTINEL;
        }
        mp_obj_t found = class_own(type, name);
        if (found != MP_OBJ_NULL) {
            *where = type;
            return found;
        }
        type = at == NULL ? class_next(type) : MP_OBJ_TO_PTR(*++at);
    }
    return MP_OBJ_NULL;
}

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

static bool type_is_subclass(const mp_obj_type_t *type, const mp_obj_type_t *base) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(base));
}

// --- binding ---

static mp_obj_t descriptor_method(mp_obj_t descriptor, qstr name, const mp_obj_type_t **where) {
    if (!mp_obj_is_obj(descriptor)) {
        return MP_OBJ_NULL;
    }
    const mp_obj_type_t *type = mp_obj_get_type(descriptor);
    return mp_obj_is_instance_type(type) ? class_find(type, name, 0, where) : MP_OBJ_NULL;
}

mp_obj_t class_call_found(mp_obj_t self, const mp_obj_type_t *where, mp_obj_t found, size_t n_args, const mp_obj_t *args) {
    mp_obj_t call[6] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(self, mp_obj_get_type(self), where, found, call);
    memcpy(call + 2, args, n_args * sizeof(*args));
    return mp_call_method_n_kw(n_args, 0, call);
}

// The object whose class is `type`, as a built-in method of `where` wants it.
static mp_obj_t self_for(mp_obj_t self, const mp_obj_type_t *where) {
    // The methods of named tuples want to know the class.
    bool named = MP_OBJ_TYPE_GET_SLOT_OR_NULL(where, parent) == &mp_type_tuple;
    if (mp_obj_is_native_type(where) && where != &mp_type_object && !named && mp_obj_is_instance_type(mp_obj_get_type(self))) {
        mp_obj_t inside = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(self))->subobj[0];
        if (native_is_unmade(inside)) {
            mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("call super().__init__() first"));
        }
        return inside;
    }
    return self;
}

// Something in a class method that is not called, but asked for what to call.
static bool class_is_descriptor(mp_obj_t found) {
    const mp_obj_type_t *kind = mp_obj_get_type(found), *in;
    return kind == &mp_type_property || kind == &mp_type_classmethod || kind == &mp_type_staticmethod
        || ((kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && class_find(kind, MP_QSTR___get__, 0, &in) != MP_OBJ_NULL);
}

// self == MP_OBJ_NULL: an attribute of the class `type` itself.
void class_bind(mp_obj_t self, const mp_obj_type_t *type, const mp_obj_type_t *where, mp_obj_t found, mp_obj_t *dest) {
    dest[0] = found;
    if (!mp_obj_is_obj(found)) {
        return;
    }
    const mp_obj_type_t *kind = ((mp_obj_base_t *)MP_OBJ_TO_PTR(found))->type;
    if (kind->flags & MP_TYPE_FLAG_BINDS_SELF) {
        if (self == MP_OBJ_NULL) {
            if ((kind->flags & MP_TYPE_FLAG_BUILTIN_FUN) && !class_is_made(where) && where != &mp_type_object) {
                mp_convert_member_lookup(MP_OBJ_NULL, where, found, dest);
            }
        } else if (!(kind->flags & MP_TYPE_FLAG_BUILTIN_FUN)) {
            dest[1] = self;
        } else if (!class_is_made(where)) {
            dest[1] = self_for(self, where);
        } else if (class_is_of_object(found)) { // `__repr__ = object.__repr__` in a class
            dest[1] = self;
        }
    } else if (kind == &mp_type_staticmethod) {
        dest[0] = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(found))->fun;
    } else if (kind == &mp_type_classmethod) {
        found = ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(found))->fun;
        dest[0] = found;
        dest[1] = MP_OBJ_FROM_PTR(type);
        if (class_is_descriptor(found)) {
            dest[1] = MP_OBJ_NULL;
            class_bind(MP_OBJ_FROM_PTR(type), type, where, found, dest);
        }
    } else if (kind == &mp_type_property) {
        if (self != MP_OBJ_NULL) {
            mp_obj_t get = mp_obj_property_get(found)[0];
            if (get == mp_const_none) {
                mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("property of '%q' object has no getter"), type->name);
            }
            dest[0] = mp_call_function_1(get, self);
        }
    } else if (kind == &vitrine_type_member) {
        if (self != MP_OBJ_NULL) {
            dest[0] = MP_OBJ_NULL; // a slot without a value: else it were among the members
        }
    } else if (kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE) {
        const mp_obj_type_t *in;
        mp_obj_t get = class_find(kind, MP_QSTR___get__, 0, &in);
        if (get != MP_OBJ_NULL) {
            mp_obj_t args[2] = {self == MP_OBJ_NULL ? mp_const_none : self, MP_OBJ_FROM_PTR(type)};
            dest[0] = class_call_found(found, in, get, 2, args);
        } else if (class_native(kind) == &mp_type_property && self != MP_OBJ_NULL) {
            dest[0] = mp_call_function_1(mp_obj_property_get(native_inside(found))[0], self);
        }
    }
}

bool class_is_data_descriptor(mp_obj_t found) {
    if (!mp_obj_is_obj(found)) {
        return false;
    }
    const mp_obj_type_t *kind = ((mp_obj_base_t *)MP_OBJ_TO_PTR(found))->type;
    const mp_obj_type_t *in;
    return kind == &mp_type_property
        || ((kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE)
            && (class_find(kind, MP_QSTR___set__, 0, &in) != MP_OBJ_NULL
                || class_find(kind, MP_QSTR___delete__, 0, &in) != MP_OBJ_NULL
                || class_native(kind) == &mp_type_property));
}

// Whether a data descriptor gives a value, rather than leave that to the instance.
bool class_gets(mp_obj_t descriptor) {
    const mp_obj_type_t *kind = mp_obj_get_type(descriptor), *in;
    return !(kind->flags & MP_TYPE_FLAG_INSTANCE_TYPE) || class_native(kind) == &mp_type_property
        || class_find(kind, MP_QSTR___get__, 0, &in) != MP_OBJ_NULL;
}

// descriptor.__get__(object, type)
static mp_obj_t descriptor_get(size_t n_args, const mp_obj_t *args) {
    mp_obj_t self = args[1] == mp_const_none && n_args > 2 ? MP_OBJ_NULL : args[1];
    const mp_obj_type_t *type = n_args > 2 && class_is(args[2]) ? MP_OBJ_TO_PTR(args[2]) : mp_obj_get_type(args[1]);
    const mp_obj_type_t *owner = vitrine_builtin_owner(args[0]);
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    class_bind(self, type, owner != NULL ? owner : type, args[0], dest);
    return dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_descriptor_get_obj, 2, 3, descriptor_get);

// value == MP_OBJ_NULL: delete.
void class_delete_or_set(mp_obj_t descriptor, mp_obj_t self, qstr name, mp_obj_t value) {
    mp_obj_t property = native_inside(descriptor);
    const mp_obj_type_t *in;
    mp_obj_t method = descriptor_method(descriptor, value == MP_OBJ_NULL ? MP_QSTR___delete__ : MP_QSTR___set__, &in);
    mp_obj_t args[2] = {self, value};
    if (method != MP_OBJ_NULL) {
        class_call_found(descriptor, in, method, value == MP_OBJ_NULL ? 1 : 2, args);
    } else if (mp_obj_is_type(property, &mp_type_property)) {
        mp_obj_t call = mp_obj_property_get(property)[value == MP_OBJ_NULL ? 2 : 1];
        if (call == mp_const_none) {
            mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("property '%q' of '%s' object has no %s"), name,
                mp_obj_get_type_str(self), value == MP_OBJ_NULL ? "deleter" : "setter");
        }
        mp_call_function_n_kw(call, value == MP_OBJ_NULL ? 1 : 2, 0, args);
    } else {
        mp_raise_msg(&mp_type_AttributeError, value == MP_OBJ_NULL ? MP_ERROR_TEXT("__delete__") : MP_ERROR_TEXT("__set__"));
    }
}

// --- slots ---

typedef struct {
    mp_obj_base_t base;
    qstr name;
} member_t;

static void member_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const member_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<member '%q'>", self->name);
}

// What a class has for each name in its __slots__.
MP_DEFINE_CONST_OBJ_TYPE(vitrine_type_member, MP_QSTR_member_descriptor, MP_TYPE_FLAG_NONE, print, member_print);

mp_obj_t class_new_member(qstr name) {
    member_t *o = mp_obj_malloc(member_t, &vitrine_type_member);
    o->name = name;
    return MP_OBJ_FROM_PTR(o);
}

// --- making a class ---

// One of the lists that C3 merges: `at` is its head.
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

// C3: the order keeps that of each base, and that of the bases.
static mp_obj_tuple_t *class_linearize(mp_obj_t self, size_t n_bases, const mp_obj_t *bases) {
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

// The built-in type among the bases that all others are bases of.
static const mp_obj_type_t *class_layout(size_t n_bases, const mp_obj_t *bases) {
    const mp_obj_type_t *native = NULL;
    for (size_t i = 0; i < n_bases; ++i) {
        const mp_obj_type_t *type = MP_OBJ_TO_PTR(bases[i]);
        const mp_obj_type_t *n = class_is_made(type) ? class_native(type) : type;
        if (n == NULL || n == &mp_type_object) {
            continue;
        }
        if (native == NULL || type_is_subclass(n, native)) {
            native = n;
        } else if (!type_is_subclass(native, n) && !(native_is_exception(native) && native_is_exception(n))) {
            mp_raise_TypeError(MP_ERROR_TEXT("multiple bases have instance lay-out conflict"));
        }
    }
    return native;
}

static unsigned accessor_flags(qstr name, mp_obj_t value) {
    const mp_obj_type_t *in;
    switch (name) {
        case MP_QSTR___setattr__:
        case MP_QSTR___delattr__:
            return CLASS_SETATTR;
        case MP_QSTR___getattr__:
            return CLASS_GETATTR;
        case MP_QSTR___getattribute__:
            return CLASS_SLOW;
    }
    if (class_is_data_descriptor(value) || descriptor_method(value, MP_QSTR___get__, &in) != MP_OBJ_NULL) {
        return MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS;
    }
    return 0;
}

static void class_add_flags(mp_obj_type_t *type, unsigned flags) {
    if ((type->flags & flags) == flags) {
        return;
    }
    mp_cstack_check();
    type->flags |= flags;
    const mp_obj_list_t *subclasses = type->slots[CLASS_SLOT_SUBCLASSES];
    for (size_t i = 0; subclasses != NULL && i < subclasses->len; ++i) {
        class_add_flags(MP_OBJ_TO_PTR(subclasses->items[i]), flags);
    }
}

static mp_map_t *class_map(const mp_obj_type_t *type) {
    return &MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map;
}

static void class_set(const mp_obj_type_t *type, qstr name, mp_obj_t value) {
    mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
}

static mp_obj_t class_take(const mp_obj_type_t *type, qstr name) {
    mp_map_elem_t *elem = mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    mp_obj_t value = elem == NULL ? MP_OBJ_NULL : elem->value;
    if (elem != NULL) {
        mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    }
    return value;
}

static void wrap_function(const mp_obj_type_t *type, qstr name, const mp_obj_type_t *wrapper) {
    mp_obj_t found = class_own(type, name);
    if (found != MP_OBJ_NULL && (mp_obj_get_type(found)->flags & MP_TYPE_FLAG_BINDS_SELF)) {
        class_set(type, name, MP_OBJ_TYPE_GET_SLOT(wrapper, make_new)(wrapper, 1, 0, &found));
    }
}

// Names that begin with two underscores are the class's own.
static qstr private_name(const mp_obj_type_t *type, qstr name) {
    size_t length;
    const char *text = (const char *)qstr_data(name, &length), *owner = qstr_str(type->name);
    if (length < 3 || strncmp(text, "__", 2) != 0 || strcmp(text + length - 2, "__") == 0) {
        return name;
    }
    vstr_t private;
    vstr_init(&private, length + 16);
    vstr_printf(&private, "_%s%s", owner + strspn(owner, "_"), text);
    return qstr_from_strn(private.buf, private.len);
}

static void class_make_slots(mp_obj_type_t *type) {
    mp_obj_t slots = class_own(type, MP_QSTR___slots__);
    if (slots == MP_OBJ_NULL) {
        return;
    }
    if (mp_obj_is_str(slots)) {
        slots = mp_obj_new_tuple(1, &slots);
    }
    bool slotted = true;
    const mp_obj_tuple_t *mro = class_mro(type);
    for (size_t i = 1; i < mro->len; ++i) {
        const mp_obj_type_t *base = MP_OBJ_TO_PTR(mro->items[i]);
        slotted &= !mp_obj_is_instance_type(base) || (base->flags & CLASS_SLOTTED);
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iter = mp_getiter(slots, &buf), name;
    while ((name = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        qstr q = private_name(type, mp_obj_str_get_qstr(name));
        if (q == MP_QSTR___dict__) {
            slotted = false;
        } else if (class_own(type, q) != MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("'%q' in __slots__ conflicts with class variable"), q);
        } else {
            class_set(type, q, class_new_member(q));
        }
    }
    if (slotted) {
        type->flags |= CLASS_SLOTTED;
    }
}

static void class_name_members(mp_obj_type_t *type, const mp_obj_dict_t *members) {
    for (size_t i = 0; i < members->map.alloc; ++i) {
        if (!mp_map_slot_is_filled(&members->map, i)) {
            continue;
        }
        mp_map_elem_t *e = &members->map.table[i];
        const mp_obj_type_t *in;
        mp_obj_t method = descriptor_method(e->value, MP_QSTR___set_name__, &in);
        if (method != MP_OBJ_NULL) {
            mp_obj_t args[2] = {MP_OBJ_FROM_PTR(type), e->key};
            class_call_found(e->value, in, method, 2, args);
        }
    }
}

static void check_bases(size_t n, const mp_obj_t *bases) {
    for (size_t i = 0; i < n; ++i) {
        if (!class_is(bases[i])) {
            mp_raise_TypeError(MP_ERROR_TEXT("bases must be types"));
        }
        const mp_obj_type_t *t = MP_OBJ_TO_PTR(bases[i]);
        if (!MP_OBJ_TYPE_HAS_SLOT(t, make_new) || t == &mp_type_bool || t == &mp_type_bound_meth || t == &mp_type_slice
            || t == &mp_type_NoneType || t == &mp_type_fun_bc) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type '%q' is not an acceptable base type"), t->name);
        }
        for (size_t k = 0; k < i; ++k) {
            if (bases[k] == bases[i]) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("duplicate base class %q"), t->name);
            }
        }
    }
}

// The most derived of the metaclasses.
static const mp_obj_type_t *class_winner(const mp_obj_type_t *meta, size_t n, const mp_obj_t *bases) {
    for (size_t i = 0; i < n; ++i) {
        const mp_obj_type_t *other = mp_obj_get_type(bases[i]);
        if (type_is_subclass(other, meta)) {
            meta = other;
        } else if (!type_is_subclass(meta, other)) {
            mp_raise_TypeError(MP_ERROR_TEXT("metaclass conflict: the metaclass of a derived class must be a "
                "(non-strict) subclass of the metaclasses of all its bases"));
        }
    }
    return meta;
}

static mp_obj_t meta_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
static mp_obj_t type_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args);
static void type_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind);
static void type_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);
static mp_obj_t type_unary_op(mp_unary_op_t op, mp_obj_t self);
static mp_obj_t type_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs);
static mp_obj_t type_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value);
static mp_obj_t type_getiter(mp_obj_t self, mp_obj_iter_buf_t *buf);

static mp_obj_type_t *class_alloc(bool meta) {
    mp_obj_type_t *o = m_new_obj_var0(mp_obj_type_t, slots, void *, CLASS_SLOTS);
    if (meta) {
        o->flags = CLASS_META;
        MP_OBJ_TYPE_SET_SLOT(o, make_new, meta_make_new, 0);
        MP_OBJ_TYPE_SET_SLOT(o, print, type_print, 1);
        MP_OBJ_TYPE_SET_SLOT(o, call, type_call, 2);
        MP_OBJ_TYPE_SET_SLOT(o, unary_op, type_unary_op, 3);
        MP_OBJ_TYPE_SET_SLOT(o, binary_op, type_binary_op, 4);
        MP_OBJ_TYPE_SET_SLOT(o, attr, type_attr, 5);
        MP_OBJ_TYPE_SET_SLOT(o, subscr, type_subscr, 6);
        MP_OBJ_TYPE_SET_SLOT(o, iter, type_getiter, 7);
    } else {
        o->flags = MP_TYPE_FLAG_INSTANCE_TYPE;
        MP_OBJ_TYPE_SET_SLOT(o, make_new, instance_make_new, 0);
        MP_OBJ_TYPE_SET_SLOT(o, print, instance_print, 1);
        MP_OBJ_TYPE_SET_SLOT(o, call, mp_obj_instance_call, 2);
        MP_OBJ_TYPE_SET_SLOT(o, unary_op, instance_unary_op, 3);
        MP_OBJ_TYPE_SET_SLOT(o, binary_op, instance_binary_op, 4);
        MP_OBJ_TYPE_SET_SLOT(o, attr, instance_attr, 5);
        MP_OBJ_TYPE_SET_SLOT(o, subscr, instance_subscr, 6);
        MP_OBJ_TYPE_SET_SLOT(o, iter, mp_obj_instance_getiter, 7);
        MP_OBJ_TYPE_SET_SLOT(o, buffer, instance_get_buffer, 8);
    }
    o->flags |= MP_TYPE_FLAG_EQ_NOT_REFLEXIVE | MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_EQ_HAS_NEQ_TEST
        | MP_TYPE_FLAG_ITER_IS_GETITER;
    return o;
}

static void class_join_bases(mp_obj_type_t *o, size_t n, const mp_obj_t *bases) {
    for (size_t i = 0; i < n; ++i) {
        mp_obj_type_t *base = MP_OBJ_TO_PTR(bases[i]);
        if (class_is_made(base)) {
            o->flags |= base->flags & CLASS_INHERITED;
            if (base->slots[CLASS_SLOT_SUBCLASSES] == NULL) {
                base->slots[CLASS_SLOT_SUBCLASSES] = MP_OBJ_TO_PTR(mp_obj_new_list(0, NULL));
            }
            mp_obj_list_append(MP_OBJ_FROM_PTR(base->slots[CLASS_SLOT_SUBCLASSES]), MP_OBJ_FROM_PTR(o));
        }
    }
}

// type.__new__: kw has the keywords of the class statement, for __init_subclass__.
extern const mp_obj_type_t mp_type_cell;

static mp_obj_t class_new(const mp_obj_type_t *meta, mp_obj_t name_in, mp_obj_t bases_in, mp_obj_t dict_in, size_t n_kw, const mp_obj_t *kw) {
    qstr name = mp_obj_str_get_qstr(name_in);
    dict_in = native_inside(dict_in);
    if (!mp_obj_is_type(bases_in, &mp_type_tuple) || !mp_obj_is_dict_or_ordereddict(dict_in)) {
        mp_raise_TypeError(MP_ERROR_TEXT("type() takes a name, a tuple of bases and a dict"));
    }
    size_t n_bases;
    mp_obj_t *bases;
    mp_obj_tuple_get(bases_in, &n_bases, &bases);
    check_bases(n_bases, bases);
    meta = class_winner(meta, n_bases, bases);
    const mp_obj_type_t *native = class_layout(n_bases, bases);
    bool is_meta = native != NULL && type_is_subclass(native, &mp_type_type);
    mp_obj_type_t *o = class_alloc(is_meta);
    o->base.type = meta;
    o->name = name;
    MP_OBJ_TYPE_SET_SLOT(o, locals_dict, MP_OBJ_TO_PTR(mp_obj_dict_copy(dict_in)), 9);
    MP_OBJ_TYPE_GET_SLOT(o, locals_dict)->base.type = &mp_type_dict;
    if (n_bases == 1) {
        MP_OBJ_TYPE_SET_SLOT(o, parent, MP_OBJ_TO_PTR(bases[0]), 10);
    } else if (n_bases > 1) {
        MP_OBJ_TYPE_SET_SLOT(o, parent, MP_OBJ_TO_PTR(bases_in), 10);
    }
    o->slots[CLASS_SLOT_MRO] = class_linearize(MP_OBJ_FROM_PTR(o), n_bases, bases);
    o->slots[CLASS_SLOT_NATIVE] = is_meta ? &mp_type_type : native;
    // A base's C-level protocol, such as a stream's, is inherited.
    const void *protocol = n_bases == 0 ? NULL : MP_OBJ_TYPE_GET_SLOT_OR_NULL((mp_obj_type_t *)MP_OBJ_TO_PTR(bases[0]), protocol);
    if (protocol != NULL) {
        MP_OBJ_TYPE_SET_SLOT(o, protocol, protocol, 11);
    }

    mp_obj_t qualname = class_take(o, MP_QSTR___qualname__);
    o->slots[CLASS_SLOT_QUALNAME] = MP_OBJ_TO_PTR(qualname == MP_OBJ_NULL ? name_in : qualname);
    if (qualname != MP_OBJ_NULL && !mp_obj_is_str(qualname)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type __qualname__ must be a str, not %s"), mp_obj_get_type_str(qualname));
    }
    mp_obj_t cell = class_take(o, MP_QSTR___classcell__);
    if (cell != MP_OBJ_NULL && !mp_obj_is_type(cell, &mp_type_cell)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__classcell__ must be a nonlocal cell, not <class '%s'>"),
            mp_obj_get_type_str(cell));
    }
    wrap_function(o, MP_QSTR___new__, &mp_type_staticmethod);
    wrap_function(o, MP_QSTR___init_subclass__, &mp_type_classmethod);
    wrap_function(o, MP_QSTR___class_getitem__, &mp_type_classmethod);
    if (class_own(o, MP_QSTR___eq__) != MP_OBJ_NULL && class_own(o, MP_QSTR___hash__) == MP_OBJ_NULL) {
        class_set(o, MP_QSTR___hash__, mp_const_none);
    }
    if (class_own(o, MP_QSTR___doc__) == MP_OBJ_NULL) {
        class_set(o, MP_QSTR___doc__, mp_const_none);
    }
    if (class_own(o, MP_QSTR___module__) == MP_OBJ_NULL) {
        mp_map_elem_t *module = mp_map_lookup(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
        if (module != NULL) {
            class_set(o, MP_QSTR___module__, module->value);
        }
    }
    class_make_slots(o);
    const mp_map_t *map = class_map(o);
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_qstr(map->table[i].key)) {
            o->flags |= accessor_flags(MP_OBJ_QSTR_VALUE(map->table[i].key), map->table[i].value);
        }
    }
    class_join_bases(o, n_bases, bases);
    if (cell != MP_OBJ_NULL) {
        mp_obj_cell_set(cell, MP_OBJ_FROM_PTR(o));
    }
    class_name_members(o, MP_OBJ_TO_PTR(dict_in));

    mp_obj_t *call = m_new(mp_obj_t, 3 + 2 * n_kw);
    call[1] = call[2] = MP_OBJ_FROM_PTR(o);
    mp_load_super_method(MP_QSTR___init_subclass__, call);
    memcpy(call + 2, kw, 2 * n_kw * sizeof(*kw));
    mp_call_method_n_kw(0, n_kw, call);
    m_del(mp_obj_t, call, 3 + 2 * n_kw);
    return MP_OBJ_FROM_PTR(o);
}

mp_obj_t mp_obj_new_type(qstr name, mp_obj_t bases_tuple, mp_obj_t locals_dict) {
    return class_new(&mp_type_type, MP_OBJ_NEW_QSTR(name), bases_tuple, locals_dict, 0, NULL);
}

// --- __build_class__ ---

static mp_obj_t without_metaclass(const mp_map_t *kw, mp_obj_t *to, size_t *n) {
    mp_obj_t meta = MP_OBJ_NULL;
    *n = 0;
    for (size_t i = 0; i < kw->alloc; ++i) {
        if (!mp_map_slot_is_filled(kw, i)) {
            continue;
        }
        if (kw->table[i].key == MP_OBJ_NEW_QSTR(MP_QSTR_metaclass)) {
            meta = kw->table[i].value;
        } else {
            to[2 * *n] = kw->table[i].key;
            to[2 * *n + 1] = kw->table[i].value;
            ++*n;
        }
    }
    return meta;
}

// Bases that are no classes say themselves what to inherit from.
static mp_obj_t resolve_bases(size_t n, const mp_obj_t *bases, mp_obj_t original) {
    mp_obj_t list = MP_OBJ_NULL;
    for (size_t i = 0; i < n; ++i) {
        mp_obj_t call[3] = {MP_OBJ_NULL};
        if (!class_is(bases[i])) {
            mp_load_method_maybe(bases[i], MP_QSTR___mro_entries__, call);
        }
        if (call[0] != MP_OBJ_NULL && list == MP_OBJ_NULL) {
            list = mp_obj_new_list(i, (mp_obj_t *)bases);
        }
        if (call[0] != MP_OBJ_NULL) {
            call[2] = original;
            mp_obj_t entries = mp_call_method_n_kw(1, 0, call);
            size_t len;
            mp_obj_t *items;
            mp_obj_get_array(entries, &len, &items);
            for (size_t k = 0; k < len; ++k) {
                mp_obj_list_append(list, items[k]);
            }
        } else if (list != MP_OBJ_NULL) {
            mp_obj_list_append(list, bases[i]);
        }
    }
    if (list == MP_OBJ_NULL) {
        return original;
    }
    const mp_obj_list_t *l = MP_OBJ_TO_PTR(list);
    return mp_obj_new_tuple(l->len, l->items);
}

static mp_obj_t prepare_namespace(mp_obj_t meta, mp_obj_t name, mp_obj_t bases, size_t n_kw, const mp_obj_t *kw) {
    mp_obj_t method[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    if (meta != MP_OBJ_FROM_PTR(&mp_type_type)) {
        mp_load_method_maybe(meta, MP_QSTR___prepare__, method);
    }
    if (method[0] == MP_OBJ_NULL) {
        return mp_obj_new_dict(0);
    }
    mp_obj_t *call = m_new(mp_obj_t, 4 + 2 * n_kw);
    memcpy(call, method, sizeof(method));
    call[2] = name;
    call[3] = bases;
    memcpy(call + 4, kw, 2 * n_kw * sizeof(*kw));
    mp_obj_t namespace = mp_call_method_n_kw(2, n_kw, call);
    m_del(mp_obj_t, call, 4 + 2 * n_kw);
    return namespace;
}

// args: the class's body as a function, its name, its bases.
static mp_obj_t build_class(size_t n_args, const mp_obj_t *args, mp_map_t *kw_map) {
    mp_obj_t name = args[1];
    mp_obj_t original = mp_obj_new_tuple(n_args - 2, args + 2);
    mp_obj_t *kw = m_new(mp_obj_t, 2 * kw_map->used + 1);
    size_t n_kw;
    mp_obj_t meta = without_metaclass(kw_map, kw, &n_kw);
    mp_obj_t bases = resolve_bases(n_args - 2, args + 2, original);
    if (meta == MP_OBJ_NULL || class_is(meta)) {
        size_t n;
        mp_obj_t *items;
        mp_obj_tuple_get(bases, &n, &items);
        for (size_t i = 0; i < n; ++i) {
            if (!class_is(items[i])) {
                // As CPython: calling the base's type is what fails, and says how.
                meta = MP_OBJ_FROM_PTR(mp_obj_get_type(items[i]));
                n = 0;
            }
        }
        if (n > 0 || meta == MP_OBJ_NULL) {
            meta = MP_OBJ_FROM_PTR(class_winner(meta == MP_OBJ_NULL ? &mp_type_type : MP_OBJ_TO_PTR(meta), n, items));
        }
    }
    mp_obj_t namespace = prepare_namespace(meta, name, bases, n_kw, kw);
    mp_obj_t inside = native_inside(namespace);
    if (!mp_obj_is_dict_or_ordereddict(inside)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__prepare__() must return a dict"));
    }
    // A namespace with a __setitem__ of its own is told what the body defined.
    mp_obj_t locals = inside == namespace ? namespace : mp_obj_new_dict(0);

    nlr_jump_callback_node_globals_locals_t ctx = {.globals = mp_globals_get(), .locals = mp_locals_get()};
    nlr_push_jump_callback(&ctx.callback, mp_globals_locals_set_from_nlr_jump_callback);
    mp_locals_set(MP_OBJ_TO_PTR(locals));
    mp_obj_t cell = mp_call_function_0(args[0]);
    nlr_pop_jump_callback(true);

    if (locals != namespace) {
        const mp_map_t *map = mp_obj_dict_get_map(locals);
        for (size_t i = 0; i < map->alloc; ++i) {
            if (mp_map_slot_is_filled(map, i)) {
                mp_obj_subscr(namespace, map->table[i].key, map->table[i].value);
            }
        }
    }
    if (bases != original) {
        mp_obj_dict_store(inside, MP_OBJ_NEW_QSTR(MP_QSTR___orig_bases__), original);
    }
    if (cell != mp_const_none) {
        mp_obj_dict_store(inside, MP_OBJ_NEW_QSTR(MP_QSTR___classcell__), cell);
    }
    mp_obj_t *call = m_new(mp_obj_t, 3 + 2 * n_kw);
    call[0] = name;
    call[1] = bases;
    call[2] = namespace;
    memcpy(call + 3, kw, 2 * n_kw * sizeof(*kw));
    mp_obj_t made = mp_call_function_n_kw(meta, 3, n_kw, call);
    if (cell != mp_const_none) {
        mp_obj_cell_set(cell, made);
    }
    return made;
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin___build_class___obj, 2, build_class);

// --- type ---

// Where a type that is written in C is found.
static qstr native_module(const mp_obj_type_t *self) {
    switch (self->name) {
        case MP_QSTR_array:
            return MP_QSTR_array;
        case MP_QSTR_deque:
        case MP_QSTR_OrderedDict:
            return MP_QSTR_collections;
        case MP_QSTR__lru_cache_wrapper:
        case MP_QSTR_KeyWrapper:
        case MP_QSTR_partial:
            return MP_QSTR_functools;
        case MP_QSTR_HASH:
            return MP_QSTR__hashlib;
        case MP_QSTR_BytesIO:
        case MP_QSTR_StringIO:
            return MP_QSTR__io;
        case MP_QSTR_accumulate:
        case MP_QSTR_chain:
        case MP_QSTR_combinations:
        case MP_QSTR_combinations_with_replacement:
        case MP_QSTR_compress:
        case MP_QSTR_count:
        case MP_QSTR_cycle:
        case MP_QSTR_dropwhile:
        case MP_QSTR_filterfalse:
        case MP_QSTR_groupby:
        case MP_QSTR_islice:
        case MP_QSTR_pairwise:
        case MP_QSTR_permutations:
        case MP_QSTR_product:
        case MP_QSTR_repeat:
        case MP_QSTR_starmap:
        case MP_QSTR__tee:
        case MP_QSTR_takewhile:
        case MP_QSTR_zip_longest:
            return MP_QSTR_itertools;
        case MP_QSTR_attrgetter:
        case MP_QSTR_itemgetter:
        case MP_QSTR_methodcaller:
            return MP_QSTR_operator;
        case MP_QSTR_Match:
        case MP_QSTR_Pattern:
            return MP_QSTR_re;
        default:
            return MP_QSTR_builtins;
    }
}

// Its __module__, or MP_OBJ_NULL.
static mp_obj_t class_module(const mp_obj_type_t *self) {
    mp_obj_t own = class_own(self, MP_QSTR___module__);
    return own == MP_OBJ_NULL && !class_is_made(self) ? MP_OBJ_NEW_QSTR(native_module(self)) : own;
}

static void print_name(const mp_print_t *print, const mp_obj_type_t *self) {
    mp_obj_t module = class_module(self);
    if (module != MP_OBJ_NULL && mp_obj_is_str(module) && module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
        mp_obj_print_helper(print, module, PRINT_STR);
        mp_print_str(print, ".");
    }
    if (!class_is_made(self)) {
        mp_printf(print, "%q", self->name);
        return;
    }
    mp_obj_print_helper(print, MP_OBJ_FROM_PTR(self->slots[CLASS_SLOT_QUALNAME]), PRINT_STR);
}

static void type_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *meta = self->base.type, *where;
    if (meta != &mp_type_type) {
        mp_obj_t found = kind == PRINT_STR ? class_find(meta, MP_QSTR___str__, 0, &where) : MP_OBJ_NULL;
        if (found == MP_OBJ_NULL) {
            found = class_find(meta, MP_QSTR___repr__, 0, &where);
        }
        if (found != MP_OBJ_NULL) {
            mp_obj_print_helper(print, class_call_found(self_in, where, found, 0, NULL), PRINT_STR);
            return;
        }
    }
    mp_print_str(print, "<class '");
    print_name(print, self);
    mp_print_str(print, "'>");
}

// The name that objects of this class have in their repr: module and qualified name.
void class_print_name(const mp_print_t *print, const mp_obj_type_t *type) {
    print_name(print, type);
}

static mp_obj_t meta_make_new(const mp_obj_type_t *meta, size_t n_args, size_t n_kw, const mp_obj_t *args);

static mp_obj_t type_make_new(const mp_obj_type_t *meta, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 1 && n_kw == 0 && meta == &mp_type_type) {
        return MP_OBJ_FROM_PTR(mp_obj_get_type(args[0]));
    }
    if (n_args != 3) {
        mp_raise_TypeError(MP_ERROR_TEXT("type() takes 1 or 3 arguments"));
    }
    if (meta == &mp_type_type && mp_obj_is_type(args[1], &mp_type_tuple)) {
        const mp_obj_tuple_t *bases = MP_OBJ_TO_PTR(args[1]);
        for (size_t i = 0; i < bases->len; ++i) {
            const mp_obj_type_t *other = mp_obj_get_type(bases->items[i]);
            if (other != &mp_type_type && class_is(bases->items[i])) {
                return meta_make_new(class_winner(other, bases->len, bases->items), n_args, n_kw, args);
            }
        }
    }
    return class_new(meta, args[0], args[1], args[2], n_kw, args + 3);
}

static mp_obj_t call_with(mp_obj_t fun, mp_obj_t first, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_method_self_n_kw(fun, first, n_args, n_kw, args);
}

// Makes a class by calling a metaclass.
static mp_obj_t meta_make_new(const mp_obj_type_t *meta, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *where;
    mp_obj_t found = class_find(meta, MP_QSTR___new__, 0, &where);
    mp_obj_t made;
    if (found == MP_OBJ_NULL || !class_is_made(where)) {
        made = type_make_new(meta, n_args, n_kw, args);
    } else {
        mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
        class_bind(MP_OBJ_NULL, meta, where, found, dest);
        made = call_with(dest[0], MP_OBJ_FROM_PTR(meta), n_args, n_kw, args);
    }
    if (type_is_subclass(mp_obj_get_type(made), meta)) {
        found = class_find(mp_obj_get_type(made), MP_QSTR___init__, 0, &where);
        if (found != MP_OBJ_NULL && class_is_made(where)) {
            call_with(found, made, n_args, n_kw, args);
        }
    }
    return made;
}

// type.__call__
static mp_obj_t class_instantiate(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    if (!MP_OBJ_TYPE_HAS_SLOT(self, make_new)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot create '%q' instances"), self->name);
    }
    if (!class_is_made(self)) {
        vitrine_type_called = self->name;
    }
    return MP_OBJ_TYPE_GET_SLOT(self, make_new)(self, n_args, n_kw, args);
}

static mp_obj_t type_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_cstack_check();
    const mp_obj_type_t *meta = mp_obj_get_type(self_in);
    if (meta != &mp_type_type) {
        const mp_obj_type_t *where;
        mp_obj_t found = class_find(meta, MP_QSTR___call__, 0, &where);
        if (found != MP_OBJ_NULL && class_is_made(where)) {
            return call_with(found, self_in, n_args, n_kw, args);
        }
    }
    return class_instantiate(self_in, n_args, n_kw, args);
}

// What the metaclass of `self` defines as `name`.
static mp_obj_t meta_find(mp_obj_t self, qstr name, const mp_obj_type_t **where) {
    const mp_obj_type_t *meta = mp_obj_get_type(self);
    return meta == &mp_type_type ? MP_OBJ_NULL : class_find(meta, name, 0, where);
}

static mp_obj_t type_unary_op(mp_unary_op_t op, mp_obj_t self) {
    const mp_obj_type_t *where;
    mp_obj_t found = meta_find(self, mp_unary_op_method_name[op], &where);
    if (found != MP_OBJ_NULL && found != mp_const_none) {
        return class_call_found(self, where, found, 0, NULL);
    }
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_uint_t)self >> 2) : MP_OBJ_NULL;
}

static mp_obj_t type_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *where;
    mp_obj_t found = meta_find(lhs, mp_binary_op_method_name[op], &where);
    if (found != MP_OBJ_NULL) {
        mp_obj_t result = class_call_found(lhs, where, found, 1, &rhs);
        if (result == mp_const_notimplemented) {
            return MP_OBJ_NULL;
        }
        return op == MP_BINARY_OP_CONTAINS ? mp_obj_new_bool(mp_obj_is_true(result)) : result;
    }
    if (op == MP_BINARY_OP_OR || op == MP_BINARY_OP_REVERSE_OR) {
        return op == MP_BINARY_OP_OR ? vitrine_union(lhs, rhs) : vitrine_union(rhs, lhs);
    }
    return MP_OBJ_NULL;
}

// Built-in types that take arguments in brackets.
static bool takes_arguments(const mp_obj_type_t *type) {
    return type == &mp_type_list || type == &mp_type_dict || type == &mp_type_tuple || type == &mp_type_set
        || type == &mp_type_frozenset || type == &mp_type_type || type == &mp_type_enumerate
        || type == &mp_type_ordereddict || type->name == MP_QSTR_deque || type->name == MP_QSTR_defaultdict;
}

static mp_obj_t type_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    const mp_obj_type_t *where;
    qstr name = value == MP_OBJ_NULL ? MP_QSTR___delitem__
        : value == MP_OBJ_SENTINEL ? MP_QSTR___getitem__ : MP_QSTR___setitem__;
    mp_obj_t found = meta_find(self, name, &where);
    if (found != MP_OBJ_NULL) {
        mp_obj_t args[2] = {index, value};
        mp_obj_t result = class_call_found(self, where, found, name == MP_QSTR___setitem__ ? 2 : 1, args);
        return value == MP_OBJ_SENTINEL ? result : mp_const_none;
    }
    if (value == MP_OBJ_SENTINEL) {
        found = class_find(MP_OBJ_TO_PTR(self), MP_QSTR___class_getitem__, 0, &where);
        if (found != MP_OBJ_NULL) {
            mp_obj_t call[3] = {MP_OBJ_NULL, MP_OBJ_NULL, index};
            class_bind(MP_OBJ_NULL, MP_OBJ_TO_PTR(self), where, found, call);
            return mp_call_method_n_kw(1, 0, call);
        }
        for (const mp_obj_type_t *type = MP_OBJ_TO_PTR(self); type != NULL;) {
            if (takes_arguments(type)) {
                return vitrine_generic(self, index);
            }
            type = class_is_made(type) ? class_native(type) : NULL;
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("type '%q' is not subscriptable"),
            ((mp_obj_type_t *)MP_OBJ_TO_PTR(self))->name);
    }
    return MP_OBJ_NULL;
}

static mp_obj_t type_getiter(mp_obj_t self, mp_obj_iter_buf_t *buf) {
    const mp_obj_type_t *where;
    mp_obj_t found = meta_find(self, MP_QSTR___iter__, &where);
    if (found == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not iterable"), mp_obj_get_type_str(self));
    }
    return class_call_found(self, where, found, 0, NULL);
}

static mp_obj_t class_bases(const mp_obj_type_t *self) {
    const mp_obj_type_t *next = class_is_made(self) ? MP_OBJ_TYPE_GET_SLOT_OR_NULL(self, parent) : class_next(self);
    if (self == &mp_type_object) {
        return mp_const_empty_tuple;
    }
    mp_obj_t base = next == NULL ? MP_OBJ_FROM_PTR(&mp_type_object) : MP_OBJ_FROM_PTR(next);
    return mp_obj_is_type(base, &mp_type_tuple) ? base : mp_obj_new_tuple(1, &base);
}

static mp_obj_t type_mro(mp_obj_t self_in) {
    const mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    if (class_is_made(self)) {
        return MP_OBJ_FROM_PTR(class_mro(self));
    }
    mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(mp_obj_new_tuple(base_line(self, NULL), NULL));
    base_line(self, mro->items);
    return MP_OBJ_FROM_PTR(mro);
}

static mp_obj_t class_dict(const mp_obj_type_t *self) {
    const mp_obj_dict_t *dict = MP_OBJ_TYPE_GET_SLOT_OR_NULL(self, locals_dict);
    if (dict == NULL) {
        return MP_OBJ_FROM_PTR(&mp_const_empty_dict_obj);
    }
    if (dict->map.is_fixed) {
        return MP_OBJ_FROM_PTR(dict);
    }
    mp_obj_dict_t *copy = MP_OBJ_TO_PTR(mp_obj_dict_copy(MP_OBJ_FROM_PTR(dict)));
    copy->map.is_fixed = 1;
    return MP_OBJ_FROM_PTR(copy);
}

// As in CPython, what a module's class is called in the texts of errors may begin
// with the module; its __name__ does not.
static mp_obj_t class_name(const mp_obj_type_t *self) {
    const char *text = qstr_str(self->name), *dot = strrchr(text, '.');
    mp_obj_t module = dot == NULL ? MP_OBJ_NULL : class_own(self, MP_QSTR___module__);
    if (module != MP_OBJ_NULL && mp_obj_is_str(module)) {
        size_t n;
        const char *start = mp_obj_str_get_data(module, &n);
        if (n == (size_t)(dot - text) && memcmp(start, text, n) == 0) {
            return MP_OBJ_NEW_QSTR(qstr_from_str(dot + 1));
        }
    }
    return MP_OBJ_NEW_QSTR(self->name);
}

// Its own, never a base's; made when they are asked for.
static mp_obj_t class_annotations(const mp_obj_type_t *self) {
    mp_obj_t own = class_own(self, MP_QSTR___annotations__);
    if (own == MP_OBJ_NULL) {
        own = mp_obj_new_dict(0);
        mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(self, locals_dict)->map, MP_OBJ_NEW_QSTR(MP_QSTR___annotations__),
            MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = own;
    }
    return own;
}

// What every class has, its own.
static mp_obj_t class_intrinsic(const mp_obj_type_t *self, qstr attr) {
    switch (attr) {
        case MP_QSTR___name__:
            return class_name(self);
        case MP_QSTR___qualname__:
            return class_is_made(self) ? MP_OBJ_FROM_PTR(self->slots[CLASS_SLOT_QUALNAME]) : MP_OBJ_NEW_QSTR(self->name);
        case MP_QSTR___dict__:
            return class_dict(self);
        case MP_QSTR___bases__:
            return class_bases(self);
        case MP_QSTR___base__:
            return self == &mp_type_object ? mp_const_none : ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(class_bases(self)))->items[0];
        case MP_QSTR___mro__:
            return type_mro(MP_OBJ_FROM_PTR(self));
        case MP_QSTR___module__:
            return class_is_made(self) ? MP_OBJ_NULL : class_module(self);
        case MP_QSTR___doc__:
            return class_is_made(self) || vitrine_namedtuple_is(self) ? MP_OBJ_NULL : mp_const_none;
        case MP_QSTR___annotations__:
            return class_is_made(self) ? class_annotations(self) : MP_OBJ_NULL;
        default:
            return MP_OBJ_NULL;
    }
}

// Special methods that a built-in base has without a name for them, and object's.
static void type_load_native(const mp_obj_type_t *self, qstr attr, mp_obj_t *dest) {
    const mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(type_mro(MP_OBJ_FROM_PTR(self)));
    for (size_t i = 0; i < mro->len; ++i) {
        const mp_obj_type_t *type = MP_OBJ_TO_PTR(mro->items[i]);
        if (!class_is_made(type)) {
            mp_obj_t found = type == &mp_type_object ? class_own(type, attr) : MP_OBJ_NULL;
            if (found == MP_OBJ_NULL) {
                found = native_member(type, attr);
            }
            if (found == MP_OBJ_NULL) {
                found = vitrine_namedtuple_field(type, attr);
            }
            if (found != MP_OBJ_NULL) {
                class_bind(MP_OBJ_NULL, self, type, found, dest);
                return;
            }
        }
    }
}

static void type_load(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in), *meta_where, *where;
    mp_obj_t of_meta = meta_find(self_in, attr, &meta_where);
    if (of_meta != MP_OBJ_NULL && class_is_data_descriptor(of_meta)) {
        class_bind(self_in, self->base.type, meta_where, of_meta, dest);
        return;
    }
    dest[0] = class_intrinsic(self, attr);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    mp_obj_t found = class_find(self, attr, 0, &where);
    if (found != MP_OBJ_NULL) {
        class_bind(MP_OBJ_NULL, self, where, found, dest);
        return;
    }
    type_load_native(self, attr, dest);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (of_meta == MP_OBJ_NULL) {
        of_meta = class_own(&mp_type_type, attr);
        meta_where = &mp_type_type;
    }
    if (of_meta != MP_OBJ_NULL) {
        class_bind(self_in, self->base.type, meta_where, of_meta, dest);
        return;
    }
    if (self->base.type->flags & CLASS_GETATTR) {
        mp_obj_t get = meta_find(self_in, MP_QSTR___getattr__, &where);
        if (get != MP_OBJ_NULL) {
            dest[0] = class_call_found(self_in, where, get, 1, &(mp_obj_t) {MP_OBJ_NEW_QSTR(attr)});
        }
    }
}

static void type_store(mp_obj_t self_in, qstr attr, mp_obj_t value) {
    mp_obj_type_t *self = MP_OBJ_TO_PTR(self_in);
    if (vitrine_namedtuple_store(self, attr, value)) {
        return;
    }
    if (!class_is_made(self)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot set '%q' attribute of immutable type '%q'"), attr, self->name);
    }
    const mp_obj_type_t *where;
    mp_obj_t of_meta = meta_find(self_in, attr, &where);
    if (of_meta != MP_OBJ_NULL && class_is_data_descriptor(of_meta)) {
        class_delete_or_set(of_meta, self_in, attr, value);
        return;
    }
    if (value == MP_OBJ_NULL) {
        if (class_take(self, attr) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("type object '%q' has no attribute '%q'"), self->name, attr);
        }
        return;
    }
    if (attr == MP_QSTR___name__) {
        self->name = mp_obj_str_get_qstr(value);
    } else if (attr == MP_QSTR___qualname__) {
        mp_obj_str_get_qstr(value);
        self->slots[CLASS_SLOT_QUALNAME] = MP_OBJ_TO_PTR(value);
    } else {
        if (attr == MP_QSTR___abstractmethods__) {
            bool abstract = mp_obj_is_true(value);
            self->flags = abstract ? self->flags | CLASS_ABSTRACT : self->flags & ~CLASS_ABSTRACT;
        }
        unsigned flags = accessor_flags(attr, value);
        // Instances may have an attribute of that name already.
        class_add_flags(self, class_is_data_descriptor(value) ? flags | CLASS_SLOW : flags);
        class_set(self, attr, value);
    }
}

static void type_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        type_load(self_in, attr, dest);
        return;
    }
    const mp_obj_type_t *where;
    mp_obj_t found = meta_find(self_in, dest[1] == MP_OBJ_NULL ? MP_QSTR___delattr__ : MP_QSTR___setattr__, &where);
    if (found != MP_OBJ_NULL && class_is_made(where)) {
        mp_obj_t args[2] = {MP_OBJ_NEW_QSTR(attr), dest[1]};
        class_call_found(self_in, where, found, dest[1] == MP_OBJ_NULL ? 1 : 2, args);
    } else {
        type_store(self_in, attr, dest[1]);
    }
    dest[0] = MP_OBJ_NULL;
}

// type's own methods, for metaclasses to call.

static mp_obj_t type___call__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    mp_obj_t *all = m_new(mp_obj_t, n_args + 2 * kw->used);
    size_t n = n_args - 1, n_kw = 0;
    memcpy(all, args + 1, n * sizeof(*args));
    for (size_t i = 0; i < kw->alloc; ++i) {
        if (mp_map_slot_is_filled(kw, i)) {
            all[n + 2 * n_kw] = kw->table[i].key;
            all[n + 2 * n_kw + 1] = kw->table[i].value;
            ++n_kw;
        }
    }
    if (!class_is(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("type.__call__() needs a class"));
    }
    return class_instantiate(args[0], n, n_kw, all);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type___call___obj, 1, type___call__);

static mp_obj_t type___init__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type___init___obj, 1, type___init__);

static mp_obj_t type___prepare__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    return mp_obj_new_dict(0);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(type___prepare___fun, 1, type___prepare__);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(type___prepare___obj, MP_ROM_PTR(&type___prepare___fun));

static const mp_obj_type_t *need_class(mp_obj_t o) {
    if (!class_is(o)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a class is needed"));
    }
    return MP_OBJ_TO_PTR(o);
}

static mp_obj_t type___subclasses__(mp_obj_t self_in) {
    const mp_obj_type_t *self = need_class(self_in);
    const mp_obj_list_t *list = class_is_made(self) ? self->slots[CLASS_SLOT_SUBCLASSES] : NULL;
    return list == NULL ? mp_obj_new_list(0, NULL) : mp_obj_new_list(list->len, list->items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type___subclasses___obj, type___subclasses__);

static mp_obj_t type_mro_list(mp_obj_t self_in) {
    const mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(type_mro(MP_OBJ_FROM_PTR(need_class(self_in))));
    return mp_obj_new_list(mro->len, (mp_obj_t *)mro->items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type_mro_obj, type_mro_list);

static mp_obj_t type___instancecheck__(mp_obj_t self, mp_obj_t object) {
    return mp_obj_new_bool(mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(object)), self));
}
static MP_DEFINE_CONST_FUN_OBJ_2(type___instancecheck___obj, type___instancecheck__);

static mp_obj_t type___subclasscheck__(mp_obj_t self, mp_obj_t other) {
    return mp_obj_new_bool(mp_obj_is_subclass_fast(other, self));
}
static MP_DEFINE_CONST_FUN_OBJ_2(type___subclasscheck___obj, type___subclasscheck__);

static mp_obj_t type___setattr__(mp_obj_t self, mp_obj_t name, mp_obj_t value) {
    type_store(MP_OBJ_FROM_PTR(need_class(self)), mp_obj_str_get_qstr(name), value);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_3(type___setattr___obj, type___setattr__);

static mp_obj_t type___delattr__(mp_obj_t self, mp_obj_t name) {
    type_store(MP_OBJ_FROM_PTR(need_class(self)), mp_obj_str_get_qstr(name), MP_OBJ_NULL);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(type___delattr___obj, type___delattr__);

static mp_obj_t type___repr__(mp_obj_t self) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 32, &print);
    mp_print_str(&print, "<class '");
    print_name(&print, need_class(self));
    mp_print_str(&print, "'>");
    return mp_obj_new_str_from_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_1(type___repr___obj, type___repr__);

static const mp_rom_map_elem_t type_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_mro), MP_ROM_PTR(&type_mro_obj) },
    { MP_ROM_QSTR(MP_QSTR___call__), MP_ROM_PTR(&type___call___obj) },
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&type___init___obj) },
    { MP_ROM_QSTR(MP_QSTR___prepare__), MP_ROM_PTR(&type___prepare___obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasses__), MP_ROM_PTR(&type___subclasses___obj) },
    { MP_ROM_QSTR(MP_QSTR___instancecheck__), MP_ROM_PTR(&type___instancecheck___obj) },
    { MP_ROM_QSTR(MP_QSTR___subclasscheck__), MP_ROM_PTR(&type___subclasscheck___obj) },
    { MP_ROM_QSTR(MP_QSTR___setattr__), MP_ROM_PTR(&type___setattr___obj) },
    { MP_ROM_QSTR(MP_QSTR___delattr__), MP_ROM_PTR(&type___delattr___obj) },
    { MP_ROM_QSTR(MP_QSTR___repr__), MP_ROM_PTR(&type___repr___obj) },
};
static MP_DEFINE_CONST_DICT(type_locals, type_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_type, MP_QSTR_type, MP_TYPE_FLAG_NONE,
    make_new, type_make_new,
    print, type_print,
    call, type_call,
    unary_op, type_unary_op,
    binary_op, type_binary_op,
    attr, type_attr,
    subscr, type_subscr,
    iter, type_getiter,
    locals_dict, &type_locals
    );

// --- super ---

typedef struct {
    mp_obj_base_t base;
    mp_obj_t type, obj;
} super_t;

static void super_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const super_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "<super: ");
    mp_obj_print_helper(print, self->type, PRINT_REPR);
    mp_printf(print, ", <%s object>>", mp_obj_get_type_str(self->obj));
}

static bool super_of_class(const super_t *self) {
    return class_is(self->obj) && mp_obj_is_subclass_fast(self->obj, self->type);
}

// No arguments are made two by the compiler.
static mp_obj_t super_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("super(): no arguments"));
    }
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    super_t *o = mp_obj_malloc(super_t, type);
    o->type = args[0];
    o->obj = args[1];
    if (!class_is(o->type)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("super() argument 1 must be a type, not %s"),
            mp_obj_get_type_str(o->type));
    }
    if (!super_of_class(o) && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(o->obj)), o->type)) {
        mp_raise_TypeError(MP_ERROR_TEXT("super(type, obj): obj must be an instance or subtype of type"));
    }
    return MP_OBJ_FROM_PTR(o);
}

static void super_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const super_t *self = MP_OBJ_TO_PTR(self_in);
    bool of_class = super_of_class(self);
    const mp_obj_type_t *type = of_class ? MP_OBJ_TO_PTR(self->obj) : mp_obj_get_type(self->obj);
    const mp_obj_tuple_t *mro = MP_OBJ_TO_PTR(type_mro(MP_OBJ_FROM_PTR(type)));
    mp_obj_t bound = of_class ? MP_OBJ_NULL : self->obj;
    size_t i = 0;
    while (i < mro->len && mro->items[i] != self->type) {
        ++i;
    }
    for (++i; i < mro->len; ++i) {
        const mp_obj_type_t *in = MP_OBJ_TO_PTR(mro->items[i]);
        mp_obj_t found = class_own(in, attr);
        if (found == MP_OBJ_NULL && !class_is_made(in)) {
            found = native_member(in, attr);
        }
        if (found != MP_OBJ_NULL) {
            class_bind(bound, type, in, found, dest);
            return;
        }
        // Attributes that a built-in type computes.
        if (bound != MP_OBJ_NULL && !class_is_made(in) && in != &mp_type_object
            && mp_obj_is_instance_type(type) && MP_OBJ_TYPE_HAS_SLOT(in, attr)) {
            mp_load_method_maybe(self_for(bound, in), attr, dest);
            if (dest[0] != MP_OBJ_NULL) {
                return;
            }
        }
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_super, MP_QSTR_super, MP_TYPE_FLAG_NONE,
    make_new, super_make_new,
    print, super_print,
    attr, super_attr
    );

void mp_load_super_method(qstr attr, mp_obj_t *dest) {
    super_t super = {{&mp_type_super}, dest[1], dest[2]};
    if (!class_is(super.type)
        || (!super_of_class(&super)
            && !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(super.obj)), super.type))) {
        mp_raise_TypeError(MP_ERROR_TEXT("super(type, obj): obj must be an instance or subtype of type"));
    }
    mp_load_method(MP_OBJ_FROM_PTR(&super), attr, dest);
}

// --- isinstance and issubclass ---

// One class, or a tuple of them, or a union. `check` is what a metaclass may define.
static bool check_class(mp_obj_t object, const mp_obj_type_t *type, mp_obj_t classinfo, qstr check) {
    if (mp_obj_is_type(classinfo, &mp_type_tuple)) {
        mp_cstack_check();
        const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(classinfo);
        for (size_t i = 0; i < tuple->len; ++i) {
            if (check_class(object, type, tuple->items[i], check)) {
                return true;
            }
        }
        return false;
    }
    if (class_is(classinfo)) {
        if (check == MP_QSTR___instancecheck__ && MP_OBJ_FROM_PTR(type) == classinfo) {
            return true;
        }
        const mp_obj_type_t *where;
        mp_obj_t found = meta_find(classinfo, check, &where);
        if (found == MP_OBJ_NULL || !class_is_made(where)) {
            return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), classinfo);
        }
        return mp_obj_is_true(class_call_found(classinfo, where, found, 1, &object));
    }
    mp_obj_t call[3] = {MP_OBJ_NULL, MP_OBJ_NULL, object};
    mp_load_method_maybe(classinfo, check, call);
    if (call[0] == MP_OBJ_NULL) {
        if (check == MP_QSTR___instancecheck__) {
            mp_raise_TypeError(MP_ERROR_TEXT("isinstance() arg 2 must be a type, a tuple of types, or a union"));
        }
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    }
    return mp_obj_is_true(mp_call_method_n_kw(1, 0, call));
}

static mp_obj_t mp_builtin_issubclass(mp_obj_t object, mp_obj_t classinfo) {
    if (!class_is(object)) {
        mp_raise_TypeError(MP_ERROR_TEXT("issubclass() arg 1 must be a class"));
    }
    return mp_obj_new_bool(check_class(object, MP_OBJ_TO_PTR(object), classinfo, MP_QSTR___subclasscheck__));
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_issubclass_obj, mp_builtin_issubclass);

bool class_claims(const mp_obj_type_t *type) {
    const mp_obj_type_t *where;
    return class_is_made(type) && class_find(type, MP_QSTR___class__, 0, &where) != MP_OBJ_NULL;
}

static mp_obj_t mp_builtin_isinstance(mp_obj_t object, mp_obj_t classinfo) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    bool is = check_class(object, type, classinfo, MP_QSTR___instancecheck__);
    if (!is && class_claims(type)) {
        mp_obj_t claimed = mp_load_attr(object, MP_QSTR___class__);
        is = class_is(claimed) && check_class(object, MP_OBJ_TO_PTR(claimed), classinfo, MP_QSTR___instancecheck__);
    }
    return mp_obj_new_bool(is);
}
MP_DEFINE_CONST_FUN_OBJ_2(mp_builtin_isinstance_obj, mp_builtin_isinstance);

mp_obj_t mp_obj_cast_to_native_base(mp_obj_t self_in, mp_const_obj_t native_type) {
    const mp_obj_type_t *type = mp_obj_get_type(self_in);
    if (MP_OBJ_FROM_PTR(type) == native_type) {
        return self_in;
    }
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), native_type)) {
        return MP_OBJ_NULL;
    }
    return mp_obj_is_instance_type(type) ? native_inside(self_in) : self_in;
}

// --- staticmethod and classmethod ---

static mp_obj_t wrapper_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    mp_obj_static_class_method_t *o = mp_obj_malloc(mp_obj_static_class_method_t, type);
    o->fun = args[0];
    return MP_OBJ_FROM_PTR(o);
}

static void wrapper_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<%q(", self->base.type->name);
    mp_obj_print_helper(print, self->fun, PRINT_REPR);
    mp_print_str(print, ")>");
}

static void wrapper_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_static_class_method_t *self = MP_OBJ_TO_PTR(self_in);
    if (attr == MP_QSTR___func__ || attr == MP_QSTR___wrapped__) {
        if (dest[0] == MP_OBJ_NULL) {
            dest[0] = self->fun;
        }
    } else if (attr == MP_QSTR___get__ && dest[0] == MP_OBJ_NULL) {
        dest[0] = MP_OBJ_FROM_PTR(&vitrine_descriptor_get_obj);
        dest[1] = self_in;
    } else if (dest[0] != MP_OBJ_NULL) {
        mp_store_attr(self->fun, attr, dest[1]);
        dest[0] = MP_OBJ_NULL;
    } else {
        mp_load_method_maybe(self->fun, attr, dest);
    }
}

static mp_obj_t staticmethod_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return mp_call_function_n_kw(((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(self_in))->fun, n_args, n_kw, args);
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_staticmethod, MP_QSTR_staticmethod, MP_TYPE_FLAG_NONE,
    make_new, wrapper_make_new,
    print, wrapper_print,
    call, staticmethod_call,
    attr, wrapper_attr
    );

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_classmethod, MP_QSTR_classmethod, MP_TYPE_FLAG_NONE,
    make_new, wrapper_make_new,
    print, wrapper_print,
    attr, wrapper_attr
    );
