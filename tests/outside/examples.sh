#!/bin/sh
# Every example and every golden case, in Thai and in Arabic digits, through the checks from outside:
# recalculated by LibreOffice, validated, printed; their tables with the sheet that explains them, and
# the scorecards of those that have results.
#
#   examples.sh CHIWAT ROOT WORK CACHE
#
# All workbooks for the province, and of the workbooks for districts, which differ in their rows only,
# a choice, so that the tests take minutes and not hours: of each folder, in Thai digits, the first, the
# last and the largest; in Arabic digits the largest.
set -eu
chiwat=$1 root=$2 work=$3 cache=$4

# The workbooks of a folder that are not looked at.
left_out() {
  folder=$1 digits=$2
  largest=$(cd "$folder" && ls -S -- *.xlsx | head -n 1)
  first=$(cd "$folder" && ls -- *.xlsx | head -n 1)
  last=$(cd "$folder" && ls -- *.xlsx | tail -n 1)
  [ "$digits" = thai ] || first=$largest last=$largest
  (cd "$folder" && ls -- *.xlsx) | grep -vxF -e "$first" -e "$last" -e "$largest"
}

rm -rf "$work"
count=0
for description in "$root"/examples/*/circular.yaml "$root"/tests/cases/*/*/circular.yaml; do
  folder=$(dirname "$description")
  name=$(basename "$folder")
  case $name in bad_*) continue ;; esac
  for digits in thai arabic; do
    out=$work/$name-$digits
    explain=--explain
    [ "$digits" = thai ] || explain=
    "$chiwat" generate "$folder" --out "$out" --digits "$digits" $explain --lang en >/dev/null
    for forms in "$out"/*/; do
      [ -d "$forms" ] || continue
      left_out "$forms" "$digits" | while IFS= read -r file; do rm -- "$forms$file"; done
    done
    if [ -f "$folder/results.csv" ]; then
      "$chiwat" score "$folder" --results "$folder/results.csv" --out "$out" --digits "$digits" \
        --lang en >/dev/null 2>&1
    fi
    count=$((count + 1))
  done
done
# A circular that was corrected: the workbook of changes that goes with the letter, and the attachments
# with what has changed marked and the note of the revision.
corrected=$work/../corrected
rm -rf "$corrected"
cp -R "$root/examples/ubon-2564" "$corrected"
sed -i 's/,วารินชำราบ,214,546$/,วารินชำราบ,214,646/; s/,ศรีเมืองใหม่,117,/,ศรีเมืองใหม่ (เดิม),117,/' \
  "$corrected/baseline.csv"
sed -i 's/^ศรีเมืองใหม่,/ศรีเมืองใหม่ (เดิม),/' "$corrected/registry.csv"
sed -i 's/round(products \* 10%)/round(products * 10.5%)/; s/^  subject: การดำเนินงาน/&แก้ไข/' \
  "$corrected/circular.yaml"
mkdir "$work/changes"
"$chiwat" diff "$root/examples/ubon-2564" "$corrected" --out "$work/changes/changes.xlsx" --lang en \
  >"$work/changes.txt" 2>&1
grep -q 'วารินชำราบ.*546.*646.*+100' "$work/changes.txt"
"$chiwat" generate "$corrected" --out "$work/changes/since" --only 1 --since "$work/ubon-2564-thai" \
  --revision 1 --dated "5 มีนาคม 2564" --lang en >/dev/null 2>&1
count=$((count + 1))
echo "$count folders, $(find "$work" -name '*.xlsx' | wc -l) workbooks"
[ "$count" -gt 0 ]
exec /usr/bin/python3 "$root/tests/outside/run.py" "$work" "$cache"
