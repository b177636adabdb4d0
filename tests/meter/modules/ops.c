// ops.c - a guest that is no Python: each kind of instruction, with a result.
//
// Built twice: natively, and by way of wasm and tools/meter into a libvitrine of
// its own. Both print the same lines, or the meter has an instruction wrong.
// clang-format off: in the style of guest/
#include <math.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../../../guest/doors.h"

#define HIDE __attribute__((noinline))

// --- printing, without a library ---

static void put(const char *text) { door_write(1, text, (uint32_t)strlen(text)); }

static void put_hex(uint64_t value) {
    char text[18] = " ";
    for (int i = 0; i < 16; i++) {
        text[1 + i] = "0123456789abcdef"[value >> (60 - 4 * i) & 15];
    }
    text[17] = 0;
    put(text);
}

static void put_double(double value) {
    uint64_t bits;
    if (value != value) {
        put(" nan"); // the bits of a NaN are the machine's
        return;
    }
    memcpy(&bits, &value, 8);
    put_hex(bits);
}

static void put_float(float value) { put_double((double)value); }

// --- integers ---

static const uint64_t numbers[] = {0, 1, 2, 7, 31, 32, 63, 64, 255, 4096, 0x7fffffff, 0x80000000,
    0xffffffff, 0x100000000, 0x123456789abcdef0, 0x7fffffffffffffff, 0x8000000000000000, ~(uint64_t)0};
#define COUNT (sizeof numbers / sizeof *numbers)

#define BINARY(name, type, expression) \
    static HIDE type name(type a, type b) { return (type)(expression); }
