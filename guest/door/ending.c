// ending.c - how a run ended, as the message of door_result().
//
// Owns the buffers of the result, all static: a run that ended for lack of
// memory is reported like any other. Invariant: exactly one message is sent,
// although repr() and str() may run guest code that raises, loops or is stopped.
#include <string.h>

#include "cbor.h"
#include "type/groups.h"
#include "machine/port.h"
#include "py/gc.h"
#include "py/objexcept.h"
#include "py/objstr.h"
#include "py/frozenmod.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "type/suggest.h"

#define REPR_MAX 4096
#define MESSAGE_MAX 4096
#define TRACEBACK_MAX 12288
#define TRACEBACK_EDGE 20 // entries kept at either end of a long traceback
#define TYPE_MAX 256
#define FILE_MAX 256
// Text may grow when bytes that are not UTF-8 are replaced; it is cut again.
#define RESULT_SIZE (REPR_MAX + MESSAGE_MAX + TRACEBACK_MAX + TYPE_MAX + FILE_MAX + 128)

static char repr_text[REPR_MAX + 1], message_text[MESSAGE_MAX], traceback_text[TRACEBACK_MAX];
static uint8_t result_message[RESULT_SIZE];

typedef struct {
    uint32_t kind;
    int32_t exit_code;
    vitrine_buffer_t repr, message, traceback;
    bool has_repr, has_error;
    const char *type;
    size_t type_len;
    const char *file;
    size_t file_len;
    uint32_t line, column;
    unsigned depth; // of exception groups around what is printed
    bool open; // the tree of groups lacks its last line
    bool hints; // of what unknown names may have been meant to be
    char margin;
} result_t;

// The traceback's text. What lies in exception groups has a margin.
static void trace_print(void *data, const char *text, size_t len) {
    result_t *r = data;
    vitrine_buffer_t *b = &r->traceback;
    for (size_t at = 0; at < len;) {
        const char *newline = memchr(text + at, '\n', len - at);
        size_t end = newline == NULL ? len : (size_t)(newline - text) + 1;
        if (r->depth > 0 && (b->len == 0 || b->buf[b->len - 1] == '\n')) {
            const mp_print_t print = {b, vitrine_buffer_print};
            mp_print_strn(&print, "", 0, 0, ' ', 2 * r->depth);
            mp_printf(&print, "%c ", r->margin);
            r->margin = '|';
        }
        vitrine_buffer_print(b, text + at, end - at);
        at = end;
    }
}

// Raised by a buffer that is full, so that a huge repr ends early.
static mp_obj_exception_t full_exception = {
    .base = {&mp_type_Exception},
    .args = (mp_obj_tuple_t *)&mp_const_empty_tuple_obj,
};

static void full_print(void *data, const char *text, size_t len) {
    vitrine_buffer_t *b = data;
    vitrine_buffer_print(b, text, len);
    if (b->cut) {
        nlr_raise(MP_OBJ_FROM_PTR(&full_exception));
    }
}

// Prints `value`. Returns what it raised, or MP_OBJ_NULL; a full buffer is no error.
static mp_obj_t print_protected(vitrine_buffer_t *b, mp_obj_t value, mp_print_kind_t kind) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_print_t print = {b, full_print};
        mp_obj_print_helper(&print, value, kind);
        nlr_pop();
        return MP_OBJ_NULL;
    }
    full_exception.traceback_data = NULL;
    return nlr.ret_val == &full_exception ? MP_OBJ_NULL : MP_OBJ_FROM_PTR(nlr.ret_val);
}

static bool is_stop(mp_obj_t exception) {
    return exception == MP_OBJ_FROM_PTR(&vitrine_stop_exception);
}

// False: stopped on the way.
static bool describe_value(result_t *r, mp_obj_t value) {
    if (value == MP_OBJ_NULL || value == mp_const_none) {
        return true;
    }
    r->has_repr = true;
    mp_obj_t raised = print_protected(&r->repr, value, PRINT_REPR);
    if (raised == MP_OBJ_NULL) {
        return true;
    }
    r->repr.len = 0;
    r->repr.cut = false;
    mp_print_t print = {&r->repr, vitrine_buffer_print};
    mp_printf(&print, "<%s object: repr() raised %s>", mp_obj_get_type_str(value),
        mp_obj_get_type_str(raised));
    return !is_stop(raised);
}

