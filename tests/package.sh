#!/bin/sh
# The Debian package of a release build: what it depends on, what lintian says, and that it installs
# into a root of its own, works there for a user who owns nothing, and leaves nothing when removed.
#
#   package.sh BUILD
set -eu
build=$1

fail() {
  echo "package.sh: $1" >&2
  exit 1
}

work=$(mktemp -d) # another user must reach it
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

(cd "$build" && cpack -B "$work") >"$work/log" 2>&1 || fail "$(cat "$work/log")"
deb=$(ls "$work"/chiwat_*.deb)
depends=$(dpkg-deb -f "$deb" Depends)
for library in libxlsxwriter libicu libyaml-cpp libharfbuzz libfontconfig libc6; do
  case $depends in *$library*) ;; *) fail "does not depend on $library: $depends" ;; esac
done
lintian --fail-on error "$deb" >"$work/lintian" 2>&1 || fail "$(cat "$work/lintian")"

root=$work/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
: >"$root/var/lib/dpkg/status"
dpkg_there() {
  dpkg --root="$root" --log=/dev/null --force-depends "$@" >"$work/log" 2>&1 ||
    fail "$(cat "$work/log")"
}
dpkg_there --install "$deb"
for file in share/man/man1/chiwat.1.gz share/man/th/man1/chiwat.1.gz \
  share/bash-completion/completions/chiwat share/zsh/vendor-completions/_chiwat \
  share/fish/vendor_completions.d/chiwat.fish share/doc/chiwat/README.th.md \
  share/doc/chiwat/copyright; do
  [ -s "$root/usr/$file" ] || fail "not installed: $file"
done

# As nobody, with no home and no setting.
mkdir "$work/out"
chown 65534:65534 "$work/out"
as_nobody() {
  (cd / && setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH=/usr/bin:/bin "$@")
}
for example in "$root"/usr/share/doc/chiwat/examples/*/; do
  as_nobody "$root/usr/bin/chiwat" generate "$example" --out "$work/out/$(basename "$example")" \
    >"$work/log" 2>&1 || fail "$(cat "$work/log")"
done
[ "$(find "$work/out" -name '*.xlsx' | wc -l)" -gt 50 ] || fail "few workbooks"

# Manual pages without a warning; completions that their shells can read and that offer a command.
for page in man1 th/man1; do
  warnings=$(man --warnings --encoding=utf8 --local-file "$root/usr/share/man/$page/chiwat.1.gz" \
    2>&1 >"$work/page")
  [ -z "$warnings" ] || fail "$page: $warnings"
  grep -q -- "--dry-run" "$work/page" || fail "$page does not know --dry-run"
done
offered=$(bash -c ". '$root/usr/share/bash-completion/completions/chiwat'
  COMP_WORDS=(chiwat gen) COMP_CWORD=1; _chiwat; echo \"\${COMPREPLY[@]}\"
  COMP_WORDS=(chiwat generate x --digits '') COMP_CWORD=4; _chiwat; echo \"\${COMPREPLY[@]}\"
  COMP_WORDS=(chiwat generate --dry) COMP_CWORD=2; _chiwat; echo \"\${COMPREPLY[@]}\"")
[ "$offered" = "generate
thai arabic
--dry-run" ] || fail "bash offers: $offered"
zsh -n "$root/usr/share/zsh/vendor-completions/_chiwat" || fail "zsh"
fish --no-execute "$root/usr/share/fish/vendor_completions.d/chiwat.fish" || fail "fish"

dpkg_there --purge chiwat
left=$(find "$root" -path "$root/var/lib/dpkg" -prune -o -type f -print)
[ -z "$left" ] || fail "left behind: $left"
