// buildclass.c - the class statement: which metaclass, in which namespace the body
// runs, and what the metaclass is called with.
#include "type/classes.h"

#include <string.h>

#include "py/objlist.h"
#include "py/objtuple.h"

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
