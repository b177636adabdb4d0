// objdict.c - dict, OrderedDict and the views of them; takes upstream's place.
//
// The order is the table's own, see map.c. Wherever code of the guest may run,
// no pointer to an entry is kept: walks hold a number.
#include "type/dict.h"

#include <string.h>

#include "type/classes.h"
#include "type/map.h"
#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objstr.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "type/reprguard.h"
#include "type/set.h"
#include "machine/stop.h"

const mp_obj_dict_t mp_const_empty_dict_obj = {
    .base = { .type = &mp_type_dict },
    .map = { .is_fixed = 1, .is_ordered = 1 },
};

bool mp_obj_is_dict_or_ordereddict(mp_obj_t o) {
    return mp_obj_is_obj(o)
           && MP_OBJ_TYPE_GET_SLOT_OR_NULL(((mp_obj_base_t *)MP_OBJ_TO_PTR(o))->type, make_new) == mp_obj_dict_make_new;
}

mp_obj_dict_t *vitrine_dict_of(mp_obj_t o) {
    if (!mp_obj_is_dict_or_ordereddict(o)) {
        o = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(&mp_type_dict));
        if (o == MP_OBJ_NULL || !mp_obj_is_dict_or_ordereddict(o)) {
            return NULL;
        }
    }
    return MP_OBJ_TO_PTR(o);
}

// The dictionary of a method's self.
static mp_obj_dict_t *self_of(mp_obj_t o) {
    mp_obj_dict_t *self = vitrine_dict_of(o);
    if (self == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("descriptor requires a 'dict' object but received a '%s'"), mp_obj_get_type_str(o));
    }
    return self;
}

static mp_obj_dict_t *changeable(mp_obj_t o) {
    mp_obj_dict_t *self = self_of(o);
    if (self->map.is_fixed) {
        mp_raise_TypeError(MP_ERROR_TEXT("this dictionary is read-only"));
    }
    return self;
}

static bool is_ordereddict(const mp_obj_dict_t *self) {
    return self->base.type == &mp_type_ordereddict;
}

static mp_obj_t new_pair(mp_obj_t key, mp_obj_t value) {
    mp_obj_t items[] = {key, value};
    return mp_obj_new_tuple(2, items);
}

static void set_item(mp_obj_dict_t *self, mp_obj_t key, mp_obj_t value) {
    mp_map_lookup(&self->map, key, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
}

static NORETURN void raise_key_error(mp_obj_t key) {
    nlr_raise(mp_obj_new_exception_args(&mp_type_KeyError, 1, &key));
}

void mp_obj_dict_init(mp_obj_dict_t *dict, size_t n_args) {
    dict->base.type = &mp_type_dict;
    mp_map_init(&dict->map, n_args);
}

mp_obj_t mp_obj_new_dict(size_t n_args) {
    mp_obj_dict_t *o = m_new_obj(mp_obj_dict_t);
    mp_obj_dict_init(o, n_args);
    return MP_OBJ_FROM_PTR(o);
}

size_t mp_obj_dict_len(mp_obj_t self_in) {
    return ((mp_obj_dict_t *)MP_OBJ_TO_PTR(self_in))->map.used;
}

mp_obj_t mp_obj_dict_get(mp_obj_t self_in, mp_obj_t index) {
    mp_obj_dict_t *self = MP_OBJ_TO_PTR(self_in);
    mp_map_elem_t *elem = mp_map_lookup(&self->map, index, MP_MAP_LOOKUP);
    if (elem == NULL) {
        raise_key_error(index);
    }
    return elem->value;
}

mp_obj_t mp_obj_dict_store(mp_obj_t self_in, mp_obj_t key, mp_obj_t value) {
    set_item(changeable(self_in), key, value);
    return self_in;
}

mp_obj_t mp_obj_dict_delete(mp_obj_t self_in, mp_obj_t key) {
    mp_map_elem_t *elem = mp_map_lookup(&changeable(self_in)->map, key, MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (elem == NULL) {
        raise_key_error(key);
    }
    elem->value = MP_OBJ_NULL;
    return self_in;
}

mp_obj_t mp_obj_dict_copy(mp_obj_t self_in) {
    const mp_obj_dict_t *self = self_of(self_in);
    mp_obj_dict_t *copy = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
    copy->base.type = self->base.type;
    vitrine_map_copy(&copy->map, &self->map);
    return MP_OBJ_FROM_PTR(copy);
}

// --- updating ---

static void update_from_dict(mp_obj_dict_t *self, const mp_obj_dict_t *other) {
    if (self == other) {
        return;
    }
    if (self->map.used == 0 && !self->map.is_fixed) {
        if (self->map.table != NULL) {
            vitrine_instead_forget();
        }
        mp_map_deinit(&self->map);
        vitrine_map_copy(&self->map, &other->map);
        return;
    }
    const mp_map_elem_t *elem;
    for (size_t cursor = 0, used = other->map.used; (elem = vitrine_map_next(&other->map, &cursor)) != NULL;) {
        set_item(self, elem->key, elem->value);
        if (other->map.used != used) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("dict mutated during update"));
        }
    }
}

