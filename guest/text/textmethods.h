// textmethods.h - the methods of str, bytes and bytearray, by the files they are in.
#ifndef VITRINE_GUEST_TEXTMETHODS_H
#define VITRINE_GUEST_TEXTMETHODS_H

#include "type/argument.h"
#include "py/objtype.h"
#include "utf8.h"

// What is found at or after the beginning of s, or before its end; NULL: nothing.
const byte *vitrine_find(vitrine_span s, vitrine_span needle, bool last);
bool vitrine_contains(mp_obj_t self, mp_obj_t item);
// A part of a text as an object of the text's type.
mp_obj_t vitrine_piece(mp_obj_t self, const byte *p, size_t n);
// An argument that is of the kind of self; TypeError.
vitrine_span vitrine_other(mp_obj_t self, mp_obj_t arg);
mp_obj_t vitrine_percent(mp_obj_t pattern, mp_obj_t values);

extern const mp_obj_dict_t mp_obj_bytes_locals_dict;

#define VITRINE_SEARCH_METHODS(X) \
    X(find) X(rfind) X(index) X(rindex) X(count) X(replace) X(partition) X(rpartition) \
    X(strip) X(lstrip) X(rstrip) X(startswith) X(endswith) X(removeprefix) X(removesuffix)
#define VITRINE_SPLIT_METHODS(X) X(split) X(rsplit) X(splitlines) X(join)
#define VITRINE_CASE_METHODS(X) \
    X(lower) X(upper) X(title) X(capitalize) X(swapcase) \
    X(isalnum) X(isalpha) X(isascii) X(isdigit) X(islower) X(isspace) X(istitle) X(isupper)
#define VITRINE_TEXT_CASE_METHODS(X) X(casefold) X(isdecimal) X(isnumeric) X(isidentifier) X(isprintable)
#define VITRINE_FILL_METHODS(X) X(center) X(ljust) X(rjust) X(zfill) X(expandtabs)

#define VITRINE_SHARED_METHODS(X) \
    VITRINE_SEARCH_METHODS(X) VITRINE_SPLIT_METHODS(X) VITRINE_CASE_METHODS(X) VITRINE_FILL_METHODS(X) X(translate)
// What bytes and bytearray have, and str has not.
#define VITRINE_BYTES_ENTRIES \
    { MP_ROM_QSTR(MP_QSTR_maketrans), MP_ROM_PTR(&vitrine_bytes_maketrans_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_decode), MP_ROM_PTR(&vitrine_bytes_decode_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_hex), MP_ROM_PTR(&vitrine_bytes_hex_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_fromhex), MP_ROM_PTR(&vitrine_bytes_fromhex_obj) },

#define VITRINE_METHOD_DECLARE(name) extern const mp_obj_fun_builtin_var_t vitrine_text_##name##_obj;
VITRINE_SEARCH_METHODS(VITRINE_METHOD_DECLARE)
VITRINE_SPLIT_METHODS(VITRINE_METHOD_DECLARE)
VITRINE_CASE_METHODS(VITRINE_METHOD_DECLARE)
VITRINE_TEXT_CASE_METHODS(VITRINE_METHOD_DECLARE)
VITRINE_FILL_METHODS(VITRINE_METHOD_DECLARE)
VITRINE_METHOD_DECLARE(format)
VITRINE_METHOD_DECLARE(format_map)
VITRINE_METHOD_DECLARE(translate)
extern const mp_rom_obj_static_class_method_t vitrine_text_maketrans_obj, vitrine_bytes_maketrans_obj, vitrine_bytes_fromhex_obj;
extern const mp_obj_fun_builtin_var_t vitrine_bytes_decode_obj, vitrine_bytes_hex_obj;
#define VITRINE_METHOD(name, least, most, function) \
    MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_text_##name##_obj, least, most, function)

#endif
