// coroutines.c - coroutines, asynchronous generators, and the steps of these.
#include "coroutines.h"

#include "functions.h"
#include "py/bc0.h"
#include "py/gc.h"
#include "py/objexcept.h"
#include "py/objgenerator.h"
#include "machine/stop.h"

// --- what generators of all types have ---

void vitrine_generator_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(self_in);
    mp_obj_t name[2] = {MP_OBJ_NULL};
    vitrine_function_attr(MP_OBJ_FROM_PTR(self->code_state.fun_bc), MP_QSTR___qualname__, name);
    mp_printf(print, "<%q object ", (qstr)self->base.type->name);
    mp_obj_print_helper(print, name[0], PRINT_STR);
    mp_printf(print, " at 0x%p>", self);
}

static bool has_started(const mp_obj_gen_instance_t *self) {
    return self->code_state.sp != self->code_state.state - 1;
}

void vitrine_generator_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const mp_obj_gen_instance_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR___name__:
        case MP_QSTR___qualname__:
            vitrine_function_attr(MP_OBJ_FROM_PTR(self->code_state.fun_bc), attr, dest);
            break;
        case MP_QSTR_gi_code:
        case MP_QSTR_cr_code:
        case MP_QSTR_ag_code:
            vitrine_function_attr(MP_OBJ_FROM_PTR(self->code_state.fun_bc), MP_QSTR___code__, dest);
            break;
        case MP_QSTR_gi_running:
        case MP_QSTR_cr_running:
        case MP_QSTR_ag_running:
            dest[0] = mp_obj_new_bool(self->pend_exc == MP_OBJ_NULL);
            break;
        case MP_QSTR_gi_suspended:
        case MP_QSTR_cr_suspended:
            dest[0] = mp_obj_new_bool(self->pend_exc != MP_OBJ_NULL && self->code_state.ip != NULL && has_started(self));
            break;
        case MP_QSTR_gi_frame:
        case MP_QSTR_cr_frame:
        case MP_QSTR_ag_frame:
            // No frame is to be seen; whether there is one is.
            dest[0] = self->code_state.ip == NULL ? mp_const_none : self_in;
            break;
        case MP_QSTR___await__:
            // A coroutine of the image is a generator: stock bytecode does not tell them apart.
            if (self->base.type == &mp_type_gen_instance && gc_nbytes(self->code_state.fun_bc->bytecode) == 0) {
                dest[0] = MP_OBJ_FROM_PTR(&vitrine_self_obj);
                dest[1] = self_in;
                break;
            }
            // fall through
        default:
            dest[1] = MP_OBJ_SENTINEL; // it may be a method
    }
}

const char *vitrine_generator_kind(const mp_obj_type_t *type) {
    return type == &vitrine_type_async_generator ? "async generator" : qstr_str(type->name);
}

static bool is_a(mp_obj_t exception, const mp_obj_type_t *type) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exception)), MP_OBJ_FROM_PTR(type));
}

mp_obj_t vitrine_generator_raised(const mp_obj_type_t *type, mp_obj_t exception) {
    const mp_obj_type_t *wrong = &mp_type_StopIteration;
    if (type == &vitrine_type_async_generator && is_a(exception, &mp_type_StopAsyncIteration)) {
        wrong = &mp_type_StopAsyncIteration;
    } else if (!is_a(exception, wrong)) {
        return exception;
    }
    mp_obj_t error = mp_obj_new_exception_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("%s raised %q"),
        vitrine_generator_kind(type), (qstr)wrong->name);
    vitrine_exception_set_cause(error, exception);
    return error;
}

static mp_obj_t self_of(mp_obj_t self) {
    return self;
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_self_obj, self_of);

// --- coroutines: generators that only `await` takes values from ---

