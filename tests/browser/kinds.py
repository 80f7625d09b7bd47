"""An address of each kind of page of the site that has every kind."""

KINDS = {
    "home": "/",
    "volunteers": "/volunteers/",
    "volunteers of a province": "/volunteers/province/qinghai/",
    "profile": "/volunteers/wb2024-001/",
    "profile of an anonymous volunteer": "/volunteers/wb2025-001/",
    "tombstone": "/volunteers/wb2022-001/",
    "stories": "/stories/",
    "stories with a tag": "/stories/tag/支教/",
    "story": "/stories/briefing-recap/",
    "events": "/events/",
    "month": "/events/2026/12/",
    "event": "/events/consultation-2026/",
    "event of two dates": "/events/symposium-2026-10/",
    "policies": "/policies/",
    "policy": "/policies/sdust-2021-52/",
    "source": "/sources/sdust-2021-52/",
    "units": "/units/",
    "unit": "/units/project-office/",
    "hand-written page": "/about/",
    "no such page": "/404.html",
}
