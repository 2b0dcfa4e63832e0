"""`python -m bot` is `brabot`."""

from bot.cli import main

main()
