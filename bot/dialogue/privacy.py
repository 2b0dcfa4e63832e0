"""What residents are told about their data, from the running configuration."""

from bot.config.config import Config
from bot.config.values import in_language
from bot.texts.catalogue import Texts


def privacy(config: Config, texts: Texts, language: str) -> tuple[str, str]:
    """Who is controller, why, who reads, how long; then what is special: as Telegram HTML.

    Each fits one message.
    """
    controller, retention = config.controller, config.retention

    def days(count: int) -> str:
        return texts.html(language, "days", days=count)

    told = texts.html(
        language,
        "privacy",
        controller=controller.name,
        email=controller.contact_email,
        dpo=controller.dpo_email,
        purpose=in_language(controller.purpose, language),
        legal_basis=in_language(controller.legal_basis, language),
        not_a_police_report=in_language(controller.not_a_police_report, language),
        who_reads=in_language(controller.who_reads, language),
        contact_days=days(retention.contact_days_after_closing),
        text_days=days(retention.original_text_days),
        concern_days=days(retention.concern_days),
        unsorted_days=days(retention.unsorted_days),
    )
    special = [texts.html(language, key) for key in ("privacy-answers", "privacy-pace")]
    return told, "\n\n".join(special)
