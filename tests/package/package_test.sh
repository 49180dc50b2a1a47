#!/bin/sh
# The Debian package: built, installed into a root with nothing in it, and the demo run from there. Usage: package_test.sh BUILD_DIR
set -eu
build=$(readlink -f "$1")
for tool in cpack dpkg-deb dpkg-shlibdeps; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed (./dev setup --all)"; exit 77; }
done
rm -rf "$build/package"
cpack --config "$build/CPackConfig.cmake" -B "$build/package" >"$build/package.log" 2>&1 || { cat "$build/package.log"; exit 1; }
package=$(ls "$build"/package/selaras_*.deb)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

fail() { echo "FAILED: $*"; exit 1; }

# As dpkg does it; without the rights for that, unpacked.
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
  : >"$root/var/lib/dpkg/status"
  dpkg --root="$root" --force-depends --force-script-chrootless --log=/dev/null -i "$package" >"$build/package.log" 2>&1 || { cat "$build/package.log"; exit 1; }
  [ "$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Package}' selaras)" = selaras ] || fail "not registered"
else
  dpkg-deb -x "$package" "$root"
fi

case $(dpkg-deb -f "$package" Depends) in *libc6*) ;; *) fail "no libraries among the dependencies" ;; esac
for file in bin/selaras share/man/man1/selaras.1 share/man/man5/selaras-rules.5 share/man/man5/selaras-policies.5 \
  share/bash-completion/completions/selaras share/zsh/vendor-completions/_selaras share/fish/vendor_completions.d/selaras.fish \
  share/doc/selaras/docs/checks/policy-quantity.md share/doc/selaras/docs/formats/report.schema.json share/selaras/rules/ontology \
  share/selaras/policies; do
  [ -e "$root/usr/$file" ] || fail "usr/$file is not in the package"
done
[ -z "$(find "$root/usr" -perm /022 ! -type l)" ] || fail "others may write: $(find "$root/usr" -perm /022 ! -type l | head -3)"

# The demo, from a folder that has nothing, with an environment that says nothing.
mkdir -p "$root/home"
cd "$root/home"
cp -r "$root/usr/share/selaras/corpora" .
status=0
env -i HOME="$root/home" PATH=/usr/bin:/bin "$root/usr/bin/selaras" check corpora -f compact -f json=report.json >found 2>errors || status=$?
[ "$status" = 1 ] || fail "the demo ended with $status: $(head -3 errors)"
[ ! -s errors ] || fail "the demo complained: $(head -3 errors)"
grep -q '\[policy/quantity\]$' found || fail "the demo found no wrong quantity"

# The installed data, not that of the source: the rules lie in the new root.
env -i HOME="$root/home" PATH=/usr/bin:/bin "$root/usr/bin/selaras" policies list >policies || fail "policies list"
[ "$(wc -l <policies)" -gt 100 ] || fail "few policies are installed"
echo "passed: $(basename "$package"), $(wc -l <found) findings"
