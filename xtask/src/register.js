(function () {
  "use strict";
  // A page opened from disk needs no help, and over plain http browsers offer none: then nothing is said, nothing is missing.
  if (!/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;

  // A host that gives only the page, or a browser that keeps nothing: the page works as any other.
  function refused() {}

  window.addEventListener("load", function () {
    navigator.serviceWorker.register("worker.js").catch(refused);
  });
})();