#define WIDTH(u, s, U, BITS) \
    BINARY(U##add, u, a + b) BINARY(U##sub, u, a - b) BINARY(U##mul, u, a * b) \
    BINARY(U##and, u, a & b) BINARY(U##or, u, a | b) BINARY(U##xor, u, a ^ b) \
    BINARY(U##shl, u, a << (b & (BITS - 1))) BINARY(U##shr, u, a >> (b & (BITS - 1))) \
    BINARY(U##sar, u, (s)a >> (b & (BITS - 1))) \
    BINARY(U##rotl, u, a << (b & (BITS - 1)) | a >> (-b & (BITS - 1))) \
    BINARY(U##rotr, u, a >> (b & (BITS - 1)) | a << (-b & (BITS - 1))) \
    BINARY(U##divu, u, b ? a / b : 0) BINARY(U##remu, u, b ? a % b : 0) \
    BINARY(U##divs, u, b && ~b ? (s)a / (s)b : 0) BINARY(U##rems, u, b && ~b ? (s)a % (s)b : 0) \
    BINARY(U##lt, u, (a < b) | ((s)a < (s)b) << 1 | (a <= b) << 2 | ((s)a <= (s)b) << 3 | \
        (a > b) << 4 | ((s)a > (s)b) << 5 | (a >= b) << 6 | ((s)a >= (s)b) << 7 | (a == b) << 8 | (a != b) << 9) \
    BINARY(U##pick, u, a & 1 ? b : a) \
    static u (*const U##all[])(u, u) = {U##add, U##sub, U##mul, U##and, U##or, U##xor, U##shl, U##shr, \
        U##sar, U##rotl, U##rotr, U##divu, U##remu, U##divs, U##rems, U##lt, U##pick};
WIDTH(uint32_t, int32_t, w, 32)
WIDTH(uint64_t, int64_t, x, 64)

static HIDE uint32_t count32(uint32_t a) {
    return (uint32_t)(a ? __builtin_clz(a) : 32) | (uint32_t)(a ? __builtin_ctz(a) : 32) << 8 |
        (uint32_t)__builtin_popcount(a) << 16;
}
static HIDE uint32_t count64(uint64_t a) {
    return (uint32_t)(a ? __builtin_clzll(a) : 64) | (uint32_t)(a ? __builtin_ctzll(a) : 64) << 8 |
        (uint32_t)__builtin_popcountll(a) << 16;
}
static HIDE uint64_t extend(uint64_t a) {
    return (uint64_t)(int64_t)(int8_t)a ^ (uint64_t)(int64_t)(int16_t)a << 1 ^
        (uint64_t)(int64_t)(int32_t)a << 2 ^ (uint64_t)(uint32_t)(int32_t)(int8_t)a << 3 ^
        (uint64_t)(uint32_t)(int32_t)(int16_t)a << 5;
}

static void integers(void) {
    for (size_t op = 0; op < sizeof wall / sizeof *wall; op++) {
        put("int");
        put_hex(op);
        uint64_t sum32 = 0, sum64 = 0;
        for (size_t i = 0; i < COUNT; i++) {
            for (size_t k = 0; k < COUNT; k++) {
                sum32 = sum32 * 31 + wall[op]((uint32_t)numbers[i], (uint32_t)numbers[k]);
                sum64 = sum64 * 31 + xall[op](numbers[i], numbers[k]);
            }
        }
        put_hex(sum32);
        put_hex(sum64);
        put("\n");
    }
    for (size_t i = 0; i < COUNT; i++) {
        put("bits");
        put_hex(count32((uint32_t)numbers[i]));
        put_hex(count64(numbers[i]));
        put_hex(extend(numbers[i] * 0x0101010181018101u));
        put("\n");
    }
}

// --- floats ---

static const double reals[] = {0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e10, -1e10, 1e300, -1e300, 1e-310,
    2147483647.0, -2147483648.0, 4294967295.0, 9007199254740993.0, 0.1, 123456.789};
#define REALS (sizeof reals / sizeof *reals)

static HIDE void two(double a, double b) {
    put_double(a + b), put_double(a - b), put_double(a * b), put_double(a / b), put_double(copysign(a, b));
    put_float((float)a + (float)b), put_float((float)a * (float)b), put_float((float)a / (float)b);
    put_hex((uint64_t)((a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5 |
        ((float)a < (float)b) << 6 | ((float)a >= (float)b) << 7));
}
static HIDE void one(double a) {
    put_double(-a), put_double(fabs(a)), put_double(sqrt(fabs(a))), put_double(floor(a)), put_double(ceil(a));
    put_double(trunc(a)), put_double(rint(a)), put_float(sqrtf(fabsf((float)a))), put_float(floorf((float)a));
    put_float(rintf((float)a)), put_float((float)a);
    if (a >= -2147483648.0 && a <= 2147483647.0) {
        put_hex((uint64_t)(int64_t)(int32_t)a);
    }
    if (a > -1 && a < 4294967296.0) {
        put_hex((uint32_t)a), put_hex((uint64_t)a);
    }
    if (fabs(a) < 9e18) {
        put_hex((uint64_t)(int64_t)a), put_hex((uint64_t)(int64_t)(float)(a / 4));
    }
}

static void floats(void) {
    for (size_t i = 0; i < REALS; i++) {
        put("one");
        one(reals[i]);
        put("\n");
        for (size_t k = 0; k < REALS; k++) {
            put("two");
            two(reals[i], reals[k]);
            put("\n");
        }
    }
    for (size_t i = 0; i < COUNT; i++) {
        put("from");
        put_double((double)numbers[i]), put_double((double)(int64_t)numbers[i]);
        put_double((double)(uint32_t)numbers[i]), put_double((double)(int32_t)numbers[i]);
        put_float((float)numbers[i]), put_float((float)(int64_t)numbers[i]);
        put_float((float)(uint32_t)numbers[i]), put_float((float)(int32_t)numbers[i]);
        put("\n");
    }
}

// --- memory, of every width, aligned and not ---

static uint8_t bytes[5000];

static HIDE uint64_t widths(uint8_t *at) {
    uint64_t sum = 0;
    for (int i = 0; i < 20; i++, at += 3) {
        uint64_t v;
        uint32_t w;
        uint16_t h;
        double d;
        memcpy(&v, at, 8), memcpy(&w, at + 1, 4), memcpy(&h, at + 2, 2), memcpy(&d, at + 3, 8);
        sum = sum * 31 + v + w + h + at[5] + (uint64_t)(int64_t)(int8_t)at[6] + (uint64_t)(int64_t)(int16_t)h;
        v = sum ^ v;
        memcpy(at, &v, 8);
        *(volatile uint8_t *)(at + 9) = (uint8_t)sum;
        h = (uint16_t)(sum >> 7);
        memcpy(at + 11, &h, 2);
        d = (double)(sum >> 20);
        memcpy(at + 13, &d, 8);
        float f = (float)(sum >> 30);
        memcpy(at + 21, &f, 4);
    }
    return sum;
}

static void memory(void) {
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)(i * 7 + (i >> 3));
    }
    for (size_t start = 980; start < 1100; start += 13) { // across the edge of a card
        put("mem");
        put_hex(widths(bytes + start));
        memmove(bytes + start + 5, bytes + start, 700);
        memset(bytes + start * 2, (int)start, 333);
        memmove(bytes + start, bytes + start + 9, 1500);
        uint64_t sum = 0;
        for (size_t i = 0; i < sizeof bytes; i++) {
            sum = sum * 131 + bytes[i];
        }
        put_hex(sum);
        put("\n");
    }
}

// --- calls, tables, exceptions ---

static HIDE uint32_t ackermann(uint32_t m, uint32_t n) {
    return !m ? n + 1 : !n ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

static HIDE uint32_t table(uint32_t x) {
    switch (x) {
    case 0: return 11;
    case 1: return table(x + 4) + 1;
    case 2: case 3: return 13;
    case 5: return 17 * x;
    case 9: return 19;
    case 10: return table(9) ^ 3;
    default: return x * x;
    }
}

static jmp_buf outer, inner;
static HIDE void thrower(int depth, int where) {
    if (depth) {
        thrower(depth - 1, where);
    }
    if (where == 1) {
        longjmp(inner, 5);
    }
    if (where == 2) {
        longjmp(outer, 7);
    }
}
static HIDE int catcher(int where) {
    volatile int state = 1;
    int caught = setjmp(outer);
    if (caught) {
        return 100 * state + caught;
    }
    state = 2;
    caught = setjmp(inner);
    if (caught) {
        state = 3;
        if (caught == 5 && where == 1) {
            where = 2;
            thrower(2, 2);
        }
        return 10 * state + caught;
    }
    state = 4;
    thrower(3, where);
    return state;
}

static void calls(void) {
    put("calls");
    put_hex(ackermann(2, 9));
    for (uint32_t i = 0; i < 13; i++) {
        put_hex(table(i));
    }
    put("\ncatch");
    for (int where = 0; where < 3; where++) {
        put_hex((uint64_t)catcher(where));
    }
    put("\n");
}

// --- the module's exports ---

volatile uint32_t vitrine_stop;

__attribute__((noinline, used)) void gc_collect(void) { vitrine_stop += 0; }

void vitrine_boot(void) {}

void vitrine_run(uint32_t length) {
    (void)length;
    integers();
    floats();
    memory();
    calls();
    gc_collect();
    static const uint8_t done[] = {0x89, 0, 0, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6, 0, 0};
    door_result(done, sizeof done);
}

#ifndef __wasm__
#include <stdio.h>
void door_write(uint32_t fd, const char *text, uint32_t length) { fwrite(text, 1, length, fd == 2 ? stderr : stdout); }
void door_result(const void *message, uint32_t length) { (void)message, (void)length; }
int main(void) {
    vitrine_run(0);
    return 0;
}
#endif
