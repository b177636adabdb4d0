// objnamedtuple.c - collections.namedtuple in full; takes upstream's place.
//
// Each named tuple is a type of its own, with its own methods and, for the
// class, _fields and _field_defaults. Its instances are tuples.
#include <string.h>

#include "type/classes.h"
#include "type/map.h"
#include "type/namedtuple.h"
#include "module/preload.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"

typedef struct {
    mp_obj_empty_type_t base;
    void *slots[9];
    size_t n_fields, n_defaults;
    const mp_obj_t *defaults; // of the last fields
    qstr fields[];
} named_t;

static mp_obj_t make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);

bool vitrine_namedtuple_is(const mp_obj_type_t *type) {
    return MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, make_new) == make_new;
}

static const named_t *named_of(mp_obj_t self_in) {
    return (const named_t *)((mp_obj_base_t *)MP_OBJ_TO_PTR(self_in))->type;
}

// The named tuple in an instance, which may be one of a subclass.
static mp_obj_tuple_t *self_of(mp_obj_t o) {
    if (mp_obj_is_instance_type(mp_obj_get_type(o))) {
        o = mp_obj_cast_to_native_base(o, MP_OBJ_FROM_PTR(&mp_type_tuple));
    }
    if (o == MP_OBJ_NULL || MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(o), make_new) != make_new) {
        mp_raise_TypeError(MP_ERROR_TEXT("this needs a named tuple"));
    }
    return MP_OBJ_TO_PTR(o);
}

static size_t find(const named_t *named, qstr name) {
    for (size_t i = 0; i < named->n_fields; ++i) {
        if (named->fields[i] == name) {
            return i;
        }
    }
    return SIZE_MAX;
}

static mp_obj_tuple_t *new_tuple(const named_t *named) {
    mp_obj_tuple_t *tuple = mp_obj_malloc_var(mp_obj_tuple_t, items, mp_obj_t, named->n_fields, (const mp_obj_type_t *)named);
    tuple->len = named->n_fields;
    memset(tuple->items, 0, named->n_fields * sizeof(mp_obj_t));
    return tuple;
}

static mp_obj_t make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const named_t *named = (const named_t *)type;
    size_t n = named->n_fields;
    if (n_args > n) {
        vstr_t text;
        vstr_init(&text, 16);
        if (named->n_defaults > 0) {
            vstr_printf(&text, "from %d to ", (int)(n - named->n_defaults) + 1);
        }
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("%q.__new__() takes %s%d positional argument%s but %d were given"), type->name,
            vstr_null_terminated_str(&text), (int)n + 1, n == 0 ? "" : "s", (int)n_args + 1);
    }
    mp_obj_tuple_t *tuple = new_tuple(named);
    memcpy(tuple->items, args, n_args * sizeof(mp_obj_t));
    for (size_t i = 0; i < n_kw; ++i) {
        qstr name = mp_obj_str_get_qstr(args[n_args + 2 * i]);
        size_t at = find(named, name);
        if (at == SIZE_MAX) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("%q.__new__() got an unexpected keyword argument '%q'"), type->name, name);
        }
        if (tuple->items[at] != MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("%q.__new__() got multiple values for argument '%q'"), type->name, name);
        }
        tuple->items[at] = args[n_args + 2 * i + 1];
    }
    size_t missing = 0, last = 0;
    for (size_t i = 0; i < n; ++i) {
        if (tuple->items[i] == MP_OBJ_NULL && i >= n - named->n_defaults) {
            tuple->items[i] = named->defaults[i - (n - named->n_defaults)];
        } else if (tuple->items[i] == MP_OBJ_NULL) {
            ++missing;
            last = i;
        }
    }
    if (missing == 1) {
        mp_raise_msg_varg(&mp_type_TypeError,
            MP_ERROR_TEXT("%q.__new__() missing 1 required positional argument: '%q'"), type->name, named->fields[last]);
    }
    if (missing > 1) {
        vstr_t text;
        vstr_init(&text, 32);
        for (size_t i = 0, seen = 0; i <= last; ++i) {
            if (tuple->items[i] == MP_OBJ_NULL) {
                ++seen;
                vstr_add_str(&text, seen == 1 ? "" : seen < missing ? ", " : missing == 2 ? " and " : ", and ");
                vstr_printf(&text, "'%q'", named->fields[i]);
            }
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__new__() missing %d required positional arguments: %s"),
            type->name, (int)missing, vstr_null_terminated_str(&text));
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static void print_fields(const mp_print_t *print, qstr name, const mp_obj_tuple_t *self) {
    mp_printf(print, "%q(", name);
    for (size_t i = 0; i < self->len; ++i) {
        mp_printf(print, i > 0 ? ", %q=" : "%q=", named_of(MP_OBJ_FROM_PTR(self))->fields[i]);
        mp_obj_print_helper(print, self->items[i], PRINT_REPR);
    }
    mp_print_str(print, ")");
}

static void named_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_tuple_t *self = MP_OBJ_TO_PTR(self_in);
    print_fields(print, self->base.type->name, self);
}

