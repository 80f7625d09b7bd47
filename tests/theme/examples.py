"""Examples of every component and article that the theme draws.

The same examples are opened in a browser at phone and desktop width and read by axe. Whoever
stands here is made up (志愿者甲, 示例学院, 示例县); the figures are those of document 52.
"""

from __future__ import annotations

from generator.pages import (
    aliases,
    answers,
    benefits,
    changes,
    cohorts,
    comparisons,
    embeds,
    event,
    events,
    explainers,
    home,
    honours,
    months,
    notices,
    outcomes,
    pathways,
    policies,
    privacy,
    qr,
    questions,
    search,
    sources,
    stories,
    subscriptions,
    tombstones,
    units,
    volunteers,
)
from generator.pages.components import (
    AgendaGroup,
    AgendaRow,
    Amount,
    Badge,
    Band,
    Chip,
    Fact,
    Filter,
    FilterOption,
    Link,
    Neighbours,
    OuterLink,
    Pager,
    Person,
    Photograph,
    Portrait,
    Prose,
    QuotePart,
    StoryCard,
    Subscription,
    Target,
)

LONG = "示例" * 40
"""A text without a place to break, which must not widen the page."""

POPLAR = ("#F6DA94", "#A83F1A", "#D8942A", "#7A4A12", "#FFFFFF")
LAKE = ("#CFE3E6", "#F0B13A", "#2B7386", "#0B4A5F", "#16222B")
DUSK = ("#49507A", "#F0B13A", "#343A60", "#222746", "#16222B")
GRASS = ("#D9E6CB", "#2C6843", "#8DB47C", "#4E8256", "#FFFFFF")
SNOW = ("#DDE6EB", "#0B5670", "#FFFFFF", "#B3C3CC", "#FFFFFF")
DANXIA = ("#F2C6AA", "#FFF6E6", "#C8502A", "#7C2D17", "#7C2D17")

_LEFT = (
    150,
    245,
    118,
    "0,350 130,322 230,302 400,342 400,500 0,500",
    "0,440 400,396 400,500 0,500",
)


def replace(view, **values):
    """*view* with other *values*."""
    return view._replace(**values)


_RIGHT = (236, 230, 126, "0,318 170,352 400,306 400,500 0,500", "0,402 400,446 400,500 0,500")
_MIDDLE = (180, 262, 132, "0,372 400,322 400,500 0,500", "0,420 150,404 400,452 400,500 0,500")
_HIGH = (212, 212, 108, "0,300 400,352 400,500 0,500", "0,436 260,398 400,420 400,500 0,500")


def portrait(
    character: str, palette: tuple[str, ...], shape: tuple[int, int, int, str, str]
) -> Portrait:
    """A drawn portrait of one palette and one shape."""
    sky, disc, far_colour, near_colour, ink = palette
    x, y, radius, far, near = shape
    return Portrait(
        sky=sky,
        disc=disc,
        far_colour=far_colour,
        near_colour=near_colour,
        ink=ink,
        x=x,
        y=y,
        radius=radius,
        far=far,
        near=near,
        character=character,
        character_y=y + 45,
        character_size=124,
    )


def band(palette: tuple[str, ...], x: int, y: int, radius: int, far: str, near: str) -> Band:
    """A drawn landscape of one palette."""
    sky, disc, far_colour, near_colour, _ = palette
    return Band(sky, disc, far_colour, near_colour, x, y, radius, far, near)


BAND = band(
    DANXIA, 281, 169, 120, "0,225 562,161 1200,244 1200,412 0,412", "0,356 1200,292 1200,412 0,412"
)
SNOW_BAND = band(
    SNOW, 880, 210, 150, "0,190 720,260 1200,200 1200,412 0,412", "0,300 1200,350 1200,412 0,412"
)
GRASS_BAND = band(
    GRASS,
    470,
    150,
    86,
    "0,255 780,175 1200,220 1200,412 0,412",
    "0,310 370,290 1200,360 1200,412 0,412",
)

PHOTOGRAPH = Photograph(
    files=(("/assets/favicon.svg?200", 200), ("/assets/favicon.svg?400", 400)),
    address="/assets/favicon.svg?200",
    width=400,
    height=500,
    alt="示例图",
    credit="示例单位",
    eager=True,
)
"""The site's own sign stands for a picture."""

JIA = Person(
    address="/volunteers/wb2024-001/",
    name="志愿者甲",
    sample=True,
    quote="第一堂课我准备了四十分钟，学生用十分钟就把我问住了。",
    meta=("2024 届", "示例学院", "示例县中学，教师"),
    portrait=portrait("甲", POPLAR, _LEFT),
)
YI = Person(
    address="/volunteers/wb2023-001/",
    name="志愿者乙",
    sample=True,
    quote="牧民问的不是政策名，是明天去哪个窗口。",
    meta=("2023 届", "示例学院", "示例县团委"),
    portrait=portrait("乙", LAKE, _RIGHT),
)
BING = Person(
    address="/volunteers/wb2025-001/",
    name="志愿者丙",
    sample=True,
    quote="账本我记了两本，一本给单位，一本给自己。",
    meta=("2025 届", "示例学院", "示例县乡村振兴局"),
    portrait=portrait("丙", DUSK, _MIDDLE),
)
DING = Person(
    address="/volunteers/wb2025-002/",
    name="志愿者丁",
    sample=True,
    quote="草场的界桩，比图纸上歪一点。",
    meta=("示例学院", "省外", "示例县自然资源局"),
    portrait=portrait("丁", GRASS, _HIGH),
)
WU = Person(
    address="/volunteers/wb2025-003/",
    name="志愿者戊",
    sample=True,
    quote=None,
    meta=("示例学院", "省内", "示例县水利局"),
    portrait=portrait("戊", SNOW, _LEFT),
)
JI = Person(
    address="/volunteers/wb2024-002/",
    name="志愿者己",
    sample=True,
    quote="先学会听懂方言里的急事。",
    meta=("2024 届", "示例县司法局"),
    portrait=portrait("己", DANXIA, _RIGHT),
)
NAMELESS = Person(
    address="/volunteers/wb2022-001/",
    name="匿名志愿者",
    sample=True,
    quote=None,
    meta=("2022 届", "省外项目"),
    portrait=portrait("", LAKE, _HIGH),
)
LONG_NAMED = replace(JI, name="志愿者·示例·" + LONG[:20], quote=LONG, meta=(LONG, "示例县" + LONG))
PEOPLE = (JIA, YI, BING, DING, WU, JI, NAMELESS)

CHIP_1 = Chip("52号文 四（一）1", "/sources/sdust-2021-52/#c4-1-1")
CHIP_2 = Chip("52号文 四（一）2", "/sources/sdust-2021-52/#c4-1-2")
CHIP_3 = Chip("52号文 四（一）3", "/sources/sdust-2021-52/#c4-1-3")

OUTSIDE = Amount("6000", "元", "省外项目", "gold", CHIP_1)
INSIDE = Amount("4000", "元", "省内项目", "lake", CHIP_1)

