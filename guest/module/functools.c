// functools.c - what of functools is called most: partial, reduce, cmp_to_key and
// the cache behind lru_cache. lib/functools.py has the rest.
//
// A cache is a dict from a call's arguments to a node; the nodes of a cache with a
// bound are also in a ring, the one that was used last before the head.
#include <string.h>

#include "machine/frames.h"
#include "py/builtin.h"
#include "py/objfun.h"
#include "py/objtuple.h"
#include "py/runtime.h"

// --- attributes of wrappers, which may be set like a function's ---

static void attributes(mp_obj_t *own, mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        mp_map_elem_t *elem = *own == MP_OBJ_NULL ? NULL
            : mp_map_lookup(mp_obj_dict_get_map(*own), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
        if (elem != NULL) {
            dest[0] = elem->value;
        } else if (attr == MP_QSTR___dict__) {
            if (*own == MP_OBJ_NULL) {
                *own = mp_obj_new_dict(0);
            }
            dest[0] = *own;
        } else {
            dest[1] = MP_OBJ_SENTINEL; // the type's
        }
        return;
    }
    if (*own == MP_OBJ_NULL) {
        *own = mp_obj_new_dict(0);
    }
    if (dest[1] == MP_OBJ_NULL) {
        if (mp_map_lookup(mp_obj_dict_get_map(*own), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP_REMOVE_IF_FOUND) == NULL) {
            return;
        }
    } else {
        mp_obj_dict_store(*own, MP_OBJ_NEW_QSTR(attr), dest[1]);
    }
    dest[0] = MP_OBJ_NULL;
}

// --- partial ---

typedef struct _partial_t {
    mp_obj_base_t base;
    mp_obj_t fun;
    mp_obj_t args; // a tuple
    mp_obj_t keywords; // a dict
    mp_obj_t own;
} partial_t;

static mp_obj_t partial_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("type 'partial' takes at least one argument"));
    }
    if (!mp_obj_is_callable(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("the first argument must be callable"));
    }
    partial_t *self = mp_obj_malloc(partial_t, type);
    self->own = MP_OBJ_NULL;
    self->fun = args[0];
    self->args = mp_obj_new_tuple(n_args - 1, args + 1);
    self->keywords = mp_obj_new_dict(n_kw);
    if (mp_obj_is_exact_type(self->fun, type)) {
        partial_t *inner = MP_OBJ_TO_PTR(self->fun);
        self->fun = inner->fun;
        self->args = mp_binary_op(MP_BINARY_OP_ADD, inner->args, self->args);
        self->keywords = mp_obj_dict_copy(inner->keywords);
    }
    for (size_t i = 0; i < n_kw; ++i) {
        mp_obj_dict_store(self->keywords, args[n_args + 2 * i], args[n_args + 2 * i + 1]);
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t partial_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    partial_t *self = MP_OBJ_TO_PTR(self_in);
    size_t n;
    mp_obj_t *first;
    mp_obj_get_array(self->args, &n, &first);
    mp_map_t *keywords = mp_obj_dict_get_map(self->keywords);
    size_t total = n + n_args + 2 * (keywords->used + n_kw), at = 0;
    mp_obj_t on_stack[16], *all = total <= MP_ARRAY_SIZE(on_stack) ? on_stack : m_new(mp_obj_t, total);
    for (size_t i = 0; i < n; ++i) {
        all[at++] = first[i];
    }
    for (size_t i = 0; i < n_args; ++i) {
        all[at++] = args[i];
    }
    size_t used = 0;
    for (size_t i = 0; i < keywords->alloc && used < keywords->used; ++i) {
        if (!mp_map_slot_is_filled(keywords, i)) {
            continue;
        }
        mp_obj_t value = keywords->table[i].value;
        bool given = false;
        for (size_t j = 0; j < n_kw && !given; ++j) {
            given = args[n_args + 2 * j] == keywords->table[i].key;
        }
        if (!given) {
            all[at++] = keywords->table[i].key;
            all[at++] = value;
            ++used;
        }
    }
    memcpy(all + at, args + n_args, 2 * n_kw * sizeof(mp_obj_t));
    return mp_call_function_n_kw(self->fun, n + n_args, used + n_kw, all);
}

