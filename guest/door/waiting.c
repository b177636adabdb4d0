// waiting.c - calls that the host answers later, and that a task may await.
//
// Owns the calls that wait, by their ids. The host looks every id up among its own:
// what is here proves nothing there. To the guest a call is what calling an async
// function gives, with two differences: it is out at once, and may be awaited
// again, for the same answer.
#include "waiting.h"

#include <string.h>

#include "type/coroutines.h"
#include "doors.h"
#include "hostcall.h"
#include "pause.h"
#include "module/preload.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    bool waits;
    answer_t answer;
    mp_obj_t id, value; // value: the answer, or the exception
    mp_obj_t message;   // bytes
    mp_obj_t tasks;     // a list of those that await it, or MP_OBJ_NULL
} waiting_t;

static const mp_obj_type_t waiting_type;

// Those that wait, by id. Also asyncio's: it does not end while there are any.
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_waiting);

static mp_map_t *waiting_map(void) {
    if (MP_STATE_VM(vitrine_waiting) == MP_OBJ_NULL) {
        MP_STATE_VM(vitrine_waiting) = mp_obj_new_dict(0);
    }
    return mp_obj_dict_get_map(MP_STATE_VM(vitrine_waiting));
}

static waiting_t *waiting_make(answer_t answer, mp_obj_t value) {
    waiting_t *self = mp_obj_malloc(waiting_t, &waiting_type);
    self->waits = answer == ANSWER_LATER;
    self->answer = answer;
    self->value = value;
    self->id = self->message = self->tasks = MP_OBJ_NULL;
    return self;
}

mp_obj_t waiting_done(answer_t answer, mp_obj_t value) {
    return MP_OBJ_FROM_PTR(waiting_make(answer, value));
}

mp_obj_t waiting_new(mp_obj_t id, const uint8_t *message, size_t len) {
    waiting_t *self = waiting_make(ANSWER_LATER, mp_const_none);
    self->id = id;
    self->message = mp_obj_new_bytes(message, len);
    mp_map_lookup(waiting_map(), id, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = MP_OBJ_FROM_PTR(self);
    return MP_OBJ_FROM_PTR(self);
}

bool waiting_is_over(mp_obj_t call) {
    return !((waiting_t *)MP_OBJ_TO_PTR(call))->waits;
}

mp_obj_t waiting_value(mp_obj_t call) {
    waiting_t *self = MP_OBJ_TO_PTR(call);
    if (self->answer == ANSWER_RAISE) {
        nlr_raise(self->value);
    }
    return self->value;
}

// --- answers ---

answer_t waiting_read(cbor_reader_t *r, mp_obj_t *value) {
    unsigned major;
    uint64_t n = 0, kind = 0;
    mp_obj_t items[2] = {mp_const_none, mp_const_none};
    bool good = cbor_read_head(r, &major, &n) == CBOR_OK && major == CBOR_ARRAY
        && cbor_read_head(r, &major, &kind) == CBOR_OK && major == CBOR_UINT
        && kind <= ANSWER_LATER && n == (kind == ANSWER_RAISE ? 3 : 2);
    for (size_t i = 0; good && i + 1 < n; ++i) {
        good = cbor_read_value(r, &items[i]) == CBOR_OK;
    }
    if (good && kind == ANSWER_RAISE) {
        good = mp_obj_is_str(items[0]) && mp_obj_is_str(items[1]);
    }
    if (!good) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed answer from the host"));
    }
    *value = kind == ANSWER_RAISE ? hostcall_exception(items[0], items[1]) : items[0];
    return kind;
}

static mp_map_t *core_globals(void) {
    mp_obj_t core = vitrine_preloaded(MP_QSTR_asyncio_dot_core);
    return &((mp_obj_module_t *)MP_OBJ_TO_PTR(core))->globals->map;
}

