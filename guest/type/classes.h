// classes.h - what classes and their instances share inside the guest.
//
// A class of the guest's is an mp_obj_type_t with a few more slots behind those
// that are indexed: its method resolution order, its built-in base, its
// subclasses and its qualified name. An instance is an mp_obj_instance_t; what
// it inherits from a built-in type lies in subobj[0]. While nobody asked for
// __dict__, the attributes are in `members`; then they move to a dict object,
// `members` is empty and its table points there.
#ifndef VITRINE_GUEST_CLASSES_H
#define VITRINE_GUEST_CLASSES_H

#include "py/objtype.h"
#include "py/runtime.h"

// More flags of a type, next to MP_TYPE_FLAG_*.
#define CLASS_META 0x0400 // its instances are classes
#define CLASS_SLOW 0x0800 // loading an attribute asks the class first
#define CLASS_SETATTR 0x1000 // has __setattr__ or __delattr__
#define CLASS_GETATTR 0x2000 // has __getattr__
#define CLASS_SLOTTED 0x4000 // instances have no __dict__
#define CLASS_ABSTRACT 0x8000 // has abstract methods: no instances
#define CLASS_INHERITED \
    (CLASS_SLOW | CLASS_SETATTR | CLASS_GETATTR | MP_TYPE_FLAG_HAS_SPECIAL_ACCESSORS)

enum { CLASS_SLOT_MRO = 12, CLASS_SLOT_NATIVE, CLASS_SLOT_SUBCLASSES, CLASS_SLOT_QUALNAME, CLASS_SLOTS };

#define class_mro(t) ((mp_obj_tuple_t *)(t)->slots[CLASS_SLOT_MRO])
// The built-in type that instances have inside, or NULL.
#define class_native(t) ((const mp_obj_type_t *)(t)->slots[CLASS_SLOT_NATIVE])

// Made by a class statement or type(): it has the slots above.
static inline bool class_is_made(const mp_obj_type_t *type) {
    return type->flags & (MP_TYPE_FLAG_INSTANCE_TYPE | CLASS_META);
}

static inline bool class_is(mp_const_obj_t o) {
    if (!mp_obj_is_obj(o)) {
        return false;
    }
    const mp_obj_type_t *type = ((mp_obj_base_t *)MP_OBJ_TO_PTR(o))->type;
    return type == &mp_type_type || (type->flags & CLASS_META);
}

// --- lookup.c ---

static inline mp_map_t *class_map(const mp_obj_type_t *type) {
    return &MP_OBJ_TYPE_GET_SLOT(type, locals_dict)->map;
}

// What the class itself defines as `name`, or MP_OBJ_NULL.
mp_obj_t class_own(const mp_obj_type_t *type, qstr name);
void class_set(const mp_obj_type_t *type, qstr name, mp_obj_t value);
// The same as class_own(), and it is no longer there.
mp_obj_t class_take(const mp_obj_type_t *type, qstr name);
// What the class has as `name`, and where; `object` is not asked. With the
// offset of a slot, MP_OBJ_SENTINEL if a built-in base has that slot.
mp_obj_t class_find(const mp_obj_type_t *type, qstr name, size_t slot, const mp_obj_type_t **where);
// What class_find() found in a class that was made. A change of any class makes it
// forget all, and a collection, for a class may go.
typedef struct {
    const mp_obj_type_t *type;
    uint32_t name : 24, slot : 8;
    mp_obj_t found;
    const mp_obj_type_t *where;
} class_found_t;
#define CLASS_FOUND 64
extern class_found_t class_found[CLASS_FOUND];
static inline class_found_t *class_found_at(const mp_obj_type_t *type, qstr name) {
    return &class_found[((uintptr_t)type / 32 + name) % CLASS_FOUND];
}
void class_forget(void);
// The class that comes after `type` where there is a single line; NULL: none.
const mp_obj_type_t *class_next(const mp_obj_type_t *type);
// The flags of a class that defines this; they are its subclasses' as well.
unsigned class_accessor_flags(qstr name, mp_obj_t value);
void class_add_flags(mp_obj_type_t *type, unsigned flags);

// What the metaclass of `self` defines as `name`.
static inline mp_obj_t class_meta_find(mp_obj_t self, qstr name, const mp_obj_type_t **where) {
    const mp_obj_type_t *meta = mp_obj_get_type(self);
    return meta == &mp_type_type ? MP_OBJ_NULL : class_find(meta, name, 0, where);
}

// --- mro.c ---

// Raises TypeError if there is no order.
mp_obj_tuple_t *class_linearize(mp_obj_t self, size_t n_bases, const mp_obj_t *bases);
// The order of any class; not to be changed.
mp_obj_tuple_t *class_order(const mp_obj_type_t *type);

static inline bool class_derives(const mp_obj_type_t *type, const mp_obj_type_t *base) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(base));
}

// --- descriptors.c ---

