import Exhibits

/// What a page says of answers that it checks.
///
/// `#` stands for blanks or for what was written.
public struct CheckWords: TranslatedWords, Sendable {
    var check = "Check"
    var clear = "Clear"
    var note = "Checked in this browser and kept in it; nothing is sent."
    /// What a check protects from and what not, once a page.
    var limits =
        "The answers can’t be read in this page, but a program that tries many numbers can find them: checking is for practice and proves nothing to others."
    var blank = "Blank #"
    var checking = "Checking …"
    var right = "Right."
    var nearly = "Nearly, the last digit is off; look at your rounding (blank #)."
    var wrong = "Not right yet."
    /// Of several numbers of which it isn't told which one is wrong.
    var together = "Not all of them are right yet. They are checked together."
    var empty = "Something is missing here (blank #)."
    var unreadable = "“#” isn't a number."
    /// Of a number that a slip leads to, which is `#`.
    package var slip = "It looks like this slip: #."
    /// Of numbers of which one comes from a slip and the others follow from it; `##` is the slip.
    package var slipIn = "Blank # looks like this slip: ##. What comes behind it follows from that."
    /// Of numbers that follow from a slip in an earlier blank.
    package var follows = "It follows from a slip in blank #: ##. Go on from there."

    package init() {}

    package static var german: CheckWords {
        var words = CheckWords()
        words.check = "Prüfen"
        words.clear = "Leeren"
        words.note = "Wird in diesem Browser geprüft und aufbewahrt; nichts wird gesendet."
        words.limits =
            "Die Antworten lassen sich in dieser Seite nicht lesen, aber ein Programm, das viele Zahlen probiert, kann sie finden: Das Prüfen ist zum Üben da und beweist anderen nichts."
        words.blank = "Lücke #"
        words.checking = "Wird geprüft …"
        words.right = "Richtig."
        words.nearly = "Fast: Die letzte Stelle stimmt nicht; zu prüfen ist, wie gerundet wurde (Lücke #)."
        words.wrong = "Noch nicht richtig."
        words.together = "Noch sind nicht alle richtig. Sie werden zusammen geprüft."
        words.empty = "Hier fehlt etwas (Lücke #)."
        words.unreadable = "„#“ ist keine Zahl."
        words.slip = "Das sieht nach diesem Fehler aus: #."
        words.slipIn = "Lücke # sieht nach diesem Fehler aus: ##. Was danach kommt, folgt daraus."
        words.follows = "Das folgt aus einem Fehler in Lücke #: ##. Rechne von dort weiter."
        return words
    }

    package static var french: CheckWords {
        var words = CheckWords()
        words.check = "Vérifier"
        words.clear = "Effacer"
        words.note = "Vérifié et conservé dans ce navigateur ; rien n’est envoyé."
        words.limits =
            "On ne peut pas lire les réponses dans cette page, mais un programme qui essaie beaucoup de nombres peut les trouver : la vérification sert à s’exercer et ne prouve rien à d’autres."
        words.blank = "Champ #"
        words.checking = "Vérification …"
        words.right = "Juste."
        words.nearly = "Presque : le dernier chiffre est faux ; revoyez l’arrondi (champ #)."
        words.wrong = "Pas encore juste."
        words.together = "Tous ne sont pas encore justes. Ils sont vérifiés ensemble."
        words.empty = "Il manque quelque chose ici (champ #)."
        words.unreadable = "« # » n’est pas un nombre."
        words.slip = "Cela ressemble à cette erreur : #."
        words.slipIn = "Le champ # ressemble à cette erreur : ##. Ce qui vient après en découle."
        words.follows = "Cela découle d’une erreur dans le champ # : ##. Reprenez à partir de là."
        return words
    }

    package static var spanish: CheckWords {
        var words = CheckWords()
        words.check = "Comprobar"
        words.clear = "Borrar"
        words.note = "Se comprueba y se guarda en este navegador; no se envía nada."
        words.limits =
            "Las respuestas no se pueden leer en esta página, pero un programa que pruebe muchos números puede encontrarlas: comprobar sirve para practicar y no demuestra nada a otros."
        words.blank = "Espacio #"
        words.checking = "Comprobando …"
        words.right = "Correcto."
        words.nearly = "Casi: la última cifra no es correcta; revise el redondeo (espacio #)."
        words.wrong = "Todavía no es correcto."
        words.together = "Todavía no son todos correctos. Se comprueban juntos."
        words.empty = "Aquí falta algo (espacio #)."
        words.unreadable = "«#» no es un número."
        words.slip = "Se parece a este error: #."
        words.slipIn = "El espacio # se parece a este error: ##. Lo que viene después se sigue de él."
        words.follows = "Se sigue de un error en el espacio #: ##. Continúe desde ahí."
        return words
    }

    package static var arabic: CheckWords {
        var words = CheckWords()
        words.check = "تحقق"
        words.clear = "امسح"
        words.note = "يجري التحقق والحفظ في هذا المتصفح، ولا يُرسل شيء."
        words.limits =
            "لا يمكن قراءة الإجابات في هذه الصفحة، لكن برنامجًا يجرّب أعدادًا كثيرة يستطيع إيجادها: التحقق للتدرّب ولا يثبت شيئًا للآخرين."
        words.blank = "الفراغ #"
        words.checking = "جارٍ التحقق …"
        words.right = "صحيح."
        words.nearly = "قريب جدًا، الرقم الأخير غير صحيح؛ راجع التقريب (الفراغ #)."
        words.wrong = "ليس صحيحًا بعد."
        words.together = "ليست كلها صحيحة بعد، ويجري التحقق منها معًا."
        words.empty = "ينقص شيء هنا (الفراغ #)."
        words.unreadable = "«#» ليس عددًا."
        words.slip = "يبدو أنه هذا الخطأ: #."
        words.slipIn = "الفراغ # يبدو أنه هذا الخطأ: ##. وما يليه ينتج عنه."
        words.follows = "ينتج هذا عن خطأ في الفراغ #: ##. تابع من هناك."
        return words
    }
}
