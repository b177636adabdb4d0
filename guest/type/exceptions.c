// exceptions.c - exceptions: the types that MicroPython lacks, their attributes,
// texts, chains and notes.
//
// What few exceptions have (a cause, a context, attributes) lies in a piece of
// its own, so that raising and catching costs what it did. HostError(code,
// message) is what a host function raises when it is none of the built-in types.
#include "exceptions.h"

#include <string.h>

#include "machine/callers.h"
#include "classes.h"
#include "functions.h"
#include "groups.h"
#include "py/mperrno.h"
#include "py/objexcept.h"
#include "py/objlist.h"
#include "py/objstr.h"
#include "py/objtuple.h"
#include "machine/stop.h"

VITRINE_EXCEPTIONS(MP_DEFINE_EXCEPTION)

struct _exception_more_t {
    mp_obj_t cause, context; // MP_OBJ_NULL: none
    bool suppress;
    mp_obj_dict_t *attributes; // NULL: none
    const mp_obj_fun_bc_t *function; // see vitrine_exception_raised_in(), or NULL
};
typedef struct _exception_more_t more_t;

static mp_obj_exception_t *native(mp_obj_t exception) {
    return MP_OBJ_TO_PTR(native_inside(exception));
}

// NULL: no memory for it.
static more_t *more_of(mp_obj_exception_t *self) {
    if (self->more == NULL && self != &MP_STATE_VM(mp_emergency_exception_obj) && self != &vitrine_stop_exception
        && self != &mp_const_GeneratorExit_obj) {
        self->more = m_new_obj_maybe(more_t);
        if (self->more != NULL) {
            *self->more = (more_t) {.cause = MP_OBJ_NULL, .context = MP_OBJ_NULL};
        }
    }
    return self->more;
}

static bool is_a(const mp_obj_exception_t *self, const mp_obj_type_t *type) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(self->base.type), MP_OBJ_FROM_PTR(type));
}

// --- chains ---

void vitrine_raise_not_caught(void) {
    mp_raise_TypeError(MP_ERROR_TEXT("catching classes that do not inherit from BaseException is not allowed"));
}

void vitrine_exception_set_cause(mp_obj_t exception, mp_obj_t cause) {
    if (cause != mp_const_none) {
        if (!mp_obj_is_exception_type(cause) && !mp_obj_is_exception_instance(cause)) {
            mp_raise_TypeError(MP_ERROR_TEXT("exception causes must derive from BaseException"));
        }
        cause = mp_make_raise_obj(cause);
    }
    more_t *more = more_of(native(exception));
    if (more != NULL) {
        more->cause = cause == mp_const_none ? MP_OBJ_NULL : cause;
        more->suppress = true;
    }
}

void vitrine_exception_set_context(mp_obj_t exception, mp_obj_t context) {
    mp_obj_exception_t *self = native(exception);
    if (self == native(context) || self == &vitrine_stop_exception || self == &mp_const_GeneratorExit_obj || (self->more != NULL && self->more->context != MP_OBJ_NULL)) {
        return;
    }
    // No circle: an exception that is raised again leaves its place in the chain.
    // The program may have made another one; half as fast, `slow` is met there.
    mp_obj_exception_t *slow = native(context);
    size_t steps = 0;
    for (mp_obj_exception_t *e = slow; e->more != NULL && e->more->context != MP_OBJ_NULL;) {
        vitrine_stop_check();
        if (native(e->more->context) == self) {
            e->more->context = MP_OBJ_NULL;
            break;
        }
        e = native(e->more->context);
        slow = ++steps % 2 == 0 ? native(slow->more->context) : slow;
        if (e == slow) {
            break;
        }
    }
    more_t *more = more_of(self);
    if (more != NULL) {
        more->context = context;
    }
}

