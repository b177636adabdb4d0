// itertools.c - the module itertools; combinatorics.c has what chooses and permutes.
//
// Loops go through mp_iternext(), which notices the soft stop and the depth of
// the C stack; those that do not are bounded by what the object holds.
#include "py/builtin.h"
#include "py/objint.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "iterators.h"

static mp_obj_t it_iter(mp_obj_t iterable) {
    return mp_getiter(iterable, NULL);
}

void it_pool(mp_obj_t iterable, size_t *n, mp_obj_t **items) {
    mp_obj_t tuple = mp_obj_is_exact_type(iterable, &mp_type_tuple) ? iterable
        : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), iterable);
    mp_obj_get_array(tuple, n, items);
}

mp_obj_t it_keyword(size_t n_kw, const mp_obj_t *kw, qstr name, mp_obj_t value) {
    for (size_t i = 0; i < n_kw; ++i) {
        if (kw[2 * i] != MP_OBJ_NEW_QSTR(name)) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("got an unexpected keyword argument '%s'"), mp_obj_str_get_str(kw[2 * i]));
        }
        value = kw[2 * i + 1];
    }
    return value;
}

// A count of anything that can be counted; more than that is for ever.
#define FOR_EVER (UINT64_MAX / 4)
static bool it_count(mp_obj_t o, uint64_t *count) {
    if (mp_obj_is_bool(o)) {
        *count = mp_obj_is_true(o);
        return true;
    }
    if (!mp_obj_is_int(o)) {
        return false;
    }
    if (!mp_obj_is_small_int(o)) {
        *count = FOR_EVER;
        return mp_obj_int_sign(o) > 0;
    }
    *count = MP_OBJ_SMALL_INT_VALUE(o);
    return MP_OBJ_SMALL_INT_VALUE(o) >= 0;
}

// --- without end ---

static mp_obj_t count_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { ARG_start, ARG_step };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_start, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(0)} },
        { MP_QSTR_step, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_INT(1)} },
    };
    mp_arg_val_t parsed[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, parsed);
    it_t *self = it_new(type, 0);
    self->value = parsed[ARG_start].u_obj;
    self->other = parsed[ARG_step].u_obj;
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t count_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t value = self->value;
    self->value = mp_binary_op(MP_BINARY_OP_ADD, value, self->other);
    return value;
}

static void count_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "count(");
    mp_obj_print_helper(print, self->value, PRINT_REPR);
    if (self->other != MP_OBJ_NEW_SMALL_INT(1)) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, self->other, PRINT_REPR);
    }
    mp_print_str(print, ")");
}
static IT_TYPE(count, count_make, count_next, print, count_print);

static mp_obj_t repeat_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { ARG_object, ARG_times };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_object, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_times, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL} },
    };
    mp_arg_val_t parsed[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, parsed);
    it_t *self = it_new(type, 0);
    self->value = parsed[ARG_object].u_obj;
    self->other = parsed[ARG_times].u_obj;
    if (self->other != MP_OBJ_NULL && !it_count(self->other, &self->end)) {
        self->end = 0;
        if (!mp_obj_is_int(self->other)) {
            mp_obj_get_int(self->other); // raises
        }
    }
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t repeat_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->other != MP_OBJ_NULL) {
        if (self->at >= self->end) {
            return MP_OBJ_STOP_ITERATION;
        }
        ++self->at;
    }
    return self->value;
}

static void repeat_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_str(print, "repeat(");
    mp_obj_print_helper(print, self->value, PRINT_REPR);
    if (self->other != MP_OBJ_NULL) {
        mp_print_str(print, ", ");
        mp_obj_print_helper(print, mp_obj_new_int_from_ull(self->end - self->at), PRINT_REPR);
    }
    mp_print_str(print, ")");
}
static IT_TYPE(repeat, repeat_make, repeat_next, print, repeat_print);

// What was seen is kept in a list.
static mp_obj_t cycle_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    it_t *self = it_new(type, 0);
    self->from = it_iter(args[0]);
    self->value = mp_obj_new_list(0, NULL);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t cycle_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    if (!self->ended) {
        mp_obj_t item = mp_iternext(self->from);
        if (item != MP_OBJ_STOP_ITERATION) {
            mp_obj_list_append(self->value, item);
            return item;
        }
        self->ended = true;
    }
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(self->value, &n, &items);
    if (n == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    self->k = self->k < n ? self->k : 0;
    return items[self->k++];
}
static IT_TYPE(cycle, cycle_make, cycle_next);