static void describe_entry(const mp_print_t *print, const size_t *entry) {
    mp_printf(print, "  File \"%q\", line %u", (qstr)entry[0], (unsigned)entry[1]);
    if (entry[2] != MP_QSTRnull) {
        // Without the names of what is around it.
        const char *name = qstr_str(entry[2]), *dot = strrchr(name, '.');
        mp_printf(print, ", in %s", dot == NULL ? name : dot + 1);
    }
    mp_print_str(print, "\n");
}

static void describe_repeated(const mp_print_t *print, size_t repeated) {
    if (repeated > 0) {
        mp_printf(print, "  [Previous line repeated %u more time%s]\n", (unsigned)repeated,
            repeated == 1 ? "" : "s");
    }
}

// Our own modules have no lines, and tell the guest's author nothing.
static bool is_frozen(const size_t *entry) {
    return entry[1] <= 1 && mp_find_frozen_module(qstr_str(entry[0]), NULL, NULL) == MP_IMPORT_STAT_FILE;
}

// entries: file, line and block, innermost first.
static void describe_traceback(result_t *r, bool group, size_t words, const size_t *entries) {
    const mp_print_t print = {r, trace_print};
    size_t count = words / 3;
    if (count > 1 || (count == 1 && entries[2] != MP_QSTRnull)) {
        mp_printf(&print, "%sTraceback (most recent call last):\n", group ? "Exception Group " : "");
    }
    r->margin = '|';
    size_t repeated = 0;
    for (size_t i = count; i-- > 0;) {
        const size_t *e = &entries[i * 3];
        if (i + 1 < count && is_frozen(e)) {
            continue;
        }
        if (count > 2 * TRACEBACK_EDGE && i == count - TRACEBACK_EDGE - 1) {
            size_t same = 0;
            while (i > TRACEBACK_EDGE && memcmp(e, e + 3, 3 * sizeof(size_t)) == 0) {
                ++same;
                --i;
                e -= 3;
            }
            repeated += same;
            if (i > TRACEBACK_EDGE) {
                describe_repeated(&print, repeated > 2 ? repeated - 2 : 0);
                repeated = 0;
                mp_printf(&print, "  [%u calls left out]\n", (unsigned)(i - TRACEBACK_EDGE + 1));
                i = TRACEBACK_EDGE;
                continue;
            }
        }
        // As CPython: the same line is printed three times, then counted.
        if (i + 1 < count && memcmp(e, e + 3, 3 * sizeof(size_t)) == 0) {
            if (++repeated > 2) {
                continue;
            }
        } else {
            describe_repeated(&print, repeated > 2 ? repeated - 2 : 0);
            repeated = 0;
        }
        describe_entry(&print, e);
    }
    describe_repeated(&print, repeated > 2 ? repeated - 2 : 0);
    for (size_t i = 0; i < count; ++i) {
        const size_t *e = &entries[i * 3];
        if (i + 1 == count || !is_frozen(e)) {
            r->file = (const char *)qstr_data(e[0], &r->file_len);
            r->line = e[1];
            break;
        }
    }
}

// What an unknown name may have been meant to be. Returns what that raised, or
// MP_OBJ_NULL.
static mp_obj_t describe_hint(const mp_print_t *print, mp_obj_t exception) {
    const mp_obj_type_t *type = mp_obj_get_type(exception);
    if (type != &mp_type_NameError && type != &mp_type_AttributeError) {
        return MP_OBJ_NULL;
    }
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) {
        return MP_OBJ_FROM_PTR(nlr.ret_val);
    }
    mp_obj_t name = vitrine_suggestion(exception);
    if (name != MP_OBJ_NULL) {
        mp_print_str(print, ". Did you mean: ");
        mp_obj_print_helper(print, name, PRINT_REPR);
        mp_print_str(print, "?");
    }
    nlr_pop();
    return MP_OBJ_NULL;
}

