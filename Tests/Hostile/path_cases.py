"""Names that lead astray: out of a folder, onto a file of ours, into two names of one file, or nowhere at all."""

# What stands for the folder above, and what stands between folders, as some program or other reads them.
ABOVE = ["..", "%2e%2e", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "．．", "..%00", "..%20", "..;", "...", "..%ff", "%u002e%u002e"]
BETWEEN = ["/", "%2f", "\\", "%5c", "//", "/./", "%252f", "∕"]
# What the names are to reach: a file beside the site.
SECRET = "secret.txt"

ABSOLUTE = [
    "/etc/passwd", "/dev/null", "/dev/zero", "/proc/self/environ", "/proc/self/fd/0", "/proc/self/root/etc/passwd", "/sys/kernel", "~/.ssh/id_rsa",
    "~root/x", "$HOME/x", "${HOME}/x", "%HOME%/x", "file:///etc/passwd", "file:/etc/passwd", "file:etc/passwd", "FILE:///etc/passwd", "/%2fetc/passwd",
    "%2fetc%2fpasswd", "//etc/passwd", "///etc/passwd", "C:\\Windows\\win.ini", "C:/Windows/win.ini", "C:x", "\\\\server\\share\\x", "\\etc\\passwd",
    "//server/share/x", "\\\\?\\C:\\x", "/c:/x", "/tmp/hostile-outside",
]
ADDRESSES = [
    "http://[::1", "https://", "http:", "http:/x", "https:\\\\x", "HTTP://X/", "ht\ttp://x", "javascript:alert(1)", "data:text/html,x", "mailto:", "ftp://",
    "gopher://x", "//", "///", "/\\x", "\\/x", "?x", "#", "#/../x", "/x?../../y", "/x#../../y", "https://x/../../y", "http://127.0.0.1:1/x", "http://169.254.169.254/",
]
OURS = [
    "/.rolebook", "/.rolebook/", "/.rolebook/x", "/.ROLEBOOK", "/.rolebook.", "/%2erolebook", "/./.rolebook", "/index.html", "/index.html/", "/index.html/x/", "/style.css",
    "/style.css/", "/style.css/x/", "/_redirects", "/_redirects/", "/404.html", "/404.html/x/", "/sitemap.xml", "/llms.txt", "/icon.svg", "/api/v1/index.json", "/api/",
    "/api/v1/", "/api/v1/index.json/x/", "/permissions/", "/roles/", "/quality/", "/.git/config", "/.git/hooks/post-checkout", "/.htaccess", "/.well-known/x", "/content/", "/other/index.html",
    "/other/index.html/x/", "/public/", "/rolebook.yml",
]
TWINS = [
    "/Other/", "/OTHER/", "/oTHER/index.html", "/other", "/other//", "/caf\u00e9/", "/cafe\u0301/", "/CAF\u00c9/", "/\ufb01/", "/fi/", "/stra\u00dfe/", "/strasse/", "/\u0130/", "/i\u0307/",
    "/\u212a/", "/k/", "/\u1e9e/", "/\u00c5/", "/\u212b/", "/A\u030a/", "/\uac00/", "/\u1100\u1161/", "/other\u200b/", "/other\u00ad/", "/oth\u202eer/", "/\ufeffother/", "/other./", "/other /", "/other%20/",
]
SHELL = [
    "/$(id)", "/`id`", "/;id", "/|id", "/&&id", "/-rf", "--force", "-", "/*", "/**", "/a/*/b", "/:splat", "/[a]/", "/{a,b}/", "/{{title}}", "/<%= x %>", "/{% include x %}", "/a b", "/a\"b",
    "/a'b", "/a<b>", "/a|b", "/a:b", "/a?b", "/a*b", "/con/", "/aux.html", "/nul", "/a.", "/a /",
]
LONG = ["/" + "a" * 255 + "/", "/" + "a" * 256 + "/", "/" + "é" * 200 + "/", "/" + "a/" * 1000, "/" + "a" * 5000, "../" * 1000 + SECRET, "/" + "." * 255, "/" + "%2e" * 300]
CONTROLS = ["/a\0b/", "\0", "/a%00b/", "%00", "/a\x1b[2Jb/", "/a\x7fb/", "/a%0ab/", "/a%0d%0ab: c/", "/a\u2028b/", "/a\u0085b/", "."]


def climbing() -> list[str]:
    """Names that climb out of the site."""
    return [f"{(above + between) * 6}{SECRET}" for above in ABOVE for between in BETWEEN]


def all_names() -> list[str]:
    """Every name once."""
    return list(dict.fromkeys(climbing() + ABSOLUTE + ADDRESSES + OURS + TWINS + SHELL + LONG + CONTROLS))


# Where links on the disk lead, beside the names: in circles, and through folders.
LINKS = ["nothing", ".", "..", "../..", "../content", "../public", "../.rolebook", "../rolebook.yml", "../../outside", "../../outside/secret.txt", "hostile", "./hostile",
         "/", "/etc", "/proc/self/fd", "/proc/self/cwd", "/dev", "/dev/fd/0", "/dev/stdin", "self/self/self", "other.md", "hostile.md/x"]