static mp_obj_t list_from(mp_obj_t iter) {
    mp_obj_t list = mp_obj_new_list(0, NULL);
    for (mp_obj_t o; (o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION;) {
        mp_obj_list_append(list, o);
    }
    return list;
}

// What an element of a sequence of pairs yields, as a list or a tuple.
static mp_obj_t element(mp_obj_t item, int at) {
    if (mp_obj_is_type(item, &mp_type_tuple) || mp_obj_is_type(item, &mp_type_list)) {
        return item;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t iter = mp_getiter(item, NULL);
        nlr_pop();
        return list_from(iter);
    }
    if (mp_obj_exception_match(MP_OBJ_FROM_PTR(nlr.ret_val), MP_OBJ_FROM_PTR(&mp_type_TypeError))) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("cannot convert dictionary update sequence element #%d to a sequence"), at);
    }
    nlr_jump(nlr.ret_val);
}

static void update_from_pairs(mp_obj_dict_t *self, mp_obj_t iterable) {
    mp_obj_t iter = mp_getiter(iterable, NULL), item;
    for (int at = 0; (item = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION; ++at) {
        mp_obj_t *pair;
        size_t len;
        mp_obj_get_array(element(item, at), &len, &pair);
        if (len != 2) {
            mp_raise_msg_varg(&mp_type_ValueError,
                MP_ERROR_TEXT("dictionary update sequence element #%d has length %d; 2 is required"), at, (int)len);
        }
        set_item(self, pair[0], pair[1]);
    }
}

static void update_from(mp_obj_dict_t *self, mp_obj_t other_in) {
    const mp_obj_dict_t *other = vitrine_dict_of(other_in);
    mp_obj_t method[2] = {MP_OBJ_NULL};
    if (other != NULL && mp_obj_is_dict_or_ordereddict(other_in)) {
        update_from_dict(self, other);
        return;
    }
    mp_load_method_maybe(other_in, MP_QSTR_keys, method);
    if (method[0] == MP_OBJ_NULL) {
        update_from_pairs(self, other_in);
        return;
    }
    mp_obj_t iter = mp_getiter(mp_call_method_n_kw(0, 0, method), NULL);
    for (mp_obj_t key; (key = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION;) {
        set_item(self, key, mp_obj_subscr(other_in, key, MP_OBJ_SENTINEL));
    }
}

static void update(const char *name, mp_obj_dict_t *self, size_t n_args, const mp_obj_t *args, const mp_map_t *kwargs) {
    if (n_args > 1) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s expected at most 1 argument, got %d"), name, (int)n_args);
    }
    if (n_args == 1) {
        update_from(self, args[0]);
    }
    const mp_map_elem_t *elem;
    for (size_t cursor = 0; (elem = vitrine_map_next(kwargs, &cursor)) != NULL;) {
        set_item(self, elem->key, elem->value);
    }
}

mp_obj_t mp_obj_dict_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t self_in = mp_obj_new_dict(0);
    mp_obj_dict_t *self = MP_OBJ_TO_PTR(self_in);
    self->base.type = type;
    if (n_args > 0 || n_kw > 0) {
        mp_map_t kwargs;
        mp_map_init_fixed_table(&kwargs, n_kw, args + n_args);
        update("dict", self, n_args, args, &kwargs);
    }
    return self_in;
}

