#!/bin/sh
# Every example and every golden case with tables, as printed and in the other digits, through the checks
# from outside: recalculated by LibreOffice, validated, printed.
#
#   examples.sh CHIWAT ROOT WORK CACHE
set -eu
chiwat=$1 root=$2 work=$3 cache=$4

rm -rf "$work"
count=0
for description in "$root"/examples/*/circular.yaml "$root"/tests/cases/*/*/circular.yaml; do
  folder=$(dirname "$description")
  name=$(basename "$folder")
  case $name in bad_*) continue ;; esac
  for digits in thai arabic; do
    "$chiwat" generate "$folder" --out "$work/$name-$digits" --digits "$digits" --lang en >/dev/null
    count=$((count + 1))
  done
done
echo "$count folders of workbooks"
[ "$count" -gt 0 ]
exec /usr/bin/python3 "$root/tests/outside/run.py" "$work" "$cache"
