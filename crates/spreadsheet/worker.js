// The end of the script of the worker that reads spreadsheets. Before it stands what makes `wasm_bindgen` of the program.
//
// The first message is the program, the second what it shall read:
//   ArrayBuffer, then { name, bytes }
// Back comes the book, or a sentence, which is empty where nobody foresaw what went wrong:
//   { book } or { error }

let ready;

self.onmessage = async ({ data }) => {
  if (data instanceof ArrayBuffer) {
    ready = wasm_bindgen({ module_or_path: data });
    // Whether that went well is told with the book, once.
    ready.catch(() => {});
    return;
  }
  try {
    await ready;
    self.postMessage({ book: wasm_bindgen.read_spreadsheet(data.name, data.bytes) });
  } catch (wrong) {
    const foreseen = typeof wrong === "string";
    if (!foreseen) console.error(wrong);
    self.postMessage({ error: foreseen ? wrong : "" });
  }
};