// The last line of a traceback, and its notes. False: stopped on the way.
static bool describe_line(const mp_print_t *print, bool hints, mp_obj_t exception, const char *type, size_t type_len, const char *message, size_t len) {
    mp_print_strn(print, type, type_len, 0, 0, 0);
    if (len > 0) {
        mp_print_str(print, ": ");
        mp_print_strn(print, message, len, 0, 0, 0);
    }
    bool whole = !hints || !is_stop(describe_hint(print, exception));
    mp_print_str(print, "\n");
    mp_obj_t notes = vitrine_exception_notes(exception);
    if (notes != MP_OBJ_NULL && mp_obj_is_type(notes, &mp_type_list)) {
        size_t n;
        mp_obj_t *items;
        mp_obj_get_array(notes, &n, &items);
        for (size_t i = 0; i < n && mp_obj_is_str(items[i]); ++i) {
            mp_obj_print_helper(print, items[i], PRINT_STR);
            mp_print_str(print, "\n");
        }
    }
    return whole;
}

static bool is_a(mp_obj_t exception, const mp_obj_type_t *type) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exception)), MP_OBJ_FROM_PTR(type));
}

#define CHAIN_MAX 16
#define GROUP_WIDTH 15
#define GROUP_DEPTH 10
static bool describe_chain(result_t *r, mp_obj_t exception, int depth);
static bool describe_one(result_t *r, mp_obj_t exception, vitrine_buffer_t *message);

static bool describe_group(result_t *r, mp_obj_t group) {
    const mp_print_t lines = {&r->traceback, vitrine_buffer_print}, print = {r, trace_print};
    bool whole = true;
    r->open = false;
    mp_obj_t member;
    for (size_t i = 0; whole && i <= GROUP_WIDTH && !r->traceback.cut && (member = vitrine_group_member(group, i)) != MP_OBJ_NULL; ++i) {
        bool last = i == GROUP_WIDTH || vitrine_group_member(group, i + 1) == MP_OBJ_NULL;
        r->open |= last;
        mp_print_strn(&lines, i == 0 ? "+-" : "  ", 2, 0, ' ', 2 * r->depth + 2);
        mp_printf(&lines, i < GROUP_WIDTH ? "+---------------- %u ----------------\n" : "+---------------- ... ----------------\n", (unsigned)i + 1);
        ++r->depth;
        if (i == GROUP_WIDTH) {
            size_t more = 1;
            while (vitrine_group_member(group, i + more) != MP_OBJ_NULL) {
                ++more;
            }
            mp_printf(&print, "and %u more exception%s\n", (unsigned)more, more == 1 ? "" : "s");
        } else if (r->depth > GROUP_DEPTH) {
            mp_printf(&print, "... (max_group_depth is %u)\n", GROUP_DEPTH);
        } else {
            r->repr.len = 0;
            r->repr.cut = false;
            whole = describe_chain(r, member, 0) && describe_one(r, member, &r->repr);
        }
        if (last && r->open) {
            mp_print_strn(&lines, "", 0, 0, ' ', 2 * r->depth);
            mp_print_str(&lines, "+------------------------------------\n");
            r->open = false;
        }
        --r->depth;
    }
    r->repr.len = 0;
    return whole;
}

// An exception without what led to it; what it says is left in `message`.
// False: stopped on the way.
static bool describe_one(result_t *r, mp_obj_t exception, vitrine_buffer_t *message) {
    static const char failed[] = "<exception str() failed>";
    const mp_print_t print = {r, trace_print};
    size_t words, type_len, *entries;
    const char *type = (const char *)qstr_data(mp_obj_get_type(exception)->name, &type_len);
    mp_obj_t raised = print_protected(message, vitrine_exception_message(exception), PRINT_STR);
    if (raised != MP_OBJ_NULL) {
        message->len = 0;
        vitrine_buffer_print(message, failed, sizeof(failed) - 1);
    }
    bool group = is_a(exception, &mp_type_BaseExceptionGroup), outermost = group && r->depth == 0;
    if (outermost) {
        r->depth = 1;
        r->margin = '+';
    }
    mp_obj_exception_get_traceback(exception, &words, &entries);
    describe_traceback(r, group, words, entries);
    bool whole = describe_line(&print, r->hints, exception, type, type_len, message->buf, message->len) && !is_stop(raised)
        && (!group || describe_group(r, exception));
    if (outermost) {
        r->depth = 0;
    }
    return whole;
}

