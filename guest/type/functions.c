// functions.c - functions' attributes, and the texts of calls that do not fit.
#include "functions.h"

#include "argument.h"

#include <string.h>

#include "classes.h"
#include "py/bc0.h"
#include "py/emitglue.h"
#include "compile/locals.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "machine/stop.h"

// --- names ---

qstr vitrine_plain_name(qstr qualified) {
    const char *dot = strrchr(qstr_str(qualified), '.');
    return dot == NULL ? qualified : qstr_from_str(dot + 1);
}

qstr vitrine_next_name(vitrine_parameters_t *p) {
    qstr name = mp_decode_uint(&p->names);
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    name = p->fun->context->constants.qstr_table[name];
    #endif
    return name;
}

// No keyword is equal to the name of a positional-only parameter: the compiler
// puts a slash before it.
static bool is_only(qstr name) {
    return qstr_str(name)[0] == '/';
}

qstr vitrine_only_name(qstr name) {
    return is_only(name) ? qstr_from_str(qstr_str(name) + 1) : name;
}

qstr vitrine_parameters(const mp_obj_fun_bc_t *fun, vitrine_parameters_t *p) {
    const byte *ip = fun->bytecode;
    size_t n_state, n_exc;
    MP_BC_PRELUDE_SIG_DECODE_INTO(ip, n_state, n_exc, p->flags, p->n_pos, p->n_kwonly, p->n_defaults);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    (void)n_state;
    (void)n_exc;
    (void)n_cell;
    p->fun = fun;
    p->names = ip;
    p->end = ip + n_info;
    qstr name = vitrine_next_name(p);
    const byte *first = p->names;
    p->n_closed = p->n_only = 0;
    for (size_t n = p->n_pos; n > 0; --n) {
        qstr parameter = vitrine_next_name(p);
        if (parameter == MP_QSTR__star_) {
            first = p->names;
            ++p->n_closed;
            --p->n_pos;
        }
        p->n_only += is_only(parameter);
    }
    p->names = first;
    return name;
}

// --- calls that do not fit ---

enum { LONGEST_NAME = 200 }; // of those that are made into a qstr

