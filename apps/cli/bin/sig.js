#!/usr/bin/env node
/** The built program; undefined where it, or a package under it, is not built. */
async function loadProgram() {
  try {
    return await import('../dist/main.js');
  } catch (error) {
    if (error?.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

const program = await loadProgram();
if (program) {
  await program.main();
} else {
  process.stderr.write('sig: not built yet; run npm start in the root of the repository once\n');
  process.exitCode = 1;
}
