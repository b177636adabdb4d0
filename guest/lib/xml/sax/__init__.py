"""xml.sax: saxutils only; xml.etree.ElementTree reads XML."""