// --- one after the other ---

// from: the iterator of iterables, value: the one in use.
static mp_obj_t chain_of(mp_obj_t iterables) {
    extern const mp_obj_type_t it_type_chain;
    it_t *self = it_new(&it_type_chain, 0);
    self->from = it_iter(iterables);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t chain_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 0, MP_OBJ_FUN_ARGS_MAX, false);
    return chain_of(mp_obj_new_tuple(n_args, args));
}

static mp_obj_t chain_from_iterable(mp_obj_t cls, mp_obj_t iterables) {
    return chain_of(iterables);
}
static MP_DEFINE_CONST_FUN_OBJ_2(chain_from_iterable_fun, chain_from_iterable);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(chain_from_iterable_obj, MP_ROM_PTR(&chain_from_iterable_fun));
static const mp_rom_map_elem_t chain_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_from_iterable), MP_ROM_PTR(&chain_from_iterable_obj) },
};
static MP_DEFINE_CONST_DICT(chain_locals, chain_locals_table);

static mp_obj_t chain_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    while (!self->ended) {
        if (self->value == MP_OBJ_NULL) {
            mp_obj_t iterable = mp_iternext(self->from);
            if (iterable == MP_OBJ_STOP_ITERATION) {
                break;
            }
            self->value = it_iter(iterable);
        }
        mp_obj_t item = mp_iternext(self->value);
        if (item != MP_OBJ_STOP_ITERATION) {
            return item;
        }
        self->value = MP_OBJ_NULL;
    }
    return it_end(self);
}
IT_TYPE(chain, chain_make, chain_next, locals_dict, &chain_locals);

// items: the iterators, value: the filling, k: those that are not exhausted.
static mp_obj_t zip_longest_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    it_t *self = it_new(type, n_args);
    self->value = it_keyword(n_kw, args + n_args, MP_QSTR_fillvalue, mp_const_none);
    for (size_t i = 0; i < n_args; ++i) {
        self->items[i] = it_iter(args[i]);
    }
    self->k = n_args;
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t zip_longest_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->k == 0) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_tuple_t *row = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->n, NULL));
    for (size_t i = 0; i < self->n; ++i) {
        row->items[i] = self->value;
        if (self->items[i] == MP_OBJ_NULL) {
            continue;
        }
        mp_obj_t item = mp_iternext(self->items[i]);
        if (item != MP_OBJ_STOP_ITERATION) {
            row->items[i] = item;
            continue;
        }
        self->items[i] = MP_OBJ_NULL;
        if (self->k == 0 || --self->k == 0) {
            return MP_OBJ_STOP_ITERATION;
        }
    }
    return MP_OBJ_FROM_PTR(row);
}
static IT_TYPE(zip_longest, zip_longest_make, zip_longest_next);

static mp_obj_t pairwise_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    it_t *self = it_new(type, 0);
    self->from = it_iter(args[0]);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t pairwise_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    // What it iterates may ask this one for its next pair: nothing half-made is seen.
    mp_obj_t value = self->value;
    if (value == MP_OBJ_NULL && !self->ended) {
        value = mp_iternext(self->from);
        if (value == MP_OBJ_STOP_ITERATION) {
            return it_end(self);
        }
        self->value = value;
    }
    mp_obj_t item = self->ended ? MP_OBJ_STOP_ITERATION : mp_iternext(self->from);
    if (item == MP_OBJ_STOP_ITERATION) {
        return it_end(self);
    }
    mp_obj_t pair[2] = {value, item};
    self->value = item;
    return mp_obj_new_tuple(2, pair);
}
static IT_TYPE(pairwise, pairwise_make, pairwise_next);

// --- some of them ---

static uint64_t islice_index(mp_obj_t o, uint64_t absent, mp_rom_error_text_t message) {
    uint64_t count = absent;
    if (o != mp_const_none && !it_count(o, &count)) {
        mp_raise_ValueError(message);
    }
    return count;
}

