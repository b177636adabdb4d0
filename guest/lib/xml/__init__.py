"""xml: xml.etree only."""