static void partial_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    partial_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = attr == MP_QSTR_func ? self->fun : attr == MP_QSTR_args ? self->args
            : attr == MP_QSTR_keywords ? self->keywords : MP_OBJ_NULL;
        if (dest[0] != MP_OBJ_NULL) {
            return;
        }
    }
    attributes(&self->own, self_in, attr, dest);
}

static void partial_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    partial_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "functools.partial(");
    mp_obj_print_helper(print, self->fun, PRINT_REPR);
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(self->args, &n, &items);
    for (size_t i = 0; i < n; ++i) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, items[i], PRINT_REPR);
    }
    mp_map_t *keywords = mp_obj_dict_get_map(self->keywords);
    for (size_t i = 0; i < keywords->alloc; ++i) {
        if (mp_map_slot_is_filled(keywords, i)) {
            mp_print_str(print, ", ");
            mp_obj_print_helper(print, keywords->table[i].key, PRINT_STR);
            mp_print_str(print, "=");
            mp_obj_print_helper(print, keywords->table[i].value, PRINT_REPR);
        }
    }
    mp_print_str(print, ")");
}

static MP_DEFINE_CONST_OBJ_TYPE(partial_type, MP_QSTR_partial, MP_TYPE_FLAG_NONE,
    make_new, partial_make, call, partial_call, attr, partial_attr, print, partial_print);

// --- reduce ---

static mp_obj_t reduce(size_t n_args, const mp_obj_t *args) {
    mp_obj_t iterator = mp_getiter(args[1], NULL);
    mp_obj_t value = n_args == 3 ? args[2] : mp_iternext(iterator);
    if (value == MP_OBJ_STOP_ITERATION) {
        mp_raise_TypeError(MP_ERROR_TEXT("reduce() of empty iterable with no initial value"));
    }
    mp_obj_t item;
    while ((item = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        value = mp_call_function_2(args[0], value, item);
    }
    return value;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(reduce_obj, 2, 3, reduce);

// --- cmp_to_key ---

typedef struct _key_t {
    mp_obj_base_t base;
    mp_obj_t fun;
    mp_obj_t value; // MP_OBJ_NULL: what cmp_to_key() returned
} order_t;

static mp_obj_t key_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    order_t *maker = MP_OBJ_TO_PTR(self_in);
    order_t *self = mp_obj_malloc(order_t, maker->base.type);
    self->fun = maker->fun;
    self->value = args[0];
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t key_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in) {
    order_t *lhs = MP_OBJ_TO_PTR(lhs_in), *rhs = MP_OBJ_TO_PTR(rhs_in);
    if (op > MP_BINARY_OP_NOT_EQUAL || !mp_obj_is_exact_type(rhs_in, lhs->base.type)
        || lhs->value == MP_OBJ_NULL || rhs->value == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_obj_t order = mp_call_function_2(lhs->fun, lhs->value, rhs->value);
    return mp_binary_op(op, order, MP_OBJ_NEW_SMALL_INT(0));
}

static void key_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    order_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR_obj && self->value != MP_OBJ_NULL) {
        dest[0] = self->value;
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(key_type, MP_QSTR_KeyWrapper, MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE,
    call, key_call, binary_op, key_binary_op, attr, key_attr);

static mp_obj_t cmp_to_key(mp_obj_t fun) {
    order_t *self = mp_obj_malloc(order_t, &key_type);
    self->fun = fun;
    self->value = MP_OBJ_NULL;
    return MP_OBJ_FROM_PTR(self);
}
static MP_DEFINE_CONST_FUN_OBJ_1(cmp_to_key_obj, cmp_to_key);

// --- the cache ---

typedef struct _node_t {
    mp_obj_base_t base;
    struct _node_t *older;
    struct _node_t *newer;
    mp_obj_t key;
    mp_obj_t value;
} node_t;

typedef struct _cache_t {
    mp_obj_base_t base;
    mp_obj_t fun;
    mp_obj_t info; // makes what cache_info() returns
    mp_obj_t max;
    mp_obj_t typed;
    mp_obj_t own;
    mp_obj_t found; // the dict
    size_t bound; // of entries; SIZE_MAX: none
    mp_uint_t hits;
    mp_uint_t misses;
    node_t ring;
} cache_t;

static const mp_obj_type_t node_type;
static MP_DEFINE_CONST_OBJ_TYPE(node_type, MP_QSTRnull, MP_TYPE_FLAG_NONE);

static void cache_empty(cache_t *self) {
    self->found = mp_obj_new_dict(0);
    self->ring.older = self->ring.newer = &self->ring;
    self->hits = self->misses = 0;
}

static mp_obj_t cache_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 4, 4, false);
    cache_t *self = mp_obj_malloc(cache_t, type);
    self->fun = args[0];
    self->max = args[1];
    self->typed = args[2];
    self->info = args[3];
    self->own = MP_OBJ_NULL;
    self->bound = SIZE_MAX;
    if (self->max != mp_const_none) {
        mp_int_t max = mp_obj_get_int(self->max);
        self->bound = MAX(max, 0);
    }
    cache_empty(self);
    return MP_OBJ_FROM_PTR(self);
}

