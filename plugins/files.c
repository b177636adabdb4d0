/* files.c - the plugin `files`: directories and single files, under guest paths.
 *
 * Owns a descriptor of each granted directory, and what is left of its quotas.
 * Doors take a path each time and keep nothing open: a session that is copied,
 * saved or set back leaves nothing behind here. A path is resolved from the
 * granted descriptor on, by the kernel (openat2) or a component at a time, and
 * no link, no mount point and no ".." is ever followed. What is not a regular
 * file or a directory is never opened, nor is a file with a second name, which
 * may lie elsewhere. No error names a path of the host. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#include <sys/vfs.h>
#endif
#if defined(SYS_openat2)
#include <linux/openat2.h>
#endif

#ifndef VITRINE_LINKED
#define VITRINE_PLUGIN
#endif
#include <vitrine_plugin.h>

#ifdef __APPLE__
#define st_mtim st_mtimespec
#endif

#define MOUNTS 16
#define SIZE (64 << 20)
#define QUOTA (256 << 20)
#define COUNT 10000
#define PATH_MOST 4000
#define NAME_MOST 255
/* Of one answer; the limit `value` of a run may be smaller. */
#define READ_MOST (1 << 20)
#define LIST_MOST (64 << 10)
/* Entries that are looked at in one directory. */
#define ENTRIES 100000

#ifdef O_PATH
#define O_PLACE (O_PATH | O_DIRECTORY | O_CLOEXEC)
#else
#define O_PLACE (O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#endif

typedef struct {
  char *at;        /* "/data"; "" is "/" */
  int fd;          /* the directory, or the one that the file is in   */
  char *file;      /* the name of a single file in it; NULL: all of it */
  dev_t device;
  bool write, links, walk, kernel; /* kernel: openat2 works here, and may be used */
  int64_t size, quota, count; /* of a file; bytes and entries that are left */
} mount;

typedef struct {
  size_t count;
  mount list[MOUNTS];
} files;

/* Where a path leads: a name in a directory that is open. */
typedef struct {
  vitrine_call *call;
  vitrine_status status; /* once something was raised, or failed */
  mount *m;
  int dir;
  const char *name; /* "." for the granted directory itself */
  char path[PATH_MOST + 1];
} place;

/* --- errors: with the numbers that the guest's Python knows --- */

static const struct {
  int code, number;
  const char *type, *text;
} errors[] = {{EPERM, 1, "PermissionError", "Operation not permitted"},
              {ENOENT, 2, "FileNotFoundError", "No such file or directory"},
              {EACCES, 13, "PermissionError", "Permission denied"},
              {EBUSY, 16, "OSError", "Device or resource busy"},
              {EEXIST, 17, "FileExistsError", "File exists"},
              {EXDEV, 18, "OSError", "Invalid cross-device link"},
              {ENOTDIR, 20, "NotADirectoryError", "Not a directory"},
              {EISDIR, 21, "IsADirectoryError", "Is a directory"},
              {EINVAL, 22, "OSError", "Invalid argument"},
              {ETXTBSY, 26, "OSError", "Text file busy"},
              {EFBIG, 27, "OSError", "File too large"},
              {ENOSPC, 28, "OSError", "No space left on device"},
              {EROFS, 30, "OSError", "Read-only file system"},
              {ENAMETOOLONG, 36, "OSError", "File name too long"},
              {ENOTEMPTY, 39, "OSError", "Directory not empty"},
              {ELOOP, 40, "OSError", "Too many levels of symbolic links"},
              {EDQUOT, 122, "OSError", "Disk quota exceeded"},
              {EIO, 5, "OSError", "Input/output error"}};

/* Raises in the guest "[Errno 2] No such file or directory", and why if it is said.
 * Always false: go no further. */
static bool refuse(place *p, int code, const char *why) {
  char text[200];
  size_t i = 0;
  while (errors[i].code != code && errors[i].code != EIO) i++;
  (void)snprintf(text, sizeof text, "[Errno %d] %s%s%s", errors[i].number, errors[i].text,
                 why != NULL ? ": " : "", why != NULL ? why : "");
  p->status = vitrine_call_raise(p->call, errors[i].type, text);
  return false;
}

