"""Addresses: how they are made, how pages lead to each other, and who else claims one."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import urls
from generator.problems import Language


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("/", "."),
        ("/volunteers/", ".."),
        ("/volunteers/wb2024-001/", "../.."),
        ("/volunteers/cohort/2024/page/2/", "../../../../.."),
    ],
)
def test_the_way_to_the_top_depends_on_the_depth_only(address, root):
    """As many steps up as the address has parts."""
    assert urls.root(address) == root


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("/volunteers/wb2024-001/", "/volunteers/wb2024-001/"),
        ("/stories/tag/支教/", "/stories/tag/%E6%94%AF%E6%95%99/"),
        ("/stories/tag/a b/", "/stories/tag/a%20b/"),
        ('/stories/tag/"x"/', "/stories/tag/%22x%22/"),
        ("/policies/doc/#allowance", "/policies/doc/#allowance"),
    ],
)
def test_an_address_in_a_link_is_percent_encoded(address, href):
    """So that any program may read it; what names a part stays."""
    assert urls.href(address) == href


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=12))
def test_an_encoded_address_means_the_same_address(tag):
    """A browser that decodes it asks for the address that was meant."""
    address = urls.stories_by("tag", tag.replace("%", ""))

    assert unquote(urls.href(address)) == address
    assert urls.href(address).isascii()


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/units/one/", "units/one/index.html"),
        ("/stories/tag/支教/", "stories/tag/支教/index.html"),
    ],
)
def test_any_static_host_serves_an_address_from_its_file(address, file):
    """The folder's index."""
    assert urls.file(address) == file


@pytest.mark.parametrize(
    ("address", "parent"),
    [("/units/one/", "/units/"), ("/units/", "/"), ("/", "/"), ("/a/b/c/", "/a/b/")],
)
def test_the_folder_of_an_address_is_the_address_above(address, parent):
    """Up to the top, and no further."""
    assert urls.parent(address) == parent


def test_the_first_page_of_a_list_is_the_list_itself():
    """It has one address, not two."""
    assert urls.paged("/stories/", 1) == "/stories/"
    assert urls.paged("/stories/", 2) == "/stories/page/2/"


def test_a_source_has_a_page_named_after_its_file_in_lower_case():
    """The clause stands on it at its anchor."""
    assert urls.source("SDUST.2021.txt") == "/sources/sdust.2021/"
    assert urls.clause("doc.txt", "4-1-1") == "/sources/doc/#4-1-1"


@pytest.mark.parametrize(
    ("claims", "taken"),
    [
        ([("/a/", "one"), ("/b/", "two")], []),
        ([("/a/", "one"), ("/a/", "one")], []),  # one owner, however often it says so
        ([("/a/", "one"), ("/a/", "two")], [("two", "one")]),
        ([("/stories/tag/a/", "one"), ("/stories/tag/A/", "two")], [("two", "one")]),
        ([("/a/", "one"), ("/a/", "two"), ("/a/", "three")], [("two", "one"), ("three", "one")]),
    ],
)
def test_an_address_belongs_to_one_owner_whatever_its_case(claims, taken):
    """Each later claim is a problem that names the first."""
    problems = urls.collisions(claims)

    assert [(problem.file, problem.particulars["other"]) for problem in problems] == taken


def test_tags_that_differ_only_in_case_are_a_problem(site):
    """Windows' file system keeps one file for both."""
    site.add("stories/one", tags=["QQ群"])
    site.add("stories/two", tags=["qq群"])

    assert "address-taken" in {problem.code for problem in site.problems()}


@pytest.mark.parametrize(
    ("page", "other", "words"),
    [
        ("index.md", "a page that the site makes itself", "已经是自动生成的网页"),
        ("README.md", "a page that the site makes itself", "已经是自动生成的网页"),
        ("units/index.md", "a page that the site makes itself", "已经是自动生成的网页"),
        ("units/one.md", "content/units/one.yml", "已经被 content/units/one.yml 占用"),
    ],
)
def test_a_hand_written_page_at_an_address_of_the_site_is_to_be_renamed(site, page, other, words):
    """The page's file is named, not the address, nor the record that others link to."""
    site.add("units/one")
    site.write(f"pages/{page}", "# 示例\n")

    (problem,) = site.problems()

    assert (problem.file, problem.line, problem.column) == (f"content/pages/{page}", 1, 1)
    assert problem.code == "page-address-taken"
    assert problem.particulars["other"] == other
    assert words in problem.message(Language.ZH)
    assert "请给这个文件改名，或删去它" in problem.message(Language.ZH)


def test_two_hand_written_pages_at_one_address_are_a_problem(site):
    """MkDocs would publish one of them."""
    site.write("pages/about.md", "# 示例\n")
    site.write("pages/about/index.md", "# 示例\n")

    (problem,) = site.problems()

    assert problem.code == "page-address-taken"
    assert {problem.file, problem.particulars["other"]} == {
        "content/pages/about.md",
        "content/pages/about/index.md",
    }


def test_a_collision_names_the_content_folder_as_it_is_called(site):
    """Which need not be content."""
    site.add("units/one")
    site.write("pages/units/one.md", "# 示例\n")
    site.content_folder = site.content_folder.rename(site.root / "records")

    (problem,) = site.problems()

    assert problem.particulars["other"] == "records/units/one.yml"


def test_a_record_whose_id_is_a_list_of_its_section_is_a_problem(site):
    """A volunteer called cohort would stand where the cohorts' folder is, which is no address."""
    site.add("volunteers/cohort")

    assert site.problems() == []
    assert site.build().has("/volunteers/cohort/")


def test_two_sources_with_one_page_are_a_problem(site):
    """Doc.txt and doc.txt differ by case only."""
    site.policy("policies/one", source="doc.txt")
    site.policy("policies/two", source="Doc.txt")
    site.write("sources/Doc.txt", (site.content_folder / "sources/doc.txt").read_text("utf-8"))

    assert "address-taken" in {problem.code for problem in site.problems()}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("全校学生", "全校学生"),
        ("ＭＢＡ 学生（2026 级）", "mba-学生-2026-级"),
        ("本、硕、博", "本-硕-博"),
        ("../etc", "etc"),
    ],
)
def test_what_an_editor_calls_an_audience_stands_in_the_address(text, slug):
    """As it is written, save what no file's name can hold."""
    assert urls.slug(text) == slug


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), min_size=1))
def test_every_text_has_a_slug_that_any_system_can_write(text):
    """Whatever an editor types: it is short, not empty, and leads nowhere else."""
    slug = urls.slug(text)

    assert slug
    assert len(f"{slug}.ics".encode()) <= 255
    assert not set(slug) & set('/\\:*?"<>|. ')


@pytest.mark.parametrize("text", ["con", "？", "学" * 100])
def test_a_text_that_no_file_can_be_named_after_has_a_slug_of_its_own(text):
    """Names that Windows reserves, signs alone, and long ones are told apart by a digest."""
    assert urls.slug(text) != text
    assert urls.slug(text) != urls.slug(f"{text}！学生")
