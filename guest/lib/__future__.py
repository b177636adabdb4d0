"""What programs ask for with `from __future__ import …` is always on here."""

annotations = division = print_function = absolute_import = None
unicode_literals = generators = nested_scopes = with_statement = generator_stop = None
