// remodule.c - the module _re: its functions, and the methods of patterns.
//
// lib/re.py adds the exception.
#include <string.h>

#include "py/objstr.h"
#include "reobjects.h"

#define CACHE_MOST 128

MP_REGISTER_ROOT_POINTER(mp_obj_t re_cache);

// --- what a pattern does ---

typedef enum { MATCH, FULLMATCH, SEARCH, FINDALL, FINDITER } deed_t;

typedef struct {
    mp_obj_base_t base;
    scan_t *scan;
} iterator_t;

static mp_obj_t iterator_next(mp_obj_t self) {
    scan_t *scan = ((iterator_t *)MP_OBJ_TO_PTR(self))->scan;
    return re_scan_next(scan) ? re_match_new(scan) : MP_OBJ_STOP_ITERATION;
}

static MP_DEFINE_CONST_OBJ_TYPE(iterator_type, MP_QSTR_callable_iterator, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, iterator_next
    );

static mp_obj_t all_groups(const scan_t *scan, mp_obj_t otherwise) {
    size_t groups = scan->matcher.program->groups;
    if (groups <= 1) {
        return re_scan_group(scan, groups, otherwise);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(groups, NULL));
    for (size_t i = 0; i < groups; ++i) {
        tuple->items[i] = re_scan_group(scan, i + 1, otherwise);
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static mp_obj_t perform(deed_t deed, const re_program_t *program, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    if (deed == FINDITER) {
        iterator_t *it = mp_obj_malloc(iterator_t, &iterator_type);
        it->scan = NULL;
        it->scan = m_new0(scan_t, 1);
        re_scan_begin(it->scan, program, string, pos, endpos);
        return MP_OBJ_FROM_PTR(it);
    }
    scan_t scan;
    re_scan_begin(&scan, program, string, pos, endpos);
    if (deed == FINDALL) {
        mp_obj_t empty = program->text ? MP_OBJ_NEW_QSTR(MP_QSTR_) : mp_const_empty_bytes;
        mp_obj_t list = mp_obj_new_list(0, NULL);
        while (re_scan_next(&scan)) {
            mp_obj_list_append(list, all_groups(&scan, empty));
        }
        return list;
    }
    scan.matcher.full = deed == FULLMATCH;
    if (scan.next > scan.matcher.end || !re_search(&scan.matcher, scan.next, deed != SEARCH)) {
        return mp_const_none;
    }
    return re_match_new(&scan);
}

static mp_obj_t substitute(const re_program_t *program, mp_obj_t replacement, mp_obj_t string, mp_int_t count, bool tell) {
    scan_t scan;
    re_scan_begin(&scan, program, string, MP_OBJ_NULL, MP_OBJ_NULL);
    bool call = mp_obj_is_callable(replacement);
    template_t t;
    if (!call) {
        re_template_parse(&t, program, replacement);
    }
    vstr_t out;
    mp_int_t n = 0;
    int items = 0;
    const byte *done = scan.subject.start;
    while ((count == 0 || n < count) && re_scan_next(&scan)) {
        if (n == 0) {
            vstr_init(&out, scan.subject.end - scan.subject.start + 16);
        }
        ++n;
        const byte *begin = scan.subject.start + scan.matcher.slots[0];
        vstr_add_strn(&out, (const char *)done, begin - done);
        items += begin > done;
        done = scan.next;
        if (!call) {
            re_template_expand(&t, &out, scan.subject.start, scan.matcher.slots);
            continue;
        }
        mp_obj_t result = mp_call_function_1(replacement, re_match_new(&scan));
        if (result != mp_const_none) {
            subject_t s;
            mp_buffer_info_t info;
            if (mp_obj_cast_to_native_base(result, MP_OBJ_FROM_PTR(program->text ? &mp_type_str : &mp_type_bytes))
                == MP_OBJ_NULL && !(!program->text && mp_get_buffer(result, &info, MP_BUFFER_READ)
                    && !mp_obj_is_str(result))) {
                mp_raise_msg_varg(&mp_type_TypeError, program->text
                    ? MP_ERROR_TEXT("sequence item %d: expected str instance, %s found")
                    : MP_ERROR_TEXT("sequence item %d: expected a bytes-like object, %s found"),
                    items, mp_obj_get_type_str(result));
            }
            ++items;
            re_subject_get(&s, result, program->text);
            vstr_add_strn(&out, (const char *)s.start, s.end - s.start);
        }
    }
    mp_obj_t result;
    if (n == 0) {
        result = re_slice(&scan.subject, program->text, 0, scan.subject.end - scan.subject.start);
    } else {
        vstr_add_strn(&out, (const char *)done, scan.subject.end - done);
        result = re_finish(&out, program->text);
    }
    if (!tell) {
        return result;
    }
    mp_obj_t pair[] = {result, mp_obj_new_int(n)};
    return mp_obj_new_tuple(2, pair);
}

static mp_obj_t split(const re_program_t *program, mp_obj_t string, mp_int_t most) {
    scan_t scan;
    re_scan_begin(&scan, program, string, MP_OBJ_NULL, MP_OBJ_NULL);
    mp_obj_t list = mp_obj_new_list(0, NULL);
    size_t done = 0;
    for (mp_int_t n = 0; (most == 0 || n < most) && re_scan_next(&scan); ++n) {
        mp_obj_list_append(list, re_slice(&scan.subject, program->text, done, scan.matcher.slots[0]));
        done = scan.matcher.slots[1];
        for (size_t i = 1; i <= program->groups; ++i) {
            mp_obj_list_append(list, re_scan_group(&scan, i, mp_const_none));
        }
    }
    mp_obj_list_append(list, re_slice(&scan.subject, program->text, done, scan.subject.end - scan.subject.start));
    return list;
}

// --- patterns ---

static const re_program_t *program_of(mp_obj_t pattern, mp_obj_t flags) {
    uint32_t bits = mp_obj_get_int(flags);
    if (mp_obj_is_exact_type(pattern, &re_pattern_type)) {
        if (bits != 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot process flags argument with a compiled pattern"));
        }
        return MP_OBJ_TO_PTR(pattern);
    }
    mp_obj_t base = mp_obj_cast_to_native_base(pattern, MP_OBJ_FROM_PTR(&mp_type_str));
    if (base == MP_OBJ_NULL) {
        base = mp_obj_cast_to_native_base(pattern, MP_OBJ_FROM_PTR(&mp_type_bytes));
    }
    if (base == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("first argument must be string or compiled pattern"));
    }
    if (MP_STATE_VM(re_cache) == MP_OBJ_NULL) {
        MP_STATE_VM(re_cache) = mp_obj_new_dict(0);
    }
    mp_obj_t pair[] = {base, MP_OBJ_NEW_SMALL_INT(bits), mp_obj_new_bool(mp_obj_is_str(base))};
    mp_obj_t key = mp_obj_new_tuple(3, pair);
    mp_map_t *map = mp_obj_dict_get_map(MP_STATE_VM(re_cache));
    mp_map_elem_t *found = mp_map_lookup(map, key, MP_MAP_LOOKUP);
    if (found != NULL) {
        return MP_OBJ_TO_PTR(found->value);
    }
    const re_program_t *program = re_compile(base, bits);
    if (mp_obj_dict_get_map(MP_STATE_VM(re_cache))->used >= CACHE_MOST) {
        MP_STATE_VM(re_cache) = mp_obj_new_dict(0);
    }
    mp_obj_dict_store(MP_STATE_VM(re_cache), key, MP_OBJ_FROM_PTR(program));
    return program;
}

static mp_obj_t pattern_deed(deed_t deed, size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_pos, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_endpos, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
    };
    mp_arg_val_t v[3];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 3, allowed, v);
    return perform(deed, MP_OBJ_TO_PTR(pos_args[0]), v[0].u_obj, v[1].u_obj, v[2].u_obj);
}

