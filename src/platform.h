/* platform.h - all that belongs to one operating system: memory, clocks, chance.
 *
 * Two implementations of this one header: platform_linux.c, and
 * platform_portable.c, which needs C11 and malloc and nothing else. Native
 * stacks have their own header, stack.h. Anywhere but Linux, and with
 * -DVT_PORTABLE, the portable one is built. */
#ifndef VT_PLATFORM_H
#define VT_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if !defined(__linux__) && !defined(VT_PORTABLE)
#define VT_PORTABLE 1
#endif

/* Boot images are looked at in pieces of this size, and mapped by it: as large
 * as the largest page of any system we know. */
#define VT_PLATFORM_PAGE 65536u

/* --- memory --- */

/* Address space: readable, writable, all zero, and free of cost until it is
 * touched. alignment is a power of two. NULL on failure. */
void *vt_platform_reserve(size_t size, size_t alignment);
/* Give a reservation back, with the size it was asked for. Accepts NULL. */
void vt_platform_release(void *at, size_t size);
/* No access to the whole pages inside [at, at+size) from now on. False if the
 * system refused. The portable build has no guards and says true. */
bool vt_platform_guard(void *at, size_t size);
/* Back to zero pages that cost nothing. For memory under no guard and no
 * image; both ends on a VT_PLATFORM_PAGE. */
void vt_platform_discard(void *at, size_t size);

/* Memory that many sessions start from. Threads may map one image at once. */
typedef struct vt_image vt_image;

/* Keeps a copy of the bytes. NULL on failure. */
vt_image *vt_platform_image_new(const void *bytes, size_t size);
/* [at, at+size), fresh from vt_platform_reserve() or mapped from this image
 * before, becomes the image's bytes, then zeros; what is written there later is
 * private. size says how far the memory was ever used, and is not less than the
 * image's; what lies beyond is left alone. `at` and size are multiples of
 * VT_PLATFORM_PAGE. False: the system refused, and the range may only be
 * released. */
bool vt_platform_image_map(const vt_image *image, void *at, size_t size);
/* Copies bytes of it, and zeros for those beyond its end. */
void vt_platform_image_read(const vt_image *image, size_t from, void *to, size_t size);
/* Ranges that were mapped stay valid. Accepts NULL. */
void vt_platform_image_free(vt_image *image);

/* --- files --- */

/* One that is read, or one that takes another's place. *why, and
 * what is returned as a text, says what is wrong; NULL: nothing. Nothing here raises a signal. */
typedef struct vt_file vt_file;

vt_file *vt_platform_file_open(const char *path, const char **why);
/* At most `size` bytes; 0 at the end; -1: *why. */
ptrdiff_t vt_platform_file_read(vt_file *file, void *to, size_t size, const char **why);
/* For its owner only to read. What is at `path` now stays until the commit, after
 * which, even if the machine fails, it is the old file or the whole new one. */
vt_file *vt_platform_file_replace(const char *path, const char **why);
const char *vt_platform_file_write(vt_file *file, const void *bytes, size_t size);
const char *vt_platform_file_commit(vt_file *file);
/* One that grows: made for its owner only, if there is none. What is added comes behind
 * all that others have added, in one piece. */
vt_file *vt_platform_file_append(const char *path, const char **why);
const char *vt_platform_file_add(vt_file *file, const void *bytes, size_t size);
/* What was not committed is gone. */
void vt_platform_file_close(vt_file *file);

/* --- clocks, in nanoseconds --- */

/* Since some moment; never goes back. */
uint64_t vt_platform_wall_ns(void);
/* Processor time of this thread (portable: of the process). */
uint64_t vt_platform_cpu_ns(void);
/* Since 1970; 0 if it is not known. */
uint64_t vt_platform_clock_ns(void);
/* Wait. A signal may end it early. */
void vt_platform_sleep_ns(uint64_t ns);

/* --- shared libraries --- */

typedef void (*vt_platform_function)(void);
/* Loads a library, for good, and finds a function in it. NULL: `why` says so. */
vt_platform_function vt_platform_library(const char *path, const char *name, char *why,
                                         size_t size);

/* --- chance --- */

/* From the system's generator. False if there is none: `to` is then all zero. */
bool vt_platform_random(void *to, size_t size);

#endif