static bool failed(place *p) { return refuse(p, errno, NULL); }

/* --- from a path to a place --- */

static int close_keeping_errno(int fd) {
  int code = errno;
  (void)close(fd);
  errno = code;
  return -1;
}

/* A component at a time, for kernels without openat2. */
static int walk(const mount *m, int dir, const char *path, int flags, mode_t mode) {
  char name[NAME_MOST + 1];
  for (int at = dir;;) {
    size_t n = strcspn(path, "/");
    bool last = path[n] == 0;
    struct stat st;
    int next = -1;
    if (n > NAME_MOST) {
      errno = ENAMETOOLONG;
    } else {
      memcpy(name, path, n);
      name[n] = 0;
      next = openat(at, name, (last ? flags : O_PLACE) | O_NOFOLLOW, mode);
    }
    if (next >= 0 && (fstat(next, &st) != 0 || (S_ISDIR(st.st_mode) && st.st_dev != m->device))) {
      errno = EXDEV;
      next = close_keeping_errno(next);
    }
    if (at != dir) (void)close_keeping_errno(at);
    if (next < 0 || last) return next;
    at = next;
    path += n + 1;
  }
}

/* Opens what is at `path` below `dir`, which is not outside of the mount. */
static int open_beneath(const mount *m, int dir, const char *path, int flags, mode_t mode) {
#ifdef SYS_openat2
  if (m->kernel) {
    struct open_how how = {.flags = (unsigned)flags,
                           .mode = mode,
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS |
                                      RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV};
    return (int)syscall(SYS_openat2, dir, path, &how, sizeof how);
  }
#endif
  return walk(m, dir, path, flags, mode);
}

/* Whether the path is as the guest's library makes it: "/" or "/a/b", nothing to
 * leave out and nothing that leads up. */
static bool is_plain(const char *path, size_t length) {
  if (length == 0 || path[0] != '/') return false;
  for (size_t i = 1; i < length;) {
    size_t n = strcspn(path + i, "/");
    if (n == 0 || (n <= 2 && path[i] == '.' && (n == 1 || path[i + 1] == '.'))) return false;
    i += n;
    if (path[i] == '/' && path[++i] == 0) return false;
  }
  return true;
}

/* The mount with the longest name that the path begins with. */
static mount *find_mount(files *f, const char *path, const char **rest) {
  mount *best = NULL;
  size_t longest = 0;
  for (size_t i = 0; i < f->count; i++) {
    mount *m = &f->list[i];
    size_t n = strlen(m->at);
    if (strncmp(path, m->at, n) != 0 || (path[n] != '/' && path[n] != 0)) continue;
    if (best != NULL && n <= longest) continue;
    best = m;
    longest = n;
  }
  if (best != NULL) *rest = path[longest] == '/' ? path + longest + 1 : path + longest;
  return best;
}

/* Where argument `index` leads. leave() has to follow, also after false. */
static bool enter(place *p, vitrine_call *call, files *f, size_t index) {
  const char *text = "", *rest = "";
  size_t length = 0;
  *p = (place){.call = call, .status = VITRINE_OK, .dir = -1};
  (void)vitrine_value_text(vitrine_call_arg(call, index), &text, &length);
  if (strlen(text) != length) {
    p->status = vitrine_call_raise(call, "ValueError", "embedded null byte");
    return false;
  }
  if (length > PATH_MOST) return refuse(p, ENAMETOOLONG, NULL);
  if (!is_plain(text, length)) return refuse(p, EINVAL, "the path is not absolute and plain");
  p->m = find_mount(f, text, &rest);
  if (p->m == NULL) return refuse(p, EACCES, "it is not in a granted directory");
  if (p->m->file != NULL && *rest != 0) return refuse(p, ENOTDIR, NULL);
  (void)snprintf(p->path, sizeof p->path, "%s", rest);
  p->dir = p->m->fd;
  p->name = p->m->file != NULL ? p->m->file : *rest != 0 ? p->path : ".";
  char *slash = strrchr(p->path, '/');
  if (slash == NULL) return true;
  *slash = 0;
  p->name = slash + 1;
  p->dir = open_beneath(p->m, p->m->fd, p->path, O_PLACE, 0);
  return p->dir >= 0 || failed(p);
}