// --- printing ---

static void dict_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_dict_t *self = MP_OBJ_TO_PTR(self_in);
    bool pairs = is_ordereddict(self);
    vitrine_repr_t guard;
    if (!vitrine_repr_enter(&guard, print, self_in, pairs ? "..." : "{...}")) {
        return;
    }
    mp_print_str(print, !pairs ? "{" : self->map.used == 0 ? "OrderedDict(" : "OrderedDict([");
    const mp_map_elem_t *elem;
    for (size_t cursor = 0, n = 0; (elem = vitrine_map_next(&self->map, &cursor)) != NULL; ++n) {
        mp_print_str(print, n > 0 ? ", " : "");
        if (pairs) {
            mp_obj_print_helper(print, new_pair(elem->key, elem->value), PRINT_REPR);
        } else {
            mp_obj_print_helper(print, elem->key, PRINT_REPR);
            mp_print_str(print, ": ");
            mp_obj_print_helper(print, elem->value, PRINT_REPR);
        }
    }
    mp_print_str(print, !pairs ? "}" : self->map.used == 0 ? ")" : "])");
    vitrine_repr_leave(&guard);
}

// --- operators ---

static mp_obj_t dict_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const mp_obj_dict_t *self = MP_OBJ_TO_PTR(self_in);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(self->map.used != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(self->map.used);
        #if MICROPY_PY_SYS_GETSIZEOF
        case MP_UNARY_OP_SIZEOF:
            return MP_OBJ_NEW_SMALL_INT(sizeof(*self) + sizeof(*self->map.table) * self->map.alloc);
        #endif
        default:
            return MP_OBJ_NULL;
    }
}

static bool dict_equal(const mp_obj_dict_t *a, const mp_obj_dict_t *b) {
    mp_cstack_check();
    if (a->map.used != b->map.used) {
        return false;
    }
    bool in_order = is_ordereddict(a) && is_ordereddict(b);
    size_t a_cursor = 0, b_cursor = 0;
    for (const mp_map_elem_t *elem; (elem = vitrine_map_next(&a->map, &a_cursor)) != NULL;) {
        mp_obj_t key = elem->key, value = elem->value;
        if (in_order) {
            const mp_map_elem_t *other = vitrine_map_next(&b->map, &b_cursor);
            if (other == NULL || !mp_obj_equal(key, other->key)) {
                return false;
            }
        }
        const mp_map_elem_t *other = mp_map_lookup((mp_map_t *)&b->map, key, MP_MAP_LOOKUP);
        if (other == NULL || (value != other->value && !mp_obj_equal(value, other->value))) {
            return false;
        }
    }
    return true;
}

// A class of the guest's that wants to be asked for `dict | o`.
static bool has_own_or(mp_obj_t o) {
    const mp_obj_type_t *type = mp_obj_get_type(o), *where;
    return mp_obj_is_instance_type(type) && class_find(type, MP_QSTR___ror__, 0, &where) != MP_OBJ_NULL;
}

