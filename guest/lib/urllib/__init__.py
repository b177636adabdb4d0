"""urllib: urllib.parse, and urllib.request where the web is granted."""
