// Keeps a page of `rolebook serve` up to date: a saved page changes in place, its scroll kept; errors lie over the last
// good one.
(() => {
  "use strict";

  const { page, look } = document.currentScript.dataset;
  const own = new URL(".", document.currentScript.src).href;
  const scrollKey = `rolebook-scroll ${location.pathname}`;
  let frame = null;

  const restoreScroll = () => {
    const kept = sessionStorage.getItem(scrollKey);
    sessionStorage.removeItem(scrollKey);
    if (kept !== null && !location.hash) window.scrollTo(0, Number(kept));
  };

  const makeFrame = () => {
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${own}live.css`;
    const box = document.createElement("section");
    box.setAttribute("role", "alert");
    const text = document.createElement("pre");
    const title = document.createElement("h2");
    title.textContent = "The pages have errors: this is the last good site";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Hide";
    close.addEventListener("click", () => host.remove());
    box.append(title, close, text);
    root.append(style, box);
    return { host, text };
  };

  const showErrors = (errors) => {
    if (!errors) {
      if (frame) frame.host.remove();
      return;
    }
    frame = frame || makeFrame();
    frame.text.textContent = errors;
    document.body.append(frame.host);
  };

  const update = async () => {
    const response = await fetch(`${own}state?path=${encodeURIComponent(decodeURI(location.pathname))}`);
    const state = await response.json();
    if (state.page !== page || state.look !== look) {
      sessionStorage.setItem(scrollKey, String(window.scrollY));
      location.reload();
    } else {
      showErrors(state.errors);
    }
  };

  window.addEventListener("load", restoreScroll);
  const events = new EventSource(`${own}events`);
  // A page that the server is asked for first thing may be of before a change.
  events.addEventListener("message", () => update().catch(() => {}));
})();
