// hostcall.c - host functions as the guest sees them.
//
// A host function is an object that holds a name and nothing else: the host
// looks the name up in its grants at every call. Arguments and answers are
// copied as CBOR; what cannot cross is a TypeError that says where it is.
#include "hostcall.h"

#include <string.h>

#include "cbor.h"
#include "pause.h"
#include "machine/port.h"
#include "module/preload.h"
#include "py/builtin.h"
#include "py/objexcept.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "waiting.h"

// Room in a message besides the value limit: the name, and the heads.
#define MESSAGE_OVERHEAD 512

typedef struct {
    mp_obj_base_t base;
    qstr name;
    mp_obj_t signature, doc; // str or None
    bool is_async;
} host_function_t;

static void function_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const host_function_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<host function %q>", self->name);
}

static void function_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const host_function_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR___name__) {
        dest[0] = MP_OBJ_NEW_QSTR(self->name);
    } else if (attr == MP_QSTR___doc__) {
        dest[0] = self->doc;
    } else if (attr == MP_QSTR___text_signature__) {
        dest[0] = self->signature;
    }
}

// Raises what `w` met: in argument `index`, or in keyword `keyword`.
static NORETURN void raise_cannot_cross(const cbor_writer_t *w, size_t index, mp_obj_t keyword) {
    vstr_t place;
    mp_print_t print;
    vstr_init_print(&place, 64, &print);
    if (keyword == MP_OBJ_NULL) {
        mp_printf(&print, "argument %u", (unsigned)index + 1);
    } else {
        mp_printf(&print, "argument %s", mp_obj_str_get_str(keyword));
    }
    if (w->status == CBOR_TYPE) {
        for (size_t i = 0; i < w->depth; ++i) {
            if (w->path[i] == MP_OBJ_NULL) {
                mp_print_str(&print, ", in a set");
            } else {
                mp_print_str(&print, ", item ");
                mp_obj_print_helper(&print, w->path[i], PRINT_REPR);
            }
        }
    }
    const char *text = vstr_null_terminated_str(&place);
    if (w->status == CBOR_DEEP) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("value nests too deep (%s)"), text);
    } else if (w->status == CBOR_LARGE) {
        mp_raise_msg_varg(&mp_type_ValueError,
            MP_ERROR_TEXT("value is larger than %u bytes (%s)"), (unsigned)vitrine_value_limit, text);
    } else if (w->status == CBOR_MEMORY) {
        mp_raise_type(&mp_type_MemoryError);
    } else if (mp_obj_is_str(w->culprit)) {
        mp_raise_msg_varg(&mp_type_UnicodeError,
            MP_ERROR_TEXT("cannot pass text that is not UTF-8 to the host (%s)"), text);
    }
    mp_raise_msg_varg(&mp_type_TypeError,
        MP_ERROR_TEXT("cannot pass object of type '%s' to the host (%s)"),
        mp_obj_get_type_str(w->culprit), text);
}

// A built-in type by its name, or HostError.
mp_obj_t hostcall_exception(mp_obj_t type, mp_obj_t message) {
    GET_STR_DATA_LEN(type, name, len);
    qstr known = qstr_find_strn((const char *)name, len);
    if (known != MP_QSTRnull) {
        mp_map_elem_t *found = mp_map_lookup((mp_map_t *)&mp_module_builtins_globals.map,
            MP_OBJ_NEW_QSTR(known), MP_MAP_LOOKUP);
        if (found != NULL && found->value != MP_OBJ_FROM_PTR(&mp_type_HostError)
            && mp_obj_is_exception_type(found->value)
            && mp_obj_is_subclass_fast(found->value, MP_OBJ_FROM_PTR(&mp_type_Exception))) {
            return mp_obj_exception_make_new(MP_OBJ_TO_PTR(found->value), 1, 0, &message);
        }
    }
    mp_obj_t args[2] = {type, message};
    return mp_obj_exception_make_new(&mp_type_HostError, 2, 0, args);
}

answer_t hostcall_send(const uint8_t *message, size_t len, mp_obj_t *value) {
    uint32_t length = door_call(message, len);
    vitrine_stop_check();
    uint8_t small[128]; // nothing is allocated but the value
    uint8_t *data = length <= sizeof(small) ? small : m_new(uint8_t, length);
    door_fetch(data, length);
    cbor_reader_t r = {data, data + length, 1};
    answer_t answer = waiting_read(&r, value);
    if (data != small) {
        m_del(uint8_t, data, length);
    }
    return answer;
}

