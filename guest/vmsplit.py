"""Takes the interpreter's dispatch loop out of the function that has the try.

A function with a setjmp is lowered with care that costs each of its calls, and
a Python call enters one. So the loop becomes a function of its own, without,
and mp_execute_bytecode, which keeps the handlers, enters it through the few
instructions of try.s. The handlers see the frame, the exception stack and what
was raised, all in memory. Only the guest is built so, not the native base.

A Python function that a Python function calls, and a generator that one resumes,
do not leave the loop: it goes on with another frame (frames.h).
"""

WRAPPER = "mp_vm_return_kind_t MICROPY_WRAP_MP_EXECUTE_BYTECODE(mp_execute_bytecode)"
SIGNATURE = WRAPPER + "(mp_code_state_t *code_state, volatile mp_obj_t inject_exc) {\n"
RAISE = "do { nlr_pop(); nlr.ret_val = MP_OBJ_TO_PTR(o); goto exception_handler; } while (0)"

# There are no computed gotos in wasm: a switch over all bytes is what they become,
# and without a table in memory. An operand is hardly ever longer than a byte: it
# is not worth a loop, and a step.
ALL_BYTES = """case 0x00: case 0xff: // so that there is no range to be checked
                    code_state->sp = sp;
"""
RANGES = ("LOAD_CONST_SMALL_INT", "LOAD_FAST", "STORE_FAST", "UNARY_OP")
DECODE = """
#undef DECODE_UINT
#define DECODE_UINT \\
    mp_uint_t unum = *ip++; \\
    if (MP_UNLIKELY(unum & 0x80)) { \\
        unum &= 0x7f; \\
        do { \\
            unum = (unum << 7) + (*ip & 0x7f); \\
        } while ((*ip++ & 0x80) != 0); \\
    }
"""

SHARED = """
#include "door/pause.h"
#include "machine/shortcuts.h"
#include "machine/frames.h"

// What the loop and the handlers share.
typedef struct {
    mp_exc_stack_t *exc_sp;
    mp_obj_t inject;
    bool again; // it goes on where it paused
    void *raised;
    vitrine_entry_t entry;
} vm_shared_t;
#define VM_RAISED ((mp_vm_return_kind_t)99)
mp_vm_return_kind_t vm_loop(mp_code_state_t *code_state, vm_shared_t *shared);
mp_vm_return_kind_t vm_try(mp_code_state_t *code_state, vm_shared_t *shared);
"""

LOOP = """
#define exc_sp (shared->exc_sp)
#define inject_exc (shared->inject)

// Goes on with a frame that vitrine_frame_…() made, if it did.
#define VM_ENTER(new_frame, what) do { \\
        mp_code_state_t *frame = (new_frame); \\
        if (frame != NULL) { \\
            frame->prev = code_state; \\
            frame->prev_exc_sp = exc_sp; \\
            frame->how = (what); \\
            code_state->sp = sp; \\
            shared->entry.frame = code_state = frame; \\
            exc_sp = (mp_exc_stack_t *)(frame->state + frame->n_state) - 1; \\
            ip = frame->ip; \\
            sp = frame->state - 1; \\
            if ((what) > FRAME_CACHE) { \\
                exc_sp += frame->exc_sp_idx; \\
                sp = frame->sp; \\
            } \\
            goto vm_frame; \\
        } \\
} while (0)

// Calls what lru_cache made: what it does not know is for the frame to say.
#define VM_CACHE(n_args, args) do { \\
        if (vitrine_is_cache(*sp)) { \\
            VM_ENTER(vitrine_cache_call(sp, (n_args), unum >> 8, (args)), FRAME_CACHE); \\
            DISPATCH(); \\
        } \\
} while (0)

// Calls what may wait; if it does, everything returns, and this frame goes on later,
// from `ip` after the opcode.
#define VM_WAIT(n_args, args) do { \
        if (vitrine_waits(*sp)) { \
            mp_obj_t value = vitrine_waits_call(code_state, *sp, (n_args), unum >> 8, (args)); \
            if (value == MP_OBJ_NULL) { \
                code_state->sp = sp; \
                code_state->exc_sp_idx = MP_CODE_STATE_EXC_SP_IDX_FROM_PTR(exc_stack, exc_sp); \
                return PAUSED; \
            } \
            SET_TOP(value); \
            DISPATCH(); \
        } \
} while (0)

// Back in the frame that entered this one; ip is after the opcode that did.
#define VM_LEAVE() do { \\
        exc_sp = code_state->prev_exc_sp; \\
        shared->entry.frame = code_state = code_state->prev; \\
        ip = code_state->ip; \\
        sp = code_state->sp; \\
} while (0)

__attribute__((noinline)) mp_vm_return_kind_t vm_loop(mp_code_state_t *code_state, vm_shared_t *shared) {
    const byte *ip = code_state->ip;
    mp_obj_t *sp = code_state->sp;
    mp_obj_t *fastn;
    mp_exc_stack_t *exc_stack;
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    const qstr_short_t *qstr_table;
    #endif
    mp_obj_t obj_shared;
vm_frame:
    fastn = &code_state->state[code_state->n_state - 1];
    exc_stack = (mp_exc_stack_t *)(code_state->state + code_state->n_state);
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    qstr_table = code_state->fun_bc->context->constants.qstr_table;
    #endif
"""

