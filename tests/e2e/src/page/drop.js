// Drops a file on an element, as a drag from the desktop would end.
// Arguments: the element, the file's name, its media type, its bytes.
const [target, name, type, bytes] = arguments;
const carried = new DataTransfer();
carried.items.add(new File([new Uint8Array(bytes)], name, { type }));
for (const step of ["dragenter", "dragover", "drop"]) {
  target.dispatchEvent(new DragEvent(step, { bubbles: true, cancelable: true, dataTransfer: carried }));
}