BADGES = (
    Badge("changed", "改期", "↻"),
    Badge("changed", "改地点", "⌂"),
    Badge("changed", "延期，时间待定", "⋯"),
    Badge("changed", "取消", "×"),
    Badge("online", "线上"),
    Badge("deadline", "截止"),
    Badge("valid", "现行有效", "●"),
    Badge("future", "未生效", "○"),
    Badge("past", "已失效", "◌"),
    Badge("changed", "已废止，看新文件", "×"),
    Badge("benefit", "待遇"),
    Badge("honour", "荣誉"),
    Badge("plain", "义务"),
)

ROWS = (
    AgendaRow(
        address="/events/briefing-2026/",
        day="26",
        month_and_weekday="11月 周四",
        machine="2026-11-26T19:00+08:00",
        title="西部计划政策宣讲会",
        sample=False,
        when="19:00–20:30",
        where="示例校区 示例楼 101",
    ),
    AgendaRow(
        address="/events/consultation-2026/",
        day="3",
        month_and_weekday="12月 周四",
        machine="2026-12-03T19:00+08:00",
        title="现场招募咨询会",
        sample=True,
        when="19:00–20:30",
        where="示例校区 示例楼 203",
        badges=(BADGES[0],),
        former="原定 12月1日 周二 19:00",
    ),
    AgendaRow(
        address="/events/exchange-2026/",
        day="9",
        month_and_weekday="12月 周三",
        machine="2026-12-09T15:00+08:00",
        title="与优秀志愿者交流会",
        sample=False,
        when="15:00–16:30",
        where="线上",
        badges=(BADGES[4],),
    ),
    AgendaRow(
        address="/events/deadline-2026/",
        day="15",
        month_and_weekday="12月 周二",
        machine="2026-12-15",
        title="高年级预报名截止",
        sample=False,
        when="18:00 前报本院系项目办",
        where="",
        badges=(BADGES[5],),
        left="2026-12-15",
    ),
)
GROUPS = (
    AgendaGroup("本周", ROWS[:1]),
    AgendaGroup("下周", ROWS[1:2]),
    AgendaGroup("12月稍后", ROWS[2:]),
)

STORIES = (
    StoryCard(
        address="/stories/book-corner/",
        title="一间图书角，从三个纸箱开始",
        summary="志愿者甲到岗第二个月，班里有了第一张借书登记表。",
        date="11月20日",
        machine="2026-11-20",
        sample=True,
        band=BAND,
    ),
    StoryCard(
        address="/stories/listening/",
        title="下乡的路上，他学会了先听后说",
        summary="志愿者乙跟着老同事走了六个村，笔记只记问题，不记答案。",
        date="11月12日",
        machine="2026-11-12",
        sample=True,
        band=SNOW_BAND,
    ),
    StoryCard(
        address="/stories/handover/",
        title="服务期满，她把工位留给了学妹",
        summary="交接清单有四页，最后一条是：食堂周三有拉条子。",
        date="10月30日",
        machine="2026-10-30",
        sample=True,
        band=GRASS_BAND,
    ),
)

COHORTS = Filter(
    "届",
    (
        FilterOption("全部", 9, "/volunteers/", True),
        FilterOption("2025", 3, "/volunteers/cohort/2025/", False),
        FilterOption("2024", 2, "/volunteers/cohort/2024/", False),
        FilterOption("2023", 4, "/volunteers/cohort/2023/", False),
    ),
)
PROJECTS = Filter(
    "项目",
    (
        FilterOption("全部", None, "/volunteers/", True),
        FilterOption("省外", 6, "/volunteers/project/outside/", False),
        FilterOption("省内", 3, "/volunteers/project/inside/", False),
    ),
)
TAGS = Filter(
    "",
    (
        FilterOption("全部", 3, "/stories/", True),
        FilterOption("支教", 1, "/stories/tag/teaching/", False),
        FilterOption("乡村振兴", 2, "/stories/tag/revival/", False),
    ),
)
PAGER = Pager("第 2 页，共 5 页", "/volunteers/", "/volunteers/3/")

FIGURE = "../policies/sdust-2021-52.yml#allowance-outside"
FIGURE_TARGET = Target("/policies/sdust-2021-52/#allowance", "一次性生活补贴", "6000", "元")


def _crumbs(*ends: tuple[str, str]) -> tuple[Link, ...]:
    return (Link("首页", "/"), *(Link(text, address) for text, address in ends))


HOME = home.Home(
    vertical_title="到西部去",
    lead="科大的毕业生，到西部基层服务。这里有他们的故事，也有你动身前用得上的政策、日程和办法。",
    buttons=(Link("我能得到什么", "/policies/"), Link("看近期活动", "/events/")),
    people=(home.Block("他们在西部", Link("全部志愿者", "/volunteers/")), (JIA, YI, BING)),
    figures=(
        home.Block("我能得到什么", Link("看全部", "/policies/")),
        (
            home.HomeFigure(OUTSIDE, "省外项目志愿者的一次性生活补贴；", INSIDE),
            home.HomeFigure(
                Amount("2", "年", "", "gold", CHIP_2), "服务期间，可申请把户口保留在学校", None
            ),
            home.HomeFigure(
                Amount("1", "年", "", "gold", CHIP_3),
                "已考取研究生的应届毕业生，可保留入学资格",
                None,
            ),
        ),
    ),
    agenda=(home.Block("接下来", Link("全部活动", "/events/")), ROWS),
    stories=(home.Block("跟踪报道", Link("全部故事", "/stories/")), STORIES),
    honours=(
        home.Block("表彰", None),
        (
            home.HonourCard("山东科技大学青年志愿者标兵", "授予入选志愿者", "/policies/"),
            home.HonourCard("西部计划工作先进个人", "工作成绩突出的个人", "/policies/"),
            home.HonourCard("西部计划工作先进单位", "工作成绩突出的单位", "/policies/"),
        ),
    ),
)
EMPTY_HOME = replace(HOME, people=None, figures=None, agenda=None, stories=None, honours=None)

VOLUNTEERS = volunteers.PeopleList(
    crumbs=_crumbs(("志愿者", "/volunteers/")),
    title="志愿者",
    lead="按届查看。每一位都同意在这里讲自己的经历。",
    filters=(COHORTS, PROJECTS),
    groups=(
        volunteers.PeopleGroup(
            "2025 届", "3 人，服务中", "/volunteers/cohort/2025/", (BING, DING, WU)
        ),
        volunteers.PeopleGroup("2024 届", "2 人，服务中", None, (JIA, LONG_NAMED)),
        volunteers.PeopleGroup("2023 届", "2 人，期满", None, (YI, NAMELESS, JIA, JI, DING)),
    ),
    pager=PAGER,
)

