"""Texts that run a script in a browser where a program forgets to escape them; each calls `pwned`."""

# What a page may be made to end before a tag begins.
BREAKOUTS = ["", "\">", "'>", "-->", "]]>", "</title>", "</textarea></style>", "</script>", "</svg>", "\\\">", "&quot;&gt;", "`>"]
TAGS = [
    "<script>pwned()</script>", "<ScRiPt>pwned()</sCrIpT>", "<script src=data:,pwned()></script>", "<script\n>pwned()</script\n>", "<script/x>pwned()</script>",
    "<img src=x onerror=pwned()>", "<img/src=x/onerror=pwned()>", "<img src=x onerror=&#112;wned()>", "<IMG SRC=x ONERROR=\"pwned()\">", "<img src=x:x onerror='pwned()'",
    "<svg onload=pwned()>", "<svg/onload=pwned()>", "<svg><script>pwned()</script></svg>", "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:pwned()><text y=20>x</text></a></svg>", "<svg><foreignObject><img src=x onerror=pwned()></foreignObject></svg>",
    "<svg><style><img src=x onerror=pwned()></style></svg>", "<body onload=pwned()>", "<iframe src=javascript:parent.pwned()></iframe>",
    "<iframe srcdoc=\"<script>parent.pwned()</script>\"></iframe>", "<object data=javascript:pwned()></object>", "<embed src=javascript:pwned()>",
    "<details open ontoggle=pwned()>x</details>", "<video><source onerror=pwned()></video>", "<audio src=x onerror=pwned()>", "<input autofocus onfocus=pwned()>",
    "<marquee onstart=pwned()>x</marquee>", "<style onload=pwned()></style>", "<link rel=stylesheet href=x onerror=pwned()>",
    "<meta http-equiv=refresh content='0;url=javascript:pwned()'>", "<base href='javascript:/pwned()//'>", "<form action=javascript:pwned()><button>x</button></form>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=pwned()&gt;\">", "<noscript><p title=\"</noscript><img src=x onerror=pwned()>\">",
    "<a href=javascript:pwned()>x</a>", "<template><script>pwned()</script></template>", "<plaintext><script>pwned()", "<!--><script>pwned()</script>-->", "<p style='animation:x' onanimationstart=pwned()>",
]
ATTRIBUTES = [
    f"{quote}{blank}{handler}=pwned(){end}"
    for quote in ("\"", "'", "`", "\\\"", "&quot;") for blank in (" ", "/", "\t") for handler, end in (("onmouseover", " x="), ("autofocus onfocus", " x=\""))
]
SCHEMES = [
    "javascript:pwned()", "JaVaScRiPt:pwned()", " javascript:pwned()", "java\tscript:pwned()", "javascript&colon;pwned()", "&#106;avascript:pwned()", "&#x6A;avascript:pwned()",
    "javascript:%70wned()", "javascript://x/%0apwned()", "javascript:/*x*/pwned()", "vbscript:pwned()", "data:text/html,<script>pwned()</script>",
    "data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+", "data:image/svg+xml,<svg onload=pwned() xmlns='http://www.w3.org/2000/svg'/>", "feed:javascript:pwned()",
    "view-source:javascript:pwned()", "\\javascript:pwned()", "javascript\\:pwned()", "javascript&NewLine;:pwned()", "//x/;javascript:pwned()", "https:javascript:pwned()", "blob:pwned()",
]
LANGUAGES = [
    "{{constructor.constructor('pwned()')()}}", "${pwned()}", "{{{body}}}", "{{>head}}", "{{=<% %>=}}", "<%= pwned() %>", "#{pwned()}", "\"};pwned();//", "');pwned();//", "\";pwned();//",
    "\\\";pwned();//", "\\u003cscript\\u003epwned()\\u003c/script\\u003e", "\\x3cscript\\x3epwned()\\x3c/script\\x3e", "\u2028pwned()//", "\u2029pwned()//", "__proto__", "constructor",
    "&lt;script&gt;pwned()&lt;/script&gt;", "&#60;script&#62;pwned()&#60;/script&#62;", "%3Cscript%3Epwned()%3C/script%3E", "+ADw-script+AD4-pwned()+ADw-/script+AD4-", "＜script＞pwned()＜/script＞",
    "<![CDATA[<script>pwned()</script>]]>", "<?xml version='1.0'?><script xmlns='http://www.w3.org/1999/xhtml'>pwned()</script>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "*/pwned()/*", "-->pwned()<!--", "`${pwned()}`", "expression(pwned())", "url(javascript:pwned())",
]


def all_payloads() -> list[str]:
    """Every payload once, each on one line."""
    tags = [breakout + tag for breakout in BREAKOUTS for tag in TAGS]
    return list(dict.fromkeys(text.replace("\n", " ") for text in tags + ATTRIBUTES + SCHEMES + LANGUAGES))


HARMLESS = "harmless words"
SETTINGS = """title: '</title><script>pwned()</script><img src=x onerror=pwned()>"'
base_url: https://docs.example.com/
platforms:
  open: {title: '"><img src=x onerror=pwned()>', permission: ".+", role: ".+"}
"""


def reference(payload: str, number: int) -> str:
    """A reference page with a payload in its text, link and image addresses and titles, heading, fence, cells and front matter."""
    cell = payload.replace("|", "\\|")
    return (f"---\ntitle: {quoted(payload)}\nkind: reference\nplatform: open\ndescription: {quoted(payload)}\ntags: [{quoted(payload)}]\ntask: {quoted(payload)}\n---\n\n"
            f"Text {payload}\n\n[{payload}](<{payload}> \"{payload}\") ![{payload}](<{payload}> '{payload}') <{payload}>\n\n[a]({payload}) ![b]({payload})\n\n"
            f"## {payload}\n\n```{payload}\n{payload}\n```\n\n> [!NOTE] {payload}\n> {payload}\n\n`{payload}` **{payload}**\n\n"
            f"| Permission | Description |\n| --- | --- |\n| `open.a{number}.{cell}` | {cell} |\n\n"
            f"| Role | Title | Description | Permissions |\n| --- | --- | --- | --- |\n| `roles/r{number}{cell}` | {cell} | {cell} | `open.a{number}.*` `open.a{number}.{cell}` |\n")


def guide(payload: str, number: int) -> str:
    """A guide with a payload in its options, steps, statements and tables, which its pictures draw."""
    name = payload.replace('"', '""')
    return (f"---\ntitle: {quoted(payload)}\nkind: guide\nplatform: redshift\ndialect: redshift\ntask: {quoted(payload)}\noptions:\n"
            f"  - {{id: a, title: {quoted(payload)}}}\n  - {{id: b, title: B}}\n---\n\n## {payload} {{#a}}\n\n1. Click **{payload}**.\n\n## B\n\n"
            f"```sql option=b database={payload}\nCREATE ROLE \"{name}\";\nGRANT SELECT ON a.\"{name}\" TO ROLE \"{name}\";\nGRANT ROLE \"{name}\" TO \"u{number}{name}\"; -- {payload}\n```\n\n"
            f"```yaml tab={payload}\na: \"{payload}\" # {payload}\n```\n\n```hcl\nx = \"${{{payload}}}\"\n```\n")


def quoted(text: str) -> str:
    """A text for YAML."""
    return "'" + text.replace("'", "''") + "'"
