// builtins.c - built-in functions: sum, min, max, print, iter, dir, vars, exit.
#include "builtins.h"

#include "argument.h"
#include "machine/stop.h"
#include "map.h"
#include "number/floatops.h"
#include "number/intmethods.h"
#include "py/bc.h"
#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "py/stream.h"

static NORETURN void raise_keyword(const char *name, mp_obj_t keyword) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' is an invalid keyword argument for %s()"),
        mp_obj_str_get_str(keyword), name);
}

// Takes the keyword arguments of these names; others are errors.
static void keywords(const char *name, const mp_map_t *kwargs, size_t n, const qstr *names, mp_obj_t *values) {
    const mp_map_elem_t *elem;
    for (size_t cursor = 0; (elem = vitrine_map_next(kwargs, &cursor)) != NULL;) {
        size_t i = 0;
        while (i < n && elem->key != MP_OBJ_NEW_QSTR(names[i])) {
            ++i;
        }
        if (i == n) {
            raise_keyword(name, elem->key);
        }
        values[i] = elem->value;
    }
}

// Arguments by place or by name, as those of these names; how many there are then.
static size_t in_place(const char *name, size_t n_args, const mp_obj_t *args, const mp_map_t *kwargs, size_t least, size_t n,
    const qstr *names, mp_obj_t *values) {
    if (n_args > n) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at most %d arguments (%d given)"), name, (int)n, (int)n_args);
    }
    keywords(name, kwargs, n, names, values);
    for (size_t i = 0; i < n_args; ++i) {
        if (values[i] != MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument for %s() given by name ('%q') and position (%d)"), name, names[i], (int)i + 1);
        }
        values[i] = args[i];
    }
    for (size_t i = n_args; i < n; ++i) {
        n_args = values[i] != MP_OBJ_NULL ? i + 1 : n_args;
    }
    for (size_t i = 0; i < n_args; ++i) {
        if (values[i] == MP_OBJ_NULL && i < least) {
            n_args = 0;
        } else if (values[i] == MP_OBJ_NULL) {
            values[i] = mp_const_none;
        }
    }
    if (n_args < least) {
        size_t missing = 0;
        while (missing < least - 1 && values[missing] != MP_OBJ_NULL) {
            ++missing;
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() missing required argument '%q' (pos %d)"), name, names[missing],
            (int)missing + 1);
    }
    return n_args;
}

static mp_obj_t builtin_round(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_number, MP_QSTR_ndigits};
    mp_obj_t values[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    return vitrine_round(in_place("round", n_args, args, kwargs, 1, 2, names, values), values);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_round_obj, 0, builtin_round);

static mp_obj_t builtin_pow(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_base, MP_QSTR_exp, MP_QSTR_mod};
    mp_obj_t values[3] = {MP_OBJ_NULL, MP_OBJ_NULL, MP_OBJ_NULL};
    n_args = in_place("pow", n_args, args, kwargs, 2, 3, names, values);
    if (n_args < 3 || values[2] == mp_const_none) {
        return mp_binary_op(MP_BINARY_OP_POWER, values[0], values[1]);
    }
    if (mp_obj_is_instance_type(mp_obj_get_type(values[0]))) {
        mp_obj_t method[4];
        mp_load_method_maybe(values[0], MP_QSTR___pow__, method);
        if (method[0] != MP_OBJ_NULL && mp_obj_is_exact_type(method[0], &mp_type_fun_bc)) {
            method[2] = values[1];
            method[3] = values[2];
            return mp_call_method_n_kw(2, 0, method);
        }
    }
    return vitrine_int_pow3(values[0], values[1], values[2]);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_pow_obj, 0, builtin_pow);

static mp_obj_t builtin_compile(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_source, MP_QSTR_filename, MP_QSTR_mode, MP_QSTR_flags, MP_QSTR_dont_inherit, MP_QSTR_optimize};
    mp_obj_t values[6] = {MP_OBJ_NULL};
    n_args = in_place("compile", n_args, args, kwargs, 3, 6, names, values);
    return mp_call_function_n_kw(MP_OBJ_FROM_PTR(&mp_builtin_compile_obj), n_args, 0, values);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_compile_obj, 0, builtin_compile);

