// Makes WebAssembly modules small, as `wasm-opt` does: one process for many of them, since starting Binaryen takes as long as a
// small one. Its one argument is a list of { from, to, options } as JSON: two paths, and of the options `remove` are the pieces
// of names that need not be exported, `rounds` how often everything is tried, and `lowMemoryUnused` whether the linker puts
// nothing at the beginning of the memory.
import binaryen from "binaryen";
import { readFileSync, writeFileSync } from "node:fs";

binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);

for (const { from, to, options: { remove, rounds, lowMemoryUnused } } of JSON.parse(process.argv[2])) {
  const module = binaryen.readBinary(readFileSync(from));
  module.runPasses(["strip-debug", "strip-producers"]);
  const exported = Array.from({ length: module.getNumExports() }, (_, place) =>
    binaryen.getExportInfo(module.getExportByIndex(place)).name);
  for (const name of exported) {
    if (remove.some((piece) => name.includes(piece))) module.removeExport(name);
  }
  binaryen.setLowMemoryUnused(lowMemoryUnused);
  module.optimize();
  if (rounds > 1) {
    // In another form more is found; measured, and each step brings something.
    module.runPasses(["flatten", "rereloop"]);
    for (let round = 1; round < rounds; round += 1) module.optimize();
    module.runPasses(["reorder-locals"]);
  }
  if (!module.validate()) throw new Error(`${from} is not valid any more`);
  writeFileSync(to, module.emitBinary());
  module.dispose();
}