ENTER = """
            nlr_push_tail(&nlr);
            shared->raised = NULL;
            mp_vm_return_kind_t kind = vm_try(code_state, shared);
            code_state = shared->entry.frame;
            exc_stack = (mp_exc_stack_t *)(code_state->state + code_state->n_state);
            if (kind != VM_RAISED) {
                nlr_pop();
                vitrine_entries = share.entry.outer;
                return kind;
            }
            if (shared->raised) {
                nlr_pop();
                nlr.ret_val = shared->raised;
            }
            vitrine_frame_cut(code_state, frames_base);
            vitrine_entries = &share.entry;
            goto exception_handler;
"""

# What the loop does with other frames: after the first line, up to the second.
CALL_FUNCTION = "SET_TOP(mp_call_function_n_kw(*sp, unum & 0xff, (unum >> 8) & 0xff, sp + 1));"
CALL_METHOD = "SET_TOP(mp_call_method_n_kw(unum & 0xff, (unum >> 8) & 0xff, sp));"
FOR_ITER = "mp_obj_t value = mp_iternext_allow_raise(obj);"
RETURN = "                    FRAME_LEAVE();\n                    return MP_VM_RETURN_NORMAL;"
YIELD = "                    FRAME_LEAVE();\n                    return MP_VM_RETURN_YIELD;"
YIELD_FROM = "ret_kind = mp_resume(TOP(), send_value, MP_OBJ_NULL, &ret_value);"

FRAMES = {
    CALL_FUNCTION: """
                    VM_ENTER(vitrine_frame_call(*sp, unum & 0xff, unum >> 8, sp + 1), FRAME_CALL);
                    if ((unum & 0xffff) != 0) {
                        VM_CACHE(unum & 0xff, sp + 1);
                    }
                    VM_WAIT(unum & 0xff, sp + 1);
""",
    CALL_METHOD: """
                    VM_ENTER(sp[1] == MP_OBJ_NULL
                        ? vitrine_frame_call(*sp, unum & 0xff, unum >> 8, sp + 2)
                        : vitrine_frame_call(*sp, (unum & 0xff) + 1, unum >> 8, sp + 1), FRAME_CALL);
                    VM_CACHE((unum & 0xff) + (sp[1] != MP_OBJ_NULL), sp + 1 + (sp[1] == MP_OBJ_NULL));
                    VM_WAIT((unum & 0xff) + (sp[1] != MP_OBJ_NULL), sp + 1 + (sp[1] == MP_OBJ_NULL));
""",
    FOR_ITER: """
                    VM_ENTER(vitrine_frame_resume(obj, mp_const_none), FRAME_FOR);
""",
    YIELD_FROM: """
                        VM_ENTER(vitrine_frame_resume(TOP(), send_value), FRAME_FROM);
""",
    RETURN: """
                    if (code_state->prev != NULL) {
                        size_t how = code_state->how;
                        mp_obj_t value = *sp;
                        vitrine_frame_returned(code_state);
                        VM_LEAVE();
                        if (how == FRAME_FOR) {
                            DECODE_ULABEL;
                            ip += ulab;
                            sp -= MP_OBJ_ITER_BUF_NSLOTS;
                        } else {
                            if (how == FRAME_CACHE) {
                                vitrine_cache_store(sp[0], sp[1], value);
                            }
                            if (how <= FRAME_CACHE) {
                                DECODE_UINT;
                                (void)unum;
                            }
                            SET_TOP(value);
                        }
                        goto vm_frame;
                    }
""",
    YIELD: """
                    if (code_state->prev != NULL) {
                        size_t how = code_state->how;
                        mp_obj_t value = vitrine_frame_yielded(code_state);
                        VM_LEAVE();
                        PUSH(value);
                        if (how == FRAME_FROM) {
                            --ip;
                            exc_stack = (mp_exc_stack_t *)(code_state->state + code_state->n_state);
                            goto yield;
                        }
                        DECODE_ULABEL;
                        (void)ulab;
                        goto vm_frame;
                    }
""",
}