PROFILE = volunteers.Profile(
    name="志愿者甲",
    vertical=True,
    sample=True,
    portrait=JIA.portrait,
    photograph=None,
    quote=JIA.quote,
    meta=("2024 届", "省外项目", "示例县中学"),
    summary="示例学院毕业。在示例县中学教书，也把图书角从三个纸箱做成了一张借书登记表。",
    facts=(
        Fact("学院", (Link("示例学院", "/units/example-college/"),)),
        Fact("专业", (Link("示例专业，本科"),)),
        Fact("项目", (Link("省外项目", "/volunteers/project/outside/"),)),
        Fact("服务地", (Link("示例省 示例县"),)),
        Fact("单位", (Link("示例县中学"),)),
        Fact("时间", (Link("2024年8月 至今"),)),
        Fact("表彰", (Link("青年志愿者标兵", "/honours/example/"), Link("示例表彰"))),
    ),
    permalink="https://example.edu.cn/westbound/volunteers/wb2024-001/",
    id="wb2024-001",
    body=Prose(
        "教室在二楼，窗外是操场。第一周我把教案写满了，第二周开始留白。留白的地方，是学生要问的。\n\n"
        f"按期上岗后，学校给省外项目志愿者一次性生活补贴 []({FIGURE})，我用一部分买了前三箱书。",
        {FIGURE: FIGURE_TARGET},
    ),
    timeline=(
        volunteers.Moment(
            "2024年7月", "2024-07", "参加校项目办统一组织的岗前培训和出征仪式。", None
        ),
        volunteers.Moment("2024年8月", "2024-08", "到岗，示例县中学，教师。", None),
        volunteers.Moment("2024年10月", "2024-10", "图书角开放，第一周借出 42 本。", None),
        volunteers.Moment(
            "2025年9月",
            "2025-09",
            "与校内导师一起做期满后的职业规划。",
            Link("与优秀志愿者交流会", "/events/exchange-2026/"),
        ),
    ),
    reports=(
        volunteers.Report(
            "一间图书角，从三个纸箱开始",
            "/stories/book-corner/",
            None,
            ("跟踪报道", "2026年11月20日"),
        ),
        volunteers.Report(
            "示例县来了新老师", None, "https://example.com/report", ("示例日报", "2025年3月1日")
        ),
    ),
    events=(Link("与优秀志愿者交流会", "/events/exchange-2026/"),),
    after=("2026年8月", "回到示例学院读研究生。"),
    related=(JI, YI),
    cohort=Link("2024 届", "/volunteers/cohort/2024/"),
    neighbours=Neighbours(Link("志愿者己", JI.address), Link("志愿者乙", YI.address), "2024 届"),
)
BARE_PROFILE = volunteers.Profile(
    name="匿名志愿者",
    vertical=False,
    sample=True,
    portrait=NAMELESS.portrait,
    photograph=None,
    quote=None,
    meta=NAMELESS.meta,
    summary=None,
    facts=(Fact("项目", (Link("省外项目"),)),),
    permalink="https://example.edu.cn/westbound/volunteers/wb2022-001/",
    id="wb2022-001",
    body=None,
    timeline=(),
    reports=(),
    events=(),
    after=None,
    related=(),
    cohort=Link("2022 届", "/volunteers/cohort/2022/"),
    neighbours=Neighbours(None, Link("志愿者乙", YI.address), "2022 届"),
)
LONG_PROFILE = replace(
    PROFILE, name="志愿者·示例·" + LONG[:20], vertical=False, quote=LONG, summary=LONG, meta=(LONG,)
)

STORY_LIST = stories.StoryList(
    crumbs=_crumbs(("故事", "/stories/")),
    title="故事",
    lead="志愿者在西部的日常，由宣传部和同学们记下。",
    filters=(TAGS,),
    stories=STORIES,
    pager=None,
)
STORY = stories.StoryArticle(
    crumbs=_crumbs(("故事", "/stories/")),
    kicker="跟踪报道",
    sample=True,
    title="一间图书角，从三个纸箱开始",
    summary="志愿者甲到岗第二个月，班里有了第一张借书登记表。",
    meta=("宣传部", "2026年11月20日", "约 4 分钟"),
    band=BAND,
    photograph=None,
    body=Prose(
        "纸箱是从收发室要来的。第一箱装教辅，第二箱装小说，第三箱空着，贴了张条子：你想看什么，写在这里。\n\n"
        "两周以后，条子写满了。排在最前面的不是名著，是一本讲怎么修摩托车的书。\n\n"
        "> “我原来想教他们读书，后来是他们教我选书。”\n>\n> 志愿者甲\n\n"
        f"买书的钱，一部分来自学校给省外项目志愿者的一次性生活补贴 []({FIGURE})。其余的，是导师和同学寄来的。\n\n"
        "# 登记表上的名字\n\n"
        "登记表现在有七页。最勤的借书人一周来三次，还书时总要多说一句：后面那章，*我没看懂*。\n\n"
        "- 教辅，**三十本**\n- 小说，四十一本\n\n"
        "| 月份 | 借出 |\n| --- | --- |\n| 10月 | 42 本 |\n| 11月 | 68 本 |\n",
        {FIGURE: FIGURE_TARGET},
    ),
    origin=OuterLink("示例日报", "https://example.com/report"),
    people=(replace(JIA, quote=None, meta=("2024 届", "示例县中学，教师")),),
    events=(Link("与优秀志愿者交流会", "/events/exchange-2026/"),),
    tags=(Link("支教", "/stories/tag/teaching/"), Link("乡村振兴", "/stories/tag/revival/")),
)

COHORTS = Filter(
    "届",
    (
        FilterOption("2022届", None, "/policies/for/2022/", True),
        FilterOption("2021届", None, "/policies/for/2021/", False),
    ),
)
POLICY_LIST = policies.PolicyList(
    crumbs=_crumbs(("政策", "/policies/")),
    title="政策",
    lead="每一条都写明给谁、多少、到何时、找谁，并连到文件原文。",
    groups=(
        policies.PolicyGroup(
            "学校",
            (
                policies.PolicyCard(
                    address="/policies/sdust-2021-52/",
                    title="学校给西部计划志愿者什么",
                    sample=False,
                    document="山科大党发〔2021〕52号《关于进一步加强大学生志愿服务西部计划工作的意见》",
                    summary="按期上岗的志愿者有一次性生活补贴，户口、档案和入学资格可以保留。",
                    badges=(BADGES[6],),
                    amounts=(OUTSIDE, INSIDE),
                ),
            ),
        ),
        policies.PolicyGroup(
            "学院",
            (
                policies.PolicyCard(
                    address="/policies/example/",
                    title="示例学院的奖励办法",
                    sample=True,
                    document="示例院发〔2022〕1号",
                    summary="学院自定的奖励。",
                    badges=(BADGES[9],),
                    amounts=(),
                ),
            ),
        ),
    ),
    cohorts=(COHORTS,),
)

