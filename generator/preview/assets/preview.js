// Shows the newest version of the page, and lets the overlay be copied and put aside.
(() => {
  let { version } = document.currentScript.dataset;
  const { events } = document.currentScript.dataset;
  const ours = "script[data-version]";
  const loaded = (page) => [...page.querySelectorAll(`script[src]:not(${ours}), link[rel=stylesheet]`)]
    .map((element) => element.getAttribute("src") || element.getAttribute("href")).join("\n");
  // The scheme's script alone is known to begin anew when it is told that the page is there.
  const plain = (page) => page.querySelectorAll(`script[src]:not(${ours})`).length < 2;

  // Loading anew costs a browser ten times what the new words do, and loses the reader's place.
  const show = async () => {
    const answer = await fetch(location.href);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.redirected || loaded(next) !== loaded(document) || !plain(next)) {
      location.reload();
      return;
    }
    ({ version } = next.querySelector(ours).dataset);
    const place = [scrollX, scrollY];
    document.title = next.title;
    document.body.replaceWith(next.body);
    document.dispatchEvent(new Event("DOMContentLoaded"));
    scrollTo({ left: place[0], top: place[1], behavior: "instant" });
    begin();
  };

  let newest = version;
  let showing = false;
  new EventSource(events).onmessage = async (message) => {
    newest = message.data;
    if (showing) return;
    showing = true;
    try {
      while (newest !== version) await show();
    } catch {
      location.reload();
    }
    showing = false;
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.getElementById("wbp-overlay")?.remove();
  });
  const begin = () => {
    const overlay = document.getElementById("wbp-overlay");
    if (!overlay) return;
    overlay.querySelector("[role=alertdialog]").focus();
    document.getElementById("wbp-close").addEventListener("click", () => overlay.remove());
    const copy = document.getElementById("wbp-copy");
    copy?.addEventListener("click", async () => {
      await navigator.clipboard.writeText(copy.dataset.text);
      copy.textContent = "已复制";
    });
  };
  begin();
})();
