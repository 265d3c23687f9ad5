// Builds the browser's part of Handsel: `node build.mjs <output folder>`.
// Installs the locked packages first when they are missing or the lock file is newer.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const output = process.argv[2] ?? '../../../target/frontend';
const installed = 'node_modules/.package-lock.json';

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
}

const { build } = await import('esbuild');
await build({
  entryPoints: { handsel: 'handsel.js', style: 'handsel.css' },
  outdir: output,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022'],
  logLevel: 'warning',
  plugins: [{ name: 'htmx-without-eval', setup: htmxWithoutEval }],
});

for (const name of readdirSync(output)) {
  if (/\.(js|css)$/.test(name)) {
    const content = readFileSync(join(output, name));
    writeFileSync(join(output, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(output, `${name}.br`), brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    }));
  }
}

// Our content security policy forbids eval and style elements, and pages with people's data have no place in
// local storage. What htmx has for these is left out of the bundle; a function that is no longer found fails the build.
function htmxWithoutEval({ onLoad }) {
  const leftOut = {
    internalEval: '',
    maybeEval: 'return defaultVal',
    maybeGenerateConditional: 'return null',
    getHXVarsForElement: 'return {}',
    processHXOnRoot: '',
    findHxOnWildcardElements: 'return []',
    processHxOnWildcard: '',
    addHxOnEventHandler: '',
    insertIndicatorStyles: '',
    saveToHistoryCache: '',
    getCachedHistory: 'return null',
    cleanInnerHtmlForHistory: '',
    logAll: '',
  };
  onLoad({ filter: /htmx\.esm\.js$/ }, ({ path }) => {
    let contents = readFileSync(path, 'utf8');
    for (const [name, body] of Object.entries(leftOut)) {
      const whole = new RegExp(`^(  function ${name}\\([^)]*\\) \\{\\n)[^]*?^  \\}`, 'm');
      if (!whole.test(contents)) {
        throw new Error(`htmx has no function ${name} any more: look at build.mjs`);
      }
      contents = contents.replace(whole, `$1${body}\n  }`);
    }
    return { contents: contents.replace(/return Function\(.*/g, 'return undefined'), loader: 'js' };
  });
}
