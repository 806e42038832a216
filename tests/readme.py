#!/usr/bin/python3
"""The description that each README explains line by line is a whole one: it must check clean and generate,
and with the part on lists and the registry it must check clean for a registry that agrees.
The table of the rules must be what `chiwat check --rules` says.

    readme.py CHIWAT ROOT WORK
"""
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys


def description_in(readme, beginning="# yaml-language-server"):
    """The YAML block that begins with the line that names the schema, or with another."""
    blocks = re.findall(r"```yaml\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    whole = [block for block in blocks if block.startswith(beginning)]
    if len(whole) != 1:
        sys.exit(f"{readme.name}: {len(whole)} descriptions begin with {beginning}, one expected")
    return whole[0]


def check_explanation(chiwat, root, readme, language):
    """What the README shows of `chiwat explain` is what the first such command of it says."""
    text = readme.read_text(encoding="utf-8")
    command = re.search(r"^\./chiwat (explain .*)$", text, re.MULTILINE)[1]
    said = subprocess.run([chiwat, *shlex.split(command), "--lang", language], cwd=root, check=True,
                          capture_output=True, encoding="utf-8").stdout
    if f"```text\n{said}```" not in text:
        sys.exit(f"{readme.name}: `chiwat {command}` says otherwise:\n{said}")


def rules_in(readme):
    """The table of the rules: id, severity and what the rule finds."""
    rows = re.findall(r"^\| ([A-Z][0-9]+) \| (.*?) \| (.*?) \|$", readme.read_text(encoding="utf-8"),
                      re.MULTILINE)
    return [tuple(row) for row in rows]


def rules_of(chiwat, language, severities):
    """What the program says of its rules."""
    said = subprocess.run([chiwat, "check", "--rules", "--json", "--lang", language], check=True,
                          capture_output=True, encoding="utf-8").stdout
    return [(rule["id"], severities[rule["severity"]], rule["summary"])
            for rule in json.loads(said)["rules"]]


def compare_rules(chiwat, root):
    for name, language, severities in (
            ("README.md", "en", {"warning": "warning", "error": "error"}),
            ("README.th.md", "th", {"warning": "คำเตือน", "error": "ผิดพลาด"})):
        written, known = rules_in(root / name), rules_of(chiwat, language, severities)
        if written != known or not known:
            sys.exit(f"{name}: its table of rules is not that of the program: "
                     f"{sorted(set(written) ^ set(known))}")


def main():
    chiwat, root, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(work, ignore_errors=True)
    check_explanation(chiwat, root, root / "README.md", "en")
    check_explanation(chiwat, root, root / "README.th.md", "th")
    compare_rules(chiwat, root)
    for name in ("README.md", "README.th.md"):
        folder = work / name
        folder.mkdir(parents=True)
        (folder / "circular.yaml").write_text(description_in(root / name), encoding="utf-8")
        shutil.copy(root / "examples" / "ubon-2564" / "baseline.csv", folder)
        subprocess.run([chiwat, "check", folder, "--lang", "en"], check=True)
        subprocess.run([chiwat, "generate", folder, "--out", folder / "out", "--lang", "en"],
                       check=True)
        if len(list((folder / "out").glob("*.xlsx"))) != 2:  # with the list of attachments
            sys.exit(f"{name}: two workbooks were expected")
        with (folder / "circular.yaml").open("a", encoding="utf-8") as description:
            description.write(description_in(root / name, "lists:"))
        subprocess.run([sys.executable, root / "tests" / "bench" / "make_registry.py", folder,
                        folder / "registry.csv"], check=True)
        subprocess.run([chiwat, "check", folder, "--lang", "en"], check=True)


main()
