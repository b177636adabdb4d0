// textbuiltins.c - the built-in functions format() and ascii().
#include "formatspec.h"
#include "quote.h"
#include "py/runtime.h"
#include "textmethods.h"

static mp_obj_t builtin_format(size_t n_args, const mp_obj_t *args) {
    vitrine_span spec = {NULL, 0};
    if (n_args > 1) {
        mp_obj_t text = vitrine_native(args[1], &mp_type_str);
        if (text == MP_OBJ_NULL) {
            vitrine_raise_type("format() argument 2 must be str, not %s", args[1]);
        }
        spec = vitrine_span_of(text);
    }
    vstr_t out;
    vstr_init(&out, 16);
    vitrine_format_value(&out, args[0], spec);
    return vitrine_text_new_vstr(&out);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_format_obj, 1, 2, builtin_format);

static mp_obj_t builtin_ascii(mp_obj_t value) {
    vstr_t out;
    mp_print_t print;
    vstr_init_print(&out, 16, &print);
    vitrine_print_ascii(&print, value);
    return vitrine_text_new_vstr(&out);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_ascii_obj, builtin_ascii);
