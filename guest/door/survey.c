// survey.c - what a session holds, for the host to tell of.
//
// Runs no code of the guest's: a repr is written here, of plain data and of no more
// of it than is shown.
#include "survey.h"

#include <string.h>

#include "cbor.h"
#include "type/map.h"
#include "machine/port.h"
#include "py/mpz.h"
#include "py/objexcept.h"
#include "py/objint.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/objtype.h"
#include "py/runtime.h"

#define NAMES_MAX 40
#define SHORT_MAX 60
#define TEXT_MAX 40 // of one str or bytes
#define DEPTH_MAX 3
#define DIGITS_MAX 128 // bits of an int that is written out

static const char ellipsis[] = "\xe2\x80\xa6";

static void put_value(vitrine_buffer_t *b, mp_obj_t value, unsigned depth);

static void put_text(const mp_print_t *print, mp_obj_t value, bool is_bytes) {
    mp_buffer_info_t text;
    mp_get_buffer_raise(value, &text, MP_BUFFER_READ);
    size_t len = text.len;
    if (len > TEXT_MAX) {
        len = is_bytes ? TEXT_MAX : cbor_utf8_prefix(text.buf, TEXT_MAX);
    }
    if (is_bytes) {
        mp_print_str(print, "b");
    }
    mp_str_print_quoted(print, text.buf, len, is_bytes);
    if (len < text.len) {
        mp_print_str(print, ellipsis);
    }
}

static void put_items(vitrine_buffer_t *b, const mp_print_t *print, mp_obj_t value, unsigned depth) {
    bool is_tuple = mp_obj_is_exact_type(value, &mp_type_tuple);
    size_t len;
    mp_obj_t *items;
    mp_obj_get_array(value, &len, &items);
    mp_print_str(print, is_tuple ? "(" : "[");
    for (size_t i = 0; i < len && !b->cut; ++i) {
        mp_print_str(print, i > 0 ? ", " : "");
        put_value(b, items[i], depth + 1);
    }
    mp_print_str(print, is_tuple ? len == 1 ? ",)" : ")" : "]");
}

static void put_pairs(vitrine_buffer_t *b, const mp_print_t *print, mp_obj_t value, unsigned depth) {
    const mp_map_t *map = mp_obj_dict_get_map(value);
    size_t cursor = 0;
    const char *between = "{";
    for (mp_map_elem_t *pair; !b->cut && (pair = vitrine_map_next(map, &cursor)) != NULL; between = ", ") {
        mp_print_str(print, between);
        put_value(b, pair->key, depth + 1);
        mp_print_str(print, ": ");
        put_value(b, pair->value, depth + 1);
    }
    mp_print_str(print, *between == '{' ? "{}" : "}");
}

static bool is_long(mp_obj_t value) {
    return !mp_obj_is_small_int(value)
        && mpz_max_num_bits(&((mp_obj_int_t *)MP_OBJ_TO_PTR(value))->mpz) > DIGITS_MAX;
}

static void put_value(vitrine_buffer_t *b, mp_obj_t value, unsigned depth) {
    mp_print_t print = {b, vitrine_buffer_print};
    if (mp_obj_is_str(value) || mp_obj_is_exact_type(value, &mp_type_bytes)) {
        put_text(&print, value, !mp_obj_is_str(value));
    } else if (value == mp_const_none || mp_obj_is_bool(value) || mp_obj_is_float(value)
        || (mp_obj_is_exact_type(value, &mp_type_int) && !is_long(value)) || mp_obj_is_small_int(value)) {
        mp_obj_print_helper(&print, value, PRINT_REPR);
    } else if (depth < DEPTH_MAX && (mp_obj_is_exact_type(value, &mp_type_list)
        || mp_obj_is_exact_type(value, &mp_type_tuple))) {
        put_items(b, &print, value, depth);
    } else if (depth < DEPTH_MAX && mp_obj_is_exact_type(value, &mp_type_dict)) {
        put_pairs(b, &print, value, depth);
    } else if (depth > 0) {
        mp_printf(&print, "<%s>", mp_obj_get_type_str(value));
    }
}

