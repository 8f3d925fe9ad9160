// The search: opened by its button, by `/` and by Ctrl-K.
(() => {
  "use strict";

  const { breaking, element, say } = rolebook;
  const shown = 12;
  const kinds = {
    permission: say("search-permission"), role: say("search-role"), page: say("search-page"),
    heading: say("search-heading"),
  };
  let names = null;
  let spell = null;

  const prepare = async () => {
    if (!names) {
      names = rolebook.names(await rolebook.load("search/names.js"));
      spell = rolebook.spelling(names);
    }
    return names;
  };

  // The names that fit; where none does, the sections whose text does; else what may have been meant. `show` is
  // called with the hits as they come.
  rolebook.find = async (text, show) => {
    await prepare();
    const query = names.read(text);
    if (!query.words.length) return show([], query);
    const hits = names.find(query).slice(0, shown);
    if (hits.length) show(hits, query);
    const seen = new Set(hits.map(({ entry }) => entry));
    const inText = (await rolebook.findText(query, names)).filter(({ entry }) => !seen.has(entry));
    if (hits.length || inText.length) return show([...hits, ...inText].slice(0, shown), query);
    const meant = spell(query).flatMap((other) => names.find(other));
    return show(meant.sort((one, other) => other.score - one.score).slice(0, shown), query);
  };

  rolebook.hrefOf = ({ address, anchor }) => rolebook.link(address) + (anchor ? `#${encodeURIComponent(anchor)}` : "");

  // A text whose pieces that were typed are marked.
  const marked = (text, query) => {
    const pieces = query.words.flatMap((word) => [word.whole, ...word.segments]).filter((piece) => piece.length > 1)
      .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const cut = pieces.length ? text.split(new RegExp(`(${pieces.join("|")})`, "i")) : [text];
    return cut.flatMap((piece, index) =>
      (index % 2 ? [element("mark", {}, ...breaking(piece))] : breaking(piece)));
  };

  const option = ({ entry }, index, query) => {
    const isID = entry.kind === "permission" || entry.kind === "role";
    const note = [entry.note, isID ? entry.platform : ""].filter(Boolean).join(" · ");
    return element("a", {
      role: "option", id: `search-hit-${index}`, href: rolebook.hrefOf(entry), tabindex: "-1", "aria-selected": "false",
    },
    element("span", { class: `kind ${entry.kind}` }, kinds[entry.kind]),
    element("span", { class: isID ? "name id" : "name" }, ...marked(entry.title, query)),
    element("span", { class: "note" }, note));
  };

  const input = element("input", {
    type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "search-hits",
    "aria-autocomplete": "list", "aria-label": say("search-label"), placeholder: say("search-label"),
    autocomplete: "off", autocapitalize: "off", spellcheck: "false",
  });
  const list = element("div", { role: "listbox", id: "search-hits", "aria-label": say("search-hits") });
  const status = element("p", { class: "status", role: "status" }, say("search-hint"));
  const closer = element("button", { type: "button", class: "close" }, say("search-close"));
  const dialog = element("dialog", { class: "search", "aria-label": say("search-label") },
    element("div", { class: "field" }, input, closer), list, status);
  let chosen = -1;
  let asked = 0;

  const choose = (index) => {
    const options = list.children;
    if (options[chosen]) options[chosen].setAttribute("aria-selected", "false");
    chosen = options.length ? (index + options.length) % options.length : -1;
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen].id);
  };

  const update = async () => {
    const turn = asked += 1;
    if (!input.value.trim()) {
      list.replaceChildren();
      status.textContent = say("search-hint");
      input.setAttribute("aria-expanded", "false");
      return choose(-1);
    }
    try {
      await rolebook.find(input.value, (hits, query) => {
        if (turn !== asked) return;
        list.replaceChildren(...hits.map((hit, index) => option(hit, index, query)));
        input.setAttribute("aria-expanded", String(hits.length > 0));
        status.textContent = hits.length ? say("search-count", { count: hits.length }) : say("search-none");
        choose(hits.length ? 0 : -1);
      });
    } catch {
      if (turn === asked) status.textContent = say("search-failed");
    }
  };

  const open = () => {
    if (!dialog.isConnected) document.body.append(dialog);
    if (dialog.open) return;
    prepare().catch(() => { status.textContent = say("search-failed"); });
    dialog.showModal();
    input.select();
  };

  input.addEventListener("input", update);
  closer.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const moves = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 };
    if (event.key in moves) choose(moves[event.key]);
    else if (event.key === "Enter" && event.target === input && chosen >= 0) list.children[chosen].click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    open();
  });

  const button = document.querySelector(".search-open");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", open);
    button.addEventListener("pointerenter", () => prepare().catch(() => {}), { once: true });
  }
})();
