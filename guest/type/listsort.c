// listsort.c - list.sort() and sorted(): a stable merge sort, as Python has it.
//
// Upstream's quicksort is not stable, takes quadratic time on a sorted list,
// calls the key function anew for each comparison, and works on memory that a
// comparison may free. Here the list is empty while it is sorted, each key is
// made once, and what raises or is stopped leaves all items in the list.
#include "listsort.h"

#include <string.h>

#include "py/cstack.h"
#include "py/runtime.h"
#include "machine/stop.h"
#include "type/order.h"

#define SHORT_RUN 10
#define EMPTY_ALLOC 4 // what a list that was emptied has

typedef struct {
    nlr_jump_callback_node_t callback;
    mp_obj_list_t *list;
    size_t alloc, len;       // of the list, before
    mp_obj_t *items, *keys;  // the same array, if there is no key function
    mp_obj_t *spare, *spare_keys;
    // A merge: what of spare is not yet back, and the place where it goes.
    size_t left, left_end, to;
    mp_obj_t *empty;
    bool reverse;
} sort_t;

static void reverse(mp_obj_t *a, size_t len) {
    for (size_t i = 0; i < len / 2; ++i) {
        mp_obj_t t = a[i];
        a[i] = a[len - 1 - i];
        a[len - 1 - i] = t;
    }
}

// Brings back what is left of a merge.
static void merge_rest(sort_t *s) {
    size_t rest = s->left_end - s->left;
    memcpy(s->items + s->to, s->spare + s->left, rest * sizeof(mp_obj_t));
    if (s->keys != s->items) {
        memcpy(s->keys + s->to, s->spare_keys + s->left, rest * sizeof(mp_obj_t));
    }
    s->left = s->left_end;
}

// Makes the list what it was, in the order as far as it got.
static void sort_end(sort_t *s) {
    merge_rest(s);
    if (s->reverse) {
        reverse(s->items, s->len);
    }
    s->list->items = s->items;
    s->list->alloc = s->alloc;
    s->list->len = s->len;
}

static void sort_jumped(void *callback) {
    sort_end(callback);
}

static void move_one(mp_obj_t *a, size_t from, size_t to) {
    mp_obj_t t = a[from];
    memmove(a + to + 1, a + to, (from - to) * sizeof(mp_obj_t));
    a[to] = t;
}

static void sort_short(sort_t *s, size_t low, size_t high) {
    for (size_t i = low + 1; i < high; ++i) {
        size_t a = low, b = i;
        if (!vitrine_less(s->keys[i], s->keys[i - 1])) {
            continue;
        }
        while (a < b) {
            size_t mid = (a + b) / 2;
            if (vitrine_less(s->keys[i], s->keys[mid])) {
                b = mid;
            } else {
                a = mid + 1;
            }
        }
        move_one(s->items, i, a);
        if (s->keys != s->items) {
            move_one(s->keys, i, a);
        }
    }
}

static void sort_range(sort_t *s, size_t low, size_t high) {
    if (vitrine_stop) {
        vitrine_stop_raise();
    }
    if (high - low <= SHORT_RUN) {
        sort_short(s, low, high);
        return;
    }
    size_t mid = low + (high - low) / 2;
    sort_range(s, low, mid);
    sort_range(s, mid, high);
    if (!vitrine_less(s->keys[mid], s->keys[mid - 1])) {
        return;
    }
    bool keyed = s->keys != s->items;
    memcpy(s->spare, s->items + low, (mid - low) * sizeof(mp_obj_t));
    if (keyed) {
        memcpy(s->spare_keys, s->keys + low, (mid - low) * sizeof(mp_obj_t));
    }
    s->left = 0;
    s->left_end = mid - low;
    s->to = low;
    const mp_obj_t *left_keys = keyed ? s->spare_keys : s->spare;
    for (size_t right = mid; s->left < s->left_end && right < high; ++s->to) {
        bool take_right = vitrine_less(s->keys[right], left_keys[s->left]);
        s->items[s->to] = take_right ? s->items[right] : s->spare[s->left];
        if (keyed) {
            s->keys[s->to] = take_right ? s->keys[right] : s->spare_keys[s->left];
        }
        if (take_right) {
            ++right;
        } else {
            ++s->left;
        }
    }
    merge_rest(s);
}

void vitrine_list_sort(mp_obj_list_t *list, mp_obj_t key, bool in_reverse) {
    size_t len = list->len;
    if (len == 0 || (len == 1 && key == MP_OBJ_NULL)) {
        return;
    }
    mp_cstack_check();
    sort_t s = {.list = list, .alloc = list->alloc, .len = len, .items = list->items, .reverse = in_reverse};
    s.spare = m_new(mp_obj_t, len / 2 + 1);
    s.empty = m_new0(mp_obj_t, EMPTY_ALLOC);
    s.keys = s.items;
    if (key != MP_OBJ_NULL) {
        s.keys = m_new0(mp_obj_t, len);
        s.spare_keys = m_new(mp_obj_t, len / 2 + 1);
    }
    list->items = s.empty;
    list->alloc = EMPTY_ALLOC;
    list->len = 0;
    // Reversed before and after, equal items keep their order.
    if (in_reverse) {
        reverse(s.items, len);
    }
    nlr_push_jump_callback(&s.callback, sort_jumped);
    if (key != MP_OBJ_NULL) {
        for (size_t i = 0; i < len; ++i) {
            s.keys[i] = mp_call_function_1(key, s.items[i]);
        }
    }
    sort_range(&s, 0, len);
    bool touched = list->len != 0 || list->items != s.empty;
    nlr_pop_jump_callback(false);
    sort_end(&s);
    m_del(mp_obj_t, s.spare, len / 2 + 1);
    if (key != MP_OBJ_NULL) {
        m_del(mp_obj_t, s.keys, len);
        m_del(mp_obj_t, s.spare_keys, len / 2 + 1);
    }
    if (touched) {
        mp_raise_ValueError(MP_ERROR_TEXT("list modified during sort"));
    }
}