static mp_obj_t builtin_import(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_name, MP_QSTR_globals, MP_QSTR_locals, MP_QSTR_fromlist, MP_QSTR_level};
    mp_obj_t values[5] = {MP_OBJ_NULL};
    n_args = in_place("__import__", n_args, args, kwargs, 1, 5, names, values);
    return mp_call_function_n_kw(MP_OBJ_FROM_PTR(&mp_builtin___import___obj), n_args, 0, values);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_import_obj, 0, builtin_import);

size_t vitrine_complex_parts(size_t n_args, size_t n_kw, const mp_obj_t *args, mp_obj_t *parts) {
    static const qstr names[] = {MP_QSTR_real, MP_QSTR_imag};
    mp_obj_t values[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    if (n_args + n_kw == 0) {
        return 0;
    }
    mp_map_t kwargs;
    mp_map_init_fixed_table(&kwargs, n_kw, args + n_args);
    n_args = in_place("complex", n_args, args, &kwargs, 0, 2, names, values);
    for (size_t i = 0; i < n_args; ++i) {
        parts[i] = values[i] == mp_const_none && i == 0 && n_args > 1 ? parts[i] : values[i];
    }
    return n_args;
}

qstr vitrine_attribute_name(mp_obj_t name) {
    if (vitrine_native(name, &mp_type_str) == MP_OBJ_NULL) {
        vitrine_raise_type("attribute name must be string, not '%s'", name);
    }
    return mp_obj_str_get_qstr(name);
}

// --- built-ins of one's own ---

bool vitrine_builtins_given;

static bool is_usual(mp_obj_t builtins) {
    return builtins == MP_OBJ_FROM_PTR(&mp_module_builtins) || builtins == MP_OBJ_FROM_PTR(mp_module_builtins.globals);
}

void vitrine_give_builtins(mp_obj_dict_t *globals) {
    mp_map_elem_t *elem = mp_map_lookup(&globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_MAP_LOOKUP);
    if (elem != NULL) {
        vitrine_builtins_given |= !is_usual(elem->value);
        vitrine_instead_forget();
    } else if (!globals->map.is_fixed) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(globals), MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_OBJ_FROM_PTR(&mp_module_builtins));
    }
}

