"""os.path: variables, homes, mixtures of text and bytes."""
import os, os.path as p
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
os.environ.clear()
os.environ["foo"] = "bar"; os.environ["{foo"] = "baz1"; os.environ["{foo}"] = "baz2"
for s in ("foo", "$foo bar", "${foo}bar", "$[foo]bar", "$bar bar", "$?bar", "$foo}bar", "${foo", "${{foo}}", "$foo$foo", "$bar$bar", "${foo}}bar", b"$foo", b"${foo}x"):
    t(lambda: p.expandvars(s))
os.environ['HOME'] = '/users/victor'
for s in ('~', '~/', '~/x', 'a~', '~nobody_here/x', b'~/x'): t(lambda: p.expanduser(s))
os.environ['HOME'] = '/'
t(lambda: p.expanduser('~/x'))
t(lambda: p.expanduser('~'))
for a in (['/usr/local'], ['/usr', 'usr'], ['usr', '/usr'], [], [''], ['/usr/local/bin', '/usr/lib'], ['spam', 'spam/alot'], ['a/./b', 'a/b/c'], [b'/a/b', b'/a/c'], ['/a', b'/b'], ['', 'a'], ['//a/b', '/a/c'], ['.', 'a']):
    t(lambda: p.commonpath(a))
    t(lambda: p.commonprefix(a))
t(lambda: p.relpath('a/b', 'a'))
t(lambda: p.relpath('/a/b', '/a/c/d'))
t(lambda: p.relpath(b'/a/b', b'/a/c/d'))
t(lambda: p.relpath('/a/b', b'/a/c/d'))
t(lambda: p.relpath(''))
t(lambda: p.relpath('/', '/a'))
for s in ('a//b/../c', '/..//a', '//a', '///a', '', '.', './a/..', 'a/../..', b'/x/../y'): t(lambda: p.normpath(s))
for s in ('a.b.c', '.bashrc', 'a/.b', 'a.', '..a', 'a/b.c/d', b'x.y', '...'): t(lambda: (p.splitext(s), p.split(s), p.basename(s), p.dirname(s)))
t(lambda: p.join('a', b'b'))
t(lambda: p.join('a', 3))
t(lambda: p.join('a', '/b', 'c', ''))
t(lambda: p.join(b'a', b'b'))
t(lambda: p.splitdrive('c:/x'))
t(lambda: p.isabs(3))
t(lambda: p.splitext(None))
t(lambda: os.fspath(3))
t(lambda: p.exists('x\0y'))
t(lambda: p.normcase('A'))
t(lambda: p.split(3))
