// objstringio.c - StringIO and BytesIO; compiled in place of upstream's.
//
// A buffer and a place in it. Both count bytes inside; a StringIO tells and
// takes numbers of characters.
#include <string.h>

#include "py/builtin.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objstringio.h"
#include "py/runtime.h"
#include "py/stream.h"
#include "machine/stop.h"

static bool is_text(const mp_obj_stringio_t *o) {
    return o->base.type == &mp_type_stringio;
}

static mp_obj_stringio_t *get_open(mp_obj_t self) {
    mp_obj_stringio_t *o = MP_OBJ_TO_PTR(self);
    if (o->vstr == NULL) {
        mp_raise_ValueError(is_text(o) ? MP_ERROR_TEXT("I/O operation on closed file") : MP_ERROR_TEXT("I/O operation on closed file."));
    }
    return o;
}

static mp_obj_t make_content(const mp_obj_stringio_t *o, const char *data, size_t len) {
    return is_text(o) ? mp_obj_new_str(data, len) : mp_obj_new_bytes((const byte *)data, len);
}

// Past `count` characters or bytes from `at` on; what is beyond the end counts too.
static size_t skip(const mp_obj_stringio_t *o, size_t at, size_t count) {
    if (!is_text(o)) {
        return at + count;
    }
    const byte *p = (const byte *)o->vstr->buf;
    for (; count > 0 && at < o->vstr->len; --count) {
        ++at;
        while (at < o->vstr->len && (p[at] & 0xc0) == 0x80) {
            ++at;
        }
    }
    return at + count;
}

// A place as Python sees it.
static size_t count_to(const mp_obj_stringio_t *o, size_t at) {
    size_t len = o->vstr->len;
    if (!is_text(o)) {
        return at;
    }
    return at <= len ? utf8_charlen((const byte *)o->vstr->buf, at)
        : utf8_charlen((const byte *)o->vstr->buf, len) + (at - len);
}

static void splice(mp_obj_stringio_t *o, const char *data, size_t len) {
    vstr_t *v = o->vstr;
    if (o->pos > v->len) {
        size_t gap = o->pos - v->len;
        memset(vstr_add_len(v, gap), 0, gap);
    }
    size_t end = o->pos == v->len ? v->len
        : skip(o, o->pos, is_text(o) ? utf8_charlen((const byte *)data, len) : len);
    end = MIN(end, v->len);
    size_t old = end - o->pos, tail = v->len - end;
    if (len > old) {
        vstr_add_len(v, len - old);
    }
    memmove(v->buf + o->pos + len, v->buf + end, tail);
    memcpy(v->buf + o->pos, data, len);
    v->len = o->pos + len + tail;
    o->pos += len;
}

// --- as a stream, for print() and other modules in C ---

static mp_uint_t stringio_read(mp_obj_t self, void *buf, mp_uint_t size, int *errcode) {
    mp_obj_stringio_t *o = get_open(self);
    size_t left = o->pos < o->vstr->len ? o->vstr->len - o->pos : 0;
    size_t n = MIN(size, left);
    memcpy(buf, o->vstr->buf + o->pos, n);
    o->pos += n;
    return n;
}

static mp_uint_t stringio_write(mp_obj_t self, const void *buf, mp_uint_t size, int *errcode) {
    splice(get_open(self), buf, size);
    return size;
}

static mp_uint_t stringio_ioctl(mp_obj_t self, mp_uint_t request, uintptr_t arg, int *errcode) {
    mp_obj_stringio_t *o = MP_OBJ_TO_PTR(self);
    switch (request) {
        case MP_STREAM_SEEK: {
            struct mp_stream_seek_t *s = (struct mp_stream_seek_t *)arg;
            mp_off_t from = s->whence == MP_SEEK_CUR ? (mp_off_t)o->pos : s->whence == MP_SEEK_END ? (mp_off_t)o->vstr->len : 0;
            s->offset = MAX(from + s->offset, 0);
            o->pos = s->offset;
            return 0;
        }
        case MP_STREAM_FLUSH:
            return 0;
        case MP_STREAM_CLOSE:
            o->vstr = NULL;
            return 0;
        default:
            *errcode = MP_EINVAL;
            return MP_STREAM_ERROR;
    }
}

