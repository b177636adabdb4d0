// entry.c - one request of the host, from the fetch to the result.
//
// Owns the two exports. Invariant: vitrine_run() sends exactly one result, and
// whatever the guest did, the interpreter is ready for the next request.
#include <string.h>

#include "cbor.h"
#include "machine/frames.h"
#include "machine/heap.h"
#include "hostcall.h"
#include "pause.h"
#include "machine/port.h"
#include "module/preload.h"
#include "module/program.h"
#include "py/compile.h"
#include "py/cstack.h"
#include "py/gc.h"
#include "py/lexer.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/parse.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "survey.h"
#include "type/builtins.h"
#include "waiting.h"

#ifndef __wasm__
#define NATIVE_STACK (6 << 20)
uintptr_t vitrine_stack_low;
#endif

uint32_t vitrine_value_limit;
uint32_t vitrine_life;
mp_parse_node_struct_t *vitrine_value_statement;

// The value of the last statement; MP_OBJ_NULL: none.
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_value);
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_at_end);

extern const struct _mp_dummy_t mp_sys_stdout_obj; // stdio.c

// What the compiler has the last statement call with its value.
static mp_obj_t run_take_value(mp_obj_t value) {
    MP_STATE_VM(vitrine_value) = value;
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_value_obj, run_take_value);

// The compiler's numbers for the nodes of the parse tree.
enum {
    #define DEF_RULE(rule, comp, kind, ...) PN_##rule,
    #define DEF_RULE_NC(rule, kind, ...)
    #include "py/grammar.h"
    #undef DEF_RULE
    #undef DEF_RULE_NC
};

// The last statement, if it is an expression.
static mp_parse_node_struct_t *last_expression(mp_parse_node_t node) {
    for (;;) {
        if (!MP_PARSE_NODE_IS_STRUCT(node)) {
            return NULL;
        }
        mp_parse_node_struct_t *s = (mp_parse_node_struct_t *)node;
        if (MP_PARSE_NODE_STRUCT_KIND(s) == PN_expr_stmt) {
            return MP_PARSE_NODE_IS_NULL(s->nodes[1]) ? s : NULL;
        }
        if (MP_PARSE_NODE_STRUCT_KIND(s) != PN_file_input_2
            && MP_PARSE_NODE_STRUCT_KIND(s) != PN_simple_stmt_2) {
            return NULL;
        }
        // Behind it are only ends of lines.
        size_t n = MP_PARSE_NODE_STRUCT_NUM_NODES(s);
        while (n > 0 && !MP_PARSE_NODE_IS_STRUCT(s->nodes[n - 1])) {
            if (!MP_PARSE_NODE_IS_TOKEN_KIND(s->nodes[n - 1], MP_TOKEN_NEWLINE)
                && !MP_PARSE_NODE_IS_NULL(s->nodes[n - 1])) {
                return NULL;
            }
            --n;
        }
        if (n == 0) {
            return NULL;
        }
        node = s->nodes[n - 1];
    }
}

// A name of at most what an interned string can hold.
static qstr run_name(const uint8_t *name, size_t len) {
    size_t max = (1 << (8 * MICROPY_QSTR_BYTES_IN_LEN)) - 1;
    if (len > max) {
        len = cbor_utf8_prefix(name, max);
    }
    return qstr_from_strn((const char *)name, len);
}

// The last source that was compiled, if it is short, and its code: hosts run the
// same few lines again and again, and compiling them takes most of the time.
#define KEPT_MAX 1024
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_kept_module);
MP_REGISTER_ROOT_POINTER(uint8_t *vitrine_kept_source);
static size_t kept_length;
static qstr kept_name;

static mp_obj_t run_compile(qstr name, const uint8_t *source, size_t len) {
    if (MP_STATE_VM(vitrine_kept_source) != NULL && name == kept_name && len == kept_length
        && memcmp(MP_STATE_VM(vitrine_kept_source), source, len) == 0) {
        return MP_STATE_VM(vitrine_kept_module);
    }
    MP_STATE_VM(vitrine_kept_source) = NULL;
    MP_STATE_VM(vitrine_kept_module) = MP_OBJ_NULL;
    mp_lexer_t *lexer = mp_lexer_new_from_str_len(name, (const char *)source, len, 0);
    mp_parse_tree_t tree = mp_parse(lexer, MP_PARSE_FILE_INPUT);
    vitrine_value_statement = last_expression(tree.root);
    mp_obj_t module = mp_compile(&tree, name, false);
    vitrine_value_statement = NULL;
    uint8_t *copy = len > 0 && len <= KEPT_MAX ? m_new_maybe(uint8_t, len) : NULL;
    if (copy != NULL) {
        MP_STATE_VM(vitrine_kept_source) = memcpy(copy, source, len);
        MP_STATE_VM(vitrine_kept_module) = module;
        kept_length = len;
        kept_name = name;
    }
    return module;
}

