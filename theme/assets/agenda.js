// What is today and what is past, by the reader's clock: a page that was made last week still knows.
// Pages with dates load this; each reads without it, right for the day on which it was made.
(function () {
  "use strict";

  // China's clock, eight hours ahead all year: where the phone is does not count.
  var now = new Date(Date.now() + 288e5).toISOString().slice(0, 16);
  var today = now.slice(0, 10);
  var coming = document.querySelector("[data-wb-coming]");
  var over = document.querySelector("[data-wb-over]");

  function each(name, what) {
    document.querySelectorAll("[" + name + "]").forEach(function (element) {
      what(element, element.getAttribute(name));
    });
  }

  function daysUntil(day) {
    return Math.round((Date.parse(day) - Date.parse(today)) / 864e5);
  }

  each("data-wb-day", function (cell, day) {
    if (day !== today) return;
    cell.classList.add("wb-month__cell--today");
    var words = document.createElement("span");
    words.className = "wb-offscreen";
    words.textContent = "，今天";
    cell.querySelector("time").append(words);
  });

  function leave() {
    each("data-wb-left", function (note, day) {
      var left = daysUntil(day);
      if (left < 0) return;
      note.textContent = left ? "还有" + left + "天" : "就是今天";
      note.hidden = false;
    });
  }
  leave();
  document.addEventListener("wb-shown", leave);

  each("data-wb-until", function (element, moment) {
    if (moment <= now) element.hidden = true;
  });

  each("data-wb-from", function (element, moment) {
    if (moment <= now) element.hidden = false;
  });

  each("data-wb-week", function (heading, monday) {
    var weeks = Math.ceil(daysUntil(monday) / 7);
    if (weeks < 2) heading.textContent = weeks > 0 ? "下周" : "本周";
  });

  // What is over moves from what comes to the top of what is over, where the page has that.
  function emptied(element) {
    return !element.querySelector("[data-wb-end]");
  }

  each("data-wb-end", function (row, moment) {
    if (moment > now || !coming || !coming.contains(row)) return;
    var group = row.closest("section");
    row.removeAttribute("data-wb-end");
    row.remove();
    if (over) {
      var list = over.querySelector("ul");
      list.prepend(row);
      list.hidden = over.hidden = false;
    }
    if (emptied(group)) group.hidden = group !== coming || !over;
    var none = coming.querySelector("[data-wb-none]");
    if (none) none.hidden = !emptied(coming);
  });
})();
