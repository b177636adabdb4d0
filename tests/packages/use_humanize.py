# packages: humanize==4.9.0
import humanize

print(humanize.intcomma(1234567), humanize.naturalsize(3_000_000), humanize.intword(12345678), humanize.ordinal(3))
