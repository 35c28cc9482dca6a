"""How files are written, kept, locked and recognised again; nothing here knows what is in them."""