static mp_obj_t dict_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    mp_obj_dict_t *self = MP_OBJ_TO_PTR(lhs_in);
    const mp_obj_dict_t *other;
    switch (op) {
        case MP_BINARY_OP_CONTAINS:
            return mp_obj_new_bool(mp_map_lookup(&self->map, rhs_in, MP_MAP_LOOKUP) != NULL);
        case MP_BINARY_OP_EQUAL:
            other = vitrine_dict_of(rhs_in);
            return other ? mp_obj_new_bool(dict_equal(self, other)) : MP_OBJ_NULL;
        case MP_BINARY_OP_OR:
            other = vitrine_dict_of(rhs_in);
            if (other == NULL || has_own_or(rhs_in)) {
                return MP_OBJ_NULL;
            }
            lhs_in = mp_obj_dict_copy(lhs_in);
            if (is_ordereddict(other)) {
                ((mp_obj_dict_t *)MP_OBJ_TO_PTR(lhs_in))->base.type = &mp_type_ordereddict;
            }
            update_from_dict(MP_OBJ_TO_PTR(lhs_in), other);
            return lhs_in;
        case MP_BINARY_OP_INPLACE_OR:
            update_from(changeable(lhs_in), rhs_in);
            return lhs_in;
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t dict_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    if (value == MP_OBJ_SENTINEL) {
        return mp_obj_dict_get(self_in, index);
    }
    if (value == MP_OBJ_NULL) {
        mp_obj_dict_delete(self_in, index);
    } else {
        mp_obj_dict_store(self_in, index, value);
    }
    return mp_const_none;
}

// --- methods ---

static mp_obj_t dict_clear(mp_obj_t self_in) {
    mp_map_clear(&changeable(self_in)->map);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_clear_obj, dict_clear);
static MP_DEFINE_CONST_FUN_OBJ_1(dict_copy_obj, mp_obj_dict_copy);

