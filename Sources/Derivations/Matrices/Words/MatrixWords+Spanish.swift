extension MatrixWords {
    static var spanish: MatrixWords {
        var words = MatrixWords()
        words.title = "Pasada hacia delante y hacia atrás en matrices"
        words.batchTitle = "Pasada hacia delante y hacia atrás de # ejemplos en matrices"
        words.noProduct = "Ninguna capa de esta red es el producto de una matriz y un vector."
        words.noBatchProduct = "Ninguna capa de esta red es el producto de dos matrices."
        words.forward = "Hacia delante por la capa #: todas las sumas ponderadas a la vez y luego la activación de cada una."
        words.batchForward = "Hacia delante por la capa #, una fila por ejemplo:"
        words.before = "Antes de la capa # está ##, que no es un producto de matrices."
        words.sharedBias = "El sesgo común reúne todos los deltas."
        words.back =
            "De vuelta a la capa #: los deltas de la capa siguiente regresan por sus pesos, por la pendiente de la activación."
        words.batchBack = "De vuelta a la capa #: los deltas regresan por los pesos de la capa ##."
        words.atLast = "En la última capa: la pendiente de la pérdida, por la pendiente de la activación."
        words.atLastGiven = "En la última capa: la pendiente dada, por la pendiente de la activación."
        words.batchAtLast =
            "En la última capa: la pendiente de la pérdida media, por la pendiente de la activación, fila por fila."
        words.through = "En la capa #: lo que regresa por ##, por la pendiente de la activación."
        words.and = "y"
        return words
    }
}
