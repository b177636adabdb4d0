"""sre_parse: the old name of re._parser."""

from re import error
from re._parser import *
