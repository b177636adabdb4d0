// port.c - small things that upstream asks of a port.
#include "port.h"

#include <string.h>

#include "py/builtin.h"
#include "py/lexer.h"
#include "py/mpstate.h"
#include "py/runtime.h"

// No exception leaves vitrine_run(): this would be a bug, and traps.
void nlr_jump_fail(void *val) {
    (void)val;
    __builtin_trap();
}

// Imports find built-in and frozen modules only.
mp_import_stat_t mp_import_stat(const char *path) {
    (void)path;
    return MP_IMPORT_STAT_NO_EXIST;
}

mp_lexer_t *mp_lexer_new_from_file(qstr filename) {
    (void)filename;
    vitrine_raise_permission("no file is granted");
}

void vitrine_raise_permission(const char *message) {
    mp_raise_msg(&mp_type_PermissionError, (mp_rom_error_text_t)message);
}

void vitrine_buffer_print(void *data, const char *text, size_t len) {
    vitrine_buffer_t *b = data;
    size_t room = b->size - b->len;
    if (len > room) {
        len = room;
        b->cut = true;
    }
    memcpy(b->buf + b->len, text, len);
    b->len += len;
}
