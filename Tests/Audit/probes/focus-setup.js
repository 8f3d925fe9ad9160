// Keeps how everything that takes the focus looks without it.
() => {
  const style = document.createElement("style");
  const still = "*,*::before,*::after{transition:none!important;animation:none!important}";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(still);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const properties = [
    "outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "borderColor", "color",
    "textDecorationLine", "textDecorationThickness", "clipPath", "left", "top",
  ];
  const look = (element) =>
    [element, element.parentElement].filter(Boolean).map((part) => {
      const computed = getComputedStyle(part);
      return properties.map((property) => computed[property]).join("|");
    }).join("#");
  window.audit = { look, before: new WeakMap(), met: new Set() };
  const stops = "a[href],button,input,select,textarea,summary,[tabindex]";
  for (const element of document.querySelectorAll(stops)) window.audit.before.set(element, look(element));
};
