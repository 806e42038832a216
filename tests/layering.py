"""Checks that no folder of generator/ reaches further than the design allows; exit code 1 if so.

    layering.py ROOT           the source tree at ROOT
    layering.py --selftest     trees with one known fault each must be found out

Checked are the #include lines (folders, outside libraries, system headers), that no library leaves
its folder through a header, that no header leads back to itself, that generator/CMakeLists.txt
links what is included, and that binary floating point appears in xlsx/ only.
"""

from pathlib import Path
import re
import sys
import tempfile

# What each folder may include besides itself and standard C++. A folder names only folders above
# it, so there is no way round in a circle.
FOLDERS = {
    "base": [],
    "thai": ["base"],
    "source": ["base", "thai"],
    "formula": ["base"],
    "model": ["base", "thai", "source", "formula"],
    "plan": ["base", "formula", "model"],
    "review": ["base", "thai", "formula", "model", "plan"],
    "document": ["base"],
    "form": ["base", "thai", "source", "formula", "model", "plan", "document"],
    "returns": ["base", "thai", "source", "formula", "model", "plan", "document", "form"],
    "consolidation": ["base", "thai", "formula", "model", "plan", "document", "form", "returns"],
    "scorecard": ["base", "thai", "formula", "model", "plan", "document", "form"],
    "explain": ["base", "thai", "formula", "model", "plan", "document", "form"],
    "feedback": ["base", "thai", "source", "model", "document", "form", "returns"],
    "compare": ["base", "thai", "source", "model", "document", "form"],
    "renew": ["base", "thai", "source", "model"],
    "output": ["base"],
    "process": [],
    "xlsx": ["base", "document", "output"],
    "print": ["base"],
    "cli": ["base", "thai", "source", "formula", "model", "plan", "document", "form", "returns",
            "consolidation", "scorecard", "explain", "feedback", "compare", "renew", "output",
            "process", "xlsx", "review", "print"],
    "main.cpp": ["cli"],
}

# Where an outside library or an operating system header may be known: folders, or single files.
LIBRARIES = {
    "boost/multiprecision/": ["base/number.cpp"],
    "boost/program_options": ["cli"],
    "csv.h": ["source"],
    "dlfcn.h": ["xlsx/deflate.cpp", "xlsx/temporary_file.cpp"],
    "expat.h": ["xlsx"],
    "fcntl.h": ["output", "print"],
    "fontconfig/": ["print"],
    "hb.h": ["print"],
    "libdeflate.h": ["xlsx/deflate.cpp", "xlsx/inflate.cpp"],
    "locale.h": ["xlsx"],
    "minizip/": ["xlsx"],
    "nlohmann/": ["cli"],
    "poll.h": ["process"],
    "sha2.h": ["output"],
    "signal.h": ["main.cpp", "process"],
    "spawn.h": ["print"],
    "stdlib.h": ["print"],
    "sys/": ["output", "process", "print"],
    "unicode/": ["thai"],
    "unistd.h": ["output", "process", "print", "main.cpp"],
    "xlsxwriter.h": ["xlsx"],
    "yaml-cpp/": ["source"],
    "zlib.h": ["xlsx/deflate.cpp"],
}

# Standard headers that bring in files, clocks or the terminal: a stage is a function of its input.
WORLDLY = {
    "cstdio": ["source", "xlsx", "cli", "main.cpp"],
    "ctime": [],
    "filesystem": ["source", "compare", "output", "xlsx", "print", "cli"],
    "fstream": ["source", "output", "xlsx", "print", "cli"],
    "iostream": ["cli", "main.cpp"],
    "random": [],
    "thread": ["process"],
}

# Where a Number becomes a double, and what is allowed elsewhere, word for word.
BINARY_NUMBERS = "xlsx"
BINARY_EXCEPTIONS = {"base/number.hpp": "Number(double) = delete;"}