_PROVISION = explainers.ProvisionView(
    anchor="allowance",
    badge=BADGES[10],
    applies="适用：省外项目、省内项目",
    title="一次性生活补贴",
    body=Prose(
        "按期上岗就有，一次发给。金额看你去的是省外项目还是省内项目。", terms={"省外项目": True}
    ),
    terms=(("省外项目", "到外省服务的项目。"),),
    amounts=(replace(OUTSIDE, chip=None), replace(INSIDE, chip=None)),
    how=("怎么领：文件没有写，请问本院系项目办。",),
    contact=Link("校项目办", "/units/project-office/"),
    quote=(
        QuotePart("按期上岗的西部计划", ""),
        QuotePart("省外项目", "gold"),
        QuotePart("志愿者、", ""),
        QuotePart("省内项目", "lake"),
        QuotePart("志愿者，学校分别给与", ""),
        QuotePart("6000 元", "gold"),
        QuotePart("、", ""),
        QuotePart("4000 元", "lake"),
        QuotePart("的一次性生活补贴。", ""),
    ),
    chip=Chip("四（一）1　在原文中查看", CHIP_1.address),
)
EVENT_ROAD = (Link("第1步，共6步：低年级：先了解", "/pathways/volunteer/#step-1"),)
POLICY = explainers.Explainer(
    crumbs=_crumbs(("政策", "/policies/")),
    notice=None,
    badges=(BADGES[6],),
    level="学校文件",
    sample=False,
    title="学校给西部计划志愿者什么",
    document="山科大党发〔2021〕52号《关于进一步加强大学生志愿服务西部计划工作的意见》的解读",
    dated=("首发2026年11月10日", "更新2026年11月24日"),
    summary="",
    who="按期上岗的本校西部计划志愿者",
    amounts=(OUTSIDE, INSIDE),
    until=("2021年7月1日印发，", "文件未写截止日期"),
    contacts=(Link("本院系项目办", "/units/colleges/"), Link("校项目办", "/units/project-office/")),
    contents=(
        Link("一次性生活补贴", "#allowance"),
        Link("户口和档案", "#residence"),
        Link("荣誉称号", "#honours"),
        Link("文件原文与更新记录", "#__source"),
    ),
    background=None,
    background_terms=(),
    changes=(Link("和示例院发〔2022〕1号比，变了什么", "/policies/a/compare/b/"),),
    provisions=(
        _PROVISION,
        replace(
            _PROVISION,
            anchor="residence",
            applies="需要本人申请",
            title="户口和档案",
            body=Prose(
                "志愿服务期间，按照国家规定，可申请把户口保留在学校 **2 年**；也可以转回入学前户籍所在地。"
            ),
            amounts=(),
            how=(),
            contact=None,
            quote=(),
            chip=Chip("四（一）2　看原文这一句", CHIP_2.address),
        ),
        replace(
            _PROVISION,
            anchor="honours",
            badge=BADGES[11],
            applies="适用：入选志愿者",
            title="荣誉称号",
            body=Prose("入选志愿者授予“山东科技大学青年志愿者标兵”。"),
            amounts=(),
            how=(),
            contact=None,
            quote=(),
            chip=Chip("四（二）1　看原文这一句", CHIP_3.address),
        ),
    ),
    terms=(("校项目办", "学校西部计划项目管理办公室，挂靠校团委。"),),
    caveats=("文件没有写补贴何时到账。",),
    source=Link("山科大党发〔2021〕52号 全文", "/sources/sdust-2021-52/"),
    history=(
        Fact("印发", (Link("2021年7月1日"),)),
        Fact("更新", (Link("2026年11月24日：补上荣誉称号一节"),)),
    ),
    road=EVENT_ROAD,
    questions=(Link("户口能留在学校吗？", "/questions/hukou/"),),
)
SUPERSEDED = replace(
    POLICY,
    notice=explainers.Notice(
        "这份文件已废止",
        "2026年9月1日起由新文件取代，请看新的。下面的内容只供查考。",
        (
            Link("示例学院的奖励办法", "/policies/example/"),
            Link("变了什么", "/policies/a/compare/b/"),
        ),
    ),
    background=Prose("示例背景。"),
    background_terms=(("校项目办", LONG),),
    changes=(),
)
_SIDE = comparisons.Side(
    "原来", False, Prose("出发前发一次。"), (("给谁", "当年出发的志愿者"), ("叫法", LONG)), CHIP_1
)
_ALLOWANCE = comparisons.FigureChange("省内项目", "4000", "6000", "元")
_CHANGE = comparisons.ProvisionChange(
    "行装补助",
    "/policies/example/#kit",
    (_ALLOWANCE,),
    (_SIDE, replace(_SIDE, label="现在", now=True)),
    (),
)
COMPARISON = comparisons.Comparison(
    crumbs=_crumbs(("政策", "/policies/")),
    title="变了什么：示例学院的奖励办法",
    lead="2026年9月1日起，新文件取代旧文件。",
    sample=True,
    documents=(
        ("新文件", Link(f"示例院发〔2026〕1号《{LONG}》", "/policies/a/")),
        ("旧文件", Link("示例院发〔2022〕1号《示例办法》", "/policies/b/")),
    ),
    groups=(
        comparisons.ChangeGroup(
            "变了",
            "两份文件都有，说法不同。",
            (_CHANGE, replace(_CHANGE, sides=(), chips=(CHIP_1, CHIP_2))),
        ),
        comparisons.ChangeGroup(
            "新增",
            "旧文件没有。",
            (replace(_CHANGE, sides=(_SIDE,), figures=(replace(_ALLOWANCE, before=""),)),),
        ),
        comparisons.ChangeGroup(
            "取消",
            "新文件不再写。",
            (replace(_CHANGE, sides=(_SIDE,), figures=(replace(_ALLOWANCE, after="", name=""),)),),
        ),
    ),
    same=(Link("导师送站", "/policies/a/#see-off"),),
)
COHORT = cohorts.CohortPolicies(
    crumbs=_crumbs(("政策", "/policies/")),
    title="2022届适用的政策",
    lead="2022年里有效过的文件，和它们的起止日期。",
    filters=(COHORTS,),
    groups=(
        cohorts.AppliedGroup(
            "学校",
            (
                cohorts.Applied(
                    POLICY_LIST.groups[0].policies[0],
                    "2021年7月1日起",
                    (Link("一次性生活补贴", "/policies/sdust-2021-52/#allowance"),),
                ),
            ),
        ),
    ),
)
SOURCE = sources.SourceText(
    crumbs=_crumbs(
        ("政策", "/policies/"), ("学校给西部计划志愿者什么", "/policies/sdust-2021-52/")
    ),
    issuers=("中共山东科技大学委员会文件", "山东科技大学"),
    number="山科大党发〔2021〕52号",
    title="关于进一步加强大学生志愿服务西部计划工作的意见",
    preamble=(
        "各校区党委、分党委，各党总支，党群各部门：",
        "为进一步完善和优化工作的运行体系，提出如下意见。",
    ),
    clauses=(
        sources.SourceClause("c4", 1, "四、", "支持保障", (), ()),
        sources.SourceClause("c4-1", 2, "（一）", "政策支持", (), ()),
        sources.SourceClause(
            "c4-1-1",
            3,
            "1.",
            "",
            (
                "按期上岗的西部计划省外项目志愿者、省内项目志愿者，学校分别给与6000元、4000元的一次性生活补贴。",
            ),
            (Link("一次性生活补贴", "/policies/sdust-2021-52/#allowance"),),
        ),
        sources.SourceClause(
            "c4-1-2",
            3,
            "2.",
            "",
            ("志愿服务期间，按照国家规定，可申请将户口保留在学校2年。",),
            (
                Link("户口和档案", "/policies/sdust-2021-52/#residence"),
                Link("荣誉称号", "/policies/sdust-2021-52/#honours"),
            ),
        ),
    ),
    signature=("中共山东科技大学委员会", "山东科技大学", "2021年7月1日"),
    explainers=(Link("学校给西部计划志愿者什么", "/policies/sdust-2021-52/"),),
    contents=(Link("四、支持保障", "#c4"),),
)

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_ENTRIES = {
    1: months.Entry("/events/consultation-2026/", "招募咨询会", "改到3日", "changed", True),
    3: months.Entry("/events/consultation-2026/", "现场招募咨询会", "19:00", "changed", False),
    5: months.Entry("/events/theme-day-2026/", "主题团日", "全天", "plain", False),
    9: months.Entry("/events/exchange-2026/", "志愿者交流会", "15:00 线上", "plain", False),
    15: months.Entry("/events/deadline-2026/", "预报名截止", "18:00 前", "deadline", False),
}


