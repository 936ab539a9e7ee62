/**
 * Who may import whom (ARCHITECTURE.md). A whitelist: what is not named here fails, and so does a folder nobody
 * thought of. Type-only imports count: a type drags the knowledge of a layer along as surely as a value does.
 */
const tests = '\\.test\\.tsx?$'
const packages = (...names) => names.map((name) => `^node_modules/${name}/`)
const anyPackage = '^node_modules/'
const nodeBuiltins = '^(node:)?[a-z][a-z_/0-9]*$'

/** One rule per folder: `from` may import what matches `allowed`, and nothing else. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: tests },
  to: { pathNot: allowed },
})

export default {
  forbidden: [
    only(
      'core-is-pure',
      '^src/core/',
      ['^src/core/', ...packages('zod')],
      'src/core holds rules: values in, values out. Take what you need as an argument, or move the I/O into an adapter and call it from a use case.',
    ),
    only(
      'usecases-know-core-alone',
      '^src/usecases/',
      ['^src/usecases/', '^src/core/', '^fixtures/sample/', ...packages('zod')],
      'A use case reaches the outside through src/usecases/ports.ts: add what you need there and implement it in an adapter. (The sample district is data, and may be imported.)',
    ),
    only(
      'adapters-know-core-and-ports',
      '^src/adapters/([^/]+)/',
      ['^src/adapters/$1/', '^src/core/', '^src/usecases/ports(/|\\.ts$)', anyPackage, nodeBuiltins],
      'An adapter implements ports from values of the core. Adapters do not know each other: let a use case or src/main.ts bring them together.',
    ),
    only(
      'http-knows-usecases-and-core',
      '^src/http/',
      ['^src/http/', '^src/usecases/', '^src/core/', anyPackage, nodeBuiltins],
      'A route parses, asks one use case and answers. It never touches an adapter: src/main.ts hands it what it needs.',
    ),
    only(
      'web-knows-core-alone',
      '^src/web/',
      ['^src/web/', '^src/core/', anyPackage],
      'The application in the browser talks to the server through its routes, and shares rules and types through src/core.',
    ),
    only(
      'cli-and-worker',
      '^src/(cli|worker)/',
      [
        '^src/$1/',
        '^src/usecases/',
        '^src/core/',
        '^src/main\\.ts$',
        '^src/adapters/documents/',
        anyPackage,
        nodeBuiltins,
      ],
      'Commands and jobs call use cases and core; the command line also reads documents. Let src/main.ts wire everything else.',
    ),
    only(
      'main-wires',
      '^src/main\\.ts$',
      ['^src/(usecases|adapters|http|core|worker)/', anyPackage, nodeBuiltins],
      'src/main.ts wires the server. It does not know the command line or the browser.',
    ),
    {
      name: 'folder-nobody-thought-of',
      severity: 'error',
      comment:
        'This folder has no rule. Put the file where it belongs, or give the folder its arrows in .dependency-cruiser.mjs and ARCHITECTURE.md.',
      from: {
        path: '^src/',
        pathNot: [tests, '^src/(core|usecases|adapters/[^/]+|http|web|cli|worker)/', '^src/main\\.ts$'],
      },
      to: {},
    },
    {
      name: 'database-driver-in-its-adapter',
      severity: 'error',
      comment:
        'SQL lives in src/adapters/postgres. Add a port and a store method that says what you need in words of the field.',
      from: { path: '^src/', pathNot: [tests, '^src/adapters/postgres/'] },
      to: { path: packages('pg', 'kysely') },
    },
    {
      name: 'files-in-their-adapters',
      severity: 'error',
      comment:
        'The file system is reached from src/adapters (documents, files, keys, the launcher and the migrations of the database), src/cli and src/main.ts only.',
      from: {
        path: '^src/',
        pathNot: [
          tests,
          '^src/adapters/(documents|files|reading|secrets)/',
          '^src/adapters/postgres/(embedded/|migrate\\.ts$)',
          '^src/cli/',
          '^src/main\\.ts$',
        ],
      },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      comment: 'The product does not import tests or what is made for them.',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'Two files that need each other are one thought in two places, or hide a third: move what both need into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: delete it, or use it.',
      from: { orphan: true, pathNot: [tests, '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere: a wrong path, or a package that package.json does not name.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      comment: 'What the server runs on belongs into dependencies of package.json.',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: packages('@types/.*') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.cache/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
