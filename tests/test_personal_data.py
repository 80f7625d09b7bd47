"""What looks like personal data stops the build; what only resembles it does not (invariant 3).

Every number here is made up: its check digit is computed, its county is none or its owner would
be older than anybody is.
"""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import ric

from generator.personal_data import Kind, Known, find
from generator.plugin import Stopped
from generator.preview import Preview
from generator.problems import Language
from tests.commands import run
from tests.site import TODAY

STUDENT = re.compile(r"20\d{10}", re.ASCII)
KNOWN = Known(STUDENT)


def resident(region: str = "370099", day: str = "19010101", order: str = "001") -> str:
    """A number of 18 digits with its check digit, by the weights of GB 11643."""
    digits = region + day + order
    weighted = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(digits))
    return digits + "10X98765432"[weighted % 11]


def card(digits: str) -> str:
    """*digits* with Luhn's check digit."""
    return digits + luhn.calc_check_digit(digits)


def wide(text: str) -> str:
    """*text* with digits and X in full width."""
    return "".join(chr(ord(one) + 0xFEE0) if one in "0123456789X" else one for one in text)


def other(text: str, zero: str) -> str:
    """*text* with the digits that follow *zero* in Unicode."""
    return "".join(chr(ord(zero) + int(one)) if one.isdecimal() else one for one in text)


def grouped(number: str, *lengths: int, gap: str = " ") -> str:
    """*number* in groups of these lengths."""
    starts = [sum(lengths[:place]) for place in range(len(lengths) + 1)]
    return gap.join(number[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True))


ID = next(found for n in range(99) if (found := resident(order=f"{n:03}"))[-1] in "2345678")
WITH_X = next(found for n in range(99) if (found := resident(order=f"{n:03}"))[-1] == "X")
OLD = "370211" + "010101" + "001"
CARD = card("622000000000000000")
SHORT_CARD = card("620000000000000")
MOBILE = "13800001234"
NUMBER = "202101020304"

