"""A frame knows who is to have its result: see frames.h."""

HOOKS = [
    (
        "py/bc.h",
        "    mp_obj_dict_t *old_globals;\n    #if MICROPY_STACKLESS\n",
        "    mp_obj_dict_t *old_globals;\n"
        "    struct _mp_code_state_t *prev; // whom it returns or yields to, or NULL: C\n"
        "    struct _mp_exc_stack_t *prev_exc_sp;\n"
        "    size_t how; // FRAME_…\n"
        "    #if MICROPY_STACKLESS\n",
    ),
    ("py/objclosure.c", ("typedef struct _mp_obj_closure_t {", "static mp_obj_t closure_call("), '#include "machine/frames.h"\n\n'),
    (
        "py/objboundmeth.c",
        ("typedef struct _mp_obj_bound_meth_t {", "#if MICROPY_ERROR_REPORTING == MICROPY_ERROR_REPORTING_DETAILED\nstatic void bound_meth_print"),
        '#include "machine/frames.h"\n\n',
    ),
    # Calls with stars stay in the loop, too.
    ("py/runtime.c", "#if !MICROPY_STACKLESS\nstatic\n#endif\nvoid mp_call_prepare", "void mp_call_prepare"),
    ("py/runtime.h", "#if MICROPY_STACKLESS\n// Takes arguments", "#if 1\n// Takes arguments"),
    ("py/vm.c", '#include "py/bc0.h"\n', '#include "py/bc0.h"\n#include "type/coroutines.h"\n'),
    (
        "py/objgenerator.c",
        ("typedef struct _mp_obj_gen_instance_t {", "static mp_obj_t gen_wrap_call("),
        '#include "type/coroutines.h"\n\n',
    ),
]