static mp_obj_t core_get(qstr name) {
    mp_map_elem_t *found = mp_map_lookup(core_globals(), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return found != NULL ? found->value : mp_const_none;
}

// It waits no longer: whoever awaits it runs again.
static void settle(waiting_t *self, answer_t answer, mp_obj_t value) {
    self->waits = false;
    self->answer = answer;
    self->value = value;
    self->message = MP_OBJ_NULL;
    mp_map_lookup(waiting_map(), self->id, MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    if (self->tasks == MP_OBJ_NULL) {
        return;
    }
    size_t n;
    mp_obj_t *tasks;
    mp_obj_list_get(self->tasks, &n, &tasks);
    self->tasks = MP_OBJ_NULL;
    for (size_t i = 0; i < n; ++i) {
        mp_obj_t dest[3];
        mp_load_method(core_get(MP_QSTR__task_queue), MP_QSTR_push, dest);
        dest[2] = tasks[i];
        mp_call_method_n_kw(1, 0, dest);
    }
}

static waiting_t *find(mp_obj_t id) {
    mp_map_elem_t *found = mp_map_lookup(waiting_map(), id, MP_MAP_LOOKUP);
    if (found == NULL || !mp_obj_is_exact_type(found->value, &waiting_type)) {
        return NULL;
    }
    return MP_OBJ_TO_PTR(found->value);
}

// Too little memory for one answer is no reason to lose the others.
static answer_t read_protected(cbor_reader_t *r, mp_obj_t *value) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        answer_t answer = waiting_read(r, value);
        nlr_pop();
        return answer;
    }
    *value = MP_OBJ_FROM_PTR(nlr.ret_val);
    return ANSWER_RAISE;
}

void waiting_deliver_from(const uint8_t *data, size_t len) {
    cbor_reader_t r = {data, data + len, 1};
    while (r.at < r.end) {
        unsigned major;
        uint64_t n = 0, id = 0, size = 0;
        if (cbor_read_head(&r, &major, &n) != CBOR_OK || n != 2
            || cbor_read_head(&r, &major, &id) != CBOR_OK
            || cbor_read_head(&r, &major, &size) != CBOR_OK || size > (size_t)(r.end - r.at)) {
            mp_raise_ValueError(MP_ERROR_TEXT("malformed answer from the host"));
        }
        cbor_reader_t one = {r.at, r.at + size, 1};
        r.at += size;
        waiting_t *self = find(mp_obj_new_int_from_ull(id));
        if (self == NULL) {
            continue;
        }
        mp_obj_t value;
        answer_t answer = read_protected(&one, &value);
        settle(self, answer, value);
    }
}

void waiting_deliver(uint32_t length) {
    if (length == 0) {
        return;
    }
    uint8_t small[256];
    uint8_t *data = length <= sizeof(small) ? small : m_new(uint8_t, length);
    door_fetch(data, length);
    waiting_deliver_from(data, length);
    if (data != small) {
        m_del(uint8_t, data, length);
    }
}

void waiting_again(void) {
    mp_map_t *map = waiting_map();
    size_t n = 0;
    mp_obj_t *calls = m_new(mp_obj_t, map->used);
    for (size_t i = 0; i < map->alloc; ++i) {
        if (mp_map_slot_is_filled(map, i) && mp_obj_is_exact_type(map->table[i].value, &waiting_type)) {
            calls[n++] = map->table[i].value;
        }
    }
    mp_map_clear(map);
    for (size_t i = 0; i < n; ++i) {
        waiting_t *self = MP_OBJ_TO_PTR(calls[i]);
        GET_STR_DATA_LEN(self->message, message, len);
        mp_obj_t value;
        answer_t answer = hostcall_send(message, len, &value);
        self->id = value;
        if (answer != ANSWER_LATER) {
            settle(self, answer, value);
        } else {
            mp_map_lookup(map, value, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = calls[i];
        }
    }
}

void waiting_forget(void) {
    if (MP_STATE_VM(vitrine_waiting) != MP_OBJ_NULL && waiting_map()->used != 0) {
        mp_map_clear(waiting_map());
    }
}

// --- awaiting ---

static mp_obj_t waiting_iternext(mp_obj_t self_in) {
    waiting_t *self = MP_OBJ_TO_PTR(self_in);
    if (!self->waits) {
        return mp_make_stop_iteration(waiting_value(self_in));
    }
    mp_obj_t task = core_get(MP_QSTR_cur_task);
    if (task == mp_const_none) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("no running event loop"));
    }
    if (self->tasks == MP_OBJ_NULL) {
        self->tasks = mp_obj_new_list(0, NULL);
    }
    mp_obj_list_append(self->tasks, task);
    mp_store_attr(task, MP_QSTR_data, self_in);
    return mp_const_none;
}

