// What all scripts share: where the site lies, what it says, and its data.
(() => {
  "use strict";

  const rolebook = window.rolebook;
  const waiting = new Map();

  // The address of the site's top; `site.js` lies there.
  rolebook.root = new URL(".", document.currentScript.src).href;

  // A text of the interface, with `{name}` replaced by the value of that name; of two forms, divided by `|`, the
  // first is for a count of one.
  rolebook.say = (key, values = {}) => {
    const forms = (rolebook.texts[key] || key).split(" | ");
    const form = forms.length > 1 && Number(values.count) !== 1 ? forms[1] : forms[0];
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  };

  // The link to an address of the site, such as `/roles/bigquery/`. Opened from a disk, a link to a folder would show
  // a listing: there, links name the file.
  rolebook.link = (address) =>
    rolebook.root + encodeURI(address.slice(1)) + (rolebook.namesIndexFiles && address.endsWith("/") ? "index.html" : "");

  // The value that the shard at this path registers, once it is here. A shard is a script, because a page that is
  // opened from a disk may load no other data.
  rolebook.load = (path) => {
    if (!waiting.has(path)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      waiting.set(path, entry);
      const script = document.createElement("script");
      script.src = rolebook.root + encodeURI(path);
      script.onerror = () => {
        waiting.delete(path);
        entry.reject(new Error(path));
      };
      document.head.append(script);
    }
    return waiting.get(path).promise;
  };

  // What a shard calls.
  rolebook.shard = (path, value) => {
    if (waiting.has(path)) waiting.get(path).resolve(value);
  };

  // An element with attributes and children; a child that is no node is a text.
  rolebook.element = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  // A text that may break behind its dots and slashes, and nowhere else.
  rolebook.breaking = (text) =>
    text.split(/(?<=[./:])/).flatMap((piece, index) => (index ? [rolebook.element("wbr"), piece] : [piece]));
})();
