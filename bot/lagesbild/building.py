"""A lägesbild put together: all that it says, in the configuration's first language."""

from bot.lagesbild.material import Material
from bot.lagesbild.sections import sections
from bot.lagesbild.summary import summary
from bot.lagesbild.values import Lagesbild
from bot.lagesbild.wording import Words
from bot.texts.catalogue import Texts


def build(material: Material, texts: Texts) -> Lagesbild:
    """Say it; pictures are drawn only when a form asks for them."""
    config, facts = material.config, material.facts
    language = texts.supported(config.languages[0])
    words = Words(language=language, config=config, texts=texts, single=len(facts.history) == 1)
    made = material.now.astimezone(config.municipality.timezone).date()
    flags = {"widened": material.span.widened, "cut": material.span.cut}
    return Lagesbild(
        language=language,
        title=words.tell("title", field=words.focus_area(facts.focus_area)),
        period=words.name(facts.period),
        made_for=words.tell(
            "made-for", municipality=config.municipality.name, council=words.council
        ),
        made_when=words.tell("made-when", day=words.day(made)),
        notices=tuple(words.tell(key) for key, told in flags.items() if told),
        summary_heading=words.tell("summary-heading"),
        summary=summary(facts, words),
        contents_heading=words.tell("contents-heading"),
        sections=sections(material, words),
        footer=words.tell("footer", council=words.council, bot_name=config.municipality.bot_name),
    )