// What globals have in place of the built-ins, or MP_OBJ_NULL; *found: the value of the name there.
static bool has_own_builtins(qstr name, mp_obj_t *found) {
    mp_map_elem_t *elem = mp_map_lookup(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(MP_QSTR___builtins__), MP_MAP_LOOKUP);
    if (elem == NULL || is_usual(elem->value)) {
        return false;
    }
    mp_obj_t own = elem->value;
    if (mp_obj_is_type(own, &mp_type_module)) {
        own = MP_OBJ_FROM_PTR(mp_obj_module_get_globals(own));
    }
    if (!mp_obj_is_dict_or_ordereddict(own)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not subscriptable"), mp_obj_get_type_str(own));
    }
    elem = mp_map_lookup(mp_obj_dict_get_map(own), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    *found = elem == NULL ? MP_OBJ_NULL : elem->value;
    return true;
}

mp_obj_t vitrine_given_builtin(qstr name) {
    mp_obj_t found = MP_OBJ_NULL;
    if (has_own_builtins(name, &found) && found == MP_OBJ_NULL) {
        vitrine_raise_name(&mp_type_NameError, name, "name '%q' is not defined");
    }
    return found;
}

mp_obj_t vitrine_given_import(void) {
    mp_obj_t found = MP_OBJ_NULL;
    if (has_own_builtins(MP_QSTR___import__, &found) && found == MP_OBJ_NULL) {
        mp_raise_msg(&mp_type_ImportError, MP_ERROR_TEXT("__import__ not found"));
    }
    return found;
}

// --- sum, min, max ---

mp_obj_t vitrine_sum(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_start};
    mp_obj_t total = n_args > 1 ? args[1] : MP_OBJ_NEW_SMALL_INT(0);
    mp_arg_check_num(n_args, 0, 1, 2, false);
    keywords("sum", kwargs, 1, names, &total);
    if (mp_obj_is_str(total)) {
        mp_raise_TypeError(MP_ERROR_TEXT("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    if (mp_obj_is_type(total, &mp_type_bytes)) {
        mp_raise_TypeError(MP_ERROR_TEXT("sum() can't sum bytes [use b''.join(seq) instead]"));
    }
    mp_obj_iter_buf_t buf;
    mp_obj_t iter = mp_getiter(args[0], &buf), o;
    while ((o = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        total = mp_binary_op(MP_BINARY_OP_ADD, total, o);
    }
    return total;
}

static mp_obj_t best(const char *name, mp_binary_op_t op, size_t n_args, const mp_obj_t *args, const mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_key, MP_QSTR_default};
    mp_obj_t values[] = {mp_const_none, MP_OBJ_NULL};
    keywords(name, kwargs, 2, names, values);
    mp_obj_t key = values[0], best_one = MP_OBJ_NULL, best_key = MP_OBJ_NULL, iter = MP_OBJ_NULL;
    if (n_args == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s expected at least 1 argument, got 0"), name);
    }
    if (n_args > 1 && values[1] != MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("Cannot specify a default for %s() with multiple positional arguments"), name);
    }
    mp_obj_iter_buf_t buf;
    if (n_args == 1) {
        iter = mp_getiter(args[0], &buf);
    }
    for (size_t i = 0;; ++i) {
        mp_obj_t o = iter != MP_OBJ_NULL ? mp_iternext(iter) : i < n_args ? args[i] : MP_OBJ_STOP_ITERATION;
        if (o == MP_OBJ_STOP_ITERATION) {
            break;
        }
        mp_obj_t o_key = key == mp_const_none ? o : mp_call_function_1(key, o);
        if (best_one == MP_OBJ_NULL || mp_obj_is_true(mp_binary_op(op, o_key, best_key))) {
            best_one = o;
            best_key = o_key;
        }
    }
    if (best_one == MP_OBJ_NULL) {
        if (values[1] == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s() arg is an empty sequence"), name);
        }
        return values[1];
    }
    return best_one;
}

static mp_obj_t builtin_max(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    return best("max", MP_BINARY_OP_MORE, n_args, args, kwargs);
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_max_obj, 0, builtin_max);

static mp_obj_t builtin_min(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    return best("min", MP_BINARY_OP_LESS, n_args, args, kwargs);
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_min_obj, 0, builtin_min);

// --- print ---

static mp_obj_t text_or(mp_obj_t o, const char *name, qstr absent) {
    if (o == mp_const_none) {
        return MP_OBJ_NEW_QSTR(absent);
    }
    if (!mp_obj_is_str(o)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s must be None or a string, not %s"), name,
            mp_obj_get_type_str(o));
    }
    return o;
}

// To an object that has a method write(), piece by piece.
static void print_to_object(mp_obj_t file, size_t n_args, const mp_obj_t *args, mp_obj_t sep, mp_obj_t end, bool flush) {
    mp_obj_t method[3];
    mp_load_method(file, MP_QSTR_write, method);
    for (size_t i = 0; i <= n_args; ++i) {
        if (i > 0 && i < n_args) {
            method[2] = sep;
            mp_call_method_n_kw(1, 0, method);
        }
        mp_obj_t piece = i < n_args ? args[i] : end;
        method[2] = mp_obj_is_str(piece) ? piece
            : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_str), piece);
        mp_call_method_n_kw(1, 0, method);
    }
    if (flush) {
        mp_load_method(file, MP_QSTR_flush, method);
        mp_call_method_n_kw(0, 0, method);
    }
}

