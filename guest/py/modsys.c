// modsys.c - the module sys; takes upstream's place.
//
// What it says of numbers is what CPython says on a machine of 64 bits. The
// guest may set attributes; what it set is kept apart and found first.
#include <float.h>

#include "machine/callers.h"
#include "type/builtins.h"
#include "type/coroutines.h"
#include "genhdr/mpversion.h"
#include "py/builtin.h"
#include "py/objint.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "number/intmethods.h"
#include "py/objtuple.h"
#include "py/objtype.h"
#include "py/runtime.h"
#include "py/stream.h"
#include "machine/stop.h"

extern struct _mp_dummy_t mp_sys_stdin_obj, mp_sys_stdout_obj, mp_sys_stderr_obj;
const mp_print_t mp_sys_stdout_print = {&mp_sys_stdout_obj, mp_stream_write_adaptor};

MP_REGISTER_ROOT_POINTER(mp_obj_list_t mp_sys_argv_obj);
MP_REGISTER_ROOT_POINTER(mp_obj_base_t * cur_exception);
MP_REGISTER_ROOT_POINTER(mp_obj_t sys_mutable[MP_SYS_MUTABLE_NUM]);
MP_REGISTER_ROOT_POINTER(mp_obj_dict_t *vitrine_sys_set);

// --- what it is ---

static const MP_DEFINE_STR_OBJ(platform_obj, MICROPY_PY_SYS_PLATFORM);
static const MP_DEFINE_STR_OBJ(version_obj, "3.11.0 (" MICROPY_BANNER_NAME_AND_VERSION ")");
static const MP_DEFINE_STR_OBJ(machine_obj, MICROPY_BANNER_MACHINE);

static const qstr version_fields[] = {MP_QSTR_major, MP_QSTR_minor, MP_QSTR_micro, MP_QSTR_releaselevel, MP_QSTR_serial};
static MP_DEFINE_ATTRTUPLE(version_info_obj, version_fields, 5,
    MP_ROM_INT(3), MP_ROM_INT(11), MP_ROM_INT(0), MP_ROM_QSTR(MP_QSTR_final), MP_ROM_INT(0));

static const mp_rom_obj_tuple_t implementation_version_obj = {{&mp_type_tuple}, 3,
    {MP_ROM_INT(MICROPY_VERSION_MAJOR), MP_ROM_INT(MICROPY_VERSION_MINOR), MP_ROM_INT(MICROPY_VERSION_MICRO)}};
static const qstr implementation_fields[] = {MP_QSTR_name, MP_QSTR_version, MP_QSTR__machine};
static MP_DEFINE_ATTRTUPLE(implementation_obj, implementation_fields, 3,
    MP_ROM_QSTR(MP_QSTR_micropython), MP_ROM_PTR(&implementation_version_obj), MP_ROM_PTR(&machine_obj));

// As objfloat.c has it.
typedef struct {
    mp_obj_base_t base;
    mp_float_t value;
} float_obj_t;

static const float_obj_t float_max = {{&mp_type_float}, DBL_MAX};
static const float_obj_t float_min = {{&mp_type_float}, DBL_MIN};
static const float_obj_t float_epsilon = {{&mp_type_float}, DBL_EPSILON};
static const qstr float_fields[] = {MP_QSTR_max, MP_QSTR_max_exp, MP_QSTR_max_10_exp, MP_QSTR_min, MP_QSTR_min_exp,
                                    MP_QSTR_min_10_exp, MP_QSTR_dig, MP_QSTR_mant_dig, MP_QSTR_epsilon, MP_QSTR_radix,
                                    MP_QSTR_rounds};
static MP_DEFINE_ATTRTUPLE(float_info_obj, float_fields, 11,
    MP_ROM_PTR(&float_max), MP_ROM_INT(DBL_MAX_EXP), MP_ROM_INT(DBL_MAX_10_EXP), MP_ROM_PTR(&float_min),
    MP_ROM_INT(DBL_MIN_EXP), MP_ROM_INT(DBL_MIN_10_EXP), MP_ROM_INT(DBL_DIG), MP_ROM_INT(DBL_MANT_DIG),
    MP_ROM_PTR(&float_epsilon), MP_ROM_INT(FLT_RADIX), MP_ROM_INT(1));

