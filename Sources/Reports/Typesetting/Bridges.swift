/// The few lines of JavaScript between Lectern and the libraries it runs.
enum Bridges {
    /// What KaTeX and highlight.js expect of a browser and duktape (ECMAScript 5 with parts of 6) doesn't have.
    static let polyfills = """
        var window = this, self = this, global = this;
        var console = { log: function () {}, warn: function () {}, error: function () {} };
        if (!Array.prototype.fill) Array.prototype.fill = function (value, start, end) {
            end = end === undefined ? this.length : end;
            for (var i = start || 0; i < end; i++) this[i] = value;
            return this;
        };
        if (!Array.prototype.includes) Array.prototype.includes = function (value) { return this.indexOf(value) >= 0; };
        if (!Array.prototype.find) Array.prototype.find = function (test) {
            for (var i = 0; i < this.length; i++) if (test(this[i], i, this)) return this[i];
        };
        if (!String.prototype.includes) String.prototype.includes = function (text) { return this.indexOf(text) >= 0; };
        if (!String.prototype.startsWith) String.prototype.startsWith = function (text, at) {
            return this.substr(at || 0, text.length) === text;
        };
        if (!String.prototype.endsWith) String.prototype.endsWith = function (text) {
            return this.length >= text.length && this.substr(this.length - text.length) === text;
        };
        if (!String.prototype.repeat) String.prototype.repeat = function (count) { return new Array(count + 1).join(this); };
        if (!Object.assign) Object.assign = function (target) {
            for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) target[key] = arguments[i][key];
            return target;
        };
        """

    /// `lecternMath(tex, settings)`, whose settings are whether it is displayed, its macros and the form of the output, or `!offset<TAB>message`.
    ///
    /// What only a trusted formula may do, KaTeX would set as its own name in red, and what reads TeX itself (a notebook, a
    /// report on GitHub) would do, running scripts in addresses among it: they are no commands here.
    static let katex = """
        ["\\\\href", "\\\\url", "\\\\includegraphics", "\\\\htmlStyle", "\\\\htmlData"].forEach(function (name) {
            katex.__defineMacro(name, function () { throw new Error("Undefined control sequence: " + name); });
        });
        function lecternMath(tex, settings) {
            try {
                var parts = settings.split("\\u0003"), display = parts[0], macros = {};
                (parts[1] ? parts[1].split("\\u0001") : []).forEach(function (macro) {
                    var cut = macro.indexOf("\\u0002");
                    macros[macro.slice(0, cut)] = macro.slice(cut + 1);
                });
                var made = katex.renderToString(tex, {
                    displayMode: display === "1", macros: macros, output: parts[2], strict: "ignore", trust: function (context) {
                        return context.command === "\\\\htmlId" || context.command === "\\\\htmlClass";
                    }, throwOnError: true });
                // What is read aloud is the MathML; that it was TeX helps nobody who listens, and makes pages heavy.
                return parts[2] === "mathml" ? made
                    : made.replace(/<annotation[^>]*>[^<]*<\\/annotation>/, "").replace(/<\\/?semantics>/g, "");
            } catch (error) {
                var message = String(error.message || error).replace(/^KaTeX parse error: /, "");
                return "!" + (error.position === undefined ? "" : error.position) + "\\t" + message;
            }
        }
        """

    /// `lecternCode(text, language)`: HTML, or nothing for an unknown language.
    static let highlight = """
        function lecternCode(text, language) {
            if (!hljs.getLanguage(language)) return "";
            return hljs.highlight(language, text, true).value;
        }
        """
}