// fromkeys(iterable[, value]), of the class that it is called for.
static mp_obj_t dict_fromkeys(size_t n_args, const mp_obj_t *args) {
    mp_obj_t value = n_args > 2 ? args[2] : mp_const_none;
    mp_obj_t made = mp_call_function_0(args[0]);
    mp_obj_t iter = mp_getiter(args[1], NULL);
    for (mp_obj_t key; (key = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION;) {
        if (mp_obj_is_dict_or_ordereddict(made)) {
            set_item(MP_OBJ_TO_PTR(made), key, value);
        } else {
            mp_obj_subscr(made, key, value);
        }
    }
    return made;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_fromkeys_fun_obj, 2, 3, dict_fromkeys);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(dict_fromkeys_obj, MP_ROM_PTR(&dict_fromkeys_fun_obj));

static mp_obj_t dict_get(size_t n_args, const mp_obj_t *args) {
    const mp_map_elem_t *elem = mp_map_lookup(&self_of(args[0])->map, args[1], MP_MAP_LOOKUP);
    return elem ? elem->value : n_args > 2 ? args[2] : mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_get_obj, 2, 3, dict_get);

static mp_obj_t dict_pop(size_t n_args, const mp_obj_t *args) {
    mp_map_elem_t *elem = mp_map_lookup(&changeable(args[0])->map, args[1], MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (elem != NULL) {
        mp_obj_t value = elem->value;
        elem->value = MP_OBJ_NULL;
        return value;
    }
    if (n_args < 3) {
        raise_key_error(args[1]);
    }
    return args[2];
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_pop_obj, 2, 3, dict_pop);

static mp_obj_t dict_setdefault(size_t n_args, const mp_obj_t *args) {
    mp_map_elem_t *elem = mp_map_lookup(&changeable(args[0])->map, args[1], MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
    if (elem->value == MP_OBJ_NULL) {
        elem->value = n_args > 2 ? args[2] : mp_const_none;
    }
    return elem->value;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dict_setdefault_obj, 2, 3, dict_setdefault);

static mp_obj_t pop_entry(mp_obj_dict_t *self, mp_map_elem_t *elem, bool last) {
    mp_obj_t pair = new_pair(elem->key, elem->value);
    (last ? vitrine_map_remove_last : vitrine_map_remove)(&self->map, elem);
    elem->value = MP_OBJ_NULL;
    return pair;
}

static mp_obj_t dict_popitem(mp_obj_t self_in) {
    mp_obj_dict_t *self = changeable(self_in);
    size_t cursor = self->map.alloc;
    mp_map_elem_t *elem = vitrine_map_previous(&self->map, &cursor);
    if (elem == NULL) {
        mp_raise_msg(&mp_type_KeyError, MP_ERROR_TEXT("popitem(): dictionary is empty"));
    }
    return pop_entry(self, elem, true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_popitem_obj, dict_popitem);

static mp_obj_t dict_update(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    update("update", changeable(args[0]), n_args - 1, args + 1, kwargs);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(dict_update_obj, 1, dict_update);

// --- iterators ---

// In place of a number of entries seen or left, one word has the number of
// entries at the start and, where both fit, of those left.
#define COUNTS_BOTH 1
#define COUNTS_LEFT 2
#define COUNTS_START(used) ((used) < 0x8000 ? (used) << 16 | (used) << 1 | COUNTS_BOTH : (used) << 1)
#define COUNTS_USED(counts) ((counts) & COUNTS_BOTH ? (counts) >> 16 : (counts) >> 1)

typedef struct {
    mp_obj_base_t base;
    mp_obj_dict_t *dict; // NULL at the end
    size_t cursor;
    size_t counts;
} dict_iter_t;

static const mp_obj_type_t keys_iter, values_iter, items_iter;
static const mp_obj_type_t reverse_keys_iter, reverse_values_iter, reverse_items_iter;

static mp_obj_t new_iter(const mp_obj_type_t *type, mp_obj_t dict, mp_obj_iter_buf_t *buf, bool backwards) {
    MP_STATIC_ASSERT(sizeof(dict_iter_t) <= sizeof(mp_obj_iter_buf_t));
    dict_iter_t *self = buf ? (dict_iter_t *)buf : m_new_obj(dict_iter_t);
    self->base.type = type;
    self->dict = MP_OBJ_TO_PTR(dict);
    self->cursor = backwards ? self->dict->map.alloc : 0;
    self->counts = COUNTS_START((size_t)self->dict->map.used);
    return MP_OBJ_FROM_PTR(self);
}

static inline mp_map_elem_t *iter_next(dict_iter_t *self, bool backwards) {
    if (self->dict == NULL) {
        return NULL;
    }
    const mp_map_t *map = &self->dict->map;
    if (map->used != COUNTS_USED(self->counts)) {
        self->counts = ~(size_t)0 & ~(size_t)COUNTS_BOTH;
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("dictionary changed size during iteration"));
    }
    mp_map_elem_t *elem = backwards ? vitrine_map_previous(map, &self->cursor) : vitrine_map_next(map, &self->cursor);
    if (elem == NULL) {
        self->dict = NULL;
    } else if (self->counts & COUNTS_BOTH) {
        if ((self->counts & 0xfffe) == 0) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("dictionary keys changed during iteration"));
        }
        self->counts -= COUNTS_LEFT;
    }
    return elem;
}

#define DICT_ITER(name, qstr, backwards, value) \
    static mp_obj_t name##_next(mp_obj_t self_in) { \
        const mp_map_elem_t *elem = iter_next(MP_OBJ_TO_PTR(self_in), backwards); \
        return elem == NULL ? MP_OBJ_STOP_ITERATION : value; \
    } \
    static MP_DEFINE_CONST_OBJ_TYPE(name, qstr, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, name##_next)

DICT_ITER(keys_iter, MP_QSTR_dict_keyiterator, false, elem->key);
DICT_ITER(values_iter, MP_QSTR_dict_valueiterator, false, elem->value);
DICT_ITER(items_iter, MP_QSTR_dict_itemiterator, false, new_pair(elem->key, elem->value));
DICT_ITER(reverse_keys_iter, MP_QSTR_dict_reversekeyiterator, true, elem->key);
DICT_ITER(reverse_values_iter, MP_QSTR_dict_reversevalueiterator, true, elem->value);
DICT_ITER(reverse_items_iter, MP_QSTR_dict_reverseitemiterator, true, new_pair(elem->key, elem->value));

static mp_obj_t dict_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    return new_iter(&keys_iter, self_in, buf, false);
}

static mp_obj_t dict_reversed(mp_obj_t self_in) {
    return new_iter(&reverse_keys_iter, MP_OBJ_FROM_PTR(self_of(self_in)), NULL, true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_reversed_obj, dict_reversed);

// --- views ---

typedef struct {
    mp_obj_base_t base;
    mp_obj_t dict;
} dict_view_t;

static const mp_obj_type_t keys_view, values_view, items_view;

static mp_obj_t new_view(const mp_obj_type_t *type, mp_obj_t dict) {
    dict_view_t *self = mp_obj_malloc(dict_view_t, type);
    self->dict = MP_OBJ_FROM_PTR(self_of(dict));
    return MP_OBJ_FROM_PTR(self);
}

bool vitrine_is_set_view(mp_obj_t o) {
    return mp_obj_is_type(o, &keys_view) || mp_obj_is_type(o, &items_view);
}

static mp_obj_t view_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buf) {
    const dict_view_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type;
    return new_iter(type == &keys_view ? &keys_iter : type == &values_view ? &values_iter : &items_iter,
        self->dict, buf, false);
}

static mp_obj_t view_reversed(mp_obj_t self_in) {
    const dict_view_t *self = MP_OBJ_TO_PTR(self_in);
    const mp_obj_type_t *type = self->base.type;
    return new_iter(type == &keys_view ? &reverse_keys_iter : type == &values_view ? &reverse_values_iter
        : &reverse_items_iter, self->dict, NULL, true);
}
static MP_DEFINE_CONST_FUN_OBJ_1(view_reversed_obj, view_reversed);

static void view_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    vitrine_repr_t guard;
    if (!vitrine_repr_enter(&guard, print, self_in, "...")) {
        return;
    }
    mp_printf(print, "%q([", ((mp_obj_base_t *)MP_OBJ_TO_PTR(self_in))->type->name);
    mp_obj_t iter = view_getiter(self_in, NULL), o;
    for (size_t n = 0; (o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION; ++n) {
        mp_print_str(print, n > 0 ? ", " : "");
        mp_obj_print_helper(print, o, PRINT_REPR);
    }
    mp_print_str(print, "])");
    vitrine_repr_leave(&guard);
}

static mp_obj_t view_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    const dict_view_t *self = MP_OBJ_TO_PTR(self_in);
    if (op == MP_UNARY_OP_HASH && self->base.type == &values_view) {
        return MP_OBJ_NEW_SMALL_INT((uintptr_t)self >> 4);
    }
    return op == MP_UNARY_OP_BOOL || op == MP_UNARY_OP_LEN ? dict_unary_op(op, self->dict) : MP_OBJ_NULL;
}

