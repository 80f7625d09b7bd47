"""What can be wrong with the content, as values, and every message about it in two languages.

A problem is made where it is found and travels as a value; only ``cli/`` and the plugin print
it. Codes are permanent: editors' notes and CI filters may rely on them. Wording may improve.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.personal_data import masked


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Language(StrEnum):
    """The languages in which Westbound speaks to its users."""

    ZH = "zh"
    EN = "en"


Loc = tuple[str | int, ...]
"""The way to a value inside a record: keys and list positions, outermost first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place of the content.

    What it says of itself repeats no personal data whole, wherever that was typed: in a value, as
    a key, as a file's name.

    ``file`` is the path as an editor knows it (``content/volunteers/x.yml``). ``line`` and
    ``column`` count from 1, as editors do; 0 means not placed yet (:func:`generator.reading.place`
    finds the place of ``loc`` in the file). ``offset`` points into a text value, in characters
    from its start, where the problem is a part of it.
    """

    file: str
    code: str
    loc: Loc = ()
    line: int = 0
    column: int = 0
    particulars: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    offset: int | None = None
    on_key: bool = False
    """Whether the key itself is at fault (an unknown key), not its value."""

    @property
    def key(self) -> str:
        """The way to the value as editors write it: ``dates.0.start``."""
        return masked(".".join(str(part) for part in self.loc))

    @property
    def shown_file(self) -> str:
        """The path as it may be shown."""
        return masked(self.file)

    @property
    def head(self) -> str:
        """``file:line:column: error: key:``, the same in every language, for editors and CI."""
        place = f"{self.shown_file}:{self.line}:{self.column}" if self.line else self.shown_file
        key = f" {self.key}:" if self.loc else ""
        return f"{place}: {self.severity}:{key}"

    def message(self, language: Language) -> str:
        """What is wrong and what would be right, as one or two sentences."""
        zh, en = MESSAGES[self.code]
        told = {
            name: masked(value) if isinstance(value, str) else value
            for name, value in self.particulars.items()
        }
        return (zh if language is Language.ZH else en).format(**told)

    def line_in(self, language: Language) -> str:
        """The whole line: head and message."""
        return f"{self.head} {self.message(language)}"


MESSAGES: Mapping[str, tuple[str, str]] = {
    # The file as such
    "file-name": (
        "文件名“{name}”不能作编号：编号只用小写英文字母、数字和连字符，例如 {example}。",
        "The file's name {name!r} is no id: use lower-case letters, digits and hyphens, such as {example}.",
    ),
    "file-reserved": (
        "“{name}”是 Windows 的保留名，文件打不开也复制不了。请换一个编号。",
        "{name!r} is a name that Windows reserves: the file could not be opened there. Choose another id.",
    ),
    "file-name-long": (
        "文件名太长，超过 {limit} 个字符，有的电脑打不开。请换一个短的编号。",
        "The file's name has more than {limit} characters: some systems could not open it. Shorten it.",
    ),
    "file-suffix": (
        "记录文件须以 .yml 结尾，这个文件不会被读取。请改名为 {example}。",
        "A record's file ends in .yml; this one would not be read. Rename it to {example}.",
    ),
    "file-foreign": (
        "这个文件夹只放 .yml 记录，这个文件不会被读取。图片放到 media，官方文件放到 sources，其他的请移到别处。",
        "Only .yml records belong here; this file is not read. Pictures belong in media, official documents in sources.",
    ),
    "file-misplaced": (
        "这里没有叫“{name}”的记录类别。记录放在：{known}。",
        "There is no collection {name!r}. Records belong in: {known}.",
    ),
    "file-loose": (
        "记录不直接放在 {folder} 里，要放进所属类别的文件夹：{known}。",
        "A record does not lie in {folder} itself but in its collection's folder: {known}.",
    ),
    "file-outside": (
        "这个文件是指向 content 以外的链接，不会被读取。请把文件本身放进来。",
        "This file is a link that leads out of the content folder. Put the file itself here.",
    ),
    "file-unreadable": (
        "文件打不开（{reason}）。请检查权限，或关闭占用它的程序后再试。",
        "The file cannot be opened ({reason}). Check its permissions, or close the program that holds it.",
    ),
    "not-a-file": (
        "名字以 {suffix} 结尾，却不是文件（是文件夹或别的东西）。请改名，或把里面的东西移出来。",
        "This ends in {suffix} but is no file (a folder, or something else). Rename it, or move out what it holds.",
    ),
    "file-too-large": (
        "文件有 {size}，超过 1 MB。这里只放文字，图片请放到 media 里引用。",
        "The file has {size}; a text may have 1 MB. Pictures belong in media.",
    ),
    "file-empty": (
        "文件是空的。用“westbound new {collection} {id}”可以得到一份带说明的样板。",
        "The file is empty. `westbound new {collection} {id}` writes a commented record to fill in.",
    ),
    "content-missing": (
        "没有找到内容文件夹（{folder}）。请在网站所在的文件夹里运行，或用 --content 指明。",
        "There is no content folder ({folder}). Run this where the site is, or name the folder with --content.",
    ),
    "id-names-person": (
        "编号“{id}”像是姓名的拼音。编号就是网址，撤下以后也会留着，请改用看不出姓名的，例如 {example}。",
        "The id {id!r} seems to spell the person's name. It is the address and stays after a withdrawal: use one that names nobody, such as {example}.",
    ),
    "not-utf8": (
        "文件不是 UTF-8 编码（像是 {guess}）。请在记事本里“另存为”，编码选 UTF-8。",
        "The file is not UTF-8 (it looks like {guess}). Save it again with the encoding UTF-8.",
    ),
    "not-text": (
        "文件不是 UTF-8 编码的文字。请在记事本里“另存为”，编码选 UTF-8；Word 等文件请把文字复制出来。",
        "The file is no UTF-8 text. Save it again with the encoding UTF-8; from a Word file, copy the text.",
    ),
    "control-character": (
        "这里有一个看不见的控制字符（{character}）。请删去后重新输入这一行。",
        "There is an invisible control character here ({character}). Delete it and type the line again.",
    ),
    "line-end": (
        "这里的换行是老式 Mac 的单个回车。请用 Windows 或 Unix 换行保存。",
        "The line ends with a lone carriage return. Save the file with Windows or Unix line ends.",
    ),
    # YAML
    "tab": (
        "行首用了制表符（Tab）。YAML 的缩进只能用空格，请换成空格。",
        "This line is indented with a tab. YAML is indented with spaces only.",
    ),
    "yaml": (
        "这里的写法读不懂（{detail_zh}）。常见原因：缩进没对齐，冒号后少了空格，或引号没有成对。",
        "This cannot be read ({detail}). Usual causes: indentation that does not line up, no space after a colon, a quote left open.",
    ),
    "yaml-colon": (
        "这一行里还有一个冒号，后面的字读不进去。请给整个值加上引号，或改用中文冒号“：”。",
        "There is a second colon in this line. Put the whole value in quotes.",
    ),
    "full-width-colon": (
        "这里用了中文冒号“：”。名称后面要用英文冒号加一个空格，例如 name: 值。",
        "This is a full-width colon (：). After a key write `: `, a colon and a space.",
    ),
    "not-indented": (
        "{key} 属于 {near}（{near_label}），要写在它下面：{how_zh}。",
        "{key} belongs to {near} ({near_label}) and stands below it: {how}.",
    ),
    "full-width-comma": (
        "这里用了中文的“{sign}”，前后连成了一项。各项之间用英文逗号加一个空格，例如 [a, b]；或每项一行。",
        "{sign!r} joins what stands around it into one item. Between items write a comma and a space: [a, b].",
    ),
    "wide-space": (
        "{where_zh}是{space_zh}，请换成英文空格。",
        "{where} {space}: use plain spaces.",
    ),
    "value-start": (
        "值以“{sign}”开头，会被当成列表或“名称: 值”。这是正文，请给整个值加引号。",
        "A value that begins with {sign} is taken for a list or for `key: value`. Quote the whole value.",
    ),
    "duplicate-key": (
        "“{key}”写了两遍，第一次在第 {first} 行。请合并成一处。",
        "{key!r} stands here twice, first in line {first}. Keep one.",
    ),
    "not-a-key": (
        "冒号前面只能是一个词。如果这是正文（例如以 {{ 或 [ 开头），请给整个值加引号。",
        "Only a single word can be a key. If this is text that starts with {{ or [, quote the whole value.",
    ),
    "list-in-value": (
        "下面的“- ”成了“{value}”的一部分，没有成为列表。请删去冒号后面的字，或把“- ”对齐。",
        "The `- ` below became a part of {value!r} instead of a list. Delete the words after the colon, or line up the `- `.",
    ),
    "anchor": (
        "这里用了 YAML 的锚点或别名（& 或 *）。如果是正文，请给整个值加引号；否则把内容直接写出来。",
        "An anchor or alias (& or *) stands here. Quote the value if it is text; else write the content out.",
    ),
    "tag": (
        "这里用了 YAML 标签（!）。如果是正文，请给整个值加引号。",
        "A YAML tag (!) stands here. Quote the value if it is text.",
    ),
    "null": (
        "“{word}”会原样出现在网站上。不填就让冒号后面空着；真要这个词，请加引号。",
        "{word!r} would be published as it is. Leave the value empty; quote the word if you mean it.",
    ),
    "too-deep": (
        "嵌套超过 {limit} 层。记录不会这么深，请检查括号和缩进。",
        "Nested deeper than {limit} levels. No record is that deep: check brackets and indentation.",
    ),
    "several-documents": (
        "一个文件只放一条记录，这里的“---”开始了第二条。请分成两个文件；如果只是分隔线，请删去。",
        "One file holds one record; a second one starts here with `---`. Split the file, or delete the line.",
    ),
    "comment-in-value": (
        "“#”后面的“{lost}”被当成注释，不会出现在网站上。要保留它，请给整个值加引号。",
        "What follows # ({lost!r}) is a comment and will not be published. Quote the value to keep it.",
    ),
    # Keys and shapes
    "unknown-key": (
        "{label}记录里没有这一项。",
        "{a_noun} has no such key.",
    ),
    "unknown-key-near": (
        "{label}记录里没有这一项。是不是 {near}（{near_label}）？",
        "{a_noun} has no such key. Did you mean {near} ({near_label})?",
    ),
    "unknown-key-within": (
        "这里没有这一项。可以写：{known}。",
        "There is no such key here. Known keys: {known}.",
    ),
    "unknown-key-within-near": (
        "这里没有这一项。是不是 {near}（{near_label}）？",
        "There is no such key here. Did you mean {near} ({near_label})?",
    ),
    "id-inside": (
        "编号就是文件名（{id}），不写在记录里。请删去这一行。",
        "The file's name is the id ({id}); it is not written inside. Delete this line.",
    ),
    "missing": (
        "缺少{name}（{field_label}）。{description}",
        "{name} ({field_label}) is missing.",
    ),
    "word-expected": (
        "{field_label}应写成一句文字，这里是{found_zh}。",
        "{field_label} takes one text; here stands {found}.",
    ),
    "list-expected": (
        "{field_label}应写成列表，每项一行，以“- ”开头。",
        "{field_label} takes a list: one item a line, each after `- `.",
    ),
    "mapping-expected": (
        "{field_label}下面应写若干“名称: 值”，每项一行并缩进。可以写：{known}。",
        "{field_label} takes `key: value` lines, indented. Known keys: {known}.",
    ),
    "table-expected": (
        "{field_label}下面应写若干“编号: 值”，每项一行并缩进。",
        "{field_label} takes `id: value` lines, indented.",
    ),
    "record-expected": (
        "这里应是一条记录，每行一个“名称: 值”。至少要写：{known}。",
        "A record stands here: one `key: value` a line. It needs at least: {known}.",
    ),
    "too-few": (
        "{field_label}至少要写 {least} 项。",
        "{field_label} needs {least} or more.",
    ),
    "withdrawn-not-alone": (
        "撤下的记录只保留 withdrawn，其余内容请删去（网址会保留）。",
        "A withdrawn record holds `withdrawn` and nothing else; delete the rest (the address stays).",
    ),
    # Values
    "not-a-day": (
        "“{value}”不是日期。请写成 2026-03-01 这样的年-月-日。",
        "{value!r} is no date. Write year-month-day, such as 2026-03-01.",
    ),
    "no-such-day": (
        "日历上没有 {value} 这一天。请核对月份和日期。",
        "The calendar has no {value}. Check the month and the day.",
    ),
    "far-year": (
        "“{value}”的年份不在 {first} 到 {last} 之间。没有期限的，不写这一项。",
        "The year of {value} is not between {first} and {last}. Where there is no limit, leave the key out.",
    ),
    "not-a-moment": (
        "“{value}”不是日期或时间。请写成 2026-03-01，或带时间的 2026-03-01T14:30。",
        "{value!r} is no date or time. Write 2026-03-01, or 2026-03-01T14:30 with a time.",
    ),
    "not-a-reduced-date": (
        "“{value}”不是年月或日期。请写成 2026-03，或 2026-03-01。",
        "{value!r} is no month or date. Write 2026-03, or 2026-03-01.",
    ),
    "not-a-year": (
        "“{value}”不是年份。请写四位数字，例如 2024。",
        "{value!r} is no year. Write four digits, such as 2024.",
    ),
    "not-a-cohort": (
        "“{value}”不像是届。届是毕业并出发的年份，不早于 {first}。请核对。",
        "{value!r} cannot be a cohort: it is the year of departure, {first} or later.",
    ),
    "not-a-number": (
        "“{value}”不是数字。请只写数字，例如 6000 或 0.5，不写单位。",
        "{value!r} is no number. Write digits only, such as 6000 or 0.5, without the unit.",
    ),
    "not-a-flag": (
        "“{value}”不行，只能写 true（是）或 false（否）。",
        "{value!r} will not do: write true or false.",
    ),
    "not-an-option": (
        "“{value}”不是可选的值。可选：{options}。",
        "{value!r} is not one of the options: {options}.",
    ),
    "not-an-option-near": (
        "“{value}”不是可选的值。是不是 {near}（{near_label}）？",
        "{value!r} is not one of the options. Did you mean {near} ({near_label})?",
    ),
    "not-an-id": (
        "“{value}”不是编号。编号就是文件名去掉 .yml，只有小写英文字母、数字和连字符。",
        "{value!r} is no id. An id is a file's name without .yml: lower-case letters, digits, hyphens.",
    ),
    "not-an-address": (
        "“{value}”不是网址。请写以 https:// 或 http:// 开头的完整网址。",
        "{value!r} is no web address. Write it whole, from https:// or http://.",
    ),
    "not-a-file-name": (
        "“{value}”不行：只写文件名，不带文件夹，也不能指到别处。",
        "{value!r} will not do: write a file's name alone, without folders.",
    ),
    "not-a-site-address": (
        "“{value}”不是站内网址。请写成 /stories/old-name/ 这样，以斜杠开头和结尾。",
        "{value!r} is no address of this site. Write it like /stories/old-name/, with both slashes.",
    ),
    "not-a-tag": (
        '“{value}”不能作标签：标签不含空格和 / \\ : * ? " < > | # %，最多 20 个字。',
        '{value!r} cannot be a tag: no spaces and none of / \\ : * ? " < > | # %, 20 characters at most.',
    ),
    "several-lines": (
        "{field_label}只能有一行。",
        "{field_label} takes one line.",
    ),
    "text-empty": (
        "{field_label}是空的。请填写，或删去这一行。",
        "{field_label} is empty. Fill it in, or delete the line.",
    ),
    "end-before-start": (
        "结束（{end}）早于开始（{start}）。请核对两个时间。",
        "The end ({end}) is before the start ({start}). Check both.",
    ),
    "withdrawn-before-granted": (
        "撤回（{withdrawn}）早于同意（{granted}）。请核对两个日期。",
        "The withdrawal ({withdrawn}) is before the consent ({granted}). Check both days.",
    ),
    "end-mixed": (
        "开始写了{start_kind_zh}，结束也要写{start_kind_zh}。",
        "The start is a {start_kind}, so the end must be a {start_kind} as well.",
    ),
    "one-of": (
        "{options}必须写一个，而且只写一个。",
        "Write exactly one of {options}.",
    ),
    "at-least-one-of": (
        "{options}至少写一个。",
        "Write at least one of {options}.",
    ),
    "cite-without-source": (
        "写了条款，却没有写是哪份文件的。请给这个单位加一行 source: 文件名，例如 source: sdust-2021-52.txt。",
        "This cites a clause, but of no document. Give the unit a `source`: the file's name in content/sources/.",
    ),
    "same-id-twice": (
        "编号“{id}”用了两次。请给每一项不同的编号。",
        "The id {id!r} is used twice. Give each item its own.",
    ),
    "value-refused": (
        "{field_label}不能写成“{value}”。",
        "{field_label} cannot be {value!r}.",
    ),
    # The schedule
    "room-taken": (
        "{when}起，{room}里已经有“{other}”（{file}）。请换时间或地点，或与对方商量。",
        "{room} is taken from {when} by {other!r} ({file}). Choose another time or room.",
    ),
    "on-holiday": (
        "{day} 是{name}假期。请核对日期，或换一天。",
        "{day} is a public holiday ({name}). Check the day, or choose another.",
    ),
    "on-working-weekend": (
        "{day} 是因{name}调休、要上班上课的周末。请核对日期，或换一天。",
        "{day} is a weekend's day that is worked to make up for {name}. Check the day, or choose another.",
    ),
    "date-before-registration": (
        "这一场在报名开始（{opens}）以前就结束了。请核对两处的日期。",
        "This date is over before registration opens ({opens}). Check both.",
    ),
    "registration-after-dates": (
        "报名截止（{closes}）晚于最后一场（{last}）。请核对两处的日期。",
        "Registration closes ({closes}) after the last date ({last}). Check both.",
    ),
    "speaker-unnamed": (
        "{who} 没有同意公开姓名，活动页上写“{shown}”。请先征得本人同意，或换人。",
        "{who} did not agree to be named; the page says {shown!r}. Ask for consent first, or announce somebody else.",
    ),
    "move-unrecorded": (
        "已经发布的日历里，这一场是 {before}，现在是 {now}。请保留 previous 里已有的各项，在最后加上 start: {before}，订阅的人才知道改了。",
        "The published calendar has this date at {before}, now it is {now}. Keep what `previous` has and add `start: {before}` as its last entry, so that subscribers are told.",
    ),
    "date-vanished": (
        "已经发布的日历里有 {before} 这一场，记录里没有了，订阅的人那里会一直留着。编号（id）改了、后来才加的，请改回去。改期：start 写新时间，另写 {write}；不办了：留着这一场，写 status: cancelled。",
        "The published calendar has a date at {before} that the record has not, so subscribers keep it. Undo a change of its `id`. If it moved, write the new `start` and {write}; if it is off, keep the date with `status: cancelled`.",
    ),
    "sequence-fallen": (
        "已经发布的日历里，这一项的更改次数（SEQUENCE）是 {before}，现在是 {now}，订阅的人看不到改动。previous、history 里删去的，请放回去；取消以后又恢复的，请在 history 里加 {count} 条 kind: major，写明恢复。",
        "The published calendar has this at SEQUENCE {before}, now it is {now}, so subscribers do not see the change. Put back what was removed from `previous` or `history`; where a cancellation was taken back, add to `history` {count} × `kind: major` that says so.",
    ),
    "change-untold": (
        "已经发布的日历里，{what_zh}是“{before}”，现在是“{now}”，订阅的人不一定看得到。重要的，请在 history 里加一条 kind: major，改地点的也可以写 previous；改错字，不用管。",
        "The published calendar has the {what} {before!r}, now it is {now!r}; subscribers may not see it. If it matters, add to `history` a `kind: major`, or for a place write `previous`; leave a corrected slip.",
    ),
    # A series that is asked for
    "series-early": (
        "--start 的年份早于 {year} 年，请核对。",
        "The year of --start is before {year}: check it.",
    ),
    "series-overlap": (
        "每场从 {start} 到 {end}，超过一周，和下一场重叠。--end 写第一场的结束，不是最后一场的；请改 --end。",
        "A date from {start} to {end} takes more than a week and overlaps the next. --end is the end of the first date, not of the last: change it.",
    ),
    # Calendars that are imported
    "calendar-large": (
        "日历文件超过 4 MB。请在日历程序里只导出需要的一段时间。",
        "The calendar has more than 4 MB. Export only the time that is needed.",
    ),
    "calendar-not": (
        "这不是日历文件：.ics 以 BEGIN:VCALENDAR 开头。请在日历程序里选“导出”，再用导出的文件。",
        "This is no calendar: an .ics file begins with BEGIN:VCALENDAR. Export it from the calendar program.",
    ),
    "calendar-cut": (
        "日历文件不完整，有 BEGIN 没有对应的 END，可能没有下载完。请重新导出。",
        "The calendar is cut short: a BEGIN has no END. Export it again.",
    ),
    "calendar-empty": (
        "日历里没有活动，没有可以导入的。",
        "The calendar has no events: there is nothing to import.",
    ),
    "calendar-line": (
        "这一行读不懂（“{text}”），跳过了。请对照日历程序里的活动。",
        "This line cannot be read ({text!r}) and was passed over. Compare the event in the calendar program.",
    ),
    "calendar-others": (
        "日历里还有{what_zh}，只导入活动，没有导入这些。",
        "The calendar also has {what}; only events are imported.",
    ),
    "calendar-no-title": (
        "这个活动没有名称（SUMMARY），没有导入。请在日历程序里写上。",
        "This event has no name (SUMMARY) and was not imported. Give it one in the calendar program.",
    ),
    "calendar-no-start": (
        "这个活动没有开始时间（DTSTART），没有导入。请在日历程序里写上。",
        "This event does not say when it starts (DTSTART) and was not imported. Set it in the calendar program.",
    ),
    "calendar-time": (
        "这里的时间读不懂（{name}），这个活动没有导入。请在日历程序里重新设定时间。",
        "This time cannot be read ({name}); the event was not imported. Set it again in the calendar program.",
    ),
    "calendar-rule": (
        "这个活动的重复规则或时间不合规范，没有导入。请在日历程序里重新设定。",
        "The event's recurrence or times break the standard; it was not imported. Set them again in the calendar program.",
    ),
    "calendar-many": (
        "这个活动重复超过 {most} 场，没有导入。请在日历程序里给重复写上结束日期。",
        "This event has more than {most} dates and was not imported. Give its recurrence an end in the calendar program.",
    ),
    "calendar-no-dates": (
        "“{name}”一场也没有（都取消了，或早已过去），没有导入。",
        "{name!r} has no dates (all taken out, or long past) and was not imported.",
    ),
    "calendar-endless": (
        "这个活动一直重复下去，只取到 {until}，共 {count} 场。以后再导入一次，或在日历程序里写上结束。",
        "This event repeats for ever: it was taken up to {until}, {count} dates. Import it again later, or give it an end.",
    ),
    "calendar-twice": (
        "“{name}”和第 {other} 行的是同一个活动（UID 相同），只导入了那一个，没有导入这一个。请对照；是两个活动的，请在日历程序里另建一个。",
        "{name!r} is the same event as that of line {other} (the same UID): only that one was imported. Compare them; if they are two, make one of them anew in the calendar program.",
    ),
    "calendar-zone": (
        "时区“{zone}”不认识，时间当作 {here} 的。请核对。",
        "The time zone {zone!r} is not known; its times were taken for those of {here}. Check them.",
    ),
    "calendar-private": (
        "日历里标为私密，写成草稿（publish.state: draft），不会公开。可以公开，就删去这一项。",
        "The calendar calls this private: the record is a draft (publish.state). Delete that to publish it.",
    ),
    "calendar-left-out": (
        "“{name}”里还有：{what_zh}。记录里没有放的地方，没有写进去。",
        "{name!r} also has: {what}. A record has no place for it, so it was left out.",
    ),
    "calendar-vanished": (
        "日历文件里没有 {days} 这几场了，记录没有改动。不办了，请写 status: cancelled；改期，请写 previous。",
        "The calendar has no {days} any more; the record keeps them. If off, write `status: cancelled`; if moved, `previous`.",
    ),
    "calendar-body": (
        "日历里的说明和记录的正文不同，正文没有改动。请对照，需要时手工改。",
        "The calendar's description differs from the record's body, which was left alone. Compare them.",
    ),
    "calendar-differs": (
        "记录和日历不同（见上），没有改动。要按日历改，请加 --update。",
        "The record differs from the calendar (see above) and was left alone. To change it, add --update.",
    ),
    "calendar-by-hand": (
        "这条记录的写法，程序改不好。请照上面的差别手工改。",
        "This record is written in a way that cannot be changed safely. Make the changes above by hand.",
    ),
    "calendar-withdrawn": (
        "“{name}”对应的记录 {file} 已撤下，没有导入。",
        "The record of {name!r}, {file}, was taken down; it was not imported.",
    ),
    # Links between records
    "dangling": (
        "没有编号为“{id}”的{label}（content/{collection}/{id}.yml 不存在）。",
        "There is no {noun} {id!r} (content/{collection}/{id}.yml does not exist).",
    ),
    "dangling-near": (
        "没有编号为“{id}”的{label}。是不是 {near}？",
        "There is no {noun} {id!r}. Did you mean {near}?",
    ),
    "dangling-source": (
        "content/sources/ 里没有文件“{name}”。",
        "There is no file {name!r} in content/sources/.",
    ),
    "dangling-clause": (
        "文件 {source} 里没有条款“{at}”。条款号如 {example}。",
        "The source {source} has no clause {at!r}. Clauses are numbered such as {example}.",
    ),
    "dangling-part": (
        "“{owner}”里没有“{id}”。",
        "{owner!r} has no {id!r}.",
    ),
    "dangling-link": (
        "链接指向“{target}”，没有这个记录或网页。请核对文件名，写成 ../policies/xxx.yml 这样。",
        "The link leads to {target!r}, which is no record or page. Write it like ../policies/xxx.yml.",
    ),
    "empty-link": (
        "这个链接没有文字，也没有可以自动填入的标题。请在方括号里写上文字。",
        "This link has no text, and nothing that could fill it. Write a text in the brackets.",
    ),
    "unsafe-link": (
        "链接“{target}”不是可以公开的网址。请写 https:// 开头的网址或站内文件。",
        "The link {target!r} is no address that can be published. Use https:// or a file of this site.",
    ),
    "failed-link": (
        "这里像是没写成的链接：“{text}”。链接写作 [文字](../policies/xxx.yml)，括号用英文，地址里不留空格。",
        "This looks like a link that failed: {text!r}. Write [text](../policies/xxx.yml), without spaces.",
    ),
    "foreign-markdown": (
        "记录正文里不支持“{text}”这种写法。{instead_zh}",
        "Record prose has no {text!r}. {instead}",
    ),
    "picture-in-prose": (
        "正文里的图片要有记录。请把图片放进 content/media，写一条记录，这里写 ![]({example})，不写“{target}”。",
        "A picture in prose has a record. Put the file into content/media, write its record, and write ![]({example}) here instead of {target!r}.",
    ),
    "picture-inline": (
        "图片要单独成一段：前后各空一行，同一行不写别的字，也不放进链接、列表和表格里。",
        "A picture is a paragraph of its own: with an empty line before and after it, outside links, lists and tables.",
    ),
    # Clearance
    "names-withheld": (
        "这里写了“{masked}”，但{who}没有同意公开姓名。请删去姓名，或改为“一位志愿者”。",
        "This names {masked!r}, but {who} has not agreed to the publication of the name. Remove it.",
    ),
    "file-names-withheld": (
        "这个文件的名字里有“{masked}”，但{who}没有同意公开姓名。文件名就是网址，请改名。",
        "This file's name has {masked!r}, but {who} has not agreed to the publication of the name. It is the address: rename the file.",
    ),
    "no-consent": (
        "没有写 consent（同意公开），这位志愿者不会出现在网站上。",
        "There is no `consent`, so this volunteer does not appear on the site.",
    ),
    # Pictures
    "picture-unrecorded": (
        "没有记录写到这张图片，不知道拍的是谁、是否同意公开。请写一条记录（westbound new media），或把图片移出 media。",
        "No record names this picture: who is in it, and whether they agree, is not known. Write one (`westbound new media`), or move the file.",
    ),
    "picture-missing": (
        "content/media/ 里没有图片“{name}”。请把图片放进去，或核对文件名（大小写也要一样）。",
        "There is no picture {name!r} in content/media/. Put it there, or check the name, capitals included.",
    ),
    "picture-missing-near": (
        "content/media/ 里没有图片“{name}”。是不是 {near}？大小写也要一样。",
        "There is no picture {name!r} in content/media/. Did you mean {near}? Capitals count.",
    ),
    "picture-twice": (
        "这张图片已经写在 {other} 里。一张图片只写一条记录，请删去一条。",
        "{other} already names this picture. One picture has one record: delete one of them.",
    ),
    "picture-below": (
        "图片直接放在 {folder} 文件夹里，不放进下一级文件夹。请移上来。",
        "Pictures lie in {folder} itself, not in a folder below it. Move this one up.",
    ),
    "picture-heavy": (
        "图片有 {size}，超过 {limit}。请用看图软件另存为小一些的 JPEG。",
        "The picture has {size}; {limit} is the most. Save it smaller, as JPEG.",
    ),
    "picture-large": (
        "图片超过 1 亿像素，不打开。请缩小到长边 6000 像素以内再放进来。",
        "The picture has more than 100 million pixels and is not opened. Make its long side 6000 pixels or less.",
    ),
    "picture-kind": (
        "这不是能用的图片。请另存为 JPEG（.jpg）、PNG、WebP、HEIC 或 TIFF。",
        "This is no picture that can be used. Save it as JPEG (.jpg), PNG, WebP, HEIC or TIFF.",
    ),
    "picture-suffix": (
        "文件名以 {suffix} 结尾，内容却是 {kind}。请把结尾改成 {right}，记录里的 file 也一起改。",
        "The name ends in {suffix}, but the file holds {kind}. Let the name end in {right}, also in the record's `file`.",
    ),
    "picture-empty": (
        "图片文件是空的，可能没有复制完。请重新放一次。",
        "The picture's file is empty: perhaps copying it was cut short. Copy it again.",
    ),
    "picture-broken": (
        "图片损坏或不完整，读不完。请重新复制或另存一次。",
        "The picture is damaged or cut short. Copy it again, or save it anew.",
    ),
    "picture-animated": (
        "这个文件里有 {count} 张图（动图或多页）。请只留一张，另存为 JPEG 或 PNG。",
        "The file holds {count} pictures (an animation, or pages). Save the one you mean, as JPEG or PNG.",
    ),
    "picture-colours": (
        "图片的颜色模式是 {mode}，没有说明怎样显示。请用看图软件转成 RGB（sRGB），另存为 JPEG。",
        "The picture's colours are {mode}, and nothing tells how they look. Convert it to RGB (sRGB) and save it as JPEG.",
    ),
    "page-picture": (
        "图片不放在 pages 里：原图会带着拍摄地点等信息公开。请放进 content/media，写一条记录，网页里写 ![](../media/编号.yml)。",
        "Pictures do not belong in pages/: the original would be published, with where it was taken. Put it into content/media, write its record, and write ![](../media/id.yml) in the page.",
    ),
    "drawing-unsafe": (
        "这张SVG里有{what_zh}，不能公开。请用绘图软件另存为不带脚本、照片和链接的纯SVG；照片放进 content/media，写一条记录。",
        "This SVG holds {what}, which cannot be published. Save it as plain SVG, without scripts, photographs or links; a photograph belongs in content/media, with a record.",
    ),
    "drawing-broken": (
        "这张SVG读不懂，浏览器也显示不了。请用绘图软件重新导出。",
        "This SVG cannot be read, and browsers could not show it. Export it anew.",
    ),
    "minor-unguarded": (
        "这里是未成年人，没有监护人同意，不能公开。有签字的同意书，就写 consent: {{record: 存放处, guardian: true}}；没有，请换一张。",
        "This is a minor without a guardian's consent, who cannot be shown. With a signed consent, write consent: {{record: …, guardian: true}}; without, use another picture.",
    ),
    "subject-no-consent": (
        "没有写这个人的 consent（同意），图片不会出现在网站上。",
        "There is no `consent` of this person, so the picture does not appear on the site.",
    ),
    "portrait-unnamed": (
        "照片记录 {file} 里没有写这位志愿者。请在它的 subjects 里加上 - volunteer: {id}，本人撤回时，照片才会处处撤下。",
        "The picture's record {file} does not name this volunteer. Add `- volunteer: {id}` to its subjects, so that a withdrawal takes the picture down everywhere.",
    ),
    # Quotations and figures
    "quote-absent": (
        "原文 {source} 的条款里没有这句引文。请从原文照抄，一字不差（空格和全角半角除外）。",
        "No clause of the source {source} has this quote. Copy it letter for letter (spaces and width aside).",
    ),
    "quote-differs": (
        "引文从“{here}”起与原文不同，原文这里{there_zh}。请照抄原文，一字不差（空格和全角半角除外）。",
        "From {here!r} on the quote differs from the source, which {there} there. Copy it letter for letter (spaces and width aside).",
    ),
    "quote-elsewhere": (
        "条款“{at}”里没有下面的引文，它在 {found}。请改条款号，或引这一条里的话。",
        "Clause {at!r} does not have the quote below; {found} has it. Correct the clause, or quote this one.",
    ),
    "quote-ambiguous": (
        "这句引文在 {found} 里都有。请用 at 写明条款号，或引得长一些。",
        "This quote stands in each of {found}. Name the clause with `at`, or quote more.",
    ),
    "quote-cuts-number": (
        "引文截断了原文的“{whole}”。请把数字连同单位引完整。",
        "The quote cuts {whole!r} in two. Quote the number whole, with its unit.",
    ),
    "figure-value": (
        "{where_zh}里没有 {amount}，有的是 {found}。请改正 value，或引用写明它的那一句。",
        "{where} does not have {amount} but {found}. Correct the value, or quote the sentence that names it.",
    ),
    "figure-value-absent": (
        "{where_zh}里没有 {amount}。请引用写明它的那一句，或改正 value。",
        "{where} does not have {amount}. Quote the sentence that names it, or correct the value.",
    ),
    "figure-unit": (
        "{where_zh}里有“{number}”，后面却是{after_zh}，不是“{unit}”。请改正 unit，或引用写明它的那一句。",
        "{where} has {number!r}, but {after} follows, not {unit!r}. Correct the unit, or quote the sentence that names it.",
    ),
    "figure-subject-missing": (
        "原文里有 {found}，看不出 {amount} 是给谁的。请加上 subject，写引文里与它对应的词。",
        "The source has {found}. Add a `subject`: the word of the quote that {amount} belongs to.",
    ),
    "figure-subject-absent": (
        "{where_zh}里没有“{subject}”。subject 要用引文里的词；引文太短就引长一些。",
        "{where} does not have {subject!r}. A subject is a word of the quote: use one, or quote more.",
    ),
    "figure-subject-unclear": (
        "原文里{pairs_zh}。“{subject}”不能说明是其中哪一个，请换成只在其中一项里有的词。",
        "The source gives {pairs}. {subject!r} does not tell which: use a word that only one of them has.",
    ),
    "figure-swapped": (
        "数字配错了：原文里{pairs_zh}。请改正 value 或 subject。",
        "The number belongs to another: the source gives {pairs}. Correct the value or the subject.",
    ),
    # Conditions
    "provision-unreachable": (
        "这里没有选项，怎么回答都得不到这一条。请写上选项；都适用的，删去这个条件。",
        "There is no option here, so no answers reach this provision. Name options, or delete the condition.",
    ),
    "figure-unreachable": (
        "这个条件和条目“{owner}”的条件没有共同的选项，怎么回答都得不到这个数字。请改正其中一个。",
        "This condition shares no option with that of the provision {owner!r}, so no answers reach the figure. Correct one of them.",
    ),
    "figures-overlap": (
        "有的回答会同时得到这个数字和“{other}”，不知道该是哪一个。请用 for 把两个分开；两样都给的，分成两个条目。",
        "Some answers would give both this figure and {other!r}. Part them by `for`, or, where both are given, make two provisions.",
    ),
    "too-many-questions": (
        "问题超过了 {most} 个，或结果超过了 {outcomes} 种，这一个不会问。请减少政策里 for 用到的条件，或合并选项。",
        "There are more than {most} questions, or {outcomes} outcomes: this one is not asked. Use fewer criteria, or merge options.",
    ),
    "bare-figure": (
        "“{amount}”是政策里的数字。请换成 {link_zh}，网页上会填好数字并连到条款，政策改了也跟着改。",
        "{amount!r} is a policy's figure. Write {link} instead: the number is filled in, linked to its clause and kept up to date.",
    ),
    "uninterpreted": (
        "印发已过 {days} 个工作日（到 {last} 为止），还没有写解读日期。解读好了，请写 interpreted_on；还没有，请尽快。{counted_zh}",
        "{days} working days have passed since the issue (up to {last}) without an explanation. Write `interpreted_on` once it is out.{counted}",
    ),
    # Personal data
    "resident-id": (
        "这里像是身份证号（{masked}，校验码相符）。请删去，网站不公开任何证件号码。",
        "This looks like an ID-card number ({masked}, its check digit fits). Remove it: the site publishes none.",
    ),
    "old-resident-id": (
        "这里像是 15 位的旧身份证号（{masked}，地区和生日都对得上）。请删去，网站不公开任何证件号码。",
        "This looks like an old ID-card number of 15 digits ({masked}, county and birth date fit). Remove it: the site publishes none.",
    ),
    "bank-card": (
        "这里像是银行卡号（{masked}，校验码相符）。请删去，网站不公开任何卡号。",
        "This looks like a bank card's number ({masked}, its check digit fits). Remove it: the site publishes none.",
    ),
    "mobile-number": (
        "这里像是手机号码（{masked}）。请删去。如果是办公电话，请先写进该单位的 contacts，别处就可以写同一个号码。",
        "This looks like a mobile number ({masked}). Remove it. If it is an office's, write it in that unit's contacts first; then it may stand elsewhere as well.",
    ),
    "student-number": (
        "这里像是学号（{masked}）。请删去，网站不公开学号。学号的样子在 mkdocs.yml 的 student_number 里规定。",
        "This looks like a student number ({masked}). Remove it: the site publishes none. What they look like is set in mkdocs.yml, student_number.",
    ),
    "birth-date": (
        "这里像是出生日期（{masked}）。请删去，或只写年份。",
        "This looks like a birth date ({masked}). Remove it, or write the year alone.",
    ),
    "home-address": (
        "这里像是家庭住址（{masked}）。请删去，或只写到县、乡镇或村。",
        "This looks like a home address ({masked}). Remove it, or name no more than the county, town or village.",
    ),
    # Addresses
    "page-file-kind": (
        "这个文件不会发布：pages 文件夹里只放 .md 网页，和网页用到的 svg、pdf。请移到别处。",
        "This file is not published: pages/ holds .md pages, and the SVGs and PDFs that they use. Move it.",
    ),
    "page-file-unused": (
        "没有网页用到这个文件，不会发布。要用，就在网页里写它的名字；不用，就移到别处。",
        "No page uses this file, so it is not published. Name it in a page, or move it.",
    ),
    "permalink-gone": (
        "发布过的网址 {address} 打不开了。改了编号，就在新记录里写 aliases: [{address}]；"
        "撤下了，就让 {file} 只写 withdrawn。",
        "The published address {address} would not answer any more. If the id changed, write "
        "aliases: [{address}] in the new record; if it was taken down, let {file} hold withdrawn only.",
    ),
    "permalink-malformed": (
        "“{line}”不是网址。一行一个，例如 /volunteers/wb2024-001/。这个文件由程序填写，不用手改。",
        "{line!r} is no address. One a line, such as /volunteers/wb2024-001/; builds fill this file.",
    ),
    "sample-in-production": (
        "示例不能正式发布。请换成真实的记录，或删去这个文件。",
        "An example cannot be published for readers. Replace it by a real record, or remove the file.",
    ),
    "address-taken": (
        "网址 {address} 已经被 {other} 占用。请改编号或别名。",
        "The address {address} already belongs to {other}. Change the id or the alias.",
    ),
    "page-address-taken": (
        "网址 {address} 已经{other_zh}。请给这个文件改名，或删去它。",
        "The address {address} already belongs to {other}. Rename this file, or delete it.",
    ),
    # The report: none of these is a mistake
    "report-withheld": (
        "没有公开：{who}，{why_zh}。请补上同意，或从这里去掉这个人，并删去写到的内容。",
        "Not shown: {who}, {why}. Record the consent, or take the person out of this.",
    ),
    "report-left-out": (
        "公开了，但没有写出 {who}：{why_zh}。本人同意以后，会自动写出。",
        "Shown without {who}: {why}. Once they agree, they are named.",
    ),
    "report-expiring": (
        "同意 {until} 到期，还有 {days} 天，之后不再公开。请问本人是否续签，再改 until。",
        "The consent runs out on {until}, in {days} days. Ask whether it is renewed, and change `until`.",
    ),
    "report-no-recap": (
        "活动 {last} 已办完，还没有回顾。请写一篇故事，在 events 里写上这场活动；不写了，可以不管。",
        "The event ended on {last} and has no recap. Write a story that names it in its `events`, or leave it.",
    ),
    "report-figure-changed": (
        "比 {old} 变了：原来是 {before}，现在是 {now}。显示它的网页：{pages_zh}。请逐页看上下文还对不对。",
        "Changed since {old}, from {before} to {now}. Shown on: {pages}. Check that the words around it still fit.",
    ),
    "report-former-typed": (
        "“{words}”是 {old} 里的旧数字，{now_zh}。请改正，最好换成链接。",
        "{words!r} is what {old} had; {now}. Correct it, best by a link.",
    ),
    "report-unexplained": (
        "条款 {at}（{words}…）还没有解读。请在政策记录的 provisions 里加一条；不用解读的，可以不管。",
        "Nobody has explained clause {at} ({words}…) yet. Add a provision, or leave it.",
    ),
    "report-unused-picture": (
        "没有网页用到“{name}”。请在记录里用它；不用了，就把图片和记录一起删去。",
        "No page shows {name!r}. Use it in a record, or delete the picture with its record.",
    ),
    "report-draft": (
        "这是草稿。写好了，删去 state: draft。",
        "This is a draft. Once it is ready, delete `state: draft`.",
    ),
    "report-embargo": (
        "{day} 起公开，那一天要重新生成网站。",
        "It appears on {day}; the site must be built on that day.",
    ),
    "report-unapproved": (
        "还没有审核，正式发布时不出现。请审核后写 publish.approved。",
        "Nobody has approved this: it is not published for readers. Once approved, write `publish.approved`.",
    ),
    # The site that was built, before it is published
    "site-withheld": (
        "这里有不公开的内容（{what}，{record} 的 {field}），所以没有发布。{made_zh}{more_zh}多半是模板或程序的错，请找维护网站的人。",
        "This holds what is withheld ({what}: {field} of {record}), so nothing was published.{made}{more} A template or the program is at fault: ask whoever maintains the site.",
    ),
    "site-dead-link": (
        "这里的链接指向 {what}，网站里没有。{made_zh}{more_zh}手写的网页请改正链接；其他的请找维护网站的人。",
        "A link leads to {what}, which is not on the site.{made}{more} Correct it in a hand-written page; else ask whoever maintains the site.",
    ),
    "site-dead-part": (
        "这里的链接指向 {what}，网页在，# 后面的那一处没有。{made_zh}{more_zh}手写的网页请改正链接；其他的请找维护网站的人。",
        "A link leads to {what}: the page is there, the part after # is not.{made}{more} Correct it in a hand-written page; else ask whoever maintains the site.",
    ),
    "site-third-party": (
        "这里会向别的网站要东西（{what}），读者的访问会被它知道。{made_zh}{more_zh}请把文件放到自己的网站里。",
        "This asks another site for something ({what}), which then knows who reads.{made}{more} Keep the file on the site itself.",
    ),
    "site-double-id": (
        "这一页有两处都叫 id=“{what}”，指向它的链接只到第一处。{made_zh}{more_zh}手写的网页请给一处改名；其他的请找维护网站的人。",
        "Two places of this page have the id {what!r}: links reach the first only.{made}{more} Rename one in a hand-written page; else ask whoever maintains the site.",
    ),
    "site-malformed": (
        "这个文件别的程序读不了（在这里出错：{what}）。{more_zh}请找维护网站的人。",
        "Programs cannot read this file (it is wrong here: {what}).{more} Ask whoever maintains the site.",
    ),
    "site-picture-data": (
        "这张图片里除了画面还有别的数据（{what}），可能有位置和姓名。{more_zh}请找维护网站的人。",
        "This picture holds more than what it shows ({what}): perhaps a position, or names.{more} Ask whoever maintains the site.",
    ),
    # The configuration
    "footer-entry": (
        "页脚的每一项要写 title（显示的字）和 url（网址）。",
        "Each entry of the footer has a `title` and a `url`.",
    ),
    "footer-link": (
        "页脚的“{title}”指向 {url}，网站里没有这个网页。请改正网址，或删去这一项。",
        "The footer's {title!r} leads to {url}, which is no page of the site. Correct it, or delete the entry.",
    ),
    "footer-link-near": (
        "页脚的“{title}”指向 {url}，网站里没有这个网页。是不是 {near}？",
        "The footer's {title!r} leads to {url}, which is no page of the site. Did you mean {near}?",
    ),
    "footer-link-hidden": (
        "页脚的“{title}”指向 {url}，这一页今天不公开，读者点了打不开。",
        "The footer's {title!r} leads to {url}, which is not public today: readers find no page there.",
    ),
}
"""code → (Chinese, English). A message takes its particulars by name."""