// False: it waits.
static bool run_source(qstr name, const uint8_t *source, size_t len) {
    mp_obj_t module = run_compile(name, source, len);
    vitrine_program_is(name, source, len);
    if (qstr_str(name)[0] != '<') {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(dict_main)), MP_OBJ_NEW_QSTR(MP_QSTR___file__), MP_OBJ_NEW_QSTR(name));
    }
    vitrine_heap_for_guest(true);
    mp_obj_t none;
    return vitrine_pause_run(module, 0, 0, NULL, &none);
}

static mp_obj_t run_global(const uint8_t *name, size_t len) {
    mp_obj_t key = mp_obj_new_str((const char *)name, len);
    mp_map_elem_t *found = mp_map_lookup(&MP_STATE_VM(dict_main).map, key, MP_MAP_LOOKUP);
    if (found == NULL) {
        mp_raise_msg_varg(&mp_type_NameError, MP_ERROR_TEXT("name '%s' isn't defined"),
            mp_obj_str_get_str(key));
    }
    return found->value;
}

// A value of the host's; nothing else comes from there.
static mp_obj_t run_payload(const uint8_t *data, size_t len) {
    mp_obj_t value;
    if (cbor_read(data, len, &value) != CBOR_OK) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed value from the host"));
    }
    return value;
}

static bool run_items(cbor_reader_t *r, size_t n, mp_obj_t *items) {
    bool good = true;
    for (size_t i = 0; good && i < n; ++i) {
        good = cbor_read_value(r, &items[i]) == CBOR_OK;
    }
    return good;
}

// Few arguments need no list to lie in. Those with names are a map behind the list.
static bool run_invoke(const uint8_t *name, size_t name_len, const uint8_t *payload, size_t len, mp_obj_t *value) {
    cbor_reader_t r = {payload, payload + len, 1};
    unsigned major;
    uint64_t n, n_kw = 0;
    bool good = cbor_read_head(&r, &major, &n) == CBOR_OK && major == CBOR_ARRAY && n <= len;
    mp_obj_t few[8];
    mp_obj_t *args = good && n > MP_ARRAY_SIZE(few) ? m_new0(mp_obj_t, n) : few;
    good = good && run_items(&r, n, args);
    if (good && r.at != r.end) {
        good = cbor_read_head(&r, &major, &n_kw) == CBOR_OK && major == CBOR_MAP && n_kw <= len;
        mp_obj_t *all = good ? m_new0(mp_obj_t, n + 2 * n_kw) : args;
        memcpy(all, args, good ? n * sizeof(mp_obj_t) : 0);
        args = all;
        good = good && run_items(&r, 2 * n_kw, args + n);
    }
    if (!good || r.at != r.end) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed value from the host"));
    }
    for (size_t i = 0; i < n_kw; ++i) {
        args[n + 2 * i] = mp_obj_str_intern_checked(args[n + 2 * i]);
    }
    mp_obj_t function = run_global(name, name_len);
    vitrine_heap_for_guest(true);
    return vitrine_pause_run(function, n, n_kw, args, value);
}

