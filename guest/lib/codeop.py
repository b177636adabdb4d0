"""codeop: whether a text is whole, can go on, or is wrong."""


def _whole(source, filename, symbol):
    lines = source.split("\n")
    if not [line for line in lines if line.strip() and not line.strip().startswith("#")]:
        return compile("pass" if symbol != "eval" else source, filename, symbol)
    try:
        code = compile(source + "\n", filename, symbol)
    except SyntaxError as error:
        # What only lacks its end is told by what follows making another error, later.
        if _may_go_on(source, error):
            return None
        raise
    block = [line for line in lines if line.strip()][-1]
    head = lines[0].rstrip().endswith(":") or lines[0].startswith("@") or block[:1] in " \t"
    return None if head and symbol == "single" and lines[-1].strip() else code


def _may_go_on(source, error):
    last = source.rstrip(" \t").split("\n")[-1].rstrip()
    message = str(error.msg or "")
    if "unexpected EOF" in message or "was never closed" in message or "triple-quoted" in message or "expected an indented block" in message:
        return source[-1:] != "\n" or "expected an indented block" not in message
    return last.endswith("\\")


def compile_command(source, filename="<input>", symbol="single"):
    return _whole(source, filename, symbol)


class Compile:
    def __call__(self, source, filename, symbol, **kwargs):
        return compile(source, filename, symbol)


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _whole(source, filename, symbol)
