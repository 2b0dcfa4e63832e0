"""What an admin has configured: where the bot works and what it listens for."""

from bot.config.config import Config
from bot.config.loader import load_config
from bot.config.locations import default_config_dir

__all__ = ["Config", "default_config_dir", "load_config"]