static mp_map_elem_t *global_of(qstr module, qstr name) {
    mp_obj_module_t *self = MP_OBJ_TO_PTR(vitrine_preloaded(module));
    return mp_map_lookup(&self->globals->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
}

// An event loop that was left in the middle: its tasks are not to run on in the
// next one, nor to take up memory until then.
static void settle_asyncio(void) {
    mp_map_elem_t *task = global_of(MP_QSTR_asyncio_dot_core, MP_QSTR_cur_task);
    if (task == NULL || task->value == mp_const_none) {
        return;
    }
    task->value = mp_const_none;
    mp_map_elem_t *tasks = global_of(MP_QSTR_asyncio_dot_tasks, MP_QSTR__tasks);
    if (tasks != NULL && mp_obj_is_exact_type(tasks->value, &mp_type_list)) {
        mp_obj_list_t *list = MP_OBJ_TO_PTR(tasks->value);
        mp_seq_clear(list->items, 0, list->len, sizeof(*list->items));
        list->len = 0;
    }
    mp_map_elem_t *queue = global_of(MP_QSTR_asyncio_dot_core, MP_QSTR__task_queue);
    mp_map_elem_t *type = global_of(MP_QSTR_asyncio_dot_core, MP_QSTR_TaskQueue);
    nlr_buf_t nlr;
    if (queue != NULL && type != NULL && nlr_push(&nlr) == 0) {
        queue->value = mp_const_none; // its memory may be what the new one needs
        queue->value = mp_call_function_0(type->value);
        nlr_pop();
    }
}

// The operation that waits. Here as elsewhere, what a run need not change it does not
// write: the host keeps a copy of what is written.
static uint32_t waiting_op;

// False: it waits, as before, or again.
__attribute__((noinline)) static bool run_resume(bool again, const uint8_t *payload, size_t len, mp_obj_t *value) {
    vitrine_heap_for_guest(true);
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) {
        vitrine_pause_forget();
        nlr_raise(MP_OBJ_FROM_PTR(nlr.ret_val));
    }
    if (!vitrine_pause_is()) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("nothing waits"));
    }
    if (again) {
        waiting_again();
    }
    waiting_deliver_from(payload, len);
    bool over = vitrine_pause_resume(value);
    nlr_pop();
    return over;
}

// False: it waits.
static bool run_request(const vitrine_request *request, const uint8_t *name, size_t name_len,
    const uint8_t *payload, size_t len) {
    mp_obj_t value = MP_OBJ_NULL;
    switch (request->op) {
        case VITRINE_OP_EXEC:
            vitrine_pause_forget();
            ++vitrine_depth_left; // the module itself is no call
            if (!run_source(run_name(name, name_len), payload, len)) {
                waiting_op = VITRINE_OP_EXEC;
                return false;
            }
            value = MP_STATE_VM(vitrine_value);
            break;
        case VITRINE_OP_INVOKE:
            vitrine_pause_forget();
            if (!run_invoke(name, name_len, payload, len, &value)) {
                waiting_op = VITRINE_OP_INVOKE;
                return false;
            }
            break;
        case VITRINE_OP_SET:
            mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(dict_main)),
                MP_OBJ_NEW_QSTR(run_name(name, name_len)), run_payload(payload, len));
            break;
        case VITRINE_OP_GET:
            value = run_global(name, name_len);
            break;
        case VITRINE_OP_GRANT:
            hostcall_grant(name, name_len, run_payload(payload, len));
            break;
        case VITRINE_OP_ARGV: {
            mp_obj_t list = run_payload(payload, len);
            if (mp_obj_is_exact_type(list, &mp_type_list)) {
                MP_STATE_VM(mp_sys_argv_obj) = *(mp_obj_list_t *)MP_OBJ_TO_PTR(list);
            }
            break;
        }
        case VITRINE_OP_NAMES:
            value = vitrine_survey_names();
            break;
        case VITRINE_OP_MODULES:
            value = vitrine_survey_modules();
            break;
        case VITRINE_OP_RESUME:
        case VITRINE_OP_REVIVE:
            if (!run_resume(request->op == VITRINE_OP_REVIVE, payload, len, &value)) {
                return false;
            }
            if (waiting_op == VITRINE_OP_EXEC) {
                value = MP_STATE_VM(vitrine_value);
            }
            break;
    }
    MP_STATE_VM(vitrine_value) = value;
    if ((request->flags & VITRINE_FLAG_INTERACTIVE) && value != MP_OBJ_NULL && value != mp_const_none) {
        mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(dict_main)), MP_OBJ_NEW_QSTR(MP_QSTR__), value);
    }
    return true;
}

// Whatever took the place of sys.stdout may keep back what was written.
__attribute__((noinline)) static void flush_output(void) {
    mp_obj_t output = vitrine_stdout(), flush[2];
    nlr_buf_t nlr;
    if (output == MP_OBJ_FROM_PTR(&mp_sys_stdout_obj)) {
        return;
    }
    if (nlr_push(&nlr) == 0) {
        mp_load_method_maybe(output, MP_QSTR_flush, flush);
        if (flush[0] != MP_OBJ_NULL) {
            mp_call_method_n_kw(0, 0, flush);
        }
        nlr_pop();
    } else if (vitrine_stop) {
        nlr_jump(nlr.ret_val);
    }
}