STOPS = [
    # Residents' numbers
    (ID, Kind.RESIDENT_ID),
    (f"身份证号{ID}。", Kind.RESIDENT_ID),
    (f"身份证：{ID}，电话见下", Kind.RESIDENT_ID),
    (wide(ID), Kind.RESIDENT_ID),
    (WITH_X, Kind.RESIDENT_ID),
    (WITH_X.lower(), Kind.RESIDENT_ID),
    (wide(WITH_X), Kind.RESIDENT_ID),
    (WITH_X.replace("X", "Ⅹ"), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8, gap="-"), Kind.RESIDENT_ID),
    (grouped(ID, 6, 4, 4, gap="—"), Kind.RESIDENT_ID),
    (grouped(ID, *[1] * 17), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8, gap="　"), Kind.RESIDENT_ID),
    (grouped(ID, 3, 9, gap="\u200b"), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8, gap="**"), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8, gap="\n"), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8, gap="&nbsp;"), Kind.RESIDENT_ID),
    (grouped(ID, 6, 8, gap="</b>"), Kind.RESIDENT_ID),
    ("".join(f"&#{ord(one)};" for one in ID), Kind.RESIDENT_ID),
    (f"1 {ID}", Kind.RESIDENT_ID),
    (f"| 1 | 样例甲 | {ID} |", Kind.RESIDENT_ID),
    (f"ID{ID}", Kind.RESIDENT_ID),
    (f"[查询](https://example.com/query/{ID})", Kind.RESIDENT_ID),
    (f"../media/{ID}.jpg", Kind.RESIDENT_ID),
    (resident("810000"), Kind.RESIDENT_ID),  # residents from Hong Kong and Taiwan
    (resident("830000"), Kind.RESIDENT_ID),
    (resident("937840"), Kind.RESIDENT_ID),  # a foreigner with permanent residence
    (resident("370213", "19010101"), Kind.RESIDENT_ID),  # born before the district was set up
    (f"旧号{OLD}", Kind.OLD_RESIDENT_ID),
    (wide(OLD), Kind.OLD_RESIDENT_ID),
    (grouped(OLD, 6, 6), Kind.OLD_RESIDENT_ID),
    # Cards
    (f"卡号：{CARD}", Kind.BANK_CARD),
    (grouped(CARD, 4, 4, 4, 4), Kind.BANK_CARD),
    (grouped(CARD, 6, gap="-"), Kind.BANK_CARD),
    (wide(CARD), Kind.BANK_CARD),
    (SHORT_CARD, Kind.BANK_CARD),
    (grouped(SHORT_CARD, 4, 4, 4), Kind.BANK_CARD),
    (card("400000000000000"), Kind.BANK_CARD),
    (card("510000000000000"), Kind.BANK_CARD),
    (card("955880000000000000"), Kind.BANK_CARD),
    (grouped(CARD, 5, 3, gap="\u200d"), Kind.BANK_CARD),
    # Mobile numbers
    (f"电话{MOBILE}", Kind.MOBILE),
    (f"请打{MOBILE}。", Kind.MOBILE),
    (grouped(MOBILE, 3, 4), Kind.MOBILE),
    (grouped(MOBILE, 3, 4, gap="-"), Kind.MOBILE),
    (grouped(MOBILE, 3, 4, gap=" - "), Kind.MOBILE),
    (grouped(MOBILE, 3, 4, gap="."), Kind.MOBILE),
    (grouped(MOBILE, 3), Kind.MOBILE),
    (grouped(MOBILE, 4, 3), Kind.MOBILE),
    (grouped(MOBILE, 3, 3), Kind.MOBILE),
    (grouped(MOBILE, *[1] * 10), Kind.MOBILE),
    (wide(MOBILE), Kind.MOBILE),
    (grouped(MOBILE, 2, 5, gap="\u200b"), Kind.MOBILE),
    (f"+86{MOBILE}", Kind.MOBILE),
    (f"86{MOBILE}", Kind.MOBILE),
    (f"(+86) {grouped(MOBILE, 3, 4, gap='-')}", Kind.MOBILE),
    (f"0086-{MOBILE}", Kind.MOBILE),
    (f"[拨打](tel:{MOBILE})", Kind.MOBILE),
    (f"<tel:{MOBILE}>", Kind.MOBILE),
    (f'<a href="tel:{MOBILE}">拨打</a>', Kind.MOBILE),
    (grouped(MOBILE, 3, 4, gap="&ensp;"), Kind.MOBILE),
    (grouped(MOBILE, 3, 4, gap="&#8203;"), Kind.MOBILE),
    (f"Tel{MOBILE}", Kind.MOBILE),
    (f"微信同号：wx{MOBILE}", Kind.MOBILE),
    (f"{MOBILE}@example.com", Kind.MOBILE),
    (f"0532-86057000/{MOBILE}", Kind.MOBILE),
    (f"https://example.com/call?phone={MOBILE}", Kind.MOBILE),
    ("1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣", Kind.MOBILE),
    ("19900000000", Kind.MOBILE),
    (f"{MOBILE[:5]}**{MOBILE[5:8]}**{MOBILE[8:]}", Kind.MOBILE),
    (f"{MOBILE[:5]}*{MOBILE[5:8]}*{MOBILE[8:]}", Kind.MOBILE),
    (f"**{MOBILE[:7]}**{MOBILE[7:]}", Kind.MOBILE),
    (f"{MOBILE[:1]}`{MOBILE[1:4]}`{MOBILE[4:]}", Kind.MOBILE),
    (f"5**{MOBILE}**", Kind.MOBILE),
    (f"[x](https://example.org/?t={MOBILE})", Kind.MOBILE),
    (f"https://example.org/?a=1&t={MOBILE}#top", Kind.MOBILE),
    (f"https://example.org/?t=+86{MOBILE}", Kind.MOBILE),
    (other(MOBILE, "𝟎"), Kind.MOBILE),
    (other(MOBILE, "٠"), Kind.MOBILE),
    (other(ID, "𝟬"), Kind.RESIDENT_ID),
    ("①③⑧⓪⓪⓪⓪①②③④", Kind.MOBILE),
    ("① ③ ⑧ ⓪ ⓪ ⓪ ⓪ ① ② ③ ④", Kind.MOBILE),
    ("¹³⁸⁰⁰⁰⁰¹²³⁴", Kind.MOBILE),
    (f"①{MOBILE}", Kind.MOBILE),
    (f"{MOBILE}²", Kind.MOBILE),
    (f"{MOBILE}×2", Kind.MOBILE),
    (f"{MOBILE}abc", Kind.MOBILE),
    (f"{MOBILE}zhang", Kind.MOBILE),
    (f"zhang{MOBILE}", Kind.MOBILE),
    (f"id{WITH_X}id", Kind.RESIDENT_ID),
    *((WITH_X.replace("X", one), Kind.RESIDENT_ID) for one in "ХхΧχ×"),
    # Student numbers
    (f"学号{NUMBER}", Kind.STUDENT_NUMBER),
    (f"{wide(NUMBER)}样例甲", Kind.STUDENT_NUMBER),
    (f"{NUMBER}@stu.example.edu.cn", Kind.STUDENT_NUMBER),
    (f"../media/{NUMBER}.jpg", Kind.STUDENT_NUMBER),
    (grouped(NUMBER, 4, 4, gap="\u200b"), Kind.STUDENT_NUMBER),
    (grouped(NUMBER, 4, 4), Kind.STUDENT_NUMBER),
    (grouped(NUMBER, 4, 4, gap="-"), Kind.STUDENT_NUMBER),
    (grouped(NUMBER, 4, 4, gap="**"), Kind.STUDENT_NUMBER),
    (f"学号 {grouped(NUMBER, 6)}，", Kind.STUDENT_NUMBER),
    # Birth dates
    ("1999年5月12日出生", Kind.BIRTH_DATE),
    ("出生于1999年5月12日", Kind.BIRTH_DATE),
    ("出生日期：1999-05-12", Kind.BIRTH_DATE),
    ("出生年月 1999.05", Kind.BIRTH_DATE),
    ("出生年月：199905", Kind.BIRTH_DATE),
    ("出生日期：19990512", Kind.BIRTH_DATE),
    ("样例甲，女，1999年5月生，中共党员", Kind.BIRTH_DATE),
    ("1999年5月生于示例县", Kind.BIRTH_DATE),
    ("样例甲生于１９９９年５月", Kind.BIRTH_DATE),
    ("生日：5月12日", Kind.BIRTH_DATE),
    ("5月12日是她的生日", Kind.BIRTH_DATE),
    ("一九九九年五月十二日出生", Kind.BIRTH_DATE),
    ("二〇〇一年十月出生", Kind.BIRTH_DATE),
    ("99年5月出生", Kind.BIRTH_DATE),
    ("1999 年 5 月 12 日，他在示例县出生", Kind.BIRTH_DATE),
    ("1999/5/12出生", Kind.BIRTH_DATE),
    ("在他生日那天（5月12日）", Kind.BIRTH_DATE),
    ("1998.10出生", Kind.BIRTH_DATE),
    ("| 姓名 | 出生年月 |\n| --- | --- |\n| 样例甲 | 1999.05 |", Kind.BIRTH_DATE),
    ("| 姓名 | 生日 |\n| --- | --- |\n| 样例甲 | 5月12日 |", Kind.BIRTH_DATE),
    ("出生年月|姓名\n---|---\n1999.05|样例甲", Kind.BIRTH_DATE),
    # Homes
    ("家住示例市示例区示例路3号", Kind.HOME_ADDRESS),
    ("家庭住址：示例省示例市示例区示例街道示例小区2号楼1单元301室", Kind.HOME_ADDRESS),
    ("家庭地址 示例市示例镇示例村12号", Kind.HOME_ADDRESS),
    ("现住示例市示例路３号院", Kind.HOME_ADDRESS),
    ("他住在示例县示例镇示例村五组", Kind.HOME_ADDRESS),
    ("户籍地址：示例县示例乡示例村3组", Kind.HOME_ADDRESS),
    ("住址：示例花园5栋302室", Kind.HOME_ADDRESS),
    ("居住在示例胡同8号", Kind.HOME_ADDRESS),
    ("| 家庭住址 | 示例市示例路3号 |", Kind.HOME_ADDRESS),
    ("样例甲，示例小区3号楼2单元501", Kind.HOME_ADDRESS),
    ("家住示例市示例路18号3栋2单元501", Kind.HOME_ADDRESS),
    ("现住址:示例小区8-2-301", Kind.HOME_ADDRESS),
    ("我家在示例路3号", Kind.HOME_ADDRESS),
]
"""A text, and the one thing that it gives away."""

