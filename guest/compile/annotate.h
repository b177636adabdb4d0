// annotate.h - annotations of variables and of functions. Part of py/compile.c,
// see hooks/syntax.py.

// `from __future__ import annotations` was seen: annotations are kept as text.
static bool syntax_future;

static void print_annotation(const mp_print_t *print, mp_parse_node_t pn);

static void print_annotations(const mp_print_t *print, size_t n, const mp_parse_node_t *nodes, const char *between) {
    for (size_t i = 0; i < n; ++i) {
        mp_print_str(print, i == 0 ? "" : between);
        print_annotation(print, nodes[i]);
    }
}

// What annotations are made of, as source; anything else as ....
static void print_annotation(const mp_print_t *print, mp_parse_node_t pn) {
    mp_cstack_check();
    if (MP_PARSE_NODE_IS_ID(pn)) {
        mp_printf(print, "%q", (qstr)MP_PARSE_NODE_LEAF_ARG(pn));
    } else if (MP_PARSE_NODE_IS_LEAF(pn) && MP_PARSE_NODE_LEAF_KIND(pn) == MP_PARSE_NODE_STRING) {
        mp_obj_print_helper(print, MP_OBJ_NEW_QSTR(MP_PARSE_NODE_LEAF_ARG(pn)), PRINT_REPR);
    } else if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_NONE)) {
        mp_print_str(print, "None");
    } else if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_TRUE) || MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_FALSE)) {
        mp_print_str(print, MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_TRUE) ? "True" : "False");
    } else if (MP_PARSE_NODE_IS_SMALL_INT(pn)) {
        mp_printf(print, "%d", (int)MP_PARSE_NODE_LEAF_SMALL_INT(pn));
    } else if (MP_PARSE_NODE_IS_STRUCT(pn)) {
        mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)pn;
        size_t n = MP_PARSE_NODE_STRUCT_NUM_NODES(pns);
        switch (MP_PARSE_NODE_STRUCT_KIND(pns)) {
            case PN_atom_expr_normal:
            case PN_atom_expr_trailers:
                print_annotations(print, n, pns->nodes, "");
                break;
            case PN_trailer_period:
                mp_print_str(print, ".");
                print_annotation(print, pns->nodes[0]);
                break;
            case PN_const_object:
                mp_obj_print_helper(print, get_const_object(pns), PRINT_REPR);
                break;
            case PN_trailer_paren:
            case PN_atom_paren:
                mp_print_str(print, "(");
                print_annotation(print, pns->nodes[0]);
                mp_print_str(print, ")");
                break;
            case PN_trailer_bracket:
            case PN_atom_bracket:
                mp_print_str(print, "[");
                print_annotation(print, pns->nodes[0]);
                mp_print_str(print, "]");
                break;
            case PN_subscriptlist:
            case PN_testlist_comp:
            case PN_testlist_comp_3b:
            case PN_testlist_comp_3c:
            case PN_arglist:
                print_annotations(print, n, pns->nodes, ", ");
                break;
            case PN_expr:
                print_annotations(print, n, pns->nodes, " | ");
                break;
            default:
                mp_print_str(print, "...");
        }
    } else if (!MP_PARSE_NODE_IS_NULL(pn)) {
        mp_print_str(print, "...");
    }
}

static void compile_annotation_value(compiler_t *comp, mp_parse_node_t annotation) {
    if (!syntax_future) {
        compile_node(comp, annotation);
        return;
    }
    vstr_t text;
    mp_print_t print;
    vstr_init_print(&text, 32, &print);
    print_annotation(&print, annotation);
    EMIT_ARG(load_const_str, qstr_from_strn(text.buf, MIN(text.len, 200)));
    vstr_clear(&text);
}

// `x: int` in a module or class: kept in __annotations__.
static void compile_annotation(compiler_t *comp, mp_parse_node_t target, mp_parse_node_t annotation) {
    scope_kind_t kind = comp->scope_cur->kind;
    bool list = MP_PARSE_NODE_IS_STRUCT_KIND(target, PN_atom_bracket);
    if (list || MP_PARSE_NODE_IS_STRUCT_KIND(target, PN_testlist_star_expr)
        || (MP_PARSE_NODE_IS_STRUCT_KIND(target, PN_atom_paren)
            && MP_PARSE_NODE_IS_STRUCT_KIND(((mp_parse_node_struct_t *)target)->nodes[0], PN_testlist_comp))) {
        raise_about(comp, target, "only single target (not %s) can be annotated", list ? "list" : "tuple");
        return;
    }
    if (MP_PARSE_NODE_IS_ID(target) && (kind == SCOPE_MODULE || kind == SCOPE_CLASS)) {
        syntax_load(comp, &vitrine_annotate_obj);
        EMIT_ARG(load_const_str, MP_PARSE_NODE_LEAF_ARG(target));
        compile_annotation_value(comp, annotation);
        EMIT_ARG(call_function, 2, 0, 0);
        EMIT(pop_top);
    }
}

static void compile_one_annotation(compiler_t *comp, mp_parse_node_t name, mp_parse_node_t annotation, size_t *seen) {
    if (MP_PARSE_NODE_IS_NULL(annotation)) {
        return;
    }
    if ((*seen)++ == 0) {
        syntax_load(comp, &vitrine_set_annotations_obj);
        EMIT(rot_two);
        EMIT_ARG(build, 0, MP_EMIT_BUILD_MAP);
    }
    compile_annotation_value(comp, annotation);
    EMIT_ARG(load_const_str, MP_PARSE_NODE_IS_NULL(name) ? qstr_from_str("return") : MP_PARSE_NODE_LEAF_ARG(name));
    EMIT(store_map);
}

// The function is on the stack, and stays there.
static void compile_function_annotations(compiler_t *comp, mp_parse_node_struct_t *pns) {
    mp_parse_node_t *parameters;
    size_t n = mp_parse_node_extract_list(&pns->nodes[1], PN_typedargslist, &parameters), seen = 0;
    for (size_t i = 0; i < n; ++i) {
        mp_parse_node_t parameter = parameters[i];
        if (MP_PARSE_NODE_IS_STRUCT_KIND(parameter, PN_typedargslist_star)) {
            parameter = ((mp_parse_node_struct_t *)parameter)->nodes[0];
        }
        // All that are more than a name have it first, and then the annotation.
        if (MP_PARSE_NODE_IS_STRUCT(parameter)) {
            mp_parse_node_struct_t *parts = (mp_parse_node_struct_t *)parameter;
            compile_one_annotation(comp, parts->nodes[0], parts->nodes[1], &seen);
        }
    }
    compile_one_annotation(comp, MP_PARSE_NODE_NULL, pns->nodes[2], &seen);
    if (seen > 0) {
        EMIT_ARG(call_function, 2, 0, 0);
    }
}
