"""xml.dom: what minidom's nodes are, and its errors."""


class Node:
    (ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE, PROCESSING_INSTRUCTION_NODE,
     COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE, NOTATION_NODE) = range(1, 13)


class DOMException(Exception):
    pass


class HierarchyRequestErr(DOMException):
    pass


class NotFoundErr(DOMException):
    pass