static mp_obj_t waiting_send(mp_obj_t self_in, mp_obj_t value) {
    (void)value;
    mp_obj_t next = waiting_iternext(self_in);
    if (next == MP_OBJ_STOP_ITERATION) {
        mp_raise_StopIteration(MP_STATE_THREAD(stop_iteration_arg));
    }
    return next;
}
static MP_DEFINE_CONST_FUN_OBJ_2(waiting_send_obj, waiting_send);

// Given up: the host need not answer any more.
static void drop(waiting_t *self, mp_obj_t exception) {
    if (self->waits) {
        door_drop((mp_uint_t)mp_obj_int_get_truncated(self->id));
        settle(self, ANSWER_RAISE, exception);
    }
}

static mp_obj_t waiting_close(mp_obj_t self_in) {
    drop(MP_OBJ_TO_PTR(self_in), mp_obj_new_exception_msg(&mp_type_RuntimeError,
        MP_ERROR_TEXT("the call was given up")));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(waiting_close_obj, waiting_close);

static mp_obj_t waiting_throw(size_t n_args, const mp_obj_t *args) {
    mp_obj_t exception = mp_make_raise_obj(args[n_args > 2 && args[2] != mp_const_none ? 2 : 1]);
    drop(MP_OBJ_TO_PTR(args[0]), exception);
    nlr_raise(exception);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(waiting_throw_obj, 2, 4, waiting_throw);

// A task that awaited it was cancelled, and is about to throw.
static mp_obj_t waiting_remove(mp_obj_t self_in, mp_obj_t task) {
    waiting_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->tasks != MP_OBJ_NULL) {
        mp_obj_list_remove(self->tasks, task);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(waiting_remove_obj, waiting_remove);

static const mp_rom_map_elem_t waiting_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&vitrine_self_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&waiting_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&waiting_throw_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&waiting_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_remove), MP_ROM_PTR(&waiting_remove_obj) },
};
static MP_DEFINE_CONST_DICT(waiting_locals, waiting_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(waiting_type, MP_QSTR_coroutine, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, waiting_iternext,
    locals_dict, &waiting_locals
    );

// --- for asyncio ---

static mp_obj_t waiting_pause(mp_code_state_t *frame, mp_obj_t ms) {
    mp_int_t n = mp_obj_get_int(ms);
    return vitrine_pause(frame, MP_OBJ_NULL, n < 0 ? PAUSE_EVER : (uint64_t)n * 1000000, PAUSE_ONCE);
}
static const pause_function_t waiting_pause_obj = {{&vitrine_pause_function_type}, waiting_pause};

static mp_obj_t waiting_calls(void) {
    (void)waiting_map();
    return MP_STATE_VM(vitrine_waiting);
}
static MP_DEFINE_CONST_FUN_OBJ_0(waiting_calls_obj, waiting_calls);

static const mp_rom_map_elem_t waiting_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__waiting) },
    { MP_ROM_QSTR(MP_QSTR_pause), MP_ROM_PTR(&waiting_pause_obj) },
    { MP_ROM_QSTR(MP_QSTR_calls), MP_ROM_PTR(&waiting_calls_obj) },
    { MP_ROM_QSTR(MP_QSTR_coroutine), MP_ROM_PTR(&vitrine_type_coroutine) },
    { MP_ROM_QSTR(MP_QSTR_async_generator), MP_ROM_PTR(&vitrine_type_async_generator) },
};
static MP_DEFINE_CONST_DICT(waiting_globals, waiting_globals_table);

const mp_obj_module_t vitrine_module_waiting = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&waiting_globals,
};
MP_REGISTER_MODULE(MP_QSTR__waiting, vitrine_module_waiting);
