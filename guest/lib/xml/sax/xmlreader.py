"""xml.sax.xmlreader: where XML comes from."""

from _sax import AttributesImpl, InputSource, Locator, XMLReader

AttributesNSImpl = AttributesImpl
