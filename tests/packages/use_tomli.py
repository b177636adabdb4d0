# packages: tomli==2.0.1
import tomli

print(tomli.loads('title = "x"\n[owner]\ndob = 1979-05-27T07:32:00Z\nlist = [1, 2.5, true]\n[[p]]\nn = 0x1F\n[[p]]\ns = """a\nb"""\n'))
try:
    tomli.loads("a = ")
except tomli.TOMLDecodeError as e:
    print(e)
