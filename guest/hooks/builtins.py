"""Built-in functions and types where they differ."""

HOOKS = [
    # print(…, flush=True), as everybody writes; output is never held back.
    (
        "py/modbuiltins.c",
        "enum { ARG_sep, ARG_end, ARG_file };",
        "enum { ARG_sep, ARG_end, ARG_file, ARG_flush };",
    ),
    (
        "py/modbuiltins.c",
        "        { MP_QSTR_file, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(&mp_sys_stdout_obj)} },\n        #endif\n",
        "        { MP_QSTR_file, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_PTR(&mp_sys_stdout_obj)} },\n        #endif\n"
        "        { MP_QSTR_flush, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_rom_obj = MP_ROM_NONE} },\n",
    ),
    # Sorting: listsort.c.
    ("py/objlist.c", '#include "py/cstack.h"\n', '#include "py/cstack.h"\n#include "listsort.h"\n'),
    ("py/objlist.c", ("static void mp_quicksort(mp_obj_t *head", "mp_obj_t mp_obj_list_sort(size_t n_args"), ""),
    (
        "py/objlist.c",
        ("        mp_quicksort(self->items, self->items + self->len - 1,", "    }\n\n    return mp_const_none;\n}\n\nstatic mp_obj_t list_clear("),
        "        vitrine_list_sort(self, args.key.u_obj == mp_const_none ? MP_OBJ_NULL : args.key.u_obj,\n"
        "            args.reverse.u_bool);\n",
    ),
    ("py/objlist.c", "    if (self->len > 1) {\n        vitrine_list_sort(", "    {\n        vitrine_list_sort("),
    # repr() of text shows the letters of all languages, as CPython's.
    ("py/objstrunicode.c", ("static void uni_print_quoted", "static void uni_print("), '#include "quote.h"\n\n'),
    (
        "py/objstrunicode.c",
        "        uni_print_quoted(print, str_data, str_len);\n",
        "        vitrine_print_quoted(print, str_data, str_len);\n",
    ),
]
