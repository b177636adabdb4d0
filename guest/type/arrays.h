// arrays.h - items of bytearray, array.array and memoryview: py/objarray.c.
#ifndef VITRINE_GUEST_ARRAYS_H
#define VITRINE_GUEST_ARRAYS_H

#include "py/obj.h"

// Bytes of an item; 0: there is no such kind.
size_t vitrine_item_size(char code);
mp_obj_t vitrine_item_load(char code, const byte *p);
// At most eight bytes; TypeError, OverflowError, ValueError.
void vitrine_item_make(char code, mp_obj_t o, byte *to);

#endif
