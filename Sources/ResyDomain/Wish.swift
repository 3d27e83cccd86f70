/// What the diner wants a restaurant to know of one table. Words and occasion are fields of their own at Resy, so each is
/// a wish of its own: sent by itself, and refused by itself.
package enum Wish: Sendable, Equatable {
    /// The diner's own, as `DinersWords.outgoing` leaves them, at most `longest` characters.
    case words(String)
    case occasion(Occasion)

    package enum Field: String, Sendable, CaseIterable { case words, occasion }

    /// Characters.
    package static let longest = 500

    package var field: Field {
        switch self {
        case .words: .words
        case .occasion: .occasion
        }
    }

    /// As the reservation shows it: the words, or the occasion's name.
    package var text: String {
        switch self {
        case .words(let words): words
        case .occasion(let occasion): occasion.name
        }
    }

    package init?(_ field: Field, text: String) {
        switch field {
        case .words: self = .words(text)
        case .occasion:
            guard let occasion = Occasion(named: text) else { return nil }
            self = .occasion(occasion)
        }
    }

    /// A blank one is none: it clears nothing.
    package static func all(words: String?, occasion: Occasion?) -> [Wish] {
        let words = words.flatMap { $0.isBlank ? nil : Wish.words($0) }
        return [words, occasion.map { .occasion($0) }].compactMap(\.self)
    }

    /// Whether a reservation that holds `text` in this field says just this, in whatever case.
    package func isShown(by text: String) -> Bool {
        switch self {
        case .words(let words): DinersWords.same(words, text)
        case .occasion(let occasion): Occasion(named: text) == occasion
        }
    }

    /// Whether `text` is no more than the beginning of this.
    func isCutShort(to text: String) -> Bool {
        guard case .words(let words) = self else { return false }
        let whole = DinersWords.plain(words)
        return [text, HTMLText.withoutEntities(text)].contains { Self.isHead($0, of: whole) }
    }

    private static func isHead(_ text: String, of whole: String) -> Bool {
        var head = Substring(DinersWords.plain(text))
        while let last = head.last, last == "." || last == "…" || last == " " { head = head.dropLast() }
        return !head.isEmpty && head.count < whole.count && whole.hasPrefix(head)
    }
}
