// syntax.h - what the compiler does beyond MicroPython's: displays with * and **,
// doc strings, private names. Part of py/compile.c, see hooks/syntax.py.

static mp_obj_t syntax_list(size_t n, const mp_obj_t *items) {
    return mp_obj_new_list(n, (mp_obj_t *)items);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(syntax_list_obj, 0, syntax_list);

static mp_obj_t syntax_tuple(size_t n, const mp_obj_t *items) {
    return mp_obj_new_tuple(n, items);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(syntax_tuple_obj, 0, syntax_tuple);

static mp_obj_t syntax_set(size_t n, const mp_obj_t *items) {
    return mp_obj_new_set(n, (mp_obj_t *)items);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(syntax_set_obj, 0, syntax_set);

// {…, **more}
static mp_obj_t syntax_update(mp_obj_t dict, mp_obj_t more) {
    if (mp_obj_is_dict_or_ordereddict(more)) {
        const mp_map_t *map = mp_obj_dict_get_map(more);
        for (size_t i = 0; i < map->alloc; ++i) {
            if (mp_map_slot_is_filled(map, i)) {
                mp_obj_dict_store(dict, map->table[i].key, map->table[i].value);
            }
        }
        return dict;
    }
    mp_obj_t keys[3];
    mp_load_method_maybe(more, MP_QSTR_keys, keys);
    if (keys[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not a mapping"), mp_obj_get_type_str(more));
    }
    mp_obj_t iter = mp_getiter(mp_call_method_n_kw(0, 0, keys), NULL), key;
    while ((key = mp_iternext(iter)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_dict_store(dict, key, mp_obj_subscr(more, key, MP_OBJ_SENTINEL));
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_2(syntax_update_obj, syntax_update);

static bool is_star(mp_parse_node_t pn) {
    return MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_star_expr);
}

static bool any_star(size_t n, const mp_parse_node_t *nodes) {
    for (size_t i = 0; i < n; ++i) {
        if (is_star(nodes[i])) {
            return true;
        }
    }
    return false;
}

static void syntax_load(compiler_t *comp, const void *object) {
    EMIT_ARG(load_const_obj, MP_OBJ_FROM_PTR(object));
}

// So many star arguments a call can have.
#define STAR_PARTS 24

// A display with stars is a call of `make` with star arguments; what is between
// two stars is one of these, so that there are few of them. What is more than a
// call can have is a list, and the last of them.
static void compile_star_display(compiler_t *comp, const void *make, size_t n, mp_parse_node_t *nodes) {
    mp_cstack_check();
    syntax_load(comp, make);
    size_t parts = 0;
    for (size_t i = 0; i < n;) {
        if (parts == STAR_PARTS - 1) {
            compile_star_display(comp, &syntax_list_obj, n - i, nodes + i);
            i = n;
        } else if (is_star(nodes[i])) {
            compile_node(comp, ((mp_parse_node_struct_t *)nodes[i])->nodes[0]);
            ++i;
        } else {
            size_t run = 0;
            for (; i < n && !is_star(nodes[i]); ++i, ++run) {
                compile_node(comp, nodes[i]);
            }
            EMIT_ARG(build, run, MP_EMIT_BUILD_TUPLE);
        }
        ++parts;
    }
    EMIT_ARG(load_const_small_int, ((mp_int_t)1 << parts) - 1);
    EMIT_ARG(call_function, parts, 0, MP_EMIT_STAR_FLAG_SINGLE);
}

// In a call, what is behind a star is an argument by place, and evaluated before
// the keywords, wherever it stands.
static void move_stars_first(compiler_t *comp, size_t n, mp_parse_node_t *args) {
    if (n > 255) { // what a call of the bytecode can count
        compile_syntax_error(comp, args[0], MP_ERROR_TEXT("more than 255 arguments in a call"));
    }
    size_t to = 0;
    while (to < n && !(MP_PARSE_NODE_IS_STRUCT_KIND(args[to], PN_argument)
        && !MP_PARSE_NODE_IS_STRUCT_KIND(((mp_parse_node_struct_t *)args[to])->nodes[1], PN_argument_3))) {
        ++to;
    }
    for (size_t i = to; i < n && !MP_PARSE_NODE_IS_STRUCT_KIND(args[i], PN_arglist_dbl_star); ++i) {
        if (MP_PARSE_NODE_IS_STRUCT_KIND(args[i], PN_arglist_star)) {
            mp_parse_node_t star = args[i];
            memmove(args + to + 1, args + to, (i - to) * sizeof(*args));
            args[to++] = star;
        }
    }
}

// The items of what is between braces.
static size_t brace_items(mp_parse_node_t pn, mp_parse_node_t *first, mp_parse_node_t **rest) {
    *first = pn;
    *rest = NULL;
    if (!MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_dictorsetmaker)) {
        return 1;
    }
    mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)pn;
    *first = pns->nodes[0];
    if (!MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[1], PN_dictorsetmaker_list)) {
        return 0; // a comprehension
    }
    return 1 + mp_parse_node_extract_list(&((mp_parse_node_struct_t *)pns->nodes[1])->nodes[0], PN_dictorsetmaker_list2, rest);
}

// True if there were stars between the braces, and they are compiled.
static bool compile_brace_stars(compiler_t *comp, mp_parse_node_t pn) {
    mp_parse_node_t first, *rest;
    if (MP_PARSE_NODE_IS_NULL(pn)) {
        return false;
    }
    size_t n = brace_items(pn, &first, &rest);
    bool stars = false, pairs = false;
    for (size_t i = 0; i < n; ++i) {
        mp_parse_node_t item = i == 0 ? first : rest[i - 1];
        stars |= is_star(item);
        pairs |= MP_PARSE_NODE_IS_STRUCT_KIND(item, PN_dictorsetmaker_unpack);
    }
    if (pairs) {
        EMIT_ARG(build, 0, MP_EMIT_BUILD_MAP);
        for (size_t i = 0; i < n; ++i) {
            mp_parse_node_t item = i == 0 ? first : rest[i - 1];
            if (MP_PARSE_NODE_IS_STRUCT_KIND(item, PN_dictorsetmaker_unpack)) {
                syntax_load(comp, &syntax_update_obj);
                EMIT(rot_two);
                compile_node(comp, ((mp_parse_node_struct_t *)item)->nodes[0]);
                EMIT_ARG(call_function, 2, 0, 0);
            } else if (MP_PARSE_NODE_IS_STRUCT_KIND(item, PN_dictorsetmaker_item)) {
                compile_node(comp, item);
                EMIT(store_map);
            } else {
                compile_syntax_error(comp, item, MP_ERROR_TEXT("':' expected after dictionary key"));
                break;
            }
        }
    } else if (stars) {
        mp_parse_node_t *items = m_new(mp_parse_node_t, n);
        items[0] = first;
        for (size_t i = 1; i < n; ++i) {
            items[i] = rest[i - 1];
        }
        compile_star_display(comp, &syntax_set_obj, n, items);
        m_del(mp_parse_node_t, items, n);
    }
    return pairs || stars;
}

// The text that a body begins with, or NULL.
static mp_parse_node_t doc_string(mp_parse_node_t body) {
    if (MP_PARSE_NODE_IS_STRUCT_KIND(body, PN_suite_block_stmts)) {
        body = ((mp_parse_node_struct_t *)body)->nodes[0];
    }
    if (MP_PARSE_NODE_IS_STRUCT_KIND(body, PN_simple_stmt_2)) {
        body = ((mp_parse_node_struct_t *)body)->nodes[0];
    }
    if (!MP_PARSE_NODE_IS_STRUCT_KIND(body, PN_expr_stmt)) {
        return MP_PARSE_NODE_NULL;
    }
    mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)body;
    bool is_text = MP_PARSE_NODE_IS_NULL(pns->nodes[1])
        && ((MP_PARSE_NODE_IS_LEAF(pns->nodes[0]) && MP_PARSE_NODE_LEAF_KIND(pns->nodes[0]) == MP_PARSE_NODE_STRING)
            || (MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[0], PN_const_object)
                && mp_obj_is_str(get_const_object((mp_parse_node_struct_t *)pns->nodes[0]))));
    return is_text ? pns->nodes[0] : MP_PARSE_NODE_NULL;
}

// The function is on the stack, and stays there.
static void compile_doc_string(compiler_t *comp, mp_parse_node_t body) {
    mp_parse_node_t doc = doc_string(body);
    if (!MP_PARSE_NODE_IS_NULL(doc)) {
        syntax_load(comp, &vitrine_set_doc_obj);
        EMIT(rot_two);
        compile_node(comp, doc);
        EMIT_ARG(call_function, 2, 0, 0);
    }
}

// A function's or class's name with those around it, as __qualname__ has it.
static void qualify_name(scope_t *scope) {
    scope_t *around = scope->parent;
    if (around == NULL || around->kind == SCOPE_MODULE || scope->simple_name == MP_QSTRnull) {
        return;
    }
    const id_info_t *id = scope_find(around, scope->simple_name);
    if (id != NULL && id->kind == ID_INFO_KIND_GLOBAL_EXPLICIT) {
        return;
    }
    const char *between = around->kind == SCOPE_CLASS || SCOPE_IS_COMP_LIKE(around->kind) ? "." : ".<locals>.";
    vstr_t text;
    vstr_init(&text, 64);
    vstr_add_str(&text, qstr_str(around->simple_name));
    vstr_add_str(&text, between);
    vstr_add_str(&text, qstr_str(scope->simple_name));
    if (text.len < 200) {
        scope->simple_name = qstr_from_strn(text.buf, text.len);
    }
    vstr_clear(&text);
}

// Names with two underscores before and not behind belong to the class.
static qstr private_name(qstr class_name, qstr name) {
    const char *text = qstr_str(name), *of = qstr_str(class_name);
    size_t len = strlen(text);
    while (*of == '_') {
        ++of;
    }
    if (text[0] != '_' || text[1] != '_' || (len >= 2 && text[len - 1] == '_' && text[len - 2] == '_') || *of == '\0'
        || strchr(text, '.') != NULL) {
        return name;
    }
    vstr_t mangled;
    vstr_init(&mangled, 32);
    vstr_printf(&mangled, "_%s%s", of, text);
    name = qstr_from_strn(mangled.buf, mangled.len);
    vstr_clear(&mangled);
    return name;
}

static void make_names_private(qstr class_name, mp_parse_node_t *pn) {
    if (MP_PARSE_NODE_IS_ID(*pn)) {
        qstr name = MP_PARSE_NODE_LEAF_ARG(*pn), to = private_name(class_name, name);
        if (to != name) {
            *pn = mp_parse_node_new_leaf(MP_PARSE_NODE_ID, to);
        }
    } else if (MP_PARSE_NODE_IS_STRUCT(*pn) && !MP_PARSE_NODE_IS_STRUCT_KIND(*pn, PN_const_object)) {
        mp_cstack_check();
        mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)*pn;
        // A class inside has its own name; only what it derives from is seen here.
        size_t n = MP_PARSE_NODE_STRUCT_KIND(pns) == PN_classdef ? 2 : MP_PARSE_NODE_STRUCT_NUM_NODES(pns);
        // Behind a function's body its scope will be.
        n -= MP_PARSE_NODE_STRUCT_KIND(pns) == PN_funcdef || MP_PARSE_NODE_STRUCT_KIND(pns) == PN_lambdef;
        n -= MP_PARSE_NODE_STRUCT_KIND(pns) == PN_comp_for;
        for (size_t i = 0; i < n; ++i) {
            make_names_private(class_name, &pns->nodes[i]);
        }
    }
}

