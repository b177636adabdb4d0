// reobjects.h - what the files that show regular expressions to Python share.
//
// Places are offsets of bytes inside and numbers of characters outside.
#ifndef VITRINE_GUEST_REOBJECTS_H
#define VITRINE_GUEST_REOBJECTS_H

#include "py/runtime.h"
#include "reprogram.h"

// --- rescan.c ---

// What is searched. The data is a copy if the string could change meanwhile.
typedef struct {
    mp_obj_t string, data;
    const byte *start, *end;
} subject_t;

#define INLINE_SLOTS 20

// A search that goes on.
typedef struct {
    subject_t subject;
    size_t pos;
    const byte *next;
    re_matcher_t matcher;
    int32_t inline_slots[INLINE_SLOTS];
} scan_t;

mp_obj_t re_subject_get(subject_t *s, mp_obj_t string, bool text);
mp_obj_t re_slice(const subject_t *s, bool text, size_t begin, size_t end);
// The place of an offset as Python counts; -1: none.
mp_obj_t re_index_of(const subject_t *s, bool text, mp_int_t offset);
// pos, endpos: MP_OBJ_NULL if there are none.
void re_scan_begin(scan_t *scan, const re_program_t *program, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos);
// The next match; searching goes on where it ends.
bool re_scan_next(scan_t *scan);
mp_obj_t re_scan_group(const scan_t *scan, size_t group, mp_obj_t otherwise);

// --- retemplate.c ---

typedef struct {
    size_t text;   // bytes of text before
    int32_t group; // -1: none, the end
} piece_t;

typedef struct {
    vstr_t text;
    piece_t *pieces;
    size_t count, allocated;
    size_t done; // bytes of text in pieces
} template_t;

void re_template_parse(template_t *t, const re_program_t *program, mp_obj_t source);
void re_template_expand(const template_t *t, vstr_t *out, const byte *start, const int32_t *slots);
// The text as a str or as bytes.
mp_obj_t re_finish(vstr_t *out, bool text);

// --- rematched.c ---

extern const mp_obj_type_t re_match_type;
// The match that was just found.
mp_obj_t re_match_new(const scan_t *scan);

// --- reflags.c ---

typedef struct {
    mp_obj_base_t base;
    uint32_t value;
} re_flag_t;

extern const mp_obj_type_t re_flag_type;
extern const re_flag_t re_flag_none, re_flag_ignorecase, re_flag_locale, re_flag_multiline, re_flag_dotall, re_flag_unicode,
    re_flag_verbose, re_flag_debug, re_flag_ascii;
void re_print_flags(const mp_print_t *print, uint32_t flags);

#endif
