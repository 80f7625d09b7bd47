// Read calendars by ical.js, which did not write them: a JSON list of iCalendar texts on standard
// input, and for each the calendar and its entries on standard output. Instants come from the
// calendar's own VTIMEZONE; `local` is what a reader in the time zone named by TZ sees.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const { default: ICAL } = await import(pathToFileURL(process.argv[2]).href)

const moment = (time) => {
  if (!time) return null
  if (time.isDate) return { day: time.toString() }
  const there = new Date(time.toUnixTime() * 1000)
  const local = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" })
  return { instant: there.toISOString(), local: local.format(there), zone: time.zone.tzid }
}

const text = (component, name) => component.getFirstPropertyValue(name)

const entry = (component) => {
  const event = new ICAL.Event(component)
  const alarm = component.getFirstSubcomponent("valarm")
  const modified = text(component, "last-modified")
  return {
    uid: event.uid,
    summary: event.summary,
    location: event.location,
    description: event.description,
    organizer: event.organizer,
    sequence: event.sequence,
    status: text(component, "status"),
    url: text(component, "url"),
    categories: component.getFirstProperty("categories").getValues(),
    start: moment(event.startDate),
    end: component.hasProperty("dtend") ? moment(event.endDate) : null,
    alarm: alarm && text(alarm, "trigger").toString(),
    stamp: text(component, "dtstamp").toString(),
    modified: modified && modified.toString(),
    properties: component.getAllProperties().map((property) => property.name),
  }
}

const read = (source) => {
  const calendar = new ICAL.Component(ICAL.parse(source))
  const zones = calendar.getAllSubcomponents("vtimezone")
  zones.forEach((zone) => ICAL.TimezoneService.register(zone))
  const properties = calendar.getAllProperties()
  return {
    ...Object.fromEntries(properties.map((p) => [p.name, p.getFirstValue().toString()])),
    zones: zones.map((zone) => text(zone, "tzid")),
    entries: calendar.getAllSubcomponents("vevent").map(entry),
  }
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(read)))
