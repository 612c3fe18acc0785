/**
 * What a task may ask for before it starts. Each call does nothing when the thing is there, installs
 * or builds it when it is not, and otherwise throws a `SetupProblem` that says what to do.
 */
export { ensureBrowser } from './browser.mjs';
export { ensureBuilt, ensurePackaged } from './build.mjs';
export { ensureDependencies } from './dependencies.mjs';
export { ensureDesktopHost } from './desktopHost.mjs';
export { ensureNodeVersion } from './nodeVersion.mjs';
export { ensureStrace } from './strace.mjs';
export { ensureWebHost } from './webHost.mjs';