PASSES = [
    # Numbers of documents, days, amounts
    "山科大党字〔2021〕52号",
    "鲁青联发〔2021〕12号，中青联发〔2022〕3号",
    "2021-07-01",
    "2021-07-01至2021-09-30",
    "2021-07-01 2021-09-30 2022-07-01 2022-09-30",
    "2021.07.01-2021.09.30",
    "20210701",
    "报名时间：2026年12月3日19:00—20:30",
    "第 150 期 2021-2022 学年",
    "150\n2021\n2022",
    "150\n20210701",
    "补贴6000元，另有4000元",
    "每人每年 15000 元",
    "总投资15000000000元",
    "共投入¥13800001234",
    "约 13800001234.50 元",
    "6000 4000 3500 2000",
    "1,380,000,123",
    "增长 3.14159265358979323846 倍",
    "0.13800001234",
    # Telephones of offices, postal codes, groups
    "0532-86057000",
    "0532-86057000，0532-86057001",
    "(0532) 8605 7000",
    "+86 532 8605 7000",
    "400-800-8820，12355，010-12345678",
    "邮编 266590",
    "QQ群 123456789",
    "QQ：1234567890",
    "138****1234",
    f"{ID[:6]}********{ID[-4:]}",
    # Numbers whose check digit is wrong, and parts of longer ones
    ID[:-1] + ("1" if ID[-1] != "1" else "2"),
    wide(ID[:-1] + ("1" if ID[-1] != "1" else "2")),
    ID[:-1],
    f"{ID}0",
    f"0{ID}",
    resident("000000"),  # no such province
    resident("370099", "19011301"),  # no such day
    resident("370099", "18010101"),
    "370299" + "010101" + "001",  # 15 digits of no county
    "370211" + "011301" + "001",
    "350000000000000",
    CARD[:-1] + str((int(CARD[-1]) + 1) % 10),
    card("712345678901234"),  # no bank's
    card("200000000000000"),
    f"1{CARD}",
    f"{CARD}123",
    "12800001234",
    "10800001234",
    f"{MOBILE}5",
    f"5{MOBILE}",
    f"{MOBILE[:-1]}",
    # Ids and addresses
    "978-7-5006-1234-5",
    "ISBN 9787500612345",
    "ISSN 1671-1234",
    "550e8400-e29b-41d4-a716-446655440000",
    "12345678-1234-1234-1234-123456789012",
    f"a{MOBILE}b",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "订单号 2021070112345678901234567890",
    "交易号：20210701123456789",
    "统一社会信用代码 12370000495570303U",
    "913702001634567890",
    f"https://example.com/news/{MOBILE}.html",
    f"https://example.com/a/{card('621234567890123456')}/",
    f"https://example.com/20210701/{NUMBER}.jpg",
    f"[报道](https://example.com/n1/2021/0701/c{MOBILE}-32145678.html)",
    f"https://example.com/{OLD}",
    "120.1234567, 36.0123456",
    "坐标 120.12345678 36.12345678",
    "139.12345678",
    "192.168.100.100",
    "v20210701.123456",
    "2021010203",  # as long as no student number
    f"{NUMBER}5",
    "wb2021-017",
    "20 21 01 02 03 04",
    "2021 2022 2023",
    "2021-2022-2023",
    "202101-202112",
    "2021-20220701",
    "20210701-0930",
    "2021-0102-0304-05",
    "1920*1080*144",
    "202.101.120.204",
    "2021*1080*1440",
    "e29b-2021-0102-0304-a716",
    f"https://example.org/?newsid={MOBILE}",
    f"https://example.org/?t={MOBILE}-32145678",
    "https://example.org/?t=1380000123456",
    other("2021-07-01", "𝟎"),
    "①②③④⑤",
    "步骤①2021年②2022年③2023年④2024年⑤2025年",
    f"{ID[:-1]}×2",
    f"{MOBILE}kWh",
    f"{MOBILE}m",
    f"SF{MOBILE}",
    f"abc{MOBILE}abc",
    f"9fe{MOBILE}abc4",
    f"{MOBILE}abcdef0123",
    # Words without a date, dates without a person
    "1999年出生",
    "他出生于1999年，2021年7月毕业",
    "他出生在示例县，2021年7月到岗",
    "2021年7月毕业生于9月报到",
    "毕业生于2021年7月1日报到",
    "学生于2026年9月1日前返校",
    "研究生于2026年9月入学",
    "事故发生于2021年7月20日",
    "中国共产党诞生于1921年7月1日",
    "7月1日是党的生日",
    "10月1日，祖国的生日",
    "10月1日是祖国77岁生日",
    "2021年5月生效",
    "2021年7月新生报到",
    "2026年5月12日学生日常管理",
    "2026年5月12日集体生日会",
    "2021年5月，他走出生活的困境",
    "2020年5月出生人口下降",
    "2026年3月，牧民家的羊羔出生了",
    "3月12日出生的小羊",
    "2026年5月12日，孩子们为他过生日",
    "样例甲1893年12月26日出生",
    "出生日期不写在公示里，公示自2026年11月20日开始",
    "| 姓名 | 学院 |\n| --- | --- |\n| 样例甲 | 2021年7月 |",
    # Places that are nobody's home, or no nearer than a village
    "地址：示例市示例区示例路579号",
    "办公地点：行政楼301室",
    "家住示例省示例县",
    "家住示例县示例镇示例村",
    "住在学校宿舍",
    "大家在示例路3号集合",
    "负责3号楼2单元101至602室的登记",
    "通讯地址：示例市示例路579号校团委",
    "学员住在学生公寓12号楼",
    "住在2号线旁边",
    "他住在三楼，负责3组",
    "住在村里，第3组走访",
    "家庭住址不公开，地址是示例路3号",
    "现住院治疗，病房在示例路3号",
    "志愿者住在示例路旁的第3号营地",
]
"""A text that gives nothing away."""


