// What TypeScript's own parser makes of a file: token boundaries, and spans of functions, classes, calls, strings and
// statements, in bytes.
'use strict';

class Reference {
  constructor(ts) {
    this.ts = ts;
    this.version = ts.version;
    // What a lone file says of its grammar. `Preserve`, which TypeScript 4 has not, lets a file hold whatever some module
    // system has.
    this.options = {
      noLib: true, noResolve: true, types: [], allowJs: true, experimentalDecorators: true, jsx: ts.JsxEmit.Preserve,
      target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.Preserve ?? ts.ModuleKind.ESNext,
    };
    const kinds = ts.SyntaxKind;
    /** The kinds compared, by the name of Lintel's node kind. */
    this.spanKinds = new Map([
      [kinds.FunctionDeclaration, 'function'], [kinds.MethodDeclaration, 'function'], [kinds.Constructor, 'function'],
      [kinds.GetAccessor, 'function'], [kinds.SetAccessor, 'function'], [kinds.MethodSignature, 'function'],
      [kinds.CallSignature, 'function'], [kinds.ConstructSignature, 'function'],
      [kinds.FunctionExpression, 'lambda'], [kinds.ArrowFunction, 'lambda'],
      [kinds.ClassDeclaration, 'class'], [kinds.ClassExpression, 'class'], [kinds.InterfaceDeclaration, 'class'],
      [kinds.EnumDeclaration, 'class'],
      [kinds.CallExpression, 'call'], [kinds.NewExpression, 'new'],
      [kinds.StringLiteral, 'string'], [kinds.NoSubstitutionTemplateLiteral, 'string'],
      [kinds.TemplateExpression, 'interpolatedString'], [kinds.TemplateLiteralType, 'interpolatedString'],
      [kinds.VariableStatement, 'variableDeclaration'], [kinds.ExpressionStatement, 'expressionStatement'],
      [kinds.DebuggerStatement, 'expressionStatement'], [kinds.IfStatement, 'if'], [kinds.ForStatement, 'for'],
      [kinds.ForInStatement, 'forEach'], [kinds.ForOfStatement, 'forEach'], [kinds.WhileStatement, 'while'],
      [kinds.DoStatement, 'doWhile'], [kinds.ReturnStatement, 'return'], [kinds.BreakStatement, 'break'],
      [kinds.ContinueStatement, 'continue'], [kinds.SwitchStatement, 'switch'], [kinds.ThrowStatement, 'throw'],
      [kinds.TryStatement, 'try'], [kinds.CatchClause, 'catch'], [kinds.LabeledStatement, 'labeled'],
      [kinds.WithStatement, 'with'], [kinds.Block, 'block'], [kinds.ModuleBlock, 'block'], [kinds.EmptyStatement, 'empty'],
      [kinds.ImportDeclaration, 'import'], [kinds.ImportEqualsDeclaration, 'import'], [kinds.ExportDeclaration, 'export'],
      [kinds.ExportAssignment, 'export'], [kinds.NamespaceExportDeclaration, 'export'],
      [kinds.TypeAliasDeclaration, 'typeAlias'], [kinds.ModuleDeclaration, 'namespace'],
      [kinds.PropertyDeclaration, 'field'], [kinds.PropertySignature, 'field'], [kinds.IndexSignature, 'field'],
      [kinds.EnumMember, 'field'],
    ]);
  }

  /**
   * Tokens and spans of a file; null where TypeScript reports a syntax error. Much of its grammar it checks behind the
   * parser, which takes `declare using {a}` and `f<>()` without a word.
   */
  read(path, bytes) {
    const ts = this.ts;
    const text = bytes.toString('utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    if (file.parseDiagnostics.length > 0 || this.breaksGrammar(file)) return null;
    this.file = file;
    this.offsets = text.length === bytes.length ? null : byteOffsets(text);
    this.tokens = [];
    this.spans = new Map();
    this.readTokens(file);
    this.readSpans(file);
    return { tokens: this.tokens, spans: this.spans };
  }

  /** Whether the checker has a syntax error for a file that parsed: those have the codes below 2000. */
  breaksGrammar(file) {
    const host = {
      getSourceFile: (name) => (name === file.fileName ? file : undefined),
      fileExists: (name) => name === file.fileName,
      readFile: () => undefined,
      writeFile: () => {},
      getDefaultLibFileName: () => 'lib.d.ts',
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
    };
    const program = this.ts.createProgram([file.fileName], this.options, host);
    return program.getSemanticDiagnostics(file).some(({ code }) => code < 2000);
  }

  span(start, end) {
    return this.offsets === null ? `${start} ${end}` : `${this.offsets[start]} ${this.offsets[end]}`;
  }

  readTokens(node) {
    const ts = this.ts;
    if (node.kind === ts.SyntaxKind.JSDoc) return;
    const children = node.getChildren(this.file);
    if (children.length > 0) {
      for (const child of children) this.readTokens(child);
      return;
    }
    const isText = node.kind === ts.SyntaxKind.JsxText;
    const start = isText ? node.pos : node.getStart(this.file);
    if (node.end <= start) return;
    // White space between tags is no token of Lintel's.
    if (isText && /^[\t\n\v\f\r ]*$/.test(this.file.text.slice(start, node.end))) return;
    this.tokens.push(this.span(start, node.end));
  }

  readSpans(node) {
    const ts = this.ts;
    const kind = this.spanKinds.get(node.kind);
    if (kind !== undefined && !(ts.isModuleDeclaration(node) && ts.isModuleDeclaration(node.parent))) {
      this.add(kind, this.startOf(node), node.end);
    }
    if (ts.isCallOrNewExpression(node)) {
      for (const argument of node.arguments ?? []) this.add('argument', argument.getStart(this.file), argument.end);
    } else if (ts.isTemplateSpan(node)) {
      this.add('interpolation value', node.expression.getStart(this.file), node.expression.end);
    } else if (ts.isMappedTypeNode(node)) {
      // Lintel's member is what stands between the braces.
      const parts = node.getChildren(this.file).filter((part) => part.end > part.getStart(this.file));
      this.add('field', parts[1].getStart(this.file), parts[parts.length - 2].end);
    } else if (node.kind === ts.SyntaxKind.TemplateLiteralTypeSpan) {
      this.add('interpolation value', node.type.getStart(this.file), node.type.end);
    }
    ts.forEachChild(node, (child) => this.readSpans(child));
  }

  add(kind, start, end) {
    if (!this.spans.has(kind)) this.spans.set(kind, []);
    this.spans.get(kind).push(this.span(start, end));
  }

  /** A declaration starts after `export default`, unless decorators stand before that. */
  startOf(node) {
    const ts = this.ts;
    const modifiers = node.modifiers ?? [];
    const isExport = (modifier) =>
      modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword;
    if (ts.isExportAssignment(node) || modifiers.length === 0 || !isExport(modifiers[0])) return node.getStart(this.file);
    const others = modifiers.filter((modifier) => !isExport(modifier));
    if (others.length > 0) return others[0].getStart(this.file);
    return ts.skipTrivia(this.file.text, modifiers[modifiers.length - 1].end);
  }
}

/** The byte offset of each UTF-16 offset of a text. */
function byteOffsets(text) {
  const offsets = new Array(text.length + 1);
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = bytes;
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) {
      offsets[(index += 1)] = bytes;
      bytes += 4;
    } else bytes += 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}

module.exports = { Reference };
