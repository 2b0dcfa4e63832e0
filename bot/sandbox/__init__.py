from bot.sandbox.limits import RateLimits
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.values import Call, CallbackAnswer, Chat, Person, SentMessage, Upload

__all__ = [
    "Call",
    "CallbackAnswer",
    "Chat",
    "Person",
    "RateLimits",
    "Sandbox",
    "SentMessage",
    "Upload",
]
