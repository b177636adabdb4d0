// stdio.c - sys.stdin, sys.stdout, sys.stderr, print's default and input().
//
// Output goes through the door as it comes: what is buffered in the guest would
// be lost when a run is rolled back. Input is read ahead, a buffer at a time.
#include <string.h>

#include "machine/port.h"
#include "module/preload.h"
#include "py/mperrno.h"
#include "py/mphal.h"
#include "py/objstr.h"
#include "py/runtime.h"
#include "py/stream.h"
#include "machine/stop.h"
#include "type/builtins.h"

typedef struct {
    mp_obj_base_t base;
    int fd;
} stdio_t;

static uint8_t input_buffer[4096];
static size_t input_at, input_end;

// How many bytes are there: 0 at the end.
static size_t input_fill(void) {
    if (input_at == input_end) {
        uint32_t got = door_input(input_buffer, sizeof(input_buffer));
        vitrine_stop_check();
        if (got == DOOR_INPUT_DENIED) {
            vitrine_raise_permission("standard input is not granted (grant: input)");
        }
        if (got == DOOR_INPUT_FAILED || got > sizeof(input_buffer)) {
            mp_raise_OSError(MP_EIO);
        }
        input_at = 0;
        input_end = got;
    }
    return input_end - input_at;
}

// Adds bytes until `stop` of them, or a line with its end, are there.
static void input_add(vstr_t *to, size_t stop, bool line) {
    const char *end = NULL;
    size_t n;
    while (end == NULL && to->len < stop && (n = input_fill()) > 0) {
        const char *from = (const char *)input_buffer + input_at;
        n = MIN(n, stop - to->len);
        end = line ? memchr(from, '\n', n) : NULL;
        n = end == NULL ? n : (size_t)(end - from) + 1;
        vstr_add_strn(to, from, n);
        input_at += n;
    }
}

void vitrine_input_forget(void) {
    input_at = input_end = 0;
}

void mp_hal_stdout_tx_strn_cooked(const char *text, size_t len) {
    door_write(1, text, len);
}

// --- the stream objects ---

static const char *const names[3] = {"<stdin>", "<stdout>", "<stderr>"};
static const stdio_t stdin_buffer, stdout_buffer, stderr_buffer;
static const stdio_t *const buffers[3] = {&stdin_buffer, &stdout_buffer, &stderr_buffer};

static bool is_text(const stdio_t *self) {
    return self != buffers[self->fd];
}

static void stdio_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const stdio_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<_io.%q name='%s'%s>", mp_obj_get_type(self_in)->name, names[self->fd],
        !is_text(self) ? "" : self->fd == 0 ? " mode='r' encoding='utf-8'" : " mode='w' encoding='utf-8'");
}

static mp_uint_t stdio_read(mp_obj_t self_in, void *buf, mp_uint_t size, int *errcode) {
    const stdio_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->fd != 0) {
        *errcode = MP_EPERM;
        return MP_STREAM_ERROR;
    }
    vstr_t bytes;
    vstr_init_fixed_buf(&bytes, size, buf);
    input_add(&bytes, size, false);
    return bytes.len;
}

static mp_uint_t stdio_write(mp_obj_t self_in, const void *buf, mp_uint_t size, int *errcode) {
    const stdio_t *self = MP_OBJ_TO_PTR(self_in);
    if (self->fd == 0) {
        *errcode = MP_EPERM;
        return MP_STREAM_ERROR;
    }
    if (size > 0) {
        door_write(self->fd, buf, size);
    }
    return size;
}

static mp_uint_t stdio_ioctl(mp_obj_t self_in, mp_uint_t request, uintptr_t arg, int *errcode) {
    (void)self_in;
    (void)arg;
    if (request == MP_STREAM_FLUSH || request == MP_STREAM_CLOSE) {
        return 0;
    }
    *errcode = MP_EINVAL;
    return MP_STREAM_ERROR;
}

// isatty() and seekable()
static mp_obj_t stdio_no(mp_obj_t self) {
    (void)self;
    return mp_const_false;
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_no_obj, stdio_no);

static mp_obj_t stdio_fileno(mp_obj_t self_in) {
    return MP_OBJ_NEW_SMALL_INT(((const stdio_t *)MP_OBJ_TO_PTR(self_in))->fd);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_fileno_obj, stdio_fileno);

static mp_obj_t stdio_readable(mp_obj_t self_in) {
    return mp_obj_new_bool(((const stdio_t *)MP_OBJ_TO_PTR(self_in))->fd == 0);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_readable_obj, stdio_readable);

static mp_obj_t stdio_writable(mp_obj_t self_in) {
    return mp_obj_new_bool(((const stdio_t *)MP_OBJ_TO_PTR(self_in))->fd != 0);
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_writable_obj, stdio_writable);

