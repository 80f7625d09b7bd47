"""In which language the command speaks."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence

from generator.problems import Language


class Say:
    """Chooses between a Chinese and an English text."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        """The text in the language chosen."""
        return zh if self.language is Language.ZH else en


def chosen_language(arguments: Sequence[str]) -> Language:
    """What ``--lang`` says, else what the locale says: Chinese for Chinese, else English."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[at + 1 :]), "")
            return Language.ZH if value == "zh" else Language.EN
    return Language.ZH if _locale().lower().startswith(("zh", "chinese")) else Language.EN


def _locale() -> str:
    # POSIX' variables first; Windows has none of them and tells by its own locale.
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value
    return locale.getlocale()[0] or ""