static mp_obj_t own_attribute(const mp_obj_fun_bc_t *self, qstr attr) {
    if (self->attributes == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(self->attributes), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    return elem == NULL ? MP_OBJ_NULL : elem->value;
}

// As vitrine_parameters(), but returns the name that __qualname__ was set to.
static qstr shown_parameters(const mp_obj_fun_bc_t *fun, vitrine_parameters_t *p) {
    qstr name = vitrine_parameters(fun, p);
    mp_obj_t own = own_attribute(fun, MP_QSTR___qualname__);
    size_t len = 0;
    const char *text = own != MP_OBJ_NULL && mp_obj_is_str(own) ? mp_obj_str_get_data(own, &len) : NULL;
    return text == NULL || len > LONGEST_NAME ? name : qstr_from_strn(text, len);
}

qstr vitrine_function_name(const mp_obj_fun_bc_t *fun) {
    vitrine_parameters_t p;
    return shown_parameters(fun, &p);
}

// A keyword that does not fit is said first.
void vitrine_too_many(const mp_obj_fun_bc_t *fun, size_t given, size_t n_kw, const mp_obj_t *kw) {
    vitrine_parameters_t p;
    qstr name = shown_parameters(fun, &p);
    given -= p.n_closed;
    const byte *names = p.names;
    size_t only = 0; // given of those that have to be given by name
    for (size_t k = 0; k < n_kw; ++k) {
        size_t i = 0, n = p.n_pos + p.n_kwonly;
        for (p.names = names; i < n && MP_OBJ_NEW_QSTR(vitrine_next_name(&p)) != kw[2 * k];) {
            ++i;
        }
        if (i < p.n_pos) {
            vitrine_repeated_keyword(fun, kw[2 * k]);
        }
        if (i == n && !(p.flags & MP_SCOPE_FLAG_VARKEYWORDS)) {
            vitrine_unknown_keyword(fun, kw[2 * k], n_kw, kw);
        }
        only += i < n;
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    mp_printf(&print, p.n_defaults > 0 ? "%q() takes from %d to " : "%q() takes ", name, (int)(p.n_pos - p.n_defaults));
    mp_printf(&print, "%d positional argument%s but %d ", (int)p.n_pos, p.n_pos == 1 && p.n_defaults == 0 ? "" : "s", (int)given);
    if (only > 0) {
        mp_printf(&print, "positional argument%s (and %d keyword-only argument%s) ", given == 1 ? "" : "s", (int)only,
            only == 1 ? "" : "s");
    }
    mp_print_str(&print, given == 1 && only == 0 ? "was given" : "were given");
    mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
}

// first: the slot of the first parameter; the next ones are below it.
void vitrine_missing(const mp_obj_fun_bc_t *fun, const mp_obj_t *first, size_t given) {
    vitrine_parameters_t p;
    qstr name = shown_parameters(fun, &p);
    const mp_map_t *defaults = NULL;
    first -= p.n_closed;
    given -= MIN(given, p.n_closed);
    if (p.flags & MP_SCOPE_FLAG_DEFKWARGS) {
        defaults = &((mp_obj_dict_t *)MP_OBJ_TO_PTR(fun->extra_args[p.n_defaults]))->map;
    }
    const byte *names = p.names;
    for (int kwonly = 0; kwonly < 2; ++kwonly) {
        size_t total = kwonly ? p.n_kwonly : p.n_pos - p.n_defaults, missing = 0;
        for (int pass = 0; pass < 2; ++pass) {
            p.names = names;
            vstr_t text;
            mp_print_t print;
            vstr_init_print(&text, 64, &print);
            if (pass == 1) {
                mp_printf(&print, "%q() missing %d required %s argument%s: ", name, (int)missing,
                    kwonly ? "keyword-only" : "positional", missing == 1 ? "" : "s");
            }
            size_t seen = 0;
            for (size_t i = 0; i < total; ++i) {
                qstr q = vitrine_only_name(vitrine_next_name(&p));
                size_t slot = kwonly ? p.n_pos + i : i;
                bool has_default = kwonly && defaults != NULL
                    && mp_map_lookup((mp_map_t *)defaults, MP_OBJ_NEW_QSTR(q), MP_MAP_LOOKUP) != NULL;
                if (has_default || (slot < given) || *(first - slot) != MP_OBJ_NULL) {
                    continue;
                }
                ++seen;
                if (pass == 1) {
                    mp_printf(&print, "%s'%q'", seen == 1 ? "" : seen == missing ? missing == 2 ? " and " : ", and " : ", ", q);
                }
            }
            missing = seen;
            if (missing == 0) {
                break;
            }
            if (pass == 1) {
                mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
            }
        }
        for (size_t i = 0; i < p.n_pos && !kwonly; ++i) {
            names = mp_decode_uint_skip(names);
        }
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() misses an argument"), name);
}

void vitrine_repeated_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t keyword) {
    vitrine_parameters_t p;
    qstr name = shown_parameters(fun, &p);
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got multiple values for argument '%q'"), name, MP_OBJ_QSTR_VALUE(keyword));
}

void vitrine_unknown_keyword(const mp_obj_fun_bc_t *fun, mp_obj_t keyword, size_t n_kw, const mp_obj_t *kw) {
    vitrine_parameters_t p;
    qstr name = shown_parameters(fun, &p);
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 64, &print);
    mp_printf(&print, "%q() got some positional-only arguments passed as keyword arguments: '", name);
    size_t start = text.len;
    for (size_t i = 0; i < p.n_only; ++i) {
        qstr only = vitrine_only_name(vitrine_next_name(&p));
        for (size_t k = 0; k < n_kw; ++k) {
            if (kw[2 * k] == MP_OBJ_NEW_QSTR(only)) {
                mp_printf(&print, "%s%q", text.len == start ? "" : ", ", only);
            }
        }
    }
    if (text.len > start) {
        mp_print_str(&print, "'");
        mp_raise_type_arg(&mp_type_TypeError, mp_obj_new_str_from_vstr(&text));
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got an unexpected keyword argument '%q'"), name, MP_OBJ_QSTR_VALUE(keyword));
}

// --- names without a value ---

void vitrine_raise_name(const mp_obj_type_t *type, qstr name, const char *format) {
    mp_obj_t exception = mp_obj_new_exception_msg_varg(type, (mp_rom_error_text_t)format, name);
    vitrine_exception_set(exception, MP_QSTR_name, MP_OBJ_NEW_QSTR(name));
    nlr_raise(exception);
}

void vitrine_raise_attribute(mp_obj_t base, qstr attr) {
    mp_obj_t exception;
    if (class_is(base)) {
        exception = mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("type object '%q' has no attribute '%q'"),
            ((mp_obj_type_t *)MP_OBJ_TO_PTR(base))->name, attr);
    } else if (mp_obj_is_type(base, &mp_type_module)) {
        mp_obj_t name[2];
        mp_load_method_maybe(base, MP_QSTR___name__, name);
        exception = mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("module '%s' has no attribute '%q'"),
            name[0] != MP_OBJ_NULL && mp_obj_is_str(name[0]) ? mp_obj_str_get_str(name[0]) : "?", attr);
    } else {
        exception = mp_obj_new_exception_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("'%s' object has no attribute '%q'"),
            mp_obj_get_type_str(base), attr);
    }
    vitrine_exception_set(exception, MP_QSTR_name, MP_OBJ_NEW_QSTR(attr));
    vitrine_exception_set(exception, MP_QSTR_obj, base);
    nlr_raise(exception);
}

