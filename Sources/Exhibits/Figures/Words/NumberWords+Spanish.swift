extension NumberWords {
    package static var spanish: NumberWords {
        var words = NumberWords()
        words.row = "fila"
        words.picture = "imagen"
        words.weight = "peso"
        words.from = "desde"
        words.to = "hasta"
        words.value = "valor"
        words.gradient = "gradiente"
        words.node = "nodo"
        words.name = "nombre"
        words.computedBy = "calculado por"
        words.input = "entrada"
        words.state = "estado"
        words.output = "salida"
        words.step = "paso"
        words.curve = "curva"
        words.height = "altura"
        words.bar = "barra"
        words.points = "puntos"
        words.region = "Región"
        words.surface = "Altura de la superficie"
        return words
    }
}
