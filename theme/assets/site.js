// The colour scheme, copy buttons and the menu. Every page reads without this file; each part is
// silent where its element is absent.
(function () {
  "use strict";

  var SCHEMES = ["auto", "light", "dark"];
  var LABELS = { auto: "跟随系统", light: "浅色", dark: "深色" };
  var KEY = "wb-scheme";
  var root = document.documentElement;

  // Storage throws where a browser forbids it; the choice then lasts as long as the page.
  function stored() {
    try {
      var value = localStorage.getItem(KEY);
      return SCHEMES.indexOf(value) > 0 ? value : "auto";
    } catch (error) {
      return "auto";
    }
  }

  function keep(scheme) {
    try {
      if (scheme === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, scheme);
    } catch (error) {
      return;
    }
  }

  function apply(scheme) {
    if (scheme === "auto") root.removeAttribute("data-wb-scheme");
    else root.setAttribute("data-wb-scheme", scheme);
  }

  var scheme = stored();
  apply(scheme);

  function schemeButton(button) {
    function next() {
      return SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length];
    }
    function say() {
      var text = "配色：" + LABELS[scheme];
      button.setAttribute("aria-label", text + "。改为" + LABELS[next()]);
      button.title = text;
    }
    button.addEventListener("click", function () {
      scheme = next();
      apply(scheme);
      keep(scheme);
      say();
    });
    say();
    button.hidden = false;
  }

  // The clipboard is missing on plain http and in some in-app browsers; execCommand still works there.
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    return new Promise(function (resolve, reject) {
      var field = document.createElement("textarea");
      field.value = text;
      field.className = "wb-offscreen";
      field.setAttribute("readonly", "");
      document.body.appendChild(field);
      field.select();
      var done = document.execCommand("copy");
      field.remove();
      if (done) resolve();
      else reject(new Error("copy"));
    });
  }

  function copyButton(button) {
    var label = button.textContent;
    var status = document.createElement("span");
    status.className = "wb-offscreen";
    status.setAttribute("role", "status");
    button.after(status);

    function show(text) {
      button.textContent = text;
      status.textContent = text;
      setTimeout(function () {
        button.textContent = label;
        status.textContent = "";
      }, 3000);
    }
    button.addEventListener("click", function () {
      copy(button.getAttribute("data-wb-copy")).then(
        function () { show("已复制"); button.focus(); },
        function () { show("没有复制成功，请手动复制"); }
      );
    });
    button.hidden = false;
  }

  function drawer(details) {
    var summary = details.querySelector("summary");
    var field = details.querySelector("input");
    if (field) details.addEventListener("toggle", function () { if (details.open) field.focus(); });
    function close() {
      details.open = false;
    }
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !details.open) return;
      close();
      summary.focus();
    });
    document.addEventListener("click", function (event) {
      if (details.open && !details.contains(event.target)) close();
    });
    // Focus that leaves the menu would otherwise stand behind its backdrop.
    details.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) close();
    });
  }

  // What another script puts into the page says "wb-shown" of itself.
  function enhance(event) {
    event.target.querySelectorAll("button[data-wb-scheme]").forEach(schemeButton);
    event.target.querySelectorAll("button[data-wb-copy]").forEach(copyButton);
    event.target.querySelectorAll("details[data-wb-drawer]").forEach(drawer);
  }
  document.addEventListener("DOMContentLoaded", enhance);
  document.addEventListener("wb-shown", enhance);
})();
