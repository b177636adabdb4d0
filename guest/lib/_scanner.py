"""re.Scanner: the first of several patterns that matches, again and again."""

import re


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._matches = [re.compile(phrase, flags).match for phrase, action in lexicon]

    def scan(self, string):
        result, at = [], 0
        while True:
            for match, (phrase, action) in zip(self._matches, self.lexicon):
                found = match(string, at)
                if found:
                    break
            if not found or found.end() == at:
                return result, string[at:]
            at = found.end()
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