// --- := ---

// Binds a name, assigned in a comprehension, in the function around it, and in
// the comprehensions between. The function's variable, or NULL: an error.
static id_info_t *syntax_walrus(compiler_t *comp, mp_parse_node_t pn, scope_t *scope, qstr name) {
    if (!SCOPE_IS_COMP_LIKE(scope->kind)) {
        if (scope->kind == SCOPE_CLASS) {
            compile_syntax_error(comp, pn, MP_ERROR_TEXT("assignment expression within a comprehension cannot be used in a class body"));
            return NULL;
        }
        id_info_t *id = mp_emit_common_get_id_for_modification(scope, name);
        if (scope->parent == NULL) {
            id->kind = ID_INFO_KIND_GLOBAL_EXPLICIT;
        }
        return id;
    }
    id_info_t *outer = syntax_walrus(comp, pn, scope->parent, name);
    if (outer == NULL) {
        return NULL;
    }
    bool is_global = outer->kind == ID_INFO_KIND_GLOBAL_EXPLICIT;
    id_info_t *id = scope_find_or_add_id(scope, name, ID_INFO_KIND_UNDECIDED);
    if (id->kind == ID_INFO_KIND_LOCAL || id->kind == ID_INFO_KIND_CELL) {
        comp->compile_error = mp_obj_new_exception_msg_varg(&mp_type_SyntaxError,
            MP_ERROR_TEXT("assignment expression cannot rebind comprehension iteration variable '%q'"), name);
        compile_error_set_line(comp, pn);
        return NULL;
    }
    if (is_global) {
        id->kind = ID_INFO_KIND_GLOBAL_EXPLICIT;
    } else if (id->kind != ID_INFO_KIND_FREE) {
        id->kind = ID_INFO_KIND_UNDECIDED;
        scope_check_to_close_over(scope, id);
    }
    return id;
}
