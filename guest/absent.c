// absent.c - what an import of a module that is not there says.
//
// It begins as CPython says it. Names that programs ask for, and that cannot be
// here, come with what to use instead.
#include "absent.h"

#include <string.h>

#include "py/runtime.h"

#define NETWORK "there are no sockets here; use 'requests', where the web is granted"
#define PROCESS "there are no processes here"
#define NUMBERS "use lists, 'math' and 'statistics'"

static const struct { const char *name; const char *instead; } absent[] = {
    { "PIL", "there is nothing here for pictures" },
    { "aiohttp", NETWORK },
    { "bs4", "use 're' and 'html'" },
    { "ctypes", "there is no machine code here" },
    { "curses", "there is no terminal here; use print()" },
    { "cv2", "there is nothing here for pictures" },
    { "email", "use 're' and str methods" },
    { "fcntl", PROCESS },
    { "ftplib", NETWORK },
    { "http.client", NETWORK },
    { "http.server", NETWORK },
    { "httpx", NETWORK },
    { "keras", "there is nothing here for neural networks" },
    { "lxml", "use 're' and 'html'" },
    { "matplotlib", "nothing can be drawn here; print the numbers" },
    { "mpmath", "use 'math', 'fractions' and 'decimal'" },
    { "multiprocessing", PROCESS "; use 'concurrent.futures' or 'asyncio'" },
    { "networkx", "use dicts of lists, 'heapq' and 'graphlib'" },
    { "nltk", "use 're' and 'collections'" },
    { "numpy", NUMBERS },
    { "pandas", "use lists of dicts, 'csv' and 'statistics'" },
    { "plotly", "nothing can be drawn here; print the numbers" },
    { "psutil", PROCESS },
    { "pytest", "use 'unittest'" },
    { "pytz", "use 'datetime'" },
    { "scipy", NUMBERS },
    { "seaborn", "nothing can be drawn here; print the numbers" },
    { "select", NETWORK },
    { "selectors", NETWORK },
    { "signal", PROCESS },
    { "sklearn", "there is nothing here that learns; use 'statistics'" },
    { "smtplib", NETWORK },
    { "socket", NETWORK },
    { "sqlite3", "there is no database here; use dicts" },
    { "ssl", NETWORK },
    { "subprocess", PROCESS },
    { "sympy", "use 'fractions' and 'math'" },
    { "tensorflow", "there is nothing here for neural networks" },
    { "tkinter", "there is no screen here; use print()" },
    { "torch", "there is nothing here for neural networks" },
    { "turtle", "there is no screen here; use print()" },
    { "urllib3", NETWORK },
    { "yaml", "use 'json'" },
};

NORETURN void vitrine_absent(qstr name) {
    const char *full = qstr_str(name);
    for (size_t i = 0; i < MP_ARRAY_SIZE(absent); ++i) {
        size_t len = strlen(absent[i].name);
        if (strncmp(full, absent[i].name, len) == 0 && (full[len] == 0 || full[len] == '.')) {
            mp_raise_msg_varg(&mp_type_ModuleNotFoundError,
                MP_ERROR_TEXT("No module named '%q': it is not available in this sandbox; %s"), name, absent[i].instead);
        }
    }
    mp_raise_msg_varg(&mp_type_ModuleNotFoundError, MP_ERROR_TEXT("No module named '%q'"), name);
}
