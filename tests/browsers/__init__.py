"""Firefox and WebKit as Debian has them, driven by their own WebDriver, heard through a sound card of their own."""