def _cell(week: int, weekday: int) -> months.Cell:
    day = week * 7 + weekday
    outside = {0: ("11月30日", "2026-11-30")} | {
        31 + n: (f"1月{n}日", f"2027-01-{n:02}") for n in (1, 2, 3)
    }
    label, machine = outside.get(day, (str(day), f"2026-12-{day:02}"))
    return months.Cell(
        label=label,
        machine=machine,
        outside=day in outside,
        weekend=weekday > 4,
        entries=(_ENTRIES[day],) if day in _ENTRIES else (),
    )


MONTH = months.Month(
    heading="2026年12月",
    weekdays=WEEKDAYS,
    weeks=tuple(tuple(_cell(week, weekday) for weekday in range(7)) for week in range(5)),
    previous=Link("11月", "/events/2026-11/"),
    next=Link("1月", "/events/2027-01/"),
    groups=(AgendaGroup("12月", ROWS[1:]),),
)
MONTHS = (
    Filter(
        "2026",
        (
            FilterOption("11月", 1, "/events/2026-11/", False),
            FilterOption("12月", 5, "/events/2026-12/", True),
        ),
    ),
)
KINDS = Filter(
    "",
    (
        FilterOption("全部", None, "/events/", True),
        FilterOption("宣讲会", None, "/events/kind/briefing/", False),
    ),
)
SUBSCRIPTION = Subscription(
    "宣讲会",
    "/calendar/kinds/briefing.ics",
    "webcal://xibu.example.edu.cn/calendar/kinds/briefing.ics",
    "https://xibu.example.edu.cn/calendar/kinds/briefing.ics",
)
BARE_SUBSCRIPTION = Subscription(LONG, "/calendar/all.ics", "", "")
AGENDA = events.Agenda(
    crumbs=_crumbs(("活动", "/events/")),
    title="活动",
    filters=(KINDS,),
    more_filters=(COHORTS,),
    unfolded=False,
    own=SUBSCRIPTION,
    subscribe=subscriptions.LINK,
    snippet='<iframe src="https://xibu.example.edu.cn/embed/events/" title="活动"></iframe>',
    ways=(Link("按月看", "/events/#__months"),),
    first=True,
    coming=GROUPS,
    over=(AgendaGroup("2026年11月", ROWS[:1]),),
    pager=PAGER,
    nothing="近期没有安排活动。",
    onward=(Link("截止日期", "/events/deadlines/"),),
    month=MONTH,
    months=MONTHS,
    note="以上活动为示例。",
)
EMPTY_AGENDA = replace(
    AGENDA,
    own=None,
    coming=(),
    over=(),
    month=None,
    months=(),
    note="",
    more_filters=(),
    pager=None,
)
MONTH_PAGE = months.MonthPage(
    crumbs=_crumbs(("活动", "/events/"), ("2026年12月", "/events/2026-12/")),
    title="2026年12月的活动",
    month=MONTH,
    onward=(Link("截止日期", "/events/deadlines/"),),
    months=MONTHS,
    note="以上活动为示例。",
)
_DATE = event.DateView(
    "d1",
    "3",
    "12月 周四",
    "2026年",
    "19:00–20:30",
    "2026-12-03T19:00",
    "",
    "",
    False,
    "2026-12-03T20:30",
    None,
)
CODE = qr.code("https://xibu.example.edu.cn/events/consultation-2026/")
SNIPPET = '<iframe src="https://xibu.example.edu.cn/embed/events/" title="活动"></iframe>'
EMBED = embeds.Embed(Link("活动", "/events/"), ROWS, "近期没有安排活动。", Link("西部计划", "/"))
SUBSCRIPTIONS = subscriptions.SubscriptionPage(
    crumbs=_crumbs(("活动", "/events/")),
    title="订阅日程",
    everything=replace(SUBSCRIPTION, name="全部活动"),
    feeds=(Link("Atom", "/events/feed.xml"), Link("JSON Feed", "/events/feed.json")),
    snippet=SNIPPET,
    shelves=(subscriptions.Shelf("按类型", (SUBSCRIPTION, replace(SUBSCRIPTION, name=LONG))),),
    ways=(Fact("Outlook", (Link("粘贴网址。"), Link(LONG))),),
    code=CODE,
    permalink="https://xibu.example.edu.cn/calendar/",
)
EVENT = event.EventArticle(
    crumbs=_crumbs(("活动", "/events/")),
    changes=(
        changes.Change(
            "↻",
            "时间改了",
            (
                changes.Difference(
                    ("11月30日 周一 19:00", "12月1日 周二 19:00"), "12月3日 周四 19:00"
                ),
            ),
            "地点不变。已报名的不用重报。",
            "2026-12-03T20:30",
        ),
    ),
    lead_date=_DATE,
    dates=(
        event.DateView(
            "d2",
            "19",
            "11月 周四",
            "2026年",
            "19:00–20:30",
            "2026-11-19T19:00",
            "",
            "",
            True,
            "2026-11-19T20:30",
            None,
        ),
        replace(_DATE, badge="改期", note="原定 12月1日。"),
    ),
    title="现场招募咨询会",
    sample=True,
    kind="招募咨询会",
    summary="带着问题来：去哪里、多少补贴、户口怎么办。优秀志愿者和校项目办现场答。",
    facts=(
        Fact("地点", (Link("示例校区"), Link("示例楼 203"))),
        Fact("面向", (Link("全校学生"),)),
        Fact("主办", (Link("校项目办", "/units/project-office/"),)),
        Fact("报名", (Link("12月2日 18:00 前"),)),
    ),
    actions=(
        event.Action(OuterLink("报名", "https://example.com/register"), "2026-12-02T18:00"),
        event.Action(OuterLink("线上参加", "https://example.com/online"), "2026-12-03T20:30"),
    ),
    closed="2026-12-02T18:00",
    is_closed=False,
    calendar="/events/consultation-2026.ics",
    subscribe=subscriptions.LINK,
    copies=(event.Copy("复制时间地点", "现场招募咨询会\n2026年12月3日 周四 19:00–20:30"),),
    code=CODE,
    body=Prose(
        "# 会讲到的政策\n\n"
        f"省外项目 []({FIGURE})的一次性生活补贴；已考取研究生的，可保留入学资格 **1 年**。",
        {FIGURE: FIGURE_TARGET},
    ),
    policies=(Link("学校给西部计划志愿者什么", "/policies/sdust-2021-52/"),),
    people=(replace(YI, quote=None, meta=("2023 届", "示例县团委")),),
    speakers=(("优秀志愿者（未公开姓名）", ""), ("示例老师", "校项目办")),
    recap=STORIES[0],
    stories=(Link("一间图书角，从三个纸箱开始", "/stories/book-corner/"),),
    road=EVENT_ROAD,
)
CANCELLED_EVENT = replace(
    EVENT,
    changes=(
        changes.Change(
            "×",
            "活动取消",
            (changes.Difference(("12月3日 周四 19:00",), ""),),
            "改为线上答疑，时间另行通知。",
            "2026-12-03T20:30",
        ),
    ),
    dates=(),
    calendar=None,
    actions=(),
    closed=None,
    code=None,
    people=(),
    speakers=(),
)

