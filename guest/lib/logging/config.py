"""logging.config: loggers, handlers and formatters from a dict or from an ini file."""

import logging
import logging.handlers
import re
import sys

_PATH = re.compile(r"\.(\w+)|\[(\w+)\]")


class BaseConfigurator:
    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        parts = s.split(".")
        try:
            found = __import__(parts[0])
            for at in range(1, len(parts)):
                if not hasattr(found, parts[at]):
                    __import__(".".join(parts[: at + 1]))
                found = getattr(found, parts[at])
        except (ImportError, AttributeError) as error:
            raise ValueError("Cannot resolve %r: %s" % (s, error)) from error
        return found

    # ext:// is a name in Python, cfg:// a place in this dict.
    def convert(self, value):
        if isinstance(value, dict):
            return {key: self.convert(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.convert(one) for one in value]
        if isinstance(value, str) and value.startswith("ext://"):
            return self.resolve(value[6:])
        if isinstance(value, str) and value.startswith("cfg://"):
            found = self.config
            for name, key in _PATH.findall("." + value[6:]):
                key = name or key
                found = found[int(key)] if isinstance(found, (list, tuple)) else found[key]
            return self.convert(found)
        return value

    # What "()" names, called with the rest.
    def configure_custom(self, config):
        config = dict(config)
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        extra = config.pop(".", None)
        made = factory(**{key: value for key, value in config.items() if key.isidentifier()})
        for name, value in (extra or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        made = {}
        if config.get("incremental"):
            known = {handler.name: handler for logger in [logging.root] + self._loggers() for handler in logger.handlers}
            self._each("handlers", lambda name, one: known[name].setLevel(one["level"]) if "level" in one else None)
        else:
            for handler in logging.root.handlers[:]:
                logging.root.removeHandler(handler)
            self.formatters = self._each("formatters", self.configure_formatter)
            self.filters = self._each("filters", lambda name, one: self.configure_custom(one) if "()" in one else logging.Filter(one.get("name", "")))
            self.handlers = made
            waiting = dict(self.convert(config.get("handlers", {})))
            for name in sorted(waiting, key=lambda name: ("target" in waiting[name], name)):
                self._one("handler", name, waiting[name], self._handler)
            named = config.get("loggers", {})
            for logger in self._loggers():
                if any([logger.name.startswith(one + ".") for one in named]):
                    logger.setLevel(logging.NOTSET)
                    logger.handlers = []
                    logger.propagate = True
                elif logger.name not in named:
                    logger.disabled = config.get("disable_existing_loggers", True)
        self._each("loggers", lambda name, one: self.configure_logger(logging.getLogger(name), one))
        if config.get("root"):
            try:
                self.configure_logger(logging.root, self.convert(config["root"]))
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _loggers(self):
        return list(logging.root.manager.loggerDict.values())

    def _each(self, section, make):
        found = self.convert(self.config.get(section, {}))
        return {name: self._one(section[:-1], name, found[name], make) for name in found}

    def _one(self, kind, name, config, make):
        try:
            return make(name, config)
        except Exception as error:
            raise ValueError("Unable to configure %s %r" % (kind, name)) from error

    def configure_formatter(self, name, config):
        if "()" in config:
            return self.configure_custom(config)
        kind = self.resolve(config["class"]) if config.get("class") else logging.Formatter
        return kind(config.get("format"), config.get("datefmt"), config.get("style", "%"))

    def _handler(self, name, config):
        config = dict(config)
        formatter, level, filters = config.pop("formatter", None), config.pop("level", None), config.pop("filters", ())
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except KeyError as error:
                raise ValueError("Unable to set formatter %r" % formatter) from error
        if "()" in config:
            handler = self.configure_custom(config)
        else:
            kind = self.resolve(config.pop("class"))
            extra = config.pop(".", None)
            if "target" in config and issubclass(kind, logging.handlers.MemoryHandler):
                config["target"] = self.handlers[config["target"]]
            handler = kind(**{key: value for key, value in config.items() if key.isidentifier()})
            for attribute, value in (extra or {}).items():
                setattr(handler, attribute, value)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(level)
        self._filter(handler, filters)
        handler.name = name
        self.handlers[name] = handler

    def _filter(self, to, filters):
        for name in filters:
            to.addFilter(name if callable(name) or hasattr(name, "filter") else self.filters[name])

    def configure_logger(self, logger, config):
        if config.get("level") is not None:
            logger.setLevel(config["level"])
        if not self.config.get("incremental"):
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get("handlers", ()):
                try:
                    logger.addHandler(self.handlers[name])
                except KeyError as error:
                    raise ValueError("Unable to add handler %r" % name) from error
            self._filter(logger, config.get("filters", ()))
            logger.disabled = False
        if config.get("propagate") is not None:
            logger.propagate = config["propagate"]


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import configparser

    parser = fname
    if not isinstance(fname, configparser.RawConfigParser):
        parser = configparser.ConfigParser(defaults)
        if hasattr(fname, "readline"):
            parser.read_file(fname)
        else:
            import os

            if not os.path.exists(fname):
                raise FileNotFoundError("%s doesn't exist" % fname)
            parser.read(fname, encoding=encoding)

    def names(text):
        return [name.strip() for name in text.split(",") if name.strip()]

    config = {"version": 1, "disable_existing_loggers": disable_existing_loggers, "formatters": {}, "handlers": {}, "loggers": {}}
    for name in names(parser["formatters"]["keys"]):
        section = parser["formatter_" + name]
        config["formatters"][name] = {"class": section.get("class"), "style": section.get("style", "%"), "format": section.get("format", raw=True), "datefmt": section.get("datefmt", raw=True)}
    for name in names(parser["handlers"]["keys"]):
        section = parser["handler_" + name]

        def made(section=section):
            space = dict(vars(logging), sys=sys)
            space["handlers"] = logging.handlers
            return eval(section["class"], space)(*eval(section.get("args", "()"), space), **eval(section.get("kwargs", "{}"), space))

        config["handlers"][name] = {"()": made}
        for key in ("level", "formatter"):
            if section.get(key):
                config["handlers"][name][key] = section[key]
    for name in names(parser["loggers"]["keys"]):
        section = parser["logger_" + name]
        one = {"level": section.get("level"), "handlers": names(section.get("handlers", ""))}
        if name == "root":
            config["root"] = one
        else:
            one["propagate"] = section.getint("propagate", 1)
            config["loggers"][section["qualname"]] = one
    dictConfig(config)


def listen(port=9030, verify=None):
    raise PermissionError("there are no sockets in this sandbox: logging.config.listen is not available; use dictConfig")


def stopListening():
    pass
