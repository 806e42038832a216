"""Checks that the JSON schemas of templates/ and the program agree on what a description may hold.

    schema.py CHIWAT_BINARY ROOT WORK_DIR

An editor shows people what the schema says; the program decides. Every example, every golden table
and every template must please both. Then the examples are spoiled, one thing at a time, and `chiwat check --json` must
find what the schema finds: unknown keys, missing keys, names, and values of the wrong kind. The
spoiled copies stay in WORK_DIR/spoiled to look at. Exit code 1 where the two disagree, or when
nothing could be compared.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
import copy
import json
import os
from pathlib import Path
import re
import shutil
import subprocess
import sys

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
import yaml

# What the program says of the shape of a description; the rest of its messages are about its sense
# (a round that does not exist, a formula over a name that nobody declared), which no schema knows.
SHAPE = {
    "bad_code", "bad_name", "bad_percentage", "deadline_both", "file_outside_folder",
    "fiscal_year_unlikely", "heading_columns_or_show", "level_condition", "missing_key",
    "not_a_choice", "not_a_mapping", "not_a_number", "not_a_text", "not_an_integer", "not_yes_no",
    "out_of_range", "override_district_or_total", "unknown_key", "value_name_taken",
}
# Of these only numbers are compared: a schema cannot weigh a text such as "๓๒" against a limit.
LIMITS = {"bad_percentage", "fiscal_year_unlikely", "out_of_range"}
UNKNOWN = "no_such_key"

# Values to put where a schema has no edges of its own.
ANY_PROBES = [None, "x", 0.5, True, [[]], {"x": 1}]
TEXT_PROBES = ["๗", "10%", "๑,๒๓๔.๕ บาท", "1234,5", "-", "../x"]
NAME_PROBES = ["ok_1", "ผล๒", "_", "if", "1st", "๒st", "a b", "a-b", "and", "not", "×2", "a×b", ""]


class CoreLoader(yaml.SafeLoader):
    """Scalars as YAML 1.2 knows them, and editors: yes and 2564-02-23 are texts."""


CoreLoader.yaml_implicit_resolvers = {}
for kind, pattern in {
        "null": r"~|null|Null|NULL|",
        "bool": r"true|True|TRUE|false|False|FALSE",
        "int": r"[-+]?[0-9]+",
        "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"}.items():
    whole = re.compile(f"^(?:{pattern})$")
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", whole, None)
CoreLoader.add_constructor("tag:yaml.org,2002:int",
                           lambda loader, node: int(loader.construct_scalar(node)))


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), CoreLoader)


class Document:
    """An example's description, or a template together with an example that uses it."""

    def __init__(self, schema, folder, file, tree):
        self.schema, self.folder, self.file, self.tree = schema, folder, file, tree
        self.name = f"{folder.name}/{file}"


class Place:
    """Something in a document, and the schema that it must satisfy."""

    def __init__(self, document, schema, node, path):
        self.document, self.schema, self.node, self.path = document, schema, node, path

    def __str__(self):
        return f"{self.document.name}: {'/'.join(map(str, self.path)) or 'the whole'}"

    def with_value(self, value):
        """A copy of the document's tree that holds `value` at this place."""
        if not self.path:
            return value
        tree = copy.deepcopy(self.document.tree)
        parent = tree
        for step in self.path[:-1]:
            parent = parent[step]
        parent[self.path[-1]] = value
        return tree


def resolved(schema, root):
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].split("/")[-1]]
    return schema


def fitting(schema, node, root):
    """The schema, or that one of its alternatives which the node was written for."""
    schema = resolved(schema, root)
    if "anyOf" not in schema or "properties" in schema:
        return schema
    kinds = {dict: "object", list: "array"}
    for alternative in (resolved(branch, root) for branch in schema["anyOf"]):
        if alternative.get("type") == kinds.get(type(node)):
            return alternative
    return schema