// The exceptions that led to this one. The message's buffer serves each of them.
static bool describe_chain(result_t *r, mp_obj_t exception, int depth) {
    bool is_cause;
    mp_obj_t before = vitrine_exception_before(exception, &is_cause);
    if (before == MP_OBJ_NULL || depth == CHAIN_MAX) {
        return true;
    }
    bool whole = describe_chain(r, before, depth + 1);
    const mp_print_t print = {r, trace_print};
    vitrine_buffer_t *message = r->depth > 0 ? &r->repr : &r->message;
    whole = whole && describe_one(r, before, message);
    mp_print_str(&print, is_cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
        : "\nDuring handling of the above exception, another exception occurred:\n\n");
    message->len = 0;
    message->cut = false;
    return whole;
}

// False: stopped on the way.
static bool describe_exception(result_t *r, mp_obj_t exception) {
    const mp_obj_type_t *type = mp_obj_get_type(exception);
    bool whole = describe_chain(r, exception, 0);
    r->has_error = true;
    r->type = (const char *)qstr_data(type->name, &r->type_len);
    whole = whole && describe_one(r, exception, &r->message);
    size_t words, *entries;
    mp_obj_exception_get_traceback(exception, &words, &entries);
    if (is_a(exception, &mp_type_SyntaxError) && words == 3) {
        r->column = vitrine_syntax_column;
    }
    return whole;
}

static void describe_stop(result_t *r) {
    size_t words;
    const size_t *entries;
    vitrine_stop_traceback(&words, &entries);
    describe_traceback(r, false, words, entries);
    r->kind = VITRINE_KIND_STOPPED;
    r->has_error = words > 0;
    r->type = "";
    r->type_len = 0;
}

// sys.exit(n), as CPython: anything but a number or None is printed.
static bool describe_exit(result_t *r, mp_obj_t exception) {
    mp_obj_t value = mp_obj_exception_get_value(exception);
    if (value == mp_const_none) {
        r->exit_code = 0;
    } else if (mp_obj_is_bool(value)) {
        r->exit_code = value == mp_const_true;
    } else if (mp_obj_is_small_int(value)) {
        r->exit_code = MP_OBJ_SMALL_INT_VALUE(value);
    } else {
        r->exit_code = 1;
        if (!mp_obj_is_int(value)) {
            mp_obj_t raised = print_protected(&r->message, value, PRINT_STR);
            if (raised != MP_OBJ_NULL) {
                return !is_stop(raised);
            }
            door_write(2, r->message.buf, r->message.len);
            door_write(2, "\n", 1);
        }
    }
    return true;
}

static void result_init(result_t *r) {
    memset(r, 0, sizeof(*r));
    r->repr = (vitrine_buffer_t) {repr_text, 0, REPR_MAX, false};
    r->message = (vitrine_buffer_t) {message_text, 0, sizeof(message_text), false};
    r->traceback = (vitrine_buffer_t) {traceback_text, 0, sizeof(traceback_text), false};
    r->file = "";
    r->margin = '|';
    r->hints = true;
}

void vitrine_print_exception(const mp_print_t *print, mp_obj_t exception) {
    // Not the static buffers: str() of an exception may come here in its turn.
    enum { TEXT_MAX = 1024 };
    char *text = m_new(char, TRACEBACK_MAX + 2 * TEXT_MAX);
    result_t r = {
        .traceback = {text, 0, TRACEBACK_MAX, false},
        .message = {text + TRACEBACK_MAX, 0, TEXT_MAX, false},
        .repr = {text + TRACEBACK_MAX + TEXT_MAX, 0, TEXT_MAX, false},
        .margin = '|',
    };
    if (!describe_chain(&r, exception, 0) || !describe_one(&r, exception, &r.message)) {
        vitrine_stop_raise();
    }
    mp_print_strn(print, text, r.traceback.len, 0, 0, 0);
}

