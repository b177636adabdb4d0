// newclass.c - what type.__new__ does: a class, from a name, bases and a dict.
//
// Invariant: at most one chain of built-in types is among the bases of a class,
// and class_native() is its lowest.
#include "type/classes.h"

#include <string.h>

#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"

// The built-in type among the bases that all others are bases of.
static const mp_obj_type_t *class_layout(size_t n_bases, const mp_obj_t *bases) {
    const mp_obj_type_t *native = NULL;
    for (size_t i = 0; i < n_bases; ++i) {
        const mp_obj_type_t *type = MP_OBJ_TO_PTR(bases[i]);
        const mp_obj_type_t *n = class_is_made(type) ? class_native(type) : type;
        if (n == NULL || n == &mp_type_object) {
            continue;
        }
        if (native == NULL || class_derives(n, native)) {
            native = n;
        } else if (!class_derives(native, n) && !(native_is_exception(native) && native_is_exception(n))) {
            mp_raise_TypeError(MP_ERROR_TEXT("multiple bases have instance lay-out conflict"));
        }
    }
    return native;
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
        mp_obj_t method = class_descriptor_method(e->value, MP_QSTR___set_name__, &in);
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

const mp_obj_type_t *class_winner(const mp_obj_type_t *meta, size_t n, const mp_obj_t *bases) {
    for (size_t i = 0; i < n; ++i) {
        const mp_obj_type_t *other = mp_obj_get_type(bases[i]);
        if (class_derives(other, meta)) {
            meta = other;
        } else if (!class_derives(meta, other)) {
            mp_raise_TypeError(MP_ERROR_TEXT("metaclass conflict: the metaclass of a derived class must be a "
                "(non-strict) subclass of the metaclasses of all its bases"));
        }
    }
    return meta;
}

static mp_obj_type_t *class_alloc(bool meta) {
    mp_obj_type_t *o = m_new_obj_var0(mp_obj_type_t, slots, void *, CLASS_SLOTS);
    if (meta) {
        type_make_meta(o);
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

extern const mp_obj_type_t mp_type_cell;

mp_obj_t class_new(const mp_obj_type_t *meta, mp_obj_t name_in, mp_obj_t bases_in, mp_obj_t dict_in, size_t n_kw, const mp_obj_t *kw) {
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
    bool is_meta = native != NULL && class_derives(native, &mp_type_type);
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
            o->flags |= class_accessor_flags(MP_OBJ_QSTR_VALUE(map->table[i].key), map->table[i].value);
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
