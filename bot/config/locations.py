"""Where the shipped configuration lies."""

from pathlib import Path


def default_config_dir() -> Path:
    """The shipped configuration: in a checkout its config/, else the copy in the package."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "default_config"
    return shipped if shipped.is_dir() else package.parent / "config"
