// Questions and outcome on one screen: the page that an answer leads to is fetched, and its content
// put in this one's place; the address follows. Without this file each answer loads its page.
(function () {
  "use strict";

  var shown = location.pathname;
  var asked = 0;

  function current() {
    return document.querySelector("[data-wb-answers]");
  }

  // What is relative around the questions would lead astray once the address has moved on; a
  // browser also asks for the icon anew.
  function fix() {
    document.querySelectorAll("a[href], link[rel=icon]").forEach(function (link) {
      if (link.getAttribute("href")[0] !== "#") link.href = link.href;
    });
  }

  function put(html, address) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var next = page.querySelector("[data-wb-answers]");
    if (!next) throw new Error("answers");
    if (location.pathname !== address) history.pushState(null, "", address);
    shown = address;
    next = document.importNode(next, true);
    current().replaceWith(next);
    document.title = page.title;
    next.dispatchEvent(new Event("wb-shown", { bubbles: true }));
    prints(next);
    window.scrollTo(0, 0);
    next.querySelector("h1").focus();
  }

  function go(address) {
    var mine = ++asked;
    fetch(address)
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      })
      .then(function (html) {
        if (mine === asked) put(html, address);
      })
      .catch(function () {
        if (mine === asked) location.assign(address);
      });
  }

  function prints(root) {
    root.querySelectorAll("button[data-wb-print]").forEach(function (button) {
      button.addEventListener("click", function () { window.print(); });
      button.hidden = false;
    });
  }

  prints(document);
  if (!current() || !window.fetch || !history.pushState) return;
  fix();
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-wb-answer]");
    var plain = !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain) return;
    event.preventDefault();
    go(link.pathname);
  });
  window.addEventListener("popstate", function () {
    if (location.pathname !== shown) go(location.pathname);
  });
})();
