"""Every text that a person reads, by language: `<language>.ftl` (Project Fluent)."""