// --- methods ---

static mp_obj_t stringio_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_initial_value, MP_ARG_OBJ, {.u_obj = mp_const_none}},
        {MP_QSTR_newline, MP_ARG_OBJ, {.u_obj = mp_const_none}},
    };
    mp_arg_val_t v[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all_kw_array(n_args, n_kw, args, MP_ARRAY_SIZE(allowed), allowed, v);
    mp_obj_stringio_t *o = mp_obj_malloc(mp_obj_stringio_t, type);
    o->pos = 0;
    o->ref_obj = MP_OBJ_NULL;
    o->vstr = NULL;
    size_t len = 0;
    const void *data = NULL;
    mp_obj_t initial = v[0].u_obj;
    if (initial != mp_const_none) {
        mp_obj_t text = mp_obj_cast_to_native_base(initial, MP_OBJ_FROM_PTR(&mp_type_str));
        if (is_text(o) != (text != MP_OBJ_NULL)) {
            mp_raise_msg_varg(&mp_type_TypeError, is_text(o)
                ? MP_ERROR_TEXT("initial_value must be str or None, not %s")
                : MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(initial));
        }
        mp_buffer_info_t info;
        mp_get_buffer_raise(text != MP_OBJ_NULL ? text : initial, &info, MP_BUFFER_READ);
        data = info.buf;
        len = info.len;
    }
    o->vstr = vstr_new(len + 16);
    vstr_add_strn(o->vstr, data == NULL ? "" : data, len);
    return MP_OBJ_FROM_PTR(o);
}

static void stringio_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    mp_printf(print, "<_io.%q object>", (qstr)((mp_obj_base_t *)MP_OBJ_TO_PTR(self))->type->name);
}

static size_t limit_of(size_t n_args, const mp_obj_t *args) {
    if (n_args < 2 || args[1] == mp_const_none) {
        return SIZE_MAX;
    }
    mp_int_t n = mp_obj_get_int(args[1]);
    return n < 0 ? SIZE_MAX : (size_t)n;
}

static mp_obj_t take_to(mp_obj_stringio_t *o, size_t end) {
    size_t begin = MIN(o->pos, o->vstr->len);
    end = MAX(MIN(end, o->vstr->len), begin);
    if (end > begin) {
        o->pos = end;
    }
    return make_content(o, o->vstr->buf + begin, end - begin);
}

static mp_obj_t stringio_read_method(size_t n_args, const mp_obj_t *args) {
    mp_obj_stringio_t *o = get_open(args[0]);
    size_t limit = limit_of(n_args, args);
    return take_to(o, limit >= o->vstr->len ? o->vstr->len : skip(o, o->pos, limit));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stringio_read_obj, 1, 2, stringio_read_method);

static mp_obj_t take_line(mp_obj_stringio_t *o, size_t limit) {
    size_t end = o->vstr->len;
    if (o->pos < end) {
        const char *line = memchr(o->vstr->buf + o->pos, '\n', end - o->pos);
        if (line != NULL) {
            end = line + 1 - o->vstr->buf;
        }
        if (limit < end) {
            end = MIN(end, skip(o, o->pos, limit));
        }
    }
    return take_to(o, end);
}

static mp_obj_t stringio_readline(size_t n_args, const mp_obj_t *args) {
    return take_line(get_open(args[0]), limit_of(n_args, args));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stringio_readline_obj, 1, 2, stringio_readline);

static mp_obj_t stringio_readlines(size_t n_args, const mp_obj_t *args) {
    mp_obj_stringio_t *o = get_open(args[0]);
    size_t limit = limit_of(n_args, args), begin = o->pos;
    limit = limit == 0 ? SIZE_MAX : limit;
    mp_obj_t list = mp_obj_new_list(0, NULL);
    while (o->pos < o->vstr->len && o->pos - begin < limit) {
        vitrine_stop_check();
        mp_obj_list_append(list, take_line(o, SIZE_MAX));
    }
    return list;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stringio_readlines_obj, 1, 2, stringio_readlines);

static mp_obj_t stringio_iternext(mp_obj_t self) {
    mp_obj_stringio_t *o = get_open(self);
    return o->pos >= o->vstr->len ? MP_OBJ_STOP_ITERATION : take_line(o, SIZE_MAX);
}

