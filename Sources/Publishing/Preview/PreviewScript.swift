/// The script that keeps an open page up to date. It is put into pages as they are served; pages on disk don't know it.
enum PreviewScript {
    static func added(to page: [UInt8]) -> [UInt8] {
        let tag = Array("<script src=\"/.lectern/reload.js\"></script>".utf8)
        let end = Array("</body>".utf8)
        guard let position = page.indices.last(where: { page[$0...].starts(with: end) }) else { return page + tag }
        return page[..<position] + tag + page[position...]
    }

    static let text = """
        // Waits for news of the build. When this page changed it is loaded again and scrolled to where the reader was: to the
        // block that stood at the top of the window, because lengths above it may have changed.
        (() => {
          const here = decodeURIComponent(location.pathname.replace(/^\\//, '').replace(/\\/?$/, m => m)) || 'index.html';
          const key = 'lectern-place:' + location.pathname;
          const blocks = () => [...document.querySelectorAll('main > *, main section > *, article > *, main h2, main h3, [id]')];
          const text = e => (e.id || '') + '|' + e.tagName + '|' + e.textContent.trim().slice(0, 60);

          // Several blocks, because the first may be the one that was edited.
          const remember = () => {
            const seen = blocks().map(e => ({ text: text(e), offset: e.getBoundingClientRect().top }))
              .filter(s => s.offset > -innerHeight / 2 && s.offset < innerHeight)
              .sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset)).slice(0, 40);
            sessionStorage.setItem(key, JSON.stringify({ y: scrollY, seen }));
            history.scrollRestoration = 'manual';
          };
          const restore = () => {
            const kept = sessionStorage.getItem(key);
            if (!kept) return;
            sessionStorage.removeItem(key);
            const { y, seen } = JSON.parse(kept);
            const now = new Map(blocks().reverse().map(e => [text(e), e]));
            const same = seen.find(s => now.has(s.text));
            const place = () => scrollTo({
              top: same && y > 0 ? scrollY + now.get(same.text).getBoundingClientRect().top - same.offset : y,
              behavior: 'instant' });
            place();
            // Once more when fonts and pictures have their sizes; only then may the browser remember places by itself again.
            addEventListener('load', () => { place(); history.scrollRestoration = 'auto'; });
          };
          restore();

          let panel;
          const show = findings => {
            if (!findings) { panel?.remove(); panel = undefined; return; }
            if (!panel) {
              panel = document.createElement('pre');
              panel.id = 'lectern-findings';
              panel.setAttribute('role', 'status');
              panel.style.cssText = 'position:fixed;left:0;right:0;bottom:0;max-height:45vh;overflow:auto;margin:0;padding:1rem 1.25rem;'
                + 'background:#2b1d1d;color:#ffe9e4;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;z-index:9999;'
                + 'border-top:3px solid #e5533d';
              document.body.append(panel);
            }
            panel.textContent = findings;
          };

          let version = -1;
          const wait = async () => {
            for (;;) {
              try {
                const answer = await fetch('/.lectern/changes?after=' + version, { cache: 'no-store' });
                const news = await answer.json();
                const first = version < 0;
                const restarted = news.version < version;
                version = news.version;
                show(news.findings);
                if (restarted || (!first && news.changed.some(p => p === here || p.startsWith('assets/')
                    || p.startsWith(here.replace(/\\.html$/, '/'))))) {
                  remember();
                  location.reload();
                  return;
                }
              } catch { await new Promise(r => setTimeout(r, 500)); }
            }
          };
          wait();
        })();
        """
}
