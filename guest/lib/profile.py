"""profile: as cProfile."""

from cProfile import Profile, run, runctx
