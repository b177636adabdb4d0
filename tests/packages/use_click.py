# packages: click==8.1.7
import click
from click.testing import CliRunner


@click.command()
@click.option("--count", default=1, help="Number of greetings.")
@click.argument("name")
def hello(count, name):
    """Greets."""
    for _ in range(count):
        click.echo("Hello, %s!" % name)


runner = CliRunner()
print(runner.invoke(hello, ["--count", "2", "Ada"]).output)
print(runner.invoke(hello, ["--help"]).output)
