/* json.h - JSON, for what writes it beside json.c. */
#ifndef VT_JSON_H
#define VT_JSON_H

#include "buffer.h"

/* A JSON string; what is not UTF-8 in the text becomes U+FFFD. */
void vt_json_text(vt_buffer *out, const char *text, size_t length);

#endif
