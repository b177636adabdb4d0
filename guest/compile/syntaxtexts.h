// syntaxtexts.h - what the compiler says of a source, in CPython's words. Part of
// py/compile.c, see hooks/syntaxtexts.py.

static void raise_about(compiler_t *comp, mp_parse_node_t pn, const char *format, const char *what) {
    if (comp->compile_error == MP_OBJ_NULL) {
        comp->compile_error = mp_obj_new_exception_msg_varg(&mp_type_SyntaxError, (mp_rom_error_text_t)format, what);
        compile_error_set_line(comp, pn);
    }
}

// What something is that cannot be assigned to or deleted.
static const char *target_kind(mp_parse_node_t pn) {
    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_NONE)) {
        return "None";
    }
    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_TRUE)) {
        return "True";
    }
    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_KW_FALSE)) {
        return "False";
    }
    if (MP_PARSE_NODE_IS_TOKEN_KIND(pn, MP_TOKEN_ELLIPSIS)) {
        return "ellipsis";
    }
    if (!MP_PARSE_NODE_IS_STRUCT(pn)) {
        return "literal";
    }
    mp_parse_node_struct_t *pns = (mp_parse_node_struct_t *)pn;
    mp_parse_node_t last;
    switch (MP_PARSE_NODE_STRUCT_KIND(pns)) {
        case PN_const_object:
            return "literal";
        case PN_atom_expr_normal:
            last = pns->nodes[1];
            if (MP_PARSE_NODE_IS_STRUCT_KIND(last, PN_atom_expr_trailers)) {
                mp_parse_node_struct_t *trailers = (mp_parse_node_struct_t *)last;
                last = trailers->nodes[MP_PARSE_NODE_STRUCT_NUM_NODES(trailers) - 1];
            }
            return MP_PARSE_NODE_IS_STRUCT_KIND(last, PN_trailer_paren) ? "function call"
                : MP_PARSE_NODE_IS_STRUCT_KIND(last, PN_trailer_bracket) ? "subscript" : "attribute";
        case PN_comparison:
            return "comparison";
        case PN_lambdef:
            return "lambda";
        case PN_test_if_expr:
            return "conditional expression";
        case PN_star_expr:
            return "starred";
        case PN_yield_expr:
            return "yield expression";
        case PN_atom_expr_await:
            return "await expression";
        case PN_atom_brace:
            return MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[0], PN_dictorsetmaker_item) || MP_PARSE_NODE_IS_NULL(pns->nodes[0])
                ? "dict literal" : "set display";
        case PN_atom_paren:
            return MP_PARSE_NODE_IS_STRUCT_KIND(pns->nodes[0], PN_testlist_comp) ? "generator expression" : "tuple";
        case PN_atom_bracket:
            return "list comprehension";
        default:
            return "expression";
    }
}

// The target of an assignment that has only one.
static mp_parse_node_t syntax_single_target;

static void raise_target(compiler_t *comp, mp_parse_node_t pn, bool plain) {
    const char *kind = target_kind(pn);
    bool constant = kind[0] >= 'A' && kind[0] <= 'Z';
    if (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_yield_expr)) {
        raise_about(comp, pn, "assignment to %s not possible", kind);
    } else if (plain && MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_star_expr)) {
        raise_about(comp, pn, "%s", "starred assignment target must be in a list or tuple");
    } else if (!plain && !constant) {
        raise_about(comp, pn, "'%s' is an illegal expression for augmented assignment",
            MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_testlist_star_expr) || MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_atom_paren) ? "tuple" : kind);
    } else if (pn == syntax_single_target && !constant) {
        raise_about(comp, pn, "cannot assign to %s here. Maybe you meant '==' instead of '='?", kind);
    } else {
        raise_about(comp, pn, "cannot assign to %s", kind);
    }
}

