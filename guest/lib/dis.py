"""dis: names that can be imported; what they would show are CPython's instructions."""


def _refuse(*args, **kwargs):
    raise NotImplementedError("functions are not made of CPython's instructions in this sandbox: use 'ast' to look at source")


dis = disassemble = distb = disco = show_code = code_info = get_instructions = findlinestarts = findlabels = stack_effect = _refuse


class Bytecode:
    __init__ = _refuse
    from_traceback = classmethod(_refuse)