# Operations that are tried on small integers first; the others go to binary_op.
INTS = (
    "LESS MORE EQUAL LESS_EQUAL MORE_EQUAL NOT_EQUAL OR XOR AND LSHIFT RSHIFT ADD SUBTRACT MULTIPLY"
    " FLOOR_DIVIDE MODULO INPLACE_OR INPLACE_XOR INPLACE_AND INPLACE_LSHIFT INPLACE_RSHIFT INPLACE_ADD"
    " INPLACE_SUBTRACT INPLACE_MULTIPLY INPLACE_FLOOR_DIVIDE INPLACE_MODULO"
).split()
OTHERS = (
    "IN IS EXCEPTION_MATCH MAT_MULTIPLY TRUE_DIVIDE POWER INPLACE_MAT_MULTIPLY INPLACE_TRUE_DIVIDE INPLACE_POWER"
).split()
INT_CASE = """
                case MP_BC_BINARY_OP_MULTI + MP_BINARY_OP_%s:
                    if (shortcut_ints(sp[-1], sp[0])) {
                        mp_obj_t result = shortcut_int_op(MP_BINARY_OP_%s, sp[-1], sp[0]);
                        if (result != MP_OBJ_NULL) {
                            *--sp = result;
                            DISPATCH();
                        }
                    }
                    goto binary_op;
"""
BINARY = "".join(INT_CASE % (op, op) for op in INTS) + "".join(
    f"                case MP_BC_BINARY_OP_MULTI + MP_BINARY_OP_{op}:\n" for op in OTHERS) + """
                binary_op: {
"""
SHORTCUTS = (
    ("ENTRY(MP_BC_BINARY_OP_MULTI): {", BINARY),
    ("SET_TOP(mp_binary_op(ip[-1] - MP_BC_BINARY_OP_MULTI, lhs, rhs));\n                    DISPATCH();\n                }\n\n                ENTRY_DEFAULT",
     "SET_TOP(shortcut_binary_op(ip[-1] - MP_BC_BINARY_OP_MULTI, lhs, rhs));\n                    DISPATCH();\n                }\n\n                ENTRY_DEFAULT"),
    ("SET_TOP(mp_call_method_n_kw_var(false, unum, sp));", "VM_ENTER(vitrine_frame_call_var(false, unum, sp), FRAME_CALL);"),
    ("SET_TOP(mp_call_method_n_kw_var(true, unum, sp));", "VM_ENTER(vitrine_frame_call_var(true, unum, sp), FRAME_CALL);"),
    ("SET_TOP(mp_obj_subscr(TOP(), index, MP_OBJ_SENTINEL));", "SET_TOP(shortcut_load_item(TOP(), index));"),
    ("mp_load_method(*sp, qst, sp);", "shortcut_load_method(*sp, qst, sp);"),
    ("PUSH(mp_load_global(qst));", "PUSH(shortcut_load_global(qst));"),
    ("elem = mp_map_lookup(&self->members, MP_OBJ_NEW_QSTR(qst), MP_MAP_LOOKUP);", "elem = shortcut_member(self, qst);"),
    ("mp_store_attr(sp[0], qst, sp[-1]);", "shortcut_store_attr(sp[0], qst, sp[-1]);"),
    ("mp_obj_subscr(sp[-1], sp[0], sp[-2]);", "shortcut_store_item(sp[-1], sp[0], sp[-2]);"),
)

# What the handlers do when a frame does not catch.
PROPAGATE = "            } else {\n                // propagate exception to higher level\n"
UNWIND = """
            } else if (code_state->prev != NULL) {
                nlr.ret_val = vitrine_frame_raised(code_state, nlr.ret_val);
                exc_sp = code_state->prev_exc_sp;
                shared->entry.frame = code_state = code_state->prev;
                exc_stack = (mp_exc_stack_t *)(code_state->state + code_state->n_state);
                code_state->ip -= 1;
                goto unwind_frame;
"""
TRACEBACK = "            // Set traceback info (file and line number) where the exception occurred"


