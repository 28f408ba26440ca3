// The report's script: filters, readout, packed diagrams, keys. Without it the page is whole, only quieter.
(function () {
  var d = document;
  function all(s, r) { return [].slice.call((r || d).querySelectorAll(s)); }
  function one(s, r) { return (r || d).querySelector(s); }
  function el(tag, text, cls) {
    var e = d.createElement(tag);
    if (text) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  }
  var scenarios = all('.sc');
  scenarios.forEach(function (s) {
    s.tags = one('span', s).firstChild ? one('span', s).textContent.split(' ') : [];
    s.verdict = s.className.slice(3);
  });

  // coverage: one tab stop, arrow keys, a readout
  var cells = all('.cs button'), read = one('.read');
  function state(c) {
    return c.classList.contains('g') ? 'covered' + (c.classList.contains('rl2') ? ', also on a real device' : '')
      : c.classList.contains('r') ? 'promised and missing: ' + c.dataset.w
      : c.classList.contains('k') ? 'promised; ' + c.dataset.w : 'planned';
  }
  function show(c) {
    all('.cs .on').forEach(function (o) { o.classList.remove('on'); });
    c.classList.add('on');
    read.textContent = '';
    var k = c.classList.contains('g') ? 'ok' : c.classList.contains('r') ? 'fx' : 'no';
    read.append(el('h4', c.id), el('p', state(c), 'st ' + k), el('p', c.text));
    (c.dataset.s || '').split(' ').forEach(function (n) {
      var s = n && d.getElementById('s' + n);
      if (!s) return;
      var p = el('p'), a = el('a', one('i', s).textContent + ' ' + one('b', s).textContent);
      a.href = '#s' + n;
      p.append(a);
      read.append(p);
    });
  }
  function nearest(c, sign) {
    var b = c.getBoundingClientRect(), best = 1e9, found = null;
    cells.forEach(function (o) {
      var r = o.getBoundingClientRect(), dy = (r.top - b.top) * sign, k = dy * 9 + Math.abs(r.left - b.left);
      if (dy > 4 && k < best) { best = k; found = o; }
    });
    return found;
  }
  cells.forEach(function (c, i) {
    c.text = c.title;
    c.removeAttribute('title');
    c.tabIndex = i ? -1 : 0;
    c.setAttribute('aria-label', c.id + ' ' + state(c) + '. ' + c.text);
    c.onmouseenter = c.onfocus = function () { show(c); };
    c.onkeydown = function (e) {
      var to = e.key == 'ArrowRight' ? cells[i + 1] : e.key == 'ArrowLeft' ? cells[i - 1]
        : e.key == 'Home' ? cells[0] : e.key == 'End' ? cells[cells.length - 1]
        : e.key == 'ArrowDown' ? nearest(c, 1) : e.key == 'ArrowUp' ? nearest(c, -1) : null;
      if (!to) return;
      e.preventDefault();
      cells.forEach(function (o) { o.tabIndex = -1; });
      to.tabIndex = 0;
      to.focus();
    };
  });
  if (cells.length) show(one('.cs .r') || cells[0]);
  // seed items: lines become a list, coloured by the worst of their behaviours
  all('.sdl').forEach(function (pre) {
    var ul = el('ul');
    pre.textContent.trim().split('\n').forEach(function (line) {
      var word = line.split(' '), li = el('li', ''), refs = el('small'), worst = 'p';
      word[1].split(',').forEach(function (id) {
        var c = d.getElementById(id), a = el(c ? 'a' : 'span', id);
        if (c) {
          a.href = '#' + id;
          worst = c.classList.contains('r') ? 'r' : c.classList.contains('g') && worst == 'p' ? 'g' : worst;
        }
        refs.append(a, ' ');
      });
      li.className = worst;
      li.append(el('b', word[0]), ' ' + word.slice(2).join(' ') + ' ', refs);
      ul.append(li);
    });
    pre.replaceWith(ul);
  });

  // diagrams: unpacked once, when the first line is opened
  var packed = one('#pk'), drawings;
  function unpack() {
    if (drawings || !packed || !window.DecompressionStream) return drawings || Promise.resolve({});
    var bytes = Uint8Array.from(atob(packed.textContent), function (c) { return c.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    drawings = new Response(stream).text().then(function (text) {
      var parts = text.split('\u0000'), byNumber = {};
      packed.dataset.n.split(' ').forEach(function (n, i) { byNumber[n] = parts[i]; });
      return byNumber;
    });
    return drawings;
  }
  all('.dgm').forEach(function (g) {
    g.tabIndex = 0;
    g.setAttribute('role', 'region');
    g.setAttribute('aria-label', 'Sequence diagram');
    g.closest('details').addEventListener('toggle', function () {
      if (g.firstChild) return;
      unpack().then(function (m) { if (!g.firstChild && m[g.dataset.d]) g.innerHTML = m[g.dataset.d]; });
    });
  });

  // scenarios: filters by verdict, feature, tag and text
  var verdict = 'all', search = one('#fs');
  function filter() {
    var text = search.value.trim().toLowerCase(), tag = one('#ft').value, feature = one('#ff').value, n = 0;
    all('.ft2').forEach(function (f, i) {
      var shown = 0, name = f.firstChild.textContent;
      all('.sc', f).forEach(function (s) {
        var ok = (verdict == 'all' || s.verdict == verdict || (verdict == 'not' && s.verdict != 'pass'))
          && (!feature || feature == 'f' + (i + 1))
          && (!tag || s.tags.some(function (t) { return tag.slice(-1) == '-' ? t.indexOf(tag) == 0 : t == tag; }))
          && (!text || (s.textContent + name).toLowerCase().indexOf(text) >= 0);
        s.hidden = !ok;
        shown += ok;
      });
      f.hidden = !shown;
      n += shown;
    });
    one('#fo').textContent = n + ' of ' + scenarios.length + ' shown';
  }
  function clear() {
    verdict = 'all';
    search.value = one('#ft').value = one('#ff').value = '';
    press();
  }
  function press() {
    all('button[data-vf]').forEach(function (o) { o.setAttribute('aria-pressed', o.dataset.vf == verdict); });
    filter();
  }
  all('[data-vf]').forEach(function (b) { b.addEventListener('click', function () { verdict = b.dataset.vf; press(); }); });
  if (search) {
    search.oninput = one('#ft').onchange = one('#ff').onchange = filter;
    filter();
  }

  // wire logs: filters, bytes on demand
  all('.lgc').forEach(function (g) {
    var rows = all('tbody tr[id]', g), text = one('.ls', g), wire = one('.lwi', g), only = one('.lf', g);
    rows.forEach(function (r) {
      var raw = r.nextElementSibling;
      if (!raw || !raw.classList.contains('raw')) return;
      var b = el('button', 'hex', 'ex');
      b.type = 'button';
      b.setAttribute('aria-expanded', false);
      b.onclick = function () { raw.hidden = !raw.hidden; b.setAttribute('aria-expanded', !raw.hidden); };
      raw.hidden = true;
      r.raw = raw;
      r.cells[4].append(b);
    });
    function log() {
      var x = text.value.trim().toLowerCase(), n = 0;
      rows.forEach(function (r) {
        var ok = (!wire.value || r.cells[2].textContent == wire.value)
          && (!only.checked || r.classList.contains('isf'))
          && (!x || r.textContent.toLowerCase().indexOf(x) >= 0);
        r.hidden = !ok;
        n += ok;
        if (r.raw) { r.raw.hidden = true; one('.ex', r).setAttribute('aria-expanded', false); }
      });
      one('.lo', g).textContent = n + ' of ' + rows.length + ' messages';
    }
    g.clear = function () { text.value = wire.value = ''; only.checked = false; log(); };
    text.oninput = wire.onchange = only.onchange = log;
    log();
  });

  // links open what they point at
  function arrive() {
    var t = location.hash && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!t) return;
    if (t.hidden && t.closest('.lgc')) t.closest('.lgc').clear();
    if (t.tagName == 'DETAILS') {
      if (t.hidden) clear();
      t.open = true;
    }
    if (t.matches('.cs button')) show(t);
  }
  addEventListener('hashchange', arrive);
  arrive();

  all('.cmd').forEach(function (cmd) {
    var b = el('button', 'Copy', 'btn');
    b.type = 'button';
    cmd.append(b);
    b.onclick = function () {
      var c = one('code', b.parentNode), copied = navigator.clipboard
        ? navigator.clipboard.writeText(c.textContent) : Promise.reject();
      copied.then(function () { b.textContent = 'Copied'; }, function () {
        var r = d.createRange(), s = getSelection();
        r.selectNodeContents(c);
        s.removeAllRanges();
        s.addRange(r);
        b.textContent = 'Selected';
      });
      setTimeout(function () { b.textContent = 'Copy'; }, 1600);
    };
  });
  all('.tape a').forEach(function (a) {
    var s = one(a.getAttribute('href'));
    a.title = one('b', s).textContent + ': ' + one('i', s).getAttribute('aria-label');
    a.setAttribute('aria-label', a.title);
  });
  var bad = scenarios.filter(function (s) { return s.verdict != 'pass'; }), at = -1;
  addEventListener('keydown', function (e) {
    if (/INPUT|SELECT|TEXTAREA/.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key == '/' && search) { e.preventDefault(); search.focus(); }
    if (e.key == 'n' && bad.length) {
      at = (at + 1) % bad.length;
      location.hash = bad[at].id;
      bad[at].open = true;
      one('summary', bad[at]).focus();
    }
  });
  // a narrow screen opens on the first ISO 8583 message, which is between terminal and host
  if (innerWidth < 700) all('.card>.scroll>.seq').forEach(function (s) {
    var first = one('.ms.iso text', s);
    if (first) s.parentNode.scrollLeft = Math.max(0, first.getAttribute('x') - 160);
  });
  addEventListener('beforeprint', function () {
    all('.sc:not(.pass)').forEach(function (s) { s.open = true; });
  });
})();
