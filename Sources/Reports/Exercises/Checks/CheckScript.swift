import Exhibits

/// The script of exercises whose numbers the page can check, loaded only by pages that hold some.
public enum CheckScript {
    public static let path = "assets/check.js"

    /// Whether a page's body needs it.
    static func isNeeded(by parts: PageParts) -> Bool { parts.hasChecks }

    public static let source = core + page

    /// Fields, button and verdict on the page.
    private static let page = """
        (() => {
          'use strict';
          const pause = () => new Promise(done => setTimeout(done));
          // The browser's own derivation where the page may use it, else the one above, a piece at a time.
          const derive = async (password, salt, rounds) => {
            if (globalThis.crypto && crypto.subtle) {
              const key = await crypto.subtle.importKey('raw', new Uint8Array(password), 'PBKDF2', false, ['deriveBits']);
              const way = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds };
              return [...new Uint8Array(await crypto.subtle.deriveBits(way, key, 256))];
            }
            const work = lecternCheck.slowly(password, salt, rounds);
            while (!work.step(4000)) await pause();
            return work.key();
          };
          const kept = {
            get(salt) { try { return JSON.parse(localStorage.getItem('lectern-check ' + salt)) || []; } catch { return []; } },
            set(salt, texts) {
              try {
                if (texts.some(text => text)) localStorage.setItem('lectern-check ' + salt, JSON.stringify(texts));
                else localStorage.removeItem('lectern-check ' + salt);
              } catch { /* not kept, then */ }
            },
          };
          for (const bar of document.querySelectorAll('.check[data-check]')) {
            const exercise = bar.closest('.exercise');
            const words = bar.dataset;
            const name = exercise.querySelector('.exercise-number').textContent;
            const status = bar.querySelector('.check-status');
            const say = lines => status.replaceChildren(...lines.map(line => {
              const text = document.createElement('p');
              text.textContent = line;
              return text;
            }));
            const groups = JSON.parse(words.check).groups.map(group => {
              const texts = kept.get(group.salt);
              const inputs = group.fields.map((field, index) => {
                const gap = exercise.querySelector(`.gap[data-blank="${field.blank}"]`);
                const line = gap.querySelectorAll('.field')[field.entry];
                const input = document.createElement('input');
                Object.assign(input, {
                  type: 'text', inputMode: 'text', autocomplete: 'off', spellcheck: false, className: 'field',
                  value: typeof texts[index] === 'string' ? texts[index] : '', maxLength: 40, dir: 'ltr',
                });
                input.style.setProperty('--width', line.style.getPropertyValue('--width'));
                const number = gap.querySelectorAll('.field').length > 1 ? `${field.blank}.${field.entry + 1}` : field.blank;
                input.setAttribute('aria-label', words.blank.replace('#', number) + words.comma + name);
                gap.querySelector('.visually-hidden').setAttribute('aria-hidden', 'true');
                line.replaceWith(input);
                input.addEventListener('input', () => {
                  for (const one of inputs) delete one.dataset.verdict;
                  kept.set(group.salt, inputs.map(one => one.value.trim()));
                });
                input.addEventListener('keydown', event => { if (event.key === 'Enter') check(); });
                return input;
              });
              return { group, inputs };
            });
            const blanks = (group, indices) => [...new Set(indices.map(index => group.fields[index].blank))].join(words.comma);
            const judge = async ({ group, inputs }) => {
              const texts = inputs.map(input => input.value.trim());
              const missing = texts.flatMap((text, index) => text ? [] : [index]);
              if (missing.length === texts.length) return null;
              if (missing.length) return words.empty.replace('#', blanks(group, missing));
              const values = texts.map(lecternCheck.number);
              const bad = values.findIndex(value => value === null);
              if (bad >= 0) return words.unreadable.replace('#', texts[bad]);
              const verdict = await lecternCheck.judge(group, values, derive);
              // What has been changed meanwhile isn't what was judged.
              if (inputs.some((input, index) => input.value.trim() !== texts[index])) return null;
              verdict.marks.forEach((mark, index) => { if (mark) inputs[index].dataset.verdict = mark; });
              if (verdict.words) return verdict.words;
              const off = verdict.marks.flatMap((mark, index) => mark === 'nearly' ? [index] : []);
              if (off.length) return words.nearly.replace('#', blanks(group, off));
              return verdict.marks.every(mark => mark === 'right') ? words.right
                : texts.length > 1 ? words.together : words.wrong;
            };
            let isBusy = false;
            const check = async () => {
              if (isBusy) return;
              isBusy = true;
              say([words.checking]);
              const lines = [];
              for (const one of groups) {
                const line = await judge(one);
                if (line === null) continue;
                const place = words.blank.replace('#', blanks(one.group, one.inputs.map((_, index) => index)));
                lines.push(groups.length > 1 ? `${place}: ${line}` : line);
              }
              if (!lines.length) lines.push(words.empty.replace('#', blanks(groups[0].group, [0])));
              say(lines);
              isBusy = false;
            };
            bar.querySelector('.check-now').addEventListener('click', check);
            bar.querySelector('.check-clear').addEventListener('click', () => {
              for (const { group, inputs } of groups) {
                for (const input of inputs) {
                  input.value = '';
                  delete input.dataset.verdict;
                }
                kept.set(group.salt, []);
              }
              say([]);
            });
          }
        })();

        """

    /// Rules of what is checked; part of the page's style sheet.
    static let rules = """
        .check { display: none; }
        .js .check { display: block; margin: .8rem 0; }
        .check button {
            font: inherit; font-size: .9rem; padding: .2rem .8rem; min-height: 1.8rem; color: var(--link); background: none;
            border: 1px solid var(--link); border-radius: .3rem; cursor: pointer;
        }
        .check-note { color: var(--soft); font-size: .85rem; }
        .check-status > p { margin: .3rem 0; font-weight: 600; }
        .js .gap[data-blank] .field {
            box-sizing: border-box; width: calc(var(--width) * 1ch + 1rem); height: 1.7rem; vertical-align: middle;
            margin: 0 .1em; padding: 0 .2rem;
        }
        input.field {
            font: inherit; font-variant-numeric: tabular-nums; color: inherit; background: none; border: 0; border-radius: 0;
            border-bottom: 1.5px solid var(--ink);
        }
        input.field[data-verdict="right"] { border-bottom: 3px solid var(--right); }
        input.field[data-verdict="nearly"] { border-bottom: 3px dashed var(--quoted); }
        @media print { .js .check { display: none; } }

        """
}
