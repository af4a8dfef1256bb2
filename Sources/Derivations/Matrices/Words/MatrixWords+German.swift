extension MatrixWords {
    static var german: MatrixWords {
        var words = MatrixWords()
        words.title = "Vorwärts- und Rückwärtsdurchlauf in Matrizen"
        words.batchTitle = "Vorwärts- und Rückwärtsdurchlauf von # Beispielen in Matrizen"
        words.noProduct = "Keine Schicht dieses Netzes ist ein Produkt aus Matrix und Vektor."
        words.noBatchProduct = "Keine Schicht dieses Netzes ist ein Produkt zweier Matrizen."
        words.forward = "Vorwärts durch Schicht #: alle gewichteten Summen auf einmal, dann die Aktivierung von jeder."
        words.batchForward = "Vorwärts durch Schicht #, eine Zeile für jedes Beispiel:"
        words.before = "Vor Schicht # steht ##, was kein Matrizenprodukt ist."
        words.sharedBias = "Der gemeinsame Bias sammelt alle Deltas."
        words.back =
            "Zurück zu Schicht #: Die Deltas der nächsten Schicht kommen durch deren Gewichte zurück, mal der Steigung der Aktivierung."
        words.batchBack = "Zurück zu Schicht #: Die Deltas kommen durch die Gewichte von Schicht ## zurück."
        words.atLast = "An der letzten Schicht: die Steigung des Verlusts, mal der Steigung der Aktivierung."
        words.atLastGiven = "An der letzten Schicht: die gegebene Steigung, mal der Steigung der Aktivierung."
        words.batchAtLast =
            "An der letzten Schicht: die Steigung des mittleren Verlusts, mal der Steigung der Aktivierung, Zeile für Zeile."
        words.through = "An Schicht #: was durch ## zurückkommt, mal der Steigung der Aktivierung."
        words.and = "und"
        return words
    }
}
