"""Time questions to the catalog of a site: the whole program, the kept index read.

usage: queries.py PROGRAM SITE
"""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15


def ask(program, site, *arguments):
    start = time.perf_counter()
    done = subprocess.run([program, *arguments, "--root", site, "--json"], stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - start, json.loads(done.stdout)


def held(feed):
    """Names of permissions that some role holds, and ids of roles, by the platform that has most of them."""
    permissions = json.loads((feed / "permissions.json").read_text("utf-8"))["permissions"]
    roles = json.loads((feed / "roles.json").read_text("utf-8"))["roles"]
    platforms = [role["platform"] for role in roles]
    platform = max(set(platforms), key=platforms.count)
    names = [entry["name"] for entry in permissions if entry["platform"] == platform and entry.get("granted_by")]
    return names, [role["id"] for role in roles if role["platform"] == platform]


def main(program, site):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [program, "build", "--force", "--quiet", "--root", site, "--output", f"{folder}/public"], check=True)
        names, roles = held(pathlib.Path(folder, "public/api/v1"))
    step = max(1, len(names) // 10)
    questions = {
        "who-can, 1 permission": ["who-can", names[len(names) // 2]],
        "who-can, 10 permissions": ["who-can", *names[::step][:10]],
        "compare": ["compare", roles[len(roles) // 3], roles[len(roles) // 2]],
    }
    print(f"{site}: {len(names)} permissions that roles hold, {len(roles)} roles")
    for words, question in questions.items():
        ask(program, site, *question)
        times = [ask(program, site, *question)[0] * 1000 for _ in range(RUNS)]
        print(f"  {words}: {statistics.median(times):.0f} ms (median of {RUNS}, at most {max(times):.0f})")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2])
