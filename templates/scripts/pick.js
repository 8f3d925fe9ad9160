// Picks permissions, and answers which roles hold them and which set of roles is the smallest that does.
(() => {
  "use strict";

  const form = document.querySelector("[data-tool=pick]");
  if (!form) return;
  const { breaking, element, say } = rolebook;
  const { platform, on, filter } = form.elements;
  const ticks = form.querySelector(".ticks");
  const answer = document.querySelector(".answer");
  const shown = 40;
  const picked = new Set();
  let access = null;
  let format = "gcloud";

  const tick = (name) => {
    const box = element("input", { type: "checkbox", checked: picked.has(name) });
    box.addEventListener("change", () => {
      if (box.checked) picked.add(name);
      else picked.delete(name);
      respond();
    });
    return element("li", {}, element("label", {}, box, element("code", {}, ...breaking(name))));
  };

  // What is picked, then what the filter lets through.
  const list = () => {
    const text = filter.value.trim().toLowerCase();
    const fitting = text === "" ? []
      : access.permissions.filter((name) => !picked.has(name) && name.toLowerCase().includes(text));
    ticks.replaceChildren(...[...picked, ...fitting.slice(0, shown)].map(tick));
    if (fitting.length > shown) {
      ticks.append(element("li", { class: "count" }, say("explorer-more", { count: fitting.length - shown })));
    }
  };

  const roleRow = (role) => element("tr", {},
    element("td", {}, access.linkRole(role)), element("td", {}, role.title),
    element("td", { class: "number" }, String(role.size)), element("td", { class: "number" }, String(role.size - picked.size)));

  const roleTable = (roles) => element("div", { class: "table-box", tabindex: "0" }, element("table", {},
    element("thead", {}, element("tr", {},
      ...["explorer-role", "explorer-title", "explorer-held", "explorer-excess"].map((key, index) =>
        element("th", { scope: "col", class: index > 1 ? "number" : "" }, say(key))))),
    element("tbody", {}, ...roles.slice(0, shown).map(roleRow))));

  const smallest = ({ cover }) => {
    if (!cover) return [];
    const values = { count: cover.size, excess: cover.excess, level: on.selectedOptions[0].textContent };
    return [
      element("h2", {}, say(cover.roles.length > 1 ? "explorer-smallest-set" : "explorer-smallest")),
      element("ul", { class: "names" }, ...cover.roles.map((role) => element("li", {}, access.linkRole(role)))),
      element("p", {}, say(cover.excess ? "explorer-cover" : "explorer-cover-exact", values)),
    ];
  };

  const customRole = () => {
    const code = element("code");
    const choice = element("select", { "aria-label": say("explorer-format") },
      ...Object.keys(rolebook.customRole).map((name) => element("option", { value: name, selected: name === format }, name)));
    const write = () => { code.textContent = rolebook.customRole[choice.value]([...picked].sort()); };
    choice.addEventListener("change", () => {
      format = choice.value;
      write();
      keep();
    });
    write();
    return [
      element("h2", {}, say("explorer-custom")), element("p", {}, choice, " ", say("explorer-custom-note")),
      rolebook.copyable(element("pre", { tabindex: "0" }, code)),
    ];
  };

  const keep = () => rolebook.keepState({
    platform: platform.value, on: on.value === "project" ? "" : on.value, p: [...picked].join(","),
    as: format === "gcloud" ? "" : format,
  });

  const respond = () => {
    list();
    keep();
    if (!picked.size) return answer.replaceChildren();
    const result = access.whoCan([...picked], Number(on.selectedOptions[0].dataset.level));
    const parts = smallest(result);
    if (result.unheld.length) {
      parts.push(element("p", {}, say("explorer-unheld"), " ",
        ...result.unheld.flatMap((name, index) => [index ? ", " : "", access.linkPermission(name)])));
    }
    if (result.roles.length) {
      parts.push(element("h2", {}, say("explorer-all-roles"), " ", element("span", { class: "count" }, String(result.roles.length))));
      parts.push(roleTable(result.roles));
    }
    for (const role of result.conditional) {
      const texts = new Set(role.conditions.map(({ text }) => text));
      parts.push(element("p", {}, say("explorer-conditional"), " ", access.linkRole(role), `: ${[...texts].join("; ")}`));
    }
    answer.replaceChildren(...parts, ...customRole());
  };

  // Several ids at once, as they are pasted.
  const takeAll = () => {
    const names = filter.value.split(/[\s,;"'`[\]]+/).filter((name) => access.knows(name));
    if (!names.length || (names.length === 1 && filter.value.trim() !== names[0])) return false;
    for (const name of names) picked.add(name);
    filter.value = "";
    return true;
  };

  // The data is loaded when a reader turns to the form, or comes with an address that says what to pick.
  const load = async () => {
    access = await rolebook.loadAccess(platform.value);
    for (const name of [...picked]) if (!access.knows(name)) picked.delete(name);
    respond();
  };

  const query = new URLSearchParams(location.search);
  for (const [name, field] of [["platform", platform], ["on", on]]) {
    if ([...field.options].some(({ value }) => value === query.get(name))) field.value = query.get(name);
  }
  if (query.get("as") in rolebook.customRole) format = query.get("as");
  for (const name of (query.get("p") || "").split(",").filter(Boolean)) picked.add(name);
  form.addEventListener("submit", (event) => event.preventDefault());
  platform.addEventListener("change", load);
  on.addEventListener("change", () => access && respond());
  filter.addEventListener("input", async (event) => {
    if (!access) await load();
    if (event.inputType === "insertFromPaste" && takeAll()) respond();
    else list();
  });
  filter.addEventListener("keydown", async (event) => {
    if (event.key !== "Enter") return;
    if (!access) await load();
    if (takeAll()) respond();
  });
  filter.addEventListener("focus", () => access || load());
  if (picked.size) load();
})();
