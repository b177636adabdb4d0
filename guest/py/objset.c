// objset.c - set and frozenset; takes upstream's place.
//
// The table is in map.c. What combines sets goes through them as CPython does,
// the smaller one first where it matters, so that results are in its order.
#include "type/set.h"

#include <string.h>

#include "type/dict.h"
#include "type/hash.h"
#include "type/map.h"
#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "type/reprguard.h"

typedef struct {
    mp_obj_base_t base;
    mp_set_t set;
} mp_obj_set_t;

typedef struct {
    mp_obj_base_t base;
    mp_obj_set_t *set; // NULL at the end
    size_t cursor;
    size_t used; // when it began
} set_iter_t;

static bool is_exact_set(mp_obj_t o) {
    return mp_obj_is_type(o, &mp_type_set) || mp_obj_is_type(o, &mp_type_frozenset);
}

static mp_obj_set_t *as_set(mp_obj_t o) {
    if (is_exact_set(o)) {
        return MP_OBJ_TO_PTR(o);
    }
    mp_obj_t base = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(&mp_type_set));
    if (base == MP_OBJ_NULL) {
        base = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(&mp_type_frozenset));
    }
    return base != MP_OBJ_NULL && is_exact_set(base) ? MP_OBJ_TO_PTR(base) : NULL;
}

mp_set_t *vitrine_set_of(mp_obj_t o) {
    mp_obj_set_t *set = as_set(o);
    return set ? &set->set : NULL;
}

static mp_obj_set_t *self_of(mp_obj_t o) {
    mp_obj_set_t *self = as_set(o);
    if (self == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("descriptor requires a 'set' object but received a '%s'"), mp_obj_get_type_str(o));
    }
    return self;
}

static mp_obj_set_t *new_set(const mp_obj_type_t *type) {
    mp_obj_set_t *set = mp_obj_malloc(mp_obj_set_t, type);
    mp_set_init(&set->set, 0);
    return set;
}

static mp_obj_set_t *copy_of(const mp_obj_set_t *self) {
    mp_obj_set_t *set = new_set(self->base.type);
    vitrine_set_merge(&set->set, &self->set);
    return set;
}

