// Holds a role that is pasted against what a guide needs.
(() => {
  "use strict";

  const form = document.querySelector("[data-tool=check]");
  if (!form) return;
  const { element, say } = rolebook;
  const { guide, role } = form.elements;
  const answer = document.querySelector(".answer");
  let guides = [];
  let access = null;

  // The ids of permissions in YAML, JSON or a bare list.
  const permissionsIn = (text) =>
    new Set((text.match(/[A-Za-z][\w-]*(?:[.:/][\w*-]+)+/g) || []).filter((name) => access.knows(name)));

  const section = (title, names, item) => [
    element("h2", {}, title, " ", element("span", { class: "count" }, String(names.length))),
    names.length ? item(names) : element("p", {}, say("explorer-nothing")),
  ];

  const listOf = (names) => element("ul", { class: "names" }, ...names.map((name) => element("li", {}, element("code", {}, name))));

  const respond = () => {
    const chosen = guides[guide.selectedIndex];
    const { rights, unread } = rolebook.sqlGrants(role.value);
    const isSQL = rights.size > 0 || (/\bGRANT\b/i.test(role.value) && chosen.grants.length > 0);
    const held = isSQL ? rights : permissionsIn(role.value);
    if (!held.size) {
      return answer.replaceChildren(element("p", {}, say(role.value.trim() ? "explorer-nothing-read" : "explorer-paste")));
    }
    const single = (right) => {
      const [privileges, on] = right.split(" ON ");
      return privileges.split(", ").map((privilege) => `${privilege} ON ${on}`);
    };
    const needed = isSQL ? chosen.grants.flatMap(single) : chosen.permissions;
    const show = isSQL ? listOf : (names) => rolebook.grouped(names, access.linkPermission);
    const missing = needed.filter((name) => !held.has(name));
    const excess = [...held].filter((name) => !needed.includes(name)).sort();
    answer.replaceChildren(
      element("p", { class: "sentence" }, say(missing.length ? "explorer-lacks" : "explorer-suffices", {
        count: missing.length, all: needed.length })),
      ...section(say("explorer-missing"), missing, show), ...section(say("explorer-beyond"), excess, show),
      ...(unread.length ? section(say("explorer-unread"), unread, listOf) : []));
  };

  const choose = async () => {
    guides = guides.length ? guides : await rolebook.load("access/guides.js");
    if (!guides.length) return answer.replaceChildren(element("p", {}, say("explorer-no-guides")));
    const { platform } = guides[guide.selectedIndex];
    // A platform whose permissions nobody lists has grants only.
    access = platform ? await rolebook.loadAccess(platform) : { knows: () => false };
    respond();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  guide.addEventListener("change", choose);
  role.addEventListener("input", choose);
})();