static const mp_rom_map_elem_t coroutine_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&vitrine_self_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&gen_instance_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&gen_instance_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&gen_instance_throw_obj) },
    { MP_ROM_QSTR(MP_QSTR_pend_throw), MP_ROM_PTR(&gen_instance_pend_throw_obj) },
};
static MP_DEFINE_CONST_DICT(coroutine_locals, coroutine_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(vitrine_type_coroutine, MP_QSTR_coroutine, MP_TYPE_FLAG_NONE,
    attr, vitrine_generator_attr,
    print, vitrine_generator_print,
    locals_dict, &coroutine_locals
    );

// --- steps of an asynchronous generator ---

typedef enum { STEP_SEND, STEP_THROW, STEP_CLOSE } step_kind_t;

typedef struct {
    mp_obj_base_t base;
    mp_obj_gen_instance_t *generator;
    mp_obj_t value; // what is sent or thrown
    uint8_t kind; // step_kind_t
    bool started, over;
} step_t;

// Called with an asynchronous generator before its first step, if set: the event
// loop closes at its end those that nobody brought to theirs.
MP_REGISTER_ROOT_POINTER(mp_obj_t vitrine_async_first);

static mp_obj_t step_new(mp_obj_t generator, step_kind_t kind, mp_obj_t value) {
    step_t *step = mp_obj_malloc(step_t, &vitrine_type_step);
    step->generator = MP_OBJ_TO_PTR(generator);
    step->kind = kind;
    step->value = value;
    step->started = step->over = false;
    mp_obj_t first = MP_STATE_VM(vitrine_async_first);
    if (first != MP_OBJ_NULL && first != mp_const_none && !has_started(step->generator)) {
        mp_call_function_1(first, generator);
    }
    return MP_OBJ_FROM_PTR(step);
}

static bool awaits(const mp_obj_gen_instance_t *generator) {
    return generator->code_state.ip != NULL && *generator->code_state.ip == MP_BC_YIELD_FROM && has_started(generator);
}

static void step_begin(step_t *step, mp_obj_t *sent, mp_obj_t *thrown) {
    static const char *const names[] = {"anext", "athrow", "aclose"};
    if (step->generator->pend_exc == MP_OBJ_NULL || awaits(step->generator)) {
        step->over = true;
        mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("%s(): asynchronous generator is already running"), names[step->kind]);
    }
    step->started = true;
    if (*thrown != MP_OBJ_NULL) {
        return;
    }
    if (step->kind != STEP_SEND) {
        *thrown = step->value;
    } else if (*sent == mp_const_none) {
        *sent = step->value;
    }
}

mp_vm_return_kind_t vitrine_step_resume(mp_obj_t self_in, mp_obj_t sent, mp_obj_t thrown, mp_obj_t *value) {
    step_t *step = MP_OBJ_TO_PTR(self_in);
    mp_obj_gen_instance_t *generator = step->generator;
    if (step->over) {
        mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("cannot reuse already awaited %s"),
            step->kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
    }
    if (!step->started) {
        step_begin(step, &sent, &thrown);
    }
    if (thrown != MP_OBJ_NULL && generator->code_state.ip == NULL) {
        step->over = true;
        *value = step->kind == STEP_CLOSE ? mp_const_none : mp_obj_new_exception(&mp_type_StopAsyncIteration);
        return step->kind == STEP_CLOSE ? MP_VM_RETURN_NORMAL : MP_VM_RETURN_EXCEPTION;
    }
    if (thrown != MP_OBJ_NULL) {
        sent = mp_const_none;
    }
    mp_vm_return_kind_t kind = mp_obj_gen_resume(MP_OBJ_FROM_PTR(generator), sent, thrown, value);
    if (kind == MP_VM_RETURN_YIELD && awaits(generator)) {
        return kind;
    }
    step->over = true;
    if (kind == MP_VM_RETURN_YIELD) {
        if (step->kind == STEP_CLOSE) {
            mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("async generator ignored GeneratorExit"));
        }
        return MP_VM_RETURN_NORMAL;
    }
    if (step->kind == STEP_CLOSE && (kind == MP_VM_RETURN_NORMAL || is_a(*value, &mp_type_GeneratorExit))) {
        *value = mp_const_none;
        return MP_VM_RETURN_NORMAL;
    }
    if (kind == MP_VM_RETURN_NORMAL) {
        *value = mp_obj_new_exception(&mp_type_StopAsyncIteration);
    }
    return MP_VM_RETURN_EXCEPTION;
}

