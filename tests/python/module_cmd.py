# options: --grant scratch
# cmd, code, codeop, netrc, and the names of poplib, imaplib, telnetlib.
import cmd, io, sys, netrc, tempfile, os, poplib, imaplib, telnetlib, unittest, code, codeop
from unittest.mock import patch
class Sh(cmd.Cmd):
    prompt = '> '; intro = 'Welcome'
    def do_add(self, a): "Add numbers"; print(sum(map(int, a.split())))
    def do_quit(self, a): "Quit"; return True
    def do_undoc(self, a): pass
    def help_topic(self): print('topic help')
    def do_EOF(self, a): print('eof'); return True
s = Sh(stdin=io.StringIO('add 1 2\nfoo bar\nhelp add\n\nhelp\n? nope\nhelp topic\n!ls\nquit\n'), stdout=sys.stdout); s.use_rawinput = False; s.cmdloop(); s.onecmd('add 3 4'); s.cmdqueue = ['add 1', 'quit']; s.cmdloop('again')
s.columnize(['item%d' % i for i in range(30)], 50); print(s.completenames('a'), s.parseline('add  1 2 '), s.parseline('?x'))
Sh(stdin=io.StringIO('add 1\n'), stdout=io.StringIO()).cmdloop.__self__.use_rawinput
with patch('builtins.input', side_effect=['add 5', 'quit']): Sh().cmdloop()
i = code.InteractiveInterpreter({'x': 4}); i.runsource('print(x)'); print(i.runsource('def f():'), i.runsource('y = 5'), i.locals['y'])
print([codeop.compile_command(t) is None for t in ('x = (1,', 'if x:', 'x', 'for i in range(3):\n  print(i)', 'for i in range(3):\n  print(i)\n', '"""abc', 'a = [\n1,', '')])
with patch('sys.stderr', new_callable=io.StringIO) as e: i.runsource('1 +* 2'); i.runsource('1/0'); print(e.getvalue().splitlines()[-1], 'SyntaxError' in e.getvalue())
c = code.InteractiveConsole(); print([c.push(l) for l in ('def g(n):', '    return n + 1', '', 'print(g(1))')])
p = os.path.join(tempfile.mkdtemp(), 'n'); open(p, 'w').write('# c\nmachine h login u password p#w\nmacdef m\n line1\n line2\n\nmachine g account a login "q r"\ndefault login d password e\n'); n = netrc.netrc(p); print(n.authenticators('h'), n.authenticators('zz'), n.hosts['g'], n.macros, n)
open(p, 'w').write('bad x\n')
try: netrc.netrc(p)
except netrc.NetrcParseError as e: print(e.msg, e.lineno)
with patch('poplib.POP3_SSL') as P: P.return_value.stat.return_value = (2, 300); print(poplib.POP3_SSL('h').stat(), poplib.POP3_PORT)
with patch('imaplib.IMAP4_SSL') as I: I.return_value.search.return_value = ('OK', [b'1 2']); m = imaplib.IMAP4_SSL('h'); m.login('a', 'b'); print(m.search(None, 'ALL'), issubclass(imaplib.IMAP4.abort, imaplib.IMAP4.error), imaplib.ParseFlags(rb'1 (FLAGS (\Seen \Draft))'), imaplib.Int2AP(1000))
with patch('telnetlib.Telnet') as T: T.return_value.read_until.return_value = b'x'; print(telnetlib.Telnet('h').read_until(b'y'))