static void describe(result_t *r, mp_obj_t value, mp_obj_t exception) {
    bool whole = true;
    result_init(r);
    if (exception == MP_OBJ_NULL) {
        r->kind = VITRINE_KIND_DONE;
        whole = describe_value(r, value);
    } else if (is_stop(exception)) {
        describe_stop(r);
    } else if (is_a(exception, &mp_type_SystemExit)) {
        r->kind = VITRINE_KIND_DONE;
        whole = describe_exit(r, exception);
    } else {
        r->kind = is_a(exception, &mp_type_MemoryError) ? VITRINE_KIND_NO_MEMORY : VITRINE_KIND_RAISED;
        r->exit_code = 1;
        whole = describe_exception(r, exception);
    }
    if (!whole) {
        result_init(r);
        describe_stop(r);
    }
}

static void write_maybe(cbor_writer_t *w, bool present, const char *text, size_t len, size_t max) {
    if (present) {
        cbor_write_text(w, text, len, max);
    } else {
        cbor_write_null(w);
    }
}

static void write_int(cbor_writer_t *w, int32_t n) {
    cbor_write_head(w, n < 0 ? CBOR_NINT : CBOR_UINT, n < 0 ? (uint32_t)~n : (uint32_t)n);
}

static void write_fixed(cbor_writer_t *w, const result_t *r, unsigned items) {
    cbor_write_head(w, CBOR_ARRAY, items);
    write_int(w, r->kind);
    write_int(w, r->exit_code);
    write_maybe(w, r->has_repr, r->repr.buf, r->repr.len, REPR_MAX);
    write_maybe(w, r->has_error, r->type, r->type_len, TYPE_MAX);
    write_maybe(w, r->has_error, r->message.buf, r->message.len, MESSAGE_MAX);
    write_maybe(w, r->has_error, r->traceback.buf, r->traceback.len, TRACEBACK_MAX);
    write_maybe(w, r->has_error, r->file, r->file_len, FILE_MAX);
    write_int(w, r->line);
    write_int(w, r->column);
}

// False: the value is no plain data, too large, or there is no memory for it.
static bool write_value(cbor_writer_t *w, mp_obj_t value) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        cbor_write_value(w, value);
        nlr_pop();
        return w->status == CBOR_OK;
    }
    return false;
}

// What most runs end with needs no words, and no buffer of the above.
static bool send_short(mp_obj_t value) {
    uint8_t message[16];
    cbor_writer_t w;
    if (value != MP_OBJ_NULL && value != mp_const_none && !mp_obj_is_bool(value)
        && !mp_obj_is_small_int(value)) {
        return false;
    }
    cbor_writer_init(&w, message, sizeof(message), sizeof(message));
    cbor_write_head(&w, CBOR_ARRAY, value != MP_OBJ_NULL);
    if (value != MP_OBJ_NULL) {
        cbor_write_value(&w, value);
    }
    door_result(w.buf, w.len);
    return true;
}

void vitrine_result_send(mp_obj_t exception) {
    static result_t r;
    mp_obj_t value = exception == MP_OBJ_NULL ? MP_STATE_VM(vitrine_value) : MP_OBJ_NULL;
    if (exception == MP_OBJ_NULL && send_short(value)) {
        return;
    }
    describe(&r, value, exception);
    cbor_writer_t w;
    if (value != MP_OBJ_NULL && r.kind == VITRINE_KIND_DONE) {
        cbor_writer_init(&w, result_message, sizeof(result_message), RESULT_SIZE);
        write_fixed(&w, &r, 10);
        w.limit = w.len + vitrine_value_limit;
        if (write_value(&w, value)) {
            door_result(w.buf, w.len);
            return;
        }
    }
    cbor_writer_init(&w, result_message, sizeof(result_message), RESULT_SIZE);
    write_fixed(&w, &r, 9);
    door_result(w.buf, w.len);
}
