/// What a style sheet can't do to a book before it is printed: it stands at the end of the book and needs no reader.
///
/// Solutions go behind the rest of their chapter, where the order of a flex box would put them: but a flex box keeps all
/// margins between its items and breaks them worse than blocks, and a course grew by a tenth of its pages. And a listing that
/// is too short for nine lines on either page stays on one: a browser that has to break one of these rules leaves a bracket alone.
enum BookScript {
    static let source = """
        for (const chapter of document.querySelectorAll('main')) {
          const heading = chapter.querySelector(':scope > .solutions-heading');
          heading?.after(...chapter.querySelectorAll(':scope > details.solution'));
          for (const listing of chapter.querySelectorAll('pre')) {
            if (listing.textContent.trimEnd().split('\\n').length < 18) listing.style.breakInside = 'avoid';
          }
        }
        """
}