UNIT_LIST = units.UnitList(
    crumbs=_crumbs(("组织", "/units/")),
    title="谁在管西部计划",
    lead="学校成立工作领导小组，校项目办挂靠校团委，各院系有自己的项目办。",
    groups=(
        units.UnitGroup(
            "学校",
            (
                units.UnitCard(
                    "/units/leading-group/", "西部计划工作领导小组", False, "统筹全校工作。"
                ),
                units.UnitCard(
                    "/units/project-office/", "校项目办", False, "日常管理，挂靠校团委。"
                ),
                units.UnitCard("/units/publicity/", "宣传部", False, ""),
            ),
        ),
        units.UnitGroup(
            "院系", (units.UnitCard("/units/example-college/", "示例学院", True, "示例说明。"),)
        ),
    ),
)
UNIT = units.UnitArticle(
    crumbs=_crumbs(("组织", "/units/")),
    role="学校",
    name="校项目办",
    sample=True,
    summary="学校西部计划项目管理办公室，挂靠校团委，负责日常管理。",
    facts=(Fact("上级", (Link("西部计划工作领导小组", "/units/leading-group/"),)),),
    duties=(
        units.DutyView("统一组织岗前培训和出征仪式。", CHIP_1),
        units.DutyView("聘请校内导师。", None),
    ),
    contacts=(
        (
            "办公室",
            (
                Fact("电话", (Link("0000-00000000"),)),
                Fact("邮箱", (Link("office@example.edu.cn"),)),
                Fact("地址", (Link("示例校区 示例楼 101"),)),
                Fact("时间", (Link("工作日 8:30–17:00"),)),
            ),
        ),
    ),
    children=(Link("示例学院项目办", "/units/example-college/"),),
    events=(Link("现场招募咨询会", "/events/consultation-2026/"),),
    provisions=(Link("一次性生活补贴", "/policies/sdust-2021-52/#allowance"),),
    people=(JIA, JI),
    people_more=Link("全部志愿者", "/volunteers/"),
)
NOTICE_LIST = notices.NoticeList(
    crumbs=_crumbs(),
    title="公示公告",
    lead="名单只在公示期内显示，有意见请在期内提。",
    filters=(TAGS,),
    groups=(
        notices.NoticeGroup(
            "正在公示",
            (
                notices.NoticeCard(
                    "/notices/example/",
                    LONG,
                    True,
                    Badge("valid", "到12月4日 周五止", "●"),
                    "2026年11月20日至2026年12月4日",
                    "示例〔2026〕6号",
                ),
            ),
        ),
        notices.NoticeGroup(
            "已结束",
            (
                notices.NoticeCard(
                    "/notices/ended/",
                    "示例名单公示",
                    False,
                    Badge("past", "公示已结束", "◌"),
                    "2026年6月1日至2026年6月5日",
                    "",
                ),
            ),
        ),
    ),
    pager=PAGER,
)
NOTICE = notices.NoticeArticle(
    crumbs=_crumbs(("公示公告", "/notices/")),
    kicker="公示",
    sample=True,
    title="示例名单公示",
    badge=Badge("valid", "到12月4日 周五止", "●"),
    facts=(
        Fact("文号", (Link("示例〔2026〕6号"),)),
        Fact("公示期", (Link("2026年11月20日至2026年12月4日"),)),
    ),
    ended="",
    body=Prose("现将名单公示如下。"),
    people=notices.People(
        "名单（2人）",
        ("姓名", "学院", "年级", "专业", "班级"),
        (
            ("志愿者甲", ("示例学院一", "2023级", "示例专业", "示例2301")),
            ("志愿者乙", ("示例学院二", "", "示例专业", "")),
        ),
    ),
    objections=(Fact("受理", (Link("校项目办"),)), Fact("邮箱", (Link("office@example.edu.cn"),))),
)
ENDED_NOTICE = replace(
    NOTICE,
    badge=Badge("past", "公示已结束", "◌"),
    ended="公示已结束，内容不再显示。",
    body=None,
    people=None,
    objections=(),
)
HONOUR_LIST = honours.HonourList(
    crumbs=_crumbs(),
    title="表彰",
    lead="授予志愿者和单位的荣誉，本人同意的写出姓名。",
    filters=(TAGS,),
    groups=(
        honours.HonourGroup(
            "2025年",
            (
                honours.HonourRow("/honours/a/", "青年志愿者标兵", True, "学校，示例大学，3人"),
                honours.HonourRow("/honours/b/", LONG, False, "国家，示例单位，2个单位"),
            ),
        ),
    ),
    pager=PAGER,
)
HONOUR = honours.HonourArticle(
    crumbs=_crumbs(("表彰", "/honours/")),
    kicker="2025年",
    sample=True,
    title="青年志愿者标兵",
    facts=(Fact("层级", (Link("学校"),)), Fact("授予", (Link("示例大学"),))),
    people=(JIA, JI),
    units=(Link("示例学院一", "/units/sample-college-1/"),),
    withheld="另有1人未公开。",
    nobody="",
)
MOVED = aliases.MovedPage("这一页换了网址", Link("志愿者甲", "/volunteers/wb2024-001/"))

