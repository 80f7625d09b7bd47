// The page that searches: its address says what is asked, and what is found is shown below the form.
// The index is read by search.js; each result is read from its own page, so that what is not there
// any more is neither found nor quoted.

const { about, search, searchable, traced } = await import(document.querySelector("link[data-wb-index]").href);

const PER_PAGE = 10;
const AROUND = 24, LONGEST = 96; // characters of an excerpt: before the first mark, and in all
const NOT_TEXT = "nav, svg, script, style, button";
const WITHIN_LINES = /^(?:a|abbr|b|bdi|cite|code|data|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/i;
// Words of a question that say nothing of its subject.
const IDLE = /^(?:怎么|怎样|如何|什么|哪些|哪里|哪个|多少|几|可以|能|能不能|可不可以|是否|有没有|有|是|要|需要|请问|我|我们|吗|呢|的|了|和|在|去|到|么)$/;

const form = document.querySelector("form[data-wb-search]");
const status = document.querySelector("[data-wb-status]");
const found = document.querySelector("[data-wb-found]");
const shelves = document.querySelector("[data-wb-shelves]");
const field = form.elements.q;
const selects = [...form.querySelectorAll("select")];
const base = form.action, root = new URL("..", base).href, title = document.title;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// What is asked, as the address says it

function asked() {
  const given = new URLSearchParams(location.search);
  const names = ["kind", ...selects.map(({ name }) => name)];
  return {
    query: (given.get("q") ?? "").trim(),
    facets: Object.fromEntries(names.filter((name) => given.get(name)).map((name) => [name, given.get(name)])),
    page: Math.max(1, parseInt(given.get("page"), 10) || 1),
  };
}

function addressOf({ query, facets, page = 1 }) {
  return `?${new URLSearchParams({ q: query, ...facets, ...(page > 1 ? { page } : {}) })}`;
}

function go(question) {
  history.pushState(null, "", addressOf(question));
  return show();
}

// A link that is followed without loading the page anew, unless it is to be opened elsewhere.
function way(properties, question, after) {
  const link = element("a", { ...properties, href: addressOf(question) });
  link.addEventListener("click", async (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    await go(question);
    after?.();
  });
  return link;
}

// What is found, as its own page says it

function blocksOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const article = page.querySelector("article");
  article?.querySelectorAll(NOT_TEXT).forEach((one) => one.remove());
  const blocks = [];
  let text = "";
  const end = (anchor, heading) => {
    text = text.replace(/\s+/g, " ").trim();
    if (text) blocks.push({ text, anchor, heading });
    text = "";
  };
  const walk = (node, anchor, heading) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      if (WITHIN_LINES.test(child.tagName)) {
        walk(child, anchor, heading);
        continue;
      }
      end(anchor, heading);
      const [within, isHeading] = [child.id || anchor, heading || /^H[1-6]$/.test(child.tagName)];
      walk(child, within, isHeading);
      end(within, isHeading);
      if (isHeading && child.id) anchor = child.id; // of what follows
    }
  };
  if (article) walk(article, "", false);
  const sample = Boolean(article?.querySelector("h1 .wb-sample, h1 ~ .wb-sample, .wb-kicker .wb-sample"));
  return { title: page.title, blocks, sample, description: page.querySelector("meta[name=description]")?.content ?? "" };
}

// Where the words stand in a text: pairs of places.
function marksOf(text, words) {
  const { letters, places } = traced(text);
  const marks = [];
  for (const word of words) {
    for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + word.length)) {
      let last = places[at + word.length - 1];
      last += [...text.slice(last)][0].length;
      marks.push([places[at], last]);
    }
  }
  return marks.sort((one, other) => one[0] - other[0]);
}

function marked(text, words) {
  const parts = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of marksOf(text, words)) {
    if (start < done) continue;
    parts.append(text.slice(done, start), element("mark", {}, text.slice(start, end)));
    done = end;
  }
  parts.append(text.slice(done));
  return parts;
}

// An excerpt neither begins nor ends within a number or a word: 6000 is not 00.
function excerptOf(text, words) {
  const [first] = marksOf(text, words)[0] ?? [0];
  const before = text.slice(0, Math.max(0, first - AROUND));
  const start = before.length - before.match(/[0-9A-Za-z]{0,20}$/)[0].length;
  const end = start + LONGEST;
  const rest = /^[0-9A-Za-z]/.test(text.slice(end)) ? /[0-9A-Za-z]{1,20}$/ : /[\ud800-\udbff]$/;
  const shown = text.slice(start, end).replace(rest, "").replace(/^[\udc00-\udfff]/, "");
  return `${start ? "…" : ""}${shown}${end < text.length ? "…" : ""}`;
}

