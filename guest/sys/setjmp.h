// setjmp.h - the one header that wasi-libc lacks; setjmp.c has the rest.
#ifndef VITRINE_GUEST_SETJMP_H
#define VITRINE_GUEST_SETJMP_H
typedef struct {
    void *id;       // the frame that called setjmp
    unsigned label; // which of its calls
    void *env;      // what __wasm_longjmp throws: a pointer to these two
    int value;
} jmp_buf[1];
int setjmp(jmp_buf) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf, int);
#endif
