#!/usr/bin/python3
"""The recipes of docs/ci and the hooks of pre-commit: each is read as YAML and its command lines are run as they stand, with the package, in
a repository of messages. Usage: recipes_test.py BUILD_DIR. What a recipe takes from outside is put in its place: apt-get is a script that
unpacks the package."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed (./dev setup --all)")
    sys.exit(77)

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(sys.argv[1])
PACKAGES = glob.glob(BUILD + "/package/selaras_*.deb")
WRONG = SOURCE + "/corpora/bangladesh-malaysia-labour/defective/bd-my-poster-pay.md"
CAMPAIGN = SOURCE + "/corpora/bangladesh-malaysia-labour/campaign.yaml"
RIGHT = SOURCE + "/corpora/bangladesh-malaysia-labour/corrected/bd-my-poster-pay-corrected.md"

APT_GET = """#!/bin/sh
# Stands for apt-get: `update` does nothing, `install … ./x.deb` unpacks the package that is there.
for word in "$@"; do
  case $word in *.deb) dpkg-deb -x "$word" "$ROOT" || exit 1 ;; esac
done
"""


class Repository:
    """A repository of messages with the package in tools/, and a root to install it into."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="selaras-recipes-")
        self.root = self.folder + "/root"
        self.work = self.folder + "/work"
        for folder in ("root", "work/messages", "work/tools", "bin", "home"):
            os.makedirs(self.folder + "/" + folder)
        shutil.copy(WRONG, self.work + "/messages/pay.md")
        shutil.copy(CAMPAIGN, self.work + "/messages/campaign.yaml")
        shutil.copy(PACKAGES[0], self.work + "/tools/selaras_0.0.0_amd64.deb")
        with open(self.work + "/selaras.yaml", "w", encoding="utf-8") as file:
            file.write("messages: [messages]\n")
        with open(self.folder + "/bin/apt-get", "w", encoding="utf-8") as file:
            file.write(APT_GET)
        os.chmod(self.folder + "/bin/apt-get", 0o755)

    def run(self, script, **more):
        environment = {"PATH": f"{self.folder}/bin:{self.root}/usr/bin:/usr/bin:/bin", "HOME": self.folder + "/home", "ROOT": self.root, **more}
        return subprocess.run(["/bin/sh", "-e", "-c", script], cwd=self.work, env=environment, capture_output=True, text=True, check=False)

    def install(self):
        assert self.run("apt-get install ./tools/selaras_*_amd64.deb").returncode == 0

    def read(self, name):
        with open(self.work + "/" + name, encoding="utf-8") as file:
            return file.read()


def recipe(name):
    with open(SOURCE + "/" + name, encoding="utf-8") as file:
        return yaml.safe_load(file)


def github_actions():
    workflow = recipe("docs/ci/github-actions.yml")
    job = workflow["jobs"]["check"]
    repository = Repository()
    installed = checked = None
    for step in job["steps"]:
        if step.get("name") == "Install":
            installed = repository.run(step["run"])
        elif step.get("name") == "Check":
            checked = repository.run(step["run"], GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=repository.folder + "/summary.md")
    assert installed.returncode == 0, installed.stderr
    assert checked.returncode == 1, checked.stderr
    assert re.search(r"^::error file=messages/pay\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=", checked.stdout, re.M), checked.stdout
    uploads = {step["uses"].split("@")[0]: step["with"] for step in job["steps"] if "with" in step}
    sarif = json.loads(repository.read(uploads["github/codeql-action/upload-sarif"]["sarif_file"]))
    assert sarif["runs"][0]["results"]
    assert "<mark>" in repository.read(uploads["actions/upload-artifact"]["path"])
    assert workflow["permissions"]["security-events"] == "write"
    with open(repository.folder + "/summary.md", encoding="utf-8") as file:
        assert file.read().startswith("## selaras: ")


def gitlab_ci():
    job = recipe("docs/ci/gitlab-ci.yml")["selaras"]
    repository = Repository()
    assert repository.run("\n".join(job["before_script"])).returncode == 0
    checked = repository.run("\n".join(job["script"]))
    assert checked.returncode == 1, checked.stderr
    assert "messages/pay.md:" in checked.stdout
    reports = job["artifacts"]["reports"]
    entries = json.loads(repository.read(reports["codequality"]))
    for key in ("description", "check_name", "fingerprint", "severity", "location"):
        assert key in entries[0]
    assert int(xml.fromstring(repository.read(reports["junit"])).get("failures")) > 0
    for path in job["artifacts"]["paths"]:
        assert repository.read(path)


def reviewdog():
    runner = recipe("docs/ci/reviewdog.yml")["runner"]["selaras"]
    assert runner["format"] == "rdjson"
    repository = Repository()
    repository.install()
    checked = repository.run(runner["cmd"])
    assert checked.returncode == 1, checked.stderr
    report = json.loads(checked.stdout)
    text = repository.read("messages/pay.md").encode()
    with_suggestion = [d for d in report["diagnostics"] if "suggestions" in d]
    assert with_suggestion
    for diagnostic in with_suggestion:
        start, end = diagnostic["suggestions"][0]["range"]["start"], diagnostic["suggestions"][0]["range"]["end"]
        line = text.split(b"\n")[start["line"] - 1]
        assert start["line"] != end["line"] or line[start["column"] - 1:end["column"] - 1].decode()


def pre_commit():
    hooks = {hook["id"]: hook for hook in recipe(".pre-commit-hooks.yaml")}
    for hook in hooks.values():
        assert {"id", "name", "description", "entry", "language", "files"} <= set(hook)
    for used in recipe("docs/ci/pre-commit-config.yaml")["repos"][0]["hooks"]:
        assert used["id"] in hooks
    repository = Repository()
    repository.install()
    shutil.copy(RIGHT, repository.work + "/messages/right.md")
    names = sorted("messages/" + name for name in os.listdir(repository.work + "/messages"))
    given = [name for name in names if re.search(hooks["selaras"]["files"], name)]
    assert given == ["messages/pay.md", "messages/right.md"]
    batches = {name: repository.run(f"{hooks['selaras']['entry']} -f compact {name}") for name in given}
    assert batches["messages/pay.md"].returncode == 1
    # What a batch says of a message does not depend on what else is in the batch.
    with open(repository.work + "/messages/right.md", encoding="utf-8") as file:
        text = file.read()
    with open(repository.work + "/messages/right.md", "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?m)^id: .*$", "id: another", text, count=1))
    together = repository.run(f"{hooks['selaras']['entry']} -f compact {' '.join(given)}")
    alone = "".join(repository.run(f"{hooks['selaras']['entry']} -f compact {name}").stdout for name in given)
    assert together.stdout == alone
    assert hooks["selaras"]["require_serial"] and not hooks["selaras-all"]["pass_filenames"]
    assert repository.run(hooks["selaras-all"]["entry"]).returncode == 1
    rules = repository.run(hooks["selaras-rules"]["entry"])
    assert rules.returncode == 0, rules.stdout + rules.stderr


if not PACKAGES:
    print("skipped: there is no package (dpkg-dev is not installed: ./dev setup --all)")
    sys.exit(77)
for test in (github_actions, gitlab_ci, reviewdog, pre_commit):
    test()
    print("passed:", test.__name__)
for folder in glob.glob(tempfile.gettempdir() + "/selaras-recipes-*"):
    shutil.rmtree(folder, ignore_errors=True)
