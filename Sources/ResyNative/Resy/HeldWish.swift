internal import ResyDomain

/// What a reservation holds in one field of a wish, as it came: somebody may have written it, so only what surely holds
/// nothing counts as empty. What is no text stands for itself, as its JSON.
enum HeldWish {
    static func words(_ field: JSON?) -> String? {
        guard let field, !isEmpty(field) else { return nil }
        return bounded((try? field.words) ?? field.compact)
    }

    /// No capture shows one: its name, its number, or both in an object.
    static func occasion(_ field: JSON?) -> String? {
        guard let field, !isEmpty(field) else { return nil }
        let number = (try? field.integer) ?? (try? field.optional("id")?.integer)
        if let known = number.flatMap({ Occasion(number: $0) }) { return known.name }
        let name = (try? field.words) ?? (try? field.optional("name")?.words)
        return bounded(name.flatMap { $0.isBlank ? nil : $0 } ?? field.compact)
    }

    /// Null, blank, or made of such alone.
    private static func isEmpty(_ field: JSON) -> Bool {
        switch field.kind {
        case .null: true
        case .string: (try? field.words)?.isBlank ?? false
        case .array: (try? field.items)?.allSatisfy { isEmpty($0) } ?? false
        case .object: field.members.allSatisfy { isEmpty($0.value) }
        default: false
        }
    }

    private static func bounded(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(DinersWords.longestHeld)))
    }
}