static void raise_declaration(compiler_t *comp, mp_parse_node_t pn, const id_info_t *id, bool global) {
    const char *name = qstr_str(id->qst);
    if (id->flags & ID_FLAG_IS_PARAM) {
        raise_about(comp, pn, global ? "name '%s' is parameter and global" : "name '%s' is parameter and nonlocal", name);
    } else if (id->kind == ID_INFO_KIND_FREE || id->kind == ID_INFO_KIND_GLOBAL_EXPLICIT) {
        raise_about(comp, pn, "name '%s' is nonlocal and global", name);
    } else if (id->kind == ID_INFO_KIND_GLOBAL_IMPLICIT) {
        raise_about(comp, pn, global ? "name '%s' is used prior to global declaration" : "name '%s' is used prior to nonlocal declaration", name);
    } else {
        raise_about(comp, pn, global ? "name '%s' is assigned to before global declaration"
            : "name '%s' is assigned to before nonlocal declaration", name);
    }
}

static void raise_keyword(compiler_t *comp, mp_parse_node_t name) {
    const char *kind = target_kind(name);
    if (kind[0] >= 'A' && kind[0] <= 'Z') {
        raise_about(comp, name, "cannot assign to %s", kind);
    } else {
        compile_syntax_error(comp, name, MP_ERROR_TEXT("expression cannot contain assignment, perhaps you meant \"==\"?"));
    }
}

// A star without a name has parameters behind it.
static void check_bare_star(compiler_t *comp, mp_parse_node_t pn, size_t list_kind) {
    mp_parse_node_t *parameters;
    size_t n = mp_parse_node_extract_list(&pn, list_kind, &parameters);
    for (size_t i = 0; i < n; ++i) {
        mp_parse_node_t star = parameters[i], next = i + 1 < n ? parameters[i + 1] : MP_PARSE_NODE_NULL;
        if ((MP_PARSE_NODE_IS_STRUCT_KIND(star, PN_typedargslist_star) || MP_PARSE_NODE_IS_STRUCT_KIND(star, PN_varargslist_star))
            && MP_PARSE_NODE_IS_NULL(((mp_parse_node_struct_t *)star)->nodes[0])
            && (MP_PARSE_NODE_IS_NULL(next) || MP_PARSE_NODE_IS_STRUCT_KIND(next, PN_typedargslist_dbl_star)
                || MP_PARSE_NODE_IS_STRUCT_KIND(next, PN_varargslist_dbl_star))) {
            raise_about(comp, star, "%s", "named arguments must follow bare *");
        }
    }
}

// What := cannot bind.
static void raise_named(compiler_t *comp, mp_parse_node_t pn) {
    raise_about(comp, pn, "cannot use assignment expressions with %s", target_kind(pn));
}

static void raise_misplaced(compiler_t *comp, mp_parse_node_struct_t *pns) {
    raise_about(comp, (mp_parse_node_t)pns, "%s", MP_PARSE_NODE_STRUCT_KIND(pns) == PN_dictorsetmaker_unpack
        ? "dict unpacking cannot be used in dict comprehension" : "invalid syntax");
}

static void check_comprehended(compiler_t *comp, mp_parse_node_t pn) {
    if (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_star_expr)) {
        raise_about(comp, pn, "%s", "iterable unpacking cannot be used in comprehension");
    }
}

// Keyword `at` of a call is none of those before it.
static void check_keyword(compiler_t *comp, const mp_parse_node_t *args, size_t at) {
    mp_parse_node_t name = ((mp_parse_node_struct_t *)args[at])->nodes[0];
    for (size_t i = 0; i < at; ++i) {
        if (MP_PARSE_NODE_IS_STRUCT_KIND(args[i], PN_argument) && ((mp_parse_node_struct_t *)args[i])->nodes[0] == name
            && !MP_PARSE_NODE_IS_STRUCT_KIND(((mp_parse_node_struct_t *)args[i])->nodes[1], PN_comp_for)) {
            raise_about(comp, args[at], "keyword argument repeated: %s", qstr_str(MP_PARSE_NODE_LEAF_ARG(name)));
        }
    }
}