mp_obj_t hostcall_call(mp_code_state_t *frame, mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const host_function_t *self = MP_OBJ_TO_PTR(self_in);
    uint8_t buffer[256];
    cbor_writer_t w;
    size_t name_len;
    const char *name = (const char *)qstr_data(self->name, &name_len);
    cbor_writer_init(&w, buffer, sizeof(buffer), vitrine_value_limit + MESSAGE_OVERHEAD);
    cbor_write_head(&w, CBOR_ARRAY, 3);
    cbor_write_head(&w, CBOR_TEXT, name_len);
    cbor_write_raw(&w, name, name_len);
    cbor_write_head(&w, CBOR_ARRAY, n_args);
    for (size_t i = 0; i < n_args; ++i) {
        cbor_write_value(&w, args[i]);
        if (w.status != CBOR_OK) {
            raise_cannot_cross(&w, i, MP_OBJ_NULL);
        }
    }
    cbor_write_head(&w, CBOR_MAP, n_kw);
    for (size_t i = 0; i < n_kw; ++i) {
        const mp_obj_t *pair = args + n_args + 2 * i;
        cbor_write_value(&w, pair[0]);
        cbor_write_value(&w, pair[1]);
        if (w.status != CBOR_OK) {
            raise_cannot_cross(&w, i, pair[0]);
        }
    }
    mp_obj_t value;
    answer_t answer = hostcall_send(w.buf, w.len, &value);
    if (answer == ANSWER_LATER) {
        value = waiting_new(value, w.buf, w.len);
    } else if (self->is_async) {
        value = waiting_done(answer, value);
    }
    cbor_writer_free(&w);
    if (answer == ANSWER_LATER && !self->is_async) {
        return vitrine_pause(frame, value, PAUSE_EVER, PAUSE_UNTIL);
    }
    if (answer == ANSWER_RAISE && !self->is_async) {
        nlr_raise(value);
    }
    return value;
}

static mp_obj_t function_call(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    return hostcall_call(NULL, self, n_args, n_kw, args);
}

MP_DEFINE_CONST_OBJ_TYPE(vitrine_host_function_type, MP_QSTR_function, MP_TYPE_FLAG_NONE,
    print, function_print,
    attr, function_attr,
    call, function_call
    );

// The module `name`, made if it is not there; of a built-in one, a copy.
static mp_obj_module_t *module_get(qstr name) {
    mp_map_elem_t *found = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map,
        MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    if (found != NULL && mp_obj_is_exact_type(found->value, &mp_type_module)) {
        mp_obj_module_t *module = MP_OBJ_TO_PTR(found->value);
        if (!module->globals->map.is_fixed) {
            return module;
        }
    }
    // A frozen module that has room for host functions: http has one for fetch().
    mp_obj_t frozen = vitrine_preloaded_import(name);
    if (frozen != MP_OBJ_NULL) {
        return MP_OBJ_TO_PTR(frozen);
    }
    mp_obj_t builtin = mp_module_get_builtin(name, false);
    if (builtin == MP_OBJ_NULL) {
        builtin = mp_module_get_builtin(name, true);
    }
    mp_obj_module_t *module = MP_OBJ_TO_PTR(mp_obj_new_module(name));
    if (builtin != MP_OBJ_NULL) {
        const mp_map_t *map = &((mp_obj_module_t *)MP_OBJ_TO_PTR(builtin))->globals->map;
        for (size_t i = 0; i < map->alloc; ++i) {
            if (mp_map_slot_is_filled(map, i)) {
                mp_obj_dict_store(MP_OBJ_FROM_PTR(module->globals), map->table[i].key, map->table[i].value);
            }
        }
    }
    return module;
}

void hostcall_grant(const uint8_t *name, size_t len, mp_obj_t about) {
    host_function_t *function = mp_obj_malloc(host_function_t, &vitrine_host_function_type);
    function->name = qstr_from_strn((const char *)name, len);
    mp_obj_t *texts;
    mp_obj_get_array_fixed_n(about, 3, &texts);
    function->signature = texts[0];
    function->doc = texts[1];
    function->is_async = texts[2] == mp_const_true;
    // "a.b.f": module a, in it module a.b, in it f.
    mp_obj_t outer = MP_OBJ_FROM_PTR(&mp_module_builtins);
    size_t start = 0;
    for (size_t i = 0; i < len; ++i) {
        if (name[i] == '.') {
            mp_obj_t inner = MP_OBJ_FROM_PTR(module_get(qstr_from_strn((const char *)name, i)));
            mp_store_attr(outer, qstr_from_strn((const char *)name + start, i - start), inner);
            outer = inner;
            start = i + 1;
        }
    }
    mp_store_attr(outer, qstr_from_strn((const char *)name + start, len - start),
        MP_OBJ_FROM_PTR(function));
}
