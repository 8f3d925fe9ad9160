// Finds the sections whose text holds all words of a query; loads what it needs of the index.
(() => {
  "use strict";

  // The shard in which a term stands, if one does.
  const shardOf = (term, firsts) => {
    let shard = -1;
    while (shard + 1 < firsts.length && firsts[shard + 1] <= term) shard += 1;
    return Math.max(0, shard);
  };

  const loadLines = async (term, firsts) => {
    const lines = [];
    const last = Math.min(shardOf(`${term}\uffff`, firsts), shardOf(term, firsts) + 2);
    for (let shard = shardOf(term, firsts); shard <= last; shard += 1) {
      lines.push(...(await rolebook.load(`search/text-${shard}.js`)).split("\n"));
    }
    return lines;
  };

  // By section, what it is worth that a term stands there: more in a heading, and more as a whole.
  const sectionsWith = async (term, firsts) => {
    const found = new Map();
    for (const line of await loadLines(term, firsts)) {
      if (!line.startsWith(term)) continue;
      const isWhole = line[term.length] === " ";
      let value = 0;
      for (const difference of line.slice(line.indexOf(" ") + 1).split(",")) {
        value += parseInt(difference, 36);
        const worth = (value & 1 ? 3 : 1) + (isWhole ? 2 : 0);
        found.set(value >> 1, Math.max(found.get(value >> 1) || 0, worth));
      }
    }
    return found;
  };

  // The sections with all of these terms.
  const sectionsWithAll = async (list, firsts) => {
    let common = null;
    for (const term of list) {
      const found = await sectionsWith(term, firsts);
      common = common === null ? found
        : new Map([...found].filter(([section]) => common.has(section))
          .map(([section, worth]) => [section, worth + common.get(section)]));
    }
    return common || new Map();
  };

  // The sections that fit a query, the best first.
  rolebook.findText = async (query, names) => {
    const { common, text: firsts } = names.data;
    const words = query.words.filter((word) => word.whole.length > 1 && !common.includes(word.whole));
    if (!firsts.length || !words.length) return [];
    let found = await sectionsWithAll(words.map((word) => word.whole), firsts);
    if (!found.size) {
      const segments = words.flatMap((word) => word.segments)
        .filter((segment) => segment.length > 1 && !common.includes(segment));
      found = await sectionsWithAll(segments, firsts);
    }
    // Of sections that fit as well, those are meant whose page speaks of it most.
    const onPage = new Map();
    for (const section of found.keys()) {
      const { address } = names.sections[section];
      onPage.set(address, (onPage.get(address) || 0) + 1);
    }
    return [...found].map(([section, worth]) => {
      const entry = names.sections[section];
      return { entry, score: worth + Math.min(onPage.get(entry.address), 8) / 8 };
    }).sort((one, other) => other.score - one.score).slice(0, 20);
  };
})();