static const qstr int_fields[] = {MP_QSTR_bits_per_digit, MP_QSTR_sizeof_digit, MP_QSTR_default_max_str_digits,
                                  MP_QSTR_str_digits_check_threshold};
static MP_DEFINE_ATTRTUPLE(int_info_obj, int_fields, 4,
    MP_ROM_INT(30), MP_ROM_INT(4), MP_ROM_INT(4300), MP_ROM_INT(640));

// Digits of 32 bits, the lowest first.
#define BIG_INT(name, low, high) \
    static mpz_dig_t name##_digits[] = {low, high}; \
    static const mp_obj_int_t name = {{&mp_type_int}, {.fixed_dig = 1, .len = 2, .alloc = 2, .dig = name##_digits}}
BIG_INT(max_size, 0xffffffff, 0x7fffffff);
BIG_INT(hash_modulus, 0xffffffff, 0x1fffffff);

static const qstr hash_fields[] = {MP_QSTR_width, MP_QSTR_modulus, MP_QSTR_inf, MP_QSTR_nan, MP_QSTR_imag,
                                   MP_QSTR_algorithm, MP_QSTR_hash_bits, MP_QSTR_seed_bits, MP_QSTR_cutoff};
static MP_DEFINE_ATTRTUPLE(hash_info_obj, hash_fields, 9,
    MP_ROM_INT(64), MP_ROM_PTR(&hash_modulus), MP_ROM_INT(314159), MP_ROM_INT(0), MP_ROM_INT(1000003),
    MP_ROM_QSTR(MP_QSTR_djb2), MP_ROM_INT(32), MP_ROM_INT(0), MP_ROM_INT(0));

// --- functions ---

static mp_obj_t sys_exit(size_t n_args, const mp_obj_t *args) {
    nlr_raise(mp_obj_new_exception_args(&mp_type_SystemExit, n_args, args));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_sys_exit_obj, 0, 1, sys_exit);

static mp_obj_t sys_print_exception(size_t n_args, const mp_obj_t *args) {
    void *stream = &mp_sys_stdout_obj;
    if (n_args > 1) {
        mp_get_stream_raise(args[1], MP_STREAM_OP_WRITE);
        stream = MP_OBJ_TO_PTR(args[1]);
    }
    mp_print_t print = {stream, mp_stream_write_adaptor};
    if (mp_obj_is_exception_instance(args[0])) {
        vitrine_print_exception(&print, args[0]);
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_sys_print_exception_obj, 1, 2, sys_print_exception);

static mp_obj_t sys_exc_info(void) {
    mp_obj_t e = MP_OBJ_FROM_PTR(MP_STATE_VM(cur_exception));
    mp_obj_t items[] = {mp_const_none, mp_const_none, mp_const_none};
    if (e != MP_OBJ_NULL) {
        mp_obj_t traceback[2];
        items[0] = MP_OBJ_FROM_PTR(mp_obj_get_type(e));
        items[1] = e;
        mp_load_method_maybe(e, MP_QSTR___traceback__, traceback);
        items[2] = traceback[0] != MP_OBJ_NULL ? traceback[0] : mp_const_none;
    }
    return mp_obj_new_tuple(3, items);
}
static MP_DEFINE_CONST_FUN_OBJ_0(sys_exc_info_obj, sys_exc_info);

// About what CPython says: objects here are smaller.
static mp_obj_t sys_getsizeof(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    mp_obj_t o = args[0], len = mp_obj_len_maybe(o);
    size_t n = len != MP_OBJ_NULL ? MP_OBJ_SMALL_INT_VALUE(len) : 0;
    const mp_obj_type_t *type = mp_obj_get_type(o);
    size_t size = 48;
    if (mp_obj_is_int(o)) {
        size = mp_obj_is_small_int(o) ? (o == MP_OBJ_NEW_SMALL_INT(0) ? 24 : 28)
            : 28 + 4 * ((mp_obj_int_t *)MP_OBJ_TO_PTR(o))->mpz.len;
    } else if (o == mp_const_none) {
        size = 16;
    } else if (mp_obj_is_float(o)) {
        size = 24;
    } else if (mp_obj_is_str(o)) {
        size = 49 + n;
    } else if (type == &mp_type_bytes) {
        size = 33 + n;
    } else if (type == &mp_type_tuple) {
        size = 40 + 8 * n;
    } else if (type == &mp_type_list) {
        size = 56 + 8 * n;
    } else if (type == &mp_type_dict || type == &mp_type_ordereddict) {
        size = n == 0 ? 64 : 184 + 24 * n;
    } else if (type == &mp_type_set || type == &mp_type_frozenset) {
        size = 216 + 16 * n;
    }
    return mp_obj_new_int_from_uint(size);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(sys_getsizeof_obj, 1, 2, sys_getsizeof);

// The host says how deep calls may nest; the guest's word is remembered.

static mp_obj_t own_get(qstr name) {
    const mp_obj_dict_t *set = MP_STATE_VM(vitrine_sys_set);
    const mp_map_elem_t *elem = set == NULL ? NULL
        : mp_map_lookup((mp_map_t *)&set->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return elem == NULL ? MP_OBJ_NULL : elem->value;
}

static void own_set(qstr name, mp_obj_t value) {
    if (MP_STATE_VM(vitrine_sys_set) == NULL) {
        MP_STATE_VM(vitrine_sys_set) = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
    }
    mp_obj_dict_store(MP_OBJ_FROM_PTR(MP_STATE_VM(vitrine_sys_set)), MP_OBJ_NEW_QSTR(name), value);
}

static mp_obj_t sys_getrecursionlimit(void) {
    return mp_obj_new_int(vitrine_depth_get());
}
static MP_DEFINE_CONST_FUN_OBJ_0(sys_getrecursionlimit_obj, sys_getrecursionlimit);

static mp_obj_t sys_setrecursionlimit(mp_obj_t limit) {
    vitrine_depth_set(mp_obj_get_int(limit));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(sys_setrecursionlimit_obj, sys_setrecursionlimit);

static mp_obj_t sys_getdefaultencoding(void) {
    return MP_OBJ_NEW_QSTR(MP_QSTR_utf_hyphen_8);
}
static MP_DEFINE_CONST_FUN_OBJ_0(sys_getdefaultencoding_obj, sys_getdefaultencoding);
static MP_DEFINE_CONST_FUN_OBJ_1(sys_intern_obj, mp_obj_str_intern_checked);

// --- attributes that change ---

static mp_obj_t standard(qstr name) {
    switch (name) {
        case MP_QSTR_stdin:
        case MP_QSTR___stdin__:
            return MP_OBJ_FROM_PTR(&mp_sys_stdin_obj);
        case MP_QSTR_stdout:
        case MP_QSTR___stdout__:
            return MP_OBJ_FROM_PTR(&mp_sys_stdout_obj);
        case MP_QSTR_stderr:
        case MP_QSTR___stderr__:
            return MP_OBJ_FROM_PTR(&mp_sys_stderr_obj);
        case MP_QSTR_argv:
            return MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_sys_argv_obj));
        case MP_QSTR_path:
            return mp_sys_path;
        default:
            return MP_OBJ_NULL;
    }
}

const uint16_t vitrine_sys_changing[] = {MP_QSTR_argv, MP_QSTR_path, MP_QSTR_stderr, MP_QSTR_stdin, MP_QSTR_stdout};

mp_obj_t vitrine_stdout(void) {
    mp_obj_t own = own_get(MP_QSTR_stdout);
    return own != MP_OBJ_NULL ? own : MP_OBJ_FROM_PTR(&mp_sys_stdout_obj);
}

mp_obj_t vitrine_stdin(void) {
    mp_obj_t own = own_get(MP_QSTR_stdin);
    return own != MP_OBJ_NULL ? own : MP_OBJ_FROM_PTR(&mp_sys_stdin_obj);
}

extern const mp_obj_module_t mp_module_sys;

void mp_module_sys_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    (void)self;
    if (dest[0] == MP_OBJ_NULL) {
        mp_obj_t own = own_get(name);
        dest[0] = own != MP_OBJ_NULL ? own : standard(name);
    } else if (mp_map_lookup((mp_map_t *)&mp_module_sys.globals->map, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) != NULL) {
        return; // it stays what it is
    } else if (dest[1] != MP_OBJ_NULL) {
        if (name == MP_QSTR_path) {
            mp_sys_path = dest[1];
        } else {
            own_set(name, dest[1]);
        }
        dest[0] = MP_OBJ_NULL;
    } else if (own_get(name) != MP_OBJ_NULL) {
        mp_obj_dict_delete(MP_OBJ_FROM_PTR(MP_STATE_VM(vitrine_sys_set)), MP_OBJ_NEW_QSTR(name));
        dest[0] = MP_OBJ_NULL;
    }
}

static const mp_rom_map_elem_t sys_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_sys) },
    { MP_ROM_QSTR(MP_QSTR_byteorder), MP_ROM_QSTR(MP_QSTR_little) },
    { MP_ROM_QSTR(MP_QSTR__getframe), MP_ROM_PTR(&callers_getframe_obj) },
    { MP_ROM_QSTR(MP_QSTR_exc_info), MP_ROM_PTR(&sys_exc_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_exit), MP_ROM_PTR(&mp_sys_exit_obj) },
    { MP_ROM_QSTR(MP_QSTR_float_info), MP_ROM_PTR(&float_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_getdefaultencoding), MP_ROM_PTR(&sys_getdefaultencoding_obj) },
    { MP_ROM_QSTR(MP_QSTR_getrecursionlimit), MP_ROM_PTR(&sys_getrecursionlimit_obj) },
    { MP_ROM_QSTR(MP_QSTR_getsizeof), MP_ROM_PTR(&sys_getsizeof_obj) },
    { MP_ROM_QSTR(MP_QSTR_hash_info), MP_ROM_PTR(&hash_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_implementation), MP_ROM_PTR(&implementation_obj) },
    { MP_ROM_QSTR(MP_QSTR_int_info), MP_ROM_PTR(&int_info_obj) },
    { MP_ROM_QSTR(MP_QSTR_intern), MP_ROM_PTR(&sys_intern_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_int_max_str_digits), MP_ROM_PTR(&vitrine_get_digits_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_int_max_str_digits), MP_ROM_PTR(&vitrine_set_digits_obj) },
    { MP_ROM_QSTR(MP_QSTR_hexversion), MP_ROM_INT(0x030b00f0) },
    { MP_ROM_QSTR(MP_QSTR_maxsize), MP_ROM_PTR(&max_size) },
    { MP_ROM_QSTR(MP_QSTR_maxunicode), MP_ROM_INT(0x10ffff) },
    { MP_ROM_QSTR(MP_QSTR_modules), MP_ROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)) },
    { MP_ROM_QSTR(MP_QSTR_platform), MP_ROM_PTR(&platform_obj) },
    { MP_ROM_QSTR(MP_QSTR_print_exception), MP_ROM_PTR(&mp_sys_print_exception_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_asyncgen_hooks), MP_ROM_PTR(&vitrine_async_hooks_obj) },
    { MP_ROM_QSTR(MP_QSTR_setrecursionlimit), MP_ROM_PTR(&sys_setrecursionlimit_obj) },
    { MP_ROM_QSTR(MP_QSTR_version), MP_ROM_PTR(&version_obj) },
    { MP_ROM_QSTR(MP_QSTR_version_info), MP_ROM_PTR(&version_info_obj) },
};
static MP_DEFINE_CONST_DICT(sys_globals, sys_globals_table);

const mp_obj_module_t mp_module_sys = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&sys_globals,
};

MP_REGISTER_MODULE(MP_QSTR_sys, mp_module_sys);
MP_REGISTER_MODULE_DELEGATION(mp_module_sys, mp_module_sys_attr);
