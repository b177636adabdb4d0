// patterns.h - match statements. Part of py/compile.c, see hooks/patterns.py.
//
// A pattern is compiled to code that builds a tuple which describes it; match()
// in patterns.c compares the subject with it and returns what was captured.

#define PATTERN_NAMES 64

typedef struct {
    size_t n;
    uint64_t bound; // a bit for each name that the alternative which is compiled has bound
    qstr names[PATTERN_NAMES];
} captures_t;

static void compile_pattern(compiler_t *comp, mp_parse_node_t pn, captures_t *captures);

static void load_int(compiler_t *comp, mp_int_t n) {
    EMIT_ARG(load_const_small_int, n);
}

// Loads the number of a name, or -1 for _.
static void load_capture(compiler_t *comp, mp_parse_node_t pn, captures_t *captures) {
    qstr name = MP_PARSE_NODE_LEAF_ARG(pn);
    if (name == MP_QSTR__) {
        load_int(comp, -1);
        return;
    }
    size_t i = 0;
    while (i < captures->n && captures->names[i] != name) {
        ++i;
    }
    if (i == PATTERN_NAMES) {
        compile_syntax_error(comp, pn, MP_ERROR_TEXT("too many names in a pattern"));
        return;
    }
    if (i == captures->n) {
        captures->names[captures->n++] = name;
    }
    if (captures->bound >> i & 1) {
        raise_about(comp, pn, "multiple assignments to name '%s' in pattern", qstr_str(name));
    }
    captures->bound |= (uint64_t)1 << i;
    load_int(comp, i);
}

static void compile_sequence_pattern(compiler_t *comp, size_t n, mp_parse_node_t *items, captures_t *captures) {
    load_int(comp, PATTERN_SEQUENCE);
    mp_int_t star = -1;
    for (size_t i = 0; i < n; ++i) {
        if (MP_PARSE_NODE_IS_STRUCT_KIND(items[i], PN_pattern_star)) {
            if (star >= 0) {
                compile_syntax_error(comp, items[i], MP_ERROR_TEXT("multiple starred expressions in sequence pattern"));
                return;
            }
            star = i;
        }
    }
    load_int(comp, star);
    for (size_t i = 0; i < n; ++i) {
        if ((mp_int_t)i == star) {
            load_capture(comp, ((mp_parse_node_struct_t *)items[i])->nodes[0], captures);
        } else {
            compile_pattern(comp, items[i], captures);
        }
    }
    EMIT_ARG(build, 2 + n, MP_EMIT_BUILD_TUPLE);
}

static void compile_mapping_pattern(compiler_t *comp, mp_parse_node_t pn, captures_t *captures) {
    mp_parse_node_t *items;
    size_t n = mp_parse_node_extract_list(&pn, PN_pattern_pairs, &items), pairs = 0;
    load_int(comp, PATTERN_MAPPING);
    mp_parse_node_t rest = MP_PARSE_NODE_NULL;
    for (size_t i = 0; i < n; ++i) {
        if (MP_PARSE_NODE_IS_STRUCT_KIND(items[i], PN_pattern_rest)) {
            rest = ((mp_parse_node_struct_t *)items[i])->nodes[0];
        }
    }
    if (MP_PARSE_NODE_IS_NULL(rest)) {
        load_int(comp, -1);
    } else {
        load_capture(comp, rest, captures);
    }
    for (size_t i = 0; i < n; ++i) {
        mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)items[i];
        if (MP_PARSE_NODE_STRUCT_KIND(pns) == PN_pattern_key_value) {
            compile_node(comp, pns->nodes[0]);
            compile_pattern(comp, pns->nodes[1], captures);
            ++pairs;
        }
    }
    EMIT_ARG(build, 2 + 2 * pairs, MP_EMIT_BUILD_TUPLE);
}

static void compile_dotted(compiler_t *comp, mp_parse_node_t pn) {
    mp_parse_node_t *names;
    size_t n = mp_parse_node_extract_list(&pn, PN_dotted_name, &names);
    compile_load_id(comp, MP_PARSE_NODE_LEAF_ARG(names[0]));
    for (size_t i = 1; i < n; ++i) {
        EMIT_ARG(attr, MP_PARSE_NODE_LEAF_ARG(names[i]), MP_EMIT_ATTR_LOAD);
    }
}

