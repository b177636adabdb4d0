/* json.h - JSON, for what writes it beside json.c. */
#ifndef VT_JSON_H
#define VT_JSON_H

#include "buffer.h"
#include "vitrine.h"

/* A value, as docs/values.md has it. False: no memory. */
bool vt_json_value(vt_buffer *out, const vitrine_value *value);
/* "name":number */
void vt_json_field(vt_buffer *out, const char *name, uint64_t number);
/* Seconds, exactly. */
void vt_json_seconds(vt_buffer *out, uint64_t ns);
/* Without the quotes around it. */
void vt_json_base64(vt_buffer *out, const uint8_t *bytes, size_t length);
/* A JSON string; what is not UTF-8 in the text becomes U+FFFD. */
void vt_json_text(vt_buffer *out, const char *text, size_t length);

#endif
