// lookup.c - what a class has under a name: its own, and that of its bases.
//
// Owns what was looked up last, until a class changes. Adding a name that changes
// how instances are asked sets flags, in every class that derives from it too.
#include "type/classes.h"

#include <string.h>

#include "py/cstack.h"
#include "py/objlist.h"

// --- its own ---

mp_obj_t class_own(const mp_obj_type_t *type, qstr name) {
    if (!MP_OBJ_TYPE_HAS_SLOT(type, locals_dict)) {
        return MP_OBJ_NULL;
    }
    mp_map_elem_t *elem = mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    return elem == NULL ? MP_OBJ_NULL : elem->value;
}

void class_set(const mp_obj_type_t *type, qstr name, mp_obj_t value) {
    class_forget();
    mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = value;
}

mp_obj_t class_take(const mp_obj_type_t *type, qstr name) {
    mp_map_elem_t *elem = mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
    mp_obj_t value = elem == NULL ? MP_OBJ_NULL : elem->value;
    if (elem != NULL) {
        class_forget();
        mp_map_lookup(class_map(type), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    }
    return value;
}

// --- that of its bases ---

const mp_obj_type_t *class_next(const mp_obj_type_t *type) {
    if (type == &mp_type_object) {
        return NULL;
    }
    if (type == &mp_type_bool) {
        return &mp_type_int;
    }
    const mp_obj_type_t *parent = MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, parent);
    return parent == NULL ? &mp_type_object : parent;
}

static bool native_has_slot(const mp_obj_type_t *type, size_t slot) {
    return MP_OBJ_TYPE_HAS_SLOT_BY_OFFSET(type, slot)
        || (slot == MP_OBJ_TYPE_OFFSETOF_SLOT(iter) && (type->flags & MP_TYPE_FLAG_ITER_IS_STREAM));
}

class_found_t class_found[CLASS_FOUND];
static unsigned changes;

void class_forget(void) {
    ++changes;
    memset(class_found, 0, sizeof(class_found));
}

static mp_obj_t look(const mp_obj_type_t *type, qstr name, size_t slot, const mp_obj_type_t **where) {
    const mp_obj_t *at = NULL;
    if (class_is_made(type)) {
        at = class_mro(type)->items;
        type = MP_OBJ_TO_PTR(*at);
    }
    while (type != NULL && type != &mp_type_object) {
        if (slot != 0 && mp_obj_is_native_type(type) && native_has_slot(type, slot)) {
            *where = type;
            return MP_OBJ_SENTINEL;
        }
        mp_obj_t found = class_own(type, name);
        if (found != MP_OBJ_NULL) {
            *where = type;
            return found;
        }
        type = at == NULL ? class_next(type) : MP_OBJ_TO_PTR(*++at);
    }
    return MP_OBJ_NULL;
}

mp_obj_t class_find(const mp_obj_type_t *type, qstr name, size_t slot, const mp_obj_type_t **where) {
    class_found_t *known = class_found_at(type, name);
    if (known->type != type || known->name != name || known->slot != slot) {
        if (!class_is_made(type)) {
            return look(type, name, slot, where);
        }
        // Keys of a class that are no names may run code when they are compared.
        unsigned before = changes;
        mp_obj_t found = look(type, name, slot, where);
        if (changes == before) {
            *known = (class_found_t) {.type = type, .name = name, .slot = slot, .found = found, .where = found == MP_OBJ_NULL ? NULL : *where};
        }
        return found;
    }
    if (known->found != MP_OBJ_NULL) {
        *where = known->where;
    }
    return known->found;
}

// --- flags ---

unsigned class_accessor_flags(qstr name, mp_obj_t value) {
    const mp_obj_type_t *in;
    switch (name) {
        case MP_QSTR___setattr__:
        case MP_QSTR___delattr__:
            return CLASS_SETATTR;
        case MP_QSTR___getattr__:
            return CLASS_GETATTR;
        case MP_QSTR___getattribute__:
            return CLASS_SLOW;
    }
    if (class_is_data_descriptor(value) || class_descriptor_method(value, MP_QSTR___get__, &in) != MP_OBJ_NULL) {
        return MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS;
    }
    return 0;
}

void class_add_flags(mp_obj_type_t *type, unsigned flags) {
    if ((type->flags & flags) == flags) {
        return;
    }
    mp_cstack_check();
    type->flags |= flags;
    const mp_obj_list_t *subclasses = type->slots[CLASS_SLOT_SUBCLASSES];
    for (size_t i = 0; subclasses != NULL && i < subclasses->len; ++i) {
        class_add_flags(MP_OBJ_TO_PTR(subclasses->items[i]), flags);
    }
}