void vitrine_delete_name(mp_obj_dict_t *dict, qstr name) {
    if (mp_map_lookup(&dict->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) == NULL) {
        vitrine_raise_name(&mp_type_NameError, name, "name '%q' is not defined");
    }
    mp_obj_dict_delete(MP_OBJ_FROM_PTR(dict), MP_OBJ_NEW_QSTR(name));
}

void vitrine_raise_import_name(mp_obj_t module, qstr name) {
    mp_obj_t of[2];
    mp_load_method_maybe(module, MP_QSTR___name__, of);
    if (of[0] == MP_OBJ_NULL || !mp_obj_is_str(of[0])) {
        of[0] = MP_OBJ_NEW_QSTR(MP_QSTR_);
    }
    mp_obj_t exception = mp_obj_new_exception_msg_varg(&mp_type_ImportError,
        MP_ERROR_TEXT("cannot import name '%q' from '%s' (unknown location)"), name, mp_obj_str_get_str(of[0]));
    vitrine_exception_set(exception, MP_QSTR_name, of[0]);
    nlr_raise(exception);
}

mp_obj_t vitrine_import_submodule(mp_obj_t module, qstr name, qstr full) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t found = mp_import_name(full, mp_const_true, MP_OBJ_NEW_SMALL_INT(0));
        nlr_pop();
        return found;
    }
    mp_obj_t exception = MP_OBJ_FROM_PTR(nlr.ret_val);
    if (mp_obj_is_type(exception, &mp_type_ModuleNotFoundError) && mp_load_attr(exception, MP_QSTR_name) == MP_OBJ_NEW_QSTR(full)) {
        vitrine_raise_import_name(module, name);
    }
    nlr_jump(nlr.ret_val);
}

// --- attributes ---

static mp_obj_t function_dict(mp_obj_fun_bc_t *self) {
    if (self->attributes == MP_OBJ_NULL) {
        self->attributes = mp_obj_new_dict(0);
    }
    return self->attributes;
}

// Attributes that are kept with the others, but that __dict__ does not show.
static bool is_intrinsic(qstr attr) {
    switch (attr) {
        case MP_QSTR___name__:
        case MP_QSTR___qualname__:
        case MP_QSTR___doc__:
        case MP_QSTR___module__:
        case MP_QSTR___annotations__:
        case MP_QSTR___defaults__:
        case MP_QSTR___kwdefaults__:
            return true;
        default:
            return false;
    }
}

static mp_obj_t visible_dict(mp_obj_fun_bc_t *self) {
    const mp_map_t *map = mp_obj_dict_get_map(function_dict(self));
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_qstr(map->table[i].key) && is_intrinsic(MP_OBJ_QSTR_VALUE(map->table[i].key))) {
            mp_obj_t visible = mp_obj_new_dict(0);
            for (size_t k = 0; k < map->alloc; ++k) {
                if (mp_map_slot_is_filled(map, k)
                    && !(mp_obj_is_qstr(map->table[k].key) && is_intrinsic(MP_OBJ_QSTR_VALUE(map->table[k].key)))) {
                    mp_obj_dict_store(visible, map->table[k].key, map->table[k].value);
                }
            }
            return visible;
        }
    }
    return self->attributes;
}

