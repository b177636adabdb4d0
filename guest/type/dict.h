// dict.h - what others need of dictionaries; see py/objdict.c.
#ifndef VITRINE_DICT_H
#define VITRINE_DICT_H

#include "py/obj.h"

// The dictionary in a dict, an OrderedDict or an instance of a subclass; NULL for others.
mp_obj_dict_t *vitrine_dict_of(mp_obj_t o);
// Whether it is what keys() or items() returned.
bool vitrine_is_set_view(mp_obj_t o);

#endif
