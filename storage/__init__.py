"""What is remembered, and how it is kept safe. Knows neither Telegram nor spaCy."""
