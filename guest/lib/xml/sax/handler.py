"""xml.sax.handler: what is told, and what can be set."""

from _sax import (ContentHandler, ErrorHandler, feature_external_ges, feature_external_pes, feature_namespaces,
                     feature_validation, property_lexical_handler)