// An integer or a string alone is its own key; the type stands between what was
// given by place and by name.
static mp_obj_t cache_key(cache_t *self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    bool typed = mp_obj_is_true(self->typed);
    if (n_args == 1 && n_kw == 0 && !typed && (mp_obj_is_small_int(args[0]) || mp_obj_is_str(args[0]))) {
        return args[0];
    }
    size_t given = n_args + 2 * n_kw, marks = n_kw != 0;
    mp_obj_tuple_t *key = MP_OBJ_TO_PTR(mp_obj_new_tuple(given + marks + (typed ? n_args + n_kw : 0), NULL));
    memcpy(key->items, args, n_args * sizeof(mp_obj_t));
    mp_obj_t *next = key->items + n_args;
    if (n_kw) {
        *next++ = MP_OBJ_FROM_PTR(self->base.type);
        memcpy(next, args + n_args, 2 * n_kw * sizeof(mp_obj_t));
        next += 2 * n_kw;
    }
    for (size_t i = 0; typed && i < n_args + n_kw; ++i) {
        *next++ = MP_OBJ_FROM_PTR(mp_obj_get_type(i < n_args ? args[i] : args[n_args + 2 * (i - n_args) + 1]));
    }
    return MP_OBJ_FROM_PTR(key);
}

static void node_take_out(node_t *node) {
    node->older->newer = node->newer;
    node->newer->older = node->older;
}

static void node_put_newest(cache_t *self, node_t *node) {
    node->newer = &self->ring;
    node->older = self->ring.older;
    node->older->newer = node;
    self->ring.older = node;
}

// What is known for these arguments, or MP_OBJ_NULL: then the function is to be called.
static mp_obj_t cache_find(cache_t *self, size_t n_args, size_t n_kw, const mp_obj_t *args, mp_obj_t *key_out) {
    if (self->bound == 0) {
        *key_out = mp_const_none;
        ++self->misses;
        return MP_OBJ_NULL;
    }
    mp_obj_t key = *key_out = cache_key(self, n_args, n_kw, args);
    mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(self->found), key, MP_MAP_LOOKUP);
    if (elem != NULL) {
        ++self->hits;
        if (self->bound == SIZE_MAX) {
            return elem->value;
        }
        node_t *node = MP_OBJ_TO_PTR(elem->value);
        node_take_out(node);
        node_put_newest(self, node);
        return node->value;
    }
    ++self->misses;
    return MP_OBJ_NULL;
}

void vitrine_cache_store(mp_obj_t self_in, mp_obj_t key, mp_obj_t value) {
    cache_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->bound == SIZE_MAX) {
        mp_obj_dict_store(self->found, key, value);
        return;
    }
    // The call may have stored it, or emptied the cache.
    if (self->bound == 0 || mp_map_lookup(mp_obj_dict_get_map(self->found), key, MP_MAP_LOOKUP) != NULL) {
        return;
    }
    node_t *node = mp_obj_malloc(node_t, &node_type);
    node->key = key;
    node->value = value;
    mp_obj_dict_store(self->found, key, MP_OBJ_FROM_PTR(node));
    node_put_newest(self, node);
    if (mp_obj_dict_get_map(self->found)->used > self->bound) {
        node_t *oldest = self->ring.newer;
        node_take_out(oldest);
        mp_obj_dict_delete(self->found, oldest->key);
    }
}