def test_the_tables_are_long_enough_to_tell_something():
    """Sixty each at least, none twice."""
    assert len({text for text, _ in STOPS}) == len(STOPS) >= 60
    assert len(set(PASSES)) == len(PASSES) >= 60
    assert {kind for _, kind in STOPS} == set(Kind)


@pytest.mark.parametrize(("text", "kind"), STOPS)
def test_what_looks_like_personal_data_is_found(text, kind):
    """Once, as what it is."""
    assert [found.kind for found in find(text, KNOWN)] == [kind]


@pytest.mark.parametrize("text", PASSES)
def test_what_only_resembles_personal_data_is_left_alone(text):
    """An editor who is stopped for nothing learns to work round the rule."""
    assert list(find(text, KNOWN)) == []


# Disguises

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: f"{day:%Y%m%d}")
RESIDENTS = st.builds(
    resident,
    st.sampled_from(["110101", "370099", "659001", "810000"]),
    DAYS,
    st.integers(0, 999).map("{:03}".format),
)
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
GAPS = st.text(st.sampled_from(" 　\t-–—－·" + HIDDEN), max_size=3)


@given(RESIDENTS, st.lists(st.tuples(GAPS, st.booleans()), min_size=18, max_size=18), st.data())
def test_no_disguise_hides_a_residents_number(number, disguise, data):
    """Spaces, hyphens, what is invisible, and full width, wherever they stand."""
    digits = [wide(one) if full else one for one, (_, full) in zip(number, disguise, strict=True)]
    text = digits[0] + "".join(
        gap + one for one, (gap, _) in zip(digits[1:], disguise[1:], strict=True)
    )
    before = data.draw(st.sampled_from(["", "身份证", "第一行\n", "证号：\u200b", "| 3 | "]))
    after = data.draw(st.sampled_from(["", "。", "\n下一行", " |"]))

    (found,) = find(before + text + after, KNOWN)

    assert found.kind is Kind.RESIDENT_ID
    assert (before + text)[found.offset] == digits[0]