bool vitrine_namedtuple_print(const mp_print_t *print, qstr name, mp_obj_t o) {
    if (MP_OBJ_TYPE_GET_SLOT_OR_NULL(mp_obj_get_type(o), make_new) != make_new) {
        return false;
    }
    print_fields(print, name, MP_OBJ_TO_PTR(o));
    return true;
}

static void named_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    size_t at = find(named_of(self_in), attr);
    if (dest[0] != MP_OBJ_NULL) {
        if (at != SIZE_MAX) {
            mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("can't set attribute"));
        }
    } else if (at != SIZE_MAX) {
        dest[0] = ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(self_in))->items[at];
    } else {
        mp_obj_dict_t *own = MP_OBJ_TYPE_GET_SLOT((const mp_obj_type_t *)named_of(self_in), locals_dict);
        mp_map_elem_t *found = mp_map_lookup(&own->map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
        if (found != NULL && mp_obj_is_type(found->value, &mp_type_property)) {
            dest[0] = mp_call_function_1(mp_obj_property_get(found->value)[0], self_in);
        } else {
            dest[1] = MP_OBJ_SENTINEL; // go on with the class
        }
    }
}

// --- methods ---

static mp_obj_t named_asdict(mp_obj_t self_in) {
    const mp_obj_tuple_t *self = self_of(self_in);
    const named_t *named = named_of(MP_OBJ_FROM_PTR(self));
    mp_obj_t dict = mp_obj_new_dict(self->len);
    for (size_t i = 0; i < self->len; ++i) {
        mp_obj_dict_store(dict, MP_OBJ_NEW_QSTR(named->fields[i]), self->items[i]);
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_1(named_asdict_obj, named_asdict);

static mp_obj_t named_replace(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    (void)n_args;
    const mp_obj_tuple_t *self = self_of(args[0]);
    const named_t *named = named_of(MP_OBJ_FROM_PTR(self));
    mp_obj_tuple_t *tuple = new_tuple(named);
    memcpy(tuple->items, self->items, self->len * sizeof(mp_obj_t));
    const mp_map_elem_t *elem;
    mp_obj_t unknown = mp_obj_new_list(0, NULL);
    for (size_t cursor = 0; (elem = vitrine_map_next(kwargs, &cursor)) != NULL;) {
        size_t at = find(named, mp_obj_str_get_qstr(elem->key));
        if (at == SIZE_MAX) {
            mp_obj_list_append(unknown, elem->key);
        } else {
            tuple->items[at] = elem->value;
        }
    }
    if (mp_obj_is_true(unknown)) {
        vstr_t text;
        mp_print_t print;
        vstr_init_print(&text, 32, &print);
        mp_obj_print_helper(&print, unknown, PRINT_REPR);
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Got unexpected field names: %s"),
            vstr_null_terminated_str(&text));
    }
    if (MP_OBJ_FROM_PTR(self) == args[0]) {
        return MP_OBJ_FROM_PTR(tuple);
    }
    return mp_call_function_n_kw(MP_OBJ_FROM_PTR(mp_obj_get_type(args[0])), tuple->len, 0, tuple->items);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(named_replace_obj, 1, named_replace);

static mp_obj_t named_getnewargs(mp_obj_t self_in) {
    const mp_obj_tuple_t *self = self_of(self_in);
    return mp_obj_new_tuple(self->len, self->items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(named_getnewargs_obj, named_getnewargs);

static mp_obj_t named_make(mp_obj_t class, mp_obj_t iterable) {
    size_t len;
    mp_obj_t *items, list = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), iterable);
    mp_obj_get_array(list, &len, &items);
    const named_t *named = MP_OBJ_TO_PTR(class);
    if (class_is(class) && vitrine_namedtuple_is(MP_OBJ_TO_PTR(class)) && len != named->n_fields) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Expected %d arguments, got %d"), (int)named->n_fields, (int)len);
    }
    return mp_call_function_n_kw(class, len, 0, items);
}
static MP_DEFINE_CONST_FUN_OBJ_2(named_make_fun_obj, named_make);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(named_make_obj, MP_ROM_PTR(&named_make_fun_obj));

// --- what the class has ---

// A field's getter, and of which field.
typedef struct {
    mp_obj_base_t base;
    size_t at;
} getter_t;

static mp_obj_t getter_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_arg_check_num(n_args, n_kw, 1, 1, false);
    const mp_obj_tuple_t *self = self_of(args[0]);
    size_t at = ((getter_t *)MP_OBJ_TO_PTR(self_in))->at;
    if (at >= self->len) {
        mp_raise_TypeError(MP_ERROR_TEXT("this named tuple has no such field"));
    }
    return self->items[at];
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_getter, MP_QSTR__tuplegetter, MP_TYPE_FLAG_NONE,
    call, getter_call
    );

