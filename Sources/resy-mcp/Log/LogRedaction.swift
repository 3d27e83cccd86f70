internal import ResyNative

/// What no log line may show, whoever wrote it: addresses, long tokens, and bytes that move a terminal's cursor.
enum LogRedaction {
    /// Longest word that cannot be a token; Resy's key and book tokens are longer.
    private static let longestWord = 31

    static let clean: @Sendable (String) -> String = { text in
        var result = ""
        var word = ""
        for scalar in text.unicodeScalars {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(scalar)
            } else {
                result += masked(word)
                word = ""
                result.unicodeScalars.append(isPrintable(scalar) ? scalar : " ")
            }
        }
        return result + masked(word)
    }

    /// What is known to be secret goes first, then what looks like it.
    static func clean(knowing redactor: Redactor) -> @Sendable (String) -> String {
        { clean(redactor.logLine($0)) }
    }

    private static func masked(_ word: String) -> String {
        if let at = word.firstIndex(of: "@"), at != word.startIndex, word.index(after: at) != word.endIndex {
            return "<email>"
        }
        // A token is one run; a path or a dotted name is several short ones.
        let longest = word.split { $0 == "." || $0 == "/" || $0 == ":" }.map(\.utf8.count).max() ?? 0
        return longest > longestWord ? "<masked>" : word
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "@._-+/:%=|~".unicodeScalars.contains(scalar)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
        default: true
        }
    }
}
