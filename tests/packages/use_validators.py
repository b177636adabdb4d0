# packages: validators==0.34.0
import validators

for check, values in (("email", ["a@b.example", "a@", "x y@z.org"]), ("url", ["http://example.com/a?b=c#d", "http://x", "ftp//a"]), ("domain", ["example.com", "-a.com"]), ("ipv4", ["1.2.3.4", "1.2.3.400"]),
                      ("ipv6", ["::1", "1::2::3"]), ("uuid", ["2bc1c94f-0deb-43e9-92a1-4775189ec9f8", "2bc1"]), ("slug", ["my-slug", "My."]), ("iban", ["DE29100500001061045672", "123"]), ("mac_address", ["01:23:45:67:ab:CD", "00"])):
    print(check, [bool(getattr(validators, check)(v)) for v in values])
print(validators.between(5, min_val=2), validators.length("ab", min_val=3), validators.card_number("4242424242424242"))
