internal import ResyDomain
internal import ResyNative

/// Arguments that are more than one text, or an amount.
extension Arguments {
    /// One text or an array of texts, each without the space around it; words for nothing are passed over. Some clients write
    /// the array as a text: that is read too.
    func texts(
        _ name: String, limit: Int = 200, most: Int = 60
    ) throws(ResyError) -> [String] {
        guard let value = value(name) else { return [] }
        let items = try Self.items(value, name)
        guard items.count <= most else { throw Self.refusal(.tooMany(name: name), .fewer(most: most)) }
        var texts: [String] = []
        for item in items where !item.isNull {
            guard let words = try? item.words else { throw Self.wrongKind(name, item, wanted: .texts) }
            if words.contains("://"), (try? item.text) == nil {
                throw Self.refusal(.halfACharacter(name: name), .copyOnceMore(name: name))
            }
            guard words.unicodeScalars.count <= limit else {
                throw Self.refusal(.tooLong(name: name), .atMost(characters: limit))
            }
            if !Unset.isRequired(words) { texts.append(words.trimmed) }
        }
        return texts
    }

    private static func items(_ value: JSON, _ name: String) throws(ResyError) -> [JSON] {
        switch value.kind {
        case .array: return (try? value.items) ?? []
        case .string:
            guard let text = try? value.words.trimmed, text.hasPrefix("["), text.hasSuffix("]"),
                let array = try? JSON(parsing: Array(text.utf8)), let items = try? array.items,
                items.allSatisfy({ $0.kind == .string })
            else { return [value] }
            return items
        default: throw wrongKind(name, value, wanted: .texts)
        }
    }

    /// A number from 0 on, `"50"` and `"$50"` included; nil where it is absent.
    func amount(_ name: String) throws(ResyError) -> Double? {
        guard let value = value(name) else { return nil }
        let text = (try? value.string).map { $0.trimmed.drop { "$€£¥".contains($0) } }
        let number = (try? value.number) ?? text.flatMap { Double($0) }
        guard let number, number.isFinite, number >= 0, number < 1e9 else {
            throw Self.wrongKind(name, value, wanted: .amount)
        }
        return number
    }
}
