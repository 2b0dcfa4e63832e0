"""The buttons with which a resident says where it is, or what it is about."""

from bot.dialogue import placing, positions, theming
from bot.dialogue.actions import Action, Verb
from bot.dialogue.area_list import list_areas
from bot.dialogue.likely_places import place_meant
from bot.dialogue.turn import Turn
from storage.concerns import Concern


async def correct(turn: Turn, action: Action, concern: Concern) -> bool:
    """Do what such a button says; False if it is none, or leads nowhere any more."""
    return await _place(turn, action, concern) or await _theme(turn, action, concern)


async def _place(turn: Turn, action: Action, concern: Concern) -> bool:
    """Whether the button was one about the place, which is done then."""
    chosen = action.verb is Verb.SET_PLACE
    place = place_meant(turn.config, action.value) if chosen else None
    match action.verb:
        case Verb.ASK_PLACE:
            await placing.ask_place(turn, concern)
        case Verb.LIST_AREAS:
            await list_areas(turn, concern, int(action.value) if action.value.isdecimal() else 0)
        case Verb.SET_AREA if action.value in turn.config.areas:
            await placing.choose_area(turn, concern, action.value)
        case Verb.SET_PLACE if place is not None:
            await placing.choose_place(turn, concern, place)
        case Verb.TYPE_PLACE:
            await placing.ask_in_words(turn, concern)
        case Verb.SHARE_POSITION:
            await positions.ask_position(turn, concern)
        case Verb.SKIP_PLACE:
            await placing.skip_place(turn, concern)
        case Verb.POSITION_YES:
            await positions.confirm_position(turn, concern, action.value)
        case Verb.POSITION_NO:
            await positions.forget_position(turn)
        case _:
            return False
    return True


async def _theme(turn: Turn, action: Action, concern: Concern) -> bool:
    """Whether the button was one about the theme, which is done then."""
    theme = theming.theme_meant(turn, action.value)
    match action.verb:
        case Verb.ASK_THEME:
            await theming.ask_theme(turn, concern)
        case Verb.LIST_FOCUS_AREAS:
            await theming.list_focus_areas(turn, concern)
        case Verb.LIST_THEMES:
            await theming.list_themes(turn, concern, action.value)
        case Verb.SET_THEME if theme is not None:
            await theming.choose_theme(turn, concern, theme)
        case Verb.NO_THEME:
            await theming.choose_none(turn, concern)
        case Verb.KEEP_THEME:
            await theming.keep_theme(turn, concern)
        case _:
            return False
    return True
