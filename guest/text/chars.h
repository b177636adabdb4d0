// chars.h - what Unicode says of a character, and its other cases.
#ifndef VITRINE_GUEST_CHARS_H
#define VITRINE_GUEST_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "py/mpconfig.h"
#include "py/misc.h"

typedef enum { CASE_LOWER, CASE_UPPER, CASE_TITLE, CASE_FOLD } vitrine_case;

bool vitrine_is_alpha(unichar c);
bool vitrine_is_decimal(unichar c);
bool vitrine_is_digit(unichar c);
bool vitrine_is_numeric(unichar c);
bool vitrine_is_alnum(unichar c);
bool vitrine_is_space(unichar c);
bool vitrine_is_printable(unichar c);
bool vitrine_is_lower(unichar c);
bool vitrine_is_upper(unichar c);
bool vitrine_is_title(unichar c);
bool vitrine_is_identifier_start(unichar c);
bool vitrine_is_identifier(unichar c);
bool vitrine_is_cased(unichar c);
bool vitrine_is_case_ignorable(unichar c);
// The value of a decimal digit of any script; -1: none.
int vitrine_decimal(unichar c);
// Returns how many characters c becomes, at most 3.
size_t vitrine_to_case(unichar c, vitrine_case to, unichar out[3]);

#endif
