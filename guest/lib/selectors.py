"""selectors: its names. There are no sockets to select from."""

from collections import namedtuple

import _outside

EVENT_READ, EVENT_WRITE = 1, 2
SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
_METHODS = "register unregister modify select close get_key get_map __enter__ __exit__"
BaseSelector = _outside.absent_class(_outside.NETWORK, "selectors", "BaseSelector", _METHODS)
SelectSelector = _outside.absent_class(_outside.NETWORK, "selectors", "SelectSelector", _METHODS, (BaseSelector,))
PollSelector = _outside.absent_class(_outside.NETWORK, "selectors", "PollSelector", _METHODS, (BaseSelector,))
EpollSelector = _outside.absent_class(_outside.NETWORK, "selectors", "EpollSelector", _METHODS, (BaseSelector,))
DefaultSelector = EpollSelector
