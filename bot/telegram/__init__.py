"""The modules that face Telegram; its types go no further."""
