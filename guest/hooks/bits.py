"""Nothing shows the bits of an address, and a NaN has one pattern of them."""

HOOKS = [
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
]