@given(st.lists(st.sampled_from(HIDDEN), min_size=10, max_size=10), st.booleans())
def test_nothing_invisible_hides_a_mobile_number(between, full):
    """Nor full width."""
    digits = wide(MOBILE) if full else MOBILE
    text = "电话" + digits[0] + "".join(a + b for a, b in zip(between, digits[1:], strict=True))

    (found,) = find(text, KNOWN)

    assert (found.kind, found.offset) == (Kind.MOBILE, 2)


@given(st.text("0123456789", min_size=17, max_size=17), st.sampled_from("0123456789X"))
def test_digits_whose_check_digit_is_wrong_are_no_residents_number(digits, last):
    """Judged by another implementation."""
    number = digits + last
    fits = ric.calc_check_digit(number) == last

    assert fits or all(found.kind is not Kind.RESIDENT_ID for found in find(number, KNOWN))


@given(st.sampled_from(["110101", "320102", "650102"]), DAYS, st.integers(0, 999))
def test_what_another_library_takes_for_a_residents_number_is_found(county, day, order):
    """python-stdnum is stricter: it asks whether the county had its code in the year of birth."""
    number = resident(county, day, f"{order:03}")
    assume(ric.is_valid(number))

    assert [found.kind for found in find(number, KNOWN)] == [Kind.RESIDENT_ID]