#define ISLICE_RANGE " must be None or an integer: 0 <= x <= sys.maxsize."
static mp_obj_t islice_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 4, false);
    it_t *self = it_new(type, 0);
    self->from = it_iter(args[0]);
    if (n_args == 2) {
        self->end = islice_index(args[1], FOR_EVER, MP_ERROR_TEXT("Stop argument for islice()" ISLICE_RANGE));
        self->step = 1;
        return MP_OBJ_FROM_PTR(self);
    }
    self->end = islice_index(args[2], FOR_EVER, MP_ERROR_TEXT("Stop argument for islice()" ISLICE_RANGE));
    self->step = n_args < 4 ? 1
        : islice_index(args[3], 1, MP_ERROR_TEXT("Step for islice() must be a positive integer or None."));
    if (self->step == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("Step for islice() must be a positive integer or None."));
    }
    self->at = islice_index(args[1], 0, MP_ERROR_TEXT("Indices for islice()" ISLICE_RANGE));
    self->end = MAX(self->end, self->at);
    return MP_OBJ_FROM_PTR(self);
}

// at: how many to leave out; end: how many there are before the stop; both from here.
static mp_obj_t islice_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    while (!self->ended) {
        if (self->end == 0) {
            break;
        }
        mp_obj_t item = mp_iternext(self->from);
        if (item == MP_OBJ_STOP_ITERATION) {
            break;
        }
        --self->end;
        if (self->at == 0) {
            self->at = self->step - 1;
            return item;
        }
        --self->at;
    }
    return it_end(self);
}
static IT_TYPE(islice, islice_make, islice_next);

static mp_obj_t filter_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 2, 2, false);
    it_t *self = it_new(type, 0);
    self->fun = args[0];
    self->from = it_iter(args[1]);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t takewhile_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t item = self->ended ? MP_OBJ_STOP_ITERATION : mp_iternext(self->from);
    if (item == MP_OBJ_STOP_ITERATION || mp_obj_is_true(mp_call_function_1(self->fun, item))) {
        return item;
    }
    return it_end(self);
}
static IT_TYPE(takewhile, filter_make, takewhile_next);

static mp_obj_t dropwhile_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t item = mp_iternext(self->from);
    while (!self->started && item != MP_OBJ_STOP_ITERATION) {
        if (!mp_obj_is_true(mp_call_function_1(self->fun, item))) {
            self->started = true;
            break;
        }
        item = mp_iternext(self->from);
    }
    return item;
}
static IT_TYPE(dropwhile, filter_make, dropwhile_next);

static mp_obj_t filterfalse_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t item;
    while ((item = mp_iternext(self->from)) != MP_OBJ_STOP_ITERATION) {
        if (!mp_obj_is_true(self->fun == mp_const_none ? item : mp_call_function_1(self->fun, item))) {
            break;
        }
    }
    return item;
}
static IT_TYPE(filterfalse, filter_make, filterfalse_next);

static mp_obj_t compress_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { ARG_data, ARG_selectors };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_data, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_selectors, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
    };
    mp_arg_val_t parsed[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, parsed);
    it_t *self = it_new(type, 0);
    self->from = it_iter(parsed[ARG_data].u_obj);
    self->other = it_iter(parsed[ARG_selectors].u_obj);
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t compress_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    for (;;) {
        mp_obj_t item = mp_iternext(self->from);
        mp_obj_t selector = item == MP_OBJ_STOP_ITERATION ? item : mp_iternext(self->other);
        if (selector == MP_OBJ_STOP_ITERATION || mp_obj_is_true(selector)) {
            return selector == MP_OBJ_STOP_ITERATION ? selector : item;
        }
    }
}
static IT_TYPE(compress, compress_make, compress_next);

// --- computed from them ---

static mp_obj_t accumulate_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { ARG_iterable, ARG_func, ARG_initial };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_func, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_initial, MP_ARG_OBJ | MP_ARG_KW_ONLY, {.u_rom_obj = MP_ROM_NONE} },
    };
    mp_arg_val_t parsed[3];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 3, allowed, parsed);
    it_t *self = it_new(type, 0);
    self->from = it_iter(parsed[ARG_iterable].u_obj);
    self->fun = parsed[ARG_func].u_obj;
    self->other = parsed[ARG_initial].u_obj; // comes first, if it is not None
    return MP_OBJ_FROM_PTR(self);
}

