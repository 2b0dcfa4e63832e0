"""Everything that talks: Telegram, the dialogue, digests, the schedule, the command line."""
