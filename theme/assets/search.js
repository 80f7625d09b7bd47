// Searches the index that generator/search/ makes.

const PAIR = 0x57420001, TITLE = 0x57420002, FACET = 0x57420003;
const FACTOR = 0x9e3779b1;
const IN_TITLE = 0x80, ANYTHING = 0x7f;
const TAILED = 0, TITLES = 1, LACKING = 3; // a list's form, as in encoding.py
const MOST = 5; // words of a query that are looked up; more rule little out

const JOINED = /[\u00ad\u00b7\u2022\u2027\u200b-\u200d\u2060\u2219\u22c5\u30fb\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]+/gu;

const point = (character) => character.codePointAt(0);
const isWide = (character) => point(character) >= 0x2e80;

// The same as in text.py.
export function searchable(text) {
  const plain = text.normalize("NFKC").toLowerCase().replace(JOINED, "");
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// The letters of a text as they are searched, and of each the place in the text that it is from.
export function traced(text) {
  let letters = "", at = 0;
  const places = [];
  for (const character of text) {
    const plain = searchable(character) || (character.replace(JOINED, "") && " ");
    for (let index = 0; index < plain.length; index += 1) places.push(at);
    letters += plain;
    at += character.length;
  }
  places.push(at);
  return { letters, places };
}

// The same as in postings.py.
function hashed(seed, text) {
  let word = seed;
  for (const character of text) word = Math.imul(word ^ point(character), FACTOR);
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) >>> 0;
}

// What to look up: [kind, key, follower], the follower 0 where anything may follow.
function lookups(text) {
  const titles = [], words = [];
  const add = (all, at, end) => {
    const follower = all[end] ? ((Math.imul(point(all[end]), FACTOR) >>> 25) % 126) + 1 : 0;
    words.push(["words", hashed(PAIR, all.slice(at, end).join("")), follower]);
  };
  for (const segment of text.split(" ")) {
    const all = [...segment];
    if (all.length === 1 && isWide(all[0])) titles.push(["titles", hashed(TITLE, segment), 0]);
    else for (let at = 0, end = 0; at < all.length; at = end) {
      while (end < all.length && isWide(all[end]) === isWide(all[at])) end += 1;
      if (!isWide(all[at])) add(all, at, end);
      // Every second pair, and the last; of four characters all three, since two say too little.
      else for (let next = at; next < end - 1; next += next === end - 3 || end - at === 4 ? 1 : 2) add(all, next, next + 2);
    }
  }
  const step = Math.ceil(words.length / MOST);
  return [...titles, ...words.filter((_, at) => at % step === 0)];
}

const fetched = new Map();

// A file of the index, fetched once. Never an old one that the browser kept: withdrawn is withdrawn.
function load(address, read) {
  if (!fetched.has(address)) {
    const file = fetch(address, { cache: "no-cache" }).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      return response[read]();
    });
    file.catch(() => fetched.delete(address));
    fetched.set(address, file);
  }
  return fetched.get(address);
}

// What a file that encoding.py wrote tells of a key: who has it in the title, who elsewhere only; or,
// where nearly everybody has it, who lacks it.
function documents(buffer, key, follower) {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  const lists = view.getUint32(0, true);
  let at = 8 + 3 * lists;
  const variable = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const wanted = [];
  for (let index = 0, numbers = 0, tails = 0; index < lists; index += 1) {
    const count = variable();
    const [size, form] = [count >>> 2, count & 3];
    // The key's 24 bits, and a byte before them.
    if (view.getUint32(7 + 3 * index, true) >>> 8 === key >>> 8) wanted.push({ size, form, numbers, tails });
    numbers += size;
    if (form === TAILED) tails += size;
  }
  const allTails = at;
  at += view.getUint32(4, true);
  const found = { titles: new Set(), others: new Set(), lacking: null };
  let passed = 0;
  for (const { size, form, numbers, tails } of wanted) {
    for (; passed < numbers; at += 1) if (bytes[at] < 0x80) passed += 1;
    const all = form === TITLES ? found.titles : form === LACKING ? (found.lacking = new Set()) : found.others;
    for (let index = 0, number = 0; index < size; index += 1) {
      number += variable();
      const tail = form === TAILED ? bytes[allTails + tails + index] : ANYTHING;
      const follows = tail & ANYTHING;
      if (follower && follows !== follower && follows !== ANYTHING) continue;
      (tail < IN_TITLE ? all : found.titles).add(number);
    }
    passed += size;
  }
  return found;
}

// What the index says of itself: its size, and the values by which it can be narrowed.
export const about = (base) => load(`${base}index.json`, "json");

const has = ({ titles, others, lacking }, number) =>
  lacking ? !lacking.has(number) : titles.has(number) || others.has(number);

// Best first: {total, results: [{address, title, kind, facets}]}. `base` is the index's folder;
// `facets` narrow ({kind: "志愿者"}); `verify` may promise how much a result says, 0 if it is none; it
// is told as well whether the result is called so.
export async function search(query, { base = "search/", facets = {}, start = 0, limit = 10, verify } = {}) {
  const text = searchable(query);
  const terms = lookups(text);
  if (!terms.length) return { total: 0, results: [] };
  const { bits } = await about(base);
  const file = (kind, number, type, read) => load(`${base}${kind}/${number.toString(16)}.${type}`, read);
  const look = async ([kind, key, follower]) => {
    const buffer = await file(kind, key & ((1 << bits[kind]) - 1), "bin", "arrayBuffer");
    return documents(buffer, key, follower);
  };
  const narrow = Object.entries(facets).map((facet) => ["facets", hashed(FACET, facet.join("\n")), 0]);
  const exact = ["titles", hashed(TITLE, text.replaceAll(" ", "") + "\n"), 0];
  const [titled, ...found] = await Promise.all([exact, ...terms, ...narrow].map(look));
  // Single characters stand in titles only: beside words they are wishes, or 带“示例”两 would find nothing.
  const isWish = (at) => terms[at]?.[0] === "titles" && terms.at(-1)[0] === "words";
  const needed = found.filter((_, at) => !isWish(at));
  let listed = needed.filter(({ lacking }) => !lacking);
  if (!listed.length) listed = [await look(["facets", hashed(FACET, "\n"), 0])]; // everything
  const size = ({ titles, others }) => titles.size + others.size;
  const fewest = listed.reduce((one, other) => (size(other) < size(one) ? other : one));
  const ranked = [];
  for (const number of new Set([...fewest.titles, ...fewest.others])) {
    if (!needed.every((one) => has(one, number))) continue;
    const score = found.slice(0, terms.length).filter(({ titles }) => titles.has(number)).length;
    ranked.push([number, titled.titles.has(number) ? terms.length + 1 : score]);
  }
  ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  const rows = await Promise.all(ranked.slice(start, start + limit).map(async ([number, score]) => {
    const shard = await file("records", number >> (bits.numbers - bits.records), "json", "json");
    const [address, title, facets] = shard[number] ?? [];
    if (!address) return null; // published anew meanwhile
    const result = { address, title, kind: facets.kind?.[0], facets };
    const weight = verify ? await verify(result, score >= terms.length) : 1;
    return weight ? { result, score, weight } : null;
  }));
  const kept = rows.filter(Boolean);
  const shorter = (one, other) => one.result.title.length - other.result.title.length;
  kept.sort((one, other) => other.score - one.score || (one.score ? shorter(one, other) : other.weight - one.weight));
  const results = kept.map(({ result }) => result);
  return { total: ranked.length - rows.length + kept.length, results };
}
