"""Official documents, taken apart into their clauses: the real one, and what others may look like."""

from __future__ import annotations

import os

import pytest

from generator.sources import normal, parse, read_sources
from tests.site import ROOT, SOURCE

NAME = "sdust-2021-52.txt"


@pytest.fixture(scope="module")
def document():
    return read_sources(ROOT / "content" / "sources")[0][NAME]


def test_the_head_of_the_document_is_told_from_its_text(document):
    """Who issued it, its number, its title, to whom it goes, and who signed when."""
    assert document.issuers == ("中共山东科技大学委员会文件", "山东科技大学")
    assert document.number == "山科大党发〔2021〕52号"
    assert document.title == "关于进一步加强大学生志愿服务西部计划工作的意见"
    assert [line[:6] for line in document.preamble] == ["各校区党委、", "为进一步完善"]
    assert document.signature == ("中共山东科技大学委员会", "山东科技大学", "2021年7月1日")


def test_every_clause_has_its_number_its_anchor_and_its_level(document):
    """In the order of the paper, none missing, none twice."""
    assert [(clause.at, clause.anchor, clause.level) for clause in document.clauses] == [
        ("一", "1", 1),
        ("二", "2", 1),
        ("三", "3", 1),
        ("三(一)", "3-1", 2),
        ("三(二)", "3-2", 2),
        ("三(三)", "3-3", 2),
        ("三(四)", "3-4", 2),
        ("四", "4", 1),
        ("四(一)", "4-1", 2),
        ("四(一)1", "4-1-1", 3),
        ("四(一)2", "4-1-2", 3),
        ("四(一)3", "4-1-3", 3),
        ("四(二)", "4-2", 2),
        ("四(二)1", "4-2-1", 3),
        ("四(二)2", "4-2-2", 3),
        ("五", "5", 1),
        ("五(一)", "5-1", 2),
        ("五(二)", "5-2", 2),
        ("五(三)", "5-3", 2),
    ]


def test_no_word_of_the_document_is_lost(document):
    """All that the file says stands in one of its parts, once, in order."""
    file = (ROOT / "content" / "sources" / NAME).read_text("utf-8")
    parts = [*document.issuers, document.number, document.title, *document.preamble]
    for clause in document.clauses:
        parts += [clause.number, clause.text]
    parts += document.signature

    assert normal("".join(parts)) == normal(file)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("一", "紧紧围绕统筹推进"),
        ("二", "辅导师、班主任等为成员"),
        ("三(二)", "进行重点关注和引导"),
        ("三(四)", "就业指导部门做好志愿者服务期满后"),
        ("五(三)", "积极探索提升西部计划工作"),
    ],
)
def test_a_paragraph_cut_by_a_page_break_is_whole_again(document, at, words):
    """The words on both sides of the break stand together in one paragraph."""
    assert any(words in paragraph for paragraph in document.clause(at).paragraphs)


def test_paragraphs_that_the_document_separates_stay_apart(document):
    """Only what a page break cut is joined."""
    first, second = document.clause("二").paragraphs

    assert first.endswith("做好志愿者跟踪服务等工作。")
    assert second.startswith("各院(系、部)成立西部计划工作小组")


@pytest.mark.parametrize(
    ("at", "heading"),
    [
        ("一", "指导思想"),
        ("三(一)", "政策宣讲与招募咨询"),
        ("五(一)", "提高站位，浓厚氛围。"),
        ("四(一)1", ""),
    ],
)
def test_a_clause_has_the_heading_that_the_paper_gives_it(document, at, heading):
    """Alone on its line, or as the first short sentence, or none."""
    assert document.clause(at).heading == heading


@pytest.mark.parametrize("at", ["四(一)1", "四（一）1", " 四 (一) 1 ", "四（一）１", "四(一)1."])
def test_a_clause_is_found_however_wide_its_number_is_typed(document, at):
    """Width and spaces aside."""
    assert document.clause(at).anchor == "4-1-1"


@pytest.mark.parametrize("at", ["四(三)", "六", "四(一)4", "一(一)", "", "4-1-1"])
def test_a_clause_that_the_document_does_not_have_is_not_found(document, at):
    """Nothing near it is taken instead."""
    assert document.clause(at) is None


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        ("学校分别给与 6000 元、4000 元的一次性生活补贴", ["四(一)1"]),
        ("学校分别给与6000元、4000元", ["四(一)1"]),
        ("协调学校相关部门和学院（系、部）做好", ["二"]),
        ("保留入学资格一年", ["四(一)3"]),
        ("保留入学资格两年", []),
        ("六千元", []),
    ],
)
def test_a_quote_is_found_in_its_clause_white_space_and_width_aside(document, quote, at):
    """Letter for letter otherwise."""
    assert [clause.at for clause in document.holding(quote)] == at


