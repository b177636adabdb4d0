"""textwrap."""

_BLANKS = " \t\n\r\x0b\x0c"


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Words and the blanks between them; words with hyphens in pieces."""
        chunks = []
        start = 0
        while start < len(text):
            end = start
            blank = text[start] in _BLANKS
            while end < len(text) and (text[end] in _BLANKS) == blank:
                end += 1
            word = text[start:end]
            if blank or not self.break_on_hyphens:
                chunks.append(word)
            else:
                chunks.extend(self._pieces(word))
            start = end
        return chunks

    def _pieces(self, word):
        pieces = []
        start = i = 0
        while i < len(word):
            if word[i] != "-":
                i += 1
                continue
            end = i
            while end < len(word) and word[end] == "-":
                end += 1
            if end - i > 1:
                # A dash stands alone between words.
                if i > 0 and _is_word(word[i - 1]) and (word[end : end + 1].isalnum() or word[end : end + 1] == "_"):
                    if i > start:
                        pieces.append(word[start:i])
                    pieces.append(word[i:end])
                    start = end
            elif _breaks_at(word, i):
                pieces.append(word[start:end])
                start = end
            i = end
        if start < len(word):
            pieces.append(word[start:])
        return pieces

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in _BLANKS[1:]:
                text = text.replace(blank, " ")
        chunks = self._split(text)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i].rstrip("\"'")
                if chunks[i + 1] == " " and len(word) > 1 and word[-1] in ".!?" and word[-2].islower():
                    chunks[i + 1] = "  "
        return chunks

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break(chunks, line, length, width)
                length = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            rest = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest and length <= width:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    lines.append(indent + "".join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
                    lines[-1] = lines[-1].rstrip() + self.placeholder
                else:
                    lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _break(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end = space
        chunk = chunks[-1]
        if self.break_on_hyphens and len(chunk) > space:
            hyphen = chunk.rfind("-", 0, space)
            if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def fill(self, text):
        return "\n".join(self.wrap(text))


# A hyphen with two letters on both sides, or a letter, a hyphen and a letter.
def _breaks_at(word, i):
    before, after = word[max(i - 3, 0) : i], word[i + 1 : i + 4]
    return (before[-2:].isalpha() and len(before) > 1 or len(before) == 3 and before[1] == "-" and before[::2].isalpha()) and (
        after[:2].isalpha() and len(after) > 1 or len(after) == 3 and after[1] == "-" and after[::2].isalpha())


def _is_word(c):
    return c.isalpha() or c.isdigit() or c in "_!\"'&.,?"


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    kwargs["max_lines"] = 1
    return TextWrapper(width=width, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[: len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = indent
            else:
                n = 0
                while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                    n += 1
                margin = margin[:n]
    n = len(margin or "")
    return "\n".join([line[n:] if line else line for line in lines])


def indent(text, prefix, predicate=None):
    lines = []
    for line in text.splitlines(True):
        wanted = line.strip() if predicate is None else predicate(line)
        lines.append(prefix + line if wanted else line)
    return "".join(lines)
