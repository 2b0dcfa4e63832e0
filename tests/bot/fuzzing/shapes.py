"""JSON in the shape of any of Telegram's types, from what python-telegram-bot knows of them.

What Telegram adds is tried as soon as the library has it.
"""

import sys
import types
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from inspect import Parameter, signature
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import telegram
from hypothesis import strategies as st
from telegram import TelegramObject

from tests.bot.fuzzing.wording import short

Json = Any
Strategy = st.SearchStrategy[Json]

MOMENTS: Final = range(1_795_000_000, 1_795_000_600)
"""When things happen: a few minutes, so that what belongs together comes together."""

_RENAMED: Final = {"from_user": "from"}
_KINDS: Final = ("type", "status", "source")
"""What tells the types of a family apart."""
_MOST_OPTIONAL = 2
_NEEDED: Final = frozenset(
    {
        "allows_revoting",
        "can_edit_tag",
        "can_react_to_messages",
        "members_only",
        "option_persistent_ids",
        "persistent_id",
    }
)
"""What the library says may be left out, and then refuses to do without."""
_LEFT_OUT: Final = frozenset({"self", "api_kwargs", "args", "kwargs"})

whole_numbers = st.one_of(
    st.integers(0, 20), st.sampled_from([2**31 - 1, 2**31, 2**52 - 1, 2**63 - 1, -1])
)
_PLAIN: Final[Mapping[type, Strategy]] = {
    bool: st.booleans(),
    int: whole_numbers,
    float: st.floats(allow_nan=False, allow_infinity=False, width=32),
    str: short,
    types.NoneType: st.none(),
    datetime: st.sampled_from([0, 1, MOMENTS[0], MOMENTS[-1], 2**31 - 1]),
    timedelta: st.sampled_from([0, 1, 86_400, 2**31 - 1]),
}
own: dict[type, Strategy] = {}
"""Types that a test draws in its own way, whatever they are part of."""


@cache
def shaped(kind: type) -> Strategy:
    """JSON of one of Telegram's types, with all that it must have and a little of the rest."""
    return own[kind] if kind in own else st.deferred(lambda: _shaped(kind))


def content_of(kind: type, name: str) -> Strategy:
    """JSON of one field of a type."""
    return _of(_fields(kind)[name][0])


def optional_of(kind: type, *, but: Sequence[str] = (), most: int = _MOST_OPTIONAL) -> Strategy:
    """Some of the fields that a type may have, by their names in JSON."""
    names = sorted(
        name for name, (_, needed) in _fields(kind).items() if not needed and name not in but
    )
    if not names:
        return st.just({})
    chosen = st.lists(st.sampled_from(names), max_size=most, unique=True)
    return chosen.flatmap(
        lambda names: st.fixed_dictionaries({name: content_of(kind, name) for name in names})
    )


def _shaped(kind: type) -> Strategy:
    family = [one for one in kind.__subclasses__() if issubclass(one, TelegramObject)]
    told = next((name for name in _KINDS if name in _fields(kind)), None)
    if family and told is not None and kind is not telegram.Chat:
        return st.one_of(*(_one_of_family(one, told) for one in family))
    return _object(kind)


def _one_of_family(kind: type, told: str) -> Strategy:
    """With the word in it by which the library tells what it is."""
    made = kind(**{n: False for n in signature(kind).parameters if n not in _LEFT_OUT})
    word = str(getattr(made, told))
    return _object(kind).map(lambda fields: {**fields, told: word})


def _object(kind: type) -> Strategy:
    needed = {name: _of(hint) for name, (hint, must) in _fields(kind).items() if must}
    return st.builds(
        lambda must, more: {**must, **more}, st.fixed_dictionaries(needed), optional_of(kind)
    )


@cache
def _fields(kind: type) -> Mapping[str, tuple[Any, bool]]:
    """The type of each field, and whether it must be there."""
    known = {**vars(telegram), **vars(sys.modules[kind.__module__])}
    hints = get_type_hints(kind.__init__, globalns=known)
    return {
        _RENAMED.get(name, name): (hints[name], given.default is Parameter.empty or name in _NEEDED)
        for name, given in signature(kind).parameters.items()
        if name not in _LEFT_OUT
    }


def _of(hint: Any) -> Strategy:
    if get_origin(hint) in (Union, types.UnionType):
        any_of = [one for one in get_args(hint) if one is not types.NoneType]
        return _of(timedelta) if timedelta in any_of else st.one_of(*map(_of, any_of))
    if get_origin(hint) is not None:
        return st.lists(_of(get_args(hint)[0]), max_size=3)
    if hint in _PLAIN:
        return _PLAIN[hint]
    return shaped(hint)
