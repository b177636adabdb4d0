// unidata.c - _unidata: reads the streams that unicodetable.py writes, for
// lib/unicodedata.py, which keeps what it has found.
#include "py/builtin.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"
#include "machine/stop.h"

#include "module/unicodetable.h"

#define PLACES 18

typedef struct {
    const byte *at, *end;
    mp_int_t code;
    mp_int_t before[PLACES];
} stream_t;

static stream_t open_stream(mp_obj_t bytes) {
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(bytes, &buffer, MP_BUFFER_READ);
    stream_t s = {buffer.buf, (const byte *)buffer.buf + buffer.len, 0, {0}};
    return s;
}

static mp_uint_t next_byte(stream_t *s) {
    if (s->at == s->end) {
        mp_raise_ValueError(MP_ERROR_TEXT("not such a stream"));
    }
    return *s->at++;
}

static mp_uint_t next_number(stream_t *s) {
    mp_uint_t n = 0, piece;
    unsigned shift = 0;
    do {
        piece = next_byte(s);
        n |= (piece & 127) << shift;
        shift = MIN(shift + 7, 28);
    } while (piece & 128);
    return n;
}

// The deflated streams.
static mp_obj_t data(void) {
    return mp_obj_new_bytes(packed, sizeof(packed));
}
static MP_DEFINE_CONST_FUN_OBJ_0(data_obj, data);

// The deflated names.
static mp_obj_t names(void) {
    return mp_obj_new_bytes(packed_names, sizeof(packed_names));
}
static MP_DEFINE_CONST_FUN_OBJ_0(names_obj, names);

static mp_obj_t span(mp_int_t from, mp_int_t to, mp_obj_t value) {
    mp_obj_t items[] = { MP_OBJ_NEW_SMALL_INT(from), MP_OBJ_NEW_SMALL_INT(to), value };
    return mp_obj_new_tuple(3, items);
}

#define LAST 0x110000

// run(stream, code): where the run begins and ends that it is in, and its value.
static mp_obj_t run(mp_obj_t bytes, mp_obj_t code_in) {
    stream_t s = open_stream(bytes);
    mp_int_t code = mp_obj_get_int(code_in), from = 0;
    mp_uint_t value = 0;
    while (s.at < s.end) {
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
        s.code += next_number(&s);
        if (s.code > code) {
            return span(from, s.code, MP_OBJ_NEW_SMALL_INT(value));
        }
        from = s.code;
        value = next_byte(&s);
    }
    return span(from, LAST, MP_OBJ_NEW_SMALL_INT(value));
}
static MP_DEFINE_CONST_FUN_OBJ_2(run_obj, run);

// The next entry: its tag, and its numbers in `before`, the first less by one.
static mp_uint_t next_entry(stream_t *s, mp_uint_t *count) {
    s->code += next_number(s);
    mp_uint_t tag = next_byte(s);
    *count = next_byte(s);
    if (*count > PLACES) {
        mp_raise_ValueError(MP_ERROR_TEXT("not such a stream"));
    }
    for (mp_uint_t i = 0; i < *count; ++i) {
        mp_uint_t n = next_number(s);
        s->before[i] += n & 1 ? -(mp_int_t)((n + 1) / 2) : (mp_int_t)(n / 2);
    }
    return tag;
}

// entry(stream, code): as run(); the value is None, or (tag, number, …).
static mp_obj_t entry(mp_obj_t bytes, mp_obj_t code_in) {
    stream_t s = open_stream(bytes);
    mp_int_t code = mp_obj_get_int(code_in), from = 0;
    while (s.at < s.end) {
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
        mp_uint_t count, tag = next_entry(&s, &count);
        if (s.code > code) {
            return span(from, s.code, mp_const_none);
        }
        from = s.code + 1;
        if (s.code == code) {
            mp_obj_tuple_t *found = MP_OBJ_TO_PTR(mp_obj_new_tuple(count + 1, NULL));
            found->items[0] = MP_OBJ_NEW_SMALL_INT(tag);
            for (mp_uint_t i = 0; i < count; ++i) {
                found->items[i + 1] = mp_obj_new_int(s.before[i]);
            }
            return span(code, from, MP_OBJ_FROM_PTR(found));
        }
        ++s.before[0];
    }
    return span(from, LAST, mp_const_none);
}
static MP_DEFINE_CONST_FUN_OBJ_2(entry_obj, entry);

// pairs(stream, tag): {first << 21 | second: code} of the entries with that tag and two numbers.
static mp_obj_t pairs(mp_obj_t bytes, mp_obj_t tag_in) {
    stream_t s = open_stream(bytes);
    mp_uint_t tag = mp_obj_get_int(tag_in);
    mp_obj_t found = mp_obj_new_dict(0);
    while (s.at < s.end) {
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
        mp_uint_t count;
        if (next_entry(&s, &count) == tag && count == 2) {
            mp_obj_t key = mp_obj_new_int_from_ll((long long)s.before[0] << 21 | s.before[1]);
            mp_obj_dict_store(found, key, mp_obj_new_int(s.code));
        }
        ++s.before[0];
    }
    return found;
}
static MP_DEFINE_CONST_FUN_OBJ_2(pairs_obj, pairs);

static const mp_rom_map_elem_t unidata_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__unidata) },
    { MP_ROM_QSTR(MP_QSTR_data), MP_ROM_PTR(&data_obj) },
    { MP_ROM_QSTR(MP_QSTR_names), MP_ROM_PTR(&names_obj) },
    { MP_ROM_QSTR(MP_QSTR_run), MP_ROM_PTR(&run_obj) },
    { MP_ROM_QSTR(MP_QSTR_entry), MP_ROM_PTR(&entry_obj) },
    { MP_ROM_QSTR(MP_QSTR_pairs), MP_ROM_PTR(&pairs_obj) },
};
static MP_DEFINE_CONST_DICT(unidata_globals, unidata_globals_table);

const mp_obj_module_t vitrine_module_unidata = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&unidata_globals,
};
MP_REGISTER_MODULE(MP_QSTR__unidata, vitrine_module_unidata);
