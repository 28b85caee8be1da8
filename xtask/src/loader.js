(function () {
  "use strict";
  // Plain old JavaScript: a browser too old for the page must still be able to say so.
  var app = document.getElementById("app");
  var title = document.querySelector('meta[name="application-name"]').content;

  function paragraph(name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    app.appendChild(element);
  }

  function say(sentence) {
    app.textContent = "";
    paragraph("h1", title);
    paragraph("p", sentence);
  }

  function strip(element, kept) {
    [].slice.call(element.attributes).forEach(function (attribute) {
      if (attribute.name !== kept) element.removeAttribute(attribute.name);
    });
  }

  // A page that the browser saved while it was in use carries what the program had put into the document.
  function tidy() {
    strip(document.documentElement, "lang");
    strip(document.body, "");
    strip(app, "id");
    [].slice.call(document.body.children).forEach(function (element) {
      if (element !== app && !/^(SCRIPT|NOSCRIPT)$/.test(element.nodeName)) document.body.removeChild(element);
    });
  }

  // Browsers of 2025 and later do it by themselves, ten times as fast.
  function decoded(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    var letters = atob(text);
    var bytes = new Uint8Array(letters.length);
    for (var i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  }

  // The browser compiles what is unpacked while the rest is being unpacked.
  function compiled() {
    var packed = new Blob([decoded(document.getElementById("wasm").textContent)]);
    var program = packed.stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compileStreaming(new Response(program, { headers: { "content-type": "application/wasm" } }));
  }

  function start(program) {
    app.textContent = "";
    return wasm_bindgen({ module_or_path: program }).then(function () {
      app.setAttribute("data-started", "");
    });
  }

  function fail(error) {
    console.error(error);
    say("Trang không mở được. Xin tải lại trang; nếu vẫn không được, xin lấy lại tệp từ nơi phát hành và mở bằng " +
      "Chrome, Edge, Firefox hoặc Safari bản mới. Lý do máy báo: " + error);
  }

  function open() {
    tidy();
    Promise.resolve().then(compiled).then(start).catch(fail);
  }

  if (!window.WebAssembly || !window.DecompressionStream) {
    say("Trình duyệt này quá cũ nên không mở được trang. Xin mở tệp này bằng Chrome, Edge, Firefox hoặc Safari bản mới.");
    return;
  }
  say("Đang mở…");
  document.addEventListener("DOMContentLoaded", open);
})();
