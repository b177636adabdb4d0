// refirst.c - what a match may begin with, so that a search skips the rest.
#include "py/cstack.h"
#include "recompiler.h"

static void first_all(re_program_t *program, uint32_t from) {
    for (uint32_t i = from / 32; i < 8; ++i) {
        program->first[i] = UINT32_MAX;
    }
}

static void first_add(re_program_t *program, uint32_t character) {
    program->first[character / 32 & 7] |= 1u << character % 32;
}

// False: anything. `steps` bounds the work.
static bool first_from(re_program_t *program, size_t at, unsigned *steps) {
    mp_cstack_check();
    for (;;) {
        const uint32_t *code = program->code + at;
        uint32_t argument = code[0] >> 8;
        if ((*steps)-- == 0) {
            *steps = 0;
            return false;
        }
        switch (code[0] & 0xff) {
            case RE_TEXT:
                first_add(program, *(const byte *)(code + 2));
                return true;
            case RE_FOLDED:
                if (argument < 0x80) {
                    first_add(program, argument);
                    first_add(program, re_to_case(argument, CASE_UPPER));
                }
                if (program->text && !(argument < 0x80 && program->ascii)) {
                    first_all(program, 0x80);
                }
                return argument < 0x80 || program->text;
            case RE_SET:
                for (size_t i = 0; i < 4; ++i) {
                    program->first[i] |= code[RE_SET_BITS + i];
                }
                if (argument > 0 || code[1] != 0) {
                    first_all(program, 0x80);
                }
                return true;
            case RE_REPEAT: {
                if (!first_from(program, at + 3, steps)) {
                    return false;
                }
                if (code[1] > 0) {
                    return true;
                }
                at += 3;
                at += re_length(program->code + at);
                break;
            }
            case RE_SPLIT:
            case RE_SPLIT_TO:
                if (!first_from(program, at + (int32_t)code[1], steps)) {
                    return false;
                }
                at += 2;
                break;
            case RE_LOOP:
                if (code[1] == 0 && !first_from(program, at + (int32_t)code[3], steps)) {
                    return false;
                }
                at += 5;
                break;
            case RE_JUMP:
                at += (int32_t)code[1];
                break;
            case RE_SAVE:
            case RE_LOOP_INIT:
            case RE_ENTER:
            case RE_ATOMIC:
            case RE_ATOMIC_END:
            case RE_TEXT_START:
            case RE_LINE_START:
            case RE_BOUNDARY:
                at += 1;
                break;
            default:
                return false;
        }
    }
}

void re_find_first(re_program_t *program) {
    unsigned steps = 100;
    size_t at = 0;
    while ((program->code[at] & 0xff) == RE_SAVE) {
        ++at;
    }
    program->anchored = (program->code[at] & 0xff) == RE_TEXT_START;
    program->first_known = first_from(program, at, &steps);
    program->first_byte = -1;
    if (program->first_known) {
        unsigned count = 0;
        for (unsigned i = 0; i < 256; ++i) {
            if (program->first[i / 32] >> i % 32 & 1) {
                program->first_byte = i;
                ++count;
            }
        }
        if (count != 1) {
            program->first_byte = -1;
        }
    }
}
