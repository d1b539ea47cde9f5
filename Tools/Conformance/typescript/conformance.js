// Compares Lintel's tokens and trees of TypeScript and JavaScript files with those of TypeScript's own parser.
//
//     conformance.js [--limit MEGABYTES] [--show COUNT] [--typescript MODULE] SYNTAX_DUMP DIRECTORY...
//
// SYNTAX_DUMP is the executable of Tools/SyntaxDump; MODULE is where `require` finds TypeScript, by default where Debian's
// package node-typescript puts it. Files in which this TypeScript finds a syntax error are left out and counted. Exit status 1 where
// fewer than 99.9 % of the files have the same token boundaries, or fewer than 99.5 % of the spans of some kind are the same.
'use strict';

const childProcess = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const readline = require('readline');
const { readDumps } = require('./dump.js');
const { Reference } = require('./reference.js');

const TOKEN_GOAL = 0.999;
const SPAN_GOAL = 0.995;
const EXTENSIONS = new Set(['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']);
const LARGEST_FILE = 1e6;

function parseArguments(words) {
  const options = { limit: 10, show: 20, typescript: '/usr/share/nodejs/typescript', positional: [] };
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === '--limit') options.limit = Number(words[(index += 1)]);
    else if (words[index] === '--show') options.show = Number(words[(index += 1)]);
    else if (words[index] === '--typescript') options.typescript = words[(index += 1)];
    else options.positional.push(words[index]);
  }
  if (options.positional.length < 2) {
    console.error('usage: conformance.js [--limit MEGABYTES] [--show COUNT] [--typescript MODULE] SYNTAX_DUMP DIRECTORY...');
    process.exit(2);
  }
  return options;
}

/** Paths of source files below `directory`, in a fixed order. */
function* sourceFiles(directory) {
  const entries = fs.readdirSync(directory, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') yield* sourceFiles(file);
    else if (entry.isFile() && EXTENSIONS.has(path.extname(file)) && fs.statSync(file).size < LARGEST_FILE) yield file;
  }
}

/** Takes files from all directories in turn until `limit` bytes are together. */
function chooseFiles(directories, limit) {
  const sources = directories.map(sourceFiles);
  const chosen = [];
  let total = 0;
  while (sources.length > 0 && total < limit) {
    const source = sources.shift();
    for (let taken = 0; taken < 50 && total < limit; taken += 1) {
      const { value, done } = source.next();
      if (done) break;
      total += fs.statSync(value).size;
      chosen.push(value);
      if (taken === 49) sources.push(source);
    }
  }
  return chosen;
}

class Report {
  constructor(shown) {
    this.shown = shown;
    this.files = 0;
    this.bytes = 0;
    this.unparsed = 0;
    this.filesWithSameTokens = 0;
    this.kinds = new Map();
    this.printed = new Map();
  }

  compare(dump, reference) {
    const source = fs.readFileSync(dump.path);
    const expected = reference.read(dump.path, source);
    if (expected === null) {
      this.unparsed += 1;
      return;
    }
    this.files += 1;
    this.bytes += source.length;
    this.compareTokens(dump, expected.tokens, source);
    this.compareSpans(dump, expected.spans, source);
  }

  compareTokens(dump, expected, source) {
    const found = dump.tokens;
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
      if (expected[index] === found[index]) continue;
      this.show('tokens', `tokens, ${expected[index]} is ${found[index]}`, dump.path, source, expected[index] ?? found[index]);
      return;
    }
    this.filesWithSameTokens += 1;
  }

  compareSpans(dump, expected, source) {
    for (const kind of new Set([...expected.keys(), ...dump.spans.keys()])) {
      const wanted = expected.get(kind) ?? [];
      const got = dump.spans.get(kind) ?? [];
      const missing = difference(wanted, got);
      const surplus = difference(got, wanted);
      const counts = this.kinds.get(kind) ?? { same: 0, total: 0 };
      counts.same += wanted.length - missing.length;
      counts.total += Math.max(wanted.length, got.length);
      this.kinds.set(kind, counts);
      for (const span of missing) this.show(`${kind} missing`, `${kind}, TypeScript only`, dump.path, source, span);
      for (const span of surplus) this.show(`${kind} surplus`, `${kind}, Lintel only`, dump.path, source, span);
    }
  }

  show(key, title, file, source, span) {
    const count = (this.printed.get(key) ?? 0) + 1;
    this.printed.set(key, count);
    if (count > this.shown) return;
    const [start, end] = span.split(' ').map(Number);
    const line = source.subarray(0, start).toString('latin1').split('\n').length;
    console.log(`${file}:${line}: ${title}: ${JSON.stringify(source.subarray(start, Math.max(end, start + 20)).toString().slice(0, 70))}`);
  }

  finish(version) {
    console.log(`\nTypeScript ${version}: ${this.files} files, ${(this.bytes / 1e6).toFixed(1)} MB; ${this.unparsed} files left out for syntax errors`);
    let good = this.line('files with the same tokens', this.filesWithSameTokens, this.files, TOKEN_GOAL);
    for (const kind of [...this.kinds.keys()].sort()) {
      const { same, total } = this.kinds.get(kind);
      good = this.line(kind, same, total, SPAN_GOAL) && good;
    }
    return good && this.files > 0;
  }

  line(title, same, total, goal) {
    const share = total === 0 ? 1 : same / total;
    const mark = share >= goal ? '' : '  BELOW THE GOAL';
    console.log(`${title.padEnd(28)} ${String(same).padStart(9)} of ${String(total).padStart(9)}  ${(share * 100).toFixed(4)}%${mark}`);
    return share >= goal;
  }
}

/** The elements of `left` that `right` lacks, as multisets. */
function difference(left, right) {
  const counts = new Map();
  for (const span of right) counts.set(span, (counts.get(span) ?? 0) + 1);
  return left.filter((span) => {
    const count = counts.get(span) ?? 0;
    counts.set(span, count - 1);
    return count <= 0;
  });
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  const [executable, ...directories] = options.positional;
  const reference = new Reference(require(options.typescript));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
  const list = path.join(folder, 'files');
  fs.writeFileSync(list, chooseFiles(directories, options.limit * 1e6).map((file) => `${file}\n`).join(''));
  const report = new Report(options.show);
  try {
    const dumper = childProcess.spawn(executable, ['--files-from', list], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => dumper.on('close', resolve));
    for await (const dump of readDumps(readline.createInterface({ input: dumper.stdout }))) report.compare(dump, reference);
    if ((await ended) !== 0) throw new Error('the dump failed');
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  process.exitCode = report.finish(reference.version) ? 0 : 1;
}

main();
