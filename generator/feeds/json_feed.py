"""News as a JSON Feed. Source: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json

from generator.feeds.entries import Entry, News, moment


def write(news: News) -> bytes:
    """The feed's file."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": news.title,
        "home_page_url": news.page,
        "feed_url": news.json,
        "language": "zh-CN",
        "authors": [{"name": news.owner}],
        "items": [_item(entry, news.timezone) for entry in news.entries],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, timezone: str) -> dict[str, object]:
    """A day that no record says is left out: a reader then takes the one on which it saw it."""
    told = moment(entry.day, timezone)
    return {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.text,
        **({"date_published": told} if told else {}),
        "tags": [entry.kind],
    }
