/* platform_linux.c - platform.h on Linux.
 *
 * Owns no state but what an image holds. Every mapping is private to its
 * caller, every failure is returned, and no call changes anything process-wide:
 * no signal handler, no limit, no lock. It must never raise a signal either,
 * and so looks at RLIMIT_FSIZE before it grows a file. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "platform.h"

#if !defined(VT_PORTABLE)

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "alloc.h"

static size_t page_size(void) { return (size_t)sysconf(_SC_PAGESIZE); }

static size_t round_up(size_t n, size_t to) { return (n + to - 1) & ~(to - 1); }

/* --- memory --- */

static void *map_zero(size_t size) {
  if (vt_fault()) return NULL;
  void *at =
      mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return at == MAP_FAILED ? NULL : at;
}

static void unmap(void *at, size_t size) {
  /* munmap() fails when it would split a mapping and the process has no more of
   * them to spend. Then at least the pages go back. */
  if (size != 0 && munmap(at, size) != 0) (void)madvise(at, size, MADV_DONTNEED);
}

/* From 2 MiB on, reservations are whole multiples of 2 MiB: then they lie side by
 * side, each aligned at the first attempt, and those that were never touched
 * share one mapping. */
#define LARGE ((size_t)2 << 20)

/* What a reservation of `size` really takes; 0 if that is absurd. */
static size_t reserved_size(size_t size) {
  if (size == 0 || size > SIZE_MAX / 4) return 0;
  return round_up(size, size < LARGE ? page_size() : LARGE);
}

void *vt_platform_reserve(size_t size, size_t alignment) {
  size_t whole = reserved_size(size);
  if (whole == 0 || (alignment & (alignment - 1)) != 0 || alignment > SIZE_MAX / 4) return NULL;
  uint8_t *at = map_zero(whole);
  if (at != NULL && ((uintptr_t)at & (alignment - 1)) != 0) {
    unmap(at, whole);
    at = map_zero(whole + alignment);
    if (at != NULL) {
      size_t before = (size_t)(-(uintptr_t)at & (alignment - 1));
      unmap(at, before);
      at += before;
      unmap(at + whole, alignment - before);
    }
  }
  if (at == NULL) return NULL;
  /* Where huge pages are always on, the first byte would take 2 MiB. */
  (void)madvise(at, whole, MADV_NOHUGEPAGE);
  return at;
}

void vt_platform_release(void *at, size_t size) {
  if (at != NULL) unmap(at, reserved_size(size));
}

bool vt_platform_guard(void *at, size_t size) {
  size_t page = page_size();
  uintptr_t low = round_up((uintptr_t)at, page);
  uintptr_t high = ((uintptr_t)at + size) & ~(uintptr_t)(page - 1);
  if (low >= high) return true;
  if (vt_fault()) return false;
  return mprotect((void *)low, high - low, PROT_NONE) == 0;
}

void vt_platform_discard(void *at, size_t size) {
  if (madvise(at, size, MADV_DONTNEED) != 0) memset(at, 0, size); /* locked pages */
}

/* --- images --- */

/* Each run of bytes that are not all zero is one mapping of each session that
 * uses the image, and splits the reservation around it: so there are few, and
 * zeros between two are stored with them, which costs the process little. */
#define RUNS_MAX 2
#define GAP_MAX ((size_t)256 << 10)

typedef struct {
  size_t at, file, size; /* offset in memory, offset in the file, bytes */
} run;

/* The bytes lie in a sealed file without a name, which sessions map privately:
 * pages that a session only reads exist once. A hole of such a file would be
 * filled for good by the first who touches it, so it holds the runs only. */
struct vt_image {
  uint8_t *bytes; /* the runs, one after the other, read-only if fd >= 0 */
  size_t size;    /* of the image                                        */
  size_t stored;  /* of all runs                                         */
  int fd;         /* or -1: sessions copy the bytes                      */
  dev_t dev;      /* the file that fd should be: a host may close all    */
  ino_t ino;      /* descriptors, and open others in their place         */
  size_t count;
  run runs[RUNS_MAX + 1];
};

static bool is_zero(const uint8_t *bytes, size_t size) {
  return size == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0);
}

