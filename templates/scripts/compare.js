// Compares two roles.
(() => {
  "use strict";

  const form = document.querySelector("[data-tool=compare]");
  if (!form) return;
  const { element, say } = rolebook;
  const { platform, a, b } = form.elements;
  const answer = document.querySelector(".answer");
  let access = null;

  const section = (title, names) => (names.length ? [
    element("h2", {}, title, " ", element("span", { class: "count" }, String(names.length))),
    rolebook.grouped(names, access.linkPermission),
  ] : []);

  const sentence = (one, other, { shared, onlyOne, onlyOther }) => {
    const values = { one: one.title, other: other.title, count: shared.length };
    if (!onlyOne.length && !onlyOther.length) return say("explorer-equal", values);
    if (!onlyOne.length) return say("explorer-plus", { one: other.title, other: one.title, count: onlyOther.length });
    if (!onlyOther.length) return say("explorer-plus", { ...values, count: onlyOne.length });
    return say(shared.length ? "explorer-share" : "explorer-share-nothing", values);
  };

  const respond = () => {
    const [one, other] = [a, b].map(({ value }) =>
      access.role(value.trim()) || access.roles.find(({ title }) => title === value.trim()));
    rolebook.keepState({ platform: platform.value, a: one?.id || a.value, b: other?.id || b.value });
    if (!one || !other) {
      const unknown = [[a, one], [b, other]].filter(([field, role]) => field.value && !role).map(([field]) => field.value);
      return answer.replaceChildren(...unknown.map((name) => element("p", {}, say("explorer-no-role", { name }))));
    }
    const found = access.compare(one, other);
    answer.replaceChildren(
      element("p", { class: "sentence" }, sentence(one, other, found)),
      ...section(say("explorer-only", { name: one.title }), found.onlyOne),
      ...section(say("explorer-only", { name: other.title }), found.onlyOther),
      ...section(say("explorer-both"), found.shared));
  };

  const load = async () => {
    access = await rolebook.loadAccess(platform.value);
    form.querySelector("datalist").replaceChildren(
      ...access.roles.map(({ id, title }) => element("option", { value: id }, title)));
    respond();
  };

  const query = new URLSearchParams(location.search);
  if ([...platform.options].some(({ value }) => value === query.get("platform"))) platform.value = query.get("platform");
  a.value = query.get("a") || "";
  b.value = query.get("b") || "";
  form.addEventListener("submit", (event) => event.preventDefault());
  platform.addEventListener("change", load);
  for (const field of [a, b]) {
    field.addEventListener("focus", () => access || load());
    field.addEventListener("input", () => access && respond());
  }
  if (a.value || b.value) load();
})();
