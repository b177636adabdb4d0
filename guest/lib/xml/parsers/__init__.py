"""xml.parsers: the error of expat only."""