def cut(text, anchor):
    if text.count(anchor) != 1:
        raise SystemExit(f"vmsplit.py: py/vm.c: {text.count(anchor)} times, not once: {anchor.strip()!r}")
    return text.split(anchor)


def replace(text, old, new):
    first, second = cut(text, old)
    return first + new + second


def split(text):
    before, rest = cut(text, SIGNATURE)
    macros, rest = cut(rest, "#if MICROPY_STACKLESS\nrun_code_state: ;")
    setup, rest = cut(rest, "    // outer exception handling loop\n")
    head, rest = cut(rest, "            // local variables that are not visible to the exception handler\n")
    loop, handlers = cut(rest, "        } else {\nexception_handler:")
    macros = replace(macros, RAISE, "do { shared->raised = MP_OBJ_TO_PTR(o); return VM_RAISED; } while (0)")
    macros = replace(macros, "#if MICROPY_OPT_COMPUTED_GOTO\n", "#if 0\n") + DECODE
    setup = replace(setup, "mp_exc_stack_t *volatile exc_sp = ",
                    "vm_shared_t share, *shared = &share;\n    share.inject = inject_exc;\n"
                    "    char *const frames_base = vitrine_frames_top;\n"
                    "    share.again = inject_exc == MP_OBJ_SENTINEL;\n"
                    "    if (share.again) {\n        share.inject = MP_STATE_VM(vitrine_paused_raise);\n"
                    "    } else {\n        code_state->prev = NULL;\n    }\n"
                    "    share.entry = (vitrine_entry_t) {vitrine_entries, code_state};\n    vitrine_entries = &share.entry;\n    exc_sp = ")
    setup = replace(setup, "FRAME_ENTER();", "if (inject_exc != MP_OBJ_SENTINEL) {\n    FRAME_ENTER();\n}")
    setup = setup.replace("fastn = &code_state->state[n_state - 1];", "")
    setup = replace(setup, "    mp_obj_t * /*const*/ fastn;\n", "")
    _, loop = cut(loop, "            MICROPY_VM_HOOK_INIT\n")
    loop = replace(loop, "#if MICROPY_OPT_COMPUTED_GOTO\n                DISPATCH();", "#if 0\n                DISPATCH();")
    loop = replace(loop, "#if !MICROPY_OPT_COMPUTED_GOTO\n                } // switch", "#if 1\n                } // switch")
    for old, new in SHORTCUTS:
        loop = replace(loop, old, new)
    loop = loop.replace("mp_obj_is_true(", "shortcut_is_true(")
    loop = replace(loop, "&& *ip != MP_BC_YIELD_FROM", "&& (shared->again || *ip != MP_BC_YIELD_FROM)")
    for name in RANGES:
        code = f"MP_BC_{name}_MULTI"
        loop = replace(loop, f"ENTRY({code})", f"case {code} ... {code} + {code}_NUM - 1")
    loop = replace(loop, "ENTRY_DEFAULT:\n                    MARK", ALL_BYTES + "ENTRY_DEFAULT:\n                    MARK")
    for anchor, frames in FRAMES.items():
        loop = replace(loop, anchor, frames + anchor)
    handlers = replace(handlers, TRACEBACK, "unwind_frame:\n" + TRACEBACK)
    handlers = replace(handlers, PROPAGATE, UNWIND + PROPAGATE + "                vitrine_entries = share.entry.outer;\n")
    head = replace(head, "if (nlr_push(&nlr) == 0) {", "if (1) {")
    return (before + SHARED + macros + LOOP + loop.replace("nlr_pop();", "") + "}\n#undef inject_exc\n\n"
            + SIGNATURE.replace("volatile ", "") + "#if MICROPY_STACKLESS\nrun_code_state: ;" + setup
            + "    // outer exception handling loop\n" + head + ENTER + "        } else {\nexception_handler:" + handlers)


# The native base keeps the loop where it is, and says in whom it is all the same.
def whole(text):
    text = replace(text, "#define FRAME_LEAVE() (++vitrine_depth_left)", "#define FRAME_LEAVE() (vitrine_entries = entry.outer, ++vitrine_depth_left)")
    text = replace(text, "FRAME_ENTER();\n", "FRAME_ENTER();\n    vitrine_entry_t entry = {vitrine_entries, code_state};\n    vitrine_entries = &entry;\n")
    return '#include "machine/frames.h"\n' + text
