/// What is said of a cell that didn't reach its end.
package struct CellEndWords: TranslatedWords, Sendable {
    var crashed = "the cell crashed"
    var threw = "this cell threw an error"
    /// Where the compiler or the engine says why, in its own words.
    package var failed = "the cell fails"
    var unmet = "what it takes for granted does not hold"
    /// `#` is the type of the value, `##` what it should have been.
    var wrongCast = "a value of type '#' is no '##'"
    var stackUsedUp =
        "it used up the stack or memory that isn't its own; look for a function that calls itself without end"
    var abandoned = "the program gave up (abort)"
    var processorTimeUsedUp =
        "it used up its time on processors; look for a loop that doesn't end, or give it longer with `time-limit:` in the front matter"
    var killed = "the program was killed from outside"
    var signalled = "the program trapped"

    package init() {}

    /// What happened, without the reason.
    package func event(of end: CellEnd) -> String {
        if case .threw = end { threw } else { crashed }
    }

    /// The reason, where it isn't in the program's own words.
    package func reason(of end: CellEnd) -> String? {
        switch end {
        case .trapped, .threw: nil
        case .unmet: unmet
        case .wrongCast(let found, let wanted): Self.said(wrongCast, found, wanted)
        case .stackUsedUp: stackUsedUp
        case .abandoned: abandoned
        case .processorTimeUsedUp: processorTimeUsedUp
        case .killed: killed
        case .signalled: signalled
        }
    }

    /// What happened and why, as one line.
    package func said(_ end: CellEnd) -> String { "\(event(of: end)): \(reason(of: end) ?? end.ownWords ?? signalled)" }

    package static var german: CellEndWords {
        var words = CellEndWords()
        words.crashed = "Die Zelle ist abgestürzt"
        words.threw = "Diese Zelle hat einen Fehler geworfen"
        words.failed = "Die Zelle scheitert"
        words.unmet = "was sie voraussetzt, gilt nicht"
        words.wrongCast = "ein Wert vom Typ „#“ ist kein „##“"
        words.stackUsedUp =
            "der Stapel ist aufgebraucht, oder es wurde fremder Speicher berührt; eine Funktion, die sich ohne Ende selbst aufruft, tut das"
        words.abandoned = "das Programm hat aufgegeben (abort)"
        words.processorTimeUsedUp = "die Rechenzeit ist aufgebraucht; eine Schleife ohne Ende tut das"
        words.killed = "das Programm wurde von außen beendet"
        words.signalled = "das Programm wurde angehalten"
        return words
    }

    package static var french: CellEndWords {
        var words = CellEndWords()
        words.crashed = "La cellule s’est interrompue"
        words.threw = "Cette cellule a lancé une erreur"
        words.failed = "La cellule échoue"
        words.unmet = "ce qu’elle suppose n’est pas vrai"
        words.wrongCast = "une valeur de type « # » n’est pas de type « ## »"
        words.stackUsedUp =
            "la pile est épuisée, ou une mémoire étrangère a été touchée ; une fonction qui s’appelle elle-même sans fin fait cela"
        words.abandoned = "le programme a abandonné (abort)"
        words.processorTimeUsedUp = "le temps de calcul est épuisé ; une boucle sans fin fait cela"
        words.killed = "le programme a été arrêté de l’extérieur"
        words.signalled = "le programme a été arrêté"
        return words
    }

    package static var spanish: CellEndWords {
        var words = CellEndWords()
        words.crashed = "La celda se ha interrumpido"
        words.threw = "Esta celda ha lanzado un error"
        words.failed = "La celda falla"
        words.unmet = "lo que da por supuesto no se cumple"
        words.wrongCast = "un valor de tipo «#» no es de tipo «##»"
        words.stackUsedUp =
            "se ha agotado la pila o se ha tocado memoria ajena; lo hace una función que se llama a sí misma sin fin"
        words.abandoned = "el programa ha abandonado (abort)"
        words.processorTimeUsedUp = "se ha agotado el tiempo de cálculo; lo hace un bucle sin fin"
        words.killed = "el programa fue detenido desde fuera"
        words.signalled = "el programa fue detenido"
        return words
    }

    package static var arabic: CellEndWords {
        var words = CellEndWords()
        words.crashed = "تعطلت الخلية"
        words.threw = "رمت هذه الخلية خطأً"
        words.failed = "تفشل الخلية"
        words.unmet = "ما تفترضه غير صحيح"
        words.wrongCast = "قيمة من النوع «#» ليست من النوع «##»"
        words.stackUsedUp = "استُنفد المكدس أو مُسّت ذاكرة ليست لها؛ تفعل ذلك دالة تستدعي نفسها بلا نهاية"
        words.abandoned = "تخلى البرنامج عن العمل (abort)"
        words.processorTimeUsedUp = "استُنفد وقت المعالجة؛ تفعل ذلك حلقة لا تنتهي"
        words.killed = "أُوقف البرنامج من الخارج"
        words.signalled = "أُوقف البرنامج"
        return words
    }
}