static bool items_contain(mp_obj_t dict, mp_obj_t item) {
    if (!mp_obj_is_type(item, &mp_type_tuple)) {
        return false;
    }
    size_t len;
    mp_obj_t *pair;
    mp_obj_tuple_get(item, &len, &pair);
    if (len != 2) {
        return false;
    }
    const mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(dict), pair[0], MP_MAP_LOOKUP);
    return elem != NULL && (elem->value == pair[1] || mp_obj_equal(elem->value, pair[1]));
}

// Whether all of one is in the other; the other may be equal if `proper` is not set.
static bool is_subset(mp_obj_t a, mp_obj_t b, bool proper) {
    size_t a_len = MP_OBJ_SMALL_INT_VALUE(mp_obj_len(a)), b_len = MP_OBJ_SMALL_INT_VALUE(mp_obj_len(b));
    if (a_len > b_len || (proper && a_len == b_len)) {
        return false;
    }
    mp_obj_t iter = mp_getiter(a, NULL);
    for (mp_obj_t o; (o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION;) {
        if (!mp_obj_is_true(mp_binary_op(MP_BINARY_OP_CONTAINS, b, o))) {
            return false;
        }
    }
    return true;
}

static mp_obj_t view_binary_op(mp_binary_op_t op, mp_obj_t lhs, mp_obj_t rhs) {
    const dict_view_t *self = MP_OBJ_TO_PTR(lhs);
    if (self->base.type == &values_view) {
        return MP_OBJ_NULL;
    }
    if (op == MP_BINARY_OP_CONTAINS) {
        return mp_obj_new_bool(self->base.type == &items_view ? items_contain(self->dict, rhs)
            : mp_map_lookup(mp_obj_dict_get_map(self->dict), rhs, MP_MAP_LOOKUP) != NULL);
    }
    if (op == MP_BINARY_OP_OR || op == MP_BINARY_OP_AND || op == MP_BINARY_OP_XOR || op == MP_BINARY_OP_SUBTRACT) {
        return vitrine_set_combine(op, vitrine_set_from(lhs), rhs);
    }
    if (op == MP_BINARY_OP_REVERSE_OR || op == MP_BINARY_OP_REVERSE_AND || op == MP_BINARY_OP_REVERSE_XOR
        || op == MP_BINARY_OP_REVERSE_SUBTRACT) {
        return vitrine_set_combine(op - MP_BINARY_OP_REVERSE_OR + MP_BINARY_OP_OR, vitrine_set_from(rhs), lhs);
    }
    if (vitrine_set_of(rhs) == NULL && !vitrine_is_set_view(rhs)) {
        return MP_OBJ_NULL;
    }
    switch (op) {
        case MP_BINARY_OP_EQUAL:
            return mp_obj_new_bool(mp_obj_len(lhs) == mp_obj_len(rhs) && is_subset(lhs, rhs, false));
        case MP_BINARY_OP_LESS:
            return mp_obj_new_bool(is_subset(lhs, rhs, true));
        case MP_BINARY_OP_LESS_EQUAL:
            return mp_obj_new_bool(is_subset(lhs, rhs, false));
        case MP_BINARY_OP_MORE:
            return mp_obj_new_bool(is_subset(rhs, lhs, true));
        case MP_BINARY_OP_MORE_EQUAL:
            return mp_obj_new_bool(is_subset(rhs, lhs, false));
        default:
            return MP_OBJ_NULL;
    }
}

static mp_obj_t view_isdisjoint(mp_obj_t self_in, mp_obj_t other) {
    mp_obj_t iter = mp_getiter(other, NULL);
    for (mp_obj_t o; (o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION;) {
        if (mp_obj_is_true(view_binary_op(MP_BINARY_OP_CONTAINS, self_in, o))) {
            return mp_const_false;
        }
    }
    return mp_const_true;
}
static MP_DEFINE_CONST_FUN_OBJ_2(view_isdisjoint_obj, view_isdisjoint);

static const mp_rom_map_elem_t set_view_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_isdisjoint), MP_ROM_PTR(&view_isdisjoint_obj) },
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&view_reversed_obj) },
};
static MP_DEFINE_CONST_DICT(set_view_locals, set_view_locals_table);

