// On the page for addresses where there is nothing: the pages that may have been meant.
(async () => {
  "use strict";

  if (!document.body.classList.contains("error") || location.pathname.endsWith("/404.html")) return;
  const { element, say } = rolebook;
  const path = location.href.startsWith(rolebook.root) ? location.href.slice(rolebook.root.length) : "";
  const steps = decodeURIComponent(path.split(/[?#]/)[0]).replace(/(index)?\.(html|md)$/, "").split("/").filter(Boolean);
  // The last step says most; if it says nothing, the ones before may.
  while (steps.length) {
    let found = [];
    await rolebook.find(steps.join(" "), (hits) => { found = hits; });
    if (!found.length) await rolebook.find(steps[steps.length - 1], (hits) => { found = hits; });
    if (found.length) {
      const links = found.slice(0, 5).map(({ entry }) =>
        element("li", {}, element("a", { href: rolebook.hrefOf(entry) }, entry.title)));
      document.querySelector("main .text").append(element("h2", {}, say("search-meant")), element("ul", {}, ...links));
      return;
    }
    steps.pop();
  }
})();
