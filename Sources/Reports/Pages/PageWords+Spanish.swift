import Exhibits

extension PageWords {
    static var spanish: PageWords {
        var words = PageWords()
        words.skip = "Ir al texto"
        words.course = "Curso"
        words.onThisPage = "En esta página"
        words.contents = "Índice"
        words.lessons = "Lecciones"
        words.languages = "Idiomas"
        words.previous = "Anterior"
        words.next = "Siguiente"
        words.search = "Buscar"
        words.searchAll = "Buscar en todas las lecciones"
        words.results = "Resultados"
        words.nothing = "No se encontró nada."
        words.theme = "Colores"
        words.light = "Claro"
        words.dark = "Oscuro"
        words.copy = "Copiar"
        words.copied = "Copiado"
        words.code = "Código"
        words.wide = "Contenido ancho, desplazable"
        words.figure = "Figura"
        words.numbers = "Los números de esta figura"
        words.excerpt = "Un extracto. Todos los números:"
        words.lines = "líneas"
        words.allLines = "Todo:"
        words.computed = "calculado"
        words.derivation = "Derivación"
        words.solutions = "Soluciones"
        words.links = "Enlaces"
        words.footnotes = "Notas al pie"
        words.claim = ClaimWords(
            verified: "verificado", truncated: "verificado, truncado en vez de redondeado",
            vague: "verificado, pero apenas más que una conjetura",
            path: "solo se sigue de pasos redondeados", wrong: "no es lo que da la red",
            untrue: "no es cierto de lo calculado", computed: "calculado",
            noValue: "ningún valor")
        words.stepByStep = "Las dos pasadas, paso a paso"
        words.stepBack = "Un paso atrás"
        words.stepOn = "Paso siguiente"
        words.explorable = "dibujo explorable"
        words.notFound = "Página no encontrada"
        words.notFoundText = "No hay ninguna página en esta dirección. Estas son las páginas del curso:"
        words.callouts = [
            "note": "Nota", "tip": "Consejo", "warning": "Advertencia", "important": "Importante", "caution": "Precaución",
            "exercise": "Ejercicio", "solution": "Solución", "answers": "Respuestas", "hint": "Pista",
            "instructor": "Para docentes",
            "proof": "Demostración", "remark": "Observación", "algorithm": "Algoritmo", "assumption": "Supuesto",
            "property": "Propiedad", "conjecture": "Conjetura", "axiom": "Axioma",
            "stored-output": "Salida guardada, no calculada aquí",
        ]
        words.blank = "Espacio en blanco"
        words.blanks = "Espacios en blanco"
        words.decimalPlaces = "Decimales"
        words.inDrawing = "En el dibujo:"
        words.points = CountedWords(.spanish, one: "# punto", other: "# puntos")
        words.slide = "Diapositiva"
        words.notes = "Notas"
        words.editPage = "Editar esta página"
        words.pageSource = "Fuente de esta página"
        words.reportIssue = "Informar de un problema"
        words.download = "Para llevar:"
        words.notebook = "cuaderno de Jupyter"
        return words
    }
}