typedef struct {
    mp_obj_base_t base;
    const mp_obj_fun_bc_t *fun;
} code_t;

static void code_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const code_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    vitrine_parameters_t p;
    qstr name = vitrine_parameters(self->fun, &p);
    switch (attr) {
        case MP_QSTR_co_name:
            dest[0] = MP_OBJ_NEW_QSTR(vitrine_plain_name(name));
            break;
        case MP_QSTR_co_qualname:
            dest[0] = MP_OBJ_NEW_QSTR(name);
            break;
        case MP_QSTR_co_firstlineno:
            dest[0] = MP_OBJ_NEW_SMALL_INT(vitrine_first_line(self->fun));
            break;
        case MP_QSTR_co_argcount:
            dest[0] = MP_OBJ_NEW_SMALL_INT(p.n_pos);
            break;
        case MP_QSTR_co_kwonlyargcount:
            dest[0] = MP_OBJ_NEW_SMALL_INT(p.n_kwonly);
            break;
        case MP_QSTR_co_freevars: {
            mp_obj_t names = mp_obj_new_list(0, NULL);
            for (size_t i = 0; i < p.n_closed; ++i) {
                mp_obj_list_append(names, MP_OBJ_NEW_QSTR(vitrine_local_name(self->fun, i)));
            }
            dest[0] = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), names);
            break;
        }
        case MP_QSTR_co_posonlyargcount:
            dest[0] = MP_OBJ_NEW_SMALL_INT(p.n_only);
            break;
        case MP_QSTR_co_flags:
            dest[0] = MP_OBJ_NEW_SMALL_INT((p.flags & MP_SCOPE_FLAG_VARARGS ? 4 : 0) | (p.flags & MP_SCOPE_FLAG_VARKEYWORDS ? 8 : 0)
                | (!(p.flags & MP_SCOPE_FLAG_GENERATOR) ? 0 : !(p.flags & MP_SCOPE_FLAG_ASYNC) ? 32
                    : p.flags & MP_SCOPE_FLAG_YIELDS ? 512 : 128));
            break;
        case MP_QSTR_co_varnames:
        case MP_QSTR_co_nlocals: {
            mp_obj_t names = mp_obj_new_list(0, NULL);
            qstr local;
            for (size_t i = p.n_closed; (local = vitrine_local_name(self->fun, i)) != MP_QSTRnull; ++i) {
                mp_obj_list_append(names, MP_OBJ_NEW_QSTR(vitrine_only_name(local)));
            }
            size_t n;
            mp_obj_t *items;
            mp_obj_list_get(names, &n, &items);
            if ((p.flags & MP_SCOPE_FLAG_VARARGS) && p.n_kwonly > 1) {
                // The compiler puts the last one first.
                mp_obj_t last = items[p.n_pos];
                memmove(items + p.n_pos, items + p.n_pos + 1, (p.n_kwonly - 1) * sizeof(*items));
                items[p.n_pos + p.n_kwonly - 1] = last;
            }
            dest[0] = attr == MP_QSTR_co_nlocals ? mp_obj_len(names) : mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), names);
            break;
        }
        case MP_QSTR_co_filename: {
            #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
            dest[0] = MP_OBJ_NEW_QSTR(self->fun->context->constants.qstr_table[0]);
            #else
            dest[0] = MP_OBJ_NEW_QSTR(self->fun->context->constants.source_file);
            #endif
            break;
        }
    }
}

// A function's __code__: enough to count and name its parameters.
static MP_DEFINE_CONST_OBJ_TYPE(type_function_code, MP_QSTR_code, MP_TYPE_FLAG_NONE, attr, code_attr);

mp_obj_t vitrine_function_code(const mp_obj_fun_bc_t *fun) {
    code_t *code = mp_obj_malloc(code_t, &type_function_code);
    code->fun = fun;
    return MP_OBJ_FROM_PTR(code);
}

extern const mp_obj_type_t mp_type_cell;

