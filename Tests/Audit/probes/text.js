// The text of an element with blanks between its parts, without controls and what readers do not see.
(element) => {
  const copy = element.cloneNode(true);
  const left = "script, noscript, style, template, button, label, select, input, textarea, [role=status], [role=tablist]";
  for (const part of copy.querySelectorAll(left)) part.remove();
  const texts = [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return texts.join(" ");
};