def test_every_citation_of_the_example_content_stands_in_its_document():
    """The quotes that the example policies and units bring are the documents' own words."""
    import yaml

    documents, _ = read_sources(ROOT / "content" / "sources")
    cites = []
    for path in (
        *(ROOT / "content/policies").glob("*.yml"),
        *(ROOT / "content/units").glob("*.yml"),
    ):
        record = yaml.safe_load(path.read_text("utf-8"))
        own = documents[record.get("source", NAME)]
        for part in ("provisions", "figures", "duties"):
            cites += [(own, item["cite"]) for item in record.get(part, []) if "cite" in item]
    quoted = [(own, cite) for own, cite in cites if "quote" in cite and "at" in cite]

    assert len(quoted) > 20
    for own, cite in quoted:
        assert normal(cite["quote"]) in normal(own.clause(cite["at"]).text), cite


def test_clauses_beyond_ten_are_counted_as_chinese_counts():
    """十一 is 11, 二十 is 20, 二十三 is 23."""
    text = "\n\n".join(f"{number}、示例。" for number in ("一", "十", "十一", "二十", "二十三"))

    assert [clause.anchor for clause in parse("x.txt", text).clauses] == [
        "1",
        "10",
        "11",
        "20",
        "23",
    ]


def test_a_document_without_clauses_number_or_signature_is_still_read():
    """It has a title and its sentences."""
    document = parse("x.txt", "关于示例的通知\n\n请照办。\n")

    assert document.title == "关于示例的通知"
    assert document.preamble == ("请照办。",)
    assert document.clauses == ()


def test_an_empty_document_is_still_read():
    """No words, no clauses, no error."""
    assert parse("x.txt", "").clauses == ()


def test_only_text_files_are_documents(tmp_path):
    """What an editor's programs leave behind is passed over; a byte order mark is no text."""
    (tmp_path / "doc.txt").write_bytes(b"\xef\xbb\xbf" + SOURCE.encode())
    (tmp_path / ".doc.txt.swp").write_text("x")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")

    found, _ = read_sources(tmp_path)

    assert list(found) == ["doc.txt"]
    assert found["doc.txt"].issuers == ("示例大学",)


def test_a_folder_that_is_not_there_holds_no_documents(tmp_path):
    """A site may have no sources at all."""
    assert read_sources(tmp_path / "none") == ({}, {})


@pytest.mark.parametrize(
    ("data", "code", "guess"),
    [
        (SOURCE.encode("gbk"), "not-utf8", "GBK"),
        (SOURCE.encode("utf-16"), "not-utf8", "UTF-16"),
        (b"\xff\xff\xff\n", "not-text", None),
    ],
)
def test_a_document_that_is_no_utf8_text_is_one_problem_and_none_follows(site, data, code, guess):
    """None at the clauses, quotes and figures of those that cite it; it is there, though unread."""
    site.policy()
    site.add("units/a", source="doc.txt", duties=[{"text": "示例", "cite": {"at": "一"}}])
    (site.content_folder / "sources" / "doc.txt").write_bytes(data)

    (problem,) = site.problems()

    assert (problem.file, problem.line) == ("content/sources/doc.txt", 1)
    assert (problem.code, problem.particulars.get("guess")) == (code, guess)


def test_a_document_in_another_encoding_that_nothing_cites_is_a_problem_too(site):
    """It is found on the day on which it is put there."""
    site.write("sources/doc.txt", "")
    (site.content_folder / "sources" / "doc.txt").write_bytes(SOURCE.encode("gbk"))

    assert [problem.code for problem in site.problems()] == ["not-utf8"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_document_behind_a_link_that_leads_nowhere_is_a_problem(site):
    """Rather than a file that is not there."""
    site.policy()
    path = site.content_folder / "sources" / "doc.txt"
    path.unlink()
    path.symlink_to("gone.txt")

    (problem,) = site.problems()

    assert (problem.file, problem.code) == ("content/sources/doc.txt", "file-unreadable")
