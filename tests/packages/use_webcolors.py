# packages: webcolors==24.11.1
import webcolors

print(webcolors.name_to_hex("goldenrod"), webcolors.hex_to_name("#daa520"), webcolors.hex_to_rgb("#000080"), webcolors.name_to_rgb_percent("navy"))
print(webcolors.normalize_hex("#09c"), webcolors.rgb_to_hex((255, 0, 128)), webcolors.html5_parse_legacy_color("chucknorris"))
try:
    webcolors.hex_to_name("#123456")
except ValueError as e:
    print(e)
