// formatspec.h - one value by one format spec, as format() and f-strings ask for.
#ifndef VITRINE_GUEST_FORMATSPEC_H
#define VITRINE_GUEST_FORMATSPEC_H

#include "utf8.h"

typedef struct {
    unichar fill, type;
    char align, sign, grouping; // '\0': not given
    bool alternate, positive_zero, aligned;
    mp_int_t width, precision; // -1: not given
} vitrine_spec;

// Adds what format(value, spec) is.
void vitrine_format_value(vstr_t *out, mp_obj_t value, vitrine_span spec);

// Adds text of a number: sign and prefix (in front of any filling with '='), digits
// before the point, and the rest, filled and grouped.
typedef struct {
    vitrine_span prefix, digits, rest;
    unsigned group; // digits in a group
} vitrine_number;
void vitrine_format_number(vstr_t *out, const vitrine_spec *spec, const vitrine_number *number);
void vitrine_format_text(vstr_t *out, const vitrine_spec *spec, vitrine_span text);

#endif