void vitrine_exception_raised_in(mp_obj_t exception, const mp_obj_fun_bc_t *function) {
    mp_obj_exception_t *self = native(exception);
    if (self->base.type == &mp_type_NameError && self->more != NULL && self->more->function == NULL) {
        self->more->function = function;
    }
}

const mp_obj_fun_bc_t *vitrine_exception_function(mp_obj_t exception) {
    const more_t *more = native(exception)->more;
    return more == NULL ? NULL : more->function;
}

mp_obj_t vitrine_exception_before(mp_obj_t exception, bool *is_cause) {
    const more_t *more = native(exception)->more;
    *is_cause = more != NULL && more->cause != MP_OBJ_NULL;
    if (more == NULL || (!*is_cause && more->suppress)) {
        return MP_OBJ_NULL;
    }
    return *is_cause ? more->cause : more->context;
}

// --- attributes ---

static mp_obj_t get_own(const mp_obj_exception_t *self, qstr attr) {
    if (self->more == NULL || self->more->attributes == NULL) {
        return MP_OBJ_NULL;
    }
    mp_map_elem_t *elem = mp_map_lookup(&self->more->attributes->map, MP_OBJ_NEW_QSTR(attr), MP_MAP_LOOKUP);
    return elem == NULL ? MP_OBJ_NULL : elem->value;
}

static void set_own(mp_obj_exception_t *self, qstr attr, mp_obj_t value) {
    more_t *more = more_of(self);
    if (more == NULL) {
        return;
    }
    if (more->attributes == NULL) {
        more->attributes = MP_OBJ_TO_PTR(mp_obj_new_dict(1));
    }
    mp_obj_dict_store(MP_OBJ_FROM_PTR(more->attributes), MP_OBJ_NEW_QSTR(attr), value);
}

void vitrine_exception_set(mp_obj_t exception, qstr attr, mp_obj_t value) {
    set_own(native(exception), attr, value);
}

mp_obj_t vitrine_exception_notes(mp_obj_t exception) {
    return get_own(native(exception), MP_QSTR___notes__);
}

// Attributes that are one of the arguments: of which type, and of how many.
static const struct {
    const mp_obj_type_t *type;
    uint16_t attr;
    uint8_t index, least;
} from_arguments[] = {
    {&mp_type_StopIteration, MP_QSTR_value, 0, 0},
    {&mp_type_StopAsyncIteration, MP_QSTR_value, 0, 0},
    {&mp_type_SystemExit, MP_QSTR_code, 0, 0},
    {&mp_type_OSError, MP_QSTR_errno, 0, 1},
    {&mp_type_OSError, MP_QSTR_strerror, 1, 2},
    {&mp_type_OSError, MP_QSTR_filename, 2, 3},
    {&mp_type_ImportError, MP_QSTR_msg, 0, 0},
    {&mp_type_SyntaxError, MP_QSTR_msg, 0, 0},
    {&mp_type_UnicodeDecodeError, MP_QSTR_encoding, 0, 0},
    {&mp_type_UnicodeDecodeError, MP_QSTR_object, 1, 0},
    {&mp_type_UnicodeDecodeError, MP_QSTR_start, 2, 0},
    {&mp_type_UnicodeDecodeError, MP_QSTR_end, 3, 0},
    {&mp_type_UnicodeDecodeError, MP_QSTR_reason, 4, 0},
    {&mp_type_UnicodeEncodeError, MP_QSTR_encoding, 0, 0},
    {&mp_type_UnicodeEncodeError, MP_QSTR_object, 1, 0},
    {&mp_type_UnicodeEncodeError, MP_QSTR_start, 2, 0},
    {&mp_type_UnicodeEncodeError, MP_QSTR_end, 3, 0},
    {&mp_type_UnicodeEncodeError, MP_QSTR_reason, 4, 0},
    {&mp_type_BaseExceptionGroup, MP_QSTR_message, 0, 0},
};

