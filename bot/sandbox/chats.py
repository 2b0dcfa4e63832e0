"""Who is where: people, groups and channels, and whether the bot may write there."""

from enum import StrEnum

from bot.sandbox.errors import RefusalError, bad_request, forbidden
from bot.sandbox.values import Chat, Person

_KINDS = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


class Standing(StrEnum):
    """What the bot is in a chat; the values are Telegram's `ChatMember.status`.

    A private chat that its person has not begun, or a group that the bot is not in, is LEFT.
    """

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    LEFT = "left"
    KICKED = "kicked"


class Chats:
    """The chats that exist for the bot."""

    def __init__(self) -> None:
        self._chats: dict[int, Chat] = {}
        self._standings: dict[int, Standing] = {}
        self._members: dict[int, dict[int, tuple[Person, str]]] = {}
        self._upgraded: dict[int, int] = {}
        self._next_group = -4_000_000_001

    def meet(self, person: Person) -> Chat:
        """Return the private chat with the person, who is known from now on."""
        chat = Chat(id=person.id, kind="private", person=person)
        self._chats[person.id] = chat
        self._standings.setdefault(person.id, Standing.LEFT)
        return chat

    def found(self, title: str, *, kind: str, owner: Person) -> Chat:
        """Return a new group or channel, which the bot is not in."""
        number = self._next_group
        self._next_group -= 1
        chat = Chat(
            id=number - (1_000_000_000_000 if kind != "group" else 0), kind=kind, title=title
        )
        self._chats[chat.id] = chat
        self._standings[chat.id] = Standing.LEFT
        self.join(chat, owner, status="creator")
        return chat

    def join(self, chat: Chat, person: Person, *, status: str = "member") -> None:
        """Make the person a member of a group; one who is keeps the status."""
        self.meet(person)
        self._members.setdefault(chat.id, {}).setdefault(person.id, (person, status))

    def upgrade(self, chat: Chat) -> Chat:
        """Return the supergroup that the group has become, with its members."""
        number = self._next_group - 1_000_000_000_000
        self._next_group -= 1
        new = Chat(id=number, kind="supergroup", title=chat.title)
        self._chats[new.id] = new
        self._standings[new.id] = self._standings[chat.id]
        self._members[new.id] = self._members.get(chat.id, {})
        self._upgraded[chat.id] = new.id
        return new

    def standing(self, chat: Chat) -> Standing:
        """Return what the bot is in the chat."""
        return self._standings[chat.id]

    def set_standing(self, chat: Chat, standing: Standing) -> None:
        """Change what the bot is in the chat."""
        self._standings[chat.id] = standing

    def find(self, chat_id: int | str) -> Chat:
        """Return the chat.

        Raises:
            RefusalError: 400 when there is none, or it has become a supergroup.
        """
        if isinstance(chat_id, int) and chat_id in self._upgraded:
            raise RefusalError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self._upgraded[chat_id],
            )
        chat = self._chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def find_writable(self, chat_id: int | str) -> Chat:
        """Return the chat, provided that the bot may write there.

        Raises:
            RefusalError: 400 when there is none, 403 when the bot may not.
        """
        chat = self.find(chat_id)
        standing = self.standing(chat)
        private = chat.kind == "private"
        if standing is Standing.KICKED:
            place = _KINDS.get(chat.kind, "")
            raise forbidden(
                "bot was blocked by the user" if private else f"bot was kicked from the {place}"
            )
        if standing is Standing.LEFT:
            raise forbidden(
                "bot can't initiate conversation with a user"
                if private
                else f"bot is not a member of the {_KINDS[chat.kind]}"
            )
        if private and chat.person and chat.person.is_bot:
            raise forbidden("bot can't send messages to bots")
        return chat

    def member(self, chat: Chat, user_id: int) -> tuple[Person, str]:
        """Return the person and their status in the chat.

        Raises:
            RefusalError: 400 when they are not known there.
        """
        if chat.person and chat.person.id == user_id:
            return chat.person, "member"
        found = self._members.get(chat.id, {}).get(user_id)
        if found is None:
            raise bad_request("member not found")
        return found
