/// The search over all lessons, and over those of courses beside this one that are there. Their texts are loaded, as scripts, only
/// when a reader turns to it, so it works from a disk too.
extension PageScript {
    static let search = """

          const input = tools.querySelector('.search input');
          const lessons = (words.lessons || '').split('\\n').filter(Boolean);
          // Names hold folders; what is beside them is escaped.
          const site = words.root || '';
          const path = name => name.split('/').map(encodeURIComponent).join('/');
          if (!input || !lessons.length) return;
          const plain = text => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
          const pages = [];
          const lists = [[site, lessons]];
          let loading;
          // Each script says by itself what it holds; the element knows of which course it is.
          window.lecternSearch = page => pages.push({ ...page, site: document.currentScript.dataset.site });
          window.lecternLessons = names => lists.push([document.currentScript.dataset.site, names]);
          const fetched = (site, file) => new Promise(done => {
            const script = make('script', { src: site + file });
            script.dataset.site = site;
            script.onload = script.onerror = done;
            document.head.append(script);
          });
          // Where there is nothing above a course, the way up leads to itself.
          const full = site => new URL(site || '.', document.baseURI).href;
          const beside = (words.beside || '').split('\\n').filter(Boolean).map(way => site + path(way) + '/')
            .filter(other => full(other) !== full(site));
          const load = () => loading ??= Promise.all(beside.map(other => fetched(other, 'assets/lectern-lessons.js'))).then(() =>
            Promise.all(lists.flatMap(([site, names]) => names.map(name => fetched(site, 'assets/search/' + path(name) + '.js')))));
          // This course's lessons in their order, then those of others.
          const place = page => {
            const list = lists.findIndex(([site]) => site === page.site);
            return list < 0 ? Infinity : list * 1e6 + lists[list][1].indexOf(page.name);
          };

          const form = input.form;
          const list = make('div', { id: 'search-list' });
          list.setAttribute('role', 'listbox');
          list.setAttribute('aria-label', words.results);
          const count = make('p');
          count.setAttribute('role', 'status');
          const results = make('div', { className: 'search-results', hidden: true }, count, list);
          form.append(results);
          const roles = { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'search-list', 'aria-autocomplete': 'list' };
          for (const name in roles) input.setAttribute(name, roles[name]);

          // Every word has to occur; a hit in a title counts more than one in the text.
          const score = (page, part, sought) => {
            const [title, heading, text] = [page.title, part.title, part.text].map(plain);
            let sum = 0;
            for (const word of sought) {
              const points = (title.includes(word) ? 4 : 0) + (heading.includes(word) ? 6 : 0) + (text.includes(word) ? 1 : 0);
              if (!points) return 0;
              sum += points;
            }
            return sum;
          };
          const excerpt = (text, sought) => {
            const places = sought.map(word => plain(text).indexOf(word)).filter(place => place >= 0);
            let start = Math.max(0, (places.length ? Math.min(...places) : 0) - 50);
            if (start) start = text.indexOf(' ', start) + 1;
            let rest = text.slice(start, start + 150);
            const nodes = [start ? '… ' : ''];
            while (rest) {
              const next = sought.map(word => ({ at: plain(rest).indexOf(word), size: word.length }))
                .filter(hit => hit.at >= 0).sort((a, b) => a.at - b.at)[0];
              if (!next) { nodes.push(rest); break; }
              nodes.push(rest.slice(0, next.at), make('mark', { textContent: rest.slice(next.at, next.at + next.size) }));
              rest = rest.slice(next.at + next.size);
            }
            return make('span', { className: 'excerpt' }, ...nodes);
          };

          let chosen = -1;
          const choose = index => {
            const items = [...list.children];
            chosen = items.length ? (index + items.length) % items.length : -1;
            items.forEach((item, position) => item.setAttribute('aria-selected', position === chosen ? 'true' : 'false'));
            if (chosen < 0) return input.removeAttribute('aria-activedescendant');
            input.setAttribute('aria-activedescendant', items[chosen].id);
            items[chosen].scrollIntoView({ block: 'nearest' });
          };
          const show = isShown => {
            results.hidden = !isShown;
            input.setAttribute('aria-expanded', isShown ? 'true' : 'false');
          };
          const find = async () => {
            await load();
            const sought = plain(input.value).split(/\\s+/).filter(Boolean);
            if (!sought.length) { list.replaceChildren(); choose(-1); return show(false); }
            const hits = pages.flatMap(page => page.parts.map(part => ({ page, part, score: score(page, part, sought) })))
              .filter(hit => hit.score)
              .sort((a, b) => b.score - a.score || place(a.page) - place(b.page))
              .slice(0, 12);
            count.textContent = hits.length ? '' : words.nothing;
            list.hidden = !hits.length;
            list.replaceChildren(...hits.map(({ page, part }, index) => {
              const address = page.site + path(page.name) + '.html' + (part.id ? '#' + encodeURIComponent(part.id) : '');
              const name = part.title ? page.title + ' › ' + part.title : page.title;
              const link = make('a', { id: 'search-' + index, href: address, tabIndex: -1 },
                make('span', { className: 'place', textContent: name }), excerpt(part.text, sought));
              link.setAttribute('role', 'option');
              return link;
            }));
            choose(hits.length ? 0 : -1);
            show(true);
          };
          input.addEventListener('focus', load);
          input.addEventListener('input', find);
          form.addEventListener('submit', event => {
            event.preventDefault();
            list.children[Math.max(0, chosen)]?.click();
          });
          list.addEventListener('click', () => show(false));
          input.addEventListener('keydown', event => {
            if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
            else if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen - 1); }
            else if (event.key === 'Escape') { input.value = ''; show(false); }
          });
          document.addEventListener('click', event => { if (!form.contains(event.target)) show(false); });
          form.addEventListener('focusout', event => { if (!form.contains(event.relatedTarget)) show(false); });
          addEventListener('keydown', event => {
            if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.target.closest?.('input, textarea, select, [contenteditable]')) {
              event.preventDefault();
              input.focus();
            }
          });
        """
}
