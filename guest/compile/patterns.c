// patterns.c - match statements: whether a value has the shape that a pattern
// describes; see functions.h and patterns.h.
#include <string.h>

#include "type/classes.h"
#include "type/functions.h"
#include "py/builtin.h"
#include "py/cstack.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "machine/stop.h"

static bool match(mp_obj_t subject, mp_obj_t pattern, mp_obj_t *captured);

static void capture(mp_obj_t index, mp_obj_t value, mp_obj_t *captured) {
    mp_int_t i = MP_OBJ_SMALL_INT_VALUE(index);
    if (i >= 0) {
        captured[i] = value;
    }
}

// Whether the value is one of a class that collections.abc knows by that name.
static bool is_abstract(mp_obj_t subject, qstr name) {
    mp_obj_t module = mp_import_name(MP_QSTR_collections_dot_abc, mp_const_true, MP_OBJ_NEW_SMALL_INT(0));
    return mp_call_function_2(MP_OBJ_FROM_PTR(&mp_builtin_isinstance_obj), subject, mp_load_attr(module, name)) == mp_const_true;
}

static bool is_sequence(mp_obj_t subject, mp_obj_t inside) {
    const mp_obj_type_t *type = mp_obj_get_type(inside);
    if (type == &mp_type_list || type == &mp_type_range || mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(&mp_type_tuple))) {
        return true;
    }
    return MP_OBJ_TYPE_HAS_SLOT(type, subscr) && type != &mp_type_bytearray && !mp_obj_is_str_or_bytes(inside)
        && !mp_obj_is_dict_or_ordereddict(inside) && is_abstract(subject, MP_QSTR_Sequence);
}

static bool match_sequence(mp_obj_t subject, const mp_obj_tuple_t *p, mp_obj_t *captured) {
    mp_obj_t inside = native_inside(subject);
    if (!is_sequence(subject, inside)) {
        return false;
    }
    size_t n = MP_OBJ_SMALL_INT_VALUE(mp_obj_len(inside));
    size_t wanted = p->len - 2;
    mp_int_t star = MP_OBJ_SMALL_INT_VALUE(p->items[1]);
    if (star < 0 ? n != wanted : n + 1 < wanted) {
        return false;
    }
    for (size_t i = 0, at = 0; i < wanted; ++i) {
        if ((mp_int_t)i == star) {
            size_t end = at + n + 1 - wanted;
            if (MP_OBJ_SMALL_INT_VALUE(p->items[2 + i]) >= 0) {
                mp_obj_t rest = mp_obj_new_list(0, NULL);
                for (; at < end; ++at) {
                    mp_obj_list_append(rest, mp_obj_subscr(inside, MP_OBJ_NEW_SMALL_INT(at), MP_OBJ_SENTINEL));
                }
                capture(p->items[2 + i], rest, captured);
            }
            at = end;
        } else if (!match(mp_obj_subscr(inside, MP_OBJ_NEW_SMALL_INT(at++), MP_OBJ_SENTINEL), p->items[2 + i], captured)) {
            return false;
        }
    }
    return true;
}

static bool match_mapping(mp_obj_t subject, const mp_obj_tuple_t *p, mp_obj_t *captured) {
    mp_obj_t inside = native_inside(subject);
    if (!mp_obj_is_dict_or_ordereddict(inside)) {
        if (!mp_obj_is_instance_type(mp_obj_get_type(subject)) || !is_abstract(subject, MP_QSTR_Mapping)) {
            return false;
        }
        inside = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_dict), subject);
    }
    for (size_t i = 2; i < p->len; i += 2) {
        mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(inside), p->items[i], MP_MAP_LOOKUP);
        if (elem == NULL || !match(elem->value, p->items[i + 1], captured)) {
            return false;
        }
    }
    if (MP_OBJ_SMALL_INT_VALUE(p->items[1]) >= 0) {
        mp_obj_t rest = mp_obj_new_dict(0);
        const mp_map_t *map = mp_obj_dict_get_map(inside);
        for (size_t i = 0; i < map->alloc; ++i) {
            if (mp_map_slot_is_filled(map, i)) {
                mp_obj_dict_store(rest, map->table[i].key, map->table[i].value);
            }
        }
        for (size_t i = 2; i < p->len; i += 2) {
            mp_map_lookup(mp_obj_dict_get_map(rest), p->items[i], MP_MAP_LOOKUP_REMOVE_IF_FOUND);
        }
        capture(p->items[1], rest, captured);
    }
    return true;
}

