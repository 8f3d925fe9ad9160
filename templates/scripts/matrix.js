// The matrix of roles and permissions: a filter, only the differences, arrow keys; on a phone one role at a time.
(() => {
  "use strict";

  const box = document.querySelector(".grid");
  if (!box) return;
  const { element, say } = rolebook;
  const table = box.querySelector("table");
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.querySelectorAll("tbody tr:not(.group)")];
  const groups = [...table.tBodies];

  const filter = element("input", { type: "search", "aria-label": say("explorer-filter"), placeholder: say("explorer-filter"), autocomplete: "off", spellcheck: "false" });
  const differences = element("input", { type: "checkbox" });
  const chooser = element("select", {}, element("option", { value: "" }, say("explorer-every-role")),
    ...heads.map((head, index) => element("option", { value: String(index + 1) }, head.textContent)));
  const status = element("p", { class: "count", role: "status" });
  box.before(element("div", { class: "tool form-row" }, filter,
    element("label", { class: "tick" }, differences, say("explorer-differences")),
    element("label", { class: "chooser" }, say("explorer-one-role"), " ", chooser)), status);

  const differs = (row) => new Set([...row.cells].slice(1).map((cell) => cell.className)).size > 1;

  const show = () => {
    const text = filter.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = !row.cells[0].textContent.toLowerCase().includes(text)
        || (differences.checked && !differs(row));
      if (!row.hidden) count += 1;
    }
    for (const group of groups) group.hidden = [...group.rows].slice(1).every((row) => row.hidden);
    status.textContent = text || differences.checked ? say("explorer-rows", { count }) : "";
  };

  const choose = () => {
    const column = Number(chooser.value);
    table.classList.toggle("single", column > 0);
    for (const row of [table.tHead.rows[0], ...rows]) {
      [...row.cells].forEach((cell, index) => { cell.hidden = column > 0 && index > 0 && index !== column; });
    }
    for (const group of groups) group.rows[0].cells[0].colSpan = column > 0 ? 2 : heads.length + 1;
  };

  // One cell is in the order of Tab; arrow keys lead to the others.
  const cells = () => [table.tHead.rows[0], ...rows.filter((row) => !row.hidden)]
    .map((row) => [...row.cells].filter((cell) => !cell.hidden));
  let current = rows[0]?.cells[0];

  const focus = (cell) => {
    if (!cell) return;
    current?.removeAttribute("tabindex");
    current = cell;
    const target = cell.querySelector("a") || cell;
    if (target === cell) cell.tabIndex = 0;
    target.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const moves = {
    ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
    Home: [0, -Infinity], End: [0, Infinity], PageDown: [10, 0], PageUp: [-10, 0],
  };
  table.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    const cell = event.target.closest("td, th");
    if (!move || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const grid = cells();
    const row = grid.findIndex((list) => list.includes(cell));
    const clamp = (value, length) => Math.max(0, Math.min(value, length - 1));
    const next = grid[clamp(row + move[0], grid.length)];
    focus(next[clamp(grid[row].indexOf(cell) + move[1], next.length)]);
  });
  table.addEventListener("click", (event) => {
    if (!event.target.closest("a")) focus(event.target.closest("td"));
  });

  filter.addEventListener("input", show);
  differences.addEventListener("change", show);
  chooser.addEventListener("change", choose);
  if (matchMedia("(max-width: 40rem)").matches && heads.length > 2) {
    chooser.value = "1";
    choose();
  }
})();
