// exceptstar.h - `except*`. Part of py/compile.c, see hooks/exceptstar.py.
//
// While the clauses run, what groups.c keeps of the exception is on the stack in
// its place. In the end the exception that is to be raised is there, or None.

static void compile_star_clause(compiler_t *comp, mp_parse_node_struct_t *clause) {
    mp_parse_node_struct_t *head = (mp_parse_node_struct_t *)clause->nodes[0];
    uint l_raised = comp_next_label(comp), l_done = comp_next_label(comp);
    uint l_none = comp_next_label(comp), l_next = comp_next_label(comp), l_finally = 0;

    EMIT(dup_top);
    syntax_load(comp, &vitrine_star_match_obj);
    EMIT(rot_two);
    compile_node(comp, head->nodes[0]);
    EMIT_ARG(call_function, 2, 0, 0);
    EMIT(dup_top);
    EMIT_ARG(load_const_tok, MP_TOKEN_KW_NONE);
    EMIT_ARG(binary_op, MP_BINARY_OP_IS);
    EMIT_ARG(pop_jump_if, true, l_none);
    qstr name = MP_PARSE_NODE_IS_NULL(head->nodes[1]) ? MP_QSTRnull : MP_PARSE_NODE_LEAF_ARG(head->nodes[1]);
    if (name == MP_QSTRnull) {
        EMIT(pop_top);
    } else {
        compile_store_id(comp, name);
    }

    compile_increase_except_level(comp, l_raised, MP_EMIT_SETUP_BLOCK_EXCEPT);
    if (name != MP_QSTRnull) {
        l_finally = comp_next_label(comp);
        compile_increase_except_level(comp, l_finally, MP_EMIT_SETUP_BLOCK_FINALLY);
    }
    compile_node(comp, clause->nodes[1]);
    if (name != MP_QSTRnull) {
        EMIT_ARG(load_const_tok, MP_TOKEN_KW_NONE);
        EMIT_ARG(label_assign, l_finally);
        EMIT_ARG(adjust_stack_size, 1);
        EMIT_ARG(load_const_tok, MP_TOKEN_KW_NONE);
        compile_store_id(comp, name);
        compile_delete_id(comp, name);
        EMIT_ARG(adjust_stack_size, -1);
        compile_decrease_except_level(comp);
    }
    EMIT_ARG(pop_except_jump, l_done, false);

    EMIT_ARG(label_assign, l_raised);
    EMIT(start_except_handler);
    EMIT(dup_top_two);
    syntax_load(comp, &vitrine_star_raised_obj);
    EMIT(rot_three);
    EMIT_ARG(call_function, 2, 0, 0);
    EMIT(pop_top);
    EMIT(pop_top);
    EMIT_ARG(pop_except_jump, l_done, true);
    EMIT_ARG(adjust_stack_size, 1);
    compile_decrease_except_level(comp);
    EMIT(end_except_handler);

    EMIT_ARG(label_assign, l_done);
    EMIT_ARG(jump, l_next);
    EMIT_ARG(label_assign, l_none);
    EMIT_ARG(adjust_stack_size, 1);
    EMIT(pop_top);
    EMIT_ARG(label_assign, l_next);
}

static bool is_star_clause(mp_parse_node_t clause) {
    return MP_PARSE_NODE_IS_STRUCT_KIND(((mp_parse_node_struct_t *)clause)->nodes[0], PN_except_star);
}

static void compile_try_star(compiler_t *comp, mp_parse_node_t body, int n, mp_parse_node_t *clauses, mp_parse_node_t otherwise) {
    uint l_handler = comp_next_label(comp), l_success = comp_next_label(comp);
    uint l_after = comp_next_label(comp);
    compile_increase_except_level(comp, l_handler, MP_EMIT_SETUP_BLOCK_EXCEPT);
    compile_node(comp, body);
    EMIT_ARG(pop_except_jump, l_success, false);

    EMIT_ARG(label_assign, l_handler);
    EMIT(start_except_handler);
    syntax_load(comp, &vitrine_star_begin_obj);
    EMIT(rot_two);
    EMIT_ARG(call_function, 1, 0, 0);
    for (int i = 0; i < n; ++i) {
        if (!is_star_clause(clauses[i])) {
            compile_syntax_error(comp, clauses[i], MP_ERROR_TEXT("cannot have both 'except' and 'except*' on the same 'try'"));
            break;
        }
        compile_star_clause(comp, (mp_parse_node_struct_t *)clauses[i]);
    }
    syntax_load(comp, &vitrine_star_end_obj);
    EMIT(rot_two);
    EMIT_ARG(call_function, 1, 0, 0);
    compile_decrease_except_level(comp);
    EMIT(end_except_handler);
    EMIT_ARG(jump, l_after);

    EMIT_ARG(label_assign, l_success);
    compile_node(comp, otherwise);
    EMIT_ARG(label_assign, l_after);
}
