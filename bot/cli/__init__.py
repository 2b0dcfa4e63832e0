"""The command line: `brabot`. Each command imports what it needs when it runs."""


def main() -> None:
    """Run the command line; the entry point of `brabot`."""
    from bot.cli.main import run_command_line

    run_command_line()
