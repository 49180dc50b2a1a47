#!/usr/bin/env python3
"""Compares two tables of figures, row by row: same_figures.py NAME OURS.json THEIRS.json. Exits 1 at the first difference."""
import json, sys

name, ours, theirs = sys.argv[1], json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))
wrong = []
if set(ours) != set(theirs):
    wrong.append(f"rows: only ours {sorted(set(ours) - set(theirs))}, only theirs {sorted(set(theirs) - set(ours))}")
compared = 0
for row in sorted(set(ours) & set(theirs)):
    for figure in sorted(set(ours[row]) & set(theirs[row])):
        compared += 1
        if ours[row][figure] != theirs[row][figure]:
            wrong.append(f"{row}, {figure}: selaras eval {ours[row][figure]}, score.py {theirs[row][figure]}")
if wrong or compared == 0:
    sys.exit(f"{name}: {wrong or 'nothing to compare'}")
print(f"{name}: {compared} figures agree")
