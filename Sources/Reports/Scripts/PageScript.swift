/// The script of every page. It adds comfort only: light or dark by choice, copying code, the search, marking the section in
/// view, and keyboard access to what scrolls sideways. A page without it shows everything.
public enum PageScript {
    /// Stands in the head, before anything is painted, so that a reader's choice of light or dark doesn't flash. Tools that
    /// need scripts are only shown under the class `js`.
    static let head = """
        (function(r){r.classList.add("js");try{var t=localStorage.getItem("lectern-theme");\
        if(t==="light"||t==="dark")r.dataset.theme=t}catch(e){}})(document.documentElement)
        """

    /// Fetches fonts early, by their names as JavaScript strings, and keeps the text back until they are there, from the first
    /// frame on a second at most: with other letters formulas are narrower, and lines would break anew under a reader's eyes.
    static func preload(_ names: String, root: String) -> String {
        """
        if(location.protocol!=="file:")(function(c,n){var k=n.length;function show(){c.remove("waits")}c.add("waits");\
        requestAnimationFrame(function(){setTimeout(show,1000)});\
        n.forEach(function(f){var l=document.createElement("link");l.rel="preload";l.as="font";l.type="font/woff2";\
        l.crossOrigin="";l.onload=l.onerror=function(){if(!--k)show()};\
        l.href="\(root)assets/fonts/"+f;document.head.append(l)})})(document.documentElement.classList,[\(names)])
        """
    }

    public static let source = """
        (() => {
          'use strict';
          const root = document.documentElement;
          const make = (name, properties = {}, ...children) => {
            const element = Object.assign(document.createElement(name), properties);
            element.append(...children);
            return element;
          };
          const tools = document.querySelector('.tools');
          if (!tools) return;
          const words = tools.dataset;
        \(theme)
        \(copying)
        \(scrolling)
        \(reading)
        \(search)
        })();

        """

    private static let theme = """

          // As the system has it, always light, always dark: each press goes on to the next.
          const button = tools.querySelector('.theme');
          const themes = ['auto', 'light', 'dark'];
          const current = () => root.dataset.theme || 'auto';
          const say = () => {
            button.textContent = words[current()];
            button.setAttribute('aria-label', words.theme + words[current()]);
          };
          button?.addEventListener('click', () => {
            const next = themes[(themes.indexOf(current()) + 1) % 3];
            if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
            try { localStorage.setItem('lectern-theme', next); } catch { /* not remembered, then */ }
            say();
          });
          if (button) say();
        """

    private static let copying = """

          // A button that copies, at every listing.
          if (navigator.clipboard) for (const listing of document.querySelectorAll('.listing')) {
            const copy = make('button', { type: 'button', className: 'copy', textContent: words.copy });
            copy.addEventListener('click', async () => {
              try { await navigator.clipboard.writeText(listing.querySelector('pre').textContent); } catch { return; }
              copy.textContent = words.copied;
              setTimeout(() => { copy.textContent = words.copy; }, 1500);
            });
            listing.append(copy);
          }
        """

    private static let scrolling = """

          // What scrolls sideways can be scrolled with the keyboard; what doesn't is no stop for it.
          const boxes = [...document.querySelectorAll('pre, .table-box, .formula, .drawing-box')];
          const look = () => {
            const wide = boxes.map(box => box.scrollWidth > box.clientWidth);
            boxes.forEach((box, index) => {
              if (!wide[index]) return box.removeAttribute('tabindex');
              box.tabIndex = 0;
              box.setAttribute('role', 'group');
              box.setAttribute('aria-label', box.dataset.label || (box.matches('pre') ? words.code : words.wide));
            });
          };
          addEventListener('resize', look);
          document.addEventListener('toggle', look, true);
          document.fonts.ready.then(look);
        """

    private static let reading = """

          // On paper everything is open, also where the style sheet alone can't do it.
          addEventListener('beforeprint', () => {
            for (const part of document.querySelectorAll('details:not([open])')) { part.open = true; part.dataset.opened = ''; }
          });
          addEventListener('afterprint', () => {
            for (const part of document.querySelectorAll('details[data-opened]')) { part.open = false; delete part.dataset.opened; }
          });

          // The section in view is marked in the table of contents.
          const entries = new Map();
          for (const entry of document.querySelectorAll('nav.contents a, nav.course .sections a')) {
            const heading = document.getElementById(decodeURIComponent(entry.hash.slice(1)));
            if (heading) entries.set(heading, [...(entries.get(heading) || []), entry]);
          }
          if (entries.size) {
            const headings = [...entries.keys()];
            const seen = new Set();
            const observer = new IntersectionObserver(changes => {
              for (const { target, isIntersecting, boundingClientRect } of changes) {
                if (isIntersecting || boundingClientRect.top < 0) seen.add(target); else seen.delete(target);
              }
              const top = headings.filter(heading => seen.has(heading)).pop();
              for (const [heading, same] of entries) for (const entry of same) {
                if (heading === top) entry.setAttribute('aria-current', 'true'); else entry.removeAttribute('aria-current');
              }
            }, { rootMargin: '0px 0px -66% 0px' });
            for (const heading of headings) observer.observe(heading);
          }
        """
}