def places(document, schema, node, path=()):
    yield Place(document, schema, node, path)
    fit = fitting(schema, node, document.schema)
    if isinstance(node, dict):
        for key, value in node.items():
            below = fit.get("properties", {}).get(key) or fit.get("additionalProperties") or {}
            yield from places(document, below, value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(document, fit.get("items", {}), value, (*path, index))


class Spoiled:
    """A document with one thing changed, and what must be said of it."""

    def __init__(self, topic, what, document, tree, judge):
        self.topic, self.what = topic, what
        self.document, self.tree, self.judge = document, tree, judge

    def write(self, folder):
        shutil.copytree(self.document.folder, folder)
        file = folder / self.document.file
        file.parent.mkdir(exist_ok=True)
        text = json.dumps(self.tree, ensure_ascii=False, indent=1)  # JSON is YAML
        file.write_text(text, encoding="utf-8")


def diagnostics(chiwat, folder):
    run = subprocess.run([chiwat, "check", "--json", "--lang", "en", folder], capture_output=True,
                         encoding="utf-8", check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(f"{folder}: chiwat ended with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)["diagnostics"]


# Judges: given what the program said and whether the schema accepts, the complaint or None.

def same_shape(said, accepted, compared=frozenset(SHAPE)):
    shape = sorted({entry["id"] for entry in said} & compared)
    if accepted and shape:
        return f"the schema accepts it, the program says {', '.join(shape)}"
    if not accepted and not any(entry["severity"] == "error" for entry in said):
        return "the schema rejects it, the program does not"
    return None


def same_shape_of_text(said, accepted):
    return same_shape(said, accepted, SHAPE - LIMITS)


def same_keys(known):
    """The program must know just these keys, and not the unknown one."""
    def judge(said, accepted):
        unknown = [entry["message"] for entry in said if entry["id"] == "unknown_key"]
        if accepted or not unknown:
            return "an unknown key is not rejected by both"
        listed = unknown[0].partition("known are ")[2].split(", ")
        if set(listed) != set(known):
            return f"the program knows {sorted(listed)}, the schema {sorted(known)}"
        if len(unknown) > 1 or UNKNOWN not in unknown[0]:
            return f"a key of the schema is unknown to the program: {unknown}"
        return None
    return judge


def same_names(refused):
    def judge(said, _):
        found = {re.search("“(.*?)”", entry["message"])[1] for entry in said
                 if entry["id"] in ("bad_code", "bad_name", "value_name_taken")}
        if found != set(refused):
            return f"the program refuses {sorted(found)}, the schema {sorted(refused)}"
        return None
    return judge


# What is spoiled. Each yields Spoiled, at the first place where an example has such a thing.

def harmless(schema, root):
    schema = resolved(schema, root)
    if "examples" in schema:
        return schema["examples"][0]
    if "enum" in schema:
        return schema["enum"][0]
    return schema.get("minimum", "x")


def first_of_each(all_places, key_of):
    seen = set()
    for place in all_places:
        key = key_of(place)
        if key not in seen:
            seen.add(key)
            yield place


def identity(place):
    """The same for places that the same schema speaks of; its words aside."""
    schema = {key: value for key, value in place.schema.items()
              if key not in ("description", "examples", "title")}
    return json.dumps([place.document.schema["title"], schema])


def object_schema(place):
    fit = fitting(place.schema, place.node, place.document.schema)
    return fit if isinstance(place.node, dict) else {}


def unknown_keys(all_places):
    def known(place):
        return object_schema(place).get("properties")

    for place in first_of_each(filter(known, all_places), identity):
        more = {key: harmless(schema, place.document.schema)
                for key, schema in known(place).items() if place.node.get(key) is None}
        tree = place.with_value({**place.node, **more, UNKNOWN: "x"})
        yield Spoiled("unknown keys", f"{place}: {UNKNOWN}", place.document, tree,
                      same_keys(known(place)))


def missing_keys(all_places):
    owners = [(place, key) for place in all_places if "properties" in object_schema(place)
              for key in place.node]
    for place, key in first_of_each(owners, lambda owner: (identity(owner[0]), owner[1])):
        rest = {name: value for name, value in place.node.items() if name != key}
        yield Spoiled("missing keys", f"{place}: without {key}", place.document,
                      place.with_value(rest), same_shape)


def names(all_places):
    def rule(place):
        return object_schema(place).get("propertyNames")

    for place in first_of_each(filter(rule, all_places), identity):
        pattern = resolved(rule(place), place.document.schema)
        probes = NAME_PROBES + pattern.get("not", {}).get("enum", [])
        value = next(iter(place.node.values()))
        tree = place.with_value({**place.node, **{name: value for name in probes}})
        refused = [name for name in probes if not Draft7Validator(pattern).is_valid(name)]
        yield Spoiled("maps of names", f"{place}: {', '.join(probes)}", place.document, tree,
                      same_names(refused))


def edges(schema, root):
    """Values at the limits of a schema and just outside."""
    for part in [schema, *schema.get("anyOf", [])]:
        part = {**resolved(part, root), **part}
        yield from part.get("enum", [])
        if "minimum" in part:
            yield from (part["minimum"] - 1, part["minimum"], part["maximum"], part["maximum"] + 1)
        if "pattern" in part:
            yield from TEXT_PROBES


def wrong_values(all_places):
    def is_value(place):
        items = place.node if isinstance(place.node, list) else [place.node]
        return not any(isinstance(item, dict) for item in items)

    for place in first_of_each(filter(is_value, all_places), identity):
        probes = ANY_PROBES + list(edges(place.schema, place.document.schema))
        for probe in {json.dumps(probe): probe for probe in probes}.values():
            yield Spoiled("values", f"{place}: {json.dumps(probe, ensure_ascii=False)}",
                          place.document, place.with_value(probe),
                          same_shape_of_text if isinstance(probe, str) else same_shape)


def unexplained(name, schema):
    """Properties without a description in Thai and English, and objects open to anything."""
    if isinstance(schema, list):
        for part in schema:
            yield from unexplained(name, part)
    elif isinstance(schema, dict):
        explains = isinstance(schema.get("description"), str) or "title" in schema
        for key, part in schema.get("properties", {}).items() if explains else ():
            if not re.search("[ก-๙].* / .*[A-Za-z]", part.get("description", "")):
                yield f"{name}: {key} has no description in Thai / English"
        if explains and "properties" in schema and schema.get("additionalProperties") is not False:
            yield f"{name}: “{schema['title']}” is open to unknown keys"
        for part in schema.values():
            yield from unexplained(name, part)


def never_seen(all_places):
    """The objects of the schemas that no example has, and that nothing was compared for."""
    seen = [object_schema(place) for place in all_places]
    definitions = {name: part for place in all_places
                   for name, part in place.document.schema["definitions"].items()}
    return sorted(name for name, part in definitions.items()
                  if "properties" in part and part not in seen)


def layouts(tree):
    """The templates that a description uses."""
    found = set()
    for attachment in tree["attachments"]:
        found |= {table.get("layout", "district-table") for table in attachment.get("tables", [])}
        forms = attachment.get("forms", [])
        for form in forms if isinstance(forms, list) else [forms]:
            found.add(form if isinstance(form, str) else form["layout"])
    return found


def documents(root, complaints):
    schemas = {path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
               for path in root.glob("templates/*.schema.json")}
    for name, schema in schemas.items():
        Draft7Validator.check_schema(schema)
        complaints += unexplained(name, schema)
    circular = schemas["circular"]
    examples = [Document(circular, path.parent, path.name, load(path))
                for pattern in ("examples/*/circular.yaml", "tests/cases/tables/*/circular.yaml")
                for path in sorted(root.glob(pattern))]
    found = list(examples)
    for path in sorted(root.glob("templates/*.yaml")):
        user = next((e for e in examples if path.stem in layouts(e.tree)), None)
        if user:
            tree = load(path)
            found.append(Document(schemas[tree["kind"]], user.folder, f"templates/{path.name}",
                                  tree))
        else:
            complaints.append(f"{path.name}: no example uses it")
    for example in examples:
        messages = example.folder / "messages.yaml"
        if messages.exists():
            found.append(Document(schemas["messages"], example.folder, messages.name,
                                  load(messages)))
    return found


def accepted_as_they_are(chiwat, all_documents):
    for document in all_documents:
        if error := best_match(Draft7Validator(document.schema).iter_errors(document.tree)):
            yield f"{document.name}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
    for folder in sorted({document.folder for document in all_documents}):
        for entry in diagnostics(chiwat, folder):
            if entry["severity"] == "error":
                yield f"{entry['file']}:{entry['line']}: {entry['message']}"


def compare(chiwat, spoiled, work):
    """The complaint about each spoiled document, or None."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)

    def judged(numbered):
        number, case = numbered
        folder = work / f"{number:04}"
        case.write(folder)
        accepted = Draft7Validator(case.document.schema).is_valid(case.tree)
        complaint = case.judge(diagnostics(chiwat, folder), accepted)
        return complaint and f"{case.what}: {complaint} ({folder})"

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(judged, enumerate(spoiled)))


def main(chiwat, root, work):
    complaints = []
    all_documents = documents(root, complaints)
    complaints += accepted_as_they_are(chiwat, all_documents)
    all_places = [place for document in all_documents
                  for place in places(document, document.schema, document.tree)]
    spoiled = [case for kind in (unknown_keys, missing_keys, names, wrong_values)
               for case in kind(all_places)]
    complaints += filter(None, compare(chiwat, spoiled, work / "spoiled"))
    for complaint in complaints:
        print(complaint)
    compared = Counter(case.topic for case in spoiled)
    counts = ", ".join(f"{count} {topic}" for topic, count in compared.items())
    print(f"schema: {len(all_documents)} documents; compared {counts}; "
          f"{len(complaints)} complaints; "
          f"in no example: {', '.join(never_seen(all_places)) or 'nothing'}")
    return not complaints and len(compared) == 4


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(not main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