static mp_obj_t stringio_write_method(mp_obj_t self, mp_obj_t data) {
    mp_obj_stringio_t *o = get_open(self);
    mp_obj_t text = mp_obj_cast_to_native_base(data, MP_OBJ_FROM_PTR(&mp_type_str));
    if (is_text(o) != (text != MP_OBJ_NULL)) {
        mp_raise_msg_varg(&mp_type_TypeError, is_text(o)
            ? MP_ERROR_TEXT("string argument expected, got '%s'")
            : MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(data));
    }
    mp_buffer_info_t info;
    mp_get_buffer_raise(text != MP_OBJ_NULL ? text : data, &info, MP_BUFFER_READ);
    splice(o, info.buf, info.len);
    return mp_obj_new_int_from_uint(is_text(o) ? utf8_charlen(info.buf, info.len) : info.len);
}
static MP_DEFINE_CONST_FUN_OBJ_2(stringio_write_obj, stringio_write_method);

static mp_obj_t stringio_writelines(mp_obj_t self, mp_obj_t lines) {
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterable = mp_getiter(lines, &buffer);
    mp_obj_t line;
    while ((line = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
        stringio_write_method(self, line);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(stringio_writelines_obj, stringio_writelines);

static mp_obj_t stringio_tell(mp_obj_t self) {
    mp_obj_stringio_t *o = get_open(self);
    return mp_obj_new_int_from_uint(count_to(o, o->pos));
}
static MP_DEFINE_CONST_FUN_OBJ_1(stringio_tell_obj, stringio_tell);

static mp_obj_t stringio_seek(size_t n_args, const mp_obj_t *args) {
    mp_obj_stringio_t *o = get_open(args[0]);
    mp_int_t to = mp_obj_get_int(args[1]);
    mp_int_t whence = n_args > 2 ? mp_obj_get_int(args[2]) : MP_SEEK_SET;
    if (whence < 0 || whence > 2) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("invalid whence (%d, should be 0, 1 or 2)"), (int)whence);
    }
    if (whence == MP_SEEK_SET) {
        if (to < 0) {
            mp_raise_msg_varg(&mp_type_ValueError, is_text(o) ? MP_ERROR_TEXT("Negative seek position %d")
                : MP_ERROR_TEXT("negative seek value %d"), (int)to);
        }
        o->pos = skip(o, 0, to);
    } else {
        if (is_text(o) && to != 0) {
            mp_raise_msg(&mp_type_OSError, MP_ERROR_TEXT("Can't do nonzero cur-relative seeks"));
        }
        mp_int_t from = whence == MP_SEEK_CUR ? o->pos : o->vstr->len;
        o->pos = MAX(from + to, 0);
    }
    return stringio_tell(args[0]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stringio_seek_obj, 2, 3, stringio_seek);

static mp_obj_t stringio_truncate(size_t n_args, const mp_obj_t *args) {
    mp_obj_stringio_t *o = get_open(args[0]);
    size_t to = o->pos;
    if (n_args > 1 && args[1] != mp_const_none) {
        mp_int_t n = mp_obj_get_int(args[1]);
        if (n < 0) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("negative size value %d"), (int)n);
        }
        to = skip(o, 0, n);
    }
    mp_obj_t size = mp_obj_new_int_from_uint(count_to(o, to));
    if (to < o->vstr->len) {
        o->vstr->len = to;
    }
    return size;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stringio_truncate_obj, 1, 2, stringio_truncate);

static mp_obj_t stringio_getvalue(mp_obj_t self) {
    mp_obj_stringio_t *o = get_open(self);
    return make_content(o, o->vstr->buf, o->vstr->len);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stringio_getvalue_obj, stringio_getvalue);

// Of what is there now: for reading only.
static mp_obj_t bytesio_getbuffer(mp_obj_t self) {
    return mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_memoryview), stringio_getvalue(self));
}
static MP_DEFINE_CONST_FUN_OBJ_1(bytesio_getbuffer_obj, bytesio_getbuffer);

static mp_obj_t stringio_yes(mp_obj_t self) {
    get_open(self);
    return mp_const_true;
}
static MP_DEFINE_CONST_FUN_OBJ_1(stringio_yes_obj, stringio_yes);