// One positional pattern after these is for the value itself.
static bool matches_itself(mp_obj_t cls) {
    static const mp_obj_type_t *const types[] = {
        &mp_type_bool, &mp_type_bytearray, &mp_type_bytes, &mp_type_dict, &mp_type_float, &mp_type_frozenset,
        &mp_type_int, &mp_type_list, &mp_type_set, &mp_type_str, &mp_type_tuple,
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(types); ++i) {
        if (mp_obj_is_subclass_fast(cls, MP_OBJ_FROM_PTR(types[i]))) {
            return true;
        }
    }
    return false;
}

static bool match_attribute(mp_obj_t subject, mp_obj_t name, mp_obj_t pattern, mp_obj_t *captured) {
    mp_obj_t dest[2] = {MP_OBJ_NULL, MP_OBJ_NULL};
    mp_load_method_protected(subject, mp_obj_str_get_qstr(name), dest, false);
    if (dest[0] == MP_OBJ_NULL) {
        return false;
    }
    return match(dest[1] == MP_OBJ_NULL ? dest[0] : mp_obj_new_bound_meth(dest[0], dest[1]), pattern, captured);
}

static bool match_class(mp_obj_t subject, const mp_obj_tuple_t *p, mp_obj_t *captured) {
    mp_obj_t cls = p->items[1];
    if (!class_is(cls)) {
        mp_raise_TypeError(MP_ERROR_TEXT("called match pattern must be a class"));
    }
    if (mp_call_function_2(MP_OBJ_FROM_PTR(&mp_builtin_isinstance_obj), subject, cls) != mp_const_true) {
        return false;
    }
    size_t positional = MP_OBJ_SMALL_INT_VALUE(p->items[2]), n_names = 0;
    mp_obj_t *names = NULL, dest[2];
    mp_load_method_maybe(cls, MP_QSTR___match_args__, dest);
    if (dest[0] != MP_OBJ_NULL) {
        mp_obj_get_array(dest[0], &n_names, &names);
    }
    bool itself = dest[0] == MP_OBJ_NULL && matches_itself(cls);
    size_t most = itself ? 1 : n_names;
    if (positional > most) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() accepts %d positional sub-pattern%s (%d given)"),
            ((mp_obj_type_t *)MP_OBJ_TO_PTR(cls))->name, (int)most, most == 1 ? "" : "s", (int)positional);
    }
    for (size_t i = 0; i < positional; ++i) {
        mp_obj_t pattern = p->items[3 + i];
        if (itself ? !match(subject, pattern, captured) : !match_attribute(subject, names[i], pattern, captured)) {
            return false;
        }
    }
    for (size_t i = 3 + positional; i < p->len; i += 2) {
        if (!match_attribute(subject, p->items[i], p->items[i + 1], captured)) {
            return false;
        }
    }
    return true;
}

static bool match(mp_obj_t subject, mp_obj_t pattern, mp_obj_t *captured) {
    mp_cstack_check();
    const mp_obj_tuple_t *p = MP_OBJ_TO_PTR(pattern);
    switch (MP_OBJ_SMALL_INT_VALUE(p->items[0])) {
        case PATTERN_CAPTURE:
            capture(p->items[1], subject, captured);
            return true;
        case PATTERN_VALUE:
            return mp_obj_equal(subject, p->items[1]);
        case PATTERN_CONSTANT:
            return subject == p->items[1];
        case PATTERN_SEQUENCE:
            return match_sequence(subject, p, captured);
        case PATTERN_MAPPING:
            return match_mapping(subject, p, captured);
        case PATTERN_CLASS:
            return match_class(subject, p, captured);
        case PATTERN_AS:
            capture(p->items[1], subject, captured);
            return match(subject, p->items[2], captured);
        default:
            for (size_t i = 1; i < p->len; ++i) {
                if (match(subject, p->items[i], captured)) {
                    return true;
                }
            }
            return false;
    }
}

// Only compiled code has this object: the pattern is as patterns.h makes it.
static mp_obj_t match_pattern(mp_obj_t subject, mp_obj_t pattern, mp_obj_t count) {
    mp_obj_tuple_t *captured = MP_OBJ_TO_PTR(mp_obj_new_tuple(1 + MP_OBJ_SMALL_INT_VALUE(count), NULL));
    for (size_t i = 0; i < captured->len; ++i) {
        captured->items[i] = mp_const_true;
    }
    return match(subject, pattern, captured->items + 1) ? MP_OBJ_FROM_PTR(captured) : mp_const_false;
}
MP_DEFINE_CONST_FUN_OBJ_3(vitrine_match_obj, match_pattern);
