"""The soft stop is noticed at frames, at jumps and in loops in C, and no handler sees it."""

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
    ("py/vm.c", '#include "py/profile.h"\n', '#include "py/profile.h"\n#include "machine/stop.h"\n'),
    # At every jump: no scheduler, no pending exception, only the stop.
    (
        "py/vm.c",
        "                    MP_STATE_THREAD(mp_pending_exception) != MP_OBJ_NULL\n                #endif\n"
        "                #if MICROPY_ENABLE_VM_ABORT",
        "                    vitrine_stop\n                #endif\n"
        "                #if MICROPY_ENABLE_VM_ABORT",
    ),
    # It is told of the line where the loop goes on: the handler takes one off.
    (
        "py/vm.c",
        "mp_handle_pending(true);\n",
        "code_state->ip = ip + 1;\n                    vitrine_stop_raise();\n",
    ),
    # No handler of the guest's sees the stop.
    (
        "py/vm.c",
        "while (exc_sp >= exc_stack && exc_sp->handler <= code_state->ip) {",
        "while (exc_sp >= exc_stack\n"
        "                && (exc_sp->handler <= code_state->ip || nlr.ret_val == &vitrine_stop_exception)) {",
    ),
    # Loops in C over an iterator notice the stop as well.
    ("py/runtime.c", '#include "py/gc.h"\n', '#include "py/gc.h"\n#include "machine/heap.h"\n#include "machine/stop.h"\n'),
    (
        "py/runtime.c",
        "mp_cstack_check(); // enumerate,",
        "if (vitrine_stop) {\n        vitrine_stop_raise();\n    }\n    mp_cstack_check(); // enumerate,",
    ),
]
