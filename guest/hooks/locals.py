"""Functions know the names of their variables: see locals.c."""

HOOKS = [
    # Behind the parameters' names: how many variables have one besides, and these.
    (
        "py/emitbc.c",
        "            emit_write_code_info_qstr(emit, qst);\n        }\n    }\n}\n",
        "            emit_write_code_info_qstr(emit, qst);\n        }\n    }\n"
        "    vitrine_emit_names(emit, scope);\n"
        "    vitrine_emit_first_line(emit, scope);\n}\n",
    ),
    (
        "py/emitbc.c",
        "void mp_emit_bc_start_pass(",
        "static void vitrine_emit_names(emit_t *emit, const scope_t *scope) {\n"
        "    size_t unnamed = SCOPE_IS_COMP_LIKE(scope->kind), params = scope->num_pos_args + scope->num_kwonly_args;\n"
        "    for (size_t i = 0; i < scope->id_info_len; ++i) {\n"
        "        unnamed += scope->id_info[i].kind == ID_INFO_KIND_FREE;\n"
        "    }\n"
        "    size_t n = 0;\n"
        "    if (SCOPE_IS_FUNC_LIKE(scope->kind)) {\n"
        "        n = unnamed + (scope->num_locals > params ? scope->num_locals - params : 0);\n"
        "        n = n > 127 ? 127 : n;\n"
        "    }\n"
        "    emit_write_code_info_byte(emit, n);\n"
        "    for (size_t k = 0; k < n; ++k) {\n"
        "        size_t slot = k < unnamed ? k : params + k - unnamed;\n"
        "        qstr name = MP_QSTR__star_;\n"
        "        for (size_t i = 0; i < scope->id_info_len; ++i) {\n"
        "            const id_info_t *id = &scope->id_info[i];\n"
        "            if (id->local_num == slot && id->kind >= ID_INFO_KIND_LOCAL) {\n"
        "                name = id->qst;\n            }\n        }\n"
        "        emit_write_code_info_qstr(emit, name);\n"
        "    }\n"
        "}\n\n"
        "// Lines begin with that of the definition, in the long form: see vitrine_first_line().\n"
        "static void vitrine_emit_first_line(emit_t *emit, const scope_t *scope) {\n"
        "    size_t lines = 0, l;\n"
        "    if (scope->kind != SCOPE_MODULE && MP_PARSE_NODE_IS_STRUCT(scope->pn)) {\n"
        "        lines = ((mp_parse_node_struct_t *)scope->pn)->source_line - 1;\n"
        "    }\n"
        "    emit->last_source_line = lines + 1;\n"
        "    do {\n"
        "        l = MIN(lines, 0x7ff);\n"
        "        byte *info = emit_get_cur_to_write_code_info(emit, 2);\n"
        "        info[0] = 0x80 | ((l >> 4) & 0x70);\n"
        "        info[1] = l;\n"
        "        lines -= l;\n"
        "    } while (l == 0x7ff);\n"
        "}\n\n"
        "void mp_emit_bc_start_pass(",
    ),
    (
        "py/vm.c",
        "                    ip = mp_decode_uint_skip(ip);\n                }\n                #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE\n                block_name",
        "                    ip = mp_decode_uint_skip(ip);\n                }\n"
        "                ip = vitrine_names_skip(code_state->fun_bc, ip);\n"
        "                #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE\n                block_name",
    ),
    # An opcode that pushes a dict of the variables.
    ("py/bc0.h", "#define MP_BC_IMPORT_NAME ", "#define MP_BC_LOCALS                        (MP_BC_BASE_BYTE_E + 0x0a)\n#define MP_BC_IMPORT_NAME "),
    ("py/emit.h", "void mp_emit_bc_load_null(emit_t *emit);\n", "void mp_emit_bc_load_null(emit_t *emit);\nvoid mp_emit_bc_locals(emit_t *emit);\n"),
    (
        "py/emitbc.c",
        "void mp_emit_bc_load_null(emit_t *emit) {\n",
        "void mp_emit_bc_locals(emit_t *emit) {\n    emit_write_bytecode_byte(emit, 1, MP_BC_LOCALS);\n}\n\n"
        "void mp_emit_bc_load_null(emit_t *emit) {\n",
    ),
    ("py/vm.c", '#include "py/bc0.h"\n', '#include "py/bc0.h"\n#include "compile/locals.h"\n'),
    (
        "py/vmentrytable.h",
        "    [MP_BC_LOAD_NULL] = ",
        "    [MP_BC_LOCALS] = &&entry_MP_BC_LOCALS,\n    [MP_BC_LOAD_NULL] = ",
    ),
    (
        "py/vm.c",
        "                ENTRY(MP_BC_LOAD_NULL):\n",
        "                ENTRY(MP_BC_LOCALS):\n"
        "                    MARK_EXC_IP_SELECTIVE();\n"
        "                    PUSH(vitrine_locals(code_state));\n"
        "                    DISPATCH();\n\n"
        "                ENTRY(MP_BC_LOAD_NULL):\n",
    ),
    # locals(), vars(), dir(), eval(x) and exec(x) of a function see its variables.
    (
        "py/compile.c",
        "static void compile_atom_expr_normal(compiler_t *comp, mp_parse_node_struct_t *pns) {\n",
        '#include "compile/here.h"\n\n'
        "static void compile_atom_expr_normal(compiler_t *comp, mp_parse_node_struct_t *pns) {\n",
    ),
    (
        "py/compile.c",
        "static void compile_atom_expr_normal(compiler_t *comp, mp_parse_node_struct_t *pns) {\n"
        "    // compile the subject of the expression\n"
        "    compile_node(comp, pns->nodes[0]);\n",
        "static void compile_atom_expr_normal(compiler_t *comp, mp_parse_node_struct_t *pns) {\n"
        "    bool here = is_called_here(comp, pns);\n"
        "    if (here) {\n        compile_called_here(comp, pns);\n    } else {\n"
        "        compile_node(comp, pns->nodes[0]);\n    }\n",
    ),
    ("py/compile.c", "    size_t i = 0;\n\n    // handle special super() call\n    if (", "    size_t i = here;\n\n    // handle special super() call\n    if ("),
    ("py/objcell.c", "static MP_DEFINE_CONST_OBJ_TYPE(\n    // cell representation", "MP_DEFINE_CONST_OBJ_TYPE(\n    // cell representation"),
    # What a class defines is no variable of the functions in it: these see what is
    # around the class, by way of a second entry of the same name.
    (
        "py/scope.c",
        "            if (id2 != NULL) {\n",
        "            if (id2 != NULL && !(s->kind == SCOPE_CLASS && id2->kind == ID_INFO_KIND_GLOBAL_IMPLICIT_ASSIGNED)) {\n",
    ),
    (
        "py/scope.c",
        "        id_info_t *id = scope_find_or_add_id(s, qst, ID_INFO_KIND_UNDECIDED);\n",
        "        id_info_t *id = scope_find_or_add_id(s, qst, ID_INFO_KIND_UNDECIDED);\n"
        "        if (s->kind == SCOPE_CLASS && id->kind == ID_INFO_KIND_GLOBAL_IMPLICIT_ASSIGNED) {\n"
        "            id = scope_passes_on(s, qst);\n        }\n",
    ),
    (
        "py/scope.c",
        "static void scope_close_over_in_parents(",
        "static id_info_t *scope_passes_on(scope_t *scope, qstr qst) {\n"
        "    for (size_t i = scope->id_info_len; i-- > 0;) {\n"
        "        if (scope->id_info[i].qst == qst && scope->id_info[i].kind == ID_INFO_KIND_FREE) {\n"
        "            return &scope->id_info[i];\n        }\n    }\n"
        "    id_info_t *id = scope_find_or_add_id(scope, MP_QSTR_, ID_INFO_KIND_UNDECIDED);\n"
        "    id->qst = qst;\n"
        "    return id;\n"
        "}\n\n"
        "static void scope_close_over_in_parents(",
    ),
]
