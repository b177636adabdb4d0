// rematched.c - match objects.
#include <string.h>

#include "py/objstr.h"
#include "reobjects.h"

typedef struct {
    mp_obj_base_t base;
    const re_program_t *program;
    subject_t subject;
    size_t pos, endpos; // bytes
    uint32_t last_group;
    int32_t slots[];
} match_t;

mp_obj_t re_match_new(const scan_t *scan) {
    const re_matcher_t *m = &scan->matcher;
    size_t slots = 2 * (m->program->groups + 1);
    match_t *match = mp_obj_malloc_var(match_t, slots, int32_t, slots, &re_match_type);
    match->program = m->program;
    match->subject = scan->subject;
    match->pos = scan->pos;
    match->endpos = m->end - m->start;
    match->last_group = m->last_group;
    memcpy(match->slots, m->slots, slots * sizeof(int32_t));
    return MP_OBJ_FROM_PTR(match);
}

static size_t match_group_number(const match_t *m, mp_obj_t group) {
    mp_int_t number = -1;
    if (mp_obj_is_str(group)) {
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(m->program->names), group, MP_MAP_LOOKUP);
        if (found != NULL) {
            number = MP_OBJ_SMALL_INT_VALUE(found->value);
        }
    } else if (mp_obj_is_integer(group)) {
        mp_obj_get_int_maybe(group, &number);
    }
    if (number < 0 || (mp_uint_t)number > m->program->groups) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("no such group"));
    }
    return number;
}

static mp_obj_t match_get(const match_t *m, size_t group, mp_obj_t otherwise) {
    int32_t begin = m->slots[2 * group], end = m->slots[2 * group + 1];
    return begin < 0 || end < 0 ? otherwise : re_slice(&m->subject, m->program->text, begin, end);
}

static mp_obj_t match_group(size_t n_args, const mp_obj_t *args) {
    const match_t *m = MP_OBJ_TO_PTR(args[0]);
    if (n_args <= 2) {
        return match_get(m, n_args == 1 ? 0 : match_group_number(m, args[1]), mp_const_none);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args - 1, NULL));
    for (size_t i = 1; i < n_args; ++i) {
        tuple->items[i - 1] = match_get(m, match_group_number(m, args[i]), mp_const_none);
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(match_group_obj, 1, match_group);

static mp_obj_t match_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    const match_t *m = MP_OBJ_TO_PTR(self);
    return match_get(m, match_group_number(m, index), mp_const_none);
}

static mp_obj_t default_argument(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {{MP_QSTR_default, MP_ARG_OBJ, {.u_obj = mp_const_none}}};
    mp_arg_val_t value;
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 1, allowed, &value);
    return value.u_obj;
}

static mp_obj_t match_groups(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    const match_t *m = MP_OBJ_TO_PTR(pos_args[0]);
    mp_obj_t otherwise = default_argument(n_args, pos_args, kw_args);
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(m->program->groups, NULL));
    for (size_t i = 0; i < m->program->groups; ++i) {
        tuple->items[i] = match_get(m, i + 1, otherwise);
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groups_obj, 1, match_groups);

static mp_obj_t match_groupdict(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    const match_t *m = MP_OBJ_TO_PTR(pos_args[0]);
    mp_obj_t otherwise = default_argument(n_args, pos_args, kw_args);
    mp_obj_t dict = mp_obj_dict_copy(m->program->names);
    mp_map_t *map = mp_obj_dict_get_map(dict);
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i)) {
            map->table[i].value = match_get(m, MP_OBJ_SMALL_INT_VALUE(map->table[i].value), otherwise);
        }
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groupdict_obj, 1, match_groupdict);

static mp_obj_t match_place(size_t n_args, const mp_obj_t *args, size_t side) {
    const match_t *m = MP_OBJ_TO_PTR(args[0]);
    size_t group = n_args == 1 ? 0 : match_group_number(m, args[1]);
    bool taken = m->slots[2 * group + 1] >= 0;
    return re_index_of(&m->subject, m->program->text, taken ? m->slots[2 * group + side] : -1);
}