/* Joins the two neighbours with the least between them. */
static void join_closest(vt_image *image) {
  size_t best = 0, least = SIZE_MAX;
  for (size_t i = 0; i + 1 < image->count; i++) {
    size_t gap = image->runs[i + 1].at - image->runs[i].at - image->runs[i].size;
    if (gap < least) {
      least = gap;
      best = i;
    }
  }
  run *r = image->runs;
  r[best].size = r[best + 1].at + r[best + 1].size - r[best].at;
  image->count--;
  for (size_t i = best + 1; i < image->count; i++) r[i] = r[i + 1];
}

static void find_runs(vt_image *image, const uint8_t *bytes) {
  size_t page = page_size();
  for (size_t at = 0; at < image->size; at += page) {
    size_t length = image->size - at < page ? image->size - at : page;
    if (is_zero(bytes + at, length)) continue;
    run *last = image->count != 0 ? &image->runs[image->count - 1] : NULL;
    if (last != NULL && at - last->at - last->size <= GAP_MAX) {
      last->size = at + page - last->at;
      continue;
    }
    image->runs[image->count++] = (run){.at = at, .size = page};
    if (image->count > RUNS_MAX) join_closest(image);
  }
  for (size_t i = 0; i < image->count; i++) {
    image->runs[i].file = image->stored;
    image->stored += image->runs[i].size;
  }
}

/* How much of a run is inside the image: the last page may be cut. */
static size_t run_length(const vt_image *image, const run *r) {
  return r->size < image->size - r->at ? r->size : image->size - r->at;
}

static bool write_all(int fd, const void *from, size_t size, size_t at) {
  const uint8_t *bytes = from;
  while (size != 0) {
    ssize_t n = pwrite(fd, bytes, size, (off_t)at);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes += n;
    size -= (size_t)n;
    at += (size_t)n;
  }
  return true;
}

/* But for pages of zeros, which stay holes until somebody looks at them. */
static bool write_pages(int fd, const uint8_t *bytes, size_t size, size_t at) {
  size_t page = page_size(), end;
  for (size_t from = 0; from < size; from = end) {
    bool zero = is_zero(bytes + from, size - from < page ? size - from : page);
    for (end = from + page; end < size; end += page)
      if (is_zero(bytes + end, size - end < page ? size - end : page) != zero) break;
    if (end > size) end = size;
    if (!zero && !write_all(fd, bytes + from, end - from, at + from)) return false;
  }
  return true;
}

/* Puts the runs into a sealed file. False: no such thing here, or no memory. */
static bool store_in_file(vt_image *image, const uint8_t *bytes) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur < image->stored) return false;
  if (vt_fault()) return false;
  int fd = memfd_create("vitrine", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd < 0) return false;
  if (ftruncate(fd, (off_t)image->stored) != 0) goto fail;
  for (size_t i = 0; i < image->count; i++) {
    const run *r = &image->runs[i];
    if (!write_pages(fd, bytes + r->at, run_length(image, r), r->file)) goto fail;
  }
  if (fcntl(fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0)
    goto fail;
  struct stat now;
  if (fstat(fd, &now) != 0 || vt_fault()) goto fail;
  void *at = mmap(NULL, image->stored, PROT_READ, MAP_PRIVATE, fd, 0);
  if (at == MAP_FAILED) goto fail;
  image->bytes = at;
  image->fd = fd;
  image->dev = now.st_dev;
  image->ino = now.st_ino;
  return true;
fail:
  close(fd);
  return false;
}

/* To memory that is zero: pages of zeros are not touched. */
static void copy_pages(uint8_t *to, const uint8_t *bytes, size_t size) {
  size_t page = page_size();
  for (size_t at = 0; at < size; at += page) {
    size_t length = size - at < page ? size - at : page;
    if (!is_zero(bytes + at, length)) memcpy(to + at, bytes + at, length);
  }
}

static bool store_in_memory(vt_image *image, const uint8_t *bytes) {
  image->bytes = map_zero(image->stored);
  if (image->bytes == NULL) return false;
  for (size_t i = 0; i < image->count; i++) {
    const run *r = &image->runs[i];
    copy_pages(image->bytes + r->file, bytes + r->at, run_length(image, r));
  }
  return true;
}

