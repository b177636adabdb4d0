"""urllib: only urllib.parse; there is no network."""
