#!/usr/bin/env python3
"""Holds rule files and configurations against the JSON Schemas that the built program prints.

Usage: validate.py --lintel BINARY PATH...

Every `.yaml` and `.yml` file under a PATH that is a rule file (a mapping with `rules:` whose rules have ids) is held against
`lintel schema rules`, every `.lintrc.yaml` against `lintel schema config`; other files, and the targets of rule tests
(`.test.yaml`, `.fixed.yaml`), are passed over. The schema is wrong about a file that it refuses and the program reads, and about
one under a folder called `broken` that it lets pass. Needs the packages of requirements.txt.
Exit status: 0 the schemas are right about all files, 1 they are not, 2 bad usage.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML as Lintel reads it: a date is a text, as JSON has no other."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validator(lintel, kind):
    run = subprocess.run([lintel, "schema", kind], capture_output=True, text=True, check=True)
    schema = json.loads(run.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def files(paths):
    for path in paths:
        if path.is_file():
            yield path
        else:
            for file in sorted(path.rglob("*")):
                is_target = file.stem.endswith((".test", ".fixed"))
                if file.suffix in (".yaml", ".yml") and not is_target and file.is_file():
                    yield file


def reads(lintel, name, path):
    """Whether the program takes the file as it is."""
    with tempfile.TemporaryDirectory() as empty:
        options = ["--no-config", "--no-builtin", "--rules"] if name == "rules" else ["--config"]
        run = subprocess.run([lintel, "check", *options, path.resolve(), "."], cwd=empty, capture_output=True, text=True)
        return run.returncode != 2


def kind(path, document):
    if path.name == ".lintrc.yaml":
        return "config"
    rules = document.get("rules") if isinstance(document, dict) else None
    if isinstance(rules, list) and rules and all(isinstance(rule, dict) and "id" in rule for rule in rules):
        return "rules"
    return None


def innermost(error):
    """The most telling of the errors that an `anyOf` collects: the one deepest in the file."""
    while error.context:
        error = max(error.context, key=lambda other: len(other.absolute_path))
    return error


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lintel", required=True)
    parser.add_argument("paths", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    for path in options.paths:
        if not path.exists():
            parser.error(f"{path}: no such file or directory")
    validators = {name: validator(options.lintel, name) for name in ("rules", "config")}
    checked = {"rules": 0, "config": 0}
    wrong = 0
    for path in files(options.paths):
        try:
            document = yaml.load(path.read_text(encoding="utf-8"), Loader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        name = kind(path, document)
        if name is None:
            continue
        checked[name] += 1
        error = jsonschema.exceptions.best_match(validators[name].iter_errors(document))
        should_fail = "broken" in path.parts
        if should_fail and error is None:
            wrong += 1
            print(f"{path}: the schema lets it pass")
        if not should_fail and error is not None and reads(options.lintel, name, path):
            wrong += 1
            error = innermost(error)
            place = "/".join(str(part) for part in error.absolute_path)
            print(f"{path}: {place}: {error.message[:200]}")
    print(f"{checked['rules']} rule files and {checked['config']} configurations checked; the schema is wrong about {wrong}.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
