"""subprocess: its names and exceptions. There is no process that Popen could start."""

import _outside

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


def _set_output(self, value):
    self.output = value


_output = property(lambda self: self.output, _set_output)


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal

            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    stdout = _output


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    stdout = _output


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        shown = ["args=%r" % (self.args,), "returncode=%r" % (self.returncode,)]
        if self.stdout is not None:
            shown.append("stdout=%r" % (self.stdout,))
        if self.stderr is not None:
            shown.append("stderr=%r" % (self.stderr,))
        return "CompletedProcess(%s)" % ", ".join(shown)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


Popen = _outside.absent_class(
    _outside.PROCESS, "subprocess", "Popen", "communicate kill poll send_signal terminate wait __enter__ __exit__"
)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        return process.wait(timeout=timeout)


def check_call(*popenargs, **kwargs):
    code = call(*popenargs, **kwargs)
    if code:
        raise CalledProcessError(code, kwargs.get("args") or popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    if "stdout" in kwargs or "check" in kwargs:
        raise ValueError("%s argument not allowed, it will be overridden." % ("stdout" if "stdout" in kwargs else "check"))
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        out, err = process.communicate(input, timeout=timeout)
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, out, err)
    return CompletedProcess(process.args, code, out, err)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        code = 0
    except CalledProcessError as error:
        data = error.output
        code = error.returncode
    return code, data[:-1] if data[-1:] == "\n" else data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


# As the C runtime of MS Windows reads a command line.
def list2cmdline(seq):
    words = []
    for word in seq:
        out = []
        slashes = 0
        for c in word:
            if c == "\\":
                slashes += 1
                continue
            out.append("\\" * (slashes * 2 + 1 if c == '"' else slashes) + c)
            slashes = 0
        quoted = not word or " " in word or "\t" in word
        out.append("\\" * (slashes * 2 if quoted else slashes))
        words.append('"%s"' % "".join(out) if quoted else "".join(out))
    return " ".join(words)
