# textwrap.
import textwrap
from textwrap import *

text = "The quick brown fox jumped over the lazy dog, and a well-known state-of-the-art mechanism -- really -- followed it into the undergrowth."
for width in (10, 20, 33, 70):
    print(wrap(text, width))
print(fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(wrap("supercalifragilistic word", 8), wrap("supercalifragilistic word", 8, break_long_words=False), wrap("", 5), wrap("   ", 5))
print(wrap("a-b-c ab-cd-ef well-known", 6), wrap("well-known facts", 6, break_on_hyphens=False))
print(shorten("Hello  world, how are you?", 15), shorten("Hello world", 11), shorten("Hello world", 10, placeholder="..."), shorten("Helloworld", 5))
print(repr(dedent("""
    def f():
        return 1

    x = 2
    """)))
print(repr(dedent("  a\n b\n\n   c")), repr(dedent("\ta\n\tb")), repr(dedent("a\n  b")), repr(dedent("")))
print(repr(indent("a\n\nb\n", "> ")), repr(indent("a\n\nb", "> ", lambda line: True)))
print(wrap("tabs\there\nand lines", 40), wrap("keep  double  spaces", 10), wrap("one two three", 7, max_lines=1), wrap("one two three four", 9, max_lines=2, placeholder=" ~"))
w = TextWrapper(width=15, subsequent_indent="....")
print(w.fill("some words that wrap around"))
for bad in (lambda: wrap("a", 0),):
    try:
        bad()
    except ValueError as e:
        print(e)
print(wrap("sentence one. sentence two.", 40, fix_sentence_endings=True), wrap("a " * 20, 11, drop_whitespace=False))