// Attributes that are None unless they were set.
static bool is_none_by_default(const mp_obj_exception_t *self, qstr attr) {
    switch (attr) {
        case MP_QSTR_name:
            return is_a(self, &mp_type_ImportError) || is_a(self, &mp_type_NameError) || is_a(self, &mp_type_AttributeError);
        case MP_QSTR_path:
            return is_a(self, &mp_type_ImportError);
        case MP_QSTR_obj:
            return is_a(self, &mp_type_AttributeError);
        case MP_QSTR_filename2:
            return is_a(self, &mp_type_OSError);
        case MP_QSTR_lineno:
        case MP_QSTR_filename:
        case MP_QSTR_offset:
        case MP_QSTR_text:
            return is_a(self, &mp_type_SyntaxError);
        default:
            return false;
    }
}

static mp_obj_t load_syntax_error(const mp_obj_exception_t *self, qstr attr) {
    if (self->args->len > 1 && mp_obj_is_type(self->args->items[1], &mp_type_tuple)) {
        static const uint16_t names[] = {MP_QSTR_filename, MP_QSTR_lineno, MP_QSTR_offset, MP_QSTR_text};
        const mp_obj_tuple_t *place = MP_OBJ_TO_PTR(self->args->items[1]);
        for (size_t i = 0; i < MP_ARRAY_SIZE(names) && i < place->len; ++i) {
            if (names[i] == attr) {
                return place->items[i];
            }
        }
    } else if (self->traceback_data != NULL && self->traceback_len >= 3 && self->traceback_data[2] == MP_QSTRnull) {
        if (attr == MP_QSTR_lineno) {
            return MP_OBJ_NEW_SMALL_INT(self->traceback_data[1]);
        }
        if (attr == MP_QSTR_filename) {
            return MP_OBJ_NEW_QSTR(self->traceback_data[0]);
        }
    }
    return MP_OBJ_NULL;
}

static mp_obj_t load_of_type(const mp_obj_exception_t *self, qstr attr) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(from_arguments); ++i) {
        if (from_arguments[i].attr == attr && is_a(self, from_arguments[i].type)) {
            bool there = self->args->len > from_arguments[i].index && self->args->len >= from_arguments[i].least;
            // Of one argument only what C code raises is a number.
            there = there && (attr != MP_QSTR_errno || self->args->len > 1 || mp_obj_is_small_int(self->args->items[0]));
            return there ? self->args->items[from_arguments[i].index] : mp_const_none;
        }
    }
    if (attr == MP_QSTR_exceptions && is_a(self, &mp_type_BaseExceptionGroup) && self->args->len > 1) {
        size_t n;
        mp_obj_t *items;
        mp_obj_get_array(self->args->items[1], &n, &items);
        return mp_obj_new_tuple(n, items);
    }
    mp_obj_t found = is_a(self, &mp_type_SyntaxError) ? load_syntax_error(self, attr) : MP_OBJ_NULL;
    return found == MP_OBJ_NULL && is_none_by_default(self, attr) ? mp_const_none : found;
}

static mp_obj_t or_none(mp_obj_t o) {
    return o == MP_OBJ_NULL ? mp_const_none : o;
}

static mp_obj_t exception_add_note(mp_obj_t self_in, mp_obj_t note) {
    if (!mp_obj_is_str(note)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("note must be a str, not '%s'"), mp_obj_get_type_str(note));
    }
    mp_obj_exception_t *self = native(self_in);
    mp_obj_t notes = get_own(self, MP_QSTR___notes__);
    if (notes == MP_OBJ_NULL) {
        notes = mp_obj_new_list(0, NULL);
        set_own(self, MP_QSTR___notes__, notes);
    }
    mp_obj_list_append(notes, note);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(exception_add_note_obj, exception_add_note);

