// coroutines.h - what `async def` makes: coroutines and asynchronous generators.
//
// Both are generators of another type. What an asynchronous generator yields,
// rather than what it awaits, ends one step of it; a step is an object that is
// awaited.
#ifndef VITRINE_GUEST_COROUTINES_H
#define VITRINE_GUEST_COROUTINES_H

#include "machine/frames.h"
#include "py/objfun.h"
#include "py/runtime.h"

extern const mp_obj_type_t vitrine_type_coroutine, vitrine_type_async_generator, vitrine_type_step;

// The type of what a call of a function with these flags makes.
static inline const mp_obj_type_t *vitrine_generator_type(size_t scope_flags) {
    return !(scope_flags & MP_SCOPE_FLAG_ASYNC) ? &mp_type_gen_instance
        : scope_flags & MP_SCOPE_FLAG_YIELDS ? &vitrine_type_async_generator : &vitrine_type_coroutine;
}

// Whether `yield from` resumes it as it stands.
static inline bool vitrine_is_generator(const mp_obj_type_t *type) {
    return type == &mp_type_gen_instance || type == &vitrine_type_coroutine;
}

// Methods of generators, and of coroutines: py/objgenerator.c.
MP_DECLARE_CONST_FUN_OBJ_1(gen_instance_close_obj);
MP_DECLARE_CONST_FUN_OBJ_2(gen_instance_send_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(gen_instance_throw_obj);
MP_DECLARE_CONST_FUN_OBJ_2(gen_instance_pend_throw_obj);

void vitrine_generator_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind);
void vitrine_generator_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest);

// What messages call it.
const char *vitrine_generator_kind(const mp_obj_type_t *type);

// What is raised in place of an exception that left a generator of this type.
mp_obj_t vitrine_generator_raised(const mp_obj_type_t *type, mp_obj_t exception);

mp_vm_return_kind_t vitrine_step_resume(mp_obj_t self_in, mp_obj_t sent, mp_obj_t thrown, mp_obj_t *value);

// What is resumed in place of `object`, which `function` awaits or yields from.
mp_obj_t vitrine_awaited(const mp_obj_fun_bc_t *function, mp_obj_t object);

// For `with`: __exit__ and __enter__, two values each.
void vitrine_load_context(mp_obj_t object, mp_obj_t *dest);

// An object that is its own iterator.
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_self_obj);

// What `async for` takes values from, and what `async with` enters.
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_async_iterator_obj);
MP_DECLARE_CONST_FUN_OBJ_1(vitrine_async_context_obj);

MP_DECLARE_CONST_FUN_OBJ_1(vitrine_aiter_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_anext_obj);
MP_DECLARE_CONST_FUN_OBJ_2(vitrine_async_hooks_obj);

#endif
