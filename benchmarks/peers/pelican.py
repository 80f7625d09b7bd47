"""Pelican, from PyPI, in an environment of its own, with its cache of what it has read."""

from __future__ import annotations

from pathlib import Path

from benchmarks.peers import bare

NAME = "Pelican"
AGAIN = "the same command; Pelican's cache of parsed pages is on"

_SETTINGS = """\
SITENAME = "西部计划"
SITEURL = ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
PATH = "content"
OUTPUT_PATH = "site"
THEME = "theme"
THEME_STATIC_PATHS = []
STATIC_PATHS = []
ARTICLE_PATHS = ["volunteers", "events", "stories"]
ARTICLE_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = "{category}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "cohorts/{slug}/"
TAG_SAVE_AS = "cohorts/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
"""
_RECORD = """\
<h1>{{ article.title }}</h1>
{{ article.summary }}
<dl>{% for fact in article.facts %}{% set name, value = fact.split("|") %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>
{% if article.quote %}<blockquote>{{ article.quote }}</blockquote>{% endif %}
{% if article.timeline %}<ol>{% for entry in article.timeline %}{% set day, text = entry.split("|") %}<li><time>{{ day }}</time> {{ text }}</li>{% endfor %}</ol>{% endif %}
{{ article.content }}"""
_LIST = """\
<h1>{{ title }}</h1>
<ul>{% for item in articles %}<li><a href="/{{ item.url }}">{{ item.title }}</a> {{ item.summary }}</li>
{% endfor %}</ul>"""
_COHORTS = """\
<h1>西部计划</h1>
<ul>{% for year, people in tags %}<li>{{ year }}: {{ people | length }}</li>
{% endfor %}</ul>"""


def install(tools: Path) -> str:
    """From PyPI."""
    return bare.installed("pelican", tools / "pelican", "pelican[markdown]")


def version(program: str) -> str:
    """The version."""
    return bare.call([program, "--version"])


def prepare(records: Path, folder: Path) -> None:
    """Articles with the metadata lines of Pelican; the cohorts are tags."""
    for item in bare.items(records):
        bare.write(folder / "content" / item.collection / f"{item.id}.md", _article(item))
    bare.write(folder / "pelicanconf.py", _SETTINGS)
    templates = folder / "theme" / "templates"
    kind = f'{{% if category == "volunteers" %}}{_COHORTS}{{% else %}}{_LIST}{{% endif %}}'
    bare.write(templates / "article.html", bare.page("{{ article.title }}", _RECORD))
    bare.write(templates / "index.html", bare.page("{{ SITENAME }}", _COHORTS))
    bare.write(templates / "category.html", bare.page("{{ category }}", _named("category", kind)))
    bare.write(templates / "tag.html", bare.page("{{ tag }}", _named("tag", _LIST)))


def _named(title: str, main: str) -> str:
    return f"{{% set title = {title} %}}{main}"


def _article(item: bare.Item) -> str:
    lines = {
        "Title": [item.title],
        "Slug": [item.id],
        "Date": [item.date],
        "Tags": [item.cohort] if item.cohort else [],
        "Summary": [item.summary],
        "Quote": [item.quote] if item.quote else [],
        "Facts": [f"{fact['label']}|{fact['value']}" for fact in item.facts],
        "Timeline": [f"{entry['date']}|{entry['text']}" for entry in item.timeline],
    }
    head = "\n".join(f"{key}: " + "\n    ".join(values) for key, values in lines.items() if values)
    return f"{head}\n\n{item.body}"


def build(program: str, folder: Path, again: bool) -> list[str]:
    """The command."""
    return [program, "--quiet", "--settings", "pelicanconf.py"]


def edit(folder: Path) -> None:
    """Change one volunteer's summary."""
    bare.edit(folder / "content" / "volunteers" / "v00000.md")
