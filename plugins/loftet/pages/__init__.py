"""Page types: from the register to (address, HTML body, headings, search text)."""
