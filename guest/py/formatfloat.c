// formatfloat.c - what C code of the guest prints of a double, as printf() would.
//
// Takes the place of upstream's. A text that does not fit is cut.
#include "py/formatfloat.h"

#include <string.h>

#include "number/numbertext.h"

int mp_format_float(mp_float_t value, char *buf, size_t size, char format, int precision, char sign) {
    vstr_t text;
    vstr_init(&text, 32);
    if (sign && !(value < 0)) {
        vstr_add_byte(&text, sign);
    }
    vitrine_float_text(&text, value, format, precision < 0 ? 6 : precision, 0);
    size_t n = MIN(text.len, size - 1);
    memcpy(buf, text.buf, n);
    buf[n] = '\0';
    vstr_clear(&text);
    return n;
}