// types.FunctionType(code, globals, name, argdefs, closure): the code of a
// function, with other globals.
mp_obj_t vitrine_function_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    enum { CODE, GLOBALS, NAME, DEFAULTS, CLOSURE };
    static const mp_arg_t allowed[] = {
        {MP_QSTR_code, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_globals, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_name, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE}},
        {MP_QSTR_argdefs, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE}},
        {MP_QSTR_closure, MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE}},
    };
    mp_arg_val_t a[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, a);
    if (!mp_obj_is_type(a[CODE].u_obj, &type_function_code)) {
        vitrine_raise_type("function() argument 'code' must be the code of a function, not %s", a[CODE].u_obj);
    }
    if (!mp_obj_is_dict_or_ordereddict(a[GLOBALS].u_obj)) {
        vitrine_raise_type("function() argument 'globals' must be dict, not %s", a[GLOBALS].u_obj);
    }
    const mp_obj_fun_bc_t *of = ((code_t *)MP_OBJ_TO_PTR(a[CODE].u_obj))->fun;
    vitrine_parameters_t p;
    vitrine_parameters(of, &p);
    size_t n_closed = 0, n_extra = p.n_defaults + ((p.flags & MP_SCOPE_FLAG_DEFKWARGS) != 0);
    mp_obj_t *closed = NULL;
    if (a[CLOSURE].u_obj != mp_const_none) {
        mp_obj_get_array(a[CLOSURE].u_obj, &n_closed, &closed);
    }
    if (p.n_closed > 0 && closed == NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("arg 5 (closure) must be tuple"));
    }
    if (n_closed != p.n_closed) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("function requires closure of length %d, not %d"), (int)p.n_closed, (int)n_closed);
    }
    for (size_t i = 0; i < n_closed; ++i) {
        if (!mp_obj_is_type(closed[i], &mp_type_cell)) {
            vitrine_raise_type("function() argument 'closure' must be a tuple of cells, not of %s", closed[i]);
        }
    }
    mp_module_context_t *context = m_new_obj(mp_module_context_t);
    *context = *of->context;
    context->module.globals = MP_OBJ_TO_PTR(a[GLOBALS].u_obj);
    mp_obj_fun_bc_t *made = mp_obj_malloc_var(mp_obj_fun_bc_t, extra_args, mp_obj_t, n_extra, of->base.type);
    memcpy(made, of, sizeof(*made) + n_extra * sizeof(mp_obj_t));
    made->context = context;
    made->attributes = MP_OBJ_NULL;
    mp_obj_t function = MP_OBJ_FROM_PTR(made);
    if (a[NAME].u_obj != mp_const_none) {
        mp_store_attr(function, MP_QSTR___name__, a[NAME].u_obj);
    }
    if (a[DEFAULTS].u_obj != mp_const_none) {
        mp_store_attr(function, MP_QSTR___defaults__, a[DEFAULTS].u_obj);
    }
    return n_closed == 0 ? function : mp_obj_new_closure(function, n_closed, closed);
}

// f.__defaults__ = (1, 2): as many as there were.
static void set_defaults(mp_obj_fun_bc_t *self, qstr attr, mp_obj_t value) {
    vitrine_parameters_t p;
    vitrine_parameters(self, &p);
    if (attr == MP_QSTR___kwdefaults__ && (p.flags & MP_SCOPE_FLAG_DEFKWARGS) && mp_obj_is_type(value, &mp_type_dict)) {
        self->extra_args[p.n_defaults] = value;
        return;
    }
    if (attr == MP_QSTR___kwdefaults__ && p.n_kwonly == 0) {
        return; // no parameter is there that they are for
    }
    size_t n = 0;
    mp_obj_t *items = NULL;
    if (attr == MP_QSTR___defaults__ && mp_obj_is_type(value, &mp_type_tuple)) {
        mp_obj_tuple_get(value, &n, &items);
    }
    if (attr == MP_QSTR___kwdefaults__ || n != p.n_defaults || (value != mp_const_none && items == NULL)) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%q here can only change the values of the defaults that there are"), attr);
    }
    for (size_t i = 0; i < n; ++i) {
        self->extra_args[i] = items[i];
    }
}

