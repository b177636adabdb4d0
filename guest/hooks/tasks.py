"""asyncio's tasks have the methods and attributes of CPython's: lib/asyncio/tasks.py."""

HOOKS = [
    ("extmod/modasyncio.c", '#include "py/runtime.h"\n', '#include "py/runtime.h"\n#include "type/coroutines.h"\n'),
    ("extmod/modasyncio.c", "    mp_obj_t ph_key;\n", "    mp_obj_t ph_key;\n    mp_obj_t extra;\n"),
    ("extmod/modasyncio.c", "    self->ph_key = MP_OBJ_NEW_SMALL_INT(0);\n    if (n_args", "    self->ph_key = MP_OBJ_NEW_SMALL_INT(0);\n    self->extra = mp_const_none;\n    if (n_args"),
    (
        "extmod/modasyncio.c",
        "            dest[0] = self->ph_key;\n        }\n",
        "            dest[0] = self->ph_key;\n"
        "        } else if (attr == MP_QSTR_extra) {\n"
        "            dest[0] = self->extra;\n"
        "        } else if (attr == MP_QSTR___await__) {\n"
        "            dest[0] = MP_OBJ_FROM_PTR(&vitrine_self_obj);\n"
        "            dest[1] = self_in;\n"
        "        } else if (qstr_str(attr)[0] != '_') {\n"
        "            mp_obj_t more = mp_import_name(MP_QSTR_asyncio_dot_tasks, mp_const_true, MP_OBJ_NEW_SMALL_INT(0));\n"
        "            mp_obj_t methods = mp_load_attr(more, MP_QSTR_methods);\n"
        "            mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(methods), MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);\n"
        "            if (found != NULL) {\n"
        "                dest[0] = found->value;\n"
        "                dest[1] = self_in;\n"
        "            }\n"
        "        }\n",
    ),
    (
        "extmod/modasyncio.c",
        "            self->state = dest[1];\n            dest[0] = MP_OBJ_NULL;\n        }\n",
        "            self->state = dest[1];\n            dest[0] = MP_OBJ_NULL;\n"
        "        } else if (attr == MP_QSTR_extra) {\n"
        "            self->extra = dest[1];\n            dest[0] = MP_OBJ_NULL;\n"
        "        }\n",
    ),
    (
        "extmod/asyncio/core.py",
        "                t.data = er\n",
        "                t.data = er\n                if t.extra:\n                    t.extra[\"done\"](t, er)\n",
    ),
    # What nobody asked for is told at the end of run().
    (
        "extmod/asyncio/core.py",
        "                if not waiting and not isinstance(er, excs_stop):\n",
        "                if not waiting and not t.extra and not isinstance(er, excs_stop):\n",
    ),
    (
        "extmod/asyncio/__init__.py",
        "from .core import *\n",
        "from .core import *\nfrom .event import Event\nfrom .lock import Lock\n"
        "from .tasks import *\nfrom .locks import *\nfrom .queues import *\nfrom .timeouts import *\nfrom .taskgroups import *\n",
    ),
]