static mp_obj_t module_deed(deed_t deed, size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[3];
    mp_arg_parse_all(n_args, pos_args, kw_args, 3, allowed, v);
    return perform(deed, program_of(v[0].u_obj, v[2].u_obj), v[1].u_obj, MP_OBJ_NULL, MP_OBJ_NULL);
}

#define DEED(name, deed) \
    static mp_obj_t pattern_##name(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) { \
        return pattern_deed(deed, n_args, pos_args, kw_args); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_##name##_obj, 1, pattern_##name); \
    static mp_obj_t module_##name(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) { \
        return module_deed(deed, n_args, pos_args, kw_args); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_KW(module_##name##_obj, 0, module_##name)

DEED(match, MATCH);
DEED(fullmatch, FULLMATCH);
DEED(search, SEARCH);
DEED(findall, FINDALL);
DEED(finditer, FINDITER);

static mp_int_t count_of(mp_obj_t count) {
    mp_int_t n = mp_obj_get_int(count);
    return n < 0 ? -1 : n;
}

static mp_obj_t pattern_substitute(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, bool tell) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_repl, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_count, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[3];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 3, allowed, v);
    return substitute(MP_OBJ_TO_PTR(pos_args[0]), v[0].u_obj, v[1].u_obj, count_of(v[2].u_obj), tell);
}