static mp_obj_t exception_with_traceback(mp_obj_t self, mp_obj_t traceback) {
    exception_store_known(native_inside(self), MP_QSTR___traceback__, traceback);
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_2(exception_with_traceback_obj, exception_with_traceback);

// --- tracebacks as objects ---

typedef struct {
    mp_obj_base_t base;
    size_t index; // 0: the innermost
    size_t *entries;
} entry_t;

static const mp_obj_type_t type_traceback;

static mp_obj_t new_entry(size_t index, size_t *entries) {
    entry_t *o = mp_obj_malloc(entry_t, &type_traceback);
    o->index = index;
    o->entries = entries;
    return MP_OBJ_FROM_PTR(o);
}

static void entry_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const entry_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const size_t *entry = &self->entries[self->index * 3];
    if (attr == MP_QSTR_tb_lineno) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(entry[1]);
    } else if (attr == MP_QSTR_tb_next) {
        dest[0] = self->index == 0 ? mp_const_none : new_entry(self->index - 1, self->entries);
    } else if (attr == MP_QSTR_tb_frame) {
        dest[0] = callers_ended(entry[0], entry[1], entry[2]);
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(type_traceback, MP_QSTR_traceback, MP_TYPE_FLAG_NONE, attr, entry_attr);

static mp_obj_t load_traceback(mp_obj_exception_t *self) {
    if (self->traceback_data == NULL || self->traceback_len < 3) {
        return mp_const_none;
    }
    // A copy: the exception may be raised again.
    size_t *entries = m_new(size_t, self->traceback_len);
    memcpy(entries, self->traceback_data, self->traceback_len * sizeof(*entries));
    return new_entry(self->traceback_len / 3 - 1, entries);
}

static void store_traceback(mp_obj_exception_t *self, mp_obj_t value) {
    if (value == mp_const_none) {
        self->traceback_data = NULL;
        self->traceback_len = 0;
        return;
    }
    if (!mp_obj_is_type(value, &type_traceback)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__traceback__ must be a traceback or None"));
    }
    const entry_t *from = MP_OBJ_TO_PTR(value);
    size_t n = (from->index + 1) * 3;
    self->traceback_data = memcpy(m_new(size_t, n), from->entries, n * sizeof(size_t));
    self->traceback_len = self->traceback_alloc = n;
}

// Attributes that an exception has whatever its class: true if it was one.
bool exception_store_known(mp_obj_t self_in, qstr attr, mp_obj_t value) {
    mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    switch (attr) {
        case MP_QSTR_args:
            if (value == MP_OBJ_NULL) {
                mp_raise_TypeError(MP_ERROR_TEXT("args may not be deleted"));
            }
            self->args = MP_OBJ_TO_PTR(MP_OBJ_TYPE_GET_SLOT(&mp_type_tuple, make_new)(&mp_type_tuple, 1, 0, &value));
            return true;
        case MP_QSTR___traceback__:
            store_traceback(self, or_none(value));
            return true;
        case MP_QSTR___cause__:
            vitrine_exception_set_cause(self_in, or_none(value));
            return true;
        case MP_QSTR___context__:
        case MP_QSTR___suppress_context__: {
            more_t *more = more_of(self);
            if (more != NULL && attr == MP_QSTR___context__) {
                more->context = value == mp_const_none ? MP_OBJ_NULL : value;
            } else if (more != NULL) {
                more->suppress = value != MP_OBJ_NULL && mp_obj_is_true(value);
            }
            return true;
        }
        case MP_QSTR___notes__:
            if (value != MP_OBJ_NULL) {
                set_own(self, attr, value);
            }
            return true;
        default:
            return false;
    }
}

void mp_obj_exception_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        if (exception_store_known(self_in, attr, dest[1])) {
            dest[0] = MP_OBJ_NULL;
        } else if (dest[1] != MP_OBJ_NULL) {
            set_own(self, attr, dest[1]);
            dest[0] = MP_OBJ_NULL;
        } else if (get_own(self, attr) != MP_OBJ_NULL) {
            mp_obj_dict_delete(MP_OBJ_FROM_PTR(self->more->attributes), MP_OBJ_NEW_QSTR(attr));
            dest[0] = MP_OBJ_NULL;
        }
        return;
    }
    switch (attr) {
        case MP_QSTR_args:
            dest[0] = MP_OBJ_FROM_PTR(self->args);
            return;
        case MP_QSTR___traceback__:
            dest[0] = load_traceback(self);
            return;
        case MP_QSTR___cause__:
            dest[0] = or_none(self->more == NULL ? MP_OBJ_NULL : self->more->cause);
            return;
        case MP_QSTR___context__:
            dest[0] = or_none(self->more == NULL ? MP_OBJ_NULL : self->more->context);
            return;
        case MP_QSTR___suppress_context__:
            dest[0] = mp_obj_new_bool(self->more != NULL && self->more->suppress);
            return;
        case MP_QSTR_add_note:
            dest[0] = MP_OBJ_FROM_PTR(&exception_add_note_obj);
            dest[1] = self_in;
            return;
        case MP_QSTR_with_traceback:
            dest[0] = MP_OBJ_FROM_PTR(&exception_with_traceback_obj);
            dest[1] = self_in;
            return;
        case MP_QSTR_split:
        case MP_QSTR_subgroup:
        case MP_QSTR_derive:
            if (is_a(self, &mp_type_BaseExceptionGroup)) {
                dest[0] = vitrine_group_function(attr);
                dest[1] = self_in;
                return;
            }
            break;
        case MP_QSTR___dict__:
            more_of(self);
            if (self->more != NULL) {
                if (self->more->attributes == NULL) {
                    self->more->attributes = MP_OBJ_TO_PTR(mp_obj_new_dict(0));
                }
                dest[0] = MP_OBJ_FROM_PTR(self->more->attributes);
            }
            return;
    }
    dest[0] = get_own(self, attr);
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = load_of_type(self, attr);
    }
}

