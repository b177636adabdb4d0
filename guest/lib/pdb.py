"""pdb: names that can be imported and patched; nobody can type here."""


def _refuse(*args, **kwargs):
    raise PermissionError("nobody can type in this sandbox: use print(), or traceback.print_stack()")


set_trace = post_mortem = pm = run = runeval = runcall = runctx = _refuse


class Pdb:
    __init__ = set_trace = _refuse
