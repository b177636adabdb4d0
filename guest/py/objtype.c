// objtype.c - the object `type`: classes as objects, that is their names, attributes,
// operators and what calling them does; in place of MicroPython's.
//
// How a class is searched is in lookup.c and mro.c, how it is made in newclass.c.
#include "type/classes.h"

#include <string.h>

#include "type/argument.h"
#include "type/namedtuple.h"
#include "type/names.h"
#include "py/cstack.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"

// --- names ---

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

void class_print_name(const mp_print_t *print, const mp_obj_type_t *self) {
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

static void print_class(const mp_print_t *print, const mp_obj_type_t *self) {
    mp_print_str(print, "<class '");
    class_print_name(print, self);
    mp_print_str(print, "'>");
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
    print_class(print, self);
}

// --- calling ---

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
        made = mp_call_method_self_n_kw(dest[0], MP_OBJ_FROM_PTR(meta), n_args, n_kw, args);
    }
    if (class_derives(mp_obj_get_type(made), meta)) {
        found = class_find(mp_obj_get_type(made), MP_QSTR___init__, 0, &where);
        if (found != MP_OBJ_NULL && class_is_made(where)) {
            mp_call_method_self_n_kw(found, made, n_args, n_kw, args);
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
            return mp_call_method_self_n_kw(found, self_in, n_args, n_kw, args);
        }
    }
    return class_instantiate(self_in, n_args, n_kw, args);
}

// --- operators ---

static mp_obj_t type_unary_op(mp_unary_op_t op, mp_obj_t self) {
    const mp_obj_type_t *where;
    mp_obj_t found = class_meta_find(self, mp_unary_op_method_name[op], &where);
    if (found != MP_OBJ_NULL && found != mp_const_none) {
        return class_call_found(self, where, found, 0, NULL);
    }
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_uint_t)self >> 2) : MP_OBJ_NULL;
}

static mp_obj_t type_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *where;
    mp_obj_t found = class_meta_find(lhs, mp_binary_op_method_name[op], &where);
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
    mp_obj_t found = class_meta_find(self, name, &where);
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
    mp_obj_t found = class_meta_find(self, MP_QSTR___iter__, &where);
    if (found == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not iterable"), mp_obj_get_type_str(self));
    }
    return class_call_found(self, where, found, 0, NULL);
}

// --- attributes ---

static mp_obj_t class_bases(const mp_obj_type_t *self) {
    const mp_obj_type_t *next = class_is_made(self) ? MP_OBJ_TYPE_GET_SLOT_OR_NULL(self, parent) : class_next(self);
    if (self == &mp_type_object) {
        return mp_const_empty_tuple;
    }
    mp_obj_t base = next == NULL ? MP_OBJ_FROM_PTR(&mp_type_object) : MP_OBJ_FROM_PTR(next);
    return mp_obj_is_type(base, &mp_type_tuple) ? base : mp_obj_new_tuple(1, &base);
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
        class_set(self, MP_QSTR___annotations__, own);
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
            return MP_OBJ_FROM_PTR(class_order(self));
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
    const mp_obj_tuple_t *mro = class_order(self);
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
    mp_obj_t of_meta = class_meta_find(self_in, attr, &meta_where);
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
        mp_obj_t get = class_meta_find(self_in, MP_QSTR___getattr__, &where);
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
    mp_obj_t of_meta = class_meta_find(self_in, attr, &where);
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
        unsigned flags = class_accessor_flags(attr, value);
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
    mp_obj_t found = class_meta_find(self_in, dest[1] == MP_OBJ_NULL ? MP_QSTR___delattr__ : MP_QSTR___setattr__, &where);
    if (found != MP_OBJ_NULL && class_is_made(where)) {
        mp_obj_t args[2] = {MP_OBJ_NEW_QSTR(attr), dest[1]};
        class_call_found(self_in, where, found, dest[1] == MP_OBJ_NULL ? 1 : 2, args);
    } else {
        type_store(self_in, attr, dest[1]);
    }
    dest[0] = MP_OBJ_NULL;
}

// --- type's own methods, for metaclasses to call ---

static mp_obj_t type___call__(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    if (!class_is(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("type.__call__() needs a class"));
    }
    return class_instantiate(args[0], n_args - 1, kw->used, vitrine_flat_arguments(n_args - 1, args + 1, kw));
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
    const mp_obj_tuple_t *mro = class_order(need_class(self_in));
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
    print_class(&print, need_class(self));
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

void type_make_meta(mp_obj_type_t *meta) {
    meta->flags = CLASS_META;
    MP_OBJ_TYPE_SET_SLOT(meta, make_new, meta_make_new, 0);
    MP_OBJ_TYPE_SET_SLOT(meta, print, type_print, 1);
    MP_OBJ_TYPE_SET_SLOT(meta, call, type_call, 2);
    MP_OBJ_TYPE_SET_SLOT(meta, unary_op, type_unary_op, 3);
    MP_OBJ_TYPE_SET_SLOT(meta, binary_op, type_binary_op, 4);
    MP_OBJ_TYPE_SET_SLOT(meta, attr, type_attr, 5);
    MP_OBJ_TYPE_SET_SLOT(meta, subscr, type_subscr, 6);
    MP_OBJ_TYPE_SET_SLOT(meta, iter, type_getiter, 7);
}

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
