extension MatrixWords {
    static var french: MatrixWords {
        var words = MatrixWords()
        words.title = "Passes avant et arrière en matrices"
        words.batchTitle = "Passes avant et arrière de # exemples en matrices"
        words.noProduct = "Aucune couche de ce réseau n’est le produit d’une matrice et d’un vecteur."
        words.noBatchProduct = "Aucune couche de ce réseau n’est le produit de deux matrices."
        words.forward =
            "Vers l’avant à travers la couche # : toutes les sommes pondérées à la fois, puis l’activation de chacune."
        words.batchForward = "Vers l’avant à travers la couche #, une ligne par exemple :"
        words.before = "Avant la couche # se trouve ##, qui n’est pas un produit de matrices."
        words.sharedBias = "Le biais commun rassemble tous les deltas."
        words.back =
            "Retour à la couche # : les deltas de la couche suivante reviennent par ses poids, fois la pente de l’activation."
        words.batchBack = "Retour à la couche # : les deltas reviennent par les poids de la couche ##."
        words.atLast = "À la dernière couche : la pente de la perte, fois la pente de l’activation."
        words.atLastGiven = "À la dernière couche : la pente donnée, fois la pente de l’activation."
        words.batchAtLast =
            "À la dernière couche : la pente de la perte moyenne, fois la pente de l’activation, ligne par ligne."
        words.through = "À la couche # : ce qui revient par ##, fois la pente de l’activation."
        words.and = "et"
        return words
    }
}
