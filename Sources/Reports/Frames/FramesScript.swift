import Exhibits

/// The script of drawings at several moments, loaded only by pages that hold some. It draws nothing: it shows one of the frames.
public enum FramesScript {
    public static let path = "assets/frames.js"

    /// Whether a page's body needs it.
    static func isNeeded(by parts: PageParts) -> Bool { parts.hasFrames }

    public static let source = """
        (() => {
          'use strict';
          for (const figure of document.querySelectorAll('[data-frames]')) {
            const frames = [...figure.querySelectorAll('.frame')];
            const slider = figure.querySelector('.frame-slider input');
            const show = () => {
              const chosen = Number(slider.value);
              frames.forEach((frame, index) => { frame.hidden = index !== chosen; });
              slider.setAttribute('aria-valuetext', frames[chosen].querySelector('.frame-label').textContent);
            };
            slider.addEventListener('input', show);
            // A browser may bring back where a reader left the slider.
            show();
          }
        })();

        """

    /// Rules of these drawings; part of the page's style sheet.
    static let rules = """
        .frame-slider{display:none}
        .js .frame-slider{display:block}
        .frame-slider input{width:100%;max-width:30rem;height:1.8rem;margin:0;accent-color:var(--link);cursor:pointer}
        .frame-label{margin:.2rem 0 .6rem;font-variant-numeric:tabular-nums}
        .frame-drawings{display:flex;flex-wrap:wrap;align-items:flex-end;gap:1rem 1.5rem}
        .frame-drawings>.drawing-box{flex:1 1 22rem;max-width:30rem}
        .frame-drawings>.drawing-box>svg{margin:0}
        @media screen and (min-width:75rem){figure.drawing[data-frames]{width:calc(var(--measure) + var(--gap) + var(--margin))}}
        @media print{.js .frame-slider{display:none}}

        """
}
