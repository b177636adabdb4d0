// setjmp.c - setjmp and longjmp on wasm exceptions, as clang's lowering wants.
//
// Owns the three functions that -wasm-enable-sjlj calls. The exception's tag is
// defined in tag.s, because clang can only throw to a tag, not define one.
#include <setjmp.h>

void __wasm_setjmp(void *env, unsigned label, void *id);
unsigned __wasm_setjmp_test(void *env, void *id);
_Noreturn void __wasm_longjmp(void *env, int value);

void __wasm_setjmp(void *env, unsigned label, void *id) {
    jmp_buf *b = env;
    (*b)->id = id;
    (*b)->label = label;
}

unsigned __wasm_setjmp_test(void *env, void *id) {
    jmp_buf *b = env;
    return (*b)->id == id ? (*b)->label : 0;
}

_Noreturn void __wasm_longjmp(void *env, int value) {
    jmp_buf *b = env;
    (*b)->env = env;
    (*b)->value = value ? value : 1;
    __builtin_wasm_throw(1, &(*b)->env);
}