// Sets excerpt and anchor of a result; how often its page has the words, 0 if it lacks one. What is
// called so may be called so elsewhere only: a short name, a number.
async function quote(result, words, called) {
  let html;
  try {
    const response = await fetch(new URL(result.address.slice(1), root), { cache: "no-cache" });
    if (!response.ok) return 0;
    html = await response.text();
  } catch {
    return 1; // the index was read, so it is known what it is called
  }
  const { title, blocks, sample, description } = blocksOf(html);
  if (!searchable(title).includes(searchable(result.title))) return 0; // withdrawn meanwhile
  const whole = searchable(`${result.title}\n${blocks.map(({ text }) => text).join("\n")}`);
  // Letters and digits may stand for a spelling that no page shows; Han characters stand in it.
  const parts = words.flatMap((word) => word.match(/[\u2e80-\u{10ffff}]{2,}/gu) ?? []);
  if (!called && !parts.every((part) => whole.includes(part))) return 0;
  const having = blocks.map((block) => ({ ...block, marks: marksOf(block.text, words) }));
  const distinct = ({ marks, text }) => new Set(marks.map(([start, end]) => text.slice(start, end))).size;
  const body = having.filter(({ marks, heading }) => marks.length && !heading);
  const rank = (block) => 2 * distinct(block) + (block.anchor ? 1 : 0);
  const best = body.sort((one, other) => rank(other) - rank(one))[0] ?? having.find(({ marks, anchor }) => marks.length && anchor);
  result.excerpt = best && !best.heading ? excerptOf(best.text, words) : description;
  const named = words.every((word) => searchable(result.title).includes(word));
  result.anchor = named ? "" : (best?.anchor ?? "");
  result.sample = sample;
  return 1 + having.reduce((sum, { marks }) => sum + marks.length, 0);
}

const UNITS = { cohort: "届" };

function item(result, words) {
  const { address, anchor, excerpt, facets, kind, sample } = result;
  const href = new URL(address.slice(1) + (anchor ? `#${anchor}` : ""), root).href;
  const facts = [kind, sample && "示例", ...selects.flatMap(({ name }) => (facets[name] ?? []).map((value) => value + (UNITS[name] ?? "")))];
  return element(
    "li", { className: "wb-result" },
    element("h2", { className: "wb-result__title" }, element("a", { className: "wb-cover", href }, marked(result.title, words))),
    ...(excerpt ? [element("p", { className: "wb-result__excerpt" }, marked(excerpt, words))] : []),
    element("p", { className: "wb-meta" }, ...facts.filter(Boolean).map((fact) => element("span", {}, fact))),
  );
}

// The page

// The kinds stay the same links, so that a press leaves the focus where it is.
let kinds = null;

async function prepare() {
  const { facets } = await about(base);
  if (kinds) return;
  for (const select of selects) {
    const values = Object.keys(facets[select.name] ?? {});
    values.sort((one, other) => (select.name === "cohort" ? other - one : one.localeCompare(other, "zh")));
    select.append(...values.map((value) => new Option(value, value)));
    select.parentElement.hidden = !values.length;
    select.addEventListener("change", () => go(typed()));
  }
  form.querySelector("[data-wb-narrow]").hidden = false;
  const known = [...shelves.querySelectorAll("[data-wb-kind]")].map((shelf) => shelf.dataset.wbKind);
  const ordered = new Set([...known, ...Object.keys(facets.kind ?? {})]);
  kinds = ["", ...[...ordered].filter((kind) => facets.kind?.[kind])].map((kind) => {
    const link = element("a", { className: "wb-filter__option" }, kind || "全部");
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(ofKind(asked(), kind));
    });
    return { kind, link };
  });
  const list = element("ul", { className: "wb-filter__options" }, ...kinds.map(({ link }) => element("li", {}, link)));
  const nav = element("nav", { className: "wb-filters wb-filter--bare" }, list);
  nav.setAttribute("aria-label", "按类别筛选");
  found.before(nav);
}

function ofKind({ query, facets }, kind) {
  const { kind: _, ...others } = facets;
  return { query, facets: kind ? { kind, ...others } : others };
}

function typed() {
  const { kind } = asked().facets;
  const chosen = Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  return { query: field.value.trim(), facets: kind ? { kind, ...chosen } : chosen };
}

