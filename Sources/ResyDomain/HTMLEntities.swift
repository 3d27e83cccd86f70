/// The named entities that names and texts of restaurants are written with: all of Latin-1, and the usual signs.
enum HTMLEntities {
    /// Nil for a name that is not one of them; `Eacute` is not `eacute`.
    static func scalar(named name: String) -> Unicode.Scalar? { table[name] }

    private static let table: [String: Unicode.Scalar] = {
        var table = others
        for (index, name) in latin1.split(separator: " ").enumerated() {
            table[String(name)] = Unicode.Scalar(UInt8(160 + index))
        }
        // A space like any other to whoever reads it.
        table["nbsp"] = " "
        return table
    }()

    /// In the order of their numbers, from 160 to 255.
    private static let latin1 =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
        + "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
        + "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
        + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
        + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
        + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"

    private static let others: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
        "scaron": "š", "Yuml": "Ÿ", "rsquo": "’", "lsquo": "‘", "sbquo": "‚", "rdquo": "”", "ldquo": "“",
        "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•",
        "euro": "€", "trade": "™", "prime": "′", "Prime": "″", "minus": "−", "frasl": "⁄",
    ]
}
