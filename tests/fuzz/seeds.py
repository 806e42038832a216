"""What the fuzzer begins with, made of what is in the tree already.

    seeds.py CHIWAT FOLDER    writes FOLDER/<target>/* and FOLDER/<target>.dict

CHIWAT is the program, which writes the forms of the small office. The corpus that is kept in
tests/fuzz/corpus and the dictionaries beside it are copied as they are.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OFFICE = HERE / "office"
LARGEST = 12_000  # bytes: a mutation of more takes long and says little
ROWS = 8  # of a table, with its headings

# Targets that read the same keys.
SCHEMAS = {"description": ["circular"], "template": ["form", "document", "table"],
           "messages": ["messages"]}
SAME_DICTIONARY = {"results": "table", "received": "table", "workbook": "parts"}


class Seeds:
    def __init__(self, folder):
        self.folder = folder

    def add(self, target, name, content):
        folder = self.folder / target
        folder.mkdir(parents=True, exist_ok=True)
        content = content.encode() if isinstance(content, str) else content
        if len(content) <= LARGEST:
            (folder / name).write_bytes(content)


def name_of(path):
    return "-".join(path.relative_to(ROOT).parts)


def beginning(table):
    return b"".join(table.read_bytes().splitlines(keepends=True)[:ROWS])


def add_descriptions(seeds):
    for path in sorted(ROOT.glob("examples/*/circular.yaml")) + sorted(
            ROOT.glob("tests/cases/*/*/circular.yaml")) + [OFFICE / "circular.yaml"]:
        text = path.read_bytes()
        for table in sorted(path.parent.glob("*.csv")):
            if table.name.encode() in text:
                text += f"\n=== {table.name}\n".encode() + beginning(table)
        for template in sorted(path.parent.glob("templates/*.yaml")):
            text += f"\n=== templates/{template.name}\n".encode() + template.read_bytes()
        seeds.add("description", name_of(path), text)


def add_templates(seeds):
    for path in sorted(ROOT.glob("templates/*.yaml")) + sorted(
            ROOT.glob("tests/cases/*/*/templates/*.yaml")):
        seeds.add("template", name_of(path), path.read_bytes())
    for path in ROOT.glob("tests/cases/*/*/messages.yaml"):
        seeds.add("messages", name_of(path), path.read_bytes())


def add_tables(seeds):
    for path in sorted(ROOT.glob("examples/*/*.csv")) + sorted(OFFICE.glob("*.csv")):
        text = beginning(path).decode("utf-8-sig")
        seeds.add("table", name_of(path), text)
        seeds.add("table", name_of(path) + "-874", text.encode("cp874", "replace"))
        seeds.add("table", name_of(path) + "-16", b"\xff\xfe" + text.encode("utf-16-le"))
    seeds.add("results", "office", beginning(OFFICE / "results.csv"))


def add_formulas(seeds):
    text = "\n".join(path.read_text() for path in sorted(ROOT.glob("examples/*/circular.yaml")))
    formulas = sorted(set(re.findall(r"(?:formula|when): +([^#\n]+)", text)))
    for number, formula in enumerate(formulas):
        seeds.add("expression", f"example-{number}", formula.strip())


def parts_as_text(workbook):
    with zipfile.ZipFile(workbook) as package:
        return "".join(f"\n=== {name}\n{package.read(name).decode()}"
                       for name in package.namelist())


def add_workbooks(seeds, chiwat, scratch):
    for month in [[], ["--month", "2567-10"]]:
        subprocess.run([chiwat, "generate", OFFICE, "--out", scratch, *month], check=True,
                       capture_output=True)
    (seeds.folder / "manifest").mkdir(parents=True, exist_ok=True)
    shutil.copy(scratch / ".chiwat-manifest", seeds.folder / "manifest" / "office")
    workbooks = sorted(scratch.rglob("*.xlsx"))
    assert workbooks, "the small office sends forms out"
    for workbook in workbooks:
        seeds.add("workbook", workbook.name, workbook.read_bytes())
        seeds.add("parts", workbook.name, parts_as_text(workbook))
    smallest = min(workbooks, key=lambda path: path.stat().st_size)
    with zipfile.ZipFile(scratch / "all.zip", "w") as package:
        package.write(smallest, "ก/" + smallest.name)
        package.write(smallest, "../" + smallest.name)
        package.writestr("ก/readme.txt", "…")
    seeds.add("workbook", "all.zip", (scratch / "all.zip").read_bytes())


def keys_of(schema):
    if isinstance(schema, list):
        return set().union(*map(keys_of, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    keys = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    keys |= {word for word in schema.get("enum", []) if isinstance(word, str)}
    return keys | keys_of(list(schema.values()))


def quoted(word):
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02X}"
                         for b in word.encode()) + '"'


def add_dictionaries(seeds):
    for path in sorted((HERE / "dictionaries").glob("*.dict")):
        shutil.copy(path, seeds.folder / path.name)
    for target, same in SAME_DICTIONARY.items():
        shutil.copy(HERE / "dictionaries" / f"{same}.dict", seeds.folder / f"{target}.dict")
    for target, names in SCHEMAS.items():
        keys = set()
        for name in names:
            keys |= keys_of(json.loads((ROOT / "templates" / f"{name}.schema.json").read_text()))
        with (seeds.folder / f"{target}.dict").open("w") as out:
            out.write((HERE / "dictionaries" / "yaml.dict").read_text())
            out.writelines(quoted(word) + "\n" for word in sorted(keys) if len(word) < 30)


def main(chiwat, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    seeds = Seeds(folder)
    for path in sorted(HERE.glob("corpus/*/*")):
        seeds.add(path.parent.name, path.name, path.read_bytes())
    add_descriptions(seeds)
    add_templates(seeds)
    add_tables(seeds)
    add_formulas(seeds)
    add_workbooks(seeds, chiwat, folder / "scratch")
    shutil.rmtree(folder / "scratch")
    add_dictionaries(seeds)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
