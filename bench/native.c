// native.c - the guest as a native program: the fair base of the speed ratios.
//
//   guest FILE…      runs each file in one session, as `vitrine FILE` would
//   guest -c CODE    runs CODE
//   --depth N, --value N   limits of the requests that follow
//   --invoke NAME    calls a global without arguments
//   --grant NAME     makes a host function known; its calls are echoed back
//   --stop N         asks for a soft stop at the N-th tick read
//   --hex            prints each result's CBOR in hex
//
// Everything is granted here; nothing is limited, metered or contained.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../guest/doors.h"

static unsigned char *waiting;
static size_t waiting_length;
static uint32_t depth = 1000, value_limit = 1 << 20;
static int hex, exit_code;
static uint64_t slept;
static long stop_after;

static void wait_with(const void *data, size_t length) {
    free(waiting);
    waiting = malloc(length + 1);
    if (waiting == NULL) {
        abort();
    }
    memcpy(waiting, data, length);
    waiting_length = length;
}

// --- the doors ---

void door_write(uint32_t fd, const char *text, uint32_t length) {
    fwrite(text, 1, length, fd == 2 ? stderr : stdout);
}

uint32_t door_fetch(void *to, uint32_t length) {
    uint32_t had = waiting_length;
    memcpy(to, waiting, length < had ? length : had);
    waiting_length = 0;
    return had;
}

// The text at *at, which moves behind it; NULL: null.
static const unsigned char *item_text(const unsigned char **at, size_t *length) {
    const unsigned char *p = *at;
    size_t n = *p & 31;
    if (*p == 0xf6) {
        *at = p + 1;
        return NULL;
    }
    ++p;
    if (n >= 24) {
        size_t bytes = (size_t)1 << (n - 24);
        for (n = 0; bytes > 0; --bytes) {
            n = n << 8 | *p++;
        }
    }
    *length = n;
    *at = p + n;
    return p;
}

void door_result(const void *message, uint32_t length) {
    const unsigned char *at = message;
    fflush(stdout);
    if (hex) {
        for (uint32_t i = 0; i < length; ++i) {
            printf("%02x", at[i]);
        }
        printf("\n");
    }
    if (at[0] <= 0x81) { // [] or [value]: it ended well
        exit_code = 0;
        return;
    }
    int kind = at[1];
    at += 2;
    size_t n = 0;
    const unsigned char *code = at;
    const unsigned char *text = item_text(&at, &n); // a number: its value is taken for a length
    exit_code = *code >> 5 == 1 ? -1 - (int)n : (int)n;
    at -= n;
    text = item_text(&at, &n);
    if (text != NULL && hex) {
        printf("repr %.*s\n", (int)n, text);
    }
    item_text(&at, &n);
    item_text(&at, &n);
    text = item_text(&at, &n);
    if (kind != VITRINE_KIND_DONE) {
        static const char *const kinds[] = {"done", "raised", "out of memory", "stopped"};
        fprintf(stderr, "%.*s[%s]\n", text == NULL ? 0 : (int)n, (const char *)text, kinds[kind]);
    }
    fflush(stdout);
}

// Echoes the arguments: [name, [args…], {keywords}] comes back as [0, that].
uint32_t door_call(const void *message, uint32_t length) {
    unsigned char *answer = malloc(length + 2);
    if (answer == NULL) {
        abort();
    }
    answer[0] = 0x82;
    answer[1] = 0;
    memcpy(answer + 2, message, length);
    wait_with(answer, length + 2);
    free(answer);
    return length + 2;
}

uint64_t door_ticks(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    if (stop_after > 0 && --stop_after == 0) {
        vitrine_stop = 1;
    }
    return (uint64_t)t.tv_sec * 1000000000 + t.tv_nsec + slept;
}

uint64_t door_clock(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (uint64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

uint32_t door_random(void *to, uint32_t length) {
    memset(to, 4, length); // a fair dice roll: runs are to be repeatable
    return 1;
}

uint32_t door_input(void *to, uint32_t length) {
    ssize_t n = read(0, to, length);
    return n < 0 ? DOOR_INPUT_FAILED : (uint32_t)n;
}

uint32_t door_wait(uint64_t ns, uint32_t stay) {
    (void)stay;
    slept += ns;
    return 0;
}

void door_drop(uint64_t id) {
    (void)id;
}

// --- requests ---

static void request(uint32_t op, const char *name, const void *payload, size_t length) {
    vitrine_request r = {op, 0, depth, value_limit, strlen(name)};
    size_t size = sizeof(r) + r.name_length + length;
    unsigned char *message = malloc(size);
    if (message == NULL) {
        abort();
    }
    memcpy(message, &r, sizeof(r));
    memcpy(message + sizeof(r), name, r.name_length);
    memcpy(message + sizeof(r) + r.name_length, payload, length);
    wait_with(message, size);
    free(message);
    vitrine_run(size);
    vitrine_stop = 0;
}

static void run_file(const char *path) {
    FILE *f = fopen(path, "rb");
    if (f == NULL) {
        perror(path);
        exit(2);
    }
    char *text = NULL;
    size_t length = 0, size = 0;
    for (;;) {
        if (length == size) {
            size = size * 2 + 4096;
            text = realloc(text, size);
            if (text == NULL) {
                abort();
            }
        }
        size_t n = fread(text + length, 1, size - length, f);
        if (n == 0) {
            break;
        }
        length += n;
    }
    fclose(f);
    request(VITRINE_OP_EXEC, path, text, length);
    free(text);
}

int main(int argc, char **argv) {
    vitrine_boot();
    for (int i = 1; i < argc; ++i) {
        const char *next = i + 1 < argc ? argv[i + 1] : "";
        if (strcmp(argv[i], "-c") == 0) {
            request(VITRINE_OP_EXEC, "<run>", next, strlen(next));
        } else if (strcmp(argv[i], "--depth") == 0) {
            depth = strtoul(next, NULL, 0);
        } else if (strcmp(argv[i], "--value") == 0) {
            value_limit = strtoul(next, NULL, 0);
        } else if (strcmp(argv[i], "--invoke") == 0) {
            request(VITRINE_OP_INVOKE, next, "\x80", 1);
        } else if (strcmp(argv[i], "--grant") == 0) {
            request(VITRINE_OP_GRANT, next, "\x82\xf6\xf6", 3); /* [None, None] */
        } else if (strcmp(argv[i], "--stop") == 0) {
            stop_after = strtol(next, NULL, 0);
        } else if (strcmp(argv[i], "--hex") == 0) {
            hex = 1;
            continue;
        } else {
            run_file(argv[i]);
            continue;
        }
        ++i;
    }
    free(waiting);
    return exit_code;
}
