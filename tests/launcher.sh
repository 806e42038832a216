#!/bin/sh
# ./chiwat in a copy of the tree: it builds from nothing, builds again only when a source has changed,
# and says so when it cannot. One whole build, and some of a few files.
#
#   launcher.sh ROOT WORK
set -eu
root=$1 work=$2

fail() {
  echo "launcher.sh: $1" >&2
  exit 1
}

# Calls a program with the words after its name; leaves its answer in $out, $err and $code.
call() {
  code=0
  "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
  out=$(cat "$work/out") err=$(cat "$work/err")
}

expect() { # what, actual, expected
  [ "$2" = "$3" ] || fail "$1
  expected: $3
  actual:   $2
  stdout:   $out
  stderr:   $err"
}

expect_done() { # what it writes to stdout
  expect "exit code" "$code" 0
  expect "stdout" "$out" "$1"
}

expect_in() { # text, what must stand in it
  case $1 in *"$2"*) ;; *) fail "not there: $2
  in: $1" ;; esac
}

# What a build leaves behind: changed by each, even by one that had nothing to do.
state() {
  ls -l --full-time "$build/built" "$build/log" "$build/generator/chiwat"
}

change() { # file, sed script
  sed -i "$2" "$tree/$1"
}

rm -rf "$work"
mkdir -p "$work/bin" "$work/office/ปี 2564"
work=$(cd "$work" && pwd)
tree="$work/ชี้วัด ของเรา"
build=$tree/build/release
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\) .*/\1/p' "$root/CMakeLists.txt")
mkdir "$tree"

echo "--- from nothing, with no more than these, in a folder with a space and Thai letters"
(cd "$root" && cp -r chiwat .ci CMakeLists.txt CMakePresets.json generator locale templates "$tree")
cp "$root"/examples/ubon-2564/* "$work/office/ปี 2564"
cd /
call "$tree/chiwat" version
expect_done "chiwat $version"
expect "stderr" "$err" "chiwat: กำลังสร้างโปรแกรม ครั้งแรกใช้เวลาหนึ่งถึงสองนาที / building; the first time takes a minute or two"
expect "what was made" "$(cd "$tree" && echo .[!.]* *)" \
  ".ci CMakeLists.txt CMakePresets.json build chiwat generator locale templates"

echo "--- a second call does not build"
before=$(state)
call "$tree/chiwat" version
expect_done "chiwat $version"
expect "stderr" "$err" ""
expect "traces of a build" "$(state)" "$before"

echo "--- words and exit codes pass through; paths are those of the caller"
cd "$work/office"
ln -s "../ชี้วัด ของเรา/chiwat" "$work/bin/ชี้วัด"
ln -s "$work/bin/ชี้วัด" "$work/office/again"
for program in ../bin/ชี้วัด ./again "$work/bin/ชี้วัด"; do
  call "$program" check "ปี 2564" --lang en
  expect_done "ปี 2564: nothing found"
done
call ./again check "no such" --lang en
expect "exit code" "$code" 1
expect "stdout" "$out" "no such: error: there is no such folder or file
1 error"
call ./again
expect "exit code" "$code" 2

echo "--- the package of this build"
cp -r "$root"/README.md "$root"/README.th.md "$root"/CHANGELOG.md "$root"/LICENSE "$root"/examples "$tree"
"$root/tests/package.sh" "$build"

echo "--- a changed source, wording and template are in the program at the next call, built once"
change generator/cli/version.cpp 's/"chiwat "/"changed "/'
change locale/en.txt 's/{file}: nothing found/{file}: not a thing found/'
change templates/district-table.yaml 's/^version: 1$/version: none/'
"$tree/chiwat" version >"$work/other.out" 2>"$work/other.err" &
call "$tree/chiwat" version
wait $!
expect_done "changed $version"
expect "stdout of the other" "$(cat "$work/other.out")" "changed $version"
expect "stderr of both" "$(cat "$work/err" "$work/other.err")" \
  "chiwat: กำลังสร้างโปรแกรมใหม่ เพราะมีไฟล์ที่เปลี่ยนไป / building again, since files have changed"
call "$tree/chiwat" check "ปี 2564" --lang en
expect_in "$out" "version: none"
change templates/district-table.yaml 's/^version: none$/version: 1/'
call "$tree/chiwat" check "ปี 2564" --lang en
expect_done "ปี 2564: not a thing found"

echo "--- a source that cannot be compiled"
change generator/cli/version.cpp '$a no C++'
for attempt in first second; do
  call "$tree/chiwat" version
  expect "exit code of the $attempt attempt" "$code" 4
  expect "stdout" "$out" ""
  expect_in "$err" "generator/cli/version.cpp:"
  expect_in "$err" "chiwat: สร้างโปรแกรมไม่สำเร็จ / building failed; see $build/log"
done
change generator/cli/version.cpp '$d'
call "$tree/chiwat" version
expect_done "changed $version"

echo "--- a package is missing, and whoever calls is not root and has no sudo"
mkdir "$work/fake"
cat >"$work/fake/dpkg-query" <<'END'
#!/bin/sh
case "$*" in *libcsv-dev | *zlib1g-dev) exit 1 ;; esac
echo installed
END
printf '#!/bin/sh\necho 1000\n' >"$work/fake/id"
printf '#!/bin/sh\nexit 1\n' >"$work/fake/sudo"
printf '#!/bin/sh\necho "apt-get was called" >&2; exit 1\n' >"$work/fake/apt-get"
chmod +x "$work"/fake/*
touch "$tree/generator/main.cpp"
call env PATH="$work/fake:$PATH" "$tree/chiwat" version
expect "exit code" "$code" 4
expect "stdout" "$out" ""
expect "stderr" "$err" "chiwat: ต้องติดตั้งแพ็กเกจก่อน ให้ผู้ดูแลเครื่องสั่ง / packages are missing; as root, run:
  apt-get update && apt-get install --no-install-recommends libcsv-dev zlib1g-dev"

echo "--- root installs it; when that fails, its words are shown"
printf '#!/bin/sh\necho 0\n' >"$work/fake/id"
call env PATH="$work/fake:$PATH" "$tree/chiwat" version
expect "exit code" "$code" 4
expect "stderr" "$err" "chiwat: กำลังติดตั้ง / installing: libcsv-dev zlib1g-dev
apt-get was called
apt-get was called
chiwat: ติดตั้งไม่สำเร็จ / installing failed"

echo "--- a tree that was moved: the program still runs, and CMake can begin again"
call "$tree/chiwat" version
expect_done "changed $version"
mv "$tree" "$work/moved"
call "$work/moved/chiwat" version
expect_done "changed $version"
expect "stderr" "$err" ""
call "$work/moved/.ci/configure" release
expect "exit code" "$code" 0
rm -rf "$work/moved"