static const mp_rom_map_elem_t values_view_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&view_reversed_obj) },
};
static MP_DEFINE_CONST_DICT(values_view_locals, values_view_locals_table);

#define DICT_VIEW(name, qstr, locals) \
    static MP_DEFINE_CONST_OBJ_TYPE(name, qstr, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER, \
    print, view_print, unary_op, view_unary_op, binary_op, view_binary_op, iter, view_getiter, locals_dict, &locals)

DICT_VIEW(keys_view, MP_QSTR_dict_keys, set_view_locals);
DICT_VIEW(values_view, MP_QSTR_dict_values, values_view_locals);
DICT_VIEW(items_view, MP_QSTR_dict_items, set_view_locals);

static mp_obj_t dict_items(mp_obj_t self_in) {
    return new_view(&items_view, self_in);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_items_obj, dict_items);

static mp_obj_t dict_keys(mp_obj_t self_in) {
    return new_view(&keys_view, self_in);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_keys_obj, dict_keys);

static mp_obj_t dict_values(mp_obj_t self_in) {
    return new_view(&values_view, self_in);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dict_values_obj, dict_values);

// --- the types ---

#define DICT_METHODS \
    { MP_ROM_QSTR(MP_QSTR_clear), MP_ROM_PTR(&dict_clear_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&dict_copy_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_fromkeys), MP_ROM_PTR(&dict_fromkeys_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_get), MP_ROM_PTR(&dict_get_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_items), MP_ROM_PTR(&dict_items_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_keys), MP_ROM_PTR(&dict_keys_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_pop), MP_ROM_PTR(&dict_pop_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_setdefault), MP_ROM_PTR(&dict_setdefault_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&dict_update_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_values), MP_ROM_PTR(&dict_values_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___contains__), MP_ROM_PTR(&mp_op_contains_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___delitem__), MP_ROM_PTR(&mp_op_delitem_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___iter__), MP_ROM_PTR(&mp_builtin_iter_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___len__), MP_ROM_PTR(&mp_builtin_len_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___reversed__), MP_ROM_PTR(&dict_reversed_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___setitem__), MP_ROM_PTR(&mp_op_setitem_obj) }

