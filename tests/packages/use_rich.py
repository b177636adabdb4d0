# packages: rich==15.0.0 pygments==2.21.0 markdown-it-py==4.3.0 mdurl==0.1.2
import io

from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

out = io.StringIO()
console = Console(file=out, width=60, color_system=None, legacy_windows=False)
table = Table(title="Star Wars")
table.add_column("Released", style="cyan", no_wrap=True)
table.add_column("Title")
table.add_column("Box office", justify="right")
table.add_row("2019", "The Rise of Skywalker", "$952,110,690")
table.add_row("2018", "Solo", "$393,151,347")
console.print(table)
console.print(Panel("Hello, [red]World[/]!", title="Greeting"))
tree = Tree("root")
tree.add("a").add("b")
console.print(tree)
console.print(Text("bold", style="bold"), {"a": [1, 2, 3], "b": None})
console.print(Markdown("# Head\n\n- one\n- *two*\n\n`code`"))
print(out.getvalue())
colour = Console(file=io.StringIO(), width=40, color_system="truecolor", force_terminal=True, legacy_windows=False)
colour.print("[bold magenta]x[/] 42 'y' True")
print(repr(colour.file.getvalue()))
