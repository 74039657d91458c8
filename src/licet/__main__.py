"""`python -m licet` is the same as `licet`."""

from licet.cli.app import main

main()
