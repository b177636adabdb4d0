// suggest.c - the name that an unknown one may have been meant to be, by a
// Levenshtein distance where another case is half an edit, as in CPython.
#include "suggest.h"

#include <string.h>

#include "builtins.h"
#include "functions.h"
#include "py/builtin.h"
#include "py/objexcept.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "text/utf8.h"

enum { EDIT = 2, CASE = 1, LENGTH_MAX = 40, NAMES_MAX = 750 };

static size_t change(byte a, byte b) {
    return a == b ? 0 : unichar_tolower(a) == unichar_tolower(b) ? CASE : EDIT;
}

static size_t distance(vitrine_span a, vitrine_span b) {
    while (a.n > 0 && b.n > 0 && a.p[0] == b.p[0]) {
        ++a.p, ++b.p, --a.n, --b.n;
    }
    while (a.n > 0 && b.n > 0 && a.p[a.n - 1] == b.p[b.n - 1]) {
        --a.n, --b.n;
    }
    if (a.n > LENGTH_MAX || b.n > LENGTH_MAX) {
        return SIZE_MAX;
    }
    uint8_t row[LENGTH_MAX + 1]; // distances of a's beginnings to b's; at most 2 * 40
    for (size_t i = 0; i <= a.n; ++i) {
        row[i] = i * EDIT;
    }
    for (size_t j = 0; j < b.n; ++j) {
        size_t diagonal = row[0];
        row[0] = (j + 1) * EDIT;
        for (size_t i = 0; i < a.n; ++i) {
            size_t best = diagonal + change(a.p[i], b.p[j]);
            diagonal = row[i + 1];
            best = MIN(best, MIN(row[i], row[i + 1]) + (size_t)EDIT);
            row[i + 1] = best;
        }
    }
    return row[a.n];
}

typedef struct {
    vitrine_span wanted;
    mp_obj_t found;
    size_t distance;
} search_t;

static vitrine_span span_of(mp_obj_t text) {
    vitrine_span s;
    s.p = (const byte *)mp_obj_str_get_data(text, &s.n);
    return s;
}

static void consider(search_t *s, mp_obj_t name) {
    vitrine_span candidate = span_of(name);
    size_t most = (s->wanted.n + candidate.n + 3) * EDIT / 6;
    if (s->found != MP_OBJ_NULL) {
        most = MIN(most, s->distance - 1);
    }
    if (candidate.n == s->wanted.n && memcmp(candidate.p, s->wanted.p, candidate.n) == 0) {
        return;
    }
    size_t d = distance(s->wanted, candidate);
    if (d <= most) {
        s->found = name;
        s->distance = d;
    }
}

static void search_list(search_t *s, mp_obj_t names) {
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(names, &n, &items);
    for (size_t i = 0; i < n && n < NAMES_MAX; ++i) {
        if (mp_obj_is_str(items[i])) {
            consider(s, items[i]);
        }
    }
}

static void search_map(search_t *s, const mp_map_t *map) {
    for (size_t i = 0; i < map->alloc && map->used < NAMES_MAX; ++i) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_str(map->table[i].key)) {
            consider(s, map->table[i].key);
        }
    }
}

mp_obj_t vitrine_suggestion(mp_obj_t exception) {
    mp_obj_t name = mp_load_attr(exception, MP_QSTR_name);
    if (!mp_obj_is_str(name)) {
        return MP_OBJ_NULL;
    }
    search_t s = {.wanted = span_of(name), .found = MP_OBJ_NULL};
    if (mp_obj_get_type(exception) == &mp_type_AttributeError) {
        mp_obj_t object = mp_load_attr(exception, MP_QSTR_obj);
        if (object != mp_const_none) {
            search_list(&s, vitrine_dir(1, &object));
        }
        return s.found;
    }
    const mp_obj_fun_bc_t *function = vitrine_exception_function(exception);
    if (function != NULL) {
        mp_obj_t code[2] = {MP_OBJ_NULL};
        vitrine_function_attr(MP_OBJ_FROM_PTR(function), MP_QSTR___code__, code);
        search_list(&s, mp_load_attr(code[0], MP_QSTR_co_varnames));
    }
    if (s.found == MP_OBJ_NULL) {
        search_map(&s, function != NULL ? &function->context->module.globals->map : &mp_globals_get()->map);
    }
    if (s.found == MP_OBJ_NULL) {
        search_map(&s, &mp_module_builtins_globals.map);
    }
    return s.found;
}
