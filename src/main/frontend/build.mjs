// Builds the browser's part of Handsel: `node build.mjs <output folder>`.
// Installs the locked packages first when they are missing or the lock file is newer.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

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
});
