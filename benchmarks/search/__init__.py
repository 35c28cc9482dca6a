"""How well the portal's search finds Vietnamese papers, and at what cost, beside other engines: `make bench-search`."""
