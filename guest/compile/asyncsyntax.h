// asyncsyntax.h - what may await, and loops over what is awaited. Part of
// py/compile.c, see hooks/coroutines.py.

// Whether something may be awaited here. A comprehension that awaits is a
// coroutine, and what is around it awaits that; a generator expression is an
// asynchronous generator.
static bool async_may_await(compiler_t *comp, mp_parse_node_t pn, mp_rom_error_text_t text) {
    scope_t *scope = comp->scope_cur;
    while (SCOPE_IS_COMP_LIKE(scope->kind)) {
        scope->scope_flags |= MP_SCOPE_FLAG_GENERATOR | MP_SCOPE_FLAG_ASYNC;
        if (scope->kind == SCOPE_GEN_EXPR) {
            scope->scope_flags |= MP_SCOPE_FLAG_YIELDS;
            return true;
        }
        scope = scope->parent;
    }
    if (scope->scope_flags & MP_SCOPE_FLAG_ASYNC) {
        return true;
    }
    compile_syntax_error(comp, pn, scope == comp->scope_cur ? text
        : MP_ERROR_TEXT("asynchronous comprehension outside of an asynchronous function"));
    return false;
}

static void async_call(compiler_t *comp, const void *function) {
    EMIT_ARG(load_const_obj, MP_OBJ_FROM_PTR(function));
    EMIT(rot_two);
    EMIT_ARG(call_function, 1, 0, 0);
}

// Assigns the next value of the asynchronous iterator on top of the stack, or
// jumps to `end`.
static void async_next(compiler_t *comp, mp_parse_node_t target, uint end) {
    uint raised = comp_next_label(comp), other = comp_next_label(comp), next = comp_next_label(comp);
    compile_increase_except_level(comp, raised, MP_EMIT_SETUP_BLOCK_EXCEPT);
    EMIT(dup_top);
    compile_await_object_method(comp, MP_QSTR___anext__);
    c_assign(comp, target, ASSIGN_STORE);
    EMIT_ARG(pop_except_jump, next, false);

    EMIT_ARG(label_assign, raised);
    EMIT(start_except_handler);
    EMIT(dup_top);
    EMIT_ARG(load_const_obj, MP_OBJ_FROM_PTR(&mp_type_StopAsyncIteration));
    EMIT_ARG(binary_op, MP_BINARY_OP_EXCEPTION_MATCH);
    EMIT_ARG(pop_jump_if, false, other);
    EMIT(pop_top);
    EMIT_ARG(pop_except_jump, end, true);

    EMIT_ARG(label_assign, other);
    EMIT_ARG(adjust_stack_size, 1); // the exception
    compile_decrease_except_level(comp);
    EMIT(end_except_handler);
    EMIT_ARG(label_assign, next);
}

static void compile_async_for_stmt(compiler_t *comp, mp_parse_node_struct_t *pns) {
    uint end = comp_next_label(comp);
    compile_node(comp, pns->nodes[1]);
    async_call(comp, &vitrine_async_iterator_obj);
    START_BREAK_CONTINUE_BLOCK
    EMIT_ARG(label_assign, continue_label);
    async_next(comp, pns->nodes[0], end);
    compile_node(comp, pns->nodes[2]);
    EMIT_ARG(jump, continue_label);
    // In the else block these are the loop's around this one.
    END_BREAK_CONTINUE_BLOCK
    EMIT_ARG(label_assign, end);
    compile_node(comp, pns->nodes[3]);
    EMIT_ARG(label_assign, break_label);
    EMIT(pop_top);
}

// A comprehension's loop has four values on the stack, of which the last is the
// iterator here.
static void async_comp_slots(compiler_t *comp) {
    EMIT(load_null);
    EMIT(load_null);
    EMIT(load_null);
}

static void async_comp_start(compiler_t *comp, mp_parse_node_struct_t *pns) {
    (void)async_may_await(comp, (mp_parse_node_t)pns, NULL);
    async_comp_slots(comp);
    compile_node(comp, pns->nodes[1]);
    async_call(comp, &vitrine_async_iterator_obj);
}

static void async_comp_end(compiler_t *comp) {
    for (int i = 0; i < MP_OBJ_ITER_BUF_NSLOTS; ++i) {
        EMIT(pop_top);
    }
}
