/* glibc.c - an extension that loads where the C library is older than the compiler's.
 *
 * These have had a new version of their symbol since 2.33. The linker is told
 * (--wrap, setup.py) to call what stands here, which asks for the symbol of before. */
#define _GNU_SOURCE
#ifdef __linux__
#include <features.h>
#endif
#ifndef __GLIBC_PREREQ /* another C library */
#define __GLIBC_PREREQ(major, minor) 0
#endif

#if __GLIBC_PREREQ(2, 33) && (defined(__x86_64__) || defined(__aarch64__))
#include <dlfcn.h>
#include <sys/stat.h>

#ifdef __x86_64__
#define OLDEST "GLIBC_2.2.5"
#define STAT_VERSION 1
#else
#define OLDEST "GLIBC_2.17"
#define STAT_VERSION 0
#endif

#define OLD(name) __asm__(".symver old_" #name "," #name "@" OLDEST)
void *old_dlopen(const char *path, int mode);
void *old_dlsym(void *library, const char *name);
char *old_dlerror(void);
OLD(dlopen);
OLD(dlsym);
OLD(dlerror);
int __fxstat(int version, int fd, struct stat *to);
int __xstat(int version, const char *path, struct stat *to);
int __lxstat(int version, const char *path, struct stat *to);
int __fxstatat(int version, int folder, const char *path, struct stat *to, int flags);

void *__wrap_dlopen(const char *path, int mode);
void *__wrap_dlopen(const char *path, int mode) { return old_dlopen(path, mode); }

void *__wrap_dlsym(void *library, const char *name);
void *__wrap_dlsym(void *library, const char *name) { return old_dlsym(library, name); }

char *__wrap_dlerror(void);
char *__wrap_dlerror(void) { return old_dlerror(); }

int __wrap_fstat(int fd, struct stat *to);
int __wrap_fstat(int fd, struct stat *to) { return __fxstat(STAT_VERSION, fd, to); }

int __wrap_stat(const char *path, struct stat *to);
int __wrap_stat(const char *path, struct stat *to) { return __xstat(STAT_VERSION, path, to); }

int __wrap_lstat(const char *path, struct stat *to);
int __wrap_lstat(const char *path, struct stat *to) { return __lxstat(STAT_VERSION, path, to); }

int __wrap_fstatat(int folder, const char *path, struct stat *to, int flags);
int __wrap_fstatat(int folder, const char *path, struct stat *to, int flags) {
  return __fxstatat(STAT_VERSION, folder, path, to, flags);
}
#endif