function reflect({ query, facets }) {
  if (document.activeElement !== field || field.value.trim() !== query) field.value = query;
  for (const select of selects) select.value = facets[select.name] ?? "";
  for (const { kind, link } of kinds ?? []) {
    const current = (facets.kind ?? "") === kind;
    link.href = addressOf(ofKind({ query, facets }, kind));
    link.classList.toggle("wb-filter__option--current", current);
    if (current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  document.title = query ? `“${query}” - ${title}` : title;
  shelves.hidden = Boolean(query);
  found.hidden = !query;
  if (kinds) kinds[0].link.closest("nav").hidden = !query;
}

function pager({ query, facets, page }, total) {
  const pages = Math.ceil(total / PER_PAGE);
  if (pages < 2) return [];
  const onto = (next, text, rel) => way({ className: "wb-pager__link", textContent: text, rel }, { query, facets, page: next }, () => found.focus());
  const nav = element(
    "nav", { className: "wb-pager" },
    ...(page > 1 ? [onto(page - 1, "← 上一页", "prev")] : []),
    element("p", { className: "wb-pager__text" }, `第${page}页，共${pages}页`),
    ...(page < pages ? [onto(page + 1, "下一页 →", "next")] : []),
  );
  nav.setAttribute("aria-label", "翻页");
  return [nav];
}

function nothing({ query, facets }) {
  const tips = ["少写几个字，或者换一个说法：“补贴”“户口”“保研”。", "人名可以只写姓，也可以写拼音或拼音首字母。"];
  const list = element("ul", { className: "wb-links" }, ...tips.map((tip) => element("li", {}, tip)));
  if (Object.keys(facets).length) {
    list.prepend(element("li", {}, way({ textContent: `不限类别和条件，再找“${query}”` }, { query, facets: {} }, () => field.focus())));
  }
  return list;
}

// The words of a question, where it has no spaces and stands nowhere as a whole.
function apart(query) {
  if (!globalThis.Intl?.Segmenter || !/[\u3400-\u9fff]{3}/.test(query)) return "";
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(query)].map(({ segment }) => searchable(segment));
  const telling = words.filter((word) => word && !IDLE.test(word));
  const divided = telling.join(" ");
  return divided === searchable(query) ? "" : divided;
}

async function look(question, query) {
  const words = searchable(query).split(" ").filter(Boolean);
  const verify = (result, called) => quote(result, words, called);
  const start = (question.page - 1) * PER_PAGE;
  return { words, ...(await search(query, { base, facets: question.facets, start, limit: PER_PAGE, verify })) };
}

let latest = 0;

async function show() {
  const question = asked(), turn = (latest += 1);
  reflect(question);
  if (!question.query) {
    status.textContent = "";
    await prepare().then(() => reflect(question), () => {});
    return;
  }
  status.textContent = "正在检索……";
  found.setAttribute("aria-busy", "true");
  try {
    await prepare();
    reflect(question);
    let answer = await look(question, question.query);
    const divided = answer.total ? "" : apart(question.query);
    if (divided) answer = await look(question, divided);
    if (turn !== latest) return;
    const { results, total, words } = answer;
    const list = element("ol", { className: "wb-results" }, ...results.map((result) => item(result, words)));
    found.replaceChildren(...(total ? [list, ...pager(question, total)] : [nothing(question)]));
    if (!total) status.textContent = `没有找到“${question.query}”。`;
    else if (divided) status.textContent = `没有连着的“${question.query}”，分开写的有${total}条。`;
    else status.textContent = `“${question.query}”：找到${total}条。`;
  } catch (error) {
    if (turn !== latest) return;
    shelves.hidden = false;
    if (/^404 .*index\.json$/.test(error.message)) { // a preview has none
      found.replaceChildren();
      status.textContent = "这里没有检索索引：预览时不做，生成网站以后就有。下面是目录。";
      return;
    }
    const again = element("button", { type: "button", className: "wb-text-button", textContent: "再试一次" });
    again.addEventListener("click", show);
    found.replaceChildren(again);
    status.textContent = "没有连上网站，这次没有找成。可以再试一次，或者从目录里找。";
  } finally {
    if (turn === latest) found.removeAttribute("aria-busy");
  }
}

found.tabIndex = -1;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(typed());
});
addEventListener("popstate", show);
await show();
if (!asked().query && !matchMedia("(pointer: coarse)").matches) field.focus({ preventScroll: true });
