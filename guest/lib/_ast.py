"""_ast: the nodes of ast, by their other name."""

from _tree import *
