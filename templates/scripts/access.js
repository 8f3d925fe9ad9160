// Who holds what on a platform, and what follows from it: the same answers as `rolebook who-can` and `compare`.
(() => {
  "use strict";

  const { breaking, element } = rolebook;

  const unfold = (text) => {
    let last = "";
    return text === "" ? [] : text.split("\n").map((line) => {
      last = last.slice(0, parseInt(line[0], 36)) + line.slice(1);
      return last;
    });
  };

  // Sets of permissions, as bits over their places in the list.

  const empty = (size) => new Uint32Array(Math.ceil(size / 32));
  const add = (set, index) => { set[index >> 5] |= 1 << (index & 31); };
  const has = (set, index) => (set[index >> 5] >>> (index & 31) & 1) === 1;
  const bits = (word) => {
    let rest = word - (word >>> 1 & 0x55555555);
    rest = (rest & 0x33333333) + (rest >>> 2 & 0x33333333);
    return Math.imul(rest + (rest >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
  };
  const count = (set) => set.reduce((sum, word) => sum + bits(word), 0);
  const joined = (one, other) => one.map((word, index) => word | other[index]);
  const common = (one, other) => one.map((word, index) => word & other[index]);
  const without = (one, other) => one.map((word, index) => word & ~other[index]);
  const isWithin = (one, other) => one.every((word, index) => (word & ~other[index]) === 0);
  const isEmpty = (set) => set.every((word) => word === 0);
  const members = (set) => {
    const found = [];
    set.forEach((word, index) => {
      for (let bit = 0; bit < 32; bit += 1) if (word >>> bit & 1) found.push(index * 32 + bit);
    });
    return found;
  };

  const setOf = (line, size) => {
    const set = empty(size);
    let following = 0;
    for (const run of line === "" ? [] : line.split(",")) {
      const [step, more] = run.split("+").map((digits) => parseInt(digits, 36));
      following += step;
      for (let left = more || 0; left >= 0; left -= 1) {
        add(set, following);
        following += 1;
      }
    }
    return set;
  };

  // The candidates in whose place no other gives as much of what is wanted and nothing more besides.
  const undominated = (roles, wanted) => {
    const all = roles.map((role) => {
      const gift = common(role.set, wanted);
      const rest = without(role.set, wanted);
      return { role, gift, rest, gifts: count(gift), rests: count(rest) };
    }).filter(({ gifts }) => gifts);
    all.sort((one, other) => one.rests - other.rests || other.gifts - one.gifts || one.role.place - other.role.place);
    const kept = [];
    for (const candidate of all) {
      const isWorse = kept.some(({ gift, rest }) => isWithin(candidate.gift, gift) && isWithin(rest, candidate.rest));
      if (!isWorse) kept.push(candidate);
    }
    return kept;
  };

  // The roles that hold all that is wanted and in sum the fewest; of equal ones, the fewest roles. Exact, by branch
  // and bound. Null where some of it is in no role.
  const cover = (wanted, roles) => {
    const candidates = undominated(roles, wanted);
    const holders = new Map(members(wanted).map((permission) =>
      [permission, candidates.filter(({ gift }) => has(gift, permission))]));
    if ([...holders.values()].some((list) => !list.length)) return null;
    let best = null;
    let bestSize = Infinity;
    const isBetter = (size, roles) => size < bestSize || (size === bestSize && roles < best.roles.length);
    // The holders of the open permission that costs most, with what would be held then.
    const narrowest = (open, held) => {
      let found = null;
      for (const permission of members(open)) {
        const sized = holders.get(permission)
          .map((candidate) => ({ candidate, size: count(joined(held, candidate.role.set)) }))
          .sort((one, other) => one.size - other.size || one.candidate.role.place - other.candidate.role.place);
        if (!found || sized[0].size > found[0].size) found = sized;
      }
      return found;
    };
    const extend = (chosen, held) => {
      const choice = narrowest(without(wanted, held), held);
      if (!choice) {
        best = { roles: [...chosen].sort((one, other) => one.place - other.place), held };
        bestSize = count(held);
        return;
      }
      for (const { candidate, size } of choice) {
        if (isBetter(size, chosen.length + 1)) extend([...chosen, candidate.role], joined(held, candidate.role.set));
      }
    };
    extend([], new Uint32Array(wanted.length));
    return best;
  };

  rolebook.access = (data) => {
    const permissions = unfold(data.permissions);
    const places = new Map(permissions.map((name, index) => [name, index]));
    const titles = data.titles.split("\n");
    const lines = data.sets.split("\n");
    const roles = unfold(data.roles).map((id, place) => ({
      id, place, title: titles[place] || id, set: setOf(lines[place], permissions.length),
      reach: Number(data.reach[place]), isBarred: data.barred[place] === "1", conditions: [],
    }));
    for (const role of roles) role.size = count(role.set);
    for (const [role, permission, text] of data.conditions) {
      roles[Number(role)].conditions.push({ permission: Number(permission), text });
    }
    const named = (set) => members(set).map((index) => permissions[index]);

    // The roles that hold these permissions and can be granted at a level, as numbers from the outside in.
    const whoCan = (names, level) => {
      const wanted = empty(permissions.length);
      for (const name of names) add(wanted, places.get(name));
      const usable = roles.filter(({ reach }) => reach >= level);
      const withConditions = (role) => {
        const all = Uint32Array.from(role.set);
        for (const { permission } of role.conditions) add(all, permission);
        return all;
      };
      const found = cover(wanted, usable.filter(({ isBarred }) => !isBarred));
      return {
        roles: usable.filter(({ set }) => isWithin(wanted, set)).sort((one, other) =>
          one.size - other.size || (one.id < other.id ? -1 : 1)),
        conditional: usable.filter((role) => role.conditions.length && !isWithin(wanted, role.set)
          && isWithin(wanted, withConditions(role))),
        cover: found && { roles: found.roles, size: count(found.held), excess: count(without(found.held, wanted)) },
        unheld: names.filter((name) => !usable.some(({ set }) => has(set, places.get(name)))),
      };
    };

    // A link to a permission's or a role's page, with its id as text.
    const link = (folder, name, file) =>
      element("a", { href: rolebook.link(`/${folder}/${data.name}/${file}/`) }, element("code", {}, ...breaking(name)));
    const fileName = (name) => name.replaceAll("/", "~");

    return {
      permissions, roles, whoCan,
      linkPermission: (name) => link("permissions", name, data.permissionFiles[places.get(name)] || fileName(name)),
      linkRole: ({ id, place }) => link("roles", id, data.roleFiles[place]
        || fileName(id.startsWith(data.prefix) ? id.slice(data.prefix.length) : id)),
      knows: (name) => places.has(name),
      role: (id) => roles.find((role) => role.id === id),
      compare: (one, other) => ({
        shared: named(common(one.set, other.set)),
        onlyOne: named(without(one.set, other.set)),
        onlyOther: named(without(other.set, one.set)),
      }),
    };
  };

  const made = new Map();

  rolebook.loadAccess = async (platform) => {
    const data = await rolebook.load(`access/${platform}.js`);
    if (!made.has(platform)) made.set(platform, rolebook.access(data));
    return made.get(platform);
  };

  // Pieces of the tools' pages

  // Permissions under what they are of: `bigquery.tables`.
  rolebook.grouped = (names, item) => {
    const groups = new Map();
    for (const name of names) {
      const resource = name.slice(0, Math.max(name.lastIndexOf("."), 0)) || name;
      groups.set(resource, [...(groups.get(resource) || []), name]);
    }
    return element("dl", { class: "groups" }, ...[...groups].map(([resource, list]) =>
      element("div", {}, element("dt", {}, ...breaking(resource)),
        ...list.map((name) => element("dd", {}, item(name))))));
  };

  // What the address says of the form, and back.
  rolebook.keepState = (values) => {
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  };
})();
