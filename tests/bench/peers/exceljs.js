// exceljs writes workbooks, or reads every cell of them:
//
//   exceljs.js write OUT FILE.json…
//   exceljs.js read FILE.xlsx…
//
// Only the writing or reading is measured, not how it gets its content.
const fs = require('fs');
const path = require('path');
const ExcelJS = require('exceljs');

const THIN = {style: 'thin'};

function styleOf(style) {
  return {
    font: {name: 'TH SarabunPSK', size: style.size, bold: style.bold},
    alignment: {horizontal: style.horizontal || undefined, vertical: {center: 'middle'}[style.vertical] || style.vertical,
                wrapText: style.wrap, indent: style.indent},
    border: style.border ? {top: THIN, left: THIN, bottom: THIN, right: THIN} : {},
    fill: style.fill ? {type: 'pattern', pattern: 'solid', fgColor: {argb: 'FF' + style.fill}}
                     : {type: 'pattern', pattern: 'none'},
    numFmt: style.format || 'General',
    protection: {locked: style.locked},
  };
}

function fill(target, sheet, styles) {
  sheet.widths.forEach((width, i) => { target.getColumn(i + 1).width = width / 7; });
  sheet.heights.forEach((height, i) => { if (height) target.getRow(i + 1).height = height; });
  for (const [row, column, lastRow, lastColumn, style, kind, value, shown] of sheet.cells) {
    const cell = target.getRow(row + 1).getCell(column + 1);
    const isFormula = kind === 'formula' || kind === 'text_formula';
    if (value !== null) cell.value = isFormula ? {formula: value, result: shown} : value;
    cell.style = styles[style];
    if (row !== lastRow || column !== lastColumn) {
      target.mergeCells(row + 1, column + 1, lastRow + 1, lastColumn + 1);
    }
  }
}

async function write(content, out) {
  const book = new ExcelJS.Workbook();
  const styles = content.styles.map(styleOf);
  for (const sheet of content.sheets) fill(book.addWorksheet(sheet.name), sheet, styles);
  await book.xlsx.writeFile(path.join(out, content.file));
}

async function read(file) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => {})));
}

async function main([mode, ...rest]) {
  const out = mode === 'write' ? rest.shift() : '';
  const total = {wall: 0, cpu: 0};
  for (const file of rest) {
    const content = mode === 'write' ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
    const folder = content && path.join(out, content.folder);
    if (folder) fs.mkdirSync(folder, {recursive: true});
    const wall = process.hrtime.bigint();
    const cpu = process.cpuUsage();
    await (content ? write(content, folder) : read(file));
    const used = process.cpuUsage(cpu);
    total.wall += Number(process.hrtime.bigint() - wall) / 1e9;
    total.cpu += (used.user + used.system) / 1e6;
  }
  console.log(JSON.stringify({...total, memory: process.resourceUsage().maxRSS / 1024}));
}

main(process.argv.slice(2));