// A character of text may be several bytes.
static void add_characters(vstr_t *line, size_t n) {
    for (size_t at; n > 0 && (line->len == 0 || line->buf[line->len - 1] != '\n'); --n) {
        at = line->len;
        input_add(line, at + 1, true);
        if (line->len == at) {
            return;
        }
        uint8_t first = line->buf[at];
        input_add(line, line->len + (first >= 0xc0) + (first >= 0xe0) + (first >= 0xf0), false);
    }
}

static mp_obj_t stdio_readline(size_t n_args, const mp_obj_t *args) {
    const stdio_t *self = MP_OBJ_TO_PTR(args[0]);
    if (self->fd != 0) {
        mp_raise_OSError(MP_EPERM);
    }
    mp_int_t limit = n_args == 1 || args[1] == mp_const_none ? -1 : mp_obj_get_int(args[1]);
    vstr_t line;
    vstr_init(&line, 32);
    if (limit < 0 || !is_text(self)) {
        input_add(&line, limit < 0 ? SIZE_MAX : (size_t)limit, true);
    } else {
        add_characters(&line, limit);
    }
    return is_text(self) ? mp_obj_new_str_from_vstr(&line) : mp_obj_new_bytes_from_vstr(&line);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(stdio_readline_obj, 1, 2, stdio_readline);

static mp_obj_t stdio_next(mp_obj_t self) {
    mp_obj_t line = stdio_readline(1, &self);
    return mp_obj_is_true(line) ? line : MP_OBJ_STOP_ITERATION;
}

static mp_obj_t stdio_readlines(mp_obj_t self) {
    mp_obj_t lines = mp_obj_new_list(0, NULL), line;
    while ((line = stdio_next(self)) != MP_OBJ_STOP_ITERATION) {
        mp_obj_list_append(lines, line);
    }
    return lines;
}
static MP_DEFINE_CONST_FUN_OBJ_1(stdio_readlines_obj, stdio_readlines);

static mp_obj_t stdio_writelines(mp_obj_t self, mp_obj_t lines) {
    mp_obj_t write[3];
    mp_load_method(self, MP_QSTR_write, write);
    mp_obj_t iterable = mp_getiter(lines, NULL);
    while ((write[2] = mp_iternext(iterable)) != MP_OBJ_STOP_ITERATION) {
        mp_call_method_n_kw(1, 0, write);
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(stdio_writelines_obj, stdio_writelines);

// What is written goes out at once, and always in UTF-8.
static mp_obj_t stdio_reconfigure(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    (void)n_args;
    (void)args;
    (void)kwargs;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(stdio_reconfigure_obj, 1, stdio_reconfigure);

static mp_obj_t text_attribute(const stdio_t *self, qstr attr) {
    switch (attr) {
        case MP_QSTR_buffer:
            return MP_OBJ_FROM_PTR(buffers[self->fd]);
        case MP_QSTR_encoding:
            return MP_ROM_QSTR(MP_QSTR_utf_hyphen_8);
        case MP_QSTR_errors:
            return self->fd == 2 ? MP_ROM_QSTR(MP_QSTR_backslashreplace) : MP_ROM_QSTR(MP_QSTR_strict);
        case MP_QSTR_newlines:
            return mp_const_none;
        case MP_QSTR_line_buffering:
        case MP_QSTR_write_through:
            return mp_const_false;
        case MP_QSTR_reconfigure:
            return mp_obj_new_bound_meth(MP_OBJ_FROM_PTR(&stdio_reconfigure_obj), MP_OBJ_FROM_PTR(self));
        default:
            return MP_OBJ_NULL;
    }
}

static void stdio_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const stdio_t *self = MP_OBJ_TO_PTR(self_in);
    if (attr == MP_QSTR_name) {
        dest[0] = MP_OBJ_NEW_QSTR(qstr_from_str(names[self->fd]));
    } else if (attr == MP_QSTR_closed) {
        dest[0] = mp_const_false;
    } else if (attr == MP_QSTR_mode) {
        dest[0] = MP_OBJ_NEW_QSTR(is_text(self) ? self->fd == 0 ? MP_QSTR_r : MP_QSTR_w : self->fd == 0 ? MP_QSTR_rb : MP_QSTR_wb);
    } else if (is_text(self)) {
        dest[0] = text_attribute(self, attr);
    } else if (attr == MP_QSTR_raw) {
        dest[0] = self_in;
    }
    if (dest[0] == MP_OBJ_NULL) {
        dest[1] = MP_OBJ_SENTINEL; // go on with the locals dictionary
    }
}

static const mp_rom_map_elem_t stdio_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_read), MP_ROM_PTR(&mp_stream_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_readinto), MP_ROM_PTR(&mp_stream_readinto_obj) },
    { MP_ROM_QSTR(MP_QSTR_readline), MP_ROM_PTR(&stdio_readline_obj) },
    { MP_ROM_QSTR(MP_QSTR_readlines), MP_ROM_PTR(&stdio_readlines_obj) },
    { MP_ROM_QSTR(MP_QSTR_write), MP_ROM_PTR(&mp_stream_write_obj) },
    { MP_ROM_QSTR(MP_QSTR_flush), MP_ROM_PTR(&mp_stream_flush_obj) },
    { MP_ROM_QSTR(MP_QSTR_fileno), MP_ROM_PTR(&stdio_fileno_obj) },
    { MP_ROM_QSTR(MP_QSTR_isatty), MP_ROM_PTR(&stdio_no_obj) },
    { MP_ROM_QSTR(MP_QSTR_seekable), MP_ROM_PTR(&stdio_no_obj) },
    { MP_ROM_QSTR(MP_QSTR_readable), MP_ROM_PTR(&stdio_readable_obj) },
    { MP_ROM_QSTR(MP_QSTR_writable), MP_ROM_PTR(&stdio_writable_obj) },
    { MP_ROM_QSTR(MP_QSTR_writelines), MP_ROM_PTR(&stdio_writelines_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR___enter__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR___exit__), MP_ROM_PTR(&mp_stream___exit___obj) },
};
static MP_DEFINE_CONST_DICT(stdio_locals, stdio_locals_table);

