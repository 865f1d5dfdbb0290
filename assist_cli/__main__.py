"""`python -m assist_cli` is `assist`."""

from assist_cli.main import main

main()
