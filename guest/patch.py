"""Copies the few upstream files that need a hook into BUILD, hooks put in.

    patch.py MICROPYTHON_DIR OUT [native]

Each entry is (file, anchor, replacement); a pair as anchor stands for all from
the first up to the second, no anchor for a file that is copied as it is. An
anchor has to occur exactly once, or nothing is built: an upstream release that
moved it needs a look. Files are only rewritten when they change, so that make
sees nothing new.
"""

import os
import sys

import vmsplit

HOOKS = [
    # Nested Python calls are counted, and a frame is where a stop is noticed.
    (
        "py/vm.c",
        "#define FRAME_ENTER()\n",
        "#define FRAME_ENTER() do { \\\n"
        "    if (--vitrine_depth_left < 0 || vitrine_stop) { \\\n"
        "        return vitrine_frame_refuse(code_state); \\\n"
        "    } \\\n"
        "} while (0)\n",
    ),
    ("py/vm.c", "#define FRAME_LEAVE()\n", "#define FRAME_LEAVE() (++vitrine_depth_left)\n"),
    ("py/vm.c", '#include "py/profile.h"\n', '#include "py/profile.h"\n#include "stop.h"\n'),
    # Where an exception is raised is noted by the bytecodes that may raise.
    ("py/vm.c", "#define SELECTIVE_EXC_IP (0)\n", "#define SELECTIVE_EXC_IP (1)\n"),
    # At every jump: no scheduler, no pending exception, only the stop.
    (
        "py/vm.c",
        "                    MP_STATE_THREAD(mp_pending_exception) != MP_OBJ_NULL\n                #endif\n"
        "                #if MICROPY_ENABLE_VM_ABORT",
        "                    vitrine_stop\n                #endif\n"
        "                #if MICROPY_ENABLE_VM_ABORT",
    ),
    ("py/vm.c", "mp_handle_pending(true);\n", "vitrine_stop_raise();\n"),
    # No handler of the guest's sees the stop.
    (
        "py/vm.c",
        "while (exc_sp >= exc_stack && exc_sp->handler <= code_state->ip) {",
        "while (exc_sp >= exc_stack\n"
        "                && (exc_sp->handler <= code_state->ip || nlr.ret_val == &vitrine_stop_exception)) {",
    ),
    (
        "py/vm.c",
        "mp_obj_exception_add_traceback(MP_OBJ_FROM_PTR(nlr.ret_val), source_file,",
        "vitrine_traceback_add(MP_OBJ_FROM_PTR(nlr.ret_val), source_file,",
    ),
    # Loops in C over an iterator notice the stop as well.
    ("py/runtime.c", '#include "py/gc.h"\n', '#include "py/gc.h"\n#include "heap.h"\n#include "stop.h"\n'),
    (
        "py/runtime.c",
        "mp_cstack_check(); // enumerate,",
        "if (vitrine_stop) {\n        vitrine_stop_raise();\n    }\n    mp_cstack_check(); // enumerate,",
    ),
    (
        "py/runtime.c",
        "mp_raise_type_arg(&mp_type_RuntimeError, MP_OBJ_NEW_QSTR(MP_QSTR_maximum",
        "mp_raise_type_arg(&mp_type_RecursionError, MP_OBJ_NEW_QSTR(MP_QSTR_maximum",
    ),
    # Only the last statement has its value taken, see entry.c.
    ("py/compile.c", '#include "py/nativeglue.h"\n', '#include "py/nativeglue.h"\n#include "stop.h"\n'),
    (
        "py/compile.c",
        "if (comp->is_repl && comp->scope_cur->kind == SCOPE_MODULE) {",
        "if (pns == vitrine_value_statement || (comp->is_repl && comp->scope_cur->kind == SCOPE_MODULE)) {",
    ),
    (
        "py/compile.c",
        "MP_QSTR___repl_print__",
        "pns == vitrine_value_statement ? MP_QSTR___value__ : MP_QSTR___repl_print__",
    ),
    # 32 bits of hash for strings, and tuples that mix: dictionaries stay fast
    # with many keys, and with keys like (x, y).
    (
        "py/qstr.h",
        "#elif MICROPY_QSTR_BYTES_IN_HASH == 2\n",
        "#elif MICROPY_QSTR_BYTES_IN_HASH == 4\ntypedef uint32_t qstr_hash_t;\n"
        "#elif MICROPY_QSTR_BYTES_IN_HASH == 2\n",
    ),
    (
        "py/qstr.c",
        "#define Q_HASH_MASK ((1 << (8 * MICROPY_QSTR_BYTES_IN_HASH)) - 1)\n",
        "#define Q_HASH_MASK (0xffffffff)\n",
    ),
    (
        "py/map.c",
        "        hash = qstr_hash(MP_OBJ_QSTR_VALUE(index));\n",
        "        hash = MP_OBJ_SMALL_INT_VALUE(MP_OBJ_NEW_SMALL_INT(qstr_hash(MP_OBJ_QSTR_VALUE(index))));\n",
    ),
    (
        "py/objtuple.c",
        "                hash += MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, self->items[i]));\n",
        "                mp_uint_t h = MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, self->items[i]));\n"
        "                hash = (mp_int_t)(((mp_uint_t)hash ^ h ^ h >> 15) * 1000003u + 97);\n",
    ),
    # A constant as the last statement is a value, too; others cost nothing.
    ("py/parse.c", "#if !MICROPY_ENABLE_DOC_STRING\n", "#if 0\n"),
    # The heap grows when a collection did not make room.
    (
        "py/gc.c",
        "    // check if GC is locked\n    if (MP_STATE_THREAD(gc_lock_depth) > 0) {\n",
        "    // check if GC is locked\n    if (MP_STATE_THREAD(gc_lock_depth) > 0 && !vitrine_heap_unlock()) {\n",
    ),
    (
        "py/gc.c",
        "        gc_free(ptr_in);\n        return NULL;\n    }\n\n    if (MP_STATE_THREAD(gc_lock_depth) > 0) {\n",
        "        gc_free(ptr_in);\n        return NULL;\n    }\n\n"
        "    if (MP_STATE_THREAD(gc_lock_depth) > 0 && !vitrine_heap_unlock()) {\n",
    ),
    (
        "py/gc.c",
        "    return MP_STATE_THREAD(gc_lock_depth) != 0;\n",
        "    return (MP_STATE_THREAD(gc_lock_depth) & ~HEAP_STARVED) != 0;\n",
    ),
    (
        "py/gc.c",
        "        gc_collect();\n        collected = 1;\n        GC_ENTER();\n    }\n\n    // found",
        "        gc_collect();\n        collected = 1;\n        if (vitrine_heap_scarce()) {\n            return NULL;\n"
        "        }\n    }\n\n    // found",
    ),
    (
        "py/runtime.c",
        "NORETURN void m_malloc_fail(size_t num_bytes) {\n",
        "NORETURN void m_malloc_fail(size_t num_bytes) {\n    vitrine_heap_ease();\n",
    ),
    ("py/gc.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "heap.h"\n'),
    (
        "py/gc.c",
        "        if (collected) {\n            #if MICROPY_GC_SPLIT_HEAP_AUTO\n",
        "        if (collected) {\n            if (vitrine_heap_grow(n_blocks)) {\n                continue;\n"
        "            }\n            #if MICROPY_GC_SPLIT_HEAP_AUTO\n",
    ),
    # Requests of 2 to 4 blocks (floats in complex numbers, small tuples) do not
    # search the full part of the heap again and again.
    (
        "py/mpstate.h",
        "    size_t gc_last_free_atb_index;\n",
        "    size_t gc_last_free_atb_index;\n    size_t gc_run_index[4], gc_run_long; // see heap.h\n",
    ),
    ("py/gc.c", "    area->gc_last_free_atb_index = 0;\n    area->gc_last_used_block", "    vitrine_runs_anywhere(area);\n    area->gc_last_used_block"),
    ("py/gc.c", "        area->gc_last_free_atb_index = 0;\n", "        vitrine_runs_anywhere(area);\n"),
    (
        "py/gc.c",
        "for (i = area->gc_last_free_atb_index; i < area",
        "for (i = vitrine_run_search(area, n_blocks); i < area",
    ),
    (
        "py/gc.c",
        "    start_block = i - n_free + 1;\n",
        "    start_block = i - n_free + 1;\n    vitrine_run_found(area, n_free, end_block);\n",
    ),
    (
        "py/gc.c",
        "    if (block / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
        "    vitrine_run_freed(area, block);\n    if (block / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
    ),
    (
        "py/gc.c",
        "        if ((block + new_blocks) / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
        "        vitrine_run_freed(area, block + new_blocks);\n"
        "        if ((block + new_blocks) / BLOCKS_PER_ATB < area->gc_last_free_atb_index) {\n",
    ),
    # Digits of 32 bits in big integers, as on a 64-bit machine; upstream counts
    # on a machine word being wider than a digit.
    ("py/mpz.h", "#define MPZ_LONG_1 1L\n", "#define MPZ_LONG_1 1LL\n"),
    ("py/mpz.c", "    mp_uint_t uval;\n", "    unsigned long long uval;\n"),
    ("py/mpz.c", "        uval = -val;\n", "        uval = -(unsigned long long)val;\n"),
    (
        "py/mpz.c",
        "mp_int_t mpz_hash(const mpz_t *z) {\n    mp_uint_t val = 0;\n",
        "mp_int_t mpz_hash(const mpz_t *z) {\n    unsigned long long val = 0;\n",
    ),
    (
        "py/mpz.c",
        "mpz_as_int_checked(const mpz_t *i, mp_int_t *value) {\n    mp_uint_t val = 0;\n",
        "mpz_as_int_checked(const mpz_t *i, mp_int_t *value) {\n    unsigned long long val = 0;\n",
    ),
    (
        "py/mpz.c",
        "        if (val > (~(MP_OBJ_WORD_MSBIT_HIGH) >> DIG_SIZE)) {\n",
        "        if (val > ((unsigned long long)~(MP_OBJ_WORD_MSBIT_HIGH) >> DIG_SIZE)) {\n",
    ),
    (
        "py/mpz.c",
        "    if (i->neg != 0) {\n        val = -val;\n    }\n\n    *value = val;\n",
        "    if (val & MP_OBJ_WORD_MSBIT_HIGH) {\n        return false;\n    }\n\n"
        "    if (i->neg != 0) {\n        val = -val;\n    }\n\n    *value = val;\n",
    ),
    (
        "py/mpz.c",
        "        return false;\n    }\n\n    mp_uint_t val = 0;\n",
        "        return false;\n    }\n\n    unsigned long long val = 0;\n",
    ),
    # 32 blocks in use are passed over at once.
    (
        "py/gc.c",
        "                byte a = area->gc_alloc_table_start[i];\n                // *FORMAT-OFF*\n",
        "                i = n_free ? i : vitrine_run_skip(area, i);\n"
        "                byte a = area->gc_alloc_table_start[i];\n                // *FORMAT-OFF*\n",
    ),
    # C that recurses: bounded like a call, RecursionError beyond.
    (
        "py/compile.c",
        "static void compile_node(compiler_t *comp, mp_parse_node_t pn) {\n",
        "static void compile_node(compiler_t *comp, mp_parse_node_t pn) {\n    mp_cstack_check();\n",
    ),
    ("py/compile.c", '#include "py/smallint.h"\n', '#include "py/smallint.h"\n#include "py/cstack.h"\n'),
    (
        "py/obj.c",
        "    // generic type, call binary_op(MP_BINARY_OP_EQUAL)\n",
        "    mp_cstack_check();\n    // generic type, call binary_op(MP_BINARY_OP_EQUAL)\n",
    ),
    ("py/sequence.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "py/cstack.h"\n'),
    (
        "py/sequence.c",
        "const mp_obj_t *items2, size_t len2) {\n",
        "const mp_obj_t *items2, size_t len2) {\n    mp_cstack_check();\n",
    ),
    (
        "py/objtuple.c",
        "case MP_UNARY_OP_HASH: {\n",
        "case MP_UNARY_OP_HASH: {\n            mp_cstack_check();\n",
    ),
    ("py/objtuple.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "py/cstack.h"\n'),
    (
        "py/objset.c",
        "case MP_UNARY_OP_HASH:\n",
        "case MP_UNARY_OP_HASH:\n            mp_cstack_check();\n",
    ),
    ("py/objset.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "py/cstack.h"\n'),
    ("py/objtype.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "py/cstack.h"\n'),
    (
        "py/objtype.c",
        "                count += instance_count_native_bases(bt, last_native_base);\n",
        "                mp_cstack_check();\n"
        "                count += instance_count_native_bases(bt, last_native_base);\n",
    ),
    (
        "py/objtype.c",
        "                mp_obj_class_lookup(lookup, bt);\n",
        "                mp_cstack_check();\n                mp_obj_class_lookup(lookup, bt);\n",
    ),
    (
        "py/objtype.c",
        "                if (mp_obj_is_subclass_fast(*item, classinfo)) {\n",
        "                mp_cstack_check();\n                if (mp_obj_is_subclass_fast(*item, classinfo)) {\n",
    ),
    (
        "py/objtype.c",
        "mp_obj_t mp_obj_instance_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {\n",
        "mp_obj_t mp_obj_instance_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {\n"
        "    mp_cstack_check();\n",
    ),
    (
        "py/objtype.c",
        "static mp_obj_t type_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {\n",
        "static mp_obj_t type_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {\n"
        "    mp_cstack_check();\n",
    ),
    ("lib/re1.5/re1.5.h", None, None),
    (
        "lib/re1.5/compilecode.c",
        "    int alt_label = 0;\n",
        "    int alt_label = 0;\n    re1_5_stack_chk();\n",
    ),
    # Backtracking without end notices the stop.
    (
        "lib/re1.5/recursiveloop.c",
        "\tre1_5_stack_chk();\n",
        "\tre1_5_stack_chk();\n\tif (vitrine_stop) {\n\t\tvitrine_stop_raise();\n\t}\n",
    ),
    ("extmod/modre.c", '#include "py/cstack.h"\n', '#include "py/cstack.h"\n#include "stop.h"\n'),
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
    # An unknown module is ModuleNotFoundError.
    (
        "py/builtinimport.c",
        "        mp_raise_msg_varg(&mp_type_ImportError, MP_ERROR_TEXT(\"no module named '%q'\"), full_mod_name);",
        "        mp_raise_msg_varg(&mp_type_ModuleNotFoundError,\n"
        "            MP_ERROR_TEXT(\"no module named '%q'\"), full_mod_name);",
    ),
    # Sorting: listsort.c.
    ("py/objlist.c", '#include "py/cstack.h"\n', '#include "py/cstack.h"\n#include "listsort.h"\n'),
    ("py/objlist.c", ("static void mp_quicksort(mp_obj_t *head", "// TODO Python defines sort to be stable"), ""),
    (
        "py/objlist.c",
        ("        mp_quicksort(self->items, self->items + self->len - 1,", "    }\n\n    return mp_const_none;\n}\n\nstatic mp_obj_t list_clear("),
        "        vitrine_list_sort(self, args.key.u_obj == mp_const_none ? MP_OBJ_NULL : args.key.u_obj,\n"
        "            args.reverse.u_bool);\n",
    ),
    ("py/objlist.c", "    if (self->len > 1) {\n        vitrine_list_sort(", "    {\n        vitrine_list_sort("),
    # What grows by pieces grows by a share of its size, or a megabyte takes minutes.
    (
        "py/vstr.c",
        "        size_t new_alloc = ROUND_ALLOC((vstr->len + size) + 16);\n",
        "        size_t new_alloc = ROUND_ALLOC((vstr->len + size) + 16 + vstr->len / 2);\n",
    ),
    (
        "py/stream.c",
        "            p = vstr_extend(&vstr, DEFAULT_BUFFER_SIZE);\n            current_read = DEFAULT_BUFFER_SIZE;\n",
        "            current_read = DEFAULT_BUFFER_SIZE + total_size / 2;\n            p = vstr_extend(&vstr, current_read);\n",
    ),
    (
        "py/objarray.c",
        "        size_t add_cnt = 8;\n",
        "        size_t add_cnt = MIN(8 + self->len / 4, 0xffffff);\n",
    ),
    (
        "py/objarray.c",
        "        self->items = m_renew(byte, self->items, (self->len + self->free) * sz, (self->len + len) * sz);\n"
        "        self->free = 0;\n",
        "        size_t spare = MIN(self->len / 4, 0xffffff);\n"
        "        self->items = m_renew(byte, self->items, (self->len + self->free) * sz, (self->len + len + spare) * sz);\n"
        "        self->free = spare;\n",
    ),
    (
        "py/parse.c",
        "        mp_parse_chunk_t *new_data = (mp_parse_chunk_t *)m_renew_maybe(byte, chunk,\n",
        "        mp_parse_chunk_t *new_data = chunk->alloc >= 1024 ? NULL : (mp_parse_chunk_t *)m_renew_maybe(byte, chunk,\n",
    ),
    # No type code for an address, and no object made from bytes.
    (
        "py/binary.c",
        ("                case 'P':\n                case 'O':\n                case 'S':\n"
         "                    size = sizeof(void *);\n", "                case 'e':\n                    size = 2;\n"),
        "",
    ),
    (
        "py/binary.c",
        ("                case 'P':\n                case 'O':\n                case 'S':\n"
         "                    align = alignof(void *);\n", "                case 'e':\n                    align = 2;\n"),
        "",
    ),
    # A NaN has one pattern of bits wherever bits show.
    (
        "py/binary.c",
        '#include "py/runtime.h"\n',
        '#include "py/runtime.h"\n'
        "static inline double canonical(mp_obj_t o) {\n"
        "    double f = mp_obj_get_float_to_d(o);\n"
        "    return f == f ? f : (double)NAN;\n"
        "}\n"
        "#define mp_obj_get_float_to_d(o) canonical(o)\n"
        "#define mp_obj_get_float_to_f(o) ((float)canonical(o))\n",
    ),
    ("py/binary.c", "#include <assert.h>\n", "#include <assert.h>\n#include <math.h>\n"),
    (
        "py/modmath.c",
        "return MICROPY_FLOAT_C_FUN(copysign)(x, y);",
        "return MICROPY_FLOAT_C_FUN(copysign)(x, isnan(y) ? (mp_float_t)NAN : y);",
    ),
    (
        "py/objfloat.c",
        "mp_float_union_t u = {.f = src};\n    mp_int_t val;\n",
        "mp_float_union_t u = {.f = isnan(src) ? (mp_float_t)NAN : src};\n    mp_int_t val;\n",
    ),
    # repr() of text shows the letters of all languages, as CPython's.
    ("py/objstrunicode.c", ("static void uni_print_quoted", "static void uni_print("), '#include "quote.h"\n\n'),
    (
        "py/objstrunicode.c",
        "        uni_print_quoted(print, str_data, str_len);\n",
        "        vitrine_print_quoted(print, str_data, str_len);\n",
    ),
    # A check of the C stack is a comparison with a constant.
    (
        "py/cstack.h",
        "void mp_cstack_check(void);\n",
        'void (mp_cstack_check)(void);\n#include "cstackcheck.h"\n',
    ),
    ("py/cstack.c", "void mp_cstack_check(void) {", "void (mp_cstack_check)(void) {"),
    # asyncio waits by sleeping: there is nothing to poll.
    ("extmod/asyncio/core.py", "import sys, select\n", "import sys\nfrom time import sleep_ms as _wait\n"),
    (
        "extmod/asyncio/core.py",
        "class TimeoutError(Exception):\n    pass\n",
        "TimeoutError = TimeoutError\n",
    ),
    (
        "extmod/asyncio/core.py",
        ("class IOQueue:\n", "################################################################################\n# Main run loop"),
        '''class IOQueue:
    def __init__(self):
        self.map = {}

    def queue_read(self, s):
        raise OSError("streams cannot be awaited here")

    queue_write = queue_read

    def remove(self, task):
        pass

    def wait_io_event(self, dt):
        if dt > 0:
            _wait(dt)


''',
    ),
    ("extmod/asyncio/event.py", None, None),
    ("extmod/asyncio/funcs.py", None, None),
    ("extmod/asyncio/lock.py", None, None),
    # There are no streams: their names are not to be looked for.
    (
        "extmod/asyncio/__init__.py",
        ('    "open_connection": "stream",\n', "}\n\n\n# Lazy loader"),
        "",
    ),
    # Where a syntax error is, and what was before it.
    ("py/lexer.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "stop.h"\n'),
    (
        "py/lexer.c",
        "void mp_lexer_to_next(mp_lexer_t *lex) {\n",
        "void mp_lexer_to_next(mp_lexer_t *lex) {\n    vitrine_token_before = lex->tok_kind;\n",
    ),
    ("py/parse.c", '#include "py/builtin.h"\n', '#include "py/builtin.h"\n#include "stop.h"\n'),
    (
        "py/parse.c",
        "        mp_obj_exception_add_traceback(exc, lex->source_name, lex->tok_line, MP_QSTRnull);\n",
        "        exc = vitrine_syntax_error(exc, lex);\n"
        "        mp_obj_exception_add_traceback(exc, lex->source_name, lex->tok_line, MP_QSTRnull);\n",
    ),
]


def main(top, out, native=""):
    texts = {}
    for name, anchor, replacement in HOOKS:
        if name not in texts:
            with open(os.path.join(top, name)) as f:
                texts[name] = f.read()
        if anchor is None:
            continue
        ends = (anchor,) if isinstance(anchor, str) else anchor
        for end in ends:
            found = texts[name].count(end)
            if found != 1:
                sys.exit(f"patch.py: {name}: {found} times, not once: {end.strip()!r}")
        start = texts[name].index(ends[0])
        stop = start + len(anchor) if isinstance(anchor, str) else texts[name].index(ends[1])
        texts[name] = texts[name][:start] + replacement + texts[name][stop:]
    if not native:
        texts["py/vm.c"] = vmsplit.split(texts["py/vm.c"])
    for name, text in texts.items():
        path = os.path.join(out, name)
        try:
            with open(path) as f:
                if f.read() == text:
                    continue
        except FileNotFoundError:
            pass
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(text)


main(*sys.argv[1:])
