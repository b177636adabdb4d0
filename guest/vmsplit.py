"""Takes the interpreter's dispatch loop out of the function that has the try.

A function with a setjmp is lowered with care that costs each of its calls, and
a Python call enters one. So the loop becomes a function of its own, without,
and mp_execute_bytecode, which keeps the handlers, enters it through the few
instructions of try.s. The handlers see the frame, the exception stack and what
was raised, all in memory. Only the guest is built so, not the native base.
"""

WRAPPER = "mp_vm_return_kind_t MICROPY_WRAP_MP_EXECUTE_BYTECODE(mp_execute_bytecode)"
SIGNATURE = WRAPPER + "(mp_code_state_t *code_state, volatile mp_obj_t inject_exc) {\n"
RAISE = "do { nlr_pop(); nlr.ret_val = MP_OBJ_TO_PTR(o); goto exception_handler; } while (0)"
TABLE = '#if MICROPY_OPT_COMPUTED_GOTO\n    #include "py/vmentrytable.h"\n'

SHARED = """
// What the loop and the handlers share.
typedef struct {
    mp_exc_stack_t *exc_sp;
    mp_obj_t inject;
    void *raised;
} vm_shared_t;
#define VM_RAISED ((mp_vm_return_kind_t)99)
mp_vm_return_kind_t vm_loop(mp_code_state_t *code_state, vm_shared_t *shared);
mp_vm_return_kind_t vm_try(mp_code_state_t *code_state, vm_shared_t *shared);
"""

LOOP = """
#define exc_sp (shared->exc_sp)
#define inject_exc (shared->inject)
__attribute__((noinline)) mp_vm_return_kind_t vm_loop(mp_code_state_t *code_state, vm_shared_t *shared) {
    #if MICROPY_OPT_COMPUTED_GOTO
    #include "py/vmentrytable.h"
    #endif
    mp_obj_t *const fastn = &code_state->state[code_state->n_state - 1];
    mp_exc_stack_t *const exc_stack = (mp_exc_stack_t *)(code_state->state + code_state->n_state);
"""

ENTER = """
            nlr_push_tail(&nlr);
            shared->raised = NULL;
            mp_vm_return_kind_t kind = vm_try(code_state, shared);
            if (kind != VM_RAISED) {
                nlr_pop();
                return kind;
            }
            if (shared->raised) {
                nlr_pop();
                nlr.ret_val = shared->raised;
            }
            goto exception_handler;
"""


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
    macros = replace(macros, TABLE, "#if MICROPY_OPT_COMPUTED_GOTO\n")
    setup = replace(setup, "mp_exc_stack_t *volatile exc_sp = ",
                    "vm_shared_t share, *shared = &share;\n    share.inject = inject_exc;\n    exc_sp = ")
    head = replace(head, "if (nlr_push(&nlr) == 0) {", "if (1) {")
    return (before + SHARED + macros + LOOP + loop.replace("nlr_pop();", "") + "}\n#undef inject_exc\n\n"
            + SIGNATURE.replace("volatile ", "") + "#if MICROPY_STACKLESS\nrun_code_state: ;" + setup
            + "    // outer exception handling loop\n" + head + ENTER + "        } else {\nexception_handler:" + handlers)
