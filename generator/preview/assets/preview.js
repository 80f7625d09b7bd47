// Shows the newest version of the page, and lets the overlay be copied and put aside.
(() => {
  const script = document.currentScript;
  const { version, events } = script.dataset;

  new EventSource(events).onmessage = (message) => {
    if (message.data !== version) location.reload();
  };

  const overlay = document.getElementById("wbp-overlay");
  if (!overlay) return;
  const close = () => overlay.remove();
  overlay.querySelector("[role=alertdialog]").focus();
  document.getElementById("wbp-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const copy = document.getElementById("wbp-copy");
  copy?.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy.dataset.text);
    copy.textContent = "已复制";
  });
})();
