"""A grant that a package offers by name: Session(grants=["words:of=one two"])."""

from vitrine import Grant


class Words(Grant):
    """The guest may count words, and get those that it was granted."""

    def __init__(self, of: str = "") -> None:
        self.words = of.split()

    def open(self, session):
        @session.function(name="words.get")
        def get(index: int) -> str:
            "One of the words."
            return self.words[index]

        @session.function(name="words.count")
        def count(text: str) -> int:
            "How many words a text has."
            return len(text.split())

    def explain(self) -> str:
        return f"counts words, and gets {len(self.words)}"
