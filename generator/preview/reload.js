// Reloads the page when the preview serves another site than the one that the
// page belongs to, and shows over the page what its author must mend.
(() => {
  'use strict';
  const own = document.currentScript.dataset.situs;
  let stream, retry, overlay;
  let shown = '';

  // A browser opens few connections to one host, so a page in the background
  // gives its own back. It learns of the state as soon as it is looked at.
  function open() {
    clearTimeout(retry);
    if (stream || document.visibilityState === 'hidden') return;
    stream = new EventSource('/.siger/events');
    stream.onmessage = (event) => show(JSON.parse(event.data));
    stream.onerror = () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        close();
        retry = setTimeout(open, 3000);
      }
    };
  }

  function close() {
    clearTimeout(retry);
    if (stream) stream.close();
    stream = undefined;
  }

  function show(state) {
    if (state.situs !== own) {
      close();
      location.reload();
      return;
    }
    const page = document.getElementById('siger-masalah');
    if (own === '' && page) {
      page.textContent = state.masalah;
      return;
    }
    if (state.masalah === shown) return;
    shown = state.masalah;
    if (overlay) overlay.remove();
    overlay = undefined;
    if (shown) lay(state);
  }

  function make(name, text) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    return element;
  }

  // The overlay has a tree of its own, so that the site's styles stay out of it.
  function lay(state) {
    overlay = make('siger-pratinjau');
    const tree = overlay.attachShadow({mode: 'open'});
    const style = make('link');
    style.rel = 'stylesheet';
    style.href = '/.siger/preview.css';
    const section = make('section');
    section.setAttribute('role', 'alert');
    const button = make('button', state.tutup);
    button.type = 'button';
    button.onclick = () => overlay.remove();
    const text = make('pre', state.masalah);
    text.tabIndex = 0;
    section.append(make('h2', state.judul), button, text);
    tree.append(style, section);
    document.body.append(overlay);
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') close(); else open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
})();
