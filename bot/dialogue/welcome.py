"""The first contact and the help, built from the running configuration."""

from bot.config.values import in_language
from bot.dialogue.helplines import helplines
from bot.dialogue.turn import Turn


async def greet(turn: Turn) -> None:
    """Say what this is, what it is not, who reads it, and how to delete."""
    turn.greeted = True
    config = turn.config
    await turn.say(
        turn.text(
            "welcome",
            bot_name=config.municipality.bot_name,
            emergency=config.emergency.emergency,
            council=in_language(config.municipality.council, turn.language),
        )
    )


async def explain(turn: Turn) -> None:
    """Say how it works and where there is help."""
    numbers = turn.config.emergency
    text = turn.text("help", emergency=numbers.emergency, police=numbers.police)
    await turn.say("\n\n".join([text, helplines(turn, turn.config.helplines, titled=True)]))