@given(st.text("0123456789 -.*\u200b０９出生日于月年家住路号|\n\u00b2Xa", max_size=200))
@example("1" * 300)
@example("1 " * 300)
def test_whatever_is_written_is_looked_through(text):
    """No text is too odd, and what is found stands in it and is not told whole."""
    for found in find(text, KNOWN):
        assert 0 <= found.offset < len(text)
        assert len(re.sub(r"\D", "", found.masked)) <= 4


@pytest.mark.parametrize(
    ("text", "offset", "masked"),
    [
        (f"电话：{MOBILE}", 3, "138…"),
        (f"联系\u200b人，{grouped(MOBILE, 3, 4)}", 5, "138…"),
        (f"+86 {MOBILE}", 4, "138…"),
        (f"①，{other(MOBILE, '𝟎')}", 2, "138…"),
        (f"&lt;<b>电话</b>&gt;&#x31;{MOBILE[1:]}", 17, "138…"),
        (f"身份证号{wide(ID)}", 4, "3700…"),
        (f"学号{NUMBER}", 2, "2021…"),
        (f"卡号{CARD}", 2, "6220…"),
        ("她1999年5月12日出生", 1, "1999…"),
        ("她的生日是5月12日", 2, "5月…"),
        ("小红家住示例路3号", 2, "家住…"),
        ("住址\n出生年月|姓名\n---|---\n1999.05|样例甲", 19, "1999…"),
        ("示例苑3号楼2单元501", 3, "3号楼…"),
    ],
)
def test_a_finding_tells_where_it_is_and_no_more_than_its_beginning(text, offset, masked):
    """The offset counts characters of the text as it was written."""
    (found,) = find(text, KNOWN)

    assert (found.offset, found.masked) == (offset, masked)


def test_each_of_several_is_found_in_its_order():
    """And what belongs to one number is not found again as another."""
    text = f"{MOBILE}，{ID}，{CARD}，生于1999年5月12日"

    assert [found.kind for found in find(text, KNOWN)] == [
        Kind.MOBILE,
        Kind.RESIDENT_ID,
        Kind.BANK_CARD,
        Kind.BIRTH_DATE,
    ]


def test_without_a_pattern_nothing_is_a_student_number():
    """Every university numbers its students in its own way."""
    assert list(find(NUMBER, Known())) == []


# Records, pages and documents


