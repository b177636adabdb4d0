# packages: parse==1.22.4
from parse import compile, findall, parse, search, with_pattern

print(parse("It's {}, I love it!", "It's spam, I love it!"), parse("{name:w} is {age:d} and {h:f}", "Ada is 36 and 1.7").named)
print(search("Age: {:d}\n", "Name: Rufus\nAge: 42\nColor: red\n"), [r[0] for r in findall(">{}<", "<p>the <b>bold</b> text</p>")])
print(parse("{:ti}", "2011-02-01T10:20:30"), parse("{:>} world", "   hello world"), parse("{:x}", "1F"), parse("{:d}", "x"))


@with_pattern(r"\d+")
def number(text):
    return int(text) * 2


print(compile("{:Number}", dict(Number=number)).parse("21"), parse("{a[b]:d}", "5").named)
