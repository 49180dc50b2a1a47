#!/usr/bin/python3
"""valid_by_schema.py SCHEMA [FILE]: whether a JSON document (standard input without FILE) is valid by a schema. Silent when it is; else each
fault with its place, and 1. Ends with 77 where python3-jsonschema is missing."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed (./dev setup --all)")
    sys.exit(77)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    document = json.load(open(sys.argv[2], encoding="utf-8") if len(sys.argv) > 2 else sys.stdin)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    faults = sorted(validator(schema).iter_errors(document), key=lambda fault: list(map(str, fault.absolute_path)))
    for fault in faults[:20]:
        print("/".join(map(str, fault.absolute_path)) or "(document)", ":", fault.message[:300])
    sys.exit(1 if faults else 0)


main()
