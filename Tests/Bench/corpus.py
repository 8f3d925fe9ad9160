"""The pages that generators are compared on: always the same for a number of them.

Each page has 6 to 8 KB: prose with links to other pages, a table of 15 permissions, a list of steps and a script of
GRANTs. 24 pages and an index make a service, 20 services and an index an area.
"""
import pathlib
import random
from collections.abc import Iterator
from dataclasses import dataclass

AREAS = ("billing", "catalog", "compute", "identity", "ledger", "network", "payments", "search", "storage", "support")
SERVICES = ("accounts", "buckets", "contracts", "invoices", "items", "jobs", "keys", "queues", "refunds", "reports",
            "routes", "sensors", "shipments", "teams", "tickets", "trails", "zones", "alerts", "models", "batches")
RESOURCES = ("alias", "approval", "archive", "attachment", "batch", "comment", "draft", "export", "label", "member",
             "policy", "quota", "record", "rule", "schedule", "secret", "session", "setting", "snapshot", "stream",
             "template", "token", "view", "webhook")
VERBS = {
    "approve": "Approve a pending {}; whoever made it cannot.", "archive": "Move a {} to cold storage.",
    "assign": "Hand a {} over to another member of the team.", "audit": "See who opened or changed a {}, and when.",
    "create": "Add a {}; its creator owns it.", "delete": "Remove a {}; it can be brought back for *30 days*.",
    "export": "Download a {} with its history as CSV or JSON.", "list": "See the names and states of all {}s.",
    "publish": "Show a {} to all readers of the workspace.", "read": "Open a {} and see all fields but secret ones.",
    "restore": "Bring back a {} that was removed.", "revoke": "Take back access to a {}.",
    "rotate": "Replace the credentials behind a {} without a break.", "share": "Let another team read a {} until a day.",
    "update": "Change the fields of a {} that is not locked.",
}
SENTENCES = (
    "A member needs **{verb}** on the {resource} before the console shows the button.",
    "Every request is checked on the server, whether a button was shown or not.",
    "Where two roles disagree the narrower grant wins, and the audit trail says so.",
    "Grants on a {resource} hold for what lies below it, unless inheritance is switched off.",
    "Service accounts of {service} get `{permission}` by name, never by a wildcard.",
    "Ask the owners of *{service}* before somebody outside the team gets this permission.",
    "A change counts within a minute; open sessions keep what they had until they are renewed.",
    "The token of an automation must carry `{permission}` in its own scope as well.",
    "Default roles leave it out, because it shows the data of other {resource}s.",
    "Once a quarter, each grant of `{permission}` is looked at, and those that nobody used are taken back.",
    "For an incident, grant it for a time and name the ticket in the reason.",
    "The list of {resource}s is filtered before it is counted, so two people may see two totals.",
)
STEPS = ("Open **Settings > Access** and choose the service {service}.", "Choose the role and then *Edit permissions*.",
         "Search for `{permission}` and switch it on for the {resource}.", "Give a reason and the last day.",
         "Choose **Request approval** and wait for an owner of {service}.",
         "Run the check and compare what it says with the table above.", "Ask the member to renew the session.")


@dataclass(frozen=True)
class Page:
    """A page: its path below the content folder, its title, and its text behind the front matter."""

    path: str
    title: str
    summary: str
    body: str


def pages(count: int) -> Iterator[Page]:
    """This many pages and the indices of their services and areas, and the home page."""
    yield Page("index.md", "Access handbook", "Who may do what.", "Every service has a folder of its own.\n")
    areas = set()
    for number in range(0, count, 24):
        service = SERVICES[number // 24 % 20]
        area = f"{AREAS[number // 480 % 10]}-{number // 480:02d}"
        if area not in areas:
            areas.add(area)
            yield Page(f"{area}/index.md", area.capitalize(), f"The services of {area}.", "Its services are below.\n")
        folder = f"{area}/{service}"
        yield Page(f"{folder}/index.md", service.capitalize(), f"Access to {service}.", "Its permissions are below.\n")
        for own in range(number, min(number + 24, count)):
            yield _page(folder, service, own)


def write(count: int, folder: pathlib.Path, index: str = "index.md") -> None:
    """Writes the pages; the index of a folder has this name."""
    for page in pages(count):
        path = folder / page.path.replace("index.md", index)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'---\ntitle: "{page.title}"\ndescription: "{page.summary}"\n---\n\n{page.body}')


def _page(folder: str, service: str, number: int) -> Page:
    choose = random.Random(number)
    resource = RESOURCES[number % 24]

    def permission() -> str:
        return f"{service}.{resource}.{choose.choice(tuple(VERBS))}"

    def filled(text: str) -> str:
        return text.format(verb=choose.choice(tuple(VERBS)), resource=resource, service=service, permission=permission())

    def prose(sentences: int) -> str:
        return " ".join(filled(text) for text in choose.sample(SENTENCES, sentences))

    def link() -> str:
        other = number // 24 * 24 + choose.randrange(number % 24 + 1)
        return f"[{RESOURCES[other % 24].capitalize()}s]({_name(other)}.md)"

    rows = "".join(f"| `{service}.{resource}.{verb}` | {text.format(resource)} |\n" for verb, text in VERBS.items())
    grants = "".join(f"GRANT {privilege} ON {service}.{other} TO {service}_{resource}_{role};\n"
                     for other in choose.sample(RESOURCES, 6)
                     for privilege, role in (("SELECT", "reader"), ("INSERT, UPDATE", "writer")))
    sections = "".join(f"## {title}\n\n{prose(5)}\n\n{prose(4)} See {link()}.\n\n> {prose(1)}\n\n"
                       for title in ("How a request is checked", "Automation", "Reviews", "Troubleshooting"))
    steps = "".join(f"{place}. {filled(step)}\n" for place, step in enumerate(STEPS, 1))
    notes = "".join(f"- {prose(1)}\n" for _ in range(4))
    body = (f"{prose(4)} See {link()} and {link()}.\n\n## Before you start\n\n{notes}\n"
            f"## Permissions\n\n| Permission | What it allows |\n| --- | --- |\n{rows}\n## Grant access\n\n{prose(3)}\n\n"
            f"{steps}\n### In the database\n\n{prose(2)}\n\n```sql\n-- {service}.{resource}\n"
            f"CREATE ROLE {service}_{resource}_reader;\nCREATE ROLE {service}_{resource}_writer;\n{grants}```\n\n{sections}")
    return Page(f"{folder}/{_name(number)}.md", f"{resource.capitalize()} permissions {number:05d}",
                f"Who may work with a {resource} of {service}.", body)


def _name(number: int) -> str:
    return f"{RESOURCES[number % 24]}-{number:05d}"
