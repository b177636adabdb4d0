// counts.c - the module _counts: how often each item comes, for Counter.
#include "machine/stop.h"
#include "py/runtime.h"
#include "py/smallint.h"
#include "type/dict.h"

// count(dictionary, iterable): one more for each item.
static mp_obj_t counts_count(mp_obj_t into, mp_obj_t iterable) {
    mp_obj_dict_t *dict = vitrine_dict_of(into);
    into = MP_OBJ_FROM_PTR(dict);
    if (dict == NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("a dict is needed"));
    }
    mp_obj_iter_buf_t room;
    mp_obj_t items = mp_getiter(iterable, &room), item;
    while ((item = mp_iternext(items)) != MP_OBJ_STOP_ITERATION) {
        mp_map_elem_t *elem = mp_map_lookup(&dict->map, item, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
        if (elem->value == MP_OBJ_NULL) {
            elem->value = MP_OBJ_NEW_SMALL_INT(1);
        } else if (mp_obj_is_small_int(elem->value) && MP_OBJ_SMALL_INT_VALUE(elem->value) < MP_SMALL_INT_MAX) {
            elem->value = MP_OBJ_NEW_SMALL_INT(MP_OBJ_SMALL_INT_VALUE(elem->value) + 1);
        } else {
            mp_obj_dict_store(into, item, mp_binary_op(MP_BINARY_OP_ADD, elem->value, MP_OBJ_NEW_SMALL_INT(1)));
        }
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(counts_count_obj, counts_count);

static const mp_rom_map_elem_t counts_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__counts) },
    { MP_ROM_QSTR(MP_QSTR_count), MP_ROM_PTR(&counts_count_obj) },
};
static MP_DEFINE_CONST_DICT(counts_globals, counts_globals_table);

const mp_obj_module_t vitrine_module_counts = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&counts_globals,
};
MP_REGISTER_MODULE(MP_QSTR__counts, vitrine_module_counts);