static vitrine_status leave(place *p) {
  if (p->dir >= 0 && p->dir != p->m->fd) (void)close(p->dir);
  return p->status;
}

static vitrine_status leave_with(place *p, bool good, vitrine_value *answer) {
  if (good) p->status = vitrine_call_return(p->call, answer);
  else vitrine_value_free(answer);
  if (p->status == VITRINE_ERR_TOOBIG)
    p->status = vitrine_call_raise(p->call, "ValueError", "the answer is over the limit `value`");
  return leave(p);
}

static bool may_write(place *p) {
  return p->m->write ||
         refuse(p, EACCES, "it is granted for reading only (grant: files:...,write)");
}

/* For what changes a directory: not a granted place itself. */
static bool may_change(place *p) {
  if (!may_write(p)) return false;
  return (p->m->file == NULL && strcmp(p->name, ".") != 0) ||
         refuse(p, EBUSY, "it is what was granted");
}

static bool may_make(place *p) {
  return p->m->count > 0 || refuse(p, EDQUOT, "too many new files (files:...,count=)");
}

/* --- files --- */

static bool look(const place *p, struct stat *st) {
  return fstatat(p->dir, p->name, st, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Only a regular file with one name. */
static bool is_fit(place *p, const struct stat *st, bool write) {
  if (S_ISDIR(st->st_mode)) return refuse(p, EISDIR, NULL);
  if (S_ISLNK(st->st_mode)) return refuse(p, ELOOP, NULL);
  if (!S_ISREG(st->st_mode)) return refuse(p, EPERM, "it is not a regular file");
  if (st->st_nlink > 1 && (write || !p->m->links))
    return refuse(p, EPERM, "it has another name, a hard link (grant: files:...,links to read)");
  return true;
}

/* -1 when something was raised. What is there is looked at before it is opened: to
 * open a device may be all it takes to change something. */
static int open_file(place *p, int flags, struct stat *st) {
  bool write = (flags & O_ACCMODE) != O_RDONLY;
  flags |= O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  if (!look(p, st)) {
    if (errno != ENOENT || (flags & O_CREAT) == 0) return failed(p) - 1;
    if (!may_make(p)) return -1;
    flags |= O_EXCL;
  } else if ((flags & O_EXCL) != 0) {
    return refuse(p, EEXIST, NULL) - 1;
  } else if (!is_fit(p, st, write)) {
    return -1;
  } else {
    flags &= ~O_CREAT;
  }
  int fd = open_beneath(p->m, p->dir, p->name, flags, (flags & O_CREAT) != 0 ? 0666 : 0);
  if (fd < 0) return failed(p) - 1;
  if ((flags & O_CREAT) != 0) p->m->count--;
  if (fstat(fd, st) != 0) (void)failed(p);
  else if (is_fit(p, st, write)) return fd;
  (void)close(fd);
  return -1;
}

static int64_t int_arg(const vitrine_call *call, size_t index) {
  int64_t n = 0;
  if (!vitrine_value_int(vitrine_call_arg(call, index), &n)) n = INT64_MAX;
  return n;
}

/* open(path, mode) -> its size. Keeps nothing open: it makes, empties or refuses. */
static vitrine_status door_open(vitrine_call *call, void *state) {
  place p;
  struct stat st;
  const char *mode = "";
  bool good = enter(&p, call, state, 0);
  (void)vitrine_value_text(vitrine_call_arg(call, 1), &mode, NULL);
  bool write = strpbrk(mode, "wax+") != NULL;
  int flags = write ? strchr(mode, 'r') == NULL ? O_RDWR | O_CREAT : O_RDWR : O_RDONLY;
  if (strchr(mode, 'x') != NULL) flags |= O_EXCL;
  good = good && (!write || may_write(&p));
  int fd = good ? open_file(&p, flags, &st) : -1;
  good = fd >= 0;
  if (good && strchr(mode, 'w') != NULL) {
    good = ftruncate(fd, 0) == 0 || failed(&p);
    st.st_size = 0;
  }
  if (fd >= 0) (void)close(fd);
  return leave_with(&p, good, vitrine_int(good ? (int64_t)st.st_size : 0));
}

/* read(path, offset, n) -> bytes, fewer only at the end or if an answer may not be so
 * large. */
static vitrine_status door_read(vitrine_call *call, void *state) {
  place p;
  struct stat st;
  int64_t offset = int_arg(call, 1), n = int_arg(call, 2);
  bool good = enter(&p, call, state, 0);
  if (good && (offset < 0 || n < 0)) good = refuse(&p, EINVAL, NULL);
  int fd = good ? open_file(&p, O_RDONLY, &st) : -1;
  size_t room = (size_t)(n < READ_MOST ? n : READ_MOST), got = 0;
  if (fd >= 0 && (offset > st.st_size || (int64_t)room > st.st_size - offset))
    room = offset < st.st_size ? (size_t)(st.st_size - offset) : 0;
  char *bytes = fd >= 0 ? malloc(room + 1) : NULL;
  if (fd >= 0 && bytes == NULL) p.status = VITRINE_ERR_NOMEM;
  while (bytes != NULL && got < room) {
    ssize_t one = pread(fd, bytes + got, room - got, (off_t)offset + (off_t)got);
    if (one < 0 && errno == EINTR) continue;
    if (one < 0) (void)failed(&p);
    if (one <= 0) break;
    got += (size_t)one;
  }
  if (fd >= 0) (void)close(fd);
  while (bytes != NULL && p.status == VITRINE_OK) {
    p.status = vitrine_call_return(call, vitrine_bytes(bytes, got));
    if (p.status != VITRINE_ERR_TOOBIG || got < 2) break;
    p.status = VITRINE_OK;
    got /= 2;
  }
  free(bytes);
  return leave(&p);
}

static bool write_all(int fd, const char *bytes, size_t length, off_t offset) {
  while (length > 0) {
    ssize_t one = pwrite(fd, bytes, length, offset);
    if (one < 0 && errno == EINTR) continue;
    if (one < 0) return false;
    bytes += one;
    length -= (size_t)one;
    offset += one;
  }
  return true;
}

/* write(path, offset, data) -> where it ends. Offset -1: at the end. */
static vitrine_status door_write(vitrine_call *call, void *state) {
  place p;
  struct stat st;
  const char *bytes = "";
  size_t length = 0;
  int64_t offset = int_arg(call, 1);
  bool good = enter(&p, call, state, 0) && may_write(&p);
  (void)vitrine_value_text(vitrine_call_arg(call, 2), &bytes, &length);
  int fd = good ? open_file(&p, O_WRONLY, &st) : -1;
  good = fd >= 0;
  if (good && offset < 0) offset = (int64_t)st.st_size;
  if (good && (offset > p.m->size || (int64_t)length > p.m->size - offset))
    good = refuse(&p, EFBIG, "over the largest size (files:...,size=)");
  if (good && (int64_t)length > p.m->quota)
    good = refuse(&p, EDQUOT, "too much was written (files:...,quota=)");
  if (good) p.m->quota -= (int64_t)length;
  if (good && !write_all(fd, bytes, length, (off_t)offset)) good = failed(&p);
  if (fd >= 0) (void)close(fd);
  return leave_with(&p, good, vitrine_int(good ? offset + (int64_t)length : 0));
}

static vitrine_status door_truncate(vitrine_call *call, void *state) {
  place p;
  struct stat st;
  int64_t size = int_arg(call, 1);
  bool good = enter(&p, call, state, 0) && may_write(&p);
  if (good && size < 0) good = refuse(&p, EINVAL, NULL);
  if (good && size > p.m->size) good = refuse(&p, EFBIG, "over the largest size (files:...,size=)");
  int fd = good ? open_file(&p, O_WRONLY, &st) : -1;
  good = fd >= 0 && (ftruncate(fd, (off_t)size) == 0 || failed(&p));
  if (fd >= 0) (void)close(fd);
  return leave_with(&p, good, vitrine_none());
}

/* touch(path, ns): sets when it was changed; -1: now. */
static vitrine_status door_touch(vitrine_call *call, void *state) {
  place p;
  struct stat st;
  int64_t ns = int_arg(call, 1);
  bool good = enter(&p, call, state, 0) && may_write(&p);
  struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_nsec = UTIME_NOW}};
  if (ns >= 0) times[1] = (struct timespec){ns / 1000000000, ns % 1000000000};
  int fd = good ? open_file(&p, O_WRONLY, &st) : -1;
  good = fd >= 0 && (futimens(fd, times) == 0 || failed(&p));
  if (fd >= 0) (void)close(fd);
  return leave_with(&p, good, vitrine_none());
}

