"""What the bot says to a resident, as plain functions over plain data."""
