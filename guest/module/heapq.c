// heapq.c - the module _heapq: heaps in lists.
//
// A comparison runs the program's code, which may change the list: its items are
// read anew after each, and that its length changed is an error. Items are swapped,
// so that none is lost where a comparison raises.
#include "type/argument.h"
#include "py/objlist.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "type/order.h"

static mp_obj_list_t *heap_of(mp_obj_t o, qstr function) {
    mp_obj_t list = vitrine_native(o, &mp_type_list);
    if (list == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() argument must be list, not %s"), function,
            mp_obj_get_type_str(o));
    }
    return MP_OBJ_TO_PTR(list);
}

static void check_filled(mp_obj_list_t *heap) {
    if (heap->len == 0) {
        mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("index out of range"));
    }
}

// Item a is less than item b.
static bool less(mp_obj_list_t *heap, size_t a, size_t b) {
    size_t len = heap->len;
    bool result = vitrine_less(heap->items[a], heap->items[b]);
    if (heap->len != len) {
        mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("list changed size during iteration"));
    }
    return result;
}

static void swap(mp_obj_list_t *heap, size_t a, size_t b) {
    mp_obj_t item = heap->items[a];
    heap->items[a] = heap->items[b];
    heap->items[b] = item;
}

// Item `at` moves towards `top` until the one above is not greater.
static void rise(mp_obj_list_t *heap, size_t top, size_t at) {
    while (at > top) {
        size_t above = (at - 1) / 2;
        if (!less(heap, at, above)) {
            break;
        }
        swap(heap, at, above);
        at = above;
    }
}

// Item `at` goes down along the smaller ones to the last, and rises from there: it
// is mostly one of the last, and this takes half of the comparisons.
static void sink(mp_obj_list_t *heap, size_t at) {
    size_t top = at;
    for (size_t child; (child = 2 * at + 1) < heap->len; at = child) {
        if (child + 1 < heap->len && !less(heap, child, child + 1)) {
            ++child;
        }
        swap(heap, at, child);
    }
    rise(heap, top, at);
}

static mp_obj_t heap_push(mp_obj_t self, mp_obj_t item) {
    mp_obj_list_t *heap = heap_of(self, MP_QSTR_heappush);
    mp_obj_list_append(MP_OBJ_FROM_PTR(heap), item);
    rise(heap, 0, heap->len - 1);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(heap_push_obj, heap_push);

static mp_obj_t replace(mp_obj_list_t *heap, mp_obj_t item) {
    mp_obj_t least = heap->items[0];
    heap->items[0] = item;
    sink(heap, 0);
    return least;
}

static mp_obj_t heap_pop(mp_obj_t self) {
    mp_obj_list_t *heap = heap_of(self, MP_QSTR_heappop);
    check_filled(heap);
    mp_obj_t last = heap->items[--heap->len];
    heap->items[heap->len] = MP_OBJ_NULL; // so that the collector does not see it
    return heap->len == 0 ? last : replace(heap, last);
}
static MP_DEFINE_CONST_FUN_OBJ_1(heap_pop_obj, heap_pop);

static mp_obj_t heap_replace(mp_obj_t self, mp_obj_t item) {
    mp_obj_list_t *heap = heap_of(self, MP_QSTR_heapreplace);
    check_filled(heap);
    return replace(heap, item);
}
static MP_DEFINE_CONST_FUN_OBJ_2(heap_replace_obj, heap_replace);

static mp_obj_t heap_pushpop(mp_obj_t self, mp_obj_t item) {
    mp_obj_list_t *heap = heap_of(self, MP_QSTR_heappushpop);
    if (heap->len == 0 || !vitrine_less(heap->items[0], item)) {
        return item;
    }
    check_filled(heap); // still
    return replace(heap, item);
}
static MP_DEFINE_CONST_FUN_OBJ_2(heap_pushpop_obj, heap_pushpop);

static mp_obj_t heap_heapify(mp_obj_t self) {
    mp_obj_list_t *heap = heap_of(self, MP_QSTR_heapify);
    for (size_t at = heap->len / 2; at-- > 0;) {
        sink(heap, at);
        if (vitrine_stop) {
            vitrine_stop_raise();
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(heap_heapify_obj, heap_heapify);

static const mp_rom_map_elem_t heapq_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__heapq) },
    { MP_ROM_QSTR(MP_QSTR_heapify), MP_ROM_PTR(&heap_heapify_obj) },
    { MP_ROM_QSTR(MP_QSTR_heappop), MP_ROM_PTR(&heap_pop_obj) },
    { MP_ROM_QSTR(MP_QSTR_heappush), MP_ROM_PTR(&heap_push_obj) },
    { MP_ROM_QSTR(MP_QSTR_heappushpop), MP_ROM_PTR(&heap_pushpop_obj) },
    { MP_ROM_QSTR(MP_QSTR_heapreplace), MP_ROM_PTR(&heap_replace_obj) },
};
static MP_DEFINE_CONST_DICT(heapq_globals, heapq_globals_table);

const mp_obj_module_t vitrine_module_heapq = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&heapq_globals,
};
MP_REGISTER_MODULE(MP_QSTR__heapq, vitrine_module_heapq);
