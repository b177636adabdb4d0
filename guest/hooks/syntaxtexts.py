"""What is wrong with a source is said as CPython does: see syntaxtexts.h."""


def text(old, new):
    return ("py/compile.c", 'MP_ERROR_TEXT("%s")' % old, 'MP_ERROR_TEXT("%s")' % new)


HOOKS = [
    ("py/compile.c", "static void compile_trailer_paren_helper(compiler_t *comp, mp_parse_node_t pn_arglist, bool is_method_call, int n_positional_extra);\n", '#include "compile/syntaxtexts.h"\n\nstatic void compile_trailer_paren_helper(compiler_t *comp, mp_parse_node_t pn_arglist, bool is_method_call, int n_positional_extra);\n'),
    (
        "py/compile.c",
        "cannot_assign:\n    compile_syntax_error(comp, pn, MP_ERROR_TEXT(\"can't assign to expression\"));\n",
        "cannot_assign:\n    raise_target(comp, pn, assign_kind == ASSIGN_STORE);\n",
    ),
    (
        "py/compile.c",
        "    compile_syntax_error(comp, (mp_parse_node_t)pns, MP_ERROR_TEXT(\"can't assign to expression\"));\n",
        "    raise_target(comp, (mp_parse_node_t)pns, assign_kind == ASSIGN_STORE);\n",
    ),
    (
        "py/compile.c",
        "            compile_node(comp, pn_rhs); // rhs\n            c_assign(comp, pns->nodes[0], ASSIGN_STORE); // lhs store\n",
        "            compile_node(comp, pn_rhs); // rhs\n            syntax_single_target = pns->nodes[0];\n"
        "            c_assign(comp, pns->nodes[0], ASSIGN_STORE); // lhs store\n",
    ),
    (
        "py/compile.c",
        "    compile_syntax_error(comp, (mp_parse_node_t)pn, MP_ERROR_TEXT(\"can't delete expression\"));\n",
        '    raise_about(comp, pn, "cannot delete %s", target_kind(pn));\n',
    ),
    # del (a, b), [c]
    (
        "py/compile.c",
        "    } else if (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_atom_paren)) {\n        pn = ((mp_parse_node_struct_t *)pn)->nodes[0];\n        if (MP_PARSE_NODE_IS_NULL(pn)) {\n            goto cannot_delete;\n        } else {\n            assert(MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_testlist_comp));\n",
        "    } else if (MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_atom_paren) || MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_atom_bracket)) {\n"
        "        pn = ((mp_parse_node_struct_t *)pn)->nodes[0];\n        if (!MP_PARSE_NODE_IS_STRUCT_KIND(pn, PN_testlist_comp)) {\n"
        "            if (!MP_PARSE_NODE_IS_NULL(pn)) {\n                c_del_stmt(comp, pn);\n            }\n        } else {\n",
    ),
    (
        "py/compile.c",
        '        compile_syntax_error(comp, pn, MP_ERROR_TEXT("identifier redefined as global"));\n',
        "        raise_declaration(comp, pn, id_info, true);\n",
    ),
    (
        "py/compile.c",
        '        compile_syntax_error(comp, pn, MP_ERROR_TEXT("identifier redefined as nonlocal"));\n',
        "        raise_declaration(comp, pn, id_info, false);\n",
    ),
    (
        "py/compile.c",
        '            compile_syntax_error(comp, pn, MP_ERROR_TEXT("no binding for nonlocal found"));\n',
        '            raise_about(comp, pn, "no binding for nonlocal \'%s\' found", qstr_str(id_info->qst));\n',
    ),
    (
        "py/compile.c",
        '            compile_syntax_error(comp, pn, MP_ERROR_TEXT("argument name reused"));\n',
        '            raise_about(comp, pn, "duplicate argument \'%s\' in function definition", qstr_str(param_name));\n',
    ),
    (
        "py/compile.c",
        '                        compile_syntax_error(comp, (mp_parse_node_t)pns_arg, MP_ERROR_TEXT("LHS of keyword arg must be an id"));\n',
        "                        raise_keyword(comp, pns_arg->nodes[0]);\n",
    ),
    # f(a=1, a=2)
    (
        "py/compile.c",
        "                    EMIT_ARG(load_const_str, MP_PARSE_NODE_LEAF_ARG(pns_arg->nodes[0]));\n                    compile_node(comp, pns_arg->nodes[1]);\n",
        "                    check_keyword(comp, args, i);\n"
        "                    EMIT_ARG(load_const_str, MP_PARSE_NODE_LEAF_ARG(pns_arg->nodes[0]));\n                    compile_node(comp, pns_arg->nodes[1]);\n",
    ),
    (
        "py/compile.c",
        "    if ((comp->scope_cur->scope_flags & MP_SCOPE_FLAG_VARKEYWORDS) != 0) {\n        compile_syntax_error(comp, pn, MP_ERROR_TEXT(\"invalid syntax\"));\n",
        "    if ((comp->scope_cur->scope_flags & MP_SCOPE_FLAG_VARKEYWORDS) != 0) {\n        compile_syntax_error(comp, pn, MP_ERROR_TEXT(\"arguments cannot follow var-keyword argument\"));\n",
    ),
    (
        "py/compile.c",
        "                // more than one star\n                compile_syntax_error(comp, pn, MP_ERROR_TEXT(\"invalid syntax\"));\n",
        "                // more than one star\n                compile_syntax_error(comp, pn, MP_ERROR_TEXT(\"* argument may appear only once\"));\n",
    ),
    (
        "py/compile.c",
        "MP_ERROR_TEXT(\"'break'/'continue' outside loop\")",
        "MP_PARSE_NODE_STRUCT_KIND(pns) == PN_break_stmt\n"
        "            ? MP_ERROR_TEXT(\"'break' outside loop\") : MP_ERROR_TEXT(\"'continue' not properly in loop\")",
    ),
    # Without arguments there is nothing that super() could be about.
    (
        "py/compile.c",
        "        if (!found) {\n            compile_syntax_error(comp, (mp_parse_node_t)pns_trail[0],\n                MP_ERROR_TEXT(\"super() can't find self\")); // really a TypeError\n            return;\n        }\n",
        "        if (!found) {\n            syntax_load(comp, &vitrine_no_super_obj);\n            EMIT(rot_two);\n"
        "            EMIT_ARG(call_function, 1, 0, 0);\n            EMIT(dup_top);\n        }\n",
    ),
    # What the grammar lets through, and no rule compiles.
    (
        "py/compile.c",
        "        assert(MP_PARSE_NODE_STRUCT_KIND(pns) <= PN_const_object);\n",
        "        if (MP_PARSE_NODE_STRUCT_KIND(pns) > PN_const_object) {\n"
        "            raise_misplaced(comp, pns);\n"
        "            return;\n"
        "        }\n",
    ),
    (
        "py/compile.c",
        "    mp_parse_node_struct_t *pns_comp_for = (mp_parse_node_struct_t *)pns->nodes[1];\n\n    if (comp->pass == MP_PASS_SCOPE) {\n",
        "    mp_parse_node_struct_t *pns_comp_for = (mp_parse_node_struct_t *)pns->nodes[1];\n"
        "    check_comprehended(comp, pns->nodes[0]);\n\n    if (comp->pass == MP_PASS_SCOPE) {\n",
    ),
    (
        "py/compile.c",
        "    // When we call compile_funcdef_lambdef_param below it can compile an arbitrary\n",
        "    check_bare_star(comp, pn_params, pn_list_kind);\n"
        "    // When we call compile_funcdef_lambdef_param below it can compile an arbitrary\n",
    ),
    # A source has no function that the error is in.
    (
        "py/compile.c",
        "            comp->compile_error_line, comp->scope_cur->simple_name);\n",
        "            comp->compile_error_line, MP_QSTRnull);\n"
        "        vitrine_syntax_place(comp->compile_error, comp->compile_error_line, 0);\n",
    ),
    (
        "py/compile.c",
        "                    compile_comprehension(comp, pns_arg, SCOPE_GEN_EXPR);\n                    n_positional++;\n",
        "                    if (n_args > 1) {\n"
        '                        compile_syntax_error(comp, args[i], MP_ERROR_TEXT("Generator expression must be parenthesized"));\n'
        "                    }\n"
        "                    compile_comprehension(comp, pns_arg, SCOPE_GEN_EXPR);\n                    n_positional++;\n",
    ),
    text("can't declare nonlocal in outer code", "nonlocal declaration not allowed at module level"),
    text("positional arg after keyword arg", "positional argument follows keyword argument"),
    text("positional arg after **", "positional argument follows keyword argument unpacking"),
    text("* arg after **", "iterable argument unpacking follows keyword argument unpacking"),
    text("import * not at module level", "import * only allowed at module level"),
    text("expecting key:value for dict", "':' expected after dictionary key"),
    text("expecting just a value for set", "invalid syntax"),
    text("multiple *x in assignment", "multiple starred expressions in assignment"),
    ("py/compile.c", "MP_ERROR_TEXT(\"default 'except' must be last\")", "MP_ERROR_TEXT(\"default 'except:' must be last\")"),
    (
        "py/parse.c",
        "MP_ERROR_TEXT(\"unindent doesn't match any outer indent level\")",
        'MP_ERROR_TEXT("unindent does not match any outer indentation level")',
    ),
    (
        "py/compile.c",
        '        compile_syntax_error(comp, (mp_parse_node_t)pn_name, MP_ERROR_TEXT("can\'t assign to expression"));\n    }\n',
        "        raise_named(comp, pn_name);\n        compile_node(comp, pn_expr);\n        return;\n    }\n",
    ),
    # What is read, for the text of a line that is wrong.
    (
        "py/parse.c",
        "mp_parse_tree_t mp_parse(mp_lexer_t *lex, mp_parse_input_kind_t input_kind) {\n",
        "mp_parse_tree_t mp_parse(mp_lexer_t *lex, mp_parse_input_kind_t input_kind) {\n    vitrine_syntax_source(lex);\n",
    ),
    # A number has one point; what follows another is an attribute.
    (
        "py/lexer.c",
        "            } else if (is_letter(lex) || is_digit(lex) || is_char(lex, '.')) {\n",
        "            } else if (is_char(lex, '.') && (lex->tok_kind == MP_TOKEN_FLOAT_OR_IMAG || forced_integer)) {\n"
        "                break;\n"
        "            } else if (is_letter(lex) || is_digit(lex) || is_char(lex, '.')) {\n",
    ),
]