static mp_obj_t match_start(size_t n_args, const mp_obj_t *args) {
    return match_place(n_args, args, 0);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_start_obj, 1, 2, match_start);

static mp_obj_t match_end(size_t n_args, const mp_obj_t *args) {
    return match_place(n_args, args, 1);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_end_obj, 1, 2, match_end);

static mp_obj_t match_span(size_t n_args, const mp_obj_t *args) {
    mp_obj_t span[] = {match_place(n_args, args, 0), match_place(n_args, args, 1)};
    return mp_obj_new_tuple(2, span);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_span_obj, 1, 2, match_span);

static mp_obj_t match_expand(mp_obj_t self, mp_obj_t source) {
    const match_t *m = MP_OBJ_TO_PTR(self);
    template_t t;
    re_template_parse(&t, m->program, source);
    vstr_t out;
    vstr_init(&out, t.text.len + 16);
    re_template_expand(&t, &out, m->subject.start, m->slots);
    return re_finish(&out, m->program->text);
}
static MP_DEFINE_CONST_FUN_OBJ_2(match_expand_obj, match_expand);

static void match_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const match_t *m = MP_OBJ_TO_PTR(self);
    mp_print_str(print, "<re.Match object; span=");
    mp_obj_print_helper(print, match_span(1, &self), PRINT_REPR);
    mp_print_str(print, ", match=");
    mp_obj_print_helper(print, match_get(m, 0, mp_const_none), PRINT_REPR);
    mp_print_str(print, ">");
}

static void match_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const match_t *m = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    bool text = m->program->text;
    switch (attr) {
        case MP_QSTR_string:
            dest[0] = m->subject.string;
            break;
        case MP_QSTR_re:
            dest[0] = MP_OBJ_FROM_PTR(m->program);
            break;
        case MP_QSTR_pos:
            dest[0] = re_index_of(&m->subject, text, m->pos);
            break;
        case MP_QSTR_endpos:
            dest[0] = re_index_of(&m->subject, text, m->endpos);
            break;
        case MP_QSTR_lastindex:
            dest[0] = m->last_group == 0 ? mp_const_none : MP_OBJ_NEW_SMALL_INT(m->last_group);
            break;
        case MP_QSTR_lastgroup: {
            mp_map_t *map = mp_obj_dict_get_map(m->program->names);
            dest[0] = mp_const_none;
            for (size_t i = 0; i < map->alloc; ++i) {
                if (mp_map_slot_is_filled(map, i)
                    && map->table[i].value == MP_OBJ_NEW_SMALL_INT(m->last_group)) {
                    dest[0] = map->table[i].key;
                }
            }
            break;
        }
        case MP_QSTR_regs: {
            mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(m->program->groups + 1, NULL));
            for (size_t i = 0; i < tuple->len; ++i) {
                mp_obj_t args[] = {self, MP_OBJ_NEW_SMALL_INT(i)};
                tuple->items[i] = match_span(2, args);
            }
            dest[0] = MP_OBJ_FROM_PTR(tuple);
            break;
        }
        default:
            dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t match_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_group), MP_ROM_PTR(&match_group_obj) },
    { MP_ROM_QSTR(MP_QSTR_groups), MP_ROM_PTR(&match_groups_obj) },
    { MP_ROM_QSTR(MP_QSTR_groupdict), MP_ROM_PTR(&match_groupdict_obj) },
    { MP_ROM_QSTR(MP_QSTR_start), MP_ROM_PTR(&match_start_obj) },
    { MP_ROM_QSTR(MP_QSTR_end), MP_ROM_PTR(&match_end_obj) },
    { MP_ROM_QSTR(MP_QSTR_span), MP_ROM_PTR(&match_span_obj) },
    { MP_ROM_QSTR(MP_QSTR_expand), MP_ROM_PTR(&match_expand_obj) },
};
static MP_DEFINE_CONST_DICT(match_locals, match_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(re_match_type, MP_QSTR_Match, MP_TYPE_FLAG_NONE,
    print, match_print,
    subscr, match_subscr,
    attr, match_attr,
    locals_dict, &match_locals
    );
