"""`python -m trangtin` is the command `trangtin`."""

from trangtin.cli.main import main

main(prog_name="trangtin")
