"""What is served over HTTP: the webhook, health and metrics."""