static mp_obj_t stringio_no(mp_obj_t self) {
    get_open(self);
    return mp_const_false;
}
static MP_DEFINE_CONST_FUN_OBJ_1(stringio_no_obj, stringio_no);

static mp_obj_t stringio_close(mp_obj_t self) {
    ((mp_obj_stringio_t *)MP_OBJ_TO_PTR(self))->vstr = NULL;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(stringio_close_obj, stringio_close);

static mp_obj_t stringio_exit(size_t n_args, const mp_obj_t *args) {
    return stringio_close(args[0]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stringio_exit_obj, 4, 4, stringio_exit);

static void stringio_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_closed) {
        dest[0] = mp_obj_new_bool(((mp_obj_stringio_t *)MP_OBJ_TO_PTR(self))->vstr == NULL);
    } else if (attr == MP_QSTR_newlines) {
        dest[0] = mp_const_none;
    } else if (attr == MP_QSTR_getbuffer && ((mp_obj_base_t *)MP_OBJ_TO_PTR(self))->type == &mp_type_bytesio) {
        dest[0] = mp_obj_new_bound_meth(MP_OBJ_FROM_PTR(&bytesio_getbuffer_obj), self);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t stringio_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_read), MP_ROM_PTR(&stringio_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_read1), MP_ROM_PTR(&stringio_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_readinto), MP_ROM_PTR(&mp_stream_readinto_obj) },
    { MP_ROM_QSTR(MP_QSTR_readline), MP_ROM_PTR(&stringio_readline_obj) },
    { MP_ROM_QSTR(MP_QSTR_readlines), MP_ROM_PTR(&stringio_readlines_obj) },
    { MP_ROM_QSTR(MP_QSTR_write), MP_ROM_PTR(&stringio_write_obj) },
    { MP_ROM_QSTR(MP_QSTR_writelines), MP_ROM_PTR(&stringio_writelines_obj) },
    { MP_ROM_QSTR(MP_QSTR_seek), MP_ROM_PTR(&stringio_seek_obj) },
    { MP_ROM_QSTR(MP_QSTR_tell), MP_ROM_PTR(&stringio_tell_obj) },
    { MP_ROM_QSTR(MP_QSTR_truncate), MP_ROM_PTR(&stringio_truncate_obj) },
    { MP_ROM_QSTR(MP_QSTR_flush), MP_ROM_PTR(&mp_stream_flush_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&stringio_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_getvalue), MP_ROM_PTR(&stringio_getvalue_obj) },
    { MP_ROM_QSTR(MP_QSTR_readable), MP_ROM_PTR(&stringio_yes_obj) },
    { MP_ROM_QSTR(MP_QSTR_writable), MP_ROM_PTR(&stringio_yes_obj) },
    { MP_ROM_QSTR(MP_QSTR_seekable), MP_ROM_PTR(&stringio_yes_obj) },
    { MP_ROM_QSTR(MP_QSTR_isatty), MP_ROM_PTR(&stringio_no_obj) },
    { MP_ROM_QSTR(MP_QSTR___enter__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR___exit__), MP_ROM_PTR(&stringio_exit_obj) },
};
static MP_DEFINE_CONST_DICT(stringio_locals, stringio_locals_table);

static const mp_stream_p_t stringio_stream = {
    .read = stringio_read,
    .write = stringio_write,
    .ioctl = stringio_ioctl,
    .is_text = true,
};

static const mp_stream_p_t bytesio_stream = {
    .read = stringio_read,
    .write = stringio_write,
    .ioctl = stringio_ioctl,
};

MP_DEFINE_CONST_OBJ_TYPE(mp_type_stringio, MP_QSTR_StringIO, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    make_new, stringio_make_new,
    print, stringio_print,
    iter, stringio_iternext,
    attr, stringio_attr,
    protocol, &stringio_stream,
    locals_dict, &stringio_locals
    );

MP_DEFINE_CONST_OBJ_TYPE(mp_type_bytesio, MP_QSTR_BytesIO, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    make_new, stringio_make_new,
    print, stringio_print,
    iter, stringio_iternext,
    attr, stringio_attr,
    protocol, &bytesio_stream,
    locals_dict, &stringio_locals
    );
