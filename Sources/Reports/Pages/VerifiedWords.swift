import Exhibits

/// How much of a page was verified, as one sentence in the page's language; English where that isn't known.
struct VerifiedWords: TranslatedWords, Sendable {
    /// Of several: `#` is how many are right, `##` how many there are.
    var right = CountedWords(
        .english, one: "# of the ## numbers claimed on this page is what the network computes",
        other: "# of the ## numbers claimed on this page are what the network computes")
    var quoted = CountedWords(.english, one: "# quoted as wrong on purpose", other: "# quoted as wrong on purpose")
    var wrong = CountedWords(.english, one: "# not as claimed", other: "# not as claimed")
    /// Of a page that claims a single number.
    var onlyRight = "The one number claimed on this page is what the network computes"
    var onlyQuoted = "The one number claimed on this page is quoted as wrong on purpose"
    var onlyWrong = "The one number claimed on this page is not what the network computes"

    init() {}

    /// Of a page in `language`, which these words are in.
    func sentence(right: Int, quoted: Int, wrong: Int, in language: PageLanguage) -> String {
        let all = right + quoted + wrong
        if all == 1 { return (right == 1 ? onlyRight : quoted == 1 ? onlyQuoted : onlyWrong) + "." }
        var parts = [self.right.said(right, "\(all)")]
        if quoted > 0 { parts.append(self.quoted.said(quoted)) }
        if wrong > 0 { parts.append(self.wrong.said(wrong)) }
        return parts.joined(separator: language.comma) + "."
    }

    static var german: VerifiedWords {
        var words = VerifiedWords()
        words.right = CountedWords(
            .german, one: "# der ## Zahlen, die auf dieser Seite behauptet werden, ist die berechnete",
            other: "# der ## Zahlen, die auf dieser Seite behauptet werden, sind die berechneten")
        words.quoted = CountedWords(
            .german, one: "# ist mit Absicht falsch zitiert", other: "# sind mit Absicht falsch zitiert")
        words.wrong = CountedWords(.german, one: "# ist nicht wie behauptet", other: "# sind nicht wie behauptet")
        words.onlyRight = "Die eine Zahl, die auf dieser Seite behauptet wird, ist die berechnete"
        words.onlyQuoted = "Die eine Zahl, die auf dieser Seite behauptet wird, ist mit Absicht falsch zitiert"
        words.onlyWrong = "Die eine Zahl, die auf dieser Seite behauptet wird, ist nicht die berechnete"
        return words
    }

    static var french: VerifiedWords {
        var words = VerifiedWords()
        words.right = CountedWords(
            .french, one: "# des ## nombres affirmés sur cette page est celui que le réseau calcule",
            other: "# des ## nombres affirmés sur cette page sont ceux que le réseau calcule")
        words.quoted = CountedWords(.french, one: "# cité faux à dessein", other: "# cités faux à dessein")
        words.wrong = CountedWords(.french, one: "# différent de l’affirmation", other: "# différents de l’affirmation")
        words.onlyRight = "Le seul nombre affirmé sur cette page est celui que le réseau calcule"
        words.onlyQuoted = "Le seul nombre affirmé sur cette page est cité faux à dessein"
        words.onlyWrong = "Le seul nombre affirmé sur cette page n’est pas celui que le réseau calcule"
        return words
    }

    static var spanish: VerifiedWords {
        var words = VerifiedWords()
        words.right = CountedWords(
            .spanish, one: "# de los ## números afirmados en esta página es el que calcula la red",
            other: "# de los ## números afirmados en esta página son los que calcula la red")
        words.quoted = CountedWords(
            .spanish, one: "# citado como erróneo a propósito", other: "# citados como erróneos a propósito")
        words.wrong = CountedWords(.spanish, one: "# distinto de lo afirmado", other: "# distintos de lo afirmado")
        words.onlyRight = "El único número afirmado en esta página es el que calcula la red"
        words.onlyQuoted = "El único número afirmado en esta página está citado como erróneo a propósito"
        words.onlyWrong = "El único número afirmado en esta página no es el que calcula la red"
        return words
    }

    static var arabic: VerifiedWords {
        var words = VerifiedWords()
        words.right = CountedWords(
            .arabic, one: "واحد من أصل ## من الأعداد المذكورة في هذه الصفحة يطابق ما تحسبه الشبكة",
            other: "# من أصل ## من الأعداد المذكورة في هذه الصفحة تطابق ما تحسبه الشبكة")
        words.quoted = CountedWords(.arabic, one: "وواحد منقول خطأً عن قصد", other: "و# منقولة خطأً عن قصد")
        words.wrong = CountedWords(.arabic, one: "وواحد ليس كما ذُكر", other: "و# ليست كما ذُكرت")
        words.onlyRight = "العدد الوحيد المذكور في هذه الصفحة يطابق ما تحسبه الشبكة"
        words.onlyQuoted = "العدد الوحيد المذكور في هذه الصفحة منقول خطأً عن قصد"
        words.onlyWrong = "العدد الوحيد المذكور في هذه الصفحة لا يطابق ما تحسبه الشبكة"
        return words
    }
}