/* --- names --- */

static char kind_of(mode_t mode) {
  return S_ISREG(mode) ? 'f' : S_ISDIR(mode) ? 'd' : S_ISLNK(mode) ? 'l' : 'o';
}

/* stat(path) -> [kind, writable, size, ns of the last change]; of a link itself. */
static vitrine_status door_stat(vitrine_call *call, void *state) {
  place p;
  struct stat st = {0};
  bool good = enter(&p, call, state, 0) && (look(&p, &st) || failed(&p));
  char kind = kind_of(st.st_mode);
  vitrine_value *answer = vitrine_list();
  (void)vitrine_value_add(answer, vitrine_str(&kind, 1));
  (void)vitrine_value_add(answer, vitrine_bool(good && p.m->write));
  (void)vitrine_value_add(answer, vitrine_int(kind == 'f' ? (int64_t)st.st_size : 0));
  (void)vitrine_value_add(
      answer, vitrine_int((int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec));
  return leave_with(&p, good, answer);
}

typedef struct {
  char **list;
  size_t count, room;
} names;

static bool keep(names *all, char kind, const char *name) {
  if (all->count == all->room) {
    size_t room = all->room * 2 + 64;
    char **list = realloc(all->list, room * sizeof *list);
    if (list == NULL) return false;
    all->list = list;
    all->room = room;
  }
  size_t size = strlen(name) + 2;
  char *copy = malloc(size);
  if (copy == NULL) return false;
  copy[0] = kind;
  memcpy(copy + 1, name, size - 1);
  all->list[all->count++] = copy;
  return true;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a + 1, *(char *const *)b + 1);
}