static mp_obj_t accumulate_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->value == MP_OBJ_NULL && self->other != mp_const_none) {
        return self->value = self->other;
    }
    mp_obj_t item = mp_iternext(self->from);
    if (item == MP_OBJ_STOP_ITERATION) {
        return item;
    }
    if (self->value == MP_OBJ_NULL) {
        self->value = item;
    } else if (self->fun == mp_const_none) {
        self->value = mp_binary_op(MP_BINARY_OP_ADD, self->value, item);
    } else {
        self->value = mp_call_function_2(self->fun, self->value, item);
    }
    return self->value;
}
static IT_TYPE(accumulate, accumulate_make, accumulate_next);

static mp_obj_t starmap_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t item = mp_iternext(self->from);
    if (item == MP_OBJ_STOP_ITERATION) {
        return item;
    }
    size_t n;
    mp_obj_t *items;
    it_pool(item, &n, &items);
    return mp_call_function_n_kw(self->fun, n, 0, items);
}
static IT_TYPE(starmap, filter_make, starmap_next);

// groupby: value is the item that waits, other its key; items: the key of the
// group that was given out last, and that group, which alone may go on.
enum { GROUP_KEY, GROUP_OBJECT, GROUP_ITEMS };

static mp_obj_t groupby_make(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { ARG_iterable, ARG_key };
    static const mp_arg_t allowed[] = {
        { MP_QSTR_iterable, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_key, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
    };
    mp_arg_val_t parsed[2];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, 2, allowed, parsed);
    it_t *self = it_new(type, GROUP_ITEMS);
    self->from = it_iter(parsed[ARG_iterable].u_obj);
    self->fun = parsed[ARG_key].u_obj;
    return MP_OBJ_FROM_PTR(self);
}

static bool groupby_step(it_t *self) {
    mp_obj_t item = mp_iternext(self->from);
    if (item == MP_OBJ_STOP_ITERATION) {
        return false;
    }
    mp_obj_t key = self->fun == mp_const_none ? item : mp_call_function_1(self->fun, item);
    self->value = item;
    self->other = key;
    return true;
}

static mp_obj_t group_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    it_t *parent = MP_OBJ_TO_PTR(self->from);
    if (parent->items[GROUP_OBJECT] != self_in || (parent->value == MP_OBJ_NULL && !groupby_step(parent))
        || !mp_obj_equal(self->value, parent->other)) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t item = parent->value;
    parent->value = MP_OBJ_NULL;
    return item;
}

static MP_DEFINE_CONST_OBJ_TYPE(it_type_group, MP_QSTR__grouper, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, group_next);

static mp_obj_t groupby_next(mp_obj_t self_in) {
    it_t *self = MP_OBJ_TO_PTR(self_in);
    self->items[GROUP_OBJECT] = MP_OBJ_NULL;
    while (self->other == MP_OBJ_NULL
           || (self->items[GROUP_KEY] != MP_OBJ_NULL && mp_obj_equal(self->items[GROUP_KEY], self->other))) {
        if (!groupby_step(self)) {
            return MP_OBJ_STOP_ITERATION;
        }
    }
    it_t *group = it_new(&it_type_group, 0);
    group->from = self_in;
    group->value = self->items[GROUP_KEY] = self->other;
    self->items[GROUP_OBJECT] = MP_OBJ_FROM_PTR(group);
    mp_obj_t pair[2] = {self->other, MP_OBJ_FROM_PTR(group)};
    return mp_obj_new_tuple(2, pair);
}
static IT_TYPE(groupby, groupby_make, groupby_next);

// --- several over one iterator ---

typedef struct _tee_node_t {
    mp_obj_t value;
    struct _tee_node_t *next; // NULL: nobody has been here
} tee_node_t;

typedef struct _tee_t {
    mp_obj_base_t base;
    mp_obj_t from;
    tee_node_t *node;
} tee_t;

static mp_obj_t tee_next(mp_obj_t self_in) {
    tee_t *self = MP_OBJ_TO_PTR(self_in);
    tee_node_t *node = self->node;
    if (node->next == NULL) {
        mp_obj_t item = mp_iternext(self->from);
        if (item == MP_OBJ_STOP_ITERATION) {
            return item;
        }
        if (node->next != NULL) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("cannot re-enter the tee iterator"));
        }
        node->value = item;
        node->next = m_new0(tee_node_t, 1);
    }
    self->node = node->next;
    return node->value;
}

