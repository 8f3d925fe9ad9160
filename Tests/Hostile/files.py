"""Puts each of some 400 hostile files into a small site of its own, and checks and builds it: `files.py ROLEBOOK`.

Each must give one clear error at its place, in less than a second and in little memory, and the rest must be published.
"""
import argparse
import os
import pathlib
import re
import shutil
import stat
import sys

from file_cases import Case, all_cases
from running import Run, missing_pages, run, work_folder, write_plain_site

# Of the processor; and by the clock, which other programs hold up and nothing else may.
SECONDS = 1.0
WAITING = 10.0
MEBIBYTES = 256
NOBODY = 65534
# What a terminal would obey, other than tab and line end.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def written(case: Case, site: pathlib.Path) -> None:
    """Writes the site with its hostile file."""
    write_plain_site(site, case.settings)
    path = site / case.path
    path.parent.mkdir(exist_ok=True)
    if path.name == "rolebook.yml":
        path.unlink()
    case.write(path)
    if case.as_nobody and os.geteuid() == 0:
        os.chown(site, NOBODY, NOBODY)


def problems_of(case: Case, site: pathlib.Path, program: pathlib.Path, runs: list[Run]) -> list[str]:
    """What is wrong with what the program made of a hostile file."""
    user = NOBODY if case.as_nobody and os.geteuid() == 0 else None
    check = run(program, site, "check", "--format", "json", user=user)
    text = run(program, site, "check", "--color", "never", user=user)
    build = run(program, site, "build", "--force", "--color", "never", user=user)
    runs += [check, text, build]
    problems = [f"{name} took {made.cpu:.2f} s of the processor and {made.seconds:.2f} s" for name, made in [("check", check), ("build", build)]
                if made.cpu > SECONDS or made.seconds > WAITING]
    problems += [f"{name} took {made.mebibytes:.0f} MiB" for name, made in [("check", check), ("build", build)] if made.mebibytes > MEBIBYTES]
    for name, made in [("check", text), ("build", build)]:
        if CONTROL.search(made.output + made.talk):
            problems.append(f"{name} writes control characters: {CONTROL.search(made.output + made.talk)[0]!r}")
    if build.code != case.code:
        problems.append(f"build ended with {build.code}: {build.talk[:300]}")
    if case.code:
        return problems if case.rule in build.talk else problems + [f"build does not name {case.rule}: {build.talk[:300]}"]
    return problems + [f"{name} was not published" for name in missing_pages(site)] + finding_problems(case, check)


def finding_problems(case: Case, check: Run) -> list[str]:
    """What is wrong with the findings: too many, too few, at another place."""
    if check.code not in (0, 1, 3):
        return [f"check ended with {check.code}: {check.talk[:300]}"]
    findings = [finding for finding in check.findings() if finding["severity"] != "info"]
    own = [finding for finding in findings if finding["file"] == case.path]
    if len(own) < len(findings):
        return [f"a finding elsewhere: {next(finding for finding in findings if finding not in own)}"]
    if case.rule == "":
        return []
    if case.rule is None:
        return [f"a finding: {own[0]}"] if own else []
    fits = [finding for finding in own if finding["rule"] == case.rule and case.line in (None, finding["line"])]
    if not fits:
        return [f"no {case.rule} at line {case.line}, but {[(finding['rule'], finding['line'], finding['message'][:80]) for finding in own[:3]]}"]
    errors = [finding for finding in own if finding["severity"] == "error"]
    return [f"{len(errors)} errors: {sorted({finding['rule'] for finding in errors})}"] if len(errors) > 1 else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--only", metavar="TEXT", default="", help="cases with this in their name")
    options = parser.parse_args()
    cases = [case for case in all_cases() if options.only in case.name]
    failures, runs = 0, []
    with work_folder() as work:
        for case in cases:
            site = work / "site"
            written(case, site)
            for problem in problems_of(case, site, options.program.resolve(), runs):
                failures += 1
                print(f"FAILS {case.name}: {problem}", file=sys.stderr, flush=True)
            remove(site)
    print(f"{len(cases)} files, {len(runs)} runs, {failures} problems; the longest took {max(run.cpu for run in runs):.2f} s, "
          f"the largest {max(run.mebibytes for run in runs):.0f} MiB")
    sys.exit(1 if failures or not cases else 0)


def remove(site: pathlib.Path) -> None:
    """Removes a site, with folders that nobody may enter."""
    for folder, names, _ in os.walk(site):
        for name in names:
            path = pathlib.Path(folder) / name
            if stat.S_ISDIR(path.lstat().st_mode):
                path.chmod(0o700)
    shutil.rmtree(site)


if __name__ == "__main__":
    main()