_TEXT = Prose(f"省外项目[]({FIGURE})，按期上岗的才有。", {FIGURE: FIGURE_TARGET})
QUESTION_LIST = questions.QuestionList(
    crumbs=_crumbs(),
    title="问答",
    lead="同学们常问的。文件没有写的，写明该问谁。",
    filters=(TAGS,),
    questions=(
        questions.QuestionCard("/questions/allowance/", "去省外，补贴多少？", False, _TEXT),
        questions.QuestionCard("/questions/long/", LONG, True, Prose(LONG)),
    ),
    pager=PAGER,
)
QUESTION = questions.QuestionArticle(
    crumbs=_crumbs(("问答", "/questions/")),
    title="去省外，补贴多少？",
    sample=False,
    body=_TEXT,
    chips=(CHIP_1,),
    road=EVENT_ROAD,
    policies=(Link("学校给西部计划志愿者什么", "/policies/sdust-2021-52/"),),
    contacts=(Link("院系项目办", "/units/college-project-office/"),),
    alike=(Link("户口能留在学校吗？", "/questions/hukou/"),),
    tags=(Link("补贴", "/questions/tag/补贴/"),),
)
_ANSWERS = (
    answers.Answered("省外项目", "/benefits/"),
    answers.Answered(LONG, "/benefits/outside/"),
)
ASKED = benefits.QuestionPage(
    crumbs=_crumbs(("我能得到什么", "/benefits/")),
    kicker="我能得到什么：第3问，最多3问",
    title="你和用人单位签就业协议了吗？",
    help="说的是毕业生和用人单位签订的就业协议。",
    options=(
        benefits.OptionCard("/benefits/outside/none/signed/", "已经签了", "先征得用人单位同意。"),
        benefits.OptionCard("/benefits/outside/none/none/", LONG, ""),
    ),
    answers=_ANSWERS,
)
_GIVEN = outcomes.Benefit(
    verdict="applies",
    word="符合",
    title="一次性生活补贴",
    sample=False,
    address="/policies/sdust-2021-52/#allowance",
    amounts=("6000元",),
    reason="你去的是省外项目。给按期上岗的志愿者。",
    chip=CHIP_1,
)
BENEFITS = (
    _GIVEN,
    replace(
        _GIVEN, sample=True, verdict="may", word="视情况", title="户口保留在学校", amounts=("2年",)
    ),
    replace(_GIVEN, verdict="not", word="不符合", title=LONG, amounts=(), chip=None),
)
OUTCOME = outcomes.OutcomePage(
    crumbs=ASKED.crumbs,
    title="你能得到的",
    totals=(
        outcomes.Total("学校给", "6000", "元"),
        outcomes.Total("学院给", "500", "元"),
        outcomes.Total("省给", "10", "分"),
    ),
    rest="另有2项确定符合，3项看情况",
    answers=_ANSWERS,
    groups=(outcomes.BenefitGroup("学校", BENEFITS),),
    silent="国家、省",
    contacts=(Link("院系项目办", "/units/college-project-office/"),),
    roads=((Link("从报名到回来", "/pathways/volunteer/"), EVENT_ROAD),),
    deadlines=ROWS,
    permalink=CODE.text,
    code=CODE,
)
STEP = pathways.StepView(
    anchor="step-1",
    number=1,
    title="高年级：预报名",
    meta=("院系项目办", "高年级"),
    body=_TEXT,
    all=("向本院系项目办预报名",),
    any=("户口留在学校：本人提出申请", LONG),
    chips=(CHIP_1, CHIP_2),
    events=(
        (Link("高年级预报名截止", "/events/last/"), Badge("deadline", "12月15日截止")),
        (Link("宣讲会", "/events/talk/"), Badge("plain", "12月3日")),
    ),
    questions=(Link("户口能留在学校吗？", "/questions/hukou/"),),
)
_BARE_STEP = pathways.StepView("step-2", 2, LONG, (), None, (), (), (), (), ())
_NEEDS = Link("办什么", "/pathways/volunteer/needs/")
PATHWAY_LIST = pathways.PathwayList(
    crumbs=_crumbs(),
    title="办事指引",
    lead="一步一步。",
    pathways=(
        pathways.PathwayCard("/pathways/volunteer/", "从报名到回来", False, EVENT_ROAD, _NEEDS),
    ),
)
PATHWAY = pathways.PathwayArticle(
    crumbs=_crumbs(("办事指引", "/pathways/")),
    title="从报名到回来",
    sample=True,
    lead="2步，每一步写明谁办、何时办、带什么。",
    needs=_NEEDS,
    steps=(STEP, _BARE_STEP),
    coming=ROWS,
    policies=QUESTION.policies,
    more=(Link("常见问答", "/questions/"),),
)
NEEDS_PAGE = pathways.NeedsPage(
    crumbs=PATHWAY.crumbs,
    title="从报名到回来要办什么",
    sample=False,
    lead="逐步列在这里。",
    steps=(STEP,),
    permalink="https://xibu.example.edu.cn/pathways/volunteer/needs/",
)

SEARCH = search.SearchPage(
    crumbs=_crumbs(),
    title="检索",
    narrowed=(("cohort", "届"), ("province", "省份")),
    shelves=(
        search.Shelf(
            "志愿者",
            2,
            None,
            (
                FilterOption("Z", 1, "/search/volunteers/z/", False),
                FilterOption("其他", 1, "/search/volunteers/other/", False),
            ),
        ),
        search.Shelf("单位", 12, "/search/units/", ()),
    ),
)
LISTING = search.Listing(
    crumbs=_crumbs(("检索", "/search/")),
    title="志愿者：Z",
    filters=(Filter("拼音", SEARCH.shelves[0].parts),),
    links=(Link("志愿者甲（2024届省外项目）", "/volunteers/jia/"), Link(LONG, "/volunteers/yi/")),
    pager=PAGER,
)
PRIVACY = privacy.Privacy(
    crumbs=_crumbs(),
    title="个人信息怎样公开",
    lead="志愿者的资料经本人书面同意才公开，本人随时可以撤回。",
    groups=(Fact("姓名", (Link("姓名、拼音"),)), Fact("故事", (Link(LONG),))),
    always="届、项目",
    grounds=(Fact("第二十五条", (Link("不得公开处理的个人信息，取得个人单独同意的除外。"),)),),
    offices=(
        privacy.Office(Link("校项目办", "/units/project-office/"), UNIT.contacts),
        privacy.Office(Link(LONG, "/units/long/"), ()),
    ),
)

TOMBSTONE = tombstones.TombstonePage(
    title="这一页已应本人要求撤下",
    text="网址保留，内容不再提供。",
    way_on=Link("看其他志愿者", "/volunteers/"),
)