// It is made when it is first asked for, and stays: its __doc__ can be set.
mp_obj_t vitrine_namedtuple_field(const mp_obj_type_t *type, qstr name) {
    size_t at = vitrine_namedtuple_is(type) ? find((const named_t *)type, name) : SIZE_MAX;
    if (at == SIZE_MAX) {
        return MP_OBJ_NULL;
    }
    getter_t *getter = mp_obj_malloc(getter_t, &type_getter);
    getter->at = at;
    vstr_t doc;
    vstr_init(&doc, 32);
    vstr_printf(&doc, "Alias for field number %d", (int)at);
    mp_obj_t args[] = {MP_OBJ_FROM_PTR(getter), mp_const_none, mp_const_none, mp_obj_new_str_from_vstr(&doc)};
    mp_obj_t field = mp_call_function_n_kw(MP_OBJ_FROM_PTR(&mp_type_property), 4, 0, args);
    class_set(type, name, field);
    return field;
}

// Operators and the like are the type's own, whatever the class has under their names.
bool vitrine_namedtuple_store(const mp_obj_type_t *type, qstr name, mp_obj_t value) {
    const char *text = qstr_str(name);
    size_t n = strlen(text);
    if (!vitrine_namedtuple_is(type) || (n > 4 && strncmp(text, "__", 2) == 0 && strcmp(text + n - 2, "__") == 0
        && name != MP_QSTR___doc__ && name != MP_QSTR___module__ && name != MP_QSTR___annotations__)) {
        return false;
    }
    if (value != MP_OBJ_NULL) {
        class_set(type, name, value);
    } else if (class_take(type, name) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("type object '%q' has no attribute '%q'"), type->name, name);
    }
    return true;
}

