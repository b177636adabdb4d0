// quote.h - how text is shown: repr() and ascii() of str and bytes.
#ifndef VITRINE_GUEST_QUOTE_H
#define VITRINE_GUEST_QUOTE_H

#include "py/obj.h"

// With its quotes; all but ASCII escaped if `ascii`.
void vitrine_print_quoted(const mp_print_t *print, const byte *text, size_t len, bool ascii);
// With its quotes, without a b.
void vitrine_print_quoted_bytes(const mp_print_t *print, const byte *bytes, size_t len);
// As ascii() does.
void vitrine_print_ascii(const mp_print_t *print, mp_obj_t o);

#endif
