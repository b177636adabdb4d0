// absent.c - what an import of a module that is not there says.
//
// It begins as CPython says it. Names that programs ask for, and that cannot be
// here, come with what to use instead.
#include "absent.h"

#include <string.h>

#include "py/runtime.h"
#include "machine/stop.h"

#define NETWORK "there are no sockets here; use 'requests', where the web is granted"
#define PROCESS "there are no processes here"
#define FILES "use the files that are granted"
#define NUMBERS "use lists, 'math' and 'statistics'"

static const struct { const char *name; const char *instead; } absent[] = {
    { "Crypto", "use 'hashlib', 'hmac' and 'secrets'" },
    { "PIL", "there is nothing here for pictures" },
    { "aiohttp", NETWORK },
    { "bs4", "use 'html.parser' and 're'" },
    { "bz2", "use 'zlib' or 'gzip'" },
    { "cryptography", "use 'hashlib', 'hmac' and 'secrets'" },
    { "curses", "there is no terminal here; use print()" },
    { "cv2", "there is nothing here for pictures" },
    { "django", "nobody can connect to this sandbox" },
    { "docx", "use 'zipfile' and 'xml.etree.ElementTree'" },
    { "fastapi", "nobody can connect to this sandbox" },
    { "fcntl", FILES },
    { "flask", "nobody can connect to this sandbox" },
    { "grp", "there are no users here" },
    { "httpx", NETWORK },
    { "imaplib", NETWORK },
    { "keras", "there is nothing here for neural networks" },
    { "lxml", "use 'xml.etree.ElementTree' or 'html.parser'" },
    { "lzma", "use 'zlib' or 'gzip'" },
    { "matplotlib", "nothing can be drawn here; print the numbers" },
    { "mmap", FILES },
    { "mpmath", "use 'math', 'fractions' and 'decimal'" },
    { "nacl", "use 'hashlib', 'hmac' and 'secrets'" },
    { "networkx", "use dicts of lists, 'heapq' and 'graphlib'" },
    { "nltk", "use 're' and 'collections'" },
    { "numpy", NUMBERS },
    { "openpyxl", "use 'csv'" },
    { "orjson", "use 'json'" },
    { "pandas", "use lists of dicts, 'csv' and 'statistics'" },
    { "paramiko", NETWORK },
    { "pexpect", PROCESS },
    { "plotly", "nothing can be drawn here; print the numbers" },
    { "poplib", NETWORK },
    { "psutil", PROCESS },
    { "psycopg2", "use 'sqlite3', where a database is granted" },
    { "pwd", "there are no users here" },
    { "pygame", "there is no screen here; use print()" },
    { "pymysql", "use 'sqlite3', where a database is granted" },
    { "pytest", "use 'unittest'" },
    { "pytz", "use 'datetime.timezone'" },
    { "readline", "there is no terminal here; use print() and input()" },
    { "regex", "use 're'" },
    { "scipy", NUMBERS },
    { "seaborn", "nothing can be drawn here; print the numbers" },
    { "selenium", "there is no browser here; use 'requests', where the web is granted" },
    { "simplejson", "use 'json'" },
    { "sklearn", "there is nothing here that learns; use 'statistics'" },
    { "sqlalchemy", "use 'sqlite3', where a database is granted" },
    { "sympy", "use 'fractions' and 'math'" },
    { "telnetlib", NETWORK },
    { "tensorflow", "there is nothing here for neural networks" },
    { "termios", "there is no terminal here; use print() and input()" },
    { "tkinter", "there is no screen here; use print()" },
    { "torch", "there is nothing here for neural networks" },
    { "tqdm", "leave it out: nobody sees how far it is" },
    { "tty", "there is no terminal here; use print() and input()" },
    { "turtle", "there is no screen here; use print()" },
    { "ujson", "use 'json'" },
    { "urllib3", NETWORK },
    { "websockets", NETWORK },
    { "xlrd", "use 'csv'" },
    { "yaml", "use 'json' or 'tomllib'" },
};

NORETURN void vitrine_absent(qstr name) {
    const char *full = qstr_str(name), *instead = "";
    for (size_t i = 0; i < MP_ARRAY_SIZE(absent); ++i) {
        size_t len = strlen(absent[i].name);
        if (strncmp(full, absent[i].name, len) == 0 && (full[len] == 0 || full[len] == '.')) {
            instead = absent[i].instead;
        }
    }
    mp_obj_t exception = mp_obj_new_exception_msg_varg(&mp_type_ModuleNotFoundError,
        MP_ERROR_TEXT("No module named '%q'%s%s"), name, *instead == 0 ? "" : ": it is not available in this sandbox; ", instead);
    vitrine_exception_set(exception, MP_QSTR_name, MP_OBJ_NEW_QSTR(name));
    nlr_raise(exception);
}
