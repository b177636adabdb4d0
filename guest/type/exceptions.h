// exceptions.h - the exception types that MicroPython lacks.
//
// Included by mpconfigport.h, so that the table of built-ins can name them.
#ifndef VITRINE_GUEST_EXCEPTIONS_H
#define VITRINE_GUEST_EXCEPTIONS_H

// name, parent
#define VITRINE_EXCEPTIONS(X) \
    X(RecursionError, RuntimeError) \
    X(ModuleNotFoundError, ImportError) \
    X(PermissionError, OSError) \
    X(FileNotFoundError, OSError) \
    X(FileExistsError, OSError) \
    X(IsADirectoryError, OSError) \
    X(NotADirectoryError, OSError) \
    X(TimeoutError, OSError) \
    X(ConnectionError, OSError) \
    X(BlockingIOError, OSError) \
    X(ChildProcessError, OSError) \
    X(BrokenPipeError, ConnectionError) \
    X(ConnectionAbortedError, ConnectionError) \
    X(ConnectionRefusedError, ConnectionError) \
    X(ConnectionResetError, ConnectionError) \
    X(InterruptedError, OSError) \
    X(ProcessLookupError, OSError) \
    X(UnboundLocalError, NameError) \
    X(FloatingPointError, ArithmeticError) \
    X(BufferError, Exception) \
    X(ReferenceError, Exception) \
    X(SystemError, Exception) \
    X(TabError, IndentationError) \
    X(UnicodeDecodeError, UnicodeError) \
    X(UnicodeEncodeError, UnicodeError) \
    X(UnicodeTranslateError, UnicodeError) \
    X(Warning, Exception) \
    X(DeprecationWarning, Warning) \
    X(PendingDeprecationWarning, Warning) \
    X(RuntimeWarning, Warning) \
    X(SyntaxWarning, Warning) \
    X(UserWarning, Warning) \
    X(FutureWarning, Warning) \
    X(ImportWarning, Warning) \
    X(UnicodeWarning, Warning) \
    X(BytesWarning, Warning) \
    X(ResourceWarning, Warning) \
    X(EncodingWarning, Warning) \
    X(BaseExceptionGroup, BaseException) \
    X(ExceptionGroup, BaseExceptionGroup)

#define VITRINE_EXCEPTION_DECLARE(name, parent) extern const struct _mp_obj_type_t mp_type_##name;
VITRINE_EXCEPTIONS(VITRINE_EXCEPTION_DECLARE)
extern const struct _mp_obj_type_t mp_type_HostError;

#define VITRINE_EXCEPTION_ENTRY(name, parent) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_PTR(&mp_type_##name) },

#endif
