// quote.h - how text is shown.
#ifndef VITRINE_GUEST_QUOTE_H
#define VITRINE_GUEST_QUOTE_H

#include <stddef.h>
#include <stdint.h>

#include "py/mpprint.h"

// repr() of a str.
void vitrine_print_quoted(const mp_print_t *print, const uint8_t *text, size_t len);

#endif