// Name(positional, …, name=pattern, …): class, number of positional ones, each
// pattern, and for those with a name the name first.
static void compile_class_pattern(compiler_t *comp, mp_parse_node_struct_t *pns, captures_t *captures) {
    mp_parse_node_t arguments = ((mp_parse_node_struct_t *)pns->nodes[1])->nodes[0], *args;
    size_t n = mp_parse_node_extract_list(&arguments, PN_pattern_arglist, &args), positional = 0;
    while (positional < n && !MP_PARSE_NODE_IS_STRUCT_KIND(args[positional], PN_pattern_arg)) {
        ++positional;
    }
    load_int(comp, PATTERN_CLASS);
    compile_dotted(comp, pns->nodes[0]);
    load_int(comp, positional);
    for (size_t i = 0; i < n; ++i) {
        mp_parse_node_t arg = args[i];
        if (i >= positional) {
            mp_parse_node_struct_t *named = (mp_parse_node_struct_t *)arg;
            if (!MP_PARSE_NODE_IS_STRUCT_KIND(arg, PN_pattern_arg) || !MP_PARSE_NODE_IS_ID(named->nodes[0])) {
                compile_syntax_error(comp, arg, MP_ERROR_TEXT("positional patterns follow keyword patterns"));
                return;
            }
            for (size_t k = positional; k < i; ++k) {
                if (((mp_parse_node_struct_t *)args[k])->nodes[0] == named->nodes[0]) {
                    raise_about(comp, arg, "attribute name repeated in class pattern: %s", qstr_str(MP_PARSE_NODE_LEAF_ARG(named->nodes[0])));
                }
            }
            EMIT_ARG(load_const_str, MP_PARSE_NODE_LEAF_ARG(named->nodes[0]));
            arg = named->nodes[1];
        }
        compile_pattern(comp, arg, captures);
    }
    EMIT_ARG(build, 3 + positional + 2 * (n - positional), MP_EMIT_BUILD_TUPLE);
}

// Patterns behind one that matches anything are an error.
static void check_refutable(compiler_t *comp, mp_parse_node_t pn) {
    mp_cstack_check();
    mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)pn;
    if (MP_PARSE_NODE_IS_ID(pn)) {
        qstr name = MP_PARSE_NODE_LEAF_ARG(pn);
        raise_about(comp, pn, name == MP_QSTR__ ? "wildcard makes remaining patterns unreachable"
            : "name capture '%s' makes remaining patterns unreachable", qstr_str(name));
    } else if (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_pattern) || MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_pattern_paren)) {
        check_refutable(comp, pns->nodes[0]);
    } else if (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_pattern_or)) {
        check_refutable(comp, pns->nodes[MP_PARSE_NODE_STRUCT_NUM_NODES(pns) - 1]);
    }
}