// --- texts ---

mp_obj_t vitrine_exception_message(mp_obj_t exception) {
    const mp_obj_exception_t *self = native(exception);
    bool syntax = self->base.type == &mp_type_SyntaxError || self->base.type == &mp_type_IndentationError;
    return syntax && mp_obj_get_type(exception) == self->base.type && self->args->len > 0 ? self->args->items[0] : exception;
}

static void print_os_error(const mp_print_t *print, const mp_obj_exception_t *self) {
    const mp_obj_t *args = self->args->items;
    if (self->args->len == 1) {
        qstr name = mp_obj_is_small_int(args[0]) ? mp_errno_to_str(args[0]) : MP_QSTRnull;
        if (name != MP_QSTRnull) {
            mp_printf(print, "[Errno " INT_FMT "] %q", MP_OBJ_SMALL_INT_VALUE(args[0]), name);
        } else {
            mp_obj_print_helper(print, args[0], PRINT_STR);
        }
        return;
    }
    mp_print_str(print, "[Errno ");
    mp_obj_print_helper(print, args[0], PRINT_STR);
    mp_print_str(print, "] ");
    mp_obj_print_helper(print, args[1], PRINT_STR);
    mp_obj_t filename = get_own(self, MP_QSTR_filename);
    if (filename != MP_OBJ_NULL && filename != mp_const_none) {
        mp_print_str(print, ": ");
        mp_obj_print_helper(print, filename, PRINT_REPR);
        filename = get_own(self, MP_QSTR_filename2);
        if (filename != MP_OBJ_NULL && filename != mp_const_none) {
            mp_print_str(print, " -> ");
            mp_obj_print_helper(print, filename, PRINT_REPR);
        }
    }
}

