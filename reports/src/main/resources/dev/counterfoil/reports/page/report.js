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
  var word = { pass: 'passed', fail: 'failed', skip: 'skipped', inc: 'inconclusive', nr: 'not run' };
  var scenarios = all('.sc');
  scenarios.forEach(function (s) {
    s.tags = one('span', s).firstChild ? one('span', s).textContent.split(' ') : [];
    s.verdict = s.className.slice(3);
    var glyph = one('i', s);
    glyph.setAttribute('role', 'img');
    glyph.setAttribute('aria-label', word[s.verdict]);
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
    c.text = '';
    c.dataset.s = scenarios.filter(function (s) { return s.tags.indexOf(c.id) >= 0; })
      .map(function (s) { return s.id.slice(1); }).join(' ');
    c.tabIndex = i ? -1 : 0;
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
  // seed items: a list, coloured by the worst of their behaviours
  function seeds(lines) {
    var ul = one('.sdl');
    if (ul) lines.forEach(function (line) {
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
  }

  // texts and diagrams lie packed: behaviours, seed items, actors, words, then the rows of each diagram
  var packed = one('#pk'), pack = new Promise(function () {});
  if (packed && window.DecompressionStream) {
    var bytes = Uint8Array.from(atob(packed.textContent), function (c) { return c.charCodeAt(0); });
    pack = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
      .then(function (text) { return text.split('\u0000'); });
  }
  pack.then(function (p) {
    var texts = p[0].split('\n');
    cells.forEach(function (c, i) {
      c.text = texts[i];
      c.setAttribute('aria-label', c.id + ' ' + state(c) + '. ' + c.text);
    });
    if (p[1]) seeds(p[1].split('\n'));
    if (cells.length) show(one('.cs .on') || one('.cs .r') || cells[0]);
  });

  // a diagram, drawn as the failures' are: a lane an actor, a row a message
  function esc(t) { return t.replace(/&/g, '&amp;').replace(/</g, '&lt;'); }
  function wide(t, size) {
    var n = 0;
    Array.from(t).forEach(function (c) { n += c >= '\u2e00' ? size : size * .6; });
    return n;
  }
  function pad(n, digits) { return ('00' + n).slice(-digits); }
  function clock(t) {
    return pad(Math.floor(t / 36e5) % 24, 2) + ':' + pad(Math.floor(t / 6e4) % 60, 2) + ':'
      + pad(Math.floor(t / 1e3) % 60, 2) + '.' + pad(t % 1e3, 3);
  }
  function text(t, cls, x, y) {
    return t ? '<text class="' + cls + '" x=' + x + ' y=' + y + (/[\u2e80-\u9fff]/.test(t) ? ' lang=zh-CN' : '') + '>'
      + esc(t) + '</text>' : '';
  }
  function diagram(lines, actors, words) {
    var time = +lines.shift(), y = 66, ids = [], rows = [], svg = '', apart = 110, right, notes = 280;
    lines.forEach(function (line) {
      var f = line.split(' '), k = f[0], r = { kind: k, step: +f[2], time: time += +f[1] }, w = f.slice(3).map(function (n) {
        return words[n];
      });
      if (k == 'c') { r.text = w[0]; r.y = y + 15; y += 44; }
      else {
        r.message = /^[im]/.test(k);
        r.from = w[0];
        r.to = r.message ? w[1] : '';
        r.text = w[r.message ? 2 : 1];
        r.note = w[r.message ? 3 : 2];
        r.y = y += r.message ? 23 : 25;
        [r.from, r.to].forEach(function (id) { if (id && ids.indexOf(id) < 0) ids.push(id); });
        notes = Math.max(notes, wide(r.note, 11.5) + 12);
      }
      rows.push(r);
    });
    var known = actors.map(function (a) { return a[0]; });
    ids.sort(function (a, b) { return (known.indexOf(a) + 1 || 1e3) - (known.indexOf(b) + 1 || 1e3); });
    var lanes = ids.map(function (id) { return actors[known.indexOf(id)] || [id, id, '', '']; });
    lanes.forEach(function (a) {
      apart = Math.max(apart, Math.ceil(Math.max(wide(a[1], 12.5), wide(a[2], 11), wide(a[0], 11))) + 22);
    });
    function at(id) { return 180 + apart * ids.indexOf(id); }
    right = 180 + apart * (ids.length - .5);
    rows.forEach(function (r) {
      if (r.kind == 'c') return;
      r.w = r.message ? wide(r.text, 11) : Math.max(126, wide(r.text, 10.5) + 12);
      r.x = Math.max(120 + r.w / 2, r.message ? (at(r.from) + at(r.to)) / 2 : at(r.from));
      right = Math.max(right, r.x + r.w / 2);
    });
    right = Math.ceil(right) + 14;
    var width = right + Math.ceil(notes), bottom = y + 5, from = 70, band = 0;
    rows.forEach(function (r, i) {
      var next = rows[i + 1];
      if (next && next.step == r.step) return;
      var to = next ? next.y - 18 : bottom;
      svg += '<rect class="band b' + band++ % 2 + '" y=' + from + ' width=' + width + ' height=' + (to - from) + '></rect>'
        + text(r.step ? '' + r.step : '', 'bn', 14, from + 16);
      from = to;
    });
    lanes.forEach(function (a) {
      var x = at(a[0]), box = '<rect class=lh x=' + (x - apart / 2 + 6) + ' width=' + (apart - 12) + ' y=';
      svg += '<path class=life d="M' + x + ' 64V' + (bottom + 8) + '"></path>' + box + '2 height=60></rect>'
        + box + (bottom + 10) + ' height=32></rect>' + text(a[1], 'ln', x, 17) + text(a[2], 'li', x, 30)
        + text(a[0] == a[1] ? '' : a[0], 'li', x, 43) + text(a[3], 'lb', x, 56) + text(a[1], 'ln', x, bottom + 30);
    });
    svg += text('step · time', 'hd', 30, 40) + text('what it means', 'hd', right, 40);
    rows.forEach(function (r) {
      var x = at(r.from), to = at(r.to), back = to > x ? -1 : 1, y = r.y;
      if (r.kind == 'c') {
        var middle = (106 + right) / 2, half = wide(r.text, 12.5) / 2 + 14;
        svg += '<g class=gap><path d="M118 ' + y + 'H' + (right - 12) + 'M118 ' + (y + 24) + 'H' + (right - 12)
          + '"></path><rect x=' + (middle - half) + ' y=' + y + ' width=' + half * 2 + ' height=24></rect>'
          + text(r.text, '', middle, y + 16) + '</g>';
        return;
      }
      svg += text(clock(r.time), 'tm', 30, y - 4) + text(r.note, r.kind == 'd' ? 'cm cf' : 'cm', right, y - 4);
      if (!r.message) {
        svg += '<g class="nt' + (r.kind == 'l' ? ' led' : r.kind == 'd' ? ' bad' : '') + '"><rect x=' + (r.x - r.w / 2)
          + ' y=' + (y - 17) + ' width=' + r.w + '></rect>' + text(r.text, '', r.x, y - 4) + '</g>';
        return;
      }
      var lost = r.kind.indexOf('x') > 0, fault = r.kind.indexOf('f') > 0, end = to + back * 20;
      svg += '<g class="ms' + (r.kind[0] == 'i' ? ' iso' : '') + (lost ? ' lost' : fault ? ' bad' : '') + '">' + (lost
        ? '<path d="M' + x + ' ' + y + 'H' + end + '"></path><path class=ghost d="M' + (to + back * 11) + ' ' + y + 'H' + to
          + '"></path><path class=xx d="M' + (end - 5) + ' ' + (y - 5) + 'l10 10m0-10l-10 10"></path>'
        : x == to ? '<path d="M' + x + ' ' + (y - 6) + 'h24v6H' + (x + 2) + 'l7-3v6l-7-3"></path>'
        : '<path d="M' + x + ' ' + y + 'H' + (to + back * 2) + 'l' + back * 7 + '-3v6l' + back * -7 + '-3"></path>')
        + (fault && !lost ? '<path class=bolt d="M' + (x + to) / 2 + ' ' + (y - 8) + 'l-8 10h5l-3 9 9-11h-5z"></path>' : '')
        + text(r.text, '', r.x, y - 5) + '</g>';
    });
    return '<svg class=seq width=' + width + ' height=' + (bottom + 50) + '>' + svg + '</svg>';
  }
  all('.dgm').forEach(function (g) {
    var line = g.closest('details');
    g.tabIndex = 0;
    g.setAttribute('role', 'region');
    g.setAttribute('aria-label', 'Sequence diagram');
    line.addEventListener('toggle', function () {
      if (!g.firstChild) pack.then(function (p) {
        var mine = p.slice(4).find(function (t) { return t.indexOf(line.id.slice(1) + ' ') == 0; });
        if (mine) g.innerHTML = diagram(mine.slice(line.id.length).split('\n'), p[2].split('\n').map(function (a) {
          return a.split('\t');
        }), p[3].split('\n'));
      });
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

  var again = one('#rr');
  if (again) all('.at').forEach(function (p) {
    var place = one('small', p.closest('section')).textContent.split(' · ')[0] + ':' + p.textContent.slice(5);
    p.textContent = '';
    p.append(el('code', again.textContent.replace('FILE:LINE', function () { return place; })));
    p.className = 'cmd';
  });
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
    if (!s) return;
    a.title = one('b', s).textContent + ': ' + word[s.verdict];
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