// What the class of a descriptor has as `name`, and where.
mp_obj_t class_descriptor_method(mp_obj_t descriptor, qstr name, const mp_obj_type_t **where);
// Whether a data descriptor gives a value, rather than leave that to the instance.
bool class_gets(mp_obj_t descriptor);
bool class_is_data_descriptor(mp_obj_t found);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_descriptor_get_obj);
// Binds what was found in class `where` to an instance of `type`; without one
// (MP_OBJ_NULL), to the class itself.
void class_bind(mp_obj_t self, const mp_obj_type_t *type, const mp_obj_type_t *where, mp_obj_t found, mp_obj_t *dest);
// `self` as a built-in method of `where` wants it.
mp_obj_t class_self_for(mp_obj_t self, const mp_obj_type_t *where);
// Without a value (MP_OBJ_NULL) it deletes.
void class_delete_or_set(mp_obj_t descriptor, mp_obj_t self, qstr name, mp_obj_t value);
// Calls what was found in a class as a method of `self`.
mp_obj_t class_call_found(mp_obj_t self, const mp_obj_type_t *where, mp_obj_t found, size_t n_args, const mp_obj_t *args);

extern const mp_obj_type_t vitrine_type_member;
mp_obj_t class_new_member(qstr name);

// --- newclass.c ---

// type.__new__: kw has the keywords of the class statement, for __init_subclass__.
mp_obj_t class_new(const mp_obj_type_t *meta, mp_obj_t name, mp_obj_t bases, mp_obj_t dict, size_t n_kw, const mp_obj_t *kw);
// The most derived of the metaclasses.
const mp_obj_type_t *class_winner(const mp_obj_type_t *meta, size_t n, const mp_obj_t *bases);

// --- isinstance.c ---

// Whether instances say themselves what their __class__ is.
bool class_claims(const mp_obj_type_t *type);

// --- objtype.c ---

// Makes a new class one that makes classes.
void type_make_meta(mp_obj_type_t *meta);
// Module and qualified name, as reprs have it.
void class_print_name(const mp_print_t *print, const mp_obj_type_t *type);

// --- objobject.c ---

// Whether a function is one of those that object has.
bool class_is_of_object(mp_obj_t function);

// --- instances.c ---

mp_obj_t instance_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
mp_obj_t instance_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args);
void instance_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind);
void instance_print_inside(const mp_print_t *print, const mp_obj_type_t *type, mp_obj_t inside, mp_print_kind_t kind);
mp_obj_t instance_unary_op(mp_unary_op_t op, mp_obj_t self_in);
// The ordering that says the same of swapped operands.
extern const uint8_t instance_mirrored_op[];
// Whether op is an ordering, and o an instance.
bool instance_compares(mp_binary_op_t op, mp_obj_t o);
// Whether o's class derives from another's, and is not the same.
bool instance_is_derived(mp_obj_t o, mp_obj_t from);
mp_obj_t instance_binary_op(mp_binary_op_t op, mp_obj_t lhs_in, mp_obj_t rhs_in);
void instance_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);
mp_obj_t instance_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value);
// The item of what has a dict inside, or what its __missing__ says.
mp_obj_t instance_dict_item(mp_obj_t self_in, mp_obj_t key);
mp_int_t instance_get_buffer(mp_obj_t self_in, mp_buffer_info_t *bufinfo, mp_uint_t flags);
// As object.__getattribute__, object.__setattr__ and object.__delattr__ do.
void instance_load_default(mp_obj_t self_in, qstr attr, mp_obj_t *dest);
void instance_store_default(mp_obj_t self_in, qstr attr, mp_obj_t value);
// The instance's attributes as a dict object.
mp_obj_t instance_dict(mp_obj_instance_t *self);

// --- nativebase.c ---

// A special method or constructor of a built-in type as an object, or MP_OBJ_NULL.
mp_obj_t native_member(const mp_obj_type_t *type, qstr name);
// Attributes that every object has: object's methods, special methods.
void native_load_common(mp_obj_t self, const mp_obj_type_t *type, qstr attr, mp_obj_t *dest);
// The operator on an object of a built-in type; MP_OBJ_NULL: no conversion.
mp_obj_t native_unary_op(mp_unary_op_t op, mp_obj_t self);
// `o`, or what it has inside of a built-in type.
mp_obj_t native_inside(mp_obj_t o);
// Makes what a new instance has inside.
void native_prepare(mp_obj_instance_t *o, const mp_obj_type_t *native, size_t n_args, size_t n_kw, const mp_obj_t *args);
bool native_is_unmade(mp_obj_t inside);
bool native_is_exception(const mp_obj_type_t *native);

// --- generics.c ---

// list[int]
mp_obj_t vitrine_generic(mp_obj_t origin, mp_obj_t args);
// int | None; MP_OBJ_NULL if one of them is no type.
mp_obj_t vitrine_union(mp_obj_t lhs, mp_obj_t rhs);

// --- exceptions.c ---

// Stores what every exception has, such as args; false: it is not one of these.
bool exception_store_known(mp_obj_t self, qstr attr, mp_obj_t value);

#endif
