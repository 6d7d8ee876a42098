import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where a file stands: its workspace, its room there, and whether it is bound by the table at all. */
function placeOf(file, rooms) {
  const path = relative(ROOT, file).split(sep).join('/');
  const holding = Object.keys(rooms).filter((folder) => path.startsWith(`${folder}/`));
  const [workspace] = holding.sort((a, b) => b.length - a.length);
  if (workspace === undefined) return undefined;
  const inside = dirname(path.slice(workspace.length + 1));
  const isTest = /\.test\.tsx?$/.test(path) || inside.split('/').includes('testing');
  return { workspace, room: inside, isTest };
}

const isImport = ({ type }) =>
  ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(type);

const targetOf = (file, specifier) =>
  typeof specifier === 'string' && specifier.startsWith('.') ? resolve(dirname(file), specifier) : undefined;

/** Files of the top of a workspace put its rooms together: they may use all, and no room uses them. */
const TOP = '.';

const direction = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const [rooms] = context.options;
    const from = placeOf(context.filename, rooms);
    if (!from || from.isTest) return {};
    const table = rooms[from.workspace];
    const report = (node, message) => context.report({ node, message });
    const check = (node) => {
      const target = node.source && targetOf(context.filename, node.source.value);
      const to = target && placeOf(target, rooms);
      if (to?.workspace !== from.workspace) return;
      if (to.isTest) report(node, `What is under testing/ is for tests alone.`);
      else if (from.room !== to.room && from.room !== TOP && !table[from.room]?.includes(to.room))
        report(node, wrongWay(from.room, to.room, table));
    };
    return {
      Program(program) {
        if (from.room !== TOP && !table[from.room])
          report(
            program,
            `${from.room}/ is no room of ${from.workspace}: name it in lint/rooms.mjs, or move this file.`,
          );
        for (const node of program.body) if (isImport(node)) check(node);
      },
      ImportExpression: check,
    };
  },
};

function wrongWay(from, to, table) {
  if (to === TOP)
    return `The files at the top of a workspace put its rooms together: ${from}/ is given what it needs.`;
  const below = table[from] ?? [];
  const why = table[to]?.includes(from) ? `${to}/ stands on ${from}/` : `${from}/ does not know ${to}/`;
  return `${why}. What both need belongs in a room below${below.length > 0 ? ` (${below.join(', ')})` : ''}; what ${to}/ does is handed to ${from}/ by whoever uses both (lint/rooms.mjs).`;
}

const graphs = new Map();

/** Every import of the files of some folders: type imports too, for who reads a file reads what it names. */
function graphOf(folders) {
  const key = folders.join();
  if (!graphs.has(key)) graphs.set(key, readGraph(folders));
  return graphs.get(key);
}

const NO_SOURCES = new Set(['node_modules', 'dist']);

function readGraph(folders) {
  const graph = new Map();
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (NO_SOURCES.has(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(entry.name)) graph.set(path, importsOf(path));
    }
  };
  for (const folder of folders) walk(join(ROOT, folder));
  return graph;
}

const importsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) =>
    resolve(dirname(file), specifier),
  );

/** The shortest way from a file back to another, both included; nothing when there is none. */
function findWay(graph, from, to) {
  const before = new Map([[from, undefined]]);
  for (const file of before.keys()) {
    if (file === to) return backFrom(file, before);
    for (const next of graph.get(file) ?? []) if (!before.has(next)) before.set(next, file);
  }
  return undefined;
}

const backFrom = (file, before) => (file === undefined ? [] : [...backFrom(before.get(file), before), file]);

const noCircle = {
  meta: { type: 'problem', schema: [{ type: 'array' }] },
  create(context) {
    const [folders] = context.options;
    const graph = graphOf(folders);
    return {
      Program(program) {
        for (const node of program.body) {
          const target = isImport(node) && node.source && targetOf(context.filename, node.source.value);
          const way = target && findWay(graph, target, context.filename);
          if (!way) continue;
          const files = [context.filename, ...way].map((file) => relative(ROOT, file)).join(' → ');
          const message = `These files need each other: ${files}. What both need, often a type, belongs in a file of its own below them.`;
          context.report({ node, message });
        }
      },
    };
  },
};