static void add(mp_obj_set_t *self, mp_obj_t o) {
    mp_set_lookup(&self->set, o, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
}

// Calls f for each element of an iterable, with its hash.
typedef bool (*visit_t)(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other);

static bool visit(mp_obj_t iterable, mp_set_t *set, mp_set_t *other, visit_t f) {
    mp_set_t *source = vitrine_set_of(iterable);
    if (source != NULL) {
        for (size_t i = 0; i < source->alloc; ++i) {
            if (mp_set_slot_is_filled(source, i) && !f(set, source->table[i], vitrine_set_hash(source, i), other)) {
                return false;
            }
        }
        return true;
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iter = mp_getiter(iterable, &buf), o;
    while ((o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        if (!f(set, o, vitrine_hash(o), other)) {
            return false;
        }
    }
    return true;
}

static bool visit_add(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    vitrine_set_lookup(set, o, hash, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
    return true;
}

static bool visit_remove(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    vitrine_set_lookup(set, o, hash, MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    return true;
}

static bool visit_toggle(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    vitrine_set_lookup(set, o, hash, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND_OR_REMOVE_IF_FOUND);
    return true;
}

static bool visit_add_common(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    if (vitrine_set_lookup(other, o, hash, MP_MAP_LOOKUP) != MP_OBJ_NULL) {
        visit_add(set, o, hash, NULL);
    }
    return true;
}

static bool visit_add_other(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    if (vitrine_set_lookup(other, o, hash, MP_MAP_LOOKUP) == MP_OBJ_NULL) {
        visit_add(set, o, hash, NULL);
    }
    return true;
}

static bool visit_present(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    return vitrine_set_lookup(set, o, hash, MP_MAP_LOOKUP) != MP_OBJ_NULL;
}

static bool visit_absent(mp_set_t *set, mp_obj_t o, int64_t hash, mp_set_t *other) {
    return vitrine_set_lookup(set, o, hash, MP_MAP_LOOKUP) == MP_OBJ_NULL;
}

// --- what changes a set ---

static void update(mp_obj_set_t *self, mp_obj_t other) {
    const mp_set_t *source = vitrine_set_of(other);
    const mp_obj_dict_t *dict = source ? NULL : vitrine_dict_of(other);
    if (source != NULL) {
        if (source != &self->set) {
            vitrine_set_merge(&self->set, source);
        }
        return;
    }
    if (dict != NULL) {
        vitrine_set_reserve(&self->set, dict->map.used);
    }
    visit(other, &self->set, NULL, visit_add);
}

static void subtract(mp_obj_set_t *self, mp_obj_t other) {
    if (vitrine_set_of(other) == &self->set) {
        mp_set_clear(&self->set);
        return;
    }
    visit(other, &self->set, NULL, visit_remove);
    vitrine_set_tidy(&self->set);
}

static void toggle(mp_obj_set_t *self, mp_obj_t other) {
    mp_set_t *source = vitrine_set_of(other);
    if (source == &self->set) {
        mp_set_clear(&self->set);
        return;
    }
    if (source == NULL) {
        // What is there twice counts once.
        other = vitrine_set_from(other);
    }
    visit(other, &self->set, NULL, visit_toggle);
}

// --- what makes a set ---

static mp_obj_set_t *intersection(mp_obj_set_t *self, mp_obj_t other) {
    mp_obj_set_t *both = new_set(self->base.type), *set = as_set(other);
    if (set == self) {
        return copy_of(self);
    }
    if (set != NULL && set->set.used > self->set.used) {
        other = MP_OBJ_FROM_PTR(self);
        self = set;
    }
    visit(other, &both->set, &self->set, visit_add_common);
    return both;
}

static mp_obj_set_t *difference(mp_obj_set_t *self, mp_obj_t other) {
    mp_set_t *set = vitrine_set_of(other);
    if (set == NULL || self->set.used >> 2 > set->used) {
        mp_obj_set_t *copy = copy_of(self);
        subtract(copy, other);
        return copy;
    }
    mp_obj_set_t *rest = new_set(self->base.type);
    visit(MP_OBJ_FROM_PTR(self), &rest->set, set, visit_add_other);
    return rest;
}

static mp_obj_set_t *symmetric_difference(mp_obj_set_t *self, mp_obj_t other) {
    mp_obj_set_t *set = new_set(self->base.type);
    update(set, other);
    toggle(set, MP_OBJ_FROM_PTR(self));
    return set;
}

mp_obj_t vitrine_set_from(mp_obj_t iterable) {
    mp_obj_set_t *set = new_set(&mp_type_set);
    update(set, iterable);
    return MP_OBJ_FROM_PTR(set);
}

mp_obj_t vitrine_set_combine(mp_binary_op_t op, mp_obj_t set_in, mp_obj_t other) {
    mp_obj_set_t *set = MP_OBJ_TO_PTR(set_in);
    if (op == MP_BINARY_OP_OR) {
        update(set, other);
    } else if (op == MP_BINARY_OP_SUBTRACT) {
        subtract(set, other);
    } else if (op == MP_BINARY_OP_XOR) {
        toggle(set, other);
    } else {
        set = intersection(set, other);
    }
    return MP_OBJ_FROM_PTR(set);
}

mp_obj_t mp_obj_new_set(size_t n_args, mp_obj_t *items) {
    mp_obj_set_t *set = new_set(&mp_type_set);
    for (size_t i = 0; i < n_args; i++) {
        add(set, items[i]);
    }
    return MP_OBJ_FROM_PTR(set);
}

void mp_obj_set_store(mp_obj_t self_in, mp_obj_t item) {
    add(MP_OBJ_TO_PTR(self_in), item);
}

static mp_obj_t set_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_kw > 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no keyword arguments"), type->name);
    }
    if (n_args > 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q expected at most 1 argument, got %d"), type->name, (int)n_args);
    }
    if (n_args == 1 && type == &mp_type_frozenset && mp_obj_is_type(args[0], &mp_type_frozenset)) {
        return args[0];
    }
    mp_obj_set_t *set = new_set(type);
    if (n_args == 1) {
        update(set, args[0]);
    }
    return MP_OBJ_FROM_PTR(set);
}

static void set_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const mp_obj_set_t *self = MP_OBJ_TO_PTR(self_in);
    bool frozen = self->base.type == &mp_type_frozenset;
    vitrine_repr_t guard;
    if (self->set.used == 0) {
        mp_print_str(print, frozen ? "frozenset()" : "set()");
        return;
    }
    if (!vitrine_repr_enter(&guard, print, self_in, frozen ? "frozenset(...)" : "set(...)")) {
        return;
    }
    mp_print_str(print, frozen ? "frozenset({" : "{");
    const char *separator = "";
    for (size_t i = 0; i < self->set.alloc; ++i) {
        if (mp_set_slot_is_filled(&self->set, i)) {
            mp_print_str(print, separator);
            mp_obj_print_helper(print, self->set.table[i], PRINT_REPR);
            separator = ", ";
        }
    }
    mp_print_str(print, frozen ? "})" : "}");
    vitrine_repr_leave(&guard);
}

static mp_obj_t set_iter_next(mp_obj_t self_in) {
    set_iter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->set == NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    const mp_set_t *set = &self->set->set;
    if (set->used != self->used) {
        self->used = SIZE_MAX;
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("Set changed size during iteration"));
    }
    for (size_t i = self->cursor; i < set->alloc; ++i) {
        if (mp_set_slot_is_filled(set, i)) {
            self->cursor = i + 1;
            return set->table[i];
        }
    }
    self->set = NULL;
    return MP_OBJ_STOP_ITERATION;
}

static MP_DEFINE_CONST_OBJ_TYPE(set_iter, MP_QSTR_set_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, set_iter_next);

static mp_obj_t set_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    MP_STATIC_ASSERT(sizeof(set_iter_t) <= sizeof(mp_obj_iter_buf_t));
    set_iter_t *self = (set_iter_t *)buf;
    self->base.type = &set_iter;
    self->set = MP_OBJ_TO_PTR(self_in);
    self->cursor = 0;
    self->used = self->set->set.used;
    return MP_OBJ_FROM_PTR(self);
}

