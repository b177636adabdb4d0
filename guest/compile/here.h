// here.h - calls that see the variables of the function they are in: locals(),
// vars(), dir(), eval(x), exec(x). Part of py/compile.c, see hooks/locals.py.

// What is between the brackets of a call that comes first, or NULL.
static mp_parse_node_struct_t *first_call(mp_parse_node_struct_t *pns) {
    mp_parse_node_t trailer = pns->nodes[1];
    if (MP_PARSE_NODE_IS_STRUCT_KIND(trailer, PN_atom_expr_trailers)) {
        trailer = ((mp_parse_node_struct_t *)trailer)->nodes[0];
    }
    return MP_PARSE_NODE_IS_STRUCT_KIND(trailer, PN_trailer_paren) ? (mp_parse_node_struct_t *)trailer : NULL;
}

static bool is_called_here(compiler_t *comp, mp_parse_node_struct_t *pns) {
    if (!SCOPE_IS_FUNC_LIKE(comp->scope_cur->kind) || !MP_PARSE_NODE_IS_ID(pns->nodes[0])) {
        return false;
    }
    const mp_parse_node_struct_t *call = first_call(pns);
    if (call == NULL) {
        return false;
    }
    mp_parse_node_t argument = call->nodes[0];
    switch (MP_PARSE_NODE_LEAF_ARG(pns->nodes[0])) {
        case MP_QSTR_locals:
        case MP_QSTR_vars:
        case MP_QSTR_dir:
            return MP_PARSE_NODE_IS_NULL(argument);
        case MP_QSTR_eval:
        case MP_QSTR_exec:
            return !MP_PARSE_NODE_IS_NULL(argument) && !MP_PARSE_NODE_IS_STRUCT_KIND(argument, PN_arglist)
                && !MP_PARSE_NODE_IS_STRUCT_KIND(argument, PN_arglist_star)
                && !MP_PARSE_NODE_IS_STRUCT_KIND(argument, PN_arglist_dbl_star)
                && !MP_PARSE_NODE_IS_STRUCT_KIND(argument, PN_argument);
        default:
            return false;
    }
}

static void compile_called_here(compiler_t *comp, mp_parse_node_struct_t *pns) {
    mp_parse_node_t argument = first_call(pns)->nodes[0];
    syntax_load(comp, &vitrine_here_obj);
    compile_node(comp, pns->nodes[0]);
    mp_emit_bc_locals(comp->emit);
    size_t n = 2;
    if (!MP_PARSE_NODE_IS_NULL(argument)) {
        compile_node(comp, argument);
        ++n;
    }
    EMIT_ARG(call_function, n, 0, 0);
}
