// mpconfigport.h - what MicroPython is configured to be inside Vitrine.
//
// All of the language, nothing that reaches out: no file system, no sockets,
// no threads, no machine code, no raw addresses, no second way to load code.
#include <alloca.h>
#include <stdint.h>

#define MICROPY_CONFIG_ROM_LEVEL (MICROPY_CONFIG_ROM_LEVEL_EVERYTHING)

// --- memory and the C side ---

// Without finalisers no guest code runs inside a collection.
#define MICROPY_ENABLE_GC (1)
#define MICROPY_ENABLE_FINALISER (0)
// gc.threshold(1) collects at every allocation: how soundness is tested.
#define MICROPY_GC_ALLOC_THRESHOLD (1)
#ifdef __wasm__
#define MICROPY_ALLOC_GC_STACK_SIZE (1) // ours is in large.c
#else
#define MICROPY_ALLOC_GC_STACK_SIZE (1024)
#endif
#define MICROPY_ALLOC_PATH_MAX (256)
#define MICROPY_ALLOC_PARSE_CHUNK_INIT (256)
// These stacks double: with a fixed step, deep nesting would take quadratic time.
#define MICROPY_ALLOC_PARSE_RULE_INC (parser->rule_stack_alloc)
#define MICROPY_ALLOC_PARSE_RESULT_INC (parser->result_stack_alloc)
#define MICROPY_ALLOC_LEXEL_INDENT_INC (lex->alloc_indent_level)
#define MICROPY_MALLOC_USES_ALLOCATED_SIZE (1)
#define MICROPY_MEM_STATS (0)
#define MICROPY_STACK_CHECK (1)
#define MICROPY_STACK_CHECK_MARGIN (0)
#define MICROPY_ENABLE_EMERGENCY_EXCEPTION_BUF (1)
#define MICROPY_EMERGENCY_EXCEPTION_BUF_SIZE (512)
#define MICROPY_QSTR_BYTES_IN_HASH (4)
#define MICROPY_USE_INTERNAL_PRINTF (0)
#define MICROPY_USE_INTERNAL_ERRNO (1)
#define MICROPY_NLR_SETJMP (1)

// Words of a frame that may live on the C stack: most functions.
#define MICROPY_OPT_COMPUTED_GOTO (1)
#define MICROPY_OPT_LOAD_ATTR_FAST_PATH (1)
#define MICROPY_OPT_MAP_LOOKUP_CACHE (1)
#define MICROPY_OPT_MAP_LOOKUP_CACHE_SIZE (256)
#define MICROPY_OPT_MPZ_BITWISE (1)
#define MICROPY_OPT_MATH_FACTORIAL (1)

// --- the language ---

#define MICROPY_ENABLE_COMPILER (1)
#define MICROPY_ENABLE_SOURCE_LINE (1)
#define MICROPY_ENABLE_DOC_STRING (1)
#define MPZ_DIG_SIZE (32)
#define MICROPY_LONGINT_IMPL (MICROPY_LONGINT_IMPL_MPZ)
#define MICROPY_FLOAT_IMPL (MICROPY_FLOAT_IMPL_DOUBLE)
#define MICROPY_FLOAT_HIGH_QUALITY_HASH (1)
#define MICROPY_ERROR_REPORTING (MICROPY_ERROR_REPORTING_DETAILED)
#define MICROPY_WARNINGS (0)
#define MICROPY_CPYTHON_COMPAT (1)
#define MICROPY_STREAMS_NON_BLOCK (0)
#define MICROPY_STREAMS_POSIX_API (0)
#define MICROPY_PY___FILE__ (0)
#define MICROPY_PY_SYS_EXC_INFO (1)
#define MICROPY_PY_BUILTINS_INPUT (0) // ours is in stdio.c
#define MICROPY_PY_BUILTINS_HELP (0)
#define MICROPY_PY_BUILTINS_EXECFILE (0)
#define MICROPY_PY_STR_BYTES_CMP_WARN (0)
#define MICROPY_PY_MATH_ATAN2_FIX_INFNAN (0)
#define MICROPY_PY_MATH_POW_FIX_NAN (0)

// No emitter, no assembler, no way to hand in bytecode.
#define MICROPY_EMIT_X64 (0)
#define MICROPY_EMIT_X86 (0)
#define MICROPY_EMIT_THUMB (0)
#define MICROPY_EMIT_ARM (0)
#define MICROPY_EMIT_XTENSA (0)
#define MICROPY_EMIT_RV32 (0)
#define MICROPY_PERSISTENT_CODE_LOAD (0)
#define MICROPY_PERSISTENT_CODE_SAVE (0)
#define MICROPY_PY_MARSHAL (0)
#define MICROPY_PY_FUNCTION_ATTRS (1)
#define MICROPY_PY_FUNCTION_ATTRS_CODE (0)

