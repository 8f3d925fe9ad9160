// Says what a permission or role is when a reader rests on a link to its page, with the pointer or the keyboard.
(() => {
  "use strict";

  const { element, say } = rolebook;
  const texts = { permissions: "page-card-roles", roles: "page-card-permissions" };
  const card = element("div", { class: "card", role: "tooltip", id: "card", hidden: true });
  let link = null;
  let timer = 0;

  // What a link leads to, if it is a permission or a role of the site.
  const target = (anchor) => {
    const { root } = rolebook;
    if (!anchor || !anchor.closest("main") || !anchor.href.startsWith(root)) return null;
    const path = decodeURI(anchor.href.slice(root.length).split(/[?#]/)[0]);
    const match = /^(permissions|roles)\/([^/]+)\/([^/]+)\/(index\.html)?$/.exec(path);
    return match && anchor.href.split("#")[0] !== location.href.split("#")[0]
      ? { folder: match[1], platform: match[2], file: match[3] } : null;
  };

  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    link?.removeAttribute("aria-describedby");
    link = null;
  };

  const place = () => {
    const box = link.getBoundingClientRect();
    const width = Math.min(352, innerWidth - 16);
    const isAbove = box.bottom + card.offsetHeight + 8 > innerHeight && box.top > card.offsetHeight + 8;
    card.style.width = `${width}px`;
    card.style.left = `${scrollX + Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
    card.style.top = `${scrollY + (isAbove ? box.top - card.offsetHeight - 4 : box.bottom + 4)}px`;
  };

  const show = async (anchor, { folder, platform, file }) => {
    const shard = await rolebook.load(`cards/${platform}/${file.split(".")[0].toLowerCase()}.js`).catch(() => null);
    const row = shard?.[folder]?.[file];
    if (!row || link !== anchor) return;
    const [title, stage, sentence, count] = row;
    card.replaceChildren(
      element("p", { class: "card-title" }, ...rolebook.breaking(title), " ",
        element("span", { class: `stage ${stage}` }, stage === "ga" ? "GA" : stage)),
      ...(sentence ? [element("p", {}, sentence)] : []),
      element("p", { class: "count" }, say(texts[folder], { count })));
    if (!card.isConnected) document.body.append(card);
    card.hidden = false;
    place();
    anchor.setAttribute("aria-describedby", "card");
  };

  const rest = (anchor, delay) => {
    const found = target(anchor);
    if (!found || anchor === link) return;
    hide();
    link = anchor;
    timer = setTimeout(() => show(anchor, found), delay);
  };

  // The way from the link to its card must not close it.
  const leave = (event) => {
    const to = event.relatedTarget;
    if (to && (card.contains(to) || link?.contains(to))) return;
    clearTimeout(timer);
    timer = setTimeout(hide, 120);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (card.contains(event.target) || link?.contains(event.target)) {
      if (!card.hidden) clearTimeout(timer);
    } else rest(event.target.closest?.("a[href]"), 150);
  });
  document.addEventListener("pointerout", (event) => {
    if (link && (link.contains(event.target) || card.contains(event.target))) leave(event);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches?.("a[href]:focus-visible")) rest(event.target, 0);
  });
  document.addEventListener("focusout", () => hide());
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && link) hide(); });
})();
