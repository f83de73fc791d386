// The end of the script of the worker that writes reports. Before it stands what makes `wasm_bindgen` of the program.
//
// The first message is the program, the second what it shall do:
//   ArrayBuffer, then { document, request }
// Back come where it is, and then the file or a sentence, which is empty where nobody foresaw what went wrong:
//   { stage: "writing" }, { stage: "checking" }, { name, mediaType, items, actions, bytes } or { error }

let ready;

self.onmessage = async ({ data }) => {
  if (data instanceof ArrayBuffer) {
    ready = wasm_bindgen({ module_or_path: data });
    // Whether that went well is told with the report, once.
    ready.catch(() => {});
    return;
  }
  try {
    await ready;
    const report = new wasm_bindgen.Report(data.document, data.request);
    self.postMessage({ stage: "writing" });
    report.write();
    self.postMessage({ stage: "checking" });
    report.check();
    const { name, media_type: mediaType, items, actions, bytes } = report;
    report.free();
    // Handed over, not copied.
    self.postMessage({ name, mediaType, items, actions, bytes: bytes.buffer }, [bytes.buffer]);
  } catch (wrong) {
    const foreseen = typeof wrong === "string";
    if (!foreseen) console.error(wrong);
    self.postMessage({ error: foreseen ? wrong : "" });
  }
};