static const mp_rom_map_elem_t dict_locals_table[] = {
    DICT_METHODS,
    { MP_ROM_QSTR(MP_QSTR_popitem), MP_ROM_PTR(&dict_popitem_obj) },
};
static MP_DEFINE_CONST_DICT(dict_locals, dict_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_dict,
    MP_QSTR_dict,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, mp_obj_dict_make_new,
    print, dict_print,
    unary_op, dict_unary_op,
    binary_op, dict_binary_op,
    subscr, dict_subscr,
    iter, dict_getiter,
    locals_dict, &dict_locals
    );

static bool last_argument(size_t n_args, size_t n_pos, const mp_obj_t *args, mp_map_t *kwargs) {
    const mp_map_elem_t *elem = mp_map_lookup(kwargs, MP_OBJ_NEW_QSTR(MP_QSTR_last), MP_MAP_LOOKUP);
    mp_arg_check_num(n_args, kwargs->used - (elem != NULL), n_pos, n_pos + 1, false);
    return elem ? mp_obj_is_true(elem->value) : n_args == n_pos || mp_obj_is_true(args[n_pos]);
}

static mp_obj_t ordereddict_popitem(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_dict_t *self = changeable(args[0]);
    bool last = last_argument(n_args, 1, args, kwargs);
    size_t cursor = last ? self->map.alloc : 0;
    mp_map_elem_t *elem = last ? vitrine_map_previous(&self->map, &cursor) : vitrine_map_next(&self->map, &cursor);
    if (elem == NULL) {
        mp_raise_msg(&mp_type_KeyError, MP_ERROR_TEXT("dictionary is empty"));
    }
    return pop_entry(self, elem, last);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(ordereddict_popitem_obj, 1, ordereddict_popitem);

static mp_obj_t ordereddict_move_to_end(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_dict_t *self = changeable(args[0]);
    bool last = last_argument(n_args, 2, args, kwargs);
    mp_map_elem_t *elem = mp_map_lookup(&self->map, args[1], MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (elem == NULL) {
        raise_key_error(args[1]);
    }
    mp_obj_t value = elem->value;
    elem->value = MP_OBJ_NULL;
    if (last) {
        set_item(self, args[1], value);
        return mp_const_none;
    }
    mp_obj_dict_t *moved = MP_OBJ_TO_PTR(mp_obj_new_dict(self->map.used + 1));
    set_item(moved, args[1], value);
    update_from_dict(moved, self);
    self->map = moved->map;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(ordereddict_move_to_end_obj, 2, ordereddict_move_to_end);

static const mp_rom_map_elem_t ordereddict_locals_table[] = {
    DICT_METHODS,
    { MP_ROM_QSTR(MP_QSTR_move_to_end), MP_ROM_PTR(&ordereddict_move_to_end_obj) },
    { MP_ROM_QSTR(MP_QSTR_popitem), MP_ROM_PTR(&ordereddict_popitem_obj) },
};
static MP_DEFINE_CONST_DICT(ordereddict_locals, ordereddict_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_ordereddict,
    MP_QSTR_OrderedDict,
    MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE | MP_TYPE_FLAG_ITER_IS_GETITER,
    make_new, mp_obj_dict_make_new,
    print, dict_print,
    unary_op, dict_unary_op,
    binary_op, dict_binary_op,
    subscr, dict_subscr,
    iter, dict_getiter,
    parent, &mp_type_dict,
    locals_dict, &ordereddict_locals
    );