static mp_obj_t tee_copy(mp_obj_t self_in);
static MP_DEFINE_CONST_FUN_OBJ_1(tee_copy_obj, tee_copy);
static const mp_rom_map_elem_t tee_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&tee_copy_obj) },
};
static MP_DEFINE_CONST_DICT(tee_locals, tee_locals_table);
static MP_DEFINE_CONST_OBJ_TYPE(it_type_tee, MP_QSTR__tee, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, tee_next, locals_dict, &tee_locals);

static tee_t *tee_new(mp_obj_t from, tee_node_t *node) {
    tee_t *self = mp_obj_malloc(tee_t, &it_type_tee);
    self->from = from;
    self->node = node;
    return self;
}

static mp_obj_t tee_copy(mp_obj_t self_in) {
    tee_t *self = MP_OBJ_TO_PTR(self_in);
    return MP_OBJ_FROM_PTR(tee_new(self->from, self->node));
}

static mp_obj_t it_tee(size_t n_args, const mp_obj_t *args) {
    mp_int_t n = n_args < 2 ? 2 : mp_obj_get_int(args[1]);
    if (n < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("n must be >= 0"));
    }
    mp_obj_t from = it_iter(args[0]);
    tee_t *first = mp_obj_is_exact_type(from, &it_type_tee) ? MP_OBJ_TO_PTR(from)
        : tee_new(from, m_new0(tee_node_t, 1));
    mp_obj_tuple_t *all = MP_OBJ_TO_PTR(mp_obj_new_tuple(n, NULL));
    for (mp_int_t i = 0; i < n; ++i) {
        all->items[i] = i == 0 ? MP_OBJ_FROM_PTR(first) : tee_copy(MP_OBJ_FROM_PTR(first));
    }
    return MP_OBJ_FROM_PTR(all);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(it_tee_obj, 1, 2, it_tee);

static const mp_rom_map_elem_t itertools_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_itertools) },
    { MP_ROM_QSTR(MP_QSTR_accumulate), MP_ROM_PTR(&it_type_accumulate) },
    { MP_ROM_QSTR(MP_QSTR_chain), MP_ROM_PTR(&it_type_chain) },
    { MP_ROM_QSTR(MP_QSTR_combinations), MP_ROM_PTR(&it_type_combinations) },
    { MP_ROM_QSTR(MP_QSTR_combinations_with_replacement), MP_ROM_PTR(&it_type_combinations_with_replacement) },
    { MP_ROM_QSTR(MP_QSTR_compress), MP_ROM_PTR(&it_type_compress) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&it_type_count) },
    { MP_ROM_QSTR(MP_QSTR_cycle), MP_ROM_PTR(&it_type_cycle) },
    { MP_ROM_QSTR(MP_QSTR_dropwhile), MP_ROM_PTR(&it_type_dropwhile) },
    { MP_ROM_QSTR(MP_QSTR_filterfalse), MP_ROM_PTR(&it_type_filterfalse) },
    { MP_ROM_QSTR(MP_QSTR_groupby), MP_ROM_PTR(&it_type_groupby) },
    { MP_ROM_QSTR(MP_QSTR_islice), MP_ROM_PTR(&it_type_islice) },
    { MP_ROM_QSTR(MP_QSTR_pairwise), MP_ROM_PTR(&it_type_pairwise) },
    { MP_ROM_QSTR(MP_QSTR_permutations), MP_ROM_PTR(&it_type_permutations) },
    { MP_ROM_QSTR(MP_QSTR_product), MP_ROM_PTR(&it_type_product) },
    { MP_ROM_QSTR(MP_QSTR_repeat), MP_ROM_PTR(&it_type_repeat) },
    { MP_ROM_QSTR(MP_QSTR_starmap), MP_ROM_PTR(&it_type_starmap) },
    { MP_ROM_QSTR(MP_QSTR_takewhile), MP_ROM_PTR(&it_type_takewhile) },
    { MP_ROM_QSTR(MP_QSTR_tee), MP_ROM_PTR(&it_tee_obj) },
    { MP_ROM_QSTR(MP_QSTR_zip_longest), MP_ROM_PTR(&it_type_zip_longest) },
};
static MP_DEFINE_CONST_DICT(itertools_globals, itertools_globals_table);

const mp_obj_module_t vitrine_module_itertools = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&itertools_globals,
};
MP_REGISTER_EXTENSIBLE_MODULE(MP_QSTR_itertools, vitrine_module_itertools);