static void print_unicode_error(const mp_print_t *print, const mp_obj_exception_t *self) {
    const mp_obj_t *a = self->args->items;
    bool decoding = is_a(self, &mp_type_UnicodeDecodeError);
    mp_int_t start = mp_obj_get_int(a[2]), end = mp_obj_get_int(a[3]);
    mp_printf(print, "'%s' codec can't %s ", mp_obj_str_get_str(a[0]), decoding ? "decode" : "encode");
    if (end == start + 1) {
        mp_int_t c = 0;
        mp_obj_t at = mp_obj_subscr(a[1], MP_OBJ_NEW_SMALL_INT(start), MP_OBJ_SENTINEL);
        if (mp_obj_is_str(at)) {
            const byte *p = (const byte *)mp_obj_str_get_str(at);
            c = utf8_get_char(p);
        } else {
            c = mp_obj_get_int(at);
        }
        if (decoding) {
            mp_printf(print, "byte 0x%02x in position %d: ", (unsigned)c, (int)start);
        } else {
            mp_printf(print, c < 0x100 ? "character '\\x%02x' in position %d: " : c < 0x10000
                ? "character '\\u%04x' in position %d: " : "character '\\U%08x' in position %d: ", (unsigned)c, (int)start);
        }
    } else {
        mp_printf(print, "%s in position %d-%d: ", decoding ? "bytes" : "characters", (int)start, (int)end - 1);
    }
    mp_obj_print_helper(print, a[4], PRINT_STR);
}

static void print_str(const mp_print_t *print, const mp_obj_exception_t *self) {
    const mp_obj_tuple_t *args = self->args;
    if (is_a(self, &mp_type_BaseExceptionGroup) && args->len > 1) {
        int n = mp_obj_get_int(mp_obj_len(args->items[1]));
        mp_obj_print_helper(print, args->items[0], PRINT_STR);
        mp_printf(print, " (%d sub-exception%s)", n, n == 1 ? "" : "s");
    } else if (args->len == 5 && is_a(self, &mp_type_UnicodeError)) {
        print_unicode_error(print, self);
    } else if (args->len > 0 && args->len < 4 && is_a(self, &mp_type_OSError)) {
        print_os_error(print, self);
    } else if (args->len >= 1 && args->len <= 2 && is_a(self, &mp_type_SyntaxError)) {
        mp_obj_print_helper(print, args->items[0], PRINT_STR);
        mp_obj_t file = load_syntax_error(self, MP_QSTR_filename), line = load_syntax_error(self, MP_QSTR_lineno);
        if (file != MP_OBJ_NULL && line != MP_OBJ_NULL && mp_obj_is_str(file)) {
            const char *path = mp_obj_str_get_str(file), *slash = strrchr(path, '/');
            mp_printf(print, " (%s, line ", slash == NULL ? path : slash + 1);
            mp_obj_print_helper(print, line, PRINT_STR);
            mp_print_str(print, ")");
        }
    } else if (args->len == 1) {
        mp_obj_print_helper(print, args->items[0], is_a(self, &mp_type_KeyError) ? PRINT_REPR : PRINT_STR);
    } else if (args->len > 0) {
        mp_obj_print_helper(print, MP_OBJ_FROM_PTR(args), PRINT_REPR);
    }
}

void mp_obj_exception_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    mp_print_kind_t k = kind & ~PRINT_EXC_SUBCLASS;
    if (!(kind & PRINT_EXC_SUBCLASS) && (k == PRINT_REPR || k == PRINT_EXC)) {
        mp_print_str(print, qstr_str(self->base.type->name));
    }
    if (k == PRINT_EXC) {
        mp_print_str(print, ": ");
    }
    if (k == PRINT_STR || k == PRINT_EXC) {
        print_str(print, self);
    } else if (self->args->len == 1) {
        mp_print_str(print, "(");
        mp_obj_print_helper(print, self->args->items[0], PRINT_REPR);
        mp_print_str(print, ")");
    } else {
        mp_obj_print_helper(print, MP_OBJ_FROM_PTR(self->args), PRINT_REPR);
    }
}

// --- making ---