static void compile_pattern(compiler_t *comp, mp_parse_node_t pn, captures_t *captures) {
    mp_cstack_check();
    if (MP_PARSE_NODE_IS_ID(pn)) {
        load_int(comp, PATTERN_CAPTURE);
        load_capture(comp, pn, captures);
        EMIT_ARG(build, 2, MP_EMIT_BUILD_TUPLE);
        return;
    }
    mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)pn;
    switch (MP_PARSE_NODE_IS_STRUCT(pn) ? (int)MP_PARSE_NODE_STRUCT_KIND(pns) : -1) {
        case PN_pattern_list:
            compile_sequence_pattern(comp, MP_PARSE_NODE_STRUCT_NUM_NODES(pns), pns->nodes, captures);
            return;
        case PN_pattern_star:
            compile_sequence_pattern(comp, 1, &pn, captures);
            return;
        case PN_pattern_paren:
            if (!MP_PARSE_NODE_IS_NULL(pns->nodes[0])) {
                compile_pattern(comp, pns->nodes[0], captures);
                return;
            }
            MP_FALLTHROUGH
        case PN_pattern_bracket: {
            mp_parse_node_t *items;
            size_t n = mp_parse_node_extract_list(&pns->nodes[0], PN_pattern_list, &items);
            compile_sequence_pattern(comp, n, items, captures);
            return;
        }
        case PN_pattern_brace:
            compile_mapping_pattern(comp, pns->nodes[0], captures);
            return;
        case PN_pattern_name:
            compile_class_pattern(comp, pns, captures);
            return;
        case PN_dotted_name:
            load_int(comp, PATTERN_VALUE);
            compile_dotted(comp, pn);
            EMIT_ARG(build, 2, MP_EMIT_BUILD_TUPLE);
            return;
        case PN_pattern_or: {
            size_t n = MP_PARSE_NODE_STRUCT_NUM_NODES(pns);
            load_int(comp, PATTERN_OR);
            uint64_t before = captures->bound, first = 0;
            for (size_t i = 0; i < n; ++i) {
                captures->bound = before;
                compile_pattern(comp, pns->nodes[i], captures);
                first = i == 0 ? captures->bound : first;
                if (captures->bound != first) {
                    raise_about(comp, pn, "%s", "alternative patterns bind different names");
                }
                if (i + 1 < n) {
                    check_refutable(comp, pns->nodes[i]);
                }
            }
            EMIT_ARG(build, 1 + n, MP_EMIT_BUILD_TUPLE);
            return;
        }
        case PN_pattern:
            load_int(comp, PATTERN_AS);
            load_capture(comp, pns->nodes[1], captures);
            compile_pattern(comp, pns->nodes[0], captures);
            EMIT_ARG(build, 3, MP_EMIT_BUILD_TUPLE);
            return;
        default: {
            bool constant = MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_NONE) || MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_TRUE)
                || MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_FALSE);
            load_int(comp, constant ? PATTERN_CONSTANT : PATTERN_VALUE);
            compile_node(comp, pn);
            EMIT_ARG(build, 2, MP_EMIT_BUILD_TUPLE);
        }
    }
}

static void compile_match_stmt(compiler_t *comp, mp_parse_node_struct_t *pns) {
    mp_parse_node_t *cases;
    size_t n = mp_parse_node_extract_list(&pns->nodes[1], PN_match_cases, &cases);
    uint l_end = comp_next_label(comp);
    compile_node(comp, pns->nodes[0]);
    for (size_t i = 0; i < n; ++i) {
        mp_parse_node_struct_t *c = (mp_parse_node_struct_t *)cases[i];
        uint l_differs = comp_next_label(comp), l_next = comp_next_label(comp);
        captures_t captures = {0};
        if (i + 1 < n && MP_PARSE_NODE_IS_NULL(c->nodes[1])) {
            check_refutable(comp, c->nodes[0]);
        }
        EMIT(dup_top);
        syntax_load(comp, &vitrine_match_obj);
        EMIT(rot_two);
        compile_pattern(comp, c->nodes[0], &captures);
        if (comp->compile_error != MP_OBJ_NULL) {
            compile_error_set_line(comp, (mp_parse_node_t)c);
            return;
        }
        load_int(comp, captures.n);
        EMIT_ARG(call_function, 3, 0, 0);
        // False, or a tuple: True, and what was captured.
        EMIT(dup_top);
        EMIT_ARG(pop_jump_if, false, l_differs);
        EMIT_ARG(unpack_sequence, 1 + captures.n);
        EMIT(pop_top);
        for (size_t k = 0; k < captures.n; ++k) {
            compile_store_id(comp, captures.names[k]);
        }
        if (!MP_PARSE_NODE_IS_NULL(c->nodes[1])) {
            c_if_cond(comp, c->nodes[1], false, l_next);
        }
        EMIT(pop_top);
        compile_node(comp, c->nodes[2]);
        EMIT_ARG(jump, l_end);
        EMIT_ARG(adjust_stack_size, 2);
        EMIT_ARG(label_assign, l_differs);
        EMIT(pop_top);
        EMIT_ARG(label_assign, l_next);
    }
    EMIT(pop_top);
    EMIT_ARG(label_assign, l_end);
}
