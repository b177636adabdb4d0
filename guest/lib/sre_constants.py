"""sre_constants: the old name of re._constants."""

from re import error
from re._constants import *
