/// What a style sheet can't do to a book before it is printed: it stands at the end of the book and needs no reader.
///
/// Solutions go behind the rest of their chapter, where the order of a flex box would put them: but a flex box keeps all
/// margins between its items and breaks them worse than blocks, and a course grew by a tenth of its pages. A listing that is too
/// short for four lines on either page stays on one: a browser that has to break one of these rules leaves a bracket alone. In
/// longer ones each line keeps the brackets alone on their lines that follow it, so that no page begins with these.
enum BookScript {
    static let source = """
        for (const chapter of document.querySelectorAll('main')) {
          // Sections of slides are parts of a chapter, and slides parts of those.
          const sections = chapter.querySelectorAll('.slide:not(.title-slide) h1');
          if (sections.length) {
            for (const slide of chapter.querySelectorAll('.slide h2')) rename(slide, 'h3');
            for (const section of sections) rename(section, 'h2');
          }
          const heading = chapter.querySelector(':scope > .solutions-heading');
          heading?.after(...chapter.querySelectorAll(':scope > details.solution'));
          for (const listing of chapter.querySelectorAll('pre')) {
            const lines = listing.textContent.trimEnd().split('\\n');
            if (lines.length < 8) listing.style.breakInside = 'avoid'; else keepBrackets(listing, lines);
          }
        }
        function rename(heading, name) {
          const other = document.createElement(name);
          other.id = heading.id;
          other.append(...heading.childNodes);
          heading.replaceWith(other);
        }
        function keepBrackets(listing, lines) {
          const texts = [];
          const walker = document.createTreeWalker(listing, NodeFilter.SHOW_TEXT);
          for (let start = 0; walker.nextNode(); start += walker.currentNode.length) texts.push({ node: walker.currentNode, start });
          // From the last line back, so that the places of what comes before stay what they are.
          const holding = (place) => {
            while (texts[texts.length - 1].start > place) texts.pop();
            return texts[texts.length - 1];
          };
          const isInPart = (node) => !node.parentNode.matches('pre, code');
          let end = lines.join('\\n').length;
          for (let line = lines.length - 1, last = line; line >= 0; line--) {
            if (line > 0 && /^\\s*[\\])},;]+\\s*$/.test(lines[line])) continue;
            const start = end - lines.slice(line, last + 1).join('\\n').length;
            if (line < last) {
              const range = document.createRange();
              let { node, start: begin } = holding(end - 1);
              if (end - begin < node.length) range.setEnd(node, end - begin); else {
                while (isInPart(node) && node === node.parentNode.lastChild) node = node.parentNode;
                range.setEndAfter(node);
              }
              ({ node, start: begin } = holding(start));
              if (start > begin) range.setStart(node, start - begin); else {
                while (isInPart(node) && node === node.parentNode.firstChild) node = node.parentNode;
                range.setStartBefore(node);
              }
              const kept = document.createElement('span');
              kept.style = 'display: inline-block; width: 100%; vertical-align: top';
              // A part that goes over several lines, such as a comment, isn't taken apart.
              try { range.surroundContents(kept); } catch {}
            }
            end = start - 1;
            last = line - 1;
          }
        }
        """
}
