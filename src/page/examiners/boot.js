// The page's own program, started once more in a worker: there is no document, it examines files.
function broken() {
  self.postMessage(['"broken"']);
}
self.addEventListener("error", broken);
self.addEventListener("unhandledrejection", broken);
self.onmessage = function (event) {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: event.data }).catch(broken);
};