static mp_obj_t step_call(mp_obj_t self, mp_obj_t sent, mp_obj_t thrown) {
    mp_obj_t value;
    mp_vm_return_kind_t kind = vitrine_step_resume(self, sent, thrown, &value);
    if (kind == MP_VM_RETURN_EXCEPTION) {
        nlr_raise(value);
    } else if (kind == MP_VM_RETURN_NORMAL) {
        mp_raise_StopIteration(value == mp_const_none ? MP_OBJ_NULL : value);
    }
    return value;
}

static mp_obj_t step_send(mp_obj_t self, mp_obj_t sent) {
    return step_call(self, sent, MP_OBJ_NULL);
}
static MP_DEFINE_CONST_FUN_OBJ_2(step_send_obj, step_send);

static mp_obj_t step_next(mp_obj_t self) {
    return step_send(self, mp_const_none);
}

static mp_obj_t step_throw(size_t n_args, const mp_obj_t *args) {
    return step_call(args[0], MP_OBJ_NULL, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(step_throw_obj, 2, 4, step_throw);

static mp_obj_t step_close(mp_obj_t self_in) {
    step_t *step = MP_OBJ_TO_PTR(self_in);
    step->over = true;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(step_close_obj, step_close);

static const mp_rom_map_elem_t step_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___await__), MP_ROM_PTR(&vitrine_self_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&step_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&step_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_throw), MP_ROM_PTR(&step_throw_obj) },
};
static MP_DEFINE_CONST_DICT(step_locals, step_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(vitrine_type_step, MP_QSTR_async_generator_asend, MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    iter, step_next,
    locals_dict, &step_locals
    );

// --- asynchronous generators ---

static mp_obj_t async_next(mp_obj_t self) {
    return step_new(self, STEP_SEND, mp_const_none);
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_next_obj, async_next);

static mp_obj_t async_send(mp_obj_t self, mp_obj_t value) {
    return step_new(self, STEP_SEND, value);
}
static MP_DEFINE_CONST_FUN_OBJ_2(async_send_obj, async_send);

static mp_obj_t async_throw(size_t n_args, const mp_obj_t *args) {
    return step_new(args[0], STEP_THROW, n_args > 2 && args[2] != mp_const_none ? args[2] : args[1]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(async_throw_obj, 2, 4, async_throw);

static mp_obj_t async_close(mp_obj_t self) {
    return step_new(self, STEP_CLOSE, MP_OBJ_FROM_PTR(&mp_const_GeneratorExit_obj));
}
static MP_DEFINE_CONST_FUN_OBJ_1(async_close_obj, async_close);

static const mp_rom_map_elem_t async_generator_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___aiter__), MP_ROM_PTR(&vitrine_self_obj) },
    { MP_ROM_QSTR(MP_QSTR___anext__), MP_ROM_PTR(&async_next_obj) },
    { MP_ROM_QSTR(MP_QSTR_aclose), MP_ROM_PTR(&async_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_asend), MP_ROM_PTR(&async_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_athrow), MP_ROM_PTR(&async_throw_obj) },
};
static MP_DEFINE_CONST_DICT(async_generator_locals, async_generator_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(vitrine_type_async_generator, MP_QSTR_async_generator, MP_TYPE_FLAG_NONE,
    attr, vitrine_generator_attr,
    print, vitrine_generator_print,
    locals_dict, &async_generator_locals
    );

// sys.set_asyncgen_hooks(): without reference counts there is nothing to finalize.
static mp_obj_t async_hooks(mp_obj_t first, mp_obj_t finalizer) {
    (void)finalizer;
    MP_STATE_VM(vitrine_async_first) = first;
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(vitrine_async_hooks_obj, async_hooks);

// --- await, async for, async with ---

mp_obj_t vitrine_awaited(const mp_obj_fun_bc_t *function, mp_obj_t object) {
    const mp_obj_type_t *type = mp_obj_get_type(object);
    if (vitrine_is_generator(type) || type == &vitrine_type_step) {
        return object;
    }
    mp_obj_t method[2];
    mp_load_method_maybe(object, MP_QSTR___await__, method);
    if (method[0] != MP_OBJ_NULL) {
        mp_obj_t iterator = mp_call_method_n_kw(0, 0, method);
        type = mp_obj_get_type(iterator);
        return vitrine_is_generator(type) || type == &vitrine_type_step ? iterator : mp_getiter(iterator, NULL);
    }
    const byte *ip = function->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    if (scope_flags & MP_SCOPE_FLAG_ASYNC) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("object %s can't be used in 'await' expression"), mp_obj_get_type_str(object));
    }
    return mp_getiter(object, NULL);
}

