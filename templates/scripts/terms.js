// Cuts text into the terms by which search finds it: the same as SearchTerms.swift, held against one fixture.
(() => {
  "use strict";

  const joints = "[./_:-]";
  const dense = /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;
  const word = new RegExp(`[A-Za-z0-9\\u0080-\\u{10ffff}]+(?:${joints}[A-Za-z0-9\\u0080-\\u{10ffff}]+)*`, "gu");

  // Without accents; in lower case beyond ASCII; what is neither letter nor digit there is a blank. Scripts without
  // blanks between words are cut into pairs of signs.
  const plainLetters = (text) => {
    let plain = "";
    let last = "";
    for (const sign of text.normalize("NFD").replace(/\p{Mn}/gu, "")) {
      const isDense = dense.test(sign);
      if (isDense && last) plain += `${last}${sign} `;
      else if (sign < "\u0080") plain += sign;
      else if (!/[\p{Alphabetic}\p{N}]/u.test(sign)) plain += " ";
      else plain += isDense ? ` ${sign.toLowerCase()} ` : sign.toLowerCase();
      last = isDense ? sign : "";
    }
    return plain;
  };

  // The words of a text as they are written, each without accents.
  const words = (text) =>
    ((/[^\0-\x7f]/.test(text) ? plainLetters(text) : text).match(word) || [])
      .filter((found) => new TextEncoder().encode(found).length <= 100);

  const segments = (text) => text.split(/[./_:-]/);

  // `getIAMPolicy` is `get`, `IAM`, `Policy`.
  const parts = (segment) => segment.split(/(?<=[^A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);

  // A word and what it is made of, in lower case.
  const termsOfWord = (text) => {
    const found = [text];
    for (const segment of segments(text)) {
      found.push(segment);
      found.push(...parts(segment));
    }
    return found.map((term) => term.toLowerCase());
  };

  window.rolebook.terms = {
    words,
    segments,
    ofWord: (text) => [...new Set(termsOfWord(text))],
    all: (text) => [...new Set(words(text).flatMap(termsOfWord))],
  };
})();