static mp_obj_t short_repr(mp_obj_t value) {
    char text[SHORT_MAX + sizeof(ellipsis)];
    vitrine_buffer_t b = {.buf = text, .size = SHORT_MAX};
    put_value(&b, value, 0);
    if (b.cut) {
        b.len = cbor_utf8_prefix((const uint8_t *)text, b.len);
        memcpy(text + b.len, ellipsis, sizeof(ellipsis) - 1);
        b.len += sizeof(ellipsis) - 1;
    }
    return mp_obj_new_str(text, b.len);
}

// Of the built-in collections, text and bytes.
static mp_obj_t length_of(mp_obj_t value) {
    const mp_obj_type_t *type = mp_obj_get_type(value);
    if (mp_obj_is_instance_type(type) || type == &mp_type_range) {
        return mp_const_none;
    }
    mp_obj_t len = MP_OBJ_TYPE_HAS_SLOT(type, unary_op)
        ? MP_OBJ_TYPE_GET_SLOT(type, unary_op)(MP_UNARY_OP_LEN, value) : MP_OBJ_NULL;
    return len == MP_OBJ_NULL ? mp_const_none : len;
}

mp_obj_t vitrine_survey_names(void) {
    const mp_map_t *map = &MP_STATE_VM(dict_main).map;
    mp_obj_t list = mp_obj_new_list(0, NULL);
    size_t cursor = 0, count = 0;
    for (mp_map_elem_t *elem; (elem = vitrine_map_next(map, &cursor)) != NULL;) {
        size_t len;
        if (!mp_obj_is_str(elem->key) || mp_obj_str_get_data(elem->key, &len)[0] == '_') {
            continue;
        }
        if (++count <= NAMES_MAX) {
            const char *type = mp_obj_get_type_str(elem->value);
            mp_obj_t entry[] = {elem->key, mp_obj_new_str(type, strlen(type)),
                                length_of(elem->value), short_repr(elem->value)};
            mp_obj_list_append(list, mp_obj_new_list(MP_ARRAY_SIZE(entry), entry));
        }
    }
    mp_obj_t both[] = {MP_OBJ_NEW_SMALL_INT(count), list};
    return mp_obj_new_list(2, both);
}

static void add_module(mp_obj_t list, const char *name, size_t len) {
    mp_obj_list_t *so_far = MP_OBJ_TO_PTR(list);
    bool known = false; // one in C may have a part in Python
    for (size_t i = 0; i < so_far->len && !known; ++i) {
        size_t other_len;
        const char *other = mp_obj_str_get_data(so_far->items[i], &other_len);
        known = len == other_len && memcmp(name, other, len) == 0;
    }
    if (!known && name[0] != '_') {
        mp_obj_list_append(list, mp_obj_new_str(name, len));
    }
}

static void add_modules(mp_obj_t list, const mp_map_t *map) {
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            size_t len;
            const char *name = mp_obj_str_get_data(map->table[i].key, &len);
            add_module(list, name, len);
        }
    }
}

mp_obj_t vitrine_survey_modules(void) {
    extern const char mp_frozen_names[];
    mp_obj_t list = mp_obj_new_list(0, NULL);
    add_modules(list, &mp_builtin_module_map);
    add_modules(list, &mp_builtin_extensible_module_map);
    for (const char *path = mp_frozen_names; *path != 0; path += strlen(path) + 1) {
        const char *slash = strchr(path, '/');
        if (slash == NULL || strcmp(slash, "/__init__.py") == 0) {
            add_module(list, path, slash != NULL ? slash - path : strlen(path) - strlen(".py"));
        }
    }
    mp_obj_list_sort(1, &list, (mp_map_t *)&mp_const_empty_map);
    return list;
}