// --- methods ---

static mp_obj_t set_add(mp_obj_t self_in, mp_obj_t o) {
    add(self_of(self_in), o);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_add_obj, set_add);

static mp_obj_t set_clear(mp_obj_t self_in) {
    mp_set_clear(&self_of(self_in)->set);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_clear_obj, set_clear);

static mp_obj_t set_copy(mp_obj_t self_in) {
    return mp_obj_is_type(self_in, &mp_type_frozenset) ? self_in : MP_OBJ_FROM_PTR(copy_of(self_of(self_in)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_copy_obj, set_copy);

// A set as a key is looked for as the frozenset that equals it.
static mp_obj_t remove_one(mp_obj_t self_in, mp_obj_t o) {
    mp_set_t *self = &self_of(self_in)->set;
    const mp_set_t *key = mp_obj_is_type(o, &mp_type_set) ? vitrine_set_of(o) : NULL;
    return vitrine_set_lookup(self, o, key ? vitrine_hash_frozenset(key) : vitrine_hash(o), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
}

static mp_obj_t set_discard(mp_obj_t self_in, mp_obj_t o) {
    remove_one(self_in, o);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_discard_obj, set_discard);

static mp_obj_t set_remove(mp_obj_t self_in, mp_obj_t o) {
    if (remove_one(self_in, o) == MP_OBJ_NULL) {
        nlr_raise(mp_obj_new_exception_args(&mp_type_KeyError, 1, &o));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_remove_obj, set_remove);

static mp_obj_t set_pop(mp_obj_t self_in) {
    mp_obj_t o = mp_set_remove_first(&self_of(self_in)->set);
    if (o == MP_OBJ_NULL) {
        mp_raise_msg(&mp_type_KeyError, MP_ERROR_TEXT("pop from an empty set"));
    }
    return o;
}
static MP_DEFINE_CONST_FUN_OBJ_1(set_pop_obj, set_pop);

static mp_obj_t set_update(size_t n_args, const mp_obj_t *args) {
    for (size_t i = 1; i < n_args; i++) {
        update(self_of(args[0]), args[i]);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(set_update_obj, 1, set_update);

static mp_obj_t set_union(size_t n_args, const mp_obj_t *args) {
    mp_obj_set_t *set = copy_of(self_of(args[0]));
    for (size_t i = 1; i < n_args; i++) {
        update(set, args[i]);
    }
    return MP_OBJ_FROM_PTR(set);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(set_union_obj, 1, set_union);

static mp_obj_t set_difference_update(size_t n_args, const mp_obj_t *args) {
    for (size_t i = 1; i < n_args; i++) {
        subtract(self_of(args[0]), args[i]);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(set_difference_update_obj, 1, set_difference_update);

static mp_obj_t set_difference(size_t n_args, const mp_obj_t *args) {
    mp_obj_set_t *set = self_of(args[0]);
    if (n_args == 1) {
        set = copy_of(set);
    }
    for (size_t i = 1; i < n_args; i++) {
        set = difference(set, args[i]);
    }
    return MP_OBJ_FROM_PTR(set);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(set_difference_obj, 1, set_difference);

static mp_obj_t set_intersection(size_t n_args, const mp_obj_t *args) {
    mp_obj_set_t *set = self_of(args[0]);
    if (n_args == 1) {
        set = copy_of(set);
    }
    for (size_t i = 1; i < n_args; i++) {
        set = intersection(set, args[i]);
    }
    return MP_OBJ_FROM_PTR(set);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(set_intersection_obj, 1, set_intersection);

static mp_obj_t set_intersection_update(size_t n_args, const mp_obj_t *args) {
    mp_obj_set_t *both = MP_OBJ_TO_PTR(set_intersection(n_args, args));
    self_of(args[0])->set = both->set;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(set_intersection_update_obj, 1, set_intersection_update);

static mp_obj_t set_symmetric_difference(mp_obj_t self_in, mp_obj_t other) {
    return MP_OBJ_FROM_PTR(symmetric_difference(self_of(self_in), other));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_symmetric_difference_obj, set_symmetric_difference);

static mp_obj_t set_symmetric_difference_update(mp_obj_t self_in, mp_obj_t other) {
    toggle(self_of(self_in), other);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_symmetric_difference_update_obj, set_symmetric_difference_update);

static mp_obj_t set_isdisjoint(mp_obj_t self_in, mp_obj_t other) {
    return mp_obj_new_bool(visit(other, &self_of(self_in)->set, NULL, visit_absent));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_isdisjoint_obj, set_isdisjoint);

static mp_obj_t set_issubset(mp_obj_t self_in, mp_obj_t other) {
    mp_set_t *set = vitrine_set_of(other);
    if (set == NULL) {
        set = vitrine_set_of(vitrine_set_from(other));
    }
    mp_cstack_check();
    mp_obj_set_t *self = self_of(self_in);
    return mp_obj_new_bool(self->set.used <= set->used && visit(MP_OBJ_FROM_PTR(self), set, NULL, visit_present));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_issubset_obj, set_issubset);

static mp_obj_t set_issuperset(mp_obj_t self_in, mp_obj_t other) {
    return mp_obj_new_bool(visit(other, &self_of(self_in)->set, NULL, visit_present));
}
static MP_DEFINE_CONST_FUN_OBJ_2(set_issuperset_obj, set_issuperset);

// --- operators ---

static mp_obj_t set_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const mp_obj_set_t *self = MP_OBJ_TO_PTR(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(self->set.used != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(self->set.used);
        case MP_UNARY_OP_HASH:
            return self->base.type == &mp_type_frozenset
                ? mp_obj_new_int_from_ll(vitrine_hash_frozenset(&self->set)) : MP_OBJ_NULL;
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*self) + (sizeof(mp_obj_t) + sizeof(int64_t)) * self->set.alloc);
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t set_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    mp_obj_set_t *self = MP_OBJ_TO_PTR(lhs);
    if (op == MP_BINARY_OP_CONTAINS) {
        const mp_set_t *key = mp_obj_is_type(rhs, &mp_type_set) ? vitrine_set_of(rhs) : NULL;
        int64_t hash = key ? vitrine_hash_frozenset(key) : vitrine_hash(rhs);
        return mp_obj_new_bool(vitrine_set_lookup(&self->set, rhs, hash, MP_MAP_LOOKUP) != MP_OBJ_NULL);
    }
    if (vitrine_is_set_view(rhs)) {
        if (self->base.type == &mp_type_frozenset && op > MP_BINARY_OP_NOT_EQUAL) {
            return MP_OBJ_NULL; // the view's turn: it makes a set
        }
        rhs = vitrine_set_from(rhs);
    }
    const mp_set_t *other = vitrine_set_of(rhs);
    if (other == NULL) {
        return MP_OBJ_NULL;
    }
    bool changes = self->base.type == &mp_type_set;
    size_t len = self->set.used;
    switch (op) {
        case MP_BINARY_OP_INPLACE_OR:
            if (changes) {
                update(self, rhs);
                return lhs;
            }
            MP_FALLTHROUGH
        case MP_BINARY_OP_OR:
            self = copy_of(self);
            update(self, rhs);
            return MP_OBJ_FROM_PTR(self);
        case MP_BINARY_OP_INPLACE_XOR:
            if (changes) {
                toggle(self, rhs);
                return lhs;
            }
            MP_FALLTHROUGH
        case MP_BINARY_OP_XOR:
            return MP_OBJ_FROM_PTR(symmetric_difference(self, rhs));
        case MP_BINARY_OP_INPLACE_AND:
            if (changes) {
                self->set = intersection(self, rhs)->set;
                return lhs;
            }
            MP_FALLTHROUGH
        case MP_BINARY_OP_AND:
            return MP_OBJ_FROM_PTR(intersection(self, rhs));
        case MP_BINARY_OP_INPLACE_SUBTRACT:
            if (changes) {
                subtract(self, rhs);
                return lhs;
            }
            MP_FALLTHROUGH
        case MP_BINARY_OP_SUBTRACT:
            return MP_OBJ_FROM_PTR(difference(self, rhs));
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(len == other->used && set_issubset(lhs, rhs) == mp_const_true);
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(len < other->used && set_issubset(lhs, rhs) == mp_const_true);
        case MP_BINARY_OP_LESS_EQUAL:
            return set_issubset(lhs, rhs);
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(len > other->used && set_issubset(rhs, lhs) == mp_const_true);
        case MP_BINARY_OP_MORE_EQUAL:
            return set_issubset(rhs, lhs);
        default:
            return MP_OBJ_NULL;
    }
}

// --- the types ---

#define SET_METHODS \
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&set_copy_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_difference), MP_ROM_PTR(&set_difference_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_intersection), MP_ROM_PTR(&set_intersection_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_isdisjoint), MP_ROM_PTR(&set_isdisjoint_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_issubset), MP_ROM_PTR(&set_issubset_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_issuperset), MP_ROM_PTR(&set_issuperset_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_symmetric_difference), MP_ROM_PTR(&set_symmetric_difference_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_union), MP_ROM_PTR(&set_union_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___contains__), MP_ROM_PTR(&mp_op_contains_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___iter__), MP_ROM_PTR(&mp_builtin_iter_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___len__), MP_ROM_PTR(&mp_builtin_len_obj) }

static const mp_rom_map_elem_t set_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_add), MP_ROM_PTR(&set_add_obj) },
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&set_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_difference_update), MP_ROM_PTR(&set_difference_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_discard), MP_ROM_PTR(&set_discard_obj) },
    { MP_ROM_QSTR(MP_QSTR_intersection_update), MP_ROM_PTR(&set_intersection_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&set_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&set_remove_obj) },
    { MP_ROM_QSTR(MP_QSTR_symmetric_difference_update), MP_ROM_PTR(&set_symmetric_difference_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&set_update_obj) },
    SET_METHODS,
};
static MP_DEFINE_CONST_DICT(set_locals, set_locals_table);

static const mp_rom_map_elem_t frozenset_locals_table[] = { SET_METHODS };
static MP_DEFINE_CONST_DICT(frozenset_locals, frozenset_locals_table);

#define SET_TYPE(type, qstr, locals) \
    MP_DEFINE_CONST_OBJ_TYPE(type, qstr, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER, \
    make_new, set_make_new, print, set_print, unary_op, set_unary_op, binary_op, set_binary_op, \
    iter, set_getiter, locals_dict, &locals)

SET_TYPE(mp_type_set, MP_QSTR_set, set_locals);
SET_TYPE(mp_type_frozenset, MP_QSTR_frozenset, frozenset_locals);