static mp_obj_t load_intrinsic(mp_obj_fun_bc_t *self, qstr attr) {
    vitrine_parameters_t p;
    qstr name = vitrine_parameters(self, &p);
    switch (attr) {
        case MP_QSTR___name__:
            return MP_OBJ_NEW_QSTR(vitrine_plain_name(name));
        case MP_QSTR___qualname__:
            return MP_OBJ_NEW_QSTR(name);
        case MP_QSTR___doc__:
            return mp_const_none;
        case MP_QSTR___closure__:
            return mp_const_none;
        case MP_QSTR___globals__:
            return MP_OBJ_FROM_PTR(self->context->module.globals);
        case MP_QSTR___module__: {
            mp_map_elem_t *elem = mp_map_lookup(&self->context->module.globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
            return elem == NULL ? mp_const_none : elem->value;
        }
        case MP_QSTR___annotations__: {
            mp_obj_t annotations = mp_obj_new_dict(0);
            mp_obj_dict_store(function_dict(self), MP_OBJ_NEW_QSTR(attr), annotations);
            return annotations;
        }
        case MP_QSTR___defaults__:
            return p.n_defaults == 0 ? mp_const_none : mp_obj_new_tuple(p.n_defaults, self->extra_args);
        case MP_QSTR___kwdefaults__:
            return p.flags & MP_SCOPE_FLAG_DEFKWARGS ? self->extra_args[p.n_defaults] : mp_const_none;
        case MP_QSTR___code__:
            return vitrine_function_code(self);
        default:
            return MP_OBJ_NULL;
    }
}

void vitrine_function_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    mp_obj_fun_bc_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL) {
        if (attr == MP_QSTR___dict__) {
            dest[0] = visible_dict(self);
            return;
        }
        if (attr == MP_QSTR___get__) {
            dest[0] = MP_OBJ_FROM_PTR(&vitrine_descriptor_get_obj);
            dest[1] = self_in;
            return;
        }
        dest[0] = own_attribute(self, attr);
        if (dest[0] == MP_OBJ_NULL) {
            dest[0] = load_intrinsic(self, attr);
        }
    } else if (attr == MP_QSTR___globals__ || attr == MP_QSTR___code__) {
        return; // read only
    } else if (dest[1] != MP_OBJ_NULL) {
        if (attr == MP_QSTR___dict__ && mp_obj_is_type(dest[1], &mp_type_dict)) {
            self->attributes = dest[1];
        } else if (attr == MP_QSTR___defaults__ || attr == MP_QSTR___kwdefaults__) {
            set_defaults(self, attr, dest[1]);
        } else {
            mp_obj_dict_store(function_dict(self), MP_OBJ_NEW_QSTR(attr), dest[1]);
        }
        dest[0] = MP_OBJ_NULL;
    } else if (own_attribute(self, attr) != MP_OBJ_NULL) {
        mp_obj_dict_delete(self->attributes, MP_OBJ_NEW_QSTR(attr));
        dest[0] = MP_OBJ_NULL;
    }
}

static mp_obj_t set_doc(mp_obj_t function, mp_obj_t doc) {
    mp_store_attr(function, MP_QSTR___doc__, doc);
    return function;
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_set_doc_obj, set_doc);

static mp_obj_t set_annotations(mp_obj_t function, mp_obj_t annotations) {
    mp_store_attr(function, MP_QSTR___annotations__, annotations);
    return function;
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_set_annotations_obj, set_annotations);

static mp_obj_t annotate(mp_obj_t name, mp_obj_t annotation) {
    mp_obj_dict_t *locals = mp_locals_get();
    mp_map_elem_t *elem = mp_map_lookup(&locals->map, MP_OBJ_NEW_QSTR(MP_QSTR___annotations__), MP_MAP_LOOKUP);
    mp_obj_t annotations = elem == NULL ? MP_OBJ_NULL : elem->value;
    if (annotations == MP_OBJ_NULL) {
        annotations = mp_obj_new_dict(1);
        mp_obj_dict_store(MP_OBJ_FROM_PTR(locals), MP_OBJ_NEW_QSTR(MP_QSTR___annotations__), annotations);
    }
    mp_obj_subscr(annotations, name, annotation);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_annotate_obj, annotate);
