import Exhibits

/// The script of explorable drawings, loaded only by pages that hold one. It computes nothing: it shows what the page holds.
public enum ExplorableScript {
    public static let path = "assets/explore.js"

    /// Whether a page's body needs it.
    static func isNeeded(by parts: PageParts) -> Bool { parts.hasExplorable }

    public static let source = """
        (() => {
          'use strict';
          for (const box of document.querySelectorAll('.explorable')) {
            const svg = box.querySelector('svg');
            if (!svg) continue;
            const panels = [...box.querySelectorAll('.explore-part')];
            const panel = part => panels.find(p => p.dataset.part === part);
            const light = (part, also) => {
              svg.classList.toggle('exploring', !!part);
              for (const e of svg.querySelectorAll('[data-part]')) {
                e.classList.toggle('lit', also.includes(e.dataset.part));
                e.classList.toggle('chosen', e.dataset.part === part);
              }
            };
            const choose = (part, scroll) => {
              for (const p of panels) p.open = p.dataset.part === part;
              const shown = panel(part);
              light(part, shown ? shown.dataset.path.split(' ') : []);
              for (const button of svg.querySelectorAll('[role=button]'))
                button.setAttribute('aria-pressed', String(button.dataset.part === part));
              if (scroll && shown) shown.scrollIntoView({ block: 'nearest' });
            };
            svg.setAttribute('role', 'group');
            svg.setAttribute('aria-roledescription', box.dataset.drawing);
            const asked = new Set();
            for (const shape of [...svg.querySelectorAll('[data-part]')]) {
              const known = panel(shape.dataset.part);
              if (!known) continue;
              let target = shape;
              if (shape.localName === 'line') {
                target = shape.cloneNode();
                target.removeAttribute('stroke-width');
                target.setAttribute('class', 'hit');
                shape.after(target);
              }
              if (!asked.has(shape.dataset.part)) target.setAttribute('tabindex', '0');
              asked.add(shape.dataset.part);
              target.setAttribute('role', 'button');
              target.setAttribute('aria-label', known.querySelector('summary').textContent);
              target.setAttribute('aria-pressed', 'false');
              const act = event => {
                if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                choose(shape.dataset.part, true);
              };
              target.addEventListener('click', act);
              target.addEventListener('keydown', act);
            }
            for (const p of panels)
              p.querySelector('summary').addEventListener('click', event => {
                event.preventDefault();
                if (p.open) { p.open = false; light('', []); } else choose(p.dataset.part, false);
              });

            const walk = box.querySelector('.explore-walk');
            const steps = [...walk.querySelectorAll('li')];
            if (!steps.length) continue;
            const bar = document.createElement('div');
            bar.className = 'explore-bar';
            const said = document.createElement('p');
            said.setAttribute('aria-live', 'polite');
            let at = -1;
            const go = by => {
              at = Math.min(steps.length - 1, Math.max(0, at + by));
              said.innerHTML = steps[at].innerHTML;
              for (const p of panels) p.open = false;
              light(steps[at].dataset.part, []);
              steps.forEach((s, i) => s.toggleAttribute('aria-current', i === at));
              back.disabled = at === 0;
              on.disabled = at === steps.length - 1;
            };
            const button = (text, name, by) => {
              const b = document.createElement('button');
              b.type = 'button';
              b.textContent = text;
              b.setAttribute('aria-label', name);
              b.addEventListener('click', () => go(by));
              return b;
            };
            const [before, after] = getComputedStyle(box).direction === 'rtl' ? ['→', '←'] : ['←', '→'];
            const back = button(before, box.dataset.back, -1);
            const on = button(after, box.dataset.on, 1);
            back.disabled = true;
            bar.append(back, on, said);
            walk.before(bar);
          }
        })();

        """

    /// Rules of explorable drawings; part of the page's style sheet.
    static let rules = """
        .explorable{margin:1.5em 0}
        .explore-part>summary,.explore-walk>summary{cursor:pointer;padding:.25em 0}
        .explore-values{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25em 1.5em}
        .explore-bar{display:flex;align-items:center;gap:.5em;min-height:3em;margin:.5em 0}
        .explore-bar button{font:inherit;min-width:2.6em;min-height:2em;border:1px solid currentColor;border-radius:.3em;background:none;color:inherit;cursor:pointer}
        .explore-bar button:disabled{opacity:.45;cursor:default}
        .explore-bar p{margin:0;flex:1}
        .explore-steps [aria-current]{font-weight:600}
        svg.lf .hit{stroke:transparent;stroke-width:16;cursor:pointer;pointer-events:stroke}
        svg.lf [role=button]{cursor:pointer}
        .explorable svg.lf :is(text,.paper){pointer-events:none}
        @media screen{.js .explore-part:not([open]){display:none}}
        svg.lf [role=button]:focus-visible{outline:3px solid var(--lf-1);outline-offset:2px}
        svg.lf .hit:focus-visible{stroke:var(--lf-1);stroke-opacity:.35;outline:none}
        svg.lf.exploring .edge:not(.lit):not(.chosen){opacity:.25}
        svg.lf .edge.chosen{stroke-width:6}
        svg.lf .node.chosen,svg.lf .node.lit{stroke:var(--lf-1);stroke-width:3}
        /* On paper the drawing stands alone: what can be looked into there has its derivation in the text. */
        @media print{.explore-bar,.explore-part,.explore-walk{display:none}}

        """
}
