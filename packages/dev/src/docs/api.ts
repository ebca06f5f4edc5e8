import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import ts from 'typescript';

const sourceCondition = '@social-learning/source';

/** One thing that an entry exports. */
export interface Export {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'type' | 'function' | 'const';
  /** How it is declared, in one line. */
  readonly signature: string;
  /** Public members of a class or interface, one line each. */
  readonly members: readonly string[];
  /** The first sentence of its comment. */
  readonly told: string;
}

/** One entry of a package, as one imports it. */
export interface Entry {
  readonly specifier: string;
  readonly exports: readonly Export[];
}

/** What the entries of packages export, read from their sources, by package folder. */
export function readApi(folders: readonly string[]): Map<string, readonly Entry[]> {
  const packages = folders.map(folder => ({folder, ...readPackage(folder)}));
  const {config} = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent({...config, files: [], include: []}, ts.sys, '.');
  const program = ts.createProgram({rootNames: packages.flatMap(({entries}) => entries.map(({source}) => source)), options});
  const reader = new ExportReader(program.getTypeChecker());
  return new Map(packages.map(({folder, entries}) => [folder, entries.map(({specifier, source}) => ({
    specifier, exports: reader.read(program.getSourceFile(source)!),
  }))]));
}

function readPackage(folder: string): {entries: {specifier: string; source: string}[]} {
  const {name, exports} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    name: string; exports: Record<string, string | Record<string, string>>;
  };
  return {
    entries: Object.entries(exports)
      .filter((entry): entry is [string, Record<string, string>] => typeof entry[1] !== 'string')
      .map(([path, target]) => ({specifier: name + path.slice(1), source: resolve(folder, target[sourceCondition]!)})),
  };
}

class ExportReader {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  read(file: ts.SourceFile): Export[] {
    const module = this.#checker.getSymbolAtLocation(file);
    return (module ? this.#checker.getExportsOfModule(module) : [])
      .map(symbol => this.#describe(symbol.name, this.#resolve(symbol)))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  #resolve(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #describe(name: string, symbol: ts.Symbol): Export {
    const declaration = symbol.valueDeclaration ?? symbol.declarations![0]!;
    const told = firstSentence(ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)));
    return {name, told, ...this.#declared(name, symbol, declaration)};
  }

  #declared(name: string, symbol: ts.Symbol, declaration: ts.Declaration): Pick<Export, 'kind' | 'signature' | 'members'> {
    if (ts.isClassDeclaration(declaration)) {
      return {kind: 'class', signature: `class ${name}${written(declaration.typeParameters)}${heritage(declaration)}`, members: this.#members(declaration)};
    }
    if (ts.isInterfaceDeclaration(declaration)) {
      const members = symbol.declarations!.filter(ts.isInterfaceDeclaration).flatMap(each => this.#members(each));
      return {kind: 'interface', signature: `interface ${name}${written(declaration.typeParameters)}${heritage(declaration)}`, members};
    }
    if (ts.isTypeAliasDeclaration(declaration)) {
      return {kind: 'type', signature: `type ${name}${written(declaration.typeParameters)} = ${text(declaration.type)}`, members: []};
    }
    const type = this.#print(this.#checker.getTypeOfSymbol(symbol), declaration);
    if (ts.isFunctionDeclaration(declaration)) {
      const signature = this.#checker.getSignatureFromDeclaration(declaration)!;
      return {kind: 'function', signature: `function ${name}${this.#checker.signatureToString(signature, declaration, printing)}`, members: []};
    }
    return {kind: 'const', signature: `const ${name}: ${type}`, members: []};
  }

  #members(declaration: ts.ClassDeclaration | ts.InterfaceDeclaration): string[] {
    return declaration.members.filter(isPublic).map(member => {
      if (ts.isClassDeclaration(declaration) && (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member))) {
        const signature = this.#checker.signatureToString(this.#checker.getSignatureFromDeclaration(member)!, member, printing);
        return (member.name ? text(member.name) : 'constructor') + signature;
      }
      if (ts.isPropertyDeclaration(member) || ts.isAccessor(member)) {
        const before = ['static', 'readonly'].filter(word => member.modifiers?.some(modifier => modifier.getText() === word));
        if (ts.isAccessor(member)) before.push(ts.isGetAccessor(member) ? 'get' : 'set');
        const type = member.type ? text(member.type) : this.#print(this.#checker.getTypeAtLocation(member), member);
        return [...before, `${text(member.name)}${ts.isPropertyDeclaration(member) && member.questionToken ? '?' : ''}: ${type}`].join(' ');
      }
      return text(member).replace(/[;,]$/, '');
    });
  }

  #print(type: ts.Type, at: ts.Node): string {
    return this.#checker.typeToString(type, at, printing);
  }
}

const printing = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

const printer = ts.createPrinter({removeComments: true});

/** A node as written, without its comments, in one line. */
function text(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, ' ');
}

const written = (parameters: ts.NodeArray<ts.TypeParameterDeclaration> | undefined): string =>
  parameters ? `<${parameters.map(text).join(', ')}>` : '';

const heritage = ({heritageClauses}: ts.ClassDeclaration | ts.InterfaceDeclaration): string =>
  (heritageClauses ?? []).map(clause => ` ${text(clause).trim()}`).join('');

function isPublic(member: ts.ClassElement | ts.TypeElement): boolean {
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.OverrideKeyword];
  const modifiers = ts.canHaveModifiers(member) ? (member.modifiers ?? []) : [];
  return !(member.name && ts.isPrivateIdentifier(member.name)) && !modifiers.some(({kind}) => hidden.includes(kind));
}

function firstSentence(comment: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(comment)?.[0].replace(/\s+/g, ' ') ?? comment.replace(/\s+/g, ' ');
}