static mp_obj_t builtin_print(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const qstr names[] = {MP_QSTR_sep, MP_QSTR_end, MP_QSTR_file, MP_QSTR_flush};
    mp_obj_t values[] = {mp_const_none, mp_const_none, mp_const_none, mp_const_false};
    keywords("print", kwargs, 4, names, values);
    mp_obj_t sep = text_or(values[0], "sep", MP_QSTR__space_), end = text_or(values[1], "end", MP_QSTR__0x0a_);
    mp_obj_t file = values[2] == mp_const_none ? vitrine_stdout() : values[2];
    if (file == mp_const_none) {
        return mp_const_none; // sys.stdout is None
    }
    const mp_stream_p_t *stream = MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(file), protocol);
    if (stream == NULL || stream->write == NULL) {
        print_to_object(file, n_args, args, sep, end, mp_obj_is_true(values[3]));
        return mp_const_none;
    }
    mp_print_t print = {MP_OBJ_TO_PTR(file), mp_stream_write_adaptor};
    for (size_t i = 0; i < n_args; i++) {
        if (i > 0) {
            mp_obj_print_helper(&print, sep, PRINT_STR);
        }
        mp_obj_print_helper(&print, args[i], PRINT_STR);
    }
    mp_obj_print_helper(&print, end, PRINT_STR);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_print_obj, 0, builtin_print);

// --- iter ---

typedef struct {
    mp_obj_base_t base;
    mp_obj_t function; // MP_OBJ_NULL at the end
    mp_obj_t sentinel;
} call_iter_t;

static mp_obj_t call_iter_next(mp_obj_t self_in) {
    call_iter_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->function == MP_OBJ_NULL) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_t o = mp_call_function_0(self->function);
    if (o == self->sentinel || mp_obj_equal(o, self->sentinel)) {
        self->function = MP_OBJ_NULL;
        return MP_OBJ_STOP_ITERATION;
    }
    return o;
}

static MP_DEFINE_CONST_OBJ_TYPE(call_iter, MP_QSTR_callable_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT, iter, call_iter_next);

static mp_obj_t builtin_iter(size_t n_args, const mp_obj_t *args) {
    if (n_args == 1) {
        return mp_getiter(args[0], NULL);
    }
    if (!mp_obj_is_callable(args[0])) {
        mp_raise_TypeError(MP_ERROR_TEXT("iter(v, w): v must be callable"));
    }
    call_iter_t *self = mp_obj_malloc(call_iter_t, &call_iter);
    self->function = args[0];
    self->sentinel = args[1];
    return MP_OBJ_FROM_PTR(self);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_iter_obj, 1, 2, builtin_iter);

// --- dir and vars ---

static void add_names(mp_obj_t names, const mp_map_t *map) {
    const mp_map_elem_t *elem;
    for (size_t cursor = 0; (elem = vitrine_map_next(map, &cursor)) != NULL;) {
        if (mp_obj_is_str(elem->key)) {
            mp_obj_dict_store(names, elem->key, mp_const_none);
        }
    }
}

static void add_class(mp_obj_t names, const mp_obj_type_t *type) {
    const mp_obj_dict_t *locals = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, locals_dict);
    if (locals != NULL) {
        add_names(names, &locals->map);
    }
}

static mp_obj_t attribute(mp_obj_t o, qstr name) {
    mp_obj_t found[2];
    mp_load_method_protected(o, name, found, false);
    return found[0];
}

static mp_obj_t sorted(mp_obj_t iterable) {
    mp_obj_t list = mp_obj_list_make_new(&mp_type_list, 1, 0, &iterable);
    mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
    return list;
}

// No operator has this reflected method, so it is looked for here.
mp_obj_t vitrine_divmod(mp_obj_t lhs, mp_obj_t rhs) {
    const mp_obj_type_t *type = mp_obj_get_type(rhs);
    mp_obj_t own = mp_obj_is_instance_type(mp_obj_get_type(lhs)) ? attribute(lhs, MP_QSTR___divmod__) : MP_OBJ_NULL;
    if (mp_obj_is_instance_type(type) && own == MP_OBJ_NULL) {
        mp_obj_t method[3];
        mp_load_method_maybe(rhs, MP_QSTR___rdivmod__, method);
        if (method[0] != MP_OBJ_NULL) {
            method[2] = lhs;
            mp_obj_t result = mp_call_method_n_kw(1, 0, method);
            if (result != mp_const_notimplemented) {
                return result;
            }
        }
    }
    return mp_binary_op(MP_BINARY_OP_DIVMOD, lhs, rhs);
}

