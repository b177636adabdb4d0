"""email.policy: how a message is read and written, as far as it is told apart here."""


class Policy:
    max_line_length = 78
    linesep = "\n"
    cte_type = "8bit"
    raise_on_defect = False
    utf8 = False

    def __init__(self, **kw):
        for name, value in kw.items():
            setattr(self, name, value)

    def clone(self, **kw):
        made = type(self)()
        for name, value in self.__dict__.items():
            setattr(made, name, value)
        for name, value in kw.items():
            setattr(made, name, value)
        return made

    def __add__(self, other):
        return self.clone(**other.__dict__)


class Compat32(Policy):
    pass


class EmailPolicy(Policy):
    pass


compat32 = Compat32()
default = EmailPolicy()
strict = EmailPolicy(raise_on_defect=True)
SMTP = EmailPolicy(linesep="\r\n")
SMTPUTF8 = EmailPolicy(linesep="\r\n", utf8=True)
HTTP = EmailPolicy(linesep="\r\n", max_line_length=None)
