// Everything of the site that has a name, and how well a name fits what a reader types.
(() => {
  "use strict";

  const { terms } = rolebook;
  const joint = /[./_:-]/;
  const camel = /(?<=[^A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

  const plain = (text) => terms.words(text).join(" ");

  // Names of which each says how many bytes it shares with the one before.
  const unfold = (text) => {
    let last = "";
    return text === "" ? [] : text.split("\n").map((line) => {
      last = last.slice(0, parseInt(line[0], 36)) + line.slice(1);
      return last;
    });
  };

  // What a name is found by: itself in lower case, and its terms with a blank before each.
  const indexed = (entry, ...names) => {
    const keys = names.filter(Boolean).map(plain);
    const cut = keys.map((key) => key.split(joint).join(" "));
    entry.keys = keys.map((key) => key.toLowerCase());
    entry.terms = ` ${[...keys, ...cut, ...cut.map((key) => key.split(camel).join(" "))].join(" ")} `.toLowerCase();
    return entry;
  };

  const entitiesOf = (platform) => {
    const address = (folder, name, files, index) =>
      `/${folder}/${platform.name}/${files[index] || name.replaceAll("/", "~")}/`;
    const permissions = unfold(platform.permissions).map((name, index) => indexed({
      kind: "permission", title: name, platform: platform.title, weight: Number(platform.permissionWeights[index]),
      address: address("permissions", name, platform.permissionFiles, index),
    }, name));
    const titles = platform.roleTitles.split("\n");
    const roles = unfold(platform.roles).map((id, index) => {
      const short = id.startsWith(platform.rolePrefix) ? id.slice(platform.rolePrefix.length) : id;
      return indexed({
        kind: "role", title: id, note: titles[index], platform: platform.title,
        weight: Number(platform.roleWeights[index]),
        address: address("roles", short, platform.roleFiles, index),
      }, id, short, titles[index]);
    });
    return [...roles, ...permissions];
  };

  // A page's sections, the page itself first.
  const sectionsOf = ([title, address, ...headings]) => {
    const sections = [indexed({ kind: "page", title, address, weight: 5 }, title)];
    for (let index = 0; index < headings.length; index += 2) {
      sections.push(indexed({
        kind: "heading", title: headings[index], note: title, address, anchor: headings[index + 1], weight: -50,
      }, headings[index]));
    }
    return sections;
  };

  // How a term stands among those of an entry: as it is, as the beginning of one, or not at all.
  const standing = (term, entry) => {
    const place = entry.terms.indexOf(` ${term}`);
    if (place < 0) return 0;
    return entry.terms.includes(` ${term} `) ? 1 : 0.85;
  };

  const all = (list, entry) => {
    let sum = 0;
    for (const term of list) {
      const found = standing(term, entry);
      if (!found) return 0;
      sum += found;
    }
    return sum / list.length;
  };

  // How well a word fits: as a whole, else by its segments, else by their parts.
  const fit = (word, entry) =>
    standing(word.whole, entry) || (word.segments.length > 1 && 0.9 * all(word.segments, entry))
    || (word.parts.length > word.segments.length && 0.8 * all(word.parts, entry)) || 0;

  // How well a query fits a name, from 0 to 1000: the name, its end, its beginning, all its words.
  const score = (query, entry) => {
    let best = 0;
    for (const key of entry.keys) {
      const rest = key.length - query.text.length;
      const length = Math.min(rest, 90);
      if (rest < 0) continue;
      if (rest === 0 && key === query.text) return 1000;
      const isWhole = (place) => place >= 0 && /[^a-z0-9]/.test(key[place - 1] || " ");
      if (isWhole(rest) && key.endsWith(query.text)) best = Math.max(best, 900 - length);
      else if (key.startsWith(query.text)) best = Math.max(best, 800 - length);
      else if (isWhole(key.indexOf(query.text))) best = Math.max(best, 700 - length);
    }
    if (best) return best;
    let sum = 0;
    for (const word of query.words) {
      const found = fit(word, entry);
      if (!found) return 0;
      sum += found;
    }
    const length = Math.min(...entry.keys.map((key) => Math.abs(key.length - query.text.length)));
    return 600 * sum / query.words.length - Math.min(length, 90);
  };

  const read = (text) => ({
    text: plain(text).toLowerCase(),
    words: terms.words(text).map((word) => {
      const segments = terms.segments(word);
      return {
        whole: word.toLowerCase(),
        segments: segments.map((segment) => segment.toLowerCase()),
        parts: segments.flatMap((segment) => segment.split(camel)).map((part) => part.toLowerCase()),
      };
    }),
  });

  const ranked = (query, entries) => {
    const hits = [];
    for (const entry of entries) {
      const found = score(query, entry);
      if (found > 0) hits.push({ entry, score: found + entry.weight });
    }
    return hits.sort((one, other) => other.score - one.score || one.entry.title.length - other.entry.title.length);
  };

  // The names as the site's shard has them.
  rolebook.names = (data) => {
    const sections = data.pages.flatMap(sectionsOf);
    const lists = data.lists.map(([title, address]) => indexed({ kind: "page", title, address, weight: 4 }, title));
    const entries = [...data.platforms.flatMap(entitiesOf), ...sections, ...lists];
    return {
      data, sections, entries, read,
      find: (query) => ranked(query, entries),
    };
  };
})();
