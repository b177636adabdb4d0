// hashlib.c - the module _hashlib: hash objects over digests.c. lib/hashlib.py
// has the rest.
#include <string.h>

#include "digests.h"
#include "py/objstr.h"
#include "py/runtime.h"

typedef struct {
    mp_obj_base_t base;
    digest_t digest;
} hash_t;

static const mp_obj_type_t hash_type;

static mp_obj_t hash_update(mp_obj_t self, mp_obj_t data) {
    if (mp_obj_is_str(data)) {
        mp_raise_TypeError(MP_ERROR_TEXT("Strings must be encoded before hashing"));
    }
    mp_buffer_info_t info;
    mp_get_buffer_raise(data, &info, MP_BUFFER_READ);
    digest_take(&((hash_t *)MP_OBJ_TO_PTR(self))->digest, info.buf, info.len);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(hash_update_obj, hash_update);

// new(name, data=b"", *, digest_size=None, key=b"", usedforsecurity=True)
static mp_obj_t hash_new(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        {MP_QSTR_name, MP_ARG_OBJ | MP_ARG_REQUIRED, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_data, MP_ARG_OBJ, {.u_obj = MP_OBJ_NULL}},
        {MP_QSTR_digest_size, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_obj = mp_const_none}},
        {MP_QSTR_key, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_obj = mp_const_empty_bytes}},
        {MP_QSTR_usedforsecurity, MP_ARG_KW_ONLY | MP_ARG_OBJ, {.u_obj = mp_const_true}},
    };
    mp_arg_val_t v[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos_args, kw_args, MP_ARRAY_SIZE(allowed), allowed, v);
    size_t len;
    const char *name = mp_obj_str_get_data(v[0].u_obj, &len);
    const digest_algorithm_t *algorithm = digest_find(name, len);
    if (algorithm == NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("unsupported hash type %s"), name);
    }
    mp_int_t size = algorithm->size;
    mp_buffer_info_t key;
    mp_get_buffer_raise(v[3].u_obj, &key, MP_BUFFER_READ);
    if (algorithm->family == DIGEST_BLAKE) {
        if (v[2].u_obj != mp_const_none) {
            size = mp_obj_get_int(v[2].u_obj);
            if (size < 1 || size > algorithm->size) {
                mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("digest_size for %s must be between 1 and %d bytes, here it is %d"),
                    name, (int)algorithm->size, (int)size);
            }
        }
        if (key.len > algorithm->size) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("maximum key length is %d bytes"), (int)algorithm->size);
        }
    } else if (v[2].u_obj != mp_const_none || key.len > 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("only blake2b and blake2s take digest_size and key"));
    }
    hash_t *h = mp_obj_malloc(hash_t, &hash_type);
    digest_start(&h->digest, algorithm, size, key.buf, key.len);
    if (v[1].u_obj != MP_OBJ_NULL) {
        hash_update(MP_OBJ_FROM_PTR(h), v[1].u_obj);
    }
    return MP_OBJ_FROM_PTR(h);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(hash_new_obj, 1, hash_new);

static mp_obj_t hash_copy(mp_obj_t self) {
    hash_t *h = mp_obj_malloc(hash_t, &hash_type);
    h->digest = ((hash_t *)MP_OBJ_TO_PTR(self))->digest;
    return MP_OBJ_FROM_PTR(h);
}
static MP_DEFINE_CONST_FUN_OBJ_1(hash_copy_obj, hash_copy);

static mp_obj_t hash_digest(size_t n_args, const mp_obj_t *args) {
    const digest_t *d = &((hash_t *)MP_OBJ_TO_PTR(args[0]))->digest;
    mp_int_t size = d->size;
    if ((n_args == 1) != (size > 0)) {
        mp_raise_TypeError(size > 0 ? MP_ERROR_TEXT("digest() takes no length here")
            : MP_ERROR_TEXT("digest() needs a length here"));
    }
    if (n_args > 1) {
        size = mp_obj_get_int(args[1]);
        if (size < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("value must be positive"));
        }
    }
    vstr_t bytes;
    vstr_init_len(&bytes, size);
    digest_finish(d, (uint8_t *)bytes.buf, size);
    return mp_obj_new_bytes_from_vstr(&bytes);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_digest_obj, 1, 2, hash_digest);

static mp_obj_t hash_hexdigest(size_t n_args, const mp_obj_t *args) {
    mp_obj_t digest = hash_digest(n_args, args);
    mp_buffer_info_t info;
    mp_get_buffer_raise(digest, &info, MP_BUFFER_READ);
    const uint8_t *bytes = info.buf;
    vstr_t hex;
    vstr_init_len(&hex, 2 * info.len);
    for (size_t i = 0; i < hex.len; ++i) {
        hex.buf[i] = "0123456789abcdef"[bytes[i / 2] >> (i % 2 ? 0 : 4) & 15];
    }
    return mp_obj_new_str_from_vstr(&hex);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hash_hexdigest_obj, 1, 2, hash_hexdigest);

static void hash_attr(mp_obj_t self, qstr attr, mp_obj_t *dest) {
    const digest_t *d = &((hash_t *)MP_OBJ_TO_PTR(self))->digest;
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_name) {
        dest[0] = mp_obj_new_str(d->algorithm->name, strlen(d->algorithm->name));
    } else if (attr == MP_QSTR_digest_size) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(d->size);
    } else if (attr == MP_QSTR_block_size) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(d->algorithm->block);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t hash_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_update), MP_ROM_PTR(&hash_update_obj) },
    { MP_ROM_QSTR(MP_QSTR_digest), MP_ROM_PTR(&hash_digest_obj) },
    { MP_ROM_QSTR(MP_QSTR_hexdigest), MP_ROM_PTR(&hash_hexdigest_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&hash_copy_obj) },
};
static MP_DEFINE_CONST_DICT(hash_locals, hash_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(hash_type, MP_QSTR_HASH, MP_TYPE_FLAG_NONE,
    attr, hash_attr,
    locals_dict, &hash_locals
    );

static const mp_rom_map_elem_t hashlib_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__hashlib) },
    { MP_ROM_QSTR(MP_QSTR_new), MP_ROM_PTR(&hash_new_obj) },
};
static MP_DEFINE_CONST_DICT(hashlib_globals, hashlib_globals_table);

const mp_obj_module_t vitrine_module_hashlib = {
    .base = {&mp_type_module},
    .globals = (mp_obj_dict_t *)&hashlib_globals,
};
MP_REGISTER_MODULE(MP_QSTR__hashlib, vitrine_module_hashlib);
