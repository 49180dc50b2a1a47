#!/usr/bin/python3
"""yaml_by_schema.py SCHEMA FILE...: whether YAML files, or the front matter of Markdown files, are valid by a JSON schema, as an editor reads them (the
core schema of YAML 1.2: `NO` and `2026-01-01` are texts). Silent when they are; else each fault with its place, and 1. Ends with 77 where
python3-jsonschema or python3-yaml is missing."""
import json
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed (./dev setup --all)")
    sys.exit(77)


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Resolves null, numbers, true and false, and nothing else."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def document(path):
    text = open(path, encoding="utf-8").read()
    if path.endswith(".md"):
        text = text[4 : text.index("\n---", 4)]
    return yaml.load(text, CoreLoader)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    checker = validator(schema)
    faults = 0
    for path in sys.argv[2:]:
        found = document(path)
        if checker.is_valid(found):
            continue
        fault = jsonschema.exceptions.best_match(checker.iter_errors(found))
        faults += 1
        print(path, ":", "/".join(map(str, fault.absolute_path)) or "(document)", ":", fault.message[:300])
    sys.exit(1 if faults else 0)


main()