static mp_obj_t module_substitute(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, bool tell) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_repl, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_count, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[5];
    mp_arg_parse_all(n_args, pos_args, kw_args, 5, allowed, v);
    return substitute(program_of(v[0].u_obj, v[4].u_obj), v[1].u_obj, v[2].u_obj, count_of(v[3].u_obj), tell);
}

#define SUBSTITUTION(name, tell) \
    static mp_obj_t pattern_##name(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) { \
        return pattern_substitute(n_args, pos_args, kw_args, tell); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_##name##_obj, 1, pattern_##name); \
    static mp_obj_t module_##name(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) { \
        return module_substitute(n_args, pos_args, kw_args, tell); \
    } \
    static MP_DEFINE_CONST_FUN_OBJ_KW(module_##name##_obj, 0, module_##name)

SUBSTITUTION(sub, false);
SUBSTITUTION(subn, true);

static mp_obj_t pattern_split(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_maxsplit, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[2];
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, 2, allowed, v);
    return split(MP_OBJ_TO_PTR(pos_args[0]), v[0].u_obj, count_of(v[1].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(pattern_split_obj, 1, pattern_split);

static mp_obj_t module_split(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_string, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_maxsplit, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[4];
    mp_arg_parse_all(n_args, pos_args, kw_args, 4, allowed, v);
    return split(program_of(v[0].u_obj, v[3].u_obj), v[1].u_obj, count_of(v[2].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(module_split_obj, 0, module_split);

static void pattern_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    const re_program_t *program = MP_OBJ_TO_PTR(self);
    vstr_t repr;
    mp_print_t to;
    vstr_init_print(&repr, 32, &to);
    mp_obj_print_helper(&to, program->pattern, PRINT_REPR);
    // Of a long pattern, the first 200 characters.
    const byte *p = (const byte *)repr.buf, *end = p + repr.len;
    for (size_t n = 0; n < 200 && p < end; ++n) {
        re_decode(true, &p, end);
    }
    mp_printf(print, "re.compile(%.*s", (int)(p - (const byte *)repr.buf), repr.buf);
    uint32_t flags = program->flags;
    if (program->text) {
        flags &= ~RE_UNICODE;
    }
    if (flags != 0) {
        mp_print_str(print, ", ");
        re_print_flags(print, flags);
    }
    mp_print_str(print, ")");
}

static void pattern_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const re_program_t *program = MP_OBJ_TO_PTR(self);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_pattern) {
        dest[0] = program->pattern;
    } else if (attr == MP_QSTR_flags) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(program->flags);
    } else if (attr == MP_QSTR_groups) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(program->groups);
    } else if (attr == MP_QSTR_groupindex) {
        dest[0] = mp_obj_dict_copy(program->names);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t pattern_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&pattern_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&pattern_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&pattern_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&pattern_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&pattern_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&pattern_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&pattern_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&pattern_subn_obj) },
};
static MP_DEFINE_CONST_DICT(pattern_locals, pattern_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(re_pattern_type, MP_QSTR_Pattern, MP_TYPE_FLAG_NONE,
    print, pattern_print,
    attr, pattern_attr,
    locals_dict, &pattern_locals
    );

// --- the module ---

static mp_obj_t module_compile(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_pattern, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_flags, MP_ARG_OBJ, {.u_obj = MP_OBJ_NEW_SMALL_INT(0)}},
    };
    mp_arg_val_t v[2];
    mp_arg_parse_all(n_args, pos_args, kw_args, 2, allowed, v);
    return MP_OBJ_FROM_PTR(program_of(v[0].u_obj, v[1].u_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(module_compile_obj, 0, module_compile);

static mp_obj_t module_escape(mp_obj_t pattern) {
    subject_t s;
    bool text = mp_obj_cast_to_native_base(pattern, MP_OBJ_FROM_PTR(&mp_type_str)) != MP_OBJ_NULL;
    re_subject_get(&s, pattern, text);
    vstr_t out;
    vstr_init(&out, s.end - s.start + 8);
    for (const byte *p = s.start; p < s.end; ++p) {
        if (*p != '\0' && strchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", *p) != NULL) {
            vstr_add_byte(&out, '\\');
        }
        vstr_add_byte(&out, *p);
    }
    return re_finish(&out, text);
}
static MP_DEFINE_CONST_FUN_OBJ_1(module_escape_obj, module_escape);

static mp_obj_t module_purge(void) {
    MP_STATE_VM(re_cache) = MP_OBJ_NULL;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(module_purge_obj, module_purge);

static const mp_rom_map_elem_t re_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__re) },
    { MP_ROM_QSTR(MP_QSTR_compile), MP_ROM_PTR(&module_compile_obj) },
    { MP_ROM_QSTR(MP_QSTR_match), MP_ROM_PTR(&module_match_obj) },
    { MP_ROM_QSTR(MP_QSTR_fullmatch), MP_ROM_PTR(&module_fullmatch_obj) },
    { MP_ROM_QSTR(MP_QSTR_search), MP_ROM_PTR(&module_search_obj) },
    { MP_ROM_QSTR(MP_QSTR_findall), MP_ROM_PTR(&module_findall_obj) },
    { MP_ROM_QSTR(MP_QSTR_finditer), MP_ROM_PTR(&module_finditer_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&module_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_sub), MP_ROM_PTR(&module_sub_obj) },
    { MP_ROM_QSTR(MP_QSTR_subn), MP_ROM_PTR(&module_subn_obj) },
    { MP_ROM_QSTR(MP_QSTR_escape), MP_ROM_PTR(&module_escape_obj) },
    { MP_ROM_QSTR(MP_QSTR_purge), MP_ROM_PTR(&module_purge_obj) },
    { MP_ROM_QSTR(MP_QSTR_Pattern), MP_ROM_PTR(&re_pattern_type) },
    { MP_ROM_QSTR(MP_QSTR_Match), MP_ROM_PTR(&re_match_type) },
    { MP_ROM_QSTR(MP_QSTR_RegexFlag), MP_ROM_PTR(&re_flag_type) },
    { MP_ROM_QSTR(MP_QSTR_NOFLAG), MP_ROM_PTR(&re_flag_none) },
    { MP_ROM_QSTR(MP_QSTR_I), MP_ROM_PTR(&re_flag_ignorecase) },
    { MP_ROM_QSTR(MP_QSTR_IGNORECASE), MP_ROM_PTR(&re_flag_ignorecase) },
    { MP_ROM_QSTR(MP_QSTR_L), MP_ROM_PTR(&re_flag_locale) },
    { MP_ROM_QSTR(MP_QSTR_LOCALE), MP_ROM_PTR(&re_flag_locale) },
    { MP_ROM_QSTR(MP_QSTR_M), MP_ROM_PTR(&re_flag_multiline) },
    { MP_ROM_QSTR(MP_QSTR_MULTILINE), MP_ROM_PTR(&re_flag_multiline) },
    { MP_ROM_QSTR(MP_QSTR_S), MP_ROM_PTR(&re_flag_dotall) },
    { MP_ROM_QSTR(MP_QSTR_DOTALL), MP_ROM_PTR(&re_flag_dotall) },
    { MP_ROM_QSTR(MP_QSTR_U), MP_ROM_PTR(&re_flag_unicode) },
    { MP_ROM_QSTR(MP_QSTR_UNICODE), MP_ROM_PTR(&re_flag_unicode) },
    { MP_ROM_QSTR(MP_QSTR_X), MP_ROM_PTR(&re_flag_verbose) },
    { MP_ROM_QSTR(MP_QSTR_VERBOSE), MP_ROM_PTR(&re_flag_verbose) },
    { MP_ROM_QSTR(MP_QSTR_DEBUG), MP_ROM_PTR(&re_flag_debug) },
    { MP_ROM_QSTR(MP_QSTR_A), MP_ROM_PTR(&re_flag_ascii) },
    { MP_ROM_QSTR(MP_QSTR_ASCII), MP_ROM_PTR(&re_flag_ascii) },
};
static MP_DEFINE_CONST_DICT(re_globals, re_globals_table);

const mp_obj_module_t vitrine_module_re = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&re_globals,
};
MP_REGISTER_MODULE(MP_QSTR__re, vitrine_module_re);
