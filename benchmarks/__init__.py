"""How long a large portal takes to build, and what it takes beside other programs: `make bench`."""
