// rescan.c - what is searched, and the way through it from match to match.
#include "py/objint.h"
#include "py/objstr.h"
#include "reobjects.h"

mp_obj_t re_slice(const subject_t *s, bool text, size_t begin, size_t end) {
    size_t len = s->end - s->start;
    if (begin == 0 && end == len && mp_obj_is_exact_type(s->data, text ? &mp_type_str : &mp_type_bytes)) {
        return s->data;
    }
    if (begin == end) {
        return text ? MP_OBJ_NEW_QSTR(MP_QSTR_) : mp_const_empty_bytes;
    }
    return mp_obj_new_str_copy(text ? &mp_type_str : &mp_type_bytes, s->start + begin, end - begin);
}

mp_obj_t re_subject_get(subject_t *s, mp_obj_t string, bool text) {
    s->string = string;
    mp_obj_t base = mp_obj_cast_to_native_base(string, MP_OBJ_FROM_PTR(&mp_type_str));
    if (base != MP_OBJ_NULL) {
        if (!text) {
            mp_raise_TypeError(MP_ERROR_TEXT("cannot use a bytes pattern on a string-like object"));
        }
        s->data = base;
    } else {
        mp_buffer_info_t info;
        if (!mp_get_buffer(string, &info, MP_BUFFER_READ)) {
            mp_raise_msg_varg(&mp_type_TypeError,
                MP_ERROR_TEXT("expected string or bytes-like object, got '%s'"), mp_obj_get_type_str(string));
        }
        if (text) {
            mp_raise_TypeError(MP_ERROR_TEXT("cannot use a string pattern on a bytes-like object"));
        }
        s->data = mp_obj_is_exact_type(string, &mp_type_bytes) ? string : mp_obj_new_bytes(info.buf, info.len);
    }
    mp_buffer_info_t info;
    mp_get_buffer_raise(s->data, &info, MP_BUFFER_READ);
    s->start = info.buf;
    s->end = s->start + info.len;
    return s->data;
}

static const byte *place_of(const subject_t *s, bool text, mp_obj_t index) {
    if (!mp_obj_is_small_int(index)) {
        if (mp_obj_is_exact_type(index, &mp_type_int)) {
            return mp_obj_int_sign(index) < 0 ? s->start : s->end;
        }
    }
    mp_int_t n = mp_obj_get_int(index);
    if (n <= 0) {
        return s->start;
    }
    if (n >= s->end - s->start) {
        return s->end;
    }
    if (!text) {
        return s->start + n;
    }
    const byte *p = s->start;
    for (; n > 0 && p < s->end; --n) {
        re_decode(true, &p, s->end);
    }
    return p;
}

mp_obj_t re_index_of(const subject_t *s, bool text, mp_int_t offset) {
    return mp_obj_new_int(offset < 0 ? -1 : text ? (mp_int_t)utf8_charlen(s->start, offset) : offset);
}

void re_scan_begin(scan_t *scan, const re_program_t *program, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos) {
    subject_t *s = &scan->subject;
    re_subject_get(s, string, program->text);
    scan->next = s->start;
    const byte *end = s->end;
    if (endpos != MP_OBJ_NULL) {
        end = place_of(s, program->text, endpos);
    }
    if (pos != MP_OBJ_NULL) {
        scan->next = place_of(s, program->text, pos);
    }
    scan->pos = scan->next - s->start;
    scan->matcher = (re_matcher_t) {.program = program, .start = s->start, .end = end, .slots = scan->inline_slots};
    if (2 * (program->groups + 1) > INLINE_SLOTS) {
        scan->matcher.slots = m_new(int32_t, 2 * (program->groups + 1));
    }
}

bool re_scan_next(scan_t *scan) {
    re_matcher_t *m = &scan->matcher;
    if (scan->next > m->end || !re_search(m, scan->next, false)) {
        return false;
    }
    scan->next = m->start + m->slots[1];
    m->not_empty_at = m->slots[0] == m->slots[1] ? scan->next : NULL;
    return true;
}

mp_obj_t re_scan_group(const scan_t *scan, size_t group, mp_obj_t otherwise) {
    const re_matcher_t *m = &scan->matcher;
    int32_t begin = m->slots[2 * group], end = m->slots[2 * group + 1];
    return begin < 0 || end < 0 ? otherwise : re_slice(&scan->subject, m->program->text, begin, end);
}