/* All names behind `after`, each with its kind before it. */
static bool collect(place *p, DIR *dir, const char *after, names *all) {
  struct stat st;
  for (size_t seen = 0;; seen++) {
    errno = 0;
    const struct dirent *e = readdir(dir);
    if (e == NULL) return errno == 0 || failed(p);
    if (seen > ENTRIES || vitrine_call_time_left(p->call) == 0)
      return refuse(p, EFBIG, "the directory has too many entries");
    if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
        strcmp(e->d_name, after) <= 0)
      continue;
    if (fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (!keep(all, kind_of(st.st_mode), e->d_name)) {
      p->status = VITRINE_ERR_NOMEM;
      return false;
    }
  }
}

/* list(path, after) -> names behind it in order, kinds first: "fnotes.txt", "dsub".
 * As many as an answer takes; none: that was all. Names that are not UTF-8 are no
 * names here. */
static vitrine_status door_list(vitrine_call *call, void *state) {
  place p;
  const char *after = "";
  names all = {0};
  bool good = enter(&p, call, state, 0);
  (void)vitrine_value_text(vitrine_call_arg(call, 1), &after, NULL);
  if (good && p.m->file != NULL) good = refuse(&p, ENOTDIR, NULL);
  int fd = good ? open_beneath(p.m, p.dir, p.name, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) : -1;
  if (good && fd < 0) good = failed(&p);
  DIR *dir = good ? fdopendir(fd) : NULL;
  if (good && dir == NULL) {
    good = failed(&p);
    (void)close(fd);
  }
  good = good && collect(&p, dir, after, &all);
  if (dir != NULL) (void)closedir(dir);
  if (all.count != 0) qsort(all.list, all.count, sizeof *all.list, compare_names);
  vitrine_value *answer = vitrine_list();
  for (size_t i = 0, bytes = 0; i < all.count; i++) {
    size_t length = strlen(all.list[i]);
    vitrine_value *name = bytes < LIST_MOST ? vitrine_str(all.list[i], length) : NULL;
    if (name != NULL) (void)vitrine_value_add(answer, name);
    if (name != NULL) bytes += length + 3;
    free(all.list[i]);
  }
  free(all.list);
  return leave_with(&p, good, answer);
}

