"""Text in, a Reading out. Knows neither Telegram nor the database."""