CODE = {".hpp", ".cpp", ".inc"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
NOT_CODE = re.compile(
    r'R"(?P<end>[^(\s]*)\(.*?\)(?P=end)"'             # raw string
    r'|"(?:\\.|[^"\\\n])*"'                          # string
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'"          # character, not the separator in 1'000
    r"|//[^\n]*|/\*.*?\*/", re.DOTALL)
BINARY = re.compile(
    r"\b(?:double|float|strtod|strtof|atof|stod|stof)\b"
    r"|(?<![\w.])(?:[0-9][0-9']*\.[0-9]*|\.[0-9]+|[0-9][0-9']*(?=[eE]))(?:[eE][+-]?[0-9]+)?")


class Source:
    """One file: its code without comments and texts, and what it includes."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        self.folder = self.name.split("/")[0]
        self.is_header = path.suffix == ".hpp"
        text = path.read_text(encoding="utf-8")
        self.code = NOT_CODE.sub(lambda found: "\n" * found[0].count("\n"), text)
        includes = INCLUDE.findall(text)
        self.own = [name for mark, name in includes if mark == '"']
        self.outside = [name for mark, name in includes if mark == "<"]


def sources(generator):
    """The files that are compiled, by name."""
    paths = sorted(path for path in generator.rglob("*") if path.suffix in CODE)
    return {source.name: source for source in (Source(generator, path) for path in paths)}


def is_in(source, places):
    return source.folder in places or source.name in places


def library_of(include):
    return next((library for library in LIBRARIES if include.startswith(library)), None)


def wrong_folders(files):
    for source in files.values():
        if source.folder not in FOLDERS:
            yield f"{source.name}: the table of layering.py does not know {source.folder}/"
            continue
        for name in source.own:
            folder = name.split("/")[0]
            if name not in files:
                yield f'{source.name}: "{name}" is no file of generator/'
            elif folder not in [source.folder, *FOLDERS[source.folder]]:
                yield f'{source.name}: {source.folder} may not include {folder}: "{name}"'


def wrong_libraries(files):
    for source in files.values():
        for name in source.outside:
            library = library_of(name)
            if library and not is_in(source, LIBRARIES[library]):
                yield f"{source.name}: <{name}> belongs to {', '.join(LIBRARIES[library])}"
            elif not library and ("/" in name or "." in name):
                yield f"{source.name}: the table of layering.py does not know <{name}>"
            elif name in WORLDLY and not is_in(source, WORLDLY[name]):
                yield f"{source.name}: <{name}> reaches for the world outside"


def headers_with_libraries(files):
    return [source for source in files.values()
            if source.is_header and any(map(library_of, source.outside))]


def reached_from(name, files):
    """The file and everything that it includes, near or far."""
    seen, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current in files and current not in seen:
            seen.add(current)
            waiting += files[current].own
    return seen


def leaking_libraries(files):
    """A header with a library in it that another folder sees, though by way of other headers."""
    inside_only = {source.name: source.folder for source in headers_with_libraries(files)}
    for source in files.values():
        for name in reached_from(source.name, files):
            if inside_only.get(name, source.folder) != source.folder:
                yield f"{source.name}: sees a library through {name}"


def circles(files):
    for source in files.values():
        if any(source.name in reached_from(name, files) for name in source.own):
            yield f"{source.name}: includes itself by way of other files"


def binary_numbers(files):
    for source in files.values():
        if source.folder == BINARY_NUMBERS:
            continue
        for number, line in enumerate(source.code.split("\n"), start=1):
            found = BINARY.search(line)
            if found and line.strip() != BINARY_EXCEPTIONS.get(source.name):
                yield f"{source.name}:{number}: binary floating point: {found[0]}"


def linked_folders(cmake):
    """What the CMake lines say: folder to its own links, and to those it passes on."""
    own, passed_on = {}, {}
    for name, links in re.findall(r"^chiwat_folder\((\w+)([^)]*)\)", cmake, re.MULTILINE):
        public = links.split("PRIVATE")[0]
        own[name] = re.findall(r"chiwat_(\w+)", links)
        passed_on[name] = re.findall(r"chiwat_(\w+)", public)
    return own, passed_on


def wrong_links(files, cmake):
    own, passed_on = linked_folders(cmake)
    for folder, links in own.items():
        for link in links:
            if link not in FOLDERS.get(folder, []):
                yield f"CMakeLists.txt: {folder} may not link {link}"
        reached = list(links)
        for link in reached:
            reached += [more for more in passed_on.get(link, []) if more not in reached]
        used = {name.split("/")[0] for source in files.values() if source.folder == folder
                for name in source.own}
        for missing in sorted(used - set(reached) - {folder}):
            yield f"CMakeLists.txt: {folder} includes {missing} and does not link it"


def findings(root):
    generator = root / "generator"
    files = sources(generator)
    if not files:
        return [f"{generator}: nothing to check"], files
    cmake = (generator / "CMakeLists.txt").read_text(encoding="utf-8")
    checks = [wrong_folders, wrong_libraries, leaking_libraries, circles, binary_numbers]
    found = [line for check in checks for line in check(files)]
    return found + list(wrong_links(files, cmake)), files


def check(root):
    found, files = findings(root)
    for line in found:
        print(line)
    includes = sum(len(source.own) + len(source.outside) for source in files.values())
    private = [source.name for source in headers_with_libraries(files)]
    print(f"layering: {len(files)} files, {includes} includes, {len(found)} wrong; "
          f"headers with a library, seen by their own folder only: {', '.join(private) or 'none'}")
    return not found


# The selftest: a small tree in which all is well, and what one changed file must be found out for.
GOOD_TREE = {
    "CMakeLists.txt": "chiwat_folder(base PRIVATE Boost::headers)\n"
                      "chiwat_folder(thai PUBLIC chiwat_base\n    PRIVATE ICU::uc)\n"
                      "chiwat_folder(formula PUBLIC chiwat_base)\n"
                      "chiwat_folder(xlsx PUBLIC chiwat_base)\n",
    "base/number.hpp": "// A double is deleted here.\n"
                       "#include <string>\n"
                       "Number(double) = delete;\n",
    "base/number.cpp": "#include <boost/multiprecision/cpp_int.hpp>\n"
                       '#include "base/number.hpp"\n'
                       "constexpr int kMost = 1'000'000;  // not 1e6, which is a double\n",
    "thai/digits.cpp": "#include <unicode/unistr.h>\n"
                       '#include "base/number.hpp"\n'
                       r'const char* words = "double 0.5 \" 1.5"; /* float' "\n"
                       "2.5 */ char c = '\"';\n",
    "formula/parse.cpp": '#include "base/number.hpp"\n'
                         "int places = v1.size() + a[1].x + 0xE5;\n",
    "xlsx/sheet.cpp": "#include <locale.h>\n"
                      '#include "xlsx/cell.hpp"\n',
    "xlsx/cell.hpp": "#include <xlsxwriter.h>\ndouble nearest(const Number&);\n",
}
SPOILED = [
    ("base/number.cpp", '#include "thai/digits.cpp"', "base may not include thai"),
    ("formula/parse.cpp", '# include "xlsx/cell.hpp"', "formula may not include xlsx"),
    ("formula/parse.cpp", '#include "base/nothing.hpp"', "is no file of generator/"),
    ("helpers/all.cpp", "int x;", "does not know helpers/"),
    ("formula/parse.cpp", "#include <unicode/unistr.h>", "belongs to thai"),
    ("base/number.hpp", "#include <boost/multiprecision/a.hpp>", "belongs to base/number.cpp"),
    ("thai/digits.cpp", "  #include <yaml-cpp/parser.h>", "belongs to source"),
    ("formula/parse.cpp", "#include <pugixml.hpp>", "does not know <pugixml.hpp>"),
    ("formula/parse.cpp", "#include <fstream>", "reaches for the world outside"),
    ("formula/parse.cpp", "#include <ctime>", "reaches for the world outside"),
    ("cli/run.cpp", '#include "xlsx/cell.hpp"', "sees a library through xlsx/cell.hpp"),
    ("xlsx/cell.hpp", '#include "xlsx/cell.hpp"', "includes itself"),
    ("formula/parse.cpp", "double x;", "formula/parse.cpp:3: binary floating point: double"),
    ("formula/parse.cpp", "/* */ auto x = 0.5;", "binary floating point: 0.5"),
    ("formula/parse.cpp", "auto x = 1e6;", "binary floating point: 1e6"),
    ("formula/parse.cpp", "auto x = 1'000.;", "binary floating point: 1'000."),
    ("base/number.hpp", "Number(double);", "binary floating point: double"),
    ("CMakeLists.txt", "chiwat_folder(formula PUBLIC chiwat_xlsx)", "formula may not link xlsx"),
    ("CMakeLists.txt", "chiwat_folder(thai PRIVATE ICU::uc)", "thai includes base and does not"),
]


def findings_in(tree):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in tree.items():
            path = Path(folder, "generator", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return findings(Path(folder))[0]


def selftest():
    wrong = [f"the good tree is good, but: {line}" for line in findings_in(GOOD_TREE)]
    for name, line, expected in SPOILED:
        text = GOOD_TREE.get(name, "") + line + "\n"
        found = findings_in({**GOOD_TREE, name: text})
        if not any(expected in finding for finding in found):
            wrong.append(f"{name} with {line}: expected “{expected}”, got {found or 'nothing'}")
    print("\n".join(wrong + [f"layering, selftest: {len(SPOILED) + 1} trees, {len(wrong)} wrong"]))
    return not wrong


def table_is_ordered():
    names = list(FOLDERS)
    return all(names.index(other) < names.index(folder)
               for folder, others in FOLDERS.items() for other in others)


if __name__ == "__main__":
    assert table_is_ordered(), "a folder of the table names one below itself"
    if sys.argv[1:] == ["--selftest"]:
        sys.exit(not selftest())
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(not check(Path(sys.argv[1])))