static vitrine_status door_mkdir(vitrine_call *call, void *state) {
  place p;
  bool good = enter(&p, call, state, 0);
  struct stat st;
  if (good && look(&p, &st)) good = refuse(&p, EEXIST, NULL);
  good = good && may_change(&p) && may_make(&p);
  good = good && (mkdirat(p.dir, p.name, 0777) == 0 || failed(&p));
  if (good) p.m->count--;
  return leave_with(&p, good, vitrine_none());
}

/* remove(path, folder): a directory that is empty, or anything else: a link, not what
 * it leads to. */
static vitrine_status door_remove(vitrine_call *call, void *state) {
  place p;
  struct stat st;
  int folder = 0;
  bool good = enter(&p, call, state, 0) && may_change(&p) && (look(&p, &st) || failed(&p));
  (void)vitrine_value_bool(vitrine_call_arg(call, 1), &folder);
  if (good && !folder && S_ISDIR(st.st_mode)) good = refuse(&p, EISDIR, NULL);
  good = good && (unlinkat(p.dir, p.name, folder ? AT_REMOVEDIR : 0) == 0 || failed(&p));
  return leave_with(&p, good, vitrine_none());
}

static vitrine_status door_rename(vitrine_call *call, void *state) {
  place from, to;
  bool good = enter(&from, call, state, 0) && may_change(&from);
  if (!good) return leave(&from);
  good = enter(&to, call, state, 1) && may_change(&to);
  if (good && from.m != to.m) good = refuse(&to, EXDEV, NULL);
  good = good && (renameat(from.dir, from.name, to.dir, to.name) == 0 || failed(&to));
  (void)leave(&from);
  return leave_with(&to, good, vitrine_none());
}

/* mounts() -> [[guest path, kind, writable], ...] */
static vitrine_status door_mounts(vitrine_call *call, void *state) {
  const files *f = state;
  vitrine_value *answer = vitrine_list();
  for (size_t i = 0; i < f->count; i++) {
    const mount *m = &f->list[i];
    vitrine_value *one = vitrine_list();
    (void)vitrine_value_add(one, m->at[0] != 0 ? vitrine_str(m->at, strlen(m->at))
                                               : vitrine_str("/", 1));
    (void)vitrine_value_add(one, vitrine_str(m->file != NULL ? "f" : "d", 1));
    (void)vitrine_value_add(one, vitrine_bool(m->write));
    (void)vitrine_value_add(answer, one);
  }
  return vitrine_call_return(call, answer);
}

/* --- granting --- */

static void close_files(void *state) {
  files *f = state;
  for (size_t i = 0; i < f->count; i++) {
    if (f->list[i].fd >= 0) (void)close(f->list[i].fd);
    free(f->list[i].at);
    free(f->list[i].file);
  }
  free(f);
}

static int64_t number(const vitrine_value *grant, const char *name, int64_t standard) {
  int64_t n = standard;
  (void)vitrine_value_int(vitrine_plugin_option(grant, name), &n);
  return n;
}

