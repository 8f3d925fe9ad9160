// What a page does beside being read: copies code, marks where the reader is, and makes tabs of sections.
(() => {
  "use strict";

  const { element, say } = window.rolebook;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const said = element("div", { class: "said", role: "status" });
  document.body.append(said);

  // Copying

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without a secure context, as from a disk, there is no clipboard to ask.
      const field = element("textarea", { class: "said" });
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };

  // A block of code in a box with a button that copies it.
  window.rolebook.copyable = (block) => {
    const button = element("button", { class: "copy", type: "button", "aria-label": say("page-copy") });
    button.addEventListener("click", async () => {
      await copy(block.textContent.replace(/\n$/, ""));
      button.focus();
      button.classList.add("done");
      said.textContent = say("page-copied");
      setTimeout(() => {
        button.classList.remove("done");
        said.textContent = "";
      }, 2000);
    });
    // A block that is moved is painted anew: only those that an author wrote as HTML have no box yet.
    let box = block.parentNode;
    if (!box?.matches(".code")) {
      box = element("div", { class: "code" });
      if (block.parentNode) block.replaceWith(box);
      box.append(block);
    }
    box.append(button);
    return box;
  };
  for (const block of all(".text pre")) window.rolebook.copyable(block);

  // Tabs: sections whose headings say so, blocks of code that have a name

  const rank = (node) => (/^H[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 7);

  const panelOf = (start) => {
    const panel = element("div", { role: "tabpanel", class: "tabbed" });
    start.before(panel);
    const isSection = rank(start) < 7;
    do panel.append(panel.nextSibling);
    while (isSection && panel.nextElementSibling && rank(panel.nextElementSibling) > rank(start));
    return panel;
  };

  const select = (group, chosen, isFocused) => {
    for (const entry of group) {
      const isChosen = entry === chosen;
      entry.button.setAttribute("aria-selected", isChosen);
      entry.button.tabIndex = isChosen ? 0 : -1;
      // The browser's own search looks into these, and opens what it finds.
      entry.panel.hidden = isChosen ? false : "until-found";
    }
    if (isFocused) chosen.button.focus();
  };

  const groups = [];
  const steps = { ArrowRight: 1, ArrowLeft: -1 };

  const makeGroup = (starts) => {
    const number = groups.length;
    const list = element("div", { role: "tablist", class: "tabs" });
    starts[0].before(list);
    const group = starts.map((start, index) => {
      const name = start.matches("div") ? start.firstElementChild.textContent : start.textContent;
      const panel = panelOf(start);
      panel.id = `panel-${number}-${index}`;
      const button = element("button", { role: "tab", type: "button", id: `tab-${number}-${index}`, "aria-controls": panel.id }, name.trim());
      panel.setAttribute("aria-labelledby", button.id);
      list.append(button);
      return { name, panel, button };
    });
    for (const entry of group) {
      // What is chosen in one group is chosen in all that have it.
      entry.button.addEventListener("click", () => {
        const top = list.getBoundingClientRect().top;
        for (const other of groups) {
          const same = other.find(({ name }) => name === entry.name);
          if (same) select(other, same);
        }
        scrollBy(0, list.getBoundingClientRect().top - top);
      });
      entry.panel.addEventListener("beforematch", () => select(group, entry));
    }
    list.addEventListener("keydown", (event) => {
      const at = group.findIndex(({ button }) => button === event.target);
      const ends = { Home: 0, End: group.length - 1 };
      const next = ends[event.key] ?? (steps[event.key] && (at + steps[event.key] + group.length) % group.length);
      if (next === undefined) return;
      event.preventDefault();
      select(group, group[next], true);
    });
    groups.push(group);
    select(group, group[0]);
  };

  // The section that follows this one, past what it holds.
  const following = (start) => {
    let node = start.nextElementSibling;
    while (rank(start) < 7 && node && rank(node) > rank(start)) node = node.nextElementSibling;
    return node;
  };

  const runs = [];
  for (const start of all(".text .tab")) {
    const run = runs.find((run) => {
      const last = run.at(-1);
      return last.tagName === start.tagName && following(last) === start;
    });
    if (run) run.push(start);
    else runs.push([start]);
  }
  for (const run of runs) if (run.length > 1) makeGroup(run);

  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const panel = target && target.closest("[role=tabpanel]");
    const group = groups.find((group) => group.some((entry) => entry.panel === panel));
    if (!group) return;
    select(group, group.find((entry) => entry.panel === panel));
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  // Where the reader is

  const links = new Map(all(".contents a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4);
    const current = links.get((passed.at(-1) || {}).id);
    for (const link of links.values()) {
      if (link !== current) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
        const list = link.closest("nav");
        list.scrollTop = link.offsetTop - list.offsetTop - list.clientHeight / 2;
      }
    }
  };
  const watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -75% 0px" });
  for (const heading of headings) watcher.observe(heading);

  const here = document.querySelector(".sidebar [aria-current]");
  const pages = here && here.closest("nav");
  requestAnimationFrame(() => {
    if (pages) pages.scrollTop = here.offsetTop - pages.offsetTop - pages.clientHeight / 2;
  });

  // What scrolls sideways can be reached by the keyboard

  const reach = () => {
    for (const box of all(".table-box, pre")) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", say(box.tagName === "PRE" ? "page-code" : "page-table"));
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      }
    }
  };
  // Its widths are asked for when the page is painted, not before.
  requestAnimationFrame(() => setTimeout(reach));
  addEventListener("resize", reach);
})();
