import configparser, io
def show(f):
    try: return f()
    except Exception as e: return type(e).__name__+': '+str(e)+' '+repr(e.args)
T="""
# c
[DEFAULT]
base = /srv
Home: %(base)s/home
[one]
path = %(home)s/x ; not comment
n=5
f = 2.5
flag: yes
multi = a
  b
    c

  d
empty =
percent = 50%%
[two words]
key with space = v = w
loop = %(loop)s
[bad]
x = %(nope)s
y = %z
"""
def go(**o):
    c=configparser.ConfigParser(**o)
    c.read_string(T)
    print(c.sections(), dict(c['one']) if 'one' in c else None, list(c), len(c), c.defaults())
    for f in (lambda: c.get('one','path'), lambda: c.getint('one','n'), lambda: c['one'].getint('n'), lambda: c['one'].getfloat('f'), lambda: c['one'].getboolean('flag'), lambda: c['one'].getint('zz'), lambda: c['one'].getint('zz',7), lambda: c.get('one','zz'), lambda: c.get('zz','a'), lambda: c.get('zz','a',fallback='F'), lambda: c.getint('one','path'), lambda: c.getboolean('one','n'), lambda: c['zz'], lambda: c['one']['zz'], lambda: c.get('one','multi'), lambda: c['one']['percent'], lambda: c.get('one','percent',raw=True), lambda: c.get('two words','loop'), lambda: c['bad']['x'], lambda: c['bad']['y'], lambda: c.items('one'), lambda: c.items('one',raw=True), lambda: c.items('bad'), lambda: c.options('one'), lambda: c.has_option('one','home'), lambda: c.set('one','q',5), lambda: c.set('one','q','a%b'), lambda: c.set('zz','a','b'), lambda: c.add_section('one'), lambda: c.add_section('DEFAULT'), lambda: c.remove_option('one','n'), lambda: c.remove_option('one','n'), lambda: c.remove_section('bad'), lambda: c.remove_section('bad'), lambda: c.get('one','path',vars={'HOME':'V'}), lambda: c['one'].get('n','fb'), lambda: repr(c['one']), lambda: 'n' in c['one'], lambda: [x for x in c['one']], lambda: c['one'].name, lambda: list(c['one'].values())[:1], lambda: str(c['one'].keys()), lambda: dict(c.items()), lambda: c['one']==dict(c['one']), lambda: c['one'].pop('f'), lambda: c['one'].setdefault('new','1'), lambda: c['one'].update({'u':'2'}), lambda: c.popitem(), lambda: configparser.RawConfigParser().getint('a','b')): print(show(f))
    out=io.StringIO(); c.write(out); print(out.getvalue()); out=io.StringIO(); c.write(out,False); print(out.getvalue())
go(); go(strict=False, inline_comment_prefixes=(';',)); go(interpolation=None); go(interpolation=configparser.ExtendedInterpolation()); go(allow_no_value=True, empty_lines_in_values=False)
c=configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), converters={'list': lambda s: s.split(',')})
c.read_dict({'a':{'x':'1,2','y':'${x},3','z':'${b:q}','w':'$$5','u':'${b:q:r}','t':'${k}','s':'${s}'},'b':{'q':'${a:x}'}})
for k in 'xyzwuts': print(show(lambda: c['a'][k]))
print(c.getlist('a','y'), c['a'].getlist('x'), c['a'].getlist('none'), c.getlist('a','none',fallback=[1]), sorted(c.converters))
for t in ('x=1','[a]\nx','[a]\nx=1\nx=2','[a]\n[a]','[a]\n=5','[a\nx=1','[a]\n x=1\n  y=2\nz', '[a] trailing\nx : 1 = 2\ny=[z]','[a]\nx\n=\n','[]\nx=1'):
    c=configparser.ConfigParser(); print(repr(t), show(lambda: c.read_string(t)), {k:c.items(k,raw=True) for k in c})
c=configparser.ConfigParser(allow_no_value=True); c.read_string('[a]\nx\ny=\nz = 1'); print(dict(c['a'])); out=io.StringIO(); c.write(out); print(out.getvalue())
class P(configparser.ConfigParser):
    optionxform=staticmethod(str)
    def getlist(self,s,o,**k): return self.get(s,o,**k).split()
c=P({'Up':'1'}); c['S']={'Aa':'q w','b':2}; print(dict(c['S']), c['S'].getlist('Aa')); c['S']={'only':'1'}; print(dict(c['S']), c.has_section('S')); del c['S']; print(list(c), show(lambda: c.pop('DEFAULT')), show(lambda: c.__delitem__('q')))
c.read_file(['[f]\n','a=1\n']); c.clear(); print(list(c)); print(c.read(['/nowhere']) )
for e in (configparser.DuplicateOptionError('s','o'), configparser.DuplicateSectionError('s','f',3), configparser.NoOptionError('o','s'), configparser.ParsingError('x')): print(e, repr(e), e.args)
print(configparser.ConfigParser.BOOLEAN_STATES['on'])