void vitrine_namedtuple_defaults(const mp_obj_type_t *type, mp_obj_t *dest) {
    named_t *named = (named_t *)type;
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = named->n_defaults == 0 ? mp_const_none : mp_obj_new_tuple(named->n_defaults, named->defaults);
        return;
    }
    mp_obj_t values = dest[1] == MP_OBJ_NULL || dest[1] == mp_const_none ? mp_const_empty_tuple : dest[1];
    if (!mp_obj_is_exact_type(values, &mp_type_tuple)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__defaults__ must be set to a tuple object"));
    }
    const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(values);
    if (tuple->len > named->n_fields) {
        mp_raise_TypeError(MP_ERROR_TEXT("Got more default values than field names"));
    }
    mp_obj_t *defaults = m_new(mp_obj_t, tuple->len);
    memcpy(defaults, tuple->items, tuple->len * sizeof(mp_obj_t));
    named->defaults = defaults;
    named->n_defaults = tuple->len;
    dest[0] = MP_OBJ_NULL;
}

// --- the types ---

// What makes a name none, or NULL. Modules that are imported at boot have good ones.
static const char *wrong_name(mp_obj_t name) {
    mp_obj_t method[2], keyword = vitrine_preloaded(MP_QSTR_keyword);
    mp_load_method(name, MP_QSTR_isidentifier, method);
    if (mp_call_method_n_kw(0, 0, method) == mp_const_false) {
        return "Type names and field names must be valid identifiers: '%s'";
    }
    if (keyword != MP_OBJ_NULL && mp_obj_is_true(mp_call_function_1(mp_load_attr(keyword, MP_QSTR_iskeyword), name))) {
        return "Type names and field names cannot be a keyword: '%s'";
    }
    return NULL;
}

// The names of the fields, as a list; bad ones are errors, or get other names.
static mp_obj_t field_names(mp_obj_t given, bool rename) {
    if (mp_obj_is_str(given)) {
        mp_obj_t method[4] = {MP_OBJ_NULL, MP_OBJ_NULL, MP_OBJ_NEW_QSTR(qstr_from_str(",")),
                              MP_OBJ_NEW_QSTR(MP_QSTR__space_)};
        mp_load_method(given, MP_QSTR_replace, method);
        given = mp_call_method_n_kw(2, 0, method);
        given = mp_obj_str_split(1, &given);
    }
    mp_obj_t names = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), given);
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(names, &n, &items);
    for (size_t i = 0; i < n; ++i) {
        const char *name = mp_obj_str_get_str(items[i]);
        const char *wrong = wrong_name(items[i]);
        if (wrong == NULL && *name == '_') {
            wrong = "Field names cannot start with an underscore: '%s'";
        }
        for (size_t j = 0; j < i; ++j) {
            if (wrong == NULL && mp_obj_equal(items[i], items[j])) {
                wrong = "Encountered duplicate field name: '%s'";
            }
        }
        if (wrong != NULL && !rename) {
            mp_raise_msg_varg(&mp_type_ValueError, wrong, name);
        }
        if (wrong != NULL) {
            vstr_t text;
            vstr_init(&text, 8);
            vstr_printf(&text, "_%d", (int)i);
            items[i] = mp_obj_new_str_from_vstr(&text);
        }
        items[i] = MP_OBJ_NEW_QSTR(mp_obj_str_get_qstr(items[i]));
    }
    return names;
}