// Nothing asynchronous from outside.
#define MICROPY_KBD_EXCEPTION (0)
#define MICROPY_ENABLE_SCHEDULER (0)
#define MICROPY_HELPER_REPL (0)
#define MICROPY_REPL_EVENT_DRIVEN (0)
#define MICROPY_REPL_EMACS_KEYS (0)
#define MICROPY_REPL_EMACS_WORDS_MOVE (0)
#define MICROPY_REPL_EMACS_EXTRA_WORDS_MOVE (0)
#define MICROPY_REPL_AUTO_INDENT (0)

// --- modules ---

#define MICROPY_ENABLE_EXTERNAL_IMPORT (1) // of frozen modules
#define MICROPY_VFS (0)
#define MICROPY_READER_VFS (0)
#define MICROPY_PY_OS (0) // ours is in chance.c
#define MICROPY_PY_MACHINE (0)
#define MICROPY_PY_SELECT (0)
#define MICROPY_PY_SOCKET (0)
#define MICROPY_PY_NETWORK (0)
#define MICROPY_PY_SSL (0)
#define MICROPY_PY_LWIP (0)
#define MICROPY_PY_WEBSOCKET (0)
#define MICROPY_PY_BLUETOOTH (0)
#define MICROPY_PY_BTREE (0)
#define MICROPY_PY_CRYPTOLIB (0)
#define MICROPY_PY_FRAMEBUF (0)
#define MICROPY_PY_UCTYPES (0)
#define MICROPY_PY_PLATFORM (0)
#define MICROPY_PY_THREAD (0)
#define MICROPY_PY_ASYNCIO (1)
#define MICROPY_PY_HASHLIB (0) // ours is in hashlib.c
#define MICROPY_PY_DEFLATE (1)
#define MICROPY_PY_DEFLATE_COMPRESS (1)
#define MICROPY_PY_HEAPQ (0) // ours is in heapq.c
#define MICROPY_PY_RE (0) // ours is in remodule.c
#define MICROPY_PY_JSON (0) // ours is in jsontext.c
#define MICROPY_PY_STRUCT (0) // ours is in structpack.c
#define MICROPY_PY_RANDOM (0) // ours is in random.c
#define MICROPY_PY_GC_COLLECT_RETVAL (1)
#define MICROPY_PY_MICROPYTHON_MEM_INFO (0)
#define MICROPY_PY_MICROPYTHON_STACK_USE (0)
#define MICROPY_PY_MICROPYTHON_HEAP_LOCKED (0)
#define MICROPY_PY_MICROPYTHON_RINGIO (1)
#define MICROPY_PY_SYS_PLATFORM "vitrine"
#define MICROPY_PY_SYS_STDFILES (1)
#define MICROPY_PY_SYS_STDIO_BUFFER (1)
#define MICROPY_PY_SYS_PS1_PS2 (0)
#define MICROPY_PY_SYS_PATH_ARGV_DEFAULTS (1)
#define MICROPY_PY_TIME (0) // ours is in clock.c

#define MICROPY_BANNER_MACHINE "vitrine"
#define MICROPY_HW_BOARD_NAME "vitrine"
#define MICROPY_HW_MCU_NAME "wasm"

typedef intptr_t mp_int_t;
typedef uintptr_t mp_uint_t;
typedef long mp_off_t;



#define MP_STATE_PORT MP_STATE_VM

#include "type/exceptions.h"
extern const struct _mp_obj_fun_builtin_var_t vitrine_input_obj;
extern const struct _mp_obj_fun_builtin_var_t vitrine_format_obj;
extern const struct _mp_obj_fun_builtin_fixed_t vitrine_ascii_obj, vitrine_aiter_obj;
extern const struct _mp_obj_fun_builtin_fixed_t vitrine_value_obj;
extern const struct _mp_obj_fun_builtin_var_t vitrine_vars_obj, vitrine_exit_obj, vitrine_help_obj, vitrine_anext_obj;
#define MICROPY_PORT_BUILTINS \
    VITRINE_EXCEPTIONS(VITRINE_EXCEPTION_ENTRY) \
    { MP_ROM_QSTR(MP_QSTR_HostError), MP_ROM_PTR(&mp_type_HostError) }, \
    { MP_ROM_QSTR(MP_QSTR_EnvironmentError), MP_ROM_PTR(&mp_type_OSError) }, \
    { MP_ROM_QSTR(MP_QSTR_IOError), MP_ROM_PTR(&mp_type_OSError) }, \
    { MP_ROM_QSTR(MP_QSTR___builtins__), MP_ROM_PTR(&mp_module_builtins) }, \
    { MP_ROM_QSTR(MP_QSTR___value__), MP_ROM_PTR(&vitrine_value_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_vars), MP_ROM_PTR(&vitrine_vars_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_aiter), MP_ROM_PTR(&vitrine_aiter_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_anext), MP_ROM_PTR(&vitrine_anext_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_help), MP_ROM_PTR(&vitrine_help_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_exit), MP_ROM_PTR(&vitrine_exit_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_quit), MP_ROM_PTR(&vitrine_exit_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_format), MP_ROM_PTR(&vitrine_format_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_ascii), MP_ROM_PTR(&vitrine_ascii_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_input), MP_ROM_PTR(&vitrine_input_obj) },
