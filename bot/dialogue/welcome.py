"""The first contact and the help, built from the running configuration."""

from bot.config.values import in_language
from bot.dialogue.actions import Action, Verb
from bot.dialogue.helplines import helplines
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard


async def greet(turn: Turn) -> None:
    """Say what this is, what it is not, who reads it, and how to delete."""
    turn.greeted = True
    config = turn.config
    text = turn.text(
        "welcome",
        bot_name=config.municipality.bot_name,
        emergency=config.emergency.emergency,
        council=in_language(config.municipality.council, turn.language),
    )
    await turn.say(text, keyboard=language_button(turn))


async def explain(turn: Turn) -> None:
    """Say how it works and where there is help."""
    numbers = turn.config.emergency
    text = turn.text("help", emergency=numbers.emergency, police=numbers.police)
    lines = helplines(turn, turn.config.helplines, language=turn.language)
    await turn.say("\n\n".join([text, "\n".join([turn.text("help-lines"), lines])]))


def language_button(turn: Turn) -> Keyboard:
    """Leads to the languages, said so that it is understood in any of them."""
    return ((Button(label=turn.label("language-button"), action=Action(verb=Verb.ASK_LANGUAGE)),),)
