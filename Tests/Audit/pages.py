"""Which pages of a built site are looked at: one of each kind."""
import pathlib
import re

# What a page of each kind looks like, by its path below the site; the largest page that fits is taken, for it has
# most to go wrong.
KINDS = {
    "home": r"",
    "section": r"(guide|rules|[^/]+)/",
    "guide": r"(bigquery/reverse-etl|redshift/data-graph|[^/]+/guide)/",
    "reference": r"(bigquery|[^/]+)/(roles|permissions)/",
    "manual": r"guide/[^/]+/",
    "rule": r"rules/[^/]+/",
    "permission": r"permissions/[^/]+/[^/]+/",
    "role": r"roles/[^/]+/[^/]+/",
    "permissions": r"permissions/[^/]+/",
    "roles": r"roles/[^/]+/",
    "matrix": r"matrix/.+/",
    "tools": r"explorer/[^/]+/",
    "quality": r"quality/",
    "changes": r"changes/",
    "error": r"404\.html",
}
GENERATED = re.compile(r"(permissions|roles|matrix|explorer|quality|changes)/")


def addresses(site: pathlib.Path) -> list[str]:
    """The paths of all pages below a site, as they stand in addresses: `guide/tables/`; redirects are left out."""
    found = []
    for file in sorted(site.rglob("*.html")):
        if b'http-equiv="refresh"' not in file.read_bytes()[:2000]:
            found.append(str(file.relative_to(site)).removesuffix("index.html"))
    return found


def chosen(site: pathlib.Path, kinds: dict[str, str] = KINDS) -> dict[str, list[str]]:
    """By kind, the page that is looked at; of the tools, all."""
    pages = addresses(site)
    result = {}
    for kind, pattern in kinds.items():
        fits = [page for page in pages if re.fullmatch(pattern, page)]
        if kind in ("section", "guide", "reference"):
            fits = [page for page in fits if not GENERATED.match(page)]
        by_size = sorted(fits, key=lambda page: -(site / page).joinpath("index.html").stat().st_size
                         if (site / page).is_dir() else 0)
        result[kind] = by_size if kind == "tools" else by_size[:1]
    return {kind: pages for kind, pages in result.items() if pages}
