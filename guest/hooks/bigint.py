"""Digits of 32 bits in big integers, as on a 64-bit machine; upstream counts on a
machine word being wider than a digit. Products are made by product.c."""

HOOKS = [
    ("py/mpz.c", '#include "py/mpz.h"\n', '#include "py/mpz.h"\n#include "number/product.h"\n'),
    ("py/mpz.c", ("/* computes i = j * k\n", "/* natural_div"), ""),
    (
        "py/mpz.c",
        "    memset(dest->dig, 0, dest->alloc * sizeof(mpz_dig_t));\n    dest->len = mpn_mul(",
        "    dest->len = vitrine_product(",
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
    (
        "py/objint_mpz.c",
        "                mp_obj_t tuple[2] = {MP_OBJ_FROM_PTR(quo), MP_OBJ_FROM_PTR(res)};\n",
        "                mp_obj_t tuple[2] = {vitrine_int_normal(MP_OBJ_FROM_PTR(quo)), vitrine_int_normal(MP_OBJ_FROM_PTR(res))};\n",
    ),
    ("py/objint_mpz.c", '#include "py/objint.h"\n', '#include "py/objint.h"\n#include "number/intmethods.h"\n'),
]
