// What has the focus: null at the end of the page, "again" where it was met before.
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  if (window.audit.met.has(element)) return "again";
  window.audit.met.add(element);
  const box = element.getBoundingClientRect();
  const before = window.audit.before.get(element);
  const label = element.labels && element.labels[0];
  const labelled = element.getAttribute("aria-labelledby");
  const name = [
    element.getAttribute("aria-label"), labelled && document.getElementById(labelled.split(" ")[0])?.textContent,
    element.innerText, element.textContent, label && label.innerText, element.getAttribute("title"),
  ].find((text) => text && text.trim()) || "";
  const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
  return {
    what: element.outerHTML.slice(0, 90),
    isInText: Boolean(element.closest("main")),
    isVisible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth && getComputedStyle(element).visibility !== "hidden",
    shows: before === undefined || before !== window.audit.look(element),
    isNamed: Boolean(name.trim()) || (element.tabIndex < 0 && scrolls),
  };
};