static mp_obj_t namedtuple(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_typename, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_field_names, MP_ARG_REQUIRED | MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL} },
        { MP_QSTR_rename, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_FALSE} },
        { MP_QSTR_defaults, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
        { MP_QSTR_module, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },
    };
    mp_arg_val_t values[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, args, kwargs, MP_ARRAY_SIZE(allowed), allowed, values);

    size_t n, n_defaults = 0;
    mp_obj_t *names, *defaults = NULL;
    mp_obj_get_array(field_names(values[1].u_obj, mp_obj_is_true(values[2].u_obj)), &n, &names);
    if (values[3].u_obj != mp_const_none) {
        mp_obj_get_array(mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), values[3].u_obj), &n_defaults, &defaults);
        if (n_defaults > n) {
            mp_raise_TypeError(MP_ERROR_TEXT("Got more default values than field names"));
        }
    }

    const char *wrong = wrong_name(values[0].u_obj);
    if (wrong != NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, wrong, mp_obj_str_get_str(values[0].u_obj));
    }
    named_t *named = m_new_obj_var0(named_t, fields, qstr, n);
    mp_obj_t by_name = mp_obj_new_dict(0), locals = mp_obj_new_dict(0);
    named->n_fields = n;
    named->n_defaults = n_defaults;
    named->defaults = defaults;
    for (size_t i = 0; i < n; ++i) {
        named->fields[i] = MP_OBJ_QSTR_VALUE(names[i]);
        if (i >= n - n_defaults) {
            mp_obj_dict_store(by_name, names[i], defaults[i - (n - n_defaults)]);
        }
    }
    mp_obj_t fields = mp_obj_new_tuple(n, names);
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR__fields), fields);
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR___match_args__), fields);
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR__field_defaults), by_name);
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR__asdict), MP_OBJ_FROM_PTR(&named_asdict_obj));
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR__replace), MP_OBJ_FROM_PTR(&named_replace_obj));
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR__make), MP_OBJ_FROM_PTR(&named_make_obj));

    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR___getnewargs__), MP_OBJ_FROM_PTR(&named_getnewargs_obj));
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR___slots__), mp_const_empty_tuple);
    mp_obj_t module = values[4].u_obj;
    if (module == mp_const_none) {
        mp_map_elem_t *name = mp_map_lookup(&mp_globals_get()->map, MP_OBJ_NEW_QSTR(MP_QSTR___name__), MP_MAP_LOOKUP);
        module = name == NULL ? MP_OBJ_NEW_QSTR(MP_QSTR_builtins) : name->value;
    }
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR___module__), module);
    vstr_t doc;
    vstr_init(&doc, 32);
    vstr_printf(&doc, "%s(", mp_obj_str_get_str(values[0].u_obj));
    for (size_t i = 0; i < n; ++i) {
        vstr_printf(&doc, i > 0 ? ", %q" : "%q", named->fields[i]);
    }
    vstr_add_char(&doc, ')');
    mp_obj_dict_store(locals, MP_OBJ_NEW_QSTR(MP_QSTR___doc__), mp_obj_new_str_from_vstr(&doc));

    mp_obj_type_t *type = (mp_obj_type_t *)&named->base;
    type->base.type = &mp_type_type;
    type->flags = MP_TYPE_FLAG_EQ_CHECKS_OTHER_TYPE; // it may equal a tuple
    type->name = mp_obj_str_get_qstr(values[0].u_obj);
    MP_OBJ_TYPE_SET_SLOT(type, make_new, make_new, 0);
    MP_OBJ_TYPE_SET_SLOT(type, print, named_print, 1);
    MP_OBJ_TYPE_SET_SLOT(type, unary_op, mp_obj_tuple_unary_op, 2);
    MP_OBJ_TYPE_SET_SLOT(type, binary_op, mp_obj_tuple_binary_op, 3);
    MP_OBJ_TYPE_SET_SLOT(type, attr, named_attr, 4);
    MP_OBJ_TYPE_SET_SLOT(type, subscr, mp_obj_tuple_subscr, 5);
    MP_OBJ_TYPE_SET_SLOT(type, iter, mp_obj_tuple_getiter, 6);
    MP_OBJ_TYPE_SET_SLOT(type, parent, &mp_type_tuple, 7);
    MP_OBJ_TYPE_SET_SLOT(type, locals_dict, MP_OBJ_TO_PTR(locals), 8);
    return MP_OBJ_FROM_PTR(type);
}
MP_DEFINE_CONST_FUN_OBJ_KW(vitrine_namedtuple_obj, 2, namedtuple);
