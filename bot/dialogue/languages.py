"""The language a resident is answered in: their Telegram's, until they choose another."""

from dataclasses import replace

from bot.dialogue import welcome
from bot.dialogue.actions import Action, Verb
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from bot.texts.catalogue import primary
from nlp.reading import Reading

_PER_ROW = 2
_LONGEST_NAME = 40
"""No language is named in more letters: whoever tells something need not wait for all the texts."""


async def answer_language(turn: Turn, named: str) -> None:
    """Take the language named after the command, or show the languages to choose from."""
    language = language_named(turn, named)
    if language is None:
        await ask_language(turn)
    else:
        await choose_language(turn, language)


async def ask_language(turn: Turn) -> None:
    """Show the languages, each named in itself."""
    cells = [_button(turn, language) for language in turn.texts.languages]
    rows = [cells[i : i + _PER_ROW] for i in range(0, len(cells), _PER_ROW)]
    await turn.say(turn.text("language-ask"), keyboard=rows)


async def choose_language(turn: Turn, language: str) -> None:
    """Answer in that language from now on, and say in it once more what this is."""
    await turn.tx.residents.choose_language(turn.resident.id, language)
    turn.resident = replace(turn.resident, language=language, language_chosen=True)
    await turn.say(turn.text("language-set"))
    await welcome.greet(turn)


def language_named(turn: Turn, text: str) -> str | None:
    """The language whose name is all that a text says, in that language or another; or None."""
    said = text.strip().strip(".!").casefold()
    if len(said) > _LONGEST_NAME:
        return None
    keys = ("language-words", "language-name")
    return next((x for x in turn.texts.languages if said in turn.texts.words(x, *keys)), None)


def offered_language(turn: Turn, reading: Reading | None) -> Keyboard:
    """A button for the language that a text is written in, where that is not the one spoken.

    None once a language was chosen, nor for the default one, which is also what a text is
    taken for when its language cannot be told.
    """
    if reading is None or turn.resident.language_chosen:
        return ()
    language = reading.language
    known = {primary(turn.language), turn.texts.languages[0]}
    if language in known or language not in turn.texts.languages:
        return ()
    return ((_button(turn, language),),)


def _button(turn: Turn, language: str) -> Button:
    action = Action(verb=Verb.SET_LANGUAGE, value=language)
    return Button(label=turn.texts.plain(language, "language-name"), action=action)
