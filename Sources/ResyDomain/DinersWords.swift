/// What a diner writes to a restaurant: plain text, in which `<` and `&` mean themselves. The restaurant gets all of it, so
/// nothing that somebody may mean is taken out, as it is from texts that come in.
package enum DinersWords {
    /// Scalars of a reservation's own words that are kept.
    package static let longestHeld = 20_000
    /// Characters of them that are shown: longer than a wish may be, so that one is told from one that was cut.
    private static let longestShown = 2 * Wish.longest

    /// As it is sent and agreed to: each control character and line end is a blank, and blank ends are gone. Nil for what
    /// nobody could see.
    package static func outgoing(_ text: String) -> String? {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar == "\n", previous == "\r" { continue }
            scalars.append(isEnd(scalar) ? " " : scalar)
        }
        let words = String(scalars).trimmed
        return CleanText.seen(words).isEmpty ? nil : words
    }

    /// One line that is safe in a terminal.
    package static func shown(_ text: String) -> String {
        CleanText.shortened(CleanText.seen(text), to: longestShown)
    }

    /// The same in quotation marks: “no nuts <severe>”.
    package static func quoted(_ text: String) -> String {
        let shown = shown(text)
        return shown.isEmpty ? "something that cannot be read" : CleanText.inMarks(shown)
    }

    /// Whether `held` says `words`, in whatever case and with whatever blanks: as it is, or as HTML writes it.
    static func same(_ words: String, _ held: String) -> Bool {
        let words = plain(words)
        return words == plain(held) || words == plain(HTMLText.withoutEntities(held))
    }

    static func plain(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