vt_image *vt_platform_image_new(const void *bytes, size_t size) {
  vt_image *image = vt_alloc(sizeof *image);
  if (image == NULL) return NULL;
  *image = (vt_image){.size = size, .fd = -1};
  find_runs(image, bytes);
  if (image->stored == 0 || store_in_file(image, bytes) || store_in_memory(image, bytes))
    return image;
  vt_free(image);
  return NULL;
}

static bool is_same_file(const vt_image *image) {
  struct stat now;
  return image->fd >= 0 && fstat(image->fd, &now) == 0 && now.st_dev == image->dev &&
         now.st_ino == image->ino;
}

bool vt_platform_image_map(const vt_image *image, void *at, size_t size) {
  uint8_t *to = at;
  if (size < image->size) return false;
  /* On a fresh range this finds nothing; on a used one the private copies go,
   * of zero pages and of the image's alike. */
  vt_platform_discard(at, size);
  bool shared = is_same_file(image);
  for (size_t i = 0; i < image->count; i++) {
    const run *r = &image->runs[i];
    if (!shared) {
      copy_pages(to + r->at, image->bytes + r->file, run_length(image, r));
      continue;
    }
    if (vt_fault()) return false;
    if (mmap(to + r->at, r->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED | MAP_NORESERVE,
             image->fd, (off_t)r->file) == MAP_FAILED)
      return false;
  }
  return true;
}

void vt_platform_image_read(const vt_image *image, size_t from, void *to, size_t size) {
  memset(to, 0, size);
  for (size_t i = 0; i < image->count; i++) {
    const run *r = &image->runs[i];
    size_t end = r->at + run_length(image, r);
    size_t low = from > r->at ? from : r->at, high = from + size < end ? from + size : end;
    if (low < high)
      memcpy((uint8_t *)to + (low - from), image->bytes + r->file + (low - r->at), high - low);
  }
}

void vt_platform_image_free(vt_image *image) {
  if (image == NULL) return;
  unmap(image->bytes, image->stored);
  if (is_same_file(image)) close(image->fd);
  vt_free(image);
}

/* --- files --- */

struct vt_file {
  int fd;
  uint64_t written;
  char *path, *part; /* to be replaced, and by what; NULL: it is read */
};

static vt_file *file_new(const char *path, const char **why) {
  size_t size = path != NULL ? strlen(path) + 1 : 0;
  vt_file *file = vt_alloc(sizeof *file + 2 * size + sizeof ".XXXXXX");
  if (file == NULL) {
    *why = strerror(ENOMEM);
    return NULL;
  }
  *file = (vt_file){.fd = -1};
  if (path == NULL) return file;
  file->path = (char *)(file + 1);
  file->part = file->path + size;
  memcpy(file->path, path, size);
  memcpy(file->part, path, size);
  memcpy(file->part + size - 1, ".XXXXXX", sizeof ".XXXXXX");
  return file;
}

vt_file *vt_platform_file_open(const char *path, const char **why) {
  vt_file *file = file_new(NULL, why);
  if (file == NULL) return NULL;
  file->fd = vt_fault() ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file->fd >= 0) return file;
  *why = strerror(errno);
  vt_free(file);
  return NULL;
}

ptrdiff_t vt_platform_file_read(vt_file *file, void *to, size_t size, const char **why) {
  ssize_t n;
  do n = vt_fault() ? -1 : read(file->fd, to, size);
  while (n < 0 && errno == EINTR);
  if (n < 0) *why = strerror(errno);
  return n;
}

/* Through links: it is what they lead to that is replaced. */
vt_file *vt_platform_file_replace(const char *path, const char **why) {
  struct stat now;
  char *real = NULL;
  vt_file *file = NULL;
  if (stat(path, &now) == 0) {
    if (!S_ISREG(now.st_mode)) {
      *why = "not a regular file: nothing is saved there";
      return NULL;
    }
    real = realpath(path, NULL);
  }
  file = file_new(real != NULL ? real : path, why);
  free(real);
  if (file == NULL) return NULL;
  file->fd = vt_fault() ? -1 : mkostemp(file->part, O_CLOEXEC);
  if (file->fd >= 0) return file;
  *why = strerror(errno);
  vt_free(file);
  return NULL;
}