def test_a_record_that_gives_somebody_away_is_an_error_where_it_does(site):
    """At line and column, in prose, in a link, in a list, in a value by itself."""
    site.write(
        "stories/giving.yml",
        "title: 示例\n"
        "date: 2026-10-01\n"
        f"summary: 联系{MOBILE}\n"
        "tags: [支教]\n"
        "source:\n"
        "  outlet: 示例报\n"
        f"  url: https://example.com/?id={ID}\n"
        "body: |\n"
        "  第一行。\n"
        "\n"
        f"  后来，[打电话](tel:{MOBILE})，卡号{CARD}。\n",
    )

    assert site.seen() == [
        ("content/stories/giving.yml", 3, 12, "mobile-number"),
        ("content/stories/giving.yml", 7, 32, "resident-id"),
        ("content/stories/giving.yml", 11, 16, "mobile-number"),
        ("content/stories/giving.yml", 11, 31, "bank-card"),
    ]


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("volunteers/wb2024-001", {"quote": f"打{MOBILE}"}),
        ("volunteers/wb2024-001", {"timeline": [{"date": "2024-08", "text": f"打{MOBILE}"}]}),
        ("volunteers/wb2024-001", {"aliases": [f"/volunteers/{MOBILE}/"]}),
        ("volunteers/wb2024-001", {"history": [{"on": "2026-01-01", "kind": "minor", "note": MOBILE}]}),
        (f"volunteers/{MOBILE}", {}),
        ("events/talk", {"audience": [f"打{MOBILE}"]}),
        ("events/talk", {"dates": [{"id": f"d-{MOBILE}", "start": "2026-12-03"}]}),
        ("events/talk", {"online": f"https://example.com/?phone={MOBILE}"}),
        ("stories/x", {"tags": [MOBILE]}),
        ("media/x", {"alt": f"打{MOBILE}"}),
        ("notices/x", {"people": [{"name": "样例甲", "class": MOBILE}]}),
        ("units/x", {"lead": f"办公室主任{MOBILE}"}),
    ],
)  # fmt: skip
def test_any_text_that_is_published_is_looked_at(site, key, fields):
    """Prose, values, links, ids, addresses."""
    site.add(key, **fields)

    assert [problem.code for problem in site.problems()] == ["mobile-number"]


def test_the_message_repeats_no_more_than_the_beginning(site):
    """A log of CI is public as well."""
    given = {"mobile-number": MOBILE, "resident-id": ID, "bank-card": CARD}
    given |= {"birth-date": "1999年5月12日出生", "home-address": "家住示例路3号"}
    for number, text in enumerate(given.values()):
        site.add(f"stories/s{number}", body=f"示例{text}。")

    problems = site.problems()

    assert {problem.code for problem in problems} == given.keys()
    for problem in problems:
        for language in Language:
            assert given[problem.code] not in problem.line_in(language)
            assert given[problem.code][6:] not in problem.line_in(language)


@pytest.mark.parametrize("format", ["text", "json", "github"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_output_of_the_command_has_the_number(site, format, lang):
    """In any format and language; the place is there."""
    site.write("events/a.yml", f"title: 示例\nkind: visit\ndates: [{{start: 2026-12-01}}]\nsummary: {wide(ID)}\n")  # fmt: skip

    done = run("check", "--format", format, "--lang", lang, "--as-of", TODAY, cwd=site.root)

    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert "3700…" in said
    assert ID[4:10] not in said
    assert wide(ID)[4:10] not in said
    if format == "json":
        (row,) = json.loads(done.stdout)
        assert (row["file"], row["line"], row["column"]) == ("content/events/a.yml", 4, 10)
        assert (row["severity"], row["key"], row["code"]) == ("error", "summary", "resident-id")


def test_a_hand_written_page_is_held_to_the_rule(site):
    """At its line and column."""
    site.write("pages/about.md", f"# 关于\n\n站长：{MOBILE}\n")

    assert site.seen() == [("content/pages/about.md", 3, 4, "mobile-number")]


def test_an_official_document_that_is_cited_is_held_to_the_rule(site):
    """It is published as it is; one that nothing cites is not."""
    site.policy()
    document = site.content_folder / "sources" / "doc.txt"
    document.write_text(document.read_text("utf-8") + f"\n联系人手机：{MOBILE}\n", "utf-8")
    site.write("sources/other.txt", f"联系人手机：{MOBILE}\n")

    problems = [found for found in site.seen() if found[3] == "mobile-number"]

    line = document.read_text("utf-8").count("\n")
    assert problems == [("content/sources/doc.txt", line, 7, "mobile-number")]


def test_the_site_is_not_built_while_somebody_is_given_away(site):
    """An error, not a warning."""
    site.add("stories/giving", body=f"打{MOBILE}。")

    with pytest.raises(Stopped):
        site.build()

    assert not site.folder.exists()


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("stories/x", {"body": MOBILE, "publish": {"state": "draft"}}),
        ("stories/x", {"body": MOBILE, "publish": {"until": "2026-11-01"}}),
        ("volunteers/wb2024-001", {"consent": {"granted": "2024-09-01", "covers": ["name"], "record": f"档案柜 {MOBILE}"}}),
        ("volunteers/wb2024-001", {"quote": MOBILE, "consent": {"granted": "2024-09-01", "covers": ["name"]}}),
    ],
    ids=["draft", "over", "where the paper lies", "not covered"],
)  # fmt: skip
def test_what_is_not_published_gives_nobody_away(site, key, fields):
    """The rule is about what readers would see."""
    site.add(key, **fields)

    assert site.problems() == []


