// Reads what Tools/SyntaxDump prints, in the terms of `reference.js`.
'use strict';

const STATEMENTS = [
  'expressionStatement', 'if', 'for', 'forEach', 'while', 'doWhile', 'return', 'break', 'continue', 'switch', 'throw', 'try',
  'catch', 'labeled', 'with', 'empty', 'import', 'typeAlias', 'namespace', 'field',
];
const COMPARED = new Set([...STATEMENTS, 'function', 'lambda', 'class', 'call', 'new', 'string', 'interpolatedString']);
const DECLARATIONS = new Set(['function', 'class', 'variableDeclaration', 'typeAlias', 'namespace', 'import']);

/** One file: token boundaries, and spans by kind, as `START END` in bytes. */
class Dump {
  constructor(path) {
    this.path = path;
    this.tokens = [];
    this.spans = new Map();
    this.nodes = [];
    this.templateStart = null;
  }

  /** TypeScript's template tokens reach from backtick or `}` to `${` or backtick; the parts are joined here. */
  addToken(kind, start, end) {
    if (kind === 'endOfFile') return;
    if (kind === 'stringStart' || kind === 'interpolationEnd') {
      this.templateStart = start;
    } else if (kind === 'interpolationStart' || kind === 'stringEnd') {
      this.tokens.push(`${this.templateStart} ${end}`);
    } else if (kind !== 'stringText') {
      this.tokens.push(`${start} ${end}`);
    }
  }

  addNode(depth, role, kind, start, end) {
    this.nodes.push({ depth, role, kind, start, end });
  }

  finish() {
    const ancestors = [];
    this.nodes.forEach((node, index) => {
      ancestors.length = node.depth;
      const parent = ancestors[node.depth - 1];
      ancestors.push(node);
      const name = this.nameOf(node, parent, index);
      if (name !== null) this.add(name, node);
      if (parent?.kind === 'argumentList') this.add('argument', node);
      if (parent?.kind === 'interpolation' && node.role === 'value') this.add('interpolation value', node);
    });
    return this;
  }

  add(name, node) {
    if (!this.spans.has(name)) this.spans.set(name, []);
    this.spans.get(name).push(`${node.start} ${node.end}`);
  }

  nameOf(node, parent, index) {
    switch (node.kind) {
      case 'block':
        return parent?.kind === 'class' && node.role === 'body' || parent?.kind === 'case' ? null : 'block';
      case 'variableDeclaration':
        return node.role === 'initializer' || node.role === 'target' ? null : node.kind;
      case 'export':
        return this.exportsDeclaration(node, index) ? null : node.kind;
      default:
        return COMPARED.has(node.kind) ? node.kind : null;
    }
  }

  /** TypeScript has no node for the `export` before a declaration. */
  exportsDeclaration(node, index) {
    for (let next = index + 1; next < this.nodes.length && this.nodes[next].depth > node.depth; next += 1) {
      const child = this.nodes[next];
      if (child.depth === node.depth + 1) return child.role === 'value' && DECLARATIONS.has(child.kind);
    }
    return false;
  }
}

async function* readDumps(lines) {
  let dump = null;
  for await (const line of lines) {
    const words = line.split(' ');
    switch (words[0]) {
      case 'file':
        if (dump !== null) yield dump.finish();
        dump = new Dump(words.slice(1, -1).join(' '));
        break;
      case 't': dump.addToken(words[1], words[2], words[3]); break;
      case 'n': dump.addNode(Number(words[1]), words[2], words[3], words[4], words[5]); break;
      default: break;
    }
  }
  if (dump !== null) yield dump.finish();
}

module.exports = { readDumps };
