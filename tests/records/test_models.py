"""What every record type owes to editors: words for each key, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.records import BY_NAME, COLLECTIONS
from generator.records.fields import Labelled, Model
from generator.records.record import Record, Tombstone

HAN = re.compile(r"[\u4e00-\u9fff]")


def below(model: type[Model]) -> Iterator[type[Model]]:
    """A model and all models of its parts."""
    from generator.reading.shapes import shapes

    yield model
    for shape in shapes(model).values():
        inner = shape
        while inner.item is not None:
            inner = inner.item
        if inner.part:
            yield from below(inner.part)


MODELS = sorted({part for model in (*COLLECTIONS, Tombstone) for part in below(model)}, key=str)
FIELDS = [
    pytest.param(info, id=f"{model.__name__}.{name}")
    for model in MODELS
    for name, info in model.model_fields.items()
]


@pytest.mark.parametrize("info", FIELDS)
def test_every_field_has_a_chinese_title(info):
    assert info.title
    assert HAN.search(info.title)
    assert len(info.title) <= 8


@pytest.mark.parametrize("info", FIELDS)
def test_every_field_is_described_in_one_chinese_sentence(info):
    assert info.description
    assert HAN.search(info.description)
    assert info.description.endswith("。")
    assert info.description.count("。") == 1
    assert "\n" not in info.description


@pytest.mark.parametrize("model", MODELS)
def test_titles_within_a_model_are_distinct(model):
    """An editor who types a title instead of a key must mean one key."""
    titles = [info.title for info in model.model_fields.values()]

    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("model", MODELS)
def test_models_are_frozen_and_know_their_keys(model):
    assert model.model_config.get("frozen")
    assert model.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("model", COLLECTIONS)
def test_a_collection_says_what_its_records_are_called(model):
    assert re.fullmatch(r"[a-z]+", model.collection)
    assert HAN.search(model.label)
    assert re.fullmatch(r"[a-z]+", model.noun)


def test_collections_are_distinct():
    for attribute in ("collection", "label", "noun"):
        assert len({getattr(model, attribute) for model in COLLECTIONS}) == len(COLLECTIONS)
    assert list(BY_NAME.values()) == list(COLLECTIONS)


def test_no_key_is_a_word_that_pages_would_take_for_their_own():
    """``withdrawn`` alone makes a tombstone; a record must not use it at its top."""
    for model in COLLECTIONS:
        assert "withdrawn" not in model.model_fields


def options() -> set[type[Labelled]]:
    from generator.reading.shapes import shapes

    found = set()
    for model in MODELS:
        for shape in shapes(model).values():
            inner = shape
            while inner.item is not None:
                inner = inner.item
            if inner.options:
                found.add(inner.options)
    return found


@pytest.mark.parametrize("closed", sorted(options(), key=str))
def test_every_option_has_a_chinese_label_of_its_own(closed):
    labels = [option.label for option in closed]

    assert all(HAN.search(label) for label in labels)
    assert len(set(labels)) == len(labels)
    assert all(closed(option.value) is option for option in closed)


@pytest.mark.parametrize("model", COLLECTIONS)
def test_a_record_without_a_heading_is_not_finished(model):
    assert model.heading.fget is not Record.heading.fget