static bool has(mp_obj_t object, qstr name) {
    mp_obj_t method[2];
    mp_load_method_maybe(object, name, method);
    return method[0] != MP_OBJ_NULL;
}

static mp_obj_t call(mp_obj_t object, qstr name) {
    mp_obj_t method[2];
    mp_load_method(object, name, method);
    return mp_call_method_n_kw(0, 0, method);
}

// What `async for` takes values from.
static mp_obj_t async_iterator(mp_obj_t object) {
    if (!has(object, MP_QSTR___aiter__)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'async for' requires an object with __aiter__ method, got %s"),
            mp_obj_get_type_str(object));
    }
    mp_obj_t iterator = call(object, MP_QSTR___aiter__);
    if (!has(iterator, MP_QSTR___anext__)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'async for' received an object from __aiter__ that does not implement __anext__: %s"),
            mp_obj_get_type_str(iterator));
    }
    return iterator;
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_async_iterator_obj, async_iterator);

static NORETURN void no_context(mp_obj_t object, const char *kind, const char *missed) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object does not support the %scontext manager protocol%s"),
        mp_obj_get_type_str(object), kind, missed);
}

// What `async with` enters.
static mp_obj_t async_context(mp_obj_t object) {
    bool enters = has(object, MP_QSTR___aenter__);
    if (!enters || !has(object, MP_QSTR___aexit__)) {
        no_context(object, "asynchronous ", enters ? " (missed __aexit__ method)" : "");
    }
    return object;
}

void vitrine_load_context(mp_obj_t object, mp_obj_t *dest) {
    mp_load_method_maybe(object, MP_QSTR___enter__, dest + 2);
    mp_load_method_maybe(object, MP_QSTR___exit__, dest);
    if (dest[0] == MP_OBJ_NULL || dest[2] == MP_OBJ_NULL) {
        no_context(object, "", dest[2] != MP_OBJ_NULL ? " (missed __exit__ method)" : "");
    }
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_async_context_obj, async_context);

static mp_obj_t async_iter(mp_obj_t object) {
    if (!has(object, MP_QSTR___aiter__)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not an async iterable"), mp_obj_get_type_str(object));
    }
    return call(object, MP_QSTR___aiter__);
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_aiter_obj, async_iter);

static mp_obj_t async_anext(size_t n_args, const mp_obj_t *args) {
    if (!has(args[0], MP_QSTR___anext__)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object is not an async iterator"), mp_obj_get_type_str(args[0]));
    }
    mp_obj_t next = call(args[0], MP_QSTR___anext__);
    if (n_args == 1) {
        return next;
    }
    mp_obj_t module = mp_import_name(MP_QSTR__anext, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    return mp_call_function_2(mp_load_attr(module, MP_QSTR_or_default), next, args[1]);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(vitrine_anext_obj, 1, 2, async_anext);