ARTICLES: dict[str, tuple[str, str, object]] = {
    "home": ("home.html", "", HOME),
    "home-empty": ("home.html", "", EMPTY_HOME),
    "volunteers": ("volunteers.html", "volunteers/", VOLUNTEERS),
    "volunteers-empty": (
        "volunteers.html",
        "volunteers/",
        replace(VOLUNTEERS, groups=(), pager=None),
    ),
    "profile": ("profile.html", "volunteers/", PROFILE),
    "profile-photograph": (
        "profile.html",
        "volunteers/",
        replace(PROFILE, photograph=PHOTOGRAPH, related=(replace(JI, photograph=PHOTOGRAPH), YI)),
    ),
    "profile-bare": ("profile.html", "volunteers/", BARE_PROFILE),
    "profile-long": ("profile.html", "volunteers/", LONG_PROFILE),
    "stories": ("stories.html", "stories/", STORY_LIST),
    "story": ("story.html", "stories/", STORY),
    "story-photograph": ("story.html", "stories/", replace(STORY, photograph=PHOTOGRAPH)),
    "story-long": ("story.html", "stories/", replace(STORY, title=LONG, summary=LONG)),
    "policies": ("policies.html", "policies/", POLICY_LIST),
    "policy": ("policy.html", "policies/", POLICY),
    "policy-superseded": ("policy.html", "policies/", SUPERSEDED),
    "comparison": ("comparison.html", "policies/", COMPARISON),
    "comparison-same": ("comparison.html", "policies/", replace(COMPARISON, groups=())),
    "cohort-policies": ("cohort-policies.html", "policies/", COHORT),
    "cohort-policies-empty": ("cohort-policies.html", "policies/", replace(COHORT, groups=())),
    "source": ("source.html", "policies/", SOURCE),
    "events": ("events.html", "events/", AGENDA),
    "events-empty": ("events.html", "events/", EMPTY_AGENDA),
    "month": ("month.html", "events/", MONTH_PAGE),
    "event": ("event.html", "events/", EVENT),
    "event-cancelled": ("event.html", "events/", CANCELLED_EVENT),
    "subscriptions": ("subscriptions.html", "calendar/", SUBSCRIPTIONS),
    "subscriptions-bare": (
        "subscriptions.html",
        "calendar/",
        replace(SUBSCRIPTIONS, everything=BARE_SUBSCRIPTION, feeds=(), code=None, permalink=""),
    ),
    "embed": ("embed.html", "embed/events/", EMBED),
    "embed-empty": ("embed.html", "embed/events/", replace(EMBED, rows=())),
    "units": ("units.html", "units/", UNIT_LIST),
    "unit": ("unit.html", "units/", UNIT),
    "notices": ("notices.html", "notices/", NOTICE_LIST),
    "notice": ("notice.html", "notices/", NOTICE),
    "notice-ended": ("notice.html", "notices/", ENDED_NOTICE),
    "honours": ("honours.html", "honours/", HONOUR_LIST),
    "honour": ("honour.html", "honours/", HONOUR),
    "honour-nobody": (
        "honour.html",
        "honours/",
        replace(HONOUR, people=(), units=(), withheld="", nobody="还没有公布获得者。"),
    ),
    "asked": ("asked.html", "benefits/outside/none/", ASKED),
    "outcome": ("outcome.html", "benefits/outside/none/", OUTCOME),
    "questions": ("questions.html", "questions/", QUESTION_LIST),
    "question": ("question.html", "questions/", QUESTION),
    "pathways": ("pathways.html", "pathways/", PATHWAY_LIST),
    "pathway": ("pathway.html", "pathways/", PATHWAY),
    "needs": ("needs.html", "pathways/volunteer/", NEEDS_PAGE),
    "search": ("search.html", "", SEARCH),
    "listing": ("listing.html", "search/volunteers/", LISTING),
    "privacy": ("privacy.html", "", PRIVACY),
    "tombstone": ("tombstone.html", "volunteers/", TOMBSTONE),
    "moved": ("moved.html", "stories/", MOVED),
}
"""An article's template, its section, and its view, by a name for the example."""

COMPONENTS: dict[str, str] = {
    "changes": "{{ figure_changes([examples._ALLOWANCE]) }}",
    "glossary": "{{ glossary([('校项目办', '学校西部计划项目管理办公室。')]) }}",
    "policy-card": "{{ policy_card(examples.POLICY_LIST.groups[0].policies[0], root) }}",
    "agenda": "{{ agenda(examples.GROUPS, root) }}",
    "answered": "{{ answered(examples.OUTCOME.answers, root) }}",
    "amounts": "{{ amounts([examples.OUTSIDE, examples.INSIDE]) }}",
    "badge": "{% for item in examples.BADGES %}{{ badge(item) }} {% endfor %}",
    "band": "{{ band(examples.BAND) }}",
    "benefit": "<ul>{% for item in examples.BENEFITS %}{{ benefit(item, root) }}{% endfor %}</ul>",
    "chip": "{{ chip(examples.CHIP_1, root) }}{{ chips([examples.CHIP_1], root) }}",
    "code": "{{ code(examples.CODE) }}",
    "contents": "{{ contents_folded(examples.POLICY.contents) }}",
    "crumbs": "{{ crumbs(examples.SOURCE.crumbs, root) }}",
    "figure": "{{ figure(examples.PHOTOGRAPH, root, '三个纸箱') }}{{ drawn_figure(examples.BAND) }}",
    "facts": "{{ facts(examples.PROFILE.facts, root) }}",
    "filters": "{{ filters((examples.COHORTS, examples.PROJECTS, examples.TAGS), root) }}",
    "head": "{{ head(examples.POLICY_LIST.title, examples.POLICY_LIST.lead) }}",
    "link": "{{ link(examples.POLICY.source, root) }}",
    "links": "{{ links(examples.POLICY.contacts, root) }}",
    "meta": "{{ meta(examples.PROFILE.meta) }}",
    "month": "{{ month_grid(examples.MONTH, root) }}{{ month_ways(examples.MONTH, root) }}",
    "neighbours": "{{ neighbours(examples.PROFILE.neighbours, root) }}",
    "outer-link": "{{ outer_link(examples.STORY.origin) }}",
    "pager": "{{ pager(examples.PAGER, root) }}",
    "people": "{{ people(examples.PEOPLE, root) }}{{ people(examples.PEOPLE, root, 'rows') }}",
    "person": "{{ person(examples.JIA, root) }}",
    "photograph": "{{ photograph(examples.PHOTOGRAPH, root, 'wb-band', '100vw') }}",
    "portrait": "{{ portrait(examples.JIA.portrait) }}",
    "quotation": "{{ quotation(examples.POLICY.provisions[0].quote, examples.CHIP_1, root) }}",
    "road": "{{ road(examples.EVENT_ROAD, root) }}",
    "sample": "{{ sample(true) }}",
    "scene": "{{ scene() }}{{ horizon() }}",
    "section-head": "{{ section_head('接下来', root, examples.PROFILE.cohort, examples.PROFILE.cohort) }}",
    "snippet": "{{ snippet(examples.SNIPPET) }}",
    "step": "<ol>{{ step(examples.STEP, root) }}</ol>",
    "story-card": "{{ story_card(examples.STORIES[0], root) }}",
    "subscription": "{{ subscription(examples.SUBSCRIPTION, root) }}",
    "ways": "{{ ways(examples.AGENDA.ways, root) }}",
    "timeline": "{{ timeline(examples.PROFILE.timeline, root) }}",
}
"""How each component is called; ``it`` is its file."""
