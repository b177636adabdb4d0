// chance.c - randomness: the seed of generators, and the module _os, which is
// urandom() and what the modules for files need.
//
// Without the grant the seed is a constant, so that runs are the same, and
// urandom() raises.
#include "machine/port.h"
#include "module/program.h"
#include "py/objstr.h"
#include "py/runtime.h"

#define SEED 0x76697472

bool vitrine_random_seed(uint32_t *seed) {
    if (door_random(seed, sizeof(*seed))) {
        return true;
    }
    *seed = SEED;
    return false;
}

static mp_obj_t os_urandom(mp_obj_t size) {
    mp_int_t n = mp_obj_get_int(size);
    if (n < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("negative argument not allowed"));
    }
    vstr_t bytes;
    vstr_init_len(&bytes, n);
    if (!door_random(bytes.buf, n)) {
        vitrine_raise_permission("randomness is not granted (grant: random)");
    }
    return mp_obj_new_bytes_from_vstr(&bytes);
}
static MP_DEFINE_CONST_FUN_OBJ_1(os_urandom_obj, os_urandom);

// What is to be called when the run ends.
static mp_obj_t os_at_end(mp_obj_t function) {
    MP_STATE_VM(vitrine_at_end) = function;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(os_at_end_obj, os_at_end);

// A new module, which is in sys.modules.
static mp_obj_t os_module(mp_obj_t name) {
    return mp_obj_new_module(mp_obj_str_get_qstr(name));
}
static MP_DEFINE_CONST_FUN_OBJ_1(os_module_obj, os_module);

// Which session this memory is in, of those that it has been in.
static mp_obj_t os_life(void) {
    return mp_obj_new_int_from_uint(vitrine_life);
}
static MP_DEFINE_CONST_FUN_OBJ_0(os_life_obj, os_life);

static const mp_rom_map_elem_t os_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__os) },
    { MP_ROM_QSTR(MP_QSTR_urandom), MP_ROM_PTR(&os_urandom_obj) },
    { MP_ROM_QSTR(MP_QSTR_at_end), MP_ROM_PTR(&os_at_end_obj) },
    { MP_ROM_QSTR(MP_QSTR_module), MP_ROM_PTR(&os_module_obj) },
    { MP_ROM_QSTR(MP_QSTR_life), MP_ROM_PTR(&os_life_obj) },
    { MP_ROM_QSTR(MP_QSTR_source), MP_ROM_PTR(&vitrine_program_source_obj) },
    { MP_ROM_QSTR(MP_QSTR_line), MP_ROM_PTR(&vitrine_program_line_obj) },
    { MP_ROM_QSTR(MP_QSTR_calls), MP_ROM_PTR(&vitrine_program_calls_obj) },
};
static MP_DEFINE_CONST_DICT(os_globals, os_globals_table);

const mp_obj_module_t vitrine_module_os = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&os_globals,
};
MP_REGISTER_MODULE(MP_QSTR__os, vitrine_module_os);
