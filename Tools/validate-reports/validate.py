#!/usr/bin/env python3
"""Holds report files against the schemas and readers of their formats.

Usage: validate.py --schemas FOLDER REPORT...

The ending of a report's name is its format, as in `report.sarif`. FOLDER holds the schemas of others, which are not part
of this repository; each is named below with the place that it comes from. Needs the packages of requirements.txt.
Exit status: 0 all valid, 1 something is not, 2 bad usage or a schema is missing.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import jsonschema
import junitparser
from sarif import loader

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = {
    "sarif": ("sarif-schema-2.1.0.json", "oasis-tcs/sarif-spec: sarif-2.1/schema/sarif-schema-2.1.0.json"),
    "rdjson": ("DiagnosticResult.json", "reviewdog/reviewdog: proto/rdf/jsonschema/DiagnosticResult.json"),
    "gitlab": ("codeclimate.json", "gitlabhq/gitlabhq: app/validators/json_schemas/codeclimate.json"),
}


class Invalid(Exception):
    """Says what is wrong with a report."""


def require(condition, message):
    if not condition:
        raise Invalid(message)


def against_schema(document, schema):
    validator_type = jsonschema.validators.validator_for(schema)
    validator_type.check_schema(schema)
    checker = validator_type.FORMAT_CHECKER
    for error in validator_type(schema, format_checker=checker).iter_errors(document):
        raise Invalid(f"{error.json_path}: {error.message}")


def schema_of(format_name, folder):
    name, origin = SCHEMAS[format_name]
    path = folder / name
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing; it is {origin}")
    return json.loads(path.read_text(encoding="utf-8"))


def report_schema():
    return json.loads((REPOSITORY / "docs" / "report.schema.json").read_text(encoding="utf-8"))


def check_json(path, _):
    against_schema(json.loads(path.read_text(encoding="utf-8")), report_schema())


def check_jsonl(path, _):
    schema = report_schema()
    finding = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/finding"}
    for line in path.read_text(encoding="utf-8").splitlines():
        against_schema(json.loads(line), finding)


def check_sarif(path, folder):
    document = json.loads(path.read_text(encoding="utf-8"))
    against_schema(document, schema_of("sarif", folder))
    for run in document["runs"]:
        check_github_upload(run)
    read = loader.load_sarif_file(str(path))
    expected = sum(len(run["results"]) for run in document["runs"])
    require(len(read.get_results()) == expected, "sarif-tools reads another number of results")
    with tempfile.TemporaryDirectory() as output:
        summary = subprocess.run(
            [sys.executable, "-m", "sarif", "summary", "--output", f"{output}/summary.txt", str(path)],
            capture_output=True, text=True, check=False)
        require(summary.returncode == 0, f"sarif-tools: {summary.stderr.strip()}")


def check_github_upload(run):
    """The rules of docs.github.com, "SARIF support for code scanning", that the schema does not hold."""
    rules = run["tool"]["driver"]["rules"]
    require(run["automationDetails"]["id"].endswith("/"), "automationDetails.id has no category")
    for rule in rules:
        require(len(rule["shortDescription"]["text"]) <= 1024, f"{rule['id']}: short description too long")
        require(len(rule["fullDescription"]["text"]) <= 1024, f"{rule['id']}: full description too long")
        require(rule["help"]["text"], f"{rule['id']}: no help")
        require(len(rule["properties"]["tags"]) <= 20, f"{rule['id']}: too many tags")
        severity = rule["properties"].get("security-severity")
        if severity is not None:
            require(0 <= float(severity) <= 10, f"{rule['id']}: security-severity out of range")
            require("security" in rule["properties"]["tags"], f"{rule['id']}: not tagged security")
    for result in run["results"]:
        require(rules[result["ruleIndex"]]["id"] == result["ruleId"], "ruleIndex is another rule's")
        require(len(result["locations"]) == 1, "not one location")
        location = result["locations"][0]["physicalLocation"]
        uri = location["artifactLocation"]["uri"]
        require(not urllib.parse.urlsplit(uri).scheme and not uri.startswith("/"), f"{uri} is not relative")
        require(re.fullmatch(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+", uri), f"{uri} is not encoded")
        require(
            {"startLine", "startColumn", "endLine", "endColumn"} <= location["region"].keys(), "a region field is missing")
        require("primaryLocationLineHash" in result["partialFingerprints"], "no line hash")


def check_rdjson(path, folder):
    schema = schema_of("rdjson", folder)
    document = json.loads(path.read_text(encoding="utf-8"))
    against_schema(document, schema)
    # The schema allows unknown keys, which would hide a misspelt one.
    known = {key for definition in schema["definitions"].values() for key in definition.get("properties", {})}
    for key in keys_of(document):
        require(key in known, f"rdjson has no key {key}")


def keys_of(value):
    if isinstance(value, dict):
        yield from value
        for child in value.values():
            yield from keys_of(child)
    elif isinstance(value, list):
        for child in value:
            yield from keys_of(child)


def check_gitlab(path, folder):
    schema = schema_of("gitlab", folder)
    issues = json.loads(path.read_text(encoding="utf-8"))
    require(isinstance(issues, list), "not a list")
    for issue in issues:
        against_schema(issue, schema)
        require(issue["severity"] in {"info", "minor", "major", "critical", "blocker"}, f"severity {issue['severity']}")
        require(issue["check_name"] and issue["location"]["path"] and issue["location"]["lines"]["begin"] >= 1, "incomplete")
    fingerprints = [issue["fingerprint"] for issue in issues]
    require(len(set(fingerprints)) == len(fingerprints), "a fingerprint stands twice")


def check_junit(path, _):
    suites = junitparser.JUnitXml.fromfile(str(path))
    cases = [case for suite in suites for case in suite]
    failed = [result for case in cases for result in case.result if isinstance(result, junitparser.Failure)]
    broken = [result for case in cases for result in case.result if isinstance(result, junitparser.Error)]
    require(cases, "no tests")
    require(
        (suites.tests, suites.failures, suites.errors) == (len(cases), len(failed), len(broken)), "the totals are wrong")
    for suite in suites:
        require(suite.tests == len(list(suite)), f"{suite.name}: the total is wrong")
    require(len({(case.classname, case.name) for case in cases}) == len(cases), "a test stands twice")


def check_checkstyle(path, _):
    root = xml.etree.ElementTree.parse(path).getroot()
    require(root.tag == "checkstyle" and "version" in root.attrib, "not a checkstyle document")
    for file in root:
        require(file.tag == "file" and set(file.attrib) == {"name"}, "not a file element")
        for error in file:
            require(error.tag == "error", "not an error element")
            require({"line", "severity", "message", "source"} <= error.attrib.keys(), "an attribute is missing")
            require(error.attrib.keys() <= {"line", "column", "severity", "message", "source"}, "an attribute is unknown")
            require(error.attrib["severity"] in {"ignore", "info", "warning", "error"}, "unknown severity")
            require(int(error.attrib["line"]) >= 1 and int(error.attrib.get("column", "1")) >= 1, "bad place")


def check_github(path, _):
    command = re.compile(r"::(?:error|warning|notice) [a-zA-Z]+=[^,:]*(?:,[a-zA-Z]+=[^,:]*)*::.*")
    for line in path.read_text(encoding="utf-8").splitlines():
        require(command.fullmatch(line), f"not a workflow command: {line}")


CHECKS = {
    "json": check_json, "jsonl": check_jsonl, "sarif": check_sarif, "rdjson": check_rdjson, "gitlab": check_gitlab,
    "junit": check_junit, "checkstyle": check_checkstyle, "github": check_github,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schemas", type=pathlib.Path, required=True)
    parser.add_argument("reports", type=pathlib.Path, nargs="+")
    arguments = parser.parse_args()
    status = 0
    for path in arguments.reports:
        check = CHECKS.get(path.suffix.removeprefix("."))
        if check is None:
            print(f"{path}: no machine reads this format; not checked", file=sys.stderr)
            continue
        try:
            check(path, arguments.schemas)
            print(f"{path}: valid")
        except Invalid as problem:
            print(f"{path}: {problem}")
            status = max(status, 1)
        except OSError as problem:
            print(problem, file=sys.stderr)
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main())
