// locals.c - the variables of a function by name: what locals() gives, what
// eval() sees, and what is said of one without a value.
//
// The compiler keeps the names behind those of the parameters; frozen functions
// have none.
#include "locals.h"

#include "type/builtins.h"
#include "type/functions.h"
#include "py/bc0.h"
#include "py/builtin.h"
#include "py/objlist.h"
#include "py/runtime.h"

extern const mp_obj_type_t mp_type_cell;

static size_t names_count(const byte **ip, const byte *end) {
    return *ip < end ? *(*ip)++ : 0;
}

static const byte *info_end(const mp_obj_fun_bc_t *fun) {
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    (void)n_cell;
    return ip + n_info;
}

const byte *vitrine_names_skip(const mp_obj_fun_bc_t *fun, const byte *ip) {
    for (size_t n = names_count(&ip, info_end(fun)); n > 0; --n) {
        ip = mp_decode_uint_skip(ip);
    }
    return ip;
}

// Calls visit() with each slot and name until it returns false.
static void each_name(const mp_obj_fun_bc_t *fun, bool (*visit)(void *, size_t, qstr), void *data) {
    vitrine_parameters_t p;
    vitrine_parameters(fun, &p);
    size_t params = p.n_pos + p.n_kwonly;
    for (size_t i = 0; i < params; ++i) {
        if (!visit(data, p.n_closed + i, vitrine_only_name(vitrine_next_name(&p)))) {
            return;
        }
    }
    size_t n = names_count(&p.names, p.end);
    for (size_t i = 0; i < n; ++i) {
        if (!visit(data, i < p.n_closed ? i : params + i, vitrine_next_name(&p))) {
            return;
        }
    }
}

typedef struct {
    const mp_code_state_t *frame;
    mp_obj_t dict;
} collect_t;

static bool collect(void *data, size_t slot, qstr name) {
    const collect_t *to = data;
    mp_obj_t value = to->frame->state[to->frame->n_state - 1 - slot];
    if (value != MP_OBJ_NULL && mp_obj_is_type(value, &mp_type_cell)) {
        value = mp_obj_cell_get(value);
    }
    if (value != MP_OBJ_NULL && name != MP_QSTR_ && name != MP_QSTR__star_) {
        mp_obj_dict_store(to->dict, MP_OBJ_NEW_QSTR(name), value);
    }
    return true;
}

mp_obj_t vitrine_locals(const mp_code_state_t *frame) {
    collect_t to = {frame, mp_obj_new_dict(0)};
    each_name(frame->fun_bc, collect, &to);
    return to.dict;
}

typedef struct {
    size_t slot;
    qstr name;
} find_t;

static bool find(void *data, size_t slot, qstr name) {
    find_t *wanted = data;
    if (slot == wanted->slot) {
        wanted->name = name;
    }
    return slot != wanted->slot;
}

qstr vitrine_local_name(const mp_obj_fun_bc_t *fun, size_t slot) {
    find_t wanted = {slot, MP_QSTRnull};
    each_name(fun, find, &wanted);
    return wanted.name;
}

size_t vitrine_first_line(const mp_obj_fun_bc_t *fun) {
    vitrine_parameters_t p;
    vitrine_parameters(fun, &p);
    for (size_t n = p.n_pos + p.n_kwonly; n > 0; --n) {
        vitrine_next_name(&p);
    }
    const byte *ip = vitrine_names_skip(fun, p.names);
    size_t line = 1, lines = 0x7ff;
    for (; lines == 0x7ff && ip < p.end; ip += 2) {
        lines = ((ip[0] << 4) & 0x700) | ip[1];
        line += lines;
    }
    return line;
}

mp_obj_t vitrine_unbound_local(const mp_obj_fun_bc_t *fun, const byte *ip) {
    size_t slot;
    byte op = ip[-1];
    if (op >= MP_BC_LOAD_FAST_MULTI && op < MP_BC_LOAD_FAST_MULTI + MP_BC_LOAD_FAST_MULTI_NUM) {
        slot = op - MP_BC_LOAD_FAST_MULTI;
    } else {
        // The operand's first bytes have a bit set that no opcode of these has.
        const byte *operand = ip - 1;
        while (operand[-1] & 0x80) {
            --operand;
        }
        op = operand[-1];
        slot = mp_decode_uint_value(operand);
    }
    qstr name = vitrine_local_name(fun, slot);
    vitrine_parameters_t p;
    vitrine_parameters(fun, &p);
    if (slot < p.n_closed && (op == MP_BC_LOAD_DEREF || op == MP_BC_DELETE_DEREF)) {
        return mp_obj_new_exception_msg_varg(&mp_type_NameError,
            MP_ERROR_TEXT("cannot access free variable '%q' where it is not associated with a value in enclosing scope"), name);
    }
    return mp_obj_new_exception_msg_varg(&mp_type_UnboundLocalError,
        MP_ERROR_TEXT("cannot access local variable '%q' where it is not associated with a value"), name);
}

static mp_obj_t here(size_t n_args, const mp_obj_t *args) {
    mp_obj_t callee = args[0], locals = args[1];
    if (n_args == 2) {
        if (callee == MP_OBJ_FROM_PTR(&mp_builtin_locals_obj) || callee == MP_OBJ_FROM_PTR(&vitrine_vars_obj)) {
            return locals;
        }
        if (callee == MP_OBJ_FROM_PTR(&mp_builtin_dir_obj)) {
            mp_obj_t names = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_list), locals);
            mp_obj_list_sort(1, &names, (mp_map_t *)&mp_const_empty_map);
            return names;
        }
    } else if (callee == MP_OBJ_FROM_PTR(&mp_builtin_eval_obj) || callee == MP_OBJ_FROM_PTR(&mp_builtin_exec_obj)) {
        mp_obj_t with[] = {args[2], MP_OBJ_FROM_PTR(mp_globals_get()), locals};
        return mp_call_function_n_kw(callee, 3, 0, with);
    }
    return mp_call_function_n_kw(callee, n_args - 2, 0, args + 2);
}
MP_DEFINE_CONST_FUN_OBJ_VAR(vitrine_here_obj, 2, here);

static mp_obj_t no_super(mp_obj_t super) {
    (void)super;
    mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("super(): no arguments"));
}
MP_DEFINE_CONST_FUN_OBJ_1(vitrine_no_super_obj, no_super);
