// Reads GRANT statements as people paste them: `SELECT, INSERT ON table sales.orders`.
(() => {
  "use strict";

  const statement = /^GRANT\s+([\s\S]+?)\s+ON\s+([\s\S]+?)\s+TO\s+[\s\S]+$/i;
  const set = /^(ALL|FUTURE)\s+(TABLES|VIEWS|SCHEMAS)\s+IN\s+(SCHEMA|DATABASE)\s+(\S+)$/i;
  const kind = /^(TABLE|VIEW|SCHEMA|DATABASE|DATASET|ROLE|USER|WAREHOUSE|FUNCTION|INTEGRATION|LANGUAGE)\s+(\S+)$/i;

  const plain = (name) => name.replace(/["`[\]]/g, "").toLowerCase();

  // The thing in the words of the site: `all tables in schema devices`.
  const thing = (text) => {
    const words = text.trim().replace(/\s+/g, " ");
    const whole = set.exec(words);
    if (whole) return [whole[1], whole[2], "in", whole[3]].join(" ").toLowerCase() + ` ${plain(whole[4])}`;
    const single = kind.exec(words);
    if (single) return `${single[1].toLowerCase()} ${plain(single[2])}`;
    return words.includes(" ") ? null : `table ${plain(words)}`;
  };

  // The rights that a text grants, each as `PRIVILEGE ON thing`; and the statements that were not understood.
  rolebook.sqlGrants = (text) => {
    const rights = new Set();
    const unread = [];
    const code = text.replace(/--.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");
    for (const piece of code.split(";").map((part) => part.trim()).filter(Boolean)) {
      if (!/^GRANT\b/i.test(piece)) continue;
      const match = statement.exec(piece);
      const on = match && thing(match[2]);
      if (!on) {
        if (!/^GRANT\s+(ROLE\s+)?\S+\s+TO\b/i.test(piece)) unread.push(piece);
        continue;
      }
      for (const privilege of match[1].split(",")) {
        rights.add(`${privilege.trim().replace(/\s+/g, " ").toUpperCase().replace(/^ALL PRIVILEGES$/, "ALL")} ON ${on}`);
      }
    }
    return { rights, unread };
  };
})();
