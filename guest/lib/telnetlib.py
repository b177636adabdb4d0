"""telnetlib: its names. There is no network to reach a server by."""

import _outside

DEBUGLEVEL, TELNET_PORT = 0, 23
IAC, DONT, DO, WONT, WILL, SB, SE, NOP = [bytes([code]) for code in (255, 254, 253, 252, 251, 250, 240, 241)]
theNULL = b"\0"
_METHODS = ("close expect fileno fill_rawq get_socket interact listener msg mt_interact open process_rawq rawq_getchar read_all read_eager "
            "read_lazy read_sb_data read_some read_until read_very_eager read_very_lazy set_debuglevel set_option_negotiation_callback "
            "sock_avail write __enter__ __exit__")
Telnet = _outside.absent_class(_outside.NETWORK, "telnetlib", "Telnet", _METHODS)