static bool is_class(mp_obj_t o) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(o)), MP_OBJ_FROM_PTR(&mp_type_type));
}

static mp_obj_t default_dir(mp_obj_t o) {
    mp_obj_t names = mp_obj_new_dict(0);
    if (mp_obj_is_type(o, &mp_type_module)) {
        add_names(names, &mp_obj_module_get_globals(o)->map);
        for (size_t i = 0; o == MP_OBJ_FROM_PTR(&mp_module_sys) && i < MP_ARRAY_SIZE(vitrine_sys_changing); ++i) {
            mp_obj_dict_store(names, MP_OBJ_NEW_QSTR(vitrine_sys_changing[i]), mp_const_none);
        }
        return sorted(names);
    }
    if (!is_class(o)) {
        mp_obj_t own = attribute(o, MP_QSTR___dict__);
        if (own != MP_OBJ_NULL && mp_obj_is_dict_or_ordereddict(own)) {
            add_names(names, mp_obj_dict_get_map(own));
        }
    }
    mp_obj_t class = is_class(o) ? o : MP_OBJ_FROM_PTR(mp_obj_get_type(o));
    mp_obj_t mro = attribute(class, MP_QSTR___mro__);
    add_class(names, MP_OBJ_TO_PTR(class));
    if (mro != MP_OBJ_NULL && mp_obj_is_type(mro, &mp_type_tuple)) {
        size_t len;
        mp_obj_t *classes;
        mp_obj_tuple_get(mro, &len, &classes);
        for (size_t i = 0; i < len; ++i) {
            add_class(names, MP_OBJ_TO_PTR(classes[i]));
        }
    }
    return sorted(names);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_object_dir_obj, default_dir);

mp_obj_t vitrine_dir(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        mp_obj_t names = mp_obj_new_dict(0);
        add_names(names, &mp_locals_get()->map);
        return sorted(names);
    }
    mp_obj_t o = args[0], method[2] = {MP_OBJ_NULL};
    if (!is_class(o) && !mp_obj_is_type(o, &mp_type_module)) {
        mp_load_method_maybe(o, MP_QSTR___dir__, method);
    }
    bool own = method[0] == MP_OBJ_NULL || method[0] == MP_OBJ_FROM_PTR(&vitrine_object_dir_obj);
    return own ? default_dir(o) : sorted(mp_call_method_n_kw(0, 0, method));
}

static mp_obj_t builtin_vars(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        return MP_OBJ_FROM_PTR(mp_locals_get());
    }
    mp_obj_t own = attribute(args[0], MP_QSTR___dict__);
    if (own == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("vars() argument must have __dict__ attribute"));
    }
    return own;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_vars_obj, 0, 1, builtin_vars);

static mp_obj_t builtin_exit(size_t n_args, const mp_obj_t *args) {
    nlr_raise(mp_obj_new_exception_args(&mp_type_SystemExit, n_args, args));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_exit_obj, 0, 1, builtin_exit);

mp_obj_t vitrine_module_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 2, false);
    mp_module_context_t *o = m_new_obj(mp_module_context_t);
    o->module.base.type = type;
    o->module.globals = MP_OBJ_TO_PTR(mp_obj_new_dict(2));
    o->constants.qstr_table = NULL;
    o->constants.obj_table = NULL;
    mp_obj_dict_store(MP_OBJ_FROM_PTR(o->module.globals), MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_OBJ_NEW_QSTR(mp_obj_str_get_qstr(args[0])));
    mp_obj_dict_store(MP_OBJ_FROM_PTR(o->module.globals), MP_OBJ_NEW_QSTR(MP_QSTR___doc__), n_args > 1 ? args[1] : mp_const_none);
    return MP_OBJ_FROM_PTR(o);
}
