// listsort.h - list.sort() and sorted().
#ifndef VITRINE_GUEST_LISTSORT_H
#define VITRINE_GUEST_LISTSORT_H

#include <stdbool.h>

#include "py/objlist.h"

// key: MP_OBJ_NULL: the items themselves.
void vitrine_list_sort(mp_obj_list_t *list, mp_obj_t key, bool reverse);

#endif
