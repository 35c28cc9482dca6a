"""How long a large portal takes to build, and what it takes beside stock Material: `make bench`."""