# Offices


def contact(**fields):
    return {"contacts": [{"label": "办公电话", **fields}]}


def test_an_offices_number_is_allowed_where_the_unit_has_it_and_elsewhere(site):
    """However it is grouped, and in hand-written pages too; another number is not."""
    site.add("units/office", **contact(phone=f"0532-86057000，{MOBILE}"))
    site.add("stories/x", summary=f"咨询 {grouped(MOBILE, 3, 4)}", body=f"打+86{wide(MOBILE)}。")
    site.add("events/talk", summary="咨询13900005678")
    site.write("pages/about.md", f"打{MOBILE}。\n")

    assert site.seen() == [("content/events/talk.yml", 5, 12, "mobile-number")]


def test_a_notices_number_for_objections_is_allowed(site):
    """It is published so that people call it."""
    objections = {"contact": "示例办公室", "phone": MOBILE}
    site.add("notices/x", objections=objections, body=f"有异议请打{MOBILE}。")

    assert site.problems() == []


def test_the_number_of_an_office_that_is_not_published_is_not_allowed_elsewhere(site):
    """A draft has published nothing."""
    site.add("units/office", **contact(phone=MOBILE), publish={"state": "draft"})
    site.add("events/talk", summary=f"咨询{MOBILE}")

    assert [problem.code for problem in site.problems()] == ["mobile-number"]


def test_an_offices_address_and_a_venues_are_no_homes(site):
    """They may be flats."""
    flat = "示例小区3号楼2单元501室"
    site.add("units/office", **contact(address=flat))
    site.add("events/talk", venue={"address": flat})

    assert site.problems() == []


def test_contacts_hold_no_persons_numbers(site):
    """An ID-card number is no way to reach an office."""
    site.add("units/office", **contact(phone=ID, hours=CARD))

    assert [problem.code for problem in site.problems()] == ["resident-id", "bank-card"]


def test_an_offices_number_is_no_student_number(site):
    """Even if it has as many digits."""
    site.config.write_text(with_pattern(site, r"\d{8,12}"), "utf-8")
    site.add("units/office", **contact(phone="053286057000"))
    site.add("events/talk", summary="咨询053286057000")

    assert run("check", "--as-of", TODAY, cwd=site.root).returncode == 0


# The option


def with_pattern(site, pattern):
    """mkdocs.yml with a pattern of student numbers."""
    text = site.config.read_text("utf-8")
    return text.replace("- westbound\n", f"- westbound:\n      student_number: '{pattern}'\n")


def test_a_student_number_is_what_mkdocs_yml_says(site):
    """Checked, and built, by the pattern."""
    site.add("stories/x", body="2021-01 和 AB202101 和 202101。")
    assert run("check", "--as-of", TODAY, cwd=site.root).returncode == 0

    site.config.write_text(with_pattern(site, r"AB\d+"), "utf-8")

    for command in ("check", "build"):
        done = run(command, "--lang", "en", "--as-of", TODAY, cwd=site.root)
        assert done.returncode == 1
        assert "a student number (AB20…)" in done.stdout.decode()
    assert not site.folder.exists()


def test_a_pattern_that_is_none_is_said_plainly(site):
    """With what would be right, and without a stack trace."""
    site.config.write_text(with_pattern(site, "20(*"), "utf-8")

    done = run("check", "--as-of", TODAY, cwd=site.root)

    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 2
    assert "student_number" in said
    assert "20\\d{10}" in said
    assert "Traceback" not in said


def test_the_preview_says_it_as_soon_as_it_is_typed(site):
    """Also where only words changed."""
    entry = site.add("stories/x")
    preview = Preview(site.config, as_of=date.fromisoformat(TODAY))
    assert preview.errors == []

    entry.edit(body=f"打{MOBILE}。")
    preview.change([entry.path.resolve()])

    assert [problem.code for problem in preview.errors] == ["mobile-number"]
    preview.close()
