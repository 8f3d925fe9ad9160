// Finds the terms that a reader may have meant.
(() => {
  "use strict";

  // How many letters have to be added, dropped, changed or swapped with their neighbour (Damerau and Levenshtein);
  // a number above the limit where there are more.
  const distance = (one, other, limit) => {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let before = [];
    let last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        const isSame = one[i - 1] === other[j - 1];
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  const limitFor = (term) => (term.length < 4 ? 0 : term.length < 8 ? 1 : 2);

  // The terms nearest to one that is not among them.
  const nearest = (term, vocabulary) => {
    let limit = limitFor(term);
    let found = [];
    for (const other of limit ? vocabulary : []) {
      const steps = distance(term, other, limit);
      if (steps > limit) continue;
      if (steps < limit) found = [];
      limit = steps;
      found.push(other);
    }
    return found.slice(0, 3);
  };

  // The queries that a reader may have meant: each segment that no name begins with is replaced by the nearest terms.
  rolebook.spelling = (names) => {
    let vocabulary = null;
    return (query) => {
      vocabulary ||= [...new Set(names.entries.flatMap((entry) => entry.terms.split(" ")))].filter(Boolean);
      let texts = [""];
      for (const segment of query.text.split(/([./_:\- ])/)) {
        const isKnown = segment.length < 2 || vocabulary.some((term) => term.startsWith(segment));
        const meant = isKnown ? [segment] : nearest(segment, vocabulary);
        texts = texts.flatMap((text) => meant.map((term) => text + term)).slice(0, 6);
      }
      return texts.filter((text) => text !== query.text).map(names.read);
    };
  };
})();
