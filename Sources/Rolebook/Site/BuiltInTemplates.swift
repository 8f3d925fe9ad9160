// Made from templates/ by `make templates`; change the files there.
// swift-format-ignore-file

/// The templates of sites that bring none.
enum BuiltInTemplates {
  static let all: [(name: String, text: String)] = [
    (
      "footer",
#"""
<footer class="bottom">
<p>{{site_title}}. Checked and published by Rolebook.</p>
</footer>

"""#
    ),
    (
      "head",
#"""
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{head_title}}</title>
{{#description}}
<meta name="description" content="{{description}}">
{{/description}}
{{#canonical}}
<link rel="canonical" href="{{canonical}}">
{{/canonical}}
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="{{stylesheet}}">
</head>

"""#
    ),
    (
      "header",
#"""
<header class="top">
<a class="site" href="{{home}}">{{site_title}}</a>
<nav aria-label="Reference">
{{#permissions_link}}
<a href="{{permissions_link}}">Permissions</a>
{{/permissions_link}}
{{#roles_link}}
<a href="{{roles_link}}">Roles</a>
{{/roles_link}}
</nav>
</header>

"""#
    ),
    (
      "page",
#"""
<!DOCTYPE html>
<html lang="{{lang}}">
{{>head}}
<body class="{{kind}}">
<a class="skip" href="#main">Skip to the text</a>
{{>header}}
<div class="frame">
<details class="sidebar">
<summary>All pages</summary>
<nav aria-label="Pages" tabindex="0">
{{{sidebar}}}
</nav>
</details>
<main id="main" tabindex="-1">
{{{breadcrumbs}}}
{{#heading}}
<h1>{{heading}}</h1>
{{/heading}}
{{{banner}}}
{{#contents}}
<details class="contents">
<summary>On this page</summary>
<nav aria-label="On this page" tabindex="0">
{{{contents}}}
</nav>
</details>
{{/contents}}
<div class="text">
{{{body}}}
</div>
{{#last_modified}}
<p class="edit">Last modified: {{last_modified}}</p>
{{/last_modified}}
{{#edit_link}}
<p class="edit"><a href="{{edit_link}}">Edit this page</a></p>
{{/edit_link}}
{{#pager}}
<nav class="pager" aria-label="Previous and next page">
{{{pager}}}
</nav>
{{/pager}}
</main>
</div>
{{>footer}}
</body>
</html>

"""#
    ),
    (
      "redirect",
#"""
<!DOCTYPE html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{head_title}}</title>
<meta http-equiv="refresh" content="0; url={{redirect_target}}">
{{#canonical}}
<link rel="canonical" href="{{canonical}}">
{{/canonical}}
<meta name="robots" content="noindex">
<link rel="stylesheet" href="{{stylesheet}}">
</head>
<body class="redirect">
<main id="main">
<h1>This page has moved</h1>
<p>It is now at <a href="{{redirect_target}}">{{title}}</a>.</p>
</main>
</body>
</html>

"""#
    ),
  ]

  static let stylesheet =
#"""
/* Rolebook's built-in style: system fonts, light and dark, one column on a phone, no scripts. */

:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --raised: #f4f6f8;
  --line: #d5dae0;
  --text: #1b2026;
  --quiet: #545d68;
  --link: #0a58b8;
  --mark: #0a58b8;
  --note: #0a58b8;
  --good: #146c37;
  --warn: #8a5300;
  --bad: #b3261e;
  --code: #eef1f4;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d;
    --raised: #1c2229;
    --line: #363e48;
    --text: #e4e8ec;
    --quiet: #a3adb8;
    --link: #84b9ff;
    --mark: #84b9ff;
    --note: #84b9ff;
    --good: #79d296;
    --warn: #f0b95c;
    --bad: #ff9a92;
    --code: #232a32;
  }
}

*, *::before, *::after { box-sizing: border-box; }

html { scroll-padding-top: 1rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }

body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.6 var(--font);
  overflow-wrap: break-word;
}

a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }

.skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--ground); z-index: 1; }
.skip:focus { left: 0.5rem; top: 0.5rem; }

/* The frame */

.top {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  align-items: baseline;
  padding: 0.75rem 1.25rem;
  border-bottom: 1px solid var(--line);
}
.top .site { font-weight: 650; color: var(--text); text-decoration: none; }
.top nav { display: flex; gap: 1.25rem; margin-left: auto; }
.top nav a { color: var(--quiet); text-decoration: none; }
.top a:hover { text-decoration: underline; }

.frame { padding: 0 1.25rem; }
main { min-width: 0; max-width: 50rem; padding: 1rem 0 3rem; }
.bottom {
  padding: 1rem 1.25rem 2rem;
  border-top: 1px solid var(--line);
  color: var(--quiet);
  font-size: 0.875rem;
}

.sidebar, .contents { font-size: 0.9375rem; line-height: 1.45; }
.sidebar { margin: 0.75rem 0 0; }
.sidebar summary, .contents summary { cursor: pointer; padding: 0.375rem 0; color: var(--quiet); }
.sidebar ul, .contents ul { list-style: none; margin: 0 0 1rem; padding: 0; }
.sidebar ul ul { margin: 0 0 0.25rem; padding-left: 0.75rem; border-left: 1px solid var(--line); }
.sidebar a, .contents a {
  display: block;
  padding: 0.1875rem 0.5rem;
  border-radius: 4px;
  color: var(--quiet);
  text-decoration: none;
}
.sidebar a:hover, .contents a:hover { color: var(--text); text-decoration: underline; }
.sidebar [aria-current] { color: var(--text); background: var(--raised); font-weight: 600; }
.contents .inner { padding-left: 0.75rem; }
.contents { margin: 0 0 1.5rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 6px; }

.breadcrumbs { font-size: 0.875rem; color: var(--quiet); }
.breadcrumbs ol { display: flex; flex-wrap: wrap; margin: 0 0 0.5rem; padding: 0; list-style: none; }
.breadcrumbs li + li::before { content: "/"; padding: 0 0.5em; color: var(--quiet); }
.breadcrumbs a { color: inherit; }

.pager { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 2.5rem; }
.pager a {
  flex: 1 1 14rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  text-decoration: none;
}
.pager a:hover { border-color: var(--link); }
.pager span { display: block; color: var(--quiet); font-size: 0.8125rem; }
.pager .next { text-align: right; }
.edit { margin-top: 2.5rem; font-size: 0.875rem; }

/* The text */

h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 0.75rem; text-wrap: balance; }
h1 { margin-top: 0; font-size: 2rem; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { font-size: 1.375rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.125rem; }
h4, h5, h6 { font-size: 1rem; }
h1 a.anchor, h2 a.anchor, h3 a.anchor, h4 a.anchor { color: inherit; text-decoration: none; }
p, ul, ol, dl, pre, blockquote, .table-box, .callout { margin: 0 0 1rem; }
ul, ol { padding-left: 1.5rem; }
li > ul, li > ol { margin-bottom: 0; }
li > p { margin-bottom: 0.5rem; }
img { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
blockquote { padding-left: 1rem; border-left: 4px solid var(--line); color: var(--quiet); }

code, pre { font-family: var(--mono); font-size: 0.875em; }
code { padding: 0.1em 0.3em; border-radius: 3px; background: var(--code); }
a code { color: inherit; }
pre { padding: 0.875rem 1rem; border-radius: 6px; background: var(--code); overflow-x: auto; line-height: 1.5; }
pre code { padding: 0; background: none; font-size: inherit; }

.table-box { overflow-x: auto; }
.text table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.45; }
caption { padding: 0.5rem 0; text-align: left; font-weight: 600; }
th, td { padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
td:not(.number) { min-width: 5rem; }
th.number, td.number, th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
th.center, td.center { text-align: center; }
.number { width: 1%; }

.facts { display: grid; gap: 0.25rem 1.5rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
.facts > div { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: 0 1rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.facts .names { columns: auto; }
.names { margin: 0 0 1rem; padding: 0; list-style: none; columns: 20rem; }
.names li { break-inside: avoid; overflow-wrap: anywhere; padding: 0.0625rem 0; }
dd .names { margin: 0; }
.count { color: var(--quiet); font-size: 0.875em; font-weight: 400; }
.stage { color: var(--warn); font-size: 0.8125rem; font-weight: 600; }
.stage.ga { color: var(--good); }
.stage.deprecated { color: var(--bad); }

.callout, .banner { padding: 0.75rem 1rem; border-left: 4px solid var(--note); border-radius: 0 6px 6px 0; background: var(--raised); }
.callout > :last-child, .banner > :last-child { margin-bottom: 0; }
.callout-title { margin-bottom: 0.25rem; font-weight: 650; color: var(--note); }
.callout.tip { border-color: var(--good); }
.callout.tip .callout-title { color: var(--good); }
.callout.important, .callout.warning, .banner { border-color: var(--warn); }
.callout.important .callout-title, .callout.warning .callout-title { color: var(--warn); }
.callout.caution { border-color: var(--bad); }
.callout.caution .callout-title { color: var(--bad); }
.banner { margin: 0 0 1.5rem; }
.banner dl { margin: 0; }
.banner dt { color: var(--quiet); font-size: 0.875rem; }
.banner dd { margin: 0 0 0.5rem; }

.redirect main { margin: 0 auto; padding: 3rem 1.25rem; }

/* From here on there is room for the list of pages beside the text. A browser that cannot open the list by
   itself keeps the fold. */

@media (min-width: 56rem) {
  .frame { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2.5rem; }
  .sidebar { position: sticky; top: 0; align-self: start; margin: 0; }
  .sidebar nav { max-height: 100vh; overflow-y: auto; padding: 1rem 0; }

  @supports selector(details::details-content) {
    .sidebar summary { display: none; }
    .sidebar::details-content { content-visibility: visible; display: contents; }
  }
}

@media (min-width: 78rem) {
  .frame { grid-template-columns: 15rem minmax(0, 1fr); }
  main { max-width: none; display: grid; grid-template-columns: minmax(0, 50rem) 14rem; gap: 0 2.5rem; align-content: start; }
  main > * { grid-column: 1; min-width: 0; }

  @supports selector(details::details-content) {
    .contents { grid-column: 2; grid-row: 1 / span 9; position: sticky; top: 1rem; align-self: start; border: 0; padding: 0; }
    .contents nav { max-height: calc(100vh - 4rem); overflow-y: auto; }
    .contents summary { pointer-events: none; list-style: none; font-weight: 600; padding-left: 0.5rem; }
    .contents::details-content { content-visibility: visible; display: contents; }
  }
}

@media print {
  .top nav, .sidebar, .contents, .breadcrumbs, .pager, .edit, .skip { display: none; }
  .frame, main { display: block; max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  pre, .table-box { overflow: visible; white-space: pre-wrap; }
  .text a[href^="http"]::after { content: " (" attr(href) ")"; color: var(--quiet); font-size: 0.8em; }
}

"""#
}