static bool flag(const vitrine_value *grant, const char *name) {
  int yes = 0;
  (void)vitrine_value_bool(vitrine_plugin_option(grant, name), &yes);
  return yes != 0;
}

/* For the host's user: here its own path belongs. */
static vitrine_status no_grant(const char *path, const char *why) {
  char text[300];
  (void)snprintf(text, sizeof text, "files: %.150s: %s", path, why);
  return vitrine_plugin_fail(VITRINE_ERR_GRANT, text);
}

/* Why a directory cannot be granted; NULL: it can. */
static const char *unfit(int fd, const struct stat *st) {
  struct stat root;
  if (stat("/", &root) == 0 && root.st_dev == st->st_dev && root.st_ino == st->st_ino)
    return "the root of the file system is not granted: name the directory that is needed";
#ifdef __linux__
  struct statfs kind;
  if (fstatfs(fd, &kind) != 0) return strerror(errno);
  if (kind.f_type == 0x9fa0 /* proc */ || kind.f_type == 0x62656572 /* sysfs */)
    return "what the kernel shows as files is not granted";
#else
  (void)fd;
#endif
  return NULL;
}

/* The directory of the mount, and the name of its file. NULL: done. */
static const char *open_place(mount *m, const char *real) {
  struct stat st;
  if (stat(real, &st) != 0) return strerror(errno);
  if (!S_ISDIR(st.st_mode) && !S_ISREG(st.st_mode))
    return "only a directory or a regular file can be granted";
  char *folder = strdup(real), *slash = folder != NULL ? strrchr(folder, '/') : NULL;
  if (slash != NULL && S_ISREG(st.st_mode)) {
    m->file = strdup(slash + 1);
    slash[slash == folder ? 1 : 0] = 0;
  }
  if (slash != NULL) m->fd = open(folder, O_PLACE);
  int code = errno;
  free(folder);
  if (slash == NULL || (S_ISREG(st.st_mode) && m->file == NULL)) return "out of memory";
  if (m->fd < 0) return strerror(code);
  if (m->file == NULL) {
    const char *why = unfit(m->fd, &st);
    if (why != NULL) return why;
  }
  if (fstat(m->fd, &st) != 0) return strerror(errno);
  m->device = st.st_dev;
#ifdef SYS_openat2
  m->kernel = !m->walk;
  int fd = open_beneath(m, m->fd, ".", O_PLACE, 0);
  m->kernel = m->kernel && fd >= 0;
  if (fd >= 0) (void)close(fd);
#endif
  return NULL;
}

static vitrine_status open_mount(files *f, const vitrine_value *grant) {
  const char *path = "", *at = NULL;
  (void)vitrine_value_text(vitrine_plugin_option(grant, "path"), &path, NULL);
  (void)vitrine_value_text(vitrine_plugin_option(grant, "at"), &at, NULL);
  if (f->count == MOUNTS) return no_grant(path, "sixteen grants are the most there is");
  mount *m = &f->list[f->count];
  *m = (mount){.fd = -1,
               .write = flag(grant, "write"),
               .links = flag(grant, "links"),
               .walk = flag(grant, "walk"),
               .size = number(grant, "size", SIZE),
               .quota = number(grant, "quota", QUOTA),
               .count = number(grant, "count", COUNT)};
  f->count++;
  char *real = realpath(path, NULL);
  if (real == NULL) return no_grant(path, strerror(errno));
  const char *why = open_place(m, real);
  m->at = strdup(at != NULL ? at : strrchr(real, '/'));
  free(real);
  if (why != NULL) return no_grant(path, why);
  if (m->at == NULL) return VITRINE_ERR_NOMEM;
  size_t length = strlen(m->at);
  if (length > 1 && m->at[length - 1] == '/') m->at[length - 1] = 0;
  if (!is_plain(m->at, strlen(m->at)) || length > PATH_MOST / 2)
    return no_grant(path, "at= takes an absolute guest path, like /data");
  if (strcmp(m->at, "/") == 0) m->at[0] = 0;
  for (size_t i = 0; i + 1 < f->count; i++)
    if (strcmp(f->list[i].at, m->at) == 0)
      return no_grant(path, "another grant is at the same guest path: use at=");
  return VITRINE_OK;
}

