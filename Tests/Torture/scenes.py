"""What is done to a site while it is tortured: commands that write, the state before them and after them."""
import pathlib
from dataclasses import dataclass, field

from small_site import Site, Tree, copy_all, different, remove, tree_of
from tracing import NO_EXCHANGE


@dataclass
class Scene:
    """A command, and the places that it writes to: each must hold what it held before, or all that it will hold."""

    name: str
    arguments: list[str]
    places: list[str]
    # Options of strace that hold for the whole run.
    strace: list[str] = field(default_factory=list)
    # The site is published for the first time.
    is_first: bool = False
    # A moment without a site is allowed if the old one lies beside.
    has_gap: bool = False
    # The site is so large that the one before the last is kept, and it is there.
    has_spare: bool = False

    @property
    def pages(self) -> int:
        """Pages of the site: so many that most calls of a kind come after those that load the program."""
        return 200 if self.has_spare else 20


SCENES = [
    Scene("rebuild", ["build"], ["public"]),
    Scene("first build", ["build"], ["public"], is_first=True),
    Scene("rebuild without exchange", ["build"], ["public"], strace=NO_EXCHANGE, has_gap=True),
    Scene("rebuild from the spare folder", ["build"], ["public"], has_spare=True),
    Scene("database", ["build", "--sqlite", "{folder}/catalog.db"], ["public", "catalog.db"]),
    Scene("fix", ["check", "--fix"], ["content"]),
    Scene("baseline", ["check", "--write-baseline", "{folder}/baseline.json"], ["baseline.json"]),
]


class Stage:
    """A site at which one scene is played again and again."""

    def __init__(self, scene: Scene, program: pathlib.Path, work: pathlib.Path) -> None:
        self.scene = scene
        self.site = Site(program, work / "site", scene.pages)
        self.kept = work / "kept"
        self.arguments = [argument.format(folder=self.site.folder) for argument in scene.arguments]
        self.prepare()
        self.before = self.trees()
        result = self.site.run(*self.arguments)
        assert result.returncode == 0, f"{scene.name} ended with {result.returncode}: {result.stderr}"
        self.after = self.trees()
        assert self.before != self.after, f"{scene.name} changes nothing"
        self.reset()

    def prepare(self) -> None:
        """Makes the state before the scene and keeps a copy of it."""
        if not self.scene.is_first:
            assert self.site.run(*self.arguments).returncode == 0
            if "public" in self.scene.places:
                self.site.add_foreign_files()
        if self.scene.has_spare:
            self.site.write("middle")
            assert self.site.run(*self.arguments).returncode == 0
            assert any((self.site.folder / ".rolebook/spare").iterdir()), "no spare folder is kept"
        self.site.write("new")
        if self.scene.name == "fix":
            self.site.misnumber()
        if self.scene.name == "baseline":
            self.site.break_()
        self.kept.mkdir()
        copy_all([self.site.folder / place for place in self.restored], self.kept)

    def reset(self) -> None:
        """Puts the state before the scene back."""
        for name in [".rolebook", *self.scene.places, *self.site.beside()]:
            remove(self.site.folder / name)
        copy_all([self.kept / place for place in self.restored], self.site.folder)

    @property
    def restored(self) -> list[str]:
        """What is put back before each run."""
        return self.scene.places + ([".rolebook"] if self.scene.has_spare else [])

    def trees(self) -> dict[str, Tree]:
        """What lies in the places now."""
        return {place: tree_of(self.site.folder / place) for place in self.scene.places}

    @property
    def command(self) -> list[str]:
        """The command of the scene."""
        return self.site.command(*self.arguments)

    def problem(self) -> str | None:
        """What is half-written; None where each place is as it was or as it will be."""
        for place, tree in self.trees().items():
            if place == "content":
                tree = {path: digest for path, digest in tree.items() if not path.startswith(".")}
                if any(digest not in (self.before[place].get(path), self.after[place].get(path))
                       for path, digest in tree.items()) or tree.keys() != self.before[place].keys():
                    return "a page is neither as it was nor as it will be"
            elif not tree and self.scene.has_gap and place == "public":
                if not any(name.startswith(".public.old-") for name in self.site.beside()):
                    return "there is no site, and no old one beside"
            elif tree not in (self.before[place], self.after[place]):
                return f"{place} is neither the old one nor the new one: {different(tree, self.before[place])}"
        return None

    def healing_problem(self) -> str | None:
        """What the next run does not heal."""
        if "public" in self.scene.places and not self.site.output.exists() and not self.scene.is_first:
            self.site.break_()
            code = self.site.run("build").returncode
            self.site.mend()
            if code != 1 or tree_of(self.site.output) != self.before["public"]:
                return f"a next build that publishes nothing (it ended with {code}) does not put the old site back"
        result = self.site.run(*self.arguments)
        if result.returncode != 0:
            return f"the next run ends with {result.returncode}: {result.stderr.strip()}"
        if self.trees() != self.after:
            return "the next run does not give the new state"
        return f"the next run leaves {self.site.beside()}" if self.site.beside() else None
