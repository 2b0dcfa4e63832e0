"""What a configuration owes to the themes that were in use before it, as the database knows."""

from datetime import datetime

from bot.config.config import Config
from bot.config.theme_life import reused, vanished
from bot.errors import ConfigError
from storage.database import Transaction


async def past_faults(tx: Transaction, config: Config) -> tuple[ConfigError, ...]:
    """Ids that are used again or are gone, though something was told under them."""
    return (*await reuse_faults(tx, config), *await vanished_faults(tx, config))


async def reuse_faults(tx: Transaction, config: Config) -> tuple[ConfigError, ...]:
    """Themes with an id that was retired before."""
    zone = config.municipality.timezone
    lives = await tx.themes.all()
    retired = {
        life.theme: life.retired_at.astimezone(zone).date() for life in lives if life.retired_at
    }
    return reused(config, retired)


async def vanished_faults(tx: Transaction, config: Config) -> tuple[ConfigError, ...]:
    """Themes that were in use and are nowhere in the configuration."""
    return vanished(config, {life.theme for life in await tx.themes.all()})


async def note_themes(tx: Transaction, config: Config, *, now: datetime) -> None:
    """Remember the themes of the configuration that is taken into use."""
    live = [theme.id for theme in config.themes]
    await tx.themes.note(live, [theme.id for theme in config.retired_themes], now=now)
