// Runs inside a page and says what a reader would trip over: a list of texts, empty when all is well.
(isNarrow) => {
  const found = [];
  const name = element => {
    const text = (element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const kind = element.getAttribute('class') || '';
    return `<${element.tagName.toLowerCase()}${kind ? ' class="' + kind + '"' : ''}> ${text}`;
  };
  const root = document.documentElement;

  if (root.scrollWidth > innerWidth) {
    const scrolls = element => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
    const wide = [...document.querySelectorAll('body *')].filter(element => {
      if (element.getBoundingClientRect().right <= innerWidth + 1) return false;
      for (let above = element.parentElement; above; above = above.parentElement) if (scrolls(above)) return false;
      return true;
    });
    found.push(`scrolls sideways: ${root.scrollWidth} px in ${innerWidth}; ${wide.slice(0, 3).map(name).join('; ')}`);
  }

  // Text as large as it arrives at the reader's eye: a scaled drawing scales its letters.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = new Map();
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.textContent.replace(/\u200b/g, '').trim() || element.closest('.katex-mathml, .visually-hidden, script, style, title, desc, .skip')) continue;
    if (!element.checkVisibility({ contentVisibilityAuto: true })) continue;
    // A subscript of a subscript is as small as TeX makes it.
    if (element.closest('.size3.size1, .size1.mtight, .reset-size3')) continue;
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    const scale = matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < 11.95) small.set(`${size.toFixed(1)} px: ${name(element)}`, true);
  }
  for (const element of document.querySelectorAll('.katex-html .claim')) {
    const style = getComputedStyle(element, '::after');
    if (style.content !== 'none' && parseFloat(style.fontSize) < 11.95) small.set(`mark of ${style.fontSize}: ${name(element)}`, true);
  }
  for (const text of [...small.keys()].slice(0, 5)) found.push(`small text, ${text}`);

  // Labels of a drawing: none on another, none cut off.
  for (const drawing of document.querySelectorAll('svg.lf')) {
    if (!drawing.checkVisibility({ contentVisibilityAuto: true })) continue;
    const frame = drawing.getBoundingClientRect();
    const labels = [...drawing.querySelectorAll('text')].filter(label => label.textContent.trim() && label.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map(label => ({ label, box: label.getBoundingClientRect() }));
    const inset = 0.14;
    const inside = ({ box }) => ({ left: box.left + 1, right: box.right - 1, top: box.top + box.height * inset, bottom: box.bottom - box.height * inset });
    labels.forEach((one, index) => {
      const a = inside(one);
      if (a.left < frame.left - 2 || a.right > frame.right + 2 || a.top < frame.top - 2 || a.bottom > frame.bottom + 2) {
        found.push(`label outside its drawing ${drawing.id}: ${name(one.label)}`);
      }
      for (const other of labels.slice(index + 1)) {
        const b = inside(other);
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
          found.push(`labels overlap in ${drawing.id}: ${name(one.label)} and ${name(other.label)}`);
        }
      }
    });
  }

  // A reader's place on the page must not move: pictures have their size before they load.
  for (const picture of document.querySelectorAll('main img')) {
    if (!picture.complete || !picture.naturalWidth) found.push(`picture not shown: ${picture.getAttribute('src')}`);
  }
  return found;
}
