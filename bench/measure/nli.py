#!/usr/bin/env python3
"""How often `selaras judge` is right on a set of labelled pairs that is not part of this repository.

    bench/measure/nli.py FILE_OR_FOLDER [--program build/release/selaras] [--control] [--errors]

A set is JSONL with `premise`, `hypothesis` and `label` (entailment, contradiction, neutral); a folder is searched for *.jsonl.
`supported` counts as entailment, both kinds of `contradicted` as contradiction, all else as neutral. A pair that is not checkable,
or that is answered with strength `ask`, is not answered: accuracy is over the answered, coverage is their share.
Where the set is absent it says so and ends with 77.
`--control` hides the premise's words: each hypothesis is held against itself and against an empty premise, so that what the labels
give away without a premise is seen (the better of a constant answer and one by the hypothesis's own denial).
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

LABELS = ("entailment", "contradiction", "neutral")


def pairs_of(path):
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def ask(program, pairs, language):
    rows = [{"id": i, "language": language, "premise": p["premise"], "hypothesis": p["hypothesis"]} for i, p in enumerate(pairs)]
    told = "".join(json.dumps(row) + "\n" for row in rows)
    done = subprocess.run([program, "judge"], input=told, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def label_of(answer):
    verdict = answer.get("verdict", "not-checkable")
    if verdict == "not-checkable" or answer.get("strength") == "ask":
        return None
    if verdict == "supported":
        return "entailment"
    return "contradiction" if verdict.startswith("contradicted") else "neutral"


def report(pairs, given):
    answered = [(p["label"], g) for p, g in zip(pairs, given) if g]
    right = sum(label == g for label, g in answered)
    print(f"pairs {len(pairs)}  coverage {len(answered) / len(pairs):.3f}  accuracy {right / max(1, len(answered)):.3f}")
    table = collections.Counter(answered)
    print("label \\ answer" + "".join(f"{g:>15}" for g in LABELS))
    for label in LABELS:
        print(f"{label:14}" + "".join(f"{table[label, g]:15}" for g in LABELS))


def control(pairs, program, language):
    """Answers without the premise: by a constant, and by whether the hypothesis denies anything."""
    most = collections.Counter(p["label"] for p in pairs).most_common(1)[0]
    print(f"constant '{most[0]}': accuracy {most[1] / len(pairs):.3f}")
    alone = ask(program, [{"premise": p["hypothesis"], "hypothesis": p["hypothesis"]} for p in pairs], language)
    kinds = []
    for answer in alone:
        claims = answer.get("slots", {}).get("claims", [])
        kinds.append(tuple(c["share"]["hypothesis"] for c in claims))
    by_kind = collections.defaultdict(collections.Counter)
    for kind, pair in zip(kinds, pairs):
        by_kind[kind][pair["label"]] += 1
    right = 0
    for kind, pair in zip(kinds, pairs):  # leave the pair itself out
        counts = by_kind[kind].copy()
        counts[pair["label"]] -= 1
        guess = counts.most_common(1)[0][0] if sum(counts.values()) else most[0]
        right += guess == pair["label"]
    print(f"by what the hypothesis alone says of shares (leave one out): accuracy {right / len(pairs):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--program", default="build/release/selaras")
    parser.add_argument("--language", default="en")
    parser.add_argument("--control", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if not options.path.exists():
        print(f"absent: {options.path} is not there, nothing was measured")
        return 77
    pairs = pairs_of(options.path)
    if not pairs:
        print(f"absent: {options.path} holds no pairs, nothing was measured")
        return 77
    answers = ask(options.program, pairs, options.language)
    given = [label_of(answer) for answer in answers]
    report(pairs, given)
    if options.control:
        control(pairs, options.program, options.language)
    if options.errors:
        for pair, answer, g in zip(pairs, answers, given):
            if g != pair["label"]:
                print(f"{pair['label'][:3]} {str(g)[:3]} {answer.get('verdict')}/{answer.get('strength')} | {pair['premise']} | {pair['hypothesis']}")
                print("      ", json.dumps(answer.get("slots", answer.get("error"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