/** What files of one role do not know of those of another; of what they may import some of, these names. */
const APART = [
  {
    files: /\.(resolver|type|entity)\.ts$/,
    unknown: /\.queries\.ts$/,
    message:
      'One direction: resolver → loader → queries. Read it by <entity>.loader.ts; what prepares an act or tells what it did is a file of its own, <verb>-<noun>.ts.',
  },
  {
    files: /\/tables\/[^/]+\.ts$/,
    unknown: /\/src\/(?!.*-enums\.ts$)|\.type\.ts$/,
    message:
      'The tables of a level are below its folders: of these, a row knows the values that clients see too, in <entity>-enums.ts.',
  },
  {
    // Those of a folder for all entities, listing/ or catalogue/, are defined for whoever declares one there.
    files: /\/src\/(?!(?:listing|catalogue)\/).*(?<!\.loader)\.ts$/,
    unknown: /^@palier\/runtime\/loader$/,
    names: /^define/,
    message: 'What reads for all parents at once is declared in <entity>.loader.ts.',
  },
];

const namesOf = ({ specifiers = [] }) => specifiers.map(({ imported, local }) => (imported ?? local).name);

const roles = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const apart = APART.filter(({ files }) => files.test(context.filename));
    const check = (node) => {
      for (const { unknown, names, message } of apart)
        if (
          unknown.test(node.source?.value ?? '') &&
          (!names || namesOf(node).some((name) => names.test(name)))
        )
          context.report({ node, message });
    };
    return { Program: ({ body }) => body.filter(isImport).forEach(check), ImportExpression: check };
  },
};

const DOES = new Set([
  'FunctionDeclaration',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'ClassDeclaration',
]);

/** Whether a program waits in it as it loads: what its functions wait for is not counted. */
function waits(node) {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some(waits);
  if (typeof node.type !== 'string' || DOES.has(node.type)) return false;
  if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) return true;
  return Object.entries(node).some(([name, child]) => name !== 'parent' && waits(child));
}

/** A program is given to Node, and acts while it loads: below its first wait, what a function reads is not there yet. */
const readyBeforeItActs = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      Program(program) {
        const first = program.body.find(waits);
        if (!first) return;
        const { variables } = context.sourceCode.scopeManager.acquire(program, true) ?? { variables: [] };
        for (const { name, defs, references } of variables) {
          const [definition] = defs;
          if (
            !['Variable', 'ClassName'].includes(definition?.type) ||
            definition.node.range[0] < first.range[1]
          )
            continue;
          if (!references.some(({ from }) => from.variableScope.type === 'function')) continue;
          const message = `A function reads ${name}, and may be called before the program comes to this line: what it reads stands above the first await, or is handed to it; what is called is a function declaration.`;
          context.report({ node: definition.node, message });
        }
      },
    };
  },
};

const OF_ANOTHER = 'This file is of another workspace: import what it exports, by the name of its package.';

const PACKAGE = /^@palier\/([^/]+)/;

const workspaces = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const [table] = context.options;
    const from = placeOf(context.filename, table);
    if (!from) return {};
    const { name, uses } = table[from.workspace];
    const check = (node) => {
      const target = node.source && targetOf(context.filename, node.source.value);
      if (target && placeOf(target, table)?.workspace !== from.workspace)
        context.report({ node, message: OF_ANOTHER });
      if (from.isTest) return;
      const [, used] = PACKAGE.exec(node.source?.value ?? '') ?? [];
      if (used === undefined || used === name || uses.includes(used)) return;
      const message = `${from.workspace} does not know @palier/${used}. It uses ${uses.join(', ') || 'none'}: what both need belongs in one of these, or is handed to it by who uses both (lint/rooms.mjs).`;
      context.report({ node, message });
    };
    return { Program: ({ body }) => body.filter(isImport).forEach(check), ImportExpression: check };
  },
};

export default {
  rules: {
    direction,
    'no-circle': noCircle,
    'ready-before-it-acts': readyBeforeItActs,
    roles,
    workspaces,
  },
};