const char *vt_platform_file_write(vt_file *file, const void *bytes, size_t size) {
  struct rlimit limit;
  if (vt_fault()) return strerror(ENOSPC);
  /* Beyond it there would be SIGXFSZ. */
  if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur < file->written + size)
    return strerror(EFBIG);
  if (!write_all(file->fd, bytes, size, file->written)) return strerror(errno);
  file->written += size;
  return NULL;
}

vt_file *vt_platform_file_append(const char *path, const char **why) {
  struct stat now;
  vt_file *file = file_new(NULL, why);
  if (file == NULL) return NULL;
  const int flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  file->fd = vt_fault() ? -1 : open(path, flags, 0600);
  if (file->fd >= 0 && fstat(file->fd, &now) == 0 && S_ISREG(now.st_mode)) return file;
  *why = file->fd >= 0 ? "not a regular file" : strerror(errno);
  if (file->fd >= 0) close(file->fd);
  vt_free(file);
  return NULL;
}

const char *vt_platform_file_add(vt_file *file, const void *bytes, size_t size) {
  struct rlimit limit;
  struct stat now;
  if (vt_fault()) return strerror(ENOSPC);
  /* Beyond it there would be SIGXFSZ. */
  if (fstat(file->fd, &now) != 0 || getrlimit(RLIMIT_FSIZE, &limit) != 0) return strerror(errno);
  if (limit.rlim_cur < (uint64_t)now.st_size + size) return strerror(EFBIG);
  ssize_t n;
  do n = write(file->fd, bytes, size);
  while (n < 0 && errno == EINTR);
  return n == (ssize_t)size ? NULL : strerror(n < 0 ? errno : ENOSPC);
}

/* The name is on the disk when its folder is; where that cannot be asked for, the
 * file is whole all the same. */
static void sync_folder(char *path) {
  char *slash = strrchr(path, '/');
  if (slash != NULL) slash[slash == path] = 0;
  int fd = open(slash != NULL ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  (void)fsync(fd);
  close(fd);
}

const char *vt_platform_file_commit(vt_file *file) {
  if (vt_fault()) return strerror(EIO);
  if (fsync(file->fd) != 0 || rename(file->part, file->path) != 0) return strerror(errno);
  file->part = NULL;
  sync_folder(file->path);
  return NULL;
}

void vt_platform_file_close(vt_file *file) {
  if (file->part != NULL) (void)unlink(file->part);
  close(file->fd);
  vt_free(file);
}

/* --- clocks and chance --- */

static uint64_t read_clock(clockid_t id) {
  struct timespec now;
  if (clock_gettime(id, &now) != 0) return 0;
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t vt_platform_wall_ns(void) { return read_clock(CLOCK_MONOTONIC); }

uint64_t vt_platform_cpu_ns(void) { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

uint64_t vt_platform_clock_ns(void) { return read_clock(CLOCK_REALTIME); }

void vt_platform_sleep_ns(uint64_t ns) {
  struct timespec wait = {.tv_sec = (time_t)(ns / 1000000000u),
                          .tv_nsec = (long)(ns % 1000000000u)};
  (void)nanosleep(&wait, NULL);
}

vt_platform_function vt_platform_library(const char *path, const char *name, char *why,
                                         size_t size) {
  vt_platform_function function = NULL;
  /* A name without a slash would be looked for where the host's libraries are. */
  if (strchr(path, '/') == NULL) {
    (void)snprintf(why, size, "write ./%s: a plugin is named by its path", path);
    return NULL;
  }
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  void *symbol = library != NULL ? dlsym(library, name) : NULL;
  if (symbol != NULL) {
    memcpy(&function, &symbol, sizeof function); /* as POSIX has it */
  } else {
    const char *said = dlerror();
    (void)snprintf(why, size, "%s", said != NULL ? said : "it cannot be loaded");
  }
  return function;
}

bool vt_platform_random(void *to, size_t size) {
  uint8_t *at = to;
  size_t left = size;
  while (left != 0) {
    ssize_t n = getrandom(at, left, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      memset(to, 0, size);
      return false;
    }
    at += n;
    left -= (size_t)n;
  }
  return true;
}

#endif
