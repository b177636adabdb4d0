"""xml.etree: ElementTree."""