static const mp_stream_p_t stdio_text_protocol = {
    .read = stdio_read,
    .write = stdio_write,
    .ioctl = stdio_ioctl,
    .is_text = true,
};

static const mp_stream_p_t stdio_bytes_protocol = {
    .read = stdio_read,
    .write = stdio_write,
    .ioctl = stdio_ioctl,
};

static MP_DEFINE_CONST_OBJ_TYPE(stdio_text_type, MP_QSTR_TextIOWrapper, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, stdio_next,
    print, stdio_print,
    attr, stdio_attr,
    protocol, &stdio_text_protocol,
    locals_dict, &stdio_locals
    );

static MP_DEFINE_CONST_OBJ_TYPE(stdio_reader_type, MP_QSTR_BufferedReader, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, stdio_next,
    print, stdio_print,
    attr, stdio_attr,
    protocol, &stdio_bytes_protocol,
    locals_dict, &stdio_locals
    );

static MP_DEFINE_CONST_OBJ_TYPE(stdio_writer_type, MP_QSTR_BufferedWriter, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, stdio_next,
    print, stdio_print,
    attr, stdio_attr,
    protocol, &stdio_bytes_protocol,
    locals_dict, &stdio_locals
    );

static const stdio_t stdin_buffer = {{&stdio_reader_type}, 0};
static const stdio_t stdout_buffer = {{&stdio_writer_type}, 1};
static const stdio_t stderr_buffer = {{&stdio_writer_type}, 2};

// Upstream's modsys.c names these.
extern const stdio_t mp_sys_stdin_obj, mp_sys_stdout_obj, mp_sys_stderr_obj;
const stdio_t mp_sys_stdin_obj = {{&stdio_text_type}, 0};
const stdio_t mp_sys_stdout_obj = {{&stdio_text_type}, 1};
const stdio_t mp_sys_stderr_obj = {{&stdio_text_type}, 2};

// --- built-ins ---

NORETURN static void raise_end(void) {
    mp_raise_msg(&mp_type_EOFError, MP_ERROR_TEXT("EOF when reading a line"));
}

// A line of what the program has put in the place of sys.stdin.
static mp_obj_t line_of(mp_obj_t file) {
    mp_obj_t line = mp_call_function_0(mp_load_attr(file, MP_QSTR_readline));
    size_t len;
    const char *text = mp_obj_str_get_data(line, &len);
    if (!mp_obj_is_str(line)) {
        mp_raise_TypeError(MP_ERROR_TEXT("object.readline() returned non-string"));
    }
    if (len == 0) {
        raise_end();
    }
    return text[len - 1] != '\n' ? line : mp_obj_new_str(text, len - 1);
}

static mp_obj_t stdio_input(size_t n_args, const mp_obj_t *args) {
    mp_obj_t in = vitrine_stdin(), out = vitrine_stdout();
    if (n_args == 1 && out == MP_OBJ_FROM_PTR(&mp_sys_stdout_obj)) {
        mp_obj_print(args[0], PRINT_STR);
    } else if (n_args == 1) {
        mp_call_function_1(mp_load_attr(out, MP_QSTR_write), mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_str), args[0]));
    }
    if (in != MP_OBJ_FROM_PTR(&mp_sys_stdin_obj)) {
        return line_of(in);
    }
    vstr_t line;
    vstr_init(&line, 32);
    input_add(&line, SIZE_MAX, true);
    if (line.len == 0) {
        raise_end();
    }
    line.len -= line.buf[line.len - 1] == '\n';
    return mp_obj_new_str_from_vstr(&line);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_input_obj, 0, 1, stdio_input);

// lib/_fileio.py has it. The keywords lie behind the arguments.
static mp_obj_t stdio_open(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    mp_obj_t open = mp_load_attr(vitrine_preloaded(MP_QSTR__fileio), MP_QSTR_open);
    return mp_call_function_n_kw(open, n_args, kwargs->used, args);
}
MP_DEFINE_CONST_FUN_OBJ_KW(mp_builtin_open_obj, 1, stdio_open);