static const struct {
    uint8_t number;
    const mp_obj_type_t *type;
} by_errno[] = {
    {MP_ENOENT, &mp_type_FileNotFoundError}, {MP_EEXIST, &mp_type_FileExistsError},
    {MP_EACCES, &mp_type_PermissionError}, {MP_EPERM, &mp_type_PermissionError},
    {MP_EISDIR, &mp_type_IsADirectoryError}, {MP_ENOTDIR, &mp_type_NotADirectoryError},
    {MP_ETIMEDOUT, &mp_type_TimeoutError}, {MP_EPIPE, &mp_type_BrokenPipeError},
    {MP_ECONNREFUSED, &mp_type_ConnectionRefusedError}, {MP_ECONNRESET, &mp_type_ConnectionResetError},
    {MP_ECONNABORTED, &mp_type_ConnectionAbortedError}, {MP_EAGAIN, &mp_type_BlockingIOError},
    {4, &mp_type_InterruptedError}, {3, &mp_type_ProcessLookupError}, {10, &mp_type_ChildProcessError},
};

// What a new exception of some types has besides its arguments.
void vitrine_exception_finish(mp_obj_exception_t *self, size_t n_kw, const mp_obj_t *kw) {
    self->more = NULL;
    for (size_t i = 0; i < n_kw; ++i) {
        qstr name = mp_obj_str_get_qstr(kw[2 * i]);
        if (!is_none_by_default(self, name) || is_a(self, &mp_type_SyntaxError) || is_a(self, &mp_type_OSError)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no keyword arguments"), self->base.type->name);
        }
        set_own(self, name, kw[2 * i + 1]);
    }
    const mp_obj_type_t *type = self->base.type;
    if (type == &mp_type_OSError && self->args->len >= 2 && self->args->len <= 5) {
        for (size_t i = 0; i < MP_ARRAY_SIZE(by_errno); ++i) {
            if (self->args->items[0] == MP_OBJ_NEW_SMALL_INT(by_errno[i].number)) {
                self->base.type = by_errno[i].type;
            }
        }
    }
    if (self->args->len >= 3 && self->args->len <= 5 && is_a(self, &mp_type_OSError)) {
        set_own(self, MP_QSTR_filename, self->args->items[2]);
        if (self->args->len == 5) {
            set_own(self, MP_QSTR_filename2, self->args->items[4]);
        }
        self->args = MP_OBJ_TO_PTR(mp_obj_new_tuple(2, self->args->items));
    }
    if ((type == &mp_type_UnicodeDecodeError || type == &mp_type_UnicodeEncodeError) && self->args->len != 5) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("function takes exactly 5 arguments (%d given)"), (int)self->args->len);
    }
    if (type == &mp_type_BaseExceptionGroup || type == &mp_type_ExceptionGroup) {
        vitrine_group_check(self);
    }
}

// --- HostError ---

static void host_error_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    if ((kind & ~PRINT_EXC_SUBCLASS) != PRINT_STR || self->args->len != 2) {
        mp_obj_exception_print(print, self_in, kind);
        return;
    }
    mp_obj_print_helper(print, self->args->items[0], PRINT_STR);
    if (mp_obj_is_true(self->args->items[1])) {
        mp_print_str(print, ": ");
        mp_obj_print_helper(print, self->args->items[1], PRINT_STR);
    }
}

static void host_error_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_exception_t *self = MP_OBJ_TO_PTR(self_in);
    size_t index = attr == MP_QSTR_message;
    if (dest[0] == MP_OBJ_NULL && (attr == MP_QSTR_code || index)) {
        dest[0] = self->args->len > index ? self->args->items[index] : mp_const_none;
    } else {
        mp_obj_exception_attr(self_in, attr, dest);
    }
}

MP_DEFINE_CONST_OBJ_TYPE(mp_type_HostError, MP_QSTR_HostError, MP_TYPE_FLAG_NONE,
    make_new, mp_obj_exception_make_new,
    print, host_error_print,
    attr, host_error_attr,
    parent, &mp_type_Exception
    );
