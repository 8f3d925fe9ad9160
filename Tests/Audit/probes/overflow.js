// How many pixels the page is wider than the window, and the elements that reach beyond it.
() => {
  const excess = Math.max(0, document.scrollingElement.scrollWidth - innerWidth);
  const clips = (element) => /(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX);
  const isClipped = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (clips(box)) return true;
    }
    return false;
  };
  const blame = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return excess && box.width && box.right > innerWidth + 1 && !isClipped(element);
  });
  return { excess, blame: blame.slice(0, 3).map((element) => element.outerHTML.slice(0, 80)) };
};