static mp_obj_t cache_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    cache_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t key, value = cache_find(self, n_args, n_kw, args, &key);
    if (value == MP_OBJ_NULL) {
        value = mp_call_function_n_kw(self->fun, n_args, n_kw, args);
        vitrine_cache_store(self_in, key, value);
    }
    return value;
}

mp_code_state_t *vitrine_cache_call(mp_obj_t *sp, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    cache_t *self = MP_OBJ_TO_PTR(*sp);
    mp_obj_t key, value = cache_find(self, n_args, n_kw, args, &key);
    if (value == MP_OBJ_NULL) {
        mp_code_state_t *frame = vitrine_frame_call(self->fun, n_args, n_kw, args);
        if (frame != NULL) {
            sp[1] = key; // the argument there has gone into the frame
            return frame;
        }
        value = mp_call_function_n_kw(self->fun, n_args, n_kw, args);
        vitrine_cache_store(*sp, key, value);
    }
    *sp = value;
    return NULL;
}

static mp_obj_t cache_info(mp_obj_t self_in) {
    cache_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t figures[4] = {
        mp_obj_new_int_from_uint(self->hits), mp_obj_new_int_from_uint(self->misses), self->max,
        mp_obj_new_int_from_uint(mp_obj_dict_get_map(self->found)->used),
    };
    return mp_call_function_n_kw(self->info, 4, 0, figures);
}
static MP_DEFINE_CONST_FUN_OBJ_1(cache_info_obj, cache_info);

static mp_obj_t cache_clear(mp_obj_t self_in) {
    cache_empty(MP_OBJ_TO_PTR(self_in));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(cache_clear_obj, cache_clear);

static mp_obj_t cache_parameters(mp_obj_t self_in) {
    cache_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t dict = mp_obj_new_dict(2);
    mp_obj_dict_store(dict, MP_OBJ_NEW_QSTR(MP_QSTR_maxsize), self->max);
    mp_obj_dict_store(dict, MP_OBJ_NEW_QSTR(MP_QSTR_typed), self->typed);
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_1(cache_parameters_obj, cache_parameters);

static void cache_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    cache_t *self = MP_OBJ_TO_PTR(self_in);
    attributes(&self->own, self_in, attr, dest);
}

static const mp_rom_map_elem_t cache_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_cache_clear), MP_ROM_PTR(&cache_clear_obj) },
    { MP_ROM_QSTR(MP_QSTR_cache_info), MP_ROM_PTR(&cache_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_cache_parameters), MP_ROM_PTR(&cache_parameters_obj) },
};
static MP_DEFINE_CONST_DICT(cache_locals, cache_locals_table);
static MP_DEFINE_CONST_OBJ_TYPE(cache_type, MP_QSTR__lru_cache_wrapper, MP_TYPE_FLAG_BINDS_SELF,
    make_new, cache_make, call, cache_call, attr, cache_attr, locals_dict, &cache_locals);

bool vitrine_is_cache(mp_obj_t callee) {
    return mp_obj_is_exact_type(callee, &cache_type);
}

static const mp_rom_map_elem_t functools_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__functools) },
    { MP_ROM_QSTR(MP_QSTR__lru_cache_wrapper), MP_ROM_PTR(&cache_type) },
    { MP_ROM_QSTR(MP_QSTR_cmp_to_key), MP_ROM_PTR(&cmp_to_key_obj) },
    { MP_ROM_QSTR(MP_QSTR_partial), MP_ROM_PTR(&partial_type) },
    { MP_ROM_QSTR(MP_QSTR_reduce), MP_ROM_PTR(&reduce_obj) },
};
static MP_DEFINE_CONST_DICT(functools_globals, functools_globals_table);

const mp_obj_module_t vitrine_module_functools = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&functools_globals,
};
MP_REGISTER_MODULE(MP_QSTR__functools, vitrine_module_functools);