static vitrine_status open_files(vitrine_session *session, const vitrine_value *grants,
                                 void **state) {
  (void)session;
  files *f = calloc(1, sizeof *f);
  if (f == NULL) return VITRINE_ERR_NOMEM;
  for (size_t i = 0; i < vitrine_value_count(grants); i++) {
    vitrine_status status = open_mount(f, vitrine_value_item(grants, i));
    if (status == VITRINE_OK) continue;
    close_files(f);
    return status;
  }
  *state = f;
  return VITRINE_OK;
}

static void explain(const vitrine_value *grant, char *sentence, size_t size) {
  const char *path = "", *at = NULL;
  (void)vitrine_value_text(vitrine_plugin_option(grant, "path"), &path, NULL);
  (void)vitrine_value_text(vitrine_plugin_option(grant, "at"), &at, NULL);
  (void)snprintf(
      sentence, size, "It may read %s%s%s, as %s.", flag(grant, "write") ? "and write " : "", path,
      flag(grant, "write") ? "" : ", and write to nothing", at != NULL ? at : "/ and its name");
}

static const vitrine_option options[] = {
    {"path", VITRINE_OPTION_PATH, 1, "the directory or file"},
    {"at", VITRINE_OPTION_TEXT, 0, "its path in the guest (/ and its name)"},
    {"write", VITRINE_OPTION_FLAG, 0, "it may be changed"},
    {"links", VITRINE_OPTION_FLAG, 0, "files with other names (hard links) may be read"},
    {"walk", VITRINE_OPTION_FLAG, 0, "paths are resolved without openat2, as on an old kernel"},
    {"size", VITRINE_OPTION_SIZE, 0, "largest file that is written (64M)"},
    {"quota", VITRINE_OPTION_SIZE, 0, "bytes that are written in all (256M)"},
    {"count", VITRINE_OPTION_COUNT, 0, "files and directories that are made (10000)"},
    {NULL, VITRINE_OPTION_TEXT, 0, NULL}};
#define ABOUT "Files: open(), os and pathlib work in the directories that os.listdir('/') names."
#define DOOR(door, text) \
  {.size = sizeof(vitrine_door), .name = "_files." #door, .signature = text, .call = door_##door}
static const vitrine_door doors[] = {{.size = sizeof(vitrine_door),
                                      .name = "_files.mounts",
                                      .signature = "() -> list",
                                      .doc = ABOUT,
                                      .call = door_mounts},
                                     DOOR(stat, "(path: str) -> list"),
                                     DOOR(list, "(path: str, after: str) -> list[str]"),
                                     DOOR(open, "(path: str, mode: str) -> int"),
                                     DOOR(read, "(path: str, offset: int, n: int) -> bytes"),
                                     DOOR(write, "(path: str, offset: int, data: bytes) -> int"),
                                     DOOR(truncate, "(path: str, size: int) -> None"),
                                     DOOR(touch, "(path: str, ns: int) -> None"),
                                     DOOR(mkdir, "(path: str) -> None"),
                                     DOOR(remove, "(path: str, folder: bool) -> None"),
                                     DOOR(rename, "(path: str, to: str) -> None"),
                                     {.name = NULL}};
#ifdef VITRINE_LINKED
extern const vitrine_plugin vitrine_files_plugin;
#define PLUGIN vitrine_files_plugin
#else
#define PLUGIN files_plugin
static
#endif
const vitrine_plugin PLUGIN = {.size = sizeof(vitrine_plugin),
                               .abi = VITRINE_PLUGIN_ABI,
                               .name = "files",
                               .doc = "Directories and files, for reading or writing.",
                               .options = options,
                               .doors = doors,
                               .open = open_files,
                               .close = close_files,
                               .explain = explain};
#ifndef VITRINE_LINKED
VITRINE_PLUGIN_EXPORT(PLUGIN)
#endif