// What was to be called now: files are written that nobody closed.
static void call_at_end(void) {
    if (vitrine_pause_is()) {
        return;
    }
    mp_obj_t function = MP_STATE_VM(vitrine_at_end);
    if (function != MP_OBJ_NULL) {
        MP_STATE_VM(vitrine_at_end) = MP_OBJ_NULL;
        mp_call_function_0(function);
    }
    flush_output();
}

// Not a part of what has the try: that is lowered with a care that would cost it.
__attribute__((noinline)) static bool run_fetched(uint32_t length) {
    uint8_t small[256]; // most requests are: they allocate nothing
    uint8_t *message = length <= sizeof(small) ? small : m_new(uint8_t, length);
    door_fetch(message, length);
    vitrine_request request;
    if (length < sizeof(request)) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed request from the host"));
    }
    memcpy(&request, message, sizeof(request));
    uint32_t rest = length - sizeof(request);
    if (request.name_length > rest) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed request from the host"));
    }
    if (request.flags & VITRINE_FLAG_FORGET) {
        vitrine_input_forget();
        ++vitrine_life;
    }
    vitrine_value_limit = MIN(request.value_limit, INT32_MAX / 2);
    vitrine_depth_begin(request.depth);
    vitrine_entries = NULL;
    if (vitrine_may_wait != ((request.flags & VITRINE_FLAG_WAIT) != 0)) {
        vitrine_may_wait = !vitrine_may_wait;
    }
    const uint8_t *name = message + sizeof(request);
    bool over = run_request(&request, name, request.name_length, name + request.name_length,
        rest - request.name_length);
    vitrine_program_is(MP_QSTRnull, NULL, 0);
    if (message != small) {
        m_del(uint8_t, message, length); // until here the parts above keep it in use
    }
    if (over) {
        call_at_end();
    }
    return over;
}

// What an abandoned run may have left behind.
static void run_settle(void) {
    vitrine_value_statement = NULL;
    vitrine_program_is(MP_QSTRnull, NULL, 0);
    MP_STATE_THREAD(nlr_jump_callback_top) = NULL;
    MP_STATE_VM(cur_exception) = NULL;
    mp_locals_set(&MP_STATE_VM(dict_main));
    mp_globals_set(&MP_STATE_VM(dict_main));
}

void vitrine_boot(void) {
    #ifdef __wasm__
    // Named here, so that the linker does not wrap every export into a call of it.
    extern void __wasm_call_ctors(void);
    __wasm_call_ctors();
    #endif
    vitrine_heap_init();
    vitrine_frames_reset();
    #ifdef __wasm__
    extern char __stack_high;
    mp_cstack_init_with_top(&__stack_high, VITRINE_STACK_SIZE);
    #else
    mp_cstack_init_with_sp_here(NATIVE_STACK);
    vitrine_stack_low = (uintptr_t)MP_STATE_THREAD(stack_top) - NATIVE_STACK;
    #endif
    mp_init();
    vitrine_preload();
    vitrine_heap_booted();
}

void vitrine_run(uint32_t length) {
    #ifndef __wasm__
    MP_STATE_THREAD(stack_top) = (char *)__builtin_frame_address(0) + 64;
    #endif
    vitrine_stop_reset();
    run_settle();
    MP_STATE_VM(vitrine_value) = MP_OBJ_NULL;
    mp_obj_t exception = MP_OBJ_NULL;
    vitrine_heap_for_guest(false);
    nlr_buf_t nlr;
    bool waits = false;
    if (nlr_push(&nlr) == 0) {
        waits = !run_fetched(length);
        nlr_pop();
    } else {
        exception = MP_OBJ_FROM_PTR(nlr.ret_val);
        MP_STATE_MEM(gc_auto_collect_enabled) = 1;
        if (!vitrine_stop && nlr_push(&nlr) == 0) {
            run_settle();
            call_at_end();
            nlr_pop();
        }
    }
    run_settle();
    vitrine_heap_for_guest(false);
    if (waits) {
        return;
    }
    if (!vitrine_pause_is()) {
        settle_asyncio();
    }
    vitrine_heap_for_guest(true); // repr() and str() may be the guest's
    vitrine_result_send(exception);
    vitrine_heap_for_guest(false);
    run_settle();
    MP_STATE_VM(vitrine_value) = MP_OBJ_NULL;
}
