/// Presents the slides of a page: one at a time, step by step, by keyboard or by buttons. It computes nothing; a page without it
/// shows all slides.
public enum SlidesScript {
    public static let path = "assets/slides.js"

    public static let source = """
        (() => {
          'use strict';
          const root = document.documentElement;
          const slides = [...document.querySelectorAll('.slide')];
          const keys = document.querySelector('.slides-keys');
          if (!slides.length || !keys) return;
          const [speaker, back, forth, place] = ['.speaker', '.back', '.forth', '.place'].map(name => keys.querySelector(name));
          // What appears one after the other: what follows a pause, the items of incremental lists, the steps of a derivation.
          const stepping = '.step, .fragment, .incremental > ul > li, .incremental > ol > li, .working .steps > li';
          const steps = slides.map(slide => [...slide.querySelectorAll(stepping)]);
          let slide = 0, shown = 0;
        \(fitting)
        \(moving)
        \(listening)
        })();

        """

    private static let fitting = """

          // A slide that is too full is drawn smaller; what is still too much is scrolled. On paper, where nothing scrolls, it may
          // get smaller still.
          const fit = (section, least) => {
            const sheet = section.querySelector('.sheet');
            for (let size = 100; size >= least; size -= 5) {
              sheet.style.zoom = size / 100;
              if (section.scrollHeight <= section.clientHeight + 1) break;
            }
            const scrolls = section.scrollHeight > section.clientHeight + 1;
            if (scrolls) section.tabIndex = 0; else section.removeAttribute('tabindex');
          };
          const fitAll = (least = 75) => {
            for (const section of slides) {
              section.classList.add('current');
              fit(section, least);
              if (section !== slides[slide]) section.classList.remove('current');
            }
          };
        """

    private static let moving = """

          const show = (target, count, isMove) => {
            const changes = target !== slide;
            slide = target;
            shown = count;
            slides.forEach((section, index) => section.classList.toggle('current', index === slide));
            steps[slide].forEach((step, index) => {
              if (index < shown) delete step.dataset.step; else step.dataset.step = 'later';
            });
            const all = steps[slide].length;
            place.textContent = `${slide + 1} / ${slides.length}` + (all && shown < all ? ` · ${shown}/${all}` : '');
            back.disabled = slide === 0 && shown === 0;
            forth.disabled = slide === slides.length - 1 && shown === all;
            if (!isMove) return;
            if (changes) {
              slides[slide].scrollTop = 0;
              history.replaceState(null, '', '#' + slides[slide].id);
            } else if (shown) steps[slide][shown - 1].scrollIntoView({ block: 'nearest' });
          };
          const next = () => {
            if (shown < steps[slide].length) show(slide, shown + 1, true);
            else if (slide < slides.length - 1) show(slide + 1, 0, true);
          };
          const previous = () => {
            if (shown > 0) show(slide, shown - 1, true);
            else if (slide > 0) show(slide - 1, steps[slide - 1].length, true);
          };
          // A link to something on a slide shows all of that slide; a link to the slide begins it.
          const open = () => {
            const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
            const section = target?.closest('.slide');
            if (!section) return false;
            const index = slides.indexOf(section);
            show(index, target === section ? 0 : steps[index].length, false);
            if (target !== section) target.scrollIntoView({ block: 'nearest' });
            return true;
          };
          const speak = () => {
            const on = root.classList.toggle('speaking');
            speaker.setAttribute('aria-pressed', String(on));
            fitAll();
          };
        """

    private static let listening = """

          forth.addEventListener('click', next);
          back.addEventListener('click', previous);
          speaker.addEventListener('click', speak);
          if (!document.querySelector('.notes')) speaker.hidden = true;
          const moves = {
            ArrowRight: root.dir === 'rtl' ? previous : next, ArrowLeft: root.dir === 'rtl' ? next : previous,
            ArrowDown: next, ArrowUp: previous, PageDown: next, PageUp: previous, ' ': next,
            Home: () => show(0, 0, true), End: () => show(slides.length - 1, 0, true), s: speak,
            f: () => document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.(),
          };
          document.addEventListener('keydown', event => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
            const at = event.target;
            if (at.closest('input, textarea, select, [contenteditable]')) return;
            if ((event.key === ' ' || event.key === 'Enter') && at.closest('button, summary, a, [role=button]')) return;
            // What scrolls is scrolled first.
            const box = at.closest('[tabindex]');
            const isAcross = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
            if (box && isAcross && box.scrollWidth > box.clientWidth) return;
            if (box && !isAcross && event.key.startsWith('Arrow') && box.scrollHeight > box.clientHeight + 1) return;
            const move = moves[event.key];
            if (!move) return;
            event.preventDefault();
            move();
          });
          addEventListener('hashchange', open);
          addEventListener('resize', () => fitAll());
          addEventListener('beforeprint', () => fitAll(40));
          addEventListener('afterprint', () => fitAll());
          for (const part of document.querySelectorAll('details.working')) part.open = true;
          keys.hidden = false;
          if (!open()) show(0, 0, false);
          fitAll();
          document.fonts.ready.then(() => fitAll());
        """
}
